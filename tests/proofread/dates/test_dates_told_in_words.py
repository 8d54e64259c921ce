"""Dates told in words: what opens and closes, what both share, years that money is carried into."""

import pytest

from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.proofread.dates import (
    beginnings_and_ends,
    dates,
    milestones,
    periods,
    year_labels,
    years,
)
from moothall.proofread.proofread import proofread

RULES = (*beginnings_and_ends.RULES, *periods.RULES, *years.RULES, *milestones.RULES)
TITLE = "Revenue outturn report 2023/24"


def said(text: str, *before: str) -> Report:
    blocks: tuple[Block, ...] = tuple(
        Prose(text=words, place=Place(line=n)) for n, words in enumerate((*before, text), start=1)
    )
    return Report(file="report.docx", blocks=blocks)


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in proofread((report,), RULES)}


BACKWARDS = (
    "The consultation opened on 3 March 2025 and closed on 14 February 2025.",
    "The survey was launched on 12 May 2024 and closed on 2 April 2024.",
    "The survey went live on 9 June 2025, closing on 30 May 2025.",
    "Works started on 1 October 2024 and were completed on 20 September 2024.",
    "Engagement began on 8 July 2024 and ended on 28 June 2024.",
    "Applications open on 2 September 2025 and the deadline is 29 August 2025.",
    "Tenders were invited on 10 March 2025 and returned on 3 March 2025.",
    "The pilot commenced in June 2024 and concluded in April 2024.",
    "The lease begins on 1 April 2025 and expires on 31 March 2025.",
    "Proposals were invited on 6 January 2025 and returned by 3 January 2025.",
    "The consultation was opened on 5 November 2024. The consultation closed on 11 October 2024.",
    "The application window will open on 20 January 2026 and will close on 16 January 2026.",
    "Nominations opened on Monday 17 March 2025 and closed at noon on 10 March 2025.",
    "The trial started in September 2024 and finished in July 2024.",
)
FORWARDS = (
    "The consultation opened on 3 March 2025 and closed on 14 April 2025.",
    "The old contract ends on 31 March 2025 and the new one begins on 1 March 2025.",
    "The first survey closed on 2 April 2024 and a second was launched on 12 May 2024.",
    "The contract ended in March 2024 and works started in January 2024 under another.",
    "The window opens on 2 September 2025 and pupils return on 1 September 2026.",
    "The consultation began on 8 July 2024, following a previous one that ended on 28 June 2024.",
    "Works started on 1 October 2024. The survey was completed on 20 September 2024.",
    "The scheme, which was completed in May 2023, opened in April 2024.",
    "The meeting started at 7 pm on 3 March 2025 and ended at 9 pm.",
    "The fund closed on 30 June 2024 and reopened on 3 June 2024 for one week.",
    "Registration opened in 2024 and closes on 30 June 2025.",
)


@pytest.mark.parametrize("sentence", BACKWARDS)
def test_what_closes_before_it_opens_is_found(sentence: str) -> None:
    assert "what_opens_closes_later" in rules(said(sentence)), sentence


@pytest.mark.parametrize("sentence", FORWARDS)
def test_what_closes_after_it_opens_gives_silence(sentence: str) -> None:
    assert not rules(said(sentence)), sentence


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The leases of the two depots end in June 2026 and May 2027. Both expire in May 2027.",
            True,
        ),
        (
            "The schemes start on 1 May 2025 and 2 June 2025. Both schemes start on 2 June 2025.",
            True,
        ),
        ("The two leases end in May 2027. Both expire in May 2027.", False),
        (
            "The two leases end in June 2026 and May 2027. Both tenants were told in May 2024.",
            False,
        ),
        (
            "The leases began in June 2016 and May 2017. Both leases expire in May 2027.",
            False,
        ),
    ],
)
def test_what_is_said_of_both_is_held_against_each(text: str, wrong: bool) -> None:
    assert ("both_have_the_date_that_each_has" in rules(said(text))) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The plan was adopted in the 2024/25 financial year, in May 2025.", True),
        ("It was approved in January 2024 in the 2024/25 financial year.", True),
        ("The lease was signed during 2023/24 (on 4 June 2023).", False),
        ("The lease was signed during 2023/24 (on 4 June 2025).", True),
        ("The plan was adopted in the 2024/25 financial year, in May 2024.", False),
        ("It was approved in January 2024 for the 2024/25 financial year.", False),
        ("In February 2024 Council set the 2024/25 budget.", False),
        ("Spending rose in 2024/25, in May 2024 above all.", False),
        ("The school year 2023/24 (in July 2024) ended well.", False),
        ("The outturn for 2023/24 was reported in June 2024.", False),
    ],
)
def test_a_date_is_held_against_the_year_that_it_is_put_in(text: str, wrong: bool) -> None:
    assert ("a_date_lies_in_the_financial_year_it_is_put_in" in rules(said(text))) is wrong, text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Carry forward requests of £1.2m are to be added to 2023/24 budgets.", True),
        ("It is proposed to carry forward £0.4m from 2023/24 into 2023/24.", True),
        ("Slippage of £3m has been carried forward from 2024/25 to 2024/25.", True),
        ("It is proposed to carry forward £0.4m from 2023/24 into 2024/25.", False),
        ("Underspends were carried forward to 2024/25.", False),
        ("Balances carried over from 2022/23 to 2023/24 were £2m.", False),
    ],
)
def test_money_is_carried_forward_into_a_later_year(text: str, wrong: bool) -> None:
    found = rules(said(text, TITLE))
    assert ("what_is_carried_forward_goes_into_a_later_year" in found) is wrong, text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Closing balance 31 March 2021 £4,210", True),
        ("Balance carried forward at 31st March 2021: £4,210", True),
        ("Closing balance 31 March 2022 £4,210", False),
        ("Opening balance 31 March 2021 £4,210", False),
        ("Bank balance b/f at 31 March 2021 £4,210", False),
    ],
)
def test_accounts_close_at_the_end_of_their_year(text: str, wrong: bool) -> None:
    report = said(text, "Accounts for the financial year ending 31 March 2022")
    assert ("a_closing_balance_is_at_the_end_of_the_year" in rules(report)) is wrong, text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The Housing Programme 2021-26 ends in March 2024.", True),
        ("Our Corporate Strategy 2022 to 2027 expires in March 2025.", True),
        ("The Local Transport Plan 2019–24 will end in December 2029.", True),
        ("The Housing Programme 2021-26 ends in March 2026.", False),
        ("The Housing Programme 2021-26 ends in March 2027.", False),
        ("The Programme 2021-26 began in March 2021 and the pilot ended in March 2022.", False),
        ("The Corporate Plan 2021-26 was reviewed in March 2024.", False),
    ],
)
def test_a_programme_ends_in_the_last_of_its_years(text: str, wrong: bool) -> None:
    assert ("a_programme_ends_with_its_last_year" in rules(said(text))) is wrong, text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The graph has actuals to 2023/24 and forecasts for 2022/23 to 2027/28.", True),
        ("Actual rolls up to 2024/25 are shown, and projections from 2020/21 to 2030/31.", True),
        ("Actual rolls up to 2024/25 are shown, and projections from 2025/26 to 2030/31.", False),
        ("Projections for 2026/27 to 2029/30 rest on the census.", False),
    ],
)
def test_projections_begin_after_the_last_actual_year(text: str, wrong: bool) -> None:
    assert ("projections_begin_where_actual_figures_end" in rules(said(text))) is wrong, text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Orders are placed in May 2026. Delivery is in January 2026, after the orders are met.",
            True,
        ),
        ("Orders are due in May 2026. Vans come in July 2026, after the orders are placed.", False),
        ("Orders are due in May 2026. Staff were told in January 2026 after a visit.", False),
    ],
)
def test_what_comes_after_has_no_earlier_date(text: str, wrong: bool) -> None:
    assert ("what_comes_after_has_the_later_date" in rules(said(text))) is wrong, text


def timetable(*rows: tuple[str, str], head: tuple[str, str] = ("Stage", "Date")) -> Report:
    grid = Grid(rows=(head, *rows), place=Place(table=1), head_rows=1, caption="Table 1: Timetable")
    return Report(file="report.docx", blocks=(grid,))


STAGES = (
    ("Notice published", "3 February 2025"),
    ("Questionnaires returned", "14 March 2025"),
    ("Invitation to tender", "2 June 2025"),
    ("Tenders returned", "11 July 2025"),
    ("Award", "9 September 2025"),
)


def test_stages_in_order_give_silence() -> None:
    assert not rules(timetable(*STAGES))


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_a_stage_dated_before_the_one_above_it_is_found(place: int) -> None:
    moved = [*STAGES]
    moved[place] = (moved[place][0], "1 January 2025")
    assert rules(timetable(*moved)) == {"milestones_stand_in_order"}


def test_a_table_that_is_not_in_order_of_dates_gives_silence() -> None:
    rows = (STAGES[3], STAGES[0], STAGES[4], STAGES[1], STAGES[2])
    assert not rules(timetable(*rows))
    named = timetable(*STAGES[:2], STAGES[4], STAGES[3], head=("Councillor", "Elected"))
    grid = named.grids[0]
    bare = Grid(rows=grid.rows, place=grid.place, head_rows=1, caption="Table 1: Members")
    assert not rules(Report(file="r", blocks=(bare,)))


def test_a_timetable_written_as_a_list_is_read_too() -> None:
    lines = [f"{what}: {when}" for what, when in STAGES]
    blocks: list[Block] = [Heading(text="Timetable", level=2, place=Place())]
    blocks += [Prose(text=line, place=Place(line=n)) for n, line in enumerate(lines)]
    assert not rules(Report(file="r", blocks=tuple(blocks)))
    blocks[4] = Prose(text="Tenders returned: 20 May 2025", place=Place(line=9))
    assert rules(Report(file="r", blocks=tuple(blocks))) == {"milestones_stand_in_order"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The year ended on 31th March 2020.", "an_ordinal_has_its_own_ending"),
        ("the 22th meeting", "an_ordinal_has_its_own_ending"),
        ("on the 11st of May", "an_ordinal_has_its_own_ending"),
        ("The meeting closed at 20:45pm.", "a_time_is_told_by_one_clock"),
        ("from 14.30 p.m.", "a_time_is_told_by_one_clock"),
        ("WEDNESDAY 3RD JUNE 2025", ""),
        ("held on MONDAY 3 JUNE 2025", "a_weekday_agrees_with_its_date"),
        ("held on Weds 3rd June 2025", "a_weekday_agrees_with_its_date"),
        ("held on Tues 3rd June 2025", ""),
        ("the budget for 2023/34 was set", "a_financial_year_is_two_years_running"),
        ("the strategy 2023/34 runs on", ""),
        ("the 21st, 22nd, 23rd, 24th, 11th, 12th, 13th and 112th", ""),
        ("at 20:45 and at 8.45pm, or 11:30am", ""),
    ],
)
def test_slips_in_dates_and_times(text: str, rule: str) -> None:
    both = (*dates.RULES, *year_labels.RULES)
    found = {finding.rule for finding in proofread((said(text),), both)}
    if rule:
        assert rule in found
    elif text.isupper():
        assert found == {"a_weekday_agrees_with_its_date"}  # 3 June 2025 is a Tuesday
    else:
        assert not found
