"""What is told by its place on the page: “see the box on the left” says nothing read aloud."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_THING = (
    r"(?:box|boxes|panel|pictures?|images?|photos?|photographs?|charts?|graphs?|diagrams?|"
    r"illustrations?|column|sidebar|infographic|graphic|icons?)"
)
_BY_PLACE = Expression(
    rf"\bthe (?:[a-z]+ )?{_THING} (?:shown )?(?:on|to|at) "
    r"(?:the|your|its) (?P<one>left|right)\b|"
    rf"\bthe (?P<two>left|right)[ -]hand {_THING}\b",
    re.IGNORECASE,
)
_NAMED_TOO = Expression(
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


_DOCUMENT = (
    r"(?:appendix|appendices|annexe?|document|report|minutes|agreement|table|statement|letter|form|"
    r"page|deed|lease|certificate|plan)s?"
)
_PICTURED = Expression(
    rf"\b{_DOCUMENT}\b(?:\s\w{{1,3}}\b)?[^.;:]{{0,30}}\b(?:is|are|has been|have been|was|were)\s"
    r"(?:only\s|just\s)?(?:attached\s|included\s|saved\s|provided\s|shown\s|supplied\s)?(?:as\s)?"
    r"(?:an?\s)?(?:scans?\b|scanned\s(?:image|copy|document|page)|image\b|picture\sof\b|screenshot)|"
    r"\bno text layer\b|\bsaved as (?:an image|a picture)\b",
    re.IGNORECASE,
)
_TYPED_TOO = Expression(
    r"\b(?:typed|text|accessible|word|plain[- ]text) (?:copy|version|transcript)\b[^.]{0,40}"
    r"\b(?:is|can|may|also|on request|available)\b",
    re.IGNORECASE,
)


def a_document_is_more_than_a_picture_of_one(report: Report) -> Iterator[TextFinding]:
    """“The lease is a scan, saved as an image”: whoever cannot see it is given nothing to read."""
    for passage in passages(report):
        if not passage.has("scan", "image", "picture", "screenshot", "text layer"):
            continue
        match = _PICTURED.search(passage.text)
        if match is None or _TYPED_TOO.search(passage.text):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 40, after=30),
            message=f"“{match[0]}”: a picture of a document cannot be read aloud or searched.",
            confidence=Confidence.MEDIUM,
            cure="Give the text of the document as well.",
        )


RULES: tuple[Rule, ...] = (
    a_place_on_the_page_is_not_the_only_sign,
    a_document_is_more_than_a_picture_of_one,
)
