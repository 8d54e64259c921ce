"""Bands by letter, and two ages that a sentence divides between two things.

“Band E £125.40, Band E £148.20, Band G” has lost its F; “homes for under 18s and lodgings for 16
and 17-year-olds” puts those of 16 in both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, paragraphs

_BAND = Expression(
    r"\bband[\s:‘'“\"]{1,3}(?P<letter>[A-I])\b(?P<after>[’'”\"]?[^;.\n]{0,4}?(?:[-–:=(]\s?)?£)?",
    re.IGNORECASE,
)
_FEWEST = 5
_SKIPPED = 2
"""From one letter to the one after the next."""


@dataclass(frozen=True, slots=True)
class _Letter:
    letter: str
    text: str
    place: Place


def bands_by_letter_run_on(report: Report) -> Iterator[TextFinding]:
    """Of bands that are listed from A on, none stands twice and none is left out."""
    for letters in _lists(report):
        steps = [ord(later.letter) - ord(one.letter) for one, later in pairwise(letters)]
        if len(letters) < _FEWEST or letters[0].letter != "A":
            continue
        if steps.count(1) < len(steps) - 2 or any(step not in (0, 1, 2) for step in steps):
            continue
        odd = [place for place, step in enumerate(steps) if step != 1]
        if not odd:
            continue
        place = odd[0]
        one, later = letters[place], letters[place + 1]
        follows = letters[place + 2].letter if place + 2 < len(letters) else ""
        if steps[place] == 0 and (not follows or ord(follows) - ord(one.letter) == _SKIPPED):
            message = f"Band {one.letter} stands twice; " + (
                f"between it and Band {follows} one would expect Band {chr(ord(one.letter) + 1)}."
                if follows
                else f"the second should be Band {chr(ord(one.letter) + 1)}."
            )
        elif steps[place] == _SKIPPED and len(odd) == 1:
            lost = chr(ord(one.letter) + 1)
            message = f"Band {one.letter} is followed by Band {later.letter}: there is no {lost}."
        else:
            continue
        yield TextFinding(
            place=later.place,
            quote=f"{one.text}; {later.text}" if one.text != later.text else later.text,
            message=message,
            confidence=Confidence.MEDIUM,
            cure="Correct the letter or add the band",
        )


def _lists(report: Report) -> Iterator[list[_Letter]]:
    """The letters of bands as they follow one another in a paragraph, in lines or in rows."""
    lines: list[_Letter] = []
    for block in report.blocks:
        if isinstance(block, Grid):
            yield lines
            lines = []
            yield list(_of_rows(block))
            continue
        if not isinstance(block, Prose) or "band" not in block.text.lower():
            yield lines
            lines = []
            continue
        found = [
            _Letter(match["letter"].upper(), _quoted(block.text, match), block.place)
            for match in _BAND.finditer(block.text[:4_000])
            if match["after"]
        ]
        if len(found) == 1 and len(block.text) < len(found[0].text) + 60:
            lines += found
            continue
        yield lines
        lines = []
        yield found
    yield lines


def _quoted(text: str, match: re.Match[str]) -> str:
    words = text[match.start() : match.end() + 12]
    return re.split(r"[;,](?:\s|$)|\s(?:and|band)\s?", words, flags=re.IGNORECASE)[0].strip()


def _of_rows(grid: Grid) -> Iterator[_Letter]:
    """The rows that are called A, B, C … in a table of bands."""
    banded = any("band" in cell.lower() for row in grid.rows[:2] for cell in row[:1])
    for number, row in enumerate(grid.rows):
        name = row[0].strip(" ‘’'“”\"")
        match = re.fullmatch(r"(?:band\s?)?[‘'“\"]?([A-I])", name, re.IGNORECASE)
        if match is not None and (banded or "band" in name.lower()):
            yield _Letter(match[1].upper(), " ".join(row).strip(), grid.cell_place(number, 0))


# --- two ages, two things -------------------------------------------------------------------------

_TWO = Expression(
    r"\bfor\s(?:(?:those|children|people|young people|residents)\s)?(?:aged\s)?under[ -]"
    r"(?P<top>\d{1,2})s?\b(?P<between>[^.;]{1,80}?)\bfor\s(?:those\s|young people\s)?(?:aged\s)?"
    r"(?P<low>\d{1,2})(?:\sand\s|\sto\s|\s?[-–]\s?)(?P<high>\d{1,2})[- ]year[- ]olds?\b",
    re.IGNORECASE,
)
_JOINED = Expression(r"^,?\s?(?:and|while|whereas|but)\b", re.IGNORECASE)
_DIVIDES = Expression(r"\b(?:two|three|types?|kinds?|sorts?|either|both)\b", re.IGNORECASE)


def two_ages_of_two_things_do_not_overlap(report: Report) -> Iterator[TextFinding]:
    """What is divided in two by age has nobody in both parts."""
    for paragraph in paragraphs(report):
        if "under" not in paragraph.text:
            continue
        for one in paragraph.sentences:
            match = _TWO.search(one.text) if "year" in one.text else None
            if match is None or not _JOINED.match(match["between"].strip()):
                continue
            top, low, high = (int(match[name]) for name in ("top", "low", "high"))
            if not low < top <= high + 1:
                continue
            divided = _DIVIDES.search(one.text[: match.start()])
            both = f"{low}" if top == low + 1 else f"{low} to {top - 1}"
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, match.start(), match.end(), 40),
                message=f"“under {top}” and “{low} to {high}” both take in those of {both}.",
                confidence=Confidence.MEDIUM if divided else Confidence.LOW,
                cure="Let each age fall in one of the two",
            )


RULES: tuple[Rule, ...] = (bands_by_letter_run_on, two_ages_of_two_things_do_not_overlap)
