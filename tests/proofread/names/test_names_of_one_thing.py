"""Two names behind one figure, an old name that comes back, and one person in two offices."""

import pytest

from moothall.proofread.names import abbreviations, held_offices, names_given_up, names_of_one_thing
from ordinary_wordings import found_by, papers

_RULES = (*names_of_one_thing.RULES, *names_given_up.RULES)
_ONE_THING = papers("""
1.1 The Harbour Lighting Action Plan was adopted in May 2022 and contains 48 actions. //
2.1 Of the 48 actions in the Harbour Lamps Delivery Plan, 31 are complete.
---
The Council has been allocated £1.9m from the Ferry Support Fund. //
Of the £1.9m Ferry Assistance Fund, £0.7m will be paid as vouchers.
---
The Council, as trustee of the Slipway Charity (number 100001), received the accounts. //
The Clerk was asked to file the return of the Old Pier Charity (number 100001) by May.
---
The draft Local Plan for Moorings drew 214 responses. //
That the Board approves the Moorings Strategy, as amended in the light of the 214 responses.
---
The Managing Director of Quay Homes Limited presented the company's business plan. //
RESOLVED: That the business plan of Quay Housing Limited, as presented by its Managing Director,
be approved.
---
From August 2024 the Ferry Training Budget became the Ferry Skills Fund, and the new name is used
throughout this report. //
Providers have so far drawn half of the Ferry Training Budget.
---
The Council was awarded £640,000 for its Snug Sills scheme, which replaces draughty sills in homes
with a low rating. So far 122 homes have applied to the Sound Sills scheme to have draughty sills
replaced, and the £640,000 is to be spent by March.
---
The two councils set up the Joint Ferry Board in 2019 to oversee the ferry contract. It has six
members, three from each council. // Any change to the ferry contract needs the consent of the six
members of the Joint Harbour Committee set up in 2019.
---
The Bright Oars nursery project began in May 2023 and has helped 212 families. // Of the 212
families helped by the Bright Sails nursery project, most live in the north.
---
The tender was won by Penlow Ltd at £231,400. // A contract will be signed with Pinlow Ltd at
£231,400.
---
Officers recommend a grant of £12,500 to Tiller Rowing Club for a new boathouse. // The £12,500 for
Tiller Sailing Club will be paid once the boathouse is built.
---
The Skylark Fund of £75,000 pays for play equipment in parks. // So far four parks have been given
play equipment from the £75,000 Starling Fund.
---
To close the gap the Harbour Finance Plan (HFP), which is the same document, will be refreshed.
""")

_TWO_THINGS = papers("""
The Harbour Lighting Action Plan contains 48 actions. //
The Harbour Lighting Delivery Plan, which is separate, has 48 actions too.
---
The Ferry Support Fund is £2m. //
The Ferry Assistance Fund is £2m.
---
The Ferry Support Fund was £1.9m. It was formerly the £1.9m Ferry Assistance Fund.
---
The Slipway Charity (number 100001) sent its accounts. //
The Old Pier Charity (number 100002) sent its accounts.
---
The Harbour Lighting Plan has 214 pages and the Library Strategy drew 214 responses.
---
The accounts of Quay Homes Limited were late. //
Ferry Services Limited and Quay Lettings Limited paid their invoices.
---
The Ferry Training Budget became the Ferry Skills Fund, and the new name is used here. //
The former Ferry Training Budget was smaller.
---
The Finance Committee has nine members, was set up in 2022 and meets monthly. // The Planning
Committee has nine members, was set up in 2022 and meets monthly.
---
The North Harbour Forum of 214 traders was set up in 2022 and advises on lamps. // Of the 214
traders of the South Harbour Forum, set up in 2022, few advise on lamps.
---
The Skylark Fund of £75,000 pays for play equipment. // The Starling Fund of £75,000 pays for paths.
---
The Harbour Forum has 140 members. The Harbour Assembly replaced the Harbour Forum in June 2024 and
the 140 members moved to it.
---
The ward grant gave £500 to Bell Quay Scouts for tents. It gave £500 to Hall Quay Scouts for a bus.
---
• Bell Rowing Club: the £12,500 for a boathouse // • Bell Sailing Club: £12,500 for a boathouse
---
The Harbour Lighting Plan (the Plan) contains 48 actions. Of the 48 actions in the Plan, 31 are
complete.
""")


@pytest.mark.parametrize("text", _ONE_THING)
def test_one_thing_under_two_names_is_told(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", _TWO_THINGS)
def test_two_things_are_left_in_peace(text: str) -> None:
    assert not found_by(_RULES, text)


_TWO_OFFICES = papers("""
Report author: Mr Barker, Section 151 Officer //
The Deputy Section 151 Officer, Mr Barker, will present this report.
---
In attendance: Mr Barker, Head of Internal Audit //
The Chief Internal Auditor, Mr Barker, introduced the opinion.
---
Ms Archer has been Interim Monitoring Officer since May. //
Legal implications (supplied by Ms Archer, the permanent Monitoring Officer): none.
---
Question by Ben Cole to Anna Archer, Cabinet Member for Harbours and Lamps At the last meeting I
asked about the lamps. //
Question by Joe Reed to Anna Archer, Cabinet Member for Ferries and Lamps On Monday I took
the ferry.
---
Ben Cole, Leader and Member for Lamps Anna Archer, Corporate Director of Harbours //
Members thanked the officers. //
Anna Archer (Interim)
---
Anna Archer (Assistant Director for Harbour Commissioning) //
Members thanked the officers. //
Anna Archer, Head of Ferry Commissioning, introduced the report.
""")

_ONE_OFFICE = papers("""
Mr Barker is the Director of Harbours and the officer appointed under section 151. //
Comments of the Section 151 Officer: Mr Barker has no concerns.
---
Ms Archer, then Deputy Director of Harbours, wrote the report of 2021. //
Ms Archer, Director of Harbours, presents this one.
---
Mr Barker, Director of Harbours //
The Monitoring Officer, Mr Barker, agreed.
---
Anna Archer, Cabinet Member for Harbours and Lamps On Monday I took the ferry. //
Anna Archer, Cabinet Member for Harbours and Lamps At the last meeting I asked.
""")


@pytest.mark.parametrize("text", _TWO_OFFICES)
def test_one_person_in_two_offices_is_told(text: str) -> None:
    assert found_by(held_offices.RULES, text)


@pytest.mark.parametrize("text", _ONE_OFFICE)
def test_one_person_in_one_office_is_left_in_peace(text: str) -> None:
    assert not found_by(held_offices.RULES, text)


def test_a_group_and_its_subgroup_do_not_share_their_letters() -> None:
    text = "The Quay Lamps Options Subgroup (QLG) and Ben Cole of the Quay Lamps Group (QLG) met."
    assert found_by(abbreviations.RULES, text)
    innocent = text.replace("Subgroup (QLG)", "Subgroup")
    assert not found_by(abbreviations.RULES, innocent)
