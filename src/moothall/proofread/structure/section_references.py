"""Cross-references to sections: “as outlined in section 7”, “section 3k”."""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.structure.numbering import printed_numbers
from moothall.proofread.structure.references import LEADING_IN, numbering_of, of_another

_SECTION = Expression(
    r"\bsections?\s+(?P<number>\d{1,2})\b(?![.(/%]\w|[A-Za-z]|\s*\()", re.IGNORECASE
)
_NO_SECTION_OF_OURS = Expression(
    r"^\s*(?:officers?|agreements?|notices?|orders?|inspections?|duty|duties|grants?|reports?|"
    r"enquir|inquir|investigat|checks?|contributions?|monies|money|money|funding|funds?|payments?|"
    r"consultations?|direction|assessments?|obligations?|applications?|powers?|budget|planning|"
    r"meetings?|strategy|aftercare|licen|application|tenanc|school|staff|visits?|of\b)",
    re.IGNORECASE,
)
_IN_IT = Expression(r"(?:\b(?:in|at|see|by|per|and|from)\s+(?:the\s+)?|\()$", re.IGNORECASE)
_ENDS_THERE = Expression(
    r"^\s*(?:[.,;:)]|$|(?:and|or|but|which|is|are|was|has|have|will|would|shows?|sets?|gives?|"
    r"describes?|explains?)\b)",
    re.IGNORECASE,
)
_ANY_LAW = Expression(
    r"\b(?:acts?|regulations?|legislation|statut\w+|code|constitution|guidance|agreement|deed|"
    r"lease|law|legal|powers?|notice|ofsted|schedule|licen[cs]\w+|court|order|policy|strategy|"
    r"council[’']s duty|duty)\b",
    re.IGNORECASE,
)
_MOST_BEYOND = 8
_OFTEN = 3
"""So many references to sections that are there: it is how the report speaks of its own."""
_OF_THIS = Expression(r"^\s*(?:above|below|of\s+(?:this|the)\s+report)\b", re.IGNORECASE)


def _what_there_is(sections: frozenset[int], wanted: int) -> str:
    """Where the sections end; those of the text's own lists are numbered too, and run less far."""
    last = min(sections)
    while last + 1 in sections:
        last += 1
    beyond = {number for number in sections if last < number < wanted}
    return f"its sections end at {last}." if len(beyond) < 2 else f"it has no {wanted}."


def referred_sections_are_there(report: Report) -> Iterator[TextFinding]:
    """“As outlined in section 7”, and the report has no section 7."""
    numbering = numbering_of(report)
    if len(numbering.sections) < 3:
        yield from _with_no_numbers_at_all(report)
        return
    own = sum(
        int(match["number"]) in numbering.sections
        for passage in passages(report)
        if "section" in passage.folded
        for match in _SECTION.finditer(passage.text)
    )
    for passage in passages(report):
        if "section" not in passage.folded:
            continue
        for match in _SECTION.finditer(passage.text):
            start, end = match.span()
            number = int(match["number"])
            after = passage.text[end : end + 60]
            ours = bool(_OF_THIS.match(after))
            if number in numbering.sections or (not ours and _NO_SECTION_OF_OURS.match(after)):
                continue
            company = _stands_in_company(passage.text, match, numbering.sections)
            if not (ours or company) and of_another(passage.text, start, end):
                continue
            led = LEADING_IN.search(passage.text[max(0, start - 60) : start]) or (
                # "the method in section 9.", with no Act in the paragraph that could have one
                _IN_IT.search(passage.text[max(0, start - 12) : start])
                and _ENDS_THERE.match(after)
                and 0 < number - max(numbering.sections) <= _MOST_BEYOND
                and not _ANY_LAW.search(passage.text)
            )
            led = led or (own >= _OFTEN and _stands_as_ours(passage.text, match))
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, start, end, after=30),
                message=f"The text refers to section {number}, which is not in this report: "
                + _what_there_is(numbering.sections, number),
                confidence=Confidence.MEDIUM if led or ours or company else Confidence.LOW,
                cure="Give the number of the section that is meant.",
            )


def _stands_as_ours(text: str, match: re.Match[str]) -> bool:
    """Whether a reference stands alone in brackets or ends its clause, and no law is near it."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() :]
    near = text[max(0, match.start() - 120) : match.end() + 80]
    return bool(
        _IN_IT.search(before) and _ENDS_THERE.match(after[:20]) and not _ANY_LAW.search(near)
    )


_ANY_SECTION = Expression(r"\bsections?\s+(?P<number>\d{1,2})\b(?![./%]\w)", re.IGNORECASE)
_OF_LAW = Expression(
    r"\b(?:acts?|regulations?|legislation|statut\w+|code|constitution|guidance|deed|lease|law|legal|"
    r"powers?|notices?|ofsted|orders?|licen[cs]\w+|court|duty|duties|grants?|agreements?|schedule|"
    r"local plan)\b",
    re.IGNORECASE,
)
_MOST_BEYOND_IN_COMPANY = 20


def _stands_in_company(text: str, match: re.Match[str], sections: frozenset[int]) -> bool:
    """Whether the text points to another section too, which is there, and speaks of no law.

    “The plan has two parts: ferries (section 2) and lamps (section 14)”.
    """
    start, end, number = match.start(), match.end(), int(match["number"])
    if not (
        0 < number - max(sections) <= _MOST_BEYOND_IN_COMPANY
        and _IN_IT.search(text[max(0, start - 12) : start])
    ):
        return False
    near = text[max(0, start - _NEAR) : end + _NEAR]
    others = {int(other["number"]) for other in _ANY_SECTION.finditer(near)}
    return bool(others & sections) and not _OF_LAW.search(near)


_NEAR = 200
_SEE_SECTION = Expression(
    r"\bsee (?:also )?section (?P<number>\d{1,2})\s*(?:\)|below|above|[.;]?$)", re.IGNORECASE
)
_FROM_OR_TO = Expression(r"^(?:from|to|report to|report of|subject|title)\s?:", re.IGNORECASE)
_SOURCES = Expression(r"^(?:list of )?(?:background|appendi|annex|footnotes|notes)", re.IGNORECASE)
_FIRST_LINES = 6
_SHORT_PAPER = 60
"""Blocks: a long text may be a part of one whose sections are numbered."""


def _with_no_numbers_at_all(report: Report) -> Iterator[TextFinding]:
    """“(see section 4)”, in a short paper, whole with its head, that numbers no section."""
    lines = [block for block in report.blocks if isinstance(block, Prose | Heading)]
    whole = any(_FROM_OR_TO.match(line.text) for line in lines[:_FIRST_LINES])
    if not whole or len(report.blocks) > _SHORT_PAPER:
        return
    # the numbers of a list of background papers are no sections
    ends = next((n for n, line in enumerate(lines) if _SOURCES.match(line.text)), len(lines))
    for passage in passages(report):
        match = _SEE_SECTION.search(passage.text) if "see " in passage.folded else None
        if match is None or _ANY_LAW.search(passage.text[max(0, match.start() - 60) : match.end()]):
            continue
        begins = re.compile(rf"(?:section\s)?{match['number']}(?:[.:)]|\s)\s*[A-Z]", re.IGNORECASE)
        if any(begins.match(f"{line.number} {line.text}".strip()) for line in lines[:ends]):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), after=30),
            message=f"The text refers to section {match['number']}; no section of this report has "
            "a number.",
            confidence=Confidence.MEDIUM,
            cure="Name the section that is meant.",
        )


_LETTERED = Expression(
    r"(?<!ection )(?<!ections )(?<![\w.])(?P<number>\d{1,2})(?P<letter>[a-mA-M])\s?[|.:)–-]?\s+"
    r"(?=[A-Z])"
)
_TO_LETTERED = Expression(
    r"\b(?:sub-?)?sections?\s+(?P<number>\d{1,2})(?P<letter>[a-m])\b(?!\))", re.IGNORECASE
)
_FEWEST_LETTERS = 3


def a_lettered_section_referred_to_is_there(report: Report) -> Iterator[TextFinding]:
    """“Please refer to Section 3k”, where the parts of section 3 are 3a to 3g."""
    letters: defaultdict[str, set[str]] = defaultdict(set)
    told = [
        (passage, match)
        for passage in passages(report)
        if "section" in passage.folded
        for match in _TO_LETTERED.finditer(passage.text)
    ]
    if not told:
        return
    for passage in passages(report):
        for match in _LETTERED.finditer(passage.text[:600]):
            letters[match["number"]].add(match["letter"].lower())
    for passage, match in told:
        number, letter = match["number"], match["letter"].lower()
        own = sorted(letters[number])
        in_turn = own == [chr(ord("a") + place) for place in range(len(own))]
        if len(own) < _FEWEST_LETTERS or not in_turn or letter <= own[-1]:
            continue
        if of_another(passage.text, match.start(), match.end()):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), after=30),
            message=f"The text refers to section {number}{letter}, which is not in this report: "
            f"section {number} has {number}{own[0]} to {number}{own[-1]}.",
            confidence=Confidence.MEDIUM,
            cure="Give the section that is meant.",
        )


_ONE_NUMBER = Expression(
    r"\b(?:paragraphs?|paras?\.?)\s+(?P<number>\d{1,3})(?![\d.(/%]\w|\w|\s?\()"
    r"(?:\s?(?:-|–|to|and)\s?(?P<last>\d{1,3})(?![\d.(/%]\w|\w))?",
    re.IGNORECASE,
)
_FEWEST_PARAGRAPHS = 10
_MOST_PARAGRAPHS_BEYOND = 100


def a_paragraph_with_one_number_is_there(report: Report) -> Iterator[TextFinding]:
    """“In the workshops of paragraph 56”, where the paragraphs of the report end at 46."""
    numbers = [
        printed.parts[0]
        for printed in printed_numbers(report)
        if len(printed.parts) == 1 and not printed.heading
    ]
    run: list[int] = []
    for number in numbers:
        if not run or 0 < number - run[-1] <= 2:
            run.append(number)
    if len(run) < _FEWEST_PARAGRAPHS:
        return
    for passage in passages(report):
        if not passage.has("paragraph", "para"):
            continue
        for match in _ONE_NUMBER.finditer(passage.text):
            number = int(match["last"] or match["number"])
            after = passage.text[match.end() : match.end() + 60]
            if not run[-1] < number <= run[-1] + _MOST_PARAGRAPHS_BEYOND:
                continue
            if not _OF_THIS.match(after) and (
                of_another(passage.text, match.start(), match.end())
                or _ANY_LAW.search(passage.text[max(0, match.start() - 120) : match.end() + 60])
            ):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), after=30),
                message=f"The text refers to paragraph {number}; the paragraphs of this report "
                f"end at {run[-1]}.",
                confidence=Confidence.MEDIUM,
                cure="Give the number of the paragraph that is meant.",
            )


RULES: tuple[Rule, ...] = (
    referred_sections_are_there,
    a_lettered_section_referred_to_is_there,
    a_paragraph_with_one_number_is_there,
)
