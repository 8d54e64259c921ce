"""Years set: a forecast for a day already told, charges set for the year before the next."""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.dates.period_labels import CURE, SPAN, SUBJECT, YEAR, named
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.written_dates import own_date, written_dates

# --- "31 March 2025 actual" beside "31 March 2025 forecast" --------------------------------------

_ACTUAL = Expression(r"\bactuals?\b", re.IGNORECASE)
_EXPECTED = Expression(r"\b(?:forecast|projected|projection|estimated?|expected)\b", re.IGNORECASE)
_DIFFERENCE = Expression(r"\b(?:varia\w+|differen\w+|change|movement|over|under)\b", re.IGNORECASE)


def what_is_actual_is_not_forecast_for_the_same_date(report: Report) -> Iterator[TextFinding]:
    """Columns “31 March 2025 actual” and then “31 March 2025 forecast”: the second is a year on."""
    for _, grid in captioned_grids(report):
        if not grid.rows:
            continue
        heads = [
            " ".join(column) for column in zip(*grid.rows[: max(1, grid.head_rows)], strict=False)
        ]
        if any(_DIFFERENCE.search(head) for head in heads):
            continue  # a forecast that is held against what came of it
        actual: dict[date, str] = {}
        for column, head in enumerate(heads):
            dated = written_dates(head)
            if len(dated) != 1 or not dated[0].is_a_day:
                continue
            if _ACTUAL.search(head):
                actual[dated[0].first] = head
            elif _EXPECTED.search(head) and dated[0].first in actual:
                yield TextFinding(
                    place=grid.cell_place(0, column),
                    quote=head,
                    message=f"“{head.strip()}” stands after “{actual[dated[0].first].strip()}”: "
                    "one day cannot be both told and forecast; a later year is probably meant.",
                    confidence=Confidence.MEDIUM,
                    cure=CURE,
                )


# --- what is set for the coming year --------------------------------------------------------------

_SET = Expression(
    r"\b(?P<thing>fees(?: and charges)?|charges|rents?|budget|precept|council tax|allowances|"
    r"tariffs?|strategy|programme|pay policy(?: statement)?)\b[^.;]{0,40}?\bfor\s(?:the\s)?"
    rf"(?:financial\syear\s|year\s)?{YEAR.format('')}[^.;]{{0,50}}?\bbe\s(?:\w+\s)?"
    r"(?:approved|agreed|set|adopted|increased|recommended|applied)\b|"
    r"\b(?:approves?|agrees?|sets?|adopts?)\s(?:the\s)?(?:\w+\s){0,4}?"
    r"(?P<thing_>fees(?: and charges)?|charges|rents?|budget|precept|council tax|allowances|"
    r"tariffs?)\b[^.;]{0,30}?\bfor\s(?:the\s)?"
    rf"(?:financial\syear\s|year\s)?{YEAR.format('_')}",
    re.IGNORECASE,
)
_OF_THIS_YEAR = Expression(
    r"\b(?:revised|outturn|forecast|current|in[- ]year|supplementary|virement|carry|slippage|"
    r"additional|amended|unchanged)\b",
    re.IGNORECASE,
)


def what_is_set_is_set_for_the_year_of_the_title(report: Report) -> Iterator[TextFinding]:
    """“That fees and charges for 2025/26 be approved”, in the “Budget 2026/27” of February."""
    titles = [
        {int(match["first"]) for match in SPAN.finditer(block.text)}
        for block in report.blocks[:6]
        if isinstance(block, Heading) or (isinstance(block, Prose) and SUBJECT.match(block.text))
    ]
    years = {year for found in titles for year in found}
    own = own_date(report)
    if len(years) != 1 or own is None:
        return
    (year,) = years
    if not date(year - 1, 9, 1) <= own < date(year, 4, 1):
        return
    for passage in passages(report):
        for match in _SET.finditer(passage.text):
            first = int(match["first"] or match["first_"])
            if first != year - 1 or _OF_THIS_YEAR.search(around(passage.text, *match.span(), 40)):
                continue
            thing = match["thing"] or match["thing_"]
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 40),
                message=f"The {thing.casefold()} are set for {named(first)} here; the report, of "
                f"{own:%B %Y}, is on {named(year)}.",
                confidence=Confidence.MEDIUM,
                cure=CURE,
            )


RULES: tuple[Rule, ...] = (
    what_is_actual_is_not_forecast_for_the_same_date,
    what_is_set_is_set_for_the_year_of_the_title,
)
