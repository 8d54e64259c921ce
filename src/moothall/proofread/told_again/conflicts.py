"""Conflicts: the same thing with different figures, within one report and between several.

A figure is compared with another only where the words about both are the same but for words that
change nothing, where they are of one kind and one date, and where the two are close or look like a
slip of the pen: two figures far apart are far more often two things.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.reading.amounts import Kind, amounts
from moothall.proofread.reading.running_text import shortened
from moothall.proofread.reading.slips import are_close, differ, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import (
    MOST_ALIKE,
    MOVED,
    WORD,
    Statement,
    statements,
    stem_of,
)
from moothall.proofread.reading.written_dates import own_date
from moothall.proofread.told_again.contrasts import are_before_and_after, are_contrasted
from moothall.proofread.told_again.own_council import own_council
from moothall.proofread.told_again.repeated_sentences import wording_of

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
        if kind == "figures" and (
            are_contrasted(one.sentence, other.sentence)
            or are_before_and_after(one.sentence, other.sentence)
        ):
            continue
        key = (_shared(one, other), frozenset((one.amount.value, other.amount.value)))
        if key in told or (kind == "dates" and (shown := shown + 1) > 10):
            continue
        told.add(key)
        yield _conflict(one, other, confidence, kind)


def _in_the_same_words(one: Statement, other: Statement) -> bool:
    """Whether the sentences are the same but for figures, which the next rule looks at."""
    first, second = wording_of(one.sentence), wording_of(other.sentence)
    return first is not None and second is not None and first[0] == second[0]


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
    councils = {report.file: own_council(report) for report in reports}
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


RULES: tuple[Rule, ...] = (the_same_thing_has_the_same_figure,)
BETWEEN: tuple[BetweenRule, ...] = (the_same_thing_has_the_same_figure_in_all_reports,)
