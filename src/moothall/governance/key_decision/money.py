"""The money side of the key decision test: what the facts hold, and the council's own sum.

The regulation asks about this council's own expenditure or saving, measured against its budget for
the service (SI 2012/2089 reg 8(1)(a)).  Sums found in the facts are a floor: they can show that a
threshold is passed, never that nothing else is spent.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moothall.basics.figures import bracketed, pounds
from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMoney:
    """This council's own money in the facts of one proposal, in pounds a year.

    Savings and spending are never netted off.  `summed` says what was added, `measured_against`
    the budgets of the service, which are not added; `missing` what would be needed and is not
    stated; `facts` are the paths (`kind/id`) on which the sums rest.
    """

    saving: Decimal | None = None
    spending: Decimal | None = None
    summed: tuple[str, ...] = ()
    measured_against: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def most(self) -> Decimal | None:
        """The larger of the two sums, None where neither is held."""
        return max((x for x in (self.saving, self.spending) if x is not None), default=None)


class Compared(StrEnum):
    """How a sum stands to a threshold."""

    PASSES = "passes"
    BELOW = "below"
    AT_THE_EDGE = "at the edge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A council's sum in pounds, and whether that very sum counts (None: its words do not say)."""

    pounds: int
    words: str
    itself_counts: bool | None
    source: str
    evidence: str

    def compare(self, amount: Decimal | int) -> Compared:
        if amount == self.pounds and self.itself_counts is None:
            return Compared.AT_THE_EDGE
        passes = amount > self.pounds or (amount == self.pounds and bool(self.itself_counts))
        return Compared.PASSES if passes else Compared.BELOW


_ABOVE = re.compile(r"\b(more than|over|above|exceed\w*|in excess of|greater than)\b|>(?!=)", re.I)
_FROM = re.compile(
    r"\b(or more|or above|or over|at least|and above|from|not less than)\b|≥|>=", re.I
)


def itself_counts(words: str) -> bool | None:
    """Whether the sum itself is key: "more than £500,000" no, "£500,000 or more" yes, else None."""
    from_it = bool(_FROM.search(words))
    above = bool(_ABOVE.search(_FROM.sub("", words)))
    return from_it if above != from_it else None


def threshold_of(authority: Authority, as_at: date) -> Threshold | None:
    """The council's plain sum as known on a day; None where it is unknown or is only words."""
    rule = authority.rule_on("key_decision_pounds", as_at)
    if rule.value is None:
        return None
    words = authority.rule_on("key_decision_threshold", as_at).value or ""
    return Threshold(
        pounds=int(rule.value),
        words=words or in_pounds(int(rule.value)),
        itself_counts=itself_counts(words),
        source=rule.source,
        evidence=rule.evidence,
    )


def found_money(programme: Programme, proposal: Proposal, authority: Authority) -> FoundMoney:
    """What the savings, posts and budgets of the proposal say about this council's money."""
    here = (proposal.id, authority.code)
    saving, spending = Decimal(0), Decimal(0)
    summed, facts = [], []
    unpriced: dict[Decimal, list[str]] = {}
    for line in programme.savings:
        if (line.proposal, line.authority) == here:
            amount = abs(pounds(line.full_year_saving, line.unit))
            saving += amount
            summed.append(f"full-year saving {line.name}, {in_pounds(amount)}")
            facts.append(f"savings/{line.id}")
    for post in programme.posts:
        share = next((s.percent for s in post.shares if s.authority == authority.code), None)
        if post.proposal != proposal.id or not share:
            continue
        facts.append(f"posts/{post.id}")
        paid = [figure.value for figure in (post.salary, post.honorarium) if figure is not None]
        if post.salary is None:
            unpriced.setdefault(share, []).append(post.title)
        if paid:
            amount = sum(paid, Decimal(0)) * share / 100
            spending += amount
            summed.append(f"{share}% of {post.title}, {in_pounds(amount)} without on-costs")
    return FoundMoney(
        saving=saving if any(f.startswith("savings/") for f in facts) else None,
        spending=spending or None,
        summed=tuple(summed),
        measured_against=tuple(_budgets(programme, here)),
        missing=tuple(
            f"the cost, of which this council bears {share}%, of {', '.join(titles)}"
            for share, titles in unpriced.items()
        ),
        facts=tuple(facts),
    )


def _budgets(programme: Programme, here: tuple[str, str]) -> Iterator[str]:
    for budget in programme.budgets:
        if (budget.proposal, budget.authority) != here:
            continue
        total = next((line for line in budget.lines if line.total), None)
        if total is not None:
            net = in_pounds(pounds(total.net, budget.unit))
            yield f"{budget.name} ({budget.year or 'year not stated'}): {net} net"
    for line in programme.savings:
        if (line.proposal, line.authority) == here:
            limit = in_pounds(pounds(line.cash_limit, line.unit))
            yield f"cash limit {line.cash_limit_year} of {line.name}: {limit}"


def in_pounds(amount: Decimal | int) -> str:
    """`£500,000`; pence only where there are any."""
    exact = Decimal(amount)
    return f"£{bracketed(exact.quantize(Decimal(1)) if exact == exact.to_integral() else exact)}"


def weigh(
    threshold: Threshold, entered: int | None, found: FoundMoney, name: str
) -> tuple[Answer, str, str]:
    """Whether the money passes the council's sum: the answer, why, and the question left open.

    A sum that a person entered stands for the whole; what the facts hold can contradict it, or
    show by itself that the sum is passed, but never that it is not.
    """
    because = f"{name}'s own sum is {threshold.words}. {held_money(entered, found)}"
    most = found.most
    by_facts = threshold.compare(most) if most is not None else None
    if entered is None:
        if by_facts is Compared.PASSES:
            return Answer.YES, because, ""
        if by_facts is Compared.AT_THE_EDGE:
            return Answer.UNKNOWN, because, _at_the_edge(threshold, name)
        ask = f"How much will {name} itself spend or save by this in a year, in all?"
        return Answer.UNKNOWN, because, ask
    match threshold.compare(abs(entered)):
        case Compared.PASSES:
            return Answer.YES, because, ""
        case Compared.AT_THE_EDGE:
            return Answer.UNKNOWN, because, _at_the_edge(threshold, name)
    if by_facts is Compared.BELOW or by_facts is None:
        return Answer.NO, because, ""
    ask = f"Which sum of {name} is right: {in_pounds(abs(entered))} as entered, or what is held?"
    return Answer.UNKNOWN, because, ask


def _at_the_edge(threshold: Threshold, name: str) -> str:
    return f"Is a sum of exactly {in_pounds(threshold.pounds)} key by {name}'s constitution?"


def held_money(entered: int | None, found: FoundMoney) -> str:
    """In words: what a person entered, what the facts hold, and what is not stated."""
    parts = []
    if entered is not None:
        parts.append(f"Entered: {in_pounds(abs(entered))} a year.")
    if found.summed:
        parts.append(f"In the facts: {'; '.join(found.summed)}.")
    elif entered is None:
        parts.append("No sum of this council is held for it.")
    if found.missing:
        parts.append(f"Not stated: {'; '.join(found.missing)}.")
    if found.measured_against:
        parts.append(f"Against a budget of: {'; '.join(found.measured_against)}.")
    return " ".join(parts)
