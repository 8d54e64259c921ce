"""Phrases said twice over: “at this stage at this stage”, or on both sides of “and”."""

import re
from collections.abc import Iterator
from operator import eq

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages
from moothall.proofread.wording.words import is_a_row

_JOINT = Expression(r",? (?:and|or) ")
_LONGEST_PHRASE = 7  # words


def no_phrase_stands_twice(report: Report) -> Iterator[TextFinding]:
    """Three words or more are not said twice over: "of the scheme and of the scheme"."""
    for passage in passages(report):
        if passage.part == "cell":
            continue
        for joint in _JOINT.finditer(passage.text):
            phrase = _said_on_both_sides(passage.text, joint)
            if not phrase or is_a_row(passage.text, joint):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(
                    passage.text, joint.start() - len(phrase), joint.end() + len(phrase), 20
                ),
                message=f"“{phrase}” is said twice over.",
                confidence=Confidence.MEDIUM,
                cure="Take one out, or put in what was meant.",
            )
            break


def _said_on_both_sides(text: str, joint: re.Match[str]) -> str:
    before = text[max(0, joint.start() - 90) : joint.start()].split(" ")
    after = text[joint.end() : joint.end() + 90].split(" ")
    for size in range(_LONGEST_PHRASE, 2, -1):
        after_words = [word.rstrip(".,;:)") for word in after[:size]]
        plain = all(re.fullmatch(r"[A-Za-z’'-]+", word) for word in after_words)
        if len(before) > size and before[-size:] == after_words and plain:
            return " ".join(after_words)
    return ""


_SIZES = range(2, _LONGEST_PHRASE + 1)
_WORDS_ONLY = Expression(r"[a-z][a-z’'-]*(?: [a-z’'-]+)+")
_REPEATED_ON_PURPOSE = Expression(
    r"(?:(?:by|on|to|and|after|upon|over|in|for|or) \w+|\w+ (?:by|on|to|and|after|upon|over|or))$|"
    r"(?:very|more|less|many|again|so|much|had|that|far|bye|hear|ha) "
)


def no_phrase_is_said_twice_running(report: Report) -> Iterator[TextFinding]:
    """Nothing is “addressed at this stage at this stage”: two words or more, and no joint."""
    for passage in passages(report):
        if passage.part in ("cell", "heading"):
            continue
        words = passage.text.split()
        for size in _SIZES:
            if len(words) < 2 * size:
                break
            same = bytes(map(eq, words, words[size:]))
            at = same.find(b"\x01" * size)
            if at < 0:
                # the second time a stop may end the sentence
                at = _before_a_stop(words, size, same)
            if at < 0:
                continue
            phrase = " ".join(words[at : at + size])
            thrice = (
                len(set(words[at : at + size])) < size
            )  # “places places”, of the heads of a table
            thrice |= words[at + 2 * size : at + 3 * size] == words[at : at + size]
            if thrice or not _WORDS_ONLY.fullmatch(phrase) or _REPEATED_ON_PURPOSE.match(phrase):
                continue
            twice = f"{phrase} {phrase}"
            start = max(0, " ".join(words).find(twice))
            text = " ".join(words)
            yield TextFinding(
                place=passage.place,
                quote=around(text, start, start + len(twice), 30),
                message=f"“{phrase}” is said twice running.",
                confidence=Confidence.MEDIUM,
                cure=f"Take out one “{phrase}”.",
            )
            break


def _before_a_stop(words: list[str], size: int, same: bytes) -> int:
    """Where the phrase stands again and ends a clause: “… at this stage at this stage.”"""
    at = same.find(b"\x01" * (size - 1) + b"\x00")
    while at >= 0:
        last = at + size - 1
        if last + size < len(words) and words[last] == words[last + size].rstrip(".,;:)"):
            return at
        at = same.find(b"\x01" * (size - 1) + b"\x00", at + 1)
    return -1


RULES: tuple[Rule, ...] = (no_phrase_stands_twice, no_phrase_is_said_twice_running)
