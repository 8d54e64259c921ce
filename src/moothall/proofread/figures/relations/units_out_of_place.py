"""Units out of place: the one sum in thousands among millions, the one in billions among millions.

“£0.095k” is £95, which nobody prints so; “Basic Need (£14.2m), contributions (£9.4k) and borrowing
“£0.095k” is £95, which nobody prints so; “grant (£14.2m), contributions (£9.4k) and borrowing
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.outsized_sums import is_of_the_country
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Amount, Kind, amounts
from moothall.proofread.reading.passages import Passage, around, passages

_THOUSAND, _MILLION, _BILLION = Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000)
_UNIT_OF = {_THOUSAND: "k", _MILLION: "m", _BILLION: "bn"}
_FEWEST_IN_THE_REPORT, _FEWEST_BESIDE = 4, 2
_FAR = 20
"""In its own unit it is so many times smaller, or greater, than any other sum."""
_MUCH_GREATER = 3
_TO_THE_POUND = 3
"""Thousands with so many places are pounds, and would be printed so: £1.832k is £1,832."""


@dataclass(frozen=True, slots=True)
class _Sum:
    amount: Amount
    passage: Passage

    @property
    def size(self) -> Decimal:
        return abs(self.amount.value)


def sums_in_thousands_are_printed_as_such(report: Report) -> Iterator[TextFinding]:
    """“A saving of £0.095k” would be £95."""
    for passage in passages(report):
        if "£" not in passage.text:
            continue
        for amount in amounts(passage.text):
            if amount.kind is not Kind.MONEY or amount.scale != _THOUSAND or not amount.value:
                continue
            if abs(amount.value) < _THOUSAND or amount.places >= _TO_THE_POUND:
                yield _finding(
                    _Sum(amount, passage),
                    f"{amount.text} is £{abs(amount.value):,.0f}: “m” may be meant.",
                )


def a_sum_has_the_unit_of_those_about_it(report: Report) -> Iterator[TextFinding]:
    """“The net budget is £112.4bn.  The forecast is £114.9m.”"""
    sums = [
        _Sum(amount, passage)
        for passage in passages(report)
        if "£" in passage.text
        for amount in amounts(passage.text)
        if amount.kind is Kind.MONEY and amount.value
    ]
    scales = Counter(one.amount.scale for one in sums)
    for one in sums:
        scale = one.amount.scale
        if scales[scale] != 1 or scale not in _UNIT_OF or one.amount.value in (1000, 0):
            continue
        meant = _meant(one, sums)
        if meant is not None:
            digits = one.amount.value / scale
            yield _finding(
                one,
                f"{one.amount.text} is alone in its unit; the other sums here are of "
                f"£{_range(sums, one)}: £{digits.normalize():,f}{_UNIT_OF[meant]} may be meant.",
            )


def _meant(one: _Sum, sums: Sequence[_Sum]) -> Decimal | None:
    """The unit in which a sum would be of the size of the others, as it is not in its own."""
    own, others = one.amount.scale, [other for other in sums if other is not one]
    beside = [other for other in others if other.passage.order == one.passage.order]
    for unit in (own / 1000, own * 1000):
        if unit not in _UNIT_OF:
            continue
        read = one.size / own * unit
        like = [other.size for other in others if other.amount.scale == unit]
        near = [other.size for other in beside if other.amount.scale == unit]
        enough = len(like) >= _FEWEST_IN_THE_REPORT or (
            len(near) >= _FEWEST_BESIDE
            and any(max(read, size) <= min(read, size) * _MUCH_GREATER for size in near)
        )
        if not enough or not min(like) / _MUCH_GREATER <= read <= max(like) * _MUCH_GREATER:
            continue
        if unit < own == _BILLION:
            everything = max(other.size for other in others)
            if one.size > everything * _FAR and not _is_national(one):
                return unit
        elif unit > own and one.amount.places and one.size * _FAR < min(like):
            return unit
    return None


def _is_national(one: _Sum) -> bool:
    text = one.passage.text
    return is_of_the_country(text[: one.amount.start]) or is_of_the_country(text[one.amount.end :])


def _range(sums: Sequence[_Sum], one: _Sum) -> str:
    sizes = [other.size for other in sums if other is not one]
    return f"{min(sizes):,.0f} to £{max(sizes):,.0f}"


def _finding(one: _Sum, message: str) -> TextFinding:
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.amount.start, one.amount.end, 60),
        message=message,
        confidence=Confidence.MEDIUM,
        cure="Correct the unit.",
    )


RULES: tuple[Rule, ...] = (
    sums_in_thousands_are_printed_as_such,
    a_sum_has_the_unit_of_those_about_it,
)
