"""Sections named by their heading: one that the text points to is there."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Image, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_NAMED = Expression(
    r"\b(?:section|paragraphs?|part|chapter|heading|sub-?section)\s+(?:which is\s|is\s)?"
    r"(?:headed|entitled|titled|called|under the heading)\s+[“\"‘'](?P<name>[^”\"’']{3,80})[”\"’']|"
    r"\b(?:under|see|in) (?:the (?:heading|section) )?[“\"](?P<under>[A-Z][^”\"]{3,80})[”\"]"
    r"(?=\s+(?:above|below|later in this report|earlier in this report|in this report))",
    re.IGNORECASE,
)
_OF_OTHER = Expression(
    r"^\s*(?:of|in|to|from|on)\s+(?!(?:this|the present)\b)(?:the|its|that|their|a|[A-Z])", re.I
)


def a_section_named_by_its_heading_is_there(report: Report) -> Iterator[TextFinding]:
    """“Described in the section headed ‘Value for money’”, and no heading says so."""
    heads = {_plain(text) for text in _heads(report)}
    if len(heads) < 3:
        return
    for passage in passages(report):
        if not passage.has("head", "entitled", "titled", "called", "above", "below", "report"):
            continue
        for match in _NAMED.finditer(passage.text):
            name = match["name"] or match["under"]
            wanted = _plain(name)
            if _OF_OTHER.match(passage.text[match.end() :]) or passage.heading or not wanted:
                continue
            if any(wanted in head or (len(head) > 5 and head in wanted) for head in heads):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), after=30),
                message=f"The text points to “{name}”, and no heading of this report says so.",
                confidence=Confidence.MEDIUM,
                cure="Give the heading that is meant, or put the section back.",
            )


def _heads(report: Report) -> Iterator[str]:
    """Headings, captions, and short lines and openings that may serve as headings."""
    for block in report.blocks:
        if isinstance(block, Image):
            continue
        if isinstance(block, Grid):
            yield block.caption
            yield from (row[0] for row in block.rows if row)
        elif isinstance(block, Heading):
            yield block.text
        elif _NAMED.search(block.text):
            continue
        elif len(block.text) < 90:
            yield block.text
        else:
            yield re.split(r"[.:]\s", block.text, maxsplit=1)[0][:90]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


RULES: tuple[Rule, ...] = (a_section_named_by_its_heading_is_there,)
