"""Made and checked: who made a thing, and who checked it, in fields and in sentences.

“Report author: J. Hart … Legal clearance: J. Hart”; “the screening was carried out by the Head of
Ferries; the check, by a second officer, was made by the Head of Ferries”; “Requested by: Director
of Piers … Approved by: Director of Piers”.  The label or the verb says which of the two it is,
whatever the thing; a body that decides (a cabinet, a committee) checks nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.answers.labels_and_values import LONGEST_VALUE, PERSON, labels_and_values
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_MAKES = (
    r"authors?|originators?|prepar\w+|wrote|writ(?:ten|er)|draft\w*|compil\w+|produc(?:ed|er)|"
    r"complet\w+|carried out|undertaken|conducted|request\w*|propos\w+|screen\w*|rais\w+|ordered|"
    r"submitted|drawn up|put together|put forward|filled in|asked for|sought|applied for|claimed|"
    r"claimant|buyer|estimated|calculated|designed|assessed"
)
_CHECKS = (
    r"clear\w*|approv\w+|authoris\w+|sign(?:ed)?[ -]?off|review\w*|check\w*|verif\w+|assur\w+|"
    r"validat\w+|passed for payment|granted|countersign\w*|moderat\w+|audit\w*|certif\w+|"
    r"scrutin\w+|second (?:officer|"
    r"signatory|"
    r"signature)|responsible head of service"
)
_MADE_LABEL = Expression(
    rf"^\W*(?:(?:name of )?(?:the )?(?:report|document|lead|form|paper|eia|estimate) )*"
    rf"(?:(?:officer|person|manager)s? )?(?:{_MAKES})\b"
    r"|^\W*(?:contact|responsible|requesting|reporting) officer\b"
    rf"|\b(?:{_MAKES}) by\W*$|^\W*[A-Z][a-z]+(?: \w+){{0,3}} by\W*$",
    re.IGNORECASE,
)
_CHECK_LABEL = Expression(rf"\b(?:{_CHECKS})\b", re.IGNORECASE)
_NO_LABEL = Expression(
    r"\b(?:date|required|needed|status|cost|value|comments?|deadline|by when|version|scope|"
    r"outcome|result|number|requirements?|subject to|purpose|reason|reference)\b",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?:Assistant|Deputy|Interim|Acting|Corporate|Executive|Strategic|Group|Service|Senior|"
    r"Principal) )*(?:(?:[A-Z][a-z]+ ){0,3}(?:Head|Director|Manager|Officer|Lead|Accountant|"
    r"Solicitor|Auditor|Clerk|Treasurer|Engineer|Surveyor|Planner|Chief Executive))"
    r"(?: (?:of|for) [A-Z][\w’&,-]*(?:,? (?:and |& |of )?[A-Z][\w’&-]*){0,4})?"
)
_WHO = Expression(rf"(?:{_OFFICE}|{PERSON})")
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
    rf"(?P<who>(?-i:{_OFFICE}|{PERSON}))",
    re.IGNORECASE,
)
_DID = Expression(
    rf"(?P<who>(?-i:{_OFFICE}|{PERSON}))(?:,[^,.;]{{3,50}},)?\s(?:(?:has|have|had|then|also|"
    rf"subsequently|later|herself|himself|personally)\s)*(?P<verb>wrote|written|drafted|prepared|"
    rf"compiled|produced|requested|proposed|completed|calculated|carried out|checked|reviewed|"
    rf"cleared|verified|confirmed|approved|assured|validated|certified|audited|authorised|"
    rf"countersigned|signed (?:it |them )?off|(?:is|was) (?:content|satisfied))\b",
    re.IGNORECASE,
)
_SHORTLY = Expression(
    rf"(?:^(?:[A-Z][\w-]+ (?:[\w-]+ ){{0,4}})?|(?<=[.;]\s)|\b(?:and|"
    rf"then)\s)(?P<verb>(?i:{_MAKES}|{_CHECKS})) by\s(?:the\s)?"
    rf"(?P<who>{_OFFICE}|{PERSON})"
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


_TITLE = Expression(r"^(?:Mrs?|Ms|Miss|Dr)\.?\s(?=[A-Z][\w.’'-]*\s[A-Z])")
_IS_PERSON = Expression(rf"^{PERSON}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What somebody did: made a thing, or checked it."""

    who: str
    is_check: bool
    words: str
    place: Place

    @property
    def key(self) -> str:
        """The name in small letters; of a person the initial and the surname, however written."""
        plain = _TITLE.sub("", self.who)
        if _IS_PERSON.match(plain):
            words = plain.replace(".", ". ").split()
            return f"{words[0][0]} {words[-1]}".casefold()
        return re.sub(r"[^a-z ]", "", self.who.casefold())


def what_one_made_another_checks(report: Report) -> Iterator[TextFinding]:
    """Nobody is named both as the one who made a thing and as the one who checked it."""
    fields = list(_in_fields(report))
    told = list(_both(fields))
    for made, check in told or _in_sentences(report, fields):
        yield _finding(made, check)


def _both(steps: list[_Step]) -> Iterator[tuple[_Step, _Step]]:
    """The first that made and the first that checked, of each who did both."""
    made = {step.key: step for step in reversed(steps) if not step.is_check}
    seen = set()
    for step in steps:
        maker = made.get(step.key) if step.is_check else None
        if maker is not None and step.key not in seen and _may_be_one(maker.who, step.who):
            seen.add(step.key)
            yield maker, step


def _may_be_one(one: str, other: str) -> bool:
    """“Moira Tully” and “M. Tully”, but neither “Iris” and “Ivan” nor a man and a woman."""
    first, second = (_TITLE.sub("", who).split()[0].strip(".") for who in (one, other))
    return first == second or min(len(first), len(second)) == 1


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
    for label, value, place in labels_and_values(report):
        if _NO_LABEL.search(label) or len(label) > 70 or len(value) > LONGEST_VALUE:
            continue
        is_check = bool(_CHECK_LABEL.search(label))
        if is_check and _BOTH.match(label):
            yield _Step(who=_named(value) or "", is_check=False, words=label, place=place)
        if not is_check and not _MADE_LABEL.search(label):
            continue
        name = _named(value)
        if name:
            words = f"{label.strip(' :')}: {name}"
            yield _Step(who=name, is_check=is_check, words=words, place=place)


_BOTH = Expression(
    r"^\W*(?:author|prepared|written|drafted|completed)\b[\w ,/&]*\b(?:review|approv|check|clear|"
    r"sign)\w*"
    r"[\w ,/&]*$",
    re.IGNORECASE,
)
"""“Author, reviewer and approver: T. Boon”."""
_YES = Expression(r"^\W*(?:yes|no)\b[\s,:–-]*", re.IGNORECASE)


_SIGNED = Expression(rf"\s[–—-]\s(?={PERSON}(?:,|\W*$))")
"""“Satisfied that the grounds are made out – M. Tully, Head of Piers”."""


def _named(value: str) -> str:
    """The person or, where none is named, the office with which a value begins."""
    plain = _YES.sub("", value.strip())
    signed = _SIGNED.search(plain)
    match = _WHO.match(plain[signed.end() :] if signed else plain)
    if match is None or _BODY.search(match[0]) or _NO_NAME.match(match[0]):
        return ""
    return match[0].strip(" ,")


# --- sentences ------------------------------------------------------------------------------------


def _in_sentences(report: Report, fields: list[_Step]) -> Iterator[tuple[_Step, _Step]]:
    """Steps told in one paragraph; who wrote the report itself may check it in another.

    Steps told in fields of that paragraph, or straight after it, go with them.
    """
    authors: list[_Step] = []
    for passage in passages(report):
        if passage.heading or not passage.has(*_HINTS):
            continue
        told = sorted(_told(passage.text, passage.place), key=lambda found: found[0])
        steps = [step for _, step in told]
        if steps:
            steps += [field for field in fields if _is_near(field.place, passage.place)]
        yield from _both([*authors, *steps])
        authors += [step for step in steps if not step.is_check and _REPORT.search(step.words)]


def _is_near(one: Place, other: Place) -> bool:
    return abs((one.line or 0) - (other.line or 0)) <= _NEAR


_NEAR = 3
_REPORT = Expression(r"\b[Tt]h(?:is|e) (?:report|paper)\b")
_HINTS = (
    *("check", "review", "clear", "approv", "assur", "verif", "sign", "valid", "certif", "audit"),
    *("grant", "passed"),
    *("authoris", "content", "satisfied", "prepared", "written", "drafted", "produced"),
)


_NAMED_AFTER = Expression(rf"(?:\s\([^()]{{3,40}}\))?,\s(?P<who>{PERSON})(?![\w’'-]| (?:and|&) )")
"""“By the Assistant Director (Piers), Moira Tully”: the person is told after the office."""


def _told(text: str, place: Place) -> Iterator[tuple[int, _Step]]:
    for match in (*_MADE_BY.finditer(text), *_DID.finditer(text), *_SHORTLY.finditer(text)):
        named = _NAMED_AFTER.match(text, match.end("who"))
        who = named["who"] if named else match["who"].strip(" ,").removeprefix("The ")
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
