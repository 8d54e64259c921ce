"""Differences and remainders told after their figures, in the sentence or in the two before it.

"The budget allowed for 40 places.  There are now 52, which is 15 more": what is counted must be the
same, and no two of the figures may give what is said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.words_of_change import CHANGE_NOUN
from moothall.proofread.figures.worked_figures import (
    OTHERWISE,
    Told,
    are_alike,
    in_words,
    is_worked_out,
    wrong_results,
)
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure

# --- a difference ---------------------------------------------------------------------------------

_PLANNED = (
    r"plan(?:ned|s)?|budget\w*|allowed|provided? for|assum\w+|expected|estimate\w*|forecast|"
    r"target\w*|"
    r"intended|envisaged|anticipated|predicted|approved"
)
_EARLIER = (
    r"last year|previous(?:ly)?|prior|(?:year|month|quarter|week)s? (?:before|earlier|ago)|before|"
    r"earlier|"
    r"originally|at first|used to"
)
_THAN = Expression(
    rf"^(?:\s(?!than)[a-z-]+){{0,2}}?\s(?:more|fewer|less|higher|lower|longer|shorter|greater|"
    rf"above|"
    rf"below|over|under|better|worse|short of|dearer|cheaper|behind|ahead of)"
    rf"(?:(?=[,.;)]|$)|\s(?:than\s)?(?:(?:was|were|is|are|had been|we|the|it|that|first|initially|"
    rf"a|in|"
    rf"its|our|had)\s){{0,3}}(?P<what>{_PLANNED}|{_EARLIER})\b)",
    re.IGNORECASE,
)
_RISE_OF = Expression(
    rf"(?:^|,|–|-|\(|\bor|\bis|\bbeing|\bwas|\brepresents|\bmeans|\bmaking)\s?(?:an?|"
    rf"the)\s(?:[a-z-]+\s){{0,2}}?"
    rf"(?:{CHANGE_NOUN}|shortfall|gap|excess|improvement)\sof\s(?:just\s)?$",
    re.IGNORECASE,
)
_IS_THE_GAP = Expression(
    r"(?:^|\.\s)(?:The|This|That)\s(?:[a-z-]+\s)?(?:difference|shortfall|gap|excess|overspend|"
    r"underspend|"
    r"increase|rise|fall|reduction|drop)\s(?:is|was|would be|will be|comes to|amounts to|of)\s"
    r"(?:therefore\s|thus\s|then\s)?$",
    re.IGNORECASE,
)
_NET = Expression(
    r"\bnet\s(?:[a-z]+\s){0,2}?(?:saving|cost|income|benefit|gain|reduction|increase|position|loss|"
    r"expenditure|pressure)s?\s(?:is|of|was|would be|will be|comes to)\s(?:therefore\s|thus\s)?$",
    re.IGNORECASE,
)
_TIMES = Expression(
    rf"\b(?:{_PLANNED}|{_EARLIER}|now|currently|today|at present|would|will|this year|next year|"
    rf"new|"
    r"(?:19|20)\d\d(?:/\d\d)?|has|have|is|are|was|were|stood|stands|had)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(("is", "are", "was", "were", "has", "have", "had"))
_ON_SOMETHING = Expression(
    r"^[^«».;]{0,40}?\b(?:on|from|over|since|compared|against|than|in the|for (?:the|each))\b", re.I
)


def a_difference_is_that_of_the_figures_before_it(report: Report) -> Iterator[TextFinding]:
    """“We planned for 40.  There are now 52, which is 15 more than planned”: 12 more."""
    yield from wrong_results(report, _wrong_difference)


def _wrong_difference(result: Told, told: list[Told], here: str, before: str) -> str | None:
    than = _THAN.match(result.after)
    net, gap = _NET.search(result.before), _IS_THE_GAP.search(result.before)
    if gap and gap[0].endswith("of ") and re.match(r"\sin\s", result.after):
        gap = None  # “the reduction of £22,000 in lamps” is of the lamps
    rise = _RISE_OF.search(result.before) and not _ON_SOMETHING.match(result.after)
    if not (than or net or gap or rise):
        return None
    loose = bool(net or gap)
    alike = [one for one in told if are_alike(one, result, loose=loose) and not one.figure.rough]
    levels = alike if loose else [one for one in alike if one.is_level]
    if len(levels) != 2 or len(alike) != 2 or not are_alike(*levels, loose=bool(net)):
        return None
    first, last = levels
    if not loose and not _are_two_times_of_one(first, last, than, here, before):
        return None
    a, b, c = first.figure, last.figure, result.figure
    if is_worked_out(c, [a, b]) or c.rough:
        return None
    apart = abs(a.size - b.size)
    if apart == 0 or not apart / 4 <= c.size <= apart * 4:
        return None
    return f"{a.text} and {b.text} differ by {in_words(apart, a, b)}, not by {c.text}."


def _are_two_times_of_one(
    first: Told, last: Told, than: re.Match[str] | None, here: str, before: str
) -> bool:
    """Whether two figures are of one thing at two times, or of a plan and what came of it."""
    if not first.back or last.back:
        return False  # both in one sentence: other rules read them
    if than is not None and than["what"]:
        cue = _PLANNED if re.match(_PLANNED, than["what"], re.IGNORECASE) else _EARLIER
        return bool(re.search(rf"\b(?:{cue})\b", before, re.IGNORECASE)) or cue is _EARLIER
    if than is not None:
        return True
    times = [{word.lower() for word in _TIMES.findall(text)} for text in (before, here)]
    return bool(times[0] and times[1] and times[0] != times[1] and (times[0] | times[1]) - _PLAIN)


# --- what is left ---------------------------------------------------------------------------------

_LEAVES = Expression(
    r"\bleav(?:e|es|ing)\s(?:(?:an?|the|some|only|just|about|net|of|balance|saving|savings|gap|"
    r"cost|"
    r"shortfall|remainder|remaining|still|final|further|total|budget|us|it|them|sum|deficit|"
    r"surplus|"
    r"pressure|contribution)\s){0,6}$",
    re.IGNORECASE,
)
_REMAIN = Expression(
    r"^(?:\s(?!and\b|but\b|or\b)[A-Za-z-]+){0,3}?\s(?:remain|remains|(?:is|are|was|were) left|"
    r"(?:is|are) still to be found)\b",
    re.IGNORECASE,
)
_THE_REST = Expression(
    r"(?:^|\band\s|\bwith\s|,\s|\.\s)the\s(?:remaining|other|rest,|balance of|remainder,)\s$",
    re.IGNORECASE,
)
_OF_IT = Expression(
    r"\bof (?:this|these|which|whom|that|those|them|the)\b|\bonly\b|\bbut\b|\bhave\b", re.IGNORECASE
)
_WHOLE_FIRST = Expression(
    r"\b(?:of|from|out of)\s(?:[a-z]+\s){0,5}«[A-Z]\d+»$|^(?:There (?:are|were)|We have|It has|The "
    r"[a-z ]+ "
    r"(?:has|had|have|is|was|received|holds|made)) (?:[a-z]+\s){0,3}«[A-Z]\d+»$|^«[A-Z]\d+»$",
    re.IGNORECASE,
)
"""What leads a sentence is the whole that its other figures are taken from."""
_AFTER = Expression(r"\b(?:after|once|less|taking|deducting|spent|used|committed|allowing)\b", re.I)


_COMES_IN = Expression(
    r"\b(?:receipts|income|takings|contributions|additions)\s(?:was|were|of|came to)\s$", re.I
)
_BESIDE = 40


def what_is_left_follows_from_what_was_told(report: Report) -> Iterator[TextFinding]:
    """“Of the 20 posts 12 are empty and 5 will be by June, which leaves 4”: 3."""
    yield from wrong_results(report, _wrong_remainder)


def _wrong_remainder(result: Told, told: list[Told], here: str, before: str) -> str | None:
    rest = _THE_REST.search(result.before)
    leaves = rest or _LEAVES.search(result.before)
    if leaves is None and not _REMAIN.match(result.after):
        return None
    c = result.figure
    alike = [one for one in told if are_alike(one, result, loose=bool(rest))]
    parts = [one for one in alike if not one.back]
    whole_here = len(parts) >= 2 and _WHOLE_FIRST.search(here[: here.find("»") + 1])
    if not whole_here:
        parts = [one for one in alike if one.back <= (2 if rest else 1)]
    if not 2 <= len(parts) <= 5 or c.kind is Kind.PERCENT:
        return None
    whole, taken = parts[0], parts[1:]
    if any(_COMES_IN.search(one.before[-_BESIDE:]) for one in taken):
        return None  # it is added: “receipts were £1,310 and payments £870”
    if whole.figure.size <= max(one.figure.size for one in taken):
        return None
    said = (
        here
        if whole_here
        else f"{before} {here}"
        if rest
        else f"{before.rpartition('. ')[2]} {here}"
    )
    if OTHERWISE.search(said.partition(result.before)[0] if rest else said):
        return None
    if rest and not whole_here and (len(parts) != 2 or not _OF_IT.search(before)):
        return None
    if not rest and not whole_here and (whole.back != 1 or any(one.back for one in taken)):
        return None
    if leaves is None and not whole_here and not _AFTER.search(here):
        return None
    return _unlike_what_is_left(c, whole.figure, [one.figure for one in taken], alike)


def _unlike_what_is_left(
    c: Figure, whole: Figure, taken: list[Figure], alike: list[Told]
) -> str | None:
    roughly = [one for one in (c, whole, *taken) if one.rough]
    if is_worked_out(c, [one.figure for one in alike]):
        return None
    left = whole.size - sum((one.size for one in taken), Decimal(0))
    if left <= 0 or not left / 3 <= c.size <= left * 3 or abs(left - c.size) > whole.size / 2:
        return None
    if roughly and abs(left - c.size) < whole.size / 20:
        return None
    minus = " − ".join([whole.text, *(one.text for one in taken)])
    return f"{minus} = {in_words(left, whole, *taken)}, not {c.text}."


RULES: tuple[Rule, ...] = (
    a_difference_is_that_of_the_figures_before_it,
    what_is_left_follows_from_what_was_told,
)
