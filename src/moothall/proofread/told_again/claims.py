"""Claims: every figure, length of time and date of a report, with what it is said of.

Read once for a report and handed to every rule that holds one place against another.  A claim's own
words are those of its part of the sentence, or its row and column; `wide` are those of the whole
sentence; `about` those of the heading over it and of the sentence before, which say what "it" and
"the scheme" stand for.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.reading.concepts import names
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, paragraphs, read_once
from moothall.proofread.reading.statements import is_a_record
from moothall.proofread.reading.thesaurus import NO_WORDS, Words, words_of
from moothall.proofread.told_again.claim_days import days_named
from moothall.proofread.told_again.claim_grammar import is_of_another_time, own_part, place_in_whole
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_spans import spans
from moothall.proofread.told_again.claim_stages import labels, stages
from moothall.proofread.told_again.claim_units import unit_before
from moothall.proofread.told_again.claim_values import Value, values
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.claims_of_tables import claims_of_tables

_MOST_VALUES = 12


@read_once
def claims(report: Report) -> Claims:
    """Every claim of the report, in order."""
    return Claims([*_in_prose(report), *claims_of_tables(report)])


def _in_prose(report: Report) -> Iterator[Claim]:
    heading = ("", NO_WORDS)
    lead = ""
    for paragraph in paragraphs(report):
        if paragraph.section != heading[0]:
            heading = (paragraph.section, words_of(paragraph.section))
        before = NO_WORDS
        since = days_named(lead)
        lead = paragraph.text if paragraph.leads_in else (lead if paragraph.bullet else "")
        for one in paragraph.sentences:
            yield from _in_sentence(one, paragraph, heading[1] | before, since)
            before = words_of(one.text)


_CALLED = Expression(r"\s*,?\s*(?:as|is|was|being|set as) (?:the|a|its) [a-z ]*(?:deadline|date)\b")


def _said_after(one: Sentence, value: Value) -> str:
    """What a date is called after it: “10 January as the deadline”."""
    called = _CALLED.match(one.text, value.end)
    return called[0] if called else ""


_OF_THESE = Expression(r"\s*of (?:which|whom|these|those|them)\b", re.IGNORECASE)
_BESIDE = Expression(
    r"^\s*(?:\(|\[|,? or |,? which is |,? equal to |,? being |, )?(?:about |around )?$"
)
"""Between two figures of one thing: "£38.4m, which is 33% of the budget"."""


_ROOMS = Expression(r"[ -](?:or more[ -])?bed(?:room)?(?:ed|s)?\b", re.IGNORECASE)


_AGES = Expression(
    r"\b(?:aged?|ages)\s(?:of |between )?\d{1,2}\s?(?:[-–]|to|and)\s?\d{1,2}\b", re.IGNORECASE
)
"""Who is meant, and no figure: “of children aged 5 to 11, 62%”."""


_ITEM_ENDS = Expression(r"[.)]\s+[A-Za-z]")


def _is_of_an_item(text: str, start: int, end: int) -> bool:
    """Whether a figure is the number of an item: “4. undertake other duties”."""
    return not text[:start].strip(" (") and _ITEM_ENDS.match(text, end) is not None


def _names_before(text: str, before: str) -> frozenset[str]:
    """The names before a figure; the word that begins a sentence, or a quotation, is none."""
    begins = text.startswith(before.strip())
    return names(f"{'. ' if begins else 'x '}{before.strip().lstrip(_QUOTES)}")


_QUOTES = "\"'“‘"


def _in_sentence(
    one: Sentence,
    paragraph: Paragraph,
    about: Words,
    dated: tuple[tuple[date, date], ...],
) -> Iterator[Claim]:
    found = values(one)
    if not found or len(found) > _MOST_VALUES or is_a_record(one.text):
        return
    wide = words_of(one.text)
    last = NO_WORDS
    read: dict[int, Claim] = {}
    ages = [match.span() for match in _AGES.finditer(one.text)] if "ag" in one.text else []
    found = [value for value in found if not any(start <= value.start < end for start, end in ages)]
    spots = [value.start for value in found], [value.end for value in found]
    for number, value in enumerate(found):
        since = spots[1][number - 1] if number else 0
        until = spots[0][number + 1] if number + 1 < len(found) else len(one.text)
        if _ROOMS.match(one.text, value.end) or _is_of_an_item(one.text, value.start, value.end):
            continue
        before, after, whole = own_part(one.text, value, since, until)
        own = f"{before} {after}".strip()
        noun = value.unit or unit_before(before)
        held = found[number - 1] if number else None
        if value.is_counted and not noun and held is not None and held.is_counted:
            noun = held.unit  # "21 households were approved and 29 resigned"
        unit = words_of(noun) if value.is_counted else NO_WORDS
        role, per = place_in_whole(one.text, value)
        near = words_of(own)
        if not near.roots - GENERIC:
            near |= words_of(whole)
        if not near.roots - GENERIC:
            near |= wide
        if number and _OF_THESE.match(one.text[value.end :]):
            near |= unit
        if number and _BESIDE.match(one.text[spots[1][number - 1] : value.start]):
            near |= last
        last = near
        read[value.start] = claim = Claim(
            value=value,
            own=own,
            near=near,
            wide=wide,
            about=about,
            unit=unit,
            role=role,
            per=per,
            stage=stages(own),
            labels=labels(own),
            when=days_named(whole) or days_named(one.text) or dated,
            named=_names_before(one.text, before) | names(f"x {after}"),
            names_about=names(f"x {one.text}") | names(f"x {paragraph.section}"),
            event=f"{one.text[max(0, value.start - 70) : value.start]}{_said_after(one, value)}",
            another_time=is_of_another_time(own),
            sentence=one.text,
            place=paragraph.place,
            block=paragraph.block,
            section=paragraph.section,
            bullet=paragraph.bullet,
        )
        yield claim
    for span in spans(one.text, found):
        if span.like.start in read:
            like = read[span.like.start]
            yield replace(like, value=span.value, near=like.near | wide, event=span.event)


__all__ = ["Claim", "Claims", "claims"]
