"""Assessments called final by one clause, and a stage of theirs left open by another.

The first clause has an assessment for its subject and calls it final; the second names a stage
(screening, consultation, a part, the sign-off) and says that it is still to come.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.answers.assessments import (
    a_final_assessment_is_complete,
    an_assessment_called_final_has_nothing_to_do,
)
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import passages

_ASSESSMENT = (
    r"(?:(?:(?:equalit\w+|impact|integrated|environmental|privacy|data protection|health|risk|full|"
    r"habitats|regulations|heritage|transport|flood|strategic|wellbeing|human|rights|safety|needs|"
    r"community|climate|rural) )*(?:impact )?(?:assessment|EIA|EqIA|DPIA|HIA|IIA)\b|"
    r"(?:equality|impact) analysis\b|"
    r"(?:sustainability |options? |environmental |integrated )?appraisal\b|impact statement\b)"
)
_DONE = (
    r"(?:final|finalised|finished|complete|completed|concluded|signed off|approved as final|"
    r"published)"
)
CALLED_FINAL = Expression(
    rf"\b{_ASSESSMENT}(?: \([^()]{{2,40}}\))?,?(?: (?!will|not|if|once|when|until|cannot|be\b)"
    rf"[\w’'-]+){{0,2}}? (?:is|was|has been|had been|being|as),?"
    rf"(?: (?:now|fully|already|itself|described as|regarded as|called|substantially|however|"
    rf"nevertheless|though|still),?)* "
    rf"(?:(?:the )?final (?:one|version)|{_DONE})\b"
    r"(?! (?:by|when|once|until|if|only|after|for \d))|"
    rf"\b(?:the|this|a|an|our|its) (?:final|completed|finalised|concluded|finished) {_ASSESSMENT}"
    r"(?! (?:will be (?!updated|amended|revisited)|would|is to|can|cannot|should|when|once))|"
    rf"\bfinal version of (?:the|this) {_ASSESSMENT}|"
    rf"^\W*(?:final|completed) {_ASSESSMENT}|"
    rf"\b{_ASSESSMENT}(?: status)?\s*(?:[:–|-]\s*|\()(?:final|complete[d]?|finalised|finished|"
    rf"signed off|"
    r"concluded)\b|"
    rf"\bdescribed as (?:final|complete), (?:the|this) {_ASSESSMENT}|"
    rf"\b(?:regards?|treats?|described?|see) (?:the|this) {_ASSESSMENT} as (?:final|complete)",
    re.IGNORECASE,
)
NOT_FINAL = Expression(
    r"\b(?:not yet|will be|would be|to be|once|when|until|if|draft|initial|no|first|interim|"
    r"previous|each|every|care|needs)\b[^.;,]*$",
    re.IGNORECASE,
)
_STAGE = (
    r"(?:(?:initial )?screening|consultation|engagement|evidence(?: gathering| stage)?|"
    r"(?:stage|part|section|step)s?(?: (?:\d{1,2}|[A-Z]|one|two|three|four|five))?"
    r"(?:(?:,| and| to) (?:\d{1,2}|[A-Z]\b))*|data(?: section)?|mitigations?|"
    r"action plan|sign-?off|approval|interviews?|workshops?|focus groups?|surveys?|test|"
    r"monitoring(?: section)?|full assessment|"
    r"(?:risk|mitigation|equality|conclusion) section|conclusions?|(?:stakeholder )?views)"
)
_OPEN = (
    r"(?:(?:still|yet) to (?:be|come)|still (?:has|have|had)? ?to be|"
    r"(?:has|have|had) (?:still|yet) to|not yet|outstanding|"
    r"(?:remains?|is|are) to (?:be )?(?:completed?|done|added|written|undertaken|follow|come|held|"
    r"carried out|filled in|agreed)|to be (?:completed|done|added|written|undertaken|carried out|"
    r"confirmed|determined)|awaited|TBC|to follow|will follow|under way|underway|in progress|"
    r"pending|(?:been )?left (?:blank|empty|to (?:do|complete))|"
    r"(?:has|have) not (?:yet )?been|not (?:started|begun|done|complete)|incomplete|unfinished|"
    r"still being [a-z]+|being (?:gathered|collected|collated|sought)|"
    r"closes (?:in|on)|has yet|(?:is|are) expected (?:in|by)|remains? open|blank)\b"
)
_TO_COME = Expression(
    rf"\b(?P<stage>{_STAGE})(?P<gap>\b(?:(?!\b(?:complete[d]? and|"
    rf"done and)\b)[^.;]){{0,60}}?)\b{_OPEN}|"
    rf"\b(?:awaits?|awaiting|awaited|pending|waiting for|subject to|save for|except for|apart from|"
    rf"without|completion of|once)(?: (?:the|its|completion|of|results|outcome|an?|further|"
    rf"full|final|whose)){{0,4}} (?:(?P<late>{_STAGE})|[\w-]+ (?P<later>{_STAGE}))\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = Expression(
    r"^\s(?:on|of|for|about|over) (?:the|a|an|this|our|new|its) (?!assessment|EIA|EqIA|protected|"
    r"impacts?|equalit)",
    re.IGNORECASE,
)
_NONE_OPEN = Expression(
    r"\b(?:no|none|nothing|neither|every|all)\b(?! stages? (?:has|have) not)|^\W*for the\b|"
    r"\b(?:actions?|recommendations) (?:in|of|from)\b|(?<!completed )(?<!done )(?<!written )"
    r"\b(?:after|following)\b|\bpossible\b|"
    r"\bannual",
    re.IGNORECASE,
)
_YET = Expression(
    r"\b(?:(?:has|have) yet to|(?:is|are|has|have|remains?) (?:still |yet )?to be \w+|still to \w+|"
    r"not yet|(?:has|have) not (?:yet )?(?:been|come|replied|answered|responded|reported)|"
    r"what (?:is left|remains)|left to do|(?:has|have) until|is blank|are blank|"
    r"(?:starts?|begins?|opens?|closes?|ends?) (?:next|in|on|later)|will (?:then )?be "
    r"(?:fed|written|added|put|worked|folded|taken) (?:in|into|up)\b)",
    re.IGNORECASE,
)
_OF_ASSESSING = Expression(
    r"\b(?:views?|consult\w*|engag\w+|evidence|surveys?|sections?|parts?|stages?|steps?|forums?|"
    r"focus groups?|interview\w*|mitigat\w+|screening|answers?|tests?|asked|gather\w*|heard|"
    r"workshops?|findings|groups?|characteristics?|baseline|sampl\w+)\b",
    re.IGNORECASE,
)
"""What an assessment is made of; a policy that has yet to be adopted is not."""


def a_stage_of_a_final_assessment_is_not_open(report: Report) -> Iterator[TextFinding]:
    """“The equality impact assessment is final; screening has still to be done.”"""
    told = {
        finding.place
        for rule in (a_final_assessment_is_complete, an_assessment_called_final_has_nothing_to_do)
        for finding in rule(report)
    }
    found = [(text, place, _final_and_open(text)) for text, place in _lines(report)]
    for text, place, both in (*found, *_forms(report)):
        if place in told or both is None:
            continue
        told.add(place)
        called, still = both
        yield TextFinding(
            place=place,
            quote=text,
            message=f"The assessment is called final or complete (“{shortened(called, 90)}”), and "
            f"of it is said: “{shortened(still, 110)}”.",
            confidence=Confidence.MEDIUM,
            cure="Complete it, or call it a draft.",
        )


def _lines(report: Report) -> Iterator[tuple[str, Place]]:
    for passage in passages(report):
        if passage.has("assessment", "analysis", "eia", "eqia", "dpia", "hia", "iia"):
            yield passage.text[:1_500], passage.place
    for grid in report.grids:
        for row, cells in enumerate(grid.rows):
            words = [cell.strip() for cell in cells if cell.strip()]
            if 2 <= len(words) <= 4 and re.search(rf"{_ASSESSMENT}$", words[0], re.I):
                yield " | ".join(words), grid.cell_place(row, 0)


def _final_and_open(text: str) -> tuple[str, str] | None:
    for final in CALLED_FINAL.finditer(text):
        since = max(text.rfind(". ", 0, final.start()), text.rfind("; ", 0, final.start())) + 1
        if NOT_FINAL.search(text[since : final.start()]) or NOT_FINAL.search(final[0]):
            continue
        end_of_next = final.end()
        for _ in range(2):
            stop = re.compile(r"\.\s|$").search(text, end_of_next)
            end_of_next = stop.end() if stop else len(text)
        before = max(0, text.rfind(". ", 0, max(0, since - 2)) + 1)
        for part in (text[final.end() : end_of_next], text[before : final.start()]):
            still = _left_open(part)
            if still:
                return final[0], still
    return None


def _left_open(part: str) -> str:
    for clause in re.split(r"\.\s|;\s", part):
        match = _TO_COME.search(clause)
        if _NONE_OPEN.search(clause):
            continue
        if match is None:
            if _YET.search(clause) and any(
                not _OF_SOMETHING_ELSE.match(clause[of.end() :])
                for of in _OF_ASSESSING.finditer(clause)
            ):
                return clause.strip(" ,()")
            continue
        stage = match["stage"] or match["late"] or match["later"]
        after = clause[clause.find(stage, match.start()) + len(stage) :]
        if _OF_SOMETHING_ELSE.match(after) and not re.match("section|part|views", stage, re.I):
            continue
        return clause.strip(" ,()")
    return ""


# --- a form: the status in one line, the stages in the next ---------------------------------------

_STATUS = Expression(
    rf"^\W*(?:(?:{_ASSESSMENT}|document|form|assessment)(?: (?:status|version|stage))?|status|"
    rf"version)\W+(?:final|complete[d]?|concluded|finished|signed off)(?:(?:\s[–-]|,|;)? (?:no|"
    rf"with no|and no) "
    rf"(?:further|"
    rf"more|other) \w+(?: \w+){{0,3}})?\W*$|^\W*final {_ASSESSMENT}(?: form)?\W*$",
    re.IGNORECASE,
)
_STAGE_LINE = Expression(
    rf"^\W*(?:\d[.)]?\s)?{_STAGE}(?:[\w ]{{0,30}})?(?:\s*[:|–-]\s*[\w ]{{0,40}}?)?[:|–-]\s*"
    r"(?:not (?:started|begun|done|complete|yet \w+)|outstanding|to be (?:completed|added|done|"
    r"confirmed|written)|in progress|to follow|awaited|incomplete|pending|TBC|under way)\W*$",
    re.IGNORECASE,
)
_NEAR = 10
_STEPS_TO_COME = Expression(
    r"^\W*(?:next|remaining|outstanding|further|future) (?:steps?|stages?|actions?|work|tasks?)\W+"
    r"(?=.*\b(?:engag\w+|consult\w+|analys\w+|gather\w+|evidence|data|views|updat\w+|redo\w*|"
    r"complet\w+|screening|mitigat\w+|amend\w*|rewrit\w+|ask|section|breakdown)\b)|"
    r"^\W*(?:still )?to (?:do|be done|be completed|come)\W+\w|"
    r"^\W*(?:actions?|work|tasks?)\b.*\b(?:amend|redo|rewrite|update|complete|finish|fill in) "
    r"(?:\w+ )?"
    r"(?:\w+ )?(?:assessment|analysis|section|part|stage|form|screening|EIA|EqIA|DPIA)\b",
    re.IGNORECASE,
)
"""“Next steps: engagement with carers, analysis of the findings, update of this assessment.”"""


def _forms(report: Report) -> Iterator[tuple[str, Place, tuple[str, str]]]:
    """The line that calls an assessment final, with the first line of an open stage below it."""
    about = re.compile(r"assessment|EIA|EqIA|DPIA", re.I)
    status: tuple[str, Place, int] | None = None
    named = False
    for order, block in enumerate(report.blocks):
        if isinstance(block, Image):
            continue
        for text, place in _rows(block):
            named = named or (bool(about.search(text)) and len(text.split()) < 14)
            if _STATUS.match(text):
                status = (text, place, order)
            elif status and order - status[2] <= _NEAR and _is_open(text):
                if named or about.search(status[0]):
                    yield f"{status[0]} … {text}", status[1], (status[0], text)
                status = None


def _is_open(text: str) -> bool:
    return bool(_STAGE_LINE.match(text) or _STEPS_TO_COME.match(text))


_RUN_ON = Expression(
    r"(?<=\w)\.?\s(?=(?:(?:Next|Remaining|Outstanding|Further) (?:steps|stages|actions|work|tasks)|"
    r"Still to do|To do|Actions):)"
)
"""Where plain text runs the next field on."""


def _rows(block: Heading | Prose | Grid) -> Iterator[tuple[str, Place]]:
    if isinstance(block, Grid):
        for row, cells in enumerate(block.rows):
            yield " | ".join(cell for cell in cells if cell.strip()), block.cell_place(row, 0)
    else:
        for part in _RUN_ON.split(block.text):
            yield part, block.place


RULES: tuple[Rule, ...] = (a_stage_of_a_final_assessment_is_not_open,)
