"""Bands of money told in a sentence: “below £12,000, all of it; £12,000 to £14,999, half; …”.

Bands of which most meet, the one's end at the next one's beginning, divide one scale.  A step from
£14,999 to £16,000 then has no band for what lies between, and one back to £14,000 has two.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.tables.bounds import Band, Joint, bands_of_money_in, first_band, joint

_LEAST = 3
_WRONG = {Joint.GAP: "leave out what lies between", Joint.OVERLAP: "share some values"}


def bands_of_money_meet(report: Report) -> Iterator[TextFinding]:
    """“£12,000 to £14,999, two thirds; £16,000 to £20,000, one third”: none takes in £15,500."""
    for passage in passages(report):
        if not passage.cell and passage.text.count("£") >= _LEAST:
            yield from _in(passage)


def _in(passage: Passage) -> Iterator[TextFinding]:
    for text, bands in _divisions(passage.text):
        wrong = _wrong_joint(bands)
        if wrong is None:
            continue
        place, kind = wrong
        one, other = bands[place], bands[place + 1]
        at = text.find(other.text)
        yield TextFinding(
            place=passage.place,
            quote=around(text, max(0, at - 40), at + len(other.text), 40),
            message=f"“{one.text}” and “{other.text}” {_WRONG[kind]}; the other bands meet.",
            confidence=Confidence.MEDIUM,
            cure="Correct the bound of one of the two bands.",
        )
        return


_SENTENCE_ENDS = Expression(r"[.!?]\s+(?=[A-Z])")


def _divisions(text: str) -> Iterator[tuple[str, list[Band]]]:
    """The bands of parts that semicolons part, or those that one sentence names."""
    if text.count(";") >= _LEAST - 1:
        held = [first_band(part) for part in text.split(";")]
        parted = [each for each in held if each is not None and each.unit == "£"]
        if len(parted) == len(held):
            yield text, parted
    for sentence in _SENTENCE_ENDS.split(text):
        if sentence.count("£") >= _LEAST:
            yield sentence, bands_of_money_in(sentence)


def _wrong_joint(bands: Sequence[Band]) -> tuple[int, Joint] | None:
    """Where one joint of three bands or more does not meet, and all others do."""
    if len(bands) < _LEAST:
        return None
    joints = [joint(one, other) for one, other in pairwise(bands)]
    wrong = [place for place, one in enumerate(joints) if one in _WRONG]
    if len(wrong) != 1 or joints.count(Joint.MEET) != len(joints) - 1:
        return None
    return wrong[0], joints[wrong[0]]


RULES: tuple[Rule, ...] = (bands_of_money_meet,)
