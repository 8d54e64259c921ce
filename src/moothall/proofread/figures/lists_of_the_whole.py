"""A number told, and the list of those who make it up, however the list names them.

“Of the 640, 548 got their first choice, 61 their second and 24 their third.  A further 19 …” are
652; “registered with the four centres: Ash Grove had 742, Beacon 615, Coldharbour 588 and Dene 465”
are a hundred more than were told.  More than all is wrong of people counted once; less is wrong
where as many are listed as the text says there are.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.part_lists import RULES as PART_LISTS
from moothall.proofread.figures.parts_after_their_wholes import RULES as AFTER
from moothall.proofread.figures.parts_in_turn import RULES as IN_TURN
from moothall.proofread.figures.sums import RULES as SUMS
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)

_WHOLE, _PART = mark("whole", "C"), mark("part", "C")
_OF_THE = Expression(
    rf"^\W*Of (?:the |these |those |our |its )?{_WHOLE}\s[^«»]{{0,90}}?,\s", re.IGNORECASE
)
_ITEM = Expression(
    rf"(?:^|,\s|\band\s|;\s)[^«»,;]{{0,45}}?{_PART}"
    r"(?!\s(?:days?|hours?|minutes?|weeks?|months?|years?|miles|km|metres)\b)"
)
_NAMED = Expression(r"\b(?:Years?|Key Stage|Stage|Band|Grade|aged|Phase) «C\d+»")
_FURTHER = Expression(rf"^(?:A|An|Another)\s(?:further\s|additional\s|other\s)?{_PART}\b")
_SO_MANY = Expression(
    rf"\b(?:the|our|its|all|at|in|with|across|by|from)\s(?P<n>{'|'.join(NUMBER_WORDS)}|[2-9])\s"
    r"(?P<things>[a-z-]+s)\b",
    re.IGNORECASE,
)
_SEVERAL = Expression(
    r"\b(?:more than one|some|several|both|multiple|also|as well|overlap\w*|including|of whom|"
    r"of which|twice|reasons?|could (?:choose|give|name|pick|tick)|at least|mentioned|example|"
    r"per cent|target|compared|last|"
    r"previous|than|rose|fell|from|between)\b|%|£",
    re.IGNORECASE,
)
_ONE_OF_THEM = Expression(
    r"\bfirst\b.*\bsecond\b|\bfull[- ]time\b.*\bpart[- ]time\b|\b(?:wo)?men\b.*\b(?:wo)?men\b|"
    r"\bboys\b.*\bgirls\b|\bgirls\b.*\bboys\b|\bfor\b.*\bagainst\b|\bpassed\b.*\bfailed\b|"
    r"\bupheld\b.*\b(?:dismissed|rejected|not upheld)\b|\bwithin\b.*\boutside\b|"
    r"\bagree\w*\b.*\bdisagree\w*\b|\bapproved\b.*\b(?:refused|declined)\b|"
    r"\bopen\b.*\bclosed\b|\bon time\b.*\blate\b",
    re.IGNORECASE,
)
"""Words for what nobody is both of."""
_NO_OTHERS = Expression(
    r"\b(?:there (?:are|were|is) no others?|no others?|nobody|no one|all (?:\w+ )?(?:are|were|is) "
    r"(?:counted|included|accounted)|one (?:\w+ )?only|only (?:one|once)|counted once)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_CURE = "Correct the number or its parts."
_TOLD = quotes_told(*PART_LISTS, *AFTER, *IN_TURN, *SUMS)


def those_listed_are_as_many_as_were_told(report: Report) -> Iterator[TextFinding]:
    """“2,310 families at the four centres.  Ash Grove had 742, …”: they are 2,410."""
    for paragraph in paragraphs(report):
        for place, one in enumerate(paragraph.sentences):
            if not one.figures:
                continue
            message = _of_the(paragraph, place, one) or _so_many(paragraph, place, one)
            if message and not told_by(_TOLD, report, paragraph, one):
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _of_the(paragraph: Paragraph, place: int, one: Sentence) -> str | None:
    """More parts than all, in a sentence that opens with them all."""
    pattern = _NAMED.sub(lambda match: match[0].replace("«", " ").replace("»", " "), one.pattern)
    match = _OF_THE.match(pattern)
    if match is None or _SEVERAL.search(one.text):
        return None
    whole = one.figure(match["whole"])
    parts = _parts(one, match.end() - 2)
    rest = " ".join(each.text for each in paragraph.sentences[place + 1 : place + 3])
    if not (_ONE_OF_THEM.search(one.text) or _NO_OTHERS.search(rest)):
        return None
    if place + 1 < len(paragraph.sentences):
        after = paragraph.sentences[place + 1]
        if _SEVERAL.search(after.text):
            return None
        further = _FURTHER.match(after.pattern)
        if further is not None:
            parts.append(after.figure(further["part"]))
    if len(parts) < _FEWEST or not whole.counts_exactly:
        return None
    total = sum(part.size for part in parts)
    if total <= whole.size or any(part.size >= whole.size for part in parts):
        return None
    return f"{_added(parts)} = {total:,}, more than all {whole.text}."


def _so_many(paragraph: Paragraph, place: int, one: Sentence) -> str | None:
    """Another number than was told, of as many as the text says there are."""
    counted = [each for each in one.figures if each.counts_exactly]
    told = _SO_MANY.search(one.text)
    if told is None or len(counted) != len(one.figures) or place + 1 >= len(paragraph.sentences):
        return None
    said = told["n"].lower()
    number = int(said) if said.isdigit() else NUMBER_WORDS[said]
    wholes = [each for each in counted if each.size > number]
    after = paragraph.sentences[place + 1]
    if len(wholes) != 1 or _SEVERAL.search(f"{one.text} {after.text}"):
        return None
    parts = _parts(after, 0)
    whole = wholes[0]
    if len(parts) != number or len(after.figures) != number:
        return None
    total = sum(part.size for part in parts)
    if total == whole.size or not all(part.size < whole.size for part in parts):
        return None
    if not whole.size * 4 < total * 5 < whole.size * 6:
        return None  # a slip leaves a sum near what it should be
    return f"{_added(parts)} = {total:,}, not {whole.text}."


def _parts(one: Sentence, since: int) -> list[Figure]:
    return [
        figure
        for match in _ITEM.finditer(one.pattern, since)
        if (figure := one.figure(match["part"])).kind is Kind.COUNT and figure.counts_exactly
    ]


def _added(parts: list[Figure]) -> str:
    return " + ".join(f"{part.size:,}" for part in parts)


RULES: tuple[Rule, ...] = (those_listed_are_as_many_as_were_told,)
