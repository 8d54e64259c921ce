"""Silence: figures of real reports that look wrong to a program and are right.

Each is of a kind that real bulletins, budgets and debates had and that was once told wrongly; the
words and the figures are made up.
"""

import pytest

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.rules import proofread_all

_RIGHT = {
    "years with a long dash are no figures": (
        "The plan for 2025–26 holds 31 actions. Nineteen are complete, eight are on track and "
        "four are late.\n\n"
        "Dredging was set at £40,000 in the 2021–22 plan and rose by 8.5% in real terms."
    ),
    "a decimal with a raised point": (
        "Mooring fees brought in £1·7 million, while the cost of the ferry was £1 million."
    ),
    "before and after a cost is met": (
        "# Hardship\n\nIn the last three years 17% of tenants of the harbour were in hardship "
        "after rents were met.\n\n# Earlier figures\n\nBefore rents were met, 14% of tenants of "
        "the harbour (770 households each year) were in hardship.\n\n"
        "# Berths\n\nHardship was put at 19% after rents, and at 16% before rents."
    ),
    "a share of all and a share of some": (
        "# Absence\n\nLate crews accounted for 37.6 per cent of all absence in the year, and for "
        "24.1 per cent in the year before.\n\n# Leave\n\n"
        "Late crews account for almost a third, 31.6 per cent, of all authorised absence."
    ),
    "two bounds about a target": (
        "# Income\n\nThe ferry will have a target of £13.0 million, within a range of £10.0 "
        "million to £16.0 million.\n\n"
        "| £ million | 2024-25 | 2025-26 |\n|---|---|---|\n| Ferry income | 12.2 | 13.0 |\n"
        "| Crane income | 7.4 | 9.1 |\n| Total | 19.6 | 22.1 |"
    ),
    "a sum of the text that a cell of another unit bears out": (
        "# Lamps\n\n- £22.2 billion of lamps for the upper quay\n"
        "- £27.4 billion of lamps for the lower quay\n\n"
        "| £ billion | 2024-25 | 2025-26 |\n|---|---|---|\n| Lamps, lower quay | 38.0 | 27.4 |\n"
        "| Lamps, upper quay | 29.2 | 22.2 |\n| Total | 67.2 | 49.6 |"
    ),
    "shares of a whole of which more is to come": (
        "It is expected that £87.5 million (76%) of the loan will be drawn by auction, and a "
        "minimum of £21.0 million (18%) will be drawn by placing."
    ),
    "numbers of those who will do things": (
        "We agreed that 22 towns will mend their piers, 14 will strengthen their harbour walls – a "
        "matter of the last session – and 11 towns will look at their fees again."
    ),
    "a share and two numbers before and after": (
        "In three years 60% of crews in hardship were of a household with work. This represents "
        "380,000 people after rents, and 310,000 people before rents."
    ),
    "decisions of a kind and how long they took": (
        "Last year a berthing decision was made in 92.3% of cases within 90 days, and in 84.4% the "
        "year before."
    ),
    "a comparison with those who are not": (
        "Rates of hardship are higher where a member of the household is disabled.\n\n# Rates\n\n"
        "Rates of hardship remain higher where somebody is disabled compared to those households "
        "where no-one is disabled."
    ),
    "captions with two parts to their numbers": (
        "# Fees\n\n## Table 1.6: Fees of the year\n\n| Berth | £ |\n|---|---|\n| Upper | 40 |\n"
        "| Lower | 35 |\n\n## Table 1.7: Cap on fees\n\n| Berth | £ |\n|---|---|\n| Upper | 50 |\n"
        "| Lower | 45 |"
    ),
    "two lists of duties that share one": (
        "8.4 The vice-chair shall:\n\n1. sit in the chair when the chair is away from the quay;\n"
        "2. undertake other duties asked for by the council from time to time.\n\n"
        "8.5 The clerk shall:\n\n1. call the meetings of the council and of its committees;\n"
        "2. keep the minutes and send them out within a week;\n"
        "3. undertake other duties asked for by the council from time to time."
    ),
    "a place of learning among members with initials": (
        "Present: Pam Walters (PW), Clare Winter (CW), Colin Cross (CC), Lorna Hale (LH), Paul Kay "
        "(PK).\n\nThe talk was at the University of East Anglia (UEA)."
    ),
    "those who answered one question of many": (
        "# Survey\n\nIn all 4,512 people answered the survey of the quay.\n\n# Berths\n\n4,140 "
        "people answered: 828 (20%) said yes, 1,242 (30%) said perhaps and 2,070 (50%) said no.\n\n"
        "# Sexes\n\nOf the 4,410 people who gave their sex, 2,822 (64%) were women."
    ),
    "variances of both signs": (
        "The forecast has three parts: an overspend of £1.72m on lamps, an overspend of £1.41m on "
        "rope, and an underspend of £0.29m on crews.\n\nThe quay is forecast to underspend by "
        "£0.55m: less waste saves £0.43m and mooring income is £0.30m above budget, offset by a "
        "shortfall of £0.18m in fees."
    ),
    "two papers that share a name": (
        "The Harbour Lamp Strategy was published in November 2022.\n\nA yearly review is to be "
        "put on the Harbour Lamp Strategy website in December 2023."
    ),
    "a chart that was lost when the words were saved": (
        "Spending rose in the year (see Chart 1), and Chart 2 shows the sources of income."
    ),
}


@pytest.mark.parametrize("paper", _RIGHT)
def test_nothing_is_said_of_figures_that_are_right(paper: str) -> None:
    report = read_markdown(_RIGHT[paper], "report.md")
    found = proofread_all((report,), None, everything=False)
    assert [(one.rule, one.message) for one in found] == []
