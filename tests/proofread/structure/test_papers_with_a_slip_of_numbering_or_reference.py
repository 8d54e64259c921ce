"""Whole little papers: numbering, references, contents and lists, with one slip and with none."""

import pytest

from whole_papers import FRONT, MINUTES, found_in_form

_TOLD = (
    pytest.param(
        MINUTES
        + (
            "1. Apologies\n"
            "Cllr Fir sent apologies.\n"
            "2. Declarations of interest\n"
            "None were made.\n"
            "3. Minutes of the last meeting\n"
            "The minutes were approved and signed.\n"
            "3. Finance\n"
            "The clerk presented the accounts for February.\n"
            "4. Planning\n"
            "There were no applications.\n"
            "5. Close\n"
            "The meeting closed at 8.40pm.\n"
        ),
        "given to two",
        id="num-given-to-two",
    ),
    pytest.param(
        MINUTES
        + (
            "1.0 Apologies\n"
            "Cllr Fir sent apologies.\n"
            "2.0 Declarations of interest\n"
            "None were made.\n"
            "3.0 Minutes of the last meeting\n"
            "The minutes were approved.\n"
            "4.0 Finance\n"
            "4.1 The clerk presented the accounts.\n"
            "4.2 Payments were approved.\n"
            "6.0 Planning\n"
            "6.1 There were no applications.\n"
            "7.0 Close of meeting\n"
            "The meeting closed at 8.40pm.\n"
        ),
        "6",
        id="num-6",
    ),
    pytest.param(
        (
            "HARBOUR COUNTY COUNCIL\n"
            "\n"
            "FERRIES PANEL\n"
            "\n"
            "MINUTES of a meeting of the Ferries Panel held on Tuesday 4 March 2025.\n"
            "\n"
            "PRESENT: Mr A Ash (Chairman), Mrs B Birch and Mr C Cedar\n"
            "\n"
            "UNRESTRICTED ITEMS\n"
            "\n"
            "101. Apologies\n"
            "(Item 1)\n"
            "Apologies were received from Mr Dale.\n"
            "102. Declarations of interest\n"
            "(Item 2)\n"
            "There were none.\n"
            "103. Lamps update\n"
            "(Item 3)\n"
            "The Panel noted the update.\n"
            "104. Ferry timetable\n"
            "(Item 5)\n"
            "The Panel noted the timetable.\n"
            "105. Harbour dues\n"
            "(Item 5)\n"
            "The Panel noted the dues.\n"
            "106. Work programme\n"
            "(Item 6)\n"
            "The programme was agreed.\n"
        ),
        "Item 5",
        id="num-item-5",
    ),
    pytest.param(
        (
            "Budget book\n"
            "\n"
            "The divisions of the budget are:\n"
            "\n"
            "A. Harbours\n"
            "\n"
            "The harbours spend £2m.\n"
            "\n"
            "B. Lamps\n"
            "\n"
            "The lamps spend £3m.\n"
            "\n"
            "C. Ferries\n"
            "\n"
            "The ferries spend £4m.\n"
            "\n"
            "G. Bridges\n"
            "\n"
            "The bridges spend £1m.\n"
            "\n"
            "H. Roads\n"
            "\n"
            "The roads spend £9m.\n"
        ),
        "G",
        id="num-g",
    ),
    pytest.param(
        FRONT
        + (
            "1. Introduction\n"
            "\n"
            "1.1 The lamps are old.\n"
            "\n"
            "2. Appendices\n"
            "\n"
            "Appendix 1 – Lamp survey\n"
            "Appendix 2 – Equality assessment\n"
            "Appendix 2 – Financial appraisal\n"
            "Appendix 3 – Map\n"
            "\n"
            "3. Background papers\n"
            "\n"
            "None.\n"
        ),
        "Appendix 2",
        id="num-appendix-2",
    ),
    pytest.param(
        FRONT
        + (
            "1. Recommendations\n"
            "\n"
            "Cabinet is recommended to:\n"
            "\n"
            "(a) note the condition of the lamps;\n"
            "(b) approve the purchase of new lamps at a cost of £40,000;\n"
            "(b) delegate the contract to the Director of Place; and\n"
            "(c) receive a further report in the autumn.\n"
            "\n"
            "2. Background\n"
            "\n"
            "2.1 The lamps are old.\n"
        ),
        "b",
        id="num-b",
    ),
    pytest.param(
        FRONT
        + (
            "Recommendation 1: That the lamps are renewed.\n"
            "\n"
            "Recommendation 2: That the ferry is repaired.\n"
            "\n"
            "Recommendation 4: That a report comes back in June.\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The lamps are old.\n"
        ),
        "Recommendation",
        id="num-recommendation",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 Table 1 shows the lamps.\n"
            "\n"
            "Table 1: Lamps by ward\n"
            "\n"
            "Ward\tLamps\n"
            "North\t20\n"
            "South\t30\n"
            "\n"
            "1.2 Table 2 shows the ferries.\n"
            "\n"
            "Table 2: Ferries by ward\n"
            "\n"
            "Ward\tFerries\n"
            "North\t2\n"
            "South\t3\n"
            "\n"
            "Table 2: Harbours by ward\n"
            "\n"
            "Ward\tHarbours\n"
            "North\t1\n"
            "South\t4\n"
        ),
        "Table 2",
        id="num-table-2",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "Figure 1: Lamps lit each night\n"
            "\n"
            "1.1 The lamps are lit each night.\n"
            "\n"
            "Figure 2: Ferries each day\n"
            "\n"
            "1.2 The ferries run each day.\n"
            "\n"
            "Figure 4: Harbour dues\n"
            "\n"
            "1.3 The dues are rising.\n"
        ),
        "Figure",
        id="num-figure",
    ),
    pytest.param(
        FRONT
        + (
            "1. Options\n"
            "\n"
            "The panel looked at these risks:\n"
            "\n"
            "(i) the lamps fail;\n"
            "(ii) the ferry sinks;\n"
            "(iv) the harbour silts up; and\n"
            "(v) the bridge closes.\n"
            "\n"
            "1.1 All were scored.\n"
        ),
        "iii",
        id="num-iii",
    ),
    pytest.param(
        (
            "Notes of the Harbour Users Forum, Monday 3 March 2025\n"
            "\n"
            "7. Mooring fees\n"
            "Fees will rise in April.\n"
            "\n"
            "8. Lamp on the pier\n"
            "It has been mended.\n"
            "\n"
            "9. Any other business\n"
            "A member asked about dogs.\n"
            "\n"
            "9. Date of next meeting\n"
            "Monday 7 April 2025 at 7pm.\n"
        ),
        "9",
        id="num-9",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "\n"
            "1.1 This paper asks for a decision.\n"
            "\n"
            "2. Background\n"
            "\n"
            "2.1 The lamps are old.\n"
            "2.2 They cost £30,000 a year.\n"
            "2.3 A survey was made in May 2024.\n"
            "2.3 It found forty lamps unsafe.\n"
            "2.4 New lamps would last for twenty years.\n"
            "\n"
            "3. Next steps\n"
            "\n"
            "3.1 The order is placed in April.\n"
        ),
        "2.3",
        id="num-2-3",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "The paper asks for a decision.\n"
            "\n"
            "2. Background\n"
            "The lamps are old and cost more each year.\n"
            "\n"
            "3. Options\n"
            "There are two ways of mending them.\n"
            "\n"
            "5. Finance\n"
            "The cost is £40,000.\n"
            "\n"
            "6. Legal\n"
            "There are no legal matters.\n"
        ),
        "4",
        id="num-4",
    ),
    pytest.param(
        MINUTES
        + (
            "5. Reports\n"
            "5.1 Chairman’s report: The Chairman opened the pier.\n"
            "5.2 Clerk’s report: The clerk has ordered lamps.\n"
            "5.3 Ferry report: The ferry ran each day.\n"
            "6. Finance\n"
            "6.1 Payments: the list was approved.\n"
            "7. Correspondence\n"
            "7.1 The letter from the harbour master was dealt with in item 5.4 Chairman’s "
            "report.\n"
            "8. Close\n"
            "The meeting closed at 9pm.\n"
        ),
        "5.4",
        id="ref-5-4",
    ),
    pytest.param(
        (
            "HARBOUR COUNTY COUNCIL\n"
            "\n"
            "MINUTES of the meeting of the Council held on Thursday 13 March 2025.\n"
            "\n"
            "210. Declarations of Interest\n"
            "(Item 2)\n"
            "Mr Ash declared an interest in item 7 – Questions. Mrs Birch declared an "
            "interest in item 8 – Leader’s Report.\n"
            "\n"
            "211. Questions\n"
            "(Item 6)\n"
            "Eight questions were asked.\n"
            "\n"
            "212. Report by the Leader\n"
            "(Item 7)\n"
            "The Leader spoke of the harbour.\n"
            "\n"
            "213. Ferries strategy\n"
            "(Item 8)\n"
            "The strategy was adopted.\n"
        ),
        "item 7",
        id="ref-item-7",
    ),
    pytest.param(
        FRONT
        + (
            "Recommendation(s):\n"
            "\n"
            "Cabinet is asked to AGREE the lamp policy as set out in Appendix A.\n"
            "\n"
            "1. Background\n"
            "\n"
            "1.1 The policy is four years old.\n"
            "1.2 The changes are shown in Appendix 1, and the equality screening is "
            "Appendix 2.\n"
            "\n"
            "2. Appendices\n"
            "\n"
            "Appendix 1 – Revised lamp policy\n"
            "Appendix 2 – Equality screening\n"
        ),
        "Appendix A",
        id="ref-appendix-a",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 The detail is set out in Appendix C.\n"
            "\n"
            "Appendices attached:\n"
            "Appendix A: Lamp survey\n"
            "Appendix B: Costs\n"
        ),
        "Appendix C",
        id="ref-appendix-c",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "\n"
            "1.1 The paper asks for a decision. The costs are in paragraph 7.2.\n"
            "\n"
            "2. Background\n"
            "\n"
            "2.1 The lamps are old.\n"
            "\n"
            "3. Costs\n"
            "\n"
            "3.1 The cost is £40,000.\n"
        ),
        "7.2",
        id="ref-7-2",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "1.1 Table 1 shows the lamps and Table 5 the ferries.\n"
            "\n"
            "Table 1: Lamps by ward\n"
            "\n"
            "Ward\tLamps\n"
            "North\t20\n"
            "South\t30\n"
            "\n"
            "Table 2: Ferries by ward\n"
            "\n"
            "Ward\tFerries\n"
            "North\t2\n"
            "South\t3\n"
        ),
        "Table 5",
        id="ref-table-5",
    ),
    pytest.param(
        FRONT
        + (
            "1. Options\n"
            "\n"
            "Option 1 – Do nothing.\n"
            "\n"
            "Option 2 – Mend the lamps.\n"
            "\n"
            "Option 3 – Buy new lamps.\n"
            "\n"
            "2. Preferred option\n"
            "\n"
            "2.1 Officers recommend option 4, because the lamps would last longer.\n"
        ),
        "option 4",
        id="ref-option-4",
    ),
    pytest.param(
        FRONT
        + (
            "1. Recommendations\n"
            "\n"
            "Cabinet is asked to:\n"
            "\n"
            "1. note the survey;\n"
            "2. approve the purchase; and\n"
            "3. delegate the contract to the Director.\n"
            "\n"
            "2. Reasons\n"
            "\n"
            "2.1 The reason for recommendation 5 is that the contract must be signed by "
            "May.\n"
        ),
        "recommendation 5",
        id="ref-recommendation-5",
    ),
    pytest.param(
        (
            "Ferry Strategy 2025\n"
            "\n"
            "Page 1 of 24\n"
            "\n"
            "Contents\n"
            "\n"
            "Foreword .......... 2\n"
            "Our ferries .......... 5\n"
            "Our harbours .......... 14\n"
            "Looking ahead .......... 41\n"
            "\n"
            "Foreword\n"
            "\n"
            "The ferries matter to us all.\n"
            "\n"
            "Page 2 of 24\n"
        ),
        "page 41",
        id="ref-page-41",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 The lamp policy as approved in 2023 is attached as Appendix 1 to this "
            "report.\n"
            "\n"
            "1.2 Members asked for changes to the mooring charges.\n"
            "\n"
            "2. Charges\n"
            "\n"
            "2.1 Attached to this paper at Appendix 1 are the proposed mooring charges.\n"
            "\n"
            "3. Appendices\n"
            "\n"
            "Appendix 1 – Lamp policy\n"
        ),
        "Appendix 1",
        id="ref-appendix-1",
    ),
    pytest.param(
        FRONT
        + (
            "1. Terms of reference\n"
            "\n"
            "1.1 The current terms of reference with tracked changes are set out in "
            "Appendix B.\n"
            "\n"
            "2. Appendices\n"
            "\n"
            "Appendix A – Review of the panel\n"
            "Appendix B – Proposed terms of reference, clean copy\n"
        ),
        "Appendix B",
        id="ref-appendix-b",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "1.1 See section 9 for the equality implications.\n"
            "\n"
            "2. Background\n"
            "2.1 The lamps are old.\n"
            "\n"
            "3. Equality implications\n"
            "3.1 There are none.\n"
        ),
        "section 9",
        id="ref-section-9",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Apologies\n"
            "Cllr Fir sent apologies.\n"
            "2. Declarations of interest\n"
            "Cllr Ash declared an interest in Item 14 on the agenda.\n"
            "3. Minutes of the last meeting\n"
            "The minutes were approved and signed.\n"
            "4. Finance\n"
            "The clerk presented the accounts.\n"
            "5. Close\n"
            "The meeting closed at 8.40pm.\n"
        ),
        "item 14",
        id="ref-item-14",
    ),
    pytest.param(
        (
            "Harbour Plan\n"
            "\n"
            "Contents\n"
            "\n"
            "Foreword .......... 2\n"
            "Lamps and lights .......... 4\n"
            "Lamps and lights .......... 4\n"
            "Ferries .......... 7\n"
            "\n"
            "Foreword\n"
            "We have a harbour.\n"
        ),
        "Lamps and lights",
        id="dup-lamps-and-lights",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Plans for the year\n"
            "The Chairman set out what is to be done:\n"
            "- Renew the standing orders so that they are up to date\n"
            "- Paint the bandstand before the summer fair\n"
            "- Agree terms for hiring out the playing field\n"
            "- Renew the standing orders so that they are up to date\n"
            "- Buy a new noticeboard\n"
            "2. Close\n"
            "The meeting closed at 9pm.\n"
        ),
        "Renew the standing orders",
        id="dup-renew-the-standing-orders",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "\n"
            "1.1 The paper asks for a decision.\n"
            "\n"
            "2. Financial implications\n"
            "\n"
            "3. Legal implications\n"
            "\n"
            "3.1 The Council has the power to light the harbour.\n"
            "\n"
            "4. Background\n"
            "\n"
            "4.1 The lamps are old.\n"
        ),
        "Financial implications",
        id="empty-financial-implications",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Apologies\n"
            "Cllr Fir sent apologies.\n"
            "2. Minutes\n"
            "The minutes of 4 February were signed.\n"
            "3. Matters arising from the minutes of 4 February:\n"
            "4. Finance\n"
            "The clerk presented the accounts.\n"
            "5. Close\n"
            "The meeting closed at 8.40pm.\n"
        ),
        "Matters arising",
        id="empty-matters-arising",
    ),
    pytest.param(
        ("# Lamps report\n\n## Lamps\n\n![](lamps.png)\n\nThe picture shows the lamps.\n"),
        "picture",
        id="acc-picture",
    ),
    pytest.param(
        ("# Lamps report\n\n## Lamps\n\nText of it.\n\n#### Ferries\n\nMore text.\n"),
        "heading",
        id="acc-heading",
    ),
    pytest.param(
        ("# Lamps report\n\n## Lamps\n\nFor the survey [click here](https://example.org/a).\n"),
        "click here",
        id="acc-click-here",
    ),
    pytest.param(
        FRONT + ("1. Changes\n\n1.1 Changes to the lamp policy are shown in red.\n"),
        "red",
        id="acc-red",
    ),
    pytest.param(
        FRONT
        + (
            "1. Performance\n"
            "\n"
            "1.1 In the table below, measures highlighted in red are below target.\n"
        ),
        "red",
        id="acc-red-2",
    ),
    pytest.param(
        (
            "Lamp Town Council – Minutes of the Amenities Committee held on Monday 10 "
            "February 2025 at 7pm\n"
            "\n"
            "Present: Councillors Ash, Birch and Cedar.\n"
            "\n"
            "22/25 Apologies: none.\n"
            "\n"
            "1. To receive declarations of interest: none.\n"
            "\n"
            "2. To approve the minutes of the last meeting: agreed.\n"
            "\n"
            "3. To consider the bench on the quay: it was resolved to buy one.\n"
            "\n"
            "5. To consider the hanging baskets: deferred.\n"
            "\n"
            "6. Date of next meeting: 10 March 2025.\n"
        ),
        "hanging baskets",
        id="num-hanging-baskets",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 The lamps are old.\n"
            "\n"
            "Appendices\n"
            "\n"
            "Appendix 1: Lamp survey\n"
            "\n"
            "Appendix 2: Costs\n"
            "\n"
            "Appendix 4: Map of lamps\n"
        ),
        "Appendix 4",
        id="num-appendix-4",
    ),
    pytest.param(
        FRONT
        + (
            "Recommendations:\n"
            "\n"
            "That the Board:\n"
            "i) notes the report;\n"
            "ii) approves the ferry timetable;\n"
            "iii) agrees the fares; \n"
            "iii) delegates the detail to the Head of Ferries.\n"
            "\n"
            "1. Background\n"
            "1.1 The ferries run daily.\n"
        ),
        "(iii)",
        id="num-iii-2",
    ),
    pytest.param(
        FRONT
        + (
            "1. Dues\n"
            "\n"
            "Chart 1: Dues by month\n"
            "\n"
            "1.1 They rise in summer.\n"
            "\n"
            "Chart 2: Dues by berth\n"
            "\n"
            "1.2 Berth 4 pays most.\n"
            "\n"
            "Chart 4: Arrears\n"
            "\n"
            "1.3 They are small.\n"
        ),
        "Chart 3",
        id="num-chart-3",
    ),
    pytest.param(
        (
            "HARBOUR BOROUGH COUNCIL\n"
            "\n"
            "Minutes of the Planning Committee, 5 March 2025\n"
            "\n"
            "Present: Councillor Ash (Chair), Councillor Birch, Councillor Cedar\n"
            "\n"
            "40. Apologies (Item 1)\n"
            "There were none.\n"
            "41. Declarations (Item 2)\n"
            "Councillor Cedar declared a personal interest in Item 5 (Lamp Works, Quay "
            "Street) as a neighbour.\n"
            "42. Minutes (Item 3)\n"
            "Agreed.\n"
            "43. Lamp Works, Quay Street (Item 4)\n"
            "Resolved: that permission is granted.\n"
            "44. Ferry Slipway (Item 5)\n"
            "Resolved: that permission is refused.\n"
        ),
        "Item 5",
        id="ref-item-5",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "1.1 To agree the dues set out at Appendix D.\n"
            "2. Background\n"
            "2.1 The dues were last set in 2022.\n"
            "3. List of appendices\n"
            "Appendix A: Proposed dues\n"
            "Appendix B: Consultation replies\n"
            "Appendix C: Equality screening\n"
        ),
        "Appendix D",
        id="ref-appendix-d",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "1.1 The financial implications are set out in section 11 of this report.\n"
            "2. Background\n"
            "2.1 The ferry is old.\n"
            "3. Finance\n"
            "3.1 A new ferry costs £2m.\n"
        ),
        "Section 11",
        id="ref-section-11",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "1.1 As explained in paragraph 4.9 below, the ferry is old.\n"
            "2. Background\n"
            "2.1 It was built in 1971.\n"
            "3. Options\n"
            "3.1 There are two.\n"
            "4. Costs\n"
            "4.1 It costs £2m.\n"
            "4.2 The grant is £1m.\n"
        ),
        "4.9",
        id="ref-4-9",
    ),
    pytest.param(
        FRONT
        + (
            "1. Fares\n"
            "1.1 The fares are in Table 4.\n"
            "\n"
            "Table 1: Fares from April 2025\n"
            "\n"
            "Fare\tPounds\n"
            "Adult\t4\n"
            "Child\t2\n"
            "\n"
            "Table 2: Passes\n"
            "\n"
            "Pass\tPounds\n"
            "Week\t20\n"
            "Month\t70\n"
        ),
        "Table 4",
        id="ref-table-4",
    ),
    pytest.param(
        (
            "Harbour Annual Review 2024\n"
            "\n"
            "Contents\n"
            "Welcome ........ 3\n"
            "Our year ........ 6\n"
            "Our money ........ 30\n"
            "Our people ........ 14\n"
            "\n"
            "Page 1 of 16\n"
            "\n"
            "Welcome\n"
            "We had a good year.\n"
            "\n"
            "Page 2 of 16\n"
        ),
        "page 30",
        id="ref-page-30",
    ),
    pytest.param(
        FRONT
        + (
            "1. Work programme\n"
            "\n"
            "The Panel will look this year at:\n"
            "• Ferry timetable and fares for the summer season\n"
            "• Harbour dredging and its costs\n"
            "• Ferry timetable and fares for the summer season\n"
            "• Lamps on the eastern pier\n"
        ),
        "Ferry timetable",
        id="dup-ferry-timetable",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "1.1 To agree the dues.\n"
            "\n"
            "2. Background\n"
            "2.1 They were set in 2022.\n"
            "\n"
            "3. Risk management\n"
            "\n"
            "4. Legal implications\n"
            "4.1 The Harbours Act applies.\n"
            "\n"
            "5. Financial implications\n"
            "5.1 Income rises by £10,000.\n"
        ),
        "Risk",
        id="empty-risk",
    ),
    pytest.param(
        FRONT + ("1. Fares\n\n1.1 Fares in green have been reduced and those in red have risen.\n"),
        "green",
        id="acc-green",
    ),
    pytest.param(
        (
            "Minutes of the Annual Parish Meeting of Lampton held on 12 May 2025\n"
            "\n"
            "Present: 14 electors and Cllrs Ash, Birch and Cedar\n"
            "\n"
            "1) Welcome\n"
            "The Chairman welcomed those present.\n"
            "\n"
            "2) Apologies\n"
            "Cllr Dale.\n"
            "\n"
            "3) Police report\n"
            "Crime is low.\n"
            "\n"
            "3) Dog fouling\n"
            "The clerk will write.\n"
            "\n"
            "5) Closing remarks\n"
            "The Chairman thanked all.\n"
        ),
        "Dog",
        id="fresh-num-0",
    ),
    pytest.param(
        FRONT
        + (
            "6. Finance\n"
            "\n"
            "6.1 The budget is £2m.\n"
            "\n"
            "6.2 The forecast is £2.1m.\n"
            "\n"
            "6.4 Reserves are £0.4m.\n"
            "\n"
            "6.5 Dues rise in April.\n"
            "\n"
            "7. Legal\n"
            "\n"
            "7.1 There are no legal implications.\n"
        ),
        "6.4",
        id="fresh-num-1",
    ),
    pytest.param(
        (
            "HARBOUR DISTRICT COUNCIL\n"
            "\n"
            "Minutes of the Licensing Committee held on 6 March 2025\n"
            "\n"
            "Present: Councillors A Ash (Chair), B Birch and C Cedar\n"
            "\n"
            "1 APOLOGIES\n"
            "None.\n"
            "2 DECLARATIONS OF INTEREST\n"
            "Councillor Birch declared an interest in agenda item 5 (Taxi Fares) because "
            "her brother drives a taxi.\n"
            "3 MINUTES\n"
            "Approved.\n"
            "4 TAXI FARES\n"
            "The Committee agreed the fares.\n"
            "5 PAVEMENT LICENCES\n"
            "The Committee agreed the policy.\n"
        ),
        "5",
        id="fresh-ref-2",
    ),
    pytest.param(
        FRONT
        + (
            "1. Summary\n"
            "1.1 The full results are at Annex C.\n"
            "\n"
            "2. Annexes\n"
            "Annex A: Survey form\n"
            "Annex B: Replies\n"
        ),
        "Annex C",
        id="fresh-ref-3",
    ),
    pytest.param(
        FRONT
        + (
            "1. Dues\n"
            "1.1 As Figure 6 shows, dues have risen.\n"
            "\n"
            "Figure 1: Dues by year\n"
            "\n"
            "1.2 They will rise again.\n"
            "\n"
            "Figure 2: Dues by berth\n"
        ),
        "Figure 6",
        id="fresh-ref-4",
    ),
    pytest.param(
        (
            "Plan\n"
            "\n"
            "CONTENTS\n"
            "Foreword ........................ 2\n"
            "Ferries ......................... 3\n"
            "Ferries ......................... 3\n"
            "Lamps ........................... 6\n"
            "\n"
            "Foreword\n"
            "Welcome.\n"
        ),
        "Ferries",
        id="fresh-dup-11",
    ),
)

_LEFT_ALONE = (
    pytest.param(
        (
            "Agenda\n"
            "\n"
            "Part I – Public\n"
            "\n"
            "1. Apologies\n"
            "2. Declarations\n"
            "3. Minutes\n"
            "\n"
            "Part II – Private\n"
            "\n"
            "1. Apologies\n"
            "2. Staffing matters\n"
        ),
        id="num-two-lists",
    ),
    pytest.param(
        FRONT
        + (
            "1. Options\n"
            "\n"
            "Option A has these merits:\n"
            "(a) it is cheap;\n"
            "(b) it is quick.\n"
            "\n"
            "Option B has these:\n"
            "(a) it lasts;\n"
            "(b) it is bright.\n"
            "\n"
            "2. Next steps\n"
            "\n"
            "2.1 None is taken.\n"
        ),
        id="num-per-heading",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Apologies\n"
            "None.\n"
            "2. Minutes\n"
            "Extract of the minutes of the Lamp Committee:\n"
            "“4. The lamps were noted.\n"
            "7. The ferry was noted.”\n"
            "3. Close\n"
        ),
        id="num-extract",
    ),
    pytest.param(
        (
            "HARBOUR COUNTY COUNCIL\n"
            "\n"
            "MINUTES of the meeting held on Tuesday 4 March 2025.\n"
            "\n"
            "101. Apologies\n"
            "(Item 1)\n"
            "None.\n"
            "102. Ferries\n"
            "(Item 6)\n"
            "This item was taken early.\n"
            "103. Lamps\n"
            "(Item 3)\n"
            "Noted.\n"
        ),
        id="num-agenda-taken-out-of-order",
    ),
    pytest.param(
        (
            "Terms\n"
            "\n"
            "A. Harbours\n"
            "B. Lamps\n"
            "C. Ferries\n"
            "\n"
            "The committee also heard from Mr M. Moss.\n"
            "M. Moss thanked the members.\n"
        ),
        id="num-letters",
    ),
    pytest.param(
        (
            "HARBOUR COUNTY COUNCIL\n"
            "\n"
            "MINUTES of the meeting held on Tuesday 4 March 2025.\n"
            "\n"
            "PRESENT: Mr A Ash\n"
            "\n"
            "12. Apologies\n"
            "(Item 1)\n"
            "None.\n"
            "13. Declarations\n"
            "(Item 2)\n"
            "None.\n"
            "15. Exempt matters\n"
            "(Item 4)\n"
            "Noted.\n"
        ),
        id="num-items-no-business",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 The policy is attached at Appendix 1. The costs are in Appendix 2.\n"
        ),
        id="ref-appendix-separate",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 Paragraph 9.4 of the report to Council of 6 February 2025 sets out the "
            "costs. Section 17 of the Crime and Disorder Act 1998 applies, as does "
            "Regulation 30.\n"
        ),
        id="ref-other-report",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 Under Part 3, paragraph 12.4 of the Constitution the Leader decides. "
            "Article 13 applies.\n"
            "1.2 See item 14 of the agenda of the Lamps Committee.\n"
        ),
        id="ref-constitution",
    ),
    pytest.param(
        FRONT
        + (
            "1. Background\n"
            "\n"
            "1.1 Appendix A to the Ferry Strategy lists the ferries. Appendix 1 to this "
            "report lists the lamps.\n"
            "\n"
            "2. Appendices\n"
            "\n"
            "Appendix 1 – Lamps\n"
        ),
        id="ref-appendix-of-other",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Declarations of interest\n"
            "Cllr Ash declared an interest in item 3, Finance.\n"
            "2. Minutes\n"
            "Signed.\n"
            "3. Finance\n"
            "The list of payments was approved.\n"
            "4. Close\n"
        ),
        id="ref-next-items",
    ),
    pytest.param(
        (
            "HARBOUR COUNTY COUNCIL\n"
            "\n"
            "MINUTES of the meeting of the Council held on Thursday 13 March 2025.\n"
            "\n"
            "210. Declarations of Interest\n"
            "(Item 2)\n"
            "Mr Ash declared an interest in item 6 – Member Questions. Mrs Birch declared "
            "an interest in item 7 – Leader.\n"
            "\n"
            "211. Questions\n"
            "(Item 6)\n"
            "Eight questions were asked.\n"
            "\n"
            "212. Report by the Leader\n"
            "(Item 7)\n"
            "The Leader spoke of the harbour.\n"
        ),
        id="ref-questions-plural",
    ),
    pytest.param(
        (
            "Ferry Strategy 2025\n"
            "\n"
            "Page 1 of 24\n"
            "\n"
            "Contents\n"
            "\n"
            "Foreword .......... 2\n"
            "Our ferries .......... 5\n"
            "Our harbours .......... 14\n"
            "Looking ahead .......... 24\n"
            "\n"
            "Foreword\n"
            "\n"
            "The ferries matter.\n"
        ),
        id="contents-ok",
    ),
    pytest.param(
        FRONT
        + (
            "1. Purpose\n"
            "\n"
            "1.1 It asks for a decision.\n"
            "\n"
            "2. Implications\n"
            "\n"
            "2.1 Financial\n"
            "\n"
            "The cost is £40,000.\n"
            "\n"
            "2.2 Legal\n"
            "\n"
            "There are none.\n"
        ),
        id="empty-parent",
    ),
    pytest.param(
        (
            "HARBOUR DISTRICT COUNCIL\n"
            "\n"
            "AGENDA\n"
            "\n"
            "1. Apologies for absence\n"
            "2. Declarations of interest\n"
            "3. Minutes of the meeting held on 4 February 2025\n"
            "4. Lamps\n"
            "5. Any other business\n"
        ),
        id="empty-agenda",
    ),
    pytest.param(
        FRONT
        + (
            "1. Performance\n"
            "\n"
            "1.1 Measures are rated red, amber or green. Two measures are red. The budget "
            "is in the red. The red lamps shine.\n"
        ),
        id="acc-ok",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Payments\n"
            "- Lamp Co Ltd\n"
            "- Ferry Ltd\n"
            "- Lamp Co Ltd\n"
            "2. Resolutions\n"
            "- Approved\n"
            "- Approved\n"
            "- Noted\n"
        ),
        id="dup-ok",
    ),
    pytest.param(
        FRONT
        + (
            "Recommendation to Cabinet:\n"
            "\n"
            "1. note the survey;\n"
            "2. approve the purchase.\n"
            "\n"
            "Recommendation to Council:\n"
            "\n"
            "1. approve the capital budget.\n"
            "\n"
            "2. Background\n"
            "\n"
            "2.1 The reason for recommendation 2 is safety.\n"
        ),
        id="rec-two-lists",
    ),
    pytest.param(
        FRONT
        + (
            "1. Lamps\n"
            "\n"
            "Table 1.1: Lamps\n"
            "\n"
            "Ward\tLamps\n"
            "North\t20\n"
            "South\t30\n"
            "\n"
            "Table 2.1: Ferries\n"
            "\n"
            "Ward\tFerries\n"
            "North\t2\n"
            "South\t3\n"
            "\n"
            "Table 2.1 continued\n"
            "\n"
            "Ward\tFerries\n"
            "East\t2\n"
            "West\t3\n"
        ),
        id="table-numbering-by-section",
    ),
    pytest.param(
        FRONT
        + (
            "1. Objectives\n"
            "\n"
            "1. Mend the lamps.\n"
            "2. Run the ferry.\n"
            "3. Dredge the harbour.\n"
            "\n"
            "2. Risks\n"
            "\n"
            "1. The lamps fail.\n"
            "2. The ferry sinks.\n"
            "4 members spoke at the last meeting.\n"
            "\n"
            "3. Next steps\n"
            "\n"
            "3.1 None.\n"
        ),
        id="two-numbered-lists",
    ),
    pytest.param(
        FRONT
        + (
            "1. Officers\n"
            "\n"
            "A. Ash, Director\n"
            "B. Birch, Manager\n"
            "C. Cedar, Engineer\n"
            "F. Fir, Clerk\n"
            "\n"
            "1.1 They wrote the report.\n"
        ),
        id="letters",
    ),
    pytest.param(
        (
            "Plan\n"
            "\n"
            "Contents\n"
            "Foreword ..... 3\n"
            "Part one ..... 5\n"
            "Lamps ..... 5\n"
            "Ferries ..... 8\n"
            "Appendices ..... 1\n"
            "Map ..... 2\n"
            "\n"
            "Page 1 of 9\n"
            "\n"
            "Foreword\n"
            "We plan.\n"
        ),
        id="contents-of-two-parts",
    ),
    pytest.param(
        FRONT
        + (
            "1. Charges\n"
            "\n"
            "1.1 The current charges are attached at Appendix 1 and the proposed charges "
            "are attached at Appendix 2. Appendix 1 also lists concessions.\n"
            "\n"
            "2. Appendices\n"
            "\n"
            "Appendix 1 – Current charges\n"
            "Appendix 2 – Proposed charges\n"
        ),
        id="appendix-current-and-new",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Apologies\n"
            "None.\n"
            "2. Interests\n"
            "Cllr Ash declared an interest in item 5, lamps on the pier, as he lives "
            "there.\n"
            "3. Minutes\n"
            "Signed. Under item 4 of last month’s minutes the clerk had spoken to the "
            "Harbour Board.\n"
            "4. Police\n"
            "No report.\n"
            "5. Lamps on the pier\n"
            "Deferred.\n"
            "6. Date of next meeting\n"
            "7 April.\n"
        ),
        id="item-and-title",
    ),
    pytest.param(
        MINUTES
        + (
            "1. Planning\n"
            "- 24/0101 Single storey rear extension – no objection\n"
            "- 24/0102 Single storey rear extension – no objection\n"
            "- Single storey rear extension\n"
            "- Single storey rear extension\n"
            "2. Reports\n"
            "- There was nothing to report\n"
            "- There was nothing to report\n"
        ),
        id="bullets",
    ),
    pytest.param(
        FRONT
        + (
            "1. Recommendations\n"
            "\n"
            "1. note the survey;\n"
            "2. approve the purchase.\n"
            "\n"
            "2. Background\n"
            "\n"
            "2.1 The auditor’s recommendation 5 has been done. Of the inspection’s "
            "recommendations, recommendation 4 remains.\n"
        ),
        id="recs",
    ),
)


@pytest.mark.parametrize(("text", "words"), _TOLD)
def test_the_fault_is_told(text: str, words: str) -> None:
    told = [f"{finding.quote} {finding.message}".casefold() for finding in found_in_form(text)]
    assert any(words.casefold() in one for one in told)


@pytest.mark.parametrize("text", _LEFT_ALONE)
def test_nothing_is_told(text: str) -> None:
    assert found_in_form(text) == ()
