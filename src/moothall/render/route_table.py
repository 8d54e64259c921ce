"""The tables that stand beside a joint route's drawing: every step, in words."""

from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.documents.document import Paragraphs, Table
from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.numbered_steps import Lane, NumberedStep, lanes_of
from moothall.governance.around.span import RouteSpan
from moothall.governance.around.tables import breach_tables, span_tables
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep
from moothall.law.clear_days import Skipped

HEAD = ("No.", "Step", "Day", "Last day", "Days left", "Rule and reference", "Notes")
_NOTHING: Paragraphs = ("–",)
_SATURDAY = 5


def route_table(
    route: JointRoute,
    spans: tuple[RouteSpan, ...] = (),
    breaches: tuple[RouteBreach, ...] = (),
) -> tuple[Table, ...]:
    """One table for each council, then the periods and the findings that are drawn beside the
    steps; `No.` and `Letter` are those on the marks in the drawing.

    Days are in words, a vague day as the paper wrote it, an unknown one as "unknown".
    """
    steps = tuple(_table(lane) for lane in lanes_of(route))
    return (*steps, *span_tables(route, spans), *breach_tables(route, breaches))


def _table(lane: Lane) -> Table:
    return Table(
        caption=_caption(lane.route),
        head=HEAD,
        rows=tuple(_row(lane.route, numbered) for numbered in lane.steps),
        numeric=(0, 4),
    )


def _caption(route: AuthorityRoute) -> str:
    body = f", {route.body}" if route.body else ""
    as_at = _counted_from(route)
    counted = f"; days left are counted from {in_words(as_at)}" if as_at else ""
    return f"{route.name}{body}: the steps of the route{counted}"


def _counted_from(route: AuthorityRoute) -> date | None:
    """The day that the days left count from.  The route does not carry it, its steps imply it."""
    return next(
        (
            step.latest - timedelta(step.days_left)
            for step in route.steps
            if step.latest is not None and step.days_left is not None
        ),
        None,
    )


def _row(route: AuthorityRoute, numbered: NumberedStep) -> tuple[Paragraphs, ...]:
    step = numbered.step
    return (
        (str(numbered.number),),
        (step.name,),
        _day(route, step),
        (in_words(step.latest),) if step.latest else _NOTHING,
        _days_left(step.days_left) if step.days_left is not None else _NOTHING,
        tuple(text for text in (step.rule, step.reference) if text) or _NOTHING,
        _notes(route, step) or _NOTHING,
    )


def _day(route: AuthorityRoute, step: RouteStep) -> Paragraphs:
    if step.on is not None:
        return (in_words(step.on),)
    if step.span is not None:
        first, last = step.span
        between = f"between {in_words(first)} and {in_words(last)}"
        return (step.written or between,)
    if step.kind == "effective" and route.not_before is not None:
        return ("unknown", f"not before {in_words(route.not_before)}")
    if step.latest is not None:
        return ("by the last day",)
    return ("unknown",)


def _days_left(days: int) -> Paragraphs:
    return (str(days),) if days >= 0 else (f"−{-days}", "passed")


def _notes(route: AuthorityRoute, step: RouteStep) -> Paragraphs:
    notes = [
        "Taken" if step.taken else "",
        _sentence(step.note),
        f"Assumed: {step.assumed}" if step.assumed else "",
        f"Not counted: {_days_off(step.skipped)}" if _days_off(step.skipped) else "",
        f"Evidence: {step.evidence}" if step.evidence else "",
        f"Source: {step.source}" if step.source else "",
    ]
    if _is_asked_about(route, step):
        notes += [f"Ask: {question}" for question in route.ask]
        notes += [f"Supposed: {supposed}" for supposed in route.supposed]
    return tuple(note for note in notes if note)


def _is_asked_about(route: AuthorityRoute, step: RouteStep) -> bool:
    """A council's questions stand by its day of effect once the decision has a day, else by the
    decision."""
    return step.kind == ("decision" if route.decides_on is None else "effective")


def _days_off(skipped: tuple[Skipped, ...]) -> str:
    """Why weekdays were passed over; that a weekend does not count needs no telling."""
    days = sorted({day.day: day for day in skipped if day.day.weekday() < _SATURDAY}.items())
    return "; ".join(f"{in_words(day)} ({off.why})" for day, off in days)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
