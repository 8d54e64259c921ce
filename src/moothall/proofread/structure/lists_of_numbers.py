"""Numbers that lists print: ranks of a table, labels with a number in brackets, what is announced.

And the paragraph of a list's own numbers that is pointed to, and is not there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import around
from moothall.proofread.structure.references import OF_OTHER
from moothall.proofread.structure.sequences import slips
from moothall.proofread.structure.worded_labels import labels_in_words_run_on

_RENUMBER = "Renumber, or put back what was taken out."

# --- the first column of a table ------------------------------------------------------------------

_FEWEST_ROWS = 5
_COUNTS = Expression(
    r"^\W*(?:no|nos|number|#|rank|ranking|position|place|row|line|s/?n)?\W*$", re.I
)
_A_COUNT = Expression(r"(\d{1,3})[.)]?")


def rows_of_a_table_are_counted_one_by_one(report: Report) -> Iterator[TextFinding]:
    """Rows 1 to 17 and then 19: no row 18, where every row has its number."""
    told = {finding.place for finding in labels_in_words_run_on(report)}
    for grid in report.grids:
        if len(grid.rows) < _FEWEST_ROWS or not grid.head_rows or not grid.rows[0]:
            continue
        if not _COUNTS.match(grid.rows[0][0]):
            continue
        numbers: list[tuple[int, int]] = []
        rows = list(enumerate(grid.rows))[grid.head_rows :]
        for row, cells in rows:
            match = _A_COUNT.fullmatch(cells[0].strip()) if cells else None
            if match is None:
                break
            if not numbers or cells != grid.rows[row - 1]:  # a page break may print a row again
                numbers.append((row, int(match[1])))
        else:
            if len(numbers) < _FEWEST_ROWS or numbers[0][1] != 1:
                continue
            found = list(slips([number for _, number in numbers]))
            if len(found) != 1 or found[0].twice or len(found[0].missing) != 1:
                continue
            row, number = numbers[found[0].index]
            if grid.cell_place(row, 0) in told:
                continue
            yield TextFinding(
                place=grid.cell_place(row, 0),
                quote=" ".join(cell for cell in grid.rows[row] if cell.strip()),
                message=f"Row {numbers[found[0].index - 1][1]} is followed by row {number}: there "
                f"is no {found[0].missing[0]}.",
                confidence=Confidence.MEDIUM,
                cure=_RENUMBER,
            )


# --- a number in brackets behind one label --------------------------------------------------------

_IN_BRACKETS = Expression(
    r"^\W{0,3}(?:Item\s)?(?P<stem>20\d\d[/-]\d\d\s?|"
    r"(?:Item|Minute|Resolution|Decision|Action|Motion|Ref)\b[^()]{0,24})"
    r"\((?P<number>\d{1,4})\)\W*$|"
    r"^\W{0,3}(?P<plain>(?:Item|Minute|Resolution|Decision|Action|Motion)\s(?:[\d/-]{4,9}[./ -]))"
    r"(?P<last>\d{1,4})\W*$",
    re.IGNORECASE,
)
_FIRST_CELL = Expression(r"^(?P<stem>20\d\d[-/]\d\d\s)(?P<number>\d{1,3})$(?P<plain>)(?P<last>)")
"""“2025-26 11”, the first cell of a row of an agenda."""
_FEWEST_LABELS = 4


def _short_texts(report: Report) -> Iterator[tuple[str, Place, bool]]:
    """The short lines, and the first cell of each row with the rest of the row for its words."""
    for block in report.blocks:
        if isinstance(block, Grid):
            for row, cells in enumerate(block.rows):
                yield cells[0].strip(), block.cell_place(row, 0), True
        elif isinstance(block, Heading | Prose) and len(block.text) <= _LONGEST_LABEL:
            yield block.text, block.place, False


_LONGEST_LABEL = 50


def labels_with_a_number_run_on(report: Report) -> Iterator[TextFinding]:
    """“Item 2025-26 (34)” stands over two items, or (33) is followed by (35)."""
    by_stem: defaultdict[str, list[tuple[int, str, Place]]] = defaultdict(list)
    for text, place, cell in _short_texts(report):
        match = (_FIRST_CELL if cell else _IN_BRACKETS).match(text)
        if match:
            stem = " ".join((match["stem"] or match["plain"]).casefold().split())
            by_stem[stem].append((int(match["number"] or match["last"]), text, place))
    for found in by_stem.values():
        numbers = [number for number, _, _ in found]
        wrong = list(slips(numbers)) if len(found) >= _FEWEST_LABELS else []
        if len(wrong) * _FEWEST_LABELS > len(numbers) or len(numbers) - len(set(numbers)) > 1:
            continue
        for slip in wrong:
            _, text, place = found[slip.index]
            missing = " and no ".join(map(str, slip.missing))
            if slip.twice:
                message = f"The number {slip.number} is given to two items"
                message += f", and there is no {missing}." if missing else "."
            elif 0 < len(slip.missing) <= 2:
                message = f"{numbers[slip.index - 1]} is followed by {slip.number}: there is no "
                message += f"{missing}."
            else:
                continue
            yield TextFinding(
                place=place,
                quote=text,
                message=message,
                confidence=Confidence.MEDIUM,
                cure=_RENUMBER,
            )


# --- a paragraph of one list ----------------------------------------------------------------------

_POINTS = Expression(
    r"\b(?:paragraph|para|point|step|item|clause)\s(?P<number>\d{1,2})\s(?P<way>above|below)\b",
    re.IGNORECASE,
)
_FEWEST_PARAGRAPHS = 5


def a_paragraph_pointed_to_is_in_its_list(report: Report) -> Iterator[TextFinding]:
    """“Paragraph 12 above” is no paragraph of a protocol that has ten, and this is its tenth."""
    for chain in _chains(report):
        numbers = [number for number, _ in chain]
        for own, block in chain:
            if "above" not in block.text and "below" not in block.text:
                continue
            for match in _POINTS.finditer(block.text):
                told, above = int(match["number"]), match["way"].lower() == "above"
                right = told <= own if above else told in numbers and told >= own
                if right or OF_OTHER.match(block.text[match.end() :]):
                    continue
                if above and told in numbers:
                    where = "stands below"
                else:
                    where = f"is not there: the list ends at {numbers[-1]}"
                yield TextFinding(
                    place=block.place,
                    quote=around(block.text, match.start(), match.end()),
                    message=f"Paragraph {told} {where}; this is paragraph {own}.",
                    confidence=Confidence.MEDIUM,
                    cure="Give the number of the paragraph that is meant.",
                )


_PRINTED = Expression(r"(?P<number>\d{1,2})[.)]\s")


def _chains(report: Report) -> Iterator[list[tuple[int, Prose]]]:
    """Paragraphs that are numbered 1, 2, 3 one after another, other text between them or not."""
    chain: list[tuple[int, Prose]] = []
    for block in report.blocks:
        if not isinstance(block, Prose):
            continue
        printed = _PRINTED.match(f"{block.number} {block.text[:8]}".strip())
        if printed is None:
            continue
        number = printed["number"]
        if chain and int(number) != chain[-1][0] + 1:
            if len(chain) >= _FEWEST_PARAGRAPHS and chain[0][0] == 1:
                yield chain
            chain = []
        chain.append((int(number), block))
    if len(chain) >= _FEWEST_PARAGRAPHS and chain[0][0] == 1:
        yield chain


# --- as many as announced -------------------------------------------------------------------------

_NUMBER = "|".join(sorted((n for n in NUMBERS_TO_99 if NUMBERS_TO_99[n] <= 12), key=len)[::-1])
_ANNOUNCED = Expression(
    rf"\b(?P<n>{_NUMBER}|[3-9]|1[0-2])\s(?:(?!of\b)[a-z-]+\s){{0,2}}?(?P<noun>themes|areas|"
    r"priorities|sections|parts|chapters|aims|objectives|principles|pillars|strands|workstreams|"
    r"outcomes|ambitions|goals|headings|missions|challenges|topics|questions|steps|stages|options|"
    r"recommendations|conditions|criteria|reasons|(?P<other>[a-z]+s))\b(?P<rest>[^.:]{0,90}):\s*$",
    re.IGNORECASE,
)
_LEADS_ON = (":", " –", " —", " -")
_POINTS_ON = Expression(r"\bfollowing\s$|^$|[.;]\s$", re.IGNORECASE)
"""What stands before the number of any things whatever: “the following five halls”."""
_LEAST, _NEAR = 3, 1
_OF_MORE = Expression(
    r"\b(?:at least|more than|over|up to|first|last|other|further|next|remaining|these include|"
    r"including|such as|of the(?! following)|of which|among|these)\b",
    re.IGNORECASE,
)


def as_many_are_listed_as_announced(report: Report) -> Iterator[TextFinding]:
    """“Four key themes:” leads to 1, 2 and 3, and then to plain text."""
    blocks = report.blocks
    for order, block in enumerate(blocks):
        if not isinstance(block, Prose) or not block.text.rstrip().endswith(_LEADS_ON):
            continue
        end = block.text.rstrip()[-180:]
        end = f"{end[:-1].rstrip()}:"
        match = _ANNOUNCED.search(end)
        if match is None or _OF_MORE.search(end[max(0, match.start() - 30) :]):
            continue
        told = _value(match["n"])
        if match["other"] and not _POINTS_ON.search(end[: match.start()]):
            continue
        listed = _listed(report, order)
        if listed < _LEAST or abs(listed - told) != _NEAR:
            listed = _headed(report, order)  # titles with text under them, to the end
            if listed < _LEAST or told - listed != _NEAR:
                continue
        yield TextFinding(
            place=block.place,
            quote=around(block.text, len(block.text) - 90, len(block.text)),
            message=f"{match['n']} {match['noun']} are announced; {listed} are numbered.",
            confidence=Confidence.MEDIUM,
            cure="Correct the number, or complete the list.",
        )


def _value(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS_TO_99[word.lower()]


def _number(block: Heading | Prose) -> str:
    """The whole number that a block begins with, set apart by the reading of the text or not."""
    number = block.number.rstrip(".)")
    if number:
        return number if number.isdecimal() else ""
    printed = _PRINTED.match(block.text[:8])
    return printed["number"] if printed else ""


def _listed(report: Report, order: int) -> int:
    """How many numbers follow at once and count from 1; 0 where the list may go on elsewhere."""
    count = 0
    after: Heading | Prose | Grid | Image | None = None
    for after in report.blocks[order + 1 :]:
        number = _number(after) if isinstance(after, Heading | Prose) else ""
        if number != str(count + 1):
            break
        count += 1
    else:
        after = None
    if isinstance(after, Grid | Image):
        return 0
    # a number glued into an item, or one that goes on after a paragraph
    rest = [block for block in report.blocks[order + 1 :] if isinstance(block, Heading | Prose)]
    wanted = re.compile(rf"(?<![\d.£]){count + 1}[.)]?\s+[A-Z]")
    near = rest[: count + 5]
    marks = Counter(map(_number, near))
    if marks[str(count + 1)] or any(wanted.search(block.text) for block in near):
        return 0
    bullets = any(isinstance(block, Prose) and block.bullet for block in rest[: count + 1])
    return 0 if bullets else count


def _headed(report: Report, order: int) -> int:
    """How many numbered titles follow, 1 at once, with text under each; none is out of turn."""
    rest = [block for block in report.blocks[order + 1 :] if isinstance(block, Heading | Prose)]
    if not rest or _number(rest[0]) != "1":
        return 0
    whole = [number for number in map(_number, rest) if number]
    titles = all(len(block.text.split()) <= _LONGEST_TITLE for block in rest if _number(block))
    return len(whole) if titles and whole == [str(n + 1) for n in range(len(whole))] else 0


_LONGEST_TITLE = 10


RULES: tuple[Rule, ...] = (
    rows_of_a_table_are_counted_one_by_one,
    labels_with_a_number_run_on,
    a_paragraph_pointed_to_is_in_its_list,
    as_many_are_listed_as_announced,
)
