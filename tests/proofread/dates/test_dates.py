"""Dates: weekdays, days that do not exist, periods, what is called future and past, year labels."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.proofread.dates import (
    dates,
    spans,
    tenses,
    year_labels,
)
from moothall.proofread.dates.dates import (
    a_date_exists,
    a_weekday_agrees_with_its_date,
    an_event_has_one_date,
)
from moothall.proofread.dates.spans import a_duration_fits_its_dates, a_period_ends_after_it_begins
from moothall.proofread.dates.tenses import (
    what_is_called_future_is_not_past,
    what_is_called_past_is_not_future,
)
from moothall.proofread.dates.year_labels import (
    a_financial_year_is_two_years_running,
    last_years_label_is_not_left_in,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.written_dates import own_date, written_dates
from runaway import comes_to_an_end

_RULES = (*dates.RULES, *spans.RULES, *year_labels.RULES, *tenses.RULES)

_DAYS = st.dates(date(2005, 1, 1), date(2035, 12, 31))
_HEAD = "Date: 24 March 2021"


def _report(*texts: str, head: str = "") -> Report:
    blocks: list[Block] = [Prose(text=head, place=Place(line=1))] if head else []
    blocks += [Prose(text=text, place=Place(line=n + 2)) for n, text in enumerate(texts)]
    return Report(file="r", blocks=tuple(blocks))


def _default(rule: Rule, *texts: str, head: str = "") -> list[TextFinding]:
    return [
        found
        for found in rule(_report(*texts, head=head))
        if found.confidence is not Confidence.LOW
    ]


def _written(day: date, style: int) -> str:
    return [
        f"{day.day} {day:%B %Y}",
        f"{day.day:02d} {day:%b} {day:%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%B} {day.day}, {day:%Y}",
    ][style]


@given(day=_DAYS, style=st.integers(0, 3))
def test_a_date_is_read_in_every_usual_way(day: date, style: int) -> None:
    (found,) = written_dates(f"It was held on {_written(day, style)}.")
    assert found.first == found.last == day


@given(day=_DAYS, wrong=st.integers(0, 6), style=st.sampled_from([0, 1, 3]))
def test_a_weekday_is_found_where_and_only_where_it_is_wrong(
    day: date, wrong: int, style: int
) -> None:
    printed = day + timedelta(days=wrong)
    found = _default(
        a_weekday_agrees_with_its_date, f"The meeting on {printed:%A}, {_written(day, style)} was."
    )
    assert len(found) == (1 if wrong else 0)
    if wrong:
        assert f"is a {day:%A}, not a {printed:%A}" in found[0].message
        assert found[0].confidence is Confidence.HIGH


def test_a_weekday_without_a_year_is_tried_about_the_reports_own() -> None:
    assert _default(a_weekday_agrees_with_its_date, "on Thursday 25 March", head=_HEAD) == []
    assert len(_default(a_weekday_agrees_with_its_date, "on Sunday 24 March", head=_HEAD)) == 1
    assert _default(a_weekday_agrees_with_its_date, "on Sunday 24 March") == []


@pytest.mark.parametrize(
    "text",
    ["by 31 June 2020", "on 30 February", "29 February 2021", "31/04/2020.", "31st September"],
)
def test_a_day_that_its_month_does_not_have_is_found(text: str) -> None:
    (found,) = _default(a_date_exists, f"It closes {text}")
    assert found.confidence is Confidence.HIGH


@pytest.mark.parametrize(
    "text",
    ["29 February 2020", "29 February", "31 March", "12/31/2020", "Act 34/05/21", "1 in 45 may go"],
)
def test_a_day_that_exists_or_is_none_is_left_alone(text: str) -> None:
    assert _default(a_date_exists, f"It closes {text}") == []


@given(day=_DAYS, days=st.integers(1, 900), style=st.integers(0, 3))
def test_a_period_is_found_where_and_only_where_it_runs_backwards(
    day: date, days: int, style: int
) -> None:
    later = day + timedelta(days=days)
    for joined in ("from {} to {}", "between {} and {}", "({} – {})"):
        right = joined.format(_written(day, style), _written(later, style))
        wrong = joined.format(_written(later, style), _written(day, style))
        assert _default(a_period_ends_after_it_begins, f"It ran {right}.") == []
        assert len(_default(a_period_ends_after_it_begins, f"It ran {wrong}.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The number fell from 5 in March 2021 to 4 in March 2020.",
        "Compared with June 2021 and May 2021, a rise.",
        "The date moved from 3 May 2021 to 1 May 2021.",
        "in January to March 2019, and in December 2018",
    ],
)
def test_two_dates_compared_are_no_period(text: str) -> None:
    assert _default(a_period_ends_after_it_begins, text) == []


def test_a_row_that_ends_before_it_begins_is_found() -> None:
    rows = (
        ("Stage", "Start", "End"),
        ("Design", "May 2021", "June 2021"),
        ("Build", "July 2021", "June 2021"),
    )
    grid = Grid(rows=rows, place=Place(table=1), head_rows=1)
    (found,) = a_period_ends_after_it_begins(Report(file="r", blocks=(grid,)))
    assert (found.place.row, found.place.column) == (3, 3)


@given(day=_DAYS, weeks=st.integers(4, 20))
def test_a_length_in_weeks_fits_its_dates(day: date, weeks: int) -> None:
    end = day + timedelta(days=7 * weeks)
    said = "A {}-week consultation ran from {} to {}."
    right = said.format(weeks, _written(day, 0), _written(end, 0))
    wrong = said.format(2 * weeks, _written(day, 0), _written(end, 0))
    assert _default(a_duration_fits_its_dates, right) == []
    assert len(_default(a_duration_fits_its_dates, wrong)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A six-week consultation ran from 3 June to 19 July 2019.",
        "After two weeks the survey, from 3 June 2019 to 30 August 2019, was extended by 3 weeks.",
        "A 10 working days notice from 3 June 2019 to 17 June 2019.",
    ],
)
def test_a_length_over_a_holiday_or_of_working_days_is_left_alone(text: str) -> None:
    assert _default(a_duration_fits_its_dates, text) == []


@given(days=st.integers(1, 900))
def test_what_is_called_future_is_found_where_it_is_past(days: int) -> None:
    past = date(2021, 3, 24) - timedelta(days=days)
    future = date(2021, 3, 24) + timedelta(days=days)
    said = "The new service will be launched on {}."
    rule = what_is_called_future_is_not_past
    assert len(_default(rule, said.format(_written(past, 0)), head=_HEAD)) == 1
    assert _default(rule, said.format(_written(future, 0)), head=_HEAD) == []
    assert _default(rule, said.format(_written(past, 0))) == []


@given(days=st.integers(1, 900))
def test_what_is_called_past_is_found_where_it_is_future(days: int) -> None:
    past = date(2021, 3, 24) - timedelta(days=days)
    future = date(2021, 3, 24) + timedelta(days=days)
    said = "A meeting with parents was held on {}."
    rule = what_is_called_past_is_not_future
    assert len(_default(rule, said.format(_written(future, 0)), head=_HEAD)) == 1
    assert _default(rule, said.format(_written(past, 0)), head=_HEAD) == []


@pytest.mark.parametrize(
    "text",
    [
        "The scheme agreed in January 2019 will be extended.",
        "Minutes: it was stated that the service will be launched in January 2019.",
        "It will be based on the census of March 2011.",
        "The report will be considered by Cabinet in March 2021.",
        "It will report by 31 March 2022 on the plan of June 2018.",
        "The scheme, due to start in May 2020, will continue.",
    ],
)
def test_a_past_date_beside_a_future_verb_is_left_alone(text: str) -> None:
    assert _default(what_is_called_future_is_not_past, text, head=_HEAD) == []


@pytest.mark.parametrize(
    "text",
    [
        "The contract was extended to 31 March 2022.",
        "Approval was given for completion in May 2022.",
        "It was planned that the work, once approved, was completed in May 2022.",
        "A survey was held in March 2021.",
    ],
)
def test_a_future_date_beside_a_past_verb_is_left_alone(text: str) -> None:
    assert _default(what_is_called_past_is_not_future, text, head=_HEAD) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (Prose(text="Meeting Date: 11th September 2018", place=Place()),),
        (Grid(rows=(("Date:", "11 September 2018"),), place=Place(table=1)),),
        (Heading(text="Executive Cabinet – Tuesday 11 September 2018", level=1, place=Place()),),
        (Grid(rows=(("Report to:", "Cabinet"), ("Date of meeting", "11/09/2018")), place=Place()),),
    ],
)
def test_the_reports_own_date_is_read_from_its_head(blocks: tuple[Block, ...]) -> None:
    assert own_date(Report(file="r", blocks=blocks)) == date(2018, 9, 11)


def test_a_date_in_the_text_is_not_the_reports_own() -> None:
    assert (
        own_date(_report("It was agreed on 3 May 2020 by Cabinet.", "Inspection: May 2018")) is None
    )


@given(first=st.integers(2013, 2030), gap=st.integers(2, 4))
def test_a_year_that_joins_two_years_apart_is_found(first: int, gap: int) -> None:
    right = f"the budget of {first}/{(first + 1) % 100:02d} and {first + 1}/{(first + 2) % 100:02d}"
    wrong = f"the costs of {first}/{(first + gap) % 100:02d}"
    rule = a_financial_year_is_two_years_running
    assert _default(rule, right) == []
    assert len(_default(rule, right, wrong)) == 1


@pytest.mark.parametrize("text", ["Strategy 2020/25", "file 2019/04", "1999/00", "12/2019/21 of"])
def test_a_longer_plan_and_a_file_number_are_left_alone(text: str) -> None:
    usual = "in 2019/20, in 2020/21 and in 2021/22"
    assert _default(a_financial_year_is_two_years_running, usual, text) == []


def test_last_years_label_is_shown_only_on_request() -> None:
    texts = ["the budget for 2021/22 is set"] * 4
    (found,) = last_years_label_is_not_left_in(_report(*texts, "the budget for 2020/21 is set"))
    assert found.confidence is Confidence.LOW
    assert list(last_years_label_is_not_left_in(_report(*texts))) == []


def test_a_consultation_closes_on_one_day() -> None:
    texts = (
        "The consultation closes on 12 June 2021.",
        "The consultation will close on 14 June 2021.",
    )
    (found,) = _default(an_event_has_one_date, *texts)
    assert "12 June 2021" in found.message
    assert _default(an_event_has_one_date, texts[0], texts[0]) == []
    assert _default(an_event_has_one_date, texts[0], "The consultation opened on 1 May 2021.") == []


@pytest.mark.parametrize(
    "piece", ["from 1 June 2019 to ", "Tuesday 1 June 2019 ", "will be ", "20 20 ", "2019/20 "]
)
@comes_to_an_end()
def test_hostile_text_takes_bounded_time(piece: str) -> None:
    report = _report((piece * (100_000 // len(piece)))[:100_000], head=_HEAD)
    for rule in _RULES:
        list(rule(report))
