"""What a paper tells the body that it is for: answers to what was asked, and what has changed."""

from datetime import date

from moothall.basics.dates import in_words
from moothall.documents.document import Block, Bullets, Note, Paragraph, Table
from moothall.facts.bodies import Body
from moothall.governance.scrutiny.next_paper import asked_by
from moothall.governance.scrutiny.questions import Question, QuestionState, questions_of
from moothall.governance.scrutiny.since_seen import since_seen
from moothall.papers.brief import Brief
from moothall.papers.tables import assumptions


def scrutiny_answers(brief: Brief) -> list[Block]:
    """A table of what members asked, with the replies and what they changed; empty without any.

    A body that asked finds its own questions, on this proposal and on others of the programme that
    no paper has answered yet; any other body all that was asked on this proposal.
    """
    meeting = _meets_on(brief)
    questions = [
        each
        for each in questions_of(brief.programme, brief.law, brief.as_at)
        if each.asks and (meeting is None or each.asked_on is None or each.asked_on < meeting)
    ]
    asked = _for_whom(brief, questions, meeting)
    if not asked:
        return []
    for each in asked:
        brief.cite(each.comment)
    unanswered = sum(each.is_open for each in asked)
    blocks: list[Block] = [Paragraph(_in_short(len(asked), unanswered))]
    blocks.append(
        Table(
            "What members asked, and the answers",
            ("Comment", "By which body, and when", "Reply", "What it changed"),
            tuple(
                (_comment(brief, each), _by(each), _reply(each), _changed(each)) for each in asked
            ),
        )
    )
    return [*blocks, *assumptions(each.comment for each in asked)]


def changes_since_seen(brief: Brief) -> list[Block]:
    """What has changed since the body that the paper is for last had the proposal; empty where it
    is not known for which body the paper is."""
    body = reader_of(brief)
    if body is None:
        return []
    since = since_seen(
        brief.programme, body.id, brief.proposal.id, brief.as_at, before=_meets_on(brief)
    )
    blocks: list[Block] = [Paragraph(since.words)]
    for matter, changes in since.by_matter:
        for each in changes:
            brief.cite(each.fact)
        blocks.append(Paragraph(f"{matter.value.capitalize()}:"))
        blocks.append(Bullets(tuple(each.words for each in changes)))
    if since.last is not None and since.last.assumed:
        blocks.append(Note("Assumed", since.last.assumed))
    return blocks


def reader_of(brief: Brief) -> Body | None:
    """The body that the paper is for: as its Paper fact says, else as its format, else what
    decides."""
    bodies = {each.id: each for each in brief.programme.bodies}
    if brief.paper is not None:
        return bodies.get(brief.paper.body)
    if brief.format.to:
        ours = [
            each
            for each in bodies.values()
            if each.kind == brief.format.to and each.authority in (None, brief.authority.code)
        ]
        return max(ours, key=lambda each: (each.authority is not None, each.lead), default=None)
    return next(
        (
            each
            for each in bodies.values()
            if each.name == brief.lane.body and each.authority in (None, brief.authority.code)
        ),
        None,
    )


def _meets_on(brief: Brief) -> date | None:
    """The day of the meeting that the paper is for, as far as it is known."""
    paper = brief.paper
    if paper is None:
        return None
    meetings = {each.id: each.held_on for each in brief.programme.meetings}
    if paper.meeting in meetings:
        return meetings[paper.meeting]
    return paper.dated.earliest if paper.dated.is_exact else None


def _for_whom(brief: Brief, questions: list[Question], meeting: date | None) -> list[Question]:
    body = reader_of(brief)
    own = asked_by(questions, body.id, meeting) if body is not None else []
    here = [each for each in questions if each.proposal.id == brief.proposal.id]
    if body is not None and any(each.body.id == body.id for each in questions):
        mine = [each for each in here if each.body.id == body.id]
        elsewhere = [each for each in own if each.proposal.id != brief.proposal.id]
        return mine + elsewhere
    return here


def _in_short(number: int, unanswered: int) -> str:
    asked = f"Members raised {number} {'matter' if number == 1 else 'matters'}"
    if not unanswered:
        return f"{asked}; each has its reply."
    return f"{asked}; {unanswered} {'has' if unanswered == 1 else 'have'} no reply yet."


def _comment(brief: Brief, each: Question) -> tuple[str, ...]:
    if each.proposal.id == brief.proposal.id:
        return (each.comment.text,)
    return (each.comment.text, f"(on {each.proposal.name})")


def _by(each: Question) -> tuple[str, ...]:
    return (each.body.name, in_words(each.asked_on) if each.asked_on else "day not recorded")


def _reply(each: Question) -> tuple[str, ...]:
    comment, due = each.comment, each.time.due_on
    office = comment.answered_by
    if each.state is QuestionState.ANSWERED:
        by = ", ".join(filter(None, (office, _day(comment.replied_on))))
        return tuple(filter(None, (comment.reply or "", f"({by})" if by else "")))
    said = ["No reply is recorded yet."]
    if office:
        said.append(f"To be given by: {office}.")
    if due is not None:
        when = "Was due" if each.state is QuestionState.OVERDUE else "Due"
        said.append(f"{when} {in_words(due)}.")
    return tuple(said)


def _changed(each: Question) -> tuple[str, ...]:
    if each.comment.changed and each.state is QuestionState.ANSWERED:
        return (each.comment.changed,)
    return ("Nothing is recorded",)


def _day(day: date | None) -> str:
    return in_words(day) if day else ""
