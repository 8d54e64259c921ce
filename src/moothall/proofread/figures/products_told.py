"""A number of things, what falls to one of them, and what it comes to: the three fit together.

“846 days for 18 cases, 42 days each”; “£45 a mile … 200 miles … £90”; “a population of 156,000 …
£6.24m … £41.60 a head”.  What ties the three is the unit of the rate: the word after “a” or “per”
is the word that the number counts.  The order and the verbs do not matter, and the three may stand
in two neighbouring sentences.  Silent where any two of the figures make the third.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures import (
    rates_of_sums,
    so_many_each,
    worked_results,
    worked_sums,
    workings,
)
from moothall.proofread.figures.slips_of_the_pen import a_power_of_ten, slipped
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    worded,
)

_CURE = "Correct the figure that is wrong."
_RATE_AT_ALL = Expression(
    r"\b(?:each|apiece|per|average|tax base)\b|\d(?:p|k|m)?\s(?:[a-z]+\s)?an?\s[a-z]", re.I
)
_PENCE = Expression(r"(?<![\d£.,])(\d{1,2}(?:\.\d{1,2})?)\s?p(?:ence)?\b(?!\.\w)")
_UNIT_AFTER = Expression(
    r"^\s?(?:[a-z]+\s)?(?:(?:an?|per|for (?:each|every)|every)\s(?P<unit>[a-z]+)"
    r"(?:\sper\s(?P<second>[a-z]+))?|(?P<each>each|apiece)\b(?!\s(?:[a-z]+\s){1,3}[£\d]))",
    re.IGNORECASE,
)
_A_VERB = Expression(r"^\s(?!an?\s|per\s|for\s|every\s|each\b)[a-z]+\s", re.IGNORECASE)
_EACH_BEFORE = Expression(r"\beach\s(?:[a-z]+\s){1,3}$", re.IGNORECASE)
_EACH_OF_THEM = Expression(r"\beach of (?:the |our |its |these )?$", re.IGNORECASE)
_ON_THE_BASE = Expression(r"\bBand D\s(?:[a-z]+\s){0,3}(?:is|of|at)\s$", re.IGNORECASE)
_COUNTED = Expression(r"^\s?(?:[A-Za-z’'-]+\s?){1,3}")
_BASE_BEFORE = Expression(r"\btax ?base\s(?:[a-z]+\s)?(?:of|is|at)\s$", re.IGNORECASE)
_PEOPLE_BEFORE = Expression(r"\bpopulation\s(?:[a-z]+\s)?(?:of|is|at)\s$", re.IGNORECASE)
_PEOPLE = {"head", "person", "resident", "capita", "inhabitant"}
_SAME_UNIT = {"unit": {"kwh", "unit"}, "kwh": {"kwh", "unit"}}
_TIMES = {"week", "month", "year", "day", "hour", "term", "night", "quarter", "annum", "minute"}
_MEASURES = {"kg", "tonne", "kwh", "day", "hour", "week", "minute", "mile", "km", "litre"}
_SAID_TO_MAKE = Expression(
    r"\b(?:therefore|that is|gives?|giving|an average of|average[sd]? of|between them|works? out|"
    r"equals?|which (?:is|makes|comes to)|comes? to|came to|in all|altogether|i\.e\.)(?!\w)",
    re.IGNORECASE,
)
_NOT_SO_SIMPLE = Expression(
    r"\b(?:up to|maximum|minimum|at least|from £|plus|net of|includ\w+|exclud\w+|"
    r"respectively|between £|range\w*|first|initial\w*|additional|remaining|subsid\w+|discount\w*|"
    r"contribution\w*|most|few\w*|example|instead|option\w*|exten\w+|would have|compared)\b",
    re.IGNORECASE,
)
_PERIODS = tuple(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 12, 13, 26, 38, 39, 52, 365))
_BIT_LESS, _BIT_MORE = Decimal("0.995"), Decimal("1.005")
_FEW, _MANY = 3, 4
_LONGEST = 400
_DIGITS = 3

_TOLD = quotes_told(
    *rates_of_sums.RULES,
    *so_many_each.RULES,
    *worked_results.RULES,
    *worked_sums.RULES,
    *workings.RULES,
)


@dataclass(frozen=True, slots=True)
class _Rate:
    """What falls to one, and the words that say to one of what."""

    figure: Figure
    units: frozenset[str]
    by_each: bool


def a_rate_times_its_number_gives_the_sum(report: Report) -> Iterator[TextFinding]:
    """“£14.20 a tonne … 23,500 tonnes … £343,700 less”: the product is £333,700."""
    for paragraph in paragraphs(report):
        for one, joined in _windows(paragraph):
            message = _wrong_product(_in_pounds(joined))
            if message is not None and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                break


def _windows(paragraph: Paragraph) -> Iterator[tuple[Sentence, str]]:
    """Each sentence, then each two that stand together, with the one that is to be quoted."""
    for one in paragraph.sentences:
        if _RATE_AT_ALL.search(one.text):
            yield one, one.text
    for one, other in pairwise(paragraph.sentences):
        joined = f"{one.text} {other.text}"
        if len(joined) < _LONGEST and _RATE_AT_ALL.search(joined):
            yield other, joined


def _in_pounds(text: str) -> str:
    """The text with its pence as pounds, so that they can be multiplied."""
    return _PENCE.sub(lambda match: f"£{Decimal(match[1]) / 100}", text)


def _wrong_product(text: str) -> str | None:
    one = with_all_numbers(text)
    figures = [f for f in one.figures if f.kind in (Kind.MONEY, Kind.COUNT)]
    if len(figures) != len(one.figures) or not _FEW <= len(figures) <= _MANY:
        return None
    if any(f.rough or f.size == 0 or f.value < 0 for f in figures) or _NOT_SO_SIMPLE.search(text):
        return None
    rates = [rate for f in figures if (rate := _rate(one, f)) is not None]
    if len(rates) > 1:  # in “200 miles a month” the miles are counted where each costs money
        rates = [rate for rate in rates if rate.figure.kind is Kind.MONEY]
    if len(rates) != 1:
        return None
    return _judged(one, rates[0], [f for f in figures if f is not rates[0].figure])


def _rate(one: Sentence, figure: Figure) -> _Rate | None:
    before, after = one.text[: figure.amount.start], one.text[figure.amount.end :]
    match = _UNIT_AFTER.match(after)
    if match is not None and not (figure.kind is Kind.MONEY and _A_VERB.match(after)):
        units = {_single(unit) for unit in (match["unit"], match["second"]) if unit}
        return _Rate(figure, frozenset(units), bool(match["each"]))
    if _EACH_BEFORE.search(before):
        return _Rate(figure, frozenset(), True)
    if _ON_THE_BASE.search(before):
        return _Rate(figure, frozenset({"base"}), False)
    return None


def _single(word: str) -> str:
    return word.lower().removesuffix("s")


def _judged(one: Sentence, rate: _Rate, others: list[Figure]) -> str | None:
    """What is wrong with the only way in which the figures can belong together."""
    results = [f for f in others if f.kind is rate.figure.kind and not _is_tied(one, rate, f)]
    numbers = [f for f in others if f not in results]
    if len(results) != 1 or not numbers or any(f.kind is not Kind.COUNT for f in numbers):
        return None
    if not all(_is_tied(one, rate, f) for f in numbers):
        return None
    result, each = results[0], rate.figure
    if each.kind is Kind.COUNT and _unit_of(one, each) != _unit_of(one, result):
        return None
    low, true, high = each.low, each.size, each.high
    for number in numbers:
        low, true, high = low * number.low, true * number.size, high * number.high
    if true <= 0 or (low * _BIT_LESS <= result.high and result.low <= high * _BIT_MORE):
        return None
    ratio = max(true, result.size) / min(true, result.size)
    if any(abs(ratio / period - 1) < Decimal("0.01") for period in _PERIODS):
        return None
    off = a_power_of_ten(result.size, true) or slipped(result.size, true, result.amount.step)
    other_rate = result.size / (true / each.size)
    said = bool(_SAID_TO_MAKE.search(one.text))
    if said or len(re.sub(r"\D", "", each.text).strip("0")) >= _DIGITS:
        off = off or slipped(each.size, other_rate, each.amount.step)
    if not off and not (said and ratio < Decimal("1.5")):
        return None
    written = " × ".join(f"{f.size.normalize():,f}" for f in numbers)
    return f"{written} × {each.text} is {worded(true, result.amount)}, not {result.text}."


def _is_tied(one: Sentence, rate: _Rate, figure: Figure) -> bool:
    """Whether a number counts what the rate is a rate of."""
    if figure.kind is not Kind.COUNT:
        return False
    before = one.text[: figure.amount.start]
    words = _words_after(one, figure)
    if rate.by_each:
        return bool(words) and not words & _MEASURES and words != {_unit_of(one, rate.figure)}
    if "base" in rate.units:
        return bool(_BASE_BEFORE.search(before))
    wanted = {same for unit in rate.units for same in _SAME_UNIT.get(unit, {unit})}
    if wanted & _PEOPLE and (_PEOPLE_BEFORE.search(before) or words & (_PEOPLE | {"people"})):
        return True
    if rate.units <= _TIMES and (
        _EACH_OF_THEM.search(before) or _EACH_BEFORE.search(one.text[: rate.figure.amount.start])
    ):
        return bool(words) and not words & _MEASURES
    return bool(words & wanted)


def _words_after(one: Sentence, figure: Figure) -> set[str]:
    match = _COUNTED.match(one.text[figure.amount.end : figure.amount.end + 50])
    return {_single(word) for word in match[0].split()} if match else set()


def _unit_of(one: Sentence, figure: Figure) -> str:
    match = re.match(r"\s?([a-z]+)", one.text[figure.amount.end :], re.IGNORECASE)
    return _single(match[1]) if match else ""


RULES: tuple[Rule, ...] = (a_rate_times_its_number_gives_the_sum,)
