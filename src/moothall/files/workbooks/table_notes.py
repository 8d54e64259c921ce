"""What is told of a table besides its problems: signs, formulas, totals, shares, missing years."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.basics.years import FinancialYear
from moothall.files.workbooks.cells import Holds, Sheet, listed_rows
from moothall.files.workbooks.entries import net_is_wrong
from moothall.files.workbooks.fields import CUMULATIVE, PHASED, TableKind
from moothall.files.workbooks.layout import Layout
from moothall.files.workbooks.numbers import NoNumberError, Notation, read_amount
from moothall.files.workbooks.remarks import Remark
from moothall.files.workbooks.rows import MOST_REMARKS, Line, Notes
from moothall.files.workbooks.table_reading import Reading, rows_word
from moothall.files.workbooks.totals import TotalCheck


def tell(
    reading: Reading, layout: Layout, notes: Notes, lines: list[Line], totals: list[TotalCheck]
) -> None:
    """Say what was met on the way through the rows."""
    reading.problems += notes.problems
    if notes.is_full:
        reading.notes.append(f"Reading stopped after {MOST_REMARKS} problems.")
    if notes.formulas:
        reading.notes.append(
            f"{notes.formulas:,} cells are formulas (the first is {notes.first_formula}); the "
            "values that Excel last worked out are read."
        )
    brackets, minus = (notes.notations.get(each) for each in (Notation.BRACKETS, Notation.MINUS))
    if brackets and minus:
        reading.warnings.append(
            Remark(
                minus,
                f"is negative by a minus sign, {brackets} by brackets; both are read as negative",
            )
        )
    if Notation.CREDIT in notes.notations:
        place = notes.notations[Notation.CREDIT]
        reading.warnings.append(Remark(place, "is marked CR and read as negative"))
    if Notation.DASH in notes.notations:
        reading.notes.append("A dash alone is read as nought.")
    if notes.without_figures:
        rows = notes.without_figures
        reading.notes.append(
            f"Left out, because no figure stands there: {rows_word(rows)} {listed_rows(rows)}."
        )
    reading.warnings += [
        Remark(each.place, each.sentence.rstrip(".")) for each in totals if each.wrong
    ]
    _percentages(reading, layout, [line.row for line in lines])
    if reading.kind is TableKind.BASELINE:
        reading.warnings += [
            Remark(line.places["net"], wrong) for line in lines if (wrong := net_is_wrong(line))
        ][:MOST_REMARKS]
    if reading.kind is TableKind.SAVINGS:
        reading.warnings += _missing_years(layout)


def _percentages(reading: Reading, layout: Layout, rows: list[int]) -> None:
    """Shares in per cent that nearly make a hundred, whether they are used or not."""
    for column in layout.columns:
        shares = list(_shares(layout.sheet, column.number, rows))
        total = sum(shares, Decimal(0))
        if len(shares) > 1 and total != 100 and abs(total - 100) <= 1:
            reading.warnings.append(
                Remark(
                    f"{layout.sheet.place(rows[0], column.number)}:{column.letters}{rows[-1]}",
                    f"the percentages sum to {total.normalize():f}, not 100",
                    "They are not brought in here; see that the split itself sums to 100.",
                )
            )


def _shares(sheet: Sheet, column: int, rows: Iterable[int]) -> Iterator[Decimal]:
    for row in rows:
        cell = sheet.rows[row].get(column)
        if cell is not None and (cell.holds is Holds.PERCENT or cell.text.endswith("%")):
            try:
                amount = read_amount(cell)
            except NoNumberError:
                continue
            if amount.percent:
                yield amount.value


def _missing_years(layout: Layout) -> Iterator[Remark]:
    """A year that the phasing passes over."""
    phased = sorted(
        (each.target.partition(":")[2], each)
        for each in layout.columns
        if each.target.startswith((f"{PHASED}:", f"{CUMULATIVE}:"))
    )
    for (year, _), (later, column) in pairwise(phased):
        if int(later[:4]) - int(year[:4]) > 1:
            yield Remark(
                layout.sheet.place(layout.head[1], column.number),
                f"follows {year}: {FinancialYear(int(year[:4]) + 1)} is missing in the phasing",
                "Ask what is saved in that year.",
            )
