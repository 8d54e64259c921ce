"""Numbering: paragraphs, sections, list items and headings that repeat or skip.

Numbers restart in appendices and lists, tables of contents repeat them, and extraction glues or
reorders paragraphs; so a number counts as missing only where it stands nowhere in the report.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.passages import (
    passages,
    read_once,
)
from moothall.proofread.proofread import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed number, "2.13" as (2, 13), and the words that it stands before."""

    parts: tuple[int, ...]
    text: str
    place: Place
    order: int
    heading: bool
    level: int = 0

    @property
    def number(self) -> str:
        return ".".join(str(part) for part in self.parts)

    @property
    def quote(self) -> str:
        return f"{self.number} {self.text}"


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


_ANY_NUMBER = re.compile(r"(?<![\d.,£/])\d{1,3}(?:\.\d{1,2}){1,3}(?![\d%/])")
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
            for before, after in pairwise(run):
                step = after.parts[-1] - before.parts[-1]
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
                continue
            first: dict[tuple[int, ...], Printed] = {}
            for index, printed in enumerate(run):
                earlier = first.setdefault(printed.parts, printed)
                if earlier is printed or _same_words(earlier.text, printed.text):
                    continue
                after = run[index + 1].parts[-1] if index + 1 < len(run) else None
                yield _repeat(earlier, printed, run[index - 1], after)


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
        f"“{_opening(earlier.text)}” and “{_opening(printed.text)}”.",
        confidence=Confidence.MEDIUM if slip and not heading else Confidence.LOW,
        cure="Renumber, and check the references to it.",
    )


def _same_words(one: str, other: str) -> bool:
    return one[:60].casefold() == other[:60].casefold()


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:7]) + (" …" if len(words) > 7 else "")


def _sections(part: list[Printed]) -> list[Printed]:
    """The numbered headings that carry the report: one part ("3.", "3.0"), one level."""
    headings = [
        replace(printed, parts=printed.parts[:1])
        for printed in part
        if printed.heading and (len(printed.parts) == 1 or printed.parts[1:] == (0,))
    ]
    if not headings:
        return []
    level, _ = Counter(printed.level for printed in headings).most_common(1)[0]
    return [printed for printed in headings if printed.level == level]


def section_numbers_run_on(report: Report) -> Iterator[TextFinding]:
    """Sections 1, 2, 4, or section 4 twice."""
    for part in numbered_parts(report):
        run = _sections(part)
        stems = {printed.parts[0] for printed in part if len(printed.parts) > 1}
        anywhere = {printed.parts[0] for printed in part}
        for index, (before, after) in enumerate(pairwise(run)):
            last, here = before.parts[0], after.parts[0]
            earlier = run[index - 1].parts[0] if index else last - 1
            settled = len(run) >= 3 and earlier == last - 1
            if here == last + 2 and settled and last + 1 not in anywhere:
                if _glued_heading(report, before.order, after.order, last + 1):
                    continue
                yield TextFinding(
                    place=after.place,
                    quote=after.quote,
                    message=f"Section {last} is followed by section {here}: "
                    f"there is no section {last + 1}.",
                    confidence=Confidence.MEDIUM,
                    cure="Renumber, or put back what was taken out.",
                )
            elif here == last and settled and not _same_words(before.text, after.text):
                following = run[index + 2].parts[0] if index + 2 < len(run) else None
                on = following in (here + 1, here + 2) or (following is None and here > 2)
                yield TextFinding(
                    place=after.place,
                    quote=after.quote,
                    message=f"Two sections carry the number {here}: "
                    f"“{_opening(before.text)}” and “{_opening(after.text)}”.",
                    confidence=Confidence.MEDIUM if on or here in stems else Confidence.LOW,
                    cure="Renumber, and check the references to it.",
                )


def _glued_heading(report: Report, since: int, until: int, number: int) -> bool:
    """Whether "3." stands in some text between the two headings: extraction has glued it."""
    wanted = re.compile(rf"(?<![\d.,£]){number}\.?0?\s+\*{{0,2}}[A-Z]")
    for block in report.blocks[since:until]:
        if isinstance(block, Grid):
            cells = [cell for row in block.rows for cell in row]
            if any(re.match(rf"{number}\.?0?(?:\s|$)", cell) for cell in cells):
                return True
        elif not isinstance(block, Image) and wanted.search(block.text):
            return True
    return False


def paragraphs_carry_their_sections_number(report: Report) -> Iterator[TextFinding]:
    """Under heading 5 the paragraphs are 4.1 and 4.2, while other sections carry their own."""
    for part in numbered_parts(report):
        run = _sections(part)
        if len(run) < 3:
            continue
        starts = [section.order for section in run]
        children: list[list[Printed]] = [[] for _ in run]
        for printed in part:
            section = bisect_left(starts, printed.order) - 1
            if section >= 0 and len(printed.parts) > 1 and printed.parts[1] > 0:
                children[section].append(printed)
        kept = sum(
            bool(under) and all(p.parts[0] == above.parts[0] for p in under)
            for above, under in zip(run, children, strict=True)
        )
        if kept < 2:
            continue
        for above, under in zip(run, children, strict=True):
            stems = {p.parts[0] for p in under}
            if len(stems) == 1 and above.parts[0] not in stems:
                stem = stems.pop()
                yield TextFinding(
                    place=under[0].place,
                    quote=under[0].quote,
                    message=f"The paragraphs under section {above.parts[0]} "
                    f"“{_opening(above.text)}” are numbered {stem}.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Number them {above.parts[0]}.1 and so on.",
                )


# --- heading levels ---------------------------------------------------------------------------


def heading_levels_are_not_skipped(report: Report) -> Iterator[TextFinding]:
    """A heading of level 4 straight under one of level 2; one finding for each such jump."""
    if not report.marks_headings:
        return
    jumps: dict[tuple[int, int], list[Heading]] = defaultdict(list)
    for before, after in pairwise(report.headings):
        if after.level > before.level + 1:
            jumps[(before.level, after.level)].append(after)
    for (upper, lower), headings in jumps.items():
        times = "" if len(headings) == 1 else f" {len(headings)} times"
        yield TextFinding(
            place=headings[0].place,
            quote=headings[0].text,
            message=f"A heading of level {lower} follows one of level {upper}{times}: "
            f"level {upper + 1} is skipped.",
            confidence=Confidence.MEDIUM,
            cure=f"Make it a heading of level {upper + 1}.",
        )


RULES: tuple[Rule, ...] = (
    paragraph_numbers_run_on,
    paragraph_numbers_do_not_repeat,
    section_numbers_run_on,
    paragraphs_carry_their_sections_number,
    heading_levels_are_not_skipped,
)
