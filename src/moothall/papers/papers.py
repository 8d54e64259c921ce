"""Each council's own paper on each proposal, from one set of facts."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from moothall import __version__
from moothall.appraisal.options import OptionsTable, options_of
from moothall.basics.dates import in_words
from moothall.documents.document import Document
from moothall.documents.formats import Format
from moothall.facts.programme import Programme, keep_only
from moothall.facts.proposals import Proposal
from moothall.finance.savings import SavingResult, savings_of
from moothall.governance.around.span import RouteSpan
from moothall.governance.around.spans import spans_of
from moothall.governance.route import JointRoute
from moothall.governance.timetable import joint_route
from moothall.law.law import Law
from moothall.papers.abbreviations import in_use, spelled_out
from moothall.papers.annex import annex_of, not_for_the_public, withheld_words
from moothall.papers.brief import Brief
from moothall.papers.choosing import format_for, formats_for, latest_paper, paper_for
from moothall.papers.filling import differing, fill_last, filled
from moothall.papers.front_lines import report_of
from moothall.papers.numbering import numbered
from moothall.papers.setting_out import SetOut, set_out

__all__ = ["WrittenPaper", "format_for", "formats_for", "paper_in", "papers_of", "public_part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPaper:
    """One council's paper on one proposal, in one format.

    `format`, `layout` and `document` are None where no report format of that council is held;
    `annex` is what the public may not see, None where nothing is exempt: `document` never holds
    it.  `paper` is the id of the Paper fact that it is written for; `unwritten` are the headings
    for which nothing is held yet.
    """

    proposal: str
    authority: str
    format: str | None
    document: Document | None
    layout: Format | None = None
    annex: Document | None = None
    paper: str | None = None
    unwritten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A programme and what was worked out about it: what papers are written from."""

    programme: Programme
    law: Law
    options: tuple[OptionsTable, ...]
    savings: tuple[SavingResult, ...]
    as_at: date
    routes: dict[str, JointRoute] = field(default_factory=dict)
    spans: dict[str, tuple[RouteSpan, ...]] = field(default_factory=dict)
    """Kept from one council's paper on a proposal to the next one's."""

    def route_of(self, proposal: Proposal) -> JointRoute:
        if proposal.id not in self.routes:
            self.routes[proposal.id] = joint_route(self.programme, self.law, proposal, self.as_at)
        return self.routes[proposal.id]

    def spans_of(self, proposal: Proposal) -> tuple[RouteSpan, ...]:
        if proposal.id not in self.spans:
            route = self.route_of(proposal)
            self.spans[proposal.id] = spans_of(self.programme, self.law, route, self.as_at)
        return self.spans[proposal.id]


def papers_of(
    programme: Programme,
    law: Law,
    options: tuple[OptionsTable, ...],
    savings: tuple[SavingResult, ...],
    routes: tuple[JointRoute, ...],
    as_at: date,
) -> tuple[WrittenPaper, ...]:
    """A paper for every council that is party to a proposal, in its usual format."""
    ground = Ground(
        programme=programme,
        law=law,
        options=options,
        savings=savings,
        as_at=as_at,
        routes={route.proposal: route for route in routes},
    )
    public = public_ground(ground)
    return tuple(
        _written(ground, public, programme.proposal(route.proposal), lane.authority, "")
        for route in routes
        for lane in route.authorities
    )


def paper_in(
    programme: Programme,
    law: Law,
    options: tuple[OptionsTable, ...],
    savings: tuple[SavingResult, ...],
    route: JointRoute,
    as_at: date,
    proposal_id: str,
    authority_code: str,
    format_name: str = "",
) -> WrittenPaper:
    """One council's paper on one proposal in one format; "" is its usual one for what decides.

    `route` is that proposal's.  Raises ValueError for a council that is no party to the proposal
    and for a format that it cannot use.
    """
    proposal = programme.proposal(proposal_id)
    if authority_code not in proposal.parties:
        raise ValueError(f"{authority_code} is no party to {proposal_id}")
    ground = Ground(
        programme=programme,
        law=law,
        options=options,
        savings=savings,
        as_at=as_at,
        routes={proposal_id: route},
    )
    return _written(ground, public_ground(ground), proposal, authority_code, format_name)


def public_part(programme: Programme) -> Programme:
    """The programme without what is exempt and what points at it; the same object if nothing is."""
    exempt = {
        (kind, fact.id): f"exempt: paragraph {fact.exempt.paragraph} of Schedule 12A"
        for kind, fact in programme.facts()
        if fact.exempt is not None
    }
    return keep_only(programme, exempt)[0] if exempt else programme


def public_ground(ground: Ground) -> Ground:
    """What the public may see, worked out anew from it; the same object if nothing is exempt."""
    programme = public_part(ground.programme)
    if programme is ground.programme:
        return ground
    return replace(
        ground,
        programme=programme,
        options=options_of(programme),
        savings=savings_of(programme),
        routes={},
        spans={},
    )


def _written(
    ground: Ground,
    public: Ground,
    proposal: Proposal,
    code: str,
    format_name: str,
) -> WrittenPaper:
    authority = ground.programme.authority(code)
    layout = _chosen(ground, proposal, code, format_name)
    if layout is None:
        return WrittenPaper(proposal=proposal.id, authority=code, format=None, document=None)
    whole = _brief(ground, proposal, code, layout)
    paper = whole.paper.id if whole.paper else None
    written = WrittenPaper(
        proposal=proposal.id,
        authority=authority.code,
        format=layout.name,
        document=None,
        layout=layout,
        paper=paper,
    )
    if public is ground:
        return _in_public(written, whole)
    held = [each for each in public.programme.proposals if each.id == proposal.id]
    if not held:
        return _all_exempt(written, whole)
    brief = replace(_brief(public, held[0], code, layout), whole=whole)
    return _in_two_parts(written, brief, whole)


def _chosen(ground: Ground, proposal: Proposal, code: str, format_name: str) -> Format | None:
    authority = ground.programme.authority(code)
    if not format_name:
        return format_for(ground.programme, proposal, authority, ground.as_at)
    offered = formats_for(ground.programme, proposal, authority, ground.as_at)
    for layout in offered:
        if layout.name == format_name:
            return layout
    names = ", ".join(layout.name for layout in offered) or "none is held"
    raise ValueError(
        f"{authority.short_name} has no report format {format_name!r}; its formats: {names}"
    )


def _brief(ground: Ground, proposal: Proposal, code: str, layout: Format) -> Brief:
    programme = ground.programme
    authority = programme.authority(code)
    return Brief(
        programme=programme,
        law=ground.law,
        as_at=ground.as_at,
        proposal=proposal,
        authority=authority,
        format=layout,
        options=next((each for each in ground.options if each.proposal == proposal.id), None),
        savings=ground.savings,
        route=ground.route_of(proposal),
        spans=ground.spans_of(proposal),
        paper=paper_for(programme, proposal, authority, layout, ground.as_at),
        latest=latest_paper(programme, proposal, authority),
    )


def _in_public(written: WrittenPaper, brief: Brief) -> WrittenPaper:
    """The paper where nothing of the programme is exempt."""
    done = filled(brief)
    fill_last(brief, done)
    parts = set_out(brief.format, done)
    return replace(written, document=_document(brief, parts), unwritten=parts.unwritten)


def _in_two_parts(written: WrittenPaper, brief: Brief, whole: Brief) -> WrittenPaper:
    """The public paper, and the annex with every heading of which a part is exempt."""
    done, all_of_it = filled(brief), filled(whole)
    kept_back = differing(done, all_of_it)
    if kept_back:
        brief.exempt.update(whole.exempt)
    fill_last(brief, done)
    parts = set_out(brief.format, done, dict.fromkeys(kept_back, withheld_words(whole)))
    annex = None
    if kept_back:
        fill_last(whole, all_of_it)
        part_b = set_out(whole.format, all_of_it, only=kept_back)
        annex = annex_of(_document(whole, part_b), whole)
    return replace(
        written, document=_document(brief, parts), annex=annex, unwritten=parts.unwritten
    )


def _all_exempt(written: WrittenPaper, whole: Brief) -> WrittenPaper:
    """The proposal itself is exempt: the public learns that there is a paper, and why no more."""
    done = filled(whole)
    fill_last(whole, done)
    parts = set_out(whole.format, done)
    document = _document(whole, parts)
    return replace(
        written,
        document=not_for_the_public(document, whole),
        annex=annex_of(document, whole),
        unwritten=parts.unwritten,
    )


def _document(brief: Brief, parts: SetOut) -> Document:
    document = Document(
        title=brief.proposal.name,
        subtitle=brief.format.opening.format(report_of=report_of(brief) or "…"),
        authority=brief.authority.name,
        front=parts.front,
        sections=parts.sections,
        closing=parts.closing,
        appendices=parts.appendices,
        synthetic=brief.programme.about.synthetic,
        provenance=(
            ("Made from", _sources(brief)),
            ("As known on", in_words(brief.as_at)),
            ("Report format", f"{brief.format.title} ({brief.format.source})"),
            ("Moothall", f"version {__version__}, law {brief.law.version}"),
        ),
    )
    meanings = in_use(brief.programme.abbreviations, brief.authority.code)
    return spelled_out(numbered(document, parts.called), meanings)


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
