"""Bounds of shares: "over 60% had their first choice" where the report has 51% for the same.

One share is told with a bound (over, at least, under), the other in full.  They are of one thing
where they share most of the words about them and every number among these (first, top three).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, paragraphs, sentence
from moothall.proofread.reading.statements import content_words, periods_named

_SPELT = Expression(
    r"(?<![\w-])(?P<ten>(?:twen|thir|for|fif|six|seven|eigh|"
    r"nine)ty)?[ -]?(?P<one>[a-z]+)?\s(?=per ?cent\b)",
    re.IGNORECASE,
)
_OVER = Expression(r"\b(?:over|more than|at least|above|in excess of|well over)\s$", re.IGNORECASE)
_UNDER = Expression(
    r"\b(?:under|less than|fewer than|below|at most|no more than)\s$", re.IGNORECASE
)
_ROUGH = Expression(
    r"\b(?:about|around|nearly|almost|some|up to|target of|by|between|from|approximately|to)\s$",
    re.IGNORECASE,
)
_COUNTS = Expression(
    r"\b(?:first|second|third|fourth|top|one|two|three|four|five|(?<!in )all|both|any|last|no|not|"
    r"un\w+ed)\b",
    re.IGNORECASE,
)
_OTHER = Expression(
    r"\b(?:target|aim\w*|national\w*|england|average|compared|(?<!more )(?<!less )(?<!fewer )than|"
    r"rose|fell|increas\w+|reduc\w+|"
    r"last year|previous\w*|should|must|would|if|of (?:these|those|them|whom|which)|points?)\b",
    re.IGNORECASE,
)
_WORDS_SHARED = 3
_CLEAR = 3
"""So many points apart, as 51% is from “over 60%”, are no rounding."""
_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    paragraph: Paragraph
    text: str
    clause: str
    value: Decimal
    bound: int
    words: frozenset[str]
    numbers: frozenset[str]


def a_share_keeps_the_bound_told_of_it(report: Report) -> Iterator[TextFinding]:
    """“Over 60% had their first choice” where 51% of those who applied had it."""
    told = list(_shares(report))
    bounded = [one for one in told if one.bound]
    if len(told) > _MOST * len(bounded) and len(bounded) > _MOST:
        return
    for one in bounded:
        alike = [
            other
            for other in told
            if not other.bound
            and one.numbers == other.numbers
            and len(one.words & other.words) >= _WORDS_SHARED
            and 2 * len(one.words & other.words) >= min(len(one.words), len(other.words))
        ]
        if len({other.value for other in alike}) != 1:
            continue
        other = alike[0]
        off = (one.value - other.value) * one.bound
        years = periods_named(one.clause), periods_named(other.clause)
        if off < _CLEAR or (years[0] and years[1] and years[0] != years[1]):
            continue
        yield TextFinding(
            place=one.paragraph.place,
            quote=one.clause,
            message=f"{one.text} here; {other.text} at {other.paragraph.place} "
            f"(“{other.clause[:100]}”).",
            cure="Give one figure, or say what makes the two differ.",
            confidence=Confidence.MEDIUM,
        )


def _shares(report: Report) -> Iterator[_Share]:
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "cent" not in paragraph.text:
            continue
        for plain in paragraph.sentences:
            one = sentence(_SPELT.sub(_in_figures, plain.text))
            for figure in one.figures:
                if figure.kind is Kind.PERCENT and not figure.amount.places:
                    before = one.text[: figure.amount.start]
                    bound = 1 if _OVER.search(before) else -1 if _UNDER.search(before) else 0
                    clause = _clause(one.text, figure.amount.start, figure.amount.end)
                    if _OTHER.search(clause) or (not bound and _ROUGH.search(before)):
                        continue
                    yield _Share(
                        paragraph=paragraph,
                        text=f"{_last_word(before)} {figure.text}" if bound else figure.text,
                        clause=clause,
                        value=figure.size,
                        bound=bound,
                        words=content_words(clause),
                        numbers=frozenset(word.lower() for word in _COUNTS.findall(clause)),
                    )


def _last_word(words: str) -> str:
    return str(re.findall(r"[a-z]+", words, re.IGNORECASE)[-1])


def _in_figures(match: re.Match[str]) -> str:
    """“Fifty one per cent” as “51 per cent”."""
    words = "-".join(filter(None, (match["ten"], match["one"]))).lower()
    number = NUMBERS_TO_99.get(words)
    return f"{number} " if number else match[0]


_CUT = Expression(r"[,;:()]|\band «?\d|\b(?:while|whilst|but|which|because)\b")


def _clause(text: str, start: int, end: int) -> str:
    """The words about a share, up to the next break or the next share."""
    cuts = [match.start() for match in _CUT.finditer(text)]
    since = max([cut for cut in cuts if cut < start], default=0)
    until = min([cut for cut in cuts if cut > end], default=len(text))
    return text[since:until].strip(" ,;:()")


RULES: tuple[Rule, ...] = (a_share_keeps_the_bound_told_of_it,)
