"""Spans: what two dates, or a date and a length of time, say together.

"Between 3 November and 14 December" is six weeks; what "began in April 2021 and lasts for seven
years" ends in March 2028.  Each is read as a claim of its own, held against the others like any.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.told_again.claim_values import Sort, Value

_MONTH_NAMES = (
    "January February March April May June July August September October November December"
)
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
_RANGE = Expression(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? "
    rf"(?P<month>{'|'.join(_MONTHS)})(?: (?P<year>20\d\d))?)"
    r"\s*(?:and|to|until|till|–|-)\s*(?=(?:[A-Z][a-z]+day )?\d{1,2}(?:st|nd|rd|th)? [A-Z])"
)
_LED = Expression(r"\b(?:between|from|open|ran|runs?|held|took place)\b[^.;]{0,40}$", re.IGNORECASE)
_BEGINS = Expression(
    r"\b(?:beg[aiu]n\w*|start(?:ed|s|ing)?|commenc\w+|from|set up|since|entered into|with effect "
    r"from|let|awarded|signed)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_RUNS = Expression(
    r"\b(?:runs?|ran|lasts?|lasting|for|term of|period of|term is|ends? after|expires? after|of)\s+"
    r"(?:an? |the )?(?:initial |fixed |full |term of |period of |up to )*$|^\s*$",
    re.IGNORECASE,
)
_OF_AN_AGREEMENT = Expression(
    r"\b(?:contract|agreement|lease|concession|licen[cs]e|partnership|arrangement|franchise|term)\b",
    re.IGNORECASE,
)
_NOT_ITS_TERM = Expression(
    r"\b(?:exten\w+|option|break|further|more|another|up to|notice|every|each|additional)\b"
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
_MORE = Expression(r"^\s*(?:ago|earlier|later|before|after|more|notice|extension|old)\b")
_A_MONTH = 31


@dataclass(frozen=True, slots=True)
class Span:
    """A value that follows from two others; `like` is the one whose words it is said of."""

    value: Value
    like: Value
    event: str = ""


def spans(text: str, found: list[Value]) -> Iterator[Span]:
    """What the dates and the times of one sentence say together."""
    dates = [value for value in found if value.sort is Sort.DATE]
    if not dates:
        return
    yield from _between(text, dates)
    yield from _ends(text, dates, [value for value in found if value.sort is Sort.TIME])


def _between(text: str, dates: list[Value]) -> Iterator[Span]:
    for match in _RANGE.finditer(text):
        last = next((one for one in dates if 0 <= one.start - match.end() < 12), None)
        if last is None or last.low != last.high or not _LED.search(text[: match.start()]):
            continue
        end = date.fromordinal(int(last.low))
        first = _day(match, end)
        if first is None or first >= end:
            continue
        days = Decimal((end - first).days + 1)
        yield Span(
            Value(
                sort=Sort.TIME, text=text[match.start() : last.end].strip(), low=days - 4,
                high=days + 4, size=days, start=match.start(), end=last.end,
            ),
            last,
        )  # fmt: skip


def _day(match: re.Match[str], end: date) -> date | None:
    month, day = _MONTHS[match["month"]], int(match["day"])
    year = int(match["year"]) if match["year"] else end.year - (month > end.month)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ends(text: str, dates: list[Value], times: list[Value]) -> Iterator[Span]:
    if len(dates) != 1 or not _OF_AN_AGREEMENT.search(text):
        return
    first = dates[0]
    if not _BEGINS.search(text[: first.start]) or first.high - first.low > 2 * _A_MONTH:
        return
    for time in times:
        lead = text[: time.start]
        if (
            time.size < 300
            or not _RUNS.search(lead[-40:])
            or _NOT_ITS_TERM.search(lead)
            or _MORE.match(text[time.end :])
        ):
            continue
        start = date.fromordinal(int(first.low))
        months = round(time.size / Decimal("30.4"))
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        ends = date(year, month + 1, 1).toordinal()
        yield Span(
            Value.of_date(
                f"{time.text} from {first.text}", ends - 2 * _A_MONTH, ends + 2 * _A_MONTH
            ),
            first,
            "expires",
        )
        return
