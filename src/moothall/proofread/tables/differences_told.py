"""Differences told with their way: “£0.175m worse than at Quarter 1”, where the columns are better.

The amount of a difference is that of two cells of one row, or of one column: so it is known which
two are meant, and one of them is named after “than” or “compared with”.  “Option 4 is the dearest,
by £360,000 compared with Option 2”, which is £360,000 above it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, named_rows
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.tables.rows_spoken_of import (
    MOST_NAMED,
    are_apart,
    is_long_enough,
    is_named,
    is_spoken_of,
    signed,
)

_MORE = (
    r"more|higher|greater|larger|bigger|dearer|dearest|costlier|costliest|up|above|highest|largest|"
    r"longer|older|busier|most expensive"
)
_LESS = (
    r"less|fewer|lower|smaller|cheaper|cheapest|down|below|lowest|smallest|shorter|younger|"
    r"quieter|least expensive"
)
_WAY = (
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<worse>worse|poorer)|(?P<better>better|improved))"
)
_DIFFERENCE = Expression(
    rf"{mark('n', 'MC')}(?:\s(?:[a-z]+\s){{0,2}}?)?(?:\b{_WAY}\b)|"
    + rf"\b{_WAY}\b[^«».;]{{0,40}}?\bby\s{mark('m', 'MC')}".replace("P<", "P<b_"),
    re.IGNORECASE,
)
_AGAINST = Expression(
    r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|against|relative to|versus)\s"
    r"(?P<other>[^;]{2,80})",
    re.IGNORECASE,
)
_ABOVE = Expression(r"\b(?:over|above|below|since|from|on)\s(?P<other>[^;]{2,80})", re.IGNORECASE)
_NO_TELLING = Expression(
    r"\b(?:would|could|should|if|may|might|not|target|limit|threshold|inflation)\b", re.IGNORECASE
)
_QUARTER = Expression(r"\b(?:quarter|qtr)\s(?=[1-4]\b)", re.IGNORECASE)
_BADLY = Expression(r"\b(?:overspen\w*|deficits?|arrears|debts?|shortfalls?|gaps?)\b", re.I)
_INCOME = Expression(r"\b(?:income|receipts?|grants?|fees|surplus\w*|sales)\b", re.IGNORECASE)
_CURE = "Correct the word, or the figures of the table."


@dataclass(frozen=True, slots=True)
class _Said:
    """What is told: by how much, which way, and what stands after “than”."""

    by: Figure
    word: str
    way: int
    of_worth: bool
    other: str


def a_difference_told_runs_the_way_of_its_table(report: Report) -> Iterator[TextFinding]:
    """“£360,000 dearer than Option 2” of a row that has £360,000 less."""
    rows = named_rows(report).all
    if not rows:
        return
    tables: defaultdict[int, list[NamedRow]] = defaultdict(list)
    for row in rows:
        tables[row.block].append(row)
    for paragraph in paragraphs(report):
        if paragraph.cell:
            continue
        for place, one in enumerate(paragraph.sentences):
            said = _said(one) if one.figures else None
            if said is None:
                continue
            words = content_words(one.text)
            named = [row for row in rows if is_spoken_of(row, one.text, words)]
            if len(named) > MOST_NAMED:
                continue
            message = next((m for row in named if (m := _between_columns(said, row))), None)
            earlier = " ".join(each.text for each in paragraph.sentences[:place])
            message = message or _between_rows(said, earlier, one, tables.values())
            if message:
                yield _finding(paragraph, one, message)


def _finding(paragraph: Paragraph, one: Sentence, message: str) -> TextFinding:
    return finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _said(one: Sentence) -> _Said | None:
    match = _DIFFERENCE.search(one.pattern)
    if match is None or _NO_TELLING.search(one.pattern[: match.end()]):
        return None
    prefix = "" if match["n"] else "b_"
    by = one.figure(match["n"] or match["b_m"])
    if by.rough or not is_long_enough(by):
        return None
    way = next(name for name in ("more", "less", "worse", "better") if match[prefix + name])
    rest = _in_full(one, one.pattern[match.start() :])
    after = _AGAINST.search(rest) or _ABOVE.search(rest)
    if after is None:
        return None
    return _Said(
        by=by,
        word=match[prefix + way].lower(),
        way=1 if way in ("more", "worse") else -1,
        of_worth=way in ("worse", "better"),
        other=after["other"],
    )


def _in_full(one: Sentence, pattern: str) -> str:
    return re.sub(r"«(\w+)»", lambda found: one.figure(found[1]).text, pattern)


# --- two columns of one row -----------------------------------------------------------------------


def _between_columns(said: _Said, row: NamedRow) -> str | None:
    """What is wrong where two columns of the row are so far apart, and the other way."""
    when = periods_named(_QUARTER.sub("Q", said.other))
    pairs = [
        (now, then)
        for then in row.cells
        if when and periods_named(_QUARTER.sub("Q", then.head)) == when
        for now in row.cells
        if now is not then and now.kind is then.kind and _heads_are_alike(now, then)
    ]
    found = [(now, then) for now, then in pairs if are_apart(row, now, row, then, said.by)]
    if len(found) != 1:
        return None
    now, then = found[0]
    moved = signed(row, now) - signed(row, then)
    if said.of_worth:
        worth = _more_is_worse(row, now)
        if not worth:
            return None
        moved *= worth
    elif signed(row, now) < 0 or signed(row, then) < 0:
        return None
    if moved * said.way > 0:
        return None
    return (
        f"“{row.label}” has {row.printed(then)} (“{then.head.strip()}”) and {row.printed(now)} "
        f"(“{now.head.strip()}”, {row.where(now)}): that is not {said.by.text} {said.word}, but "
        f"{_contrary(said.word)}."
    )


def _heads_are_alike(one: Cell, other: Cell) -> bool:
    """Whether two columns have the same thing at two times: “Variance Q2” and “Variance Q1”."""
    first, second = (
        {word for word in re.findall(r"[a-z]{3,}", cell.head.lower()) if not _TIME.match(word)}
        for cell in (one, other)
    )
    return first == second or first <= second or second <= first


_TIME = Expression(
    r"q[1-4]|quarter|month|period|year|previous|last|this|current|now|at|jan|feb|mar|apr|may|jun|"
    r"jul|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)


def _more_is_worse(row: NamedRow, cell: Cell) -> int:
    """1 where more of it is worse, -1 where it is better, 0 where nothing shows it."""
    if _INCOME.search(f"{row.label} {cell.head} {row.grid.caption}"):
        return 0
    if _BADLY.search(cell.head):
        return 1
    before = [signed(row, each) for each in row.cells if each.column < cell.column]
    value = signed(row, cell)
    for place, budget in enumerate(before):
        for spent in before[place + 1 :]:
            if value and spent - budget == value:
                return 1
    return 0


_CONTRARIES = {"worse": "better", "poorer": "better", "better": "worse", "improved": "worse"}


def _contrary(word: str) -> str:
    if word in _CONTRARIES:
        return _CONTRARIES[word]
    return "less" if re.fullmatch(_MORE, word) else "more"


# --- two rows of one column -----------------------------------------------------------------------


def _between_rows(
    said: _Said, earlier: str, one: Sentence, tables: Iterable[list[NamedRow]]
) -> str | None:
    """What is wrong where two rows that are named are so far apart in a column, the other way."""
    if said.of_worth:
        return None
    until = one.text.find(said.other[:20])
    before = one.text[: until if until > 0 else None]
    for rows in tables:
        others = [row for row in rows if is_named(row, said.other)] or _by_words(rows, said.other)
        own = (
            [row for row in rows if is_named(row, before)]
            or _by_words(rows, before)
            or _last_named(rows, earlier)
        )
        if len(own) != 1 or len(others) != 1 or own[0] is others[0]:
            continue
        mine, theirs = own[0], others[0]
        pairs = [
            (a, b)
            for a in mine.cells
            for b in theirs.cells
            if a.column == b.column
            if are_apart(mine, a, theirs, b, said.by)
        ]
        if not pairs or any((a.value - b.value) * said.way > 0 for a, b in pairs):
            continue
        a, b = pairs[0]
        return (
            f"“{mine.label}” has {mine.printed(a)} and “{theirs.label}” {theirs.printed(b)} "
            f"(“{a.head.strip()}”, {mine.where(a)}): that is {said.by.text} "
            f"{_contrary(said.word)}, and the text says {said.word}."
        )
    return None


def _by_words(rows: list[NamedRow], text: str) -> list[NamedRow]:
    words = content_words(text)
    return [row for row in rows if row.words and row.words <= words]


def _last_named(rows: list[NamedRow], earlier: str) -> list[NamedRow]:
    """The row that the sentences before speak of, where they speak of one."""
    named = [row for row in rows if earlier and is_named(row, earlier)]
    return named if len(named) == 1 else []


RULES: tuple[Rule, ...] = (a_difference_told_runs_the_way_of_its_table,)
