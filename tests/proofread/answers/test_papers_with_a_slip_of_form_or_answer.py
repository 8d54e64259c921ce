"""Whole little papers: numbers, words, front sheets and attendance, with one slip and with none."""

import pytest

from whole_papers import FRONT, MINUTES, found_in_form

_TOLD = (
    pytest.param(
        FRONT
        + (
            "1. Ferries\n\n1.1 In the year there were 14,50 crossings, more than the year before.\n"
        ),
        "14,50",
        id="form-14-50",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Apologies\n"
            "None.\n"
            "2. Close\n"
            "There being no further business the meeting closed at 9.1Opm. The next "
            "meeting is on 1 April 2025 at 7.3Opm.\n"
        ),
        "7.3Opm",
        id="form-7-3opm",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Payments\n"
            "Lamp Co Ltd – lighting the pier 1/4/25-31/3/24 – £400.00\n"
            "Ferry Ltd – repairs – £60.00\n"
        ),
        "1/4/25-31/3/24",
        id="form-1-4-25-31-3-24",
    ),
    pytest.param(
        FRONT + ("1. Costs\n\n1.1 The cost was £1,2500 in all, of which £4,000 was for lamps.\n"),
        "£1,2500",
        id="form-1-2500",
    ),
    pytest.param(
        FRONT + ("1. Works\n\n1.1 The works end on 31 June 2025.\n"),
        "31 June",
        id="form-31-june",
    ),
    pytest.param(
        MINUTES + ("1. Close\nThe meeting closed at 20.75.\n"),
        "20.75",
        id="form-20-75",
    ),
    pytest.param(
        FRONT + ("1. Plan\n\n1.1 Spending falls to £4m in 2027-26 and stays there.\n"),
        "2027-26",
        id="form-2027-26",
    ),
    pytest.param(
        FRONT
        + ("1. Works\n\n1.1 The scheme was approved by the Department on 28” October, 2024.\n"),
        "28”",
        id="form-28",
    ),
    pytest.param(
        MINUTES + ("1. Lamps\nThe clerk said the pier would be swept 5 five times a year.\n"),
        "5 five",
        id="dbl-5-five",
    ),
    pytest.param(
        FRONT + ("1. Lamps\n\n1.1 The contract for the the lamps ends in May 2026.\n"),
        "the the",
        id="dbl-the-the",
    ),
    pytest.param(
        FRONT
        + (
            "1. Call-in\n"
            "\n"
            "1.1 Harbour County Council and Ferry Borough Council must decide who is to "
            "speak. Ferry Borough Council and must write to the Secretary of State.\n"
        ),
        "and must",
        id="miss-and-must",
    ),
    pytest.param(
        FRONT
        + ("1. Background\n\n1.1 It has been agreed that the lamps will be removed in May 2025.\n"),
        "It has been agreed",
        id="decider-it-has-been-agreed",
    ),
    pytest.param(
        FRONT
        + (
            "Financial implications: None\n"
            "\n"
            "Legal implications: None arising.\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The lamps will cost £48,000 to replace, to be met from reserves.\n"
        ),
        "None",
        id="na-none",
    ),
    pytest.param(
        FRONT
        + (
            "Past pathway of report: N/A\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The Environment Cabinet Committee considered this report on 16 January "
            "2025 and endorsed the proposal.\n"
        ),
        "pathway",
        id="na-pathway",
    ),
    pytest.param(
        FRONT
        + (
            "Electoral divisions affected: Pier, Quay\n"
            "\n"
            "Key decision: Yes – it affects more than two electoral divisions\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The lamps are old.\n"
        ),
        "two",
        id="tick-two",
    ),
    pytest.param(
        FRONT
        + (
            "Key decision: No\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 Key decisions are those with expenditure of over £500,000. The lamps will "
            "cost £1.2m over four years.\n"
        ),
        "Key decision",
        id="tick-key-decision",
    ),
    pytest.param(
        (
            "Equality Impact Assessment\n"
            "\n"
            "Status: Final\n"
            "\n"
            "1. The policy\n"
            "The lamps are to be dimmed.\n"
            "\n"
            "2. Consultation\n"
            "Consultation with residents will start in May 2025 and the findings will be "
            "added to this assessment.\n"
            "\n"
            "3. Action plan\n"
            "To be completed after consultation.\n"
        ),
        "final",
        id="final-final",
    ),
    pytest.param(
        FRONT
        + (
            "1. Performance\n"
            "\n"
            "Measure\tTarget\tRAG\tComment\n"
            "Lamps lit\t95%\tGreen\tThe service will miss the target this year because of the "
            "storms.\n"
            "Ferries on time\t90%\tAmber\tImproving.\n"
        ),
        "Green",
        id="status-green",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Finance\n"
            "The clerk presented the accounts. Proposed by Cllr Hazel, seconded by Cllr "
            "Birch, and resolved.\n"
            "2. Close\n"
            "The meeting closed at 9pm.\n"
        ),
        "Hazel",
        id="present-hazel",
    ),
    pytest.param(
        FRONT + ("1. Lamps\n\n1.1 The cost is £XX,000 and the works end in [insert month].\n"),
        "XX",
        id="draft-xx",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 [Note to author: check this figure with finance]. The cost is £40,000.\n"
        ),
        "Note to author",
        id="draft-note-to-author",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 Residents told us there lamps were too bright. The principle reason is "
            "the new bulb.\n"
        ),
        "there",
        id="homo-there",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 The lamps will have no affect on the budget, and the council will loose "
            "nothing.\n"
        ),
        "affect",
        id="homo-affect",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 The new lamps will compliment the existing ones and insure that the pier "
            "is safe.\n"
        ),
        "compliment",
        id="homo-compliment",
    ),
    pytest.param(
        FRONT + ("1. Ferries\n1.1 Some 1,45 passengers used the ferry on the bank holiday.\n"),
        "1,45",
        id="form-1-45",
    ),
    pytest.param(
        FRONT
        + ("1. Ferries\n1.1 The programme will be delivered in 2026-25 and the year after.\n"),
        "2026-25",
        id="form-2026-25",
    ),
    pytest.param(
        MINUTES + ("1. Close\nThe meeting ended at 7.O0pm.\n"),
        "7.O0pm",
        id="form-7-o0pm",
    ),
    pytest.param(
        MINUTES + ("1. Close\nThe Chairman closed the meeting at 19:75.\n"),
        "19:75",
        id="form-19-75",
    ),
    pytest.param(
        FRONT + ("1. Ferries\n1.1 The contract lasts for 3 three years from May.\n"),
        "3 three",
        id="dbl-3-three",
    ),
    pytest.param(
        FRONT + ("1. Ferries\n1.1 The cost of of the ferry is £2m.\n"),
        "of of",
        id="dbl-of-of",
    ),
    pytest.param(
        (
            "Minutes of Quay Parish Council held on 3 February 2025\n"
            "\n"
            "Members present: Cllrs Ash, Birch, Cedar and Dale\n"
            "\n"
            "Apologies: Cllr Elder\n"
            "\n"
            "1. Declarations of interest – none.\n"
            "2. Minutes – approved.\n"
            "3. Bench – Cllr Willow proposed and Cllr Ash seconded that a bench be bought. "
            "Carried.\n"
        ),
        "Willow",
        id="present-willow",
    ),
    pytest.param(
        (
            "HARBOUR BOROUGH COUNCIL\n"
            "\n"
            "Minutes of the Planning Committee held on 5 March 2025\n"
            "\n"
            "Present: Councillors A Ash (Chair), B Birch, C Cedar and D Dale\n"
            "\n"
            "1. Apologies for absence\n"
            "Apologies were received from Councillors Birch and Elder.\n"
            "2. Minutes\n"
            "Agreed.\n"
        ),
        "Birch",
        id="present-birch",
    ),
    pytest.param(
        FRONT
        + (
            "Wards affected: Pier\n"
            "\n"
            "Is this a key decision? Yes – it has a significant effect on two or more "
            "wards\n"
            "\n"
            "1. Background\n"
            "1.1 The lamps are old.\n"
        ),
        "two or more wards",
        id="tick-two-or-more-wards",
    ),
    pytest.param(
        FRONT
        + (
            "Previous consideration: None\n"
            "\n"
            "1. Background\n"
            "1.1 The Place Scrutiny Committee considered these proposals in January 2025 "
            "and supported them.\n"
        ),
        "considered",
        id="na-considered",
    ),
    pytest.param(
        FRONT
        + (
            "1. Savings\n"
            "\n"
            "Saving\tAmount\tStatus\tComment\n"
            "Lamp dimming\t£40,000\tOn track\tThe saving will not be achieved this year "
            "because the lamps have not arrived.\n"
            "Ferry fares\t£20,000\tAmber\tUnder review.\n"
        ),
        "track",
        id="status-track",
    ),
    pytest.param(
        (
            "Equality Impact Assessment – FINAL\n"
            "\n"
            "Name of proposal: Ferry fares\n"
            "\n"
            "1. What is proposed\n"
            "Fares rise by 10%.\n"
            "\n"
            "2. Evidence\n"
            "To be completed.\n"
            "\n"
            "3. Actions\n"
            "The survey of passengers is still to be carried out.\n"
        ),
        "To be completed",
        id="final-to-be-completed",
    ),
    pytest.param(
        FRONT
        + (
            "1. Fares\n"
            "\n"
            "1.1 The fares were last set in 2019 (check with Bob) and bring in £xx a year.\n"
        ),
        "xx",
        id="draft-xx-2",
    ),
    pytest.param(
        FRONT
        + (
            "1. Fares\n"
            "\n"
            "1.1 The new fares will effect the older passengers and the council will loose "
            "income.\n"
        ),
        "loose",
        id="homo-loose",
    ),
    pytest.param(
        FRONT + ("1. Homes\n1.1 The register has 12,75 households waiting for a home.\n"),
        "12,75",
        id="fresh-form-5",
    ),
    pytest.param(
        FRONT + ("1. Homes\n1.1 The scheme opens in April 2O25.\n"), "2O25", id="fresh-form-6"
    ),
    pytest.param(
        FRONT + ("1. Homes\n1.1 The lease runs for 10 ten years.\n"), "10 ten", id="fresh-dbl-7"
    ),
    pytest.param(
        (
            "PIER TOWN COUNCIL\n"
            "\n"
            "Minutes of the Finance Committee held on 3 March 2025\n"
            "\n"
            "PRESENT: Cllr Ash (in the Chair), Cllr Birch, Cllr Cedar, Cllr Dale\n"
            "\n"
            "IN ATTENDANCE: The Town Clerk\n"
            "\n"
            "F12 APOLOGIES\n"
            "Apologies were received from Cllr Ivy.\n"
            "\n"
            "F13 GRANTS\n"
            "It was proposed by Cllr Ivy, seconded by Cllr Dale and RESOLVED that £500 be "
            "paid.\n"
        ),
        "Ivy",
        id="fresh-present-8",
    ),
    pytest.param(
        FRONT
        + (
            "Previous decisions: None.\n"
            "\n"
            "1. Background\n"
            "1.1 This report was considered by the Homes and Harbour Committee on 9 "
            "January 2025.\n"
        ),
        "Previous",
        id="fresh-na-9",
    ),
    pytest.param(
        FRONT
        + (
            "1. Actions\n"
            "\n"
            "Action\tLead\tRAG\tUpdate\n"
            "Mend pier\tDirector\tGreen\tThe contractor has not yet started and the work is "
            "behind schedule.\n"
            "Buy lamps\tClerk\tRed\tLate.\n"
        ),
        "Green",
        id="fresh-status-10",
    ),
)

_LEFT_ALONE = (
    pytest.param(
        FRONT
        + (
            "1. Costs\n"
            "\n"
            "1.1 The sums are £1,234.50, £1,250,000 and 12,345; telephone 01234 567890; "
            "reference 24/00107; the times are 7.30pm, 19:30, 10.00am and 12.15 pm; the "
            "A12,10 miles long, was closed. Rooms 1,2 and 3 were used.\n"
        ),
        id="form-numbers",
    ),
    pytest.param(
        FRONT
        + (
            "1. Plan\n"
            "\n"
            "1.1 The plan runs 2024-25 to 2027-28, 1999-00, 2024-2027 and 1 April 2024 - "
            "31 March 2025. Invoices for 1/4/24-31/3/25 were paid.\n"
        ),
        id="form-spans",
    ),
    pytest.param(
        FRONT
        + (
            "1. Works\n"
            "\n"
            '1.1 The pipe is 28” wide, the screen 32" and the tyre 14”. He said “we open '
            "on 28 October”, and left.\n"
        ),
        id="form-quotes",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Lamps\n"
            "There were 5 five-bar gates, 3 two-bedroom flats, 6 six-month contracts and "
            "10 four times a year.\n"
            "Group 4 four times won the cup. Of the 12, 12 were mended.\n"
        ),
        id="dbl-number-words",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 The lamps that that harbour had had were old. What they do do is shine. "
            "It is what it is is not a reason.\n"
        ),
        id="dbl-had-had",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 The Council has consulted the Harbour Board and must now decide. Ferry "
            "Council has been consulted and must write by May.\n"
        ),
        id="miss-and-must-2",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Annual meeting\n"
            "It was agreed the Annual Meeting will take place on 12 May 2025.\n"
            "2. Lamps\n"
            "Agreed that the clerk would order lamps. It was resolved to pay the invoice.\n"
        ),
        id="decider-minutes",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 At its meeting on 4 February 2025 Cabinet considered the lamps. It was "
            "agreed that they would be removed.\n"
            "1.2 It was agreed with the Harbour Board that dues rise. It is agreed "
            "practice to do so.\n"
        ),
        id="decider-named",
    ),
    pytest.param(
        FRONT
        + (
            "Financial implications: None for this decision\n"
            "\n"
            "Past pathway of report: N/A\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The lamps were bought in 2019 for £48,000 under an earlier decision. The "
            "committee may wish to review them.\n"
        ),
        id="na-ok",
    ),
    pytest.param(
        FRONT
        + (
            "Electoral divisions affected: All\n"
            "\n"
            "Key decision: Yes – it affects more than two electoral divisions\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The lamps are old.\n"
        ),
        id="tick-ok",
    ),
    pytest.param(
        FRONT
        + (
            "Key decision: No\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The council’s budget for lamps is £12m. This proposal costs £40,000. Key "
            "decisions are those over £500,000.\n"
        ),
        id="tick-key-no",
    ),
    pytest.param(
        (
            "Equality Impact Assessment\n"
            "\n"
            "Status: Final\n"
            "\n"
            "1. The policy\n"
            "The lamps are to be dimmed.\n"
            "\n"
            "2. Consultation\n"
            "Consultation was held in May 2024. The action plan will be reviewed in 2026.\n"
        ),
        id="final-ok",
    ),
    pytest.param(
        FRONT
        + (
            "1. Performance\n"
            "\n"
            "Measure\tTarget\tRAG\tComment\n"
            "Lamps lit\t95%\tGreen\tLast year the service missed the target.\n"
            "Ferries on time\t90%\tRed\tThe service will miss the target.\n"
        ),
        id="status-ok",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Public session\n"
            "Mrs Hazel, a resident, asked about lamps. County Cllr Oak sent a report. "
            "Apologies from Cllr Pine were accepted.\n"
            "2. Finance\n"
            "Proposed by Cllr Ash, seconded by Cllr Birch. Cllr Pine’s invoice was paid.\n"
        ),
        id="present-ok",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 There lamps stood. The principal reason is the principle of light. The "
            "effect is small and affects few. A loose bulb may lose light. Complimentary "
            "tickets complement the offer; insurers insure boats.\n"
        ),
        id="homo-ok",
    ),
    pytest.param(
        (
            "HARBOUR COUNTY COUNCIL\n"
            "\n"
            "CABINET\n"
            "\n"
            "MINUTES of the meeting held on Thursday 30 January 2025.\n"
            "\n"
            "PRESENT: Mr A Ash (Chairman), Mrs B Birch, Mr C Cedar, Mr D Dale\n"
            "\n"
            "ALSO PRESENT: Mr E Elder\n"
            "\n"
            "IN ATTENDANCE: Ms F Fir (Director)\n"
            "\n"
            "80. Apologies\n"
            "(Item 1)\n"
            "Apologies were received from Mr Gorse and Mr Ash sent apologies for lateness.\n"
            "81. Minutes\n"
            "(Item 2)\n"
            "Mr Elder asked about item 9 of the Scrutiny Committee on 4 December. Resolved "
            "that the minutes be signed.\n"
            "82. Budget\n"
            "(Item 5)\n"
            "Mr Dale proposed and Mrs Birch seconded the motion, which was carried.\n"
            "83. Capital\n"
            "(Item 5)\n"
            "Agreed.\n"
            "84. Other items\n"
            "(Item 6)\n"
            "None.\n"
        ),
        id="minutes-of-cabinet",
    ),
    pytest.param(
        FRONT
        + (
            "1. Traffic\n"
            "\n"
            "1.1 Some 12,500 vehicles use the A2. Wards 3,14 and 22 gained. In 2019, 45 "
            "accidents happened; in 2020, 10 did. The survey of 2023, 12 pages long, is on "
            "the website. Sums of £1,250 and 14.30 hours were claimed. Between 2024-25 and "
            "2025-26, 10 lamps failed. The 2021 - 22 season ended. Form 2024-03 was used, "
            "and decision 2023-15 is published. ISO 9001-15. Tel 0300-12.\n"
        ),
        id="numbers",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Close\n"
            "The meeting opened at 7.00pm and closed at 21.59. Unit price 7.75 per hour. "
            "The rate moved from 5.65 to 7.80 at 6.75 per cent.\n"
        ),
        id="times",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Lamps\n"
            'The 19" rack and the 6” pipe were bought. He said “closed until 28” and “1 '
            "May”. On ‘15 March’ they met. 5’ March hare.\n"
        ),
        id="quotes",
    ),
    pytest.param(
        FRONT
        + (
            "1. Homes\n"
            "\n"
            "1.1 There are 2 two bedroom flats and 3 three-bed houses; year 7 seven "
            "pupils; 1 one way street. In Stage 2 two bids came.\n"
        ),
        id="doubles",
    ),
    pytest.param(
        FRONT
        + (
            "Previous consideration: None\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The Place Scrutiny Committee considered the ferry strategy in 2022. The "
            "Committee will consider this report on 4 April 2025.\n"
        ),
        id="pathway",
    ),
    pytest.param(
        FRONT
        + (
            "Key decision: No\n"
            "\n"
            "1. Costs\n"
            "\n"
            "1.1 A key decision is one with spending above £500,000. The current contract "
            "is worth £900,000; the extension will cost £90,000.\n"
        ),
        id="key",
    ),
    pytest.param(
        FRONT
        + (
            "1. Savings\n"
            "\n"
            "Saving\tLast\tNow\tComment\n"
            "Lamps\tGreen\tRed\tThe saving will not be achieved.\n"
            "Fares\tRed\tGreen\tThe target has been met.\n"
            "Dues\t\tGreen\tThere is a risk that it will not be met if the harbour silts up.\n"
            "Moorings\t\tGreen\tIt is on track.\n"
        ),
        id="rag",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Public\n"
            "Mrs Oak (resident) asked that Mr Pine be thanked.\n"
            "2. Lamps\n"
            "Proposed Cllr Birch, seconded Cllr Dale, carried. A motion proposed by County "
            "Councillor Rowan at County Hall was noted.\n"
        ),
        id="who",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 The lamps have an effect on birds, and affect sleep. To effect the "
            "transfer a deed is needed. Loose stones lose their place. We compliment the "
            "staff. The stationary vehicle had stationery in it. Legal counsel was taken. "
            "The roll of honour is hung. It is quiet at night.\n"
        ),
        id="sounds",
    ),
    pytest.param(
        FRONT
        + (
            "1. Duties\n"
            "\n"
            "1.1 Harbour Board members and must-have items. Lamps and may trees. Ash and "
            "Birch and Cedar must agree. The Harbour Board has met and must report. Health "
            "and Care Partnership will meet. Terms and Conditions and will writing.\n"
        ),
        id="and-must",
    ),
    pytest.param(
        FRONT
        + (
            "Wards affected: Pier, Quay and Town\n"
            "\n"
            "Is this a key decision? Yes – it affects two or more wards\n"
            "\n"
            "1. Background\n"
            "1.1 It affects one ward most.\n"
        ),
        id="all-wards",
    ),
)


@pytest.mark.parametrize(("text", "words"), _TOLD)
def test_the_fault_is_told(text: str, words: str) -> None:
    told = [f"{finding.quote} {finding.message}".casefold() for finding in found_in_form(text)]
    assert any(words.casefold() in one for one in told)


@pytest.mark.parametrize("text", _LEFT_ALONE)
def test_nothing_is_told(text: str) -> None:
    assert found_in_form(text) == ()
