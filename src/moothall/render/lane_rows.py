"""Rows of a lane: what is drawn for a step, and its label where nothing else stands."""

from dataclasses import dataclass

from moothall.render.lettering import shortened, text_width
from moothall.render.stretches import Drawn
from moothall.render.svg import element, letters

WIDTH = 720.0
LEFT = 20.0
RIGHT = WIDTH - 20.0
LABEL = 13.0
LINE = 18.0
ROW = 32.0
GAP = 6.0

_BETWEEN = 18.0


@dataclass(frozen=True, slots=True)
class Item:
    """What is drawn, its name and its day in words; `what` (`step`, `span`, `breach`) and `key`
    say which row of the tables it is."""

    what: str
    key: str
    drawn: tuple[Drawn, ...]
    name: str
    day: str

    @property
    def label(self) -> str:
        return f"{self.name}: {self.day}"

    @property
    def left(self) -> float:
        return min(part.left for part in self.drawn)

    @property
    def right(self) -> float:
        return max(part.right for part in self.drawn)


def rows_of(items: list[Item], y: float) -> tuple[list[str], float]:
    """The items in rows from the height `y` down, earlier ones higher; and where they end."""
    rows: list[list[_Placed]] = []
    for item in items:
        placed = _place(item)
        last = rows[-1][-1] if rows else None
        if last is not None and _go_together(last, placed):
            rows[-1].append(placed)
        else:
            rows.append([placed])
    drawn = []
    for row in rows:
        drawn += [_drawn(placed, y + ROW / 2) for placed in row]
        y += ROW + max(LINE * len(placed.below) for placed in row)
    return drawn, y


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item with its label `beside` it, running right from `x` or left up to it, or in lines
    `below` it from `x`."""

    item: Item
    x: float
    beside: str = ""
    leads: bool = False
    below: tuple[str, ...] = ()


def _place(item: Item) -> _Placed:
    """The label right of its mark, else left of it, else below."""
    width = text_width(item.label, LABEL)
    if item.right + GAP + width <= WIDTH - 4:
        return _Placed(item, item.right + GAP, beside=item.label, leads=True)
    if item.left - GAP - width >= LEFT:
        return _Placed(item, item.left - GAP, beside=item.label)
    lines = _lines(item)
    widest = max(text_width(line, LABEL) for line in lines)
    return _Placed(item, max(LEFT, min(item.left, RIGHT - widest)), below=tuple(lines))


def _lines(item: Item) -> list[str]:
    """The label in one line or, broken before its day, in two; a name too long even then is cut,
    for the tables hold it whole."""
    room = RIGHT - LEFT
    if text_width(item.label, LABEL) <= room:
        return [item.label]
    return [shortened(f"{item.name}:", room, LABEL), shortened(item.day, room, LABEL)]


def _go_together(last: _Placed, placed: _Placed) -> bool:
    """Two may share a row where each mark clearly leads its own label."""
    end = last.x + text_width(last.beside, LABEL)
    return last.leads and placed.leads and end + _BETWEEN <= placed.item.left


def _drawn(placed: _Placed, y: float) -> str:
    item = placed.item
    parts = [part.drawn(y) for part in item.drawn]
    if placed.beside:
        # Set from the end at its mark, so that it stays there whatever the face.
        anchor = "start" if placed.leads else "end"
        parts.append(letters(placed.beside, x=placed.x, y=y + 4.5, text_anchor=anchor))
    for number, line in enumerate(placed.below):
        parts.append(letters(line, x=placed.x, y=y + ROW / 2 + 10 + number * LINE))
    return element("g", *parts, **{f"data_{item.what}": item.key})
