"""The numbers of items in agendas and minutes that repeat or skip.

Extraction glues items together, so a number counts as missing only where it stands nowhere between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.structure.list_items import list_items_run_on, mark_stands_between
from moothall.proofread.structure.section_numbering import section_numbers_run_on
from moothall.proofread.structure.sequences import Slip, is_misprint, slips

_ITEM = Expression(
    r"^(?P<number>\d{1,4})(?:\.0|(?P<letter>[A-Ha-h])(?=[.)]))?(?P<stop>[.):]?)\s+(?=[\"“‘'(*]{0,2}[A-Z])(?P<words>.*)",
    re.DOTALL,
)
_COUNTED = Expression(
    r"(?:votes?|members?|councillors?|cllrs?|residents?|people|parishioners|applications?|letters?|"
    r"abstentions?|in favour|for|against|copies|hours?|minutes|days?|x)\b(?!\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""“5 Votes for – carried” counts votes, it is no item 5; “9 Member Dashboards” is item 9."""
_YEARS = range(1900, 2101)
_MOST_DIGITS = 4
_FEWEST = 5
_MOST_LISTED = 20
_FEWEST_SHORT = 4
_COUNTED_ON = 1_000
_WIDEST_STEP = 3
_LONGEST_TITLE = 12
_NEXT_ITEMS = 4


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    words: str
    place: Place
    order: int


def _items(report: Report) -> list[_Item]:
    """Blocks that begin with a whole number: the items of an agenda, the minutes of a meeting."""
    found = []
    for order, block in enumerate(report.blocks):
        if isinstance(block, Grid) and (item := _row_by_itself(block, order)):
            found.append(item)
        if not isinstance(block, Heading | Prose):
            continue
        number = block.number.rstrip(".").removesuffix(".0")
        if number.isdecimal() and len(number) <= _MOST_DIGITS and int(number) not in _YEARS:
            found.append(_Item(int(number), block.text, block.place, order))
            continue
        text = f"{number} {block.text}" if number else block.text
        match = _ITEM.match(text)
        if match and not match["stop"] and _COUNTED.match(match["words"]):
            continue
        if match and (match["letter"] or "a") not in "aA":
            continue  # 3B and 3C are of the third item, as 3A is
        if match and int(match["number"]) not in _YEARS:
            found.append(_Item(int(match["number"]), match["words"], block.place, order))
    return found


def _row_by_itself(block: Grid, order: int) -> _Item | None:
    """A line with a tab after its number was read as a table of one row."""
    if len(block.rows) != 1 or not re.fullmatch(r"\d{1,4}[.)]", block.rows[0][0].strip()):
        return None
    number = int(block.rows[0][0].strip(" .)"))
    words = " ".join(cell for cell in block.rows[0][1:] if cell)
    return _Item(number, words, block.place, order) if words and number not in _YEARS else None


def _chains(items: list[_Item]) -> Iterator[list[_Item]]:
    """Items that count up; a step down or a jump begins another list, but one misprint does not."""
    chain: list[_Item] = []
    for place, item in enumerate(items):
        if chain and not 0 <= item.number - chain[-1].number <= _WIDEST_STEP:
            after = items[place + 1].number if place + 1 < len(items) else 0
            misprint = is_misprint(chain[-1].number, item.number, after)
            after_misprint = len(chain) > 1 and is_misprint(
                chain[-2].number, chain[-1].number, item.number
            )
            if not misprint and not after_misprint:
                yield chain
                chain = []
        chain.append(item)
    if chain:
        yield chain


def items_of_a_meeting_run_on(report: Report) -> Iterator[TextFinding]:
    """Minutes 2624, 2625, 2625, 2626; items 3, 5 and 6 of an agenda; or 7, 7 and 9."""
    others = (*list_items_run_on(report), *section_numbers_run_on(report))
    told = {finding.place for finding in others if finding.confidence is not Confidence.LOW}
    items = _items(report)
    # minutes are numbered on through the year, past the numbers of what is listed under them
    minutes = [item for item in items if item.number > _MOST_LISTED] if are_minutes(report) else []
    chains = [*_chains(items), *_chains(minutes)] if len(minutes) < len(items) else _chains(items)
    for chain in chains:
        titles = (
            chain[0].number == 1
            or all(_is_title(item) for item in chain)
            # minutes that count on from year to year
            or (chain[0].number >= _COUNTED_ON and are_minutes(report))
        )
        if len(chain) < (_FEWEST_SHORT if titles else _FEWEST):
            continue
        found = [s for s in slips([i.number for i in chain]) if _is_one(report, chain, s)]
        if len(found) != 1:
            continue  # more than one: numbers that mean something else
        slip = found[0]
        before, item = chain[slip.index - 1], chain[slip.index]
        if item.place in told or _stands_after(items, item, slip):
            continue
        if _stands_before(items, chain, slip):
            continue
        told.add(item.place)
        yield TextFinding(
            place=item.place,
            quote=f"{item.number}. {item.words}",
            message=_message(slip, before),
            confidence=Confidence.MEDIUM,
            cure="Renumber, or put back what was taken out.",
        )


def _stands_after(items: list[_Item], item: _Item, slip: Slip) -> bool:
    """Whether what seems left out follows: 3 and 5 listed between headings 2 and 4."""
    if slip.twice or not slip.missing:
        return False
    after = [other.number for other in items if other.order > item.order][:_NEXT_ITEMS]
    until = after.index(1) if 1 in after else len(after)
    return slip.missing[0] in after[:until]


def _stands_before(items: list[_Item], chain: list[_Item], slip: Slip) -> bool:
    """Whether a list of its own began under what seems left out: 6, then 1 to 5, then 7."""
    first = items.index(chain[0])
    return (
        not slip.twice
        and bool(slip.missing)
        and chain[0].number == 1
        and first > 0
        and items[first - 1].number == slip.missing[-1]
    )


def _is_title(item: _Item) -> bool:
    return len(item.words.split()) <= _LONGEST_TITLE and not item.words.endswith((";", ","))


def _message(slip: Slip, before: _Item) -> str:
    missing = " and no ".join(map(str, slip.missing))
    if slip.twice:
        return f"The number {slip.number} is given to two items" + (
            f", and there is no {missing}." if missing else "."
        )
    return f"Item {before.number} is followed by {slip.number}: there is no {missing}."


def _is_one(report: Report, chain: list[_Item], slip: Slip) -> bool:
    """Whether a number is missing or stands twice, and was not glued into other text."""
    before, item = chain[slip.index - 1], chain[slip.index]
    if slip.twice:
        double = before if before.number == item.number else chain[slip.index + 1]
        # the last of a list of recommendations and the heading after it are of two sequences
        alike = isinstance(report.blocks[double.order], Heading) is isinstance(
            report.blocks[item.order], Heading
        )
        if not alike or _same_words(double.words, item.words, whole=bool(slip.missing)):
            return False
        if not slip.missing:
            return True
    missing = [str(number) for number in slip.missing]
    return not mark_stands_between(report, before.order, item.order + 1, missing)


def _same_words(one: str, other: str, *, whole: bool) -> bool:
    """Whether a title comes again; with a number missing, titles of a form may begin alike."""
    first, second = one.casefold(), other.casefold()
    if whole:
        shorter = min(len(first), len(second))
        return first[:shorter] == second[:shorter]
    return first[:40] == second[:40]


RULES: tuple[Rule, ...] = (items_of_a_meeting_run_on,)
