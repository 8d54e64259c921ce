"""The elements of a decision's record, and what is missing of them (SI 2012/2089 reg 12(2))."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.decisions import Answer, Decision
from moothall_web.decisions.council import CouncilDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a decision's record; `gap` says what would fill it where it is empty."""

    label: str
    lines: tuple[str, ...]
    gap: str = ""


def elements_of(decision: Decision) -> tuple[Element, ...]:
    """What SI 2012/2089 reg 12(2) asks of the record, and what is missing of it."""
    resolutions = tuple(
        f"{each.number} {each.text}{f' (amended: {each.amendment})' if each.amendment else ''}"
        for each in decision.resolutions
    )
    none = _is_none(decision.interests)
    needless = ("None is needed: no interest was declared",) if none else ()
    held = (
        ("The decision", (*_lines(decision.text), *resolutions), "what was decided"),
        ("The day of it", (in_words(decision.decided_on),), ""),
        ("The reasons", _lines(decision.reasons), "why it was decided"),
        (
            "Alternatives considered and rejected",
            _lines(decision.options_considered),
            "the alternatives, or that there were none",
        ),
        (
            "Conflicts of interest declared",
            _lines(decision.interests),
            "the interests declared, or that there were none",
        ),
        (
            "Dispensations",
            _lines(decision.dispensations) or needless,
            "the dispensation granted, or that there was none",
        ),
    )
    return tuple(
        Element(label=label, lines=lines, gap="" if lines else wanted)
        for label, lines, wanted in held
    )


def more_of(decision: Decision, council: CouncilDecision | None) -> tuple[Element, ...]:
    key = {Answer.YES: "Yes", Answer.NO: "No", Answer.UNKNOWN: "Not recorded"}[decision.key]
    reason = f": {decision.key_reason}" if decision.key_reason else ""
    call_in = council.call_in.end_words if council else "not worked out for this decision"
    called = []
    if decision.called_in_on:
        called.append(f"Called in on {in_words(decision.called_in_on)}")
    if decision.released_on:
        called.append(f"Released on {in_words(decision.released_on)}")
    return (
        Element(label="Outcome", lines=(decision.outcome.value.capitalize(),)),
        Element(label="Key decision", lines=(f"{key}{reason}",)),
        Element(label="Urgent", lines=("Yes" if decision.urgent else "No",)),
        Element(label="Published", lines=(_day(decision.published_on),)),
        Element(label="Call-in ends", lines=_call_in(decision, call_in)),
        *((Element(label="Called in", lines=tuple(called)),) if called else ()),
        Element(
            label="In effect from",
            lines=(
                f"{in_words(decision.effective_on)}, as printed"
                if decision.effective_on
                else (council.effect_words if council else "not known"),
            ),
        ),
    )


def _call_in(decision: Decision, computed: str) -> tuple[str, ...]:
    """The day that the record prints, and beside it the one that is worked out."""
    said = computed[:1].upper() + computed[1:]
    if decision.call_in_ends_on is None:
        return (said,)
    return (f"{in_words(decision.call_in_ends_on)}, as printed", f"Worked out: {computed}")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _is_none(text: str) -> bool:
    said = text.strip().casefold().rstrip(".")
    return bool(said) and said.startswith(("none", "no ", "nil", "n/a", "not applicable"))


def _day(day: date | None) -> str:
    return in_words(day) if day else "Not recorded"
