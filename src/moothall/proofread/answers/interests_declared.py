"""Interests declared, and what those who declared them did afterwards.

“Cllrs Ash and Birch did not vote on this matter”, and the motion was proposed by Cllr Ash; “Cllr
Cole declared on Item 13”, and it is Item 12 for which Cllr Cole left the room.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Place, Report
from moothall.proofread.answers.people_in_minutes import people
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import Passage, passages

_NAMES = (
    r"(?:Cllrs?\.?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\s[A-Z][\w.’'-]*"
    r"(?:(?:,|\sand|\s&)?\s(?:(?:Cllr\.?|Councillor)\s)?[A-Z][\w.’'-]*){0,6}"
)
_STOOD_BACK = Expression(
    rf"(?P<who>{_NAMES}),?\s(?:who\s)?(?:[^.;]{{0,80}}?\s)?(?P<did>(?:did not|didn[’']t) "
    r"(?:vote|take part|participate)|took no part|left the (?:room|meeting|chamber)|withdrew|"
    r"stood down|abstained)\b"
)
_MOVED = Expression(
    rf"(?P<who>{_NAMES})\s(?:then\s)?(?P<act>proposed|seconded|moved)\b|"
    rf"\b(?P<by>[Pp]roposed|[Ss]econded|[Mm]oved)(?:\sby|:)?\s(?P<whom>{_NAMES})"
)
_DECLARED = Expression(
    rf"(?P<who>{_NAMES})\s(?:each\s|both\s)?(?:declared|disclosed|registered)\b[^.;]{{0,80}}?\b"
    r"(?:in|on|for|about|regarding|re)\s(?:agenda\s)?(?:[Ii]tem|[Mm]inute)s?\s(?:[Nn]o\.?\s?)?"
    r"(?P<items>\d{1,3}(?:(?:,|\sand|\s&|,\sand)\s\d{1,3})*)\b"
)
_BACK = Expression(r"\b(?:returned|re-?entered|came back|rejoined)\b", re.IGNORECASE)


def _item(passage: Passage) -> str:
    return passage.place.paragraph.strip(". ")


def _names(who: str) -> set[str]:
    return {person.last for person in people(who)}


def who_takes_no_part_moves_no_motion(report: Report) -> Iterator[TextFinding]:
    """One who did not vote on a matter, or left for it, is not the one who proposed it.

    An item with several motions is left alone, since the one that was not voted on may be another.
    """
    if not are_minutes(report):
        return
    moved: dict[str, list[tuple[set[str], str]]] = {}
    back: list[tuple[str, set[str], Place, str]] = []
    for passage in passages(report):
        item = _item(passage)
        if not item or not passage.has("propos", "second", "moved", "vote", "part", "left", "with"):
            continue
        for match in _MOVED.finditer(passage.text):
            act = (match["act"] or match["by"]).lower()
            moved.setdefault(item, []).append((_names(match["who"] or match["whom"]), act))
        if _BACK.search(passage.text):
            continue
        back += [
            (item, _names(match["who"]), passage.place, match[0])
            for match in _STOOD_BACK.finditer(passage.text)
            if match["did"] != "abstained"
        ]
    for item, names, place, said in back:
        acts = moved.get(item, [])
        if sum(act != "seconded" for _, act in acts) > 1:
            continue
        for moving, act in acts:
            for name in sorted(names & moving):
                yield TextFinding(
                    place=place,
                    quote=said,
                    message=f"{name} took no part in item {item}, and {act} the motion there.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the name of whoever moved it, or of whoever stood back.",
                )


def who_leaves_for_an_item_declared_on_it(report: Report) -> Iterator[TextFinding]:
    """“Cllr Cole declared on Item 13”, and left the room for item 12 and not for 13."""
    if not are_minutes(report):
        return
    declared: dict[str, tuple[set[str], Place, str]] = {}
    left: dict[str, set[str]] = {}
    items: set[str] = set()
    for passage in passages(report):
        items.add(_item(passage))
        if passage.has("declar", "disclos", "register"):
            for match in _DECLARED.finditer(passage.text):
                numbers = set(re.findall(r"\d+", match["items"]))
                for name in _names(match["who"]):
                    before = declared.get(name, (set(), passage.place, match[0]))
                    declared[name] = (before[0] | numbers, before[1], before[2])
        if passage.has("vote", "part", "left", "withdr", "stood"):
            for match in _STOOD_BACK.finditer(passage.text):
                for name in _names(match["who"]) if _item(passage) else ():
                    left.setdefault(name, set()).add(_item(passage))
    for name, (numbers, place, said) in declared.items():
        gone = left.get(name, set())
        # minutes numbered otherwise than their agenda do not have the item at all
        if len(gone) != 1 or len(numbers) != 1 or gone & numbers or not numbers <= items:
            continue
        (other,) = gone
        if not other.isdigit():
            continue
        (number,) = numbers
        yield TextFinding(
            place=place,
            quote=said,
            message=f"{name} declared an interest in item {number}, and stood back in "
            f"item {other}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the number of the item.",
        )


RULES: tuple[Rule, ...] = (
    who_takes_no_part_moves_no_motion,
    who_leaves_for_an_item_declared_on_it,
)
