"""Numbering: numbered paragraphs that repeat or skip.

Numbers restart in appendices and lists, tables of contents repeat them, and extraction glues or
reorders paragraphs; so a number counts as missing only where it stands nowhere in the report.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
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
_NUMBER = re.compile(r"^(\d{1,3}(?:\.\d{1,2}){0,3})\.?$")
_LEADING = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\*{0,2}\s+(?=[\"“‘'(*]{0,2}[A-Z])")
_CONTENTS_LINE = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$|\t\d{1,3}$")
_APPENDED = re.compile(r"^(?:appendix|annexe?|schedule|attachment|enclosure)\b", re.IGNORECASE)
_NOT_A_PARAGRAPH = re.compile(
    r"^(?:%|per\s?cent|million|billion|m\b|bn\b|k\b|fte|hours?|days?|weeks?|months?|years?|miles?|"
    r"times|points?|percentage|kg|km|[a-z])"
)


@read_once
def printed_numbers(report: Report) -> list[Printed]:
    """Numbers printed before headings and paragraphs, in order; contents pages left out."""
    found = []
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose) or _CONTENTS_LINE.search(block.text):
            continue
        number, text = block.number, block.text
        if not number:
            leading = _LEADING.match(text)
            if leading is None:
                continue
            number, text = leading[1], text[leading.end() :]
        match = _NUMBER.match(number.rstrip("."))
        if match is None or _NOT_A_PARAGRAPH.match(text):
            continue
        parts = tuple(int(part) for part in match[1].split("."))
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


_ANY_NUMBER = re.compile(
    r"(?<![\d.,£/])\d{1,3}(?:\.\d{1,2}){1,3}(?![\d%/]|\s?(?:m|k|bn|km|ha|FTE)\b|"
    r"\s(?:million|billion|per cent|percent|points?|times|years|hours|hectares|places|posts|FE)\b)"
)
_REFERRING = re.compile(
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


def _siblings(part: list[Printed]) -> dict[tuple[int, ...], list[Printed]]:
    """Numbers of two and more parts, by what they share: 2.1, 2.2, 2.3."""
    by_stem: dict[tuple[int, ...], list[Printed]] = defaultdict(list)
    for printed in part:
        if len(printed.parts) > 1:
            by_stem[printed.parts[:-1]].append(printed)
    return by_stem


def paragraph_numbers_run_on(report: Report) -> Iterator[TextFinding]:
    """Paragraphs 2.1, 2.2, 2.4: a number is skipped, and stands nowhere else."""
    glued: set[str] | None = None
    for part in numbered_parts(report):
        for run in _siblings(part).values():
            numbers = {printed.parts for printed in run}
            for index, (before, after) in enumerate(pairwise(run)):
                step = after.parts[-1] - before.parts[-1]
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


def paragraph_numbers_do_not_repeat(report: Report) -> Iterator[TextFinding]:
    """Two different paragraphs of one part of a report carry one number."""
    for part in numbered_parts(report):
        for run in _siblings(part).values():
            if len(run) < 3:
                if len(run) == 2 and (found := _under_another_section(report, *run)):
                    yield found
                continue
            first: dict[tuple[int, ...], Printed] = {}
            for index, printed in enumerate(run):
                earlier = first.setdefault(printed.parts, printed)
                if earlier is printed or same_words(earlier.text, printed.text):
                    continue
                after = run[index + 1].parts[-1] if index + 1 < len(run) else None
                yield _repeat(earlier, printed, run[index - 1], after)


def _under_another_section(
    report: Report, earlier: Printed, printed: Printed
) -> TextFinding | None:
    """A second 8.1, where the heading of section 9 stands between the two."""
    if earlier.parts != printed.parts or same_words(earlier.text, printed.text):
        return None
    following = re.compile(rf"^{printed.parts[0] + 1}\.?\s+[A-Z]")
    for block in report.blocks[earlier.order + 1 : printed.order]:
        if isinstance(block, Grid | Image):
            continue
        line = f"{block.number} {block.text}".strip()
        if len(line) <= 90 and following.match(line):
            return TextFinding(
                place=printed.place,
                quote=printed.quote,
                message=f"The number {printed.number} stands a second time, under “{line}”.",
                confidence=Confidence.MEDIUM,
                cure="Renumber, and check the references to it.",
            )
    return None


def _repeat(earlier: Printed, printed: Printed, before: Printed, after: int | None) -> TextFinding:
    last, here = before.parts[-1], printed.parts[-1]
    # 2.3, 2.3, 2.4 and 2.6, 2.3, 2.8 are slips; anything else may be another list or a quotation
    slip = (last == here and after in (None, here + 1, here + 2)) or (
        after is not None and after == last + 2
    )
    heading = earlier.heading != printed.heading
    return TextFinding(
        place=printed.place,
        quote=printed.quote,
        message=f"The number {printed.number} is given twice: "
        f"“{opening(earlier.text)}” and “{opening(printed.text)}”.",
        confidence=Confidence.MEDIUM if slip and not heading else Confidence.LOW,
        cure="Renumber, and check the references to it.",
    )


def same_words(one: str, other: str) -> bool:
    return one[:60].casefold() == other[:60].casefold()


def opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:7]) + (" …" if len(words) > 7 else "")


RULES: tuple[Rule, ...] = (
    paragraph_numbers_run_on,
    paragraph_numbers_do_not_repeat,
)
