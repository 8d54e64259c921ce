"""Numbers with their shares in brackets: “Of these, 2,748 (93.0%) were offered a place”.

What the number is a share of is named beside it: “of the 240 users … 84 (27%)”, or by “of these”
before it; or the shares beside it tell, which are all of one whole.  Silent where any figure of the
paragraph, or of the one before, makes the share right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.proportions import share_off
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    per_cent,
)

_PAIR = Expression(r"«(?P<a>[CM]\d+)»(?P<gap>(?:\s[A-Za-z’'-]+){0,8})\s?\(\s?«(?P<p>P\d+)»\s?\)")
_FIGURE = Expression(r"«(?P<mark>[CM]\d+)»")
_CHANGED = Expression(
    r"\b(?:by|up|down|increas\w+|decreas\w+|ris(?:e|es|en)|rose|f[ae]ll(?:en|s)?|reduc\w+|growth|"
    r"grew|"
    r"more|fewer|less|over\w*|under\w*|varian\w+|saving\w*|differen\w+|gap|additional|extra|"
    r"further|"
    r"chang\w+|better|worse|above|below|higher|lower|compar\w+|against|than|from|to|target\w*|"
    r"average|interest|uplift\w*|margin|each|per|every)\b",
    re.IGNORECASE,
)
_OF_THESE = Expression(
    r"\bof (?:these|those|them|which|whom|that (?:number|total)|this (?:number|total)|the total)\b"
    r"(?! who\b)",
    re.IGNORECASE,
)
_OF_SO_MANY = Expression(
    r"\b(?:of|from|among|out of)\s(?:(?:the|all|our|its|their|these|a|total|survey|sample|of|own|"
    r"his|"
    r"her)\s){0,4}?«(?P<b>[CM]\d+)»",
    re.IGNORECASE,
)
_OF_IT = Expression(r"\s?(?:out )?of (?:the |our |its )?$", re.IGNORECASE)
_REMAINS = Expression(
    r"\b(?:remaining|other|rest|balance|remainder)\b[^«»;.]{0,30}?«(?P<r>[CM]\d+)»", re.IGNORECASE
)
_CURE = "Correct the number or the percentage."
_LONGEST_LEAD = 40
_MOST_FIGURES = 14


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of the paragraph; with its share, where one stands behind it in brackets."""

    one: Sentence
    figure: Figure
    share: Figure | None
    start: int
    lead: str


def a_number_in_a_sentence_has_the_share_beside_it(report: Report) -> Iterator[TextFinding]:
    """“2,955 were offered a place.  Of these, 2,748 (83.0%) …” is 93.0%."""
    for before, paragraph in pairwise((None, *paragraphs(report))):
        if paragraph is None or "%" not in paragraph.text or "(" not in paragraph.text:
            continue
        numbers = [number for one in paragraph.sentences for number in _numbers(one)]
        if not 1 < len(numbers) <= _MOST_FIGURES:
            continue
        around = [number.figure for number in numbers]
        if before is not None:
            around += [n.figure for one in before.sentences for n in _numbers(one)]
        yield from _wrong_shares(paragraph, numbers, around)


def _numbers(one: Sentence) -> Iterator[_Number]:
    pairs = {match["a"]: match for match in _PAIR.finditer(one.pattern)}
    done = 0
    for match in _FIGURE.finditer(one.pattern):
        pair = pairs.get(match["mark"])
        lead = one.pattern[max(done, match.start() - _LONGEST_LEAD) : match.start()]
        share = None
        told_of = done and _OF_IT.match(lead)  # “20 of 29 (69%)” is the share of the 20
        if pair is not None and not told_of and not _CHANGED.search(f"{lead[-25:]} {pair['gap']}"):
            share = one.figure(pair["p"])
        yield _Number(one, one.figure(match["mark"]), share, match.start(), lead)
        done = match.end()


def _wrong_shares(
    paragraph: Paragraph, numbers: Sequence[_Number], around: Sequence[Figure]
) -> Iterator[TextFinding]:
    paired = [number for number in numbers if number.share is not None]
    told: set[int] = set()
    for number in paired:
        base = _base(number, numbers)
        share = number.share
        if base is None or share is None or id(number.one) in told or share.rough:
            continue
        if (
            _is_supported(number, share, around, paired)
            or share_off(number.figure, base, share) <= 1
        ):
            continue
        told.add(id(number.one))
        true = number.figure.size / base.size * HUNDRED
        yield finding_on(
            paragraph,
            number.one,
            f"{number.figure.text} of {base.text} is {per_cent(true, share.amount.places)}, not "
            f"{share.text}.",
            _CURE,
            Confidence.MEDIUM,
        )


def _base(number: _Number, numbers: Sequence[_Number]) -> Figure | None:
    """What the number is of: said beside it, said before it, or shown by the shares beside it."""
    before = number.one.pattern[: number.start].rpartition(";")[2]
    here = list(_OF_SO_MANY.finditer(before))
    if here:
        return _fitting(number.one.figure(here[-1]["b"]), number)
    place = numbers.index(number)
    whole = [one for one in numbers[:place] if one.share is None and _is_a_level(one)]
    alike = [one for one in whole if one.figure.kind is number.figure.kind]
    if _OF_THESE.search(before) and alike:
        return _fitting(alike[-1].figure, number)
    shown = _shown_by_the_others(number, numbers)
    return shown if shown is not None else _with_what_remains(number, numbers)


def _is_a_level(one: _Number) -> bool:
    return not _CHANGED.search(one.lead[-25:]) and not one.figure.rough


def _fitting(base: Figure, number: _Number) -> Figure | None:
    figure = number.figure
    fits = base.kind is figure.kind and base.size >= figure.size and not base.rough
    return base if fits and base.low > 0 else None


def _shown_by_the_others(number: _Number, numbers: Sequence[_Number]) -> Figure | None:
    """The one figure of which every other number with a share is that share."""
    others = [n for n in numbers if n.share is not None and n is not number]
    same = [n for n in others if n.figure.kind is number.figure.kind]
    wholes = [n.figure for n in numbers if n.share is None and _is_a_level(n)]
    fit = {
        whole.size: whole
        for whole in wholes
        if same
        and _fitting(whole, number) is not None
        and all(n.share is not None and share_off(n.figure, whole, n.share) <= 1 for n in same)
    }
    return next(iter(fit.values())) if len(fit) == 1 else None


def _with_what_remains(number: _Number, numbers: Sequence[_Number]) -> Figure | None:
    """“Savings of £1.150m … £950,000 (83%) …  The remaining £200,000”: the two make it up."""
    for one in {id(n.one): n.one for n in numbers}.values():
        match = _REMAINS.search(one.pattern)
        if match is None:
            continue
        rest = one.figure(match["r"])
        for whole in numbers:
            fits = _fitting(whole.figure, number) is not None and rest.kind is number.figure.kind
            if fits and whole.figure.size == number.figure.size + rest.size:
                return whole.figure
    return None


def _is_supported(
    number: _Number, share: Figure, around: Sequence[Figure], paired: Sequence[_Number]
) -> bool:
    """Whether anything beside it, or all the numbers together, makes the share right."""
    figure = number.figure
    like = [other for other in around if other.kind is figure.kind and other is not figure]
    if any(other.size >= figure.size and share_off(figure, other, share) <= 1 for other in like):
        return True
    together = sum((one.figure.size for one in paired), Decimal(0))
    if together <= figure.size:
        return False
    return abs(figure.size / together * HUNDRED - share.size) <= share.amount.step


RULES: tuple[Rule, ...] = (a_number_in_a_sentence_has_the_share_beside_it,)
