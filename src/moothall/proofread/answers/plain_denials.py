"""Plain denials, and what tells the contrary: “no compulsory redundancies”, and three are made.

Each pair is a thing that reports deny of their proposal in a few set ways (closures, redundancies,
borrowing, consultation, emissions, exempt parts, other wards) and the ways in which they tell it.
The two stand in two sentences.  Left alone: what is only an option, what was before, and what
depends on something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Place, Report
from moothall.proofread.answers.denied_topics import what_is_denied_is_not_told
from moothall.proofread.answers.said_and_denied import what_is_said_is_not_denied
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import passages
from moothall.proofread.reading.running_text import sentences


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words of which each has one, how the thing is denied and how it is told."""

    words: tuple[str, ...]
    denied: Expression
    told: Expression


def _pair(words: str, denied: str, told: str) -> _Pair:
    return _Pair(
        tuple(words.split()), Expression(denied, re.IGNORECASE), Expression(told, re.IGNORECASE)
    )


_PAIRS = (
    _pair(
        "clos",
        r"\b(?:does|do|will|would) not (?:propose|involve|mean|include|entail|require) "
        r"(?:any |the )?closures?\b(?! of)|\bno closures (?:are|were|have been) "
        r"(?:proposed|planned)\b|"
        r"\bno (?:centre|library|school|site|branch|building|service) (?:will|would|is to) "
        r"(?:be )?close",
        r"\bthe closure of (?:the )?(?-i:[A-Z])|\b(?-i:[A-Z])[\w’'-]+ (?:[a-z]+ ){1,3}"
        r"(?:will|would|is to|are to) (?:be )?close\b",
    ),
    _pair(
        "redundan",
        r"\b(?:no|without(?: any)?) (?:compulsory )?redundanc(?:y|ies)\b(?! (?:costs?|payments?))",
        r"\b(?:will|would|to) be made (?:compulsorily )?redundant\b|\b(?:two|three|four|five|six|"
        r"seven|eight|nine|ten|\d+) (?:compulsory )?redundancies\b",
    ),
    _pair(
        "borrow",
        r"\bwithout (?:any |new |further )?borrowing\b|\bno (?:new |further )?borrowing "
        r"(?:is|will be|would be) (?:needed|required|necessary|undertaken)\b",
        r"\b(?:met|funded|financed|paid for) (?:from|by|through|with) (?:prudential |new |"
        r"external |further )?borrowing\b|\bwill borrow £",
    ),
    _pair(
        "consult",
        r"\b(?:has|have) not been (?:the )?subject (?:to|of) (?:any |public )?consultation\b|"
        r"\bno (?:public )?consultation (?:has been|was) (?:carried out|held|undertaken)\b|"
        r"\b(?:has|have) not been consulted (?:up)?on\b",
        r"\b(?:replies|responses|answers) to the (?:public )?consultation\b|"
        r"\bthe (?:public )?consultation (?:ran|closed|took place|was held|drew|received)\b",
    ),
    _pair(
        "emissions co2 carbon",
        r"\bno (?:effect|impact) on (?:the council[’']s )?(?:carbon )?emissions\b|"
        r"\bcarbon[- ]neutral (?:proposal|decision)\b",
        r"\bwill (?:add|increase|raise|cut|reduce|save)\b[^.;]{0,60}\b(?:tonnes of "
        r"(?:CO2|CO₂|carbon)|emissions)\b",
    ),
    _pair(
        "exempt",
        r"\bexempt (?:information|appendices|items?)\s?[:–-]\s?none\b|\bno exempt (?:information|"
        r"appendices)\b",
        r"\b(?:which|that) is exempt under paragraph\b|\bis exempt (?:from publication )?under "
        r"(?:paragraph|schedule)\b",
    ),
    _pair(
        "ward",
        r"\bwards? affected\s?[:–-]\s?all\b",
        r"\bno other wards? (?:is|are|will be) affected\b",
    ),
)
_NOT_SO_MEANT = Expression(
    r"\b(?:if|unless|whether|option|alternativ\w+|rejected|discounted|may|might|could|previous\w*|"
    r"earlier|last year|formerly|temporary|temporarily|road|early|in 20[01]\d|voluntar\w+|"
    r"other than|except|apart from|not|avoid\w*|historic\w*)\b",
    re.IGNORECASE,
)
_CURE = "Keep what is so, and change the other."


def what_is_plainly_denied_is_not_told(report: Report) -> Iterator[TextFinding]:
    """“No compulsory redundancies are planned”, and “three staff will be made redundant”."""
    said = list(_sentences(report))
    known = {
        (finding.place, finding.quote[:40])
        for rule in (what_is_denied_is_not_told, what_is_said_is_not_denied)
        for finding in rule(report)
    }
    for pair in _PAIRS:
        about = [(text, place) for text, place in said if _has(text, pair)]
        denial = next(((t, p) for t, p in about if pair.denied.search(t)), None)
        if denial is None or _UNSURE.search(denial[0]):
            continue
        for text, place in about:
            if text == denial[0] or pair.denied.search(text) or not pair.told.search(text):
                continue
            if _NOT_SO_MEANT.search(text) or (place, shortened(text)[:40]) in known:
                continue
            here, there = shortened(text, 120), shortened(denial[0], 120)
            yield TextFinding(
                place=place,
                quote=text,
                message=f"“{here}” is said here, and “{there}” at {denial[1]}: the one denies "
                "the other.",
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )
            break


_UNSURE = Expression(r"\b(?:if|unless|option|other than|except|apart from)\b", re.IGNORECASE)


_WORDS = tuple(word for pair in _PAIRS for word in pair.words)


def _has(text: str, pair: _Pair) -> bool:
    folded = text.casefold()
    return any(word in folded for word in pair.words)


def _sentences(report: Report) -> Iterator[tuple[str, Place]]:
    for passage in passages(report):
        if passage.has(*_WORDS):
            for text in sentences(passage.text):
                yield text, passage.place


RULES: tuple[Rule, ...] = (what_is_plainly_denied_is_not_told,)
