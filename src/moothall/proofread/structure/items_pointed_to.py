"""Items of the agenda that minutes point to: there, and with the number of the title they name.

“Mr Ash declared an interest in item 7 – Questions”, where Questions is item 6; “dealt with in item
5.4 Chairman’s report”, where the Chairman’s report is 5.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import Passage, around, passages, read_once
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.structure.items_of_minutes import agenda_items

_POINTER = Expression(
    r"\b(?:agenda )?(?:item|minute)\s(?:no\.?\s|number\s)?(?P<number>\d{1,3}(?:\.\d{1,2})?)(?!\d)"
    r"(?P<sign>\s?[:–—,(-]|\son\b)?\s?[“‘\"']?(?P<title>[A-Z][^.;:()–—\n]{2,90})?",
    re.IGNORECASE,
)
_NUMBERED = Expression(
    r"^(?P<item>\d{1,2})(?:\.(?P<part>\d{1,2}))?[.)]?\s+(?P<title>[A-Z“‘][^.:;–—\n]{2,90})"
)
_TITLE_ENDS = Expression(r"\s[–-]\s|[”’\"](?:\s|$)|,\s(?:that|as|which|because)\b|\sthat\b|\sas\s")
_SMALL = word_set(
    "the and for from with any all item items agenda report reports update updates minutes matters "
    "this that other what note receive consider approve agree discuss proposed their"
)
_OTHER_MEETING = Expression(
    r"\b(?:meeting|minutes|agenda)\s(?:of|on|held)\b|\b(?:previous|last|next|earlier|future)\s|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b",
    re.IGNORECASE,
)
_OF_OTHER = Expression(
    r"^\s*(?:of|at|from|to)\s(?!(?:this|the\sagenda|today)\b)(?:the|that|its|their|[A-Z])"
)
_ON_THE_AGENDA = Expression(r"^\s(?:on|of) (?:the|this) agenda\b", re.IGNORECASE)
_INTEREST = Expression(r"\binterests?\s(?:was declared\s|declared\s)?in(?:\srespect of)?\s$", re.I)
_CLOSES = Expression(
    r"\b(?:next meeting|any other business|clos(?:e|ure|ing)|future meetings|aob)\b", re.I
)
_FEWEST = 4
_MOST_BEYOND = 12
_MOST_BEYOND_AN_AGENDA = 60


@dataclass(frozen=True, slots=True)
class _Entry:
    number: tuple[int, ...]
    title: str
    words: frozenset[str]
    order: int

    @property
    def printed(self) -> str:
        return ".".join(map(str, self.number))


def _words(text: str) -> frozenset[str]:
    """The words of a title that tell it from others, without their endings."""
    found = re.findall(r"[a-z]{4,}", text.casefold().replace("’", "'").replace("'s", ""))
    return frozenset(word.rstrip("s") for word in found if word not in _SMALL)


@read_once
def _entries(report: Report) -> tuple[_Entry, ...]:
    """The items with their titles: those named “(Item 5)”, or the numbered titles themselves."""
    named = agenda_items(report)
    if len(named) >= _FEWEST:
        return tuple(_Entry((i.number,), i.title, _words(i.title), i.order) for i in named)
    found = []
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose):
            continue
        match = _NUMBERED.match(f"{block.number} {block.text[:120]}".strip())
        if match is None:
            continue
        parts = tuple(int(part) for part in match.group("item", "part") if part and int(part))
        found.append(_Entry(parts, match["title"].strip(), _words(match["title"]), order))
    return tuple(found) if len(found) >= _FEWEST else ()


def an_item_pointed_to_has_the_number_of_its_title(report: Report) -> Iterator[TextFinding]:
    """“Item 7 – Questions”, where Questions is item 6 and item 7 something else."""
    entries = _entries(report) if are_minutes(report) else ()
    if not entries:
        return
    told: set[tuple[str, str]] = set()
    for passage, match, number in _pointers(report):
        title = _TITLE_ENDS.split(match["title"], maxsplit=1)[0] if match["title"] else ""
        words = _words(title)
        if not words or not title[:1].isupper():
            continue
        cited = [entry for entry in entries if entry.number == number]
        if any(words & entry.words for entry in cited) or any(not e.words for e in cited):
            continue
        meant = [e for e in entries if e.number != number and _names(words, e.words)]
        if len(meant) != 1 or meant[0].order == passage.order:
            continue
        key = (match["number"], meant[0].printed)
        if key in told:
            continue
        told.add(key)
        beside = (
            f"item {match['number']} is “{shortened(cited[0].title, 60)}”"
            if cited
            else (f"there is no item {match['number']}")
        )
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end("title"), after=20),
            message=f"“{shortened(meant[0].title, 60)}” is item {meant[0].printed}; {beside}.",
            confidence=Confidence.MEDIUM,
            cure="Give the number of the item that is meant.",
        )


def _names(words: frozenset[str], title: frozenset[str]) -> bool:
    """Whether words name a title: all of either stand in the other."""
    return bool(title) and (words <= title or title <= words)


def an_item_of_the_agenda_pointed_to_is_there(report: Report) -> Iterator[TextFinding]:
    """“An interest in item 14”, where the items of the agenda end at 9."""
    entries = _entries(report) if are_minutes(report) else ()
    numbers = [entry.number[0] for entry in entries]
    if not numbers:
        return
    last = max(numbers)
    # minutes that break off may have had more items
    whole = any(_CLOSES.search(e.title) for e in entries if e.number[0] >= last - 1)
    for passage, match, number in (*_pointers(report), *_discussed(report)):
        if not last < number[0] <= last + _MOST_BEYOND_AN_AGENDA:
            continue
        before = passage.text[max(0, match.start() - 40) : match.start()]
        after = passage.text[match.end("number") :]
        ours = bool(_ON_THE_AGENDA.match(after) or _INTEREST.search(before))
        ours = ours or (before.endswith("(") and after.startswith(")"))
        if not ours and number[0] > last + _MOST_BEYOND:
            continue
        if not ours and not _DISCUSSED.fullmatch(match[0]) and not _DEALT_WITH.search(before):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end("number"), after=40),
            message=f"The text speaks of item {match['number']}; the items end at {last}.",
            confidence=Confidence.MEDIUM if whole else Confidence.LOW,
            cure="Give the number of the item that is meant.",
        )


def _pointers(report: Report) -> Iterator[tuple[Passage, re.Match[str], tuple[int, ...]]]:
    """The items that a text points to, those of other meetings left out."""
    for passage in passages(report):
        if not passage.has("item ", "minute ") or passage.cell:
            continue
        for match in _POINTER.finditer(passage.text):
            before = passage.text[max(0, match.start() - 90) : match.start()]
            sentence = re.split(r"[.;]\s", before)[-1]
            if _OTHER_MEETING.search(sentence) or _OF_OTHER.match(
                passage.text[match.end("number") :]
            ):
                continue
            yield passage, match, tuple(int(part) for part in match["number"].split("."))


_DISCUSSED = Expression(
    r"\b(?:discussed|dealt with|covered|reported|noted|recorded|considered|addressed|minuted|"
    r"see|refer to|as per)\s(?:above |below |further |also )?(?:under|at|in)\s"
    r"(?:no\.?\s|number\s)?(?P<number>\d{1,2})(?=\s?(?:[.,;)]\D|[.;)]?$|(?:above|below)\b))",
    re.IGNORECASE,
)
_DEALT_WITH = Expression(
    r"\b(?:discussed|dealt with|covered|recorded|minuted|see|refer to|as per)\s"
    r"(?:(?:under|at|in)\s)?(?:agenda\s)?$",
    re.IGNORECASE,
)


def _discussed(report: Report) -> Iterator[tuple[Passage, re.Match[str], tuple[int, ...]]]:
    """“Discussed under 24.”: the number of an item, with no word for it."""
    for passage in passages(report):
        if passage.cell or not passage.has(" under ", " at ", " in "):
            continue
        for match in _DISCUSSED.finditer(passage.text):
            yield passage, match, (int(match["number"]),)


RULES: tuple[Rule, ...] = (
    an_item_pointed_to_has_the_number_of_its_title,
    an_item_of_the_agenda_pointed_to_is_there,
)
