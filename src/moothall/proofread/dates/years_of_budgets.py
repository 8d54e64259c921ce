"""Years of budgets: set before they begin, and what slips from one goes into a later one.

“Council approved a net budget for 2024/25 on 26 February 2025” was five weeks before that year was
over; “slippage into 2025/26” cannot come from the programme of 2025/26.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.written_dates import Written, in_full, written_dates

_YEAR = r"20\d\d[/–-](?:20)?\d\d(?!\d)"
_BUDGET_OF = Expression(
    rf"\b(?:budget|precept|council tax|financial "
    rf"plan)\b(?P<gap>(?:[^.;()]|\.\d){{0,45}}?)\b(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_SET = Expression(
    r"\b(?:approved|set|agreed|adopted|council|authority|board|cabinet|executive)\b", re.IGNORECASE
)
_LATER = Expression(
    r"\b(?:revis\w+|supplementary|amend\w+|virement|outturn|monitor\w*|forecast|quarter|month|"
    r"update\w*|accounts|mid-year|reprofil\w+|pressure\w*|out ?turn|carr(?:y|ied)|compared|"
    r"consult\w*|end of)\b",
    re.IGNORECASE,
)
_SLIPS = Expression(
    r"\b(?:slip(?:s|ped|page|pages)?|re-?profil\w+|carr(?:y|ied|ying)(?:[ -]forward|[ -]over)?|"
    r"roll(?:ed|ing)? (?:forward|over)|deferr\w+|re-?phas\w+)\b[^.;]{0,45}?\b(?:in)?to\s(?:the\s)?"
    rf"(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_PROGRAMME_OF = Expression(
    rf"\b(?:programme|budget|allocation|grant)\b(?:[^.;]|\.\d){{0,40}}?\b(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_FIRST_MONTH, _LAST_MONTH, _LAST_DAY = 1, 3, 31


def a_budget_is_set_before_its_year(report: Report) -> Iterator[TextFinding]:
    """“Approved a net revenue budget of £241.6m for 2024/25 on 26 February 2025”."""
    for passage in passages(report):
        if "20" not in passage.text or not passage.has(*_KINDS):
            continue
        for sentence in sentences(passage.text):
            match = _BUDGET_OF.search(sentence)
            if match is None or _LATER.search(sentence) or not _SET.search(sentence):
                continue
            year = int(match["year"][:4])
            after = [day for day in written_dates(sentence) if _stands_beside(match, day, sentence)]
            if len(after) != 1 or not _is_at_its_end(after[0], year):
                continue
            ends = date(year + 1, _LAST_MONTH, _LAST_DAY)
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), after[0].end, 40),
                message=f"{match['year']} ends on {in_full(ends)}: a budget of "
                f"{in_full(after[0].first)} is for the year after.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year or the date.",
            )


_KINDS = ("budget", "precept", "council tax", "financial plan")


def _stands_beside(match: re.Match[str], day: Written, sentence: str) -> bool:
    between = sentence[match.end() : day.start]
    return 0 <= day.start - match.end() < _NEAR and day.is_a_day and not re.search(r"[;.]", between)


_NEAR = 60


def _is_at_its_end(day: Written, year: int) -> bool:
    """Whether a day is of the last three months of a year: its budget was set a year before."""
    return day.first.year == year + 1 and _FIRST_MONTH <= day.first.month <= _LAST_MONTH


def what_slips_goes_into_a_later_year(report: Report) -> Iterator[TextFinding]:
    """“The programme for 2025/26 is £74.3m … all of which is slippage into 2025/26”."""
    for passage in passages(report):
        if passage.text.count("20") < _TWICE:
            continue
        for match in _SLIPS.finditer(passage.text):
            before = list(_PROGRAMME_OF.finditer(passage.text, 0, match.start()))
            if len({one["year"][:4] for one in before}) != 1:
                continue
            own = before[0]["year"]
            if int(match["year"][:4]) > int(own[:4]):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 60),
                message=f"What slips from {own} goes into a later year, not into {match['year']}.",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the years.",
            )


_TWICE = 2

RULES: tuple[Rule, ...] = (a_budget_is_set_before_its_year, what_slips_goes_into_a_later_year)
