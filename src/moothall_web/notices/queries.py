"""What the pages of notices show, each made from what its reader may see."""

from dataclasses import dataclass
from datetime import date

from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer, NoticeKind
from moothall.facts.fact import Fact
from moothall.facts.programme import LeftOut, Programme, known_by
from moothall.facts.proposals import Proposal
from moothall.files.law import read_law
from moothall.files.notice_forms import read_notice_forms
from moothall.governance.key_decision.notices_due import NoticeState, notices_of
from moothall.papers.notices import (
    WrittenNotice,
    by_when,
    forms_for,
    forms_of,
    what_then,
    write_notice,
)
from moothall_web.facts import queries as facts
from moothall_web.notices.lines import CouncilNotices, NoticeLine
from moothall_web.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A programme as known on a day, and what that leaves out."""

    programme: Programme
    facts_left_out: tuple[LeftOut, ...]

    @property
    def left_out(self) -> dict[str, list[str]]:
        """What was left out, by the reason why."""
        by_reason: dict[str, list[str]] = {}
        for each in self.facts_left_out:
            by_reason.setdefault(each.reason, []).append(
                f"{each.kind.replace('_', ' ')}: {each.id}"
            )
        return by_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeNotices(Known):
    """Every notice of a programme: those that are due first, then those missed and published."""

    councils: tuple[CouncilNotices, ...]

    @property
    def lines(self) -> tuple[tuple[CouncilNotices, NoticeLine], ...]:
        """Each notice that matters with its council, the nearest last day first."""
        held = [(each, line) for each in self.councils for line in each.wanted]
        return tuple(
            sorted(
                held,
                key=lambda row: (
                    _ORDER[row[1].due.state],
                    row[1].due.due_on or date.max,
                    row[0].proposal.name,
                ),
            )
        )

    def number(self, *states: NoticeState) -> int:
        return sum(line.due.state in states for _, line in self.lines)

    @property
    def words(self) -> str:
        """What is due next and what was missed, in words."""
        due = [
            row
            for row in self.lines
            if row[1].due.state is NoticeState.DUE and row[1].due.due_on is not None
        ]
        if not due:
            return "No notice with a known day is due."
        council, line = due[0]
        perhaps = "perhaps " if line.due.asked is Answer.UNKNOWN else ""
        return f"Next: {perhaps}{line.due.kind}, {council.authority.short_name}. {line.by_when}"


_ORDER = {
    NoticeState.DUE: 0,
    NoticeState.MISSED: 1,
    NoticeState.PUBLISHED_LATE: 2,
    NoticeState.PUBLISHED: 3,
    NoticeState.NO_DAY: 4,
    NoticeState.NOT_ASKED: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPage(Known):
    """One council's key decision test and notices, and whether the reader may record answers."""

    council: CouncilNotices
    may_record: bool

    @property
    def code(self) -> str:
        return self.programme.about.id

    @property
    def names(self) -> dict[str, str]:
        """The councils' short names by code."""
        return {each.code: each.short_name for each in self.programme.authorities}

    @property
    def facts(self) -> dict[str, tuple[str, str, str]]:
        """What the limbs rest on, by path: its kind, its id and what it is called."""
        rested = {path for limb in self.council.notices.test.limbs for path in limb.facts}
        return {
            f"{kind}/{fact.id}": (kind, fact.id, _called(kind, fact))
            for kind, fact in self.programme.facts()
            if f"{kind}/{fact.id}" in rested
        }


def _called(kind: str, fact: Fact) -> str:
    if kind == "key_decision_tests":
        return f"The test of document {fact.source}"
    return str(getattr(fact, "name", "") or getattr(fact, "title", "") or fact.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """One form, filled from what the reader may see."""

    programme: Programme
    council: CouncilNotices
    notice: WrittenNotice


def programme_notices(person: Person, code: str, as_at: date) -> ProgrammeNotices | None:
    """The notices of every proposal; None where the person sees no such programme."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    known, left_out = known_by(programme, as_at)
    return ProgrammeNotices(
        programme=known,
        facts_left_out=left_out,
        councils=tuple(
            _council(known, proposal, known.authority(party), as_at)
            for proposal in known.proposals
            for party in proposal.parties
        ),
    )


def council_page(
    person: Person, code: str, proposal_id: str, authority: str, as_at: date
) -> CouncilPage | None:
    """One council's part in a proposal; None where there is none that the person may see."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    known, left_out = known_by(programme, as_at)
    council = _found(known, proposal_id, authority, as_at)
    if council is None:
        return None
    listed = facts.fact_list(person, code, "key_decision_tests")
    return CouncilPage(
        programme=known,
        facts_left_out=left_out,
        council=council,
        may_record=listed is not None and authority in listed.owners,
    )


def form_page(
    person: Person, code: str, proposal_id: str, authority: str, form: str, as_at: date
) -> FormPage | None:
    """One form; None where it is none that this council's decision can need."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    known, _ = known_by(programme, as_at)
    council = _found(known, proposal_id, authority, as_at)
    if council is None:
        return None
    forms = forms_of(read_notice_forms(), council.notices)
    chosen = next((each for each in forms if each.name == form), None)
    if chosen is None:
        return None
    notice = write_notice(
        known, read_law(), chosen, council.proposal, council.authority, council.notices, as_at
    )
    return FormPage(programme=known, council=council, notice=notice)


def _found(
    known: Programme, proposal_id: str, authority: str, as_at: date
) -> CouncilNotices | None:
    for proposal in known.proposals:
        if proposal.id == proposal_id and authority in proposal.parties:
            return _council(known, proposal, known.authority(authority), as_at)
    return None


def _council(
    known: Programme, proposal: Proposal, authority: Authority, as_at: date
) -> CouncilNotices:
    notices = notices_of(known, read_law(), proposal, authority, as_at)
    forms = read_notice_forms()
    return CouncilNotices(
        proposal=proposal,
        authority=authority,
        notices=notices,
        lines=tuple(
            NoticeLine(
                due=due,
                by_when=by_when(due, as_at),
                then=what_then(due),
                forms=forms_for(forms, NoticeKind(due.kind)),
            )
            for due in notices.due
        ),
    )
