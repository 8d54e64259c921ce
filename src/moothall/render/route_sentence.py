"""A joint route in a sentence: the words that stand for its drawing."""

from collections import Counter
from datetime import date

from moothall.basics.dates import in_words
from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.span import RouteSpan
from moothall.governance.route import AuthorityRoute, JointRoute


def sentence_of(
    route: JointRoute,
    as_at: date,
    spans: tuple[RouteSpan, ...] = (),
    breaches: tuple[RouteBreach, ...] = (),
) -> str:
    """The drawing in one sentence, and in a second what is marked beside the steps."""
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
    steps = f"As at {in_words(as_at)}, {'; '.join([*lanes, together])}."
    marked = [_counted(number, kind) for kind, number in _kinds(spans, breaches).items()]
    return f"{steps} Marked too: {', '.join(marked)}." if marked else steps


def _kinds(spans: tuple[RouteSpan, ...], breaches: tuple[RouteBreach, ...]) -> Counter[str]:
    kinds = Counter(span.kind.value for span in spans)
    kinds.update(
        "breach of a rule of law" if breach.is_breach else "warning on a rule of law"
        for breach in breaches
    )
    return kinds


_WORDS = {
    "breach of a rule of law": ("breach of a rule of law", "breaches of rules of law"),
    "warning on a rule of law": ("warning on a rule of law", "warnings on rules of law"),
    "recess": ("recess", "recesses"),
    "call-in": ("period of call-in or standstill", "periods of call-in or standstill"),
    "listening": ("listening exercise", "listening exercises"),
}


def _counted(number: int, kind: str) -> str:
    one, many = _WORDS.get(kind, (kind, f"{kind}s"))
    return f"1 {one}" if number == 1 else f"{number} {many}"


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
