"""So many, so much each, and what it comes to, wherever in three sentences they stand.

“Thirty-six lamp columns have failed.  At £1,450 a column, replacing them will cost £62,200” is
£52,200.  One figure is so much each; a number, or several, times it is a sum of the window, or the
sum that is near to it is wrong.  Silent where any product of theirs, or any sum of figures beside,
makes what is told.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, product
from math import prod

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import fits, is_a_sum_of, is_near
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, finding_on, worded

_CURE = "Correct the figure that is wrong."
_NOT_SO_SIMPLE = Expression(
    r"\b(?:up to|maximum|minimum|at least|net of|discount\w*|part[- ]year|average of|between £|"
    r"ranging|from £|respectively|means[- ]tested|depending|varies|tiered|less any)\b",
    re.IGNORECASE,
)
_PERIODS = {
    "week": (Decimal(52), Decimal(38), Decimal(39), Decimal(12)),
    "month": (Decimal(12),),
    "day": (Decimal(365), Decimal(5), Decimal(7), Decimal(260), Decimal(190), Decimal(195)),
    "hour": (Decimal(37), Decimal(52), Decimal(1924)),
    "quarter": (Decimal(4),),
    "night": (Decimal(365), Decimal(7)),
    "fortnight": (Decimal(26),),
}
_A_PERIOD = Expression(rf"^\s?(?:an?|per|each|every)\s(?P<period>{'|'.join(_PERIODS)})\b", re.I)
_MORE_THAN_THAT = Expression(
    r"\b(?:budget\w*|with|plus|together|also|option|scheme|overall|available|set aside|reserve|"
    r"grant of|fund of|up)\b(?![^.]*\.)",
    re.IGNORECASE,
)
"""What says that a sum is of other things too, or no cost at all."""
_BESIDE = 60
_LOOSE = Decimal("0.006")
_MOST_NUMBERS = 3
_NEAR = Decimal("0.35")


def so_much_each_times_its_number_is_the_sum(report: Report) -> Iterator[TextFinding]:
    """“A further 1,250 caddies … £24.60 each … the order would come to £37,500”: £30,750."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, "each", "per ", " a", "every", "unit"):
        if id(one) in told or not window.of(Part.EACH):
            continue
        message = _wrong(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(window: Window) -> str | None:
    if _NOT_SO_SIMPLE.search(window.text):
        return None
    every = window.of(Part.EACH)
    rates = [one for one in every if one.kind is Kind.MONEY] or every
    if len(rates) != 1:
        return None
    rate = rates[0]
    numbers = [
        one
        for one in window.of(Part.LEVEL, Part.TIME, Part.TOTAL, Part.REST, Part.EACH)
        if one.kind is Kind.COUNT and one.told.figure.size > 1 and one is not rate
    ]
    sums = [
        one
        for one in window.of(Part.LEVEL, Part.TOTAL, Part.DIFFERENCE, Part.REST)
        if one.kind is rate.kind and one.told.figure.size > rate.told.figure.size
    ]
    if rate.kind is Kind.COUNT:
        sums += [one for one in window.of(Part.TIME) if one.told.unit & rate.told.unit]
    if rate.kind is Kind.PERCENT or not 1 <= len(numbers) <= _MOST_NUMBERS or not sums:
        return None
    if not any(window.stands_here(one) for one in (rate, *sums)):
        return None
    products = list(_products(rate.told.figure, numbers))
    others = [
        one.told.figure.size for one in window.played if one.kind is rate.kind and one is not rate
    ]
    for one in sums:
        beside = [Decimal(0), *(other for other in others if other != one.told.figure.size)]
        for value in (*(each for _, each in products), *_of_two_numbers(rate, numbers)):
            for times, more in product(_periods(rate), beside):
                whole = value * times
                for true in (whole + more, whole - more):
                    if fits(one.told.figure, true * (1 - _LOOSE), true * (1 + _LOOSE)):
                        return None
    return _nearest(sums, products, rate, window)


def _products(rate: Figure, numbers: list[Played]) -> Iterator[tuple[tuple[Figure, ...], Decimal]]:
    for size in range(1, len(numbers) + 1):
        for some in combinations(numbers, size):
            figures = tuple(one.told.figure for one in some)
            yield figures, prod((each.size for each in figures), start=rate.size)


def _of_two_numbers(rate: Played, numbers: list[Played]) -> Iterator[Decimal]:
    """“For 3 years, with an option of 2 more”: five times as much."""
    for one, other in combinations(numbers, 2):
        yield rate.told.figure.size * (one.told.figure.size + other.told.figure.size)


def _periods(rate: Played) -> tuple[Decimal, ...]:
    match = _A_PERIOD.match(rate.told.after)
    return (Decimal(1), *_PERIODS[match["period"].lower()]) if match else (Decimal(1),)


def _are_of_one_unit(rate: Played, told: Played, window: Window) -> bool:
    """Whether a near miss tells: of money, of the same things, or of weeks at so much a week."""
    if told.kind is Kind.MONEY or rate.told.unit & told.told.unit:
        return True
    period = _A_PERIOD.match(rate.told.after)
    return period is not None and any(
        period["period"].lower() in one.told.unit for one in window.of(Part.TIME)
    )


def _of_a_year(
    products: list[tuple[tuple[Figure, ...], Decimal]], rate: Played, told: Played
) -> Iterator[tuple[tuple[Figure, ...], Decimal]]:
    """“£9 a month … for 1,100 users the yearly charge is £128,800”: twelve times as much."""
    period = _A_PERIOD.match(rate.told.after)
    if period is None or not _YEARLY.search(f"{told.lead[-40:]} {told.trail[:30]}"):
        return
    times = {"month": 12, "week": 52, "quarter": 4}.get(period["period"].lower(), 0)
    for numbers, value in products if times else ():
        yield numbers, value * times


_YEARLY = Expression(r"\b(?:year(?:ly)?|annual(?:ly)?|per annum)\b", re.IGNORECASE)


def _nearest(
    sums: list[Played],
    products: list[tuple[tuple[Figure, ...], Decimal]],
    rate: Played,
    window: Window,
) -> str | None:
    best: tuple[Decimal, str] | None = None
    times = [one.told.figure for one in window.of(Part.TIME)]  # “over 38 weeks” are 38
    money = [one.told.figure for one in window.played if one.kind is Kind.MONEY and one is not rate]
    for one in sums:
        told = one.told.figure
        if _MORE_THAN_THAT.search(one.lead[-_BESIDE:]):
            continue
        if told.rough or is_a_sum_of(told, [each for each in money if each is not told]):
            continue
        for numbers, value in (*products, *_of_a_year(products, rate, one)):
            if told in numbers or any(each.rough and each not in times for each in numbers):
                continue
            if not is_near(
                told.size, value, _NEAR if _are_of_one_unit(rate, one, window) else Decimal(0)
            ):
                continue
            off = abs(told.size / value - 1)
            steps = " × ".join(each.text for each in (*numbers, rate.told.figure))
            a_year = value / prod((each.size for each in numbers), start=rate.told.figure.size)
            if a_year > 1:
                steps += f" × {a_year.normalize():f}"
            message = f"{steps} = {worded(value, rate.told.figure.amount)}, not {told.text}."
            if best is None or off < best[0]:
                best = off, message
    return best[1] if best else None


# --- a contract with its options ------------------------------------------------------------------

_WITH_OPTIONS = Expression(
    r"«(?P<rate>M\d+)»\s(?:a|per|each)\s(?P<unit>year|annum|month)\b[^«».;]{0,60}«(?P<term>C\d+)»\s"
    r"(?:year|month)s?\b(?P<option>[^«».;]{0,60}\b(?:exten\w+|option\w*|renew\w*|further)\b[^«».;]{0,50})"
    r"«(?P<more>C\d+)»\s(?P<times>year|month)s?\b[^«»;]{0,80}?"
    r"(?:valu\w+|worth|total\w*|cost\w*|sum|amount\w*)\b[^«»;.]{0,40}«(?P<told>M\d+)»",
    re.IGNORECASE,
)


def a_contract_with_its_options_is_worth_what_its_years_cost(
    report: Report,
) -> Iterator[TextFinding]:
    """“£450,000 a year for four years, with an option of two more: at most £2.25m”: £2.7m."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, "year", "annum", "month"):
        match = _WITH_OPTIONS.search(window.pattern)
        if match is None or id(one) in told:
            continue
        if message := _not_worth(window, match):
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _not_worth(window: Window, match: re.Match[str]) -> str | None:
    rate, term, more, told = (
        window.sentence.figure(match[name]) for name in ("rate", "term", "more", "told")
    )
    if rate.rough or (match["unit"].lower() == "month") != (match["times"].lower() == "month"):
        return None
    lengths = (term.size, more.size, term.size + more.size, *_in_turn(term, more, match["option"]))
    for length in lengths:
        true = rate.size * length
        if abs(true - told.size) <= told.spread + rate.spread * length + true * _LOOSE:
            return None
    longest = rate.size * (term.size + more.size)
    if not longest * (1 - _NEAR) <= told.size <= longest * (1 + _NEAR):
        return None
    return (
        f"{rate.text} × ({term.text} + {more.text}) = {worded(longest, told.amount)}, "
        f"not {told.text}."
    )


def _in_turn(term: Figure, more: Figure, option: str) -> Iterator[Decimal]:
    """“With two options of one year each” is as long as the words allow."""
    if re.search(r"\b(?:two|2|twice|both|each)\b", option):
        yield term.size + 2 * more.size
    if re.search(r"\b(?:three|3)\b", option):
        yield term.size + 3 * more.size


# --- so much from each, and something from another ------------------------------------------------

_FROM_EACH = Expression(
    r"\b(?:each|every one) of (?:the|its|our|these) «(?P<n>C\d+)»[^«».;]{0,50}«(?P<each>M\d+)»"
    r"(?P<gap>[^«».;]{0,60})«(?P<more>M\d+)»[^«».;]{0,40}?\b(?:giving|making|mak(?:es?|ing)|total\w*|"
    r"in all|together|so)\b[^«».;]{0,40}«(?P<told>M\d+)»",
    re.IGNORECASE,
)


def what_each_gives_and_another_make_the_sum(report: Report) -> Iterator[TextFinding]:
    """“Each of the three ports gives £42,500 and the county £85,000, making £202,500”: £212,500."""
    for paragraph, one, window in each_window(report, "each of", "every one of", back=0):
        match = _FROM_EACH.search(window.pattern)
        if match is None or re.search(r"\beach\b|\bper\b", match["gap"]):
            continue
        n, each, more, told = (
            window.sentence.figure(match[name]) for name in ("n", "each", "more", "told")
        )
        true = n.size * each.size + more.size
        slack = told.spread + n.size * each.spread + more.spread
        if abs(true - told.size) <= slack or told.rough or not is_near(told.size, true, tens=False):
            continue
        message = (
            f"{n.text} × {each.text} + {more.text} = {worded(true, told.amount)}, not {told.text}."
        )
        yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    so_much_each_times_its_number_is_the_sum,
    a_contract_with_its_options_is_worth_what_its_years_cost,
    what_each_gives_and_another_make_the_sum,
)
