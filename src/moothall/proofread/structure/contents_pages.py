"""Contents pages: rows that stand twice, that go back, or that lead past the last page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Image, Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once

_ROW = Expression(
    r"(?P<title>[^.…\n]{3,120})(?:\.[. ]{3,400}|…[… .]{0,400})(?P<page>\d{1,3})(?!\d)"
)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    page: int
    place: Place

    @property
    def quote(self) -> str:
        return f"{self.title} .......... {self.page}"


@read_once
def _rows(report: Report) -> tuple[_Row, ...]:
    """The rows of the contents, in order: a title, a line of dots and a page."""
    found: list[_Row] = []
    for block in report.blocks:
        if isinstance(block, Image):
            continue
        if isinstance(block, Grid):
            texts = [(" ".join(row), block.cell_place(n, 0)) for n, row in enumerate(block.rows)]
        else:
            texts = [(f"{block.number} {block.text}".strip(), block.place)]
        for text, place in texts:
            if "...." not in text and ". . ." not in text and "…" not in text:
                continue
            found += [
                _Row(" ".join(match["title"].split()), int(match["page"]), place)
                for match in _ROW.finditer(text)
            ]
    return tuple(found) if len(found) >= _FEWEST else tuple(_bare_rows(report))


_CONTENTS = Expression(r"^\W*(?:table of )?contents\W*$", re.IGNORECASE)
_BARE_ROW = Expression(r"^(?P<title>\D.{2,100}?|\d{1,2}\.?\s.{2,100}?)\s+(?P<page>\d{1,3})$")
_MOST_UNREAD = 2


def _bare_rows(report: Report) -> list[_Row]:
    """The rows under the heading "Contents" that end in a page, with no dots before it."""
    found: list[_Row] = []
    under, unread = False, 0
    for block in report.blocks:
        if isinstance(block, Image):
            continue
        if isinstance(block, Grid):
            texts = [(" ".join(row), block.cell_place(n, 0)) for n, row in enumerate(block.rows)]
        elif _CONTENTS.match(block.text):
            under, unread = True, 0
            continue
        else:
            texts = [(f"{block.number} {block.text}".strip(), block.place)]
        for text, place in texts if under else ():
            match = _BARE_ROW.match(" ".join(text.split()))
            unread = 0 if match else unread + 1
            if match:
                found.append(_Row(match["title"], int(match["page"]), place))
        if unread > _MOST_UNREAD:
            break
    return found if len(found) > _MOST_UNREAD + _FEWEST else []


def _last_page(report: Report) -> int:
    """The number of pages: as the report prints it, “Page 2 of 25”, or as the file has them."""
    if report.pages_told:
        return report.pages_told
    return max((block.place.page or 0 for block in report.blocks), default=0)


def contents_lead_to_pages_that_are_there(report: Report) -> Iterator[TextFinding]:
    """A row of the contents leads to page 41, and the report has 24."""
    rows = _rows(report)
    pages = _last_page(report) if rows else 0
    for row in rows:
        if pages and row.page > pages:
            yield TextFinding(
                place=row.place,
                quote=row.quote,
                message=f"The contents lead to page {row.page}; the report has {pages} pages.",
                confidence=Confidence.MEDIUM,
                cure="Make the contents anew.",
            )


def contents_name_a_section_once(report: Report) -> Iterator[TextFinding]:
    """A row of the contents stands twice, with the same page."""
    for row, after in pairwise(_rows(report)):
        if row.title.casefold() == after.title.casefold() and row.page == after.page:
            yield TextFinding(
                place=after.place,
                quote=f"{row.quote} {after.quote}",
                message=f"The row “{shortened(row.title, 80)}” stands twice in the contents.",
                confidence=Confidence.MEDIUM,
                cure="Take one of the two out.",
            )


def contents_go_forward(report: Report) -> Iterator[TextFinding]:
    """The pages of the contents only rise: 10, 14, 12, 15 has one that is wrong."""
    rows = _rows(report)
    back = [
        (place, row)
        for place, row in enumerate(rows[1:], start=1)
        if row.page < rows[place - 1].page
    ]
    if len(back) != 1:
        return  # several lists, or an order of its own
    place, row = back[0]
    yield TextFinding(
        place=row.place,
        quote=f"{rows[place - 1].quote} {row.quote}",
        message=f"The contents go back from page {rows[place - 1].page} to page {row.page}.",
        confidence=Confidence.MEDIUM if row.page > 1 else Confidence.LOW,
        cure="Make the contents anew.",
    )


RULES: tuple[Rule, ...] = (
    contents_lead_to_pages_that_are_there,
    contents_name_a_section_once,
    contents_go_forward,
)
