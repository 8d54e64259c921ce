"""The longest term of an agreement, from its first term and its extensions: five years and two
more are seven.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, Sentence, around, finding_on, paragraphs

_NUMBERS = {**NUMBERS_TO_99, "one": 1, "a": 1, "an": 1}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_N = rf"(?:\d{{1,3}}|{_WORDS})"
_CURE = "Correct the length of time or the figures that it is worked out from."


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]


_TERM = Expression(
    rf"\b(?:for|of|runs? for|last(?:s)? for|period of|term of|initial)\s(?:an?\s|"
    rf"the\s)?(?:initial\s|first\s|fixed\s|period of\s|"
    rf"term of\s)*(?P<n>{_N})[\s-](?P<unit>year|month)s?\b",
    re.IGNORECASE,
)
_EXTENDED = Expression(
    rf"\b(?:exten(?:d|ded|sion|sions|ding)|renew(?:ed|al)?)\b(?P<gap>[^.;]{{0,50}}?)\b(?:by|for|of|"
    rf"to)\s(?:up to\s|a\s|an?\s|"
    rf"further\s|maximum\s|period\s|of\s|another\s|additional\s)*(?P<n>{_N})\s(?:further\s|more\s|"
    rf"additional\s)?"
    rf"(?P<unit>year|month)s?\b(?P<each>\s(?:each|apiece))?",
    re.IGNORECASE,
)
_PERIODS = Expression(r"\b(?P<k>two|three|four|2|3|4|once|twice)\b", re.IGNORECASE)
_LONGEST = Expression(
    rf"(?:\b(?:maximum|greatest|longest|total|full|overall|whole)\s(?:possible\s|contract\s|"
    rf"potential\s|available\s)*(?:term|"
    rf"period|length|duration|life|contract)?\s?(?:of|is|would be|being|will be)\s(?:up "
    rf"to\s)?(?P<n>{_N})\s(?P<unit>year|"
    rf"month)s?|"
    rf"(?<![\w-])(?P<k>{_N})\s(?P<other>year|month)s?\s(?:in (?:all|total)|altogether|at (?:most|"
    rf"the most)|overall))",
    re.IGNORECASE,
)
_LONGEST_OF = (
    *("aximum", "reatest", "ongest", "otal", "ull ", "verall", "hole", "in all", "ltogether"),
    "at most",
    "at the most",
)
_MONTHS = {"year": 12, "month": 1}


def a_longest_term_is_the_first_and_its_extensions(report: Report) -> Iterator[TextFinding]:
    """Five years and up to two more are seven, not eight."""
    told: list[tuple[int, str, Paragraph, Sentence]] = []
    longest: list[tuple[int, str, Paragraph, Sentence]] = []
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if "year" not in one.text and "month" not in one.text:
                continue
            most = _LONGEST.search(one.text) if any(w in one.text for w in _LONGEST_OF) else None
            if most is not None:
                months = (
                    _number(most["n"] or most["k"])
                    * _MONTHS[(most["unit"] or most["other"]).lower()]
                )
                longest.append((months, most[0], paragraph, one))
            extended = _EXTENDED.search(one.text)
            first = _TERM.search(one.text) if extended is not None else None
            if extended is None or first is None or first.start() > extended.start():
                continue
            if re.search(
                r"\b(?:existing|current|previous|expir\w+|original)\b",
                one.text[: extended.start()],
                re.I,
            ):
                continue
            times = _times(extended)
            more = _number(extended["n"]) * _MONTHS[extended["unit"].lower()]
            base = _number(first["n"]) * _MONTHS[first["unit"].lower()]
            if times:
                words = around(one.text, first.start(), extended.end(), 5)
                told.append((base + more * times, words, paragraph, one))
    if len({months for months, *_ in told}) != 1:
        return
    whole, words, at, _ = told[0]
    for months, text, paragraph, one in longest:
        near = paragraph.section == at.section or paragraph.block - at.block in range(-4, 5)
        if months != whole and near and whole / 2 < months < whole * 2:
            yield finding_on(
                paragraph,
                one,
                f"“{text.strip()}” here; “{words}” is {_as_years(whole)} at most ({at.place}).",
                _CURE,
                Confidence.MEDIUM,
            )


def _times(extended: re.Match[str]) -> int:
    """How many extensions; 0 where that cannot be told."""
    if not extended["each"] and not re.search(r"\bextensions\b", extended[0], re.IGNORECASE):
        return 1
    before = extended.string[max(0, extended.start() - 25) : extended.start("n")]
    found = _PERIODS.search(before)
    if found is None:
        return 0
    word = found["k"].lower()
    return {"once": 1, "twice": 2}.get(word) or _number(word)


def _as_years(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} years" if not rest else f"{months} months"


RULES: tuple[Rule, ...] = (a_longest_term_is_the_first_and_its_extensions,)
