"""Agreements for a time: a review, a notice period, and a review that leaves time for notice."""

from collections.abc import Iterator
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.agreements import Agreement
from moothall.governance.checks.answers import ours, said
from moothall.governance.checks.plan import Plan


def an_agreement_with_an_end_has_review_and_notice(plan: Plan) -> Iterator[Finding]:
    """A fixed-term arrangement says when it is reviewed and how it is left (R15)."""
    for agreement, councils in plan.agreements():
        if agreement.ends is None or not councils:
            continue
        lacking = [
            name
            for name, held in (
                ("a review date", agreement.review_on),
                ("the length of notice", agreement.notice_months),
            )
            if held is None
        ]
        if lacking:
            yield ours(
                councils[0],
                "R15",
                "agreements",
                agreement,
                Severity.WARNING,
                f"{agreement.name} ends {said(agreement.ends)} and lacks {' and '.join(lacking)}.",
                authority="",
                cures=("Write both into the agreement.",),
            )


def a_review_leaves_time_for_notice(plan: Plan) -> Iterator[Finding]:
    """A review that comes when notice should already have been given decides nothing."""
    for agreement, councils in plan.agreements():
        last = _last_day_for_notice(agreement)
        if last is None or agreement.review_on is None or not councils:
            continue
        if agreement.review_on.latest <= last:
            continue
        surely = agreement.review_on.earliest > last
        yield ours(
            councils[0],
            "R15",
            "agreements",
            agreement,
            Severity.WARNING if surely else Severity.NOTE,
            f"{agreement.name} is reviewed {said(agreement.review_on)}; notice of "
            f"{agreement.notice_months} months before its end has to be given "
            f"by {in_words(last)}.",
            authority="",
            actual=said(agreement.review_on),
            required=f"by {in_words(last)}",
            margin_days=(last - agreement.review_on.earliest).days if surely else None,
            cures=(f"Review it before {in_words(last)}.",),
        )


def _last_day_for_notice(agreement: Agreement) -> date | None:
    """The day from which the notice period just reaches the end, None where either is unknown."""
    if agreement.ends is None or agreement.notice_months is None:
        return None
    end = agreement.ends.latest
    months = end.year * 12 + end.month - 1 - agreement.notice_months
    if months < 12:
        return None
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return min(
        date(months // 12, months % 12 + 1, 1) + timedelta(days=end.day - 1),
        following - timedelta(days=1),
    )
