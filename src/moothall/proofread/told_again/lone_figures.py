"""Lone figures: one that stands once, where its near neighbour stands elsewhere for the same thing.

"£1.83m" beside "£1.38m" in the summary and 1,381 in the table is a slip of the pen.  A figure is
suspected only where nothing else in the report bears it out: no other figure has its digits and it
is no sum or difference of those about it.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import WEAK, concepts, names, say_opposite
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.quantities import Quantities, Quantity, digits_of, quantities
from moothall.proofread.told_again.told_apart import are_told_apart, is_set_beside

_FEWEST_DIGITS = 3
_MOST_DIGITS = 9
BEYOND_CHANCE = 7
"""Two figures of so many digits are hardly ever the same but for one of them by chance."""
_MOST_BESIDE = 40  # figures that are tried in pairs


def a_figure_is_not_a_slip_of_one_that_stands_elsewhere(report: Report) -> Iterator[TextFinding]:
    """Two digits changed about, against a figure of the same thing that stands elsewhere."""
    yield from slips_of_the_pen(report)


@read_once
def slips_of_the_pen(report: Report) -> tuple[TextFinding, ...]:
    """What the rule finds, which other rules leave to it."""
    return tuple(_slips(quantities(report)))


def _slips(index: Quantities) -> Iterator[TextFinding]:
    told: set[frozenset[str]] = set()
    for lone in index.all:
        if (
            lone.cell
            or index.is_said_of_each_in_turn(lone)
            or not _FEWEST_DIGITS <= len(lone.digits) <= _MOST_DIGITS
        ):
            continue
        if stands_elsewhere(lone, index):
            continue
        found = _best(lone, index)
        if found is None:
            continue
        other, confidence, times = found
        key = frozenset((lone.digits, other.digits))
        if key in told or is_worked_out(lone, other, index) or is_set_beside(lone, other, index):
            continue
        told.add(key)
        yield _finding(lone, other, times, confidence)


def stands_elsewhere(lone: Quantity, index: Quantities) -> bool:
    """Whether any other figure has its digits, or rounds to them, in whatever unit."""
    return any(
        other is not lone and (other.place != lone.place or other.words != lone.words)
        for other in index.by_digits.get(lone.digits, ())
        if len(other.digits) >= len(lone.digits)
    )


def swapped(digits: str) -> set[str]:
    """The digits with two of them changed about.

    >>> sorted(swapped("183"))
    ['138', '381', '813']
    """
    found = set()
    for one, other in combinations(range(len(digits)), 2):
        if digits[one] != digits[other]:
            letters = list(digits)
            letters[one], letters[other] = letters[other], letters[one]
            found.add("".join(letters))
    return found


def _one_changed(digits: str) -> set[str]:
    return {
        digits[:place] + figure + digits[place + 1 :]
        for place in range(len(digits))
        for figure in "0123456789"
        if figure != digits[place] and (place or figure != "0")
    }


def _adjacent(one: str, other: str) -> bool:
    wrong = [
        place for place, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1
    ]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1


def _best(lone: Quantity, index: Quantities) -> tuple[Quantity, Confidence, int] | None:
    best: tuple[tuple[int, int], Quantity, Confidence, int] | None = None
    swaps = swapped(lone.digits)
    changed = _one_changed(lone.digits) if len(lone.digits) > _FEWEST_DIGITS else set()
    for digits in sorted(swaps | changed):
        alike = [
            other
            for other in index.by_digits.get(digits.strip("0"), ())
            if _may_be_meant(lone, other, digits)
        ]
        long = len(lone.digits) >= BEYOND_CHANCE
        if not long and any(say_opposite(lone.own, f"{other.own} {other.head}") for other in alike):
            continue  # an overspend there and an underspend here are two things
        times = len({(other.place, other.words) for other in alike})
        for other in alike:
            judged = _judged(lone, other, times, index, swap=digits in swaps)
            if judged is None:
                continue
            rank = (_SURENESS.index(judged[1]), judged[0])
            if best is None or rank > best[0]:
                best = (rank, other, judged[1], times)
    return best[1:] if best else None


_SURENESS = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


def _may_be_meant(lone: Quantity, other: Quantity, digits: str) -> bool:
    """Whether the other figure is of one kind and size, and said in another place."""
    if other.kind is not lone.kind or (other.place == lone.place and not other.cell):
        return False
    if not Decimal("0.05") <= lone.value / other.value <= 20 if other.value else True:
        return False
    if abs(lone.value - other.value) <= max(lone.step, other.step):
        return False
    if other.step > lone.step and digits.endswith("0"):
        return False
    if lone.value and other.value and lone.value.adjusted() != other.value.adjusted():
        return False  # with the point moved as well it would be two slips: £2.14m and £12.4m
    if digits.startswith("0") or not _rounds_to(other.digits, digits):
        return False
    # one printed more coarsely cannot show that two digits were changed about
    return len(other.digits) >= len(digits.strip("0")) and not lone.rough


def _rounds_to(finer: str, digits: str) -> bool:
    """Whether the digits of a figure printed more finely come to these when they are rounded."""
    more = len(finer) - len(digits)
    if more < 0:
        return digits.startswith(finer) and not digits[len(finer) :].strip("0")
    unit = int(10**more)
    return 2 * abs(int(finer) - int(digits) * unit) <= unit


def _shared(lone: Quantity, other: Quantity, index: Quantities) -> tuple[int, int]:
    """How many topics the two have in common, and how many of these tell something."""
    shared = (lone.topics & other.topics) - WEAK
    return len(shared), len(shared - index.common)


def _judged(
    lone: Quantity, other: Quantity, times: int, index: Quantities, *, swap: bool
) -> tuple[int, Confidence] | None:
    if are_of_two_times(lone, other) or are_told_apart(lone, other):
        return None
    if len(lone.digits) < BEYOND_CHANCE and (
        _are_of_two_names(lone, other)
        or say_opposite(lone.own, f"{other.own} {other.head if other.cell else ''}")
    ):
        return None
    shared, telling = _shared(lone, other, index)
    long = len(lone.digits) > _FEWEST_DIGITS
    near = _adjacent(lone.digits, other.digits[: len(lone.digits)])
    own = len(
        (concepts(lone.own) & concepts(f"{other.own} {other.head if other.cell else ''}")) - WEAK
    )
    dated = bool(lone.when & other.when)
    score = 2 * telling + shared + 2 * own + min(times, 3) + dated + (2 if near else 0)
    if lone.kind is Kind.PERCENT and len(lone.digits) <= _FEWEST_DIGITS:
        enough = shared >= 3 and own >= 2 and near
    elif swap and long:
        enough = shared >= 1 and (own >= 1 or telling >= 1) and (near or times >= 2 or shared >= 2)
    elif swap:
        enough = shared >= 1 and (own >= 1 or telling >= 2) and (near or times >= 3)
        enough = enough and (shared + dated + (times >= 2) >= 2)
    elif len(lone.digits) >= BEYOND_CHANCE:
        enough = shared >= 1 or times >= 2
    else:
        enough = shared >= 3 and own >= 2 and times >= 2
    if not enough:
        return None
    if not swap:
        sure = (own >= 3 and (dated or telling >= 3)) or len(lone.digits) >= BEYOND_CHANCE
        return score, Confidence.MEDIUM if sure else Confidence.LOW
    high = long and near and shared >= 2 and times >= 2
    return score, Confidence.HIGH if high else Confidence.MEDIUM


def are_of_two_times(one: Quantity, other: Quantity) -> bool:
    """Whether each names a date or a period of its own; "next year" may be any."""
    first, second = (
        {when for when in quantity.when if any(sign.isdigit() for sign in when)}
        for quantity in (one, other)
    )
    return bool(first and second and not first & second)


def _are_of_two_names(lone: Quantity, other: Quantity) -> bool:
    """Whether each is said of somebody or something that the other does not name."""
    one, two = names(f". {lone.own}"), names(f". {other.own}")
    if other.cell:
        return bool(one) and not one & names(f". x {other.own}") and len(one) > 1
    return bool(one - names(other.words) - names(other.head)) and bool(
        two - names(lone.words) - names(lone.head)
    )


_PARTS = 2


def _is_the_sum_beside_it(whole: Quantity, index: Quantities) -> bool:
    """“4,140 answered: 828 said yes, 1,242 perhaps and 2,070 no”."""
    parts = [
        one.value
        for one in index.all
        if one.kind is whole.kind
        and one is not whole
        and not one.cell
        and one.block == whole.block
        and one.words == whole.words
    ]
    return not whole.cell and len(parts) >= _PARTS and sum(parts) == whole.value


def is_worked_out(lone: Quantity, other: Quantity, index: Quantities) -> bool:
    """Whether the lone figure is a sum or a difference of figures about it, or a part of one."""
    beside = [
        one
        for one in index.all
        if one.kind is lone.kind and one is not lone and not one.cell and one.block == lone.block
    ][:_MOST_BESIDE]
    cells = [
        one
        for one in index.all
        if one.cell
        and other.cell
        and one.block == other.block
        and (one.row == other.row or one.column == other.column)
    ][:_MOST_BESIDE]
    if _is_the_sum_beside_it(lone, index) or _is_the_sum_beside_it(other, index):
        return True
    for near in (beside, cells):
        for one, two in combinations(near, 2):
            worked = (abs(one.value - two.value), one.value + two.value)
            if any(one.value and two.value and _meet(lone, value) for value in worked):
                return True
    for one in beside:
        for value in (lone.value + one.value, abs(lone.value - one.value)):
            whole = index.by_digits.get(digits_of(f"{value:f}"), ())
            if one.value and any(
                part.kind is lone.kind and part is not one and abs(part.value - value) <= lone.step
                for part in whole
                if len(part.digits) >= _FEWEST_DIGITS
            ):
                return True
    return False


def _meet(lone: Quantity, value: Decimal) -> bool:
    return abs(value - lone.value) <= lone.step / 2


def _finding(lone: Quantity, other: Quantity, times: int, confidence: Confidence) -> TextFinding:
    more = f", which stands {times} times" if times > 1 else ""
    return TextFinding(
        place=lone.place,
        quote=lone.quote,
        message=f"{lone.text} here; {other.text} for the same at {other.place} "
        f"(“{_short(other.words)}”){more}, and {lone.text} nowhere else.",
        confidence=confidence,
        cure="Give one figure in both places, or say what makes them differ.",
    )


def _short(words: str, longest: int = 90) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


RULES: tuple[Rule, ...] = (a_figure_is_not_a_slip_of_one_that_stands_elsewhere,)
