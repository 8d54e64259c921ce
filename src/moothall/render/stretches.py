"""What is drawn from one day to another: bars, links, and the periods that bear on a route.

Each kind of period has a pattern of its own, so that colour never tells it alone.
"""

from dataclasses import dataclass, replace
from typing import Self

from moothall.governance.around.span import SpanKind
from moothall.render.marks import Mark
from moothall.render.svg import INK, NAVY, PLUM, TEAL, WHITE, element, figure


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Something drawn from `left` to `right`."""

    left: float
    right: float
    colour: str

    def moved(self, across: float) -> Self:
        """The same further right."""
        return replace(self, left=self.left + across, right=self.right + across)


@dataclass(frozen=True, slots=True)
class Bar(_Stretch):
    """A stretch of days, on one of which something falls."""

    def drawn(self, y: float) -> str:
        """The bar with its middle at the height `y`."""
        return element(
            "rect",
            x=self.left,
            y=y - 6,
            width=self.right - self.left,
            height=12,
            rx=3,
            fill=self.colour,
            fill_opacity="0.2",
            stroke=self.colour,
            stroke_width="1.5",
        )


@dataclass(frozen=True, slots=True)
class Link(_Stretch):
    """A line between a meeting and the last day for its papers."""

    def drawn(self, y: float) -> str:
        """The line at the height `y`."""
        return element(
            "line",
            x1=self.left,
            y1=y,
            x2=self.right,
            y2=y,
            stroke=self.colour,
            stroke_width="1.5",
        )


@dataclass(frozen=True, slots=True)
class Onwards(_Stretch):
    """A dashed line with a head: this day or any later one."""

    def drawn(self, y: float) -> str:
        """The line at the height `y`."""
        tip, back = figure(self.right), figure(self.right - 8)
        above, middle, below = figure(y - 6), figure(y), figure(y + 6)
        return element(
            "line",
            x1=self.left,
            y1=y,
            x2=self.right - 2,
            y2=y,
            stroke=self.colour,
            stroke_width=2,
            stroke_dasharray="6 4",
        ) + element(
            "path",
            d=f"M{back} {above}L{tip} {middle}L{back} {below}",
            fill="none",
            stroke=self.colour,
            stroke_width=2,
        )


@dataclass(frozen=True, slots=True)
class Period:
    """A period that bears on a route, in the pattern of its kind; a cancelled meeting is a
    cross."""

    kind: SpanKind
    left: float
    right: float

    @property
    def meaning(self) -> str:
        """What the pattern means, as the key says it."""
        return _MEANINGS[self.kind]

    def moved(self, across: float) -> Self:
        """The same further right."""
        return replace(self, left=self.left + across, right=self.right + across)

    def drawn(self, y: float) -> str:
        """The period with its middle at the height `y`."""
        if self.kind is SpanKind.CANCELLED:
            return self._cross(y)
        if self.kind is SpanKind.NOTICE:
            ends = _vertical(self.left, y - 7, y + 7) + _vertical(self.right, y - 7, y + 7)
            return ends + _horizontal(self.left, self.right, y, PLUM, 3)
        edge: dict[str, str | float] = {"fill": WHITE, "stroke": INK, "stroke_width": "1.5"}
        inside = ""
        match self.kind:
            case SpanKind.CALL_IN:
                edge |= {"fill": TEAL}
            case SpanKind.CONSULTATION:
                edge |= {"stroke": NAVY, "stroke_width": 3}
            case SpanKind.LISTENING:
                edge |= {"stroke": NAVY, "stroke_width": 2, "stroke_dasharray": "4 3"}
            case SpanKind.PRE_ELECTION:
                inside = self._hatching(y)
            case _:
                inside = "".join(
                    _horizontal(self.left, self.right, y + down, INK, 1) for down in (-3, 0, 3)
                )
        return (
            element("rect", x=self.left, y=y - 7, width=self.right - self.left, height=14, **edge)
            + inside
        )

    def _hatching(self, y: float) -> str:
        """Slanting lines as high as the bar, cut off at its ends."""
        strokes = []
        start = self.left - 14
        while start < self.right:
            x1, x2 = max(start, self.left), min(start + 14, self.right)
            y1, y2 = y + 7 - (x1 - start), y + 7 - (x2 - start)
            strokes.append(f"M{figure(x1)} {figure(y1)}L{figure(x2)} {figure(y2)}")
            start += 6
        return element("path", d="".join(strokes), fill="none", stroke=INK, stroke_width="1.2")

    def _cross(self, y: float) -> str:
        x = (self.left + self.right) / 2
        left, right = figure(x - 8), figure(x + 8)
        above, below = figure(y - 8), figure(y + 8)
        d = f"M{left} {above}L{right} {below}M{left} {below}L{right} {above}"
        return element("path", d=d, fill="none", stroke=PLUM, stroke_width=4)


_MEANINGS = {
    SpanKind.NOTICE: "Notice open",
    SpanKind.CALL_IN: "Call-in or standstill",
    SpanKind.CONSULTATION: "Formal consultation open",
    SpanKind.LISTENING: "Listening; no consultation",
    SpanKind.PRE_ELECTION: "Pre-election period",
    SpanKind.RECESS: "Recess",
    SpanKind.CANCELLED: "Cancelled meeting",
}


def _horizontal(x1: float, x2: float, y: float, colour: str, width: float) -> str:
    return element("line", x1=x1, y1=y, x2=x2, y2=y, stroke=colour, stroke_width=width)


def _vertical(x: float, y1: float, y2: float) -> str:
    return element("line", x1=x, y1=y1, x2=x, y2=y2, stroke=PLUM, stroke_width=3)


Drawn = Mark | Bar | Link | Onwards | Period
