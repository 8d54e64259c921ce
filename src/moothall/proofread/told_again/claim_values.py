"""The values of a sentence: amounts, lengths of time in days, and dates.

Numbers written in words count too ("fourteen people", "nine months", "three quarters of").
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence
from moothall.proofread.reading.written_dates import written_dates
from moothall.proofread.told_again.claim_number_words import (
    IN_WORDS,
    fractions,
    number_of,
    spelt_percents,
)
from moothall.proofread.told_again.claim_units import noun_after
from moothall.proofread.told_again.hedges import ROUGH, spread_of


class Sort(StrEnum):
    """What sort of value: two of different sorts are never compared."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    TIME = "length of time"
    DATE = "date"


_SORT_OF = {
    Kind.MONEY: Sort.MONEY,
    Kind.PERCENT: Sort.PERCENT,
    Kind.POINTS: Sort.POINTS,
    Kind.COUNT: Sort.COUNT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value as printed, with the least and the greatest that it can mean (dates as ordinals)."""

    sort: Sort
    text: str
    low: Decimal
    high: Decimal
    size: Decimal
    start: int = 0
    end: int = 0
    unit: str = ""
    rough: bool = False
    is_counted: bool = False
    is_bound: bool = False
    """Whether it is told as more than so many."""

    @classmethod
    def of_cell(cls, text: str, value: Decimal, step: Decimal, kind: Kind) -> "Value":
        return cls(
            sort=_SORT_OF[kind], text=text, size=abs(value),
            low=abs(value) - step / 2, high=abs(value) + step / 2,
        )  # fmt: skip

    @classmethod
    def of_date(cls, text: str, first: int, last: int) -> "Value":
        """A date by the ordinals of the first and the last day that it can mean."""
        return _date(text, first, last)

    def in_days(self, unit: str) -> "Value":
        """A bare figure as a length of time: how many days so many of the unit are."""
        days = _DAYS[unit.lower()]
        return replace(
            self, sort=Sort.TIME, text=f"{self.text} {unit.lower()}s",
            low=self.low * days, high=self.high * days, size=self.size * days,
        )  # fmt: skip

    def differs(self, other: "Value") -> bool:
        """Whether rounding, and words like "about", cannot make the two one."""
        if self.is_bound and other.is_bound:
            finest = max(self.size - self.low, other.size - other.low, self.size / 20)
            return abs(self.size - other.size) > finest
        if self.sort is not Sort.DATE and (self.low == self.high) and (other.low == other.high):
            return self.size != other.size
        return self.low > other.high or other.low > self.high


_TIME_AFTER = Expression(
    r"^[\s-]?(?:(?:working|calendar|full|more|further)[\s-])?(?P<half>and a half\s)?"
    r"(?P<unit>minute|hour|day|week|month|year)s?\b(?![- ]old)(?:[’'])?",
    re.IGNORECASE,
)
_DAYS = {"minute": Decimal(1) / 1440, "hour": Decimal(1) / 24, "day": Decimal(1),
         "week": Decimal(7), "month": Decimal("30.4"), "year": Decimal(365)}  # fmt: skip
_PAST = Expression(r"\s*(?:ago|earlier|later|before|previously|old|of age)\b", re.IGNORECASE)
_YEAR_BY = Expression(r"\b(?:until|by|in|before|from|after|during)\s+(?P<y>20\d\d)\b(?![/–-]\d)")


def values(one: Sentence) -> list[Value]:
    """The values of a sentence, in order, none inside another."""
    text = one.text
    found = [*_dates(text), *_figures(one), *_shares(text), *_worded(text)]
    found.sort(key=lambda value: (value.start, -value.end))
    kept: list[Value] = []
    for value in found:
        if kept and value.start < kept[-1].end:
            continue
        if (
            kept
            and value.sort is Sort.PERCENT is kept[-1].sort
            and kept[-1].text[-1] != "%"
            and value.start - kept[-1].end < 25
            and not value.differs(kept[-1])
        ):
            kept.pop()  # "three in ten respondents, 31%": one share told twice
        kept.append(value)
    return kept


def _figures(one: Sentence) -> list[Value]:
    found = []
    for figure in one.figures:
        start, end = figure.amount.start, figure.amount.end
        found.append(_value(one.text, start, end, figure.size, figure.amount.step,
                            _SORT_OF[figure.kind], rough=figure.rough))  # fmt: skip
    return [value for value in found if value is not None]


def _worded(text: str) -> list[Value]:
    found = []
    for match in IN_WORDS.finditer(text):
        number = Decimal(number_of(match["n"]))
        rough = bool(ROUGH.search(text[max(0, match.start() - 30) : match.start()]))
        value = _value(
            text, match.start(), match.end(), number, Decimal(1), Sort.COUNT, rough=rough
        )
        if value is not None and (
            value.unit or value.sort is Sort.TIME or _stands_for_a_noun(text, match)
        ):
            found.append(value)
    return found


_LED = Expression(
    r"\b(?:there (?:are|were|is|was)|of (?:which|whom|these|them|those)(?: there)?(?: are| were)?|"
    r"numbered|in(?: the case of)?|only|and|with|at|has|have|had|for|to|from|found|all)\s+$",
    re.IGNORECASE,
)
_DOES = Expression(
    r"\s+(?:(?:which|who|that|of (?:which|whom|these|them|those|the))\b|(?:are|were|have|had|has|"
    r"remain|lack|need|will|would|did|do)\b|[a-z]+ed\b)"
)


def _stands_for_a_noun(text: str, match: re.Match[str]) -> bool:
    """“Of which there are six”, “Twelve which lack a kitchen”: the noun stands elsewhere."""
    if number_of(match["n"]) < 3 or not text[: match.start()].strip():
        return bool(_DOES.match(text, match.end()))
    before = text[max(0, match.start() - 30) : match.start()]
    ends = match.end() == len(text) or text[match.end()] in ",.;:)"
    return bool(_LED.search(before)) and (ends or bool(_DOES.match(text, match.end())))


def _value(
    text: str, start: int, end: int, size: Decimal, step: Decimal, sort: Sort, *, rough: bool
) -> Value | None:
    after = text[end : end + 60]
    if sort is Sort.COUNT and _METRES.match(text[end - 1 : end + 20]):
        return None  # how wide or how long: of many things in one report
    if sort is Sort.COUNT and _REFERENCE.search(f"{text[max(0, start - 10) : end]}|{after[:8]}"):
        return None
    below, above = spread_of(text[max(0, start - 30) : start], size) if rough else (0, 0)
    noughts = _noughts(size) if sort in (Sort.COUNT, Sort.MONEY) and step == 1 else 0
    half = step / 2 if step != 1 or sort is not Sort.COUNT else Decimal(0)
    if noughts >= 2:
        half = Decimal(10) ** (noughts - 1) / 2 if noughts > 2 else half
    unit = ""
    counted = sort is Sort.COUNT
    if counted:
        time = _TIME_AFTER.match(after)
        if time:
            if _PAST.match(after[time.end() :]):
                return None
            days = _DAYS[time["unit"].lower()] * (size + (Decimal("0.5") if time["half"] else 0))
            slack, each = days * Decimal("0.04"), _DAYS[time["unit"].lower()]
            return Value(
                sort=Sort.TIME, text=text[start : end + time.end()].strip(),
                low=days - slack - below * each, high=days + slack + above * each, size=days,
                start=start, end=end + time.end(), rough=rough,
            )  # fmt: skip
        unit = noun_after(after)
        if not unit and (of := _OF_NOUN.match(after)):
            unit = noun_after(of["rest"])
        if not unit and size < 100 and _AGE_BEFORE.search(text[max(0, start - 12) : start]):
            return None
        if _RANGE.match(after) or (
            not unit and size < 100 and not (_SAID.search(text[:start]) or _VERB.match(after))
        ):
            return None
        if not unit and size >= 100 and _PAPER_BEFORE.search(text[max(0, start - 60) : start]):
            return None
        if not unit and size < 40 and _LABEL_BEFORE.search(text[max(0, start - 30) : start]):
            return None
    return Value(
        sort=sort, text=text[start:end].strip(), low=size - half - below,
        high=size + half + above, size=size, start=start, end=end, unit=unit, rough=rough,
        is_counted=counted, is_bound=rough and below == 0,
    )  # fmt: skip


def _noughts(size: Decimal) -> int:
    digits = str(int(size)) if size == size.to_integral_value() else ""
    return len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0


def _shares(text: str) -> list[Value]:
    return [
        Value(
            sort=Sort.PERCENT, text=one.text, low=one.share - one.slack,
            high=one.share + one.slack, size=one.share, start=one.start, end=one.end,
        )
        for one in (*fractions(text), *spelt_percents(text))
    ]  # fmt: skip


def _dates(text: str) -> list[Value]:
    found = []
    for one in written_dates(text):
        low, high = one.first.toordinal(), one.last.toordinal()
        found.append(_date(one.text.strip(), low, high, one.start, one.end))
    for match in _YEAR_BY.finditer(text):
        year = int(match["y"])
        low, high = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        found.append(_date(match["y"], low, high, match.start("y"), match.end("y")))
    return found


def _date(text: str, low: int, high: int, start: int = 0, end: int = 0) -> Value:
    return Value(sort=Sort.DATE, text=text, low=Decimal(low), high=Decimal(high),
                 size=Decimal(low), start=start, end=end)  # fmt: skip


_OF_NOUN = Expression(
    r"^\s*of (?:the|its|our|these|those|all|their)\s(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)
_AGE_BEFORE = Expression(r"\b(?:over|under|aged?)\s$", re.IGNORECASE)
_RANGE = Expression(r"^\s*(?:to|–|-|and)\s*\d+\b(?!\s*(?:%|per cent))")
_SAID = Expression(
    r"\b(?:is|are|was|were|be|been|at|of|to|by|from|than|with|only|has|have|had|which|whom|these|"
    r"those|totalled|numbered|reached|and|some|about|just|over|under|nearly|almost|there)\s+$|"
    r"[:(–]\s*$|^\W*$",
    re.IGNORECASE,
)
_REFERENCE = Expression(
    r"(?<![\d.,])0\d+\||\d\.\d{1,2}(?:,| and) \d{1,2}\.\d{1,2}\||"
    r"(?<!\d)\d{1,2}\.\d{1,2}\|(?:,| and) \d{1,2}\.\d"
)
"""“001”, and “1.2, 1.4 and 1.5”: papers and paragraphs."""
_PAPER_BEFORE = Expression(
    r"\b(?:cheques?|chqs?|invoices?|vouchers?|receipts?|orders?|folios?)\b[^.;£€\d]{0,40}[:\s#-]+$",
    re.IGNORECASE,
)
"""“Cheques not presented: 1212 for £100”: the number of a cheque."""
_METRES = Expression(
    r"m\s(?!(?:visit|visitor|people|passenger|journey|trip|item|loan|tonne|call|ticket|mile|litre|"
    r"hour|transaction|session|attendance|resident|user|customer|patient|tree|page)s?\b)[a-z]|"
    r"\d\s?(?:mm|cm|metres?)\b"
)
"""“A 25m pool”, and not “1.2m visits”."""
_VERB = Expression(r"^\s*(?:is|are|was|were|had|have|has|will|would|said|did)\b", re.IGNORECASE)
_LABEL_BEFORE = Expression(
    r"\b(?:workstream|minute|lot|phase|item|zone|site|unit|plot|stage|route|wave|block|district|"
    r"objective|priority|theme|action|strand|recommendation|question|month|period|week|day|"
    r"category|type|class|category|grade|code|gate|dimension|pillar|mission|scenario|case|group|"
    r"platform|floor|room|chapter|volume|issue|line)s?\s+$",
    re.IGNORECASE,
)
