"""Slips between two tellings: one digit changed, two changed about, the point moved.

`lone_figures` and `retold_figures` know two digits changed about in the text.  Here the slip may be
of any kind and in the text or in a table, so that digits alone tell little: the two must be of one
subject, or stand in one company, the other figures of their sentences and rows being the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import names, say_opposite
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantities, Quantity, quantities
from moothall.proofread.reading.statements import is_a_record
from moothall.proofread.told_again.figures_as_printed import (
    digits_that_count,
    printed,
    shown_as,
    stand_beside_two_times,
    words_alike_about,
    words_before,
)
from moothall.proofread.told_again.lone_figures import is_worked_out, slips_of_the_pen, swapped
from moothall.proofread.told_again.retold_figures import a_figure_told_again_keeps_its_digits
from moothall.proofread.told_again.subjects_of_figures import Subjects
from moothall.proofread.told_again.told_apart import are_told_apart, is_set_beside

_FEWEST, _MOST = 2, 9
_FEW_DIGITS = 3
_MANY_DIGITS = 5
_SURE, _LIKELY = 8.5, 7.0
_POINT_MOVED, _CHANGED_ABOUT, _LAST_DIGIT, _WAS_BEFORE = 4.0, 2.0, -5.0, -3.0
_FOR_DIGITS = {2: -3.0, 3: -1.0, 4: 2.0}
_FOR_MANY_DIGITS = 4.5
"""The more digits, the less often two figures differ in one of them by chance."""
_ANOTHER_TIME = Expression(
    r"\b(?:(?:year|month|quarter|week)s? (?:before|earlier|ago|previously)|previous|prior|"
    r"preceding|formerly|originally|restated|revised|last year)\s*"
    r"(?:an? |some |about |around |the )?$",
    re.IGNORECASE,
)
_COMPARED = Expression(
    r"\b(?:than|compared (?:with|to)|against|exceed\w*)\b"
    r"|(?<!table )(?<!set out )(?<!shown )(?<!listed )(?<!see )\b(?:above|below)\b",
    re.IGNORECASE,
)
_IN_A_RANGE = Expression(
    r"\b(?:range (?:of|from)|between)\s[-+£]*(?:\d[\d.,]*\d(?:\s?[a-z%]+)?\s(?:to|and)\s)?[-+£]*$"
)
_FROM = Expression(r"\bfrom\s*(?:an? |about |around |the |some )?[-+£]*$", re.IGNORECASE)
_MANY_WORDS = 5
_OF_THE_ROW = 0.4
"""How much of the words of a row and its column the text must have in common with it."""
_A_CHANGE = Expression(
    r"\b(?:increas|reduc|decreas|sav|ris|rose|fall|fell|cut|mov|varia|chang|differ)\w*",
    re.IGNORECASE,
)
_NUMBERED = Expression(
    r"\b(?:chart|table|figure|appendix|annex|section|paragraph|page|item|note|minute|part|phase|"
    r"year|stage|option|line|band|room|no\.?|number)\s*$",
    re.IGNORECASE,
)
_ADDRESS = Expression(r"https?:|www\.|\.gov\.uk|//")
_OFTEN = 6
"""A figure that stands oftener than this is company to all of them."""
_Place = tuple[int, int, str]


def a_figure_told_twice_differs_in_no_digit(report: Report) -> Iterator[TextFinding]:
    """“£61.5m of savings” in the summary and “the net £81.5m of savings” in the body."""
    index = quantities(report)
    tellings = _Tellings(index)
    said: set[tuple[Place, str]] | None = None
    found: list[tuple[float, int, Quantity, Quantity]] = []
    for number, lone in enumerate(index.all):
        if tellings.stands_once(lone):
            for other, start in tellings.like(lone):
                weight = tellings.weight(lone, other, start)
                if weight is not None and weight >= _LIKELY:
                    found.append((weight, -number, lone, other))
    told: set[str] = set()
    for weight, _, lone, other in sorted(found, key=lambda pair: pair[:2], reverse=True):
        if said is None:
            said = set(_told_by_others(report))
        if {shown_as(lone), shown_as(other)} & told or is_worked_out(lone, other, index):
            continue  # each is a slip of the one that it is likest to
        told |= {shown_as(lone), shown_as(other)}
        if {(lone.place, lone.quote), (other.place, other.quote)} & said:
            continue
        yield TextFinding(
            place=lone.place,
            quote=lone.quote,
            message=f"{lone.text} here, {other.text} at {other.place} "
            f"(“{shortened(other.words, 100)}”), which seems to be the same: "
            f"{_difference(lone, other)}, and {lone.text} stands nowhere else.",
            confidence=Confidence.MEDIUM if weight >= _SURE else Confidence.LOW,
            cure="Give one figure in both places, or say what makes them differ.",
        )


def _told_by_others(report: Report) -> Iterator[tuple[Place, str]]:
    for finding in (*slips_of_the_pen(report), *a_figure_told_again_keeps_its_digits(report)):
        if finding.confidence is not Confidence.LOW:
            yield finding.place, finding.quote


def _difference(one: Quantity, other: Quantity) -> str:
    if one.digits == other.digits:
        return "the point has moved"
    same = sorted(one.digits) == sorted(other.digits)
    return "two digits are changed about" if same else "one digit differs"


class _Tellings:
    """The figures of a report by their print, and how much speaks for two being one."""

    def __init__(self, index: Quantities) -> None:
        self._index = index
        self._by_print: defaultdict[str, list[Quantity]] = defaultdict(list)
        self._by_digits: defaultdict[str, list[Quantity]] = defaultdict(list)
        self._places: defaultdict[str, set[_Place]] = defaultdict(set)
        self._company: defaultdict[_Place, set[str]] = defaultdict(set)
        self._often: Counter[tuple[Kind, str]] = Counter()
        self._stands: defaultdict[str, set[_Place]] = defaultdict(set)
        self._subjects: Subjects | None = None
        for one in index.all:
            self._places[one.digits].add(_where(one))
            if len(digits_that_count(one)) >= 2 and not _is_a_year(one):
                self._company[_where(one)].add(shown_as(one))
                self._stands[shown_as(one)].add(_where(one))
                self._often[one.kind, printed(one)] += 1
            if _is_printed_in_full(one):
                self._by_print[printed(one)].append(one)
                self._by_digits[one.digits].append(one)

    def stands_once(self, one: Quantity) -> bool:
        """Whether nothing else in the report bears the figure out."""
        if not _is_printed_in_full(one) or one.rough or _is_a_year(one):
            return False
        if not one.cell and self._index.is_said_of_each_in_turn(one):
            return False
        return not any(
            (other.kind is one.kind or other.cell)
            and _where(other) != _where(one)
            and _are_one(one, other)
            for other in self._index.by_digits.get(one.digits, ())
        )

    def like(self, lone: Quantity) -> Iterator[tuple[Quantity, float]]:
        """Every figure that may have been meant, with what its kind of slip counts."""
        text, digits = printed(lone), len(digits_that_count(lone))
        long = _FOR_DIGITS.get(digits, _FOR_MANY_DIGITS)
        if len(lone.digits) >= _FEW_DIGITS:
            for other in self._by_digits.get(lone.digits, ()):
                if printed(other) != text and _is_moved(lone, other):
                    yield other, _POINT_MOVED + long
        places = [here for here, sign in enumerate(text) if sign.isdigit()]
        for here in places:
            last = _LAST_DIGIT if here == places[-1] and digits < _MANY_DIGITS else 0.0
            for digit in "0123456789":
                for other in self._by_print.get(f"{text[:here]}{digit}{text[here + 1 :]}", ()):
                    if digit != text[here]:
                        yield other, last + long
        for words in swapped(text) if digits >= _MANY_DIGITS else _neighbours_swapped(text):
            for other in self._by_print.get(words, ()):
                yield other, _CHANGED_ABOUT + long

    def _stands_in_the_row(self, other: Quantity, lone: Quantity) -> bool:
        return any(
            held.cell and held.block == lone.block and held.row == lone.row
            for held in self._by_print.get(printed(other), ())
        )

    def weight(self, lone: Quantity, other: Quantity, start: float) -> float | None:
        """How much speaks for the two being one figure; nothing where they are told apart."""
        if lone.cell and other.cell:
            return None
        if lone.cell and self._stands_in_the_row(other, lone):
            return None  # another year's figure of the same row
        if lone.block == other.block and (
            len(digits_that_count(lone)) < _MANY_DIGITS or lone.words == other.words
        ):
            return None
        if not _of_one_kind(lone, other) or self._often[other.kind, printed(other)] > _OFTEN:
            return None
        text, twin = (other, lone) if lone.cell else (lone, other)
        run = 0 if lone.cell or other.cell else words_alike_about(lone, other)
        company = self._company[_where(lone)] & self._company[_where(other)]
        if stand_beside_two_times(text, twin) or (
            not (company and run >= _MANY_WORDS) and are_told_apart(text, twin)
        ):
            return None
        if start < _POINT_MOVED - 1 and _are_of_two_names(text, twin):
            return None
        if say_opposite(text.own, f"{twin.own} {twin.head if twin.cell else ''}"):
            return None
        led = [words_before(one) for one in (lone, other) if not one.cell]
        if any(_ANOTHER_TIME.search(before) or _NUMBERED.search(before) for before in led):
            return None
        if any(not one.cell and _is_in_a_range(one) for one in (lone, other)):
            return None
        if start < _POINT_MOVED - 1 and any(
            _COMPARED.search(f"{words_before(one)[-40:]} {one.own}")
            for one in (lone, other)
            if not one.cell
        ):
            return None
        if len({bool(_FROM.search(before)) for before in led}) > 1:
            start += _WAS_BEFORE
        if is_set_beside(lone, other, self._index) or is_set_beside(other, lone, self._index):
            return None
        self._subjects = self._subjects or Subjects(self._index)
        alike = self._subjects.alike(text, twin)
        told = sorted(
            (5.0 if len(number.strip("%")) > _FEW_DIGITS else 3.0 for number in company
             if len(self._stands[number]) <= _OFTEN),
            reverse=True,
        )  # fmt: skip
        if twin.cell and not told and alike.of_other < _OF_THE_ROW and start < _FOR_MANY_DIGITS - 1:
            return None
        if twin.cell and not told and _is_a_change_of(text, twin):
            return None
        above = self._subjects.above(text, twin)
        if alike.weight + above < 1 and not told and not run:
            return None
        if len(digits_that_count(lone)) < _FEW_DIGITS and not told and run < _MANY_WORDS:
            return None
        return (
            start + min(alike.weight + above, 15.0) + 5 * max(alike.of_lone, alike.of_other)
            + sum(told[:2]) + run + min(len(self._places[other.digits]) - 1, 2)
        )  # fmt: skip


def _is_in_a_range(one: Quantity) -> bool:
    """“Within a range of £10.0 billion to £16.0 billion” tells no figure but two bounds."""
    place = one.words.find(one.text)
    return place > 0 and bool(_IN_A_RANGE.search(one.words[:place]))


def _is_a_change_of(text: Quantity, cell: Quantity) -> bool:
    """Whether the text tells by how much something changed, and the cell what it is."""
    return bool(_A_CHANGE.search(text.own) and not _A_CHANGE.search(f"{cell.own} {cell.head}"))


def _neighbours_swapped(text: str) -> Iterator[str]:
    signs = [here for here, sign in enumerate(text) if sign.isdigit()]
    for here, then in pairwise(signs):
        if text[here] != text[then]:
            letters = list(text)
            letters[here], letters[then] = letters[then], letters[here]
            yield "".join(letters)


def _is_printed_in_full(one: Quantity) -> bool:
    """Three digits and more, of which noughts at the end count behind a point only."""
    counting = len(digits_that_count(one))
    if not _FEWEST <= counting <= _MOST:
        return False
    exact = len(one.digits) >= _FEW_DIGITS or ("." in one.text and len(one.digits) > 1)
    if counting == _FEWEST:
        exact = len(one.digits) == _FEWEST or "." in one.text
        exact = exact and not one.cell
    if not exact or (not one.cell and is_a_record(one.words)):
        return False
    return not _ADDRESS.search(one.own)


def _where(one: Quantity) -> _Place:
    return (one.block, one.row, "") if one.cell else (one.block, -1, one.words)


def _is_a_year(one: Quantity) -> bool:
    return one.kind is Kind.COUNT and len(one.text) == 4 and one.text[:2] in ("19", "20")


def _are_one(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of the same digits are of one size, in whatever unit each is printed."""
    if not one.value or not other.value:
        return False
    times = max(one.value / other.value, other.value / one.value)
    return any(
        abs(times / unit - 1) < Decimal("0.01") for unit in (1, 1_000, 1_000_000, 1_000_000_000)
    )


def _is_moved(lone: Quantity, other: Quantity) -> bool:
    if not lone.value or not other.value or digits_that_count(lone) != digits_that_count(other):
        return False
    return max(lone.value / other.value, other.value / lone.value) in (10, 100)


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    """A column of money or of shares often says so nowhere."""
    if one.kind is other.kind:
        return _unit(one) == _unit(other) or one.cell or other.cell
    cell = next((each for each in (one, other) if each.cell), None)
    return cell is not None and cell.kind is Kind.COUNT and "." in cell.text


def _unit(one: Quantity) -> int:
    """How many noughts the unit of a figure stands for: “£3.2m” has six."""
    text = printed(one)
    number = Decimal(text) if text.count(".") <= 1 and text else Decimal(0)
    return round((abs(one.value) / number).log10()) if number and one.value else 0


def _are_of_two_names(one: Quantity, other: Quantity) -> bool:
    """Whether each is said of somebody or something that the other does not name."""
    mine, its = names(f". {one.own}"), names(f". {other.own}")
    if other.cell:
        return bool(its) and not its & names(f". x {one.words}") and bool(mine)
    return bool(mine - names(f". x {other.words}")) and bool(its - names(f". x {one.words}"))


RULES: tuple[Rule, ...] = (a_figure_told_twice_differs_in_no_digit,)
