"""What the pages of decisions show: those ahead, those taken, and what was brought in lately."""

from datetime import date

from moothall.case.case import Case
from moothall.files.law import read_law
from moothall.governance.checks.plan import plan_of
from moothall.governance.scrutiny.call_in import call_in_of
from moothall.governance.scrutiny.occasions import first_seen, occasions_of
from moothall.papers.clearance.deadlines import deadline_of
from moothall.papers.clearance.standing import DutyState
from moothall_web.cases import queries as cases
from moothall_web.clearances import queries as clearances
from moothall_web.decisions.council import CouncilDecision
from moothall_web.decisions.elements import elements_of, more_of
from moothall_web.decisions.pages import BringInPage, DecisionPage, DecisionsPage
from moothall_web.decisions.permissions import may_bring_in
from moothall_web.decisions.regular.permissions import sets_for
from moothall_web.decisions.regular.queries import is_read, waiting
from moothall_web.facts import queries as facts
from moothall_web.facts.brought_in import Way, lately
from moothall_web.notices import queries as notices
from moothall_web.notices.lines import CouncilNotices
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal

WAY = Way("brought in a published page", "undid a published page")
_NOT_OVER = (
    DutyState.NOT_ASKED,
    DutyState.ASKED,
    DutyState.NOT_CLEARED,
    DutyState.STALE,
)


def programme_page(person: Person, code: str, as_at: date) -> DecisionsPage | None:
    """Decisions ahead and decided; None where the person sees no such programme."""
    page = cases.programme_page(person, code, as_at)
    held = notices.programme_notices(person, code, as_at)
    if page is None or held is None:
        return None
    councils = _councils(person, page.case, held.councils, as_at)
    decided = [each for each in councils if each.decision is not None]
    shown = {each.decision.id for each in decided if each.decision}
    listed = facts.fact_list(person, code, "decisions")
    return DecisionsPage(
        case=page.case,
        as_at=as_at,
        ahead=tuple(
            sorted(
                (each for each in councils if each.decision is None),
                key=lambda each: (each.day or date.max, each.proposal.name, each.name),
            )
        ),
        decided=tuple(sorted(decided, key=lambda each: each.day or date.min, reverse=True)),
        others=tuple(each for each in page.case.programme.decisions if each.id not in shown),
        may_bring_in=not isinstance(may_bring_in(person, page.case.programme), Refusal),
        may_add=listed is not None and bool(listed.owners),
        waiting=len(waiting(person, page.case.programme)),
    )


def decision_page(person: Person, code: str, key: str, as_at: date) -> DecisionPage | None:
    """One decision; None where there is none that the person sees as at that day."""
    page = cases.programme_page(person, code, as_at)
    held = notices.programme_notices(person, code, as_at)
    if page is None or held is None:
        return None
    programme = page.case.programme
    decision = next((each for each in programme.decisions if each.id == key), None)
    if decision is None:
        return None
    body = next(each for each in programme.bodies if each.id == decision.body)
    councils = _councils(person, page.case, held.councils, as_at)
    council = next((c for c in councils if c.decision and c.decision.id == decision.id), None)
    minutes = next((m for m in programme.minutes if m.meeting == decision.meeting), None)
    listed = facts.fact_list(person, code, "decisions")
    owners = may_bring_in(person, programme)
    return DecisionPage(
        case=page.case,
        decision=decision,
        body=body,
        elements=elements_of(decision),
        more=more_of(decision, council),
        council=council,
        paper=next((each for each in programme.papers if each.id == decision.paper), None),
        minutes=minutes,
        items=tuple(
            each
            for each in (minutes.items if minutes else ())
            if each.proposal in ("", decision.proposal)
        ),
        conditions=tuple(
            each
            for each in programme.conditions
            if (each.proposal, each.authority) == (decision.proposal, decision.authority)
        ),
        document=next(d for d in programme.documents if d.id == decision.source.document),
        findings=tuple(each for each in page.case.findings if each.where == f"decisions/{key}"),
        may_change=listed is not None and decision.owner in listed.owners,
        may_bring_in=isinstance(owners, tuple) and decision.authority in dict(owners),
    )


def bring_in_page(person: Person, code: str) -> BringInPage | None:
    """What the page shows on which a page is given; None where there is no such programme."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    owners = may_bring_in(person, programme)
    return BringInPage(
        programme=programme,
        owners=owners,
        imports=lately(person, code, programme.about.authorities, WAY),
        waiting=waiting(person, programme),
        is_read=isinstance(owners, tuple) and is_read(tuple(code for code, _ in owners)),
        may_set=bool(set(sets_for(person)) & {each.code for each in programme.authorities}),
    )


def _councils(
    person: Person, case: Case, held: tuple[CouncilNotices, ...], as_at: date
) -> tuple[CouncilDecision, ...]:
    programme, law = case.programme, read_law()
    plan = plan_of(programme, law, as_at)
    of_notices = {(each.proposal.id, each.authority.code): each for each in held}
    lanes = {(r.proposal, lane.authority): lane for r in case.routes for lane in r.authorities}
    seen = first_seen(occasions_of(programme))
    bodies = {body.id: body for body in programme.bodies}
    cleared = _open_clearances(person, programme.about.id, as_at)
    found = []
    for council in plan.councils:
        key = (council.proposal.id, council.authority.code)
        if key not in of_notices or key not in lanes:
            continue
        firsts = sorted(
            (
                (bodies[body], occasion)
                for (body, proposal), occasion in seen.items()
                if proposal == key[0]
                and bodies[body].authority in (None, key[1])
                and (occasion.on is None or occasion.on <= as_at)
            ),
            key=lambda pair: pair[1].on or date.max,
        )
        deciding = of_notices[key].notices.decision
        found.append(
            CouncilDecision(
                plan=council,
                call_in=call_in_of(council),
                effect=council.effect(),
                notices=of_notices[key],
                seen_first=tuple(firsts),
                papers=deadline_of(programme, law, council.authority, lanes[key], None, as_at),
                decision=deciding.taken,
                open_clearances=cleared.get(key),
            )
        )
    return tuple(found)


def _open_clearances(person: Person, code: str, as_at: date) -> dict[tuple[str, str], int]:
    """How many clearances are open of the reader's own councils' papers, by what they are on."""
    desk = clearances.desk_page(person, code, as_at)
    counted: dict[tuple[str, str], int] = {}
    for paper in desk.papers if desk else ():
        if not paper.is_over:
            key = (paper.proposal.id, paper.authority.code)
            counted[key] = counted.get(key, 0) + paper.number(*_NOT_OVER)
    return counted
