"""Passages: the texts of a report, its paragraphs, their sentences and the figures in these.

A *passage* is any text as it stands, headings and cells included; a *paragraph* is running text
under its heading, cut into sentences.  A sentence is read as a *pattern*: its text with every
figure replaced by a mark, `«C0»` for a count, `«M1»` for money, `«P2»` for a percentage, `«Q3»` for
percentage points, so that a rule can say "from «» to «», an increase of «» («»)" and then look the
figures up.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import wraps
from typing import TypeVar
from weakref import finalize

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Amount, Kind, amounts
from moothall.proofread.reading.expressions import Expression

HUNDRED = Decimal(100)

_Read = TypeVar("_Read")


def read_once(read: Callable[[Report], _Read]) -> Callable[[Report], _Read]:
    """Keeps what was read of a report for as long as the report itself is kept.

    The rules of every room ask for it in turn.  What is read may not hold the report.
    """
    kept: dict[int, _Read] = {}

    def kept_or_read(report: Report) -> _Read:
        key = id(report)
        if key in kept:
            return kept[key]
        result = kept[key] = read(report)
        finalize(report, kept.pop, key)
        return result

    return kept_or_read


def found_once(
    rule: Callable[[Report], Iterable[TextFinding]],
) -> Callable[[Report], tuple[TextFinding, ...]]:
    """For a rule whose findings others ask for, so as not to tell a thing again."""
    return wraps(rule)(read_once(lambda report: tuple(rule(report))))


# --- passages: every text as it stands ------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Any text of a report as it stands: a heading, a paragraph, a caption, one cell.

    `order` counts the blocks of the report.
    """

    text: str
    place: Place
    order: int
    heading: bool = False
    cell: bool = False
    folded: str = field(init=False, repr=False, compare=False)
    """The text without capitals, to see quickly whether a word can stand in it at all."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", self.text.casefold())

    def has(self, *words: str) -> bool:
        """Whether one of the words, given without capitals, stands in the text."""
        return any(map(self.folded.__contains__, words))


@read_once
def passages(report: Report) -> tuple[Passage, ...]:
    """Every text of a report in order: headings, paragraphs, and the cells of tables.

    Cells without a letter are left out: they are figures, and other rules read them.
    """
    return tuple(_passages(report))


_LETTER = Expression(r"[^\W\d_]|[£?\[☐☑☒✓✔]")


def _passages(report: Report) -> Iterator[Passage]:
    for order, block in enumerate(report.blocks):
        if isinstance(block, Grid):
            if block.caption:
                yield Passage(text=block.caption, place=block.place, order=order)
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    if _LETTER.search(cell):
                        place = block.cell_place(row, column)
                        yield Passage(text=cell, place=place, order=order, cell=True)
        elif not isinstance(block, Image):
            heading = isinstance(block, Heading)
            yield Passage(text=block.text, place=block.place, order=order, heading=heading)


def around(text: str, start: int, end: int, reach: int = 60, *, after: int | None = None) -> str:
    """The words about a spot, for a quote; none is cut."""
    since = max(0, start - reach)
    until = min(len(text), end + (reach if after is None else after))
    left, right = text[since:start], text[end:until]
    if since and " " in left:
        left = left.partition(" ")[2]
    if until < len(text) and " " in right:
        right = right.rpartition(" ")[0]
    return f"{left}{text[start:end]}{right}".strip()


# --- sentences and their figures ------------------------------------------------------------------

_LONGEST_SENTENCE = 1_500
"""Longer runs of words are lists or hostile; cutting them keeps every rule linear."""
_LETTER_OF = {Kind.MONEY: "M", Kind.COUNT: "C", Kind.PERCENT: "P", Kind.POINTS: "Q"}
_SENTENCE_END = Expression(
    r"(?<=[.!?])(?<!\bapprox\.)(?<!\b[Nn]o\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bc\.)(?<!\bpara\.)"
    r"(?<!\bvs\.)(?<!\bfig\.)(?<!\beg\.)\s+(?=[A-Z\"“‘'(£\d])"
)
_RATE_BASE = Expression(r"\b(?:per|every|each|for every|rate/|in)\s*$", re.IGNORECASE)
_BASES = {"1,000", "1000", "10,000", "10000", "100,000", "100000", "million", "1 million"}
_ROUGHLY = Expression(
    r"(?:\b(?:about|around|approximately|approx\.?|circa|c\.?|some|roughly|nearly|almost|"
    r"just (?:under|over|above|below)|over|under|more than|less than|fewer than|up to|at least|"
    r"in excess of|in the region of|close to)|~)\s*£?$",
    re.IGNORECASE,
)
_ABOUT = Expression(
    r"\b(?:about|around|approximately|approx\.?|circa|c\.?|some|roughly)\s*£?$", re.IGNORECASE
)
_TOO_FINE = 4
"""Nobody rounds to so many digits: “about £240,400” is as much, to the nearest hundred."""
_POINTS_AFTER = Expression(r"\s*-?(?:age\s+)?(?:points?|pts?|ppts?)\b", re.IGNORECASE)
_YEARS_AFTER = Expression(
    r"\s*(?:(?:and|or|to|&)\s+\d+\s+)?[-–]?\s*(?:years?[-– ]*olds?|year olds?|s\b|\+|plus\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a sentence; `spread` is how far rounding and words like "about" may move it."""

    amount: Amount
    spread: Decimal
    rough: bool

    @property
    def text(self) -> str:
        return self.amount.text

    @property
    def kind(self) -> Kind:
        return self.amount.kind

    @property
    def value(self) -> Decimal:
        return self.amount.value

    @property
    def size(self) -> Decimal:
        return abs(self.amount.value)

    @property
    def low(self) -> Decimal:
        return self.size - self.spread

    @property
    def high(self) -> Decimal:
        return self.size + self.spread

    @property
    def counts_exactly(self) -> bool:
        """Whether it is a number of things given in full, which no rounding can move."""
        return self.kind is Kind.COUNT and self.spread == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, its pattern and the figures that the pattern's marks stand for."""

    text: str
    pattern: str
    figures: tuple[Figure, ...]

    def figure(self, mark: str) -> Figure:
        return self.figures[int(mark.strip("«»")[1:])]


def sentence(text: str) -> Sentence:
    """A sentence with its pattern."""
    text = text[:_LONGEST_SENTENCE].replace("«", " ").replace("»", " ")
    parts: list[str] = []
    figures: list[Figure] = []
    done = 0
    for amount in amounts(text):
        before, after = text[max(0, amount.start - 24) : amount.start], text[amount.end :]
        if _is_no_figure(amount, before, after[:24]):
            continue
        start, end, kind = amount.start, amount.end, amount.kind
        if kind is Kind.PERCENT and (points := _POINTS_AFTER.match(after)):
            end, kind = end + points.end(), Kind.POINTS
        if start > done and text[start - 1] in "+-–−" and (start < 2 or text[start - 2] in " ("):
            start -= 1
        rough = bool(_ROUGHLY.search(before)) or after.startswith("+")
        if rough and _ABOUT.search(before) and len(_digits(amount)) >= _TOO_FINE:
            rough = False
        if kind is not amount.kind:
            amount = Amount(
                text=text[amount.start : end],
                value=amount.value,
                kind=kind,
                places=amount.places,
                scale=amount.scale,
                start=amount.start,
                end=end,
            )
        parts += [text[done:start], f"«{_LETTER_OF[kind]}{len(figures)}»"]
        figures.append(Figure(amount=amount, spread=_spread(amount, rough), rough=rough))
        done = end
    parts.append(text[done:])
    return Sentence(text=text, pattern="".join(parts), figures=tuple(_evenly_rounded(figures)))


def _evenly_rounded(figures: list[Figure]) -> Iterator[Figure]:
    """Sums in full pounds are rounded alike: beside £152,500 the noughts of £400,000 are exact."""
    finest = min((f.spread for f in figures if _is_in_full(f)), default=Decimal(0))
    for figure in figures:
        yield replace(figure, spread=finest) if _is_in_full(figure) else figure


def _is_in_full(figure: Figure) -> bool:
    amount = figure.amount
    in_pounds = amount.kind is Kind.MONEY and amount.scale == 1 and amount.places == 0
    return in_pounds and not figure.rough


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order."""
    return tuple(sentence(part) for part in _SENTENCE_END.split(text) if part.strip())


def _is_no_figure(amount: Amount, before: str, after: str) -> bool:
    """Bases of rates, ages and the noughts of "£000" are not figures of the sentence."""
    digits = amount.text.lstrip("£").strip()
    if set(digits) <= {"0"} and len(digits) > 1:
        return True
    if amount.kind is not Kind.COUNT:
        return False
    if digits in _BASES and _RATE_BASE.search(before):
        return True
    if _YEARS_AFTER.match(after) and amount.value < 120 and not after.startswith((" plus", "+")):
        return True
    return bool(
        amount.value < 100
        and amount.places == 0
        and re.search(r"\b(?:aged|ages?)(?: (?:under|over|from|between))?\s*$", before, re.I)
    )


def _digits(amount: Amount) -> str:
    """The digits that tell, without the noughts about them."""
    return re.sub(r"\D", "", amount.text).strip("0")


def _spread(amount: Amount, rough: bool) -> Decimal:
    """How far rounding, shown by noughts at the end, and words like "about" may move a figure."""
    spread = amount.half
    if amount.places == 0 and amount.scale == 1 and amount.kind in (Kind.COUNT, Kind.MONEY):
        digits = str(abs(int(amount.value)))
        noughts = len(digits) - len(digits.rstrip("0")) if digits != "0" else 0
        if noughts >= 2:
            spread = Decimal(10) ** (noughts - 1) / 2
        elif amount.kind is Kind.COUNT:
            spread = Decimal(0)
    if rough:
        spread += abs(amount.value) / 10
    return spread


# --- paragraphs: running text under its heading ---------------------------------------------------

_MARKS = Expression(r"^(?:[>➤•▪◦○●*–-]\s+)+")
_DANGLING = Expression(
    r"(?:\b(?:up|down|by|of|to|from|and|or|the|a|an|is|was|at|with|than|in|for)|,)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, an item of a list or a table cell of running text, read sentence by sentence."""

    text: str
    place: Place
    section: str
    block: int
    bullet: bool = False
    cell: bool = False
    sentences: tuple[Sentence, ...] = ()

    @property
    def leads_in(self) -> bool:
        """Whether a list follows."""
        return self.text.rstrip(" -–").endswith(":")


@read_once
def paragraphs(report: Report) -> tuple[Paragraph, ...]:
    """Every paragraph of a report, in order; one that a page cut in two is whole again."""
    found: list[Paragraph] = []
    section = ""
    open_text: Paragraph | None = None  # a paragraph that a page break cut off
    for number, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            section = block.text
        elif isinstance(block, Prose):
            text = _MARKS.sub("", block.text.strip())
            if open_text is not None and not block.bullet:
                found[-1] = _paragraph(
                    f"{open_text.text} {text}",
                    open_text.place,
                    section,
                    open_text.block,
                    bullet=open_text.bullet,
                )
            else:
                if _is_label(text) and not block.bullet:
                    section = text.rstrip(":")
                found.append(_paragraph(text, block.place, section, number, bullet=block.bullet))
            last = found[-1]
            open_text = last if len(last.text) < 4_000 and _DANGLING.search(last.text) else None
            continue
        elif isinstance(block, Grid):
            found.extend(_cells(block, section, number))
        open_text = None
    return tuple(found)


def _is_label(text: str) -> bool:
    """Whether a line names what follows it, as "Financial Implications:" on a front sheet does."""
    return text.endswith(":") and len(text) <= 60 and len(text.split()) <= 5 and text[:1].isupper()


def _paragraph(text: str, place: Place, section: str, block: int, *, bullet: bool) -> Paragraph:
    return Paragraph(
        text=text,
        place=place,
        section=section,
        block=block,
        bullet=bullet,
        sentences=sentences(text),
    )


def _cells(grid: Grid, section: str, number: int) -> Iterator[Paragraph]:
    for row, cells in enumerate(grid.rows):
        for column, text in enumerate(cells):
            if len(text) >= 30 and text.count(" ") >= 4:
                yield Paragraph(
                    text=text,
                    place=grid.cell_place(row, column),
                    section=section,
                    block=number,
                    cell=True,
                    sentences=sentences(" ".join(text.split())),
                )


def each_sentence(report: Report, at_least: int = 0) -> Iterator[tuple[Paragraph, Sentence]]:
    """Every sentence with as many figures as a rule needs."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.figures) >= at_least:
                yield paragraph, one


# --- patterns of sentences ------------------------------------------------------------------------

ROUGH = (
    r"(?:(?:about|around|approximately|approx\.?|circa|c\.?|some|just (?:over|under)|over|under|"
    r"nearly|almost|more than|less than|the \w+ \w+ of|"
    r"a (?:net |total )?(?:figure |total |baseline |level |high |low |peak )?of)\s+)?"
)
ASIDE = r"(?:\s?\([^()]{0,80}\))?"


def mark(name: str, kinds: str = "MCP") -> str:
    """The pattern of a figure of these kinds."""
    return rf"«(?P<{name}>[{kinds}]\d+)»"


# --- figures in the words of a finding ------------------------------------------------------------


def worded(value: Decimal, like: Amount) -> str:
    """A value in the unit, and with the places, of a figure as printed."""
    places = like.places
    shown = abs(value) / like.scale
    text = f"{shown:,.{places}f}"
    if Decimal(text.replace(",", "")) != shown and places == 0 and like.scale != 1:
        text = f"{shown:,.2f}"
    unit = re.sub(r"^[£€]?\s*[\d,.]+", "", like.text)
    sign = "" if like.kind is not Kind.MONEY else "€" if like.text.startswith("€") else "£"
    return f"{sign}{text}{unit}"


def per_cent(value: Decimal, places: int = 1) -> str:
    """A percentage with one decimal place at least."""
    return f"{abs(value):,.{max(places, 1)}f}%"


def finer(a: Figure, b: Figure) -> Amount:
    """The one of two figures that is printed to the smaller unit."""
    return a.amount if a.amount.step < b.amount.step else b.amount


def beyond(figure: Figure, low: Decimal, high: Decimal) -> Decimal:
    """How far a printed figure lies outside what it should be, in units of its last place."""
    gap = max(low - figure.high, figure.low - high, Decimal(0))
    return gap / figure.amount.step


def finding_on(
    paragraph: Paragraph, one: Sentence, message: str, cure: str, confidence: Confidence
) -> TextFinding:
    """A finding that quotes the sentence."""
    return TextFinding(
        place=paragraph.place, quote=one.text, message=message, cure=cure, confidence=confidence
    )
