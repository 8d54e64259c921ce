"""Answers counted by their way or their kind: they make the answers that are told.

“Surveyed 1,002 tenants, completing 1,000 surveys by telephone and 20 by email”; “246 responses have
been received” above “for 20 (8%), against 226 (92%)”.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)

_ANSWERS = (
    r"(?:responses?|replies|surveys?|questionnaires?|respondents|answers|submissions|returns|forms|"
    r"representations|comments|letters)"
)
_WAY = (
    r"(?:by|via|through|on|in|over|using|at|were|was|came)\s(?:the\s|an?\s|our\s|completed\s|"
    r"submitted\s|made\s|received\s|by\s|on\s|via\s)*(?:(?:tele)?phone|e-?mail|post|online|on-line|"
    r"web\w*|paper|letter|person|text|hard cop\w+|face[- ]to[- ]face|drop-?ins?|events?|library|"
    r"libraries|interviews?|app|social media|writing|hand|electronic\w*|easy read)"
)
_EACH_WAY = Expression(
    rf"{mark('n', 'C')}(?!\s?\(?(?:of|people asked))(?:\s(?:{_ANSWERS}|people|of (?:these|them|"
    rf"which)|"
    rf"were|was|completed|submitted|received|answered|replied|sent|posted|had|have|been))*\s{_WAY}\b",
    re.IGNORECASE,
)
_ONLINE = Expression(
    rf"{mark('n', 'C')}\s(?:(?:were|was|came|completed|submitted)\s)*(?:online|electronic|paper|"
    rf"postal|"
    r"telephone|e-?mail|on paper|handwritten|verbal|hard cop\w+)\b",
    re.IGNORECASE,
)
_WHOLE = Expression(
    rf"\b(?:surveyed|interviewed|polled|heard from|spoke (?:to|with))\s{mark('asked', 'C')}\s[a-z]|"
    rf"{mark('n', 'C')}\s(?:[a-z-]+\s){{0,2}}?(?:{_ANSWERS}|tenants|residents|people|members|"
    r"businesses|households|users|customers|parents|carers|pupils|staff|patients)\b",
    re.IGNORECASE,
)
_NOT_ALL = Expression(
    r"\b(?:including|included|some|others?|also|both|more than one|duplicates?|as well as|besides|"
    r"remain\w*|rest|at least|mostly|mainly|further|in addition|additional\w*|not counted)\b",
    re.IGNORECASE,
)
_CURE = "Correct the number that answered, or its kinds."


def answers_by_way_make_the_answers(report: Report) -> Iterator[TextFinding]:
    """“1,002 tenants, 1,000 by telephone and 20 by email”: they make 1,020."""
    for paragraph in paragraphs(report):
        for plain in paragraph.sentences:
            if len(plain.figures) < 1 or not re.search(r"\b(?:by|via|online|on)\b", plain.text):
                continue
            one = with_all_numbers(plain.text)
            message = _ways(one) if _WHOLE.search(one.pattern) else None
            if message:
                yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


def _ways(one: Sentence) -> str | None:
    parts = _by_way(one)
    whole = _WHOLE.search(one.pattern)
    if len(parts) < 2 or whole is None or _NOT_ALL.search(one.text):
        return None
    first = one.figure(whole["n"] or whole["asked"])
    if first in parts or whole.start() > one.pattern.find(f"«C{one.figures.index(parts[0])}»"):
        return None
    total = sum(part.size for part in parts)
    if first.rough or any(part.rough for part in parts) or total == first.size:
        return None
    if not first.size or not Decimal("0.5") < total / first.size < 2:
        return None
    return f"{' + '.join(part.text for part in parts)} = {total:,}, not {first.text}."


def _by_way(one: Sentence) -> list[Figure]:
    found = {
        match["n"]: one.figure(match["n"])
        for form in (_EACH_WAY, _ONLINE)
        for match in form.finditer(one.pattern)
    }
    return [found[name] for name in sorted(found, key=lambda name: int(name[1:]))]


# --- kinds listed below, each with its number and its share ---------------------------------------

_RECEIVED = Expression(
    rf"{mark('n', 'C')}\s(?:[a-z-]+\s){{0,3}}?(?:{_ANSWERS})\b[^«»;]{{0,60}}?\b(?:received|"
    rf"returned|made|"
    r"submitted|completed|analysed|counted)\b",
    re.IGNORECASE,
)
_KIND = Expression(
    r"(?P<label>[A-Za-z][^«»;:()]{2,60}?)[\s:–-]+«(?P<n>C\d+)»\s?\(\s?«(?P<p>P\d+)»\s?\)", re.I
)
_SAME_PERCENT = 2
_NEAR = 6


def kinds_of_answers_make_the_answers(report: Report) -> Iterator[TextFinding]:
    """“264 responses have been received”, and “for: 20 (8%), against: 226 (92%)”."""
    every = paragraphs(report)
    for number, paragraph in enumerate(every):
        for one in paragraph.sentences:
            match = _RECEIVED.search(one.pattern)
            if match is None or (match.start() and one.pattern[match.start() - 1] in "/-"):
                continue
            parts = _kinds(every[number : number + _NEAR], one)
            shares = sum(share for _, share in parts)
            total, told = sum(count.size for count, _ in parts), one.figure(match["n"])
            if len(parts) < 2 or abs(shares - HUNDRED) > _SAME_PERCENT or total == told.size:
                continue
            if told.rough or not told.size or not Decimal("0.5") < total / told.size < 2:
                continue
            added = " + ".join(count.text for count, _ in parts)
            yield finding_on(
                paragraph,
                one,
                f"{added} = {total:,}, not {told.text}.",
                _CURE,
                Confidence.MEDIUM,
            )


def _kinds(near: tuple[Paragraph, ...], first: Sentence) -> list[tuple[Figure, Decimal]]:
    """The kinds that follow the number told, up to where their shares are full."""
    found: list[tuple[Figure, Decimal]] = []
    seen = False
    for paragraph in near:
        for one in paragraph.sentences:
            seen = seen or one is first
            if not seen:
                continue
            for match in _KIND.finditer(one.pattern):
                count = one.figure(match["n"])
                if count.kind is Kind.COUNT and not _NOT_ALL.search(match["label"]):
                    found.append((count, one.figure(match["p"]).value))
        if sum(share for _, share in found) >= HUNDRED - _SAME_PERCENT:
            break
    return found


RULES: tuple[Rule, ...] = (answers_by_way_make_the_answers, kinds_of_answers_make_the_answers)
