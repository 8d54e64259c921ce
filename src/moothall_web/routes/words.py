"""What the pages of a route say in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.authority import SUPPOSED
from moothall.governance.planning.plan import BackPlan, CouncilPlan, Deadline, Plan
from moothall.law.standing import IN_WORDS, Known, how_known

_FEW = 4
"""Councils whose days one sentence can say; of more it says the first and the last."""


def days(number: int) -> str:
    """`1 day`, `6 days`."""
    return "1 day" if number == 1 else f"{number} days"


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def known(evidence: str) -> str:
    """How a rule is known, in words; empty where nothing is said."""
    if not evidence or evidence == SUPPOSED:
        return evidence
    marks = how_known(evidence)
    if marks == (Known.UNKNOWN,) and Known.UNKNOWN.value not in evidence:
        return evidence
    first, *rest = (IN_WORDS[mark] for mark in marks)
    return f"{first}; in part {listed(rest)}" if rest else first


def when_live(plan: Plan) -> str:
    """When the shared decision is live in every council, or from when at the soonest."""
    if plan.live_on is None:
        return (
            "When the decision is live in every council is not known. It cannot be before "
            f"{in_words(plan.live_not_before)}."
        )
    day = in_words(plan.live_on)
    if plan.live_on <= plan.as_at:
        return f"The decision has been live in every council since {day}."
    return f"The decision is live in every council on {day}."


def when_decided(plan: Plan) -> str:
    """On which days the councils decide, and how far apart."""
    unknown = [council.name for council in plan.councils if council.decides_on is None]
    dated = [council for council in plan.councils if council.decides_on is not None]
    if len(plan.councils) > _FEW:
        said = _span(plan, len(dated))
    else:
        said = listed([_decides(council, plan.as_at) for council in dated])
    sentences = [f"{said}."] if said else []
    if plan.spread_days and len(plan.councils) > 1:
        sentences.append(f"That is {days(plan.spread_days)} apart.")
    if unknown:
        verb = "decides" if len(unknown) == 1 else "decide"
        sentences.append(f"The day on which {listed(unknown)} {verb} is not known.")
    return " ".join(sentences)


def _span(plan: Plan, number: int) -> str:
    held = [each.decides_on for each in plan.councils if each.decides_on is not None]
    if not held:
        return ""
    of = f"{number} of {len(plan.councils)}" if number < len(plan.councils) else str(number)
    return f"{of} councils decide between {in_words(min(held))} and {in_words(max(held))}"


def _decides(council: CouncilPlan, as_at: date) -> str:
    assert council.decides_on is not None  # noqa: S101 - only dated councils come here
    word = "decided" if council.decides_on < as_at else "decides"
    return f"{council.name} {word} on {in_words(council.decides_on)}"


def what_binds(plan: Plan, names: dict[str, str]) -> str:
    """What fixes the end: the first link of the chain, and who may bind later than that."""
    if not plan.binds:
        return ""
    first = plan.binds[0]
    whose = f"{names[first.authority]}, " if first.authority else ""
    said = (
        f"What binds is “{first.name}” ({whose}{in_words(first.on)}: {first.words}); the rest "
        "follows as early as the rules that we hold allow."
    )
    unknown = [council.name for council in plan.councils if council.ask]
    if unknown:
        said += f" Until its questions are answered, {listed(unknown)} may bind later than that."
    return said


def verdict(findings: Iterable[Finding]) -> str:
    """The route against the rules in one sentence, and what that does not cover."""
    held = [finding.severity for finding in findings]
    broken, unchecked = held.count(Severity.BREACH), held.count(Severity.QUESTION)
    if broken:
        are = "rule of law that we hold is" if broken == 1 else "rules of law that we hold are"
        said = f"On this route {broken} {are} broken"
    else:
        said = "This route breaks no rule of law that we hold"
    warned = held.count(Severity.WARNING)
    if warned:
        said += f"; there {'is 1 warning' if warned == 1 else f'are {warned} warnings'}"
    return f"{said}; {unchecked} could not be checked." if unchecked else f"{said}."


def how_early(earliest: Plan, standing: Plan) -> str:
    """The earliest route in one sentence, and how it compares with what is planned."""
    if earliest.live_on is None:
        said = (
            "The earliest route that breaks no rule that we hold cannot be dated: it is not live "
            f"in every council before {in_words(earliest.live_not_before)}."
        )
    else:
        said = (
            "The earliest route that breaks no rule that we hold is live in every council on "
            f"{in_words(earliest.live_on)}"
        )
        said += "; no route can be earlier." if earliest.is_proven else "."
    sooner = (standing.live_not_before - earliest.live_not_before).days
    if sooner > 0:
        said += f" That is {days(sooner)} sooner than the days that are planned."
    elif sooner < 0:
        said += (
            f" The days that are planned are {days(-sooner)} sooner still, which leaves too "
            "little time for what they wait for."
        )
    elif not standing.too_soon:
        said += " The days that are planned are as early."
    return said


def by_when(back: BackPlan, as_at: date, names: dict[str, str]) -> str:
    """Counting back in one sentence: whether the day can be kept, and what is due next."""
    wanted = in_words(back.wanted_on)
    if back.wanted_on < as_at:
        return f"A start on {wanted} is past; it is history and not to be planned for."
    ahead = [each for each in back.deadlines if each.by is not None and each.by >= as_at]
    notices = [each for each in ahead if each.kind == "key decision notice"]
    due = (notices or ahead)[:1]
    said = {
        True: f"A start on {wanted} can still be kept.",
        False: f"A start on {wanted} cannot be kept any more.",
        None: f"Whether a start on {wanted} can be kept is not known.",
    }[back.can_be_kept]
    if back.can_be_kept is False:
        worst = max(back.deadlines, key=lambda each: each.too_late_by, default=None)
        if worst is not None and worst.too_late_by:
            said += f" “{worst.name}” comes {days(worst.too_late_by)} too late."
        return said
    for each in due:
        said += f" {_must(each, wanted, names)}"
    return said


def _must(each: Deadline, wanted: str, names: dict[str, str]) -> str:
    assert each.by is not None  # noqa: S101 - only what has a day is due
    whose = f" of {names[each.authority]}" if each.authority else ""
    best = ", at best" if each.at_best else ""
    if each.kind == "key decision notice":
        return (
            f"For a start on {wanted} the notice of the key decision{whose} must be published by "
            f"{in_words(each.by)}{best}."
        )
    return f"The first that falls due is “{each.name}”{whose}, by {in_words(each.by)}{best}."
