"""Sentences, resolutions and names that stand twice close together, as they do after pasting.

Far apart a paper may well say a thing again; within one paragraph or one list, word for word and
with the same figures, it is pasted twice.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import paragraphs

_LABEL = Expression(r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+|[-•–*]\s+)?", re.IGNORECASE)
_WORD = Expression(r"[a-z0-9£%’']+", re.IGNORECASE)
_ANSWER = Expression(
    r"^\W*(?:(?:yes|no|none|nil|n/?a|not applicable|agreed|approved|noted|resolved|carried|votes?|"
    r"that the (?:report|minutes|update|position)\b[^.]{0,40}\bnoted|no (?:objections?|comments?|"
    r"implications?|impact|change|further|direct|specific)|there (?:are|were|is) no)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 6
_FEWEST_IN_ITEMS = 8
_NEAR = 8
"""So many blocks further on two items are still of one list."""


def a_sentence_stands_once_in_its_paragraph(report: Report) -> Iterator[TextFinding]:
    """“The provider was rated Good in March. … The provider was rated Good in March.”"""
    for paragraph in paragraphs(report):
        if len(paragraph.sentences) < _TWO or paragraph.cell:
            continue
        seen: set[str] = set()
        for one in paragraph.sentences:
            words = _words(one.text)
            if words in seen:
                yield _twice(paragraph.place, one.text, "earlier in this paragraph")
                break
            if words.count(" ") >= _FEWEST_WORDS - 1 and not _ANSWER.match(one.text):
                seen.add(words)


def an_item_stands_once_in_its_list(report: Report) -> Iterator[TextFinding]:
    """Two numbered resolutions, reasons or paragraphs of one list in the same words."""
    run: list[tuple[int, str, Prose]] = []
    last: Prose | None = None
    for number, block in enumerate(report.blocks):
        if isinstance(block, Heading) or (isinstance(block, Prose) and block.text.endswith(":")):
            run, last = [], None
        if not isinstance(block, Prose) or block.bullet or not _is_an_item(block):
            continue
        if last is not None and _begins_anew(last, block):
            run = []
        last = block
        words = _words(block.text)
        if words.count(" ") < _FEWEST_IN_ITEMS - 1 or _ANSWER.match(_LABEL.sub("", block.text)):
            continue
        earlier = next((b for n, w, b in run if w == words and number - n <= _NEAR), None)
        if earlier is not None and earlier.place != block.place:
            yield _twice(block.place, block.text, f"{earlier.place}")
        run.append((number, words, block))


def _is_an_item(block: Prose) -> bool:
    label = _LABEL.match(block.text)
    return bool(block.number) or (label is not None and label[0].strip() != "")


def _begins_anew(last: Prose, block: Prose) -> bool:
    """Whether the numbers go back: two lists of duties may share one."""
    first, second = (_NUMBER.match(f"{one.number} {one.text}".strip()) for one in (last, block))
    return bool(first and second and int(second[1]) <= int(first[1]))


_NUMBER = Expression(r"\(?(\d{1,2})[.)]?\s")


def _words(text: str) -> str:
    return " ".join(_WORD.findall(_LABEL.sub("", text).casefold()))


def _twice(place: Place, text: str, where: str) -> TextFinding:
    return TextFinding(
        place=place,
        quote=shortened(text),
        message=f"The same words stand {where}.",
        confidence=Confidence.MEDIUM,
        cure="Keep one of the two, or put what was meant in its place.",
    )


_TWO = 2

# --- one entry twice in a list in line ------------------------------------------------------------

_LINE = Expression(
    r"^(?P<head>[^:]{3,60}):\s(?P<items>[^.:]{12,400}?)\.?$|(?P<all>(?:[^.;:]{3,50};\s){3,}[^.;:]{3,50})"
)
_FEWEST_ENTRIES = 4
_SHORTEST = 6


def an_entry_stands_once_in_a_list_in_line(report: Report) -> Iterator[TextFinding]:
    """“Distribution: ward members; parish clerk; the school; ward members; fire service.”"""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            sign = ";" if one.text.count(";") >= _FEWEST_ENTRIES - 1 else ","
            if one.text.count(sign) < _FEWEST_ENTRIES - 1 or (sign == "," and ":" not in one.text):
                continue
            if (match := _LINE.search(one.text)) is None:
                continue
            entries = [
                _words(re.sub(r"^\s*and\s", "", entry))
                for entry in (match["items"] or match["all"]).split(sign)
            ]
            twice = [
                entry
                for place, entry in enumerate(entries)
                if entry in entries[:place] and len(entry) >= _SHORTEST and " " in entry
            ]
            if len(entries) < _FEWEST_ENTRIES or len(twice) != 1 or re.search(r"\d", twice[0]):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=shortened(one.text),
                message=f"“{twice[0]}” stands twice in this list.",
                confidence=Confidence.MEDIUM,
                cure="Take one out, or put what was meant in its place.",
            )


RULES: tuple[Rule, ...] = (
    a_sentence_stands_once_in_its_paragraph,
    an_item_stands_once_in_its_list,
    an_entry_stands_once_in_a_list_in_line,
)
