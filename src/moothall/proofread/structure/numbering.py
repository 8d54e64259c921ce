"""Numbering: the numbers that a report prints, and paragraphs that skip one.

Numbers restart in appendices and lists, tables of contents repeat them, and extraction glues or
reorders paragraphs; so a number counts as missing only where it stands nowhere in the report.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    passages,
    read_once,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed number, "2.13" as (2, 13), and the words that it stands before."""

    parts: tuple[int, ...]
    text: str
    place: Place
    order: int
    heading: bool
    level: int = 0
    printed: str = ""
    """The number as it stands, with the nought of “5.0”."""

    @property
    def number(self) -> str:
        return ".".join(str(part) for part in self.parts)

    @property
    def quote(self) -> str:
        return f"{self.printed or self.number} {self.text}"


_LEFT_ONE_OUT = 2
_NUMBER = Expression(r"^(\d{1,3}(?:\.\d{1,2}){0,3})\.?$")
_LEADING = Expression(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\*{0,2}\s+(?=[\"“‘'(*]{0,2}[A-Z])")
_CONTENTS_LINE = Expression(r"(?:\.\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$|\t\d{1,3}$")
_APPENDED = Expression(r"^(?:appendix|annexe?|schedule|attachment|enclosure)\b", re.IGNORECASE)
_NOT_A_PARAGRAPH = Expression(
    r"^(?:%|per\s?cent|million|billion|m\b|bn\b|k\b|fte|hours?|days?|weeks?|months?|years?|miles?|"
    r"times|points?|percentage|kg|km|[a-z])"
)


_SMALL = Expression(
    r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[a-z]{3,}\s)(?!(?:million|billion|times|hours|points)\b)"
)
_FEWEST_WORDS = 8


def _goes_on(text: str, before: tuple[int, ...]) -> re.Match[str] | None:
    """The number of a paragraph in small letters, where it is the next: 7.1 and “7.2 owns …”."""
    match = _SMALL.match(text)
    if match is None or not before or len(text.split()) < _FEWEST_WORDS:
        return None
    parts = tuple(int(part) for part in match[1].split("."))
    return match if parts == (*before[:-1], before[-1] + 1) else None


@read_once
def printed_numbers(report: Report) -> list[Printed]:
    """Numbers printed before headings and paragraphs, in order; contents pages left out."""
    found: list[Printed] = []
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose) or _CONTENTS_LINE.search(block.text):
            continue
        number, text = block.number, block.text
        before = found[-1].parts if found else ()
        if not number:
            leading = _LEADING.match(text) or _goes_on(text, before)
            if leading is None:
                continue
            number, text = leading[1], text[leading.end() :]
        match = _NUMBER.match(number.rstrip("."))
        if match is None:
            continue
        parts = tuple(int(part) for part in match[1].split("."))
        if _NOT_A_PARAGRAPH.match(text) and not _goes_on(f"{match[1]} {text}", before):
            continue
        heading = isinstance(block, Heading)
        level = block.level if isinstance(block, Heading) else 0
        found.append(
            Printed(
                parts=parts,
                text=text,
                place=block.place,
                order=order,
                heading=heading,
                level=level,
                printed=number.rstrip("."),
            )
        )
    return found


@read_once
def numbered_parts(report: Report) -> list[list[Printed]]:
    """The printed numbers, cut where numbering starts anew: an appendix, a second 1.1."""
    starts = {
        order
        for order, block in enumerate(report.blocks)
        if isinstance(block, Heading) and _APPENDED.match(block.text)
    }
    parts: list[list[Printed]] = [[]]
    seen: set[tuple[int, ...]] = set()
    passed = 0
    waiting = sorted(starts)
    for printed in printed_numbers(report):
        appended = passed < len(waiting) and waiting[passed] <= printed.order
        while passed < len(waiting) and waiting[passed] <= printed.order:
            passed += 1
        # a second 1.1 starts anew where the numbering had gone beyond section 1
        before = parts[-1][-1].parts if parts[-1] else ()
        again = (
            len(printed.parts) > 1
            and printed.parts in seen
            and printed.parts[:2] in ((1, 0), (1, 1))
            and before[:1] != (1,)
        )
        if parts[-1] and (appended or again):
            parts.append([])
            seen = set()
        parts[-1].append(printed)
        seen.add(printed.parts)
    return [part for part in parts if part]


_ANY_NUMBER = Expression(
    r"(?<![\d.,£/])\d{1,3}(?:\.\d{1,2}){1,3}(?![\d%/]|\s?(?:m|k|bn|km|ha|FTE)\b|"
    r"\s(?:million|billion|per cent|percent|points?|times|years|hours|hectares|places|posts|FE)\b)"
)
_REFERRING = Expression(
    r"(?:paragraphs?|paras?\.?|sections?|tables?|figures?|fig\.?|see|and|to|or|in|at|,|–|-)\s*$",
    re.IGNORECASE,
)


def _standing_in_text(report: Report) -> set[str]:
    """Numbers that extraction may have glued into other text, tables included."""
    found = set()
    for passage in passages(report):
        for match in _ANY_NUMBER.finditer(passage.text):
            before = passage.text[max(0, match.start() - 14) : match.start()]
            if not _REFERRING.search(before):
                found.add(match[0])
    return found


def _skipped(before: Printed, after: Printed, glued: set[str]) -> list[str]:
    stem, last, here = before.parts[:-1], before.parts[-1], after.parts[-1]
    missing = [".".join(map(str, (*stem, number))) for number in range(last + 1, here)]
    return [number for number in missing if number not in glued]


def siblings(part: list[Printed]) -> dict[tuple[int, ...], list[Printed]]:
    """Numbers of two and more parts, by what they share: 2.1, 2.2, 2.3."""
    by_stem: dict[tuple[int, ...], list[Printed]] = defaultdict(list)
    for printed in part:
        if len(printed.parts) > 1:
            by_stem[printed.parts[:-1]].append(printed)
    return by_stem


def _changed_places(run: list[Printed], index: int) -> TextFinding | None:
    """5.3, 5.5, 5.4: the last two have changed places, and stand nowhere else."""
    before, after = run[index], run[index + 1]
    late = run[index + 2] if index + 2 < len(run) else None
    then = run[index + 3].parts[-1] if index + 3 < len(run) else None
    number = before.parts[-1]
    if late is None or late.parts[-1] != number + 1 or then not in (None, number + 3):
        return None
    if after.heading or late.heading or sum(p.parts == late.parts for p in run) > 1:
        return None
    return TextFinding(
        place=after.place,
        quote=after.quote,
        message=f"{before.number} is followed by {after.number} and then {late.number}: the two "
        "have changed places.",
        confidence=Confidence.MEDIUM,
        cure="Renumber, or put them in order.",
    )


def paragraph_numbers_run_on(report: Report) -> Iterator[TextFinding]:
    """Paragraphs 2.1, 2.2, 2.4: a number is skipped, and stands nowhere else."""
    glued: set[str] | None = None
    for part in numbered_parts(report):
        for run in siblings(part).values():
            numbers = {printed.parts for printed in run}
            for index, (before, after) in enumerate(pairwise(run)):
                step = after.parts[-1] - before.parts[-1]
                if step == _LEFT_ONE_OUT and (swapped := _changed_places(run, index)):
                    yield swapped
                    continue
                if index and run[index - 1].parts == before.parts and step == _LEFT_ONE_OUT:
                    continue  # 2.3, 2.3, 2.5 is one slip, and told as a number that stands twice
                short = len(run) < 3 and not (before.parts[-1] == 1 and len(before.parts) > 2)
                if not 2 <= step <= 4 or short:
                    continue
                glued = _standing_in_text(report) if glued is None else glued
                missing = [
                    number
                    for number in _skipped(before, after, glued)
                    if tuple(map(int, number.split("."))) not in numbers
                ]
                if missing and len(missing) == step - 1:
                    yield TextFinding(
                        place=after.place,
                        quote=after.quote,
                        message=f"Paragraph {before.number} is followed by {after.number}: "
                        f"there is no {' and no '.join(missing)}.",
                        confidence=Confidence.MEDIUM,
                        cure="Renumber, or put back what was taken out.",
                    )


def same_words(one: str, other: str) -> bool:
    return one[:60].casefold() == other[:60].casefold()


def opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:7]) + (" …" if len(words) > 7 else "")


RULES: tuple[Rule, ...] = (paragraph_numbers_run_on,)
