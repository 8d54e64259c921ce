"""The next meeting, told twice in minutes: on 6 July under one item, on the 13th at the end.

Each telling says “next meeting” and gives a day; where no other body is named, both are of one
meeting.  A list of several days to come is none.

Nor is anything put off to “the August meeting” by minutes of July whose next meeting is in
September: there is none in August.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.points_in_time import points_in
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.running_text import Passage, around, passages
from moothall.proofread.reading.written_dates import in_full, own_date

_NEXT = Expression(
    r"\b(?:(?:date (?:and time )?of |our |the )*next (?:(?P<which>(?:[A-Z]?[a-z]+ "
    r"){0,4}?))meetings?|"
    r"meets? (?:again|next)|next meets?|date of next meeting)\b"
    r"(?P<between>[^;]{0,90}?)$",
    re.IGNORECASE,
)
_ANOTHER_BODY = Expression(
    r"\b(?:committee|group|party|panel|forum|partnership|trust|association|sub-?committee|working|"
    r"planning|finance|personnel|annual|AGM|extra-?ordinary|public|site|liaison|scrutiny|cabinet|"
    r"cluster|county|district|board|team|steering|with|PCC|WI|allotment\w*|cemetery|hall|open|"
    r"neighbourhood|special|training|after)\b",
    re.IGNORECASE,
)
_UNSURE = Expression(
    r"\b(?:if|provisional\w*|or|cancel\w*|moved|chang\w+|instead|re-?arranged|deadline|items?|"
    r"agenda|before|prior|by|until|not|last|previous|was|following)\b",
    re.IGNORECASE,
)
_FARTHEST_DAYS, _LONGEST = 200, 400


def a_next_meeting_has_one_day(report: Report) -> Iterator[TextFinding]:
    """“Date of next meeting – Thursday 13 July”, where an item said that it is on the 6th."""
    own = own_date(report)
    if own is None:
        return
    told: list[tuple[date, Passage, str]] = []
    previous: Passage | None = None
    for passage in passages(report):
        text = passage.text
        if previous is not None and _IS_ITS_HEADING.match(previous.text):
            text = f"{previous.text.strip()} – {text}"
        previous = passage
        if "ext" not in text or passage.part == "cell" or len(text) > _LONGEST * 4:
            continue
        found = _day_of_next(text, own)
        if found is not None:
            told.append((found[0], passage, found[1]))
    days = {day for day, *_ in told}
    if len(days) != 2 or own in days:
        return
    (first, _, _), last = told[0], told[-1]
    if last[0] == first:
        last = next(one for one in reversed(told) if one[0] != first)
    yield TextFinding(
        place=last[1].place,
        quote=last[2],
        message=f"The next meeting is on {in_full(last[0])} here, on {in_full(first)} "
        f"({told[0][1].place}: “{told[0][2]}”).",
        confidence=Confidence.MEDIUM,
        cure="Correct one of the two days.",
    )


_IS_ITS_HEADING = Expression(r"^[\W\d/]*(?:date (?:and time )?of )?(?:the )?next meeting\W*$", re.I)


def _day_of_next(text: str, own: date) -> tuple[date, str] | None:
    """The one day that a text gives of the next meeting of the body itself."""
    for sentence in re.split(r"(?<=[a-z0-9)])[.;]\s(?=[A-Z])", text):
        match = re.search(r"\bnext\b|\bmeets? again\b", sentence, re.IGNORECASE)
        if match is None or len(sentence) > _LONGEST:
            continue
        points = [
            point
            for point in points_in(sentence)
            if point.day and _NEXT.search(sentence[: point.start])
        ]
        every = [point for point in points_in(sentence) if point.day]
        if len(points) != 1 or len(every) != 1:
            continue
        point = points[0]
        around_it = sentence[: point.start]
        if _ANOTHER_BODY.search(around_it) or _UNSURE.search(around_it[match.start() :]):
            continue
        year = point.year or own.year + (point.month < own.month)
        day = point.first(year)
        if 0 < (day - own).days <= _FARTHEST_DAYS:
            return day, around(sentence, match.start(), point.end, 40)
    return None


# --- a month without a meeting --------------------------------------------------------------------

_MONTHS = {name: number for number, name in enumerate(month_name) if name}
_NAMED = "|".join(_MONTHS)
_IN_A_MONTH = Expression(
    rf"\bthe\s(?P<next>next\s)?(?:(?P<before>{_NAMED})(?:\s(?P<year>20\d\d))?\smeeting\b|"
    rf"meeting\sin\s(?P<after>{_NAMED})\b(?!\s(?:20|last)))|\b(?P<its>{_NAMED})[’']s\smeeting\b"
)
_TO_COME = Expression(
    r"\b(?:to|will|until|till|for|before|agreed to|defer\w*|postpone\w*|held over)\b", re.IGNORECASE
)
_NOT_OURS = Expression(
    r"\b(?:no|not|cancel\w*|last|previous|County|District|Borough|its|was told|as told|told at|"
    r"decided at|had|no longer|moved from|instead)\b"
)


def a_month_named_has_a_meeting(report: Report) -> Iterator[TextFinding]:
    """“Put off to the August meeting” in July, and the next meeting is on 3 September."""
    own = own_date(report)
    if own is None or not are_minutes(report):
        return
    found = [
        told
        for passage in passages(report)
        if "ext" in passage.text
        and passage.part != "cell"
        and len(passage.text) <= _LONGEST * 4
        and (told := _day_of_next(passage.text, own)) is not None
    ]
    if len({day for day, _ in found}) != 1:
        return
    day, said = found[0]
    ahead = (day.month - own.month) % 12
    for passage in passages(report):
        if "eeting" not in passage.text or passage.part == "cell":
            continue
        for match in _IN_A_MONTH.finditer(passage.text):
            month = _MONTHS[match["before"] or match["after"] or match["its"]]
            gap = (month - own.month) % 12
            if not (0 < gap < ahead or (match["next"] and gap != ahead and gap)):
                continue
            around_it = passage.text[max(0, match.start() - 120) : match.end() + 40]
            if not _TO_COME.search(around_it) or _NOT_OURS.search(around_it):
                continue
            if _ANOTHER_BODY.search(around_it) or match["year"] not in (None, str(day.year)):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 80),
                message=f"“{match[0]}”, but the next meeting after {in_full(own)} is on "
                f"{in_full(day)} (“{said}”).",
                confidence=Confidence.MEDIUM,
                cure="Correct the month, or the day of the next meeting.",
            )
            return


RULES: tuple[Rule, ...] = (a_next_meeting_has_one_day, a_month_named_has_a_meeting)
