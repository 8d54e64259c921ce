"""What the proofreader finds in a draft, each finding beside the words that it is about.

Every rule runs over the whole paper, as a fault in one paragraph may only show against another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from moothall.documents.as_report import DraftReport, Home, as_report
from moothall.documents.document import Document
from moothall.documents.formats import Format
from moothall.documents.report import Block, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding

_EMPTY = "every_section_of_the_template_is_there"
_EMPTY_TOO = "a_heading_has_something_under_it"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """A finding with its number on the page, and where in the document it stands.

    `home` is None where it is about the paper as a whole; `row` is that of a table, from 0.  `of`
    is the fact whose words it is about ("passages/x"), empty for words of the program's;
    `quoted` are the facts whose figures stand in the words that it quotes.
    """

    number: int
    finding: TextFinding
    home: Home | None
    row: int | None = None
    of: str = ""
    quoted: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"finding-{self.number}"

    @property
    def sure(self) -> bool:
        return self.finding.confidence is Confidence.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """All the findings on a draft, in the order of its words."""

    notes: tuple[MarginNote, ...]

    def at(self, home: Home) -> tuple[MarginNote, ...]:
        """Those on one block of the document: same section, same place, whichever item."""
        return tuple(
            note
            for note in self.notes
            if note.home is not None
            and (note.home.section, note.home.front, note.home.place)
            == (home.section, home.front, home.place)
        )

    @property
    def on_the_whole(self) -> tuple[MarginNote, ...]:
        return tuple(note for note in self.notes if note.home is None)


def margin_of(document: Document, layout: Format | None) -> Margin:
    """Every finding of which the proofreader is at least fairly sure."""
    draft = as_report(document)
    found = [(draft.block_at(each.place), each) for each in _found(draft.report, layout)]
    empty = {block for block, each in found if each.rule == _EMPTY}
    # One empty heading is one fault, whichever of two rules says so.
    found = [(at, each) for at, each in found if each.rule != _EMPTY_TOO or at not in empty]
    found.sort(key=lambda pair: (-1 if pair[0] is None else pair[0], pair[1].place.row or 0))
    return Margin(
        notes=tuple(
            _note(draft, number, at, each) for number, (at, each) in enumerate(found, start=1)
        )
    )


def _note(draft: DraftReport, number: int, block: int | None, finding: TextFinding) -> MarginNote:
    if block is None:
        return MarginNote(number=number, finding=finding, home=None)
    home = draft.homes[block]
    row = _row(draft, block, finding)
    column = (finding.place.column or 1) - 1
    return MarginNote(
        number=number,
        finding=finding,
        home=home,
        row=row,
        of=home.of or ("" if row is None else home.of_cell(row, column)),
        quoted=tuple(_quoted(draft.report.blocks[block], home, finding)),
    )


def _quoted(block: Block, home: Home, finding: TextFinding) -> Iterator[str]:
    """The facts whose figures are among the words of a finding's quote."""
    text = block.text if isinstance(block, Prose) else ""
    said = finding.quote.removesuffix(" …")
    start = text.find(said)
    if start < 0 or not said:
        return
    for quote in home.quotes:
        if start <= quote.start < start + len(said) and quote.of.partition("/")[1]:
            yield quote.of


def _row(draft: DraftReport, block: int, finding: TextFinding) -> int | None:
    """The row of the document's table: the report counts its head as rows too."""
    if finding.place.row is None:
        return None
    return max(finding.place.row - 1 - getattr(draft.report.blocks[block], "head_rows", 0), 0)


@lru_cache(maxsize=64)
def _found(report: Report, layout: Format | None) -> tuple[TextFinding, ...]:
    """The findings on these words, kept by the words: the same draft is asked for again and again.

    All the rules take 30 to 180 ms on a paper of the samples, so that they run as one types.
    """
    from moothall.proofread.rules import proofread_all  # half a second, for nobody but a writer

    return proofread_all((report,), layout, everything=False)
