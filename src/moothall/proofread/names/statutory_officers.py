"""Officers whom an Act names by its section: a “Section 171 Officer” is none.

The officer for financial affairs is of section 151 of the Local Government Act 1972.  Left alone:
sections that are no slip of it, as 114 (the same officer's duty to report) or 106 (planning).
"""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_BY_SECTION = Expression(
    r"\b(?:[Ss]ection|[Ss]\.?)\s?(?P<number>\d{3})(?:\s[Cc]hief [Ff]inance)?\s[Oo]fficers?\b"
)
_SECTION = "151"


def an_officer_of_a_section_is_of_one_that_there_is(report: Report) -> Iterator[TextFinding]:
    """“The Section 171 Officer’s view is …”: Section 151."""
    for passage in passages(report):
        if not passage.has("officer"):
            continue
        for match in _BY_SECTION.finditer(passage.text):
            if _is_a_slip(match["number"]):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"“{match[0]}”: no such officer is known; the officer for financial "
                    "affairs is of section 151.",
                    confidence=Confidence.MEDIUM,
                    cure="Write “Section 151 Officer”, or give the Act.",
                )


def _is_a_slip(number: str) -> bool:
    """Whether one figure of 151 is another, or two are changed about."""
    alike = sum(one == other for one, other in zip(number, _SECTION, strict=True))
    return alike == len(_SECTION) - 1 or (alike == 1 and sorted(number) == sorted(_SECTION))


RULES: tuple[Rule, ...] = (an_officer_of_a_section_is_of_one_that_there_is,)
