"""Little papers whose numbers, labels, years and clearances do not fit, and ones where they do."""

from itertools import chain

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence
from moothall.proofread.proofread import proofread
from moothall.proofread.rules import rules_in

_FRONT = (
    "Ferry Committee\n\nDate: 12 March 2025\nTitle: The harbour lamps\n"
    "Report of: Director of Harbours\n\n"
)
_ROOMS = ("structure", "answers", "wording", "dates")
_OURS = tuple(chain.from_iterable(map(rules_in, _ROOMS)))


def _told(text: str) -> set[str]:
    read = read_markdown if "|" in text else read_plain_text
    found = proofread((read(_FRONT + text, "paper"),), _OURS)
    return {finding.rule for finding in found if finding.confidence is not Confidence.LOW}


_FAULTS = (
    pytest.param(
        (
            "Table 1: Moorings by takings\n"
            "\n"
            "| Rank | Mooring | Takings |\n"
            "|---|---|---|\n"
            "| 1 | North pier | 725 |\n"
            "| 2 | South pier | 714 |\n"
            "| 3 | Rope quay | 701 |\n"
            "| 5 | Net loft | 690 |\n"
            "| 6 | Slip | 688 |\n"
        ),
        "rows_of_a_table_are_counted_one_by_one",
        id="rank",
    ),
    pytest.param(
        (
            "Item 2025-26 (32)\n"
            "Discussion points: Minutes of the last meeting\n"
            "The minutes were agreed.\n"
            "\n"
            "Item 2025-26 (33)\n"
            "Discussion points: Lamps report\n"
            "The Board noted the report.\n"
            "\n"
            "Item 2025-26 (34)\n"
            "Discussion points: Ferry report\n"
            "The Board noted the report.\n"
            "\n"
            "Item 2025-26 (34)\n"
            "Discussion points: Quay report\n"
            "The Board noted the report.\n"
            "\n"
            "Item 2025-26 (36)\n"
            "Discussion points: Any other business\n"
            "None.\n"
        ),
        "labels_with_a_number_run_on",
        id="item34",
    ),
    pytest.param(
        (
            "Protocol 3: Calling in a decision\n"
            "\n"
            "1. A decision is published within two days of its being made by the board.\n"
            "2. Any three members may call in a decision within five days.\n"
            "3. The request is sent to the clerk in writing with its reasons.\n"
            "4. The clerk tells the chair of the request on the same day.\n"
            "5. The panel meets within ten days of the request to hear it.\n"
            "6. The panel may send the decision back to the board with advice.\n"
            "7. If it is sent back in accordance with paragraph 12 above, the board meets "
            "again.\n"
            "8. The board tells the panel what it has decided and why.\n"
        ),
        "a_paragraph_pointed_to_is_in_its_list",
        id="para12",
    ),
    pytest.param(
        (
            "List of tables\n"
            "Table A.1.1 Moorings by pier 4\n"
            "Table A.1.2 Moorings by size 5\n"
            "Table A.2.1 Takings by pier 6\n"
            "Table B.1.1 Takings by month 8\n"
            "\n"
            "1. Moorings\n"
            "Takings differ by pier (see Tables A.2.1 and B.2.2 for further details).\n"
            "\n"
            "Table A.1.1 Moorings by pier\n"
            "North 12\n"
            "South 14\n"
            "\n"
            "Table A.1.2 Moorings by size\n"
            "Small 9\n"
            "Large 17\n"
            "\n"
            "Table A.2.1 Takings by pier\n"
            "North 120\n"
            "South 140\n"
            "\n"
            "Table B.1.1 Takings by month\n"
            "May 20\n"
            "June 40\n"
        ),
        "lettered_tables_referred_to_are_there",
        id="tables_list",
    ),
    pytest.param(
        (
            "1. Results\n"
            "Figure 1 presents boxplots and Table 1 some descriptive statistics of the two "
            "lamps.\n"
            "\n"
            "Table 1 Correlation of lamp one and lamp two\n"
            "Lamp one 0.91\n"
            "Lamp two 0.88\n"
            "\n"
            "Table 2 Descriptive statistics of the lamps\n"
            "Lamp one 16.1 17.2\n"
            "Lamp two 15.1 18.2\n"
            "\n"
            "Figure 1 Boxplots of the lamps\n"
        ),
        "a_table_is_of_the_matter_that_the_text_tells",
        id="tab_descr",
    ),
    pytest.param(
        (
            "Introduction\n"
            "This report specifically examines four key themes:\n"
            "\n"
            "1. Storms: boats and moorings\n"
            "The storms have grown worse and moorings broke.\n"
            "\n"
            "2. Heat: wardens at work\n"
            "The wardens work in the heat of the day.\n"
            "\n"
            "3. New risks: oil and rope\n"
            "Oil has been found in the harbour twice.\n"
        ),
        "as_many_are_listed_as_announced",
        id="four_themes",
    ),
    pytest.param(
        (
            "The office of the harbour is at Quay House, Rope Lane, Whitby YO21 ODL and is "
            "open daily.\n"
        ),
        "a_postcode_has_digits_where_they_belong",
        id="postcode",
    ),
    pytest.param(
        (
            "Table 1: Takings by pier\n"
            "\n"
            "| Pier | Takings |\n"
            "|---|---|\n"
            "| North | 38.4 |\n"
            "| South | 38.6.2 |\n"
            "| Rope | 37.1 |\n"
        ),
        "a_figure_has_one_point",
        id="twopoints",
    ),
    pytest.param(
        (
            "The reasons of the board need not be addressed at this stage at this stage. "
            "The clerk will write.\n"
        ),
        "no_phrase_is_said_twice_running",
        id="twice",
    ),
    pytest.param(
        ("The board of the harbour of the harbour meets each month to set fares.\n"),
        "no_phrase_is_said_twice_running",
        id="twice2",
    ),
    pytest.param(
        (
            "Equality implications: Not applicable\n"
            "\n"
            "1. Proposal\n"
            "It is proposed to close the Rope Street day centre in June. The closure will "
            "mean that disabled residents travel further to the island centre.\n"
        ),
        "what_is_denied_is_not_told",
        id="equality",
    ),
    pytest.param(
        (
            "This report was written by the Head of Finance.\n"
            "\n"
            "1. Proposal\n"
            "It is proposed to buy six lamps at £4,000 each.\n"
            "\n"
            "Finance comments: The Head of Finance has checked the figures and is content.\n"
        ),
        "what_one_made_another_checks",
        id="selfclear",
    ),
    pytest.param(
        (
            "1. Urgent decisions\n"
            "1.1 A decision may be taken at once if the chair of the panel agrees that it "
            "is urgent. In the absence of the chair, the consent of the person taking the "
            "decision will be sufficient.\n"
        ),
        "nobody_consents_to_what_they_decide",
        id="selfclear2",
    ),
    pytest.param(
        (
            "1. Assurance\n"
            "1.1 The project team will deliver the new pier by June. The project team will "
            "itself confirm that the pier has been built as ordered.\n"
        ),
        "nobody_consents_to_what_they_decide",
        id="selfclear3",
    ),
    pytest.param(
        (
            "1. Equality\n"
            "This is the final equality impact assessment. Data on disability is still "
            "being gathered and will be added.\n"
        ),
        "a_stage_of_a_final_assessment_is_not_open",
        id="eqia",
    ),
    pytest.param(
        (
            "1. Background\n"
            "The two-year pilot ran from April 2023 to March 2024. Wardens liked it.\n"
        ),
        "what_ran_ran_for_as_long_as_it_is_called",
        id="pilot",
    ),
    pytest.param(
        (
            "1. Budget\n"
            "The budget for 2023-24 is proposed for approval by Council on 26 February "
            "2025.\n"
        ),
        "a_budget_is_set_before_its_year_is_over",
        id="budget",
    ),
    pytest.param(
        (
            "1. Storms\n"
            "The harbour master expects that by 2020 there will be a 50% increase in "
            "storms at the pier.\n"
        ),
        "a_year_to_come_is_not_over",
        id="by2020",
    ),
    pytest.param(
        (
            "1. People\n"
            "Figure 5: 2017 mid-year population estimates for the island\n"
            "Source: ONS mid-year estimate of population 2019\n"
            "\n"
            "Figure 6: Boats by age\n"
            "Source: harbour register\n"
        ),
        "a_figure_bears_the_year_of_its_source",
        id="fig_src",
    ),
    pytest.param(
        (
            "1. Emissions\n"
            "The emission inventory for the year 2019 (see Tables 1 and 2 below) counts "
            "boats and lamps.\n"
            "\n"
            "Table 1: Emissions of boats in 2018\n"
            "North 12\n"
            "South 14\n"
            "\n"
            "Table 2: Emissions of lamps in 2018\n"
            "North 3\n"
            "South 4\n"
        ),
        "captions_bear_the_year_that_the_text_tells",
        id="inventory",
    ),
    pytest.param(
        (
            "Minute 2024/25 (7)\n"
            "Lamps\n"
            "It was noted.\n"
            "\n"
            "Minute 2024/25 (8)\n"
            "Ferries\n"
            "It was noted.\n"
            "\n"
            "Minute 2024/25 (10)\n"
            "Quay\n"
            "It was noted.\n"
            "\n"
            "Minute 2024/25 (11)\n"
            "Rope\n"
            "It was noted.\n"
        ),
        "labels_with_a_number_run_on",
        id="item-again",
    ),
    pytest.param(
        (
            "Procedure for complaints\n"
            "\n"
            "1. A complaint is sent to the clerk.\n"
            "2. The clerk answers it within ten days.\n"
            "3. If not content, the person may appeal.\n"
            "4. The appeal is heard by three members.\n"
            "5. Their decision under paragraph 9 above is final.\n"
            "6. The clerk writes to all.\n"
        ),
        "a_paragraph_pointed_to_is_in_its_list",
        id="para-again",
    ),
    pytest.param(
        (
            "Terms of reference\n"
            "\n"
            "1. The panel has seven members.\n"
            "2. It meets each month.\n"
            "3. The chair is chosen as in paragraph 8 below.\n"
            "4. The clerk writes minutes.\n"
            "5. A quorum is three.\n"
            "6. Minutes are published.\n"
        ),
        "a_paragraph_pointed_to_is_in_its_list",
        id="para2-again",
    ),
    pytest.param(
        (
            "Table C-1 Boats by age\n"
            "Old 4\n"
            "New 5\n"
            "\n"
            "Table C-2 Boats by size\n"
            "Big 4\n"
            "Small 5\n"
            "\n"
            "Table C-3 Boats by owner\n"
            "Town 4\n"
            "Other 5\n"
            "\n"
            "Boats by home port are shown in Table C-5 of new boats. They are many.\n"
        ),
        "lettered_tables_referred_to_are_there",
        id="tab-again",
    ),
    pytest.param(
        (
            "The sums are in two tables. Table 2 shows the cash flow of the harbour for "
            "the year.\n"
            "\n"
            "Table 1 Cash flow of the harbour\n"
            "May 5\n"
            "June 6\n"
            "\n"
            "Table 2 Reserves of the harbour\n"
            "May 5\n"
            "June 6\n"
        ),
        "a_table_is_of_the_matter_that_the_text_tells",
        id="corr-again",
    ),
    pytest.param(
        (
            "The count of boats in 2023 (Table 1) found many.\n"
            "\n"
            "Table 1: Boats counted in 2022\n"
            "North 4\n"
            "South 6\n"
        ),
        "captions_bear_the_year_that_the_text_tells",
        id="years-again",
    ),
    pytest.param(
        (
            "The plan rests on five priorities:\n"
            "\n"
            "1. Safe boats\n"
            "2. Bright lamps\n"
            "3. Strong ropes\n"
            "4. Glad sailors\n"
            "\n"
            "The plan will be reviewed each year.\n"
        ),
        "as_many_are_listed_as_announced",
        id="five-again",
    ),
    pytest.param(
        ("Write to the Harbour Office, 3 Quay Street, Whitby YO21 ODE.\n"),
        "a_postcode_has_digits_where_they_belong",
        id="post-again",
    ),
    pytest.param(
        ("The board asked that the wardens report on the lamps on the lamps before the winter.\n"),
        "no_phrase_is_said_twice_running",
        id="twice-again",
    ),
    pytest.param(
        ("The three-year lease of the net loft ran from 1 April 2021 to 31 March 2023.\n"),
        "what_ran_ran_for_as_long_as_it_is_called",
        id="run-again",
    ),
    pytest.param(
        ("The six-month trial was held between January 2024 and September 2024 on the ferry.\n"),
        "what_ran_ran_for_as_long_as_it_is_called",
        id="run2-again",
    ),
    pytest.param(
        ("The precept for 2022/23 will be set by Council on 4 March 2025.\n"),
        "a_budget_is_set_before_its_year_is_over",
        id="bud-again",
    ),
    pytest.param(
        ("By 2021 the harbour will have forty more lamps.\n"),
        "a_year_to_come_is_not_over",
        id="by-again",
    ),
    pytest.param(
        (
            "Figure 3: Ferry passengers by route, 2021\n"
            "Source: Harbour Office ferry passengers survey 2022\n"
        ),
        "a_figure_bears_the_year_of_its_source",
        id="fig-again",
    ),
    pytest.param(
        (
            "This report has been prepared by the Harbour Treasurer.\n"
            "\n"
            "The Harbour Treasurer has reviewed the figures in this report and confirms "
            "them.\n"
        ),
        "what_one_made_another_checks",
        id="clear-again",
    ),
    pytest.param(
        ("The contractor will itself certify that the steps are safe.\n"),
        "nobody_consents_to_what_they_decide",
        id="self-again",
    ),
    pytest.param(
        (
            "The agreement of the officer making the decision is sufficient where the "
            "chair is away.\n"
        ),
        "nobody_consents_to_what_they_decide",
        id="self2-again",
    ),
    pytest.param(
        (
            "The final equality impact assessment is appended. Evidence on age is still "
            "being collected and will be added.\n"
        ),
        "a_stage_of_a_final_assessment_is_not_open",
        id="eia-again",
    ),
)


@pytest.mark.parametrize(("text", "rule"), _FAULTS)
def test_a_fault_is_told(text: str, rule: str) -> None:
    assert rule in _told(text)


_RIGHT = (
    pytest.param(
        (
            "1. Background\n"
            "There were lamps on the quay in old days.\n"
            "\n"
            "2. Proposals\n"
            "Three things are proposed:\n"
            "\n"
            "3. Fares rise by a penny.\n"
            "5. Lamps are lit at dusk.\n"
            "\n"
            "4. Costs\n"
            "There are no costs.\n"
        ),
        id="i_head",
    ),
    pytest.param(
        (
            "Table 1: Dates of plans\n"
            "\n"
            "By By By By Selective Planning Group\n"
            "June July May April Quay Board\n"
            "places places places places\n"
            "12 14 15 16\n"
        ),
        id="i_table",
    ),
    pytest.param(
        (
            "Minutes of the Ferry Board\n"
            "\n"
            "1. Apologies\n"
            "None.\n"
            "\n"
            "2. Minutes\n"
            "The minutes were agreed.\n"
            "\n"
            "3. Local plan\n"
            "The plan was noted. It was published for comment 1.\n"
            "\n"
            "1. Regulation 19 of the Town and Country Planning (Local Planning) (England) "
            "Regulations 2012\n"
            "\n"
            "4. Any other business\n"
            "None.\n"
        ),
        id="i_foot",
    ),
    pytest.param(
        (
            "The wardens had had enough of that that was said. Step by step, day by day by "
            "day, the lamps of the quay, of the quay wall and of the pier were lit. It "
            "was, as it was, very very late.\n"
        ),
        id="i_twice",
    ),
    pytest.param(
        (
            "1. The clerk writes to the board.\n"
            "2. The clerk may act under paragraph 12 of Schedule 12A to the Local "
            "Government Act 1972.\n"
            "3. The board meets in line with paragraph 9.4 of the constitution.\n"
            "4. Paragraph 14 of the report to the last meeting gave the costs.\n"
        ),
        id="i_para",
    ),
    pytest.param(
        (
            "This report was written by the Head of Ferries.\n"
            "\n"
            "Finance comments: The Head of Finance has checked the figures and is content.\n"
            "\n"
            "The consent of the person taking the child to the boat will be sufficient.\n"
        ),
        id="i_clear",
    ),
    pytest.param(
        (
            "The two-year pilot ran from April 2023 to March 2025. The budget for 2025-26 "
            "was approved by Council on 26 February 2025. By 2020 the lamps had been lit. "
            "In 2015 it was said that by 2020 there will be more storms. The outturn for "
            "2023-24 is proposed for noting by Council on 26 February 2025.\n"
        ),
        id="i_pilot",
    ),
    pytest.param(
        (
            "Figure 5: Boats 2011 to 2019\n"
            "Source: census 2021 and boat register 2019\n"
            "\n"
            "Figure 6: 2019 boats and 2017 lamps\n"
            "Source: register 2019 and lamp book 2017\n"
        ),
        id="i_src",
    ),
    pytest.param(
        (
            "Contents\n"
            "1. Foreword 2\n"
            "2. Revenue 4\n"
            "\n"
            "PAGE | 2 HARBOUR BUDGET BOOK 2024/25\n"
            "1. Foreword\n"
            "The harbour sets its budget in March. It did so in 2023/24.\n"
            "\n"
            "PAGE | 4 HARBOUR BUDGET BOOK 2024/25\n"
            "2. Revenue\n"
            "The quay takes rents.\n"
        ),
        id="i_pages",
    ),
    pytest.param(
        (
            "The report examines four key themes:\n"
            "\n"
            "1. Storms\n"
            "The storms have grown worse.\n"
            "\n"
            "2. Heat\n"
            "It is hot.\n"
            "\n"
            "3. New risks\n"
            "Oil has been found.\n"
            "\n"
            "4. Rope\n"
            "Rope is old.\n"
            "\n"
            "5. Conclusion\n"
            "The report is to be noted.\n"
        ),
        id="i_themes",
    ),
    pytest.param(
        (
            "Equality implications: Not applicable\n"
            "\n"
            "It is proposed to buy lamps. Disabled residents will not be affected by the "
            "change of lamps.\n"
        ),
        id="i_equal",
    ),
    pytest.param(
        (
            "Financial implications: Revenue [x] Capital [ ]\n"
            "\n"
            "The cost of the lamps of £2,000 is met from the revenue budget. The capital "
            "programme is told of in another report.\n"
        ),
        id="i_rev",
    ),
    pytest.param(
        (
            "| No | Pier | Boats |\n"
            "|---|---|---|\n"
            "| 1 | A | 5 |\n"
            "| 4 | B | 6 |\n"
            "| 9 | C | 7 |\n"
            "| 12 | D | 8 |\n"
            "| 15 | E | 9 |\n"
        ),
        id="g1",
    ),
    pytest.param(
        (
            "1. A complaint is sent.\n"
            "2. The clerk answers under paragraph 1 above.\n"
            "3. See paragraph 9 below of the code.\n"
            "4. x goes on.\n"
            "5. It ends.\n"
        ),
        id="g2",
    ),
    pytest.param(
        (
            "The plan rests on five priorities, among them these four:\n"
            "\n"
            "1. Safe boats\n"
            "2. Bright lamps\n"
            "3. Strong ropes\n"
            "4. Glad sailors\n"
            "\n"
            "End.\n"
        ),
        id="g3",
    ),
    pytest.param(
        (
            "The two-year programme ran from April 2023 to April 2025. The three-month "
            "consultation ran from January 2024 to March 2024.\n"
        ),
        id="g4",
    ),
    pytest.param(
        (
            "The one-year pilot, part of a scheme that runs from April 2023 to March 2026, "
            "was liked.\n"
        ),
        id="g5",
    ),
    pytest.param(
        ("By 2020 there would be more boats, the plan said. By 2030 there will be fewer.\n"),
        id="g6",
    ),
    pytest.param(
        (
            "Figure 2: Boats projected to 2030\n"
            "Source: census 2021\n"
            "\n"
            "Figure 3: Sailors in 2022\n"
            "Source: Boat register, published 2023\n"
        ),
        id="g7",
    ),
    pytest.param(
        (
            "The applicant will himself attend. The team will review its own plans with "
            "the auditor. The officer has himself declared an interest.\n"
        ),
        id="g9",
    ),
    pytest.param(
        (
            "This report was written by the Head of Ferries. The Head of Finance has "
            "checked the figures.\n"
        ),
        id="g10",
    ),
    pytest.param(
        ("The assessment is a draft; data is still being gathered and will be added.\n"),
        id="g11",
    ),
    pytest.param(
        (
            "They went from house to house from house to house singing. Little by little "
            "by little it grew. All in all, one by one they came again and again and "
            "again.\n"
        ),
        id="g12",
    ),
    pytest.param(
        (
            "Boats in 2023 (see Table 1) were more than in the year before.\n"
            "\n"
            "Table 1: Boats in 2022 and 2023\n"
            "North 4\n"
            "South 6\n"
        ),
        id="g14",
    ),
    pytest.param(
        (
            "Table 1 shows reserves and descriptive statistics.\n"
            "\n"
            "Table 1 Reserves and other descriptive statistics\n"
            "May 5\n"
            "June 6\n"
        ),
        id="g15",
    ),
)
_NONE_OF = frozenset(rule for _, rule in (param.values for param in _FAULTS)) | {
    "no_word_is_doubled",
    "items_of_a_meeting_run_on",
    "list_items_run_on",
}


@pytest.mark.parametrize("text", _RIGHT)
def test_what_is_right_is_not_told(text: str) -> None:
    assert not _told(text) & _NONE_OF
