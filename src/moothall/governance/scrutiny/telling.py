"""Rules on how members were told: when each body first had it, and whether it saw scope change."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.bodies import BodyKind
from moothall.facts.findings import finding_on
from moothall.facts.papers import Complaint
from moothall.facts.programme import Programme
from moothall.governance.scrutiny.changes import SCOPE_KINDS, became_known, on_proposal
from moothall.governance.scrutiny.held import Scrutiny, sources, together
from moothall.governance.scrutiny.occasions import Occasion, last_seen
from moothall.governance.scrutiny.questions import Question

_FEW = 3


def members_were_told_when_the_record_shows(held: Scrutiny) -> Iterator[Finding]:
    """Where members complain that they were told late, what the record shows stands beside it."""
    complaining = (
        each for each in held.questions if each.comment.complains_of is Complaint.TOLD_LATE
    )
    for questions in together(complaining):
        first = questions[0]
        yield finding_on(
            held.programme,
            "comments",
            first.comment,
            Severity.NOTE,
            f"{first.body.name} says that it was told late of {first.proposal.name} "
            f"({sources(questions)}). {record_of_telling(held, first)}",
            "Say in the next paper when each body first saw it, and bring the next change sooner.",
            upholds="J06",
            authority=first.authority,
        )


def record_of_telling(held: Scrutiny, question: Question) -> str:
    """When the body that complains first had it, who had it before, and who decided after."""
    of_it = [each for each in held.occasions if each.proposal == question.proposal.id]
    mine = next((each for each in of_it if each.body == question.body.id and each.on), None)
    if mine is None or mine.on is None:
        return "No day is recorded on which it first had it."
    names = {each.id: each.name for each in held.programme.bodies}
    said = [f"On record it first had it on {in_words(mine.on)}."]
    before = [
        f"{names[each.body]} ({_when(each)})"
        for each in of_it
        if each.body != mine.body
        and (each.on < mine.on if each.on else _informal(held.programme, each.body))
    ]
    if before:
        said.append(f"Before it, or without a day: {'; '.join(dict.fromkeys(before))}.")
    else:
        said.append("No other body is recorded as having had it before.")
        sooner = [
            each
            for each in held.occasions
            if each.on is not None
            and each.on < mine.on
            and each.body != mine.body
            and held.programme.body(each.body).power is question.body.power
        ]
        if sooner and (on := sooner[0].on) is not None:
            said.append(
                f"{names[sooner[0].body]} had another proposal of the programme before it on "
                f"{in_words(on)}, {(mine.on - on).days} days sooner."
            )
    for each in of_it:
        if each.on is not None and each.on >= mine.on and _decides(each):
            when = f"{in_words(each.on)}, {_days((each.on - mine.on).days)}"
            said.append(_deciding(names[each.body], when, each, held.as_at))
    return " ".join(dict.fromkeys(said))


def _deciding(body: str, when: str, occasion: Occasion, as_at: date) -> str:
    """`Cabinet decided on …`; a day that went by without a record is no decision's."""
    if occasion.kind == "decisions":
        return f"{body} decided on {when}."
    if occasion.on is not None and occasion.on < as_at:
        return f"{body} was to decide on {when}; no record is held that it did."
    return f"{body} decides on {when}."


def a_change_of_scope_is_shown(held: Scrutiny) -> Iterator[Finding]:
    """Scope that has changed since a scrutiny committee last saw it goes back to it (J07)."""
    bodies = [each for each in held.programme.bodies if each.kind is BodyKind.SCRUTINY]
    for body in bodies:
        for proposal in held.programme.proposals:
            of_it = [each for each in held.occasions if each.proposal == proposal.id]
            last = last_seen(of_it, body.id, held.as_at)
            if last is None or last.on is None:
                continue
            concerns = on_proposal((held.programme,), proposal.id)
            scope = became_known(held.programme, SCOPE_KINDS, last.on, concerns)
            if not scope:
                continue
            more = f" And {len(scope) - _FEW} more." if len(scope) > _FEW else ""
            yield finding_on(
                held.programme,
                "proposals",
                proposal,
                Severity.NOTE,
                f"{body.name} last had {proposal.name} on {in_words(last.on)}; what is held of its "
                "scope and options has changed since. "
                f"{' '.join(each.words for each in scope[:_FEW])}{more}",
                "Show the changes of scope in the next paper to it (content changes_since_seen).",
                upholds="J07",
                authority=body.authority or "",
                reference="",
            )


def _days(number: int) -> str:
    if number == 0:
        return "the same day"
    return f"{number} {'day' if number == 1 else 'days'} later"


def _when(occasion: Occasion) -> str:
    if occasion.on is not None:
        return in_words(occasion.on)
    return occasion.written or "no day recorded"


def _informal(programme: Programme, body: str) -> bool:
    return not programme.body(body).formal


def _decides(occasion: Occasion) -> bool:
    return occasion.kind == "decisions" or getattr(occasion.fact, "approves", False)
