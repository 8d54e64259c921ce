"""Cross-references: to numbered paragraphs of the same report.

A report also cites Acts, regulations, guidance, constitutions and other councils' papers, all of
which have sections and paragraphs.  What is said to be of another document is no cross-reference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Passage,
    around,
    passages,
    read_once,
)
from moothall.proofread.structure.numbering import Printed, printed_numbers
from moothall.proofread.structure.title_lines import title_lines

_LAW_BEFORE = Expression(
    r"\b(?:acts?|regulations?|regs|order|directive|code|constitution|rules?|nppf|ppg|npps|schedule|"
    r"circular|article|part\s\d+|chapter|judgment|standing orders?|statute|white paper|green paper|"
    r"convention|protocol|charter|guidance|lease|deed)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
# these are also the matter of the report itself: "the strategy, as set out in paragraph 4.2"
_ANY_ONE = Expression(r"\b(?:an?|any|no)\s(?:[a-z-]+\s){0,2}$")
_PAPER_BEFORE = Expression(
    r"\b(?:policy|policies|plan|strategy|framework|contract|agreement|letter|minutes|scheme|"
    r"specification|report\s(?:to|of|on|by|in))\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
OF_OTHER = Expression(
    r"^(?:\s*\([a-z0-9]{1,4}\))*\s*,?\s*(?:of|to|in|from|under|within)\s+"
    r"(?!(?:this|the\s+(?:present|current|covering|main)|our)\b)"
    r"(?!the\s+(?:report|appendix|table|attached|above|below)\b)"
    r"(?:the|that|its|their|part|schedule|chapter|appendix|annexe?|table|an?|[A-Z][a-z]+)\b",
)
_OF_A_DATED_REPORT = Expression(
    r"^\s*(?:of|to|in)\s+(?:the|that|a)\s+(?:[\w’'-]+\s+){0,3}?(?:report|paper|minutes)\s+(?:to|of|on|"
    r"by|from|dated|considered|presented|submitted|taken|brought)\b[^.;]{0,70}?\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""“paragraph 4 of the report to Council on 15 May 2024”: of that day’s report, not of this one."""
OF_LATER_REPORT = Expression(r"^\s*(?:of|to|in)\s+the\s+(?:report|attached)\b", re.IGNORECASE)
LIST = r"(?:\s*(?:,|-|–|to|and|&|or|,\s*and)\s*"
_PARAGRAPH_NUMBER = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_PARAGRAPH = Expression(
    rf"\b(?P<thing>paragraphs?|paras?\.?|sections?|"
    rf"recommendations?)\s+(?P<numbers>{_PARAGRAPH_NUMBER}"
    rf"{LIST}(?:paragraphs?\s|paras?\s|sections?\s)?{_PARAGRAPH_NUMBER}\b){{0,6}})(?![\d%])",
    re.IGNORECASE,
)
_BARE = Expression(
    rf"(?:\(see\s+|\bsee\s+)(?P<numbers>{_PARAGRAPH_NUMBER})(?=\s*(?:\)|above\b|below\b|[.;](?:\s|$)|$))"
    r"|\b(?:referenced|referred\s+to|set\s+out|outlined|detailed|described|explained|mentioned|"
    rf"discussed|given|shown|stated|noted|listed|summarised|considered|raised|recorded|covered)"
    rf"\s+(?:in|at|under)\s+(?P<led>{_PARAGRAPH_NUMBER})(?![\d.]*\s?(?:%|m\b|million))"
    rf"|(?<![\d.£,])(?P<pointed>{_PARAGRAPH_NUMBER})\s+(?=(?:above|below)\b(?!\s+(?:the|average|"
    rf"target|budget|inflation|base|zero|\d)))",
    re.IGNORECASE,
)
_MOST_BEYOND = 8
LEADING_IN = Expression(
    r"\b(?:outlined|described|detailed|set\s+out|shown|included|covered|discussed|summarised|"
    r"explained|contained|referred\s+to|see|refer\s+to|as\s+per|mentioned|noted|given|listed|"
    r"highlighted|identified|presented|addressed|provided|considered|stated)"
    r"(?:\s+(?:further|more\s+fully|also|above|below|earlier|later))?"
    r"(?:\s+(?:in|at|under|within|by|to))?\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _numbers(text: str) -> list[tuple[int, ...]]:
    return [
        tuple(int(part) for part in number.split("."))
        for number in re.findall(_PARAGRAPH_NUMBER, text)
    ]


def _written(parts: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in parts)


def of_another(text: str, start: int, end: int) -> bool:
    """Whether the words around say that the number is another document's."""
    before, after = text[max(0, start - 90) : start], text[end : end + 60]
    if _LAW_BEFORE.search(before) or OF_OTHER.match(after):
        return True
    if _OF_A_DATED_REPORT.match(text[end : end + 110]):
        return True
    paper = _PAPER_BEFORE.search(before)
    if paper is None or LEADING_IN.search(before):
        return False
    # "the threshold for a recovery plan in paragraph 2.5": no plan that is named
    return not (_ANY_ONE.search(before[: paper.start()]) and before.endswith((" in ", " at ")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """What a report prints: its numbers, and where each first stands."""

    printed: dict[tuple[int, ...], Printed]
    standing: frozenset[tuple[int, ...]]
    sections: frozenset[int]
    stems: frozenset[tuple[int, ...]]
    """What longer numbers begin with: "4.2" is there where 4.2.1 is."""

    @property
    def numbers_paragraphs(self) -> bool:
        return sum(len(parts) == 2 for parts in self.printed) >= 4

    def recommends(self, section: int) -> bool:
        """Whether a section is the one of the recommendations: "2.1 That the plan be agreed"."""
        return any(
            number.text.casefold().startswith(("that ", "to ", "recommend"))
            for parts, number in self.printed.items()
            if parts[0] == section and len(parts) <= 2
        )

    def lies_beyond(self, parts: tuple[int, ...]) -> bool:
        """Whether a number is of a section after the last of a short report."""
        few = sum(len(number) == 2 for number in self.printed)
        return few >= 3 and 0 < parts[0] - max(self.sections) <= _MOST_BEYOND

    def ends_before(self, parts: tuple[int, ...]) -> bool:
        """Whether the section has paragraphs from the first on, and this one would follow them."""
        own = [number[-1] for number in self.printed if number[:-1] == parts[:-1]]
        return bool(own) and min(own) == 1 and parts[-1] > max(own)

    def has(self, parts: tuple[int, ...]) -> bool:
        if parts in self.printed or parts in self.standing:
            return True
        if parts[-1] == 0 and len(parts) > 1:
            return parts[:-1] in self.printed or parts[0] in self.sections
        return parts in self.stems


_AT_START = Expression(
    rf"^({_PARAGRAPH_NUMBER})\.?(?:\s|$)|(?<=[.;:] )({_PARAGRAPH_NUMBER})(?= [A-Z])"
)


@read_once
def numbering_of(report: Report) -> Numbering:
    printed: dict[tuple[int, ...], Printed] = {}
    for number in printed_numbers(report):
        printed.setdefault(number.parts, number)
    standing = {
        parts
        for passage in passages(report)
        for match in _AT_START.finditer(passage.text)
        for parts in _numbers(match[0])
    }
    sections = {parts[0] for parts in printed}
    sections |= {parts[0] for parts in standing}
    for block in report.blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                if row and re.fullmatch(r"\d{1,2}\.?", row[0].strip()):
                    sections.add(int(row[0].strip(" .")))
    sections |= {line.number for line in title_lines(report)}
    stems = {parts[:length] for parts in printed for length in range(1, len(parts))}
    return Numbering(
        printed=printed,
        standing=frozenset(standing),
        sections=frozenset(sections),
        stems=frozenset(stems),
    )


def referred_paragraphs_are_there(report: Report) -> Iterator[TextFinding]:
    """“As described in paragraph 2.15”, and the report has no 2.15."""
    numbering = numbering_of(report)
    if len(numbering.printed) < 3:
        return
    for passage in passages(report):
        if not passage.has(
            "recommendation", "para", "section", "see", "above", "below", " in ", " at ", " under "
        ):
            continue
        ends: set[int] = set()
        for match in _PARAGRAPH.finditer(passage.text):
            start, end = match.span()
            ends.add(end)
            if of_another(passage.text, start, end):
                continue
            for parts in _numbers(match["numbers"]):
                if match["thing"][0] in "rR" and not numbering.recommends(parts[0]):
                    continue
                yield from _check_paragraph(numbering, passage, parts, start, end)
        for match in _BARE.finditer(passage.text):
            start, end = match.span()
            if any(start < told <= end for told in ends):
                continue
            if not of_another(passage.text, start, end):
                for parts in _numbers(match["numbers"] or match["led"] or match["pointed"]):
                    yield from _check_paragraph(numbering, passage, parts, start, end)


def _check_paragraph(
    numbering: Numbering, passage: Passage, parts: tuple[int, ...], start: int, end: int
) -> Iterator[TextFinding]:
    if not (
        numbering.numbers_paragraphs or numbering.lies_beyond(parts) or numbering.ends_before(parts)
    ):
        return
    wanted = _written(parts)
    quote = around(passage.text, start, end, after=30)
    if not numbering.has(parts):
        siblings = [n for n in numbering.printed if n[:-1] == parts[:-1]]
        there = (
            f"section {_written(parts[:-1])} ends at {_written(max(siblings))}"
            if siblings and max(siblings) < parts
            else f"it has no {wanted}"
        )
        later_report = OF_LATER_REPORT.match(passage.text[end:])
        yield TextFinding(
            place=passage.place,
            quote=quote,
            message=f"The text refers to {wanted}, which is not in this report: {there}.",
            confidence=Confidence.LOW if later_report else Confidence.MEDIUM,
            cure="Give the number of the paragraph that is meant.",
        )
        return
    printed = numbering.printed.get(parts)
    if printed is None:
        return
    if printed.order == passage.order and not printed.heading:
        yield TextFinding(
            place=passage.place,
            quote=quote,
            message=f"Paragraph {wanted} refers to itself.",
            confidence=Confidence.MEDIUM,
            cure="Give the number of the paragraph that is meant.",
        )
        return
    pointing = re.match(r"\s*(above|below)\b", passage.text[end:], re.IGNORECASE)
    if pointing and (pointing[1].lower() == "above") == (printed.order > passage.order):
        stands = "below" if printed.order > passage.order else "above"
        yield TextFinding(
            place=passage.place,
            quote=quote,
            message=f"{wanted} is said to be {pointing[1].lower()}, but stands {stands}.",
            confidence=Confidence.MEDIUM,
            cure="Check which paragraph is meant.",
        )


RULES: tuple[Rule, ...] = (referred_paragraphs_are_there,)
