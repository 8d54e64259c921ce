"""A number as people put it into a table: brackets, minus signs, CR, a pound sign, a scale."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from moothall.basics.figures import UNITS, bracketed
from moothall.facts.money import Unit
from moothall.files.workbooks.cells import Cell, Holds


class Notation(StrEnum):
    """How a number says that it is negative."""

    NONE = ""
    BRACKETS = "brackets"
    MINUS = "minus signs"
    CREDIT = "CR"
    DASH = "a dash for nought"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was read: its value in its own unit, and how it was written.

    `own_unit` is the scale that stands with the number itself (£m for `1.2m`), None for most;
    `text` is how a paper prints it.
    """

    value: Decimal
    text: str
    notation: Notation = Notation.NONE
    own_unit: Unit | None = None
    percent: bool = False

    @property
    def places(self) -> int:
        """How many decimal places stand there."""
        return len(self.text.rstrip(")%mMkK ").partition(".")[2])


class NoNumberError(ValueError):
    """What stands in the cell is no number; the message says what it is, then what to do."""


_NUMBER = re.compile(
    r"^(?P<minus>[-−–]?)\s*(?P<pound>£?)\s*(?P<late>[-−–]?)"
    r"(?P<digits>(?:\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.\d+)?)\s*"
    r"(?P<scale>[mk]|bn|million|thousand)?\s*(?P<percent>%?)\s*(?P<behind>-|−|cr|dr)?$",
    re.IGNORECASE,
)
_DASHES = ("-", "–", "—", "−", "£-", "£ -")
_SCALES = {
    "k": Unit.THOUSANDS,
    "thousand": Unit.THOUSANDS,
    "m": Unit.MILLIONS,
    "million": Unit.MILLIONS,
}


def read_amount(cell: Cell) -> Amount:
    """The number in a cell.  Raises NoNumberError."""
    number = cell.number
    if number is not None:
        percent = cell.holds is Holds.PERCENT
        value = number * 100 if percent else number
        notation = Notation.MINUS if value < 0 else Notation.NONE
        return Amount(value, bracketed(value), notation, percent=percent)
    if cell.holds is Holds.ERROR:
        raise NoNumberError(f"{cell.text} is an error of Excel; mend the formula behind it")
    if cell.holds is Holds.NOTHING_WORKED_OUT:
        raise NoNumberError(
            "is a formula that no program has worked out yet; open the workbook in Excel, save it, "
            "and give that"
        )
    if cell.holds is Holds.DAY:
        raise NoNumberError(f"{cell.text} is a date where a number belongs; check its format")
    return _read_text(cell.text)


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, written in whatever way."""
    if cell.is_figure:
        return True
    if cell.holds is not Holds.TEXT:
        return False
    try:
        _read_text(cell.text)
    except NoNumberError:
        return False
    return True


@lru_cache(maxsize=2**15)
def _read_text(written: str) -> Amount:
    text = " ".join(written.split())
    if text in _DASHES:
        return Amount(Decimal(0), "0", Notation.DASH)
    bracketed_text = text.startswith("(") and text.endswith(")")
    pound_outside = text.startswith("£(") and text.endswith(")")
    inner = text[1:-1].strip() if bracketed_text else text[2:-1] if pound_outside else text
    match = _NUMBER.match(inner)
    in_brackets = bracketed_text or pound_outside
    if match is None or not match["digits"] or match["digits"] == ".":
        raise NoNumberError(f"{_quoted(text)} is no number; write one, or leave the row out")
    behind = (match["behind"] or "").lower()
    signs = [match["minus"], match["late"], behind if behind in "-−" else ""]
    if in_brackets + sum(map(bool, signs)) + (behind == "cr") > 1:
        raise NoNumberError(f"{_quoted(text)} says twice that it is negative; say it once")
    if (match["scale"] or "").lower() == "bn":
        raise NoNumberError(f"{_quoted(text)} is in billions; write it in £m")
    value = Decimal(re.sub(r"[, ]", "", match["digits"]))
    notation = Notation.NONE
    if in_brackets:
        notation = Notation.BRACKETS
    elif any(signs):
        notation = Notation.MINUS
    elif behind == "cr":
        notation = Notation.CREDIT
    if notation is not Notation.NONE:
        value = -value
    return Amount(
        value,
        text if notation is Notation.BRACKETS and bracketed_text else bracketed(value),
        notation,
        _SCALES.get((match["scale"] or "").lower()),
        bool(match["percent"]),
    )


def in_unit(amount: Amount, unit: Unit) -> Decimal:
    """The amount in pounds, where the table's heading states the unit."""
    return amount.value * UNITS[unit.value]


def _quoted(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
