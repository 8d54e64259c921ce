"""Spans of time: what ends before it begins, in days or years, and lengths that do not fit."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, finding_in, passages, sentences
from moothall.proofread.reading.written_dates import Written, with_years, written_dates

# --- periods --------------------------------------------------------------------------------------

_JOIN = Expression(
    r"\s*(?:to|until|till|through to|[-–—])\s*(?:the\s+)?(?:end of\s+)?", re.IGNORECASE
)
_BETWEEN = Expression(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_AND = Expression(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_COMPARES = Expression(
    r"\b(?:compar\w+|fall\w*|fell|ris\w+|rose|drop\w*|increas\w+|decreas\w+|reduc\w+|chang\w+|"
    r"difference|moved?|brought forward|postponed|deferred|delayed|amended|varied)\b",
    re.IGNORECASE,
)


def a_period_ends_after_it_begins(report: Report) -> Iterator[TextFinding]:
    """A period's second date is not before its first, in words or in columns "start" and "end"."""
    for passage in passages(report):
        dates = written_dates(passage.text)
        for first, second in pairwise(dates):
            joined = passage.text[first.end : second.start]
            before = passage.text[max(0, first.start - 60) : first.start]
            is_period = _JOIN.fullmatch(joined) or (
                _AND.fullmatch(joined) and _BETWEEN.search(before)
            )
            if is_period and second.last < first.first and not _COMPARES.search(before):
                yield finding_in(
                    passage,
                    first.start,
                    second.end,
                    f"The period ends before it begins: {second.text.strip()} is before "
                    f"{first.text.strip()}.",
                    Confidence.HIGH,
                    "Correct one of the two dates.",
                )
    for grid in report.grids:
        yield from _rows_that_end_before_they_begin(grid)


_YEARS = Expression(
    r"\b(?P<how>[Ff]rom|[Bb]etween)\s(?P<first>(?:19|20)\d\d)\s(?P<to>to|until|till|and|[-–—])\s"
    r"(?P<second>(?:19|20)\d\d)(?![\d,.]*\d|\s?[/–-]\s?\d|%|\s(?!(?:and|but|when|while|as|in|with|"
    r"he|she|they|it|the|for|at|on|by|where|who|which)\b)[a-z])"
)


def a_span_of_years_ends_after_it_begins(report: Report) -> Iterator[TextFinding]:
    """Nobody is “a member from 1981 until 1971”."""
    for passage in passages(report):
        if "20" not in passage.text and "19" not in passage.text:
            continue
        for match in _YEARS.finditer(passage.text):
            first, second = int(match["first"]), int(match["second"])
            between = match["how"].lower() == "between"
            if second >= first or between != (match["to"] == "and"):
                continue
            if _COMPARES.search(passage.text[max(0, match.start() - 60) : match.start()]):
                continue
            yield finding_in(
                passage,
                match.start(),
                match.end(),
                f"The span ends before it begins: {second} is before {first}.",
                Confidence.HIGH,
                "Correct one of the two years.",
            )


# --- an office held while another was -------------------------------------------------------------

_SPAN_OF_YEARS = Expression(
    r"\b(?:from\s|between\s|\()(?P<first>(?:19|20)\d\d)\s?(?:to|until|and|[-–—])\s?"
    r"(?P<second>(?:19|20)\d\d)\b"
)
_IN_THAT_TIME = Expression(
    r"\b(?:during|in|over|throughout) (?:his|her|their|that|this|the same) (?:time|term|period|"
    r"years|tenure|service)\b",
    re.IGNORECASE,
)


def what_was_held_in_a_time_lies_in_it(report: Report) -> Iterator[TextFinding]:
    """A member “from 2006 to 2016 … during his time” was no chairman “from 2012 to 2018”."""
    for passage in passages(report):
        dated = "20" in passage.text or "19" in passage.text
        if not dated or not _IN_THAT_TIME.search(passage.text):
            continue
        whole: re.Match[str] | None = None
        for sentence in sentences(passage.text):
            within = _IN_THAT_TIME.search(sentence)
            found = list(_SPAN_OF_YEARS.finditer(sentence))
            if within is None:
                whole = found[0] if len(found) == 1 else None
                continue
            if whole is None:
                continue
            first, second = int(whole["first"]), int(whole["second"])
            for span in found:
                begins, ends = int(span["first"]), int(span["second"])
                if span.start() > within.start() and (ends > second or begins < first):
                    yield TextFinding(
                        place=passage.place,
                        quote=around(sentence, span.start(), span.end(), 90),
                        message=f"“{span[0].strip('(')}” is told of “{within[0]}”, which was "
                        f"“{whole[0].strip('(')}”.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct the years, or say that it lasted longer.",
                    )


_START_HEAD = Expression(r"\b(?:start|starts|from|begins?|commence\w*|opens?|effective)\b", re.I)
_END_HEAD = Expression(r"\b(?:end|ends|finish\w*|to|until|complet\w+|clos\w+|expir\w+)\b", re.I)


def _rows_that_end_before_they_begin(grid: Grid) -> Iterator[TextFinding]:
    if not grid.head_rows or len(grid.rows) < 2:
        return
    head = grid.rows[grid.head_rows - 1]
    starts = [n for n, label in enumerate(head) if _START_HEAD.search(label) and len(label) < 40]
    ends = [n for n, label in enumerate(head) if _END_HEAD.search(label) and len(label) < 40]
    if len(starts) != 1 or len(ends) != 1 or starts == ends:
        return
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        start, end = written_dates(row[starts[0]]), written_dates(row[ends[0]])
        if len(start) == len(end) == 1 and end[0].last < start[0].first:
            yield TextFinding(
                place=grid.cell_place(number, ends[0]),
                quote=f"{row[starts[0]]} | {row[ends[0]]}",
                message=f"The row ends ({end[0].text.strip()}) before it begins "
                f"({start[0].text.strip()}).",
                confidence=Confidence.HIGH,
                cure="Correct one of the two dates.",
            )


_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "sixteen": 16,
}  # fmt: skip
_DURATION = Expression(
    rf"(?<![\w-])(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})[\s-]+(?P<unit>week|day|month)s?\b[’']?",
    re.IGNORECASE,
)
_UNITS = {"week": 7.0, "day": 1.0, "month": 30.44}
_WORKING = Expression(r"\b(?:working|school|clear|business|calendar)\s+$", re.IGNORECASE)


def a_duration_fits_its_dates(report: Report) -> Iterator[TextFinding]:
    """A length of time given with both its dates is the time between them.

    "A six-week consultation from 3 June 2019 to 1 July 2019" runs for four weeks.  A week more or
    less is nothing, nor is a longer time over a holiday.
    """
    for passage in passages(report):
        for sentence in sentences(passage.text):
            lengths = list(_DURATION.finditer(sentence))
            dates = written_dates(with_years(sentence))
            if len(lengths) != 1 or len(dates) != 2 or not all(day.is_a_day for day in dates):
                continue
            first, second = dates
            if first.last >= second.first or not _joins(with_years(sentence), first, second):
                continue
            yield from _length(passage, sentence, lengths[0], first, second)


def _joins(sentence: str, first: Written, second: Written) -> bool:
    joined = sentence[first.end : second.start]
    before = sentence[: first.start]
    return bool(_JOIN.fullmatch(joined)) or bool(_AND.fullmatch(joined) and _BETWEEN.search(before))


def _length(
    passage: Passage, sentence: str, length: re.Match[str], first: Written, second: Written
) -> Iterator[TextFinding]:
    words = length["number"].lower()
    number = int(words) if words.isdigit() else _NUMBERS[words]
    unit = length["unit"].lower()
    stated = number * _UNITS[unit]
    days = (second.first - first.first).days + 1
    slack = max(7.0, stated * 0.15) if unit != "day" else max(3.0, stated * 0.1)
    if _WORKING.search(sentence[: length.start("unit")]) or (unit == "day" and number < 10):
        return
    over = days - stated
    if abs(over) <= slack or 0 < over <= 15:
        return  # longer by a week or two: a holiday, or counted by working weeks
    yield TextFinding(
        place=passage.place,
        quote=sentence,
        message=f"{first.text.strip()} to {second.text.strip()} is {days} days "
        f"({days / _UNITS[unit]:.1f} {unit}s), not {length[0]}.",
        confidence=Confidence.MEDIUM if over < 0 or over > 2 * slack else Confidence.LOW,
        cure="Correct the length or one of the dates.",
    )


RULES: tuple[Rule, ...] = (
    a_period_ends_after_it_begins,
    a_span_of_years_ends_after_it_begins,
    what_was_held_in_a_time_lies_in_it,
    a_duration_fits_its_dates,
)
