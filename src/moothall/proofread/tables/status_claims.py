"""What the words say of a table: rated green, five of seven improved, cheapest."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    finding_on,
    paragraphs,
)
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

_CURE = "Correct the words or the table."
_OF_ANOTHER_TIME = Expression(
    r"\b(?:previous(?:ly)?|last (?:quarter|year|month|time|report)|was (?:then|rated)|were rated|"
    r"had been|"
    r"moved|changed|expected|forecast to|will be|would be|should|if|until|target|from (?:red|"
    r"amber|green)|"
    r"(?:red|amber|green) to (?:red|amber|green)|at quarter|in quarter|earlier|no longer|not|aim|"
    r"originally|used to|unless|when|since)\b",
    re.IGNORECASE,
)

# --- red, amber, green ----------------------------------------------------------------------------

_RATED = Expression(
    r"\b(?:is|are|remains?|currently|now|rated|rag[- ]rated|rating (?:is|of)|status (?:is|of)|"
    r"flagged|"
    r"shown|reported|assessed|scored)\s(?:as\s|currently\s|rated\s|at\s|therefore\s|now\s)*"
    r"[“\"'‘]?(?P<rag>red|amber|green)\b(?!\s(?:to|and|or|/|bin|space|waste|belt|book|paper|infra|flag|"
    r"energy|fleet|spaces|travel|city|economy|roof|light))",
    re.IGNORECASE,
)
_RAG_CELL = Expression(r"^\W*(?:rag\W*)?(?P<rag>red|amber|green|r|a|g)\W*$", re.IGNORECASE)
_NAMES = {"r": "red", "a": "amber", "g": "green"}


def a_rating_told_is_that_of_the_table(report: Report) -> Iterator[TextFinding]:
    """“The project is rated green” of a row that the table rates red."""
    rated = [row for grid in tables_of(report) for row in _rated_rows(grid)]
    if not rated:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell:
            continue
        for place, one in enumerate(paragraph.sentences):
            match = _RATED.search(one.text)
            if match is None or _OF_ANOTHER_TIME.search(one.text):
                continue
            lead = paragraph.sentences[0].text if place else ""
            found = _row_named(f"{one.text[: match.start()]}", rated) or _row_named(
                f"{lead} {one.text[: match.start()]}", rated
            )
            if found is None:
                continue
            grid, row, label, rag = found
            said = match["rag"].lower()
            if said == rag:
                continue
            yield finding_on(
                paragraph,
                one,
                f"The text says {said}; the table rates “{label}” {rag} "
                f"({grid.cell_place(row, len(grid.rows[row]) - 1)}).",
                _CURE,
                Confidence.HIGH,
            )


def _rated_rows(grid: Grid) -> Iterator[tuple[Grid, int, str, str]]:
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        ratings = [m["rag"].lower() for cell in row if (m := _RAG_CELL.match(cell.strip()))]
        label = next((cell for cell in row if sum(c.isalpha() for c in cell) > 5), "")
        if len(ratings) == 1 and label and not _RAG_CELL.match(label.strip()):
            yield grid, number, label, _NAMES.get(ratings[0], ratings[0])


def _row_named(
    text: str, rated: list[tuple[Grid, int, str, str]]
) -> tuple[Grid, int, str, str] | None:
    """The one row whose name the text gives."""
    words = concepts(text)
    named = [
        row for row in rated if (label := concepts(row[2]) - WEAK) and len(label & words) >= 2
        and len(label & words) * 5 >= len(label) * 3
    ]  # fmt: skip
    best = sorted(named, key=lambda row: -len(concepts(row[2]) & words))
    if len(best) > 1 and len(concepts(best[0][2]) & words) == len(concepts(best[1][2]) & words):
        return None
    return best[0] if best else None


# --- so many of so many ---------------------------------------------------------------------------

_NUMBER = rf"(?P<n>\d{{1,3}}|one|{'|'.join(NUMBER_WORDS)})"
_WHOLE = rf"(?P<m>\d{{1,3}}|{'|'.join(NUMBER_WORDS)})"
_HOW_MANY = Expression(
    rf"\b{_NUMBER}\s(?:out\sof|of)\s(?:the\s|our\s|"
    rf"these\s)?{_WHOLE}\s(?P<things>[a-z][a-z -]{{2,45}}?)\s"
    r"(?:have\s|has\s|are\s|is\s|were\s|was\s|now\s|currently\s|rated\s|shown\s(?:as\s)?|"
    r"on\s)*(?P<did>improved|worsened|"
    r"declined|deteriorated|green|red|amber|worse|complete|completed|achieved|on track|"
    r"met(?=\s(?:their\s|its\s|the\s)?target))\b",
    re.IGNORECASE,
)
_SAME_STATUS = {
    "improved": {"improved", "improving", "better", "up", "↑", "▲"},
    "worsened": {"worse", "worsened", "declined", "deteriorated", "declining", "down", "↓", "▼"},
    "green": {"green", "g"},
    "red": {"red", "r"},
    "amber": {"amber", "a"},
    "complete": {"complete", "completed", "done"},
    "achieved": {"achieved", "met"},
    "on track": {"on track"},
}


def a_count_of_a_status_is_that_of_the_table(report: Report) -> Iterator[TextFinding]:
    """“Five of the seven measures improved” where the table marks six so."""
    for paragraph, one in ((p, s) for p in paragraphs(report) for s in p.sentences):
        for match in _HOW_MANY.finditer(one.text):
            said, whole = _as_number(match["n"]), _as_number(match["m"])
            word = match["did"].lower()
            statuses = next((names for key, names in _SAME_STATUS.items()
                             if key == word or word in names), None)  # fmt: skip
            if statuses is None or paragraph.cell:
                continue
            for grid in tables_of(report):
                got = _status_count(grid, statuses, whole)
                if got is None or got == said:
                    continue
                yield finding_on(
                    paragraph,
                    one,
                    f"The text says {match['n']} of {match['m']}; the table marks {got} of {whole} "
                    f"rows “{word}” ({grid.place}).",
                    _CURE,
                    Confidence.MEDIUM,
                )
                break


def _as_number(text: str) -> int:
    text = text.lower()
    return 1 if text == "one" else NUMBER_WORDS.get(text) or int(text)


def _status_count(grid: Grid, statuses: set[str], whole: int) -> int | None:
    """How many rows bear the status, where the table has as many rows as the text says."""
    rows = [row for row in grid.rows[grid.head_rows :] if not re.match(r"\W*total", row[0], re.I)]
    known = set().union(*_SAME_STATUS.values()) | {"no change", "same", "stable", "unchanged"}
    if len(rows) != whole or not rows:
        return None
    for column in range(len(rows[0])):
        marks = [row[column].strip().lower() for row in rows if column < len(row)]
        if all(mark_ in known for mark_ in marks) and len(set(marks)) > 1:
            got = sum(mark_ in statuses for mark_ in marks)
            return got if got else None
    return None


# --- a measure that moved away from its target ----------------------------------------------------

_LOW_IS_GOOD = Expression(
    r"\b(?:admissions?|waiting|complaints?|sickness|absence|delay\w*|vacanc\w*|arrears|debt|missed|"
    r"crimes?|offences?|exclusions?|voids?|turnover|errors?|neet|mortality|deaths?|injur\w+|"
    r"accidents?|"
    r"days (?:to|taken)|days lost|re-?offend\w*|homeless\w*|emissions?|fly-?tip\w*|obes\w+|smok\w+|"
    r"unemploy\w+|cost per|residual waste|overdue|suspensions?|failures?)\b",
    re.IGNORECASE,
)


def a_measure_marked_improved_has_improved(report: Report) -> Iterator[TextFinding]:
    """Admissions that rose, further beyond their target, are not improved."""
    for grid in tables_of(report):
        heads = [
            " ".join(grid.rows[row][column] for row in range(grid.head_rows))
            for column in range(len(grid.rows[0]) if grid.rows else 0)
        ]
        target = next(
            (i for i, head in enumerate(heads) if re.search(r"\btarget", head, re.I)), None
        )
        by_row: dict[int, list[Cell]] = {}
        for cell in figures(grid):
            by_row.setdefault(cell.row, []).append(cell)
        for row, cells in by_row.items():
            marks = " ".join(
                cell for cell in grid.rows[row][1:] if not any(c.isdigit() for c in cell)
            )
            better = bool(re.search(r"\b(?:improv\w+|better)\b", marks, re.I))
            worse = bool(re.search(r"\b(?:worse\w*|declin\w+|deteriorat\w+)\b", marks, re.I))
            when = [cell for cell in cells if re.search(r"\d{4}|\bq[1-4]\b", cell.head, re.I)]
            aim = next((cell for cell in cells if cell.column == target), None)
            if better == worse or len(when) != 2 or aim is None:
                continue
            first, last = when
            moved = abs(last.value - aim.value) - abs(first.value - aim.value)
            low = _LOW_IS_GOOD.search(first.label)
            same_side = (first.value > aim.value) == (last.value > aim.value)
            wrong = (
                same_side and low and first.value > aim.value and (moved > 0) == better and moved
            )
            if not wrong:
                continue
            yield TextFinding(
                place=grid.cell_place(row, last.column),
                quote=" ".join(cell for cell in grid.rows[row] if cell),
                message=f"“{first.label}” went from {in_figures(first.value)} to "
                f"{in_figures(last.value)}, {'further from' if moved > 0 else 'nearer to'} the "
                f"target of "
                f"{in_figures(aim.value)}, and is marked {'improved' if better else 'worse'}.",
                cure="Correct the mark or the figures.",
                confidence=Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    a_rating_told_is_that_of_the_table,
    a_count_of_a_status_is_that_of_the_table,
    a_measure_marked_improved_has_improved,
)
