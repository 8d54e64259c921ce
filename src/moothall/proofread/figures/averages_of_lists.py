"""Averages of what a sentence lists, and rates of two numbers that stand beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ROUGH,
    Figure,
    beyond,
    each_sentence,
    finding_on,
    mark,
    worded,
)

_M = r"«[MCP]\d+»"
_LIST = Expression(
    rf"(?P<list>{_M}(?:[^«»;:.()]{{0,25}},\s?(?:and "
    rf")?[^«»;:.(),]{{0,20}}?{_M})*[^«»;:.()]{{0,25}}?,?\s"
    rf"and\s[^«»;:.(),]{{0,20}}?{_M})(?P<gap>[^«»;:.]{{0,60}}?)[,(–-]\s?(?:or |giving |which is |"
    rf"making |"
    rf"with )?(?:an? |the )?(?:overall )?(?P<what>average|mean)\b(?:\s[a-z]+)?\s(?:of|was|is)\s"
    rf"«(?P<c>[MCP]\d+)»",
    re.IGNORECASE,
)
_NO_LIST = Expression(
    r"\b(?:between|compared|total|target|national|weighted|rolling|and over|aged|from|median|"
    r"out of|"
    r"of the|per)\b",
    re.IGNORECASE,
)
_MARK = Expression(r"«([A-Z]\d+)»")
_CURE = "Correct the figure that is wrong."


def an_average_is_that_of_the_figures_listed(report: Report) -> Iterator[TextFinding]:
    """“410, 380 and 440 in the three months, an average of 430”: 410."""
    for paragraph, one in each_sentence(report, 3):
        if "average" not in one.text and "mean" not in one.text:
            continue
        match = _LIST.search(one.pattern)
        if match is None or _NO_LIST.search(f"{match['list']} {match['gap']}"):
            continue
        told = one.figure(match["c"])
        listed = [one.figure(name) for name in _MARK.findall(match["list"])]
        if any(figure.kind is not told.kind or figure.rough for figure in listed):
            continue
        fair = sum((figure.size for figure in listed), Decimal(0)) / len(listed)
        slack = max(figure.spread for figure in (*listed, told)) + told.amount.step
        if abs(told.size - fair) <= max(slack, fair / 100) or not listed:
            continue
        if told.rough and abs(told.size - fair) <= fair / 20:
            continue
        yield finding_on(
            paragraph,
            one,
            f"The average of {', '.join(figure.text for figure in listed)} is "
            f"{worded(fair, told.amount)}, not {told.text}.",
            _CURE,
            Confidence.MEDIUM,
        )


_RATE = Expression(
    r"«(?P<n>C\d+)»(?P<things>(?:\s[a-z’'-]+){1,5}?)\s(?:for|among|serving|to|in|across|per)\s(?:a "
    r"population of |its |the |our )?«(?P<of>C\d+)»\s(?:[a-z]+\s){0,2}?(?:people|residents|"
    r"inhabitants|"
    r"population|households|homes|children|adults|pupils|lamps|vehicles|"
    r"young people)\b[^«»;.]{0,30}?"
    r"(?:,|–|\(|which is|or|giving|a rate of)\s?(?:which is |or |giving |that is |equal to |"
    r"a rate of |"
    r"about ){0,2}«(?P<r>C\d+)»(?:\s[a-z]+){0,2}?\s(?:per|for every|in every)\s"
    r"(?P<base>1,?000|10,?000|100,?000|thousand|hundred thousand|million)\b",
    re.IGNORECASE,
)
_ROUNDED = Decimal("0.6")
"""Of its last place: a rate of 2.0 may be told as 2, not as 3."""
_WORDS = {"thousand": 1_000, "hundred thousand": 100_000, "million": 1_000_000}


def a_rate_told_is_that_of_its_two_numbers(report: Report) -> Iterator[TextFinding]:
    """“33 piers for 110,000 people, which is 4.0 per 10,000”: 3.0."""
    for paragraph, one in each_sentence(report, 3):
        match = _RATE.search(one.pattern)
        if match is None:
            continue
        n, of, told = (one.figure(match[name]) for name in ("n", "of", "r"))
        word = match["base"].lower().replace(",", "")
        base = Decimal(_WORDS.get(word) or int(word))
        if of.low <= 0 or n.rough or _is_so(n, of, told, base):
            continue
        fair = n.size / of.size * base
        yield finding_on(
            paragraph,
            one,
            f"{n.text} for {of.text} is {worded(fair, told.amount)} per {match['base']}, not "
            f"{told.text}.",
            _CURE,
            Confidence.MEDIUM,
        )


def _is_so(n: Figure, of: Figure, told: Figure, base: Decimal) -> bool:
    return beyond(told, n.low / of.high * base, n.high / of.low * base) <= _ROUNDED


# --- a total shared out ---------------------------------------------------------------------------

_SHARED_OUT = Expression(
    rf"{mark('t', 'MC')}(?P<one>[^«»;.]{{0,60}}?)\b(?:across|between|among|amongst|divided by|"
    rf"shared (?:by|between)|for|to|from)\s+(?:the\s+|all\s+|its\s+|our\s+|these\s+)?"
    rf"{mark('n', 'C')}\s+(?P<things>[a-z][a-z -]{{2,40}}?)(?:,|\s–|\s-|\(|;|\band\b|\bwhich\b)"
    rf"[^«»;.]{{0,40}}?(?:\b(?:an?\s+)?average(?:\s+\w+){{0,3}}?\s+of|\bequat(?:es|ing) to|"
    rf"\bequivalent to|\bor)\s+{ROUGH}{mark('c', 'MC')}\s*(?P<unit>each\b|per\b|a\b|for each\b)",
    re.IGNORECASE,
)


_AVERAGE_OF = Expression(
    rf"\baverage\b[^«»;.()]{{0,40}}?\b(?:of|is|was|at)\s+{mark('c', 'MC')}[^«»;.()]{{0,30}}?"
    rf"\(\s?{mark('t', 'MC')}\s[^«»;()]{{0,40}}?\b(?:across|between|among|for|over|by|held by)"
    rf"\s+(?:the\s+)?{mark('n', 'C')}(?P<things>)(?P<unit>)[^«»()]{{0,40}}\)",
    re.IGNORECASE,
)


def an_average_is_its_total_shared_out(report: Report) -> Iterator[TextFinding]:
    """£1.2m for 300 pupils is £4,000 a pupil."""
    for paragraph, one in each_sentence(report, 3):
        for match in (
            *_SHARED_OUT.finditer(one.pattern),
            *_AVERAGE_OF.finditer(one.pattern),
        ):
            total, number, average = (one.figure(match[name]) for name in "tnc")
            if total.kind is not average.kind or number.low <= 0 or number.value <= 1:
                continue
            if re.search(r"\b(?:year|month|week|day|annum)", match["things"], re.IGNORECASE):
                continue
            tail = one.pattern[match.end() : match.end() + 20]
            if re.match(
                r"\s*(?:year|annum|month|week|day|night|hour|10*,?000|thousand|million)", tail, re.I
            ):
                continue
            low, high = total.low / number.high, total.high / number.low
            off = beyond(average, low, high)
            fair = total.size / number.size
            if off <= 1 or abs(average.size - fair) <= fair / 100:
                continue
            yield finding_on(
                paragraph,
                one,
                f"{total.text} shared among {number.text} is "
                f"{worded(fair, average.amount)} each, not {average.text}.",
                "Correct the total, the number or the average.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    an_average_is_its_total_shared_out,
    an_average_is_that_of_the_figures_listed,
    a_rate_told_is_that_of_its_two_numbers,
)
