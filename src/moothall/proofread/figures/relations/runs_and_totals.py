"""Runs of figures and the total told beside them: “£1.2m, £0.8m and £0.65m, £2.75m in all”.

A run is two or more like figures parted by no more than commas, “and” and a few words each; its
total stands before it (“ninety-two came to the three meetings: 41, 28 and 21”, “£84,000: A £42,000
and B £44,000”) or after it with a word for a total.  Silent where some of the figures, or others of
the sentence, give what is said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.worked_figures import Told, told_figures
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Sentence, each_sentence, finding_on, worded

_LINK = Expression(
    r"^(?:[a-z’'(): –-]|[A-Z][a-z’'-]*){0,45}?(?:,|;|\band\b|\bplus\b|&)"
    r"(?:[a-z’'(): –-]|[A-Z][a-z’'-]*|,|£){0,45}$"
)
"""Between two of a run: a label, a comma or “and”, the next label."""
_TOTAL_AFTER = Expression(
    r"^[^«»,;.]{0,25}?\b(?:in all|altogether|in total|all told|together|combined|overall)\b", re.I
)
_TOTAL_BEFORE = Expression(
    r"\b(?:(?:a |the |combined |overall |grand )?total(?:s|led|ling|s up)?(?: of| is| was| to| "
    r"cost of)?|mak(?:es?|ing)(?: up)?|com(?:es?|ing) to|add(?:s|ing)?(?: up)? to|sum(?:s|ming)? "
    r"to|altogether|in all|together|amount(?:s|ing)? to)\s(?:just |a total of |some )?$",
    re.IGNORECASE,
)
_LEADS = Expression(r"^[^«»;]{0,90}?(?::|\s[–-]\s|\()[^«»:()]{0,40}$")
"""After a total: a colon, a dash or a bracket, then the run."""
_NOT_ALL = Expression(
    r"\b(?:includ\w+|such as|mainly|mostly|largest|e\.g\.|for example|among|respectively|average|"
    r"from|to|rose|fell|increas\w*|reduc\w*|compared|against|than|between|per|each|every|or|"
    r"target|budget\w*|of which|of whom|some of|both|over|under|last year|previous\w*|then|"
    r"by (?:19|20)\d\d|up|down|match\w*|times)\b",
    re.IGNORECASE,
)
_HAS = Expression(r"^\s(?:[a-z]+\s)?(?:with|have|having|who|that|which)\b", re.IGNORECASE)
_MOST = 9
_CURE = "Correct the total or the part that is wrong."


def a_run_of_figures_makes_the_total_beside_it(report: Report) -> Iterator[TextFinding]:
    """“41, 28 and 21” people are 90, not ninety-two."""
    for paragraph, plain in each_sentence(report, 2):
        one = with_all_numbers(plain.text)
        if not 3 <= len(one.figures) <= _MOST:
            continue
        message = _unlike(one)
        if message:
            yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


def _unlike(one: Sentence) -> str | None:
    told = told_figures(one)
    for start, end in _runs(told):
        run = told[start:end]
        after = told[end] if end < len(told) else None
        before = told[start - 1] if start else None
        if after is not None and _like(run, after) and _is_total(after):
            found = _wrong(run, after, told, one)
        elif len(run) > 2 and _is_total(run[-1]):
            found = _wrong(run[:-1], run[-1], told, one)
        elif before is not None and _like(run, before) and _leads(before, run[0]):
            found = _wrong(run, before, told, one)
        else:
            continue
        if found:
            return found
    return None


def _runs(told: list[Told]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(told) + 1):
        if (
            at < len(told)
            and _like(told[start:at], told[at])
            and _LINK.match(_between(told[at - 1]))
        ):
            continue
        if at - start >= 2:
            yield start, at
        start = at


def _between(told: Told) -> str:
    return told.after.partition("«")[0]


def _leads(total: Told, first: Told) -> bool:
    """Whether a colon, a dash or a bracket that holds all of the run stands between the two."""
    return bool(_LEADS.match(_between(total))) and not first.after.startswith(")")


def _like(run: list[Told], other: Told) -> bool:
    first = run[0]
    return first.figure.kind is other.figure.kind and first.figure.kind in (Kind.MONEY, Kind.COUNT)


def _is_total(total: Told) -> bool:
    return bool(_TOTAL_AFTER.match(total.after) or _TOTAL_BEFORE.search(total.before))


def _wrong(run: list[Told], total: Told, told: list[Told], one: Sentence) -> str | None:
    first = min(run[0].figure.amount.start, total.figure.amount.start)
    last = max(run[-1].figure.amount.end, total.figure.amount.end)
    if _NOT_ALL.search(one.text[max(0, first - 30) : last]):
        return None
    if all(_HAS.match(each.after) for each in run):
        return None  # “15 berths (11 with power and 6 with water)”
    figures = [each.figure for each in (*run, total)]
    if any(each.rough for each in figures) or total.figure.size <= max(
        each.figure.size for each in run
    ):
        return None
    others = [each.figure for each in told if each is not total and _like(run, each)]
    if any(
        abs(sum((part.size for part in some), Decimal(0)) - total.figure.size)
        <= sum((part.spread for part in some), total.figure.spread)
        for size in range(2, len(others) + 1)
        for some in combinations(others, size)
    ):
        return None
    made = sum((each.figure.size for each in run), Decimal(0))
    if not total.figure.size * Decimal("0.75") <= made <= total.figure.size * Decimal("1.25"):
        return None
    finest = min((each.amount for each in figures), key=lambda amount: amount.step)
    parts = " + ".join(each.figure.text for each in run)
    return f"{parts} = {worded(made, finest)}, not {total.figure.text}."


RULES: tuple[Rule, ...] = (a_run_of_figures_makes_the_total_beside_it,)
