"""Unit slips: the digits of another place in another unit, for the same thing.

“£412m” where the table has 412 in £000; a rate per 100,000 with a per cent sign; a number of people
called full-time equivalents.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.money import an_amount_keeps_the_unit_of_its_table
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import each_sentence, mark
from moothall.proofread.reading.quantities import Quantities, Quantity, quantities
from moothall.proofread.reading.slips import in_figures

_MUCH_SHARED = 4
"""How much two sentences must share where their sums have one digit each: “£30bn” and “£30m”."""
_FACTORS = {Decimal(10) ** power for power in (3, 6)}


def a_sum_keeps_its_unit(report: Report) -> Iterator[TextFinding]:
    """“£412m” in the text is not the 412 of a table in £000."""
    index = quantities(report)
    told = {finding.quote for finding in an_amount_keeps_the_unit_of_its_table(report)}
    seen: set[tuple[str, Decimal]] = set()
    for one in index.all:
        if one.cell or one.kind is not Kind.MONEY or not one.digits or one.words in told:
            continue
        key = (one.digits, one.value)
        if key in seen:
            continue
        found = _in_another_unit(one, index)
        if found is None:
            continue
        other, sure = found
        seen |= {key, (other.digits, other.value)} if not other.cell else {key}
        times = max(one.value, other.value) / min(one.value, other.value)
        more = one.value > other.value
        sure = sure or _is_out_of_all_bounds(one, other, index)
        yield TextFinding(
            place=one.place,
            quote=one.quote,
            message=f"{one.text} here; {_in_its_unit(other)} at {other.place} "
            f"(“{_short(other.words)}”), {in_figures(times)} times {'less' if more else 'more'}.",
            cure="Correct the unit.",
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        )


def _is_out_of_all_bounds(one: Quantity, other: Quantity, index: Quantities) -> bool:
    """Whether the sum is many times the largest of the table that has its digits."""
    if not other.cell or len(one.digits) < 3:
        return False
    table = [cell.value for cell in index.all if cell.cell and cell.block == other.block]
    return one.value > 10 * max(table)


def _short(words: str, longest: int = 80) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def _in_its_unit(one: Quantity) -> str:
    return f"£{in_figures(one.value)}" if one.cell else one.text


def _in_another_unit(one: Quantity, index: Quantities) -> tuple[Quantity, bool] | None:
    alike = [
        other
        for other in index.by_digits.get(one.digits, ())
        if other.kind is Kind.MONEY and other.digits == one.digits and other.value
    ]
    if any(other.value == one.value and other is not one and _apart(one, other) for other in alike):
        return None  # it stands in this unit elsewhere too
    about = concepts(f"{one.words} {one.head}") - WEAK
    bare = len(one.digits) < 2
    best: tuple[int, Quantity] | None = None
    for other in alike:
        if max(other.value, one.value) / min(other.value, one.value) not in _FACTORS:
            continue
        long = len(one.digits) >= _BEYOND_CHANCE
        if one.when and other.when and not one.when & other.when and not long:
            continue
        label = concepts(other.own) - WEAK if other.cell else other.topics - WEAK
        if bare and (other.cell or len(label & about) < _MUCH_SHARED):
            continue
        shared = len(label & about)
        own = len(label & concepts(one.own))
        enough = own >= 1 if other.cell else own >= 2
        if not enough and len(one.digits) > 2 and other.cell:
            enough = len((other.topics & about) - WEAK) >= 1
        enough = enough or (_has_no_unit(one) and other.value > one.value)
        enough = enough or long
        if enough and (best is None or shared + own > best[0]):
            best = (shared + own, other)
    if best is None:
        return None
    sure = bare or _has_no_unit(one) or len(one.digits) >= _BEYOND_CHANCE
    return best[1], sure or (len(one.digits) >= 3 and best[0] >= 2)


_BEYOND_CHANCE = 4
"""Two sums of so many digits that are the same are one sum, whatever stands about them."""


def _has_no_unit(one: Quantity) -> bool:
    """Whether it has one decimal place and nothing after it: "£31.3"."""
    return bool(re.fullmatch(r"£\s?\d{2,3}\.\d", one.text))


def _apart(one: Quantity, other: Quantity) -> bool:
    return one.words != other.words or one.place != other.place


# --- a rate with a per cent sign ------------------------------------------------------------------

_PER = Expression(r"\bper (?:1|10|100),?000\b|\bper (?:thousand|hundred thousand|million)\b", re.I)


def a_rate_found_elsewhere_is_no_percentage(report: Report) -> Iterator[TextFinding]:
    """“The rate of 581.3%” where 581.3 per 100,000 stands elsewhere."""
    index = quantities(report)
    for one in index.all:
        if one.kind is not Kind.PERCENT or one.cell or len(one.digits) < 2:
            continue
        for other in index.by_digits.get(one.digits, ()):
            if len(one.digits) < 3 and not _has_another_of_the_row(one, other, index):
                continue
            if other.kind is not Kind.COUNT or other.value != one.value:
                continue
            beside = other.words if other.cell else _after(other.words, other.text)
            per = _PER.search(beside)
            if per is None or not ((one.topics & other.topics) or one.block == other.block):
                continue
            yield TextFinding(
                place=one.place,
                quote=one.quote,
                message=f"{one.text} here; {other.text} {per[0]} at {other.place}.",
                cure="Take away the per cent sign, or give the rate.",
                confidence=Confidence.HIGH if one.value > 100 else Confidence.MEDIUM,
            )
            break


def _has_another_of_the_row(one: Quantity, other: Quantity, index: Quantities) -> bool:
    """Whether a second percentage of the sentence stands in the same row, as no percentage."""
    return other.cell and any(
        held.words == one.words and held.kind is Kind.PERCENT and held.value == cell.value
        for held in index.all
        if held is not one and held.place == one.place and held.value != one.value
        for cell in index.by_digits.get(held.digits, ())
        if cell.cell and (cell.block, cell.row) == (other.block, other.row)
        if cell.kind is Kind.COUNT
    )


def _after(words: str, text: str) -> str:
    place = words.find(text)
    return words[place : place + len(text) + 40] if place >= 0 else ""


# --- people and full-time equivalents -------------------------------------------------------------

_FTE = Expression(
    rf"{mark('n', 'C')}\s?\(?(?:f\.?t\.?e\.?s?\b|w\.?t\.?e\.?\b|full[- ]time equivalents?\b|"
    r"whole[- ]time equivalents?\b)",
    re.IGNORECASE,
)
_BOTH = Expression(
    rf"{mark('p', 'C')}\s(?:[a-z-]+\s){{0,3}}?(?:people|staff|employees|posts|members of staff|"
    rf"headcount|individuals|persons|workers|officers|teachers)\b[^«»;.]{{0,40}}?(?:\(|,|–|or\s|"
    rf"equating to\s|"
    rf"equivalent to\s|which is\s)\s?{mark('f', 'C')}\s?(?:f\.?t\.?e|w\.?t\.?e|full[- ]time eq|"
    rf"whole[- ]time eq)",
    re.IGNORECASE,
)
_BOTH_BACK = Expression(
    rf"{mark('f', 'C')}\s?(?:f\.?t\.?e\.?s?|w\.?t\.?e\.?|"
    rf"full[- ]time equivalents?)\b[^«»;.]{{0,40}}?(?:\(|,|–|or\s)"
    rf"\s?{mark('p', 'C')}\s(?:[a-z-]+\s){{0,3}}?(?:people|staff|employees|headcount|individuals|"
    r"persons|workers|officers|teachers)\b",
    re.IGNORECASE,
)


def people_are_not_called_full_time_equivalents(report: Report) -> Iterator[TextFinding]:
    """“103 people (97.5 FTE)” on one page, “the 103 FTE employees” on another."""
    both: dict[Decimal, tuple[Decimal, str, frozenset[str]]] = {}
    for paragraph, one in each_sentence(report, 2):
        for form in (_BOTH, _BOTH_BACK):
            for match in form.finditer(one.pattern):
                people, fte = one.figure(match["p"]), one.figure(match["f"])
                if people.value >= fte.value > 0 and people.value >= 5:
                    both[people.value] = (fte.value, str(paragraph.place), concepts(one.text))
    both = {people: known for people, known in both.items() if people != known[0]}
    if not both:
        return
    ftes = {known[0] for known in both.values()}
    for paragraph, one in each_sentence(report, 1):
        if _BOTH.search(one.pattern) or _BOTH_BACK.search(one.pattern):
            continue
        for match in _FTE.finditer(one.pattern):
            value = one.figure(match["n"]).value
            if value in both and value not in ftes:
                equivalents, where, _ = both[value]
                yield TextFinding(
                    place=paragraph.place,
                    quote=one.text,
                    message=f"{in_figures(value)} is called full-time equivalents here; at {where} "
                    f"it is the number of people, and {in_figures(equivalents)} the "
                    "full-time equivalents.",
                    cure="Write people, or give the full-time equivalents.",
                    confidence=Confidence.HIGH,
                )


RULES: tuple[Rule, ...] = (
    a_sum_keeps_its_unit,
    a_rate_found_elsewhere_is_no_percentage,
    people_are_not_called_full_time_equivalents,
)
