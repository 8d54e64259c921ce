"""Marks of a list that a text points to: “paragraph 7 below”, “recommendation (d)”, “item 8”.

Where a paper has one list of whole numbers, or of letters, that runs from the first without a gap,
a number after its last points at nothing.  A paper with a second list, a gap, or the number printed
anywhere else is let be, and so is what is said to be of an Act or of another paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.structure.references import of_another

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WHOLE = Expression(r"^(?P<number>\d{1,2})[.)]?\s+(?=[\"“‘(]?[A-Za-z])")
_DOTTED = Expression(r"^\d{1,2}\.\d")
_BRACKETED = Expression(r"(?:^|(?<=[;,:.] ))\((?P<mark>[a-z]{1,4})\)(?=\s)")
_TO_A_NUMBER = Expression(
    r"\b(?P<thing>paragraph|para\.?|agenda item|item|point|clause|condition|recommendation)\s"
    r"(?:no\.?\s|number\s)?(?P<number>\d{1,2})\b(?![.,:]\d|\s?[%/]|\d|\()",
    re.IGNORECASE,
)
_TO_A_MARK = Expression(
    r"\b(?P<thing>recommendation|resolution|item|point|option|paragraph|clause|condition|enclosure|"
    r"document|part|proposal|criterion|test|reason|decision)s?\s\((?P<mark>[a-z]{1,4})\)",
    re.IGNORECASE,
)
_ELSEWHERE = Expression(
    r"\b(?:minutes?|meeting|agenda|exempt|schedule|act|order|regulations?|code|constitution|"
    r"confidential|decision notice|previous|last|protocol|part)\b",
    re.IGNORECASE,
)
_MOST_BEYOND = 9
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _List:
    """The one list of a paper: its marks in turn, and the blocks that hold them."""

    last: int
    printed: str
    kind: str


def a_mark_pointed_to_is_in_its_list(report: Report) -> Iterator[TextFinding]:
    """“See paragraph 7 below”, in a paper of four paragraphs; “recommendation (d)” of three."""
    minuted = are_minutes(report)
    numbers = None if minuted else _whole_numbers(report)
    marks = _marks(report)
    if numbers is None and not marks:
        return
    for passage in passages(report):
        found: list[tuple[re.Match[str], str, int, _List]] = []
        if numbers:
            found += [
                (match, match["number"], int(match["number"]), numbers)
                for match in _TO_A_NUMBER.finditer(passage.text)
            ]
        if marks and "(" in passage.text:
            found += [
                (match, f"({match['mark']})", _value(match["mark"].casefold(), one.kind), one)
                for match in _TO_A_MARK.finditer(passage.text)
                for one in marks
            ]
        for match, printed, value, one in found:
            if not one.last < value <= one.last + _MOST_BEYOND:
                continue
            start, end = match.span()
            if not passage.text[:start].strip() and passage.text[end:].lstrip()[:1] in (
                ":",
                "–",
                ".",
            ):
                continue  # “Item 4: Update on the quay” is the item itself
            before = passage.text[max(0, start - 60) : start]
            if of_another(passage.text, start, end) or _ELSEWHERE.search(before):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, start, end, after=30),
                message=f"The text speaks of {match['thing'].casefold()} {printed}; the list ends "
                f"at {one.printed}.",
                confidence=Confidence.MEDIUM,
                cure="Give the one that is meant.",
            )


def _whole_numbers(report: Report) -> _List | None:
    """The one list of whole numbers from 1 on; None where there are several, or one with gaps."""
    last = 0
    for block in report.blocks:
        if isinstance(block, Grid):
            if any(_WHOLE.match(" ".join(row)) for row in block.rows):
                return None
            continue
        if isinstance(block, Image):
            continue
        text = f"{block.number} {block.text}".strip()
        if _DOTTED.match(text):
            return None
        match = _WHOLE.match(text)
        if match is None:
            continue
        if int(match["number"]) != last + 1:
            return None
        last += 1
    return _List(last, str(last), "number") if last >= _FEWEST else None


def _marks(report: Report) -> list[_List]:
    """The one list of marks in brackets, letters or small Roman numbers."""
    found = [
        match["mark"]
        for block in report.blocks
        if isinstance(block, Heading | Prose)
        for match in _BRACKETED.finditer(block.text)
    ]
    if len(found) < _FEWEST:
        return []
    for kind in ("letter", "roman"):
        if [_value(mark, kind) for mark in found] == list(range(1, len(found) + 1)):
            return [_List(len(found), f"({found[-1]})", kind)]
    return []


def _value(mark: str, kind: str) -> int:
    """What place a mark has in a list of its kind; 0 where it is of another."""
    if kind == "roman":
        return _ROMAN.index(mark) + 1 if mark in _ROMAN else 0
    return ord(mark) - ord("a") + 1 if len(mark) == 1 else 0


RULES: tuple[Rule, ...] = (a_mark_pointed_to_is_in_its_list,)
