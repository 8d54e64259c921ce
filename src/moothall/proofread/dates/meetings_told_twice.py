"""Meetings told twice: the day on the front sheet and the day in the text are one.

A front sheet says which committees the report has been to, or goes to next, each with its day; the
text tells of the same meeting.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences, word_set
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    day_month_year,
    exists,
    in_full,
    own_date,
    written_dates,
)

_BODY = Expression(
    r"(?P<body>(?:[A-Z][A-Za-z’']+,?\s(?:and\s|&\s|of\s|for\s|the\s)?){1,7}"
    r"(?:Committee|Sub-Committee|Board|Panel|Forum|Commission|Cabinet|Council|Executive))\b"
)
_PATHWAY = Expression(
    r"\b(?:pathway|(?:previous(?:ly)?|already|also) (?:considered|reported|decision|decided|"
    r"meeting|presented|discussed|report|route|scrutinised)\w*|considered (?:by|at)|"
    r"consultation with|consultation undertaken|consulted|consultees?|other meetings|"
    r"consideration by|next (?:stage|meeting)s?|(?:governance|approval|decision|reporting|"
    r"committee) (?:route|journey|path|history|dates?)|referred (?:from|to|by)|reported to|"
    r"pre-decision scrutiny)\b[^.;]{0,20}:",
    re.IGNORECASE,
)
_JOINED = Expression(
    r"^[\s,:(–—-]*(?:on|at its meeting on|of|held on|meeting on|dated|met on)?\s*(?:the\s)?$"
)
_DID_ON = Expression(r"^\s(?:\([^()]{0,30}\)\s)?[a-z][^.;:()\d]{2,90}?\son\s(?:the\s)?$")
_LEADS_ELSEWHERE = Expression(
    r"\b(?:that|for|until|till|from|which|who|before|after|since|of the (?:letter|report|meeting)|"
    r"dated|published|launch\w*|clos\w+|start\w*|beg[aiu]n\w*|will|would|previously|first|again|"
    r"also|deadline|event|hearing|elections?|effect|ahead|and|but|then|by|with)\b",
    re.IGNORECASE,
)
_FIRST = Expression(r"^,?\s(?:the\s)?$")
_FIRST_BLOCKS = 16
_NEAR, _ONE_ROUND, _ONE_MEETING = 120, 45, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meeting:
    """A body named with a day; `told` where a verb, not a list, puts the two together."""

    body: str
    on: date
    words: str
    start: int
    end: int
    told: bool


def a_meeting_of_the_front_sheet_keeps_its_day(report: Report) -> Iterator[TextFinding]:
    """Past pathway “Housing Board – 14 January”; in the text it was there on 21 January."""
    own = own_date(report)
    sheet: defaultdict[str, dict[date, str]] = defaultdict(dict)
    heads: set[str] = set()
    for block in report.blocks[:_FIRST_BLOCKS]:
        for text in _lines(block):
            if _PATHWAY.search(text):
                heads.add(text)
                for found in _meetings(text, own):
                    sheet[found.body][found.on] = found.words
    if not sheet:
        return
    told: set[tuple[str, date]] = set()
    for passage in passages(report):
        if passage.text in heads or passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            for found in _meetings(sentence, own):
                listed = sheet.get(found.body)
                if not listed or len(listed) != 1 or found.on in listed:
                    continue
                ((day, printed),) = listed.items()
                reach = _ONE_MEETING if found.told else _ONE_ROUND
                if abs((found.on - day).days) > reach or (found.body, found.on) in told:
                    continue
                if own is not None and (found.on < own) != (day < own):
                    continue
                told.add((found.body, found.on))
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, found.start, found.end, 60),
                    message=f"The meeting is put on {in_full(found.on)} (“{found.words.strip()}”) "
                    f"here, on {in_full(day)} at the head of the report (“{printed.strip()}”).",
                    confidence=Confidence.MEDIUM,
                    cure="Give one day in both places, or list both meetings.",
                )


def _lines(block: object) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (": ".join(row) for row in block.rows[:14])
    elif isinstance(block, Heading | Prose):
        yield block.text


def _meetings(text: str, own: date | None) -> Iterator[_Meeting]:
    """Each body that is named with a day, the day in the year nearest to the report's own."""
    bodies = list(_BODY.finditer(text))
    if not bodies:
        return
    for match in WRITTEN.finditer(text):
        before = [body for body in bodies if body.end() <= match.start()]
        after = [body for body in bodies if body.start() >= match.end()]
        between = text[before[-1].end() : match.start()] if before else ""
        told = False
        if before and _JOINED.match(between):
            body = before[-1]
        elif before and _DID_ON.match(between) and not _LEADS_ELSEWHERE.search(between):
            body, told = before[-1], True
        elif after and _FIRST.match(text[match.end() : after[0].start()]):
            body, told = after[0], True
        else:
            continue
        on = _day_near(match, own)
        if on is not None:
            start, end = min(body.start(), match.start()), max(body.end(), match.end())
            yield _Meeting(
                body=_plain(body["body"]),
                on=on,
                words=text[start:end],
                start=start,
                end=end,
                told=told,
            )


_BEFORE_A_NAME = word_set("The When At After Since As While Before Once In On By Both Our This")


def _plain(body: str) -> str:
    """A body's name without the council's letters before it and without little words."""
    words = re.findall(r"[A-Za-z’']+", body)
    while len(words) > 2 and (
        (words[0].isupper() and len(words[0]) > 1) or words[0] in _BEFORE_A_NAME
    ):
        words = words[1:]
    little = {"the", "and", "of", "for"}
    return " ".join(word.lower() for word in words if word.lower() not in little)


def _day_near(match: re.Match[str], own: date | None) -> date | None:
    day, month, year = day_month_year(match)
    if own is None:
        return date(year, month, day) if year and exists(day, month, year) else None
    near = [
        date(about, month, day)
        for about in ([year] if year else [own.year - 1, own.year, own.year + 1])
        if exists(day, month, about)
    ]
    on = min(near, key=lambda one: abs((one - own).days), default=None)
    return on if on is not None and abs((on - own).days) <= _NEAR else None


# --- notes of a meeting ---------------------------------------------------------------------------

_NOTES_OF = Expression(
    r"(?:^|[–:-]\s)(?P<body>[A-Z][\w’'&]*(?:\s[A-Z][\w’'&]*){0,6}?)\s(?:[Mm]eeting\s)?"
    r"(?:[Nn]otes|[Mm]inutes)(?:\sof)?[\s,:(–-]+$"
)
_MET_ON = r"\b{body}\b(?:\s\([^()]{{2,30}}\))?\s(?:last\s|also\s)?(?:met|meeting)\b[^.;\d]{{0,30}}$"


def notes_are_of_the_day_of_their_meeting(report: Report) -> Iterator[TextFinding]:
    """“The Lamp Group last met on 23 May”, and the appendix is “Lamp Group Notes, 13 May 2025”."""
    noted: dict[str, tuple[date, str]] = {}
    for passage in passages(report):
        if len(passage.text) <= 120 and ("otes" in passage.text or "inutes" in passage.text):
            for on in written_dates(passage.text):
                match = _NOTES_OF.search(passage.text[: on.start])
                if match is not None and on.is_a_day:
                    noted[match["body"]] = (on.first, passage.text)
    for passage in passages(report) if noted else ():
        for on in written_dates(passage.text):
            for body, (day, line) in noted.items():
                before = passage.text[max(0, on.start - 130) : on.start]
                met = re.search(_MET_ON.format(body=re.escape(body)), before)
                if met is None or not on.is_a_day or passage.text == line:
                    continue
                if 0 < abs((on.first - day).days) <= _ONE_MEETING:
                    yield TextFinding(
                        place=passage.place,
                        quote=around(passage.text, on.start, on.end, 80),
                        message=f"The meeting is put on {in_full(on.first)} here, its notes on "
                        f"{in_full(day)} (“{line.strip()}”).",
                        confidence=Confidence.MEDIUM,
                        cure="Give one day in both places.",
                    )


# --- the meeting that the paper is of -------------------------------------------------------------

_TITLED = Expression(r"\bmeeting\b[^.;\d]{0,90}\bheld\s(?:at\s[^.;\d]{0,60})?on\b", re.IGNORECASE)
_MET = Expression(
    r"\b(?:met|meeting (?:was held|took place)|attended (?:a|the) meeting)\b[^.;\d]{0,90}?\son\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:last|previous\w*|next|again|earlier|had met|subsequent\w*|then|informal\w*|also|first|"
    r"further|will|site)\b",
    re.IGNORECASE,
)
_WITHIN = 15


def a_meeting_was_held_on_the_day_of_its_title(report: Report) -> Iterator[TextFinding]:
    """“Meeting with the Harbour Trust held on 6 May”; “we met on the 5th of May”."""
    own, titled = own_date(report), False
    if own is None:
        return
    for block in report.blocks[:5]:
        if not isinstance(block, Heading | Prose):
            continue
        if not titled:
            title = block.text.replace(". ", " ") if block.text.isupper() else block.text
            titled = bool(_TITLED.search(title)) and len(title) <= 200
            continue
        for sentence in list(sentences(block.text))[:2]:
            # “the Harbour Board’s clerk met …” is still the meeting of the title
            if _ANOTHER.search(sentence) or any(
                sentence[body.end() : body.end() + 1] not in ("’", "'")
                for body in _BODY.finditer(sentence)
            ):
                continue
            for match in WRITTEN.finditer(sentence):
                on = _day_near(match, own)
                if on is None or not _MET.search(sentence[: match.start()]):
                    continue
                if 0 < abs((on - own).days) <= _WITHIN:
                    yield TextFinding(
                        place=block.place,
                        quote=sentence,
                        message=f"They met on {in_full(on)} here; by the title the meeting was "
                        f"held on {in_full(own)}.",
                        confidence=Confidence.MEDIUM,
                        cure="Give one day in both places.",
                    )
                    return


RULES: tuple[Rule, ...] = (
    a_meeting_of_the_front_sheet_keeps_its_day,
    notes_are_of_the_day_of_their_meeting,
    a_meeting_was_held_on_the_day_of_its_title,
)
"""The rules on meetings that a report tells of twice."""
