"""How wide a line of text runs, so that labels can be kept apart without a browser at hand.

Widths are Helvetica's (Arial and Liberation Sans share them).
"""

_THOUSANDTHS = {
    222: "ijl'‘’",
    278: "ftI !,./:;[]\\",
    333: "r()-`",
    370: '"|*{}',
    500: "ckvxyzsJ",
    556: "abdeghnopqu0123456789#$_?L£–",
    611: "FTZ+<=>~",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    1000: "W%@—…",
}
_WIDTHS = {letter: width for width, letters in _THOUSANDTHS.items() for letter in letters}
_OTHER = 700
WIDER_FACE = 1.12
"""Room for a reader whose machine has only a wider face."""

_BOLD = 1.07


def text_width(text: str, size: float, *, bold: bool = False, spare: float = WIDER_FACE) -> float:
    """An upper estimate, in the unit of `size`, of the width of a line; `spare` times what Arial
    needs."""
    width = sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size / 1000
    return width * spare * (_BOLD if bold else 1)


def shortened(text: str, width: float, size: float) -> str:
    """The text, cut with an ellipsis where it would run wider than `width`."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text broken at spaces into lines no wider than `width`; a longer word is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(shortened(word, width, size))
    return lines
