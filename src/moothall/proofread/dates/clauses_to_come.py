"""What a clause says is to come, whatever its verb, held against the paper's own day.

“The drop-in on 8 April 2025 will be the first chance …” in a paper of 20 May; “by 2023/24 … will
handle a third more” in one of 2025; “in 2021, which is seven years away” in one of 2024.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.tenses import RULES as TENSES
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import NUMBER_WORDS
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

_FORETOLD = (
    r"(?:due|expected|planned|likely|set|projected|forecast|predicted|estimated|foreseen|"
    r"scheduled|anticipated|bound)"
)
_IS_TO_COME = rf"(?:will|shall|is to|are to|(?:is|are|,)\s(?:\w+ly\s)?{_FORETOLD} to)"
_ITS_DAY = Expression(rf"^,?\s(?:\([^)]*\)\s)?(?:{_IS_TO_COME})\s(?!have\b)", re.IGNORECASE)
_AN_EVENT = Expression(
    r"(?:^|[,;:–-]\s)(?:The|A|An|Our|Its|This|Their|the|a|an|our|its|their)\s(?:[\w’'-]+\s){1,7}?"
    r"(?:on|in|of)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_OF_A_PAPER = Expression(
    r"\b(?:\w+ed|made|taken|given|set|begun|held|sent|told|report|decision|letter|minutes|vote|"
    r"agreement|announcement|order|resolution|judgment|survey|census|position|balance|version|"
    r"strategy|policy|plan|act|regulations|budget|accounts|as at|from|since|at|prices?|levels?)\b",
    re.IGNORECASE,
)
_COMES_INTO_BEING = Expression(
    r"\b(?:comes? into (?:force|effect|operation|being)|takes? effect|goes live|go live|is "
    r"launched|"
    r"opens? (?:to the public|its doors|for business))\s(?:on|from|in|with effect from)\s"
    r"(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_FORECAST_AT = Expression(
    r"\b(?:forecast|projection|projected (?:position|balance|outturn))\s(?:[a-z]+\s)?(?:is|remains|"
    r"shows)\s(?:[^.;]|\.\d){3,70}?\s(?:at|by|for|on)\s(?:the end of\s)?$",
    re.IGNORECASE,
)
_IS_DUE = Expression(
    r"\b(?:is|are)\s(?:now\s|next\s)?(?:due|expected|awaited|scheduled|timetabled|planned|booked|"
    r"pencilled\sin)\b[^.;:\d]{0,45}?\b(?:in|on|during|at)\s(?:the\s)?"
    r"(?:(?:[a-z]+\s){1,2}of\s(?:the\s)?)?(?:[A-Z][a-z]+day,?\s)?$"
)
"""“Inspectors are due with us in the first week of October 2025”, in a paper of January 2026."""
_LONG_OVER_DAYS = 90
"""A forecast of a year that has just ended may still be one: its accounts are not closed."""
_WILL_BY = Expression(
    rf"\b{_IS_TO_COME},?\s(?:by|in|from|during)\s(?:the end of\s)?(?P<year>20\d\d)"
    r"(?:[/–-](?P<second>(?:20)?\d\d))?,?\s[a-z]+"
)
_WILL_IN = Expression(
    rf"\b(?:{_IS_TO_COME}|expects?\s[^.;,]{{3,60}}?\sto)\s(?!have\b)[a-z]+(?P<between>[^.;:()]{{0,60}}?)"
    r"\s(?:by|in)\s(?:the end of\s)?(?P<year>20\d\d)(?:[/–-](?P<second>(?:20)?\d\d))?(?=[\s,.;]|$)"
)
_HAS_A_VERB = Expression(
    r"\b(?:\w{3,}ed|made|set|of|were|was|had|that|which|who|than|compared|in|from|since)\b"
)
_AWAY = Expression(
    r"\b(?P<year>20\d\d)(?:[/–-](?P<second>(?:20)?\d\d))?\b[^.;]{0,40}?\b(?P<count>\d{1,2}|"
    r"[a-z]+)\s"
    r"years?[’']?\s(?:away|from now|from today|hence|off|ahead|into the future|time)\b",
    re.IGNORECASE,
)
_A_YEAR = Expression(r"\b20\d\d\b")
_FURTHEST_PAST = 5
"""A slip is of a few years; what lies further back is another's."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    message: str


def what_is_to_come_lies_ahead(report: Report) -> Iterator[TextFinding]:
    """“The policy comes into force on 1 October 2025” in a paper of January 2026."""
    own = own_date(report)
    if own is None:
        return
    told: set[tuple[str, str]] | None = None
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        if _A_YEAR.search(passage.place.section):
            continue  # of a year that was, as it looked then
        for sentence in sentences(passage.text):
            found = next(_all(sentence, own), None)
            if found is None:
                continue
            if told is None:
                told = {(str(each.place), each.message) for rule in TENSES for each in rule(report)}
            if any(place == str(passage.place) for place, _ in told):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, found.start, found.end, reach=80),
                message=found.message,
                confidence=Confidence.MEDIUM,
                cure="Correct the date, or say that it is past.",
            )


def _all(sentence: str, own: date) -> Iterator[_Found]:
    for written in written_dates(sentence):
        before, after = sentence[: written.start], sentence[written.end :]
        past = (own - written.last).days
        if 365 * 2 < past <= 365 * _FURTHEST_PAST and _will_be_on(before):
            yield _Found(
                written.start,
                written.end,
                f"Told as to come, yet {written.text.strip()} is before the report’s own date, "
                f"{in_full(own)}.",
            )
        if not 0 < past <= 365 * 2:
            continue
        event = _AN_EVENT.search(before)
        to_come = event and not _OF_A_PAPER.search(event[0]) and _ITS_DAY.match(after)
        long_over = (own - written.last).days > _LONG_OVER_DAYS
        foretold = _IS_DUE.search(before) or (long_over and _FORECAST_AT.search(before))
        if to_come or foretold or _COMES_INTO_BEING.search(before) or _will_be_on(before):
            yield _Found(
                written.start,
                written.end,
                f"Told as to come, yet {written.text.strip()} is before the report’s own date, "
                f"{in_full(own)}.",
            )
    for pattern in (_WILL_BY, _WILL_IN):
        for match in pattern.finditer(sentence):
            year = _last_year(match)
            last = date(year, 3, 31) if match["second"] else date(year, 12, 31)
            held = match.groupdict().get("between") or ""
            if not last < own or own.year - year > _FURTHEST_PAST or _HAS_A_VERB.search(held):
                continue
            yield _Found(
                match.start("year"),
                match.end(),
                f"Told as to come, yet {_label(match)} is over on the report’s own date, "
                f"{in_full(own)}.",
            )
    for match in _AWAY.finditer(sentence):
        said = match["count"].lower()
        count = int(said) if said.isdigit() else int(NUMBER_WORDS.get(said, 0))
        if not count:
            continue
        years = {int(match["year"]), _last_year(match)}
        if all(abs(own.year + count - year) > 1 for year in years):
            yield _Found(
                match.start(),
                match.end(),
                f"{count} years from the report’s own date, {in_full(own)}, is "
                f"{own.year + count}, not {_label(match)}.",
            )


_WILL_ON = Expression(
    rf"\b(?:{_IS_TO_COME})\s(?!have\b)(?P<between>(?:[^.;:()]|\.\d){{3,90}}?)\b(?:on|from|until|"
    rf"till|by|to|"
    rf"between|and|in)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_ANOTHER_VERB = Expression(
    r"\b(?:\w{3,}ed|made|were|was|had|that|which|who|than|compared|since|after|following|because|"
    r"as|if|when|where|of|dated|under|against|beyond|not|before)\b"
)


def _will_be_on(before: str) -> bool:
    """“Will last ten weeks, from 6 October to”: no other verb stands before the day."""
    match = _WILL_ON.search(before)
    return match is not None and not _ANOTHER_VERB.search(match["between"])


def _last_year(match: re.Match[str]) -> int:
    year = int(match["year"])
    return year + 1 if match["second"] else year


def _label(match: re.Match[str]) -> str:
    return match["year"] + (f"/{match['second']}" if match["second"] else "")


_FROM_YEAR_TO_YEAR = Expression(
    r"\bfrom\s(?:[^.;]|\.\d){1,30}?\sin\s(?P<first>20\d\d)(?:[/–-]\d\d)?\sto\s(?:[^.;]|"
    r"\.\d){1,40}?\s"
    r"(?:by|in)\s(?P<last>20\d\d)\b(?:[/–-]\d\d)?"
)


def what_goes_from_a_year_to_a_year_goes_forward(report: Report) -> Iterator[TextFinding]:
    """“To grow from 6,300 in 2024 to 8,900 by 2021”: the second year is before the first."""
    for passage in passages(report):
        if passage.part == "cell" or "from" not in passage.text:
            continue
        for match in _FROM_YEAR_TO_YEAR.finditer(passage.text):
            if int(match["last"]) < int(match["first"]):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, match.start(), match.end(), reach=60),
                    message=f"From {match['first']} to {match['last']} is backwards.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the year that is wrong.",
                )


RULES: tuple[Rule, ...] = (
    what_is_to_come_lies_ahead,
    what_goes_from_a_year_to_a_year_goes_forward,
)
