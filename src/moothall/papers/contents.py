"""What fills a section: a table, a list, a line, or the words written on its topic.

Each name that a report format may use is either a topic, about which passages are written, or an
entry of `CONTENTS` below, made from facts.
"""

import re
from collections.abc import Callable

from moothall.documents.document import Block, Bullets, Note, Paragraph
from moothall.facts.decisions import Answer
from moothall.governance.resolutions.agreement import with_agreement
from moothall.papers import figures, tables
from moothall.papers.annex import exempt_words, paragraphs_in_words, reasons
from moothall.papers.brief import Brief
from moothall.papers.clearance.printed import clearance_table
from moothall.papers.front_lines import FRONT_LINES
from moothall.papers.meeting_records import MEETINGS
from moothall.papers.records import RECORDS
from moothall.papers.scrutiny_answers import changes_since_seen, scrutiny_answers

_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


def fill(brief: Brief, content: str) -> list[Block]:
    """The blocks for one name of a format; empty where nothing is held."""
    make = CONTENTS.get(content)
    return make(brief) if make else _passages(brief, content)


def _passages(brief: Brief, topic: str) -> list[Block]:
    passages = brief.ours(p for p in brief.programme.passages if p.topic == topic)
    passages.sort(key=lambda passage: passage.order)
    return [
        *(
            paragraph
            for passage in passages
            for paragraph in words_of(brief, passage.text, f"passages/{passage.id}")
        ),
        *tables.assumptions(passages),
    ]


def words_of(brief: Brief, text: str, of: str) -> list[Block]:
    """Somebody's words as paragraphs, apart at empty lines, with what they quote in its place."""
    paragraphs = []
    for part in _EMPTY_LINES.split(text.strip()) if "\n" in text else (text,):
        words, quotes = brief.quoting(part)
        paragraphs.append(Paragraph(words, of=of, quotes=quotes))
    return list(paragraphs)


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
    return [
        paragraph
        for each in held
        for paragraph in words_of(brief, each.text, f"implications/{each.id}")
    ]


def _recommendations(brief: Brief) -> list[Block]:
    paper = brief.paper
    if paper is None or not paper.recommendations:
        return []
    brief.cite(paper)
    body = brief.programme.body(paper.body).name
    said = [brief.quoting(with_agreement(brief.programme, r)) for r in paper.recommendations]
    return [
        Paragraph(f"That the {body.removeprefix('The ')}:"),
        Bullets(
            tuple(words for words, _ in said),
            tuple(r.number for r in paper.recommendations),
            of=f"papers/{paper.id}",
            quotes=tuple(quotes for _, quotes in said),
        ),
    ]


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


def _exempt_notice(brief: Brief) -> list[Block]:
    """What of the paper is not for publication, and on what that rests."""
    whole = brief.whole
    return [Paragraph(words) for words in exempt_words(whole)] if whole and brief.exempt else []


def _classification(brief: Brief) -> list[Block]:
    """Whether the paper is public, as a front sheet says it."""
    if brief.whole is None or not brief.exempt:
        return [Paragraph("Public")]
    why = paragraphs_in_words(reasons(brief.whole))
    return [Paragraph(f"Public, with an annex that is exempt under {why}")]


CONTENTS: dict[str, Callable[[Brief], list[Block]]] = {
    **FRONT_LINES,
    **MEETINGS,
    **RECORDS,
    "background_papers": _source_documents,
    "benefits_list": _benefits_list,
    "budget_table": tables.budget_table,
    "classification": _classification,
    "changes_since_seen": changes_since_seen,
    "clearance_table": clearance_table,
    "context_table": tables.context_table,
    "equality_assessment": tables.equality_assessment,
    "exempt_notice": _exempt_notice,
    "governance_diagram": figures.governance_diagram,
    "key_decision_reasons": _key_decision_reasons,
    "milestone_table": tables.milestone_table,
    "options_table": tables.options_table,
    "posts_table": tables.posts_table,
    "recommendations": _recommendations,
    "risk_table": tables.risk_table,
    "route_table": tables.route_table,
    "saving_breakdown": tables.saving_breakdown,
    "savings_table": tables.savings_table,
    "scope_lists": _scope_lists,
    "scrutiny_answers": scrutiny_answers,
    "shares": _shares,
    "source_documents": _source_documents,
    "strategy_links": _strategy_links,
    "timeline": figures.timeline,
}
"""What is made from facts, by the names that a format may use."""

LAST = frozenset(
    ["appendices", "background_papers", "classification", "exempt_notice", "source_documents"]
)
"""Contents that are made when all others are there."""
