"""The lines of the governance diagram: from each body to those that it reports to, in the gutters
between the columns, with a head at the body reported to; and each council's own decisions."""

from dataclasses import dataclass, field

from moothall.render.diagram_boxes import Box
from moothall.render.diagram_layout import Layout, PlacedSide, gutters_between
from moothall.render.svg import INK, NAVY, element, figure

HEAD = 6.0
_SPINE_OFF = 17.0


@dataclass(slots=True)
class _Trunk:
    """One body's lines within one gutter: where they touch boxes, and the track they run on."""

    source: int
    gutter: int
    ends: list[tuple[Box, bool]] = field(default_factory=list)
    """Each box that the trunk touches, and whether it has a head there."""
    crossing: float | None = None
    """The height at which it goes over to the next gutter."""
    heights: list[float] = field(default_factory=list)
    x: float = 0.0


def reporting_lines(layout: Layout) -> list[str]:
    """All lines of reporting.  A body that reports to itself has none; its box says so."""
    boxes = {box.placed.number: box for box in layout.boxes}
    trunks = _trunks(layout, boxes)
    ports = _ports(layout, trunks)
    for trunk in trunks:
        trunk.heights = [ports[trunk.gutter, id(trunk), id(box)] for box, _ in trunk.ends]
        if trunk.crossing is not None:
            trunk.heights.append(trunk.crossing)
    for place, (left, right) in enumerate(layout.gutters):
        _set_tracks([trunk for trunk in trunks if trunk.gutter == place], left, right)
    return [
        element("g", *_drawn(trunk, trunks), data_reports=str(trunk.source)) for trunk in trunks
    ]


def _trunks(layout: Layout, boxes: dict[int, Box]) -> list[_Trunk]:
    trunks: list[_Trunk] = []
    crossings = 0
    for box in layout.boxes:
        own: dict[int, _Trunk] = {}
        here = layout.column_of(box)
        for number in box.placed.reports_to:
            if number == box.placed.number:
                continue
            target = boxes[number]
            near, far = gutters_between(here, layout.column_of(target))
            start = own.setdefault(near, _Trunk(box.placed.number, near, [(box, False)]))
            end = start
            if far != near:
                if start.crossing is None:
                    start.crossing = _channel(layout, box) + 4.0 * (crossings % 4)
                    crossings += 1
                end = own.setdefault(far, _Trunk(box.placed.number, far))
                end.crossing = start.crossing
            end.ends.append((target, True))
        trunks += own.values()
    return trunks


def _channel(layout: Layout, box: Box) -> float:
    """The nearest height at which a line may cross from one gutter to the next."""
    return min((tier.channel for tier in layout.tiers), key=lambda y: abs(y - box.bottom))


def _ports(layout: Layout, trunks: list[_Trunk]) -> dict[tuple[int, int, int], float]:
    """Where each trunk touches each box: spread evenly over the side that faces the gutter."""
    touching: dict[tuple[int, int], list[tuple[float, _Trunk]]] = {}
    for trunk in trunks:
        for box, _ in trunk.ends:
            others = [other.y for other, _ in trunk.ends if other is not box]
            others += [trunk.crossing] if trunk.crossing is not None else []
            aim = sum(others) / len(others) if others else box.y
            touching.setdefault((trunk.gutter, box.placed.number), []).append((aim, trunk))
    boxes = {box.placed.number: box for box in layout.boxes}
    ports = {}
    for (gutter, number), found in touching.items():
        box = boxes[number]
        found.sort(key=lambda each: (each[0], each[1].source))
        for place, (_, trunk) in enumerate(found, start=1):
            # Clear of the corners, which some outlines cut.
            inner = box.height - 20
            ports[gutter, id(trunk), id(box)] = box.y + 10 + inner * place / (len(found) + 1)
    return ports


def _set_tracks(trunks: list[_Trunk], left: float, right: float) -> None:
    """A track for each trunk, shared by those that do not meet; short ones nearest the middle."""
    tracks: list[list[_Trunk]] = []
    for trunk in sorted(trunks, key=lambda t: (max(t.heights) - min(t.heights), t.source)):
        for track in tracks:
            if all(
                max(trunk.heights) + 4 < min(other.heights)
                or max(other.heights) + 4 < min(trunk.heights)
                for other in track
            ):
                track.append(trunk)
                break
        else:
            tracks.append([trunk])
    room = right - left - 4 * HEAD
    for place, track in enumerate(tracks):
        for trunk in track:
            trunk.x = left + 2 * HEAD + room * (place + 0.5) / len(tracks)


def _drawn(trunk: _Trunk, trunks: list[_Trunk]) -> list[str]:
    parts = []
    low, high = min(trunk.heights), max(trunk.heights)
    if high > low:
        parts.append(_line(trunk.x, low, trunk.x, high))
    for (box, has_head), y in zip(trunk.ends, trunk.heights, strict=False):
        edge = box.right if box.right <= trunk.x else box.x
        parts.append(_line(trunk.x, y, edge, y))
        if has_head:
            parts.append(_head(edge, y, to_the_left=edge < trunk.x))
    if trunk.crossing is not None and trunk.ends[0][1]:
        start = next(
            each
            for each in trunks
            if each.source == trunk.source and each.gutter != trunk.gutter and not each.ends[0][1]
        )
        parts.append(_line(trunk.x, trunk.crossing, start.x, trunk.crossing))
    return parts


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=INK, stroke_width="1.5")


def _head(x: float, y: float, *, to_the_left: bool) -> str:
    back = x + HEAD if to_the_left else x - HEAD
    points = (
        f"{figure(x)},{figure(y)} {figure(back)},{figure(y - 4)} {figure(back)},{figure(y + 4)}"
    )
    return element("polygon", points=points, fill=INK)


def decision_line(layout: Layout, side: PlacedSide) -> list[str]:
    """A council's decisions, from the bodies that take them down its own outer side; none where no
    body that decides is on record."""
    numbers = {each.number for each in side.side.deciding}
    deciding = [box for box in layout.boxes if box.placed.number in numbers]
    if not deciding:
        return []
    outer_left = side.column == 0
    edge = layout.columns[side.column][0 if outer_left else 1]
    x = edge - _SPINE_OFF if outer_left else edge + _SPINE_OFF
    end = side.bottom - 12
    thick: dict[str, str | float] = {"stroke": NAVY, "stroke_width": 4}
    heights = [box.y + box.height / 2 for box in deciding]
    parts = [element("line", x1=edge, y1=y, x2=x, y2=y, **thick) for y in heights]
    parts.append(element("line", x1=x, y1=min(heights) - 2, x2=x, y2=end - 8, **thick))
    left, right, back = figure(x - 8), figure(x + 8), figure(end - 11)
    points = f"{figure(x)},{figure(end)} {left},{back} {right},{back}"
    parts.append(element("polygon", points=points, fill=NAVY))
    return [element("g", *parts, data_decisions=side.side.authority)]
