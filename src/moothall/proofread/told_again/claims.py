"""Claims: every figure, length of time and date of a report, with what it is said of.

Read once for a report and handed to every rule that holds one place against another.  A claim's own
words are those of its part of the sentence, or its row and column; `wide` are those of the whole
sentence; `about` those of the heading over it and of the sentence before, which say what "it" and
"the scheme" stand for.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from math import log

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.passages import Paragraph, Sentence, paragraphs, read_once
from moothall.proofread.reading.statements import IS_A_RECORD, periods_named
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.reading.thesaurus import NO_WORDS, Words, lines_of, words_of
from moothall.proofread.reading.written_dates import written_dates
from moothall.proofread.told_again.claim_grammar import is_of_another_time, own_part, place_in_whole
from moothall.proofread.told_again.claim_spans import spans
from moothall.proofread.told_again.claim_stages import Stage, labels, stages
from moothall.proofread.told_again.claim_units import unit_before
from moothall.proofread.told_again.claim_values import Sort, Value, values
from moothall.proofread.told_again.claim_words import GENERIC

_MOST_VALUES = 12
_MANY = 25
"""As if so many other claims stood beside: in a short report every word seems common."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """A value and what it is said of.

    `unit` is the noun of what is counted ("homes"), empty for money and shares; `role` the word
    before the figure that makes it a change or a part; `per` what each of which it is for; `stage`
    whether it is budget, forecast, target and the like; `when` the days in which it can lie.
    """

    value: Value
    own: str
    near: Words
    wide: Words
    about: Words
    unit: Words
    role: str
    per: str
    stage: frozenset[Stage]
    when: tuple[tuple[date, date], ...]
    labels: frozenset[str]
    named: frozenset[str]
    names_about: frozenset[str]
    event: str
    """The words that lead to a date: "the contract expires on"."""
    another_time: bool
    sentence: str
    place: Place
    block: int
    section: str
    bullet: bool = False
    cell: bool = False
    row: int = 0
    label: Words = NO_WORDS
    head: str = ""
    number: int = 0


class Claims:
    """All claims of a report, and how much each of their words tells."""

    def __init__(self, found: list[Claim]) -> None:
        self.all = found
        for number, one in enumerate(found):
            object.__setattr__(one, "number", number)

    @cached_property
    def _blocks(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for one in self.all:
            found.setdefault(one.block, []).append(one)
        return found

    def of_block(self, block: int) -> list[Claim]:
        """The claims of one paragraph or table."""
        return self._blocks.get(block, [])

    @cached_property
    def _sizes(self) -> dict[tuple[Sort, int], list[Claim]]:
        found: dict[tuple[Sort, int], list[Claim]] = {}
        for one in self.all:
            found.setdefault((one.value.sort, _magnitude(one.value)), []).append(one)
        return found

    def of_size(self, value: Value) -> Iterator[Claim]:
        """The claims among which any that has this value must be."""
        about = _magnitude(value)
        for magnitude in (about - 1, about, about + 1):
            yield from self._sizes.get((value.sort, magnitude), ())

    @cached_property
    def year(self) -> tuple[date, date] | None:
        """The financial year that most dated claims are of."""
        years = Counter(
            span
            for one in self.all
            for span in one.when
            if (span[1] - span[0]).days in (364, 365) and span[0].month == 4
        )
        return years.most_common(1)[0][0] if years else None

    @cached_property
    def _often(self) -> tuple[Counter[str], Counter[int]]:
        roots: Counter[str] = Counter()
        lines: Counter[int] = Counter()
        told: set[tuple[int, str]] = set()
        for one in self.all:
            key = (one.block, one.own)
            if key in told:
                continue
            told.add(key)
            roots.update(one.wide.roots)
            lines.update(one.wide.lines)
        return roots, lines

    @cached_property
    def _rarity(self) -> dict[str, float]:
        roots, _ = self._often
        whole = len(self.all) + _MANY
        return {word: log(whole / times) for word, times in roots.items()}

    def times(self, word: str) -> int:
        """In how many clauses and rows a word stands."""
        return self._often[0][word]

    def rare_unit(self, roots: frozenset[str]) -> bool:
        """Whether few claims count this."""
        return any(self._units[word] <= 3 for word in roots)

    @cached_property
    def _units(self) -> Counter[str]:
        return Counter(word for one in self.all for word in one.unit.roots)

    def tells(self, word: str) -> float:
        """How much a word tells of what a claim is of: one that few claims have tells most."""
        return self._rarity.get(word) or log(len(self.all) + _MANY)

    @cached_property
    def _by_any_word(self) -> dict[tuple[Sort, int, str], list[int]]:
        index: dict[tuple[Sort, int, str], list[int]] = {}
        for number, one in enumerate(self.all):
            key = one.value.sort, _magnitude(one.value) // _STEPS
            for word in one.wide.roots | one.near.roots:
                index.setdefault((*key, word), []).append(number)
            for line in one.wide.lines | one.near.lines:
                index.setdefault((*key, f"#{line}"), []).append(number)
        return index

    def with_a_word_of(self, one: Claim) -> Iterator[Claim]:
        """Claims near in size with a word that tells something in common, or one of its meaning."""
        about = _magnitude(one.value) // _STEPS
        sort = one.value.sort
        numbers: set[int] = set()
        words = one.near.roots | one.wide.roots
        keys = {*words, *(f"#{line}" for word in words for line in lines_of(word))}
        for key in keys:
            for size in (about - 1, about, about + 1):
                held = self._by_any_word.get((sort, size, key), ())
                if len(held) <= _MOST_WITH_A_WORD:
                    numbers.update(held)
        numbers.discard(one.number)
        for number in sorted(numbers):
            yield self.all[number]


_MOST_WITH_A_WORD = 40
"""A word that more claims of one sort and size have finds none by itself."""
_STEPS = 9
"""So many steps of `_magnitude` are a factor of three."""


def _magnitude(value: Value) -> int:
    """On a scale on which values that rounding can make one are beside each other."""
    if value.sort is Sort.DATE:
        return int(value.size) // 400
    return int(8 * log(float(value.size))) if value.size else -1_000


@read_once
def claims(report: Report) -> Claims:
    """Every claim of the report, in order."""
    return Claims([*_in_prose(report), *_in_tables(report)])


def _in_prose(report: Report) -> Iterator[Claim]:
    heading = ("", NO_WORDS)
    lead = ""
    for paragraph in paragraphs(report):
        if paragraph.section != heading[0]:
            heading = (paragraph.section, words_of(paragraph.section))
        before = NO_WORDS
        since = _spans(lead)
        lead = paragraph.text if paragraph.leads_in else (lead if paragraph.bullet else "")
        for one in paragraph.sentences:
            yield from _in_sentence(one, paragraph, heading[1] | before, since)
            before = words_of(one.text)


_CALLED = re.compile(r"\s*,?\s*(?:as|is|was|being|set as) (?:the|a|its) [a-z ]*(?:deadline|date)\b")


def _said_after(one: Sentence, value: Value) -> str:
    """What a date is called after it: “10 January as the deadline”."""
    called = _CALLED.match(one.text, value.end)
    return called[0] if called else ""


_OF_THESE = re.compile(r"\s*of (?:which|whom|these|those|them)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"^\s*(?:\(|\[|,? or |,? which is |,? equal to |,? being |, )?(?:about |around )?$"
)
"""Between two figures of one thing: "£38.4m, which is 33% of the budget"."""


_ROOMS = re.compile(r"[ -](?:or more[ -])?bed(?:room)?(?:ed|s)?\b", re.IGNORECASE)


def _in_sentence(
    one: Sentence,
    paragraph: Paragraph,
    about: Words,
    dated: tuple[tuple[date, date], ...],
) -> Iterator[Claim]:
    found = values(one)
    if not found or len(found) > _MOST_VALUES or IS_A_RECORD.search(one.text):
        return
    wide = words_of(one.text)
    last = NO_WORDS
    read: dict[int, Claim] = {}
    spots = [value.start for value in found], [value.end for value in found]
    for number, value in enumerate(found):
        since = spots[1][number - 1] if number else 0
        until = spots[0][number + 1] if number + 1 < len(found) else len(one.text)
        if _ROOMS.match(one.text, value.end):
            continue
        before, after, whole = own_part(one.text, value, since, until)
        own = f"{before} {after}".strip()
        noun = value.unit or unit_before(before)
        held = found[number - 1] if number else None
        if value.is_counted and not noun and held is not None and held.is_counted:
            noun = held.unit  # "21 households were approved and 29 resigned"
        unit = words_of(noun) if value.is_counted else NO_WORDS
        role, per = place_in_whole(one.text, value)
        near = words_of(own)
        if not near.roots - GENERIC:
            near |= words_of(whole)
        if not near.roots - GENERIC:
            near |= wide
        if number and _OF_THESE.match(one.text[value.end :]):
            near |= unit
        if number and _BESIDE.match(one.text[spots[1][number - 1] : value.start]):
            near |= last
        last = near
        read[value.start] = claim = Claim(
            value=value,
            own=own,
            near=near,
            wide=wide,
            about=about,
            unit=unit,
            role=role,
            per=per,
            stage=stages(own),
            labels=labels(own),
            when=_spans(whole) or _spans(one.text) or dated,
            named=names(f"{'. ' if one.text.startswith(before.strip()) else 'x '}{before.strip()}")
            | names(f"x {after}"),
            names_about=names(f"x {one.text}") | names(f"x {paragraph.section}"),
            event=f"{one.text[max(0, value.start - 70) : value.start]}{_said_after(one, value)}",
            another_time=is_of_another_time(own),
            sentence=one.text,
            place=paragraph.place,
            block=paragraph.block,
            section=paragraph.section,
            bullet=paragraph.bullet,
        )
        yield claim
    for span in spans(one.text, found):
        if span.like.start in read:
            like = read[span.like.start]
            yield replace(like, value=span.value, near=like.near | wide, event=span.event)


def _in_tables(report: Report) -> Iterator[Claim]:
    for number, grid in captioned_grids(report):
        if not grid.rows:
            continue
        caption = words_of(grid.caption) | words_of(grid.place.section)
        yield from _dates_in_table(number, grid, caption)
        for cell in figures(grid):
            label = " ".join(
                text
                for text in grid.rows[cell.row][: cell.column]
                if sum(letter.isalpha() for letter in text) >= 3
            )
            own = f"{label} {cell.head}"
            near = words_of(own)
            text = grid.rows[cell.row][cell.column].strip()
            value = Value.of_cell(text, cell.value, cell.step, cell.kind)
            if cell.kind is Kind.COUNT and (time := _TIME_TAKEN.search(own)):
                value = value.in_days(time["a"] or time["b"] or time["c"])
            yield Claim(
                value=value,
                own=own,
                near=near,
                wide=near,
                about=caption,
                unit=NO_WORDS,
                role="",
                per="",
                stage=stages(f"{own} {grid.caption}"),
                labels=labels(own),
                when=_spans(own) or _spans(grid.caption),
                named=names(f"x {label}"),
                names_about=names(f"x {own}") | names(f"x {grid.caption}"),
                event="",
                another_time=False,
                sentence=f"{label}, {cell.head}",
                place=grid.cell_place(cell.row, cell.column),
                block=number,
                section=grid.place.section,
                cell=True,
                row=cell.row,
                label=words_of(label),
                head=cell.head,
            )


_TIME_TAKEN = re.compile(
    r"\b(?:average|mean|median|typical)\b[^.;]*?\b(?P<a>day|week|month)s\b"
    r"|\b(?P<b>day|week|month)s (?:to|taken|between|from)\b|\((?:[a-z]+ )?(?P<c>day|week|month)s\)",
    re.IGNORECASE,
)
"""“Average days lost for each employee”: a length of time, where “bed days” are counted."""


def _dates_in_table(number: int, grid: Grid, caption: Words) -> Iterator[Claim]:
    """The dates of a table of milestones: "Start on site", February 2027."""
    if len(grid.rows) > _LONGEST_TABLE:
        return
    heads = grid.rows[0] if grid.head_rows else ()
    for row, cells in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        label = next((cell for cell in cells[:2] if sum(map(str.isalpha, cell)) >= 4), "")
        for column, text in enumerate(cells):
            dates = written_dates(text) if 4 < len(text) < _LONGEST_DATE else []
            if len(dates) != 1 or len(dates[0].text) < len(text) - 5 or text == label:
                continue
            head = heads[column] if column < len(heads) else ""
            near = words_of(label)
            first, last = dates[0].first.toordinal(), dates[0].last.toordinal()
            yield Claim(
                value=Value.of_date(dates[0].text.strip(), first, last),
                own=label,
                near=near,
                wide=words_of(f"{label} {head}"),
                about=caption,
                unit=NO_WORDS,
                role="",
                per="",
                stage=stages(f"{label} {head}"),
                labels=labels(label),
                when=(),
                named=names(f"x {label}"),
                names_about=names(f"x {label}") | names(f"x {grid.caption}"),
                event=f"{label} {head}",
                another_time=False,
                sentence=f"{label}, {head}" if head else label,
                place=grid.cell_place(row, column),
                block=number,
                section=grid.place.section,
                cell=True,
                row=row,
                label=near,
                head=head,
            )


_LONGEST_TABLE = 100
_LONGEST_DATE = 30
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}


@lru_cache(maxsize=8192)
def _spans(text: str) -> tuple[tuple[date, date], ...]:
    """The days in which a claim can lie, as its words name years, months and financial years."""
    found = []
    for named in periods_named(text):
        first, _, second = named.partition("/")
        if second and first.isdigit():
            found.append((date(2000 + int(first), 4, 1), date(2000 + int(second), 3, 31)))
        elif named.isdigit() and len(named) == 2:
            found.append((date(2000 + int(named), 1, 1), date(2000 + int(named), 12, 31)))
        elif named[:3] in _MONTHS and named[-2:].isdigit():
            year, month = 2000 + int(named[-2:]), _MONTHS[named[:3]]
            found.append((date(year, month, 1), date(year, month, 28)))
    return tuple(found)
