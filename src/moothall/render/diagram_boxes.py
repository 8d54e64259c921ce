"""The boxes of the governance diagram: one outline for each power, so that colour never tells it
alone (the row's heading says it in words); a dashed edge for what is informal, which the box says
too."""

from dataclasses import dataclass

from moothall.facts.bodies import Power
from moothall.programme.accountability import PlacedBody
from moothall.render.lettering import shortened, text_width, wrapped
from moothall.render.svg import INK, NAVY, PLUM, TEAL, WHITE, element, figure, letters, words

NAME = 13.0
SMALL = 12.0

_NAME_LINE = 15.0
_SMALL_LINE = 14.0
_INSET = 9.0
_BAR = 5.0
_MOST_LINES = 6

COLOURS = {
    Power.DECIDES: NAVY,
    Power.SCRUTINISES: PLUM,
    Power.SIGNS_OFF: NAVY,
    Power.MANAGES: INK,
    Power.ADVISES: TEAL,
    Power.IS_CONSULTED: INK,
}
MEANINGS = {
    Power.DECIDES: "Decides",
    Power.SCRUTINISES: "Scrutinises",
    Power.SIGNS_OFF: "Signs off; decides nothing",
    Power.MANAGES: "Manages",
    Power.ADVISES: "Advises; decides nothing",
    Power.IS_CONSULTED: "Is consulted",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A body's box, its left, top and size in SVG units, and the lines in it."""

    placed: PlacedBody
    x: float
    y: float
    width: float
    height: float
    name: tuple[str, ...]
    small: tuple[str, ...]

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


def lines_of(placed: PlacedBody, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A box's lines: the body's number and name, and what is said of it; cut where there is too
    much, for the table holds it whole.

    Members stand in the boxes of the programme's own bodies, whose members come from several
    councils.
    """
    room = width - 2 * _INSET - (2 * _BAR if placed.body.power is Power.IS_CONSULTED else 0)
    name = _cut(wrapped(f"{placed.number} {placed.body.name}", room / 1.07, NAME), room, NAME)
    told = ", ".join(filter(None, (placed.kind, "assumed" if placed.body.assumed else "")))
    small = wrapped(f"{told[:1].upper()}{told[1:]}", room, SMALL) if told else []
    if placed.reports:
        small += wrapped(f"Reports to {placed.reports}", room, SMALL)
    if placed.body.members and not placed.side:
        members = wrapped(f"Members: {', '.join(placed.body.members)}", room, SMALL)
        small += _cut(members, room, SMALL)
    return tuple(name), tuple(_cut(small, room, SMALL, 2 * _MOST_LINES))


def _cut(lines: list[str], room: float, size: float, most: int = _MOST_LINES) -> list[str]:
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while text_width(f"{last} …", size) > room:
        last = last.rpartition(" ")[0] or shortened(last, room / 2, size)
    return [*lines[: most - 1], f"{last} …"]


def height_of(name: tuple[str, ...], small: tuple[str, ...]) -> float:
    """How high a box with these lines is."""
    return 2 * _INSET + _NAME_LINE * len(name) + _SMALL_LINE * len(small) - 5


def drawn(box: Box) -> str:
    """The box with its lines."""
    body = box.placed.body
    filled = is_filled(body.power, formal=body.formal)
    parts = [outline(body.power, box.x, box.y, box.width, box.height, body.formal, body.lead)]
    x = box.x + _INSET + (_BAR if body.power is Power.IS_CONSULTED else 0)
    y = box.y + _INSET + 9
    for line in box.name:
        parts.append(_line(line, x, y, NAME, filled=filled, bold=True))
        y += _NAME_LINE
    for line in box.small:
        parts.append(_line(line, x, y - 1, SMALL, filled=filled))
        y += _SMALL_LINE
    return element("g", *parts, data_body=str(box.placed.number))


def is_filled(power: Power, *, formal: bool) -> bool:
    """Only a formal body that decides is filled."""
    return power is Power.DECIDES and formal


def outline(
    power: Power, x: float, y: float, width: float, height: float, formal: bool, lead: bool
) -> str:
    """The outline that tells a power, dashed for an informal body, thick for a lead."""
    edge: dict[str, str | float] = {
        "fill": NAVY if is_filled(power, formal=formal) else WHITE,
        "stroke": COLOURS[power],
        "stroke_width": 3.5 if lead else 1.5,
    }
    if not formal:
        edge["stroke_dasharray"] = "6 4"
    if power is Power.SCRUTINISES:
        corner = 8.0
        return _polygon(
            (x + corner, y),
            (x + width - corner, y),
            (x + width, y + corner),
            (x + width, y + height - corner),
            (x + width - corner, y + height),
            (x + corner, y + height),
            (x, y + height - corner),
            (x, y + corner),
            **edge,
        )
    rounded = 14.0 if power is Power.ADVISES else 0.0
    box = element("rect", x=x, y=y, width=width, height=height, rx=rounded, **edge)
    if power is Power.SIGNS_OFF:
        inner = edge | {"fill": "none", "stroke_width": 1}
        box += element("rect", x=x + 4, y=y + 4, width=width - 8, height=height - 8, **inner)
    if power is Power.IS_CONSULTED:
        bar: dict[str, str | float] = {"stroke": COLOURS[power], "stroke_width": "1.5"}
        for at in (x + _BAR, x + width - _BAR):
            box += element("line", x1=at, y1=y, x2=at, y2=y + height, **bar)
    return box


def _polygon(*corners: tuple[float, float], **edge: str | float) -> str:
    points = " ".join(f"{figure(x)},{figure(y)}" for x, y in corners)
    return element("polygon", points=points, **edge)


def _line(text: str, x: float, y: float, size: float, *, filled: bool, bold: bool = False) -> str:
    weight: dict[str, str | float] = {"font_weight": "bold"} if bold else {}
    if filled:
        return element("text", words(text), x=x, y=y, font_size=size, fill=WHITE, **weight)
    return letters(text, x=x, y=y, font_size=size, **weight)
