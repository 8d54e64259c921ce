"""What the rules on scrutiny are put to: the questions as they stand, and the gates they hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.programme import Programme
from moothall.governance.checks.plan import Plan, plan_of
from moothall.governance.scrutiny.gates import QuestionGate, gates_of
from moothall.governance.scrutiny.occasions import Occasion, occasions_of
from moothall.governance.scrutiny.questions import Question, questions_of
from moothall.law.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Scrutiny:
    """What these rules are put to: the questions as they stand, and the gates before which."""

    programme: Programme
    law: Law
    as_at: date
    questions: tuple[Question, ...]
    gates: tuple[QuestionGate, ...]
    occasions: tuple[Occasion, ...]

    def gate(self, proposal: str, authority: str) -> QuestionGate | None:
        return next(
            (
                each
                for each in self.gates
                if (each.proposal.id, each.authority.code) == (proposal, authority)
            ),
            None,
        )


def scrutiny_of(programme: Programme, law: Law, as_at: date, plan: Plan | None = None) -> Scrutiny:
    """The questions of a programme as at a day, with the gates that they may hold."""
    questions = questions_of(programme, law, as_at)
    return Scrutiny(
        programme=programme,
        law=law,
        as_at=as_at,
        questions=questions,
        gates=gates_of(plan or plan_of(programme, law, as_at), questions),
        occasions=occasions_of(programme),
    )


def together(questions: Iterable[Question]) -> Iterator[list[Question]]:
    """The questions by proposal and body, in their order."""
    groups: dict[tuple[str, str], list[Question]] = {}
    for each in questions:
        groups.setdefault((each.proposal.id, each.body.id), []).append(each)
    yield from groups.values()


def sources(questions: Iterable[Question]) -> str:
    """`document 002: b6, b8`: where they stand, document by document."""
    places: dict[str, list[str]] = {}
    for each in questions:
        source = each.comment.source
        places.setdefault(source.document, []).append(source.paragraph)
    return "; ".join(f"document {name}: {', '.join(held)}" for name, held in places.items())


def said_of(each: Question) -> str:
    when = f" on {in_words(each.asked_on)}" if each.asked_on else ""
    return f"{each.body.name} said{when}: “{each.comment.text.rstrip('.')}”"
