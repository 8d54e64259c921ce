"""Directions told twice: “complaints rose during the year”, and “the number of complaints fell”.

A thing that rose over a year did not fall over it; what is larger than another is not smaller than
it.  Two sentences are held against each other where their subjects are the same words and both are
of the year of the report.  Left alone: other years, places and groups, what is forecast or sought,
and sentences that set one time against another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.concepts import concepts, names
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import passages, sentences
from moothall.proofread.reading.statements import periods_named

_HOW = (
    r"(?:(?:also|again|now|steadily|slightly|sharply|significantly|further|continued to|all|since|"
    r"only|gradually|overall)\s){0,3}"
)
_UP = (
    r"(?:rose|risen|rise|rising|increas(?:ed|ing)|gr(?:ew|own|owing)|gone up|went up|climbed|"
    r"(?:is|are|was|were) (?:much |slightly )?(?:up|higher|greater|longer|larger)|worsened)"
)
_DOWN = (
    r"(?:fell|fallen|falling|decreas(?:ed|ing)|reduc(?:ed|ing)|dropped|declin(?:ed|ing)|shrunk|"
    r"shrank|gone down|went down|"
    r"(?:is|are|was|were) (?:much |slightly )?(?:down|lower|fewer|shorter|smaller))"
)
_MOVES = Expression(
    r"^\W*(?:However,? |Overall,? |In \w+,? |This year,? |During the year,? |Over the (?:past |"
    r"last )?year,? )?(?P<subject>[^.;,:()]{4,80}?)(?:,? which)?\s(?:(?:has|have|had|is|are|was|"
    rf"were)\s)?{_HOW}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?!\s(?:by the|the |a |an |our |its |"
    r"to the ))",
    re.IGNORECASE,
)
_OVER_A_YEAR = Expression(
    r"\b(?:(?:this|during the|in the|over the|throughout the|for the|within the|in) (?:past |last |"
    r"financial |whole |reporting )?year\b|(?:than|compared (?:with|to)|since|on|from) "
    r"(?:a year ago|last year|the (?:previous|last) year|the year before)|again this year|"
    r"year[- ]on[- ]year)",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:if|would|will|(?-i:may)|might|could|should|expect\w*|forecast\w*|project\w*|"
    r"predict\w*|target\w*|aim\w*|national\w*|england|average|before|until|then|after|first|"
    r"second|quarter|month|half|between|plan\w*|except|apart from|unlike|while|whilst|whereas|"
    r"although|despite|but|not|no|proportion|share|rate of|in real terms|per|each|some|most|many|"
    r"previous years)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    {"number", "total", "level", "rate", "amount", "figure", "overall", "volume", "people", "year"}
)
_LARGER = r"(?:larger|bigger|higher|greater|longer|more expensive|dearer|older|faster|taller|wider)"
_SMALLER = r"(?:smaller|lower|shorter|cheaper|newer|slower|younger|narrower|fewer|less)"
_COMPARED = Expression(
    rf"^\W*(?P<a>[^.;,:()]{{3,50}}?)(?:,? which)?\s(?:is|are|was|were)\s(?:[a-z]+ing\s)?"
    rf"(?:(?P<larger>{_LARGER})|(?P<smaller>{_SMALLER}))\sthan\s(?P<b>[^.;,:()]{{3,50}}?)"
    r"(?=[.;,:()]|$)",
    re.IGNORECASE,
)
_LONGEST = 260
_CURE = "Correct the word that is the wrong way round."


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says of its subject; `other` is what that is compared with."""

    subject: frozenset[str]
    other: frozenset[str]
    up: bool
    text: str
    place: Place
    names: frozenset[str]
    when: frozenset[str]

    def contradicts(self, one: "_Told") -> bool:
        if self.names != one.names or (self.when and one.when and self.when != one.when):
            return False
        if (self.subject, self.other) == (one.subject, one.other):
            return self.up != one.up
        turned = (self.subject, self.other) == (one.other, one.subject)
        return bool(self.other) and turned and self.up == one.up


def what_rose_over_the_year_did_not_fall(report: Report) -> Iterator[TextFinding]:
    """“Complaints rose during the year.”  “The number of complaints fell this year.”"""
    told: list[_Told] = []
    for passage in passages(report):
        if passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            # sums that went from one level to another are compared as figures
            plain = len(sentence) < _LONGEST and "£" not in sentence
            one = _read(sentence, passage.place) if plain else None
            if one is None:
                continue
            before = next((each for each in told if each.contradicts(one)), None)
            told.append(one)
            if before is not None:
                yield TextFinding(
                    place=one.place,
                    quote=one.text,
                    message=f"The contrary is said at {before.place}: “{shortened(before.text)}”.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


def _read(sentence: str, place: Place) -> _Told | None:
    of_a_year = _OVER_A_YEAR.search(sentence)
    if not of_a_year and "than " in sentence and (match := _COMPARED.search(sentence)) is not None:
        a, b = _words(match["a"]), _words(match["b"])
        if a and b and a != b and not _OTHERWISE.search(sentence):
            return _Told(
                *(a, b, bool(match["larger"]), sentence, place),
                *(names(sentence), periods_named(sentence) - _OF_THE_REPORT),
            )
    match = _MOVES.search(sentence) if of_a_year else None
    if match is None or _OTHERWISE.search(sentence):
        return None
    subject = _words(match["subject"])
    if not 0 < len(subject) <= _MOST_WORDS:
        return None
    return _Told(
        *(subject, frozenset(), bool(match["up"]), sentence, place),
        *(names(sentence), periods_named(sentence) - _OF_THE_REPORT),
    )


_MOST_WORDS = 4
_OF_THE_REPORT = frozenset({"this year", "last year"})
"""“Up on last year” is of this one."""


def _words(text: str) -> frozenset[str]:
    return concepts(text) - _PLAIN


RULES: tuple[Rule, ...] = (what_rose_over_the_year_did_not_fall,)
