"""By when a comment is to be answered: the statutory time, else the one that was recorded."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.papers import Comment
from moothall.law.law import Law, NoLawForThatDayError

RULE = "SCRUTINY-RESPONSE"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTime:
    """The last day for an answer; `due_on` is None where none was ever set.

    `statutory` says that the law sets it for a council with an executive; `ask` what would settle
    a day that cannot be told.
    """

    due_on: date | None = None
    because: str = ""
    statutory: bool = False
    ask: str = ""


def response_time(law: Law, comment: Comment, authority: Authority | None) -> ResponseTime:
    """By when this comment is to be answered, as far as that follows from what is recorded."""
    own = ResponseTime(due_on=comment.due_on, because="the time recorded with it")
    if comment.due_on is None:
        own = ResponseTime()
    if not comment.statutory:
        return own
    rule = law.rule(RULE)
    if comment.notice_on is None:
        return ResponseTime(
            due_on=own.due_on,
            because=own.because,
            ask="On which day did the executive receive the committee's notice? The two months "
            f"({rule.reference.partition(';')[0]}) begin with it.",
        )
    try:
        months = law.value(RULE, comment.notice_on, "months")
    except NoLawForThatDayError as error:
        return ResponseTime(due_on=own.due_on, because=own.because, ask=str(error))
    period = authority.governance_on(comment.notice_on) if authority else None
    if period is None or period.model is not GovernanceModel.EXECUTIVE:
        name = authority.short_name if authority else "the programme"
        return ResponseTime(
            due_on=own.due_on,
            because=own.because,
            ask=f"Which time binds {name}, which was not known to have an executive on that day? "
            f"{rule.reference.partition(';')[0]} is of executives.",
        )
    last = last_day(comment.notice_on, months)
    if own.due_on is not None and own.due_on < last:
        return ResponseTime(
            due_on=own.due_on, because=f"{own.because}, sooner than the law asks", statutory=False
        )
    return ResponseTime(
        due_on=last,
        because=f"{months} months beginning with the notice of {in_words(comment.notice_on)}",
        statutory=True,
    )


def last_day(first: date, months: int) -> date:
    """The last day of so many months that begin with `first`.

    The first day counts, so they end on the day before the same day of a later month; where that
    month has no such day, on its last.
    """
    month = first.month - 1 + months
    year, month = first.year + month // 12, month % 12 + 1
    days = calendar.monthrange(year, month)[1]
    if first.day > days:
        return date(year, month, days)
    return date(year, month, first.day) - timedelta(days=1)
