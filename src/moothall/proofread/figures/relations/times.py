"""When a figure was: the year, the month or the words of time that stand beside it."""

import re
from dataclasses import dataclass, replace

from moothall.proofread.figures.relations.windows import Played
from moothall.proofread.figures.then_and_now import EARLIER_TIME, LATER_TIME
from moothall.proofread.reading.expressions import Expression

_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_MONTH = (
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\s(?P<of>(?:19|20)\d\d))?"
)
_WHEN = Expression(
    rf"(?P<then>\b(?:{EARLIER_TIME}|(?:the )?(?:corresponding|equivalent|same) (?:[a-z]+ ){{0,2}}?"
    rf"(?:of|in|last|the)\b(?: (?:the )?(?:year|one) before)?|had been|was previously|used to be|"
    rf"a (?:year|month|quarter) (?:ago|earlier|before)|initially|at first|originally|"
    rf"up from|down from|the year before|year before last|before that|used to|opening (?:at|with|"
    rf"balance)|began (?:the year )?(?:at|with)|started (?:at|with)|formerly)\b)"
    rf"|(?P<now>\b(?:{LATER_TIME}|now|is now|has since|since then|subsequently|today|"
    rf"closing (?:at|with|balance)|ended (?:the year )?(?:at|with)|latterly|"
    rf"the latest|most recent(?:ly)?|this (?:year|quarter|month|time|term|january|"
    rf"february|march|april|may|june|july|august|september|october|november|december))\b)"
    rf"|(?<![£\d,.])\b(?P<year>(?:19|20)\d\d)(?:[/–-](?P<last>\d\d(?:\d\d)?))?\b(?![,.]\d)"
    rf"|{_MONTH}"
    rf"|\b(?P<turn>spring|summer|autumn|winter|(?:first|second|third|fourth) (?:quarter|half|term|"
    rf"wave|survey|round|year)|quarter (?:[1-4]|one|two|three|four)|q[1-4])\b",
    re.IGNORECASE,
)
_PART = Expression(
    r"[;:]|\.\s|\b(?:and|while|but|against|compared|versus|where)\b|,?\s(?:(?:up|down) )?from\b|"
    r"\bto\b(?= «)"
)
"""What parts the words of one figure from those of the next."""
_HELD_AGAINST = Expression(
    r"\b(?:from|against|compared (?:with|to)|versus|(?:up|down) (?:from|on)|as opposed to|after|"
    r"having been|where it (?:was|had been)|instead of|it had been)\s(?:(?:the|a|an|some|"
    r"about|just|only|over|under|last|year[’']s|previous|figure|of)\s){0,5}$",
    re.IGNORECASE,
)
_OF_A_YEAR = 12
_FIRST_MONTH = 4  # a council's year begins in April
_TURNS = {
    "spring": 1, "summer": 2, "autumn": 3, "winter": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
    "one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """What the words beside a figure say of its time; two are compared only in what both say."""

    year: int | None = None
    month: int | None = None
    """Counted from April."""
    turn: int | None = None
    relative: int | None = None
    """-1 for an earlier time, 0 for now."""

    @property
    def is_known(self) -> bool:
        return self != When()


_OPENS_BRACKET = Expression(r"(?<!\d)\s\($")


def when_it_was(one: Played) -> When:
    """The time named with a figure: in the words after it first, then in those before."""
    after, before = _PART.split(one.trail)[0], one.lead
    if _OPENS_BRACKET.search(before):
        before = ""  # “fewer than last year (18,420 …”: of both
    found = _read(after)
    if not found.is_known:
        found = _read(_PART.split(before)[-1])
    if found.relative is None and _HELD_AGAINST.search(before):
        return replace(found, relative=-1)
    return found


def _read(text: str) -> When:
    year = month = turn = relative = None
    for match in _WHEN.finditer(text):
        if match["then"]:
            relative = -1
        elif match["now"]:
            relative = 0 if relative is None else relative
        elif match["year"]:
            year = int(match["year"]) * 2 + bool(match["last"])
        elif match["month"]:
            month = (_MONTHS.index(match["month"][:3].lower()) + 1 - _FIRST_MONTH) % _OF_A_YEAR
            if match["of"]:
                year = int(match["of"]) * 2 + (match["month"][:3].lower() not in _LATE)
        elif match["turn"]:
            words = match["turn"].lower().split()
            turn = next(
                (_TURNS[word.lstrip("q")] for word in words if word.lstrip("q") in _TURNS), None
            )
    return When(year, month, turn, relative)


_LATE = {"jan", "feb", "mar"}


def in_order(one: When, other: When) -> int:
    """-1 where the first was earlier, 1 where it was later, 0 where the words do not say."""
    if one.relative is not None and other.relative is not None and one.relative != other.relative:
        return -1 if one.relative < other.relative else 1
    if one.relative == -1 and other.relative is None:
        return -1
    if other.relative == -1 and one.relative is None:
        return 1
    if one.year is not None and other.year is not None and one.year != other.year:
        return -1 if one.year < other.year else 1
    if one.month is not None and other.month is not None:
        if one.month == other.month:
            return 0
        if one.year is None and other.year is None:
            return 0  # of which year each is the text does not say
        return -1 if one.month < other.month else 1
    if one.turn is not None and other.turn is not None and one.turn != other.turn:
        return -1 if one.turn < other.turn else 1
    if one.relative == 0 and other.is_known:
        return 1
    if other.relative == 0 and one.is_known:
        return -1
    return 0
