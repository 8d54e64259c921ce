"""The rows of a table: what is hidden, totals kept out and checked, lines made, doubles found."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.sharing import EntryKind
from moothall.files.workbooks import limits
from moothall.files.workbooks.cells import listed_rows
from moothall.files.workbooks.entries import Common, Entry, entries_of
from moothall.files.workbooks.fields import NEEDED, TableKind
from moothall.files.workbooks.layout import Layout
from moothall.files.workbooks.remarks import Question, Remark
from moothall.files.workbooks.rows import MOST_REMARKS, Line, Notes, RowReader
from moothall.files.workbooks.same_lines import added_up, identity, may_add_up
from moothall.files.workbooks.table_notes import tell
from moothall.files.workbooks.table_reading import Reading, rows_word
from moothall.files.workbooks.totals import Casting, TotalCheck, names_a_total

READ, LEAVE = "read", "leave"
_READ_OR_LEAVE = ((READ, "Read them like the others"), (LEAVE, "Leave them out"))


@dataclass(slots=True)
class Rows:
    """What the rows gave: the lines of the council, how many rows they come from, the totals."""

    entries: list[Entry] = field(default_factory=list)
    number: int = 0
    totals: list[TotalCheck] = field(default_factory=list)


def hidden_columns(reading: Reading, layout: Layout) -> set[int]:
    """The columns that are hidden and left out; what is used of hidden ones is asked."""
    hidden = [each for each in layout.columns if each.hidden]
    if not hidden:
        return set()
    named = ", ".join(f"{each.letters} (“{each.heading}”)" for each in hidden)
    used = [each for each in hidden if each.target]
    if not used:
        reading.notes.append(f"Hidden columns, not used: {named}.")
        return set()
    if reading.answers.hidden_columns not in (READ, LEAVE):
        reading.questions.append(
            Question("hidden_columns", f"Columns are hidden: {named}. Read them?", _READ_OR_LEAVE)
        )
    leave = reading.answers.hidden_columns == LEAVE
    reading.notes.append(f"Hidden columns {'left out' if leave else 'read'}: {named}.")
    if not leave:
        return set()
    for each in used:
        if each.target in NEEDED[reading.kind]:
            reading.lacks(layout.sheet.place(layout.head[1], each.number), each.target)
    return {each.number for each in used}


def _visible(reading: Reading, layout: Layout) -> list[int]:
    """The rows below the headings, without those that are hidden and left out."""
    rows = [row for row in sorted(layout.sheet.rows) if row > layout.head[1]]
    hidden = [row for row in rows if row in layout.sheet.hidden_rows]
    if not hidden:
        return rows
    named = f"{layout.sheet.name}, {rows_word(hidden)} {listed_rows(hidden)}"
    if reading.answers.hidden_rows not in (READ, LEAVE):
        reading.questions.append(
            Question(
                "hidden_rows",
                f"Rows are hidden: {named}. Read them?",
                _READ_OR_LEAVE,
                layout.sheet.span(hidden),
            )
        )
    leave = reading.answers.hidden_rows == LEAVE
    reading.notes.append(f"Hidden rows {'left out' if leave else 'read'}: {named}.")
    return [row for row in rows if row not in set(hidden)] if leave else rows


def rows_of(reading: Reading, layout: Layout, common: Common, left_out: set[int]) -> Rows:
    """The rows below the headings.  `left_out` are columns that are not read."""
    sheet, notes, found = layout.sheet, Notes(), Rows()
    reader = RowReader(layout, reading.kind, common.unit, reading.authorities, notes, left_out)
    casting = Casting(
        [column.number for column, _ in reader.figures], sheet.place(1, 1).removesuffix("A1")
    )
    lines: list[Line] = []
    for row in _visible(reading, layout):
        if notes.is_full:
            break
        if not reader.has_figures(row):
            notes.without_figures.append(row)
        elif _is_head_again(layout, row):
            continue
        else:
            label, amounts = reader.label(row), reader.amounts(row)
            if names_a_total(label) or (not label and casting.makes(amounts)):
                found.totals.append(casting.total(row, label or "A row without a name", amounts))
            else:
                lines.append(reader.line(row))
                casting.row(amounts)
    found.number = len(lines)
    entries = _entries(reading, lines, common, notes)
    tell(reading, layout, notes, lines, found.totals)
    entries = _of_this_council(reading, entries)
    found.entries = _each_once(reading, entries)
    return found


def _entries(reading: Reading, lines: list[Line], common: Common, notes: Notes) -> list[Entry]:
    """What the lines say; while something is asked, only what is wrong with them."""
    if not lines and not notes.problems:
        notes.problems.append(
            Remark(reading.book.name, "holds no row with figures below its headings")
        )
    if reading.problems:
        return []  # a column is missing, and every row would say so again
    entries: list[Entry] = []
    whole = [line for line in lines if line.is_whole]
    asked = bool(reading.questions)
    for found in entries_of(reading.kind, whole, _supposed(common) if asked else common):
        if isinstance(found, Entry):
            entries.append(found)
        elif not notes.is_full:
            notes.problems.append(found)
    return entries


def _supposed(common: Common) -> Common:
    """What is still asked taken as answered, so that all else that is wrong is told at once."""
    return replace(
        common,
        year=common.year or FinancialYear(2000),
        funding=common.funding or FundingStream.GENERAL_FUND,
        entry_kind=common.entry_kind or EntryKind.PLANNED,
    )


def _of_this_council(reading: Reading, entries: list[Entry]) -> list[Entry]:
    """The lines of the council whose table it is; in a ledger each council holds all."""
    if reading.kind is TableKind.LEDGER:
        return [replace(each, authority=each.authority or reading.authority) for each in entries]
    own = [
        replace(each, authority=reading.authority)
        for each in entries
        if each.authority in ("", reading.authority)
    ]
    if len(own) < len(entries):
        others = sorted({e.authority for e in entries} - {"", reading.authority})
        names = {each.code: each.short_name for each in reading.authorities}
        whose = " and ".join(names.get(code, code) for code in others)
        reading.notes.append(
            f"Left out: {len(entries) - len(own)} lines of {whose}, whose own they are."
        )
    return own


def _each_once(reading: Reading, entries: list[Entry]) -> list[Entry]:
    if reading.answers.add_up and may_add_up(reading.kind):
        together = added_up(reading.kind, entries)
        if len(together) < len(entries):
            reading.notes.append(f"{len(entries):,} rows were added up to {len(together):,} lines.")
        entries = together
    by_identity: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_identity[identity(reading.kind, entry.says, entry.authority)].append(entry)
    twice = [held for held in by_identity.values() if len(held) > 1]
    cure = (
        "Leave one out, or let such rows be added up."
        if may_add_up(reading.kind)
        else "Leave one out, or number them."
    )
    for held in twice[:MOST_REMARKS]:
        places = ", ".join(each.place for each in held[1:6])
        reading.problems.append(Remark(held[0].place, f"stands here and again in {places}", cure))
    if len(entries) > limits.LINES:
        reading.problems.append(
            Remark(
                reading.book.name,
                f"makes {len(entries):,} lines, and {limits.LINES:,} is the most that can be "
                "brought in at once",
                "Let rows of one service be added up, or bring it in in parts."
                if may_add_up(reading.kind)
                else "Bring it in in parts.",
            )
        )
    return entries


def _is_head_again(layout: Layout, row: int) -> bool:
    """Headings that are repeated on every printed page."""
    sheet, last = layout.sheet, layout.head[1]
    held = sheet.rows[row]
    return len(held) > 1 and all(
        sheet.text(row, column) == sheet.text(last, column) for column in held
    )
