"""What holds for a whole table: its sheet, its columns, its unit, year and funding.

What the table does not say is asked; nothing is guessed.
"""

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.money import Unit
from moothall.facts.sharing import EntryKind
from moothall.files.workbooks.cells import Sheet
from moothall.files.workbooks.entries import Common
from moothall.files.workbooks.fields import MONTH, NEEDED, Sort, TableKind
from moothall.files.workbooks.layout import Layout, sheets_with_tables
from moothall.files.workbooks.remarks import Question, Remark
from moothall.files.workbooks.table_reading import Reading

UNITS = (
    (Unit.POUNDS.value, "Pounds (£)"),
    (Unit.THOUSANDS.value, "Thousands of pounds (£000)"),
    (Unit.MILLIONS.value, "Millions of pounds (£m)"),
)
ENTRY_KINDS = tuple((each.value, each.value.capitalize()) for each in EntryKind)
STREAMS = tuple((each.value, each.value) for each in FundingStream)
_STREAM = {each.value: each for each in FundingStream}
_KIND = {each.value: each for each in EntryKind}


def sheet_of(reading: Reading) -> Sheet:
    """The sheet that holds the table, and a question where several do."""
    held = sheets_with_tables(reading.book, reading.kind)
    hidden = [each.name for each in reading.book.sheets if each.hidden and each.rows]
    if hidden:
        named = ", ".join(f"“{name}”" for name in hidden)
        reading.notes.append(f"Hidden in the workbook: {named}.")
    if reading.book.has_links:
        reading.warnings.append(
            Remark(
                reading.book.name,
                "is linked to other workbooks, which are not followed",
                "A figure that comes from one is refused where it is needed.",
            )
        )
    chosen = reading.book.sheet(reading.answers.sheet)
    if chosen is not None:
        return chosen
    if len(held) > 1 or (held and held[0].hidden):
        reading.questions.append(
            Question(
                "sheet",
                "Which sheet is it?",
                tuple(
                    (each.name, f"{each.name} (hidden)" if each.hidden else each.name)
                    for each in reading.book.sheets
                    if each.rows
                ),
            )
        )
    full = [each for each in reading.book.sheets if each.rows]
    return next((each for each in held if not each.hidden), (held or full)[0])


def columns_are_there(reading: Reading, layout: Layout) -> None:
    """A problem for each column that is needed and that nothing stands in."""
    found = {column.target for column in layout.columns}
    place = layout.sheet.place(layout.head[1], 1)
    for first, second in layout.same_target():
        reading.problems.append(
            Remark(
                layout.sheet.place(layout.head[1], second.number),
                f"means the same as column {first.letters} (“{first.heading}”)",
                "Let one of the two columns be left out.",
            )
        )
    needed = list(NEEDED[reading.kind])
    for name in needed:
        if name not in found:
            reading.lacks(place, name)
    if reading.kind is TableKind.BASELINE:
        known = found & {"gross_expenditure", "gross_income", "net"}
        if len(known) < 2:
            reading.problems.append(
                Remark(
                    place,
                    "two of gross expenditure, gross income and net are needed, and the table "
                    f"has {'only one' if known else 'none'}",
                    "Net alone does not tell what is spent and what is earned: choose the "
                    "columns, or ask for them.",
                )
            )
    if reading.kind is TableKind.LEDGER and not _amount_columns(layout):
        reading.problems.append(
            Remark(place, "no column holds amounts", "Choose the column of the amounts.")
        )


def _amount_columns(layout: Layout) -> list[str]:
    kinds = {each.value for each in EntryKind}
    return [
        each.target
        for each in layout.columns
        if each.target in ("amount", *kinds) or each.target.startswith(f"{MONTH}:")
    ]


def common_of(reading: Reading, layout: Layout) -> Common:
    """What holds for every line: from the headings, or as a person has answered."""
    columns = frozenset(each.target for each in layout.columns if each.target)
    return Common(
        unit=_unit(reading, layout),
        year=_year(reading, layout, columns),
        funding=_funding(reading, layout, columns),
        entry_kind=_entry_kind(reading, layout, columns),
        columns=columns,
    )


def _unit(reading: Reading, layout: Layout) -> Unit:
    money = {each.number for each in layout.of_sort(reading.kind, Sort.MONEY)}
    others = {
        layout.sheet.place(layout.head[1], each.number)
        for each in layout.columns
        if each.number not in money
    }
    stated = [(unit, place) for unit, place in layout.units if place not in others]
    units = list(dict.fromkeys(unit for unit, _ in stated))
    if len(units) > 1:
        first = stated[0]
        for unit, place in stated:
            if unit is not first[0]:
                reading.problems.append(
                    Remark(
                        place,
                        f"states {unit.value}, and {first[1]} states {first[0].value}",
                        "Write the whole table in one unit.",
                    )
                )
        return units[0]
    given = reading.answers.unit
    if units:
        if given is not None and given is not units[0]:
            reading.warnings.append(
                Remark(
                    stated[0][1],
                    f"states {units[0].value}, so the answer {given.value} is not used",
                )
            )
        return units[0]
    if given is None:
        reading.questions.append(
            Question("unit", "In which unit are the amounts? The table does not say.", UNITS)
        )
        return Unit.POUNDS
    reading.said.append(f"the unit ({given.value})")
    return given


def _year(reading: Reading, layout: Layout, columns: frozenset[str]) -> FinancialYear | None:
    name = "cash_limit_year" if reading.kind is TableKind.SAVINGS else "year"
    if name in columns:
        return None
    of = {
        TableKind.SAVINGS: ("cash_limit",),
        TableKind.BASELINE: ("gross_expenditure", "gross_income", "net"),
        TableKind.LEDGER: ("planned", "actual", "settled", "amount"),
    }[reading.kind]
    in_heads = [year for each in layout.columns if each.target in of for year in each.years]
    stated = list(dict.fromkeys(in_heads or [year for year, _ in layout.years]))
    if len(stated) == 1:
        return stated[0]
    if reading.answers.year is not None:
        reading.said.append(f"the financial year ({reading.answers.year})")
        return reading.answers.year
    several = " The table names several." if stated else " The table does not say."
    asked = "Of which year is the cash limit?" if name != "year" else "Which year is it?"
    reading.questions.append(Question("year", f"{asked}{several}", ()))
    return None


def _funding(reading: Reading, layout: Layout, columns: frozenset[str]) -> FundingStream | None:
    if reading.kind is TableKind.SAVINGS or "funding" in columns:
        return None
    given = _STREAM.get(reading.answers.funding)
    if given is not None:
        reading.said.append(f"the funding stream ({given.value})")
        return given
    reading.questions.append(
        Question(
            "funding",
            "Which money is it? The table names no funding stream.",
            STREAMS,
            layout.sheet.place(layout.head[1], 1),
        )
    )
    return None


def _entry_kind(reading: Reading, layout: Layout, columns: frozenset[str]) -> EntryKind | None:
    if reading.kind is not TableKind.LEDGER or "kind" in columns:
        return None
    kinds = {each.value for each in EntryKind}
    if all(target in kinds for target in _amount_columns(layout)):
        return None
    given = _KIND.get(reading.answers.entry_kind)
    if given is not None:
        reading.said.append(f"that the amounts are {given.value}")
        return given
    reading.questions.append(
        Question("entry_kind", "Are the amounts planned, actual or settled?", ENTRY_KINDS)
    )
    return None
