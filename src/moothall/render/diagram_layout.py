"""Where everything in the governance diagram stands.

No general way of laying out a graph is needed: what a body may do gives its row, whose it is gives
its column, and the lines run between the columns.  Two councils stand left and right of what is the
programme's; further councils stand two by two below them.
"""

from dataclasses import dataclass

from moothall.facts.bodies import Power
from moothall.programme.accountability import TIERS, Accountability, PlacedBody, Side
from moothall.render.diagram_boxes import SMALL, Box, height_of, lines_of
from moothall.render.lettering import wrapped

WIDTH = 720.0
MARGIN = 30.0
HEADING = 15.0
TOP = 14.0

_BETWEEN = 8.0
_BELOW_A_TIER = 15.0
_TRACK = 7.0


@dataclass(frozen=True, slots=True)
class Tier:
    """A row of one power: its ruled line at `y`, and `channel`, the height below its boxes at
    which a line may cross the drawing."""

    power: Power
    y: float
    channel: float


@dataclass(frozen=True, slots=True)
class PlacedSide:
    """A side in its column (0 is leftmost), from `top` to `bottom`; `leads` are lines of words."""

    side: Side
    column: int
    x: float
    top: float
    bottom: float
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns and gutters across (left, right), and what stands in them, down to `bottom`."""

    columns: tuple[tuple[float, float], ...]
    gutters: tuple[tuple[float, float], ...]
    sides: tuple[PlacedSide, ...]
    tiers: tuple[Tier, ...]
    boxes: tuple[Box, ...]
    bottom: float

    def column_of(self, box: Box) -> int:
        return next(place for place, (left, _) in enumerate(self.columns) if left == box.x)


def laid_out(accountability: Accountability) -> Layout:
    """The layout of a programme's bodies; with no boxes where there are no bodies."""
    storeys = _storeys(accountability)
    count = max((max(storey) + 1 for storey in storeys), default=1)
    columns, gutters = _columns(count, _busy(storeys, count))
    sides: list[PlacedSide] = []
    tiers: list[Tier] = []
    boxes: list[Box] = []
    y = TOP
    for storey in storeys:
        width = columns[0][1] - columns[0][0]
        leads = {
            column: tuple(line for lead in side.leads for line in wrapped(lead, width, SMALL))
            for column, side in storey.items()
        }
        top = y
        y += 28 + max(14 * (len(lines) + bool(lines)) for lines in leads.values())
        rows, y = _rows(storey, columns, y)
        tiers += rows[0]
        boxes += rows[1]
        y += 26
        for column, side in storey.items():
            left = columns[column][0]
            sides.append(PlacedSide(side, column, left, top, y, leads[column]))
        y += 12
    return Layout(columns, gutters, tuple(sides), tuple(tiers), tuple(boxes), y)


def _storeys(accountability: Accountability) -> list[dict[int, Side]]:
    """The sides by column, storey by storey: the programme's stands between the first two."""
    councils = accountability.councils
    shared = accountability.shared
    middle = {1: shared} if shared.bodies or not councils else {}
    if not councils:
        return [{0: shared}]
    if len(councils) == 1:
        return [{0: councils[0], **middle}]
    right = 2 if middle else 1
    storeys: list[dict[int, Side]] = []
    for place in range(0, len(councils), 2):
        storey = {0: councils[place]}
        if place + 1 < len(councils):
            storey[right] = councils[place + 1]
        storeys.append(storey)
    storeys[0] |= middle
    return storeys


def _busy(storeys: list[dict[int, Side]], count: int) -> list[int]:
    """How many bodies have lines in each gutter: each may need a track of its own."""
    column_of = {
        each.number: column
        for storey in storeys
        for column, side in storey.items()
        for each in side.bodies
    }
    busy = [0] * max(count - 1, 1)
    for storey in storeys:
        for here, side in storey.items():
            for each in side.bodies:
                for gutter in {
                    gutter
                    for number in each.reports_to
                    if number != each.number
                    for gutter in gutters_between(here, column_of[number])
                }:
                    busy[gutter] += 1
    return busy


def gutters_between(here: int, there: int) -> tuple[int, int]:
    """The gutter beside the column that a line comes from, and the one beside that it goes to."""
    if here == there:
        gutter = max(here - 1, 0)
        return gutter, gutter
    if here < there:
        return here, there - 1
    return here - 1, there


def _columns(
    count: int, busy: list[int]
) -> tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]:
    """Columns of one width with gutters between them; a column alone has one on its right."""
    widths = [min(max(26 + _TRACK * lines, 34), 90) for lines in busy]
    if count == 1:
        widths = [(WIDTH - 2 * MARGIN) / 2]
    width = (WIDTH - 2 * MARGIN - sum(widths)) / count
    columns: list[tuple[float, float]] = []
    gutters: list[tuple[float, float]] = []
    x = MARGIN
    for place in range(count):
        columns.append((x, x + width))
        x += width
        if place < len(widths):
            gutters.append((x, x + widths[place]))
            x += widths[place]
    return tuple(columns), tuple(gutters)


def _rows(
    storey: dict[int, Side], columns: tuple[tuple[float, float], ...], y: float
) -> tuple[tuple[list[Tier], list[Box]], float]:
    """A row for each power that occurs, and the height below the last."""
    tiers: list[Tier] = []
    boxes: list[Box] = []
    for power in TIERS:
        stacks = {
            column: [each for each in side.bodies if each.body.power is power]
            for column, side in storey.items()
        }
        if not any(stacks.values()):
            continue
        below = y + 21
        bottoms = [below]
        for column, stack in stacks.items():
            left, right = columns[column]
            placed = _stack(stack, left, right - left, below)
            boxes += placed
            bottoms += [box.bottom for box in placed]
        tiers.append(Tier(power, y, max(bottoms) + 4))
        y = max(bottoms) + _BELOW_A_TIER
    return (tiers, boxes), y


def _stack(stack: list[PlacedBody], x: float, width: float, y: float) -> list[Box]:
    boxes = []
    for placed in stack:
        name, small = lines_of(placed, width)
        box = Box(placed, x, y, width, height_of(name, small), name, small)
        boxes.append(box)
        y = box.bottom + _BETWEEN
    return boxes
