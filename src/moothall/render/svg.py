"""SVG as text: elements with presentation attributes only, so that a strict content security
policy lets them through, and with every word escaped."""

from html import escape

from moothall.render.wording import plain

INK = "#3D3D3D"
NAVY = "#12436D"
TEAL = "#28A197"
PLUM = "#801650"
ORANGE = "#F46A25"
LILAC = "#A285D1"
PALE = "#BFBFBF"
WHITE = "#FFFFFF"
# Of the Government Analysis Function's palette these three take black letters, the others white.
_LIGHT = frozenset({TEAL, ORANGE, LILAC, WHITE})


def on_colour(fill: str) -> str:
    """The colour of letters that can be read on `fill`."""
    return "#000000" if fill in _LIGHT else WHITE


def figure(value: float) -> str:
    """A length as SVG writes it, to a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def element(name: str, *children: str, **attributes: str | float) -> str:
    """An element.  `children` are markup already; `_` in an attribute's name stands for `-`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def letters(*parts: str, **attributes: str | float) -> str:
    """A line of text, on a white edge that keeps it readable where it crosses a line.

    `parts` are plain text, or tspans from `tspan`.
    """
    edge: dict[str, str | float] = {
        "paint_order": "stroke",
        "stroke": WHITE,
        "stroke_width": 3,
        "stroke_linejoin": "round",
    }
    inside = (part if isinstance(part, Span) else words(part) for part in parts)
    return element("text", *inside, **attributes, **edge)


class Span(str):
    """Markup that is already escaped: a stretch of a line of text with attributes of its own."""

    __slots__ = ()


def tspan(text: str, **attributes: str | float) -> Span:
    """A stretch of a line in its own size or weight."""
    return Span(element("tspan", words(text), **attributes))


def words(text: str) -> str:
    """Plain text as markup."""
    return escape(plain(text))


def _value(value: str | float) -> str:
    return escape(plain(value)) if isinstance(value, str) else figure(value)
