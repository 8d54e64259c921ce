"""Quantities: every figure of a report, in prose and in tables, with what is said of it.

Read once for a report; rules that hold a figure against all the others look it up here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from moothall.documents.report import Place, Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.concepts import concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    around,
    paragraphs,
    read_once,
)
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.reading.table_figures import figures

_CLAUSE = Expression(r"[;:]|,\s(?:and|but|while|whilst|which|with|against|compared)\b|\s–\s")
_LONG = 150
"""A sentence longer than this is quoted in part."""
_ROW = 60
"""Tables with more columns or labels longer than this are lists of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure with what is said of it; `digits` are the significant ones, as printed."""

    text: str
    value: Decimal
    step: Decimal
    kind: Kind
    digits: str
    topics: frozenset[str]
    when: frozenset[str]
    words: str
    place: Place
    block: int
    rough: bool = False
    cell: bool = False
    row: int = 0
    column: int = 0
    own: str = ""
    """The clause of the figure, or the row's label."""
    head: str = ""

    @property
    def quote(self) -> str:
        """The words about the figure: the sentence, or the part of a long one."""
        place = self.words.find(self.text)
        if place < 0 or len(self.words) <= _LONG:
            return self.words
        return around(self.words, place, place + len(self.text), _LONG // 2 - len(self.text))


class Quantities:
    """All quantities of a report, found by their digits however finely they are printed."""

    def __init__(self, found: list[Quantity]) -> None:
        self.all = found

    @cached_property
    def by_digits(self) -> dict[str, list[Quantity]]:
        """By the digits as printed, and rounded to three and more."""
        index: defaultdict[str, list[Quantity]] = defaultdict(list)
        for one in self.all:
            for digits in _roundings(one.digits):
                index[digits].append(one)
        return dict(index)

    @cached_property
    def _wordings(self) -> dict[str, set[str]]:
        """The sentences that differ in their figures only."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.all:
            if not one.cell:
                found[_without_figures(one.words)].add(one.words)
        return dict(found)

    def is_said_of_each_in_turn(self, one: Quantity) -> bool:
        """Whether the same is said with other figures, of one service after the other."""
        return len(self._wordings.get(_without_figures(one.words), ())) > 2

    @cached_property
    def common(self) -> frozenset[str]:
        """Topics of a great part of all figures: they tell little."""
        times: defaultdict[str, int] = defaultdict(int)
        for one in self.all:
            for topic in one.topics:
                times[topic] += 1
        often = max(12, len(self.all) // 4)
        return frozenset(topic for topic, number in times.items() if number > often)


def _roundings(digits: str) -> set[str]:
    found = {digits}
    for places in range(3, len(digits)):
        number = Decimal(digits).scaleb(places - len(digits))
        found.add(str(number.quantize(Decimal(1), ROUND_HALF_UP)))
        found.add(digits[:places])
    return found


def _without_figures(words: str) -> str:
    return re.sub(r"[\d£%.,]+m?\b", "", words)


def digits_of(text: str) -> str:
    """The significant digits, without noughts on either side: "£0.250m" and "250,000" are 25.

    >>> digits_of("£0.250m"), digits_of("1,381")
    ('25', '1381')
    """
    return re.sub(r"\D", "", text).strip("0")


@read_once
def quantities(report: Report) -> Quantities:
    """Every figure of the report, in order."""
    return Quantities([*_in_prose(report), *_in_tables(report)])


def _in_prose(report: Report) -> Iterator[Quantity]:
    for paragraph in paragraphs(report):
        before = ""
        for one in paragraph.sentences:
            if one.figures:
                yield from _in_sentence(paragraph, one, before)
            before = one.text


def _in_sentence(paragraph: Paragraph, one: Sentence, before: str) -> Iterator[Quantity]:
    if len(one.figures) > 12:
        return
    topics = concepts(one.text)
    for figure in one.figures:
        own = own_clause(one, figure)
        yield Quantity(
            text=figure.text,
            value=figure.size,
            step=figure.amount.step,
            kind=figure.kind,
            digits=digits_of(figure.text),
            topics=topics,
            when=periods_named(own),
            words=one.text,
            place=paragraph.place,
            block=paragraph.block,
            rough=figure.rough,
            own=own,
            head=before,
        )


def own_clause(one: Sentence, figure: Figure) -> str:
    """The part of a sentence in which a figure stands."""
    start, end = 0, len(one.text)
    for match in _CLAUSE.finditer(one.text):
        if match.end() <= figure.amount.start:
            start = match.end()
        elif match.start() >= figure.amount.end:
            end = match.start()
            break
    return one.text[start:end]


def _in_tables(report: Report) -> Iterator[Quantity]:
    for number, block in captioned_grids(report):
        if not block.rows or len(block.rows[0]) > _ROW:
            continue
        about = concepts(block.caption)
        since = periods_named(block.caption)
        for cell in figures(block):
            row = block.rows[cell.row]
            label = " ".join(text for text in row[: cell.column] if _has_words(text)) or cell.label
            when = periods_named(f"{cell.head} {label}") or since
            yield Quantity(
                text=row[cell.column].strip(),
                value=cell.value,
                step=cell.step,
                kind=cell.kind,
                digits=digits_of(row[cell.column]),
                topics=concepts(label) | concepts(cell.head) | about,
                when=when,
                words=f"{label}, {cell.head}",
                place=block.cell_place(cell.row, cell.column),
                block=number,
                cell=True,
                row=cell.row,
                column=cell.column,
                own=label,
                head=cell.head,
            )


def _has_words(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 3
