"""Stages still open: the words by which an assessment, or a stage of it, is still to be done."""

import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around

_STILL_OPEN_WITHIN = Expression(
    r"\b(?:(?:this|the) (?:assessment|EIA|EqIA|stage|section)|(?:a|the) full "
    r"(?:EIA|EqIA|equality impact assessment|assessment))\s+"
    r"(?:is (?:still )?to be|will be|has (?:not yet|yet to)(?: been| be)?|is not yet)\s+"
    r"(?:completed|undertaken|carried out|finalised|done|produced)",
    re.IGNORECASE,
)


_A_STAGE_OPEN = Expression(
    r"\b(?:(?:stage|part|section|phase|step)\s(?:\d{1,2}|[A-Z]|one|two|three|four|five|six)\b|"
    r"the (?:second|third|fourth|fifth|final|last) (?:stage|part|section|step)\b)"
    r"[^.;]{0,70}?\b(?:(?:is|are|remains?|has|will)\s(?:still\s|yet\s)?(?:to\sbe\s|to\s|be\s)"
    r"(?:completed?|done|written|carried out|undertaken|started?|begun|finished)|"
    r"(?:has |is |are )?not (?:yet )?(?:been )?(?:begun|started|complete[d]?|done|undertaken|"
    r"carried out|commenced)|yet to (?:be|begin|start)|outstanding|incomplete|to follow|"
    r"(?:is |are )?still (?:under way|underway|in progress|open|awaited|to come))\b",
    re.IGNORECASE,
)
_OF_THE_PROJECT = Expression(
    r"\b(?:works?|construction|scheme|building|contract|programme|procurement|project|site|road)\b",
    re.IGNORECASE,
)


_FINAL_YET_OPEN = Expression(
    r"(?:\bthis (?:is|being) the final|\(final|[:;,–-] final|\bis (?:the|a) final) "
    r"(?:version|assessment|analysis|form|EIA|EqIA)\b[^.]{0,60}?\b(?:(?:still |yet )?to be "
    r"(?:completed|finished|finalised|filled in|written|signed off)|"
    r"not yet (?:complete|begun|done)|"
    r"outstanding|to follow)",
    re.IGNORECASE,
)


def final_yet_open(text: str) -> str:
    """The words of one sentence that call a thing final and still to be completed."""
    match = _FINAL_YET_OPEN.search(text)
    return match[0] if match else ""


def still_to_be_done(text: str) -> str:
    """The words by which an assessment, or a stage of it, is still to be done; empty if none."""
    match = _A_STAGE_OPEN.search(text)
    if match is not None and _OF_THE_PROJECT.search(match[0]):
        match = None
    match = match or _STILL_OPEN_WITHIN.search(text)
    return around(text, match.start(), match.end(), 20) if match else ""
