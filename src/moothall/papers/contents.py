"""What fills a section: a table, a list, a line, or the words written on its topic.

Each name that a report format may use is either a topic, about which passages are written, or an
entry of `CONTENTS` below, made from facts.
"""

from collections.abc import Callable

from moothall.basics.dates import in_words
from moothall.documents.document import Block, Bullets, Note, Paragraph
from moothall.facts.decisions import Answer
from moothall.papers import figures, tables
from moothall.papers.brief import Brief


def fill(brief: Brief, content: str) -> list[Block]:
    """The blocks for one name of a format; empty where nothing is held."""
    make = CONTENTS.get(content)
    return make(brief) if make else _passages(brief, content)


def _passages(brief: Brief, topic: str) -> list[Block]:
    passages = brief.ours(p for p in brief.programme.passages if p.topic == topic)
    return [
        *(Paragraph(passage.text) for passage in passages),
        *tables.assumptions(passages),
    ]


def printed_implication(brief: Brief, heading: str) -> list[Block]:
    """What the council's own paper printed under a heading of that name."""
    if brief.paper is None:
        return []
    held = [
        implication
        for implication in brief.programme.implications
        if implication.paper == brief.paper.id and implication.heading == heading
    ]
    for implication in held:
        brief.cite(implication)
    return [Paragraph(implication.text) for implication in held]


def _line(text: str | None) -> list[Block]:
    return [Paragraph(text)] if text else []


def _to_body(brief: Brief) -> list[Block]:
    considered = brief.programme.body(brief.paper.body).name if brief.paper else ""
    return _line(brief.lane.body or considered)


def _meeting_date(brief: Brief) -> list[Block]:
    decision = next(step for step in brief.lane.steps if step.kind == "decision")
    if brief.lane.decides_on is not None:
        blocks: list[Block] = [Paragraph(in_words(brief.lane.decides_on))]
    else:
        last = brief.paper.dated.text if brief.paper else ""
        blocks = _line(decision.written or last)
    if decision.assumed:
        blocks.append(Note(tables.ASSUMED, decision.assumed))
    return blocks


def _lead_members(brief: Brief) -> list[Block]:
    return _leads(brief, members=True)


def _reporting_officer(brief: Brief) -> list[Block]:
    return _leads(brief, members=False)


def _leads(brief: Brief, *, members: bool) -> list[Block]:
    roles = [
        role
        for role in brief.programme.roles
        if role.leads
        and brief.authority.code in role.authorities
        and ("member" in role.title.lower() or "leader" in role.title.lower()) is members
    ]
    for role in roles:
        brief.cite(role)
    return [Paragraph(" – ".join(filter(None, (r.holder, r.title)))) for r in roles]


def report_of(brief: Brief) -> str:
    """Whose report it is: as the council's last paper printed it, else its lead."""
    if brief.paper is not None:
        return brief.paper.report_of
    leads = [*_leads(brief, members=True), *_leads(brief, members=False)]
    return leads[0].text if leads and isinstance(leads[0], Paragraph) else ""


def _report_of(brief: Brief) -> list[Block]:
    return _line(report_of(brief))


def _subject(brief: Brief) -> list[Block]:
    return [Paragraph(brief.proposal.name)]


def _recommendations(brief: Brief) -> list[Block]:
    paper = brief.paper
    if paper is None or not paper.recommendations:
        return []
    brief.cite(paper)
    body = brief.programme.body(paper.body).name
    items = tuple(f"{r.verb} {r.text}" for r in paper.recommendations)
    return [
        Paragraph(f"That the {body.removeprefix('The ')}:"),
        Bullets(items, tuple(r.number for r in paper.recommendations)),
    ]


def _key_decision(brief: Brief) -> list[Block]:
    tests = brief.ours(brief.programme.key_decision_tests)
    return [Paragraph(test.answer.value.capitalize()) for test in tests]


def _key_decision_reasons(brief: Brief) -> list[Block]:
    blocks: list[Block] = []
    for test in brief.ours(brief.programme.key_decision_tests):
        answer = {Answer.YES: "This is a key decision", Answer.NO: "This is not a key decision"}
        blocks.append(
            Paragraph(
                f"{answer.get(test.answer, 'Whether this is a key decision is not yet settled')}"
                f"{', because:' if test.reasons else '.'}"
            )
        )
        if test.reasons:
            blocks.append(Bullets(test.reasons))
    return blocks


def _forward_plan_reference(brief: Brief) -> list[Block]:
    return _line(brief.paper.forward_plan_reference if brief.paper else None)


def _divisions(brief: Brief) -> list[Block]:
    return _line(brief.paper.divisions if brief.paper else None)


def _officer_contacts(brief: Brief) -> list[Block]:
    return [Paragraph(name) for name in (brief.paper.contacts if brief.paper else ())]


def _member_contacts(brief: Brief) -> list[Block]:
    return [Paragraph(name) for name in (brief.paper.member_contacts if brief.paper else ())]


def _benefits_list(brief: Brief) -> list[Block]:
    benefits = brief.ours(brief.programme.benefits)
    if not benefits:
        return []
    return [
        Paragraph("Benefits that are expected, none of them measured yet unless it says so:"),
        Bullets(
            tuple(
                f"{b.text} (measured by {b.measured_by})" if b.measured_by else b.text
                for b in benefits
            )
        ),
    ]


def _strategy_links(brief: Brief) -> list[Block]:
    links = [
        link
        for link in brief.programme.strategy_links
        if link.proposal in (None, brief.proposal.id)
    ]
    for link in links:
        brief.cite(link)
    return [Bullets(tuple(link.name for link in links))] if links else []


def _scope_lists(brief: Brief) -> list[Block]:
    blocks: list[Block] = []
    for words, items in (
        ("In scope:", brief.proposal.in_scope),
        ("Out of scope:", brief.proposal.out_of_scope),
    ):
        if items:
            blocks += [Paragraph(words), Bullets(items)]
    return blocks


def _shares(brief: Brief) -> list[Block]:
    unstated = [p for p in brief.ours(brief.programme.posts) if p.salary is None]
    if not unstated:
        return []
    return [
        Note(
            "Unknown",
            "The sources state the split of these posts and not their cost; what each council "
            "pays cannot be shown.",
        )
    ]


def _source_documents(brief: Brief) -> list[Block]:
    used = dict.fromkeys(citation.document for citation in brief.cited)
    documents = [brief.programme.document(document_id) for document_id in used]
    return [Bullets(tuple(f"{d.title} (document {d.id})" for d in documents))] if documents else []


CONTENTS: dict[str, Callable[[Brief], list[Block]]] = {
    "background_papers": _source_documents,
    "benefits_list": _benefits_list,
    "budget_table": tables.budget_table,
    "clearance_table": tables.clearance_table,
    "context_table": tables.context_table,
    "divisions": _divisions,
    "equality_assessment": tables.equality_assessment,
    "forward_plan_reference": _forward_plan_reference,
    "governance_diagram": figures.governance_diagram,
    "key_decision": _key_decision,
    "key_decision_reasons": _key_decision_reasons,
    "lead_members": _lead_members,
    "meeting_date": _meeting_date,
    "member_contacts": _member_contacts,
    "milestone_table": tables.milestone_table,
    "officer_contacts": _officer_contacts,
    "options_table": tables.options_table,
    "posts_table": tables.posts_table,
    "recommendations": _recommendations,
    "report_of": _report_of,
    "reporting_officer": _reporting_officer,
    "risk_table": tables.risk_table,
    "route_table": tables.route_table,
    "saving_breakdown": tables.saving_breakdown,
    "savings_table": tables.savings_table,
    "scope_lists": _scope_lists,
    "shares": _shares,
    "source_documents": _source_documents,
    "strategy_links": _strategy_links,
    "subject": _subject,
    "timeline": figures.timeline,
    "to_body": _to_body,
}
