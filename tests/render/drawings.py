"""Reading a drawing back: what it says, and where everything in it stands."""

import re

from lxml import etree

from moothall.render.lettering import text_width

SVG = "{http://www.w3.org/2000/svg}"
PALETTE = {"#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"}
NEUTRAL = {"#FFFFFF", "#000000", "#BFBFBF", "none"}

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def said(element: etree._Element) -> str:
    return "".join(element.itertext())


def labels_of(svg: etree._Element) -> list[str]:
    return [said(text) for text in svg.iter(f"{SVG}text")]


def text_box(text: etree._Element) -> Box:
    """Where a line of text stands: left, top, right, bottom."""
    size = float(text.get("font-size", 13))
    spans = list(text.iter(f"{SVG}tspan"))
    width = sum(
        text_width(
            said(part),
            float(part.get("font-size", size)),
            bold=part.get("font-weight") == "bold",
            spare=1.0,
        )
        + float(part.get("dx", 0))
        for part in (spans or [text])
    )
    x, y = float(text.get("x")), float(text.get("y"))
    left = {"start": x, "middle": x - width / 2, "end": x - width}[text.get("text-anchor", "start")]
    return left, y - 0.74 * size, left + width, y + 0.22 * size


def mark_box(mark: etree._Element) -> Box:
    if mark.tag == f"{SVG}circle":
        x, y, r = (float(mark.get(name)) for name in ("cx", "cy", "r"))
        return x - r, y - r, x + r, y + r
    numbers = [float(number) for number in re.findall(r"[-\d.]+", mark.get("points"))]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def rect_box(rect: etree._Element) -> Box:
    """Where a rectangle stands."""
    x, y, width, height = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height
