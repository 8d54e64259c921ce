"""Conflicts: the same thing with different figures, within one report and between several.

A figure is compared with another only where the words about both are the same but for words that
change nothing, where they are of one kind and one date, and where the two are close or look like a
slip of the pen: two figures far apart are far more often two things.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.reading.amounts import Amount, Kind, amounts
from moothall.proofread.reading.running_text import Passage, passages, sentences, shortened
from moothall.proofread.reading.slips import are_close, differ, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import (
    LONGEST_SENTENCE,
    MOST_ALIKE,
    MOVED,
    SMALL_WORDS,
    WORD,
    Statement,
    section_words,
    statements,
    stem_of,
)
from moothall.proofread.reading.written_dates import own_date

# --- two statements -------------------------------------------------------------------------------


def _comparable(one: Statement, other: Statement) -> bool:
    if one.amount.kind is not other.amount.kind or not differ(one.amount, other.amount):
        return False
    if one.head != other.head or (one.role != other.role and {one.role, other.role} & set(MOVED)):
        return False
    if (one.amount.value < 0) != (other.amount.value < 0) and one.amount.kind is Kind.COUNT:
        return False
    return not _explained(one, other) and not _explained(other, one)


def _explained(one: Statement, other: Statement) -> bool:
    """Whether the paragraph of one holds the other's figure too, and so tells them apart."""
    return any(
        found.kind is other.amount.kind and not differ(found, other.amount)
        for found in amounts(one.passage.text[:4000])
    )


# Words that name a whole population by themselves.
_POPULATIONS = {"lookedafterchild": "children in care", "ehcp": "education, health and care plans"}


def _shared(one: Statement, other: Statement) -> frozenset[str]:
    """The words of one's own part that the other's sentence has, and the reverse."""
    return (one.words & other.context) | (other.words & one.context)


def _judged(one: Statement, other: Statement) -> tuple[Confidence, str] | None:
    """How sure it is that two statements contradict each other, and what kind of conflict it is."""
    if not _comparable(one, other):
        return None
    shared = _shared(one, other)
    weight = len(shared) + bool(one.when and one.when == other.when)
    extra_one = one.words - other.context - other.section
    extra_other = other.words - one.context - one.section
    percent = one.amount.kind in (Kind.PERCENT, Kind.POINTS)
    few = max(abs(one.amount.value), abs(other.amount.value)) < 13
    enough = 4 + ("%" in one.head) if percent or few else 3
    if percent and (extra_one or extra_other):
        return None
    if shared & set(_POPULATIONS) and one.words == other.words:
        enough = 1
    if weight < enough or (extra_one and extra_other) or len(extra_one | extra_other) > 1:
        return None
    slip = looks_like_a_slip(one.amount.value, other.amount.value)
    close = are_close(one.amount.value, other.amount.value)
    if one.when != other.when and one.when and other.when:
        return (Confidence.LOW, "dates") if not extra_one | extra_other and close else None
    if not slip and not close:
        return None
    if one.rough or other.rough:
        return (
            (Confidence.LOW, "rough")
            if not are_close(one.amount.value, other.amount.value, "0.1")
            else None
        )
    apart = bool(one.section and other.section and one.section != other.section)
    undated = one.when != other.when
    if extra_one or extra_other:
        sure = len(shared) >= 4 and slip and not apart
        return (Confidence.MEDIUM if sure else Confidence.LOW, "figures")
    if apart or (undated and len(shared) < 4 and not slip):
        return Confidence.LOW, "figures"
    certain = weight >= 5 and not undated and (slip or one.amount.kind is Kind.MONEY)
    return (Confidence.HIGH if certain else Confidence.MEDIUM), "figures"


def _pairs(found: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs that share a rare word, without comparing everything with everything."""
    by_word: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, statement in enumerate(found):
        for word in statement.context:
            by_word[statement.amount.kind.value, word].append(place)
    told: set[tuple[int, int]] = set()
    for place, statement in enumerate(found):
        kind = statement.amount.kind.value
        rarest = sorted(statement.words, key=lambda word: (len(by_word[kind, word]), word))[:4]
        for word in rarest:
            alike = by_word[kind, word]
            if len(alike) > MOST_ALIKE:
                continue
            for other in alike:
                pair = (min(place, other), max(place, other))
                if other != place and pair not in told:
                    told.add(pair)
                    yield found[pair[0]], found[pair[1]]


def _side_by_side(one: Statement, other: Statement) -> bool:
    """Whether the two stand in one paragraph or one list, where figures are of different things."""
    apart = abs(one.passage.block - other.passage.block)
    if one.file != other.file:
        return False
    both_items = one.passage.part == other.passage.part == "bullet"
    return apart == 0 or (both_items and apart <= 12) or (apart <= 1 and both_items)


def the_same_thing_has_the_same_figure(report: Report) -> Iterator[TextFinding]:
    """Two sentences that say the same of the same thing give it the same figure."""
    found = list(statements(report))
    by_words = Counter((statement.words, statement.amount.kind) for statement in found)
    shown = 0
    told: set[tuple[frozenset[str], frozenset[Decimal]]] = set()
    for one, other in _pairs(found):
        if _side_by_side(one, other) or by_words[one.words, one.amount.kind] > 4:
            continue  # said over and over, of each thing in turn
        judged = _judged(one, other)
        if judged is None or _in_the_same_words(one, other):
            continue
        confidence, kind = judged
        key = (_shared(one, other), frozenset((one.amount.value, other.amount.value)))
        if key in told or (kind == "dates" and (shown := shown + 1) > 10):
            continue
        told.add(key)
        yield _conflict(one, other, confidence, kind)


def _in_the_same_words(one: Statement, other: Statement) -> bool:
    """Whether the sentences are the same but for figures, which the next rule looks at."""
    first, second = _wording(one.sentence), _wording(other.sentence)
    return first is not None and second is not None and first[0] == second[0]


# --- a sentence said twice ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence with figures; `wording` is what is left when they are taken out."""

    wording: str
    figures: tuple[Amount, ...]
    passage: Passage
    sentence: str


_LEAST_WORDS = 4


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
        if len(pairs) != 1 or parted or in_one_list or one.passage.block == other.passage.block:
            continue
        (first, second), sure = pairs[0], len(one.figures) > 1
        slip = looks_like_a_slip(first.value, second.value)
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


def _same_values(one: _Said, other: _Said) -> bool:
    return [figure.value for figure in one.figures] == [figure.value for figure in other.figures]


def _said_with_figures(report: Report) -> Iterator[_Said]:
    for passage in passages(report):
        if passage.part == "heading" or len(passage.text) < 20:
            continue
        for sentence in sentences(passage.text):
            wording = _wording(sentence) if len(sentence) <= LONGEST_SENTENCE else None
            if wording is not None:
                yield _Said(
                    wording=wording[0], figures=wording[1], passage=passage, sentence=sentence
                )


def _wording(sentence: str) -> tuple[str, tuple[Amount, ...]] | None:
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


_SIGNS = re.compile(r"[^a-z0-9#/']+")


# --- two reports ----------------------------------------------------------------------------------


def _conflict(
    one: Statement, other: Statement, confidence: Confidence, kind: str, named: str = ""
) -> TextFinding:
    where = named or str(one.passage.place) or "earlier in the report"
    difference = abs(abs(one.amount.value) - abs(other.amount.value))
    shared = _shared(one, other)
    about = ", ".join(
        dict.fromkeys(
            match[0] for match in WORD.finditer(other.sentence) if stem_of(match[0]) in shared
        )
    )
    why = {
        "dates": "the two are of different dates",
        "rough": "one of the two is given as rough",
        "figures": f"they differ by {in_figures(difference)}",
    }[kind]
    about = about or ", ".join(_POPULATIONS.get(word, word) for word in sorted(shared))
    return TextFinding(
        place=other.passage.place,
        quote=other.sentence,
        message=f"{other.amount.text} here, {one.amount.text} at {where} "
        f"(“{shortened(one.sentence)}”), both of “{about}”; {why}.",
        confidence=confidence,
        cure="Give one figure in both places, or say what makes them differ."
        if kind == "figures"
        else "Say beside each figure what date it is of.",
        file=other.file,
    )


def the_same_thing_has_the_same_figure_in_all_reports(
    reports: tuple[Report, ...],
) -> Iterator[TextFinding]:
    """Two reports that say the same of the same thing give it the same figure.

    Reports of different dates, and of different councils, speak of different figures in the same
    words: theirs are shown only when everything is asked for.
    """
    found = [statement for report in reports for statement in statements(report)]
    dates = {report.file: own_date(report) for report in reports}
    councils = {report.file: _council(report) for report in reports}
    told: set[tuple[frozenset[str], frozenset[Decimal]]] = set()
    for one, other in _pairs(found):
        if one.file == other.file:
            continue
        judged = _judged(one, other)
        key = (_shared(one, other), frozenset((one.amount.value, other.amount.value)))
        if judged is None or key in told:
            continue
        told.add(key)
        confidence, kind = judged
        first, second = dates[one.file], dates[other.file]
        another_time = first is not None and second is not None and abs((first - second).days) > 45
        another_place = councils[one.file] != councils[other.file]
        if another_place or another_time or len(_shared(one, other)) < 4:
            confidence = Confidence.LOW
        elif confidence is Confidence.HIGH:
            confidence = Confidence.MEDIUM
        place = f"{one.passage.place} of {one.file}"
        yield _conflict(one, other, confidence, kind, place)


_COUNCIL = re.compile(
    r"\b([A-Z][a-z]+(?: (?:and|upon|on|of|the|[A-Z][a-z]+)){0,3}?) "
    r"(?:(?:Metropolitan|Borough|County|City|District|London) ){0,3}Council\b"
)


def _council(report: Report) -> str:
    """The council that the report names most."""
    names = Counter(
        match[1] for passage in passages(report) for match in _COUNCIL.finditer(passage.text[:4000])
    )
    return names.most_common(1)[0][0] if names else ""


RULES: tuple[Rule, ...] = (
    the_same_thing_has_the_same_figure,
    a_sentence_repeated_has_the_same_figures,
)
BETWEEN: tuple[BetweenRule, ...] = (the_same_thing_has_the_same_figure_in_all_reports,)
