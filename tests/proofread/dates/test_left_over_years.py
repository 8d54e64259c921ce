"""Years left over from the report before: titles, captions, counts, projections, due dates."""

import pytest

from markdown_reports import shown, table
from moothall.proofread.dates.left_over_years import (
    a_caption_bears_the_date_of_its_report as caption_rule,
)
from moothall.proofread.dates.left_over_years import (
    a_forecast_rests_on_the_count_that_its_table_gives as count_rule,
)
from moothall.proofread.dates.left_over_years import (
    a_projection_is_of_what_is_to_come as projection_rule,
)
from moothall.proofread.dates.left_over_years import (
    a_scheme_takes_effect_in_the_year_of_its_title as scheme_rule,
)
from moothall.proofread.dates.left_over_years import (
    an_open_action_is_due_with_the_others as action_rule,
)
from moothall.proofread.proofread import Rule

_HEAD = "# {} \n\n**Date:** 14 January 2026\n\nPosition for the quarter ended 31 December 2025\n\n"
_SCHEME = _HEAD.format("Council Tax Support Scheme {}") + "The scheme takes effect on 1 April 2026."
_CASELOAD = (
    _HEAD.format("Caseload")
    + "**Table 1: Caseload at 31 December {}**\n\n"
    + table(("Group", "Cases"), ("Working age", "6,120"), ("Pension age", "4,410"))
)
_ROLLS = (
    _HEAD.format("Rolls")
    + "The forecasts are based on the school census of October {}.\n\n"
    + table(("School", "October 2025 roll", "September 2026"), ("Ashby", "412", "420"))
)
_PROJECTED = _HEAD.format("Taxes") + "Collection is projected at 96.4% by September {}."
_ACTIONS = _HEAD.format("Actions") + table(
    ("Action", "Due", "Status"),
    ("Write to landlords", "31 January 2026", "In progress"),
    ("Publish the leaflet", "28 February {}", "In progress"),
    ("Train the team", "31 March 2026", "Not started"),
    ("Test the portal", "30 April 2026", "Not started"),
)


@pytest.mark.parametrize(
    ("rule", "report", "true", "false"),
    [
        (scheme_rule, _SCHEME, "2026/27", "2025/26"),
        (caption_rule, _CASELOAD, "2025", "2024"),
        (count_rule, _ROLLS, "2025", "2024"),
        (projection_rule, _PROJECTED, "2026", "2025"),
        (action_rule, _ACTIONS, "2026", "2025"),
    ],
)
def test_a_year_left_over_is_found_and_the_right_one_let_be(
    rule: Rule, report: str, true: str, false: str
) -> None:
    assert shown(rule, report.format(true)) == []
    (found,) = shown(rule, report.format(false))
    assert found.cure.startswith("Correct the year")


@pytest.mark.parametrize(
    ("rule", "report"),
    [
        (scheme_rule, "# Scheme 2025/26\n\nThe new rules start on 1 April 2026."),
        (caption_rule, _CASELOAD.replace("Caseload at", "Compared with").format("2024")),
        (projection_rule, _PROJECTED.replace("is projected", "was projected").format("2025")),
        (action_rule, _ACTIONS.replace("{} | In progress", "2025 | Complete")),
    ],
)
def test_comparisons_and_what_is_done_are_let_be(rule: Rule, report: str) -> None:
    assert shown(rule, report) == []
