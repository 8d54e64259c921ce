"""Workings in a sentence: "A ÷ B = C", "D more than A", so many things at so much each."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    each_sentence,
    finding_on,
    finer,
    mark,
    per_cent,
    sentence,
    worded,
)

_CURE = "Correct the figure that is wrong."

# --- sums that are written out --------------------------------------------------------------------

_SIGN = (
    r"\s?(?P<sign>[÷×x*+/−–-]|multiplied by|divided by|plus|minus|less)"
    r"(?:(?<=[a-z]{2})(?:\s[a-z]+){1,4})?\s?"
)
_RESULT_BEFORE = Expression(
    rf"{mark('c', 'MC')}[^«»()]{{0,25}}\(\s?(?:i\.e\.\s|or\s|being\s)?{mark('a', 'MC')}"
    rf"[^«»();]{{0,30}}?{_SIGN}{mark('b', 'MC')}[^«»();]{{0,30}}\)",
    re.IGNORECASE,
)
_RESULT_AFTER = Expression(
    rf"(?<![÷×*+/=−-]\s){mark('a', 'MC')}[^«»();=]{{0,30}}?{_SIGN}{mark('b', 'MC')}"
    rf"[^«»();=]{{0,30}}?\s?(?:=|\bequals\b|\bgives\b|\bmakes\b)\s?{mark('c', 'MC')}",
    re.IGNORECASE,
)


_RUN_IN = Expression(r"(?<=\d)(?=(?:minus|plus|less)\b)", re.IGNORECASE)
_ASIDE = Expression(r",?\s?\((?:[^()]{0,60})\)(?=\s?=)")
"""“£17,975.61minus £927.00, (£426 less than last year) = £17,048.61” without what stands beside."""


def a_working_gives_its_result(report: Report) -> Iterator[TextFinding]:
    """“£3.10m ÷ 282” is what the text says that it is."""
    for paragraph, plain in each_sentence(report, 2):
        if not re.search(r"[÷×*+/=−]|»\s?[x–-]\s?«|\b(?:multipli|divid|plus|minus)", plain.pattern):
            continue
        one = sentence(_ASIDE.sub("", _RUN_IN.sub(" ", plain.text))) if "=" in plain.text else plain
        for form in (_RESULT_BEFORE, _RESULT_AFTER):
            for match in form.finditer(one.pattern):
                a, b, c = (one.figure(match[name]) for name in "abc")
                low_high = _worked(a, b, match["sign"].lower())
                if low_high is None:
                    continue
                low, high = low_high
                off = beyond(c, low, high)
                if off <= 1 or _within(c, (low + high) / 2, "0.002"):
                    continue
                yield finding_on(
                    paragraph,
                    plain,
                    f"{a.text} {match['sign']} {b.text} is "
                    f"{worded((low + high) / 2, c.amount)}, not {c.text}.",
                    _CURE,
                    Confidence.HIGH if match.re is _RESULT_AFTER.compiled else Confidence.MEDIUM,
                )


def _within(figure: Figure, value: Decimal, share: str) -> bool:
    return abs(figure.size - value) <= abs(value) * Decimal(share)


def _worked(a: Figure, b: Figure, sign: str) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest result that rounding allows."""
    if sign in ("÷", "/", "divided by"):
        return (a.low / b.high, a.high / b.low) if b.low > 0 else None
    if sign in ("×", "x", "*", "multiplied by"):
        return a.low * b.low, a.high * b.high
    if a.kind is not b.kind:
        return None
    if sign in ("+", "plus"):
        return a.low + b.low, a.high + b.high
    if sign in ("−", "minus", "less"):
        return a.low - b.high, a.high - b.low
    return None


# --- D more than A --------------------------------------------------------------------------------

_MORE = (
    r"(?P<more>more|higher|greater|above|over|up on|better|extra|longer|ahead of|in excess of|"
    r"dearer)"
)
_LESS = (
    r"(?P<less>less|lower|fewer|below|under(?! ?way\b)|short of|down on|cheaper|worse|shorter|"
    r"behind|"
    r"smaller)"
)
_DIFFERENCE = Expression(
    rf"{mark('d', 'MCPQ')}(?:\s?\({mark('e', 'P')}\))?\s(?:(?!\w+ing\s)[a-z]+\s){{0,2}}?(?:{_MORE}|"
    rf"{_LESS})"
    rf"(?:\s(?:than|on|"
    rf"to))?\s(?P<what>[^«»;.()]{{0,70}}?){mark('y', 'MCP')}(?P<after>[^«»]{{0,30}})",
    re.IGNORECASE,
)
_OTHER_BASE = Expression(
    r"\b(?:average|inflation|per annum|a year|real terms|combined|together|each|between|"
    r"respectively|"
    r"target|aged?|within|when|while|because|since|which|after|where)\b",
    re.IGNORECASE,
)
_OF_TIME = Expression(
    r"\s(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b", re.IGNORECASE
)
_SAID_BEFORE = Expression(
    r"(?:,|–|-|\(|\bor|\bwhich (?:is|was)|\bthis (?:is|was)|\b(?:is|was|are|were|and))\s*"
    r"(?:(?:some|about|around|approximately|nearly|almost|just (?:over|under)|over)\s)?$",
    re.IGNORECASE,
)


def a_difference_is_that_of_its_two_figures(report: Report) -> Iterator[TextFinding]:
    """“£10,993, or £1,099 more than the £10,240 tendered” is £753 more."""
    for paragraph, one in each_sentence(report, 3):
        for match in _DIFFERENCE.finditer(one.pattern):
            problem = _wrong_difference(one, match)
            if problem is not None:
                message, confidence = problem
                yield finding_on(paragraph, one, message, _CURE, confidence)


def _wrong_difference(one: Sentence, match: re.Match[str]) -> tuple[str, Confidence] | None:
    y = one.figure(match["y"])
    gaps = [one.figure(match[name]) for name in "de" if match[name]]
    lead = one.pattern[: match.start()]
    if not _SAID_BEFORE.search(lead) or _OTHER_BASE.search(match["what"]):
        return None
    if "offset" in one.text:
        return None  # what comes and goes makes up a net sum
    if re.match(r"\s?(?:to|and|-|–)\s?$", match["after"]) or y.rough:
        return None
    if _IS_A_GAP_TOO.match(one.pattern[match.end("y") + 1 :]):
        return None  # “25 more than the low point and 13 below the peak”
    if _OF_TIME.match(match["after"]) and not _OF_TIME.search(match[0][: -len(match["after"])]):
        return None  # "4,310 over the last twelve months"
    first = [
        one.figure(name) for name in re.findall(r"«([A-Z]\d+)»", re.sub(r"\([^()]*\)", "", lead))
    ]
    before = [figure for figure in first if figure.kind is y.kind]
    every = [figure for figure in one.figures if figure.kind is y.kind and figure is not y]
    if not before or before[-1] is not first[-1] or before[-1].value <= 0 or y.value <= 0:
        return None
    x = before[-1]
    for gap in gaps:
        if gap.kind not in ((Kind.POINTS,) if y.kind is Kind.PERCENT else (y.kind, Kind.PERCENT)):
            continue
        off = _gap_off(x, y, gap)
        if off <= 1 and (way := _turned(x, y, match)):
            return way, Confidence.MEDIUM
        if off <= 1 or any(_gap_off(other, y, gap) <= 1 for other in every if other is not gap):
            continue
        true = abs(x.size - y.size)
        if gap.kind is Kind.PERCENT:
            told = f"{worded(true, finer(x, y))}, {per_cent(true / y.size * HUNDRED)} of {y.text}"
        else:
            told = worded(true, finer(x, y))
        likely = true / 20 <= gap.size <= true * 20 if gap.kind is y.kind and true else True
        words = f"{x.text} and {y.text} differ by {told}, not by {gap.text}."
        return words, Confidence.MEDIUM if likely else Confidence.LOW
    return None


_UP = ("more", "higher", "greater", "above", "over", "up on", "in excess of", "extra", "dearer")
_DOWN = ("less", "lower", "fewer", "below", "under", "short of", "down on", "cheaper", "smaller")


def _turned(x: Figure, y: Figure, match: re.Match[str]) -> str | None:
    """“97.1%, 0.3 points higher than the 97.4%”: so far apart, and the other way."""
    word = (match["more"] or match["less"]).lower()
    if x.kind is not Kind.PERCENT or word not in (*_UP, *_DOWN):
        return None
    if (x.high < y.low) == (word in _DOWN) or (x.low > y.high) == (word in _UP):
        return None
    return f"{x.text} is {'less' if word in _UP else 'more'} than {y.text}, not {word}."


_IS_A_GAP_TOO = Expression(
    r"^\s(?:[a-z]+\s)?(?:below|above|more|fewer|less|lower|higher|over|under)\b", re.IGNORECASE
)


def _gap_off(x: Figure, y: Figure, gap: Figure) -> Decimal:
    """How far a stated difference is from the true one, in its last place."""
    true = abs(x.size - y.size)
    slack = x.spread + y.spread
    if gap.kind is Kind.PERCENT:
        if y.low <= 0:
            return Decimal(0)
        return beyond(
            gap, max(true - slack, Decimal(0)) / y.high * HUNDRED, (true + slack) / y.low * HUNDRED
        )
    off = beyond(gap, max(true - slack, Decimal(0)), true + slack)
    exact = gap.counts_exactly and x.counts_exactly and y.counts_exactly
    return off + 1 if off and exact else off


# --- so many at so much each ----------------------------------------------------------------------

_EACH = (
    r"(?:\beach\b|\bapiece\b|\ba head\b|\bper (?:head|unit|home|place|pupil|child|person|post|"
    r"visit|"
    r"household|property|dwelling|vehicle|tonne|placement|case|bed|school|plot|ticket|bin|"
    r"licence|item|site|client|resident|member|application|employee|fte|[a-z]+)\b)"
)
_UNIT_PRICE = Expression(
    rf"(?:\baverage\b[^«»;.]{{0,40}}?\b(?:of|is|was|at|to)\s+{ROUGH}{mark('u', 'M')}|"
    rf"{mark('v', 'M')}(?:\s[a-z]+)?\s?{_EACH}|"
    rf"\bat\s(?:an?\s[^«»]{{0,25}}\sof\s)?{mark('w', 'M')}(?:\s(?:each|apiece))|"
    rf"«C\d+»\s(?:[a-z-]+\s){{1,4}}(?:at|@)\s{mark('x', 'M')}|"
    rf"\b(?:fees?|charges?|prices?|tickets?|rents?|fares?)\s(?:of|at)\s{mark('z', 'M')}\s(?:for|"
    rf"from)\s«C\d+»"
    rf"\s[a-z]+(?:\s(?:would|will|could))?\s(?:bring|raise|yield|cost|make|come|give)|"
    rf"\bper (?!year|annum|week|month|day)[a-z]+ (?:is|was|of|at|would be|"
    rf"will be)\s{mark('y', 'M')})",
    re.IGNORECASE,
)
_TIME = Expression(
    r"\bper (?:year|annum|week|month|day|night|hour|quarter)|\b(?:(?:weekly|annual|"
    r"monthly)\s(?:cost|"
    r"rent|fee|charge|price|rate|pay|sum|payment|total)s?|annually|a week|a month|"
    r"p\.?a\.?|over the|years?|rising)\b|\bfrom\s(?:[a-z]+\s){0,2}«M|"
    r"\bwith (?:the|its|their) [a-z]+,|"
    r"\b(?:includ\w+|plus|excluding|exc|inc|net of|before|after|less)\.? (?:[a-z]+ )?(?:VAT|"
    r"discount|"
    r"delivery|fees|grants?)\b",
    re.IGNORECASE,
)
_NO_THINGS = Expression(
    r"^\s?(?:FTE|%|st|nd|rd|th|weeks?|months?|years?|days?|hours?|miles?|minutes?)\b", re.I
)


def a_price_times_its_number_is_the_total(report: Report) -> Iterator[TextFinding]:
    """“28 places at £4,500 each, £136,000 in all” is £126,000."""
    for paragraph, one in each_sentence(report, 3):
        if len(one.figures) != 3 or _TIME.search(one.pattern):
            continue
        found = _UNIT_PRICE.search(one.pattern)
        if found is None:
            continue
        unit = one.figure(next(found[name] for name in "uvwxyz" if found[name]))
        rest = [figure for figure in one.figures if figure is not unit]
        totals = [figure for figure in rest if figure.kind is Kind.MONEY]
        numbers = [
            figure
            for figure in rest
            if figure.kind is Kind.COUNT and not _NO_THINGS.match(one.text[figure.amount.end :])
        ]
        if len(totals) != 1 or len(numbers) != 1 or numbers[0].size < 2 or unit.low <= 0:
            continue
        yield from _wrong_total(paragraph, one, unit, totals[0], numbers[0])


def _wrong_total(
    paragraph: Paragraph, one: Sentence, unit: Figure, total: Figure, number: Figure
) -> Iterator[TextFinding]:
    low, high = unit.low * number.low, unit.high * number.high
    got = unit.size * number.size
    if beyond(total, low, high) <= 1 or _within(total, got, "0.01"):
        return
    if not got / 12 < total.size < got * 12:
        return  # another total
    yield finding_on(
        paragraph,
        one,
        f"{number.text} × {unit.text} = {worded(got, unit.amount)}, not {total.text}.",
        "Correct the number, the price or the total.",
        Confidence.MEDIUM if got * Decimal("0.6") < total.size < got * Decimal("1.6")
        else Confidence.LOW,
    )  # fmt: skip


RULES: tuple[Rule, ...] = (
    a_working_gives_its_result,
    a_difference_is_that_of_its_two_figures,
    a_price_times_its_number_is_the_total,
)
