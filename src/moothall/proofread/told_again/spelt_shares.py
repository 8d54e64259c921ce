"""Shares told in words against those printed elsewhere: "nearly two-thirds backed it", and 56%.

A share is held against the percentages of the text and the shares that the tables give.  What it is
of, and what is said of it, must be met there by the same words or by words of the same meaning; and
nothing that is met may bear it out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.share_sayings import DOWNWARD, ShareSaid, shares_said
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, paragraphs
from moothall.proofread.reading.share_words import are_named_outright, met, telling_words
from moothall.proofread.tables.table_shares import TableShare, shares_of_tables
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import Claim, claims

# --- what it is held against ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A share that the report prints or that a table gives."""

    low: Decimal
    high: Decimal
    words: str
    place: str
    weight: Decimal


def a_share_in_words_is_that_of_its_figures(report: Report) -> Iterator[TextFinding]:
    """“Almost three-quarters were in favour” where 61% were."""
    found = [
        said
        for paragraph in paragraphs(report)
        for one in paragraph.sentences
        for said in shares_said(paragraph, one)
    ]
    if not found:
        return
    percentages = [
        one
        for one in claims(report).all
        if one.value.sort is Sort.PERCENT
        and not one.cell
        and any(c.isdigit() for c in one.value.text)
    ]
    tables = shares_of_tables(report)
    for said in found:
        printed = [
            *(
                p
                for one in (() if said.fraction.in_figures else percentages)
                if (p := _of_claim(said, one)) is not None
            ),
            *_of_tables(said, tables),
        ]
        if not printed or any(said.fraction.allows(p.low, p.high) for p in printed):
            continue
        best = max(printed, key=lambda p: p.weight)
        yield TextFinding(
            place=said.paragraph.place,
            quote=around(said.one.text, said.fraction.start, said.fraction.end, 100),
            message=f"“{said.fraction.text}” here; {best.words} ({best.place}).",
            confidence=Confidence.MEDIUM,
            cure="Correct the words or the figures.",
        )


def _of_claim(said: ShareSaid, one: Claim) -> _Printed | None:
    """A percentage of the text, where it is of the same."""
    if one.sentence == said.one.text or Stage.TARGET in one.stage or one.another_time:
        return None
    if {Stage.OTHERS, Stage.FORMER} & one.stage:
        return None
    start = max(0, one.value.start - 45)
    lead = re.split(r"[;:]|\d,?\s(?!\()", one.sentence[start : one.value.start])[-1]
    change = re.search(
        rf"\b(?:by|(?:{CHANGE_NOUN})s?\sof|up|down|{UP}|{DOWN})\b[^.;]{{0,30}}$",
        one.sentence[start : one.value.start], re.IGNORECASE,
    )  # fmt: skip
    wide = telling_words(one.sentence)
    known = wide | telling_words(one.section)
    if said.change:
        if change is None or not said.whole or met(said.whole, known) < said.whole:
            return None
        down = bool(DOWNWARD.search(change[0]))
        if down == (said.change > 0):
            return None
        weight = Decimal(len(met(said.clause, known)))
    else:
        own = telling_words(f"{lead} {one.own}")
        if change is not None or not own or met(said.whole, known) < said.whole:
            return None
        common = met(own, said.clause)
        if len(common) * 10 < len(own) * 6 or not common - met(own, said.whole):
            return None
        if not said.whole and not said.everything and len(common) < 2:
            return None
        weight = Decimal(len(met(said.clause, known)))
    quote = around(one.sentence, one.value.start, one.value.end, 60)
    value = one.value
    return _Printed(
        low=value.low, high=value.high, words=f"“{quote}”", place=str(one.place), weight=weight
    )


def _of_tables(said: ShareSaid, tables: tuple[TableShare, ...]) -> Iterator[_Printed]:
    """Shares that tables give, of what the sentence names; of two rows it names, their sum."""
    if said.change:
        return
    named: dict[tuple[int, str, str], list[TableShare]] = {}
    for one in tables:
        key = telling_words(one.part)
        if (
            not key
            or not are_named_outright(key, said.clause)
            or are_named_outright(key, said.whole)
        ):
            continue
        if one.row and not are_named_outright(telling_words(one.row), said.whole):
            continue
        if not one.row and one.of == "column" and _names_a_row(said.whole, one.labels):
            continue
        about = telling_words(f"{one.about} {one.row}")
        if not said.everything and met(said.whole, key | about) < said.whole:
            continue
        if not (said.everything or said.whole):
            continue
        named.setdefault((one.block, one.of, one.column), []).append(one)
    for place, held in named.items():
        parts = _named(said, list({one.part: one for one in held}.values()))
        if len(parts) > 3 or not any(_is_sure_of(one, said) for one in parts):
            continue
        more = [
            one
            for one in tables
            if (one.block, one.of, one.column, one.row) == (*place, parts[0].row)
            and any(_says_more_of(one.part, part.part) for part in parts)
            and one.part not in [part.part for part in parts]
        ]
        for together in (parts, [*more, *parts]) if more else (parts,):
            printed = _together(said, together)
            if printed is not None:
                yield printed


_HOW_MUCH = Expression(
    r"^(?:very|strongly|fairly|quite|extremely|tend to|completely)\s", re.IGNORECASE
)


def _says_more_of(label: str, part: str) -> bool:
    """Whether a label is another's with "strongly" or the like before it."""
    return bool(_HOW_MUCH.match(label)) and _HOW_MUCH.sub("", label).casefold() == part.casefold()


def _together(said: ShareSaid, parts: list[TableShare]) -> _Printed | None:
    value = sum((one.value for one in parts), Decimal(0))
    whole = parts[0].whole
    if not 0 < value <= whole or any(one.whole != whole for one in parts):
        return None
    share = value / whole * 100
    slack = (sum((one.step for one in parts), Decimal(0)) / 2) / whole * 100
    sums = " + ".join(one.text for one in parts)
    labels = " and ".join(f"“{one.part}”" for one in parts)
    return _Printed(
        low=share - slack,
        high=share + slack,
        words=f"the table has {sums} of {parts[0].whole_text} for {labels}, {share:.1f}%",
        place=str(parts[0].place),
        weight=Decimal(len(parts) * 2 + (parts[0].head.casefold() in said.one.text.casefold())),
    )


def _is_sure_of(one: TableShare, said: ShareSaid) -> bool:
    """Whether a label is more than one word, or the words speak of its table."""
    about = telling_words(f"{one.about} {one.row}")
    return len(telling_words(one.part)) > 1 or bool(met(said.clause, about))


def _names_a_row(words: frozenset[str], labels: tuple[str, ...]) -> bool:
    return any(are_named_outright(telling_words(label), words) for label in labels)


def _named(said: ShareSaid, parts: list[TableShare]) -> list[TableShare]:
    """Of several rows that a sentence seems to name, all it joins, or the one it names outright."""
    if len(parts) < 2 or re.search(r"\b(?:or|and|either|both)\b", said.words, re.IGNORECASE):
        return parts
    outright = [one for one in parts if telling_words(one.part) <= said.clause]
    return outright if len(outright) == 1 else []


RULES: tuple[Rule, ...] = (a_share_in_words_is_that_of_its_figures,)
