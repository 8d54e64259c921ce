"""“One … the other” are two: “three cases were tried.  In one, …  In the other, …”.

The number stands in a sentence, and those after it in the paragraph speak of one and of the other.
Left alone: where another, a second or a third is told of as well, or some of them.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on, paragraphs

_NUMBER = Expression(
    r"\b(?P<n>three|four|five|six|[3-6])\s(?P<noun>(?:[a-z-]+\s)?(?!years|months|weeks|days|hours|"
    r"times|thirds|quarters)[a-z]+s)\b",
    re.IGNORECASE,
)
_ONE = Expression(
    r"^(?:In |At |Of |For |With |The first|One\b)(?:one\b)?|[;,:]\s(?:the first|one)\b(?! of)",
)
_THE_OTHER = Expression(
    r"(?:^|[;,]\s(?:and\s|while\s|but\s)?|\band\s)(?:(?:In|At|Of|For|With|in|at|for|with)\s)?"
    r"[Tt]he other\b"
    r"(?!\s(?:two|three|four|five|side|hand|way|parts?|(?!was\b|is\b|has\b|does\b)[a-z]+s\b))"
)
_MORE = Expression(
    r"\b(?:another|a third|the third|third|a second|the second|others|the other (?:two|three|four)|"
    r"each other|on the other|one another|some|any|in addition|also|last)\b",
    re.IGNORECASE,
)
_REACH = 3


def one_and_the_other_are_two(report: Report) -> Iterator[TextFinding]:
    """“In three cases it was not so.  In one, a film was made.  In the other, a poem was read.”"""
    for paragraph in paragraphs(report):
        if "he other" not in paragraph.text:
            continue
        for number, one in enumerate(paragraph.sentences):
            said = _NUMBER.search(one.text)
            if said is None:
                continue
            after = paragraph.sentences[number : number + _REACH]
            text = " ".join(each.text for each in after)
            told = [each.text for each in after[1:]] or [one.text[said.end() :]]
            first = any(_ONE.search(each) for each in (*told, one.text[said.end() :]))
            other = any(_THE_OTHER.search(each) for each in (*told, one.text[said.end() :]))
            if first and other and not _MORE.search(text):
                message = f"“{said[0]}”, and then one and the other, which are two."
                cure = "Correct the number, or tell of the rest."
                yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)
                break


RULES: tuple[Rule, ...] = (one_and_the_other_are_two,)
