"""Whole little papers: the heads of a report and of minutes, and a report with two gaps to fill."""

from itertools import chain

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.rules import rules_in
from moothall.proofread.told_again.claim_conflicts import RULES as CLAIMS
from moothall.proofread.told_again.conflicts import RULES as CONFLICTS
from moothall.proofread.told_again.events_told_again import RULES as EVENTS
from moothall.proofread.told_again.figures_of_a_table import RULES as ROWS
from moothall.proofread.told_again.lone_figures import RULES as LONE
from moothall.proofread.told_again.named_cells import RULES as NAMED
from moothall.proofread.told_again.recommendations_told_again import RULES as RECOMMENDATIONS
from moothall.proofread.told_again.retold_figures import RULES as RETOLD

FRONT = (
    "HARBOUR DISTRICT COUNCIL\n\nReport to: Cabinet\nDate of meeting: 13 March 2025\n"
    "Report of: Director of Place\n\n"
)
MINUTES = (
    "FERRY PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2025 in the Lamp Hall\n\n"
    "Present: Cllr Ash (Chairman), Cllr Birch, Cllr Cedar, Cllr Dale. Clerk: Mr Elm.\n\n"
)
_ROOMS_OF_FORM = ("structure", "answers", "wording", "figures", "dates")
_ON_FORM = tuple(chain.from_iterable(map(rules_in, _ROOMS_OF_FORM)))


def found_in_form(text: str) -> tuple[TextFinding, ...]:
    """What the rules on form, numbers and dates show by default of a paper."""
    read = read_markdown if text.startswith("# ") else read_plain_text
    return proofread((read(text, "paper"),), _ON_FORM)


TOLD_AGAIN: tuple[Rule, ...] = (
    *CONFLICTS,
    *CLAIMS,
    *LONE,
    *RETOLD,
    *NAMED,
    *ROWS,
    *EVENTS,
    *RECOMMENDATIONS,
)
"""The rules on one thing told twice that weigh the words of both places."""

IN_TWO_PLACES = """Report to: Cabinet
Date: 12 February 2025
Subject: Harbours and ferries

1. Summary

1.1 {}

2. Background

2.1 The harbour was dredged in the spring and the slipway was cleaned by volunteers.

2.2 The lamps along the quay were painted, and the ferry ran to its usual timetable.

3. Details

3.1 {}

4. Next steps

4.1 Officers will report again when the work is done.
"""


def told_again(first: str, second: str) -> tuple[TextFinding, ...]:
    """What the rules on one thing told twice show of a paper that tells it here and there."""
    return proofread((read_plain_text(IN_TWO_PLACES.format(first, second), "r"),), TOLD_AGAIN)
