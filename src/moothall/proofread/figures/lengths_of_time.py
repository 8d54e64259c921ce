"""Lengths of time: a consultation, a pilot or a promise has one length throughout."""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, passages, sentences, shortened
from moothall.proofread.reading.statements import LONGEST_SENTENCE, NUMBERS, content_words

_LENGTH = Expression(
    r"(?<![\w-])(?P<number>\d{1,3}|one|" + "|".join(NUMBERS) + r")[\s-]+"
    r"(?P<unit>day|week|month|year)s?[’']?[\s-]+"
    r"(?P<kind>(?:public|statutory|formal|staff|online|initial|further|second|informal|period of|"
    r"fixed[- ]term|full|open)\s+)?"
    r"(?P<noun>consultation|pilot|secondment|engagement exercise|listening exercise|survey|"
    r"notice period|call-in)\b",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    r"\b(?:further|second|third|another|additional|initial|informal|first)\s*$", re.IGNORECASE
)


def a_length_of_time_is_the_same_throughout(report: Report) -> Iterator[TextFinding]:
    """The consultation that lasts twelve weeks on one page does not last ten on another."""
    seen: defaultdict[tuple[str, str], dict[int, tuple[Passage, re.Match[str]]]] = defaultdict(dict)
    for passage in passages(report):
        for match in _LENGTH.finditer(passage.text):
            preceding = passage.text[max(0, match.start() - 14) : match.start()]
            if _ANOTHER.search(f"{preceding} {match['kind'] or ''}"):
                continue
            number = match["number"].lower()
            value = 1 if number == "one" else NUMBERS.get(number) or int(number)
            key = (match["noun"].lower(), match["unit"].lower())
            seen[key].setdefault(value, (passage, match))
    for (noun, unit), lengths in seen.items():
        if len(lengths) != 2:
            continue
        (first, (before, match_before)), (second, (passage, match)) = lengths.items()
        kinds = {(found["kind"] or "").strip().lower() for found in (match_before, match)} - {""}
        if before.block == passage.block or len(kinds) > 1:
            continue
        yield TextFinding(
            place=passage.place,
            quote=passage.text[max(0, match.start() - 60) : match.end() + 60],
            message=f"The {noun} is of {second} {unit}s here and of {first} {unit}s at "
            f"{before.place}.",
            confidence=Confidence.MEDIUM,
            cure="Give one length, or say which is meant.",
        )


_SPAN = Expression(
    r"\b(?:within|over|in)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?P<low>\d{1,2})"
    r"(?:\s?(?:-|–|to)\s?(?P<high>\d{1,2}))?\s+(?P<unit>month|week|year)s\b",
    re.IGNORECASE,
)


def a_promise_has_one_term(report: Report) -> Iterator[TextFinding]:
    """What is to be done "within 9-12 months" is not due "over the next 12 months" elsewhere.

    Only shown when everything is asked for.
    """
    seen: list[tuple[re.Match[str], frozenset[str], Passage, str]] = []
    for passage in passages(report):
        for sentence in sentences(passage.text):
            match = _SPAN.search(sentence) if len(sentence) <= LONGEST_SENTENCE else None
            if match is None:
                continue
            words = content_words(sentence)
            for before, others, _, earlier in seen[-30:]:
                terms = [
                    (found["low"], found["high"], found["unit"].lower())
                    for found in (before, match)
                ]
                if terms[0] != terms[1] and len(words & others) >= 4:
                    yield TextFinding(
                        place=passage.place,
                        quote=sentence,
                        message=f"“{match[0]}” here, “{before[0]}” earlier "
                        f"(“{shortened(earlier)}”).",
                        confidence=Confidence.LOW,
                        cure="Give one term.",
                    )
                    break
            seen.append((match, words, passage, sentence))


RULES: tuple[Rule, ...] = (
    a_length_of_time_is_the_same_throughout,
    a_promise_has_one_term,
)
