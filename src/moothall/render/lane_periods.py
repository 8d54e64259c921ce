"""The periods and the findings of a route as they are drawn in its lanes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.governance.around.breaches import RouteBreach
from moothall.governance.around.span import RouteSpan, SpanKind
from moothall.law.calendar import ONE_DAY
from moothall.render.lane_rows import Item
from moothall.render.marks import HALF, Mark, Shape
from moothall.render.stretches import Drawn, Period
from moothall.render.svg import PALE, element
from moothall.render.time_axis import TimeAxis

_SHADED = (SpanKind.PRE_ELECTION, SpanKind.RECESS)
_AROUND = (SpanKind.PRE_ELECTION, SpanKind.RECESS, SpanKind.CANCELLED)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is drawn beside the steps, council by council; what is no council's goes under the
    empty code."""

    spans: tuple[RouteSpan, ...]
    breaches: tuple[RouteBreach, ...]
    councils: set[str]

    def days(self, *, all_spans: bool) -> Iterator[date]:
        """The days that the axis has to hold: those of the route's own windows and of its findings.

        What lies around the route is cut off at the ends of the axis, unless nothing else has a
        day.
        """
        for span in self.spans:
            if all_spans or span.kind not in _AROUND:
                yield from (span.first, span.last)
        for breach in self.breaches:
            yield breach.on

    def items(self, authority: str, axis: TimeAxis | None) -> list[tuple[date, Item]]:
        """What is set in a council's lane, each with its first day."""
        if axis is None:
            return []
        spans = (
            (span.first, _span_item(place, span, axis))
            for place, span in enumerate(self.spans, start=1)
            if self._is_of(span.authority, authority)
        )
        breaches = (
            (breach.on, _breach_item(breach, axis))
            for breach in self.breaches
            if self._is_of(breach.authority, authority)
        )
        return [*spans, *breaches]

    def shading(
        self, authority: str, axis: TimeAxis | None, top: float, bottom: float
    ) -> list[str]:
        """What lies behind a council's lane."""
        spans = [span for span in self.spans if span.authority == authority]
        return _shading(spans, axis, top, bottom) if axis is not None else []

    def _is_of(self, owner: str, authority: str) -> bool:
        return owner == authority if owner in self.councils else not authority


def _span_item(place: int, span: RouteSpan, axis: TimeAxis) -> Item:
    """A period ready to be set in its lane; `place` is its row in the table of periods."""
    left, right = _ends(span, axis)
    assumed = " (assumed)" if span.assumed else ""
    return Item(
        what="span",
        key=str(place),
        drawn=(Period(span.kind, left, right),),
        name=span.name,
        day=f"{span.days}{assumed}",
    )


def _breach_item(breach: RouteBreach, axis: TimeAxis) -> Item:
    """A finding ready to be set in its lane, under its letter."""
    return Item(
        what="breach",
        key=breach.letter,
        drawn=(breach_mark(breach, _within(axis, axis.x(breach.on))),),
        name=f"{'Breach' if breach.is_breach else 'Warning'} {breach.letter}, {breach.rule}",
        day=in_words(breach.on),
    )


def breach_mark(breach: RouteBreach, x: float) -> Drawn:
    """An eight-cornered mark for a breach, a triangle for a warning, with its letter."""
    return Mark(Shape.BREACH if breach.is_breach else Shape.STRAIN, x, breach.letter)


def _shading(spans: list[RouteSpan], axis: TimeAxis, top: float, bottom: float) -> list[str]:
    """What lies behind a lane while a pre-election period or a recess runs."""
    parts = []
    for span in spans:
        if span.kind in _SHADED:
            left, right = _ends(span, axis)
            size = {"x": left, "y": top, "width": right - left, "height": bottom - top}
            parts.append(element("rect", **size, fill=PALE, fill_opacity="0.3"))
    return parts


def _ends(span: RouteSpan, axis: TimeAxis) -> tuple[float, float]:
    """Where a period begins and ends, both days whole, cut off at the ends of the axis."""
    left = _within(axis, axis.x(span.first))
    right = _within(axis, axis.x(span.last + ONE_DAY))
    if span.kind is SpanKind.CANCELLED:
        middle = min(left, axis.right - HALF)
        return middle - HALF / 2, middle + HALF / 2
    return min(left, axis.right - 6), max(right, min(left, axis.right - 6) + 6)


def _within(axis: TimeAxis, x: float) -> float:
    return min(max(x, axis.left), axis.right)
