"""Some and the others: “seven were ordered.  Four will come in May; the other two …” are six.

Left alone: counts of which a word says that they are not whole.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.numbered_parts import RULES as NUMBERED_PARTS
from moothall.proofread.figures.part_lists import RULES as PART_LISTS
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import finding_on, paragraphs

_N = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])"
_NOUN = r"(?:[a-z-]+\s){0,2}?(?!years|months|weeks|days|hours|times|thirds)[a-z]+s"
_COUNTED = Expression(rf"^\W*(?P<n>{_N})\s{_NOUN}\b(?!\sof\b)", re.IGNORECASE)
_SOME = Expression(
    rf"^\W*(?P<a>{_N}|one)\s(?:of (?:them|these)\s)?(?:will|were|was|are|is|have|has|had)\b"
    rf"[^.]{{3,120}}?(?:;|,| and)\s(?:and\s|while\s|but\s)?the (?:other|remaining)\s"
    rf"(?P<b>{_N}|one)\b",
    re.IGNORECASE,
)
_NOT_WHOLE = Expression(
    r"\b(?:includ\w+|such as|e\.g|for example|among\w*|etc|and others|or more|mainly|mostly|so far|"
    r"plus|of which)\b",
    re.IGNORECASE,
)


def some_and_the_others_are_all(report: Report) -> Iterator[TextFinding]:
    """“Seven were ordered.  Four will come in May; the other two in June.”"""
    for paragraph in paragraphs(report):
        for before, one in pairwise(paragraph.sentences):
            message = _wrong(before.text, one.text) if "the " in one.text else None
            if message is not None:
                confidence = Confidence.LOW if paragraph.cell else Confidence.MEDIUM
                cure = "Correct one of the numbers."
                yield finding_on(paragraph, one, message, cure, confidence)


def _wrong(before: str, text: str) -> str | None:
    parts = _SOME.match(text)
    whole = _COUNTED.match(before) if parts is not None else None
    if whole is None or parts is None or _NOT_WHOLE.search(f"{before} {text}"):
        return None
    said, some, others = (_value(number) for number in (whole["n"], parts["a"], parts["b"]))
    if said == some + others or some > said:
        return None
    return f"{parts['a']} and {parts['b']} are {some + others}, not {whole['n'].lower()}."


def _value(number: str) -> int:
    return 1 if number.lower() == "one" else NUMBERS_TO_99.get(number.lower()) or int(number)


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(some_and_the_others_are_all, (*NUMBERED_PARTS, *PART_LISTS)),
)
