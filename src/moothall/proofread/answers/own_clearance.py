"""Who clears a thing and who made it: one and the same, in whatever turn of words.

Three shapes: the author is the checker ("the report author has approved …"); the checker's own
thing is the object ("certified its own invoices"); the thing checked names its checker ("assurance
on the ferry project was given by the ferry project team").
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.clearances import clearance_is_given_by_another
from moothall.proofread.answers.own_work import nobody_clears_their_own_work
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences

_AUTHOR = (
    r"(?:(?:report(?:[’']s)? |paper[’']s )?(?:author|writer)(?: of (?:this|the) (?:report|paper))?|"
    r"contact officer|officer (?:who|that) (?:has )?(?:wrote|prepared|drafted|written|produced)"
    r"(?: (?:it|them|this report|the report))?)"
)
_CHECKED = (
    r"(?:reviewed|checked|cleared|approved|verified|validated|assured|certified|audited|"
    r"signed (?:it )?off|quality[- ]assured|authorised|evaluated|scrutinised)"
)
_CHECK = (
    r"(?:quality assurance|assurance|audits?|reviews?|evaluations?|verification|clearance|"
    r"inspections?|scrutiny|checks?|assessments?|validation)"
)
_GIVEN = (
    r"(?:given|carried out|led|done|undertaken|provided|made|performed|conducted|completed|"
    r"chaired|signed off)"
)
_OF_THE_PAPER = (
    r"(?:this report|the report|the figures|(?:the )?[\w ]{0,20}?(?:implications|comments|advice)|"
    r"the (?:costs?|savings|estimates?|calculations|sums|paper)|it|them)"
)
_DELIVERS = r"(?:deliver|deliver\w*|run|spend|manage|implement|receive|carry out|claim)\w*"
_TURNS = tuple(
    Expression(pattern, re.IGNORECASE)
    for pattern in (
        # the author is the checker
        (
            rf"\b{_AUTHOR} (?:has |have |had |also |then |both |personally )*(?:{_CHECKED})"
            rf"(?: and \w+)? (?:{_OF_THE_PAPER})\b"
        ),
        rf"\b(?:{_CHECKED})(?: by| off by) (?:the |its )?{_AUTHOR}\b",
        (
            rf"\b{_AUTHOR} (?:has |have |had |also |then |both |personally )*{_GIVEN} (?:the |a |"
            rf"an |its )?"
            rf"(?:\w+ )?{_CHECK}\b"
        ),
        (
            r"\b(?:wrote|prepared|drafted|made|drew up|compiled|requested|proposed|"
            r"completed)\b[^.]{0,80}"
            r"\b(?:the same|that same|that very) (?:officer|person|manager|director|member|team)\b"
            rf"[^.;]{{0,30}}\b(?:{_CHECKED}|signed)\b"
        ),
        rf"\b{_CHECK}\b[^.;]{{0,40}}?\b(?:{_GIVEN}) by (?:the |its )?{_AUTHOR}\b",
        (
            rf"\b(?:legal|finance|financial) (?:advice|comments|clearance)\b[^.]{{0,60}}\b"
            rf"(?:given|provided|written) by (?:the )?{_AUTHOR}\b"
        ),
        # its own thing
        (
            rf"\b(?:{_CHECKED}|confirmed|marked|assessed|rated|judged)(?: that)?(?: the (?:success|"
            r"quality|value|cost|effect|results?) of)? (?:his|her|its|"
            r"their) own (?:\w+ )?(?:spending|"
            r"work|performance|invoices?|scheme|claims?|expenses|controls|figures|report|savings|"
            r"results?|success|compliance|expenditure|estimates?|costs?|project|delivery|payments?|"
            r"timesheets?|progress|accounts)\b"
        ),
        # whoever made or will deliver it
        (
            rf"\b(?:{_CHECKED}|confirmed)(?: off)? by (?:the )?(?:[\w-]+ ){{0,2}}?(?:team|"
            rf"officers?|"
            rf"service|directors?|managers?|contractors?|department|people|body) (?:that|who|"
            rf"which) "
            rf"(?:is|are|will|has|have)? ?(?:to )?(?:be )?(?:(?:{_DELIVERS})|wrote|"
            r"written|submitted|claimed|prepared|"
            r"proposed|responsible for (?:deliver|spend|runn)\w*)\b"
        ),
        (
            r"\bby the (?:manager|director|leader|head|chair) of the (?P<thing>\w+) (?:under|"
            r"being) "
            r"(?:review\w*|audit\w*|evaluat\w*|inspect\w*)"
        ),
        (
            rf"\bwho (?:also )?(?:proposed|wrote|prepared|drafted|produced|"
            rf"designed)\b[^.;]{{0,50}}?\b"
            rf"(?:also |then |and |has )+(?:{_CHECKED}|signed off)\b"
        ),
    )
)
_ECHO = Expression(
    rf"\b(?:{_CHECK}|payments?|claims?|invoices?|expenses) (?:of|on|for|to|from) (?:the )?"
    r"(?P<thing>[a-z][\w-]+(?: [a-z][\w-]+){0,3})(?: spending| accounts| performance)? "
    rf"(?:was|were|is|are|has been|have been|will be) (?:{_GIVEN}|{_CHECKED}) by (?:the )?"
    r"(?P<who>[a-z][\w-]+(?: [a-z][\w-]+){0,3})",
    re.IGNORECASE,
)
_DUTY = Expression(
    r"(?:team|manager|board|officer|leader|director|staff|service|group|head)s?$", re.I
)
_NOT = Expression(
    r"\b(?:not|never|no|nobody|cannot|another|other than|rather than|without|independent of|peers?|"
    r"moderated|must|should|before|separate(?:ly)?)\b",
    re.IGNORECASE,
)


def who_made_it_does_not_clear_it(report: Report) -> Iterator[TextFinding]:
    """“The contact officer has approved the financial implications”: nobody else has."""
    told = {
        finding.place
        for rule in (nobody_clears_their_own_work, clearance_is_given_by_another)
        for finding in rule(report)
    }
    for passage in passages(report):
        if passage.heading or passage.place in told or not passage.has(*_HINTS):
            continue
        for sentence in (*sentences(passage.text), passage.text[:400]):
            match = next((m for turn in _TURNS if (m := turn.search(sentence))), None)
            match = match or _echo(sentence)
            if match is None or _NOT.search(sentence[max(0, match.start() - 60) : match.end()]):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), match.end(), 90),
                message=f"“{' '.join(match[0].split())}”: cleared by whoever made it.",
                confidence=Confidence.MEDIUM,
                cure="Have it checked by somebody who did not make it, and name them.",
            )
            break


_HINTS = ("author", "writer", " own ", "officer", " by the ", " who ", " by ")


def _echo(sentence: str) -> re.Match[str] | None:
    match = _ECHO.search(sentence)
    if match is None:
        return None
    thing, who = match["thing"].casefold().split(), match["who"].casefold().split()
    if thing == who or (thing == who[: len(thing)] and len(thing) >= 1):
        return (
            match
            if _DUTY.search(who[-1]) or _DUTY.search(" ".join(who[: len(thing) + 1]))
            else None
        )
    return None


RULES: tuple[Rule, ...] = (who_made_it_does_not_clear_it,)
