"""A finding about a report: what is wrong, where it stands, how sure we are."""

from dataclasses import dataclass, replace
from enum import StrEnum

from moothall.documents.report import Place, Report


class Confidence(StrEnum):
    """How sure a finding is; `low` ones are shown only when everything is asked for."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """What a rule found in a report.

    `rule` is the name of the function that states the rule; `quote` the words as they stand (at
    most a line of them); `message` says what is wrong, with the figures; `cure` what to do.
    """

    place: Place
    quote: str
    message: str
    confidence: Confidence
    cure: str = ""
    rule: str = ""
    file: str = ""

    def found_by(self, rule: str, report: Report) -> "TextFinding":
        return replace(self, rule=rule, file=report.file, quote=shortened(self.quote))


def shortened(quote: str, longest: int = 160) -> str:
    """The quote on one line, cut at a word where it is too long."""
    words = " ".join(quote.split())
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0] + " …"
