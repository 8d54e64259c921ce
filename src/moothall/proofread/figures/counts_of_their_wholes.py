"""Counts of their wholes: “57 wardens were moved, with 37 (74%) staying”: 37 of 57 is 65%.

A number, the one number beside it that it can be part of, and a percentage or a rate belong
together whatever words tie them, unless there is a reason to think of another whole.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.fractions_counted import RULES as FRACTIONS_COUNTED
from moothall.proofread.figures.proportions import (
    a_percentage_is_its_part_of_the_whole,
    share_off,
)
from moothall.proofread.figures.rates import a_rate_is_not_a_percentage
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_shares import RULES as TOLD_SHARES
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import fractions_told
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)

_N, _WHOLE, _P = mark("n", "C"), mark("whole", "C"), mark("p", "P")
_OF_ITS = r"\s(?:of|out of)\s(?:the|this|these|those|our|its|their|all|a total of|[a-z’']+)\s"
_FORMS = (
    # 12 (12%) of this year's 80 audits
    Expression(rf"{_N}\s?\({_P}\){_OF_ITS}(?:[a-z’'-]+\s){{0,3}}?{_WHOLE}(?!\s?[-–])", re.I),
    # 118 of the 131 lamps were lit, a rate of 93%; 161 of the district's 70,000 homes (2.3%)
    Expression(
        rf"{_N}{_OF_ITS}(?:[a-z’'-]+\s){{0,3}}?{_WHOLE}\s[^«»;]{{2,60}}?"
        rf"(?:\(|,\s(?:an?|or|making|which is|that is|i\.e\.)\s[^«»;,]{{0,40}}?){_P}",
        re.IGNORECASE,
    ),
    # 57 wardens were moved, with 37 (74%) staying
    Expression(
        rf"{_WHOLE}\s(?!(?:working |calendar )?"
        r"(?:days?|weeks?|months?|years?|hours?|minutes?|miles)\b)"
        rf"(?=[a-z]+)[^«»;]{{4,120}}?,?\s(?:with|and|but|of (?:whom|which)|"
        rf"of these)\s(?:only\s)?{_N}\s?\({_P}\)(?!\s(?:of|in)\b)",
        re.IGNORECASE,
    ),
)
_OTHERWISE = Expression(
    r"\b(?:target\w*|compar\w+|than|previous\w*|last year|increas\w*|decreas\w*|reduc\w*|rose|fell|"
    r"ris(?:e|en)|fall(?:en)?|grew|growth|higher|lower|above|below|up|down|change|respectively|"
    r"against|versus|average|between|from|further|additional|another|each|per|more|fewer|"
    r"improve\w*|saving|yield|return|discount|gain|loss|margin|variance|swing|fee|interest|error|"
    r"overall|national\w*|response rate|capacity|over|under)\b",
    re.IGNORECASE,
)
"""Words by which the percentage, or one of the numbers, may be of something else."""
_MOVED = Expression(
    r"\b(?:rise|rose|fall|fell|increas\w*|decreas\w*|reduc\w*|higher|lower|were)\b", re.I
)
_OF_OTHERS = Expression(r"\sof (?!the total|all\b|them|those|these|the «)")
_CURE = "Correct the number, the whole or the percentage."
_TOLD = quotes_told(
    a_percentage_is_its_part_of_the_whole,
    a_rate_is_not_a_percentage,
    *TOLD_SHARES,
    *FRACTIONS_COUNTED,
)


def a_share_beside_a_number_is_of_the_whole_told(report: Report) -> Iterator[TextFinding]:
    """“12 (12%) of this year's 80 audits”: 12 of 80 is 15%."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        for plain in paragraph.sentences:
            one = with_all_numbers(plain.text)
            if sum(figure.kind is Kind.PERCENT for figure in one.figures) != 1:
                continue
            match = next(filter(None, (form.search(one.pattern) for form in _FORMS)), None)
            if match is None or _OTHERWISE.search(match[0]):
                continue
            if _OF_OTHERS.match(one.pattern[match.end() :]):
                continue
            n, whole, p = (one.figure(match[name]) for name in ("n", "whole", "p"))
            if not _is_a_part(n, whole) or p.rough or share_off(n, whole, p) <= 1:
                continue
            if _is_of_another(paragraph, n, p) or told_by(_TOLD, report, paragraph, plain):
                continue
            share = per_cent(n.size / whole.size * HUNDRED, max(p.amount.places, 1))
            yield finding_on(
                paragraph,
                plain,
                f"{n.text} of {whole.text} is {share}, not {p.text}.",
                _CURE,
                Confidence.MEDIUM,
            )


def _is_a_part(n: Figure, whole: Figure) -> bool:
    return not (n.rough or whole.rough or n.amount.places) and 0 < n.size < whole.size


def _is_of_another(paragraph: Paragraph, n: Figure, p: Figure) -> bool:
    """Whether another number of the paragraph is the whole that gives the percentage."""
    return any(
        other.kind is Kind.COUNT and other.size > n.size and share_off(n, other, p) == 0
        for one in paragraph.sentences
        for other in with_all_numbers(one.text).figures
    )


_BRACKETED = Expression(rf"\((?:some\s)?{_N}\s(?:of|out of)\s(?:the\s)?{_WHOLE}\)")


def a_fraction_is_of_the_numbers_in_its_brackets(report: Report) -> Iterator[TextFinding]:
    """“Nearly one in five lamps inspected (38 of 114)”: 38 of 114 is a third."""
    for paragraph in paragraphs(report):
        if "(" not in paragraph.text:
            continue
        for plain in paragraph.sentences:
            match = _BRACKETED.search(plain.pattern)
            fractions = fractions_told(plain.text) if match else []
            if match is None or len(fractions) != 1 or "«P" in plain.pattern:
                continue
            n, whole = plain.figure(match["n"]), plain.figure(match["whole"])
            told = fractions[0]
            if not _is_a_part(n, whole) or not told.start < n.amount.start < told.start + 90:
                continue
            share = n.size / whole.size * HUNDRED
            if told.allows(share - 2, share + 2) or told_by(_TOLD, report, paragraph, plain):
                continue
            message = f"{n.text} of {whole.text} is {per_cent(share)}, not {told.text}."
            yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


# --- a percentage and a rate of one thing ---------------------------------------------------------

_RATE = Expression(
    r"«(?P<x>C\d+)»(?:\s[a-z]+){0,4}?\s(?:per|in|in every|for every|for each|out of every)\s"
    r"(?P<base>1,?000|10,?000|100,?000)\b",
    re.IGNORECASE,
)
_SAID_AGAIN = Expression(
    r"(?:\bi\.e\.|\b(?:that|which) is(?: to say)?\b|\bin other words\b|\bequal to\b|\bor\b|\(|,)",
    re.IGNORECASE,
)
_IN_ALL = Expression(
    rf"{_N}(?:\s[a-z]+){{0,4}}?\s(?:in|among|amongst|from|out of|of)\s(?:an?\s[a-z -]{{3,30}}?"
    rf"\sof\s|the\s)?{_WHOLE}|\({_N.replace('<n>', '<n2>')}\s[a-z ]+,\s[a-z ]{{3,30}}"
    rf"{_WHOLE.replace('<whole>', '<whole2>')}\)",
    re.IGNORECASE,
)
_RATIO = Expression(rf"\bratio\s(?:of|is|was|at|stands at)\s{_P}", re.IGNORECASE)
_BY = Expression(r"\b(?:by|up|down|of|a|an|about|than|some|nearly|over)\s$", re.IGNORECASE)
_LEVELS = Expression(
    r"«P\d+»(?:\sin\s[\d/–-]{4,9})?\s(?:to|and|against|compared with|in)\s«C\d+»(?:\s[a-z]+){0,3}?"
    r"\sper\s(?:1,?000|10,?000|100,?000)\b|"
    r"«P\d+»(?!\sof\b|\smore\b|\sfewer\b|\sincrease)(?:\s[a-z]+){1,4}?\sper\s"
    r"(?P<base>1,?000|10,?000|100,?000)\b",
    re.IGNORECASE,
)
_DAYS = Expression(
    r"«(?P<p>P\d+)»[^«»;]{0,40}?,\s(?:that is(?: to say)?|i\.e\.|or|equal to|which is)\s"
    r"«(?P<n>C\d+)»\sdays\b[^«»;]{0,80}?«(?P<whole>C\d+)»\s(?:[a-z]+\s)?days\b",
    re.IGNORECASE,
)
_SLIPS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))


def a_rate_and_its_figures_are_of_one_size(report: Report) -> Iterator[TextFinding]:
    """“57 posts are empty of 500, 11.4 per 1,000”: 114 per 1,000, or 11.4%."""
    for paragraph in paragraphs(report):
        if not re.search(r"%|per cent|\d,?000\b", paragraph.text):
            continue
        for plain in paragraph.sentences:
            one = with_all_numbers(plain.text)
            if not 1 <= len(one.figures) <= 5:
                continue
            said = (
                _levels(one)
                or _against_its_figures(one)
                or _against_its_rate(one)
                or _no_ratio(one)
                or _of_its_days(one)
            )
            if said and not told_by(_TOLD, report, paragraph, plain):
                cure = "Correct the unit of the rate, or its decimal point."
                yield finding_on(paragraph, plain, said, cure, Confidence.MEDIUM)


def _levels(one: Sentence) -> str | None:
    """“From 418% to 395 per 100,000”; “72% lamps per 10,000 homes”."""
    level = _LEVELS.search(one.pattern)
    if level is None or _MOVED.search(level[0]) or _BY.search(one.pattern[: level.start()]):
        return None
    share = one.figure(level[0].partition("»")[0])
    return f"{share.text} is a percentage, and what it is told of a rate."


def _against_its_figures(one: Sentence) -> str | None:
    """A percentage or rate that is ten, a hundred, a thousand times what the numbers give."""
    found = _IN_ALL.search(one.pattern)
    if found is None:
        return None
    n = one.figure(found["n"] or found["n2"])
    whole = one.figure(found["whole"] or found["whole2"])
    if not _is_a_part(n, whole):
        return None
    rates = [match for match in _RATE.finditer(one.pattern) if one.figure(match["x"]) is not n]
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(rates) + len(shares) != 1:
        return None
    base = Decimal(rates[0]["base"].replace(",", "")) if rates else HUNDRED
    told = one.figure(rates[0]["x"]) if rates else shares[0]
    if told is whole or not _is_a_slip(told, n.size / whole.size * base):
        return None
    got = f"{n.size / whole.size * base:,.2f}".rstrip("0").rstrip(".")
    unit = f" per {rates[0]['base']}" if rates else "%"
    told_as = f"{told.text}{unit}" if rates else told.text
    return f"{n.text} of {whole.text} is {got}{unit}, not {told_as}."


def _against_its_rate(one: Sentence) -> str | None:
    """“39 in 10,000, i.e. 3.9%” is 0.39%."""
    rate = _RATE.search(one.pattern)
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if rate is None or len(shares) != 1:
        return None
    x, p = one.figure(rate["x"]), shares[0]
    start, end = sorted((one.pattern.index("«P"), rate.start()))
    if not _SAID_AGAIN.search(one.pattern[start:end]):
        return None
    base = Decimal(rate["base"].replace(",", ""))
    got = x.size / base * HUNDRED
    if not _is_a_slip(p, got):
        return None
    return f"{x.text} in {rate['base']} is {f'{got:f}'.rstrip('0').rstrip('.')}%, not {p.text}."


def _of_its_days(one: Sentence) -> str | None:
    """“9.2% of the time, that is 9.2 days of some 225” is 4.1%."""
    match = _DAYS.search(one.pattern)
    if match is None:
        return None
    p, n, whole = (one.figure(match[name]) for name in ("p", "n", "whole"))
    if n.rough or n.size >= whole.size or not whole.low or share_off(n, whole, p) <= 1:
        return None
    return (
        f"{n.text} of {whole.text} days is {per_cent(n.size / whole.size * HUNDRED)}, not {p.text}."
    )


def _no_ratio(one: Sentence) -> str | None:
    """“A ratio of 21.5%, with 4,300 pupils and 200 teachers”: 21.5 to one."""
    match = _RATIO.search(one.pattern)
    counts = [figure for figure in one.figures if figure.kind is Kind.COUNT]
    if match is None or len(counts) != 2:
        return None
    p = one.figure(match["p"])
    more, fewer = sorted(counts, key=lambda figure: -figure.size)
    if not fewer.size or abs(more.size / fewer.size - p.size) > p.amount.half:
        return None
    return f"{more.text} to {fewer.text} is {p.text.rstrip('%')} to one, and no percentage."


def _is_a_slip(told: Figure, got: Decimal) -> bool:
    if not got or told.rough or abs(told.size - got) <= told.amount.step:
        return False
    fine = told.size >= 10 * told.amount.step  # one digit alone meets another by chance
    return any(abs(told.size - got * slip) <= (told.amount.half if fine else 0) for slip in _SLIPS)


RULES: tuple[Rule, ...] = (
    a_share_beside_a_number_is_of_the_whole_told,
    a_fraction_is_of_the_numbers_in_its_brackets,
    a_rate_and_its_figures_are_of_one_size,
)
