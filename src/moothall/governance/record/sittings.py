"""Meetings as a page has them: new, moved, or with the day on which their papers were open."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.bodies import Body
from moothall.facts.decisions import Meeting, MeetingStatus
from moothall.governance.record.compared import Proposed, compared
from moothall.governance.record.made import Maker
from moothall.governance.record.matters import MatchedMatter
from moothall.governance.record.names import body_named
from moothall.governance.record.published import PageKind, PublishedMeeting, PublishedPage


def new_meeting(
    maker: Maker, page: PublishedPage, body: Body, held_on: date, its: Iterable[MatchedMatter]
) -> Meeting:
    """A meeting that is not held yet, with what a page says of it."""
    told = _of_the_meeting(page, held_on)
    return Meeting(
        id=maker.new_id(body.id, held_on),
        body=body.id,
        held_on=held_on,
        kind="extraordinary" if told and page.extraordinary else "ordinary",
        starts_at=page.starts_at if told else None,
        place=page.place if told else "",
        reference=(page.reference or None) if told else None,
        papers_published_on=papers_open_on(its, held_on),
        **maker.common("heading"),
    )


def meeting_again(
    maker: Maker, page: PublishedPage, held: Meeting, its: Iterable[MatchedMatter]
) -> Proposed | None:
    """What a page adds to a meeting that is held, or says otherwise of it; None for nothing.

    A place or a number that is held stays: a calendar may word the one and count the other its own
    way.
    """
    told = _of_the_meeting(page, held.held_on)
    opened = papers_open_on(its, held.held_on)
    after = replace(
        held,
        starts_at=(page.starts_at if told else None) or held.starts_at,
        place=held.place or (page.place if told else ""),
        reference=held.reference or (page.reference if told else "") or None,
        papers_published_on=opened or held.papers_published_on,
        **maker.common("heading"),
    )
    found = compared(f"held-{held.id}", "meetings", held, after, note=_note(opened))
    return found if found.fields else None


def listed_meetings(maker: Maker, page: PublishedPage) -> Iterator[Proposed]:
    """Every meeting of the council's own bodies in a list: new, or otherwise than it is held."""
    programme, owner = maker.programme, maker.origin.owner
    for number, each in enumerate(page.meetings, start=1):
        bodies = body_named(programme, owner, each.body_name)
        if len(bodies) != 1:
            continue
        held = _held(tuple(m for m in programme.meetings if m.body == bodies[0].id), each)
        if held is None and each.status is MeetingStatus.CANCELLED:
            continue
        read = Meeting(
            id=held.id if held else maker.new_id(bodies[0].id, each.held_on),
            body=bodies[0].id,
            held_on=each.held_on,
            kind="extraordinary" if each.extraordinary else "ordinary",
            starts_at=each.starts_at,
            place=(held.place if held else "") or each.place,
            status=each.status,
            reference=(held.reference if held else None) or each.reference or None,
            **maker.common(f"meeting {each.reference}" if each.reference else "list of meetings"),
        )
        yield compared(f"listed-{number}", "meetings", held, read)


def papers_open_on(its: Iterable[MatchedMatter], held_on: date) -> date | None:
    """The day from which all papers on the programme's own items were open, as the page dates them.

    The latest of their days of publication, since until then one of them was not; a document that
    was published after the meeting is a record of it.  None where any of them has no day.
    """
    days = [
        document.published_on
        for each in its
        if each.proposals
        for document in each.matter.documents
    ]
    before = [day for day in days if day is not None and day <= held_on]
    return max(before) if before and None not in days else None


def _of_the_meeting(page: PublishedPage, held_on: date) -> bool:
    return page.kind is PageKind.MEETING and page.held_on == held_on


def _held(meetings: tuple[Meeting, ...], read: PublishedMeeting) -> Meeting | None:
    """The meeting that is held for one in a list: by its number, else by its day."""
    numbered = [m for m in meetings if read.reference and m.reference == read.reference]
    on_the_day = [
        m for m in meetings if m.held_on == read.held_on and m.status is not MeetingStatus.CANCELLED
    ]
    return next(iter((*numbered, *on_the_day)), None)


def _note(opened: date | None) -> str:
    if opened is None:
        return ""
    return f"The last of the papers on this programme was published on {in_words(opened)}."
