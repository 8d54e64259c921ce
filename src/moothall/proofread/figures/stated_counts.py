"""Stated counts: lists and options as many as is said, lengths and terms the same throughout."""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.running_text import (
    Passage,
    passages,
    sentences,
    shortened,
    word_set,
)
from moothall.proofread.reading.statements import (
    LONGEST_SENTENCE,
    NUMBERS,
    SMALL_WORDS,
    content_words,
)

# --- how many items a list has --------------------------------------------------------------------

_COUNTED = re.compile(
    r"\b(?P<number>" + "|".join(NUMBERS) + r"|[2-9]|1[0-5])\s+"
    r"(?P<noun>(?:[a-z][a-z’'-]+\s+(?:(?:and|or)\s+[a-z’'-]+\s+)?){0,3}?"
    r"[a-z][a-z’'-]*(?:s|ia))\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:following|below|as follows|namely|are|were|is|these|include[sd]?)\b|:\s*$|[-–—]\s*$",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(
    r"\b(?:includ\w+|such as|for example|e\.?g\.?|among\w*|some of|of which|etc|of the|one of|"
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
        if not isinstance(block, Prose) or not block.text.rstrip().endswith((":", "-", "–", "—")):
            continue
        counted = _said(block.text)
        if counted is None:
            continue
        items = _items_after(blocks, number)
        if items is None or len(items) == counted[0] or len(items) < 2:
            continue
        said, noun = counted
        followed = (
            blocks[number + len(items) + 1] if number + len(items) + 1 < len(blocks) else None
        )
        unsure = abs(len(items) - said) > 2 or (
            len(items) < said and isinstance(followed, Prose) and not followed.number
        )
        yield TextFinding(
            place=block.place,
            quote=block.text[-150:],
            message=f"The text says {said} {noun}; {len(items)} follow.",
            confidence=Confidence.LOW if unsure else Confidence.MEDIUM,
            cure="Correct the number, or the list.",
        )


_POINTED = re.compile(r"\b(?:following|these|(?:are|were) the)\s+$", re.IGNORECASE)


def _said(text: str) -> tuple[int, str] | None:
    """The number of things that a lead-in says will follow, and their noun."""
    sentence = list(sentences(text))[-1] if text.strip() else ""
    if len(sentence) > 400 or _INCOMPLETE.search(sentence):
        return None
    found = [match for match in _COUNTED.finditer(sentence) if _is_counted(match)]
    if len(found) != 1 or not _LEAD.search(sentence):
        return None
    match = found[0]
    # The number belongs to the list where it stands in the same clause as the colon.
    pointed = _POINTED.search(sentence[: match.start()])
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
        if not all(lower):
            return None  # an item broken in two, or a list within the list
    return items


_LABEL = re.compile(r"^\(?(?P<label>[a-h]|[1-9]|[ivx]{1,4})[.)]\s+\S", re.IGNORECASE)
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


_NAMED_IN_LINE = re.compile(
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


# --- lengths of time ------------------------------------------------------------------------------

_LENGTH = re.compile(
    r"(?<![\w-])(?P<number>\d{1,3}|one|" + "|".join(NUMBERS) + r")[\s-]+"
    r"(?P<unit>day|week|month|year)s?[’']?[\s-]+"
    r"(?P<kind>(?:public|statutory|formal|staff|online|initial|further|second|informal|period of|"
    r"fixed[- ]term|full|open)\s+)?"
    r"(?P<noun>consultation|pilot|secondment|engagement exercise|listening exercise|survey|"
    r"notice period|call-in)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:further|second|third|another|additional|initial|informal|first)\s*$", re.IGNORECASE
)


def a_length_of_time_is_the_same_throughout(report: Report) -> Iterator[TextFinding]:
    """The consultation that lasts twelve weeks on one page does not last ten on another."""
    seen: defaultdict[tuple[str, str], dict[int, tuple[Passage, re.Match[str]]]] = defaultdict(dict)
    for passage in passages(report):
        for match in _LENGTH.finditer(passage.text):
            preceding = passage.text[max(0, match.start() - 14) : match.start()]
            if _ANOTHER.search(f"{preceding} {match['kind'] or ''}"):
                continue
            number = match["number"].lower()
            value = 1 if number == "one" else NUMBERS.get(number) or int(number)
            key = (match["noun"].lower(), match["unit"].lower())
            seen[key].setdefault(value, (passage, match))
    for (noun, unit), lengths in seen.items():
        if len(lengths) != 2:
            continue
        (first, (before, match_before)), (second, (passage, match)) = lengths.items()
        kinds = {(found["kind"] or "").strip().lower() for found in (match_before, match)} - {""}
        if before.block == passage.block or len(kinds) > 1:
            continue
        yield TextFinding(
            place=passage.place,
            quote=passage.text[max(0, match.start() - 60) : match.end() + 60],
            message=f"The {noun} is of {second} {unit}s here and of {first} {unit}s at "
            f"{before.place}.",
            confidence=Confidence.MEDIUM,
            cure="Give one length, or say which is meant.",
        )


_SPAN = re.compile(
    r"\b(?:within|over|in)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?P<low>\d{1,2})"
    r"(?:\s?(?:-|–|to)\s?(?P<high>\d{1,2}))?\s+(?P<unit>month|week|year)s\b",
    re.IGNORECASE,
)


def a_promise_has_one_term(report: Report) -> Iterator[TextFinding]:
    """What is to be done "within 9-12 months" is not due "over the next 12 months" elsewhere.

    Only shown when everything is asked for.
    """
    seen: list[tuple[re.Match[str], frozenset[str], Passage, str]] = []
    for passage in passages(report):
        for sentence in sentences(passage.text):
            match = _SPAN.search(sentence) if len(sentence) <= LONGEST_SENTENCE else None
            if match is None:
                continue
            words = content_words(sentence)
            for before, others, _, earlier in seen[-30:]:
                terms = [
                    (found["low"], found["high"], found["unit"].lower())
                    for found in (before, match)
                ]
                if terms[0] != terms[1] and len(words & others) >= 4:
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"“{match[0]}” here, “{before[0]}” earlier "
                        f"(“{shortened(earlier)}”).",
                        confidence=Confidence.LOW,
                        cure="Give one term.",
                    )
                    break
            seen.append((match, words, passage, sentence))


# --- options --------------------------------------------------------------------------------------

_OPTIONS_SAID = re.compile(
    r"\b(?:the following\s+)?(?P<number>" + "|".join(NUMBERS) + r"|[2-9])\s+options\s+"
    r"(?:are|were|have been|has been)\s+(?:\w+ly\s+)?(?:considered|appraised|identified|explored|"
    r"set out|assessed|developed|evaluated|put forward|presented|examined|looked at|tested|"
    r"compared)\b",
    re.IGNORECASE,
)
_OPTION_LABEL = re.compile(r"^(?:\W*)option\s+(?P<label>[1-9]|[A-H])\b", re.IGNORECASE)


_OPTION_IN_TEXT = re.compile(
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
            confidence=Confidence.MEDIUM if len(labels) > number else Confidence.LOW,
            cure="Correct the number, or the options.",
        )


RULES: tuple[Rule, ...] = (
    a_list_has_as_many_items_as_it_says,
    a_sentence_names_as_many_as_it_says,
    a_length_of_time_is_the_same_throughout,
    a_promise_has_one_term,
    as_many_options_are_set_out_as_are_said,
)
