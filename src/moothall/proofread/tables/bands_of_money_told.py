"""Bands of money told in a sentence: “below £12,000, all of it; £12,000 to £14,999, half; …”.

Parts of a sentence that semicolons part, each with a band of its own, divide one scale where most
of them meet.  A step from £14,999 to £16,000 then has no band for what lies between.
"""

from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.tables.bounds import Joint, first_band, joint

_LEAST = 3
_WRONG = {Joint.GAP: "leave out what lies between", Joint.OVERLAP: "share some values"}


def bands_of_money_meet(report: Report) -> Iterator[TextFinding]:
    """“£12,000 to £14,999, two thirds; £16,000 to £20,000, one third”: none takes in £15,500."""
    for passage in passages(report):
        if passage.cell or passage.text.count(";") < _LEAST - 1 or "£" not in passage.text:
            continue
        held = [first_band(part) for part in passage.text.split(";")]
        bands = [each for each in held if each is not None and each.unit == "£"]
        if len(bands) < _LEAST or len(bands) < len(held):
            continue
        joints = [joint(one, other) for one, other in pairwise(bands)]
        wrong = [place for place, one in enumerate(joints) if one in _WRONG]
        if len(wrong) != 1 or joints.count(Joint.MEET) != len(joints) - 1:
            continue
        one, other = bands[wrong[0]], bands[wrong[0] + 1]
        at = passage.text.find(other.text)
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, max(0, at - 40), at + len(other.text), 40),
            message=f"“{one.text}” and “{other.text}” {_WRONG[joints[wrong[0]]]}; the other bands "
            "meet.",
            confidence=Confidence.MEDIUM,
            cure="Correct the bound of one of the two bands.",
        )


RULES: tuple[Rule, ...] = (bands_of_money_meet,)
