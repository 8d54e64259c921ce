"""Sections far beyond the last, in a report that speaks of its own sections so."""

import pytest

from markdown_reports import shown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence
from moothall.proofread.structure.empty_sections import minutes_without_a_word
from moothall.proofread.structure.section_references import referred_sections_are_there as rule

_REPORT = """# Pier plan

## 1. Introduction

The plan has lamps (section 2), moorings (section 3) and a budget (section 4). {}

## 2. Lamps

## 3. Moorings

## 4. Budget
"""


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Risks are dealt with in section 16 and the rest in section 4.", 1),
        ("The council is asked to approve the budget (section 31); and to note it.", 1),
        ("The council acts under section 16 of the Pier Act 1975.", 0),
        ("Its duty is in section 16.", 0),
        ("The budget is approved (section 4).", 0),
    ],
)
def test_a_section_far_beyond_the_last_is_told(text: str, sure: int) -> None:
    found = [f for f in shown(rule, _REPORT.format(text)) if f.confidence is not Confidence.LOW]
    assert len(found) == sure


_MINUTES = """Minutes of the Pier Board

Present: A Ash, B Elm

1. Attendance and apologies{}

2. Minutes of the last meeting

Agreed.

3. Lamps

Noted.

4. Moorings

RESOLVED: that they be let.
"""


@pytest.mark.parametrize(("title", "wrong"), [("", 1), (": recorded above", 0)])
def test_a_title_may_be_its_own_minute(title: str, wrong: int) -> None:
    report = read_plain_text(_MINUTES.format(title), "r")
    assert len(list(minutes_without_a_word(report))) == wrong
