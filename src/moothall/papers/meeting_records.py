"""What fills the record of a meeting: who was there, what was said, and the meetings on the way."""

from collections.abc import Callable

from moothall.basics.dates import in_words
from moothall.documents.document import Block, Bullets, Paragraph, Table
from moothall.facts.decisions import Meeting
from moothall.facts.papers import Comment, MinuteItem, Minutes, Presence
from moothall.papers.brief import Brief

_PRESENCE = {
    Presence.PRESENT: "Present",
    Presence.IN_ATTENDANCE: "In attendance",
    Presence.APOLOGIES: "Apologies",
    Presence.ABSENT: "Absent",
}


def meeting_of(brief: Brief) -> Meeting | None:
    """The meeting to which the paper went: the one that it names, else its body's on its day."""
    paper = brief.paper
    if paper is None:
        return None
    for meeting in brief.programme.meetings:
        if meeting.id == paper.meeting:
            return meeting
    on_its_day = (
        meeting
        for meeting in brief.programme.meetings
        if meeting.body == paper.body and paper.dated.is_exact
        if meeting.held_on == paper.dated.earliest
    )
    return next(on_its_day, None)


def minutes_of(brief: Brief) -> Minutes | None:
    """The record of that meeting."""
    meeting = meeting_of(brief)
    if meeting is None:
        return None
    held = (each for each in brief.programme.minutes if each.meeting == meeting.id)
    minutes = next(held, None)
    if minutes is not None:
        brief.cite(minutes)
    return minutes


def items_of(brief: Brief) -> tuple[MinuteItem, ...]:
    """The items of the minutes on this proposal; all of them where none says what it is on."""
    minutes = minutes_of(brief)
    items = minutes.items if minutes else ()
    if any(item.proposal for item in items):
        return tuple(item for item in items if item.proposal == brief.proposal.id)
    return items


def attendance(brief: Brief) -> list[Block]:
    minutes = minutes_of(brief)
    people = minutes.attendance if minutes else ()
    blocks: list[Block] = []
    for presence, words in _PRESENCE.items():
        named = [
            f"{each.name} ({each.role})" if each.role else each.name
            for each in people
            if each.presence is presence
        ]
        if named:
            blocks.append(Paragraph(f"{words}: {', '.join(named)}."))
    return blocks


def minutes_text(brief: Brief) -> list[Block]:
    return [Paragraph(text) for item in items_of(brief) for text in item.text]


def comments_and_responses(brief: Brief) -> list[Block]:
    """What members said at the meeting, each with the reply that was given."""
    meeting = meeting_of(brief)
    if meeting is None:
        return []
    said = [
        comment
        for comment in brief.ours(brief.programme.comments)
        if comment.meeting == meeting.id
        or (comment.meeting is None and comment.body == meeting.body)
    ]
    if not said:
        return []
    return [
        Paragraph("Members made these comments and asked these questions:"),
        Bullets(tuple(_with_reply(each) for each in said)),
    ]


def _with_reply(comment: Comment) -> str:
    words = _ended(comment.text)
    if comment.reply:
        return f"{words} In response: {_ended(comment.reply)}"
    # A statement waits for no answer; of a question a reader asks what became of it.
    return f"{words} No reply is on record." if words.endswith("?") else words


def _ended(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "?", "!")) else f"{words}."


def meeting_timetable(brief: Brief) -> list[Block]:
    """Every meeting of this council's to which the proposal goes or went."""
    meetings = {meeting.id: meeting for meeting in brief.programme.meetings}
    bodies = {body.id: body.name for body in brief.programme.bodies}
    taken = sorted(
        (
            meetings[step.meeting]
            for step in brief.ours(brief.programme.steps)
            if step.meeting in meetings
        ),
        key=lambda meeting: meeting.held_on,
    )
    rows = dict.fromkeys(((bodies[each.body],), (in_words(each.held_on),)) for each in taken)
    return [Table("Timetable of meetings", ("Meeting", "Date"), tuple(rows))] if rows else []


MEETINGS: dict[str, Callable[[Brief], list[Block]]] = {
    "attendance": attendance,
    "comments_and_responses": comments_and_responses,
    "meeting_timetable": meeting_timetable,
    "minutes_text": minutes_text,
}
"""What is made from meetings, minutes and comments, by the names that a format may use."""
