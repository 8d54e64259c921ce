"""Denominators: percentages that the number they are of cannot give."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.proportions import CHANGE_WORD
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    mark,
    paragraphs,
    per_cent,
)

_COUNTED = (
    r"(?:respondents?|responses?|pupils|children|young people|people|residents|schools|academies|"
    r"staff|employees|posts|members|councillors|councils|authorities|wards|homes|households|"
    r"families|carers|parents|teachers|governors|providers|settings|participants|applicants|"
    r"applications|cases|complaints|referrals|visits|inspections|consultees|businesses|"
    r"organisations|patients|students|learners|tenants|users|women|men|girls|boys|adults|"
    r"indicators|measures|projects|actions|recommendations|replies|submissions|services|"
    r"looked after children|care leavers|nurseries|childminders|head ?teachers|officers)"
)
_PERCENT_OF = Expression(
    rf"{mark('p', 'P')}\s+(?:\([^()«»]{{0,30}}\)\s?)?of\s+(?:the|all|our|its|these|those)?\s*"
    rf"(?:(?P<word>{'|'.join(NUMBER_WORDS)})|{mark('n', 'C')})\s+(?:[a-z-]+\s){{0,3}}?{_COUNTED}\b",
    re.IGNORECASE,
)
_SURVEYED = Expression(
    r"\b(?:who (?:answered|expressed|gave|responded to)|valid|weighted|excluding|average|at least|"
    r"target|capacity|funding|budget|cost|time)\b",
    re.IGNORECASE,
)


def a_percentage_is_possible_for_its_base(report: Report) -> Iterator[TextFinding]:
    """33% of four schools is no whole number of schools."""
    for paragraph, one in each_sentence(report, 1):
        for match in _PERCENT_OF.finditer(one.pattern):
            p = one.figure(match["p"])
            base = NUMBER_WORDS[match["word"].lower()] if match["word"] else None
            if base is None:
                n = one.figure(match["n"])
                if not n.counts_exactly or n.rough or n.amount.places or n.amount.scale != 1:
                    continue
                base = int(n.value)
            context = one.pattern[max(0, match.start() - 40) : match.end() + 30]
            if p.rough or _SURVEYED.search(context) or p.size > HUNDRED or _aim(one, p):
                continue
            if base < 3 or is_possible_share(p, base):
                continue
            yield _impossible(
                paragraph, one, p, base, Confidence.HIGH if base <= 100 else Confidence.LOW
            )
    yield from _impossible_for_a_lead(report)
    yield from _impossible_for_a_survey(report)
    yield from _impossible_in_lists(report)


_LEAD = Expression(
    rf"(?:^|[,;:]\s)(?:of|among(?:st)?|from) (?:the |these |those |all |our )?"
    rf"(?:(?P<word>{'|'.join(NUMBER_WORDS)})|{mark('n', 'C')})\s"
    rf"(?P<things>[a-z][^«»;:.]{{2,110}}?)(?:,|\s–)\s(?:only\s|some\s|fully\s)?{mark('p', 'P')}"
    r"(?!\s?(?:more|less|higher|lower|points|increase|reduction|of (?:the|its|their) (?:budget|"
    r"cost|value|time|total)))",
    re.IGNORECASE,
)
_WORTH = Expression(
    r"£|\b(?:tonnes|miles|hours|fte|square|hectares|weighted|average|spend|value)\b", re.I
)


def _impossible_for_a_lead(report: Report) -> Iterator[TextFinding]:
    """ "Of the 17 parish councils which replied, 62% were supportive": no whole number of 17."""
    for paragraph, one in each_sentence(report, 1):
        match = _LEAD.search(one.pattern)
        if match is None or _WORTH.search(match["things"]) or _SURVEYED.search(match["things"]):
            continue
        if match["word"]:
            base = NUMBER_WORDS[match["word"].lower()]
        else:
            n = one.figure(match["n"])
            if not n.counts_exactly or n.rough or n.amount.places:
                continue
            base = int(n.value)
        p = one.figure(match["p"])
        if p.rough or p.size > HUNDRED or not 3 <= base <= 100 or is_possible_share(p, base):
            continue
        if _PERCENT_OF.search(one.pattern) or any(
            figure.kind is Kind.COUNT
            and 3 <= figure.value < base
            and is_possible_share(p, int(figure.value))
            for figure in one.figures
        ):
            continue
        yield _impossible(paragraph, one, p, base, Confidence.HIGH)


_ANSWERED = Expression(
    rf"{mark('n', 'C')}\s+(?:[a-z]+\s+){{0,2}}?(?:responses|respondents|replies|people responded|"
    r"completed (?:surveys|questionnaires))\b",
    re.IGNORECASE,
)


def _impossible_for_a_survey(report: Report) -> Iterator[TextFinding]:
    """A share of respondents that the few answers counted just before cannot give."""
    base, section = 0, ""
    for paragraph in paragraphs(report):
        if paragraph.section != section:
            base, section = 0, paragraph.section
        for one in paragraph.sentences:
            if base:
                for match in re.finditer(
                    rf"{mark('p', 'P')} of (?:the |all |our )?(?:respondents|responders)\b",
                    one.pattern,
                ):
                    p = one.figure(match["p"])
                    if p.rough or p.size > HUNDRED or is_possible_share(p, base):
                        continue
                    if _SURVEYED.search(one.pattern):
                        continue
                    yield _impossible(paragraph, one, p, base, Confidence.MEDIUM)
            for found in _ANSWERED.finditer(one.pattern):
                n = one.figure(found["n"])
                small = n.counts_exactly and not n.amount.places and 5 <= n.value <= 40
                base = int(n.value) if small else 0


def _aim(one: Sentence, p: Figure) -> bool:
    before = one.text[max(0, p.amount.start - 40) : p.amount.start]
    return bool(re.search(r"\b(?:target|aim|minimum|threshold|quorum|goal|a further)\b", before))


def is_possible_share(p: Figure, base: int) -> bool:
    """Whether some whole number of the base, rounded either way, gives the percentage."""
    step = p.amount.step
    for rounding in (ROUND_FLOOR, ROUND_CEILING):
        parts = (p.size / HUNDRED * base).to_integral_value(rounding)
        if (
            abs(parts / base * HUNDRED - p.size) < step
            if p.amount.places == 0
            else (abs(parts / base * HUNDRED - p.size) <= step * Decimal("0.51"))
        ):
            return True
    return False


def _impossible(
    paragraph: Paragraph, one: Sentence, p: Figure, base: int, confidence: Confidence
) -> TextFinding:
    under = int(p.size / HUNDRED * base)
    shares = [Decimal(under + more) / base * HUNDRED for more in (0, 1)]
    return TextFinding(
        place=paragraph.place,
        quote=one.text,
        message=f"{p.text} of {base} is no whole number: {under} of {base} is "
        f"{per_cent(shares[0], p.amount.places)}, {under + 1} of {base} is "
        f"{per_cent(shares[1], p.amount.places)}.",
        cure="Correct the percentage or the base, or say what the base is.",
        confidence=confidence,
    )


_BASE_ITEM = Expression(
    rf"^(?:(?:a )?total(?: of)?:?\s+|there (?:are|were) )?{mark('n', 'C')}\s+"
    r"(?:[A-Za-z-]+\s){0,3}?"
    rf"{_COUNTED}\b",
    re.IGNORECASE,
)


def _impossible_in_lists(report: Report) -> Iterator[TextFinding]:
    """A list that opens with its base: where the other percentages fit it, so must each."""
    base, fits, misfits = 0, 0, list[tuple[Paragraph, Sentence, Figure]]()
    section = ""
    for paragraph in [*paragraphs(report), None]:
        moved_on = paragraph is None or paragraph.section != section or not paragraph.bullet
        section = paragraph.section if paragraph is not None else ""
        opened = None
        if paragraph is not None and paragraph.bullet and paragraph.sentences:
            opened = _BASE_ITEM.search(paragraph.sentences[0].pattern)
        if paragraph is None or moved_on or opened is not None:
            if base and len(misfits) * 4 <= fits and fits >= 4:
                for where, one, p in misfits:
                    yield _impossible(where, one, p, base, Confidence.MEDIUM)
            base, fits, misfits = 0, 0, []
            if opened is not None and paragraph is not None and len(paragraph.text) < 80:
                n = paragraph.sentences[0].figure(opened["n"])
                if n.counts_exactly and not n.amount.places and 10 <= n.value < 500:
                    base = int(n.value)
            continue
        if not base:
            continue
        for one in paragraph.sentences:
            for figure in one.figures:
                if figure.kind is not Kind.PERCENT or figure.amount.places != 1 or figure.rough:
                    continue
                if is_possible_share(figure, base):
                    fits += 1
                else:
                    misfits.append((paragraph, one, figure))


_OF_PEOPLE = Expression(
    rf"{mark('p', 'P')}\s+of\s+(?:the\s+|all\s+|our\s+|those\s+|eligible\s+|local\s+)*{_COUNTED}\b",
    re.IGNORECASE,
)


def a_share_of_people_is_at_most_all(report: Report) -> Iterator[TextFinding]:
    """No more than 100% of respondents can have said something."""
    for paragraph, one in each_sentence(report, 1):
        for match in _OF_PEOPLE.finditer(one.pattern):
            p = one.figure(match["p"])
            tail = one.pattern[match.end() : match.end() + 30]
            if p.size <= HUNDRED or _SURVEYED.search(tail) or CHANGE_WORD.search(tail):
                continue
            if re.search(r"\b(?:increase|rise|growth|equivalent|capacity|target)\b", one.pattern):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{p.text} is more than all of them.",
                cure="Correct the percentage.",
                confidence=Confidence.HIGH if p.size < 1000 else Confidence.MEDIUM,
            )


_SHARE_OF_CASES = Expression(
    rf"\b(?:proportion|share|percentage) of (?:the |all |our |its )?(?P<of>[^«»;.()]{{3,80}}?)\s"
    rf"(?:was|is|were|at|to|stood at|stands at|reached|rose to|fell to|,)\s{mark('p', 'P')}",
    re.IGNORECASE,
)
_OF_MORE_THAN_ALL = Expression(
    r"\b(?:budget|target|capacity|income|cost|costs|spend\w*|plan(?:ned)?|need|requirement|growth|"
    r"increase|change|relative|compared|price|value|funding|pay|earnings|occupancy|supply|debt)\b",
    re.IGNORECASE,
)


def a_share_of_cases_is_at_most_all(report: Report) -> Iterator[TextFinding]:
    """“The proportion of visits made within five days was 104%.”"""
    for paragraph, one in each_sentence(report, 1):
        match = _SHARE_OF_CASES.search(one.pattern)
        if match is None or _OF_MORE_THAN_ALL.search(one.text):
            continue
        p = one.figure(match["p"])
        if p.low <= HUNDRED or p.rough or _OF_PEOPLE.search(one.pattern):
            continue
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"{p.text} is more than all of them.",
            cure="Correct the percentage.",
            confidence=Confidence.HIGH,
        )


RULES: tuple[Rule, ...] = (
    a_percentage_is_possible_for_its_base,
    a_share_of_people_is_at_most_all,
    a_share_of_cases_is_at_most_all,
)
