"""Who was asked, how, and what they said."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.fact import AuthorityCode, BodyId, Fact, ProposalId


class ExerciseKind(StrEnum):
    """Listening is not formal consultation (rule R11)."""

    BRIEFING = "briefing"
    LISTENING = "listening"
    FORMAL_CONSULTATION = "formal consultation"
    CO_CONSULTATION = "co-consultation"
    SURVEY = "survey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Fact):
    """One exercise of engagement.  `expected` is None where no date is given.

    `opens_on` and `closes_on` are the first and the last day for answers, where they are fixed;
    `alternatives_explained` whether the options set aside were explained to those asked.
    """

    name: str
    kind: ExerciseKind
    audiences: tuple[str, ...]
    methods: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    expected: WrittenDate | None = None
    output: str = ""
    body: BodyId | None = None
    proposal: ProposalId | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    alternatives_explained: bool | None = None

    def __post_init__(self) -> None:
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValueError(f"it closes on {self.closes_on}, before it opens on {self.opens_on}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTheme:
    """A theme of the free-text answers; `text` is our summary."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Fact):
    """A survey and its results as published.  `invited` is None where nobody says."""

    name: str
    authorities: tuple[AuthorityCode, ...]
    asked_on: WrittenDate
    questions: str
    responses: int
    responses_from: tuple[AuthorityCode, ...]
    respondents: str = ""
    invited: int | None = None
    judgement: str = ""
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    themes: tuple[SurveyTheme, ...] = ()
    repeats: str = ""
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Fact):
    """A peer review: what it looked at, recommended, praised and left out."""

    name: str
    by: str
    when: WrittenDate
    lines_of_enquiry: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    praise: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    left_out: str = ""
    agreed: tuple[str, ...] = ()
