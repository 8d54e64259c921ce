"""The joint route as a drawing: one lane for each council, all on one time axis.

Steps run down and to the right, with the periods that bear on them and the findings that have a
day.  Every mark carries the number or letter of its row in the tables beside the drawing, and its
day in words.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.documents.document import Picture
from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.numbered_steps import Lane, lanes_of
from moothall.governance.around.span import RouteSpan, SpanKind
from moothall.governance.route import JointRoute
from moothall.render.lane_periods import Beside, breach_mark
from moothall.render.lane_rows import GAP, LABEL, LEFT, LINE, RIGHT, ROW, WIDTH, Item, rows_of
from moothall.render.lane_steps import Frame, drawing_of, first_day, item_of, together_item
from moothall.render.lettering import shortened, text_width, wrapped
from moothall.render.marks import HALF, Mark, Shape
from moothall.render.route_sentence import sentence_of
from moothall.render.route_table import route_table
from moothall.render.stretches import Bar, Drawn, Onwards, Period
from moothall.render.svg import INK, NAVY, PALE, WHITE, element, letters, tspan, words
from moothall.render.time_axis import TimeAxis, axis_over

__all__ = ["lanes_svg", "route_table"]

_TOP = 48.0
_HEADING = 15.0
_SMALL = 12.0
_NO_DAY_COLUMN = 64.0
_KEY_COLUMN = 230.0
_NEAR = 45


def lanes_svg(
    route: JointRoute,
    as_at: date,
    spans: tuple[RouteSpan, ...] = (),
    breaches: tuple[RouteBreach, ...] = (),
) -> Picture:
    """Draw the joint route as it stands on `as_at`, to go with
    `route_table(route, spans, breaches)`.

    The SVG is 720 units wide with letters of 12 units and more, takes the width of what it stands
    in, and has no style sheet and no style attribute.  A day of effect that is unknown is an open
    mark with "?", on the day before which it cannot be, and a dashed line onwards; a step without
    any day stands beyond the axis.  Pre-election periods and recesses also shade their lane.
    """
    lanes = lanes_of(route)
    beside = Beside(spans, breaches, {lane.authority for lane in route.authorities})
    frame = _frame(route, as_at, beside)
    title = f"Joint route of {route.name}"
    description = sentence_of(route, as_at, spans, breaches)
    name = re.sub(r"[^a-z0-9]+", "-", route.proposal.lower()).strip("-") or "proposal"

    body: list[str] = []
    y = _TOP
    breaks = []
    for lane in lanes:
        drawn, y = _lane(lane, frame, beside, y)
        body += drawn
        breaks.append(y)
    drawn, y = _together(route, frame, beside, y)
    body += drawn
    behind = _behind(frame.axis, as_at, y)
    if frame.axis is not None and frame.no_day > frame.axis.right:
        behind += _no_day_column(frame.axis, y)
    breaks.append(y)
    key, height = _key(_meanings(lanes, frame, beside), y)

    svg = element(
        "svg",
        element("title", words(title), id=f"route-{name}-title"),
        element("desc", words(description), id=f"route-{name}-desc"),
        element("rect", width=WIDTH, height=height, fill=WHITE),
        *behind,
        *body,
        *key,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"route-{name}-title",
        aria_describedby=f"route-{name}-desc",
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width="100%",
        font_family="Arial, Helvetica, sans-serif",
        font_size=LABEL,
        fill=INK,
    )
    return Picture(svg=svg, title=title, description=description, breaks=tuple(breaks))


def _frame(route: JointRoute, as_at: date, beside: Beside) -> Frame:
    days = list(_days(route))
    days = sorted([*days, *beside.days(all_spans=not days)])
    if not days:
        return Frame(axis=None, no_day=LEFT + HALF)
    # The day asked for is on the axis where that does not squeeze the route itself.
    spare = max((days[-1] - days[0]).days / 3, _NEAR)
    if (days[0] - as_at).days <= spare and (as_at - days[-1]).days <= spare:
        days.append(as_at)
    unknown = route.live_on is None
    without = [
        step
        for authority in route.authorities
        for step in authority.steps
        if first_day(authority, step) is None
    ]
    beyond = bool(without) or (route.live_on is None and route.not_before is None)
    right = RIGHT - _NO_DAY_COLUMN if beyond else RIGHT
    # An unknown day needs room for the line that runs on from it.
    axis = axis_over(days, LEFT + HALF, right, after=4 * HALF if unknown else HALF)
    return Frame(axis=axis, no_day=RIGHT - HALF if beyond else LEFT)


def _days(route: JointRoute) -> Iterator[date]:
    for authority in route.authorities:
        for step in authority.steps:
            yield from (day for day in (step.on, step.latest, *(step.span or ())) if day)
        if authority.not_before:
            yield authority.not_before
    yield from (day for day in (route.live_on, route.not_before) if day)


def _lane(lane: Lane, frame: Frame, beside: Beside, y: float) -> tuple[list[str], float]:
    """A council's lane from the height `y` down, and the height where it ends."""
    drawn, y = _heading(lane.route.name, lane.route.body, y)
    top = y
    for supposed in lane.route.supposed:
        for line in wrapped(f"Supposing {supposed}", RIGHT - LEFT, _SMALL):
            drawn.append(letters(line, x=LEFT, y=y + 10, font_size=_SMALL))
            y += 16
    items = [
        (first_day(lane.route, numbered.step) or date.max, item_of(lane.route, numbered, frame))
        for numbered in lane.steps
    ]
    if not items:
        drawn.append(letters("No step is known.", x=LEFT, y=y + ROW / 2))
        y += ROW
    items = sorted([*items, *beside.items(lane.route.authority, frame.axis)], key=_by_day)
    more, y = rows_of([item for _, item in items], y)
    behind = beside.shading(lane.route.authority, frame.axis, top, y)
    return [*behind, *drawn, *more], y + 6


def _together(route: JointRoute, frame: Frame, beside: Beside, y: float) -> tuple[list[str], float]:
    drawn, y = _heading("All together", "", y)
    items = sorted(beside.items("", frame.axis), key=_by_day)
    more, y = rows_of([*(item for _, item in items), together_item(route, frame)], y)
    drawn += more
    for line in wrapped(route.binds, RIGHT - LEFT, LABEL) if route.binds else ():
        drawn.append(letters(line, x=LEFT, y=y + 12))
        y += LINE
    return drawn, y + 10


def _by_day(dated: tuple[date, Item]) -> date:
    return dated[0]


def _heading(name: str, after: str, y: float) -> tuple[list[str], float]:
    """A ruled heading at the height `y`, and the height below it."""
    name = shortened(name, RIGHT - LEFT - 12, _HEADING)
    parts = [tspan(name, font_size=_HEADING, font_weight="bold")]
    room = RIGHT - LEFT - text_width(name, _HEADING, bold=True) - 10
    if after and room > 0:
        parts.append(tspan(shortened(after, room, LABEL), dx=10))
    return [
        element("line", x1=0, y1=y, x2=WIDTH, y2=y, stroke=INK),
        letters(*parts, x=LEFT, y=y + 19),
    ], y + 28


def _behind(axis: TimeAxis | None, as_at: date, bottom: float) -> list[str]:
    """The months and the day asked for."""
    day = f"As at {in_words(as_at)}"
    if axis is None:
        text = f"{day}: no step of this route has a day yet."
        return [letters(text, x=LEFT, y=20, font_weight="bold")]
    drawn = [
        element("line", x1=x, y1=_TOP - 16, x2=x, y2=bottom, stroke=PALE) for x, _ in axis.ticks()
    ]
    if as_at < axis.first:
        text = f"← {day}, before this axis"
        drawn.append(letters(text, x=LEFT, y=18, font_weight="bold", fill=NAVY))
    elif as_at >= axis.until:
        text = f"{day}, after this axis →"
        drawn.append(letters(text, x=RIGHT, y=18, font_weight="bold", text_anchor="end", fill=NAVY))
    else:
        drawn += _day_asked_for(day, axis.x(as_at), bottom)
    drawn += [
        letters(label, x=x + 3, y=_TOP - 6, font_size=_SMALL)
        for x, label in axis.ticks()
        if x + 3 + text_width(label, _SMALL) <= axis.right + HALF
    ]
    return drawn


def _day_asked_for(day: str, x: float, bottom: float) -> list[str]:
    half = text_width(day, LABEL, bold=True) / 2
    middle = min(max(x, half + 4), WIDTH - half - 4)
    return [
        element(
            "line",
            x1=x,
            y1=23,
            x2=x,
            y2=bottom,
            stroke=NAVY,
            stroke_width=2,
            stroke_dasharray="8 3 2 3",
        ),
        letters(day, x=middle, y=18, font_weight="bold", text_anchor="middle", fill=NAVY),
    ]


def _no_day_column(axis: TimeAxis, bottom: float) -> list[str]:
    x = axis.right + 6
    return [
        element("line", x1=x, y1=_TOP - 16, x2=x, y2=bottom, stroke=INK, stroke_dasharray="2 3"),
        letters("No day", x=RIGHT, y=_TOP - 6, font_size=_SMALL, text_anchor="end"),
    ]


def _key(meanings: list[tuple[Drawn, str]], y: float) -> tuple[list[str], float]:
    """What the marks that occur mean, in three columns, and the height where the drawing ends."""
    drawn, y = _heading("Key", "The numbers are those of the tables.", y)
    for place, (part, text) in enumerate(meanings):
        row, column = divmod(place, 3)
        x = LEFT + column * _KEY_COLUMN
        middle = y + 15 + row * 30
        drawn.append(part.moved(x).drawn(middle))
        drawn.append(letters(text, x=x + 2 * HALF + GAP, y=middle + 4, font_size=_SMALL))
    rows = -(-len(meanings) // 3)
    return drawn, y + 30 * rows + 8


def _meanings(lanes: tuple[Lane, ...], frame: Frame, beside: Beside) -> list[tuple[Drawn, str]]:
    """Everything that the key explains, drawn from 0 to the width of a mark."""
    parts = [
        part
        for lane in lanes
        for numbered in lane.steps
        for part in drawing_of(lane.route, numbered.step, "", frame)
    ]
    if frame.axis is not None:
        parts += [breach_mark(breach, 0) for breach in beside.breaches]
    marks = [part for part in parts if isinstance(part, Mark)]
    used = {mark.shape for mark in marks} | {Shape.TOGETHER}
    meanings: list[tuple[Drawn, str]] = [
        (Mark(shape, HALF, ""), shape.meaning) for shape in Shape if shape in used
    ]
    if any(mark.is_open for mark in marks):
        meanings.append((Mark(Shape.MEETING, HALF, "", is_open=True), "Open: the day is unknown"))
    if any(isinstance(part, Bar) for part in parts):
        meanings.append((Bar(0, 2 * HALF, INK), "On a day within the bar"))
    if any(isinstance(part, Onwards) for part in parts):
        meanings.append((Onwards(0, 2 * HALF, INK), "On that day or any later"))
    kinds = {span.kind for span in beside.spans} if frame.axis is not None else set()
    periods = [Period(kind, 0, 2 * HALF) for kind in SpanKind if kind in kinds]
    return [*meanings, *((period, period.meaning) for period in periods)]
