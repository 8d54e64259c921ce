"""Events told again: a contract ends, a school opens, a scheme is finished on one date.

Two places speak of one event where they use the same kind of verb and share rare words or a name;
the dates must not lie in different months.  What slipped, was extended or comes in phases has more
dates than one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.meanings import meanings
from moothall.proofread.reading.passages import paragraphs
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.written_dates import Written, written_dates
from moothall.proofread.told_again.claim_conflicts import pairs_told_twice

_KINDS = (
    ("ends", (r"expir\w+|com(?:e|es|ing) to an end|ends?\b(?! of)|ending|terminat\w+|"
     r"laps(?:e|es|ing)\b|"
     r"runs? (?:until|to)\b|cease[sd]?\b")),
    ("opens", (r"open(?:s|ed|ing)?\b|admit\w*|first (?:cohort|pupils|intake|residents|patients|"
     r"tenants|users)|(?:brought|com(?:e|es|ing)|put) into use|welcom\w+|go(?:es)? live")),
    ("finished", (r"complet\w+|finish\w*|hand(?:ed)?[- ]?over|ready\b|(?:brought|put) into use|"
     r"open(?:s|ed|ing)? to the public")),
    ("begins", r"start(?:s|ed|ing)? on site|beg[iu]ns?\b|commenc\w+|starts?\b(?! of)|launch\w*"),
)  # fmt: skip
_KIND = {name: Expression(rf"\b(?:{words})", re.IGNORECASE) for name, words in _KINDS}
_REACH = 110
_SEVERAL_DATES = Expression(
    r"\b(?:originally|previous(?:ly)?|slipp\w*|delay\w*|revis\w+|extend\w*|extension|was to have|"
    r"were to have|had been|deferred|brought forward|phas\w+|stages?|respectively|each|annual\w*|"
    r"every|survey\w*|consult\w*|questionnaire|meeting|reporting|period|year(?:s)? end\w*|quarter|"
    r"months? to|year to|since|if|unless|or)\b",
    re.IGNORECASE,
)
_ANOTHER_EVENT = Expression(
    r"\b(?:closing date|deadline|receipt of|tenders?|applications?|submi\w+|invit\w+|appoint\w+|"
    r"award\w*|sign(?:ed|ing)|publish\w*|approv\w+|agreed|report(?:ed)?)\b",
    re.IGNORECASE,
)
"""“Completion of the works and the closing date for tenders was”: of what stands last."""
_TERM = Expression(r"\b(autumn|spring|summer)( term)? in (20\d\d)\b", re.IGNORECASE)
_LITTLE = word_set(
    "ends opens begins finished year month week day forecast plan whole average cost rise "
    "fall own budget resource end new first visit complet expect site late early share"
)
_AGES = Expression(
    r"\b\d{1,2}[–-]\d{1,2}\b(?!\s(?:%|per|January|February|March|April|May|June|July))"
)
_MOST = 150
_APART = 900
_MANY = 20
"""As if so many sentences stood beside: in a short report every word seems common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    kinds: frozenset[str]
    when: Written
    subject: frozenset[str]
    named: frozenset[str]
    words: str
    place: Place
    block: int
    cell: bool = False


def an_event_told_again_keeps_its_date(report: Report) -> Iterator[TextFinding]:
    """“It expires on 31 May 2027” and “when the contract comes to an end in August”."""
    found = [*_in_prose(report), *_in_tables(report)][:_MOST]
    if len(found) < 2:
        return
    rarity = _rarity(report)
    told = _told_of_claims(report)
    for one, other in combinations(found, 2):
        if not one.kinds & other.kinds or one.block == other.block or (one.cell and other.cell):
            continue
        if not _are_apart(one.when, other.when):
            continue
        shared, named = one.subject & other.subject, one.named & other.named
        weight = sum(rarity.get(word, 0.0) for word in sorted(shared))
        key = frozenset((_month(one.when), _month(other.when)))
        if (one.named - other.named and other.named - one.named) and not named:
            continue
        sure = (len(named) >= 1 and weight >= 4) or (len(shared) >= 3 and weight >= 9)
        if not sure or key in told:
            continue
        told.add(key)
        first, second = (other, one) if one.cell else (one, other)
        yield TextFinding(
            place=second.place,
            quote=second.words,
            message=f"“{second.when.text.strip()}” here, “{first.when.text.strip()}” at "
            f"{first.place} (“{shortened(first.words, 100)}”), which seems to be the same event.",
            confidence=Confidence.MEDIUM if len(shared) >= 3 or named else Confidence.LOW,
            cure="Give one date in both places, or say what makes them differ.",
        )


_Months = frozenset[tuple[int, int]]


def _told_of_claims(report: Report) -> set[_Months]:
    """The months of two dates that are told as one thing with two values already."""
    return {
        frozenset(_month(dates[0]) for dates in both)
        for claim, pair in pairs_told_twice(report)
        if pair.is_sure
        and all(both := [written_dates(each.value.text) for each in (claim, pair.other)])
    }


def _month(when: Written) -> tuple[int, int]:
    return when.first.year, when.first.month


def _are_apart(one: Written, other: Written) -> bool:
    if one.first <= other.last and other.first <= one.last:
        return False
    if (one.first.year, one.first.month) == (other.first.year, other.first.month):
        return False  # the month here and a day in it there, or two steps of one event
    return abs((one.first - other.first).days) <= _APART


def _in_prose(report: Report) -> Iterator[_Event]:
    for paragraph in paragraphs(report):
        before: list[str] = []
        for one in paragraph.sentences:
            text = _TERM.sub(r"\1\2 \3", one.text)
            for when in written_dates(text):
                head = re.split(r";", text[max(0, when.start - _REACH) : when.start])[-1]
                kinds = _nearest(head)
                if not kinds or _SEVERAL_DATES.search(head):
                    continue
                around = " ".join((*before[-2:], text))
                yield _Event(
                    kinds=kinds,
                    when=when,
                    subject=_subject(around),
                    named=names(around),
                    words=one.text,
                    place=paragraph.place,
                    block=paragraph.block,
                )
            before.append(text)


def _nearest(head: str) -> frozenset[str]:
    """The kinds of the last verb before the date, and of what stands beside it."""
    last = {name: [m.end() for m in read.finditer(head)] for name, read in _KIND.items()}
    ends = [max(places) for places in last.values() if places]
    if not ends or any(match.end() > max(ends) for match in _ANOTHER_EVENT.finditer(head)):
        return frozenset()
    return frozenset(n for n, places in last.items() if places and max(ends) - max(places) < 25)


def _in_tables(report: Report) -> Iterator[_Event]:
    for number, grid in enumerate(report.blocks):
        if not isinstance(grid, Grid) or not grid.head_rows or len(grid.rows) > 60:
            continue
        heads = [" ".join(cells) for cells in zip(*grid.rows[: grid.head_rows], strict=True)]
        for row, cells in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
            for column, cell in enumerate(cells):
                dates = written_dates(cell) if 0 < len(cell) < 40 and column else []
                kinds = frozenset(n for n, read in _KIND.items() if read.search(heads[column]))
                if len(dates) == 1 and kinds:
                    yield _Event(
                        kinds=kinds,
                        when=dates[0],
                        subject=_subject(cells[0]),
                        named=names(f"x {cells[0]}"),
                        words=f"{cells[0]}, {heads[column]}: {cell}",
                        place=grid.cell_place(row, column),
                        block=number,
                        cell=True,
                    )


def _subject(text: str) -> frozenset[str]:
    """What it is of; spans of ages ("0–19") are names of services."""
    return (meanings(text) | frozenset(_AGES.findall(text))) - _LITTLE


def _rarity(report: Report) -> dict[str, float]:
    texts = [one.text for paragraph in paragraphs(report) for one in paragraph.sentences]
    often = Counter(word for text in texts for word in _subject(text))
    return {word: log((len(texts) + _MANY) / times) for word, times in often.items()}


RULES: tuple[Rule, ...] = (an_event_told_again_keeps_its_date,)
