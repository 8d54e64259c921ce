"""What a published page is about, matter by matter, and what each is in the programme.

A matter is matched by the body, the day and the reference that the page prints, and by the likeness
of its title to papers and proposals.  Nothing is guessed silently: what is offered says why, and a
person may choose otherwise.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from moothall.facts.bodies import Body
from moothall.facts.decisions import Decision, Meeting, MeetingStatus
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.governance.record.names import body_named, telling
from moothall.governance.record.published import (
    PublishedDecision,
    PublishedDocument,
    PublishedEntry,
    PublishedItem,
    PublishedPage,
    PublishedResolution,
)
from moothall.governance.resolutions.wording import likeness

ALIKE = 0.75
"""From which likeness on a title is offered as that of a paper or a proposal."""

WHOLE = "meeting"
"""The key of a meeting as a whole, where a page tells only who was there."""

_SITE_NUMBER = re.compile(
    r"[?&](?P<name>AIId|IId|ID|MId|l?MeetingId)=(?P<number>\d+)", re.IGNORECASE
)
_SAME_NUMBER = {"id": "id", "meetingid": "mid", "lmeetingid": "mid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person has said: each by the name of a body as printed, or by the key of a matter.

    A body, meeting or proposal that is named empty is none; one that is not named is left to what
    is offered.
    """

    bodies: Mapping[str, str]
    meetings: Mapping[str, str]
    proposals: Mapping[str, tuple[str, ...]]


NO_CHOICES = Choices(bodies={}, meetings={}, proposals={})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedMatter:
    """One matter of a page: a decision's record, an item of a meeting, an entry of a plan."""

    key: str
    title: str
    body_name: str
    held_on: date | None
    decision: PublishedDecision | None = None
    item: PublishedItem | None = None
    entry: PublishedEntry | None = None

    @property
    def documents(self) -> tuple[PublishedDocument, ...]:
        return self.item.documents if self.item else ()

    @property
    def resolved(self) -> tuple[PublishedResolution, ...]:
        held = self.decision or self.item
        return held.resolved if held else ()

    @property
    def amendments(self) -> tuple[str, ...]:
        held = self.decision or self.item
        return held.amendments if held else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedMatter:
    """A matter with what it is in the programme; `because` says what that rests on.

    `proposals` are those that it is about, none where it is no business of the programme; `papers`
    what was put to the body on them; `held` the decision that the page is the record of, if one is
    held; `offered` that the proposals are offered and nobody has chosen them.
    """

    matter: PublishedMatter
    body: Body | None
    meeting: Meeting | None
    proposals: tuple[str, ...]
    papers: tuple[Paper, ...]
    held: Decision | None
    because: tuple[str, ...]

    def paper_on(self, proposal: str) -> Paper | None:
        return next((each for each in self.papers if each.proposal == proposal), None)


def matters_of(page: PublishedPage) -> tuple[PublishedMatter, ...]:
    """Every matter of a page, in its order."""
    found = []
    if page.decision is not None:
        found.append(
            PublishedMatter(
                key="decision",
                title=page.title,
                body_name=page.body_name,
                held_on=page.held_on,
                decision=page.decision,
            )
        )
    for place, item in enumerate(page.items):
        found.append(
            PublishedMatter(
                key=f"item-{place}",
                title=item.title,
                body_name=item.body_name or page.body_name,
                held_on=item.held_on or page.held_on,
                item=item,
            )
        )
    for place, entry in enumerate(page.entries):
        found.append(
            PublishedMatter(
                key=f"entry-{place}",
                title=entry.title,
                body_name=entry.maker,
                held_on=entry.due_on,
                entry=entry,
            )
        )
    if not found and page.attendance:
        found.append(
            PublishedMatter(
                key=WHOLE, title=page.title, body_name=page.body_name, held_on=page.held_on
            )
        )
    return tuple(found)


def match(
    programme: Programme, authority: str, page: PublishedPage, choices: Choices = NO_CHOICES
) -> tuple[MatchedMatter, ...]:
    """What each matter of a page of this council is in the programme."""
    return tuple(
        _matched(programme, authority, page, matter, choices) for matter in matters_of(page)
    )


def numbers_in(address: str) -> dict[str, str]:
    """The numbers by which the committee system knows what an address shows, by their names."""
    return {
        _SAME_NUMBER.get(match["name"].casefold(), match["name"].casefold()): match["number"]
        for match in _SITE_NUMBER.finditer(address)
    }


def _matched(
    programme: Programme,
    authority: str,
    page: PublishedPage,
    matter: PublishedMatter,
    choices: Choices,
) -> MatchedMatter:
    because: list[str] = []
    held = _held_under(programme, authority, page, matter)
    body = _body(programme, authority, matter, choices)
    if held is not None:
        because.append("the decision that is held names this page")
        body = body or next(each for each in programme.bodies if each.id == held.body)
    elif body is not None:
        because.append(f"the body is {body.name}")
    papers = _papers(programme, authority, matter, body)
    if body is None and not choices.bodies.get(matter.body_name):
        body = _of_papers(programme, papers)
        if body is not None:
            because.append(f"the paper of this title went to {body.name}")
    meeting = _meeting(programme, page, matter, body, papers, choices)
    proposals = choices.proposals.get(matter.key)
    if proposals is None:
        proposals = _proposals(programme, authority, matter, papers, held, because)
    papers = tuple(each for each in papers if each.proposal in proposals)
    if meeting is not None:
        because.append("the meeting of that day is held")
    return MatchedMatter(
        matter=matter,
        body=body,
        meeting=meeting,
        proposals=proposals,
        papers=papers,
        held=held
        or (None if matter.entry else _held_on(programme, authority, matter, body, proposals)),
        because=tuple(because),
    )


def _body(
    programme: Programme, authority: str, matter: PublishedMatter, choices: Choices
) -> Body | None:
    chosen = choices.bodies.get(matter.body_name)
    if chosen is not None:
        return next((each for each in programme.bodies if each.id == chosen), None)
    fitting = body_named(programme, authority, matter.body_name)
    return fitting[0] if len(fitting) == 1 else None


def _papers(
    programme: Programme, authority: str, matter: PublishedMatter, body: Body | None
) -> tuple[Paper, ...]:
    """The council's papers of this title to this body, and of this day where both are told."""
    return tuple(
        paper
        for paper in programme.papers
        if paper.authority == authority
        and (body is None or paper.body == body.id)
        and not (matter.held_on and paper.dated.is_exact and paper.dated.earliest > matter.held_on)
        and likeness(paper.title, matter.title) >= ALIKE
    )


def _of_papers(programme: Programme, papers: Iterable[Paper]) -> Body | None:
    bodies = {paper.body for paper in papers}
    if len(bodies) != 1:
        return None
    return next((each for each in programme.bodies if each.id in bodies), None)


def _meeting(
    programme: Programme,
    page: PublishedPage,
    matter: PublishedMatter,
    body: Body | None,
    papers: tuple[Paper, ...],
    choices: Choices,
) -> Meeting | None:
    by_id = {each.id: each for each in programme.meetings}
    if matter.key in choices.meetings:
        return by_id.get(choices.meetings[matter.key])
    number = page.reference or numbers_in(page.name).get("mid")
    held = [
        each
        for each in programme.meetings
        if body is not None
        and each.body == body.id
        and each.status is not MeetingStatus.CANCELLED
        and (each.held_on == matter.held_on or (number is not None and each.reference == number))
    ]
    if held:
        return held[0]
    if matter.held_on is not None:
        return None
    of_papers = {each.meeting for each in papers if each.meeting} | {
        meeting.id
        for meeting in programme.meetings
        for paper in papers
        if paper.dated.is_exact
        and (meeting.body, meeting.held_on) == (paper.body, paper.dated.earliest)
    }
    return by_id.get(next(iter(of_papers))) if len(of_papers) == 1 else None


def _proposals(
    programme: Programme,
    authority: str,
    matter: PublishedMatter,
    papers: tuple[Paper, ...],
    held: Decision | None,
    because: list[str],
) -> tuple[str, ...]:
    """The proposals that a matter is about: by its decision, its papers, its name, its words."""
    if held is not None:
        return (held.proposal,)
    if papers:
        one = "a paper" if len(papers) == 1 else f"{len(papers)} papers"
        because.append(f"{one} of this title {'is' if len(papers) == 1 else 'are'} held")
        return tuple(dict.fromkeys(paper.proposal for paper in papers))
    own = [each for each in programme.proposals if authority in each.parties]
    alike = [each.id for each in own if likeness(each.name, matter.title) >= ALIKE]
    if alike:
        because.append("a proposal of this name is held")
        return tuple(alike)
    within = [each.id for each in own if telling(each.name) <= telling(matter.title)]
    if len(within) == 1:
        because.append("its title holds the proposal's name")
        return tuple(within)
    return ()


def _held_under(
    programme: Programme, authority: str, page: PublishedPage, matter: PublishedMatter
) -> Decision | None:
    """The decision whose document gives the page's own number, or its address."""
    if matter.decision is None:
        return None
    numbers = {f"{name}={number}" for name, number in numbers_in(page.name).items()}
    for decision in programme.decisions:
        if decision.authority != authority:
            continue
        document = next(d for d in programme.documents if d.id == decision.source.document)
        said = (document.reference or "").casefold()
        if said and (page.name.casefold() == said or any(_names(said, each) for each in numbers)):
            return decision
    return None


def _names(reference: str, number: str) -> bool:
    """Whether a reference gives a page's number, whole: `AIId=72892` and not `AIId=7289`."""
    return "decision" in reference and bool(re.search(rf"\b{re.escape(number)}(?!\d)", reference))


def _held_on(
    programme: Programme,
    authority: str,
    matter: PublishedMatter,
    body: Body | None,
    proposals: tuple[str, ...],
) -> Decision | None:
    """The decision of the body on one of the proposals on that day."""
    return next(
        (
            each
            for each in programme.decisions
            if body is not None
            and (each.authority, each.body) == (authority, body.id)
            and each.proposal in proposals
            and matter.held_on in (None, each.decided_on)
        ),
        None,
    )
