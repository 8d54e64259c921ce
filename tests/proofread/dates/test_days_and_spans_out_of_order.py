"""Days, spans and lengths with one planted fault are found; the same without it raise nothing."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.proofread import proofread
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates
from moothall.proofread.rules import rules_in

_DAYS = st.dates(date(2012, 2, 1), date(2029, 10, 30))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DONE = st.sampled_from(
    (
        "On {day}, the Board was told of the wreck.",
        "On {day} the operator repaired the ramp.",
        "The ramp was repaired on {day}.",
        "The clerk met the operator on {day} and agreed nothing.",
        "Since {day} the ferry has sailed at noon.",
        "Following the survey on {day}, the ramp was closed.",
    )
)
_FRONT = st.sampled_from(
    (
        "To: Harbour Committee – {day}",
        "To: County Council: {day}",
        "To: Harbour Committee, {day}",
        "Date of meeting: {day}",
        "Report of the Surveyor to Harbour Committee, {day}",
        "MINUTES of a meeting of the Harbour Board held in the Pier Room on {day}",
    )
)


def _found(text: str) -> set[str]:
    report = read_plain_text(f"{text}\n", "report")
    return {finding.rule for finding in proofread((report,), rules_in("dates"))}


@given(_FRONT, _DAYS)
def test_the_day_of_a_front_sheet_is_read(front: str, day: date) -> None:
    report = read_plain_text(f"{front.format(day=in_full(day))}\n\nIt is on lamps.\n", "report")
    assert own_date(report) == day


@given(_DONE, _DAYS, st.integers(5, 300))
def test_what_is_told_as_done_lies_before_the_paper(told: str, own: date, days: int) -> None:
    paper = f"To: Harbour Committee – {in_full(own)}\n\n1. Lamps\n\n1.1 " + told
    later, earlier = own + timedelta(days=days), own - timedelta(days=days)
    assert "what_is_called_past_is_not_future" in _found(paper.format(day=in_full(later)))
    assert not _found(paper.format(day=in_full(earlier)))


@given(_DAYS, st.integers(1, 27))
def test_minutes_are_of_the_day_of_their_item(day: date, off: int) -> None:
    other = day + timedelta(days=off)
    own = (12, 5)  # a day of the same month and number is taken for this meeting's with a slip
    assume((day.month, day.day) != own != (other.month, other.day))
    paper = (
        "MINUTES of the Harbour Board held on 5 December 2030\n\n"
        f"3. Minutes of the meeting held on {in_full(day)}\n\n"
        "RESOLVED that the minutes of the meeting held on {} be approved as a correct record."
    )
    rule = "the_minutes_approved_are_those_of_the_meeting_named"
    assert rule in _found(paper.format(in_full(other)))
    assert not _found(paper.format(in_full(day)))


@given(st.integers(1950, 2010), st.integers(1, 30))
def test_a_span_of_years_runs_forward(first: int, years: int) -> None:
    told = "Mr Nott was a member of the Board from {} until {}."
    last = first + years
    assert "a_span_of_years_ends_after_it_begins" in _found(told.format(last, first))
    assert not _found(told.format(first, last))


@given(_DAYS, st.integers(1, 5))
def test_an_extension_ends_after_the_term(day: date, years: int) -> None:
    day = day.replace(day=min(day.day, 28))
    end = day.replace(year=day.year + years)
    many = f"{years} years" if years > 1 else "year"
    told = f"The lease ran until {in_full(day)}. It was extended for a further {many} until {{}}."
    assert "an_extension_ends_after_the_term" in _found(told.format(in_full(day)))
    assert not _found(told.format(in_full(end)))


@given(_DAYS, st.integers(4, 30), st.integers(6, 30))
def test_works_end_when_their_weeks_are_over(day: date, weeks: int, off: int) -> None:
    told = f"Works begin on {in_full(day)}, take {weeks} weeks and end on {{}}."
    end = day + timedelta(weeks=weeks)
    late = end + timedelta(weeks=off)
    assert "what_lasts_some_weeks_ends_after_them" in _found(told.format(in_full(late)))
    assert not _found(told.format(in_full(end)))


@given(st.integers(1, 12), st.integers(1, 12))
def test_a_month_has_its_number_in_the_year(month: int, number: int) -> None:
    told = f"This is the forecast at Period {number} (end of {_MONTHS[month - 1]} 2024)."
    wrong = number not in (month, (month - 4) % 12 + 1)
    assert ("a_month_has_its_number_in_the_year" in _found(told)) == wrong


@given(_DAYS, st.integers(0, 6))
def test_a_weekday_after_its_date_is_that_of_the_date(day: date, off: int) -> None:
    told = day + timedelta(days=off)
    found = _found(f"The Board meets on {in_full(day)} ({told:%A}) in the Pier Room.")
    assert found == ({"a_weekday_agrees_with_its_date"} if off else set())


@given(_DAYS, st.sampled_from("”“\"’'*°"))
def test_a_day_is_read_whatever_a_scan_made_of_its_ordinal(day: date, sign: str) -> None:
    (found,) = written_dates(f"It opened on {day.day}{sign} {day:%B}, {day.year}, at noon.")
    assert found.first == day


@given(_DAYS)
def test_a_day_is_read_with_dashes(day: date) -> None:
    (found,) = written_dates(f"Value at {day.day}-{day:%B}-{day:%y} in pounds")
    assert found.first == day
