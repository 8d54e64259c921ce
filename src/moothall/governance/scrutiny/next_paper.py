"""Which questions the next paper to a body owes an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.facts.bodies import Body
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.governance.scrutiny.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A body that asked, what it asked, and the papers that have gone to it since without answers.

    The last of `papers` is the one to mend; `questions` are those asked before it.
    """

    body: Body
    questions: tuple[Question, ...]
    papers: tuple[Paper, ...]


def answers_owed(programme: Programme, questions: Iterable[Question]) -> tuple[Owed, ...]:
    """For each body that asked and was given a paper since, what no paper is recorded to answer.

    A paper on another proposal of the programme is a paper to that body too: who asked once is
    answered when it next sees the programme.
    """
    days = {each.id: each.held_on for each in programme.meetings}
    by_body: dict[str, list[Question]] = {}
    for each in questions:
        if each.asks and each.asked_on is not None and each.shown_in is None:
            by_body.setdefault(each.body.id, []).append(each)
    found = []
    for body, asked in by_body.items():
        first = min(each.asked_on or date.max for each in asked)
        papers = sorted(
            (
                (day, paper)
                for paper in programme.papers
                if paper.body == body and (day := _day(paper, days)) > first
            ),
            key=lambda pair: (pair[0], pair[1].id),
        )
        if papers:
            last = papers[-1][0]
            before = tuple(each for each in asked if each.asked_on and each.asked_on < last)
            found.append(
                Owed(
                    body=asked[0].body,
                    questions=before,
                    papers=tuple(paper for _, paper in papers),
                )
            )
    return tuple(found)


def asked_by(questions: Iterable[Question], body: str, before: date | None) -> list[Question]:
    """What a body asked before a day and no paper is recorded to answer; any day with None."""
    return [
        each
        for each in questions
        if each.asks
        and each.body.id == body
        and each.shown_in is None
        and (before is None or each.asked_on is None or each.asked_on < before)
    ]


def _day(paper: Paper, days: dict[str, date]) -> date:
    return days.get(paper.meeting or "", paper.dated.earliest)
