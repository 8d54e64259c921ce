"""Figures put to members, that point to their place, or that a table has: ordinary wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.told_again import (
    claim_conflicts,
    figures_of_a_table,
    figures_of_their_place,
    figures_put_to_members,
)

_RULES = (*figures_put_to_members.RULES, *figures_of_their_place.RULES, *figures_of_a_table.RULES)


def _found(text: str) -> tuple[TextFinding, ...]:
    report = read_markdown(text, "r")
    return tuple(
        finding
        for rule in _RULES
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW
    )


_OUTTURN = """Table 1: Projected outturn (£000)

| Service | Budget | Projection | Variance |
|---|---|---|---|
| Moorings | 1,210 | 1,474 | 264 |
| Ferries | 3,140 | 3,655 | 515 |
| Net total | 4,350 | 5,129 | 779 |
"""
_REPLIES = """Table 2: Replies by route

| Route | Replies |
|---|---|
| Post | 812 |
| Online | 1,122 |
| Total | 1,934 |
"""
_LETTERS = """| Kind | 2024 | 2025 |
|---|---|---|
| Complaints received | 14 | 21 |
| Letters of thanks | 33 | 40 |
"""
_STAFF = """| Service | FTE |
|---|---|
| Slips | 240 |
| Quays | 291 |
"""


def _paper(head: str, said: str, section: str, body: str) -> str:
    return f"# Harbour\n\n## {head}\n\n{said}\n\n## {section}\n\n{body}\n"


@pytest.mark.parametrize(
    "text",
    [
        _paper("Recommendations", "(a) note an overspend of £743,000;", "Outturn", _OUTTURN),
        _paper("Summary", "The survey drew 1,943 replies.", "How we asked", _REPLIES),
        _paper("Key messages", "- Arrears of berth rents are £1.46m.", "Rents",
               "Arrears of berth rents stood at £1.64m on 31 December."),
        _paper("Decision sought", "A grant of £77,500 to the Net Loft is sought.", "The request",
               "The Net Loft asks for a grant of £72,500, as last year."),
        _paper("Recommendation", "That £8.3m of the dredging programme be re-profiled (section 6).",
               "6. Dredging", "6.1 Of the dredging programme £8.9m has slipped into next year."),
        f"# H\n\n4.1 As Table 2 shows, 1,212 replies came online.\n\n{_REPLIES}",
        f"Moorings overspent by £255,000 because of the storm.\n\n{_OUTTURN}",
        f"Ferries are forecast to cost £3.94m.\n\n{_OUTTURN.replace('Projection', 'Forecast')}",
        f"The service dealt with 27 complaints.\n\n{_LETTERS}",
    ],
    ids=["note", "total", "key", "grant", "section", "table", "row", "column", "year"],
)  # fmt: skip
def test_a_figure_that_another_place_has_otherwise_is_told(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize(
    "text",
    [
        _paper("Recommendations", "(a) note an overspend of £0.78m;", "Outturn", _OUTTURN),
        _paper("Summary", "Spending of £1.2m on two slips is proposed.", "Slips",
               "The north slip needs £0.75m and the south slip £0.45m."),
        _paper("Recommendation", "That up to £500,000 be set aside for the roof.", "Costs",
               "The estimate for the roof is £462,000."),
        _paper("Summary", "The budget for 2026/27 is £14.6m.", "Budget",
               "The budget for 2025/26 was £14.1m."),
        _paper("Recommendation", "That £35,000 be paid to the Net Loft.", "Grants",
               "| Body | 2024/25 (£) |\n|---|---|\n| Net Loft | 32,000 |\n| Folk Club | 5,000 |"),
        _paper("Recommendation", "That the berths be let (section 6) for £8.3m.", "6. Dredging",
               "6.1 The dredger costs £9.1m."),
        f"Moorings overspent by £255,000 in the first quarter.\n\n{_OUTTURN}",
        f"There were 2,054 replies: 812 by post, 1,122 online and 120 by telephone.\n\n{_REPLIES}",
        f"The quays employ 318 people.\n\n{_STAFF}",
    ],
    ids=["rounded", "sum", "bound", "year", "last-year", "other", "quarter", "parts", "people"],
)  # fmt: skip
def test_a_figure_that_differs_for_a_reason_is_left_alone(text: str) -> None:
    assert _found(text) == ()


@given(st.integers(1_310, 8_890).filter(lambda each: each % 10), st.integers(-110, 110))
def test_a_sum_asked_for_is_told_only_where_the_body_has_another(worth: int, off: int) -> None:
    said = worth + off if off % 10 else worth
    asked = f"(a) approve a grant of £{said * 1000:,} to the Net Loft;"
    text = _paper(
        "Recommendations", asked, "Grant", f"The grant to the Net Loft is £{worth * 1000:,}."
    )
    assert bool(_found(text)) == (said != worth)


def test_most_of_three_tellings_speak_for_what_is_meant() -> None:
    text = """# Harbour

## Position

The plan assumed that savings of £15.36m would be made, 3% of the budget.

## Savings

The savings plan is £16.24m. At the end of May £8.45m had been saved.

## Outlook

Savings of £15.36m are still planned, and the harbour board will look at them in June.
"""
    report = read_markdown(text, "r")
    sure = [
        finding
        for rule in claim_conflicts.RULES
        for finding in rule(report)
        if finding.confidence is not Confidence.LOW and "£15.36m" in finding.message
    ]
    assert sure
