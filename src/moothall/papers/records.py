"""What fills a record of a decision: who took it, when, why, instead of what, and what follows."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.documents.document import Block, Bullets, Paragraph, Table
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Answer, Decision
from moothall.facts.papers import Clearance
from moothall.facts.proposals import Standing
from moothall.governance.route import RouteStep
from moothall.papers.brief import Brief
from moothall.papers.clearance.printed import latest_of
from moothall.papers.clearance.standing import given_answer
from moothall.papers.meeting_records import items_of, minutes_of
from moothall.papers.tables import step_day

OFFICER = BodyKind.OFFICER.value


def decision_of(brief: Brief) -> Decision | None:
    """The latest decision of this council on the proposal; of an officer in an officer's record."""
    kinds = {body.id: body.kind.value for body in brief.programme.bodies}
    own = [
        decision
        for decision in brief.programme.decisions
        if (decision.proposal, decision.authority) == (brief.proposal.id, brief.authority.code)
        and (brief.format.to != OFFICER or kinds.get(decision.body) == OFFICER)
    ]
    latest = max(own, key=lambda decision: decision.decided_on, default=None)
    if latest is not None:
        brief.cite(latest)
    return latest


def _said(brief: Brief, text: str, of: str) -> list[Block]:
    words, quotes = brief.quoting(text)
    return [Paragraph(words, of=of, quotes=quotes)] if words.strip() else []


def decision_text(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    return _said(brief, decision.text, f"decisions/{decision.id}") if decision else []


def decision_maker(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    if decision is not None:
        return [Paragraph(brief.programme.body(decision.body).name)]
    if brief.format.to == OFFICER:
        return []
    return [Paragraph(brief.lane.body)] if brief.lane.body else []


def decision_date(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    return [Paragraph(in_words(decision.decided_on))] if decision else []


def decision_published(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    if decision is None or decision.published_on is None:
        return []
    return [Paragraph(in_words(decision.published_on))]


def decision_effective(brief: Brief) -> list[Block]:
    """From when the decision counts: as recorded, else as the council's call-in rules make it."""
    decision = decision_of(brief)
    if decision is None:
        return []
    day = decision.effective_on or brief.lane.effective_on
    return [Paragraph(in_words(day))] if day is not None else []


def decision_key(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    if decision is None or decision.key is Answer.UNKNOWN:
        return []
    reason = f": {decision.key_reason}" if decision.key_reason else ""
    return [Paragraph(f"{decision.key.value.capitalize()}{reason}")]


def decision_reasons(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    return _said(brief, decision.reasons, f"decisions/{decision.id}") if decision else []


def alternatives_rejected(brief: Brief) -> list[Block]:
    """The alternatives as the decision records them; before it, those that the appraisal set
    aside."""
    decision = decision_of(brief)
    if decision is not None:
        return _said(brief, decision.options_considered, f"decisions/{decision.id}")
    rejected = [
        option
        for option in brief.ours(brief.programme.options)
        if option.standing is Standing.REJECTED
    ]
    items = (f"{each.name}: {each.reasons}" if each.reasons else each.name for each in rejected)
    return [Bullets(tuple(items))] if rejected else []


def interests(brief: Brief) -> list[Block]:
    """Conflicts as the decision records them, else what was declared at the meeting."""
    decision = decision_of(brief)
    if decision is not None and decision.interests:
        return _said(brief, decision.interests, f"decisions/{decision.id}")
    minutes = minutes_of(brief)
    declared = minutes.declarations if minutes else ()
    return (
        [Bullets(tuple(f"{each.name}: {each.interest}" for each in declared))] if declared else []
    )


def dispensations(brief: Brief) -> list[Block]:
    decision = decision_of(brief)
    return _said(brief, decision.dispensations, f"decisions/{decision.id}") if decision else []


def resolutions(brief: Brief) -> list[Block]:
    """What was resolved: as the decision records it, else the minutes, else the paper."""
    if brief.format.to != OFFICER:
        decision = decision_of(brief)
        if decision is not None and decision.resolutions:
            return [
                Paragraph("RESOLVED –"),
                Bullets(
                    tuple(
                        f"{each.text} (amended: {each.amendment})" if each.amendment else each.text
                        for each in decision.resolutions
                    ),
                    tuple(each.number for each in decision.resolutions),
                    of=f"decisions/{decision.id}",
                ),
            ]
    resolved = [text for item in items_of(brief) for text in item.resolved]
    if not resolved and brief.paper is not None and brief.paper.resolved:
        brief.cite(brief.paper)
        resolved = [brief.paper.resolved]
    return [
        Paragraph(f"RESOLVED – {text.removeprefix('RESOLVED').lstrip(' –-')}") for text in resolved
    ]


def next_steps(brief: Brief) -> list[Block]:
    """What lies ahead in this council, in the order of its days, exact or as written."""
    ahead = [
        step
        for step in brief.lane.steps
        if not step.taken and (last := _last_day(step)) is not None and last >= brief.as_at
    ]
    if not ahead:
        return []
    days = (step_day(step) for step in ahead)
    return [
        Bullets(
            tuple(
                f"{day[:1].upper()}{day[1:]}: {step.name}"
                for day, step in zip(days, ahead, strict=True)
            )
        )
    ]


def _last_day(step: RouteStep) -> date | None:
    if step.on is not None:
        return step.on
    return step.span[1] if step.span is not None else step.latest


def undertakings(brief: Brief) -> list[Block]:
    """What was promised in papers and meetings, and whether it was kept."""
    held = brief.ours(brief.programme.undertakings)
    rows = tuple(
        (
            (each.text,),
            (f"{each.made_by}, to {each.made_to}",),
            (each.due.text if each.due else "no day given",),
            (each.kept or "not on record",),
        )
        for each in held
    )
    if not rows:
        return []
    return [Table("What was promised", ("Promise", "By whom, to whom", "Due", "Kept"), rows)]


def implications_table(brief: Brief) -> list[Block]:
    """Issue by issue what the paper says and who signed it off."""
    return list(_implications(brief)) if brief.paper is not None else []


def _implications(brief: Brief) -> Iterator[Block]:
    paper = brief.paper
    held = [each for each in brief.programme.implications if paper and each.paper == paper.id]
    cleared = [each for each in brief.programme.clearances if paper and each.paper == paper.id]
    latest = latest_of(brief.format, cleared)
    for fact in (*held, *latest):
        brief.cite(fact)
    rows = tuple(
        (
            (each.heading,),
            (brief.quoting(each.text)[0],),
            _signed_off(
                (clearance for clearance in latest if _same_issue(clearance.area, each.heading)),
                brief.as_at,
            ),
        )
        for each in held
    )
    if rows:
        yield Table(
            "Issues, implications and sign-off", ("Issue", "Implications", "Sign-off"), rows
        )


def _same_issue(area: str, heading: str) -> bool:
    one, other = area.casefold().strip(), heading.casefold().strip()
    return one in other or other in one


def _signed_off(clearances: Iterable[Clearance], as_at: date) -> tuple[str, ...]:
    said = []
    for each in clearances:
        who = each.officer or each.office
        words = {Answer.YES: "Signed off", Answer.NO: "Not signed off"}
        answer = words.get(given_answer(each, as_at), "Asked, no answer yet")
        said.append(f"{answer}{f': {who}' if who else ''}")
    return tuple(said) or ("Not asked",)


RECORDS: dict[str, Callable[[Brief], list[Block]]] = {
    "alternatives_rejected": alternatives_rejected,
    "decision_date": decision_date,
    "decision_effective": decision_effective,
    "decision_key": decision_key,
    "decision_maker": decision_maker,
    "decision_published": decision_published,
    "decision_reasons": decision_reasons,
    "decision_text": decision_text,
    "dispensations": dispensations,
    "implications_table": implications_table,
    "interests": interests,
    "next_steps": next_steps,
    "resolutions": resolutions,
    "undertakings_table": undertakings,
}
"""What is made from decisions and what follows them, by the names that a format may use."""
