"""Differences told after what they are between: “£30m owing, £19m budgeted, £12m to be found”.

A figure says that it is a difference or what is left, by the words before it (“leaving a surplus
of”) or after it (“is to be found”).  The two that it lies between stand before it: in its sentence,
or in the one or two before.  It is told where one slip of a digit explains it, or where the
sentence speaks of nothing else.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.changes import a_change_is_the_difference_of_its_figures
from moothall.proofread.figures.difference_cues import CUE, LEAVES, TOLD_APART, cue_of
from moothall.proofread.figures.slips_in_sums import (
    Term,
    holds,
    is_one_slip_from_true,
    result_of,
    written_out,
)
from moothall.proofread.figures.sums import a_sum_in_a_sentence_adds_up
from moothall.proofread.figures.three_figures import a_difference_told_is_that_of_the_other_two
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.worked_results import (
    a_difference_is_that_of_the_figures_before_it,
    what_is_left_follows_from_what_was_told,
)
from moothall.proofread.figures.workings import a_difference_is_that_of_its_two_figures
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
)
from moothall.proofread.reading.thesaurus import root

_NOT_ONE = Expression(
    r"\b(?:each|per|average\w*|respectively|at least|up to|between|includ\w+|of which|of whom|"
    r"target|such as|band|rather than|times|maximum|minimum|partly|offset|inflation|net of|"
    r"further|another|a year|annum|monthly|weekly|over the (?:next|term)|by 20\d\d)\b",
    re.IGNORECASE,
)
_USED_YEAR_BY_YEAR = Expression(
    r"»\s(?:in|for|during)\s(?:20\d\d\S*|the \w+ year)\s(?:and|plus)\s«[MC]\d+»\s(?:in|for|during)"
    r"\s(?:20\d\d|the \w+ year)[^«»]*\bleav",
    re.IGNORECASE,
)
"""Uses of one sum, told of two years, both leave it: the sum itself stands elsewhere."""
_PAID_IN = Expression(r"\b(?:opening|brought forward|b/f|at the start|previous balance)\b", re.I)
_PAID_OUT = Expression(r"\b(?:closing|carried forward|c/f|balance|at the end|in hand)\b", re.I)
_MARK = Expression(r"«([A-Z]\d+)»")
_PAIR, _THREE = 2, 3
_MOST = 5
_MOST_IN_ALL = 12
_CURE = "Correct the figure that is wrong."


def a_difference_told_last_is_that_of_what_it_follows(report: Report) -> Iterator[TextFinding]:
    """“£30.3m is owing, £19m is in the budget, but £12.3m is to be found”: £11.3m."""
    for paragraph in paragraphs(report):
        sums = [one for one in paragraph.sentences if len(one.figures) > 0]
        if sum(len(one.figures) for one in sums) < _THREE:
            continue
        for place, one in enumerate(paragraph.sentences):
            if (
                not one.figures
                or len(one.figures) > _MOST_IN_ALL
                or not TOLD_APART.search(one.text)
                or _SIDE_BY_SIDE.search(one.text)
            ):
                continue
            found = _wrong(paragraph, place)
            if found is not None and not told_by(_OTHERS, report, paragraph, one):
                message, since = found
                words = " ".join(each.text for each in paragraph.sentences[since : place + 1])
                whole = Sentence(text=words, pattern="", figures=())
                yield finding_on(paragraph, whole, message, _CURE, Confidence.MEDIUM)


_SIDE_BY_SIDE = Expression(
    r"\boffset\b|\bparts\b|\boverspen\w+\b[^.;]*\bunderspen|\bunderspen\w+\b[^.;]*\boverspen",
    re.IGNORECASE,
)
"""Variances of both signs are parts of a net one, and none is the difference of the others."""
_OTHERS = quotes_told(
    a_sum_in_a_sentence_adds_up,
    a_change_is_the_difference_of_its_figures,
    a_difference_told_is_that_of_the_other_two,
    a_difference_is_that_of_its_two_figures,
    a_difference_is_that_of_the_figures_before_it,
    what_is_left_follows_from_what_was_told,
)


def _wrong(paragraph: Paragraph, place: int) -> tuple[str, int] | None:
    """What is wrong, and from which sentence on it is to be read."""
    one = paragraph.sentences[place]
    marks = list(_MARK.finditer(one.pattern))
    for number, mark in enumerate(marks):
        told = one.figure(mark[1])
        if told.kind not in (Kind.MONEY, Kind.COUNT) or told.rough or told.value <= 0:
            continue
        if one.pattern.startswith("%", mark.end()):
            continue  # “0.3%-0.4%”
        lead = one.pattern[marks[number - 1].end() if number else 0 : mark.start()]
        cue = cue_of(lead, one.pattern[mark.end() : mark.end() + 60])
        if not cue:
            continue
        mine = [one.figure(m[1]) for m in marks[:number]]
        held = [figure for figure in mine if figure.kind is told.kind]
        last = all(one.figure(m[1]).kind is not told.kind for m in marks[number + 1 :])
        if len(held) >= 2:
            if _NOT_ONE.search(one.pattern[: mark.start()]) or _USED_YEAR_BY_YEAR.search(
                one.pattern[: mark.start()]
            ):
                continue
            if _explained([*_of_earlier(paragraph, place, told), *held][-_MOST - 1 :], told):
                continue
            every = last and len(mine) == len(held)
            message = _judged(
                held, told, one.pattern, alone=every and len(held) == _PAIR, every=every
            )
            since = place
        else:
            message, since = _with_those_before(paragraph, place, held, told, cue, lead, last=last)
        if message:
            return message, since
    return None


def _of_earlier(paragraph: Paragraph, place: int, told: Figure) -> list[Figure]:
    """The figures of one kind in the two sentences before."""
    since = paragraph.sentences[max(0, place - 2) : place]
    return [figure for one in since for figure in one.figures if figure.kind is told.kind]


def _judged(
    held: list[Figure], told: Figure, pattern: str, *, alone: bool, every: bool
) -> str | None:
    """A result against the figures of its own sentence."""
    if not 2 <= len(held) <= _MOST or any(one.value <= 0 for one in held):
        return None
    if _explained(held, told):
        return None
    tries: list[list[Term]] = [_apart(held[-2], held[-1])]
    if len(held) > 2:
        if _PAID_IN.search(pattern) and _PAID_OUT.search(pattern):
            tries = [[(1, held[0]), (1, held[1]), *((-1, one) for one in held[2:])]]
        else:
            whole = max(held, key=lambda one: one.size)
            tries.append([(1, whole), *((-1, one) for one in held if one is not whole)])
            alone = alone or (len(held) == _THREE and whole is held[-1] and every)
    for terms in tries:
        if result_of(terms) <= 0:
            continue
        if is_one_slip_from_true(terms, told) or (alone and _is_near(terms, told)):
            return written_out(terms, told)
    return None


def _with_those_before(
    paragraph: Paragraph,
    place: int,
    held: list[Figure],
    told: Figure,
    cue: str,
    lead: str,
    *,
    last: bool,
) -> tuple[str | None, int]:
    """A result against figures of the sentences before, one of which may stand in its own."""
    one = paragraph.sentences[place]
    before: list[tuple[int, Figure]] = []
    for back in (1, 2, 3):
        if place < back:
            break
        earlier = paragraph.sentences[place - back]
        kept = [(place - back, figure) for figure in earlier.figures if figure.kind is told.kind]
        if kept and cue != "other income" and _NOT_ONE.search(earlier.text):
            break
        before[:0] = kept
    if not before or len(before) > _MOST or _NOT_ONE.search(one.pattern[: one.pattern.find(lead)]):
        return None, place
    figures = [figure for _, figure in before]
    if any(figure.value <= 0 for figure in (*figures, *held)) or _explained(
        [*figures, *held], told
    ):
        return None, place
    tries: list[tuple[int, list[Term]]] = []
    if held:
        same = [
            (at, figure)
            for at, figure in before
            if _share_a_word(paragraph.sentences[at], one, cue)
        ]
        tries = [(at, _apart(figure, held[0])) for at, figure in same[-2:]]
        alone = len(figures) == 1
    else:
        nearest = [figure for at, figure in before if at == before[-1][0]]
        if not LEAVES.search(cue):
            return None, place
        if len(nearest) >= 2:
            tries = [(before[-1][0], _apart(nearest[0], nearest[-1]))]
        elif len(figures) == 2:
            tries = [(before[0][0], _apart(*figures))]
        alone = len(figures) == _PAIR and not _ITS_OWN.search(lead)
    for since, terms in tries:
        if result_of(terms) <= 0:
            continue
        if is_one_slip_from_true(terms, told) or (alone and last and _is_near(terms, told)):
            return written_out(terms, told), since
    return None, place


_ITS_OWN = Expression(
    r"^(?:The|A|An|Our)\s(?!balance|remain|rest\b|gap|short|surplus|deficit|net)[a-z]+\s(?!of)"
)
"""“The lamps at £0.7m remain to be funded” is of the lamps."""


def _apart(one: Figure, other: Figure) -> list[Term]:
    large, small = (one, other) if one.size >= other.size else (other, one)
    return [(1, large), (-1, small)]


_FEW_LETTERS = 4
_ANY = Expression(
    rf"^(?:{CUE}|year|have|been|from|this|last|that|with|will|were|which|also)$", re.I
)


def _share_a_word(earlier: Sentence, one: Sentence, cue: str) -> bool:
    """Whether two sentences name one thing: “the precept had been … the precept was reduced”."""
    words = [
        {
            root(word)
            for word in re.findall(r"[A-Za-z]{4,}", each.text.lower())
            if not _ANY.match(word)
        }
        for each in (earlier, one)
    ]
    return bool(words[0] & words[1]) or (cue in ("extra", "left") or "leav" in cue)


def _explained(held: list[Figure], told: Figure) -> bool:
    """Whether it was told before, or some of the figures, put together or apart, give it."""
    if any(one.size == told.size for one in held):
        return True
    for whole in held:
        others = [one for one in held if one is not whole]
        for size in range(1, len(others) + 1):
            for some in combinations(others, size):
                for sign in (1, -1):
                    terms = [(1, whole), *((sign, one) for one in some)]
                    if holds(terms, told) or holds(
                        [(-1, whole), *((1, one) for one in some)], told
                    ):
                        return True
    if len(held) == 3:
        first, second, third = held
        return any(
            holds([(1, a), (1, b), (-1, c)], told)
            for a, b, c in ((first, second, third), (first, third, second), (second, third, first))
        )
    return False


def _is_near(terms: list[Term], told: Figure) -> bool:
    got = result_of(terms)
    return got / 2 <= told.size <= got * 2


RULES: tuple[Rule, ...] = (a_difference_told_last_is_that_of_what_it_follows,)
