"""References to a run of paragraphs, sections or pages: “paragraphs 24 to 28” runs forward."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_RUN = Expression(
    r"\b(?P<what>paragraphs|paras|sections|pages|tables|appendices|recommendations|minutes)\s"
    r"(?P<first>\d{1,3}(?:\.\d{1,2}){0,2})\s?(?:to|[-–])\s?(?P<last>\d{1,3}(?:\.\d{1,2}){0,2})"
    r"(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)

_KINDS = (
    "paragraphs", "paras", "sections", "pages", "tables", "appendices", "recommendations",
    "minutes",
)  # fmt: skip


def a_run_referred_to_goes_forward(report: Report) -> Iterator[TextFinding]:
    """“Described in paragraphs 32 to 28”; “pages 134-38” is short for 134 to 138."""
    for passage in passages(report):
        for match in _RUN.finditer(passage.text) if passage.has(*_KINDS) else ():
            first, last = (tuple(map(int, match[end].split("."))) for end in ("first", "last"))
            if last >= first[: len(last)] or len(last) > len(first) or _is_short(match):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), after=30),
                message=f"{match['what'].capitalize()} {match['first']} to {match['last']}: the "
                "last comes before the first.",
                confidence=Confidence.MEDIUM,
                cure="Correct the number that is wrong.",
            )


def _is_short(match: re.Match[str]) -> bool:
    """Whether the digits that do not change are left out: 134-38, 2.11-14; not so 17 to 5."""
    first, last = match["first"].rpartition(".")[2], match["last"]
    if "." in last or len(last) >= len(match["first"]):
        return False
    return int(first[: -len(last)] + last) >= int(first)


RULES: tuple[Rule, ...] = (a_run_referred_to_goes_forward,)
