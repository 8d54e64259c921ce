"""Dates, periods and lengths of time told twice, and what is left over from the report before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.files.reports.markdown import read_markdown
from moothall.proofread.dates.dates import a_weekday_agrees_with_its_date
from moothall.proofread.dates.days_told_twice import (
    a_day_told_twice_has_one_year,
    the_minutes_approved_are_those_of_the_meeting_named,
)
from moothall.proofread.dates.effect_and_length import (
    a_consultation_has_one_length,
    what_takes_effect_does_so_on_one_day,
)
from moothall.proofread.dates.labels_of_the_report import (
    a_closing_balance_comes_after_its_opening,
    a_total_is_of_the_year_of_its_parts,
    what_is_to_be_agreed_is_the_plan_of_the_title,
    what_the_report_sets_out_is_of_its_own_year,
)
from moothall.proofread.dates.left_over_periods import (
    a_forecast_is_not_of_a_year_that_is_over,
    a_quarter_ends_with_the_month_beside_it,
    a_sentence_on_the_quarter_names_its_own,
    the_next_meeting_is_one_of_those_listed,
)
from moothall.proofread.dates.meetings_told_twice import a_meeting_of_the_front_sheet_keeps_its_day
from moothall.proofread.dates.milestones import milestones_stand_in_order
from moothall.proofread.dates.over_or_to_come import (
    nothing_follows_the_last_time,
    what_has_closed_was_to_close_before_the_report,
    what_is_decided_was_decided_before_the_report,
)
from moothall.proofread.dates.tenses import (
    what_is_called_future_is_not_past,
    what_is_called_past_is_not_future,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.written_dates import own_date
from moothall.proofread.told_again.retold_times import (
    a_time_told_again_in_the_same_words_is_the_same,
    years_to_come_are_told_alike,
)

_TO = "To: Cabinet – 18 March 2026\n\n"
_FILL = "\n\nThe parks are well used.\n\nThe paths were relaid.\n\nBenches were bought.\n\n"

_MINUTES = (
    "Minutes of a meeting of the Parks Board held in the Town Hall on Monday 9 March 2026\n\n"
    "Present: two members\n\n41. Apologies\n\nNone.\n\n42. Declarations\n\nNone.\n\n"
    "43. Minutes of the meeting held on 9 February 2026\n\n"
    "RESOLVED that the minutes of the meeting held on {} February 2026 be signed as a correct "
    "record."
)
_ONE_DAY = (
    _TO
    + "At the Harbour Board held on 12 February 2026 the dredging contract was considered."
    + _FILL
    + "The meeting of the Harbour Board held on 12 February {} also considered the moorings."
)
_FRONT_SHEET = (
    _TO + "Past pathway: Parks and Leisure Committee – 3 March 2026\n\n"
    "Following consideration by the Parks and Leisure Committee on {} March, the plan is put to "
    "members."
)
_CLOSED = (
    _TO
    + "The consultation on the byelaw ends on {} March 2026.\n\nThe consultation has now closed."
)
_DECIDED = _TO + "The budget includes the fees agreed by the Council on {} 2026."
_BY_EITHER = (
    _TO
    + "Members note the opening of the merged harbour authority by either May {} or May {}."
    + _FILL
    + "The bid commits the town to opening the merged harbour authority by either May 2028 or May "
    "2029."
)
_AGES = (
    "The Compass Team supports moves between {} for people with a hearing or sight impairment."
    + _FILL
    + "The Compass Team oversees supports moves between 16-24 for people with a hearing or sight "
    "impairment."
)
_YEARS_TO_COME = (
    "Each service has set priority actions for harbour safety over the next {} years."
    + _FILL
    + "The priority actions for harbour safety by each service run over the coming two to four "
    "years."
)
_EFFECT = (
    _TO + "It is proposed to transfer the harbour licensing functions to the Port Director from "
    "1 May 2026."
    + _FILL
    + "Recommendation: transfer the harbour licensing functions to the Port Director from 1 May "
    "2026."
    + _FILL
    + "The Port Director answers for the harbour licensing functions from 1 {} 2026."
)
_LENGTH = (
    "The six-week consultation on the byelaws drew ninety replies."
    + _FILL
    + "Consultation with the public ran for {} weeks and closed in May."
)
_FORECAST = _TO + "Action is needed to reduce the {} forecast outturn."
_QUARTER = (
    "# Performance report\n\nQuarter 3\n\n2025/26\n\nIn Quarter 3, visits rose.\n\n"
    "During Quarter 3 the pool reopened.\n\nIn {}, the share of calls answered met the target.\n\n"
    "The calls answered at the end of Quarter 3 are in the annex."
)
_NEXT = (
    "Minutes of a meeting of the Parks Board held in the Town Hall on Monday 9 March 2026\n\n"
    "Work programme\n\nMonday 13 April 2026 – allotments\n\nMonday 8 June 2026 – trees\n\n"
    "Date of next meeting\n\nThe next meeting will be held on Monday {} 2026 at 7 pm."
)
_PLAN = (
    "To: Cabinet – 18 March 2026\n\nSubject: Harbour Access Plan 2026-30\n\n"
    "The plan is in the annex.\n\nCabinet is asked to agree the Harbour Access Plan {}."
)
_SETS_OUT = (
    "To: Cabinet – 18 March 2026\n\nSubject: Budget monitoring 2025-26\n\n"
    "This report also sets out the delivery of savings in the {} revenue budget."
)
_RESERVE = table(
    ("£m", "Harbour reserve"),
    ("Balance as at 1 April 2025", "4.0"),
    ("Drawn", "-1.5"),
    ("Balance as at 31 March {}", "2.5"),
)
_TOTAL = table(
    ("Saving", "£m"),
    ("Carried over, for delivery in 2026-27", "1.0"),
    ("New, for delivery in 2026-27", "2.0"),
    ("Total for delivery in {}", "3.0"),
)
_LAST = (
    "Mooring fees were last raised in April 2023."
    + _FILL
    + "Mooring fees were increased by 4% in April {}."
)
_AS_AT = "Position as at {} 2025-26 – Quarter 3\n\nThe harbour is open."
_BRIEFING = _TO + "A briefing for traders will be held on {} and a drop-in is planned."
_SCREENING = _TO + "The screening of risks will be finished by {} by the port team."
_DUE = _TO + "The dredger is due to return to the harbour in {}."
_VISITED = _TO + "The moorings were inspected by the surveyor on {}."


@pytest.mark.parametrize(
    ("rule", "report", "true", "false"),
    [
        (the_minutes_approved_are_those_of_the_meeting_named, _MINUTES, ("9",), ("19",)),
        (a_day_told_twice_has_one_year, _ONE_DAY, ("2026",), ("2025",)),
        (a_meeting_of_the_front_sheet_keeps_its_day, _FRONT_SHEET, ("3",), ("10",)),
        (what_has_closed_was_to_close_before_the_report, _CLOSED, ("6",), ("26",)),
        (what_is_decided_was_decided_before_the_report, _DECIDED, ("3 March",), ("3 April",)),
        (
            a_time_told_again_in_the_same_words_is_the_same,
            _BY_EITHER,
            ("2028", "2029"),
            ("2027", "2028"),
        ),
        (a_time_told_again_in_the_same_words_is_the_same, _AGES, ("16-24",), ("0-24",)),
        (years_to_come_are_told_alike, _YEARS_TO_COME, ("two to four",), ("one to three",)),
        (what_takes_effect_does_so_on_one_day, _EFFECT, ("May",), ("July",)),
        (a_consultation_has_one_length, _LENGTH, ("six",), ("twelve",)),
        (a_forecast_is_not_of_a_year_that_is_over, _FORECAST, ("2025-26",), ("2024-25",)),
        (a_sentence_on_the_quarter_names_its_own, _QUARTER, ("Quarter 3",), ("Quarter 2",)),
        (the_next_meeting_is_one_of_those_listed, _NEXT, ("13 April",), ("20 April",)),
        (what_is_to_be_agreed_is_the_plan_of_the_title, _PLAN, ("2026-30",), ("2025-29",)),
        (what_the_report_sets_out_is_of_its_own_year, _SETS_OUT, ("2025-26",), ("2024-25",)),
        (a_closing_balance_comes_after_its_opening, _RESERVE, ("2026",), ("2025",)),
        (a_total_is_of_the_year_of_its_parts, _TOTAL, ("2026-27",), ("2025-26",)),
        (nothing_follows_the_last_time, _LAST, ("2023",), ("2025",)),
        (a_quarter_ends_with_the_month_beside_it, _AS_AT, ("December",), ("November",)),
        (what_is_called_future_is_not_past, _BRIEFING, ("24 March",), ("13 March",)),
        (what_is_called_future_is_not_past, _SCREENING, ("30 June 2026",), ("30 June 2025",)),
        (what_is_called_future_is_not_past, _DUE, ("October 2026",), ("October 2025",)),
        (what_is_called_past_is_not_future, _VISITED, ("4 March 2026",), ("4 June 2026",)),
    ],
)
def test_a_time_told_wrongly_is_found_and_the_right_one_let_be(
    rule: Rule, report: str, true: tuple[str, ...], false: tuple[str, ...]
) -> None:
    assert shown(rule, report.format(*true)) == []
    assert len(shown(rule, report.format(*false))) == 1


@pytest.mark.parametrize(
    ("rule", "report"),
    [
        # two committees, two meetings of one, last year's meeting of the same name
        (a_meeting_of_the_front_sheet_keeps_its_day, _FRONT_SHEET.format("3") + " Parks Forum."),
        (a_day_told_twice_has_one_year, _ONE_DAY.format("2025 (a year earlier)")),
        # years that end on one day in every year
        (
            a_day_told_twice_has_one_year,
            _TO
            + "The Board held £4m on 31 March 2025."
            + _FILL
            + "The Board held £5m on 31 March 2026.",
        ),
        # a period, a phase, an item of a list
        (what_takes_effect_does_so_on_one_day, _EFFECT.format("July 2026 to 31 August")),
        (
            a_time_told_again_in_the_same_words_is_the_same,
            "".join(
                f"- The north harbour wall repairs will be finished by June {year}.\n"
                for year in (2027, 2028)
            ),
        ),
        (
            a_time_told_again_in_the_same_words_is_the_same,
            _BY_EITHER.format("2026", "2027")
            .replace("The bid", "In phase 2 the bid")
            .replace("opening the merged", "opening phase 2 of the merged"),
        ),
        # the least that the law asks for, and another group
        (a_consultation_has_one_length, _LENGTH.format("at least four")),
        (
            a_consultation_has_one_length,
            _LENGTH.format("twelve").replace(
                "six-week consultation", "six-week staff consultation"
            ),
        ),
        # held against last year, last quarter
        (
            a_forecast_is_not_of_a_year_that_is_over,
            _FORECAST.format("2024-25")
            .replace("reduce", "improve on")
            .replace("outturn", "outturn, which was £3m"),
        ),
        (
            a_sentence_on_the_quarter_names_its_own,
            _QUARTER.format("Quarter 2").replace("target.", "target, compared with Quarter 3."),
        ),
        (
            what_is_to_be_agreed_is_the_plan_of_the_title,
            _PLAN.format("2025-29").replace("agree", "agree to close the existing"),
        ),
        # what comes round every year, what was approved long ago
        (
            what_is_called_future_is_not_past,
            _TO + "Returns will be sent by 1 March every year.",
        ),
        (
            what_is_called_future_is_not_past,
            _TO + "The rents will be set in line with the policy approved on 3 March 2025.",
        ),
        (
            what_is_called_past_is_not_future,
            _TO + "The works were planned to end on 4 June 2026.",
        ),
    ],
)
def test_what_only_looks_like_two_times_is_let_be(rule: Rule, report: str) -> None:
    assert shown(rule, report) == []


def test_two_strands_that_are_days_apart_are_no_timetable_out_of_order() -> None:
    rows = (
        ("Design", "6 January 2026"), ("Tender", "2 March 2026"), ("Quay opens", "1 June 2026"),
    )  # fmt: skip
    text = "# Timetable\n\n" + table(("Stage", "Date"), *rows, ("{}", "{}"), ("End", "6 July 2026"))
    rule = milestones_stand_in_order
    assert shown(rule, text.format("Crane at Northgate ready", "26 May 2026")) == []
    assert len(shown(rule, text.format("Crane at Northgate ready", "26 April 2026"))) == 1
    assert len(shown(rule, text.format("Crane ready", "26 May 2026"))) == 1


@pytest.mark.parametrize(
    "head",
    [
        "To: Cabinet – 18 March 2026",
        "From: The Director of Ports To: Harbour Committee - 18 March 2026",
        "Minutes of the meeting held in the Town Hall on Wednesday 18 March 2026, at 7 pm",
        "| Meeting | Wednesday 18 March 2026, Town Hall |\n|---|---|\n| Author | A. Clerk |",
    ],
)
def test_a_head_gives_the_date_of_the_report_beside_those_of_other_meetings(head: str) -> None:
    text = f"{head}\n\nPast pathway: Parks Board – 3 March 2026\n\nThe harbour is open."
    assert own_date(read_markdown(text, "report.md")) == date(2026, 3, 18)


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), st.integers(2, 55))
def test_a_day_without_a_year_is_future_or_past_by_the_date_of_the_report(
    own: date, days: int
) -> None:
    head = f"To: Cabinet – {own.day} {own:%B %Y}\n\nA fair for traders will be held on "
    before, after = own - timedelta(days=days), own + timedelta(days=days)
    rule = what_is_called_future_is_not_past
    assert len(shown(rule, f"{head}{before.day} {before:%B}.")) == 1
    assert shown(rule, f"{head}{after.day} {after:%B}.") == []


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), st.integers(-50, 50), st.integers(1, 6))
def test_a_weekday_without_a_year_is_held_against_the_year_of_the_report(
    own: date, days: int, slip: int
) -> None:
    on, wrong = own + timedelta(days=days), own + timedelta(days=days + slip)
    head = f"To: Cabinet – {own.day} {own:%B %Y}\n\nThe fair is on "
    rule = a_weekday_agrees_with_its_date
    assert shown(rule, f"{head}{on:%A} {on.day} {on:%B}.") == []
    assert len(shown(rule, f"{head}{wrong:%A} {on.day} {on:%B}.")) == 1


@given(st.integers(2018, 2035), st.integers(1, 3))
def test_two_years_of_one_phrase_are_told_only_where_they_differ(year: int, later: int) -> None:
    rule = a_time_told_again_in_the_same_words_is_the_same
    text = _BY_EITHER.replace("18 March 2026", f"18 March {year - 1}")
    first = text.index("May 2028 or")
    text = f"{text[:first]}May {year + 1} or May {year + 2}."
    assert shown(rule, text.format(year + 1, year + 2)) == []
    assert len(shown(rule, text.format(year + 1 + later, year + 2 + later))) == 1
