"""Ages held against dates of birth: “born in March 2012 … in June 2023, when aged 13” is 11."""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.written_dates import Written, written_dates

_BORN = Expression(
    r"\b(?:born(?:\s(?:on|in))?|date of birth:?|DOB:?|d\.o\.b\.?:?)\s$", re.IGNORECASE
)
_AGED = Expression(
    r"\b(?:aged|at the age of|being(?: now)?|(?:is |are |and )?now|(?:he|she|they|who|"
    r"[A-Z][a-z]*)\s(?:was|were|is|turned)(?:\sthen)?)\s"
    r"(?P<age>\d{1,3})\b(?!\s?(?:%|weeks?|months?|days?|miles|per|of|to|or|out|and (?:over|under|"
    r"above|\d))\b)"
)
_ANOTHER = Expression(
    r"\b(?:brother|sister|mother|father|partner|son|daughter|sibling|cousin)\b", re.I
)
_REACH = 160


def an_age_is_that_of_the_day_of_birth(report: Report) -> Iterator[TextFinding]:
    """Whoever was born in August 1951 was 73 in October 2024, not 83."""
    for passage in passages(report):
        if not passage.has("born", "birth", "dob", "d.o.b"):
            continue
        days = written_dates(passage.text)
        births = [day for day in days if _BORN.search(passage.text[: day.start])]
        if len(births) != 1:
            continue
        born = births[0]
        for match in _AGED.finditer(passage.text):
            at = _nearest(days, born, match)
            if at is None or _ANOTHER.search(passage.text[born.end : match.end()]):
                continue
            least, most = _ages(born, at)
            age = int(match["age"])
            if least <= age <= most:
                continue
            right = str(least) if least == most else f"{least} or {most}"
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 60),
                message=f"Born {born.text.strip()}, and {at.text.strip()} is {right} years later, "
                f"not {age}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the age or one of the dates.",
            )
            break


def _nearest(days: list[Written], born: Written, match: re.Match[str]) -> Written | None:
    others = [
        day
        for day in days
        if day is not born and abs(day.start - match.start()) <= _REACH and day.first > born.first
    ]
    return min(others, key=lambda day: abs(day.start - match.start()), default=None)


def _ages(born: Written, at: Written) -> tuple[int, int]:
    return _age(born.last, at.first), _age(born.first, at.last)


def _age(born: date, at: date) -> int:
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


RULES: tuple[Rule, ...] = (an_age_is_that_of_the_day_of_birth,)
