"""Own work: a report, an estimate or an assessment that its own author reviews, assures or clears.

Beside the tables of clearance (`clearances`), a text says it in a sentence: "has reviewed the
estimates which he prepared", "her own independent assurance", "prepared and approved by".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, found_once, passages
from moothall.proofread.reading.running_text import sentences

_REVIEWED = (
    r"(?:reviewed|assured|audited|cleared|signed off|verified|checked|certified|validated|approved|"
    r"scrutinised|quality[- ]assured|evaluated|moderated|reviews|assures|clears|approves|certifies|"
    r"checks|verifies|validates|will review|will audit|will approve|will evaluate)"
)
_PREPARED = (
    r"(?:prepared|wrote|written|drafted|produced|compiled|drew up|drawn up|authored|designed)"
)
_WHO = r"(?:he|she|they|it|the same (?:officer|team|person|consultants?)|the author)"
_WHICH_HE_MADE = Expression(
    rf"\b{_REVIEWED}\b(?:(?!\b(?:and|but|while)\b)[^.;,]){{0,80}}?\b(?:which\s|that\s)?{_WHO}\s"
    rf"(?:had\s|has\s|have\s|himself\s|herself\s|itself\s|also\s)*{_PREPARED}\b",
    re.IGNORECASE,
)
_OWN_ASSURANCE = Expression(
    r"\b(?:his|her|its|their|the (?:author|director|officer|team|service|department)[’']s)"
    r"\s+own\s+"
    r"(?:\w+\s)?(?:independent\s(?:\w+\s)?(?:assurance|review|audit|assessment|evaluation|"
    r"check|opinion|advice|verification|scrutiny)|peer review|external review|clearance)\b"
    r"|\bindependent(?:ly)?\b[^.;]{0,60}\bby (?:the )?"
    r"(?:author|officer who (?:wrote|prepared)|same)\b",
    re.IGNORECASE,
)
_OWN_COMPLIANCE = Expression(
    r"\b(?:assessed|reviewed|audited|checked|verified|certified|confirmed|evaluated|assured|tested|"
    r"approved|signed off|cleared|marked)\s(?:\w+\s)?(?:his|her|its|their)\s+own\s+(?:\w+\s)?"
    r"(?:compliance|work|performance|report|claims?|expenses|accounts|estimates?|assessment|"
    r"decisions?|controls?|figures|assurance|adherence|conduct|invoices?|timesheets?)\b"
    r"(?=(?:[^.;]|\.\d){0,60}\b(?:found|satisf\w+|adequate|compliant|good|effective|cleared|"
    r"approved|"
    r"no \w+|met|in order|sound)\b)",
    re.IGNORECASE,
)
_BY_ITS_AUTHOR = Expression(
    rf"\b(?:{_REVIEWED})\s(?:\w+ly\s)?by\s(?:the\s|its\s|their\s)?(?:own\s)?(?:report[’']s\s)?"
    r"(?:author|(?:report\s)?writer|officer who (?:wrote|prepared|drafted|produced)|"
    r"same (?:officer|person|team|consultants?|firm) (?:who|that|which))\b",
    re.IGNORECASE,
)
_BOTH = Expression(
    rf"\b{_PREPARED}(?:,\s\w+)?,?\sand\s(?:then\s|also\s|subsequently\s)?(?:independently\s)?"
    r"(?:reviewed|assured|audited|cleared|signed off|verified|certified|validated|approved|"
    r"quality[- ]assured)\sby\s(?:the\s)?(?P<who>(?:[\w’'-]+\s){0,5}?"
    r"(?:[A-Z][\w’'-]+|team|officer|director|manager|department|service|consultants?))\b",
)
_WHO_ALSO = Expression(
    rf"\bwho\s(?:also\s)?(?:{_PREPARED}|is the author of|is the report author)\b[^.;]{{0,60}}?,?\s"
    rf"(?:has\s|have\s|also\s|and\s)*{_REVIEWED}\b",
    re.IGNORECASE,
)
_AUDITS_OWN_COUNCIL = Expression(
    r"\b(?:Cllr\.?|Councillor)\s(?:(?:Mrs?|Ms|Miss|Dr)\.?\s)?(?:[A-Z][\w’'.-]*\s){1,3}[^.;]{0,40}?"
    r"\b(?:carried out|undertook|undertake[sn]?|conducts?|conducted|completed|performed|did|"
    r"volunteered|offered|agreed|appointed|act(?:s|ed|ing)? as|carry out|as)\b[^.;]{0,30}?"
    r"\b(?:the|an?|our|its|as) (?:\w+ )?(?i:internal audit(?:or)?)\b(?! report)|"
    r"\b(?i:internal audit(?:or)?)\b[^.;]{0,30}?\b(?:carried out|undertaken|completed|conducted|"
    r"done|"
    r"performed|is|was|would be|will be)\s(?:by\s)?(?:Cllr\.?|Councillor)\s[A-Z]",
)
"""A member who audits the council on which he sits; the words are weighed below."""
_NO_AUDIT_OF_OWN = Expression(
    r"\b(?:former|ex-|not|arrange|contact|ask(?:ed)?|find|obtain|quote|question\w*|"
    r"report(?:ed)? on|"
    r"review(?:ed)? the|raised|received|read|thank\w*|propos\w*|second\w*)\b",
    re.IGNORECASE,
)
_NOT_OWN = Expression(
    r"\b(?:not|never|cannot|another|other than|separate|different|external auditors?|peers?|"
    r"members of the public|rather than)\b",
    re.IGNORECASE,
)


@found_once
def nobody_clears_their_own_work(report: Report) -> Iterator[TextFinding]:
    """What somebody prepared is reviewed or assured by somebody else."""
    for passage in passages(report):
        if passage.heading or not passage.has(
            *(
                "own",
                "prepar",
                "wrote",
                "writ",
                "draft",
                "author",
                "produc",
                "same",
                "compil",
                "design",
            ),
        ):
            continue
        for sentence in sentences(passage.text):
            match = next(
                (
                    found
                    for read in (
                        _WHICH_HE_MADE,
                        _OWN_ASSURANCE,
                        _OWN_COMPLIANCE,
                        _BY_ITS_AUTHOR,
                        _BOTH,
                        _WHO_ALSO,
                    )
                    if (found := read.search(sentence))
                ),
                None,
            )
            if match is None or _NOT_OWN.search(match[0]):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), match.end(), 90),
                message=f"“{' '.join(match[0].split())}”: the work is cleared by whoever did it.",
                confidence=Confidence.MEDIUM,
                cure="Have it reviewed by somebody who did not prepare it, and name them.",
            )
            break
    yield from _members_audit(report)
    yield from _in_document_control(report)
    yield from _offices_on_the_front(report)


def _members_audit(report: Report) -> Iterator[TextFinding]:
    """ "Cllr Hazel carried out the internal audit": of the council on which he sits."""
    for passage in passages(report):
        if not passage.has("internal audit"):
            continue
        for sentence in sentences(passage.text):
            match = _AUDITS_OWN_COUNCIL.search(sentence)
            if match is None or _NO_AUDIT_OF_OWN.search(match[0]):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), match.end(), 90),
                message=f"“{' '.join(match[0].split())}”: a member audits the council on which "
                "they sit, so that the audit is not independent.",
                confidence=Confidence.MEDIUM,
                cure="Have the audit done by somebody independent of the council, and name them.",
            )
            break


# --- tables of versions, and the front sheet ------------------------------------------------------

_AUTHOR = Expression(
    r"^\W*(?:report |document |lead )?(?:authors?|prepared by|written by|drafted by|originator|"
    r"completed by|(?:name of )?(?:officer|person) (?:completing|carrying out)[\w /()]*)\W*$",
    re.IGNORECASE,
)
_CHECKER = Expression(
    r"^\W*(?:reviewed by|approved by|checked by|cleared by|signed off by|authorised by|reviewer|"
    r"quality assured by|approver|verified by|sign-?off|(?:name of )?approving (?:officer|manager)|"
    r"independent(?:ly)? (?:reviewer|reviewed by))\W*$",
    re.IGNORECASE,
)
_PERSON = Expression(r"^[A-Z][\w’'-]+(?: [A-Z]\.?)? [A-Z][\w’'-]+|^(?:[A-Z][\w’'&-]+\s?){2,6}")


def _in_document_control(report: Report) -> Iterator[TextFinding]:
    """ "Prepared by: J. Hart" and "Approved by: J. Hart", in rows or in columns."""
    for grid in report.grids:
        authors: dict[str, tuple[str, Place]] = {}
        checkers: dict[str, tuple[str, Place]] = {}
        for row, cells in enumerate(grid.rows):
            for column, (label, beside) in enumerate(pairwise(cells)):
                _sort(label, beside, grid.cell_place(row, column + 1), authors, checkers)
        for column, label in enumerate(grid.rows[0] if grid.rows else ()):
            for row, cells in enumerate(grid.rows[1:3], start=1):
                if column < len(cells):
                    _sort(label, cells[column], grid.cell_place(row, column), authors, checkers)
        yield from _both(authors, checkers)


_FRONT_LINE = Expression(
    r"(?P<label>(?i:(?:report |document |lead )?(?:author|(?:prepared|written|completed|reviewed|"
    r"approved|checked|cleared|signed off|authorised|verified) by|"
    r"independent(?:ly)? (?:reviewer|reviewed by))))\s*:\s*"
    r"(?P<who>[A-Z][^:;\n|]{3,60}?)(?=\s+[A-Z][\w ]{2,24}:|[;.|]|$)"
)


def _offices_on_the_front(report: Report) -> Iterator[TextFinding]:
    """The same in labelled lines: "Author: Head of Assets … Reviewed by: Head of Assets"."""
    authors: dict[str, tuple[str, Place]] = {}
    checkers: dict[str, tuple[str, Place]] = {}
    for block in report.blocks:
        if isinstance(block, Prose) and len(block.text) < 400 and ":" in block.text:
            for match in _FRONT_LINE.finditer(block.text):
                _sort(match["label"], match["who"], block.place, authors, checkers)
    yield from _both(authors, checkers)


def _sort(
    label: str,
    who: str,
    place: Place,
    authors: dict[str, tuple[str, Place]],
    checkers: dict[str, tuple[str, Place]],
) -> None:
    name = who.strip(" .,")
    if not _PERSON.match(name) or len(name) > 60:
        return
    key = re.sub(r"\s+", " ", name.casefold())
    if _AUTHOR.match(label):
        authors.setdefault(key, (name, place))
    elif _CHECKER.match(label):
        checkers.setdefault(key, (f"{label.strip(' :')}: {name}", place))


def _both(
    authors: dict[str, tuple[str, Place]], checkers: dict[str, tuple[str, Place]]
) -> Iterator[TextFinding]:
    for key in authors.keys() & checkers.keys():
        said, place = checkers[key]
        yield TextFinding(
            place=place,
            quote=said,
            message=f"{authors[key][0]} is also the author ({authors[key][1]}): the work is "
            "cleared by whoever did it.",
            confidence=Confidence.MEDIUM,
            cure="Have it reviewed by somebody who did not prepare it, and name them.",
        )


RULES: tuple[Rule, ...] = (nobody_clears_their_own_work,)
