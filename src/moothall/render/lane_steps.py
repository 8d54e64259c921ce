"""A step of a route as it is drawn: its marks on the time axis and the words beside them."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.governance.around.numbered_steps import NumberedStep
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep
from moothall.render.lane_rows import Item
from moothall.render.marks import HALF, Mark, Shape, shape_of
from moothall.render.stretches import Bar, Drawn, Link, Onwards
from moothall.render.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand across: on the axis, or at `no_day` for what has no day."""

    axis: TimeAxis | None
    no_day: float


def first_day(route: AuthorityRoute, step: RouteStep) -> date | None:
    """The first day that is drawn for a step; None where it has none."""
    if has_unknown_effect(step):
        return route.not_before
    return step.on or (step.span[0] if step.span else step.latest)


def has_unknown_effect(step: RouteStep) -> bool:
    """Whether the step is a day of effect that nobody can tell yet."""
    return step.kind == "effective" and step.on is None and step.span is None


def item_of(route: AuthorityRoute, numbered: NumberedStep, frame: Frame) -> Item:
    """A step ready to be set in its lane."""
    step = numbered.step
    assumed = " (assumed)" if step.assumed else ""
    return Item(
        what="step",
        key=str(numbered.number),
        drawn=drawing_of(route, step, str(numbered.number), frame),
        name=_short_name(step),
        day=f"{_when(route, step)}{assumed}",
    )


def together_item(route: JointRoute, frame: Frame) -> Item:
    """What the lanes come to: the day on which the decision is live in every council."""
    shape = Shape.TOGETHER
    drawn: tuple[Drawn, ...] = (Mark(shape, frame.no_day, "?", is_open=True),)
    day = "unknown"
    if frame.axis is not None and route.live_on is not None:
        drawn = (Mark(shape, frame.axis.x(route.live_on), ""),)
        day = f"{in_words(route.live_on)}"
    elif frame.axis is not None and route.not_before is not None:
        drawn = _unknown(shape, frame.axis.x(route.not_before), "?", frame.axis)
        day = f"unknown, not before {in_words(route.not_before)}"
    return Item(what="step", key="joint", drawn=drawn, name=shape.meaning, day=day)


def drawing_of(
    route: AuthorityRoute, step: RouteStep, number: str, frame: Frame
) -> tuple[Drawn, ...]:
    """The marks of a step: filled on a known day, open on a day that is not known."""
    shape = shape_of(step.kind)
    first = first_day(route, step)
    axis = frame.axis
    if axis is None or first is None:
        return (Mark(shape, frame.no_day, f"{number}?", is_open=True),)
    x = axis.x(first)
    if has_unknown_effect(step):
        return _unknown(shape, x, f"{number}?", axis)
    if step.on is not None:
        return (*_papers_of(step, x, number, axis), Mark(shape, x, number))
    if step.span is not None:
        bar = Bar(x, max(axis.x(step.span[1]), x + 4), shape.colour)
        return (bar, Mark(shape, (bar.left + bar.right) / 2, number, is_open=True))
    return (Mark(Shape.DEADLINE, x, number),)


def _papers_of(step: RouteStep, x: float, number: str, axis: TimeAxis) -> tuple[Drawn, ...]:
    """The last day for the papers of a meeting; left to the label where the marks would collide."""
    if step.latest is None or abs(axis.x(step.latest) - x) < 2 * HALF:
        return ()
    mark = Mark(Shape.DEADLINE, axis.x(step.latest), number)
    return (Link(min(mark.x, x), max(mark.x, x), mark.shape.colour), mark)


def _unknown(shape: Shape, x: float, text: str, axis: TimeAxis) -> tuple[Drawn, ...]:
    """A day that is unknown but for the day, at `x`, before which it cannot be."""
    return (Onwards(x + HALF, axis.right, shape.colour), Mark(shape, x, text, is_open=True))


def _short_name(step: RouteStep) -> str:
    """The step's name, less the body that the lane's heading names already."""
    if step.kind == "decision":
        return "Decided" if step.taken else "Decides"
    if step.kind == "papers published":
        return "Last day to publish the papers"
    return step.name


def _when(route: AuthorityRoute, step: RouteStep) -> str:
    if step.on is not None:
        papers = f", papers by {in_words(step.latest)}" if step.latest else ""
        return in_words(step.on) + papers
    if step.span is not None:
        return step.written or f"{in_words(step.span[0])} to {in_words(step.span[1])}"
    if has_unknown_effect(step) and route.not_before is not None:
        return f"unknown, not before {in_words(route.not_before)}"
    return in_words(step.latest) if step.latest is not None else "day unknown"
