"""Figures as councils print them: brackets for negatives, £000 and £m, thousands separators.

A printed figure keeps its own text beside its value, because a figure that a source prints is
reproduced and never corrected.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS: dict[str, Decimal] = {
    "£": Decimal(1),
    "£000": Decimal(1_000),
    "£m": Decimal(1_000_000),
}

_NUMBER = re.compile(
    r"^(?P<minus>[-−–]?)\s*(?P<pound>£?)\s*(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?P<scale>m|k|bn|%)?$",
    re.IGNORECASE,
)
_SCALES = {"k": Decimal(1_000), "m": Decimal(1_000_000), "bn": Decimal(1_000_000_000)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed.

    `text` is what stands on the page, `value` what it says in its own unit (brackets are
    negative), `places` how many decimal places are printed.
    """

    text: str
    value: Decimal
    places: int = 0

    def __str__(self) -> str:
        return self.text

    @property
    def half_unit(self) -> Decimal:
        """Half of the last printed place: how far rounding alone can move this figure."""
        return Decimal(1).scaleb(-self.places) / 2


def read_figure(text: str) -> Figure:
    """Read `7,319`, `(1,100)`, `-2.5`, `£0.600m` or `4.8%`.

    A scale that stands with the number (`m`, `k`, `bn`) multiplies the value; a percentage keeps
    its face value.  Raises ValueError with what would cure it.
    """
    stripped = text.strip()
    bracketed = stripped.startswith("(") and stripped.endswith(")")
    inner = stripped[1:-1].strip() if bracketed else stripped
    match = _NUMBER.match(inner)
    if match is None or (bracketed and match["minus"]):
        raise ValueError(
            f"{text!r} is no figure; write it as printed, for example 7,319 or (1,100) or £0.600m"
        )
    digits = match["digits"].replace(",", "")
    value = Decimal(digits) * _SCALES.get((match["scale"] or "").lower(), Decimal(1))
    if bracketed or match["minus"]:
        value = -value
    places = len(digits.partition(".")[2])
    if match["scale"] and match["scale"] != "%":
        # "£0.600m" is printed to the nearest thousand pounds, "£5m" to the nearest million.
        places -= {"k": 3, "m": 6, "bn": 9}[match["scale"].lower()]
    return Figure(text=stripped, value=value, places=places)


def pounds(figure: Figure, unit: str) -> Decimal:
    """The figure in whole pounds and pence, given the unit that its table's heading states."""
    return figure.value * UNITS[unit]


def bracketed(value: Decimal) -> str:
    """Write a number the way council tables do: thousands separated, negatives in brackets."""
    text = f"{abs(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"({text})" if value < 0 else text
