"""Lists of lines: what a lead-in with a colon is followed by, bulleted or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.reading.passages import Paragraph, paragraphs, read_once

_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The items of one list with what leads it in."""

    lead: Paragraph
    items: tuple[Paragraph, ...]


@read_once
def lists_of_lines(report: Report) -> tuple[Listed, ...]:
    """Runs of bullets after a lead-in, or of short lines with a figure, as minutes have them.

    A bullet that ends in a colon leads in its own list.
    """
    return tuple(_lists(report))


def _lists(report: Report) -> Iterator[Listed]:
    lead: Paragraph | None = None
    items: list[Paragraph] = []
    for paragraph in paragraphs(report):
        leads = paragraph.leads_in and not paragraph.cell
        away = lead is not None and paragraph.section != lead.section
        goes_on = lead is not None and not away and _is_item(paragraph, items)
        if goes_on and not leads:
            items.append(paragraph)
            continue
        if lead is not None and len(items) >= 2:
            yield Listed(lead=lead, items=tuple(items))
        lead, items = (paragraph if leads else None), []
    if lead is not None and len(items) >= 2:
        yield Listed(lead=lead, items=tuple(items))


def _is_item(paragraph: Paragraph, items: list[Paragraph]) -> bool:
    """Whether a paragraph goes on with the list that was begun, bulleted as its items are."""
    if items and items[-1].bullet != paragraph.bullet:
        return False
    if paragraph.bullet:
        return True
    text = paragraph.text.rstrip()
    short = len(text) <= _LONGEST_LINE and not text.endswith(".") and not paragraph.cell
    return short and any(one.figures for one in paragraph.sentences)
