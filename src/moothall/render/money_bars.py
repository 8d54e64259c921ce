"""Bars on a line of money, as the charts of savings share them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.document import Picture
from moothall.render.lettering import shortened, text_width, wrapped
from moothall.render.svg import INK, WHITE, element, letters, words

WIDTH = 720.0
MARGIN = 8.0
LABELS = 236.0
"""How wide the names at the left are."""
SMALL = 13.0
ROOM = 118.0
"""What is kept free at the right for an amount in figures."""
_LEFT, _RIGHT = MARGIN + LABELS + 12, WIDTH - MARGIN - ROOM


@dataclass(frozen=True, slots=True)
class Scale:
    """Pounds on the drawing; nought is always on it, so that lengths can be compared."""

    low: float
    high: float

    @classmethod
    def over(cls, values: Iterable[Decimal]) -> "Scale":
        held = [0.0, *map(float, values)]
        low, high = min(held), max(held)
        return cls(low, high if high > low else low + 1)

    def at(self, value: Decimal) -> float:
        """Where an amount stands."""
        part = (float(value) - self.low) / (self.high - self.low)
        return _LEFT + part * (_RIGHT - _LEFT)

    def zero(self, height: float) -> str:
        """The line of nought."""
        x = self.at(Decimal(0))
        return element("line", x1=x, x2=x, y1=4, y2=height, stroke=INK)

    def amount(self, text: str, one: Decimal, other: Decimal, y: float) -> str:
        """An amount in figures, right of its bar."""
        x = max(self.at(one), self.at(other)) + 6
        return letters(text, x=min(x, WIDTH - MARGIN - text_width(text, SMALL)), y=y)


def bar(
    scale: Scale, one: Decimal, other: Decimal, y: float, height: float, **looks: str | float
) -> str:
    """A bar between two amounts; never too thin to be seen."""
    left, right = sorted((scale.at(one), scale.at(other)))
    return element("rect", x=left, y=y, width=max(right - left, 1.5), height=height, **looks)


def row_letters(name: str, y: float, *, bold: bool = False) -> list[str]:
    """A row's name in at most two lines; the table beside the drawing has it whole."""
    lines = wrapped(name, LABELS / (1.07 if bold else 1), SMALL)
    if len(lines) > 2:
        lines = [lines[0], shortened(" ".join(lines[1:]), LABELS / 1.07, SMALL)]
    weight = {"font_weight": "bold"} if bold else {}
    top = y + 22 if len(lines) == 1 else y + 14
    return [
        letters(line, x=MARGIN, y=top + 15 * place, **weight) for place, line in enumerate(lines)
    ]


def key_entry(text: str, **looks: str | float) -> tuple[str, str]:
    """What a bar's look means."""
    return element("rect", x=1, y=3, width=30, height=14, **looks), text


def chart(
    ident: str,
    title: str,
    description: str,
    body: Sequence[str],
    bottom: float,
    key: Sequence[tuple[str, str]],
) -> Picture:
    """The drawing with its title, its words and its key.

    720 units wide with letters of 13 units, presentation attributes only.
    """
    parts = []
    y = bottom + 12
    for place, (swatch, text) in enumerate(key):
        row, column = divmod(place, 2)
        x, top = MARGIN + column * 352, y + row * 24
        parts.append(element("g", swatch, transform=f"translate({x:.0f} {top:.0f})"))
        parts.append(letters(shortened(capital(text), 300, SMALL), x=x + 40, y=top + 15))
    height = y + 24 * -(-len(key) // 2) + 8
    svg = element(
        "svg",
        element("title", words(title), id=f"{ident}-title"),
        element("desc", words(description), id=f"{ident}-desc"),
        element("rect", width=WIDTH, height=height, fill=WHITE),
        *body,
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{ident}-title",
        aria_describedby=f"{ident}-desc",
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width="100%",
        font_family="Arial, Helvetica, sans-serif",
        font_size=SMALL,
        fill=INK,
    )
    return Picture(svg=svg, title=title, description=description)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
