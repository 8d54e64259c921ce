"""When one council's decision takes effect: publication, then call-in or standstill."""

from dataclasses import dataclass, field
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import (
    SUPPOSED,
    Authority,
    CouncilRule,
    EffectiveOn,
    GovernanceModel,
)
from moothall.facts.decisions import Decision
from moothall.law.calendar import WorkingDays
from moothall.law.call_in import effective_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The day of effect as far as it is known; `ask` are the questions that would settle it."""

    on: date | None = None
    not_before: date | None = None
    published_on: date | None = None
    publication_note: str = ""
    note: str = ""
    evidence: str = ""
    taken: bool = False
    ask: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()


@dataclass
class _Rules:
    """A council's rules as asked for one by one, keeping count of what is unknown or supposed."""

    authority: Authority
    as_at: date
    ask: list[str] = field(default_factory=list)
    supposed: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def value(self, name: str, along_with_a_supposition: str | None = None) -> str | None:
        rule: CouncilRule = self.authority.rule_on(name, self.as_at)
        if rule.value is None and along_with_a_supposition is not None and self.supposed:
            self.supposed.append(
                f"{self.authority.code}.{name}={along_with_a_supposition} "
                "(goes along with the above: give your own to change it)"
            )
            return along_with_a_supposition
        if rule.value is None:
            self.ask.append(rule.ask)
        elif rule.evidence == SUPPOSED:
            self.supposed.append(f"{self.authority.code}.{name}={rule.value}")
        else:
            self.evidence.append(f"{name.replace('_', ' ')}: {rule.evidence}")
        return rule.value


def effect_of(
    authority: Authority,
    model: GovernanceModel | None,
    decides_on: date | None,
    taken: Decision | None,
    as_at: date,
    working: WorkingDays,
) -> Effect:
    """The day of effect of a decision: as printed once taken, computed while it is planned."""
    rules = _Rules(authority, as_at)
    name = "standstill_days" if model is GovernanceModel.COMMITTEE else "call_in_days"
    if decides_on is None:
        days = rules.value(name)
        period = f"{days} working days" if days else "an unknown number of working days"
        return Effect(
            note=f"the decision has no day yet; {period} must pass after its publication",
            evidence="; ".join(rules.evidence) or "unknown",
            ask=tuple(rules.ask),
        )
    if taken is not None and taken.effective_on is not None:
        return Effect(
            on=taken.effective_on,
            not_before=taken.effective_on,
            published_on=taken.published_on,
            publication_note="as printed",
            note="as printed",
            evidence="printed by the council",
            taken=True,
        )
    days = rules.value(name)
    if days is None:
        return Effect(
            not_before=decides_on,
            published_on=taken.published_on if taken else None,
            note=f"unknown: it cannot be before {in_words(decides_on)}",
            evidence="unknown",
            ask=tuple(rules.ask),
        )
    counts = rules.value("call_in_counts_publication_day", along_with_a_supposition="no")
    on_next = rules.value(
        "call_in_effective", along_with_a_supposition=EffectiveOn.NEXT_CALENDAR_DAY.value
    )
    lag = None
    if taken is None or taken.published_on is None:
        lag = rules.value("publication_lag_longest", along_with_a_supposition="0")

    def effective(published: date, counting: str | None) -> date:
        return effective_from(
            published,
            int(days),
            count_publication_day=counting == "yes",
            next_working_day=on_next == EffectiveOn.NEXT_WORKING_DAY.value,
            working=working,
        )

    shortest = authority.rule_on("publication_lag_shortest", as_at).value or "0"
    soonest = taken.published_on if taken and taken.published_on else None
    soonest = soonest or working.add(decides_on, int(shortest))
    # An unknown way of counting can only be bounded from below: the publication day counts.
    not_before = effective(soonest, counts or "yes")
    published = taken.published_on if taken else None
    if published is None and lag is not None:
        published = working.add(decides_on, int(lag))
    on = effective(published, counts) if published and None not in (counts, on_next) else None
    return Effect(
        on=on,
        not_before=not_before,
        published_on=published,
        publication_note=_publication_note(taken, lag, shortest),
        note=_note(days, counts, on, not_before),
        evidence="; ".join(rules.evidence),
        ask=tuple(rules.ask),
        supposed=tuple(rules.supposed),
    )


def _publication_note(taken: Decision | None, lag: str | None, shortest: str) -> str:
    if taken is not None and taken.published_on is not None:
        return "as printed"
    if lag in (None, "0"):
        return ""
    return f"the longest lag seen, {lag} working days after the meeting (shortest {shortest})"


def _note(days: str, counts: str | None, on: date | None, not_before: date) -> str:
    counted = {"yes": "publication day counted", "no": "publication day not counted"}
    period = f"{days} working days of call-in, {counted.get(counts or '', 'counting unknown')}"
    if on is None:
        return f"{period}; it cannot be before {in_words(not_before)}"
    if on != not_before:
        return f"{period}; {in_words(not_before)} at the soonest"
    return period
