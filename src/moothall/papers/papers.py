"""Each council's own paper on each proposal, from one set of facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from moothall import __version__
from moothall.appraisal.options import OptionsTable
from moothall.basics.dates import in_words
from moothall.documents.document import Block, Bullets, Document, Note, Paragraph, Section, Table
from moothall.documents.formats import Format, FrontStyle, Numbering, Subsection
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.finance.savings import SavingResult
from moothall.governance.around.spans import spans_of
from moothall.governance.route import JointRoute
from moothall.law.law import Law
from moothall.papers.brief import Brief
from moothall.papers.contents import fill, printed_implication, report_of

UNWRITTEN = "Not yet written"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPaper:
    """One council's paper on one proposal.

    `format` and `document` are None where no report format of that council is held;
    `unwritten` are the headings for which nothing is held yet.
    """

    proposal: str
    authority: str
    format: str | None
    document: Document | None
    unwritten: tuple[str, ...] = ()


def papers_of(
    programme: Programme,
    law: Law,
    options: tuple[OptionsTable, ...],
    savings: tuple[SavingResult, ...],
    routes: tuple[JointRoute, ...],
    as_at: date,
) -> tuple[WrittenPaper, ...]:
    """A paper for every council that is party to a proposal."""
    tables = {table.proposal: table for table in options}
    papers = []
    for route in routes:
        proposal = programme.proposal(route.proposal)
        spans = spans_of(programme, law, route, as_at)
        for code in proposal.parties:
            authority = programme.authority(code)
            layout = format_for(programme, proposal, authority, as_at)
            if layout is None:
                papers.append(
                    WrittenPaper(proposal=proposal.id, authority=code, format=None, document=None)
                )
                continue
            brief = Brief(
                programme=programme,
                as_at=as_at,
                proposal=proposal,
                authority=authority,
                format=layout,
                options=tables.get(proposal.id),
                savings=savings,
                route=route,
                spans=spans,
            )
            papers.append(write(brief, law))
    return tuple(papers)


def format_for(
    programme: Programme, proposal: Proposal, authority: Authority, as_at: date
) -> Format | None:
    """The council's format for the body that decides; for savings, its savings format."""
    uses = {use.to: use.format for use in authority.paper_formats}
    has_savings = any(
        saving.proposal == proposal.id and saving.authority == authority.code
        for saving in programme.savings
    )
    period = authority.governance_on(as_at)
    model = period.model if period else GovernanceModel.EXECUTIVE
    wanted = ("savings", model.value) if has_savings else (model.value,)
    name = next((uses[to] for to in wanted if to in uses), None)
    return programme.format(name) if name else None


def write(brief: Brief, law: Law) -> WrittenPaper:
    """Fill the council's format from the brief."""
    unwritten: list[str] = []
    sections = [
        section
        for place, outline in enumerate(brief.format.sections, start=1)
        for section in _sections(brief, outline, outline.sections, place, unwritten)
    ]
    # The front may list the documents used: it is filled last, when all of them are known.
    front = _front(brief, unwritten)
    document = Document(
        title=brief.proposal.name,
        subtitle=brief.format.opening.format(report_of=report_of(brief) or "…"),
        authority=brief.authority.name,
        front=tuple(front),
        sections=tuple(sections),
        synthetic=brief.programme.about.synthetic,
        provenance=(
            ("Made from", _sources(brief)),
            ("As known on", in_words(brief.as_at)),
            ("Report format", f"{brief.format.title} ({brief.format.source})"),
            ("Moothall", f"version {__version__}, law {law.version}"),
        ),
    )
    return WrittenPaper(
        proposal=brief.proposal.id,
        authority=brief.authority.code,
        format=brief.format.name,
        document=document,
        unwritten=tuple(unwritten),
    )


def _front(brief: Brief, unwritten: list[str]) -> list[Block]:
    rows = []
    for field in brief.format.front:
        blocks = [block for content in field.content for block in fill(brief, content)]
        label = field.label.rstrip(":")
        if not any(not isinstance(block, Note) for block in blocks):
            unwritten.append(label)
            blocks.append(Note(UNWRITTEN, f"nothing is held for {label}"))
        authorised = (f"(Authorised by {field.authorised_by})",) if field.authorised_by else ()
        rows.append(((field.label, *authorised), _as_paragraphs(blocks)))
    if not rows or brief.format.front_style is FrontStyle.TITLE:
        return []
    return [Table("Front sheet", (), tuple(rows))]


def _as_paragraphs(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Blocks as the paragraphs of a cell."""
    words: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            words.append(block.text)
        elif isinstance(block, Note):
            words.append(f"[{block.kind}: {block.text}]")
        elif isinstance(block, Table):
            words.append(f"See the table “{block.caption}” below.")
        elif isinstance(block, Bullets):
            markers = block.numbers or ("•",) * len(block.items)
            words += [f"{m} {item}" for m, item in zip(markers, block.items, strict=True)]
    return tuple(words)


def _sections(
    brief: Brief,
    outline: Subsection,
    inner: tuple[Subsection, ...],
    place: int,
    unwritten: list[str],
) -> list[Section]:
    numbering = brief.format.numbering
    number = f"{place}." if numbering is not Numbering.NONE else ""
    section = _section(brief, outline, number, 2, unwritten, has_inner=bool(inner))
    if section is None:
        return []
    below = [
        _section(brief, sub, f"{place}.{sub_place}" if number else "", 3, unwritten)
        for sub_place, sub in enumerate(inner, start=1)
    ]
    return [section, *(each for each in below if each is not None)]


def _section(
    brief: Brief,
    outline: Subsection,
    number: str,
    level: int,
    unwritten: list[str],
    *,
    has_inner: bool = False,
) -> Section | None:
    blocks = [Paragraph(outline.text)] if outline.text else []
    filled: list[Block] = [
        *blocks,
        *(block for content in outline.content for block in fill(brief, content)),
    ]
    if not filled:
        filled = printed_implication(brief, outline.heading)
    if not filled and not has_inner:
        if outline.optional:
            return None
        unwritten.append(outline.heading)
        filled.append(Note(UNWRITTEN, f"nothing is held for {outline.heading}"))
    if brief.format.numbering is Numbering.SECTIONS_AND_PARAGRAPHS:
        filled = _numbered(filled, number.rstrip("."))
    return Section(outline.heading, tuple(filled), number=number, level=level)


def _numbered(blocks: list[Block], within: str) -> list[Block]:
    place = 0
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            place += 1
            block = replace(block, number=f"{within}.{place}")
        numbered.append(block)
    return numbered


def _sources(brief: Brief) -> str:
    by_document: dict[str, list[str]] = {}
    for citation in brief.cited:
        by_document.setdefault(citation.document, []).append(citation.paragraph)
    return "; ".join(
        f"document {document}: {', '.join(sorted(paragraphs, key=_as_numbered))}"
        for document, paragraphs in sorted(by_document.items())
    )


def _as_numbered(paragraph: str) -> list[tuple[bool, int, str]]:
    """Paragraph 2.10 after 2.9, words after numbers."""
    parts = re.split(r"(\d+)", paragraph)
    return [
        (not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts if part
    ]
