"""Drafts called final: an assessment called final in one place, and elsewhere still to be done.

“Stage: final (version 2)” stands in its form, and the report says that it “will be updated and
published in its final form in May”; “Appendix 2 – Equality impact assessment (interim)” stands over
what a paragraph calls the final assessment.  An assessment of another kind (privacy, health) is
another one; a draft of the past, and a final one that is only looked at again each year, are no
contradiction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.answers.final_assessments import (
    CALLED_FINAL,
    NOT_FINAL,
    a_stage_of_a_final_assessment_is_not_open,
)
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences

_NAMES_ONE = Expression(
    r"\b(?:impact assessments?|equality (?:assessment|analysis|screening)|EIA|EqIA|EQIA|DPIA|HIA|"
    r"IIA|appraisal|impact analysis|assessment)\b",
    re.IGNORECASE,
)
_STATUS = Expression(
    r"\b(?:stage|status|version|state)\b[^:.|]{0,30}[:|–-]\W{0,4}(?:this is )?(?:the )?"
    r"(?:final|finalised|complete[d]?)\b(?! (?:draft|stage|decision|version to))",
    re.IGNORECASE,
)
_UNREADY = r"(?:draft|interim|provisional|preliminary|working draft|unfinished|incomplete)"
_TITLED_DRAFT = Expression(
    rf"(?:assessment|analysis|EIA|EqIA|DPIA|HIA|IIA|appraisal)\b[^.;]{{0,30}}?[(\[:–-]\s?(?:an? )?"
    rf"{_UNREADY}\b|^\W*(?:(?:appendix|annex)\W+\w{{1,2}}\W+)?{_UNREADY} (?:[\w-]+ ){{0,4}}"
    r"(?:assessment|analysis|EIA|EqIA|DPIA|HIA|IIA|appraisal)\b",
    re.IGNORECASE,
)
_IS_DRAFT = Expression(
    rf"\b(?:an?|the|this|our) {_UNREADY} (?:[\w-]+ ){{0,4}}(?:assessment|analysis|EIA|EqIA|DPIA|"
    rf"HIA|IIA|appraisal)\b(?=[^.;]{{0,40}}\b(?:is|are|will|can)\b)|"
    rf"\b(?:assessment|analysis|EIA|EqIA|DPIA|HIA|IIA|appraisal)\b[^.;]{{0,40}}\b(?:is|remains)"
    rf" (?:still )?(?:an? |in )?{_UNREADY}\b",
    re.IGNORECASE,
)
_TO_COME = Expression(
    r"\b(?:assessment|analysis|EIA|EqIA|DPIA|HIA|IIA|appraisal)\b[^.;]{0,90}?\b(?:will|is to|has "
    r"to|"
    r"must|is still to|needs? to)\s(?:then |also |still |now )?be (?:[\w]+ and )?(?:updated|"
    r"completed|"
    r"revised|finalised|finished|redone|rewritten|made final|extended|brought up to date|published "
    r"in (?:its )?final)\b",
    re.IGNORECASE,
)
_AT_A_TIME = Expression(
    r"\b(?:when|once|after|following|before|by|in (?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|the (?:spring|summer|autumn|winter|new year))|"
    r"final form|finalised|completed|finished|for the (?:decision|meeting))\b",
    re.IGNORECASE,
)
_PAST_OR_ROUTINE = Expression(
    r"\b(?:an?|any|full|further|new) (?:(?:equality|impact|full|integrated|detailed) )*(?:EIA|EqIA|"
    r"DPIA|assessment|analysis|appraisal)\b|\b(?:specific|individual) (?:proposals|schemes|"
    r"projects)|"
    r"\b(?:annual\w*|each year|every|regular\w*|if|should|whenever|as necessary|as required|"
    r"was|were|had|earlier|previous\w*|other|separate|kept under review|each of the)\b",
    re.IGNORECASE,
)
_KINDS = tuple(
    Expression(kind, re.IGNORECASE)
    for kind in (
        r"\bequalit|\bEIA\b|\bEqIA\b|integrated|\bIIA\b",
        r"privacy|data protection|DPIA",
        r"health|\bHIA\b",
        r"environment|sustainab|habitat|carbon|climate",
        r"\brisk\b|transport|flood|heritage|needs",
    )
)
_FIELD = 160
_NEXT = 2


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    passage: Passage
    kinds: frozenset[int]


def an_assessment_is_final_in_all_places(report: Report) -> Iterator[TextFinding]:
    """“Stage: final”, and “the assessment will be updated and published in its final form”."""
    final, still = _read(report)
    if not final or not still:
        return
    told = {found.place for found in a_stage_of_a_final_assessment_is_not_open(report)}
    if any(said.passage.place in told for said in (*final, *still)):
        return
    for one in final:
        other = next(
            (
                said
                for said in still
                if said.text != one.text
                and (said.kinds & one.kinds or not said.kinds or not one.kinds)
            ),
            None,
        )
        if other is not None:
            yield TextFinding(
                place=one.passage.place,
                quote=one.text,
                message=f"The assessment is called final here (“{shortened(one.text, 90)}”), and "
                f"({other.passage.place}) is still to be completed: "
                f"“{shortened(other.text, 120)}”.",
                confidence=Confidence.MEDIUM,
                cure="Complete it, or call it a draft.",
            )
            return


def _read(report: Report) -> tuple[list[_Said], list[_Said]]:
    final: list[_Said] = []
    still: list[_Said] = []
    form = ""  # the heading of the assessment itself
    row: tuple[int, str] = (-1, "")
    status_alone: tuple[str, Passage] | None = None  # it stands over the name of the form
    for passage in passages(report):
        if passage.heading or len(passage.text) < _FIELD:
            if _NAMES_ONE.search(passage.text) and not passage.cell:
                form = passage.text
                if status_alone is not None and passage.order - status_alone[1].order <= _NEXT:
                    final.append(_said(*status_alone, form))
                status_alone = None
            elif passage.heading:
                form = form if _NAMES_ONE.search(passage.place.section) else ""
        # a field and its value in two cells are read as one
        text = f"{row[1]}: {passage.text}" if passage.cell and row[0] == passage.order else ""
        row = (passage.order, passage.text if len(passage.text) < _FIELD else "")
        named = bool(_NAMES_ONE.search(passage.text))
        if not named and not passage.has("final", "complete"):
            continue
        if named and (passage.heading or len(passage.text) < _FIELD):
            match = _TITLED_DRAFT.search(passage.text)
            if match is not None:
                still.append(_said(passage.text, passage, ""))
                continue
        for sentence in (*sentences(passage.text), *((text,) if text else ())):
            status = _STATUS.search(sentence) if len(sentence) < _FIELD else None
            if status is not None and (named or form or _NAMES_ONE.search(passage.place.section)):
                final.append(_said(sentence, passage, form))
                continue
            if status is not None:
                status_alone = (sentence, passage)
            if not named:
                continue
            # “Final assessment published” in a table of dates is a stage, and no claim
            called = None if passage.cell or "|" in sentence else CALLED_FINAL.search(sentence)
            if called is not None and not NOT_FINAL.search(sentence[: called.end()]):
                final.append(_said(sentence, passage, form))
                continue
            if _PAST_OR_ROUTINE.search(sentence):
                continue
            if _IS_DRAFT.search(sentence) or (
                _TO_COME.search(sentence) and _AT_A_TIME.search(sentence)
            ):
                still.append(_said(sentence, passage, ""))
    return final, still


def _said(text: str, passage: Passage, form: str) -> _Said:
    near = f"{text} {form}" if form else text
    kinds = frozenset(n for n, kind in enumerate(_KINDS) if kind.search(near))
    return _Said(" ".join(text.split()), passage, kinds)


RULES: tuple[Rule, ...] = (an_assessment_is_final_in_all_places,)
