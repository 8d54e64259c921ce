"""Two values that cannot both be: of one day, in two units, or against the count told before them.

“It was £18.6m at 31 March 2025 and is forecast to reach £25.8m at 31 March 2025”; “11.3% per head,
down from 12.6 days”; “31 vehicles …  £6.2m, or £20,000 a vehicle”; “£884,520 …  would give
£943,488, £85,968 more”; “85.0% …  This is 1.2 points lower than in 2024 (83.8%)”.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.changes import RULES as CHANGES
from moothall.proofread.figures.levels_told_before import RULES as LEVELS
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
    finer,
    mark,
    paragraphs,
    worded,
)

_DAY = rf"\d{{1,2}}\s(?:{'|'.join(month_name[1:])})\s20\d\d"
_WAS_AND_WILL = Expression(
    rf"\b(?:was|were|stood at|of|is)\s(?P<then>£[\d,.]+\s?(?:k|m|bn)?)\s(?:at|on|as "
    rf"at)\s(?P<day>{_DAY})\b"
    rf"[^.;]{{0,60}}?\b(?:forecast|expected|projected|predicted|estimated|will)\b[^.;]{{0,40}}?"
    rf"(?P<now>£[\d,.]+\s?(?:k|m|bn)?)\s(?:at|by|on)\s(?P=day)\b"
)
_OTHER_UNIT = Expression(
    rf"{mark('now', 'P')}(?:\sper [A-Za-z]+)?,?\s\(?(?:down|up|compared|against|a fall|a rise|"
    rf"falling|"
    rf"rising)\s(?:from|with|to|on)?\s?{mark('then', 'C')}\s(?P<unit>(?:working )?(?:days|weeks|"
    rf"hours|"
    r"minutes|months))\b",
    re.IGNORECASE,
)
_POINTS_ON = Expression(
    rf"^(?:This|That|It)\s(?:is|was|represents)\s(?:an?\s)?{mark('by', 'PQ')}"
    r"(?:\s?(?:percentage )?points?)?\s(?P<way>higher|lower|above|below|more|less|better|worse|"
    r"up|down)\s(?:than|on|from)"
    rf"[^«»;.]{{0,40}}?\(?{mark('then', 'P')}",
    re.IGNORECASE,
)
_MORE_THAN_TOLD = Expression(
    rf"\b(?:would|will|could)\s(?:give|raise|bring in|yield|cost|produce|generate|come to|save)\s"
    rf"{mark('new', 'M')}[^«»;.]{{0,70}}?,\s(?:or\s|that is,?\s|which is\s)?{mark('by', 'M')}\s"
    r"(?P<way>more|less|fewer)\b(?!\sthan)",
    re.IGNORECASE,
)
_EACH = Expression(
    rf"{mark('all', 'M')},?\s\(?(?:or|which is|equal to|equivalent to|an average "
    rf"of)\s{mark('one', 'M')}"
    r"\s(?:a|an|per|for each|for every|each)\s(?P<thing>[a-z]{3,})\b",
    re.IGNORECASE,
)
_NO_THING = frozenset(("year", "month", "week", "day", "hour", "annum", "quarter", "head", "week"))
_UP = frozenset(("higher", "above", "more", "up"))
_DOWN = frozenset(("lower", "below", "less", "down", "fewer"))
_TWICE = Decimal(2)
_CURE = "Correct one of the figures."
_TOLD = quotes_told(*CHANGES, *LEVELS)


def two_values_of_one_thing_agree(report: Report) -> Iterator[TextFinding]:
    """“31 vehicles: …  the fleet would cost £6.2m, or £20,000 a vehicle”: it is £200,000."""
    for paragraph in paragraphs(report):
        for place, one in enumerate(paragraph.sentences):
            if not one.figures:
                continue
            before = paragraph.sentences[place - 1] if place else None
            message = (
                _of_one_day(one)
                or _in_two_units(one)
                or _points_on(one, before)
                or _more_than_told(one, before)
                or _each(one, paragraph)
            )
            if message and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _of_one_day(one: Sentence) -> str | None:
    match = _WAS_AND_WILL.search(one.text)
    if match is None or match["then"] == match["now"]:
        return None
    return f"{match['then']} and {match['now']} are both told of {match['day']}."


def _in_two_units(one: Sentence) -> str | None:
    match = _OTHER_UNIT.search(one.pattern)
    if match is None:
        return None
    now, then = one.figure(match["now"]), one.figure(match["then"])
    if then.kind is not Kind.COUNT:
        return None
    return f"{now.text} is a share, and {then.text} {match['unit']} is none: one unit is wrong."


def _points_on(one: Sentence, before: Sentence | None) -> str | None:
    match = _POINTS_ON.match(one.pattern)
    shares = [f for f in before.figures if f.kind is Kind.PERCENT] if before else []
    if match is None or len(shares) != 1:
        return None
    now, then, by = shares[0], one.figure(match["then"]), one.figure(match["by"])
    moved = now.size - then.size
    way = match["way"].lower()
    up = True if way in _UP else False if way in _DOWN else None
    if up is not None and moved and up != (moved > 0) and now.low != then.low:
        return f"{now.text} is {'above' if moved > 0 else 'below'} {then.text}, not {way}."
    if abs(abs(moved) - by.size) > now.spread + then.spread + by.spread:
        return f"From {then.text} to {now.text} is {abs(moved)} points, not {by.text}."
    return None


def _more_than_told(one: Sentence, before: Sentence | None) -> str | None:
    match = _MORE_THAN_TOLD.search(one.pattern)
    if match is None or before is None:
        return None
    new, by = one.figure(match["new"]), one.figure(match["by"])
    alike = [
        f
        for f in before.figures
        if f.kind is Kind.MONEY and new.size / _TWICE < f.size < new.size * _TWICE and not f.rough
    ]
    if len(alike) != 1 or new.rough or by.rough:
        return None
    moved = abs(new.size - alike[0].size)
    slack = new.spread + alike[0].spread + by.spread
    if abs(moved - by.size) <= slack or not by.size / 3 < moved < by.size * 3:
        return None
    return (
        f"From {alike[0].text} to {new.text} is {worded(moved, finer(new, alike[0]))}, not "
        f"{by.text}."
    )


def _each(one: Sentence, paragraph: Paragraph) -> str | None:
    """What one costs, against what all cost and how many the paragraph says there are."""
    match = _EACH.search(one.pattern)
    if match is None or match["thing"].lower() in _NO_THING:
        return None
    count = _count_of(match["thing"].lower(), paragraph)
    if count is None:
        return None
    total, each = one.figure(match["all"]), one.figure(match["one"])
    low, high = total.low / count.size, total.high / count.size
    if total.rough or (each.low <= high * Decimal("1.05") and each.high >= low * Decimal("0.95")):
        return None
    true = worded((total.size / count.size).quantize(Decimal(1)), each.amount)
    return f"{total.text} ÷ {count.text} is {true}, not {each.text}."


def _count_of(thing: str, paragraph: Paragraph) -> Figure | None:
    """The one number of these things that the paragraph tells."""
    form = re.compile(rf"«(C\d+)»\s{re.escape(thing)}s\b", re.IGNORECASE)
    found = []
    for one in paragraph.sentences:
        read = with_all_numbers(one.text)
        found += [read.figure(match[1]) for match in form.finditer(read.pattern)]
    sizes = {figure.size for figure in found}
    return found[0] if len(sizes) == 1 and found[0].size > 1 else None


RULES: tuple[Rule, ...] = (two_values_of_one_thing_agree,)
