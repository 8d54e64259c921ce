"""Mentions: where the names of bodies and schemes stand, and what stands beside them.

A run of capitalised words is cut where one name ends and the next begins: “the Quays Committee, the
Cabinet Members” are two.  Each mention knows its sentence, its list or table and the heading over
it, so that a rule can ask whether two names are set side by side or speak of one matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    passages,
    sentences,
    word_set,
)
from moothall.proofread.reading.written_names import (
    DATES,
    FOR_WHOM,
    JOINERS,
    OPENING_WORDS,
    TOKEN,
    capitalised_runs,
    in_small_letters,
    singular,
    without_possessive,
)

BODIES = word_set(
    "board panel committee group party forum partnership commission trust network alliance team "
    "taskforce unit assembly tribunal society association institute consortium"
)
DOINGS = word_set(
    "programme project scheme initiative plan strategy policy framework fund grant charter "
    "agreement protocol pathway review model service code support block"
)
BUILDINGS = word_set("gateway hub centre library hall depot hostel clinic surgery quay harbour")
KINDS = BODIES | DOINGS | BUILDINGS
"""The last words of all names of bodies, schemes and buildings."""
FIRMS = word_set("ltd limited plc llp services foundation charity company contractors solutions")
_READ = KINDS | frozenset(map(singular, FIRMS))
_SHORT_LINE = 14
"""A line of so few words that does not end a sentence is an entry of a list."""
_LONGEST_ENTRY = 24
"""An item or a cell of more words than these is a paragraph of its own, and names nothing beside
the next."""
_REACH = 90
_NEAR = 3
_LISTED = Expression(
    r"^\W*(?:(?:list of )?(?:contents|appendi(?:x|ces)|annex(?:es)?|background (?:papers?|"
    r"documents?)|(?:past|previous|future) pathway)\b|.*\.{4,})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name where it stands; `spot` is the sentence, the list or the table that it stands in."""

    text: str
    tokens: tuple[str, ...]
    sentence: str
    before: str
    after: str
    around: str
    """The words about it, a clause at most."""
    place: Place
    part: str
    order: int
    """Which run of text of the report it stands in."""
    spot: tuple[int, int]
    listed: bool
    """Whether it stands in a contents list, a list of appendices or a line of the front sheet."""
    leads: bool
    """Whether it is the heading of its paragraph: “Quay Strategy. The Chairman said …”."""
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The mentions of a report by the words of their names."""

    named: dict[tuple[str, ...], list[Mention]]
    texts: tuple[Passage, ...]

    def stand_side_by_side(self, some: Sequence[Mention], others: Sequence[Mention]) -> bool:
        """Whether one sentence, one list or one table names both, as it does with two things."""
        spots = {mention.spot for mention in some}
        return any(mention.spot in spots for mention in others)

    def stand_in_one_matter(self, some: Sequence[Mention], others: Sequence[Mention]) -> bool:
        """Whether the one stands under a heading, or at the head of a paragraph, on the other."""
        for mention in some:
            section = " ".join(mention.place.section.casefold().replace("&", "and").split())
            for other in others:
                if mention.order == other.order and (mention.leads or other.leads):
                    return True
                if other.text.casefold().replace("&", "and") in section:
                    return True
                if other.part == "heading" and 0 < mention.order - other.order <= _NEAR:
                    return True
        return False


@read_once
def _mentions_of_all(report: Report) -> tuple[tuple[Mention, ...], tuple[Passage, ...]]:
    texts = passages(report)
    runs = _runs(texts)
    at = {id(passage): number for number, passage in enumerate(texts)}
    found = []
    for text, begins, passage in capitalised_runs(report):
        order = at.get(id(passage), 0)
        for start, end, tokens in _parts(text):
            if singular(tokens[-1]) not in _READ:
                continue
            spot = begins + start, begins + end
            found.append(_mention(passage, *spot, tokens, order, runs[order]))
    return tuple(found), texts


def mentions(report: Report, kinds: frozenset[str]) -> Mentions:
    """The mentions whose last word is one of `kinds`, themselves among KINDS, by their words."""
    every, texts = _mentions_of_all(report)
    named: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in every:
        if singular(mention.tokens[-1]) in kinds:
            named[tuple(map(singular, mention.tokens))].append(mention)
    return Mentions(named=dict(named), texts=texts)


def _parts(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The names within a run: parted at a comma and the article, begun after a possessor."""
    begun, end = -1, 0
    tokens: list[str] = []
    for match in TOKEN.finditer(text):
        word = in_small_letters(match[0])
        gap = text[end : match.start()]
        ended = bool(tokens) and singular(tokens[-1]) in _ENDS
        anew = ended and ("," in gap or word in _BEGINS_ANEW)
        if tokens and (word == "the" or word in DATES or anew):
            if len(tokens) > 1:
                yield begun, end, tuple(tokens)
            tokens, begun = [], -1
        if word in _GOES_ELSEWHERE and len(tokens) > 1 and singular(tokens[-1]) in KINDS:
            yield begun, end, tuple(tokens)  # "extend the Quay Lamps Project to Ferryham"
            tokens, begun = [], -1
        if word == "of" and len(tokens) == 1 and singular(tokens[0]) in _OF_A_BODY:
            tokens, begun = [], -1  # "Chairman of Quay Board": the board's own name
        if word in JOINERS or (not tokens and word in OPENING_WORDS):
            continue
        if begun < 0:
            begun = match.start()
        tokens.append(word)
        end = match.end()
        if word.endswith(("'s", "s'")) and without_possessive(word) not in FOR_WHOM:
            tokens, begun = [], -1
    if len(tokens) > 1:
        yield begun, end, tuple(tokens)


_ENDS = word_set(
    "committee board panel council partnership group cabinet forum commission trust plan strategy "
    "programme fund grant scheme policy network alliance association society institute"
)
_BEGINS_ANEW = OPENING_WORDS - JOINERS
_GOES_ELSEWHERE = frozenset(("to", "in", "on", "at", "by"))
_LEADS = frozenset((".", ":", "-", "–", "—"))
_OF_A_BODY = word_set(
    "chairman chair vice-chair vice-chairman member minute meeting director head clerk secretary "
    "leader adoption approval review role work remit"
)


def _runs(texts: Sequence[Passage]) -> list[int]:
    """For each text the number of the list or table that it is part of, or -1."""
    numbers: list[int] = []
    run = before = -1
    for number, passage in enumerate(texts):
        kind = _kind_of_list(passage)
        if kind < 0:
            run = -1
        elif run < 0 or kind != before:
            run = number
        before = kind
        numbers.append(run)
    return numbers


def _kind_of_list(passage: Passage) -> int:
    """A number for the table or the sort of list that a text belongs to; -1 for running text."""
    text = passage.text
    if text.count(" ") > _LONGEST_ENTRY:
        return -1
    if passage.part == "cell":
        return 10 + passage.block
    if passage.part == "bullet":
        return 1
    if passage.part == "prose" and len(text.split()) <= _SHORT_LINE and text[-1:] not in ".!?;:":
        return 2
    return -1


def _mention(
    passage: Passage, start: int, end: int, tokens: tuple[str, ...], order: int, run: int
) -> Mention:
    text = passage.text
    number, sentence = _sentence_at(text, start)
    listed = passage.part != "heading" and bool(
        _LISTED.match(text) or _LISTED.match(passage.place.section)
    )
    return Mention(
        text=text[start:end],
        tokens=tokens,
        sentence=sentence,
        before=text[max(0, start - 30) : start],
        after=text[end : end + 20],
        around=text[max(0, start - 50) : end + 30],
        place=passage.place,
        part=passage.part,
        order=order,
        spot=(run, -1) if run >= 0 else (order, number),
        listed=listed,
        leads=not re.search("[A-Za-z]", text[:start]) and text[end : end + 2].strip() in _LEADS,
        quote=around(text, start, end),
    )


def _sentence_at(text: str, start: int) -> tuple[int, str]:
    """The sentence about a spot; one that ends in a semicolon goes on in the next."""
    reached = spot = 0
    for number, sentence in enumerate(sentences(text)):
        at = text.find(sentence[:_REACH], reached)
        reached = max(at, reached) + len(sentence)
        if start < reached:
            return spot, sentence
        if not sentence.endswith(";"):
            spot = number + 1
    return -1, text
