"""Longer names: a name with a word more and another form of a word, and bodies of or for something.

A name a word shorter is no more than short.  Where another of its words has another form too, it is
not the same name cut short; nor is the “Institute of Lamps” short for the “Institute for Lamps”.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.exchanged_words import (
    MOST,
    NAMED,
    SHORTEST,
    is_another,
    one_thing_under_two_names,
)
from moothall.proofread.names.mentions import BODIES, Mentions, mentions
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, how_often

_Key = tuple[str, ...]

# --- a word more, and another form of a word ------------------------------------------------------


def a_name_has_no_word_more_and_another_form(report: Report) -> Iterator[TextFinding]:
    """“The Coast Community Lamps Programme” where it is the “Coast Communities Programme”.

    A name a word shorter is no more than short; where another of its words has another form too,
    it is not the same name cut short.
    """
    read = mentions(report, NAMED)
    by_ends: defaultdict[tuple[str, str], list[_Key]] = defaultdict(list)
    for key in list(read.named)[:MOST]:
        if len(key) >= SHORTEST:
            by_ends[key[0], key[-1]].append(key)
    for alike in by_ends.values():
        for one, other in combinations(alike[:12], 2):
            short, long = sorted((one, other), key=len)
            if len(long) != len(short) + 1:
                continue
            if not _is_inflected(short, long, read) and not _has_a_word_within(short, long):
                continue
            rare, common = sorted(
                (read.named[short], read.named[long]),
                key=lambda found: (len(found), -found[0].order),
            )
            if len(rare) > 2 or read.stand_side_by_side(rare, common):
                continue
            # “a Quay Board has been set up” introduces the board that is named in full further on
            introduces = rare[0].order < common[0].order and _has_a_word_within(short, long)
            if introduces or not any(map(is_another, rare)):
                yield one_thing_under_two_names(rare, common)


_LONG_NAME = 5


def _has_a_word_within(short: _Key, long: _Key) -> bool:
    """Whether a body's long name has a word more in the middle, where no name is cut short."""
    if len(short) < _LONG_NAME or short[-1] not in BODIES:
        return False
    return any((*long[:gap], *long[gap + 1 :]) == short for gap in range(2, len(long) - 2))


def _is_inflected(short: _Key, long: _Key, read: Mentions) -> bool:
    for gap in range(1, len(long) - 1):
        if (*long[:gap], *long[gap + 1 :]) == short:
            ours = read.named[short][0].tokens
            theirs = read.named[long][0].tokens
            left = (*theirs[:gap], *theirs[gap + 1 :])
            # a last word in the plural is several: “the Lamps programme”, “Plan and Programmes”
            pairs = list(zip(ours, left, strict=True))[:-1]
            return any(a != b and "'" not in a + b for a, b in pairs)
    return False


# --- of and for -----------------------------------------------------------------------------------

_BODY_FOR = Expression(
    r"\b(?P<head>Society|Institute|Association|Department|Federation|League|Union|Network|Trust|"
    r"Guild|Ministry|Campaign|Council|Centre|College|Office|Agency|Confederation)\s"
    r"(?P<link>of|for)\s(?:the\s)?"
    r"(?P<rest>[A-Z][\w’'-]+(?:(?:,|,?\sand|\s&)?\s[A-Z][\w’'-]+){0,4})"
)


def a_body_is_of_or_for_something(report: Report) -> Iterator[TextFinding]:
    """The “Institute of Lamps” in one place, and the “Institute for Lamps” in another."""
    found: defaultdict[tuple[str, str], dict[str, list[tuple[int, str]]]] = defaultdict(dict)
    texts = mentions(report, NAMED).texts
    for place, passage in enumerate(texts):
        if " of " not in passage.text and " for " not in passage.text:
            continue
        for match in _BODY_FOR.finditer(passage.text):
            key = match["head"], match["rest"].casefold().replace("&", "and")
            found[key].setdefault(match["link"], []).append((place, match[0]))
    for by_link in found.values():
        if len(by_link) < 2:
            continue
        rare, common = sorted(by_link.values(), key=len)
        (place, text), (_, other) = rare[0], common[0]
        if place == common[0][0] and other in texts[place].text.partition(".")[0]:
            continue
        at = texts[place].text.find(text)
        yield TextFinding(
            place=texts[place].place,
            quote=around(texts[place].text, at, at + len(text)),
            message=f"“{text}” ({how_often(len(rare))}) and “{other}” ({how_often(len(common))}, "
            f"{texts[common[0][0]].place}) look like one body under two names.",
            confidence=Confidence.MEDIUM,
            cure="Give the name that the body bears.",
        )


RULES: tuple[Rule, ...] = (
    a_name_has_no_word_more_and_another_form,
    a_body_is_of_or_for_something,
)
