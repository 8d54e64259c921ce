"""Made and checked: who made a thing, and who checked it, in fields and in sentences.

“Report author: J. Hart … Legal clearance: J. Hart”; “the screening was carried out by the Head of
Ferries; the check, by a second officer, was made by the Head of Ferries”; “Requested by: Director
of
Piers … Approved by: Director of Piers”.  The label or the verb says which of the two it is,
whatever
the thing; a body that decides (a cabinet, a committee) checks nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_MAKES = (
    r"authors?|originators?|prepar\w+|wrote|writ(?:ten|er)|draft\w*|compil\w+|produc(?:ed|er)|"
    r"complet\w+|carried out|undertaken|conducted|request\w*|propos\w+|screen\w*|rais\w+|ordered|"
    r"submitted|drawn up|claimed|claimant|buyer|estimated|calculated|designed|assessed"
)
_CHECKS = (
    r"clear\w*|approv\w+|authoris\w+|sign(?:ed)?[ -]?off|review\w*|check\w*|verif\w+|assur\w+|"
    r"validat\w+|countersign\w*|moderat\w+|audit\w*|certif\w+|scrutin\w+|second (?:officer|"
    r"signatory|"
    r"signature)|responsible head of service"
)
_MADE_LABEL = Expression(
    rf"^\W*(?:(?:name of )?(?:the )?(?:report|document|lead|form|paper|eia|estimate) )*"
    rf"(?:(?:officer|person|manager)s? )?(?:{_MAKES})\b"
    r"|^\W*(?:contact|responsible|requesting|reporting) officer\b"
    rf"|\b(?:{_MAKES}) by\W*$",
    re.IGNORECASE,
)
_CHECK_LABEL = Expression(rf"\b(?:{_CHECKS})\b", re.IGNORECASE)
_NO_LABEL = Expression(
    r"\b(?:date|required|needed|status|cost|value|comments?|deadline|by when|version|scope|"
    r"outcome|result|number|requirements?|subject to|purpose|reason|reference)\b",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:(?:Mrs?|Ms|Miss|Dr)\.?\s[A-Z][A-Za-z’'-]+|"
    r"(?:[A-Z][a-z’'-]+|[A-Z]\.)(?:\s(?:[A-Z]\.\s?)?[A-Z][A-Za-z’'-]+){1,2})"
)
_OFFICE = (
    r"(?:(?:Assistant|Deputy|Interim|Acting|Corporate|Executive|Strategic|Group|Service|Senior|"
    r"Principal) )*(?:(?:[A-Z][a-z]+ ){0,3}(?:Head|Director|Manager|Officer|Lead|Accountant|"
    r"Solicitor|Auditor|Clerk|Treasurer|Engineer|Surveyor|Planner|Chief Executive))"
    r"(?: (?:of|for) [A-Z][\w’&,-]*(?:,? (?:and |& |of )?[A-Z][\w’&-]*){0,4})?"
)
_WHO = Expression(rf"(?:{_OFFICE}|{_PERSON})")
_BODY = Expression(
    r"\b(?:Cabinet|Council|Committee|Panel|Board|Members|(?<!Chief )Executive|Group|Forum|Team|"
    r"Ltd|LLP|"
    r"Government|Department|Office)$"
)
_NO_NAME = Expression(r"^(?:Not|None|Yes|No|To|See|The|This|All|Date|Appendix|Section|TBC)\b")
_MADE_BY = Expression(
    rf"(?P<what>[^.;]{{0,90}}?)\b(?:was|were|is|are|been|be|being|and|"
    rf"then)\s(?:\w+\s)?(?P<verb>{_MAKES}|"
    rf"{_CHECKS}|made|done|given|provided|performed)(?: "
    rf"off)?\b(?:(?!\bby\b)[^.;]){{0,40}}?\sby\s(?:the\s)?"
    rf"(?P<who>(?-i:{_OFFICE}|{_PERSON}))",
    re.IGNORECASE,
)
_DID = Expression(
    rf"(?P<who>(?-i:{_OFFICE}|{_PERSON}))(?:,[^,.;]{{3,50}},)?\s(?:(?:has|have|had|then|also|"
    rf"subsequently|later|herself|himself|personally)\s)*(?P<verb>wrote|written|drafted|prepared|"
    rf"compiled|produced|requested|proposed|completed|calculated|carried out|checked|reviewed|"
    rf"cleared|verified|confirmed|approved|assured|validated|certified|audited|authorised|"
    rf"countersigned|signed (?:it |them )?off|(?:is|was) (?:content|satisfied))\b",
    re.IGNORECASE,
)
_SHORTLY = Expression(
    rf"(?:^|(?<=[.;]\s)|\b(?:and|then)\s)(?P<verb>(?i:{_MAKES}|{_CHECKS})) by\s(?:the\s)?"
    rf"(?P<who>{_OFFICE}|{_PERSON})"
)
"""“Drafted by the Harbour Master.  Checked by the Harbour Master.”"""
_OF_CHECKING = Expression(
    rf"\b(?:(?:quality |independent |peer |second )*(?:assurance|checks?|checking|reviews?|"
    rf"clearance|approval|audits?|verification|validation|scrutiny|sign-?off|second \w+)|"
    rf"{_CHECKS})\b",
    re.IGNORECASE,
)
_IS_A_CHECK = Expression(rf"^(?:{_CHECKS}|confirmed|(?:is|was) (?:content|satisfied))", re.I)
_NOT_SO = Expression(
    r"\b(?:not|never|no|nobody|cannot|another|other than|rather than|must|should|would|if|unless|"
    r"before|subject to|together with|jointly|and (?:Cllr|Councillor)|previous(?:ly)?|last year)\b",
    re.IGNORECASE,
)
_CURE = "Have it checked by somebody who did not make it, and name them."
_LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What somebody did: made a thing, or checked it."""

    who: str
    is_check: bool
    words: str
    place: Place

    @property
    def key(self) -> str:
        return re.sub(r"[^a-z ]", "", self.who.casefold())


def what_one_made_another_checks(report: Report) -> Iterator[TextFinding]:
    """Nobody is named both as the one who made a thing and as the one who checked it."""
    told = False
    for made, check in _both(list(_in_fields(report))):
        told = True
        yield _finding(made, check)
    if told:
        return
    for made, check in _in_sentences(report):
        yield _finding(made, check)


def _both(steps: list[_Step]) -> Iterator[tuple[_Step, _Step]]:
    """The first that made and the first that checked, of each who did both."""
    made = {step.key: step for step in reversed(steps) if not step.is_check}
    seen = set()
    for step in steps:
        if step.is_check and step.key in made and step.key not in seen:
            seen.add(step.key)
            yield made[step.key], step


def _finding(made: _Step, check: _Step) -> TextFinding:
    return TextFinding(
        place=check.place,
        quote=check.words,
        message=f"{check.who} is also the one who made it (“{made.words}”, {made.place}): the work "
        "is cleared by whoever did it.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


# --- fields ---------------------------------------------------------------------------------------


def _in_fields(report: Report) -> Iterator[_Step]:
    for label, value, place in _fields(report):
        if _NO_LABEL.search(label) or len(label) > 70 or len(value) > _LONGEST_VALUE:
            continue
        is_check = bool(_CHECK_LABEL.search(label))
        if not is_check and not _MADE_LABEL.search(label):
            continue
        name = _named(value)
        if name:
            words = f"{label.strip(' :')}: {name}"
            yield _Step(who=name, is_check=is_check, words=words, place=place)


_YES = Expression(r"^\W*(?:yes|no)\b[\s,:–-]*", re.IGNORECASE)


def _named(value: str) -> str:
    """The person or, where none is named, the office with which a value begins."""
    plain = _YES.sub("", value.strip())
    match = _WHO.match(plain)
    if match is None or _BODY.search(match[0]) or _NO_NAME.match(match[0]):
        return ""
    return match[0].strip(" ,")


_LINE_FIELD = Expression(
    r"(?:^|(?<=[.;]\s))(?P<label>[A-Z][^:.;]{2,70}):\s+"
    r"(?P<value>(?:[A-Z]\.\s?)?[^:.;]{3,80}?)(?=[.;]|,\s|$)"
)


def _fields(report: Report) -> Iterator[tuple[str, str, Place]]:
    """Labels with what stands beside, under or after them: in lines, in rows, in columns."""
    for block in report.blocks:
        if isinstance(block, Grid):
            yield from _cells(block)
        elif isinstance(block, Prose | Heading):
            for match in _LINE_FIELD.finditer(block.text):
                yield match["label"], match["value"], block.place
            if _CONSULTED.match(block.text):
                for part in _PARTS.finditer(block.text):
                    yield f"{part['label']} clearance", part["who"], block.place
            run_on = _RUN_ON.match(block.text)
            if run_on is not None:
                yield run_on["label"], run_on["who"], block.place
    for one, other in pairwise(report.blocks):
        if isinstance(one, Prose | Heading) and isinstance(other, Prose | Heading):
            label = one.text.split("(")[0].strip(" :")
            if _IS_LABEL.search(label) and len(other.text) <= _LONGEST_VALUE:
                yield label, other.text, other.place


def _cells(grid: Grid) -> Iterator[tuple[str, str, Place]]:
    for row, cells in enumerate(grid.rows):
        for column, (label, beside) in enumerate(pairwise(cells)):
            yield label, beside, grid.cell_place(row, column + 1)
        if len(cells) == 2:  # a name, and what they did with it
            yield cells[1], cells[0], grid.cell_place(row, 0)
    for row, cells in enumerate(grid.rows[1:3], start=1):
        for column, cell in enumerate(cells[: len(grid.rows[0])]):
            yield grid.rows[0][column], cell, grid.cell_place(row, column)


_CONSULTED = Expression(r"^\W*(?:officers )?(?:consulted|cleared with|clearance)\b", re.IGNORECASE)
_PARTS = Expression(
    rf"\b(?P<label>Legal|Finance|Equalities|Procurement)\s*[–-]\s*(?P<who>{_PERSON})"
)
"""“Consulted: Legal – F. Hull; Finance – F. Hull”."""
_RUN_ON = Expression(rf"^(?P<label>Responsible (?:Officer|Head of Service)) (?P<who>{_PERSON})$")
"""A label and a name without a colon, as a form comes out of its database."""
_IS_LABEL = Expression(
    r"^(?:[A-Z]\w+ ){0,3}(?:[Aa]uthor|[Oo]fficer|\w+ by|[Cc]learance|[Ss]ign-?off)$"
)


# --- sentences ------------------------------------------------------------------------------------


def _in_sentences(report: Report) -> Iterator[tuple[_Step, _Step]]:
    """Steps told in one paragraph; who wrote the report itself may check it in another."""
    authors: list[_Step] = []
    for passage in passages(report):
        if passage.heading or not passage.has(*_HINTS):
            continue
        told = sorted(_told(passage.text, passage.place), key=lambda found: found[0])
        steps = [step for _, step in told]
        yield from _both([*authors, *steps])
        authors += [step for step in steps if not step.is_check and _REPORT.search(step.words)]


_REPORT = Expression(r"\b[Tt]h(?:is|e) (?:report|paper)\b")
_HINTS = (
    *("check", "review", "clear", "approv", "assur", "verif", "sign", "valid", "certif", "audit"),
    *("authoris", "content", "satisfied", "prepared", "written", "drafted", "produced"),
)


def _told(text: str, place: Place) -> Iterator[tuple[int, _Step]]:
    for match in (*_MADE_BY.finditer(text), *_DID.finditer(text), *_SHORTLY.finditer(text)):
        who = match["who"].strip(" ,").removeprefix("The ")
        if _BODY.search(who) or _NO_NAME.match(who) or _NOT_SO.search(_clause(text, match)):
            continue
        what = match.groupdict().get("what") or ""
        is_check = bool(_IS_A_CHECK.match(match["verb"]) or _OF_CHECKING.search(what[-60:]))
        words = around(text, match.start("verb"), match.end("who"), 60)
        if match.end("who") < match.start("verb"):
            words = around(text, match.start("who"), match.end("verb"), 40)
        yield match.start(), _Step(who=who, is_check=is_check, words=words, place=place)


def _clause(text: str, match: re.Match[str]) -> str:
    start = max(text.rfind(mark, 0, match.start("verb")) for mark in ".;") + 1
    return text[start : max(match.end("verb"), match.end("who"))]


RULES: tuple[Rule, ...] = (what_one_made_another_checks,)
