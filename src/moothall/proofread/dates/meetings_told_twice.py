"""Meetings told twice: the day on the front sheet and the day in the text are one.

A front sheet says which committees the report has been to, or goes to next, each with its day; the
text tells of the same meeting.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    day_month_year,
    exists,
    in_full,
    own_date,
)

_BODY = re.compile(
    r"(?P<body>(?:[A-Z][A-Za-z’']+,?\s(?:and\s|&\s|of\s|for\s|the\s)?){1,7}"
    r"(?:Committee|Sub-Committee|Board|Panel|Forum|Commission|Cabinet|Council|Executive))\b"
)
_PATHWAY = re.compile(
    r"\b(?:past pathway|future pathway|pathway|previously considered(?: by)?|considered by|"
    r"consultation with|other meetings|consideration by|next (?:stage|meeting)s?|"
    r"previous(?:ly)? (?:considered|reported|decision)\w*)\b[^.;]{0,20}:",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^[\s,:(–—-]*(?:on|at its meeting on|of|held on|meeting on|dated)?\s*(?:the\s)?$"
)
_FIRST_BLOCKS = 16
_NEAR, _ONE_ROUND = 120, 45


def a_meeting_of_the_front_sheet_keeps_its_day(report: Report) -> Iterator[TextFinding]:
    """Past pathway “Housing Board – 14 January”; in the text it was there on 21 January."""
    own = own_date(report)
    if own is None:
        return
    sheet: defaultdict[str, dict[date, str]] = defaultdict(dict)
    heads: set[str] = set()
    for block in report.blocks[:_FIRST_BLOCKS]:
        for text in _lines(block):
            if _PATHWAY.search(text):
                heads.add(text)
                for body, on, words, _ in _meetings(text, own):
                    sheet[body][on] = words
    if not sheet:
        return
    told: set[tuple[str, date]] = set()
    for passage in passages(report):
        if passage.text in heads or passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            for body, on, words, (start, end) in _meetings(sentence, own):
                listed = sheet.get(body)
                if not listed or on in listed or len(listed) != 1 or (body, on) in told:
                    continue
                ((day, printed),) = listed.items()
                if abs((on - day).days) > _ONE_ROUND or (on < own) != (day < own):
                    continue
                told.add((body, on))
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, start, end, 60),
                    message=f"The meeting is put on {in_full(on)} (“{words.strip()}”) here, on "
                    f"{in_full(day)} at the head of the report (“{printed.strip()}”).",
                    confidence=Confidence.MEDIUM,
                    cure="Give one day in both places, or list both meetings.",
                )


def _lines(block: object) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (": ".join(row) for row in block.rows[:14])
    elif isinstance(block, Heading | Prose):
        yield block.text


def _meetings(text: str, own: date) -> Iterator[tuple[str, date, str, tuple[int, int]]]:
    """Each body that is named with a day, the day in the year nearest to the report's own."""
    bodies = list(_BODY.finditer(text))
    for match in WRITTEN.finditer(text):
        before = [body for body in bodies if body.end() <= match.start()]
        if not before or not _JOINED.match(text[before[-1].end() : match.start()]):
            continue
        day, month, year = day_month_year(match)
        near = [
            date(about, month, day)
            for about in ([year] if year else [own.year - 1, own.year, own.year + 1])
            if exists(day, month, about)
        ]
        on = min(near, key=lambda one: abs((one - own).days), default=None)
        if on is not None and abs((on - own).days) <= _NEAR:
            body = " ".join(re.findall(r"[a-z]+", before[-1]["body"].lower().removeprefix("the ")))
            span = (before[-1].start(), match.end())
            yield body, on, text[slice(*span)], span


RULES: tuple[Rule, ...] = (a_meeting_of_the_front_sheet_keeps_its_day,)
"""The rules on meetings that a report tells of twice."""
