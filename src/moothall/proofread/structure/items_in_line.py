"""Items numbered within a sentence: “(i) …; (ii) …; and (iii) …”, “firstly, …; secondly, …”.

Each is the next of the one before it; and where the sentence says how many things follow, so many
do.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import paragraphs

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = tuple("abcdefghijklmnop")
_FIGURES = tuple(map(str, range(1, 16)))
_IN_TURN = ("firstly", "secondly", "thirdly", "fourthly", "fifthly", "sixthly")
_MARKER = Expression(r"(?:^|\s)\((?P<label>[a-p]|[ivx]{1,4}|\d{1,2})\)\s(?=[A-Za-z£\d])")
_LED_TO = Expression(
    r"\b(?:under|in|at|see|paragraph|para|section|clause|to|of|by|with|from|both)\s?$", re.I
)
_SAID_OF = Expression(r"^(?:above|below|and|or|to|appl\w+|is|are|was|were)\b", re.IGNORECASE)
_SPOKEN = Expression(rf"\b(?P<label>{'|'.join(_IN_TURN)})\b", re.IGNORECASE)
_SAID = Expression(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten)\s(?!of\b)(?:[a-z-]+\s){0,3}?[a-z]+s\b"
    r"(?P<gap>[^.:;()]{0,60}):\s$",
    re.IGNORECASE,
)
_FEWEST, _SHORTEST = 3, 5


@dataclass(frozen=True, slots=True)
class _Marker:
    label: str
    start: int
    end: int


def items_within_a_sentence_run_on(report: Report) -> Iterator[TextFinding]:
    """“(i) a plan; (ii) staff with a certificate; and (ii) a local office”."""
    for paragraph in paragraphs(report):
        if "(" not in paragraph.text and "ly" not in paragraph.text:
            continue
        for markers, series in _series(paragraph.text):
            numbers = [series.index(marker.label) for marker in markers]
            slip = next(
                (place for place in range(1, len(numbers)) if numbers[place] != place), None
            )
            if slip is not None:
                here, before = markers[slip], markers[slip - 1]
                yield TextFinding(
                    place=paragraph.place,
                    quote=shortened(paragraph.text[before.start : here.end + 60].strip(" ;:,")),
                    message=f"“{before.label}” is followed by “{here.label}”, where "
                    f"“{series[slip]}” is next.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the numbering, and check the references to it.",
                )
                continue
            said = _SAID.search(paragraph.text[: markers[0].start].rstrip() + " ")
            if said is None or (number := NUMBERS_TO_99[said["n"].lower()]) == len(markers):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=shortened(paragraph.text[said.start() : markers[-1].end + 60]),
                message=f"The text says {number}; {len(markers)} are numbered.",
                confidence=Confidence.MEDIUM,
                cure="Correct the number, or the list.",
            )


def _series(text: str) -> Iterator[tuple[list[_Marker], tuple[str, ...]]]:
    """The markers of one kind that stand in the text in a row, from the first of its kind on."""
    for pattern, kinds in ((_MARKER, (_ROMAN, _LETTERS, _FIGURES)), (_SPOKEN, (_IN_TURN,))):
        found = [
            _Marker(match["label"].lower(), match.start(), match.end())
            for match in pattern.finditer(text)
        ]
        if pattern is _MARKER and any(_is_a_reference(text, marker) for marker in found):
            continue
        for series in kinds:
            own = [marker for marker in found if marker.label in series]
            if len(own) < _FEWEST or len(own) != len(found) or own[0].label != series[0]:
                continue
            apart = [b.start - a.end for a, b in itertools.pairwise(own)]
            if min(apart) < _SHORTEST or [m.label for m in own].count(series[0]) > 1:
                continue
            yield own, series
            break


def _is_a_reference(text: str, marker: _Marker) -> bool:
    """Whether “(b)” names an item, as in “under (b) above”, and does not begin one."""
    before, after = text[max(0, marker.start - 12) : marker.start], text[marker.end :]
    return bool(_LED_TO.search(before) or _SAID_OF.match(after[:8]))


RULES: tuple[Rule, ...] = (items_within_a_sentence_run_on,)
