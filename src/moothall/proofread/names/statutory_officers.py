"""Officers and agreements that an Act names by its section: a “Section 171 Officer” is none.

The officer for financial affairs is of section 151 of the Local Government Act 1972, a planning
agreement of section 106 of the Town and Country Planning Act 1990.  Left alone: sections that are
no slip of these, and those of other agreements and duties (101, 104, 111, 113, 114, 116, 278).
"""

from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages

_BY_SECTION = Expression(
    r"\b(?:[Ss]ection|[Ss]\.?)\s?(?P<number>\d{3})(?:\s(?:[Cc]hief [Ff]inance|[Pp]lanning|"
    r"[Ll]egal))?\s(?:(?P<officer>[Oo]fficer)|[Aa]greement|[Oo]bligation|[Cc]ontribution)s?\b"
)
_SECTIONS = {"officer": "151", "agreement": "106"}
_OTHERS = frozenset({"101", "104", "111", "113", "114", "116", "186", "126", "136"})


def an_officer_of_a_section_is_of_one_that_there_is(report: Report) -> Iterator[TextFinding]:
    """“The Section 171 Officer’s view is …”: Section 151."""
    for passage in passages(report):
        if not passage.has("officer", "agreement", "obligation", "contribution"):
            continue
        for match in _BY_SECTION.finditer(passage.text):
            kind = "officer" if match["officer"] else "agreement"
            right = _SECTIONS[kind]
            if _is_a_slip(match["number"], right):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end()),
                    message=f"“{match[0]}”: no such {kind} is known; section {right} may be meant.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Write “{match[0].replace(match['number'], right)}”, or give the Act.",
                )


def _is_a_slip(number: str, right: str) -> bool:
    """Whether one figure of the section is another, or two are changed about."""
    if number in _OTHERS:
        return False
    alike = sum(one == other for one, other in zip(number, right, strict=True))
    return alike == len(right) - 1 or (alike == 1 and sorted(number) == sorted(right))


RULES: tuple[Rule, ...] = (an_officer_of_a_section_is_of_one_that_there_is,)
