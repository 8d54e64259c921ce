"""A stretch of days that bears on a joint route."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import in_words


class SpanKind(StrEnum):
    """What a stretch of days is."""

    NOTICE = "notice"
    CALL_IN = "call-in"
    CONSULTATION = "consultation"
    LISTENING = "listening"
    PRE_ELECTION = "pre-election period"
    RECESS = "recess"
    CANCELLED = "cancelled meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSpan:
    """A stretch of days, both ends counted.

    `authority` is empty for what belongs to the programme as a whole.  `note` says what the days
    follow from, `reference` and `evidence` on what rule and how that is known.
    """

    authority: str
    kind: SpanKind
    name: str
    first: date
    last: date
    note: str = ""
    reference: str = ""
    evidence: str = ""
    assumed: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.name} ends on {self.last}, before it begins on {self.first}")

    @property
    def days(self) -> str:
        """The days in words."""
        if self.first == self.last:
            return in_words(self.first)
        return f"{in_words(self.first)} to {in_words(self.last)}"
