"""Numbers written in words: "fourteen", "fifty-one per cent", "three quarters of"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from moothall.proofread.reading.expressions import Expression

_UNIT_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_UNITS = {word: number for number, word in enumerate(_UNIT_WORDS.split(), start=1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
         "eighty": 80, "ninety": 90}  # fmt: skip
_NUMBERS = dict(_UNITS) | _TENS
_NUMBERS |= {
    f"{ten}-{one}": tens + more
    for ten, tens in _TENS.items()
    for one, more in list(_UNITS.items())[:9]
}
_ONES = "|".join(list(_UNITS)[:9])
IN_WORDS = Expression(
    rf"(?<![\w-])(?P<n>(?:{'|'.join(_TENS)})(?:-(?:{_ONES})| (?:{_ONES})(?!-))?|"
    rf"{'|'.join(sorted(list(_UNITS)[1:], key=len, reverse=True))}|one(?=[ -](?:year|month|week)))"
    rf"(?=[ -][a-z]|\s?\(|[,.;:)]|$)",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "sixth": 6,
          "eighth": 8}  # fmt: skip
_FRACTION = Expression(
    r"(?<![\w-])(?:(?P<n>a|one|two|three|four|five|seven|nine)[ -](?P<d>third|quarter|fifth|tenth|"
    r"sixth|eighth)s?|(?P<half>half))\b(?=\s+(?:of\b|the\b|to\b|all\b))"
    r"|(?<![\w-])(?P<few>one|two|three|four|five|six|seven|eight|nine|nineteen|\d{1,2})\s+"
    r"(?:\w+\s+){0,2}?(?:in|out of)\s+(?:every\s+)?"
    r"(?P<many>three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b",
    re.IGNORECASE,
)
_SPELT_PERCENT = Expression(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>{_ONES}))?|"
    rf"(?P<n>{'|'.join(sorted(_UNITS, key=len, reverse=True))}))[ -]per ?cent\b(?! points?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WordedShare:
    """A share as a percentage, and how far such words may be from what is meant."""

    text: str
    share: Decimal
    slack: Decimal
    start: int
    end: int


def number_of(word: str) -> int:
    """What a number word means; "fifty one" is "fifty-one"."""
    return _NUMBERS[word.lower().replace(" ", "-")]


def spelt_percents(text: str) -> list[WordedShare]:
    """“Fifty one percent of applicants”: as exact as in figures."""
    if "cent" not in text:
        return []
    found = []
    for match in _SPELT_PERCENT.finditer(text):
        share = _UNITS[match["n"].lower()] if match["n"] else _TENS[match["tens"].lower()]
        share += _UNITS[match["ones"].lower()] if match["ones"] else 0
        found.append(
            WordedShare(match[0], Decimal(share), Decimal("0.5"), match.start(), match.end())
        )
    return found


def fractions(text: str) -> list[WordedShare]:
    """“Two in five”, “a quarter of the homes”: near enough, never exact."""
    found = []
    for match in _FRACTION.finditer(text):
        if match["half"]:
            share = Decimal(50)
        elif match["d"]:
            many = {"a": 1}.get(match["n"].lower()) or number_of(match["n"])
            share = Decimal(100) * many / _PARTS[match["d"].lower()]
        else:
            few = int(match["few"]) if match["few"].isdigit() else number_of(match["few"])
            many = number_of(match["many"])
            if few >= many:
                continue
            share = Decimal(100) * few / many
        if share < 100:
            found.append(WordedShare(match[0], share, Decimal(4), match.start(), match.end()))
    return found
