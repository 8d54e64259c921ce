"""What a body is asked to do with the report: one thing, on the front and at the end."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, around, paragraphs

_ASKED = Expression(
    r"\b(?P<body>(?:[A-Z][\w’'-]+ ){0,5}(?:Council|Cabinet|Committee|Executive|Panel|Board|Forum|"
    r"Members))\s(?:is|are)\s(?:therefore\s|now\s)?(?:asked|recommended|requested|invited)\s+to\s+"
    r"(?P<verb>note|endorse|approve|agree|adopt|consider|comment on|receive|support)\s+"
    r"(?:and (?P<also>note|endorse|approve|agree|adopt|consider|comment on|receive|support)\s+)?"
    r"(?P<what>(?:this|the|its|the attached)\s(?:[\w-]+,?\s){0,5}?(?:report|update|paper|plan|"
    r"strategy|policy|statement|review))\s*(?:[.;]|$|(?=and the\b))",
    re.IGNORECASE,
)
_WEIGHT = {"note": 0, "receive": 0, "consider": 0, "comment on": 0, "support": 1, "endorse": 1,
           "approve": 2, "agree": 2, "adopt": 2}  # fmt: skip


def a_body_is_asked_for_one_thing(report: Report) -> Iterator[TextFinding]:
    """“Council is asked to note the report” on the front, “to endorse this report” at the end."""
    first: tuple[Paragraph, re.Match[str]] | None = None
    for paragraph in paragraphs(report):
        for match in _ASKED.finditer(paragraph.text):
            if match["also"]:
                return  # asked for both
            if first is None:
                first = (paragraph, match)
            elif _is_another(first[1], match):
                yield _finding(first, paragraph, match)
                return


def _is_another(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the same body is asked to do more, or less, with the same thing."""
    same = _last_word(one["body"]) == _last_word(other["body"])
    things = _last_word(one["what"]) == _last_word(other["what"])
    return same and things and _WEIGHT[_verb(one)] != _WEIGHT[_verb(other)]


def _verb(match: re.Match[str]) -> str:
    return match["verb"].lower()


def _last_word(text: str) -> str:
    return text.split()[-1].lower()


def _finding(
    first: tuple[Paragraph, re.Match[str]], paragraph: Paragraph, match: re.Match[str]
) -> TextFinding:
    return TextFinding(
        place=paragraph.place,
        quote=around(paragraph.text, match.start(), match.end()),
        message=f"Here the {_last_word(match['body'])} is asked to {_verb(match)} the "
        f"{_last_word(match['what'])}; {first[0].place} asks it to {_verb(first[1])} it.",
        confidence=Confidence.MEDIUM,
        cure="Ask for one thing in both places.",
    )


RULES: tuple[Rule, ...] = (a_body_is_asked_for_one_thing,)
