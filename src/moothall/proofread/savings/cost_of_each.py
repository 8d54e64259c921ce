"""What a thing costs each, against what all of them cost: “£6.2m, or £20,000 a vehicle”, of 31.

The whole divided by the price of one is a number of things.  Where no number that is told of them
fits it, and one would fit if a nought were put in or taken out, a unit has slipped; and where the
one number told beside the two sums does not fit, one of the three is wrong.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.averages_of_lists import an_average_is_its_total_shared_out
from moothall.proofread.figures.products_told import a_rate_times_its_number_gives_the_sum
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Figure, Sentence, paragraphs, read_once
from moothall.proofread.reading.statements import stem_of

_BETWEEN = Expression(
    r"^[^.;£]{0,60}?(?:[,(–—;]|\bor\b|\bwhich is\b|\bthat is\b|\bequal to\b|\bequivalent to\b|"
    r"\bat\b|\baverag\w+|\bmaking\b)[^.;£]{0,40}$",
    re.IGNORECASE,
)
_OF_EACH = Expression(
    r"^\s(?:\(?on average\)?\s)?(?:an?|per|each|for (?:each|every|one|a)|every|to each|of each|"
    r"apiece)\b(?:\s(?P<noun>(?:[a-z’'-]+\s){0,2}?[a-z-]{3,}))?",
    re.IGNORECASE,
)
_TIME = Expression(
    r"\b(?:year|annum|month|quarter|week|day|night|hour|session|half-?year|term|minute|visit|"
    r"head|tonne|mile|metre|km|square|hectare|time|unit|cent|time)\w*\b",
    re.IGNORECASE,
)
_SAYS_MORE = Expression(
    r"\b(?:plus|as well as|includ\w+|exclud\w+|net of|after|less|minimum|maximum|up to|from|"
    r"between|range\w*|first|remaining|rest|other|another|additional|over \w+ years|a year|per "
    r"annum|annual\w*|yearly|if|some of|most of|compared|against|than)\b",
    re.IGNORECASE,
)
_OFF_BY = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_TOLERANCE = Decimal("0.03")
_LEAST = 2
_TOLD = quotes_told(a_rate_times_its_number_gives_the_sum, an_average_is_its_total_shared_out)


@read_once
def _numbers_of_things(report: Report) -> dict[str, frozenset[Decimal]]:
    """How many there are told to be of each thing: “31 vehicles”, “six food waste vehicles”."""
    told: dict[str, set[Decimal]] = {}
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if not paragraph.cell and any(each.isdigit() for each in plain.text):
                for number, noun in _counted(with_all_numbers(plain.text)):
                    told.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in told.items()}


_THINGS = Expression(r"^\s(?:[a-z’'-]+\s){0,3}?(?P<noun>[a-z-]{3,}s|people|children)\b")


def _counted(one: Sentence) -> Iterator[tuple[Decimal, str]]:
    for figure in one.figures:
        if figure.kind is Kind.COUNT and figure.size >= _LEAST:
            match = _THINGS.match(one.text[figure.amount.end :])
            if match is not None:
                yield figure.size, stem_of(match["noun"])


def what_each_costs_fits_what_all_cost(report: Report) -> Iterator[TextFinding]:
    """“Replacing the 31 vehicles would cost £6.2m, or £20,000 a vehicle”: £200,000."""
    for paragraph in paragraphs(report):
        if paragraph.text.count("£") < _LEAST:
            continue
        before: Sentence | None = None
        for plain in paragraph.sentences:
            one = with_all_numbers(plain.text) if "£" in plain.text else plain
            message = _misfit(report, before, one)
            before = with_all_numbers(plain.text)
            if message is not None and not told_by(_TOLD, report, paragraph, plain):
                yield TextFinding(
                    place=paragraph.place,
                    quote=plain.text,
                    message=message,
                    confidence=Confidence.MEDIUM,
                    cure="Check the two sums, their units and the number of things.",
                )


def _misfit(report: Report, before: Sentence | None, one: Sentence) -> str | None:
    money = [figure for figure in one.figures if figure.kind is Kind.MONEY]
    for whole, each in pairwise(money):
        between = one.text[whole.amount.end : each.amount.start]
        of_each = _OF_EACH.match(one.text[each.amount.end :])
        if of_each is None or not _BETWEEN.match(between) or whole.size < each.size * _LEAST:
            continue
        noun = of_each["noun"] or ""
        if _TIME.search(noun) or _SAYS_MORE.search(between) or not each.size:
            continue
        beside = {
            figure.size
            for sentence in (before, one)
            if sentence is not None
            for figure in sentence.figures
            if figure.kind is Kind.COUNT and figure.size >= _LEAST
        }
        kind = stem_of(noun.split()[-1]) if noun else ""
        told = _numbers_of_things(report)
        numbers = beside | {n for key in (kind, f"{kind}s") for n in told.get(key, ())}
        if not numbers or any(_fits(whole, each, number) for number in numbers):
            continue
        slipped = [n for n in numbers for off in _OFF_BY if _fits(whole, each, n * off)]
        # of one number told beside the sums there is no doubt; of many there is, but for a nought
        own = [n for n, thing in _counted(one) if thing == kind]
        number = slipped[0] if slipped else own[0] if len(own) == len(beside) == 1 else None
        if number is not None:
            right = whole.size / number
            return (
                f"{whole.text} ÷ {number.normalize():f} is £{right:,.0f} each, not {each.text} "
                f"({each.text} × {number.normalize():f} = £{each.size * number:,.0f})."
            )
    return None


def _fits(whole: Figure, each: Figure, number: Decimal) -> bool:
    slack = each.spread * number + whole.spread + whole.size * _TOLERANCE
    return abs(each.size * number - whole.size) <= slack


RULES: tuple[Rule, ...] = (what_each_costs_fits_what_all_cost,)
