"""Last year’s label left in what a paper says of itself: “the dates for 2025/26 set out above”.

The paper's own year stands in its title.  The year before it may be named for comparison anywhere;
but not in what the paper asks for, in what it calls “this” and “above”, in the heading or caption
of
what its title names, nor in the label of a total.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages, read_once
from moothall.proofread.reading.running_text import sentences, word_set

_LABEL = Expression(
    r"(?<![\d/.£–-])20(?P<first>\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)(?![\d/-])|"
    r"\byear\s(?:ended|ending|to)\s31(?:st)?\sMarch\s20(?P<ended>\d\d)\b",
    re.IGNORECASE,
)
_ASKED_FOR = Expression(
    r"\b(?:be|to)\s(?:approved?|agreed?|adopted?|endorsed?|set|determined?|published?)\b|"
    r"\b(?:recommend\w*|resolved|asked to|is requested)\b",
    re.IGNORECASE,
)
_OF_THIS_PAPER = Expression(
    r"\b(?:this (?:period|year|plan|programme|report|statement|strategy|budget|quarter|book|scheme|"
    r"policy|return|review)|(?:set out|listed|shown|given) (?:above|below|here)|now reported|"
    r"listed here|(?:programme|table|list|plan|dates|budget) above)\b",
    re.IGNORECASE,
)
_COMPARED = Expression(
    r"\b(?:than|compar\w+|previous\w*|last year\w*|prior|before|earlier|against|from|since|"
    r"replac\w+|"
    r"supersed\w+|follow\w+|carr\w+|brought|roll\w+|outturn|actual|unchanged|review of|lessons|"
    r"year[- ]end|accounts|audited|annual report|was|were|had|progress|delivered|evaluat\w+|"
    r"note)\b",
    re.IGNORECASE,
)
_SMALL = word_set(
    "report council committee cabinet paper annual executive the for and with year years financial "
    "academic board final draft item agenda district borough county city"
)
_FIRST_LINES = 3
_TOTAL = Expression(r"^\W*(?:grand )?totals?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Subject:
    """The year of a paper, as its title has it, and the telling words of the title."""

    year: int
    text: str
    words: frozenset[str]


def a_label_of_the_paper_is_of_its_own_year(report: Report) -> Iterator[TextFinding]:
    """“Term dates 2026/27 … that the term dates for 2025/26 set out above be approved”."""
    subject = _subject(report)
    if subject is None:
        return
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for match in _LABEL.finditer(sentence):
                if _year(match) == subject.year - 1 and _is_of_the_paper(
                    passage, sentence, match, subject
                ):
                    yield TextFinding(
                        place=passage.place,
                        quote=around(sentence, match.start(), match.end(), 60),
                        message=f"{match[0]} here, in what the paper says of itself; its title has "
                        f"{subject.text}.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct the year, or say what is meant.",
                    )
                    break


def _is_of_the_paper(
    passage: Passage, sentence: str, match: re.Match[str], subject: _Subject
) -> bool:
    if any(_year(other) == subject.year for other in _LABEL.finditer(sentence)):
        return False  # both are named: the one is set beside the other
    near = sentence[max(0, match.start() - 60) : match.end() + 50]
    if _COMPARED.search(near):
        return False
    if passage.cell:
        return bool(_TOTAL.match(passage.text))
    if _OF_THIS_PAPER.search(sentence):
        return True
    named = bool(subject.words & _words(near))
    return named and (passage.heading or bool(_ASKED_FOR.search(sentence)))


def _year(match: re.Match[str]) -> int | None:
    """The year in which it begins."""
    if match["ended"]:
        return 2000 + int(match["ended"]) - 1
    first, second = int(match["first"]), int(match["second"])
    return 2000 + first if second == first + 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word.rstrip("s") for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _SMALL
    )


@read_once
def _subject(report: Report) -> _Subject | None:
    """The one year of the first lines, where they name one only."""
    lines = [b for b in report.blocks if isinstance(b, Prose | Heading | Grid)][:_FIRST_LINES]
    found: list[_Subject] = []
    for line in lines:
        text = line.text if isinstance(line, Prose | Heading) else ""
        first = next(iter(sentences(text)), "")[:_LONGEST_TITLE]
        for match in _LABEL.finditer(first):
            year = _year(match)
            if year is not None:
                found.append(_Subject(year, match[0], _words(first[: match.end() + 40])))
        if found:
            break
    years = {one.year for one in found}
    return found[0] if len(years) == 1 and found[0].words else None


_LONGEST_TITLE = 160

RULES: tuple[Rule, ...] = (a_label_of_the_paper_is_of_its_own_year,)
