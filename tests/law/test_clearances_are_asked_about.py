"""By when clearances must be there is each council's own rule: it is asked for, never made up."""

from datetime import date
from pathlib import Path

import pytest

from moothall.files.programme_folder import read_programme

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RULE = "clearance_lead_days"


@pytest.mark.parametrize("sample", ["stockport-tameside", "cambridgeshire-peterborough"])
def test_no_council_of_the_samples_has_a_number_and_each_has_the_question(sample: str):
    for council in read_programme(EXAMPLES / sample).authorities:
        held = [each for each in council.rules if each.rule == RULE]
        rule = council.rule_on(RULE, date(2026, 1, 5))

        assert [each.value for each in held] == [None]
        assert council.short_name in rule.ask
        assert rule.ask.endswith("?")
