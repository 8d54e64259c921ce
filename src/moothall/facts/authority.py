"""An authority and its own rules, held once for all its programmes.

A rule that no one has found stays null and carries the question to ask; it is never assumed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from moothall.law.publication_cycle import read_cycle


class GovernanceModel(StrEnum):
    """How an English principal council takes its decisions (Local Government Act 2000, Part 1A)."""

    EXECUTIVE = "executive"
    COMMITTEE = "committee"


class EffectiveOn(StrEnum):
    """When a decision takes effect once its call-in period is over."""

    NEXT_CALENDAR_DAY = "next calendar day"
    NEXT_WORKING_DAY = "next working day"


SUPPOSED = "supposed for this question only"


def _days(text: str) -> None:
    if not text.isdecimal() or int(text) > 366:
        raise ValueError(f"{text!r} is no number of days; write whole days, for example 5")


def _flag(text: str) -> None:
    if text not in ("yes", "no"):
        raise ValueError(f"{text!r} is neither yes nor no; write yes or no")


def _effective(text: str) -> None:
    choices = [choice.value for choice in EffectiveOn]
    if text not in choices:
        raise ValueError(f"{text!r} is no day of effect; write {' or '.join(choices)}")


def _one_of(*choices: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        if text not in choices:
            raise ValueError(f"{text!r} is not one of {', '.join(choices)}")

    return check


def _pounds(text: str) -> None:
    if not text.isdecimal():
        raise ValueError(f"{text!r} is no sum in whole pounds; write for example 500000")


def _cycle(text: str) -> None:
    read_cycle(text)


def _words(_: str) -> None:
    """Any words will do."""


RULES: dict[str, Callable[[str], None]] = {
    "call_in_days": _days,
    "call_in_counts_publication_day": _flag,
    "call_in_effective": _effective,
    "publication_lag_shortest": _days,
    "publication_lag_longest": _days,
    "standstill_days": _days,
    "call_in_clock": _one_of("publication", "meeting"),
    "call_in_cutoff": _words,
    "call_in_who": _words,
    "call_in_scrutiny_within_days": _days,
    "standstill_clock": _one_of("publication", "meeting"),
    "standstill_counts_publication_day": _flag,
    "forward_plan_cycle": _cycle,
    "notice_28_count": _one_of("calendar", "working"),
    "general_exception_asks": _words,
    "report_lead_days": _days,
    "scrutiny_feedback": _one_of("before agenda", "supplement", "verbal"),
    "scrutiny_lead_days": _days,
    "consultation_least_weeks": _days,
    "consultation_analysis_days": _days,
    "equality_assessment_longest_age": _days,
    "trade_union_briefing_lead_days": _days,
    "key_decision_threshold": _words,
    "key_decision_pounds": _pounds,
    "key_decision_wards": _days,
    "key_decision_other_limbs": _words,
    "clearance_lead_days": _days,
    "unanswered_questions": _one_of("warn", "block publication", "block decision"),
}
"""A council's own rules that the program knows how to use, with what their values must be.

Days are working days, save `equality_assessment_longest_age`, which counts calendar days.
`report_lead_days` is how long before the day of publication the final report must be with
democratic services; `scrutiny_lead_days` how long before that day scrutiny must have sat where its
feedback is to be in the report; `clearance_lead_days` how long before that day every clearance must
be answered.  `unanswered_questions` is what scrutiny's unanswered questions do to the next gate.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRule:
    """One rule of a council's own: its value, where that was seen, how well it is evidenced.

    `value` is as the council writes it; None means unknown, and then `ask` is the question to put.
    `since` is the first day on which the value is known to have held.
    """

    rule: str
    value: str | None
    source: str
    evidence: str
    ask: str = ""
    since: date | None = None

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise ValueError(
                f"{self.rule!r} is no rule of a council; known are {', '.join(sorted(RULES))}"
            )
        if self.value is not None:
            RULES[self.rule](self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernancePeriod:
    """The governance model from a day on."""

    model: GovernanceModel
    since: date
    source: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFormat:
    """Which report format a council uses for papers to a kind of body."""

    to: str
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recess:
    """Days, both ends included, on which a council holds no meetings unless extraordinary."""

    first: date
    last: date
    name: str
    source: str = ""
    assumed: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the recess ends on {self.last}, before it begins on {self.first}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A sovereign council.

    `code` is the word for it everywhere (folder, screen, URL); `gss_code` its ONS register code,
    empty for an invented council.  `forward_plans` are the days on which its forward plan is
    published, where they are fixed; beyond the last of them its `forward_plan_cycle` says when.
    """

    code: str
    name: str
    short_name: str
    gss_code: str = ""
    synthetic: bool = False
    governance: tuple[GovernancePeriod, ...] = ()
    rules: tuple[CouncilRule, ...] = ()
    paper_formats: tuple[PaperFormat, ...] = ()
    polls: tuple[date, ...] = ()
    extra_non_days: tuple[date, ...] = ()
    recesses: tuple[Recess, ...] = ()
    forward_plans: tuple[date, ...] = ()

    def governance_on(self, day: date) -> GovernancePeriod | None:
        """The governance model in force on a day, None where none is known."""
        held = [period for period in self.governance if period.since <= day]
        return max(held, key=lambda period: period.since, default=None)

    def rule_on(self, name: str, day: date) -> CouncilRule:
        """The council's rule as known on a day; unknown where nothing is held."""
        held = [
            rule
            for rule in self.rules
            if rule.rule == name and (rule.since is None or rule.since <= day)
        ]
        if held:
            return max(held, key=lambda rule: rule.since or date.min)
        return CouncilRule(
            rule=name,
            value=None,
            source="",
            evidence="unknown",
            ask=f"What does the constitution of {self.name} say about {name.replace('_', ' ')}?",
        )

    def supposing(self, name: str, value: str) -> "Authority":
        """This authority as if the rule had that value; the rule says that it is supposed."""
        supposed = CouncilRule(rule=name, value=value, source="supposed", evidence=SUPPOSED)
        others = tuple(rule for rule in self.rules if rule.rule != name)
        return replace(self, rules=(*others, supposed))
