"""Accounts and budgets in plain text whose lines have lost their columns: “Street lamps 4,237.48”.

What is left of a table when its spaces are lost is a run of lines that each end in as many sums of
money.  It is read as a table only where that is plain: sums printed as money, no sentences, and a
line for the total or the balance.
"""

import re
from dataclasses import dataclass

from moothall.files.reports.spaced_tables import SpacedTable

_SUM = (
    r"(?:[-–−(]{0,2}[£€]?\s?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?\)?"
    r"|[-–—]|nil)"
)
_ENDS_IN_SUMS = re.compile(
    rf"^(?P<label>\S.*?)??[\s.…_:–=-]*(?<![\w,.£€(–-])(?P<sums>{_SUM}(?:\s+{_SUM}){{0,7}})$", re.I
)
_BETWEEN_DASHES = re.compile(
    r"^(?P<label>[^£€]{3,60}?)\s?[-–]\s?(?P<sum>[£€](?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d)\s?[-–]\s?"
    r"(?P<rest>[^£€]{3,60})$"
)
_ONE_SUM = re.compile(_SUM, re.I)
_MONEY = re.compile(r"[£€]|\d,\d{3}\b|\.\d\d\)?$")
_CASTS = re.compile(
    r"\b(?:total|balance|closing|surplus|deficit|carried forward|c/f|net|less|minus)\b", re.I
)
_IS_A_SENTENCE = re.compile(
    r"[.;?!]$|[a-z]\.\s+[A-Z]|\b(?:is|are|was|were|has|had|will|would|be|been|agreed|resolved|"
    r"proposed|approved)\b"
)
_HEAD = re.compile(
    r"^(?P<label>[A-Za-z][A-Za-z &]{0,30}?)?\s*(?P<heads>(?:(?:19|20)\d\d(?:[/–-]\d{2,4})?"
    r"(?:\s?[£€](?:000|m)?)?\s*){1,7})$"
)
_A_HEAD = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?(?:\s?[£€](?:000|m)?)?")
_LEAST_ROWS = 3
_LONGEST = 120
_DIGIT_AT_END = re.compile(r"[\d)]\s*$")


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    sums: tuple[str, ...]
    number: int


def line_tables(lines: list[str | None], taken: set[int]) -> dict[int, SpacedTable]:
    """The tables among the lines that are not `taken`, each by the place of its first line."""
    found: dict[int, SpacedTable] = {}
    run: list[_Row] = []
    blank = 0
    for number, line in enumerate([*lines, ""]):
        at_end = number == len(lines)
        row = None
        if line is not None and number not in taken and not at_end:
            row = _row(line, number)
        if row is not None:
            run.append(row)
            blank = 0
            continue
        blank += 1
        if line is not None and (at_end or line.strip() or blank > 1 or number in taken):
            table = _table(run, lines, taken)
            if table is not None:
                found[table.begin] = table
            run, blank = [], 0
    return found


def _row(line: str, number: int) -> _Row | None:
    text = line.strip()
    if not 3 < len(text) <= _LONGEST or "\t" in text:
        return None
    if not _DIGIT_AT_END.search(text) and "£" not in text and "€" not in text:
        return None
    match = _ENDS_IN_SUMS.match(text)
    if match is not None:
        label = (match["label"] or "").strip()
        sums = tuple(_ONE_SUM.findall(match["sums"]))
        named = sum(sign.isalpha() for sign in label) >= _LEAST_ROWS
        plain = (named or (not label and len(sums) > 1)) and not _IS_A_SENTENCE.search(label)
        is_row = plain and any(_MONEY.search(each) for each in sums)
        return _Row(label, sums, number) if is_row else None
    between = _BETWEEN_DASHES.match(text)
    if between is not None and not _IS_A_SENTENCE.search(between["rest"]):
        label = f"{between['label'].strip()} – {between['rest'].strip()}"
        return _Row(label, (between["sum"],), number)
    return None


def _table(run: list[_Row], lines: list[str | None], taken: set[int]) -> SpacedTable | None:
    if len(run) < _LEAST_ROWS or not any(_casts(row, run) for row in run):
        return None
    width = min(len(row.sums) for row in run)
    if sum(bool(row.label) for row in run) < _LEAST_ROWS - 1:
        return None
    head = _head(run[0].number, lines, taken, width)
    rows = [_cells(row, width) for row in run]
    if any(not _MONEY.search(cells[-1]) for cells in rows):
        return None
    begin = run[0].number if head is None else head[0]
    numbers = [row.number for row in run]
    if head is not None:
        rows.insert(0, head[1])
        numbers.insert(0, head[0])
    return SpacedTable(rows, int(head is not None), begin, run[-1].number + 1, numbers)


def _cells(row: _Row, width: int) -> tuple[str, ...]:
    """Its label and its last sums; a year or the number of a cheque before them is label."""
    rest, sums = row.sums[:-width], row.sums[-width:]
    return (" ".join((row.label, *rest)).strip(), *sums)


def _casts(row: _Row, run: list[_Row]) -> bool:
    return bool(_CASTS.search(row.label)) or (not row.label and row is run[-1])


def _head(
    first: int, lines: list[str | None], taken: set[int], width: int
) -> tuple[int, tuple[str, ...]] | None:
    """The line of years over a table, one for each column."""
    number = first - 1
    while number >= max(0, first - 2) and not (lines[number] or "").strip():
        number -= 1
    if number < max(0, first - 2) or number in taken:
        return None
    match = _HEAD.match((lines[number] or "").strip())
    if match is None:
        return None
    heads = _A_HEAD.findall(match["heads"])
    return (number, ((match["label"] or "").strip(), *heads)) if len(heads) == width else None
