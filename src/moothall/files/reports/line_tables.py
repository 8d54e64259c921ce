"""Tables in plain text whose lines have lost their columns: “Street lamps 4,237.48 4,310.00”.

What is left of a table when its spaces are lost is a run of lines that each end in as many figures.
A label that was broken over lines stands above its figures or goes on below them; the names of the
columns stand above the first row, in one run of words that is taken apart only where as many begin
as there are columns.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from moothall.files.reports.block_sequence import is_caption
from moothall.files.reports.spaced_tables import SpacedTable

_FIGURE = re.compile(
    r"[-–−+]?\(?[-–−+]?[£€]?-?\d[\d,]*(?:\.\d+)?(?:%|k|m|bn|p)?\)?%?$|[-–—]$|nil$|n/a$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[£€]|\d,\d{3}\b|\.\d\d\)?$")
_CASTS = re.compile(
    r"\b(?:total|balance|closing|surplus|deficit|carried forward|c/f|net|less|minus)\b", re.I
)
_IS_A_SENTENCE = re.compile(
    r"[.;?!]$|[a-z]\.\s+[A-Z]|\b(?:is|are|was|were|has|had|will|would|be|been|agreed|resolved|"
    r"proposed|approved)\b"
)
_BETWEEN_DASHES = re.compile(
    r"^(?P<label>[^£€]{3,60}?)\s?[-–]\s?(?P<sum>[£€](?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d)\s?[-–]\s?"
    r"(?P<rest>[^£€]{3,60})$"
)
_MONTH_AT_END = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:[-*•]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s|\d{1,2}\.(?:\d|\s))")
_LEADERS = re.compile(r"\.{3,}|…{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?$")
_NAMES_COLUMNS = re.compile(
    r"\b(?:actual|amount|balance|budget|change|cost|forecast|hours|income|number|outturn|plan|rate|"
    r"share|spen[dt]|total|value|variance)\b|[%£]|\b20\d\d\b",
    re.IGNORECASE,
)
_LEAST_ROWS = 3
_LONGEST = 120
_LONGEST_LABEL = 60
_MOST_HEAD_LINES = 3


@dataclass(slots=True)
class _Row:
    """A line with figures: its label, the figures at its end, and its place among the lines."""

    label: list[str]
    figures: list[str]
    number: int


@dataclass(slots=True)
class _Run:
    """Lines one under the other that may be a table: rows, and words above and between them."""

    above: list[tuple[str, int]] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    waiting: list[tuple[str, int]] = field(default_factory=list)
    end: int = 0

    def take_words(self, words: str, number: int) -> None:
        if not self.rows:
            self.above = [*self.above, (words, number)][-_MOST_HEAD_LINES - 2 :]
        elif words[0].islower() and not self.waiting:
            self.rows[-1].label.append(words)
            self.end = number + 1
        else:
            self.waiting.append((words, number))

    def take_row(self, label: str, figures: list[str], number: int) -> None:
        words = [label] if label else []
        if self.rows and self.waiting:
            if not label or label[0].islower():
                words = [*(each for each, _ in self.waiting), *words]
            else:
                self.rows += [_Row([each], [], at) for each, at in self.waiting]
        self.waiting = []
        self.rows.append(_Row(words, figures, number))
        self.end = number + 1


def line_tables(lines: list[str | None], taken: set[int]) -> dict[int, SpacedTable]:
    """The tables among the lines that are not `taken`, each by the place of its first line."""
    found: dict[int, SpacedTable] = {}
    for run, captioned in _runs(lines, taken):
        table = _table(run, captioned=captioned)
        if table is not None:
            found[table.begin] = table
    return found


def _runs(lines: list[str | None], taken: set[int]) -> Iterator[tuple[_Run, bool]]:
    """Each run of lines with figures, and whether a caption stands over it."""
    run, captioned, blank = _Run(), False, 0
    for number, line in enumerate(lines):
        if line is None:
            continue  # the head or foot of a page, over which a table goes on
        text = line.strip()
        if not text and number not in taken:
            blank += 1
            if blank > 1 and run.rows:
                yield run, captioned
                run, captioned = _Run(), False
            continue
        row = None if number in taken else _row(text)
        if row is not None:
            run.take_row(*row, number)
        elif number not in taken and _is_label(text) and not (blank and run.rows):
            run.take_words(text, number)
        else:
            yield run, captioned
            run, captioned = _Run(), is_caption(text)
        blank = 0
    yield run, captioned


def _row(text: str) -> tuple[str, list[str]] | None:
    """The label and the figures of a line that ends in figures."""
    if len(text) > _LONGEST or "\t" in text or is_caption(text):
        return None
    between = _BETWEEN_DASHES.match(text)
    if between is not None and not _IS_A_SENTENCE.search(between["rest"]):
        return f"{between['label'].strip()} – {between['rest'].strip()}", [between["sum"]]
    words = text.split()
    count = len(words)
    while count and _FIGURE.match(words[count - 1]):
        count -= 1
    if count and _MONTH_AT_END.search(words[count - 1]):
        count += 1  # the year of a date
    label, figures = " ".join(words[:count]).rstrip(" .…_:–=-"), words[count:]
    if _LEADERS.search(text) and not all(map(_MONEY.search, figures)):
        return None  # a line of contents
    if not any(sign.isdigit() for each in figures for sign in each):
        return None
    item = _NUMBERED.match(text) and not words[count - 1].endswith(":")
    if label and (item or _IS_A_SENTENCE.search(label)):
        return None
    return label, figures


def _is_label(text: str) -> bool:
    """Whether a line may be the label of a row, or part of it, or names of columns."""
    return (
        len(text) <= _LONGEST_LABEL
        and "\t" not in text
        and text[-1] not in ".;:?!,"
        and not _NUMBERED.match(text)
        and not is_caption(text)
        and not _IS_A_SENTENCE.search(text)
    )


def _table(run: _Run, *, captioned: bool) -> SpacedTable | None:
    width = _width(run)
    _leave_out_what_is_no_row(run, width)
    rows = [row for row in run.rows if row.figures]
    if len(rows) < _LEAST_ROWS or any(len(row.figures) < width for row in rows):
        return None
    named = sum(bool(row.label) for row in rows)
    few = named < max(len(rows), _LEAST_ROWS) - 1
    if few and (rows[0].label or not run.above):
        return None
    heads, label = _heads_and_label(run, width)
    rows[0].label = [*label, *rows[0].label]
    if not _is_plain(rows, width, captioned=captioned):
        return None
    filled = [_cells(row, width) for row in run.rows]
    numbers = [row.number for row in run.rows]
    begin = min((at for _, at in run.above[-len(label) :] if label), default=run.rows[0].number)
    if heads:
        cells, begin = heads
        filled.insert(0, cells)
        numbers.insert(0, begin)
    return SpacedTable(filled, int(bool(heads)), begin, run.end, numbers)


def _width(run: _Run) -> int:
    """In how many figures most of the lines end."""
    counted = Counter(len(row.figures) for row in run.rows if row.figures)
    return max(counted, key=lambda width: (counted[width], width), default=0)


def _leave_out_what_is_no_row(run: _Run, width: int) -> None:
    """“Spend to 30”, over the figures, is of the names; what ends in fewer below them is prose."""
    while run.rows and len(run.rows[0].figures) < width:
        first = run.rows.pop(0)
        run.above.append((" ".join([*first.label, *first.figures]), first.number))
    for place, row in enumerate(run.rows):
        if row.figures and len(row.figures) < width:
            run.end = row.number
            del run.rows[place:]
            break


def _is_plain(rows: list[_Row], width: int, *, captioned: bool) -> bool:
    """Whether the lines were a table plainly: a caption, columns, or money with its total."""
    if not all(any(map(str.isalnum, "".join(row.label))) for row in rows[:-1]):
        return False
    if captioned or width > 1:
        return True
    money = all(_MONEY.search(row.figures[-1]) for row in rows)
    casts = any(_CASTS.search(" ".join(row.label)) for row in rows) or not rows[-1].label
    return money and casts


def _cells(row: _Row, width: int) -> tuple[str, ...]:
    """Its label and its last figures; a year or the number of a cheque before them is label."""
    extra = len(row.figures) - width
    if extra < 0:
        return (" ".join(row.label), *([""] * width))
    return (" ".join((*row.label, *row.figures[:extra])).strip(), *row.figures[extra:])


def _heads_and_label(run: _Run, width: int) -> tuple[tuple[tuple[str, ...], int] | None, list[str]]:
    """The names of the columns with the place of their line, and the first row's first words."""
    above = run.above
    label: list[tuple[str, int]] = []
    if not run.rows[0].label:
        # the first label stands above its figures, below the names of the columns
        last = max(
            (at for at, (words, _) in enumerate(above) if _NAMES_COLUMNS.search(words)), default=0
        )
        above, label = above[: last + 1], above[last + 1 :]
    for count in range(1, min(len(above), _MOST_HEAD_LINES) + 1):
        cells = _heads(" ".join(words for words, _ in above[-count:]), width)
        if cells is not None:
            return (cells, above[-count][1]), [words for words, _ in label]
    return None, [words for words, _ in label]


def _heads(text: str, width: int) -> tuple[str, ...] | None:
    """The names of the columns, where as many begin as there are; the labels may have none.

    A year or a unit may be the name of a column or go with the name before it.
    """
    for years, units in ((True, True), (True, False), (False, True), (False, False)):
        names: list[list[str]] = []
        for word in text.split():
            if _YEAR.match(word):
                begins = years
            elif word[0] in "%£":
                begins = units
            else:
                begins = word[0].isupper()
            if begins or not names:
                names.append([word])
            else:
                names[-1].append(word)
        cells = tuple(" ".join(name) for name in names)
        if len(cells) == width + 1:
            return cells
        if len(cells) == width and all(_YEAR.match(name[0]) for name in names):
            return ("", *cells)
    return None
