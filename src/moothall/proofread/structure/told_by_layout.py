"""What is told by its place on the page: “see the box on the left” says nothing read aloud."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import around, passages

_THING = (
    r"(?:box|boxes|panel|pictures?|images?|photos?|photographs?|charts?|graphs?|diagrams?|"
    r"illustrations?|column|sidebar|infographic|graphic|icons?)"
)
_BY_PLACE = re.compile(
    rf"\bthe (?:[a-z]+ )?{_THING} (?:shown )?(?:on|to|at) "
    r"(?:the|your|its) (?P<one>left|right)\b|"
    rf"\bthe (?P<two>left|right)[ -]hand {_THING}\b",
    re.IGNORECASE,
)
_NAMED_TOO = re.compile(
    r"\b(?:figure|fig\.|chart|table|map|picture) \d|\b(?:headed|called|titled|marked)\b", re.I
)


def a_place_on_the_page_is_not_the_only_sign(report: Report) -> Iterator[TextFinding]:
    """“See the box on the left”: whoever hears the page, or reads it on a phone, finds none."""
    for passage in passages(report):
        if not passage.has(" left", " right"):
            continue
        match = _BY_PLACE.search(passage.text)
        if match is None:
            continue
        near = passage.text[max(0, match.start() - 40) : match.end() + 40]
        if _NAMED_TOO.search(near):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 40, after=30),
            message=f"“{match[0]}” points to a place on the page, which a reader who hears it, or "
            "reads it on a small screen, cannot find.",
            confidence=Confidence.MEDIUM,
            cure="Name it: “Box 2”, “the box headed Dates”.",
        )


RULES: tuple[Rule, ...] = (a_place_on_the_page_is_not_the_only_sign,)
