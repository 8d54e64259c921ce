"""Delegations: power given to nobody, and what has been resolved by nobody named.

“That authority be delegated, in consultation with the Leader, to agree the terms”: to whom?  The
one who is consulted is not the one who acts.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.answers.decider_words import BODY_ACTS, NAMED, somebody_is_named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes, minutes_begin
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences

_POWER = r"(?:delegated\s)?(?:authority|powers?|responsibility|delegation|permission)"
_DELEGATED = Expression(
    rf"\b(?:{_POWER}\b(?P<what>[^.;:]{{0,140}}?)\s(?:is|are|was|were|be|been|being)\s(?:hereby\s|"
    rf"also\s)?"
    rf"(?:delegated|given|granted|conferred|provided|sought|requested)|"
    rf"(?:to\s)?(?:delegates?|delegating|giv(?:e|es|ing)|grants?|granting|confers?)\s"
    rf"(?:delegated\s)?(?:authority|powers?)(?P<own>))\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_ASIDE = Expression(
    r",?\s*\(?\b(?:in consultation with|after consult\w+(?: with)?|following consultation with|"
    r"having consulted|acting with|in conjunction with|in liaison with|in agreement with)\b.*?"
    r"(?=,?\sto\s|[;.]|$)|"
    r",?\s*\b(?:if necessary|as required|where appropriate|as necessary)\b,?",
    re.IGNORECASE,
)
_TO_SOMEBODY = Expression(
    r"\b(?:to|upon|on)\s(?:(?:the|a|an|its|our|each|all|his|her|their|any|both|relevant|"
    r"appropriate|one|officers|members|cabinet|directors?|managers?|heads?|schools|governors)\b|"
    r"(?-i:[A-Z]))|\bto:\s*$|:\s*$",
    re.IGNORECASE,
)
_TO_AN_OFFICE = Expression(
    r"\b(?:to|upon|on|for)\s(?:the|a|an|its|our|each|any|all)?\s?(?:[\w’'&,-]+\s){0,5}?(?:directors?|"
    r"officers?|managers?|heads?|leader|members?|cabinet|executive|committee|board|solicitor|"
    r"treasurer|secretary|clerk|panel|councils?|governors|partners)\b",
    re.IGNORECASE,
)
_TO_DO = Expression(r"^\s*,?\s*(?:to\s(?!the\b|a\b)[a-z]+\b|for\s|so that\b|$)", re.IGNORECASE)
_USED = Expression(
    rf"\b(?:delegated (?:authority|powers?)|{_POWER} under delegation)\s(?:was|were|has been|"
    rf"have been|had been)\s(?:used|exercised)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_UNDER = Expression(
    r"\b(?:(?:will|shall|should|to|may|can|would)\s)?be\s(?:\w+ly\s)?\w+(?:ed|en|t)\s(?:[^.;]{0,40}?\s)?"
    r"(?:under|by|through|using)\sdelegated (?:authority|powers?)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
"""“Opening hours be finalised under delegated authority”: whose?"""
_RESOLVED = Expression(
    r"^\W*(?P<said>(?:Resolved|RESOLVED|Agreed|Decided)\s(?:to|that)|(?:It is (?:now )?)?"
    r"(?:the |a )?(?:settled|firm|final) (?:decision|intention|view)\s(?:is |to |that ))"
    r"(?P<rest>.*)$",
)


def power_is_delegated_to_somebody(report: Report) -> Iterator[TextFinding]:
    """“That authority be delegated to agree the final terms”: to whom?"""
    in_minutes = are_minutes(report)
    until = minutes_begin(report)
    for passage in passages(report):
        if passage.heading or not passage.has("delegat", "authority", "resolved", "decision"):
            continue
        for sentence in sentences(passage.text):
            said = _to_nobody(sentence)
            if said is None and not in_minutes and passage.order < until and not passage.cell:
                said = _by_nobody(sentence)
            if said is not None:
                yield _found(passage, sentence, *said)


def _to_nobody(sentence: str) -> tuple[re.Match[str], str] | None:
    used = _USED.search(sentence)
    if used is not None and not somebody_is_named(sentence[: used.start()], used["rest"], ""):
        return used, "does not say who used them"
    under = _UNDER.search(sentence)
    if under is not None:
        # another item of the list may stand before a semicolon
        since = sentence.rfind(";", 0, under.start()) + 1
        said = _ASIDE.sub(" ", sentence[since:])
    if under is not None and not _WHOSE.search(said):
        return under, "does not say whose authority"
    match = _DELEGATED.search(sentence)
    if match is None or "delegat" not in match[0].lower():
        return None
    rest = _ASIDE.sub(" ", match["rest"])
    opening = sentence[: match.start()]
    what = _ASIDE.sub(" ", match["what"] or "")
    if _TO_SOMEBODY.match(rest.strip(" ,")) or not _TO_DO.match(rest.strip(" ,")):
        return None
    if _TO_AN_OFFICE.search(rest):
        return None
    if re.search(r"\b(?:by|from)\s(?:the|its|an?)\b|\b(?:is|are|be|been) given\b", rest, re.I):
        return None
    if _GIVEN_HIM.search(opening) or _TO_SOMEBODY.search(what):
        return None
    if re.search(r"\b(?:if|where|whether|when|any|no|not|such)\b", opening, re.IGNORECASE):
        return None
    return match, "does not say to whom"


_WHOSE = Expression(
    r"\b(?:by|to|with|from|of|held by) (?:the |an? |its |our |each |any |relevant |appropriate )*"
    r"(?:[\w’'&,-]+ ){0,4}?(?:directors?|officers?|managers?|heads?|leader|members?|cabinet|"
    r"executive|committee|board|solicitor|treasurer|secretary|clerk|panel|councils?|chair\w*|"
    r"governors|partners|commissioner|mayor|planners|team|portfolio holder|s\.?151)\b|"
    r"\b(?:director|officer|manager|head of \w+|chief executive|clerk|leader|member)(?:[’']s)?\s"
    r"delegated\b|\b(?:if|where|when|whether|unless|cannot|could|not|any|which|only)\b",
    re.IGNORECASE,
)
"""Who has the authority, or that it is spoken of in general."""
_GIVEN_HIM = Expression(
    r"\b(?:director|officer|executive|leader|member|cabinet|manager|head of|board|committee|"
    r"solicitor|council|they|he|she|who|which)\b[^.;,]{0,80}$(?<!that )",
    re.IGNORECASE,
)


def _by_nobody(sentence: str) -> tuple[re.Match[str], str] | None:
    match = _RESOLVED.match(sentence)
    if match is None or len(sentence.split()) < 4:
        return None
    if BODY_ACTS.search(match["rest"]) or NAMED.search(match["rest"]):
        return None
    return match, "does not say who decided"


def _found(passage: Passage, sentence: str, match: re.Match[str], what: str) -> TextFinding:
    spot = match.start() + len(match[0]) - len(match["rest"])
    said = " ".join(sentence[match.start() : spot].split())
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), spot, 60, after=120),
        message=f"“{said}” {what}.",
        confidence=Confidence.LOW if passage.cell else Confidence.MEDIUM,
        cure="Name the officer or the body that decides.",
    )


RULES: tuple[Rule, ...] = (power_is_delegated_to_somebody,)
