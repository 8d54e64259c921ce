"""Ways out of a missed day, in plain sentences, with the day from which each would work."""

from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.bodies import Body
from moothall.governance.checks.plan import CouncilPlan
from moothall.law.clear_days import Count, earliest_meeting, latest_publication


def move_to(council: CouncilPlan, body: Body | None, on_or_after: date) -> str:
    """Move the item to the body's next meeting from a day on, by the calendar that is held."""
    name = body.name if body else "the body"
    meeting = council.next_meeting(body.id if body else None, on_or_after)
    if meeting is None:
        return (
            f"Move it to a meeting of {name} on or after {in_words(on_or_after)}; none is in the "
            "calendar that is held."
        )
    unsure = ", which is provisional" if meeting.status.value == "provisional" else ""
    return f"Move it to the meeting of {name} on {in_words(meeting.held_on)}{unsure}."


def decide_again(council: CouncilPlan, body: Body | None, number: int, count: Count) -> str:
    """What mends a decision already taken: another one, with its notice."""
    day = earliest_meeting(council.as_at, number, count, council.working)[0]
    again = move_to(council, body, day).removeprefix("Move it to ").removesuffix(".")
    return f"Have it decided afresh with the days given: {again}."


def general_exception(council: CouncilPlan, number: int) -> str:
    """Regulation 10, with the day from which it would do if its notice were published today."""
    day = earliest_meeting(council.as_at, number, Count.WORKING, council.working)[0]
    extra = council.own("general_exception_asks", council.as_at)
    also = f" {council.name} asks besides: {extra}." if extra else ""
    return (
        "General exception (reg 10): tell the chair of the scrutiny committee in writing and "
        f"publish the notice with its reasons; published on {in_words(council.as_at)} it would do "
        f"from {in_words(day)} ({number} clear working days).{also}"
    )


SPECIAL_URGENCY = (
    "Special urgency (reg 11): have the chair of the scrutiny committee agree that it is urgent "
    "and cannot reasonably be deferred (failing one, the chair or vice-chair of the council), "
    "publish the reasons, and report it to the council (reg 19)."
)
URGENT_ITEM = (
    "Urgent item (Local Government Act 1972 s100B(4)(b)): the chair's opinion that special "
    "circumstances make it urgent, with the reason in the minutes."
)


def by(council: CouncilPlan, day: date, what: str) -> str:
    """What to do by a day; where that has passed, to do it now and to say so."""
    if day >= council.as_at:
        return f"{what} by {in_words(day)}."
    return f"{what} now; the last day for it was {in_words(day)}. Record why it was missed."


def publish_by(council: CouncilPlan, meeting: date, number: int, count: Count) -> str:
    """The last day of publication for a meeting."""
    day = latest_publication(meeting, number, count, council.working)[0]
    return f"Publish by {in_words(day)} for the meeting of {in_words(meeting)}."
