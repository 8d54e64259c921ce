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


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRules:
    """A council's own rules from decision to effect; None where nobody has said.

    `days` working days of call-in or standstill are counted from publication, or from the meeting
    where `from_the_meeting`; `shortest` and `longest` are the working days from meeting to
    publication.  A decision of the full council is effective at once: `days` is 0 then.
    """

    days: int | None
    counts_first_day: bool | None
    next_working_day: bool | None
    shortest: int
    longest: int | None
    from_the_meeting: bool = False
    rule: str = "CALLIN-WINDOW"
    evidence: str = ""
    ask: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()

    @property
    def are_known(self) -> bool:
        """Whether a day of effect follows from them."""
        known = (self.days, self.counts_first_day, self.next_working_day)
        return None not in known and (self.from_the_meeting or self.longest is not None)


@dataclass
class _Asked:
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


def effect_rules(
    authority: Authority,
    model: GovernanceModel | None,
    as_at: date,
    *,
    by_full_council: bool = False,
    already_published: bool = False,
) -> EffectRules:
    """A council's rules from decision to effect, as known on a day, and the questions left.

    `already_published` leaves the lag of publication aside, since it is known.
    """
    if by_full_council:
        return EffectRules(
            days=0,
            counts_first_day=False,
            next_working_day=False,
            shortest=0,
            longest=0,
            from_the_meeting=True,
            rule="BPF-COUNCIL",
            evidence="recalled: call-in is of executive decisions",
        )
    asked = _Asked(authority, as_at)
    committee = model is GovernanceModel.COMMITTEE
    # A committee's decision has no statutory call-in; its council may hold it back all the same.
    period, first, clock = (
        ("standstill_days", "standstill_counts_publication_day", "standstill_clock")
        if committee
        else ("call_in_days", "call_in_counts_publication_day", "call_in_clock")
    )
    days = asked.value(period)
    from_the_meeting = authority.rule_on(clock, as_at).value == "meeting"
    counts = on_next = lag = None
    if days is not None:
        counts = asked.value(first, along_with_a_supposition="no")
        on_next = asked.value(
            "call_in_effective", along_with_a_supposition=EffectiveOn.NEXT_CALENDAR_DAY.value
        )
        if not (already_published or from_the_meeting):
            lag = asked.value("publication_lag_longest", along_with_a_supposition="0")
    return EffectRules(
        days=None if days is None else int(days),
        counts_first_day=None if counts is None else counts == "yes",
        next_working_day=None if on_next is None else on_next == EffectiveOn.NEXT_WORKING_DAY,
        shortest=int(authority.rule_on("publication_lag_shortest", as_at).value or 0),
        longest=None if lag is None else int(lag),
        from_the_meeting=from_the_meeting,
        rule="COMMITTEE-STANDSTILL" if committee else "CALLIN-WINDOW",
        evidence="; ".join(asked.evidence),
        ask=tuple(asked.ask),
        supposed=tuple(asked.supposed),
    )


def effect_of(
    authority: Authority,
    model: GovernanceModel | None,
    decides_on: date | None,
    taken: Decision | None,
    as_at: date,
    working: WorkingDays,
    *,
    by_full_council: bool = False,
) -> Effect:
    """The day of effect of a decision: as printed once taken, computed while it is planned."""
    if taken is not None and taken.effective_on is not None and decides_on is not None:
        return Effect(
            on=taken.effective_on,
            not_before=taken.effective_on,
            published_on=taken.published_on,
            publication_note="as printed",
            note="as printed",
            evidence="printed by the council",
            taken=True,
        )
    printed = taken.published_on if taken else None
    rules = effect_rules(
        authority,
        model,
        as_at,
        by_full_council=by_full_council,
        already_published=printed is not None,
    )
    if decides_on is None:
        known = f"{rules.days} working days" if rules.days else "an unknown number of working days"
        return Effect(
            note=f"the decision has no day yet; {known} must pass after its publication",
            evidence=rules.evidence or "unknown",
            ask=rules.ask[:1] if rules.days is None else (),
        )
    if rules.days is None:
        return Effect(
            not_before=decides_on,
            published_on=printed,
            note=f"unknown: it cannot be before {in_words(decides_on)}",
            evidence="unknown",
            ask=rules.ask,
        )
    if by_full_council:
        return Effect(
            on=decides_on,
            not_before=decides_on,
            published_on=printed,
            note="a decision of the full council is not called in",
            evidence=rules.evidence,
        )
    days = rules.days

    def effective(first: date, counted: bool) -> date:
        return effective_from(
            first,
            days,
            count_publication_day=counted,
            next_working_day=bool(rules.next_working_day),
            working=working,
        )

    published = printed
    if published is None and rules.longest is not None:
        published = working.add(decides_on, rules.longest)
    starts = decides_on if rules.from_the_meeting else published
    soonest = decides_on if rules.from_the_meeting else printed
    soonest = soonest or working.add(decides_on, rules.shortest)
    # An unknown way of counting can only be bounded from below: the first day counts.
    counted = rules.counts_first_day
    not_before = effective(soonest, counted is not False)
    on = None
    if starts is not None and counted is not None and rules.next_working_day is not None:
        on = effective(starts, counted)
    return Effect(
        on=on,
        not_before=not_before,
        published_on=published,
        publication_note=_publication_note(printed, rules),
        note=_note(rules, on, not_before),
        evidence=rules.evidence,
        ask=rules.ask,
        supposed=rules.supposed,
    )


def _publication_note(printed: date | None, rules: EffectRules) -> str:
    if printed is not None:
        return "as printed"
    if not rules.longest:
        return ""
    return (
        f"the longest lag seen, {rules.longest} working days after the meeting "
        f"(shortest {rules.shortest})"
    )


def _note(rules: EffectRules, on: date | None, not_before: date) -> str:
    first = "meeting day" if rules.from_the_meeting else "publication day"
    counted = {True: f"{first} counted", False: f"{first} not counted", None: "counting unknown"}
    kind = "standstill" if rules.rule == "COMMITTEE-STANDSTILL" else "call-in"
    period = f"{rules.days} working days of {kind}, {counted[rules.counts_first_day]}"
    if on is None:
        return f"{period}; it cannot be before {in_words(not_before)}"
    if on != not_before:
        return f"{period}; {in_words(not_before)} at the soonest"
    return period
