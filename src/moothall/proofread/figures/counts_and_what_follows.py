"""Counts and what follows them at once: parts with brackets, names after “at” or “from”, the rest.

“Four parts: primary (section 3), secondary (section 4) and special (section 5)”; “three hubs, at
Ash and Elm, have opened”; “seven were ordered.  Four will come in May; the other two …”; “nine
members, four from each council”.  Left alone: lists that say that they are not whole, and counts
that another rule reads.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.named_lists import RULES as NAMED_LISTS
from moothall.proofread.figures.named_lists import items_named
from moothall.proofread.figures.numbered_parts import RULES as NUMBERED_PARTS
from moothall.proofread.figures.part_lists import RULES as PART_LISTS
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs

_N = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])"
_NOUN = r"(?:[a-z-]+\s){0,2}?(?!years|months|weeks|days|hours|times|thirds)[a-z]+s"
_NAME = r"(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'&-]*){0,3}"
_NAMES = rf"(?P<items>{_NAME}(?:,\s{_NAME}){{0,8}},?\sand\s{_NAME})"
_WITH_BRACKETS = Expression(
    rf"\b(?:has|have|had|in|into|are|were|with)\s(?P<n>{_N})\s(?P<noun>{_NOUN}):\s"
    r"(?P<items>[^.;:]{8,200}?\([^()]{2,40}\)[^.;:]{0,160}?)(?=[.;]|$)",
    re.IGNORECASE,
)
_AT_OR_FROM = Expression(
    rf"(?<![\w.,£–-])(?P<n>(?i:{_N}))\s(?P<noun>{_NOUN})(?:,\s(?:at|in|from)\s{_NAMES},?\s(?:have|has|"
    rf"had|are|were|will|is)\b|\s(?:(?:had|have) been |were |was )?(?:received|obtained|invited|"
    rf"submitted) from\s(?P<givers>{_NAME}(?:,\s{_NAME}){{0,6}},?\sand\s{_NAME})(?=[.;]|$))"
)
_COUNTED = Expression(rf"^\W*(?P<n>{_N})\s(?P<noun>{_NOUN})\b(?!\sof\b)", re.IGNORECASE)
_FIRST_SOME = Expression(
    rf"^\W*(?P<a>{_N}|one)\s(?:of (?:them|these)\s)?(?:will|were|was|are|is|have|has|had)\b"
    rf"[^.]{{3,120}}?(?:;|,| and)\s(?:and\s|while\s|but\s)?the (?:other|remaining)\s"
    rf"(?P<b>{_N}|one)\b",
    re.IGNORECASE,
)
_EACH = Expression(
    rf"(?<![\w.,£–-])(?P<n>{_N}|1[3-9]|[2-9]\d)\s(?:elected\s|voting\s)?(?P<noun>members|councillors|"
    rf"representatives|trustees|directors|governors),\s(?P<k>{_N})\s(?:[a-z]+\s)?(?:appointed\s|"
    rf"nominated\s|elected\s|drawn\s|chosen\s)?(?:by|from|for)\seach\s(?:of\s)?(?:the\s)?"
    rf"(?:(?P<of>{_N})\s)?[a-z]+",
    re.IGNORECASE,
)
_NOT_WHOLE = Expression(
    r"\b(?:includ\w+|such as|e\.g|for example|among\w*|etc|and others|or more|mainly|mostly|so far|"
    r"independent|co-opted|plus|chair|of which)\b",
    re.IGNORECASE,
)
_BRACKETS = Expression(r"\s?\([^()]{0,60}\)")
_CURE = "Correct the number, or what it counts."


def what_follows_a_count_is_as_many(report: Report) -> Iterator[TextFinding]:
    """“Three hubs, at Ash and Elm, have opened.”"""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if _NOT_WHOLE.search(one.text):
                continue
            message = _listed(one.text) or _of_each(one.text)
            if message is not None:
                yield _finding(paragraph, one, message)
        for before, one in pairwise(paragraph.sentences):
            message = _the_others(before.text, one.text)
            if message is not None:
                yield _finding(paragraph, one, message)


def _finding(paragraph: Paragraph, one: Sentence, message: str) -> TextFinding:
    confidence = Confidence.LOW if paragraph.cell else Confidence.MEDIUM
    return finding_on(paragraph, one, message, _CURE, confidence)


def _listed(text: str) -> str | None:
    match = _WITH_BRACKETS.search(text) if "(" in text and ":" in text else None
    plain = _BRACKETS.sub("", text)
    match = match or _AT_OR_FROM.search(plain)
    if match is None:
        return None
    groups = match.groupdict()
    items = _BRACKETS.sub("", groups.get("items") or groups.get("givers") or "")
    count = items_named(items)
    said = _value(match["n"])
    if count is None or count[0] <= said <= count[1] or abs(count[0] - said) > said / 2:
        return None
    return f"The text says {match['n']} {match['noun']}; {count[0]} are named."


def _of_each(text: str) -> str | None:
    """“Nine members, four appointed by each council”: no number of councils makes nine."""
    match = _EACH.search(text) if " each" in text else None
    if match is None:
        return None
    said, each = _value(match["n"]), _value(match["k"])
    if match["of"]:
        made = each * _value(match["of"])
        return None if made == said else f"{each} × {match['of']} = {made}, not {match['n']}."
    return None if said % each == 0 else f"{match['n']} is no number of times {match['k']}."


def _the_others(before: str, text: str) -> str | None:
    """“Seven were ordered.  Four will come in May; the other two in June”: six."""
    whole, parts = _COUNTED.match(before), _FIRST_SOME.match(text)
    if whole is None or parts is None or _NOT_WHOLE.search(f"{before} {text}"):
        return None
    said, made = _value(whole["n"]), _value(parts["a"]) + _value(parts["b"])
    if said == made or _value(parts["a"]) > said:
        return None
    return f"{parts['a']} and {parts['b']} are {made}, not {whole['n']}.".capitalize()


def _value(number: str) -> int:
    return 1 if number.lower() == "one" else NUMBERS_TO_99.get(number.lower()) or int(number)


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        what_follows_a_count_is_as_many, (*NAMED_LISTS, *NUMBERED_PARTS, *PART_LISTS)
    ),
)
