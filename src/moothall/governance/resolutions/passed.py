"""What one council did with one matter: passed it, refused it, put it off, or has yet to say."""

from dataclasses import dataclass
from enum import StrEnum

from moothall.facts.decisions import Decision, Outcome, Resolution
from moothall.facts.papers import Recommendation
from moothall.facts.programme import Programme
from moothall.governance.resolutions.matters import Asked, Matter


class Standing(StrEnum):
    """Where a matter stands in one council."""

    NOT_ASKED = "not asked"
    NOT_DECIDED = "not decided"
    NOT_KNOWN = "decided, outcome not recorded"
    DEFERRED = "deferred"
    REFERRED_BACK = "referred back"
    REFUSED = "refused"
    LEFT_OUT = "not among what was resolved"
    NOTED = "noted"
    PASSED = "passed"


_OF_OUTCOME = {
    Outcome.DEFERRED: Standing.DEFERRED,
    Outcome.REFERRED_BACK: Standing.REFERRED_BACK,
    Outcome.REFUSED: Standing.REFUSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What a council did with a matter, the decision that says so and the resolution itself."""

    standing: Standing
    decision: Decision | None = None
    resolution: Resolution | None = None


def what_was_passed(programme: Programme, matter: Matter, authority: str) -> Passed:
    """What the council's latest decision on a matter was.

    A resolution that carries the matter tells most; then the decision on the very paper, or that of
    the paper's body on its day or later, whose resolution has the recommendation's number.
    """
    proposal = matter.asked[0].paper.proposal
    own = sorted(
        (
            each
            for each in programme.decisions
            if (each.proposal, each.authority) == (proposal, authority)
        ),
        key=lambda each: each.decided_on,
    )
    for decision in reversed(own):
        for resolution in decision.resolutions:
            if matter.matter and resolution.matter == matter.matter:
                standing = _OF_OUTCOME.get(decision.outcome, Standing.PASSED)
                return Passed(standing=standing, decision=decision, resolution=resolution)
    asked = matter.of(authority)
    if asked is None:
        return Passed(standing=Standing.NOT_ASKED)
    found = next((each for each in reversed(own) if is_about(each, asked)), None)
    if found is not None:
        return _by_outcome(found, asked)
    if asked.paper.resolved and not asked.takes_effect:
        return Passed(standing=Standing.NOTED)
    return Passed(standing=Standing.NOT_DECIDED)


def is_about(decision: Decision, asked: Asked) -> bool:
    """Whether a decision was taken on the paper that asked."""
    if decision.paper is not None:
        return decision.paper == asked.paper.id
    return decision.body == asked.paper.body and decision.decided_on >= asked.paper.dated.earliest


def resolution_on(decision: Decision, recommendation: Recommendation) -> Resolution | None:
    """The resolution that answers a recommendation: by its matter, else by its number."""
    for resolution in decision.resolutions:
        if resolution.matter and resolution.matter == recommendation.matter:
            return resolution
    return next(
        (
            each
            for each in decision.resolutions
            if not each.matter and _number(each.number) == _number(recommendation.number)
        ),
        None,
    )


def _by_outcome(decision: Decision, asked: Asked) -> Passed:
    resolution = resolution_on(decision, asked.recommendation)
    standing = _OF_OUTCOME.get(decision.outcome)
    if standing is None and resolution is not None:
        standing = Standing.PASSED
    elif standing is None and decision.resolutions:
        standing = Standing.LEFT_OUT
    elif standing is None and decision.outcome is Outcome.NOTED:
        standing = Standing.NOTED
    elif standing is None and decision.outcome is Outcome.UNKNOWN:
        standing = Standing.NOT_KNOWN
    return Passed(standing=standing or Standing.PASSED, decision=decision, resolution=resolution)


def _number(text: str) -> str:
    return text.strip("().: ").casefold()
