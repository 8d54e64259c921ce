"""What a person has said about a table: as a form sends it, as it is kept, as it is read."""

from collections.abc import Mapping
from typing import Any

from moothall.basics.years import read_financial_year
from moothall.facts.money import Unit
from moothall.files.workbooks.layout import Answers, as_remembered
from moothall.files.workbooks.money_table import MoneyTable

COLUMN = "column-"
_PLAIN = ("sheet", "funding", "entry_kind", "hidden_rows", "hidden_columns")
REMEMBERED = ("unit", "funding")
"""Answers that are as true of the council's next table; a year is not."""
_UNITS = {each.value: each for each in Unit}
_LONGEST = 300
_MOST_HEADINGS = 300


def from_form(given: Mapping[str, str]) -> dict[str, Any]:
    """The answers of a form, as they are kept.  What makes no sense is left out."""
    kept: dict[str, Any] = {name: given[name][:_LONGEST] for name in _PLAIN if given.get(name)}
    if given.get("unit") in _UNITS:
        kept["unit"] = given["unit"]
    year = " ".join(given.get("year", "").split())
    if year:
        kept["year"] = year[:20]
    row = given.get("head_row", "").strip()
    if row.isdecimal() and len(row) < 8:
        kept["head_row"] = int(row)
    if given.get("add_up"):
        kept["add_up"] = True
    kept["columns"] = {
        name.removeprefix(COLUMN): value[:_LONGEST]
        for name, value in given.items()
        if name.startswith(COLUMN) and name.removeprefix(COLUMN).isalpha()
    }
    return kept


def year_is_wrong(kept: Mapping[str, Any]) -> str:
    """Why the year that somebody has written is none; empty where it is one, or none is given."""
    try:
        if kept.get("year"):
            read_financial_year(kept["year"])
    except ValueError:
        return "Write the year as 2025/26"
    return ""


def answers_of(
    kept: Mapping[str, Any], remembered: Mapping[str, Any], columns: Mapping[str, str]
) -> Answers:
    """As the reader takes them.  `remembered` and `columns` are of the council's last table."""
    unit = kept.get("unit") or remembered.get("unit")
    wrong = year_is_wrong(kept)
    return Answers(
        sheet=kept.get("sheet", ""),
        head_row=kept.get("head_row"),
        columns=kept.get("columns", {}),
        remembered=columns,
        unit=_UNITS.get(str(unit)),
        year=read_financial_year(kept["year"]) if kept.get("year") and not wrong else None,
        funding=kept.get("funding") or str(remembered.get("funding", "")),
        entry_kind=kept.get("entry_kind", ""),
        hidden_rows=kept.get("hidden_rows", ""),
        hidden_columns=kept.get("hidden_columns", ""),
        add_up=bool(kept.get("add_up")),
    )


def to_remember(
    table: MoneyTable, kept: Mapping[str, Any], before: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, Any]]:
    """What to remember of a table: what each heading means, and what the table does not say.

    Headings of earlier tables stay remembered, as far as there is room.
    """
    now = {
        as_remembered(column.heading): column.target
        for column in table.layout.columns
        if column.heading and (column.target or column.by == "chosen")
    }
    columns = {**before, **now}
    columns = dict(list(columns.items())[-_MOST_HEADINGS:])
    return columns, {name: kept[name] for name in REMEMBERED if kept.get(name)}
