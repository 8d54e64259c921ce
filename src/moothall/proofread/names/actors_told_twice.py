"""Actors told twice: one power, decision or grant with another body or officer behind it.

A recommendation stands at the head of a report and again at its end; who is asked to act is changed
in one of them.  A constitution says who determines a thing, and the paper says somebody else does.
A grant of one amount is from one council.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences, word_set
from moothall.proofread.reading.thesaurus import root

OFFICE_OR_BODY = (
    r"[A-Z][\w’'-]*(?:(?:,(?=\s(?:and\s)?[A-Z])|,?\sand|\sof|\sfor|\s&|\son)?(?:\sthe)?"
    r"\s[A-Z][\w’'-]*){0,9}"
)
_NO_WORDS = word_set(
    "the a an to of and or in on for with by be is are as at that its their any all once such this "
    "from"
)


@dataclass(frozen=True, slots=True)
class _Act:
    """Somebody's act: who, what, and where it is said."""

    who: str
    by: frozenset[str]
    what: frozenset[str]
    passage: Passage
    start: int
    end: int


# --- a recommendation and its repetition ----------------------------------------------------------

_ASKED = Expression(
    rf"\b(?i:delegat(?:e|es|ed|ing|ion of)\s(?:authority\s|powers?\s|responsibility\s)?to|"
    rf"authori[sz](?:e|es|ed|ing)|instruct(?:s|ed)?|request(?:s|ed)?|asks?|mandates?|empowers?)\s"
    rf"(?:the\s|our\s)?(?P<who>{OFFICE_OR_BODY})(?P<rest>,?\s[^.;]{{20,400}})"
)
_BE_ASKED = Expression(
    rf"\b(?:that|That|authority be delegated to)\s(?:the\s)?(?P<who>{OFFICE_OR_BODY})\s"
    rf"(?:be|is|are)\s(?:authori[sz]ed|asked|requested|instructed|empowered|given authority)\s"
    rf"(?P<rest>to\s[^.;]{{20,400}})"
)
_ACTS = ("delegat", "authoris", "authoriz", "instruct", "request", "asked", " ask", "empower")
_ALIKE = 0.85
_FEWEST_WORDS = 4


def a_power_told_again_is_given_to_the_same_officer(report: Report) -> Iterator[TextFinding]:
    """“DELEGATE to the Harbour Master to …” above, “to the Quay Manager to …” below."""
    acts: list[_Act] = []
    for passage in passages(report):
        if passage.heading or not passage.has(*_ACTS):
            continue
        for pattern in (_ASKED, _BE_ASKED):
            for match in pattern.finditer(passage.text):
                what = content(match["rest"])
                if len(what) >= _FEWEST_WORDS:
                    acts.append(
                        _Act(
                            match["who"],
                            content(match["who"]),
                            what,
                            passage,
                            match.start(),
                            match.end("who"),
                        )
                    )
    told: set[str] = set()
    for one, other in combinations(acts[:60], 2):
        if one.passage is other.passage or other.who in told or _may_be_one(one, other):
            continue
        if len(one.what & other.what) < _ALIKE * len(one.what | other.what):
            continue
        if any(_same_act(one, third) for third in acts if third.passage is other.passage):
            continue  # both are asked in each place
        told.add(other.who)
        yield _two_actors(one, other, "the same is asked of")


def _same_act(one: _Act, other: _Act) -> bool:
    return one.by == other.by and one.what == other.what


def _may_be_one(one: _Act, other: _Act) -> bool:
    """Whether the one title is short for the other."""
    return one.by <= other.by or other.by <= one.by


def content(text: str) -> frozenset[str]:
    return frozenset(
        root(word) for word in re.findall(r"[a-z’'-]{2,}", text.casefold()) if word not in _NO_WORDS
    )


# --- who determines -------------------------------------------------------------------------------

_DECIDER = (
    r"(?:(?:[Ff]ull\s|[A-Z][a-z]+\s)?Council|Leader(?:\sof\sthe\sCouncil)?|Cabinet|Executive|Mayor|"
    r"Monitoring Officer|Chief Executive|Head of Paid Service|Section 151 Officer|Chairman|"
    r"(?:[A-Z][a-z]+\s(?:and\s)?){1,5}(?:Committee|Board|Panel|Officer))"
)
_DETERMINES = Expression(
    rf"\b(?:[Tt]he\s)?(?P<who>{_DECIDER})\s(?:may\s|shall\s|will\s|must\s|can\s|alone\s)?"
    rf"(?P<did>determine|decide|appoint|elect|set)s?\s(?:on\s)?(?P<what>(?:the|its|all|each)\s[^.;,]{{8,90}})"
)
_DETERMINED = Expression(
    r"\s(?:is|are|will be|shall be|must be|be)\s(?:then\s)?"
    r"(?P<did>determined|decided|appointed|elected|set)\s(?:each\s\w+\s|annually\s)?by\s(?:the\s)?"
    rf"(?P<who>{_DECIDER})"
)
_VERBS = ("determin", "decide", "appoint", "elect", " set")
_LONGEST_THING = 160
_CHOSEN = ("appoint", "elect")
_NOT_SETTLED = Expression(
    r"\b(?:not|unless|except|current(?:ly)?|would|propos\w+|recommend\w*|if|previously|formerly|"
    r"subject to|on the advice|future|instead|other)\b",
    re.IGNORECASE,
)
_FEWEST_OF_A_THING = 3


def who_determines_a_thing_is_told_alike(report: Report) -> Iterator[TextFinding]:
    """“The number of berths is determined by full Council”, and “the Leader may determine” it."""
    active: list[tuple[bool, _Act]] = []
    passive: list[tuple[bool, _Act]] = []
    for passage in passages(report):
        if passage.heading or not passage.has(*_VERBS):
            continue
        for sentence in sentences(passage.text):
            if not any(verb in sentence for verb in _VERBS):
                continue
            for pattern, acts in ((_DETERMINES, active), (_DETERMINED, passive)):
                match = pattern.search(sentence)
                if match is None or _NOT_SETTLED.search(sentence):
                    continue
                before = sentence[max(0, match.start() - _LONGEST_THING) : match.start()]
                what = match["what"] if acts is active else re.split(r"[.;]", before)[-1]
                at = max(0, passage.text.find(sentence))
                act = _Act(
                    match["who"],
                    content(match["who"]) - {root("full")},
                    content(what),
                    passage,
                    at + match.start("who"),
                    at + match.end("who"),
                )
                acts.append((match["did"].startswith(_CHOSEN), act))
    for chosen, one in active[:40]:
        for also_chosen, other in passive[:40]:
            if chosen is also_chosen and not _may_be_one(one, other) and _are_one_thing(one, other):
                yield _two_actors(other, one, "the same is determined by")


def _are_one_thing(active: _Act, passive: _Act) -> bool:
    if len(active.what) < _FEWEST_OF_A_THING:
        return len(active.what) > 1 and active.what == passive.what
    return active.what <= passive.what


# --- who gave a grant -----------------------------------------------------------------------------

_GRANT = Expression(
    r"\b(?P<giver>(?:County|City|Borough|District|Town|Parish|Community)\sCouncil|"
    r"[A-Z]{0,4}(?:CC|BC|DC|MBC|PC|TC))(?:[’']s)?(?P<between>[^.;£]{0,60}?)£(?P<sum>[\d,]+(?:\.\d\d)?)"
)
_GRANTED = Expression(
    r"£(?P<sum>[\d,]+(?:\.\d\d)?)(?P<between>[^.;£]{0,50}?)\bfrom\s(?:the\s)?(?:[A-Z][a-z]+\s){0,3}?"
    r"(?P<giver>(?:County|City|Borough|District|Town|Parish|Community)\sCouncil|"
    r"[A-Z]{0,4}(?:CC|BC|DC|MBC|PC|TC))\b"
)
_KIND_OF_COUNCIL = {
    "CC": frozenset(("county", "city", "community")),
    "BC": frozenset(("borough",)),
    "DC": frozenset(("district",)),
    "PC": frozenset(("parish",)),
    "TC": frozenset(("town",)),
}
_ROUND = 100


def a_grant_of_one_amount_has_one_giver(report: Report) -> Iterator[TextFinding]:
    """“The grant from the Borough Council was £590”, and “the QCC grant of £590”."""
    given: defaultdict[str, list[_Act]] = defaultdict(list)
    for passage in passages(report):
        if not passage.has("grant") or "£" not in passage.text:
            continue
        for pattern in (_GRANT, _GRANTED):
            for match in pattern.finditer(passage.text):
                near = passage.text[max(0, match.start() - 40) : match.end() + 10].casefold()
                if "grant" not in near or _is_round(match["sum"]):
                    continue
                giver = match["giver"]
                kinds = _KIND_OF_COUNCIL.get(giver[-2:]) or frozenset(
                    (giver.split()[0].casefold(),)
                )
                act = _Act(giver, kinds, frozenset(), passage, match.start(), match.end())
                given[match["sum"]].append(act)
    for acts in given.values():
        for one, other in combinations(acts[:10], 2):
            if not one.by & other.by and one.passage is not other.passage:
                yield _two_actors(one, other, "a grant of the same amount is from")
                break


def _is_round(figure: str) -> bool:
    whole = figure.replace(",", "").partition(".")[0]
    return not whole or int(whole) % _ROUND == 0


def _two_actors(one: _Act, other: _Act, what: str) -> TextFinding:
    return TextFinding(
        place=other.passage.place,
        quote=around(other.passage.text, other.start, other.end, 50, after=70),
        message=f"Here it is “{other.who}”; {what} “{one.who}” at {one.passage.place}: "
        f"“{around(one.passage.text, one.start, one.end, 30, after=60)}”.",
        confidence=Confidence.MEDIUM,
        cure="Name the same body or officer in both places.",
    )


RULES: tuple[Rule, ...] = (
    a_power_told_again_is_given_to_the_same_officer,
    who_determines_a_thing_is_told_alike,
    a_grant_of_one_amount_has_one_giver,
)
