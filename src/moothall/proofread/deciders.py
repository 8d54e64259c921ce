"""Decisions: who has agreed, decided, approved, resolved or determined.

“It has been agreed” tells nobody whose decision it was.  Minutes of a named body are that body's.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Heading, Image, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.passages import Passage, passages
from moothall.proofread.proofread import Rule

_DECIDED = r"(?:agreed|decided|approved|resolved|determined)"
_ADVERB = (
    r"(?:(?:also|therefore|subsequently|then|previously|recently|further|already|now|since)\s+)?"
)
_IMPERSONAL = re.compile(
    rf"\bit\s+(?:was|ha[sd]\s+{_ADVERB}been)\s+{_ADVERB}{_DECIDED}\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+{_ADVERB}(?:formally\s+)?{_DECIDED}\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:cabinet|committee|sub-committee|board|panel|forum|assembly|parliament|full council|"
    r"councils?(?!\s+(?:tax|hous|own|staff|employ|offic|service)|['’]s)|"
    r"executive(?!\s+director)|governors|governing bod(?:y|ies)|members|councillors|"
    r"meetings?|agm|workshop|summit|leader|mayor|secretary of state|minister|government|ministers|"
    r"court|tribunal|inspector|ofsted|trustees|partners|shareholders|working (?:group|party)|"
    r"steering group|task (?:and finish )?group|commission(?:er)?s?|authorities|authority|parties|"
    r"schools forum|police|nhs|ccg|icb|dfe|department|director|chief executive|officers?|team|"
    r"referendum|electorate|residents|staff|union|unions)"
)
# "at its meeting", "by members of both councils", "with the unions", "in Cabinet"
_NAMED = re.compile(
    rf"\b(?:by|at|with|between|among|amongst|in)\s+"
    rf"(?:[\w'’&-]+[\s,]+){{0,7}}?{_BODY}\b",
    re.IGNORECASE,
)
_BY_SOMEBODY = re.compile(
    r"\b(?:by|between|with)\s+(?!(?:the\s+)?(?:end|start|beginning|middle|close|early|late|mid|"
    r"spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|\d|way|means|virtue|reason|\w+ing)\b)",
    re.IGNORECASE,
)
_BODY_WORD = re.compile(
    r"\b(?:cabinet|committee|sub-committee|board|panel|forum|full council|"
    r"executive(?!\s+director)|governors|members|meeting|working group|"
    r"steering group|council\s+(?:considered|agreed|met))\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|should|once|when|until|whether|where|provided)\s[^,]{0,60}$", re.IGNORECASE
)
_CONTENT = re.compile(r"\b(?:that|to)\b|[:–—]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘(])")
_MINUTES_OPENING = re.compile(
    r"^\W*(?:resolved\b|minutes?:?\s*$|minutes of (?:the|a)\b|apologies for absence|"
    r"(?:also )?(?:present|in attendance)\s*:|decision:\s*$)",
    re.IGNORECASE,
)


def are_minutes(report: Report) -> bool:
    """Whether the whole is the minutes or decisions of one body: two of their marks, or a title."""
    marks = set()
    for index, block in enumerate(report.blocks):
        if isinstance(block, Grid | Image):
            continue
        match = _MINUTES_OPENING.match(block.text)
        if match:
            mark = match[0].strip(" \t*–-:").casefold()
            if (mark.startswith("minutes of") and index < 5) or (
                isinstance(block, Heading) and mark == "minutes" and index < 3
            ):
                return True
            marks.add(mark.split()[0])
    return len(marks) >= 2 or (bool(marks) and _reported_to_a_meeting(report))


_REPORTED = re.compile(
    r"\b(?:considered|received|submitted|introduced|presented)\s+(?:a|the|an)\s+(?:\w+\s)?report\b|"
    r"\breport was submitted\b",
    re.IGNORECASE,
)


def _reported_to_a_meeting(report: Report) -> bool:
    return any(_REPORTED.search(block.text) for block in report.prose)


def _sentences(text: str) -> list[str]:
    return _SENTENCE_END.split(text)


def decisions_name_who_decided(report: Report) -> Iterator[TextFinding]:
    """“It has been agreed that …”: by whom?  One finding for each sentence."""
    if are_minutes(report):
        return
    for passage in passages(report):
        if passage.heading:
            continue
        before = ""
        for sentence in _sentences(passage.text):
            yield from _undecided(passage, sentence, before)
            before = sentence


def _undecided(passage: Passage, sentence: str, before: str) -> Iterator[TextFinding]:
    match = _IMPERSONAL.search(sentence)
    impersonal = match is not None
    if match is None:
        match = _PASSIVE.search(sentence)
        if match is None:
            return
    opening, rest = sentence[: match.start()], sentence[match.end() :]
    if _CONDITIONAL.search(opening) or _NAMED.search(opening):
        return
    # who decided stands before what was decided: "agreed in 2018 by members that …"
    content = _CONTENT.search(rest)
    beside = rest[: content.start()] if content and impersonal else rest
    if _NAMED.search(beside[:120]) or _BY_SOMEBODY.search(beside[:120]):
        return
    if not impersonal and (
        _BODY_WORD.search(sentence) or re.search(r"planning", sentence, re.IGNORECASE)
    ):
        return
    # a boiler may be "determined" to be faulty; a log of actions is one body's
    found_out = match[0].casefold().endswith("determined")
    sure = impersonal and not (found_out or passage.cell or _BODY_WORD.search(before))
    yield TextFinding(
        place=passage.place,
        quote=sentence[max(0, match.start() - 40) :] if match.start() > 60 else sentence,
        message=f"“{match[0]}” does not say by whom.",
        confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        cure="Name the body or the officer that decided, and the date.",
    )


RULES: tuple[Rule, ...] = (decisions_name_who_decided,)
