"""The lines of a paper's front: to whom it goes and when, whose report it is, who answers."""

from collections.abc import Callable

from moothall.basics.dates import in_words
from moothall.documents.document import Block, Note, Paragraph
from moothall.papers import tables
from moothall.papers.brief import Brief
from moothall.papers.scrutiny_answers import reader_of


def _line(text: str | None) -> list[Block]:
    return [Paragraph(text)] if text else []


def _to_body(brief: Brief) -> list[Block]:
    considered = brief.programme.body(brief.paper.body).name if brief.paper else ""
    if brief.format.to:
        return _line(considered or _reader(brief))
    return _line(brief.lane.body or considered)


def _reader(brief: Brief) -> str:
    """The body for which the format is meant: the council's own, else the programme's."""
    body = reader_of(brief)
    return body.name if body is not None else ""


def _meeting_of_paper(brief: Brief) -> str:
    """The day of the meeting for which the paper is meant, as far as it is known."""
    if brief.paper is None:
        return ""
    meetings = [each for each in brief.programme.meetings if each.id == brief.paper.meeting]
    return in_words(meetings[0].held_on) if meetings else brief.paper.dated.text


def _meeting_date(brief: Brief) -> list[Block]:
    if brief.format.to:
        return _line(_meeting_of_paper(brief))
    decision = next(step for step in brief.lane.steps if step.kind == "decision")
    if brief.lane.decides_on is not None:
        blocks: list[Block] = [Paragraph(in_words(brief.lane.decides_on))]
    else:
        last = brief.latest.dated.text if brief.latest else ""
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
    if brief.latest is not None:
        return brief.latest.report_of
    leads = [*_leads(brief, members=True), *_leads(brief, members=False)]
    return leads[0].text if leads and isinstance(leads[0], Paragraph) else ""


def _report_of(brief: Brief) -> list[Block]:
    return _line(report_of(brief))


def _subject(brief: Brief) -> list[Block]:
    return [Paragraph(brief.proposal.name)]


def _key_decision(brief: Brief) -> list[Block]:
    tests = brief.ours(brief.programme.key_decision_tests)
    return [Paragraph(test.answer.value.capitalize()) for test in tests]


def _forward_plan_reference(brief: Brief) -> list[Block]:
    return _line(brief.latest.forward_plan_reference if brief.latest else None)


def _divisions(brief: Brief) -> list[Block]:
    return _line(brief.latest.divisions if brief.latest else None)


def _officer_contacts(brief: Brief) -> list[Block]:
    return [Paragraph(name) for name in (brief.latest.contacts if brief.latest else ())]


def _member_contacts(brief: Brief) -> list[Block]:
    return [Paragraph(name) for name in (brief.latest.member_contacts if brief.latest else ())]


FRONT_LINES: dict[str, Callable[[Brief], list[Block]]] = {
    "divisions": _divisions,
    "forward_plan_reference": _forward_plan_reference,
    "key_decision": _key_decision,
    "lead_members": _lead_members,
    "meeting_date": _meeting_date,
    "member_contacts": _member_contacts,
    "officer_contacts": _officer_contacts,
    "report_of": _report_of,
    "reporting_officer": _reporting_officer,
    "subject": _subject,
    "to_body": _to_body,
}
"""What stands in single lines, by the names that a format may use."""
