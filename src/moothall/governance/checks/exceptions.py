"""Key decisions at short notice: the general exception, and special urgency."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.decisions import Notice, NoticeKind
from moothall.governance.checks.acts import Act
from moothall.governance.checks.answers import (
    Need,
    broken,
    clear_days_given,
    days,
    missed,
    need,
    on_act,
)
from moothall.governance.checks.cures import SPECIAL_URGENCY, decide_again, move_to
from moothall.governance.checks.notices import SHORT, key_acts, special_urgency
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.law.clear_days import Count, earliest_meeting


def the_general_exception_keeps_its_days(plan: Plan) -> Iterator[Finding]:
    """Five clear working days after its own notice; the scrutiny chair told; reasons published."""
    for council, act, on in key_acts(plan):
        for notice in council.notices_of(act, NoticeKind.GENERAL_EXCEPTION):
            asked = need(council.law, SHORT, on)
            if asked is None:
                continue
            given = clear_days_given(council, notice.published_on, on)
            lacking = _lacking(notice, "that the scrutiny chair was told")
            if given < asked.number:
                yield missed(
                    council,
                    asked,
                    "notices",
                    notice,
                    f"The general exception for the key decision of {in_words(on)} was published "
                    f"on {in_words(notice.published_on)}: {days(given, 'clear working day')}, not "
                    f"{asked.number}.",
                    actual=days(given, "clear working day"),
                    required=days(asked.number, "clear working day"),
                    margin=given - asked.number,
                    cures=_after_reg_10(council, act, on, notice.published_on, asked),
                    severity=Severity.WARNING if special_urgency(council, act) else None,
                    **on_act(act),
                )
            elif lacking:
                extra = council.own("general_exception_asks", on)
                yield broken(
                    council,
                    SHORT,
                    "notices",
                    notice,
                    f"The general exception of {in_words(notice.published_on)} does not record "
                    f"{lacking}." + (f" {council.name} asks besides: {extra}." if extra else ""),
                    severity=Severity.WARNING,
                    cures=("Record whom the proper officer told, on which day, and the reasons.",),
                )


def special_urgency_is_agreed(plan: Plan) -> Iterator[Finding]:
    """Without the chair's agreement no key decision is taken at shorter notice than five days."""
    for council in plan.councils:
        for notice in council.notices:
            if notice.kind is not NoticeKind.SPECIAL_URGENCY:
                continue
            lacking = _lacking(notice, "who agreed")
            decided = max((act.on for act in council.acts if act.on), default=None)
            if notice.agreed_on and decided and notice.agreed_on > decided:
                yield broken(
                    council,
                    "KEY-SPECIAL-URGENCY",
                    "notices",
                    notice,
                    f"Special urgency was agreed on {in_words(notice.agreed_on)}, after the "
                    f"decision of {in_words(decided)}.",
                    actual=f"agreed {in_words(notice.agreed_on)}",
                    required="agreement before the decision",
                    margin_days=(decided - notice.agreed_on).days,
                    cures=("Take the decision afresh, with its notice.",),
                )
            elif lacking:
                yield broken(
                    council,
                    "KEY-SPECIAL-URGENCY",
                    "notices",
                    notice,
                    f"The special urgency of {in_words(notice.published_on)} does not record "
                    f"{lacking}.",
                    severity=Severity.WARNING,
                    cures=(SPECIAL_URGENCY,),
                )


def _after_reg_10(
    council: CouncilPlan, act: Act, on: date, published: date, asked: Need
) -> tuple[str, ...]:
    if on <= council.as_at:
        return (decide_again(council, act.body, asked.number, Count.WORKING), SPECIAL_URGENCY)
    day = earliest_meeting(published, asked.number, Count.WORKING, council.working)[0]
    return move_to(council, act.body, day), SPECIAL_URGENCY


def _lacking(notice: Notice, agreement: str) -> str:
    held = ((agreement, notice.agreed_by), ("the reasons", notice.reason))
    return " nor ".join(name for name, there in held if not there)
