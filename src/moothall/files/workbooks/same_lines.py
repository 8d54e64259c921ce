"""What tells one line from another, and rows of one line added up."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from moothall.files.workbooks.entries import Entry
from moothall.files.workbooks.fields import TableKind


def identity(kind: TableKind, says: Mapping[str, Any], authority: str) -> tuple[Any, ...]:
    """What tells one line from another: two with the same are one line twice."""
    if kind is TableKind.BASELINE:
        return (
            authority,
            same_words(says["service"]),
            says["funding"],
            says["year"],
            same_words(says.get("ledger_code") or ""),
        )
    if kind is TableKind.SAVINGS:
        return authority, same_words(says.get("number") or ""), same_words(says["name"])
    return (
        *(authority, says["kind"], says["year"], says["month"], says["funding"]),
        *(same_words(says["about"]), same_words(says.get("ledger_code") or "")),
    )


def same_words(words: str) -> str:
    """Words as they are compared: capitals, blanks and signs that look alike make no difference."""
    return " ".join(words.translate(_SIGNS).casefold().split())


_SIGNS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})
"""Signs that programs put in place of one another."""


_SUMMED = {
    TableKind.BASELINE: (
        *("gross_expenditure", "gross_income", "fte", "recharges_in", "recharges_out"),
    ),
    TableKind.LEDGER: ("amount",),
}


def may_add_up(kind: TableKind) -> bool:
    """Whether rows that say the same of different cost centres may become one line."""
    return kind in _SUMMED


def added_up(kind: TableKind, entries: list[Entry]) -> list[Entry]:
    """Rows of one identity as one line each, ledger codes apart from one another left out."""
    together: dict[tuple[Any, ...], Entry] = {}
    for entry in entries:
        says = {name: value for name, value in entry.says.items() if name != "ledger_code"}
        key = identity(kind, says, entry.authority)
        held = together.get(key)
        if held is None:
            together[key] = replace(entry, says=says)
            continue
        sums = {name: _both(held.says[name], says[name]) for name in _summed_in(kind, says)}
        together[key] = replace(held, says={**held.says, **sums})
    return list(together.values())


def _summed_in(kind: TableKind, says: Mapping[str, Any]) -> Iterator[str]:
    return (name for name in _SUMMED[kind] if name in says)


def _both(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The sum, unknown where either is."""
    return None if one is None or other is None else one + other
