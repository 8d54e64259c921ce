"""What a meeting amended, and which papers and decisions of the other councils it touches."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.basics.dates import in_words
from moothall.facts.decisions import Decision, Outcome, Resolution
from moothall.facts.papers import Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.governance.resolutions.matters import Asked, Matter, Twins
from moothall.governance.resolutions.passed import what_was_passed
from moothall.governance.resolutions.wording import (
    Piece,
    differ,
    in_the_active,
    names_of,
    pieces,
    says_the_same,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A paper or a decision of another council that still has the words as they were.

    `kind` and `id` name the fact; `what_to_do` is the cure in a sentence.
    """

    kind: str
    id: str
    authority: str
    name: str
    what_to_do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """A resolution that differs from what its paper recommended.

    `surely` where the record says that the meeting amended it; otherwise only the words differ.
    """

    decision: Decision
    name: str
    resolution: Resolution
    recommendation: Recommendation
    surely: bool
    changes: tuple[Piece, ...]
    touched: tuple[Touched, ...]

    @property
    def words(self) -> str:
        on = in_words(self.decision.decided_on)
        if self.resolution.amendment:
            return (
                f"{self.name} amended recommendation {self.recommendation.number} on {on}: "
                f"{self.resolution.amendment.rstrip('.')}."
            )
        if self.surely:
            return f"{self.name} amended recommendation {self.recommendation.number} on {on}."
        return (
            f"{self.name}'s resolution {self.resolution.number} of {on} reads otherwise than "
            f"recommendation {self.recommendation.number}; whether the meeting amended it is not "
            "recorded."
        )


def amendments_of(programme: Programme, twins: Twins) -> tuple[Amended, ...]:
    """Everything that was passed otherwise than recommended, the latest decision first."""
    found = [
        amended
        for decision in programme.decisions
        if decision.proposal == twins.proposal.id
        for amended in _of_decision(programme, twins, decision)
    ]
    return tuple(sorted(found, key=lambda each: each.decision.decided_on, reverse=True))


def _of_decision(programme: Programme, twins: Twins, decision: Decision) -> Iterator[Amended]:
    """Each resolution beside the recommendation that it answers."""
    papers = _papers(programme, decision)
    name = programme.authority(decision.authority).short_name
    for resolution in decision.resolutions:
        recommendation = _answered(papers, resolution)
        if recommendation is None:
            continue
        same = says_the_same(recommendation.verb, recommendation.text, resolution.text)
        if same and not resolution.amendment:
            continue
        matter = resolution.matter or recommendation.matter
        surely = bool(resolution.amendment) or decision.outcome is Outcome.AGREED_AS_AMENDED
        yield Amended(
            decision=decision,
            name=name,
            resolution=resolution,
            recommendation=recommendation,
            surely=surely,
            changes=pieces(
                f"{recommendation.verb} {recommendation.text}",
                in_the_active(recommendation.verb, resolution.text),
            ),
            touched=tuple(_touched(programme, twins, decision, resolution, matter)),
        )


def _papers(programme: Programme, decision: Decision) -> list[Paper]:
    """The paper put to the body; without a word on it, that body's latest one by that day."""
    own = [
        paper
        for paper in programme.papers
        if (paper.proposal, paper.authority) == (decision.proposal, decision.authority)
        and paper.recommendations
    ]
    if decision.paper is not None:
        return [paper for paper in own if paper.id == decision.paper]
    before = [
        paper
        for paper in own
        if paper.body == decision.body and paper.dated.earliest <= decision.decided_on
    ]
    return sorted(before, key=lambda paper: paper.dated.latest)[-1:]


def _answered(papers: list[Paper], resolution: Resolution) -> Recommendation | None:
    held = [each for paper in papers for each in paper.recommendations]
    for recommendation in held:
        if resolution.matter and recommendation.matter == resolution.matter:
            return recommendation
    number = resolution.number.strip("().: ").casefold()
    return next(
        (
            each
            for each in held
            if number
            and each.number.strip("().: ").casefold() == number
            and not (each.matter and resolution.matter)
        ),
        None,
    )


def _touched(
    programme: Programme, twins: Twins, decision: Decision, resolution: Resolution, matter: str
) -> Iterator[Touched]:
    """The twins in the other councils that do not say what this meeting passed."""
    of_it = next((each for each in twins.matters if matter and each.matter == matter), None)
    if of_it is None:
        return
    for code in twins.proposal.parties:
        if code == decision.authority:
            continue
        passed = what_was_passed(programme, of_it, code)
        if passed.decision is not None:
            yield from _decided_otherwise(
                programme, decision, resolution, code, passed.decision, passed.resolution
            )
            continue
        asked = of_it.of(code)
        if asked is not None and _says_otherwise(programme, decision, resolution, asked, of_it):
            yield Touched(
                kind="papers",
                id=asked.paper.id,
                authority=code,
                name=asked.name,
                what_to_do=f"Change recommendation {asked.recommendation.number} of {asked.name}'s "
                f"paper to {asked.body} to what was passed, or put the difference to {asked.body} "
                "in words.",
            )


def _decided_otherwise(
    programme: Programme,
    decision: Decision,
    resolution: Resolution,
    code: str,
    other: Decision,
    passed: Resolution | None,
) -> Iterator[Touched]:
    codes = (decision.authority, code)
    names = (names_of(programme, codes[0], codes), names_of(programme, code, codes))
    if passed is not None and not differ(pieces(resolution.text, passed.text, names)):
        return
    name = programme.authority(code).short_name
    body = programme.body(other.body).name
    yield Touched(
        kind="decisions",
        id=other.id,
        authority=code,
        name=name,
        what_to_do=f"{name} decided on {in_words(other.decided_on)} without these words: bring "
        f"them back to {body} of {name}, or have the amendment undone, so that all councils have "
        "passed the same.",
    )


def _says_otherwise(
    programme: Programme, decision: Decision, resolution: Resolution, asked: Asked, matter: Matter
) -> bool:
    """Whether a recommendation not yet decided differs from what was passed elsewhere."""
    codes = (*(each.authority for each in matter.asked), decision.authority)
    names = (
        names_of(programme, decision.authority, codes),
        names_of(programme, asked.authority, codes),
    )
    return (
        not says_the_same(asked.recommendation.verb, asked.recommendation.text, resolution.text)
        and differ(pieces(resolution.text, asked.words, names))
        and differ(pieces(resolution.text, asked.recommendation.text, names))
    )
