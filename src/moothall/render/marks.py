"""The marks of a route: one shape for each kind of step, so that colour never tells it alone.

A filled mark stands on a known day; an open one on a day that is not known.
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from moothall.facts.decisions import StepKind
from moothall.render.svg import (
    INK,
    LILAC,
    NAVY,
    ORANGE,
    PLUM,
    TEAL,
    WHITE,
    element,
    figure,
    on_colour,
    words,
)

HALF = 14.0
"""Half the height, and at most half the width, of a mark."""

Points = tuple[tuple[float, float], ...]


class Shape(Enum):
    """A shape: what it means, its colour, how far its letters stand off its middle, its corners
    (none for a circle)."""

    DEADLINE = (
        "Last day for a notice or papers",
        PLUM,
        (0, -2),
        ((-12, -11), (12, -11), (12, 4), (0, 14), (-12, 4)),
    )
    MEETING = ("Meeting, briefing or consultation", NAVY, (0, 0), ())
    DECISION = ("Decision", ORANGE, (0, 0), ((0, -14), (14, 0), (0, 14), (-14, 0)))
    PUBLICATION = ("Decision published", TEAL, (0, 0), ((-11, -11), (11, -11), (11, 11), (-11, 11)))
    EFFECT = (
        "Decision takes effect",
        INK,
        (-2, 0),
        ((-13, -11), (6, -11), (14, 0), (6, 11), (-13, 11)),
    )
    GO_LIVE = ("Go-live", LILAC, (0, 2), ((0, -14), (12, -4), (12, 11), (-12, 11), (-12, -4)))
    TOGETHER = (
        "Live in every council",
        NAVY,
        (0, 1),
        (
            (0, -14),
            (4.5, -5),
            (13.5, -4.5),
            (6.5, 2),
            (9, 12),
            (0, 6.5),
            (-9, 12),
            (-6.5, 2),
            (-13.5, -4.5),
            (-4.5, -5),
        ),
    )
    BREACH = (
        "Breaks a rule of law",
        PLUM,
        (0, 0),
        ((-6, -14), (6, -14), (14, -6), (14, 6), (6, 14), (-6, 14), (-14, 6), (-14, -6)),
    )
    STRAIN = ("Warning on a rule of law", ORANGE, (0, 5), ((0, -14), (14, 12), (-14, 12)))

    def __init__(
        self, meaning: str, colour: str, letters_at: tuple[float, float], corners: Points
    ) -> None:
        self.meaning = meaning
        self.colour = colour
        self.letters_at = letters_at
        self.corners = corners


_SHAPES = {
    "key decision notice": Shape.DEADLINE,
    "papers published": Shape.DEADLINE,
    "decision published": Shape.PUBLICATION,
    "effective": Shape.EFFECT,
    StepKind.DECISION.value: Shape.DECISION,
    StepKind.GO_LIVE.value: Shape.GO_LIVE,
}


def shape_of(kind: str) -> Shape:
    """The shape for a step's kind; whatever is neither notice nor decision is a meeting."""
    return _SHAPES.get(kind, Shape.MEETING)


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape at `x` with letters in it."""

    shape: Shape
    x: float
    text: str
    is_open: bool = False

    @property
    def left(self) -> float:
        return self.x - HALF

    @property
    def right(self) -> float:
        return self.x + HALF

    def moved(self, across: float) -> Self:
        """The same mark further right."""
        return replace(self, x=self.x + across)

    def drawn(self, y: float) -> str:
        """The mark with its middle at the height `y`."""
        fill = WHITE if self.is_open else self.shape.colour
        edge: dict[str, str | float] = {
            "fill": fill,
            "stroke": self.shape.colour if self.is_open else WHITE,
            "stroke_width": 2 if self.is_open else 1,
        }
        if self.shape.corners:
            points = " ".join(
                f"{figure(self.x + across)},{figure(y + down)}"
                for across, down in self.shape.corners
            )
            outline = element("polygon", points=points, **edge)
        else:
            outline = element("circle", cx=self.x, cy=y, r=HALF - 2, **edge)
        if not self.text:
            return outline
        across, down = self.shape.letters_at
        inside = element(
            "text",
            words(self.text),
            x=self.x + across,
            y=y + down + 4.3,
            font_size=12,
            font_weight="bold",
            text_anchor="middle",
            fill=on_colour(fill),
        )
        return outline + inside
