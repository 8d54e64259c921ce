"""Items marked in a sentence: “both changes …: (i) …, (ii) … and (iii) …” are three.

Marks that run on from the first are counted; what is said to be so many before them, and nothing
else there is, must be as many.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.named_lists import RULES as NAMED
from moothall.proofread.figures.stated_counts import RULES as STATED
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, finding_on, paragraphs, sentence

_MARK = Expression(r"(?<![\w(])\(?(?P<mark>[a-h]|[1-9]|[ivx]{1,4})\)\s(?=[\w£“‘])")
_RUNS = (
    tuple("abcdefgh"),
    tuple("123456789"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
)
_SAID = Expression(
    rf"(?<![\w£.,])(?P<n>{'|'.join(sorted(NUMBERS_TO_99, key=len, reverse=True))}|both|[2-9])\s"
    r"(?:of\s)?(?:the\s|these\s|those\s|our\s)?(?P<noun>(?:[a-z’'-]+\s){0,2}?[a-z’'-]{3,}(?:s|"
    r"ia))\b",
    re.IGNORECASE,
)
_OTHER = Expression(
    r"\b(?:includ\w+|such as|e\.g|for example|first|among|one of|at least|more than|up to|other|"
    r"further|remaining|between|years?|months?|weeks?|days?|hours|times|members|people|per)\b",
    re.IGNORECASE,
)
_LEADS_TO_THEM = Expression(
    r"^(?:(?!(?<!been )(?<!were )(?<!are )(?<!be )(?<!was )\b[a-z]+(?:ed|es)\b)"
    r"[^:;])*?"
    r"(?:\s?:|,?\snamely:?|\s[–-]|\sas follows:?|,?\si\.e\.:?|,?\sthat is:?|\s(?:these|they) are:?|"
    r"\sare:?|\swere:?|^|,)?\s*$",
    re.IGNORECASE,
)
"""Between the number and the marks nobody acts: “three parishes asked for (a) …” are parishes."""
_FEWEST = 2
_LONGEST = 900
_CURE = "Correct the number, or the list."
_TOLD = quotes_told(*NAMED, *STATED)


def as_many_are_marked_as_are_said(report: Report) -> Iterator[TextFinding]:
    """“Both changes have been made, namely (i) …, (ii) … and (iii) …”."""
    for paragraph in paragraphs(report):
        if ")" not in paragraph.text or len(paragraph.text) > _LONGEST:
            continue
        found = _misfit(paragraph)
        if found is None:
            continue
        one = sentence(paragraph.text)
        if not told_by(_TOLD, report, paragraph, paragraph.sentences[0]):
            yield finding_on(paragraph, one, found, _CURE, Confidence.MEDIUM)


def _misfit(paragraph: Paragraph) -> str | None:
    marks = [match["mark"].lower() for match in _MARK.finditer(paragraph.text)]
    if len(marks) < _FEWEST or not any(tuple(marks) == run[: len(marks)] for run in _RUNS):
        return None
    start = next(_MARK.finditer(paragraph.text)).start()
    lead = re.split(r"(?<=[.!?])\s", paragraph.text[:start])[-1]
    said = list(_SAID.finditer(lead))
    if (
        len(said) != 1
        or _OTHER.search(lead[said[0].start() :])
        or re.search(r"\d", lead.replace(said[0]["n"], ""))
    ):
        return None
    if not _LEADS_TO_THEM.match(lead[said[0].end() :]):
        return None
    word = said[0]["n"].lower()
    number = 2 if word == "both" else NUMBERS_TO_99.get(word) or int(word)
    if number == len(marks) or abs(number - len(marks)) > 2:
        return None
    return f"The text says {said[0][0]}; {len(marks)} follow, to ({marks[-1]})."


RULES: tuple[Rule, ...] = (as_many_are_marked_as_are_said,)
