"""Fractions written as words ("nearly two-thirds"), and what percentages they allow."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression

_UNITS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twenty": 20,
}  # fmt: skip
_HOW = (
    r"(?P<how>just over|just under|just above|just below|slightly (?:over|under|more than|less "
    r"than)|"
    r"a little (?:over|under|more than|less than)|well over|well under|more than|less than|fewer "
    r"than|over|"
    r"under|above|below|nearly|almost|close to|nearer to|approaching|not quite|about|around|"
    r"roughly|"
    r"approximately|some|at least|only|up to|exactly)"
)
_FRACTION = Expression(
    rf"(?<![\w-])(?:{_HOW}\s)?(?:(?P<n>a|one|two|three|four|five|seven|nine)[ -](?P<d>third|"
    rf"quarter|fifth|"
    rf"sixth|eighth|tenth)s?|(?P<half>(?:a |one )?half)|"
    rf"(?P<k>one|two|three|four|five|six|seven|eight|nine|\d)\s(?:in|out of)(?:\severy)?\s"
    rf"(?P<m>three|four|five|six|seven|eight|nine|ten|twenty|[3-9]|10|20))(?![\w-])",
    re.IGNORECASE,
)
_NO_SHARE = Expression(
    r"^\s?(?:an?\s|of (?:the |a |an |this |last |next )?(?:year|point|percentage|mile|hour|day|"
    r"week|century|decade|month|"
    r"term|acre|million|\d+(?:\.\d+)?\s?%)(?![’'])|(?:years?|hours?|days?|miles?|term|yearly|million|past|price|"
    r"fare|"
    r"party|point|"
    r"time|phase|option|stage|way|lane|sector|bid|reading|and half)\b|of (?:19|20)\d\d)",
    re.IGNORECASE,
)
_TWICE = Expression(
    r"\b(?:first|second|third|fourth|other|final|latter|last|next|each|every)\s$", re.I
)
_NEAR, _SLIGHT, _LOOSE = Decimal(6), Decimal("0.5"), Decimal(6)


_MAJORITY = Expression(
    r"(?<![\w-])(?:a|the) (?:clear |large |small |great |vast |overwhelming |narrow |substantial |"
    r"slim )?"
    r"majority(?=\sof\s)",
    re.IGNORECASE,
)
_PER_CENT = Expression(r"(?<![\d.,])(?P<p>\d{1,2}(?:\.(?P<d>\d))?)\s?(?:%|per cent)(?=\sof\s)")


@dataclass(frozen=True, slots=True)
class FractionTold:
    """A fraction as written, and the least and the greatest percentage that it allows."""

    text: str
    low: Decimal
    high: Decimal
    start: int
    end: int
    in_figures: bool = False

    def allows(self, low: Decimal, high: Decimal) -> bool:
        return low <= self.high and high >= self.low


def fractions_told(text: str) -> list[FractionTold]:
    """Every share that a text gives in words.

    >>> [(one.text, one.low, one.high) for one in fractions_told("nearly half of them")]
    [('nearly half', Decimal('44'), Decimal('50.5'))]
    """
    return list(_fractions_told(text))


@lru_cache(maxsize=2048)
def _fractions_told(text: str) -> tuple[FractionTold, ...]:
    found = []
    for match in _FRACTION.finditer(text):
        if _NO_SHARE.match(text[match.end() :]) or _TWICE.search(text[: match.start()]):
            continue
        share = _share(match)
        if share is not None:
            low, high = _bounds(share, " ".join((match["how"] or "").lower().split()))
            found.append(FractionTold(match[0].strip(), low, high, match.start(), match.end()))
    return tuple(found)


def _share(match: re.Match[str]) -> Decimal | None:
    if match["half"]:
        return Decimal(50)
    part, whole = match["n"] or match["k"], match["d"] or match["m"]
    number = Decimal(part) if part.isdigit() else Decimal(_NUMBERS[part.lower()])
    of = (
        Decimal(whole)
        if whole.isdigit()
        else Decimal(_UNITS.get(whole.lower()) or _NUMBERS[whole.lower()])
    )
    return number / of * 100 if number < of else None


def _bounds(share: Decimal, how: str) -> tuple[Decimal, Decimal]:
    """A smaller share is told more finely: “almost a tenth” is no 6 %."""
    near = min(_NEAR, share / 5)
    if how in ("nearly", "almost", "close to", "approaching", "not quite", "nearer to"):
        return share - near, share + _SLIGHT
    if how.endswith(("under", "below", "less than")) and how.startswith(
        ("just", "slightly", "a little")
    ):
        return share - near, share + _SLIGHT
    if how.startswith(("just", "slightly", "a little")):
        return share - _SLIGHT, share + near
    if how in ("more than", "over", "above", "at least", "well over"):
        return share - _SLIGHT, Decimal(100)
    if how in ("less than", "fewer than", "under", "below", "up to", "well under", "only"):
        return Decimal(0), share + _SLIGHT
    return share - min(_LOOSE, share / 4), share + min(_LOOSE, share / 4)


def majorities_told(text: str) -> list[FractionTold]:
    """ "A clear majority of those who replied": more than half."""
    return [
        FractionTold(match[0], Decimal(50), Decimal(100), match.start(), match.end())
        for match in _MAJORITY.finditer(text)
    ]


def percentages_told(text: str) -> list[FractionTold]:
    """ "64% of those who replied", as a share that rounding may move by its last place."""
    found = []
    for match in _PER_CENT.finditer(text):
        share, step = Decimal(match["p"]), Decimal("0.1") if match["d"] else Decimal(1)
        found.append(
            FractionTold(
                match[0], share - step, share + step, match.start(), match.end(), in_figures=True
            )
        )
    return found
