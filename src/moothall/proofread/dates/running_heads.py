"""Running heads: the title of a paper repeated on its pages with the year of the one before.

“Annual Report 2024: Executive Summary” on a later page of the “Annual Report 2025”.  Left alone:
sentences that speak of last year's report, and lists of reports by year.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, passages

_TITLE = Expression(r"^\W*(?P<name>[A-Z][^.:;\d]{12,90}?)\s(?P<year>20\d\d)\b(?!\s?[/–-]\s?\d)\W*$")
_IS_A_PAPER = Expression(
    r"\b(?:report|review|statement|plan|programme|accounts|assessment|newsletter|bulletin)\b", re.I
)
_ANOTHER = Expression(r"\b(?:last|previous|since|earlier|our|see|from|in the|former)\b", re.I)
_FIRST, _LONGEST, _MOST_APART = 3, 130, 2


def a_running_head_has_the_year_of_the_title(report: Report) -> Iterator[TextFinding]:
    """“Director’s Annual Report 2024: Summary” in the “Director’s Annual Report 2025”."""
    texts = passages(report)
    title = _title(texts)
    if title is None:
        return
    name, year = title["name"].strip(), int(title["year"])
    head = re.compile(rf"^\W*{re.escape(name)}\s(?P<year>20\d\d)\b(?!\s?[/–-]\s?\d)", re.IGNORECASE)
    found = [
        (passage, int(match["year"]))
        for passage in texts[1:]
        if passage.part != "cell" and len(passage.text) < _LONGEST
        if (match := head.match(passage.text)) is not None
        if not passage.text.rstrip().endswith(".") and not _ANOTHER.search(passage.text)
    ]
    wrong = [(passage, other) for passage, other in found if other != year]
    if len({other for _, other in wrong}) != 1 or abs(wrong[0][1] - year) > _MOST_APART:
        return
    passage, other = wrong[0]
    yield TextFinding(
        place=passage.place,
        quote=passage.text,
        message=f"{other} here; the title has {year} (“{title[0].strip()}”).",
        confidence=Confidence.MEDIUM,
        cure="Correct the year.",
    )


def _title(texts: tuple[Passage, ...]) -> re.Match[str] | None:
    for passage in texts[:_FIRST]:
        match = _TITLE.match(passage.text) if len(passage.text) < _LONGEST else None
        if match is not None and _IS_A_PAPER.search(match["name"]):
            return match
    return None


RULES: tuple[Rule, ...] = (a_running_head_has_the_year_of_the_title,)
