"""Figures of a paragraph from which another is said to be worked out.

Each is read with what it counts and with how many sentences before the result it stands; a rule
judges every figure that says that it is a result.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.words_of_change import CHANGE_NOUN
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    read_once,
    worded,
)
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.thesaurus import root

_MARK = Expression(r"«([A-Z]\d+)»")
_CURE = "Correct the figure that is wrong."
_BACK = 2
"""How many sentences back a figure may stand from which another is worked out."""
_MOST_FIGURES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure with what it counts; `back` is how many sentences before the result it stands."""

    figure: Figure
    unit: frozenset[str]
    per: str
    before: str
    after: str
    back: int = 0

    @property
    def is_level(self) -> bool:
        """Whether it says how much there is, not how much that moved or what a part of it is."""
        if _IS_BEYOND.match(self.after):
            return False  # “fees are £0.2m above budget”
        return not _IS_CHANGE.search(self.before) and not self.figure.rough


Judge = Callable[[Told, list[Told], str, str], str | None]
"""Of a result, what was told before, its sentence and those before: what is wrong, if anything."""
_IS_BEYOND = Expression(
    r"^\s(?:[a-z]+\s)?(?:above|below|over|under|more|less|fewer|higher|lower|short)\b",
    re.IGNORECASE,
)
_IS_CHANGE = Expression(
    rf"\b(?:by|{CHANGE_NOUN}s?|further|additional|extra|another|including|includes|savings?|"
    r"of (?:which|whom|these|those)|each|between|up to|at least|maximum of|minimum of|first|next|"
    r"last|every|within|after|over the|page|aged?)(?:\s(?:of|a|the|some|about))*\s?\(?$",
    re.IGNORECASE,
)
_NO_UNIT = word_set(
    "more less fewer higher lower greater above below over under short than of in at for from to "
    "by on and or but which that who are is was were has have had would will be been with against "
    "compared the a an this these those each per every all as so not only now still also within "
    "after before during since until when where while because if remain remains remaining left new "
    "could can may up down it they there we its their our between among out into through about "
    "better worse extra additional further longer shorter larger smaller last next plus or so"
)
_PER = Expression(
    r"^\s?(?:an?|per|each|every)\s(?P<per>week|month|year|day|hour|head|annum|night|quarter|pupil|"
    r"home|household|visit|unit|mile)\b|^\s?(?P<pa>p\.?a\b)",
    re.IGNORECASE,
)


def told_figures(one: Sentence, back: int = 0) -> list[Told]:
    found = []
    for match in _MARK.finditer(one.pattern):
        after = one.pattern[match.end() : match.end() + 60]
        per = _PER.match(after)
        found.append(
            Told(
                figure=one.figure(match[1]),
                unit=_unit(after),
                per=(per["per"] or "year").lower() if per else "",
                before=one.pattern[max(0, match.start() - 60) : match.start()],
                after=after,
                back=back,
            )
        )
    return found


_UNIT_WORDS = Expression(r"(?:\s[A-Za-z][A-Za-z’'-]*)+")


def _unit(after: str) -> frozenset[str]:
    """The words right after a figure that say what is counted."""
    match = _UNIT_WORDS.match(after)
    found = []
    for word in match[0].split()[:4] if match else ():
        if word.lower() in _NO_UNIT or word.endswith("ed"):
            break
        found.append(root(word))
    return frozenset(found)


def are_alike(one: Told, other: Told, *, loose: bool = False) -> bool:
    """Whether two figures may be of one thing; a figure without a noun takes the other's.

    Loosely, it is enough that the noun of the other stands somewhere in the words that follow.
    """
    if one.figure.kind is not other.figure.kind or (one.per != other.per and not loose):
        return False
    if not one.unit or not other.unit or one.unit & other.unit:
        return True
    return loose and bool(
        other.unit & {root(word) for word in re.findall(r"[A-Za-z]{3,}", one.after)}
    )


OTHERWISE = Expression(
    r"\b(?:includ\w+|such as|average|each|per cent|at least|up to|or more|rather than|instead of|"
    r"mainly|"
    r"mostly|also|times|respectively|a further|another|plus|increas\w+|rise|rose|grow\w*|added?|"
    r"top(?:ped)? up)\b",
    re.IGNORECASE,
)


def in_words(value: Decimal, *like: Figure) -> str:
    return worded(value, min(like, key=lambda figure: figure.amount.step).amount)


def is_worked_out(result: Figure, figures: list[Figure]) -> bool:
    """Whether some of the figures, taken from one or put together, give the result."""
    for whole in figures:
        others = [one for one in figures if one is not whole]
        for size in range(1, len(others) + 1):
            for some in combinations(others, size):
                slack = sum((_rounding(one) for one in (whole, result, *some)), Decimal(0))
                taken = sum((one.size for one in some), Decimal(0))
                if (
                    min(
                        abs(whole.size - taken - result.size), abs(whole.size + taken - result.size)
                    )
                    <= slack
                ):
                    return True
    return False


def _rounding(figure: Figure) -> Decimal:
    """How far rounding moves a figure; one called rough by no more than 2 %."""
    return figure.spread - figure.size / 10 + figure.size / 50 if figure.rough else figure.spread


# --- every figure that says to be worked out ------------------------------------------------------

_SIGN = Expression(
    r"\b(?:leav(?:e|es|ing)|remain\w*|rest|balance|left|still to be found|more|fewer|less|higher|"
    r"lower|longer|"
    r"shorter|"
    r"above|below|over|under|better|worse|short|greater|together|total|altogether|combined|"
    rf"net|in all|in total|all told|overall|both|two|three|sum|gap|shortfall|excess|improvement|"
    rf"{CHANGE_NOUN})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Possible:
    """A figure that may be a result, with what was told before it, as far back as `back` says."""

    paragraph: Paragraph
    place: int
    back: int
    result: Told
    told: list[Told]
    here: str
    before: str


@read_once
def _possible_results(report: Report) -> tuple[_Possible, ...]:
    return tuple(
        one
        for paragraph in paragraphs(report)
        if any(one.figures and _SIGN.search(one.text) for one in paragraph.sentences)
        for one in _in_paragraph(paragraph)
    )


def _in_paragraph(paragraph: Paragraph) -> Iterator[_Possible]:
    read = [with_all_numbers(one.text) for one in paragraph.sentences]
    for place, one in enumerate(read):
        if not one.figures or len(one.figures) > _MOST_FIGURES or not _SIGN.search(one.text):
            continue
        mine = told_figures(one)
        for number, result in enumerate(mine):
            told: list[Told] = []
            for back in range(min(_BACK, place) + 1):
                if back:
                    told = [*told_figures(read[place - back], back), *told]
                since = read[place - back : place]
                yield _Possible(
                    paragraph=paragraph,
                    place=place,
                    back=back,
                    result=result,
                    told=[*told, *mine[:number]],
                    here=one.pattern,
                    before=" ".join(sentence.pattern for sentence in since),
                )


def _is_explained_farther_back(one: _Possible) -> bool:
    """Whether a figure of a sentence that the judge did not look at makes the result right."""
    since = one.paragraph.sentences[max(0, one.place - _BACK) : one.place - one.back]
    farther = [figure for each in since for figure in each.figures]
    kind = one.result.figure.kind
    held = [figure for figure in farther if figure.kind is kind]
    held += [told.figure for told in one.told if told.figure.kind is kind]
    return any(figure.kind is kind for figure in farther) and (
        len(held) <= _MOST_FIGURES // 2 and is_worked_out(one.result.figure, held)
    )


def wrong_results(report: Report, judge: Judge) -> Iterator[TextFinding]:
    """One finding for each sentence in which the judge finds a wrong result."""
    told: set[tuple[int, int]] = set()
    for one in _possible_results(report):
        key = id(one.paragraph), one.place
        if key in told:
            continue
        message = judge(one.result, one.told, one.here, one.before)
        if message and not _is_explained_farther_back(one):
            told.add(key)
            since = one.paragraph.sentences[one.place - one.back : one.place + 1]
            words = " ".join(sentence.text for sentence in since)
            both = Sentence(text=words, pattern="", figures=())
            yield finding_on(one.paragraph, both, message, _CURE, Confidence.MEDIUM)
