"""Codes and counted labels that stand twice: “AC/24/08” over two actions, “SO4” in two rows.

A list of codes counts up by one.  Where one stands twice and the next is left out, the second ought
to have been that; where nothing is left out, two things have one code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.structure.labelled_items import labels_of_items_run_on
from moothall.proofread.structure.sequences import slips
from moothall.proofread.structure.worded_labels import labels_in_words_run_on

_CODE = Expression(
    r"^\W{0,3}(?P<stem>[A-Z]{1,6}(?:[/.-][A-Z0-9]{1,6}){0,3}[/.-]|[A-Z]{1,4})[ ]?"
    r"(?P<number>\d{1,3})(?![\w/.,%-])(?P<words>\W.*|)$",
    re.DOTALL,
)
_COUNTED = Expression(
    r"^\W{0,3}(?P<stem>[A-Z][a-z]+ )(?P<number>\d{1,2})(?: of \d{1,2})\b(?P<words>.*)$", re.DOTALL
)
_CELL = Expression(r"^(?P<stem>[A-Z]{1,4})[ -]?(?P<number>\d{1,2})$(?P<words>)")
_WITHIN = Expression(
    r"\b(?P<stem>ch(?:e)?q(?:ue)?|voucher|invoice|receipt|purchase order|permit|plot|lot)\.?\s?"
    r"(?:no\.?|number|#)\s?(?P<number>\d{1,7})\b(?!\s?(?:-|–|to|and|,\s?\d))",
    re.IGNORECASE,
)
"""“… monthly salary, chq no 1370 £450.00”: what counts up stands within the line."""
_FEWEST = 4
_GOES_ON = Expression(r"\bcont(?:inued|['’]?d)?\b", re.IGNORECASE)
_NO_STEMS = frozenset({"A", "B", "M", "Q", "FY", "GP", "CO", "KS", "Y", "PM", "AM", "NO", "COP"})
"""Roads (A2, M20), quarters, years, key stages, gases and particles are counted by nobody here."""


@dataclass(frozen=True, slots=True)
class _Code:
    number: int
    printed: str
    words: str
    place: Place


def a_code_is_given_to_one_thing(report: Report) -> Iterator[TextFinding]:
    """“AC/24/08 Clerk to write” and “AC/24/08 Chair to meet”; or 7, 8, 8, 10."""
    told = {
        finding.place
        for rule in (labels_of_items_run_on, labels_in_words_run_on)
        for finding in rule(report)
    }
    for run in (*_runs(report), *_runs_within(report)):
        found = list(slips([code.number for code in run]))
        if len(found) != 1 or not found[0].twice:
            continue
        slip = found[0]
        code, before = run[slip.index], run[slip.index - 1]
        other = before if before.number == code.number else run[slip.index + 1]
        if code.place in told or _GOES_ON.search(code.words) or code.words == other.words:
            continue
        missing = f", and there is no number {slip.missing[0]}" if slip.missing else ""
        yield TextFinding(
            place=code.place,
            quote=f"{code.printed} {code.words}".strip(),
            message=f"{code.printed} stands twice: “{shortened(other.words, 60)}” and "
            f"“{shortened(code.words, 60)}”{missing}.",
            confidence=Confidence.MEDIUM,
            cure="Renumber them, and what refers to them.",
        )


def _runs(report: Report) -> Iterator[list[_Code]]:
    """Codes of one stem, line after line or down one column of a table."""
    run: list[_Code] = []
    stem = ""
    for block in report.blocks:
        if isinstance(block, Grid):
            yield from _columns(block)
        if not isinstance(block, Heading | Prose):
            continue
        match = _COUNTED.match(block.text) or _CODE.match(block.text)
        if match is None or match["stem"] in _NO_STEMS:
            continue
        code = _coded(match, match["words"].strip(" .:–-|"), block.place)
        if match["stem"] != stem or (run and not 0 <= code.number - run[-1].number <= 2):
            yield from _long_enough(run)
            run, stem = [], match["stem"]
        run.append(code)
    yield from _long_enough(run)


def _runs_within(report: Report) -> Iterator[list[_Code]]:
    """Numbers of one kind that stand within lines, one to each; only where one is left out."""
    run: list[_Code] = []
    for text, place in _lines(report):
        found = list(_WITHIN.finditer(text))
        if len(found) != 1:
            continue
        code = _Code(int(found[0]["number"]), found[0][0], text.strip(), place)
        if run and not 0 <= code.number - run[-1].number <= 2:
            yield from _with_one_left_out(run)
            run = []
        run.append(code)
    yield from _with_one_left_out(run)


def _lines(report: Report) -> Iterator[tuple[str, Place]]:
    """Every block of text and every row of a table, in order."""
    for block in report.blocks:
        if isinstance(block, Heading | Prose):
            yield block.text, block.place
        elif isinstance(block, Grid):
            for number, row in enumerate(block.rows):
                yield " ".join(row), block.cell_place(number, 0)


def _with_one_left_out(run: list[_Code]) -> Iterator[list[_Code]]:
    """One number may pay for two things; that it is a slip shows where the next is used by none."""
    missing = [number for slip in slips([code.number for code in run]) for number in slip.missing]
    if missing:
        yield from _long_enough(run)


def _columns(grid: Grid) -> Iterator[list[_Code]]:
    """A column of nothing but codes of one stem, each beside the words of its row."""
    width = max((len(row) for row in grid.rows), default=0)
    for column in range(width):
        body = [(n, row) for n, row in enumerate(grid.rows) if n >= max(1, grid.head_rows)]
        if len(body) < _FEWEST or any(column >= len(row) for _, row in body):
            continue
        run: list[_Code] = []
        stems = set()
        for n, row in body:
            match = _CELL.match(row[column].strip())
            if match is None:
                break
            stems.add(match["stem"])
            words = " ".join(cell for c, cell in enumerate(row) if c != column).strip()
            run.append(_coded(match, words, grid.cell_place(n, column)))
        if len(run) == len(body) and len(stems) == 1 and run[0].number == 1:
            yield from _long_enough(run)


def _coded(match: re.Match[str], words: str, place: Place) -> _Code:
    return _Code(int(match["number"]), f"{match['stem']}{match['number']}", words, place)


def _long_enough(run: list[_Code]) -> Iterator[list[_Code]]:
    if len(run) >= _FEWEST:
        yield run


RULES: tuple[Rule, ...] = (a_code_is_given_to_one_thing,)
