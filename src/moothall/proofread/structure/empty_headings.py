"""Headings with nothing under them, whatever the template; the last of a report too."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Block, Grid, Heading, Image, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.structure.empty_sections import (
    empty_between_lines,
    minutes_without_a_word,
    next_in_number,
    title_lines_without_text,
)


def has_words(block: Block) -> bool:
    if isinstance(block, Image):
        return True
    if isinstance(block, Grid):
        return any(re.search(r"\w", cell) for row in block.rows for cell in row)
    return re.search(r"[A-Za-z0-9]", block.text) is not None


def _depth(heading: Heading) -> int | None:
    """How deep by its number: 1 for "4.", 2 for "4.1"; "4.0" is a section."""
    if not heading.number:
        return None
    parts = [part for part in heading.number.rstrip(".").split(".") if part]
    if len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return len(parts)


def is_under(heading: Heading, after: Heading) -> bool:
    """Whether the second heading is beneath the first; by number where both have one."""
    one, other = _depth(heading), _depth(after)
    if one is not None and other is not None:
        return other > one
    if one is not None and other is None:
        return True  # an unnumbered heading inside a numbered section
    return after.level > heading.level


_SUBSTANTIVE = Expression(
    r"\b(?:recommend|background|implication|consideration|option|consult|engagement|risk|"
    r"conclusion|purpose|reason|financ|legal|equalit|introduction|proposal|summary|main issues|"
    r"alternatives|decision|procurement|resource|climate|environment|health|safeguard|timetable|"
    r"timescale|next steps|performance|evaluation|context|governance|human rights|staff|workforce|"
    r"key issues|objectives|benefits|monitoring|scope)",
    re.IGNORECASE,
)
_SETS_OFF_OTHERS = Expression(
    r"^(?:part|chapter|appendix|appendices|annex|agenda|table of contents|contents|implications|"
    r"significant implications|minutes|supporting documents|attachments?|enclosures?)\b|"
    r"^(?:corporate|other|key|council|cross[- ]cutting|specific)?\s*implications$|:\s*\S",
    re.IGNORECASE,
)


def a_heading_has_something_under_it(report: Report) -> Iterator[TextFinding]:
    """A heading followed straight by a heading of the same or a higher level.

    Three such headings in a row are an agenda or a page of contents.
    """
    blocks = [block for block in report.blocks if isinstance(block, Heading) or has_words(block)]
    empty = [
        isinstance(block, Heading) and isinstance(after, Heading) and not is_under(block, after)
        for block, after in pairwise(blocks)
    ]
    if blocks and isinstance(last := blocks[-1], Heading) and _comes_last(last, report):
        yield TextFinding(
            place=last.place,
            quote=f"{last.number} {last.text}".strip(),
            message=f"Nothing stands under the heading “{last.text}”, with which the report ends.",
            confidence=Confidence.MEDIUM,
            cure="Write the section, or take the heading out.",
        )
    between = list(empty_between_lines(report))
    yield from between
    told = {finding.place for finding in between}
    yield from (found for found in title_lines_without_text(report) if found.place not in told)
    yield from minutes_without_a_word(report)
    first_words = next((i for i, b in enumerate(blocks) if not isinstance(b, Heading)), len(blocks))
    for index, (block, after) in enumerate(pairwise(blocks)):
        # before the first words stands a title page
        if not empty[index] or index < first_words:
            continue
        if not (isinstance(block, Heading) and isinstance(after, Heading)):
            continue
        if _SETS_OFF_OTHERS.search(block.text) or _one_title(block, after):
            continue
        in_a_row = empty[index - 1] or (index + 1 < len(empty) and empty[index + 1])
        alike = report.marks_headings or (block.number != "" and after.number != "")
        substantive = after.level <= block.level and (
            _SUBSTANTIVE.search(block.text) or next_in_number(block, after)
        )
        yield TextFinding(
            place=block.place,
            quote=f"{block.number} {block.text}".strip(),
            message=f"Nothing stands under the heading “{block.text}”: the next is “{after.text}”.",
            confidence=Confidence.MEDIUM
            if alike and substantive and not in_a_row
            else Confidence.LOW,
            cure="Write the section, or take the heading out.",
        )


def _comes_last(heading: Heading, report: Report) -> bool:
    """Whether the last heading is one of the numbered sections of the report."""
    before = [h for h in report.headings if h.number and h is not heading]
    if not before or not heading.number or _SETS_OFF_OTHERS.search(heading.text):
        return False
    # a text may have been cut off there; a file that marks its headings was not
    whole = report.marks_headings and heading is report.blocks[-1]
    return whole and any(next_in_number(h, heading) for h in before[-12:])


def _one_title(heading: Heading, after: Heading) -> bool:
    """Whether two headings are the lines of one: a title over two lines, a running head."""
    if heading.text.casefold() == after.text.casefold():
        return True
    return (
        not heading.number and not after.number and heading.text.isupper() != after.text.isupper()
    )


RULES: tuple[Rule, ...] = (a_heading_has_something_under_it,)
