"""The sums that people do with dates, each answered with the days passed over and the citation.

One function for each question that democratic services ask: until when, from when, how many.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.law.calendar import ONE_DAY, WorkingDays
from moothall.law.call_in import effective_from, last_day
from moothall.law.clear_days import (
    Count,
    Skipped,
    WhyNot,
    clear_days,
    earliest_meeting,
    latest_publication,
    why_not,
)
from moothall.law.elections import latest_notice_of_election, why_no_election_day
from moothall.law.law import Law

MOST_DAYS = 1_000
"""More days than any rule asks for: a larger number is a slip of the pen."""

CITATIONS = {
    Count.WORKING: (
        "Local Government Act 1972 s100A, s100B and SI 2012/2089 regs 6, 7 (five clear days, "
        "working); R v Swansea CC ex p Elitestone (1993) 66 P&CR 422"
    ),
    Count.CALENDAR: (
        "SI 2012/2089 regs 5, 9 (28 clear days, in practice counted by the calendar); "
        "R v Herefordshire Justices (1820)"
    ),
    Count.PARISH: (
        "Local Government Act 1972 Sch 12 paras 10, 26 and s243 (three clear days; Saturdays count)"
    ),
}
CALL_IN = "Local Government Act 2000 s9F; period and counting are each council's constitution"
ELECTION = "PRE-ELECTION"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySum:
    """The answer to one question: a day, or a number of clear days.

    `enough` is whether the number reaches what was needed, None if nothing was asked; `skipped` are
    the days that did not count, in order; `note` what a careful reader should know.
    """

    asks: str
    day: date | None = None
    clear_days: int | None = None
    enough: bool | None = None
    skipped: tuple[Skipped, ...] = ()
    citation: str
    note: str = ""


def until_when_to_publish(
    meeting: date, number: int, count: Count, working: WorkingDays | None = None
) -> DaySum:
    """The last day of publication that leaves `number` clear days before the meeting."""
    working = working or WorkingDays()
    day, skipped = latest_publication(meeting, number, count, working)
    return DaySum(
        asks=f"Latest publication for {number} clear days ({count}) before the meeting",
        day=day,
        skipped=_in_order(skipped),
        citation=CITATIONS[count],
        note=_on_a_day_off(day, count, working, skipped),
    )


def from_when_to_meet(
    published: date, number: int, count: Count, working: WorkingDays | None = None
) -> DaySum:
    """The first day on which a meeting has `number` clear days behind it."""
    working = working or WorkingDays()
    day, skipped = earliest_meeting(published, number, count, working)
    why = working.why_not(day)
    return DaySum(
        asks=f"Earliest meeting with {number} clear days ({count}) after publication",
        day=day,
        skipped=_in_order(skipped),
        citation=CITATIONS[count],
        note=f"That day is no working day ({why})." if why else "",
    )


def how_many_clear_days(
    published: date,
    meeting: date,
    count: Count,
    need: int | None = None,
    working: WorkingDays | None = None,
) -> DaySum:
    """How many clear days lie between publication and meeting, and whether that is enough."""
    working = working or WorkingDays()
    number = clear_days(published, meeting, count, working)
    counts = why_not(count, working)
    return DaySum(
        asks=f"Clear days ({count}) between publication and the meeting",
        clear_days=number,
        enough=None if need is None else number >= need,
        skipped=tuple(_passed_over(published + ONE_DAY, meeting - ONE_DAY, counts)),
        citation=CITATIONS[count],
        note=""
        if published < meeting
        else "The meeting is not later than the publication, so no day lies between them.",
    )


def when_call_in_ends(
    published: date,
    number: int,
    *,
    count_publication_day: bool,
    next_working_day: bool,
    working: WorkingDays | None = None,
) -> DaySum:
    """The first day on which a decision is effective that nobody has called in."""
    working = working or WorkingDays()
    last = last_day(published, number, count_publication_day=count_publication_day, working=working)
    day = effective_from(
        published,
        number,
        count_publication_day=count_publication_day,
        next_working_day=next_working_day,
        working=working,
    )
    first = published if count_publication_day else published + ONE_DAY
    return DaySum(
        asks=f"Effective after {number} working days of call-in",
        day=day,
        skipped=tuple(_passed_over(first, day - ONE_DAY, working.why_not)),
        citation=CALL_IN,
        note=f"The last day of the period is {last:%A} {last.day} {last:%B %Y}.",
    )


def when_to_give_notice_of_election(poll: date, law: Law) -> DaySum:
    """The latest notice of election, from which publicity is restricted until the poll.

    Raises NoLawForThatDayError for a poll before the rules that we hold.
    """
    rule = law.rule(ELECTION)
    number = law.value(ELECTION, poll)
    day = latest_notice_of_election(poll, number)
    return DaySum(
        asks=f"Latest notice of election, {number} days before the poll",
        day=day,
        skipped=tuple(_passed_over(day, poll - ONE_DAY, why_no_election_day)),
        citation=rule.reference,
        note="A council may give notice earlier; the restriction then begins earlier too.",
    )


def _on_a_day_off(
    day: date, count: Count, working: WorkingDays, skipped: tuple[Skipped, ...]
) -> str:
    why = working.why_not(day)
    if why is not None:
        return (
            f"That day is no working day ({why}); the {count} count lets it stand. Publish on a "
            "working day before it to be safe."
        )
    # The days passed over end right beside the answer only where it was rolled back over them.
    if count is Count.WORKING and skipped and skipped[-1].day == day + ONE_DAY:
        return "It would have fallen on a day that is no working day, and rolls back to one."
    return ""


def _passed_over(first: date, last: date, counts: WhyNot) -> Iterator[Skipped]:
    day = first
    while day <= last:
        if (why := counts(day)) is not None:
            yield Skipped(day, why)
        day += ONE_DAY


def _in_order(skipped: tuple[Skipped, ...]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda each: each.day))
