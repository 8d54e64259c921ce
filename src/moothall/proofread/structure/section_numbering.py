"""Numbering of sections: ones that repeat or skip, paragraphs under another's number, levels."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.structure.numbering import Printed, numbered_parts, opening, same_words


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
            elif here == last and settled and not same_words(before.text, after.text):
                following = run[index + 2].parts[0] if index + 2 < len(run) else None
                on = following in (here + 1, here + 2) or (following is None and here > 2)
                yield TextFinding(
                    place=after.place,
                    quote=after.quote,
                    message=f"Two sections carry the number {here}: "
                    f"“{opening(before.text)}” and “{opening(after.text)}”.",
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
                    f"“{opening(above.text)}” are numbered {stem}.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Number them {above.parts[0]}.1 and so on.",
                )


# --- heading levels ---------------------------------------------------------------------------


_CAPTION = Expression(
    r"^\W*(?:table|figure|fig|chart|graph|box|map)\.?\s*\d{1,2}[a-z]?\b", re.IGNORECASE
)


def heading_levels_are_not_skipped(report: Report) -> Iterator[TextFinding]:
    """A heading of level 4 straight under one of level 2; one finding for each such jump."""
    if not report.marks_headings:
        return
    jumps: dict[tuple[int, int], list[Heading]] = defaultdict(list)
    # the caption of a table, marked as a heading, leads no section
    for before, after in pairwise(h for h in report.headings if not _CAPTION.match(h.text)):
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
    section_numbers_run_on,
    paragraphs_carry_their_sections_number,
    heading_levels_are_not_skipped,
)
