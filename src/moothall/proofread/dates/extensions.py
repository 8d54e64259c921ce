"""Terms that follow one another: an extension ends after the term, works after their weeks.

“For a further year until 30 June” beside a contract that ended on that day; “30 weeks from early
March” that are to end in July.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, in_full, written_dates

_NUMBERS = {**NUMBERS_TO_99, "one": 1, "a": 1, "an": 1, "further": 1, "additional": 1, "another": 1}
_DAYS = {"week": 7.0, "month": 30.44, "year": 365.25}


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else _NUMBERS.get(text.lower())


# --- an extension and the term before it ----------------------------------------------------------

_MORE = Expression(
    r"\b(?:(?:further|additional|another|extra)\s(?:period of\s)?"
    r"(?:(?P<n>\d{1,2}|[a-z]{3,8})[\s-])?(?P<unit>year|month)s?\b|exten(?:ded|sion|d|ding)\b[^.;\d]{0,30}?\b(?:by|of|for)\s"
    r"(?:up to\s)?(?:an?\s)?(?:further\s)?(?P<n_>\d{1,2}|[a-z]{3,8}|an?)[\s-]"
    r"(?P<unit_>year|month)s?\b|\b(?P<n__>\d{1,2}|[a-z]{3,8})[\s-](?P<unit__>year|month)s?\sextension\b)",
    re.IGNORECASE,
)
_ENDS_ON = Expression(
    r"\b(?:until|till|to|end(?:s|ed|ing)?(?: on| in)?|expir(?:e|es|ed|ing|y)(?: on| in| date)?|"
    r"terminat\w+ on|through to|due to end|to end)\b[^.;\d]{0,22}$",
    re.IGNORECASE,
)
_IF = Expression(r"\b(?:option\w*|up to|may be|could be|if|each|respectively|phase\w*)\b", re.I)
_SLACK = 46


def an_extension_ends_after_the_term(report: Report) -> Iterator[TextFinding]:
    """A contract until 30 June 2022, extended for a further year, does not end on that day."""
    for passage in passages(report):
        if not re.search(r"\b(?:further|additional|another|exten)", passage.text):
            continue
        for match in _MORE.finditer(passage.text):
            before = passage.text[max(0, match.start() - 330) : match.start()]
            after = passage.text[match.end() : match.end() + 130]
            ended = [on for on in written_dates(before) if _ENDS_ON.search(before[: on.start])]
            dates = written_dates(after)
            if not ended or not dates or not _ENDS_ON.search(after[: dates[0].start]):
                continue
            term, until = ended[-1], dates[0]
            if any(on.start > term.start for on in written_dates(before)):
                continue
            if _IF.search(before[term.end :]) or _IF.search(match[0]) or _IF.search(after[:60]):
                continue
            number = _number(match["n"] or match["n_"] or match["n__"] or "a")
            unit = (match["unit"] or match["unit_"] or match["unit__"]).lower()
            if number is None:
                continue
            expected = term.last + timedelta(days=number * _DAYS[unit])
            off = (until.last - expected).days
            if until.last == term.last:
                said = "the day on which the term before it ends"
            elif abs(off) > _SLACK and abs(off) > number * _DAYS[unit] * 0.25:
                said = f"not {match[0]} after {term.text.strip()}"
            else:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end() + dates[0].end, 60),
                message=f"“{match[0]}” is said to end on {until.text.strip()}, {said}: it would "
                f"end in {expected:%B %Y}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the length or one of the dates.",
            )


# --- works that begin, last and end ---------------------------------------------------------------

_LASTS = Expression(
    r"\b(?:tak(?:e|es|ing|en)|took|last(?:s|ed|ing)?|duration of|period of|programme of|"
    r"run(?:s|ning)? for|ran for|estimated at)\s(?:about\s|around\s|approximately\s|some\s|a\s|"
    r"an\s|for\s|(?:further|period|total) of\s)*(?P<n>\d{1,3}|[a-z]{3,12}(?:-[a-z]{3,5})?)[\s-]"
    r"(?P<unit>week|month)s?\b",
    re.IGNORECASE,
)
_ANY_LENGTH = Expression(
    r"(?<![\w-])(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|sixteen|"
    r"eighteen|twenty)[\s-](?:week|month|year)s?\b",
    re.IGNORECASE,
)
_BEGINS_ON = Expression(
    r"\b(?:start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|commenc(?:e|es|ed|ing)|opened|launched|from)\b"
    r"[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_IS_DONE_ON = Expression(
    r"\b(?:complet(?:e|es|ed|ion)|finish(?:es|ed)?|end(?:s|ed|ing)?|conclud(?:e|es|ed)|"
    r"clos(?:e|es|ed|ing)|until|done)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_WITH_BREAKS = Expression(
    r"\b(?:phase\w*|stages?|each|extend\w*|extension|paus\w+|delay\w*|respectively|working|holiday\w*|"
    r"excluding|further|second|original\w*|revis\w+|break|weather|suspend\w*|slipp\w*|instead|"
    r"notice|mobilisation|or)\b",
    re.IGNORECASE,
)
_GOES_ON = Expression(r"^(?:It|They|This|These|The works?|Works?|Completion|The project)\b")
_PART = Expression(
    r"\b(?P<part>early|mid|late|the end of|end of|beginning of|start of)[\s-]$", re.I
)


@dataclass(frozen=True, slots=True)
class _Range:
    first: date
    last: date


def what_lasts_some_weeks_ends_after_them(report: Report) -> Iterator[TextFinding]:
    """Works of 30 weeks that start in early March are not complete in July."""
    for passage in passages(report):
        if "week" not in passage.text and "month" not in passage.text:
            continue
        before = ""
        for sentence in sentences(passage.text):
            found = _span_and_length(sentence)
            if found is None and before and _GOES_ON.match(sentence):
                found = _span_and_length(f"{before} {sentence}")
            before = sentence
            if found is None:
                continue
            begins, ends, length, words, unit = found
            shortest = (_range(ends[1], ends[0]).first - _range(begins[1], begins[0]).last).days
            longest = (_range(ends[1], ends[0]).last - _range(begins[1], begins[0]).first).days + 1
            slack = max(_DAYS[unit], length * 0.05) if unit == "week" else 16.0
            if shortest - slack <= length <= longest + slack or longest < 0:
                continue
            due = begins[1].first + timedelta(days=length)
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"{words} from {begins[1].text.strip()} last until about {in_full(due)}, "
                f"not {ends[1].text.strip()}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the length of time, or one of the dates.",
            )


_Dated = tuple[str, Written]


def _span_and_length(text: str) -> tuple[_Dated, _Dated, float, str, str] | None:
    """The one beginning, the one end and the one length of time of a text."""
    lengths = list(_LASTS.finditer(text))
    dates = written_dates(text)
    if len(lengths) != 1 or len(_ANY_LENGTH.findall(text)) != 1:
        return None
    if len(dates) != 2 or _WITH_BREAKS.search(text):
        return None
    (length,) = lengths
    number = _number(length["n"])
    leads = [text[max(0, on.start - 60) : on.start] for on in dates]
    since = text[dates[0].end : dates[1].start][-60:]
    if number is None or not _BEGINS_ON.search(leads[0]) or not _IS_DONE_ON.search(since):
        return None
    unit = length["unit"].lower()
    return (
        (leads[0], dates[0]),
        (since, dates[1]),
        number * _DAYS[unit],
        f"{length['n']} {unit}s",
        unit,
    )


def _range(on: Written, lead: str) -> _Range:
    """The days that “early March” and the like can mean."""
    part = _PART.search(lead)
    if part is None or on.is_a_day:
        return _Range(on.first, on.last)
    said = part["part"].lower()
    if said.startswith(("early", "beginning", "start")):
        return _Range(on.first, on.first + timedelta(days=10))
    if said == "mid":
        return _Range(on.first + timedelta(days=9), on.first + timedelta(days=20))
    return _Range(on.last - timedelta(days=10), on.last)


RULES: tuple[Rule, ...] = (
    an_extension_ends_after_the_term,
    what_lasts_some_weeks_ends_after_them,
)
