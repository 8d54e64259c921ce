"""What papers, tests and records say about whether a proposal is a key decision."""

from dataclasses import dataclass
from datetime import date

from moothall.facts.decisions import Answer, Decision, KeyDecisionTest
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """An answer that somebody gave, where it stands, and the reasons given.

    `kind` and `fact` lead to the fact that holds it.
    """

    authority: str
    answer: Answer
    source: str
    known_on: date
    kind: str
    fact: str
    reasons: tuple[str, ...] = ()


def assertions(
    programme: Programme, proposal: Proposal, authority: str
) -> tuple[tuple[Assertion, ...], tuple[Assertion, ...]]:
    """This council's own answers and the other councils', each in the order they became known.

    The same answer of the same document is listed once.
    """
    held = [
        *(
            _of("key_decision_tests", test.answer, test, test.reasons)
            for test in programme.key_decision_tests
            if test.proposal == proposal.id
        ),
        *(
            _of("papers", paper.key_decision, paper, ())
            for paper in programme.papers
            if paper.proposal == proposal.id
        ),
        *(
            _of("decisions", each.key, each, (each.key_reason,) if each.key_reason else ())
            for each in programme.decisions
            if each.proposal == proposal.id
        ),
    ]
    once: dict[tuple[str, str, Answer], Assertion] = {}
    for each in held:
        if each.answer is not Answer.UNKNOWN:
            once.setdefault((each.authority, each.source.split(" ")[0], each.answer), each)
    ordered = sorted(once.values(), key=lambda each: each.known_on)
    return (
        tuple(each for each in ordered if each.authority == authority),
        tuple(each for each in ordered if each.authority != authority),
    )


def _of(
    kind: str,
    answer: Answer,
    fact: KeyDecisionTest | Paper | Decision,
    reasons: tuple[str, ...],
) -> Assertion:
    return Assertion(
        authority=fact.authority,
        answer=answer,
        source=str(fact.source),
        known_on=fact.known_on,
        kind=kind,
        fact=fact.id,
        reasons=reasons,
    )
