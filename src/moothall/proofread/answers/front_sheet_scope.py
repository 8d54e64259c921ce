"""The front sheet's account of the decision: its places, its value, its way through committees.

“It affects more than two divisions” beside two that are named; “Key decision: No” of a contract
above the threshold that the report itself gives; “Past pathway: N/A” of a paper that a committee
has considered.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.answers.answers import NOTHING
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import form_lines
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences

_FRONT = 40

# --- the places affected --------------------------------------------------------------------------

_AFFECTS = Expression(
    r"\b(?:affect\w*|significant (?:effect|impact) (?:on|in)|impacts?(?: on)?|concerns?)\b"
    r"[^.;:]{0,50}?"
    r"\b(?P<how>more than|over|at least|or more)?\s?(?P<number>two|three|2|3)(?P<more> or more)?\s"
    r"(?:or more\s)?(?:electoral\s|county\s)?(?P<what>divisions?|wards?)\b",
    re.IGNORECASE,
)
_PLACES = Expression(
    r"^\W*(?:(?:local|county|electoral|relevant)\s)*(?P<what>divisions?|wards?)(?:\(s\))?"
    r"(?:\s(?:affected|concerned|involved|councillors?))*\s*:\s*(?P<names>.*)$",
    re.IGNORECASE,
)
_EVERYWHERE = Expression(
    r"\b(?:all|county-?wide|borough-?wide|district-?wide|city-?wide|whole|every|various|several|n/?a|"
    r"none|not|many|multiple|tbc)\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3}
_LONGEST_NAME = 5


def the_places_affected_are_as_many_as_said(report: Report) -> Iterator[TextFinding]:
    """“It affects more than two electoral divisions”, and two are named."""
    named = _places(report)
    if named is None:
        return
    what, names, where = named
    for passage in passages(report):
        if passage.order > _FRONT:
            return
        match = _AFFECTS.search(passage.text) if passage.has("division", "ward") else None
        if match is None or match["what"][:4].casefold() != what[:4].casefold():
            continue
        if re.search(r"\b(?:not|no|nor|fewer|less)\b", passage.text[: match.end()], re.IGNORECASE):
            continue
        how = (match["how"] or "").casefold()
        least = _NUMBERS[match["number"].casefold()] + (how in ("more than", "over"))
        if not how and not match["more"]:
            continue
        if len(names) < least:
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"The text says “{match[0]}”; {len(names)} "
                f"{'is' if len(names) == 1 else 'are'} named ({where}): {', '.join(names)}.",
                confidence=Confidence.MEDIUM,
                cure="Name all of them, or correct the reason.",
            )
        return


def _places(report: Report) -> tuple[str, list[str], Place] | None:
    """The divisions or wards that the front sheet names, one after another or line by line."""
    blocks = report.blocks[:_FRONT]
    for order, block in enumerate(blocks):
        if isinstance(block, Grid):
            for row, cells in enumerate(block.rows):
                match = _PLACES.match(": ".join(c.strip(" :") for c in cells if c.strip()))
                if match and (names := _names(match["names"])):
                    return match["what"], names, block.cell_place(row, 0)
            continue
        if not isinstance(block, Heading | Prose):
            continue
        match = _PLACES.match(block.text)
        if match is None:
            continue
        names = _names(match["names"])
        for after in blocks[order + 1 :]:
            short = isinstance(after, Prose) and len(after.text.split()) <= _LONGEST_NAME
            if not (isinstance(after, Prose) and short) or ":" in after.text or after.number:
                break
            more = _names(after.text)
            if not more or not after.text[:1].isupper() or after.text.endswith((".", "?")):
                break
            names = [*names, *more]
        return (match["what"], names, block.place) if names else None
    return None


def _names(text: str) -> list[str]:
    if _EVERYWHERE.search(text):
        return []
    parts = [part.strip(" .") for part in re.split(r",|;|\s(?:and|&)\s|\s/\s", text)]
    fits = all(len(part.split()) <= _LONGEST_NAME for part in parts)
    return [part for part in parts if part] if fits else []


# --- a key decision by its value ------------------------------------------------------------------

_KEY = Expression(r"^\W*(?:is (?:this|it) a )?key decision\b[^.]{0,30}$", re.IGNORECASE)
_THRESHOLD = Expression(
    r"\bkey decisions?\b[^.;]{0,140}?\b(?:over|above|exceed\w*|more than|greater than|in excess of|"
    r"or more|at least|of)\s(?P<sum>£\s?[\d.,]+\s?(?:m|k|million)?)\b|"
    r"\b(?:key decision threshold|threshold (?:for|of) (?:a )?key decisions?)\b[^.;£]{0,40}"
    r"(?P<other>£\s?[\d.,]+\s?(?:m|k|million)?)\b",
    re.IGNORECASE,
)
_COSTS = Expression(
    r"\b(?:will|would|is (?:estimated|expected) to|are (?:estimated|expected) to) cost\b|"
    r"\b(?:total|whole-life|overall) (?:cost|value)\b|\bat a (?:total )?cost of\b|"
    r"\b(?:contract|award)\b[^.;]{0,40}?\b(?:value|worth|valued|price)\b|"
    r"\bvalue of the (?:contract|award|proposal)\b|\bcontract (?:of|for) £",
    re.IGNORECASE,
)
_NOT_THIS = Expression(
    r"\b(?:previous|last|current|existing|earlier|option|alternative|if|unless|other|would have|"
    r"budget|threshold|key decision|not)\b",
    re.IGNORECASE,
)


def what_costs_more_than_the_threshold_is_a_key_decision(
    report: Report,
) -> Iterator[TextFinding]:
    """“Key decision: No”, “those over £500,000” are key, and “the lamps will cost £1.2m”."""
    answer = next(
        (
            line
            for line in form_lines(report)
            if _KEY.match(line.question.strip())
            and re.match(r"^\W*(?:no|non-key)\b", line.answer, re.IGNORECASE)
        ),
        None,
    )
    if answer is None:
        return
    limit: tuple[Decimal, str] | None = None
    costs: list[tuple[Decimal, str, Place]] = []
    for passage in passages(report):
        if "£" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            threshold = _THRESHOLD.search(sentence) if "key" in sentence.casefold() else None
            if threshold is not None:
                text = threshold["sum"] or threshold["other"]
                value = next((a.value for a in amounts(text) if a.kind is Kind.MONEY), None)
                limit = (value, text) if value and limit is None else limit
            elif _COSTS.search(sentence) and not _NOT_THIS.search(sentence):
                costs += [
                    (abs(a.value), sentence, passage.place)
                    for a in amounts(sentence)
                    if a.kind is Kind.MONEY
                ]
    if limit is None:
        return
    above = [cost for cost in costs if cost[0] > limit[0]]
    if above:
        yield TextFinding(
            place=answer.place,
            quote=f"{answer.question.strip()}: {answer.answer.strip()}",
            message=f"“No”, but the report’s own threshold is {limit[1].strip()}, and "
            f"“{shortened(above[0][1], 120)}” ({above[0][2]}).",
            confidence=Confidence.MEDIUM,
            cure="Mark it as a key decision, or say why it is none.",
        )


# --- the way through committees -------------------------------------------------------------------

_PATHWAY = Expression(
    r"^\W*(?:past|previous|prior)\s(?:pathway|consideration|decisions?|meetings?|scrutiny)"
    r"(?:\s(?:of|for)\s(?:this\s|the\s)?(?:report|paper|item|decision))?\W*$|"
    r"^\W*(?:previously|already)\sconsidered(?:\sby)?\W*$|^\W*pre-decision scrutiny\W*$",
    re.IGNORECASE,
)
_BODY = (
    r"(?:[Tt]he\s)?(?:[A-Z][\w’'&-]+,?\s(?:and\s|for\s|of\s)?){1,7}"
    r"(?:Committee|Board|Panel|Group)|Cabinet"
)
_CONSIDERED = Expression(
    rf"(?:{_BODY})\s(?:has\s|have\s|had\s)?(?:considered|discussed|reviewed|endorsed|supported|"
    r"scrutinised|debated|recommended|received)\s(?:(?:and\s)?\w+ed\s)?(?:this|these|the)\s(?:draft\s)?"
    r"(?:report|paper|proposals?|proposed decision|recommendations?|decision)\b|"
    r"\b(?:[Tt]his|[Tt]hese|[Tt]he)\s(?:draft\s)?(?:report|paper|proposals?|proposed decision)\s"
    r"(?:was|were|has been|have been)\s(?:considered|discussed|reviewed|endorsed|supported|"
    rf"scrutinised|debated)\s(?:by|at)\s(?:{_BODY})",
)


def what_a_committee_has_seen_has_a_pathway(report: Report) -> Iterator[TextFinding]:
    """“Past pathway: N/A”, and “the Committee considered this report on 16 January”."""
    answer = next(
        (
            line
            for line in form_lines(report)
            if min(line.orders) < _FRONT
            and _PATHWAY.match(line.question.strip())
            and NOTHING.match(line.answer.strip())
        ),
        None,
    )
    if answer is None:
        return
    for passage in passages(report):
        if passage.order in answer.orders or not passage.has(
            "report", "paper", "propos", "decision"
        ):
            continue
        match = _CONSIDERED.search(passage.text)
        if match is not None:
            yield TextFinding(
                place=answer.place,
                quote=f"{answer.question.strip()}: {answer.answer.strip()}",
                message="The front sheet has no meeting before this one; the text says “"
                f"{shortened(around(passage.text, match.start(), match.end(), 30), 130)}” "
                f"({passage.place}).",
                confidence=Confidence.MEDIUM,
                cure="Name the meeting on the front sheet.",
            )
            return


RULES: tuple[Rule, ...] = (
    the_places_affected_are_as_many_as_said,
    what_costs_more_than_the_threshold_is_a_key_decision,
    what_a_committee_has_seen_has_a_pathway,
)
