"""Figures that follow from the sentence before: “412 wait.  That is 206 fewer than the 418 …”.

The words tie the two sentences: “this is so many fewer than”, “taken with …, a surplus of”, “the
surplus goes to the reserve, which rises from … to”.  What a rounding or “about” may move is allowed
for.  Left alone: what rules that look at the sums alone have told.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.forms_of_relations import Forms, wrong
from moothall.proofread.figures.moves_told_next import RULES as MOVES
from moothall.proofread.figures.named_workings import (
    added,
    apart_exactly,
    less,
)
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import finding_on, mark, paragraphs

_A, _B, _T = (mark(name, "MC") for name in "abt")
_END = r"[^«»]{0,70}?\.\s"
_THAN = (
    rf"(?:(?!which|who|that\b)[^«»;.]){{0,60}}?{_T}(?=[.,;:)]|$|\s(?:were|was|had|did|met|of|in|at|"
    r"last|people|then|a year|the year|before))"
)
_FORMS: Forms = (
    (
        (" fewer ", " less ", " lower ", " below "),
        Expression(
            rf"{_A}{_END}(?:This|That|It|These|They)\s(?:is|was|are|were)\s{_B}\s(?:[a-z]+\s){{0,2}}?"
            rf"(?:fewer|less|lower|below)\s(?:than\s)?{_THAN}",
            re.IGNORECASE,
        ),
        added,
    ),
    (
        (" more ", " higher ", " above "),
        Expression(
            rf"{_A}{_END}(?:This|That|It|These|They)\s(?:is|was|are|were)\s{_B}\s(?:[a-z]+\s){{0,2}}?"
            rf"(?:more|higher|above)\s(?:than\s)?{_THAN}",
            re.IGNORECASE,
        ),
        less,
    ),
    (
        ("aken with", "ogether with", "ombined with", "dded to"),
        Expression(
            rf"{_A}{_END}(?:Taken|Together|Combined|Added)\s(?:together\s)?(?:with|to)\s"
            rf"[^«»;.]{{0,40}}?{_B}[^«»;.]{{0,80}}?\b(?:of|is|makes?|gives?|was|comes? to)\s{_T}",
            re.IGNORECASE,
        ),
        added,
    ),
    (
        ("urplus", "nderspend", "balance", "sum"),
        Expression(
            rf"\b(?:surplus|underspend|balance|sum)\b[^«»;.]{{0,40}}?{_T}{_END}[^«»;]{{0,60}}?\b"
            r"(?:transfer|add|move|put|pay|release|take|credit)\w*\s(?:all of\s|the whole of\s)?"
            rf"(?:the\s(?:surplus|underspend|balance|sum)|this|it)\b[^«»;]{{0,90}}?\bfrom\s{_A}\sto\s{_B}",
            re.IGNORECASE,
        ),
        apart_exactly,
    ),
)
_CURE = "Correct the figure that does not follow."
_LONGEST = 500


def a_figure_follows_from_the_sentence_before(report: Report) -> Iterator[TextFinding]:
    """“412 are waiting.  That is 206 fewer than in March, when 418 were.”"""
    for paragraph in paragraphs(report):
        before = None
        for one in paragraph.sentences:
            if before is not None and one.figures and before.figures:
                text = f"{before.text} {one.text}"
                message = wrong(with_all_numbers(text), _FORMS) if len(text) < _LONGEST else None
                if message is not None:
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
            before = one


RULES: tuple[Rule, ...] = (where_nothing_is_told(a_figure_follows_from_the_sentence_before, MOVES),)
