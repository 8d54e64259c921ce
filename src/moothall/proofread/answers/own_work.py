"""Own work: a report, an estimate or an assessment that its own author reviews, assures or clears.

Beside the tables of clearance (`clearances`), a text says it in a sentence: "has reviewed the
estimates which he prepared", "her own independent assurance", "prepared and approved by".
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
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


RULES: tuple[Rule, ...] = (nobody_clears_their_own_work,)
