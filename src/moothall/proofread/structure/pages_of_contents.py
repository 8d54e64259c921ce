"""Pages of the contents told from … to …: no page is of two sections, and none of no section."""

from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_SPAN = Expression(
    r"^(?P<title>\D.{2,90}?|\d{1,2}\.?\s.{2,90}?)[\s.…]+"
    r"(?P<first>\d{1,3})(?:\s?(?:–|—|-|to)\s?(?P<last>\d{1,3}))?$"
)
_FEWEST = 4
_FEWEST_SPANS = 3


def contents_give_a_page_to_one_section(report: Report) -> Iterator[TextFinding]:
    """“Roads 7 – 13” and “Parks 13 – 15”, where the others begin on the page after the last."""
    for rows in _lists(report):
        spans = [(title, first, last) for title, first, last, _ in rows if last > first]
        if len(rows) < _FEWEST or len(spans) < _FEWEST_SPANS:
            continue
        steps = [after[1] - before[2] for before, after in pairwise(rows)]
        wrong = [n for n, step in enumerate(steps) if step != 1]
        if len(wrong) != 1 or not -2 <= steps[wrong[0]] <= 0:
            continue
        before, after = rows[wrong[0]], rows[wrong[0] + 1]
        shared = f"page {after[1]}" if after[1] == before[2] else f"pages {after[1]} to {before[2]}"
        yield TextFinding(
            place=after[3],
            quote=f"{after[0]} {after[1]} – {after[2]}",
            message=f"{shared[:1].upper()}{shared[1:]} of the contents: of “{before[0]}” "
            f"({before[1]} – {before[2]}) and of “{after[0]}” too.",
            confidence=Confidence.MEDIUM,
            cure="Make the contents anew.",
        )


def _lists(report: Report) -> Iterator[list[tuple[str, int, int, Place]]]:
    """Rows that end in a page or in pages from … to …, one after another, the pages rising."""
    run: list[tuple[str, int, int, Place]] = []
    for text, place in _lines(report):
        match = _SPAN.match(" ".join(text.split()))
        first = int(match["first"]) if match else 0
        if match is None or (run and first < run[-1][1]):
            if run:
                yield run
            run = []
        if match:
            last = int(match["last"] or first)
            run.append((match["title"].strip(), first, last, place))
    if run:
        yield run


def _lines(report: Report) -> Iterator[tuple[str, Place]]:
    for block in report.blocks:
        if isinstance(block, Grid):
            for n, row in enumerate(block.rows):
                yield " ".join(cell for cell in row if cell.strip()), block.cell_place(n, 0)
        elif isinstance(block, Heading | Prose):
            yield f"{block.number} {block.text}".strip()[:140], block.place


RULES: tuple[Rule, ...] = (contents_give_a_page_to_one_section,)
