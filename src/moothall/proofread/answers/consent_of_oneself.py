"""Whoever decides, makes or writes a thing is the one who consents to it, confirms or checks it."""

import re
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_MESSAGE = "nobody but the one who decides or makes it clears it."
_TURNS = tuple(
    Expression(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"\bthe (?:consent|agreement|approval|permission) of the (?:person|officer|body) "
            r"(?:taking|making|who (?:takes|is taking|makes|is making)) (?:the|that|an urgent) "
            r"(?:[a-z]+ )?decision (?:will|shall|is|would) (?:be )?(?:sufficient|enough|suffice)"
        ),
        (
            r"\bthe (?:[a-z-]+ ){0,2}(?:team|contractor|supplier|developer|provider|officer|"
            r"service|manager|applicant|author|director|department) (?:will|shall|is to|has|have) "
            r"(?:itself|himself|herself|themselves) (?:confirm|certif|check|verif|assess|approv|"
            r"audit|evaluat|review|sign off|assur)\w*"
        ),
        (
            r"\bthe (?:[a-z-]+ ){0,2}(?:team|contractor|supplier|developer|provider|officer|"
            r"service|manager|applicant|author|director|department) will "
            r"(?:confirm|certify|verify|check|"
            r"approve|audit|evaluate) (?:itself|its own [a-z]+|their own [a-z]+)"
        ),
    )
)
_NOT = Expression(
    r"\b(?:not|never|no|cannot|neither|another|as well as|in addition|independent\w*)\b"
)


def nobody_consents_to_what_they_decide(report: Report) -> Iterator[TextFinding]:
    """“The consent of the person taking the decision will be sufficient.”"""
    for passage in passages(report):
        if not passage.has("consent", "agreement", "approval", "permission", "sel", "own "):
            continue
        for turn in _TURNS:
            match = turn.search(passage.text)
            if match is None or _NOT.search(
                passage.text[max(0, match.start() - 40) : match.end() + 60]
            ):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 60),
                message=f"“{' '.join(match[0].split())}”: {_MESSAGE}",
                confidence=Confidence.MEDIUM,
                cure="Name somebody else who is to consent or to check.",
            )
            break


_WRITTEN = Expression(
    r"\b(?:[Tt]h(?:is|e) (?:report|paper) (?:was|is|has been) "
    r"(?:written|prepared|drafted|produced) by) (?:the )?"
    r"(?P<who>[A-Z][\w’&-]+(?: (?:of|for|and|[A-Z][\w’&-]+)){1,6})"
)
_CHECKED = (
    r"(?:has|have|had) (?:also )?(?:checked|reviewed|cleared|verified|confirmed|approved|assured)|"
    r"(?:is|was) (?:content|satisfied)"
)
_ROLES = Expression(
    r"\b(?:Head|Director|Manager|Officer|Clerk|Treasurer|Leader|Chief|Accountant)\b"
)


def whoever_wrote_a_report_is_not_its_checker(report: Report) -> Iterator[TextFinding]:
    """“Written by the Head of Ferries”, and “the Head of Ferries has checked the figures”."""
    author: tuple[str, Place] | None = None
    for passage in passages(report):
        if passage.has("report", "paper") and (match := _WRITTEN.search(passage.text)):
            who = re.sub(r"\s(?:of|for|and)$", "", match["who"])
            if _ROLES.search(who):
                author = who, passage.place
                break
    if author is None:
        return
    own = re.compile(
        rf"\b[Tt]he {re.escape(author[0])}(?! (?:of|for|and) )\s(?:{_CHECKED})[^.;]{{0,60}}"
    )
    for passage in passages(report):
        match = own.search(passage.text) if author[0] in passage.text else None
        if match is None or _NOT.search(match[0]):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 60),
            message=f"“{' '.join(match[0].split())}”: the {author[0]} wrote the report "
            f"({author[1]}).",
            confidence=Confidence.MEDIUM,
            cure="Have it checked by somebody who did not write it, and name them.",
        )
        return


RULES: tuple[Rule, ...] = (
    nobody_consents_to_what_they_decide,
    whoever_wrote_a_report_is_not_its_checker,
)
