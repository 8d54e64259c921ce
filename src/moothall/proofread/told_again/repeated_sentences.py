"""Sentences said twice, in the summary and again in the body: with the same figures in both."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Amount, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, passages, sentences
from moothall.proofread.reading.slips import are_close, differ, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import (
    LONGEST_SENTENCE,
    SMALL_WORDS,
    WORD,
    section_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence with figures; `wording` is what is left when they are taken out."""

    wording: str
    figures: tuple[Amount, ...]
    passage: Passage
    sentence: str


_LEAST_WORDS = 4
_ITEM = Expression(r"^\s*\(?\d{1,2}[.)]\s+(?=[A-Za-z])")
"""The number of an item of a list is no figure of its sentence."""


def a_sentence_repeated_has_the_same_figures(report: Report) -> Iterator[TextFinding]:
    """A sentence that stands in the summary and again in the body has the same figures in both.

    Only one figure may differ, and not by rounding; a sentence that recurs with ever new figures
    is said of each thing in turn.
    """
    by_wording: defaultdict[str, list[_Said]] = defaultdict(list)
    for said in _said_with_figures(report):
        by_wording[said.wording].append(said)
    for alike in by_wording.values():
        values = {tuple(figure.value for figure in said.figures) for said in alike}
        if len(values) != 2:
            continue
        one = alike[0]
        other = next(said for said in alike if not _same_values(said, one))
        pairs = [pair for pair in zip(one.figures, other.figures, strict=True) if differ(*pair)]
        sections = {section_words(said.passage.place.section) for said in (one, other)}
        parted = len(sections - {frozenset()}) > 1
        in_one_list = abs(one.passage.block - other.passage.block) <= 12 and (
            one.passage.part == other.passage.part != "prose"
        )
        if len(pairs) != 1 or in_one_list or one.passage.block == other.passage.block:
            continue
        (first, second), sure = pairs[0], len(one.figures) > 1
        slip = looks_like_a_slip(first.value, second.value)
        if parted and not (slip and _has_another_figure(one)):
            continue
        if not sure and not slip and not are_close(first.value, second.value):
            continue
        yield TextFinding(
            place=other.passage.place,
            quote=other.sentence,
            message=f"{second.text} here, {first.text} in the same sentence at "
            f"{one.passage.place}; they differ by "
            f"{in_figures(abs(abs(first.value) - abs(second.value)))}.",
            confidence=Confidence.HIGH if sure or slip else Confidence.MEDIUM,
            cure="Give one figure in both places.",
        )


def _has_another_figure(one: _Said) -> bool:
    """Whether the sentence has a figure more that is the same in both, and so is one sentence."""
    return len(one.figures) > 1 or any(sign.isdigit() for sign in one.wording)


def _same_values(one: _Said, other: _Said) -> bool:
    return [figure.value for figure in one.figures] == [figure.value for figure in other.figures]


def _said_with_figures(report: Report) -> Iterator[_Said]:
    for passage in passages(report):
        if passage.part == "heading" or len(passage.text) < 20:
            continue
        for sentence in sentences(passage.text):
            sentence = _ITEM.sub("", sentence)
            wording = wording_of(sentence) if len(sentence) <= LONGEST_SENTENCE else None
            if wording is not None:
                yield _Said(
                    wording=wording[0], figures=wording[1], passage=passage, sentence=sentence
                )


def wording_of(sentence: str) -> tuple[str, tuple[Amount, ...]] | None:
    """The sentence without its figures, and they; None where there is little else."""
    found = tuple(amounts(sentence))
    if not found or len(found) > 8:
        return None
    words = [match[0].lower() for match in WORD.finditer(sentence)]
    if len([word for word in words if word not in SMALL_WORDS and len(word) > 2]) < _LEAST_WORDS:
        return None
    parts = []
    end = 0
    for figure in found:
        parts.append(sentence[end : figure.start])
        end = figure.end
    parts.append(sentence[end:])
    plain = " # ".join(parts).lower().replace("’", "'").replace("&", "and")
    return " ".join(_SIGNS.sub(" ", plain).split()), found


_SIGNS = Expression(r"[^a-z0-9#/']+")


RULES: tuple[Rule, ...] = (a_sentence_repeated_has_the_same_figures,)
