"""By when a paper must be cleared: counted back from the meeting, as far as that is known.

The law's clear days give the last day on which the agenda and its reports may be opened; the
council's own `clearance_lead_days` say how much sooner every clearance must be there.  A council
that opened the papers on another day is held to that day.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import Meeting, MeetingStatus
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.governance.checks.papers import OPEN_TO_THE_PUBLIC
from moothall.governance.route import AuthorityRoute
from moothall.law.calendar import ONE_DAY, WorkingDays
from moothall.law.clear_days import Count, latest_publication
from moothall.law.law import Law, NoLawForThatDayError

NEAR = 5
"""Working days before the deadline from which a clearance that is missing is told: a week."""


class Gate(StrEnum):
    """How far a paper has come on its way to its meeting."""

    UNKNOWN = "no day known"
    OPEN = "before the deadline"
    NEAR = "the deadline is near"
    PASSED = "after the deadline"
    PUBLISHED = "after publication"
    MET = "after the meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The days of one paper; None where a day cannot be known.

    `opened_on` is the day on which its papers were in fact open, `open_by` the last on which the
    law lets them be; `due_on` the last day for clearances, `near_on` that from which a missing one
    is told.  `because` says how `due_on` is counted, `ask` what is to be asked where it is not.
    """

    body: str = ""
    meets_on: date | None = None
    opened_on: date | None = None
    open_by: date | None = None
    due_on: date | None = None
    near_on: date | None = None
    because: str = ""
    reference: str = ""
    assumed: str = ""
    ask: tuple[str, ...] = ()

    @property
    def published_on(self) -> date | None:
        """The day of publication: that in fact, else the last lawful one."""
        return self.opened_on or self.open_by

    def gate(self, as_at: date) -> Gate:
        """How far the paper has come at the end of a day."""
        if self.meets_on is not None and as_at > self.meets_on:
            return Gate.MET
        if self.published_on is not None and as_at > self.published_on:
            return Gate.PUBLISHED
        if self.due_on is not None and as_at > self.due_on:
            return Gate.PASSED
        if self.near_on is None:
            return Gate.UNKNOWN
        return Gate.NEAR if as_at >= self.near_on else Gate.OPEN


def deadline_of(
    programme: Programme,
    law: Law,
    authority: Authority,
    lane: AuthorityRoute,
    paper: Paper | None,
    as_at: date,
) -> Deadline:
    """The days of a council's paper; for none that is begun, those of the decision ahead.

    A day that is not known stays unknown, and says whom to ask.
    """
    body, meeting, on = _meeting(programme, authority, lane, paper)
    name = body.name if body else ""
    if on is None:
        where = name or f"the body of {authority.name} that takes this paper"
        return Deadline(body=name, ask=(f"On which day does {where} meet on this paper?",))
    if body is None or body.kind not in OPEN_TO_THE_PUBLIC:
        where = name or "the body that takes this paper"
        asks = (
            f"The law opens no agenda of {where}: by when does {authority.name} want its "
            "clearances?"
        )
        return Deadline(body=name, meets_on=on, ask=(asks,))
    working = WorkingDays(frozenset(authority.extra_non_days))
    rule = law.rule(_rule(authority, body, on))
    assumed = (meeting.assumed if meeting else None) or ""
    try:
        number = law.value(rule.id, on)
    except NoLawForThatDayError as error:
        return Deadline(body=name, meets_on=on, assumed=assumed, ask=(str(error),))
    open_by, _ = latest_publication(on, number, Count.WORKING, working)
    opened = meeting.papers_published_on if meeting else None
    published = opened or open_by
    lead = authority.rule_on("clearance_lead_days", min(on, as_at))
    clear = f"{number} clear working days before {in_words(on)} ({rule.reference})"
    counted = (
        f"the papers were open on {in_words(opened)}"
        if opened
        else f"the papers must be open by {in_words(open_by)}, {clear}"
    )
    if lead.value is None:
        ask = (
            lead.ask
            if lead.source
            else f"How many working days before the papers are published must every clearance of "
            f"{authority.name} be there?"
        )
        return Deadline(
            body=name,
            meets_on=on,
            opened_on=opened,
            open_by=open_by,
            near_on=_before(published, NEAR, working),
            because=f"{counted[:1].upper()}{counted[1:]}.",
            reference=rule.reference,
            assumed=assumed,
            ask=(ask,),
        )
    due = _before(published, int(lead.value), working)
    return Deadline(
        body=name,
        meets_on=on,
        opened_on=opened,
        open_by=open_by,
        due_on=due,
        near_on=_before(due, NEAR, working),
        because=f"{counted[:1].upper()}{counted[1:]}; {authority.short_name} wants every "
        f"clearance {lead.value} working days before that ({lead.source}).",
        reference=rule.reference,
        assumed=assumed,
    )


def _meeting(
    programme: Programme, authority: Authority, lane: AuthorityRoute, paper: Paper | None
) -> tuple[Body | None, Meeting | None, date | None]:
    """The body that takes the paper, its meeting where that is held as a fact, and the day."""
    meetings = {each.id: each for each in programme.meetings}
    bodies = {each.id: each for each in programme.bodies}
    if paper is not None and paper.meeting in meetings:
        meeting = meetings[paper.meeting]
        return bodies.get(meeting.body), meeting, meeting.held_on
    decides = next(
        (
            each
            for each in programme.bodies
            if each.name == lane.body and each.authority in (None, authority.code)
        ),
        None,
    )
    if paper is not None:
        within = [
            each
            for each in meetings.values()
            if each.body == paper.body
            and each.status is not MeetingStatus.CANCELLED
            and paper.dated.earliest <= each.held_on <= paper.dated.latest
        ]
        if len(within) == 1:
            return bodies.get(paper.body), within[0], within[0].held_on
        if decides is None or paper.body != decides.id:
            return bodies.get(paper.body), None, None
    held = [
        each
        for each in meetings.values()
        if decides is not None and each.body == decides.id and each.held_on == lane.decides_on
    ]
    return decides, held[0] if held else None, lane.decides_on


def _rule(authority: Authority, body: Body, on: date) -> str:
    """Which rule opens the papers of a body."""
    if body.kind is BodyKind.COUNCIL:
        return "SUMMONS-COUNCIL"
    period = authority.governance_on(on)
    executive = period is not None and period.model is GovernanceModel.EXECUTIVE
    return "AGENDA-EXEC" if executive and body.kind is BodyKind.EXECUTIVE else "AGENDA-COMMITTEE"


def _before(day: date, number: int, working: WorkingDays) -> date:
    """The working day that lies so many working days before a day."""
    day = working.on_or_before(day)
    for _ in range(number):
        day = working.on_or_before(day - ONE_DAY)
    return day
