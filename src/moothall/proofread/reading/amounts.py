"""Figures in running text: money, percentages, counts, each with its value and its place.

Years, dates, ages, paragraph numbers, references and telephone numbers are not amounts.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression

SCALES = {
    "k": Decimal(1_000),
    "m": Decimal(1_000_000),
    "million": Decimal(1_000_000),
    "millions": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "bn": Decimal(1_000_000_000),
    "billion": Decimal(1_000_000_000),
    "billions": Decimal(1_000_000_000),
}
"""What the unit of a figure stands for."""
_AMOUNT = Expression(
    r"""(?<![\w./£€-])(?<!\d,)                  # not inside a word, a date or a range
    (?P<open>\()?\s*(?P<minus>[-−–](?=[£€\d]))?\s*(?P<pound>[£€])?\s*
    (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    (?:-(?=[mb]illions?\b)|\s*)(?P<unit>%|per\s?cent\b|percentage\spoints?\b|p\.?p\.?\b|[mb]n\b|billions?\b|millions?\b|m\b|k\b)?
    \s*(?P<close>\))?
    (?![\w/]|[.,]\d|-\d|–\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_BEFORE_NO_AMOUNT = Expression(
    rf"(?:\b(?:section|paragraph|para|appendix|annex|table|figure|fig|page|item|stage|phase|"
    rf"act|regulation|reg|part|schedule|version|v|key stage|ks|year|years|ages?|aged|priority|"
    rf"proposal|option|lot|site|type|quarter|q|no|ref|step|level|grade|band|tier|ward|"
    rf"{_MONTH})\.?|[#§]|(?<!\d)(?:19|20)\d\d[–\u2011—/-](?=$))\s*$",
    re.IGNORECASE,
)
_AFTER_NO_AMOUNT = Expression(
    rf"^\s*(?:{_MONTH}\b|st\b|nd\b|rd\b|th\b|o.clock|a\.?m\.?\b|p\.m\b|years? old)",
    re.IGNORECASE,
)
_BEFORE = 24  # characters that can say that a number is no amount
_YEAR = Expression(r"^(?:19|20)\d\d$")
_AFTER_A_YEAR = Expression(r"\b(?:years?|quarter|ward|stage)\s*$", re.IGNORECASE)
"""“Year 6” is a name; in “by the close of the year 520 had left” the number counts."""
_AFTER_THE_YEAR = Expression(r"\b(?:the|this|that|last|each) (?:year|quarter)\s$", re.IGNORECASE)
_IS_COUNTED = Expression(r"\s(?:were|was|are|is|had|have|has)\b")
"""“During the year 22 were approved”."""
_AFTER_A_MONTH = Expression(rf"\b{_MONTH}\s$", re.IGNORECASE)
_DAYS_OF_A_MONTH = 31
"""“At the end of June 58 of the 92 had been seen”: no month has so many days."""
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        (
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        start=2,
    )
}
"""Numbers that are written in words, from two to twelve."""


class Kind(StrEnum):
    """What an amount counts."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage points"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount as written.

    `value` has its scale applied and is negative in brackets with a figure; `places` are the
    decimal places printed, counted before the scale; `step` is one unit of the last printed place.
    """

    text: str
    value: Decimal
    kind: Kind
    places: int
    scale: Decimal
    start: int
    end: int

    @property
    def step(self) -> Decimal:
        return Decimal(1).scaleb(-self.places) * self.scale

    @property
    def half(self) -> Decimal:
        """How far rounding alone can move it."""
        return self.step / 2


def amounts(text: str) -> list[Amount]:
    """Every amount of a text, in order."""
    return list(_amounts(text))


@lru_cache(maxsize=4096)
def _amounts(text: str) -> tuple[Amount, ...]:
    """The same, kept for the rules that read the same sentence."""
    found = (_amount(text, match) for match in _AMOUNT.finditer(text))
    return tuple(amount for amount in found if amount is not None)


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    digits, unit = match["digits"], (match["unit"] or "").lower()
    start = match.start("digits")
    if match["pound"]:
        start = match.start("pound")
    if not match["pound"] and not unit:
        before = text[max(0, match.start("digits") - _BEFORE) : match.start("digits")]
        counted = len(digits) > 2 and _AFTER_A_YEAR.search(before) is not None
        counted = counted or bool(
            _AFTER_A_MONTH.search(before)
            and Decimal(digits.replace(",", "")) > _DAYS_OF_A_MONTH
            and (len(digits) > 2 or re.match(r"\sof\b", text[match.end() :]))
        )
        counted = counted or bool(
            _AFTER_THE_YEAR.search(before) and _IS_COUNTED.match(text[match.end() :])
        )
        if _YEAR.match(digits) or (_BEFORE_NO_AMOUNT.search(before) and not counted):
            return None
        if _AFTER_NO_AMOUNT.match(text[match.end() :]):
            return None
    kind = Kind.MONEY if match["pound"] else Kind.COUNT
    if unit.startswith(("%", "per")) and "point" not in unit:
        kind = Kind.PERCENT
    elif "point" in unit or unit.replace(".", "") == "pp":
        kind = Kind.POINTS
    scale = SCALES.get(unit, Decimal(1)) if kind in (Kind.MONEY, Kind.COUNT) else Decimal(1)
    value = Decimal(digits.replace(",", "")) * scale
    if match["minus"]:
        value = -value
    end = match.end("unit") if match["unit"] else match.end("digits")
    return Amount(
        text=text[start:end].strip(),
        value=value,
        kind=kind,
        places=len(digits.partition(".")[2]),
        scale=scale,
        start=start,
        end=end,
    )
