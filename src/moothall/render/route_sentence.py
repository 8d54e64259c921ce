"""A joint route in one sentence: the words that stand for its drawing."""

from datetime import date

from moothall.basics.dates import in_words
from moothall.governance.route import AuthorityRoute, JointRoute


def sentence_of(route: JointRoute, as_at: date) -> str:
    """The drawing in one sentence."""
    lanes = [
        f"{lane.name} {_decision_in_words(lane)} and {_effect_in_words(lane)}"
        for lane in route.authorities
    ]
    if route.live_on is not None:
        together = f"the decision is live in every council on {in_words(route.live_on)}"
    elif route.not_before is not None:
        together = (
            "the day on which the decision is live in every council is unknown and not before "
            f"{in_words(route.not_before)}"
        )
    else:
        together = "the day on which the decision is live in every council is unknown"
    return f"As at {in_words(as_at)}, {'; '.join([*lanes, together])}."


def _decision_in_words(lane: AuthorityRoute) -> str:
    if lane.decides_on is None:
        return "has no day for its decision"
    taken = any(step.kind == "decision" and step.taken for step in lane.steps)
    return f"{'decided' if taken else 'decides'} on {in_words(lane.decides_on)}"


def _effect_in_words(lane: AuthorityRoute) -> str:
    if lane.effective_on is not None:
        return f"its decision takes effect on {in_words(lane.effective_on)}"
    if lane.not_before is not None:
        return (
            "the day on which it takes effect is unknown and not before "
            f"{in_words(lane.not_before)}"
        )
    return "the day on which it takes effect is unknown"
