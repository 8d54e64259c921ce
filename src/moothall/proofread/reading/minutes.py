"""Minutes: what tells the record of one meeting from a report.

In minutes "it was agreed" is the meeting's own decision, and letters stand for people and for
bodies that those present know.
"""

import re

from moothall.documents.report import Grid, Heading, Image, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once

_TITLE = Expression(
    r"^\W*(?:draft |unconfirmed |confirmed |approved )*minutes\W*$|"
    r"\bminutes of (?:the|a|an)\b|^\W*(?:draft )?minutes of\b[^.;]{3,90}\b(?:meeting|agm)\b|"
    r"^[\w’' &,()-]{0,80}\bminutes\W*$",
    re.IGNORECASE,
)
_FIRST_BLOCKS = 5
_MARKS = tuple(
    Expression(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"^\W*(?:also )?(?:present|in attendance|attendance details|members present|attendees)"
            r"(?:\s*[:–-]|\W*$)"
        ),
        r"\bapologies\b[^.;]{0,40}\b(?:absence|received|accepted|were|from)\b|^\W*apologies\W*$",
        r"\bdeclarations? of (?:members.? )?(?:disclosable )?(?:pecuniary )?interests?\b",
        (
            r"(?:^|[.;)]\s*)\W*resolved\b\s*(?:[:\d(–-]|that|to|unanimously)|\bit was resolved\b|"
            r"(?-i:\bRESOLVED\b)|^\W*resl?ov?led\b"
        ),
        (
            r"\bmeeting (?:was )?(?:closed|ended|finished|concluded|opened) at\b|"
            r"\bclosed the meeting at\b|\b(?:no|any) other business\b"
        ),
        r"\bproposed(?: by)?\b[^.;]{0,60}\bsecond(?:ed|er)\b|\bunanimously (?:agreed|approved)\b",
        (
            r"\bminutes of the (?:last|previous|\w+ )?\s*meeting\b|\bmatters arising\b|"
            r"\bapproval of (?:the )?(?:previous )?minutes\b"
        ),
        r"\bdate (?:and time )?of (?:the )?next meeting\b",
        r"\bpublic (?:participation|forum|session|question time)\b",
        r"\b(?:accounts?|invoices|payments) (?:for|to be) (?:payment|paid|made)\b",
        (
            r"\bthe (?:chair|chairman|chairperson|clerk|mayor) "
            r"(?:welcomed|thanked|closed|opened|reported|declared)\b"
        ),
        (
            r"\b(?:considered|received|submitted|introduced|presented)\s+(?:a|the|an)\s+(?:\w+\s)?"
            r"report\b|\breport was submitted\b"
        ),
        r"^\W*(?:[\d.]+\s*)?(?:chair(?:man|person)?|clerk)[’']s report\b",
        r"^\W*(?:[\d.]+\s*)?correspondence\b[^a-z]*$",
        r"\baccounts\b[^.;]{0,30}\b(?:accepted|approved|agreed) for payment\b",
    )
)
_RECORDED = Expression(
    r"\b(?:members|councillors|cllrs?|clerk|chair(?:man)?|the (?:board|committee|panel))\b"
    r"(?:(?!\b(?:is|are)\b)[^.;]){0,40}\b(?:asked|noted|reported|agreed|queried|commented|advised|"
    r"felt|suggested|proposed)\b|"
    r"\b(?:it was|was) (?:also )?(?:noted|reported|agreed|decided|resolved|proposed)\b",
    re.IGNORECASE,
)
_STRONG = frozenset({0, 1, 3, 4, 5})
"""The marks that hardly stand in a report: who was present, what was resolved, who seconded it."""
_RESOLVED = Expression(r"^\W*(?:\d[\d.]*\s*)?res(?:ol|lo)ved\b", re.IGNORECASE)
_FEWEST_MARKS = 3
_SHORT = 40
_MOST_READ = 300


_ANNEXED = Expression(
    r"^\W*(?:annexe?|appendix|schedule|attachment)\b[^.]{0,60}\bminutes\b", re.IGNORECASE
)


@read_once
def minutes_begin(report: Report) -> int:
    """The block with which minutes begin that a report annexes; after the last where none do."""
    return next(
        (
            index
            for index, block in enumerate(report.blocks)
            if index > _FIRST_BLOCKS
            and isinstance(block, Heading)
            and _ANNEXED.match(f"{block.number} {block.text}".strip())
        ),
        len(report.blocks),
    )


@read_once
def are_minutes(report: Report) -> bool:
    """Whether the whole is the minutes or decisions of one body: by its title, or by its marks."""
    found: set[int] = set()
    recorded = resolved = 0
    until = min(_MOST_READ, minutes_begin(report))
    for index, block in enumerate(report.blocks[:until]):
        if isinstance(block, Grid | Image):
            continue
        text = block.text[:3_000]
        if index < _FIRST_BLOCKS and len(text) < 200 and _TITLE.search(text):
            if not isinstance(block, Heading) and not text.casefold().strip().startswith(
                ("minutes", "draft minutes")
            ):
                found.add(-1)  # a running title may stand in a report too
            else:
                return True
        found.update(place for place, mark in enumerate(_MARKS) if mark.search(text))
        recorded += len(_RECORDED.findall(text))
        resolved += bool(_RESOLVED.match(text))
    # an agenda, or a report that annexes minutes, has one or two of the marks
    if len(found) >= _FEWEST_MARKS or (resolved and len(report.blocks) < _SHORT):
        return True
    if recorded >= _FEWEST_MARKS and any("the Clerk" in block.text for block in report.prose):
        return minutes_begin(report) == len(report.blocks)
    strong = len(found & _STRONG)
    return strong >= 2 or (strong == 1 and recorded >= 2)
