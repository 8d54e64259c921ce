"""One thing, or one person, under two names that differ by a letter or a word."""

import pytest

from moothall.proofread.names import rules
from ordinary_wordings import found_by

RULES = (*rules.RULES,)

FOUND = (
    (
        "Tenders above £25,000 are published on Contracts Finder, and notices on Contracts "
        "Finder stay open for 30 days.\n\nAwards of the last quarter were not placed on "
        "Contract Finder in time."
    ),
    (
        "The Postcode Address File is held by the postal service. The Postcode Address File "
        "gives 29 million addresses.\n\nLicences to the Postal Address File are paid for "
        "each year."
    ),
    (
        "Fuel poverty is measured by the Low Income High Costs indicator. Under the Low "
        "Income High Costs indicator a household is poor if its costs are high.\n\nThe Low "
        "Income High Cost indicator shows 1,200 households in Ash."
    ),
    (
        "There are eight Sector Transparency Boards. Each Sector Transparency Board meets "
        "four times a year.\n\nThe generic name will be Sector Transparency Boards.\n\nThe "
        "minutes of the Sector Data Boards are published."
    ),
    (
        "The Warm Home Discount Scheme gives £140 to each household. The Warm Home Discount "
        "Scheme is paid by suppliers.\n\nOfficers will promote the Warm Homes Discount "
        "Scheme in the winter."
    ),
    (
        "The Energy Company Obligation pays for boilers. Ash Borough Council signed a "
        "statement for the Energy Company Obligation in May.\n\nThe Energy Companies "
        "Obligation closes in 2026."
    ),
    (
        "Suppliers register at the Supplier Portal of the Council. The Supplier Portal went "
        "live in May.\n\nInvoices are sent through the Suppliers Portal."
    ),
    (
        "The Pier Harbours Trust runs the moorings. The Council appoints two members of the "
        "Pier Harbours Trust.\n\nA grant of £5,000 was paid to the Pier Harbour Trust."
    ),
    (
        "The Ash Coastal Communities Team met in May. The Ash Coastal Communities Team has "
        "nine members.\n\nMembers thanked the Ash Coastal Community Team for its work."
    ),
    (
        "The Quay Household Recycling Centre is open daily. Visits to the Quay Household "
        "Recycling Centre rose.\n\nThe Quay Household Recycle Centre takes paint."
    ),
    (
        "Chris Stone, Harbour Operations Manager, gave a presentation.\n\nQuestions were "
        "answered by Chris Smith, Harbour Operations Manager."
    ),
    (
        "Philip Morris, the Harbour Manager, reported on dredging.\n\nMembers thanked Phil "
        "Norris, the Harbour Manager, for his report."
    ),
    (
        "Cllr Jane Clement chaired the working group. Cllr Clement said that the work was "
        "complete.\n\nIt was agreed that Cllr Clements would write to the owners."
    ),
    (
        "Mr Clement spoke for the applicant. Mr Clement showed a plan. Mr Clement asked for "
        "a site visit.\n\nThe Chair thanked Mr Clements."
    ),
    (
        "The Adult Social Care Outcomes Framework is published yearly. Scores in the Adult "
        "Social Care Outcomes Framework fell.\n\nThe Adults Social Care Outcomes Framework "
        "has 26 measures."
    ),
    (
        "The Birch Neighbourhood Plan Steering Group met in May. The Birch Neighbourhood "
        "Plan Steering Group has nine members.\n\nThe Birch Neighbourhood Planning Steering "
        "Group will meet in June."
    ),
    (
        "The National Minimum Data Set is returned each year. The National Minimum Data Set "
        "covers 400 staff.\n\nThe National Minimal Data Set closes in May."
    ),
    (
        "The Quay Local Enterprise Partnership met in May. The Quay Local Enterprise "
        "Partnership gave £2m.\n\nThe Quay Local Enterprises Partnership will report in June."
    ),
    (
        "The Ash and Birch Flood Alleviation Scheme began in May. The Ash and Birch Flood "
        "Alleviation Scheme will cost £2m.\n\nMembers visited the Ash and Birch Flood "
        "Prevention Scheme."
    ),
    (
        "The Pier Regeneration Delivery Board met in May. The Pier Regeneration Delivery "
        "Board agreed the plan.\n\nThe Pier Renewal Delivery Board will meet again in June."
    ),
)

LEFT_ALONE = (
    (
        "The North Quay Board met in May. The North Quay Board agreed the plan.\n\nThe South "
        "Quay Board will meet in June."
    ),
    (
        "The Contracts Manager reported in May.\n\nThe Council will appoint a Contract "
        "Manager for each site."
    ),
    (
        "The Children's Safeguarding Board met in May. The Children's Safeguarding Board "
        "agreed.\n\nThe Adults' Safeguarding Board will meet in June."
    ),
    (
        "The Pier Phase One Works began in May. The Pier Phase One Works cost £2m.\n\nThe "
        "Pier Phase Two Works will follow."
    ),
    (
        "The Senior Planning Officer spoke. The Senior Planning Officer answered.\n\nThe "
        "Principal Planning Officer presented the item."
    ),
    (
        "Housing Benefit is paid weekly. Housing Benefit claims fell.\n\nThe Housing "
        "Benefits Team moved to the Town Hall."
    ),
    (
        "Ash Parish Council objected. Ash Parish Council asked for a visit.\n\nAsh Parish "
        "Councillors attended. Other Parish Councils did not answer."
    ),
    (
        "The Quay Primary School was inspected. The Quay Primary School was good.\n\nThe "
        "Quay Infant School was not. The Quay Secondary School follows."
    ),
    "Dame Ann Ash spoke. Mrs Ann Ash answered.\n\nMr Alan Ash and Mr Alan Birch came.",
    (
        "The Finance Sub-Committee met. The Finance Sub-Committee agreed.\n\nThe Personnel "
        "Sub-Committee met in June."
    ),
    (
        "The Public Works Loan Board lends. The Public Works Loan Board rate fell.\n\nPublic "
        "Works Loans are repaid over years."
    ),
    (
        "The Low Carbon Skills Fund pays. The Low Carbon Skills Fund closed.\n\nThe Low "
        "Carbon Homes Fund opened."
    ),
    (
        "The Head of Planning Services spoke. The Head of Planning Services left.\n\nThe "
        "Head of Housing Services stayed."
    ),
    (
        "Cllr Ann Stone and Cllr Bob Stones were present. Cllr Stone spoke.\n\nCllr Stones "
        "left early."
    ),
    (
        "The Annual Governance Statement is signed. The Annual Governance Statement was "
        "audited.\n\nThe Annual Governance Statements of both councils are below."
    ),
    (
        "The Strategic Housing Market Assessment was published. The Strategic Housing Market "
        "Assessment gives need.\n\nThe Strategic Housing Land Assessment gives sites."
    ),
    (
        "The Local Plan Part One was adopted. The Local Plan Part One covers Ash.\n\nThe "
        "Local Plan Part Two is in draft."
    ),
    (
        "Chris Stone, Harbour Operations Manager until May, gave a presentation.\n\nHis "
        "successor Chris Smith, Harbour Operations Manager, answered."
    ),
    (
        "The Community Infrastructure Levy is charged. The Community Infrastructure Levy "
        "rate is £70.\n\nThe Community Infrastructure Fund pays for halls."
    ),
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
