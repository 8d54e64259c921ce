"""Overspends and underspends: what was spent is more than its budget, or less.

“The net budget is £112.4m.  The forecast at Quarter 3 is £114.9m, an underspend of £2.5m”: the
distance of the two shows that the three belong together, and which is the greater what it is
called.  After a sentence that tells of an overspend alone, “the underspend is made up of …” is it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    beyond,
    finding_on,
    paragraphs,
    sentence,
)

_SPENT = r"spen(?:ds?|t|ding)"
_OVER_OR_UNDER = Expression(
    rf"\b(?:(?P<over>over[- ]?{_SPENT}|overshoots?|overruns?)|(?P<under>under[- ]?{_SPENT}))\b"
    rf"(?:\s(?:of|by|is|at|totalling|amounting to)\s(?:[a-z]+\s){{0,2}}?|\s?\(|,\s)"
    r"[-–]?«(?P<c>M\d+)»",
    re.IGNORECASE,
)
_BY_SO_MUCH = Expression(
    rf"«(?P<c>M\d+)»\s(?:[a-z]+\s)?(?:(?P<over>over[- ]?{_SPENT})|(?P<under>under[- ]?{_SPENT}))\b",
    re.IGNORECASE,
)
_BUDGET = Expression(r"\b(?:budget\w*|allocation|provision|approved|cash limit)\b", re.IGNORECASE)
_SPENDING = Expression(
    r"\b(?:forecast|out-?turn|spen[dt]\w*|actual\w*|expenditure|costs?|projected|projection)\b",
    re.IGNORECASE,
)
_LEAD = Expression(r"[.;:]\s|«[A-Z]\d+»")
_OTHER = Expression(
    r"\b(?:income|savings?|reserve|grant|carr(?:y|ied)|slippage|underlying)\b", re.I
)
_THE_SAME = Expression(
    r"^(?:the|this|that)\s(?:[a-z]+\s)?(?:(?P<over>overspen\w+)|(?P<under>underspen\w+))\s"
    r"(?:is|was|arises|relates|results|reflects|comes|stems|follows|comprises|can be|has arisen|"
    r"has been|will be|would be|of(?=\s£))\b",
    re.IGNORECASE,
)
_NAMES_OVER = Expression(r"\bover[- ]?spen", re.IGNORECASE)
_NAMES_UNDER = Expression(r"\bunder[- ]?spen", re.IGNORECASE)
_CURE = "Correct the word or the figures."


def more_spent_than_its_budget_is_an_overspend(report: Report) -> Iterator[TextFinding]:
    """“Budget £112.4m … forecast £114.9m, an underspend of £2.5m”."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            if "spen" in one.text:
                yield from _of_figures(paragraph, before, one)
            before = one


def _of_figures(
    paragraph: Paragraph, before: Sentence | None, one: Sentence
) -> Iterator[TextFinding]:
    for read in (one, sentence(f"{before.text} {one.text}") if before is not None else None):
        message = _wrong(read) if read is not None else None
        if message is not None:
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
            return


def _wrong(one: Sentence) -> str | None:
    matches = [*_OVER_OR_UNDER.finditer(one.pattern), *_BY_SO_MUCH.finditer(one.pattern)]
    if len({match["c"] for match in matches}) != 1 or _OTHER.search(one.pattern):
        return None
    match = matches[0]
    by = one.figure(match["c"])
    labelled = list(_labelled(one, match["c"]))
    budgets = [figure for figure, kind in labelled if kind == "budget"]
    spending = [figure for figure, kind in labelled if kind == "spending"]
    if len(budgets) != 1 or len(spending) != 1:
        return None
    budget, spent = budgets[0], spending[0]
    slack = budget.spread + spent.spread
    apart = spent.size - budget.size
    if beyond(by, max(abs(apart) - slack, Decimal(0)), abs(apart) + slack) or abs(apart) <= slack:
        return None
    over = apart > 0
    if over == bool(match["over"]):
        return None
    named = match["over"] or match["under"]
    return (
        f"{spent.text} is {'more' if over else 'less'} than the budget of {budget.text}, which "
        f"“{named}” does not say."
    )


def _labelled(one: Sentence, apart: str) -> Iterator[tuple[Figure, str]]:
    """Each sum but the distance, with what the words that lead to it call it."""
    done = 0
    for mark in re.finditer(r"«(M\d+)»", one.pattern):
        lead = _LEAD.split(one.pattern[done : mark.start()])[-1]
        done = mark.end()
        if mark[1] == apart or one.figure(mark[1]).kind is not Kind.MONEY:
            continue
        budget, spending = _last(_BUDGET, lead), _last(_SPENDING, lead)
        if budget != spending:
            yield one.figure(mark[1]), "budget" if budget > spending else "spending"


def _last(pattern: Expression, lead: str) -> int:
    return max((match.start() for match in pattern.finditer(lead)), default=-1)


def what_was_overspent_is_not_called_the_underspend(report: Report) -> Iterator[TextFinding]:
    """“Acute Services is overspent by £4.750m.  The underspend is made up of …”."""
    for paragraph in paragraphs(report):
        for one, after in pairwise(paragraph.sentences):
            match = _THE_SAME.match(after.text) if "spen" in one.text else None
            if match is None or not any(figure.kind is Kind.MONEY for figure in one.figures):
                continue
            earlier = paragraph.text[: paragraph.text.find(after.text)]
            over, under = _NAMES_OVER.search(earlier), _NAMES_UNDER.search(earlier)
            if bool(over) == bool(under) or bool(over) == bool(match["over"]):
                continue
            told = (over or under or match)[0]
            named = "overspend" if over else "underspend"
            yield finding_on(
                paragraph,
                after,
                f"What is told before is an {named} (“{told}…”), not an "
                f"{'underspend' if over else 'overspend'}.",
                _CURE,
                Confidence.MEDIUM,
            )


_NAMED = Expression(
    rf"\b(?:(?P<over>over[- ]?{_SPENT}|deficit)|(?P<under>under[- ]?{_SPENT}|surplus))\b"
    r"[^«»;:.]{0,30}?«(?P<n>M\d+)»",
    re.IGNORECASE,
)
_MOVED = Expression(
    r"\b(?:worsen\w*|improv\w*|deteriorat\w*|mov\w+|chang\w*|increas\w*|reduc\w*|better|worse|"
    r"adverse|favourable)\b[^«»;:.]{0,25}?\s«(?P<c>M\d+)»|«(?P<d>M\d+)»\s(?:better|worse)\b",
    re.IGNORECASE,
)


def a_move_between_two_variances_fits_their_names(report: Report) -> Iterator[TextFinding]:
    """“An underspend of £3.130m.  Last month the overspend was £2.905m; … worsened by £0.225m”."""
    for paragraph in paragraphs(report):
        for before, one in pairwise((None, *paragraph.sentences)):
            if one is None or "spen" not in one.text:
                continue
            read = sentence(f"{before.text} {one.text}") if before is not None else one
            message = _wrong_move(read)
            if message is not None:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                break


def _wrong_move(one: Sentence) -> str | None:
    named = {match["n"]: bool(match["over"]) for match in _NAMED.finditer(one.pattern)}
    moved = [match["c"] or match["d"] for match in _MOVED.finditer(one.pattern)]
    if len(named) != _BOTH or len(set(named.values())) != _BOTH or len(moved) != 1:
        return None
    if moved[0] in named:
        return None
    first, second = (one.figure(mark) for mark in named)
    by = one.figure(moved[0])
    slack = first.spread + second.spread
    apart, between = abs(first.size - second.size), first.size + second.size
    if beyond(by, max(apart - slack, Decimal(0)), apart + slack):
        return None
    if not beyond(by, between - slack, between + slack):
        return None
    return (
        f"From one side of the budget to the other would be {first.text} + {second.text}; a move "
        f"of {by.text} is between two variances of one name."
    )


_BOTH = 2

RULES: tuple[Rule, ...] = (
    a_move_between_two_variances_fits_their_names,
    more_spent_than_its_budget_is_an_overspend,
    what_was_overspent_is_not_called_the_underspend,
)
