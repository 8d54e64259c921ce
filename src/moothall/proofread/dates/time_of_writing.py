"""When a report was written at the latest, where its head does not say: by what lies ahead of it.

Minutes are written before the next meeting that they announce, and an annual report called
“December 2018” in that month or before its end.
"""

import calendar
import re
from datetime import date, timedelta

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import passages
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

_NEXT_MEETING = Expression(
    r"\b(?:date|time)\b[^.;\d]{0,20}\bnext\s(?:[a-z]+\s){0,3}meeting\b|"
    r"^\W*next\s(?:[a-z]+\s){0,3}meeting\b|"
    r"\bnext\s(?:[a-z]+\s){0,3}meeting\b[^.;\d]{0,60}\b(?:will be|is|to be held)\b",
    re.IGNORECASE,
)
_TITLED_WITH_A_MONTH = Expression(r"^.{3,70}?[\s,(–-]+$")
_FIRST_LINES = 4
_BETWEEN_MEETINGS = 120


@read_once
def latest_day_of_writing(report: Report) -> tuple[date, str] | None:
    """The last day on which the report can have been written, and the words for why."""
    own = own_date(report)
    if own is not None:
        return own, f"the report’s own date, {in_full(own)}"
    if are_minutes(report):
        return _before_the_next_meeting(report)
    return _in_the_month_of_its_title(report)


def _before_the_next_meeting(report: Report) -> tuple[date, str] | None:
    found: set[date] = set()
    awaited = False
    for passage in passages(report)[-40:]:
        announced = _NEXT_MEETING.search(passage.text)
        if announced or awaited:
            start = announced.end() if announced else 0
            days = [on.first for on in written_dates(passage.text[start:]) if on.is_a_day]
            found |= set(days[:1])
            awaited = announced is not None and not days and len(passage.text) < 90
    if len(found) != 1:
        return None
    (day,) = found
    return day - timedelta(days=1), f"the next meeting, on {in_full(day)}"


def _in_the_month_of_its_title(report: Report) -> tuple[date, str] | None:
    for block in report.blocks[:_FIRST_LINES]:
        if not isinstance(block, Heading | Prose) or len(block.text) > 90:
            continue
        for on in written_dates(block.text):
            ends = on.end == len(block.text.rstrip(" .)"))
            if on.is_a_day or not ends or not _TITLED_WITH_A_MONTH.match(block.text[: on.start]):
                continue
            last = calendar.monthrange(on.first.year, on.first.month)[1]
            return on.first.replace(day=last), f"the month of its title, {on.text.strip()}"
    return None
