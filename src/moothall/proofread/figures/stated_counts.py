"""Stated counts: lists and options are as many as is said."""

import re
from collections.abc import Iterator

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    passages,
    sentences,
    word_set,
)
from moothall.proofread.reading.statements import (
    LONGEST_SENTENCE,
    NUMBERS,
    SMALL_WORDS,
    content_words,
)

# --- how many items a list has --------------------------------------------------------------------

_COUNTED = Expression(
    r"\b(?P<number>" + "|".join(NUMBERS) + r"|[2-9]|1[0-5])\s+"
    r"(?P<noun>(?:[a-z][a-z’'-]+\s+(?:(?:and|or)\s+[a-z’'-]+\s+)?){0,3}?"
    r"[a-z][a-z’'-]*(?:s|ia))\b",
    re.IGNORECASE,
)
_LEAD = Expression(
    r"\b(?:following|below|as follows|namely|are|were|is|these|include[sd]?)\b|:\s*$|[-–—]\s*$",
    re.IGNORECASE,
)
_INCOMPLETE = Expression(
    r"\b(?:includ\w+|such as|for example|e\.?g\.?|among\w*|some of|of which|etc|one of|"
    r"at least|more than|over|up to|first|remaining|other|further|additional|main ones)\b",
    re.IGNORECASE,
)
_TIMES = word_set(
    "years months weeks days hours minutes times percent per cent percentage pounds miles metres "
    "councils authorities boroughs sessions meetings places hectares phases terms"
)


def a_list_has_as_many_items_as_it_says(report: Report) -> Iterator[TextFinding]:
    """ "The following five areas:" is followed by five items."""
    blocks = report.blocks
    for number, block in enumerate(blocks):
        if not isinstance(block, Prose) or block.bullet:
            continue
        leads = block.text.rstrip().endswith((":", "-", "–", "—"))
        counted = _said(block.text) if leads else _made_up_of(block.text)
        if counted is None:
            continue
        items = _items_after(blocks, number)
        if items is None or len(items) == counted[0] or len(items) < 2:
            continue
        if not leads and not _are_names(items):
            continue
        said, noun = counted
        followed = (
            blocks[number + len(items) + 1] if number + len(items) + 1 < len(blocks) else None
        )
        unsure = abs(len(items) - said) > 2 or (
            len(items) < said and isinstance(followed, Prose) and _may_be_one(followed, items)
        )
        yield TextFinding(
            place=block.place,
            quote=block.text[-150:],
            message=f"The text says {said} {noun}; {len(items)} follow.",
            confidence=Confidence.LOW if unsure else Confidence.MEDIUM,
            cure="Correct the number, or the list.",
        )


_MADE_UP_OF = Expression(
    r"\b(?:made up of|consists? of|comprises?|composed of|(?:split|divided|grouped|organised) "
    r"into|the following)\s(?:the\s)?(?:following\s)?(?P<number>"
    + "|".join(NUMBERS)
    + r"|[3-9]|1[0-5])\s(?P<noun>(?:[a-z][a-z’'-]+\s){0,2}?[a-z][a-z’'-]*s)\b"
    r"(?:\s(?:of|for|in)(?:\s[\w’'-]+){1,4}?)?(?:,?\s(?:as follows|(?:listed |set out |shown )?"
    r"below))?\.?$",
    re.IGNORECASE,
)


def _made_up_of(text: str) -> tuple[int, str] | None:
    """What a sentence without a colon says that the list under it holds: “of eight domains”."""
    end = text.rstrip()[-160:]
    match = _MADE_UP_OF.search(end)
    if match is None or not _is_counted(match) or _INCOMPLETE.search(end):
        return None
    number = match["number"].lower()
    return (NUMBERS.get(number) or int(number)), match["noun"]


_TELLS = Expression(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|we|they|it)\b", re.I
)
_LONGEST_NAME = 10


def _are_names(items: list[Prose]) -> bool:
    """Whether the items name things, and do not tell about them."""
    return not any(
        len(item.text.split()) > _LONGEST_NAME or _TELLS.search(item.text) for item in items
    )


_LOOKS_BACK = Expression(
    r"^(?:All|Each|None|Both|Most|These|Those|They|Of (?:these|those|them))\b(?:\s[\w’'-]+){1,}"
)


def _may_be_one(followed: Prose, items: list[Prose]) -> bool:
    """Whether what follows a list may be an item of it that has lost its mark.

    A title over other text is none, nor is what stands after items with letters of their own, nor
    a paragraph of sentences after items that are none.
    """
    if followed.number or not items[0].bullet or _LOOKS_BACK.match(followed.text):
        return False
    words = followed.text.split()
    short = len(words) <= _LONGEST_TITLE and followed.text[-1:].isalnum()
    lengths = [len(item.text.split()) for item in items]
    if short:
        return min(lengths) <= 2 * _LONGEST_TITLE and not _has_a_mark_of_its_own(items, followed)
    sentences_only = followed.text.rstrip().endswith(".") and len(words) > _MUCH_LONGER * max(
        lengths
    )
    return not (sentences_only and not any(i.text.rstrip().endswith(".") for i in items))


def _has_a_mark_of_its_own(items: list[Prose], followed: Prose) -> bool:
    """“A fairer city – homes for all”: where all items hold a dash, what has none is no item."""
    for mark in ("–", "—", ":"):
        if all(mark in item.text for item in items):
            return mark not in followed.text
    return False


_LONGEST_TITLE = 6
_MUCH_LONGER = 1.8
_POINTED = Expression(r"\b(?:following|these|(?:are|were) the)\s+$", re.IGNORECASE)


_SOME_OF_THEM = Expression(r"\bof (?:the|these|those|our|its|their)\s(?:[a-z]+\s)?$", re.IGNORECASE)
"""“Three of the five areas are these:” leads to three, and “users of the two piers:” to users."""


def _said(text: str) -> tuple[int, str] | None:
    """The number of things that a lead-in says will follow, and their noun."""
    sentence = list(sentences(text))[-1] if text.strip() else ""
    if len(sentence) > 400 or _INCOMPLETE.search(sentence):
        return None
    found = [match for match in _COUNTED.finditer(sentence) if _is_counted(match)]
    if len(found) != 1 or not _LEAD.search(sentence):
        return None
    match = found[0]
    if _SOME_OF_THEM.search(sentence[: match.start()]):
        return None
    # The number belongs to the list where it stands in the same clause as the colon.
    pointed = not match.start() or _POINTED.search(sentence[: match.start()])
    if len(content_words(sentence[match.end() :])) > (15 if pointed else 5):
        return None
    number = match["number"].lower()
    return (NUMBERS.get(number) or int(number)), match["noun"]


def _is_counted(match: re.Match[str]) -> bool:
    words = match["noun"].lower().split()
    return not (set(words) & _TIMES) and words[0] not in SMALL_WORDS


def _items_after(blocks: tuple[object, ...], number: int) -> list[Prose] | None:
    """The items right after a lead-in; None where they are nested or cannot be told."""
    items: list[Prose] = []
    for block in blocks[number + 1 : number + 40]:
        if not isinstance(block, Prose) or not block.bullet:
            break
        items.append(block)
    if not items:
        return _labelled_after(blocks, number)
    if any(item.text.rstrip().endswith(":") or item.text[:1].islower() for item in items[:-1]):
        lower = [item.text[:1].islower() for item in items]
        short = all(len(item.text) <= _WITHIN_A_LINE for item in items)
        led = any(item.text.rstrip().endswith(":") for item in items[:-1])
        if not all(lower) and (led or not short):
            return None  # an item broken in two, or a list within the list
    return items


_WITHIN_A_LINE = 50
"""Where no item fills a line, none can have been broken at the end of it."""
_LABEL = Expression(r"^\(?(?P<label>[a-h]|[1-9]|[ivx]{1,4})[.)]\s+\S", re.IGNORECASE)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _labelled_after(blocks: tuple[object, ...], number: int) -> list[Prose] | None:
    """Items that their own labels show to run on from the first: (a), (b), (c)."""
    items: list[Prose] = []
    labels: list[str] = []
    for block in blocks[number + 1 : number + 20]:
        match = _LABEL.match(block.text) if isinstance(block, Prose) and not block.number else None
        if match is None or not isinstance(block, Prose):
            break
        items.append(block)
        labels.append(match["label"].lower())
    runs = (tuple("abcdefgh"), tuple("123456789"), _ROMAN)
    in_order = any(tuple(labels) == run[: len(labels)] for run in runs)
    return items if items and in_order else None


_NAMED_IN_LINE = Expression(
    r"\b(?P<number>" + "|".join(NUMBERS) + r"|[2-9])\s+"
    r"(?P<noun>(?:[a-z][a-z’'-]+\s+){0,3}?[a-z][a-z’'-]*s)\b[^.:;()]{0,60}?"
    r"(?::|,?\s+namely:?)\s+(?P<items>[^.:()]{8,300})\.?$",
    re.IGNORECASE,
)


def a_sentence_names_as_many_as_it_says(report: Report) -> Iterator[TextFinding]:
    """ "Three lines of enquiry: A; B; C" names three."""
    for passage in passages(report):
        if passage.part == "heading":
            continue
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", passage.text[:8000]):
            match = _NAMED_IN_LINE.search(sentence) if len(sentence) <= LONGEST_SENTENCE else None
            if match is None or not _is_counted(match) or _INCOMPLETE.search(match[0]):
                continue
            said = NUMBERS.get(match["number"].lower()) or int(match["number"])
            named = len([item for item in match["items"].split(";") if item.strip(" .")])
            if named > 1 and named != said:
                yield TextFinding(
                    place=passage.place,
                    quote=match[0],
                    message=f"The text says {said} {match['noun']}; {named} are named.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the number, or the list.",
                )


# --- options --------------------------------------------------------------------------------------

_OPTIONS_SAID = Expression(
    r"\b(?:the following\s+)?(?P<number>" + "|".join(NUMBERS) + r"|[2-9])\s+options\s+"
    r"(?:are|were|have been|has been)\s+(?:\w+ly\s+)?(?:considered|appraised|identified|explored|"
    r"set out|assessed|developed|evaluated|put forward|presented|examined|looked at|tested|"
    r"compared)\b",
    re.IGNORECASE,
)
_OPTION_LABEL = Expression(r"^(?:\W*)option\s+(?P<label>[1-9]|[A-H])\b", re.IGNORECASE)


_OPTION_IN_TEXT = Expression(
    r"(?:^|(?<=[.;:]\s))option\s+(?P<label>[1-9]|[A-H])\b(?=\s*(?:[:,(–-]|is\b|was\b|would\b|"
    r"involves|"
    r"means|keeps|retains|provides|proposes|assumes|consists))",
    re.IGNORECASE,
)


def _place_of(label: str) -> int:
    return int(label) if label.isdigit() else ord(label.upper()) - ord("A") + 1


def as_many_options_are_set_out_as_are_said(report: Report) -> Iterator[TextFinding]:
    """ "Three options were considered" is borne out by Options 1 to 3."""
    said = [
        (passage, match)
        for passage in passages(report)
        for match in _OPTIONS_SAID.finditer(passage.text)
    ]
    numbers = {NUMBERS.get(m["number"].lower()) or int(m["number"]) for _, m in said}
    labels = set()
    for block in report.blocks:
        if isinstance(block, (Heading, Prose)) and (label := _OPTION_LABEL.match(block.text)):
            labels.add(_place_of(label["label"]))
    if not labels:
        # set out in running text: "Option A is to extend. Option B is a new contract."
        labels = {
            _place_of(match["label"])
            for passage in passages(report)
            for match in _OPTION_IN_TEXT.finditer(passage.text)
        }
    if len(numbers) != 1 or not labels or labels != set(range(1, len(labels) + 1)):
        return
    number = numbers.pop()
    passage, match = said[0]
    if len(labels) >= 2 and number != len(labels):
        yield TextFinding(
            place=passage.place,
            quote=passage.text[max(0, match.start() - 60) : match.end() + 60],
            message=f"The text says {number} options; {len(labels)} are set out.",
            confidence=Confidence.MEDIUM
            if len(labels) > number or _led_in(report, passage.place) == len(labels)
            else Confidence.LOW,
            cure="Correct the number, or the options.",
        )


def _led_in(report: Report, place: Place) -> int:
    """How many labelled options stand right after a line that leads them in with a colon."""
    blocks = report.blocks
    order = next((n for n, block in enumerate(blocks) if block.place == place), len(blocks))
    if order == len(blocks) or not getattr(blocks[order], "text", "").rstrip().endswith(":"):
        return 0
    after = blocks[order + 1 :]
    return next(
        (
            n
            for n, block in enumerate(after)
            if not isinstance(block, Prose) or not _OPTION_LABEL.match(block.text)
        ),
        len(after),
    )


RULES: tuple[Rule, ...] = (
    a_list_has_as_many_items_as_it_says,
    a_sentence_names_as_many_as_it_says,
    as_many_options_are_set_out_as_are_said,
)
