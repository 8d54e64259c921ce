"""Whoever decides, makes or writes a thing is the one who consents to it, confirms or checks it."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
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


RULES: tuple[Rule, ...] = (nobody_consents_to_what_they_decide,)
