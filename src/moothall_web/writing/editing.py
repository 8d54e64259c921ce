"""The form of a fact, standing on a page of writing: its own address, and back to the paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.facts import queries as facts
from moothall_web.facts.acting import acting
from moothall_web.facts.drafts import NEW, draft_of
from moothall_web.facts.forms.content import Content, blank
from moothall_web.facts.forms.fact_form import Known, asked_of
from moothall_web.facts.forms.known import known_from
from moothall_web.facts.forms.parts import Part
from moothall_web.facts.forms.readings import day_in_words
from moothall_web.facts.views.editing import Editing
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.writing.seen import Seen

PASSAGES, PAPERS = "passages", "papers"


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingEdit(Editing):
    """A fact that is edited from its paper.  `topic` is set for new words on it."""

    place: tuple[str, str, str, str]
    topic: str = ""

    @property
    def address(self) -> str:
        if self.kind == PAPERS:
            return reverse("writing:paper", args=self.place)
        if self.fact is None:
            return reverse("writing:add", args=[*self.place, self.topic])
        return reverse("writing:passage", args=[*self.place, self.key])

    @property
    def draft_address(self) -> str:
        """Where the buttons on drafts lead: back to this form, or to its paper."""
        return self.address

    @property
    def kept_address(self) -> str:
        """Where a script sends what is typed, to be kept as a draft."""
        return reverse("facts:draft", args=[self.code, self.kind, self.draft_key])

    @property
    def way_out(self) -> str:
        return reverse("writing:write", args=self.place)


def edit_passage(person: Person, seen: Seen, key: str, chosen: str) -> WritingEdit | None:
    """Words that stand in the paper; None where they do not.  Raises RefusedError."""
    return _edit(person, seen, PASSAGES, key, chosen)


def edit_paper(person: Person, seen: Seen, key: str, chosen: str) -> WritingEdit | None:
    """What the paper is: body, meeting, recommendations.  Raises RefusedError."""
    return _edit(person, seen, PAPERS, key, chosen)


def _edit(person: Person, seen: Seen, kind: str, key: str, chosen: str) -> WritingEdit | None:
    page = facts.fact_page(person, seen.code, kind, key)
    if page is None or page.payload.get("proposal") != seen.proposal.id:
        return None
    if page.payload.get("authority") not in (None, seen.authority):
        return None
    if isinstance(page.may_change, Refusal):
        raise RefusedError(page.may_change)
    parts = asked_of(kind, new=False)
    return WritingEdit(
        code=seen.code,
        kind=kind,
        key=key,
        label=page.label,
        programme=page.programme,
        fact=page.payload,
        version=page.version,
        parts=parts,
        known=_known(page.programme, parts, seen, (page.owner,)),
        owners=(page.owner,),
        acting=acting(person, page.programme, kind, [page.owner], chosen),
        draft=draft_of(person, seen.code, kind, key),
        place=seen.place,
        topic=str(page.payload.get("topic", "")),
    )


def new_passage(person: Person, seen: Seen, topic: str, chosen: str) -> WritingEdit:
    """New words on a topic.  Raises RefusedError where the reader may write none here."""
    return _new(person, seen, PASSAGES, seen.owners(), topic, chosen)


def new_paper(person: Person, seen: Seen, chosen: str) -> WritingEdit:
    """The paper of a format for which there is none yet.  Raises RefusedError."""
    owners = (seen.authority,) if seen.can(PAPERS, seen.authority) else ()
    return _new(person, seen, PAPERS, owners, "", chosen)


def _new(
    person: Person, seen: Seen, kind: str, owners: tuple[str, ...], topic: str, chosen: str
) -> WritingEdit:
    programme = facts.programme(person, seen.code)
    may = seen.may(kind, seen.authority)
    if programme is None or not owners:
        raise RefusedError(may if isinstance(may, Refusal) else Refusal("Nobody may add it here."))
    parts = asked_of(kind, new=True)
    return WritingEdit(
        code=seen.code,
        kind=kind,
        key="",
        label="",
        programme=programme,
        fact=None,
        version=0,
        parts=parts,
        known=_known(programme, parts, seen, owners),
        owners=owners,
        acting=acting(person, programme, kind, owners, chosen),
        draft=draft_of(person, seen.code, kind, NEW),
        place=seen.place,
        topic=topic,
    )


def _known(
    programme: Programme, parts: Iterable[Part], seen: Seen, owners: tuple[str, ...]
) -> Known:
    """What may be chosen: of bodies and meetings, those of the council and of the programme."""
    known = dict(known_from(programme, parts))
    known["owner"] = [each for each in known.get("owner", ()) if each[0] in owners]
    bodies = {each.id for each in programme.bodies if each.authority in (None, seen.authority)}
    meetings = {each.id for each in programme.meetings if each.body in bodies}
    for kind, wanted in (("bodies", bodies), ("meetings", meetings)):
        if kind in known:
            known[kind] = [each for each in known[kind] if each[0] in wanted]
    return known


def begun(edit: WritingEdit, seen: Seen, today: date) -> Content:
    """What stands in the form of something new: all that the place where it begins says."""
    source = str(seen.proposal.source)
    document, _, paragraph = source.partition(" ")
    known_on = day_in_words(today.isoformat())
    content = blank(edit.parts) | {
        "proposal": [seen.proposal.id],
        "authority": [seen.authority],
        "owner": [edit.owners[0]],
        "source-document": [document],
        "source-paragraph": [paragraph],
        "known_on": [known_on],
    }
    if edit.kind == PASSAGES:
        return content | {"topic": [edit.topic]}
    lane = _lane_body(seen)
    return content | {
        "title": [seen.proposal.name],
        "format": [seen.layout.name],
        "dated": [known_on],
        "body": [lane],
        "recommendations-count": ["0"],
    }


def _lane_body(seen: Seen) -> str:
    """The body that decides in this council, as far as the route says."""
    route = next(each for each in seen.case.routes if each.proposal == seen.proposal.id)
    lane = next(each for each in route.authorities if each.authority == seen.authority)
    held = (
        each.id
        for each in seen.programme.bodies
        if each.name == lane.body and each.authority in (None, seen.authority)
    )
    return next(held, "")


def placed(edit: WritingEdit, seen: Seen, content: Content) -> Content:
    """What was sent in, with what the place decides: a form cannot move words to another paper."""
    if edit.fact is not None:
        return content
    everywhere = edit.kind == PASSAGES and content.get("owner") == [PROGRAMME]
    content = content | {
        "proposal": [seen.proposal.id],
        "authority": [] if everywhere else [seen.authority],
    }
    if edit.kind == PASSAGES:
        return content | {"topic": [edit.topic]}
    return content | {"format": [seen.layout.name]}
