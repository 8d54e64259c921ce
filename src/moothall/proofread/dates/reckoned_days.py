"""Days reckoned from another: “yesterday (11 March)”, “ten years ago, in May”, “a week later, on”.

The words say how far off the date beside them lies, from the day of the paper or from the day told
just before; the date says it again.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Place, Report
from moothall.proofread.dates.tenses import days_without_years
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, in_full, own_date, written_dates

_CURE = "Correct the date, or say how far off it is."
_QUOTED = Expression(r"[“\"‘]")

# --- from the day of the paper --------------------------------------------------------------------

_NEXT_TO = Expression(
    r"\b(?P<word>yesterday|today|tomorrow|the day before yesterday|the day after tomorrow|"
    r"(?:the )?(?:last|previous) (?:evening|night))"
    r"(?:\s(?:morning|afternoon|evening))?[\s,]*[(–-]?\s?(?:(?:on|is|was|being)\s)?(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_OFF = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_NEAR = 31
"""A paper is written days before the meeting whose date it bears: further off, it is another’s."""


def a_day_called_by_today_is_that_day(report: Report) -> Iterator[TextFinding]:
    """A letter that came in “yesterday (11 March)” in a paper of 13 March."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if not any(word in passage.text for word in ("day", "tomorrow", "evening", "night")):
            continue
        for sentence in sentences(passage.text):
            for on in (*written_dates(sentence), *days_without_years(sentence, own)):
                match = _NEXT_TO.search(sentence[max(0, on.start - 60) : on.start])
                if match is None or not on.is_a_day:
                    continue
                off = (on.first - own).days
                word = match["word"].lower()
                if off == _OFF.get(word, -1) or abs(off) > _NEAR:
                    continue
                if _QUOTED.search(sentence[: on.start]) and on.start:
                    continue  # what somebody said on another day
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, on.start, on.end, 100),
                    message=f"“{match['word']}” is {on.text.strip()} here; the paper is of "
                    f"{in_full(own)}.",
                    confidence=Confidence.MEDIUM,
                    cure=_CURE,
                )


_WORDS = "|".join(sorted(NUMBERS_TO_99, key=len, reverse=True))
_N = rf"(?P<n>\d{{1,3}}|{_WORDS}|an?)"
_UNITS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
_AGO = Expression(
    rf"(?:\b(?P<rough>more than|over|at least|less than|under|fewer than|just over|just under|"
    rf"almost|nearly|"
    rf"about|around|some|approximately|roughly|only|up to)\s)?(?<![\w.-]){_N}[\s-]"
    rf"(?P<unit>day|week|month|year)s?\sago\b",
    re.IGNORECASE,
)
_IN = Expression(r"^[\s,]*[(–-]?\s?(?:(?:in|on|back in)\s)?(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$")
_BEFORE_AGO = Expression(r"\b(?:in|on|since|from|dated)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$")
_BARE_YEAR = Expression(r"(?<![\d/£.,–-])(?P<year>(?:19|20)\d\d)(?![\d/]|[–-]\d|,\d|\.\d|%)")
_MORE = frozenset({"more than", "over", "at least", "just over"})
_LESS = frozenset({"less than", "under", "fewer than", "just under", "up to", "only"})


def what_was_some_years_ago_was_then(report: Report) -> Iterator[TextFinding]:
    """“More than 10 years ago, in December 2017” in a paper of 2025."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if " ago" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for match in _AGO.finditer(sentence):
                on = _date_beside(sentence, match)
                told = _number(match["n"])
                if on is None or told is None or _QUOTED.search(sentence[: match.start()]):
                    continue
                why = _not_so_long_ago(own, on, told, match)
                if why:
                    yield TextFinding(
                        place=passage.place,
                        quote=around(sentence, match.start(), match.end(), 90),
                        message=f"“{match[0].strip()}”, yet from {on.text.strip()} to the date of "
                        f"the paper, {in_full(own)}, is {why}.",
                        confidence=Confidence.MEDIUM,
                        cure=_CURE,
                    )


def _date_beside(sentence: str, match: re.Match[str]) -> Written | None:
    """The date or the year told next to “ten years ago”, with nothing between."""
    found = written_dates(sentence)
    taken = [range(on.start, on.end) for on in found]
    for year in _BARE_YEAR.finditer(sentence):
        if not any(year.start() in span for span in taken):
            first, last = date(int(year["year"]), 1, 1), date(int(year["year"]), 12, 31)
            found.append(
                Written(text=year[0], first=first, last=last, start=year.start(), end=year.end())
            )
    for on in found:
        after = on.start >= match.end() and _IN.match(sentence[match.end() : on.start])
        gap = sentence[on.end : match.start()] if on.end <= match.start() else "…"
        before = gap.strip(" ,(–-") == "" and _BEFORE_AGO.search(sentence[: on.start])
        if after or before:
            return on
    return None


def _number(text: str) -> int | None:
    low = text.lower()
    return 1 if low in ("a", "an") else int(low) if low.isdigit() else NUMBERS_TO_99.get(low)


def _not_so_long_ago(own: date, on: Written, told: int, match: re.Match[str]) -> str:
    """How long it is in truth, where that is not what is told; else nothing."""
    unit = match["unit"].lower()
    least, most = ((own - day).days / _UNITS[unit] for day in (on.last, on.first))
    if most <= 0:
        return ""  # a date to come is another rule’s
    rough = (match["rough"] or "").lower()
    slack = max(1.0, told * 0.15) if unit != "day" else 2.0
    # a paper is written some days before it is dated, and one counts years loosely
    below = rough not in _LESS and most < told - (slack if rough not in _MORE else slack / 2)
    above = rough not in _MORE and least > told + slack
    above = above or (rough in _MORE and least > told * 2 + slack and told > 1)
    if not (below or above):
        return ""
    middle = (least + most) / 2
    return f"some {middle:.0f} {unit}{'' if f'{middle:.0f}' == '1' else 's'}"


# --- from the day told just before ----------------------------------------------------------------

_LATER = Expression(
    rf"(?<![\w.-]){_N}[\s-](?P<unit>day|week|fortnight|month|year)s?"
    rf"(?P<way>\s(?:later|after(?:wards)?|earlier|before)\b)(?P<of>[^.;,\d]{{0,60}}?),?\s"
    rf"(?:[(–-]\s?)?(?:on|in)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_WITHIN = Expression(r"\b(?:within|least|than|over|about|around|some|up to|every|nearly|almost)\s$")


def what_is_told_some_weeks_later_is_so(report: Report) -> Iterator[TextFinding]:
    """“Six weeks after that report, on 9 October”, and the report was on 2 October."""
    for place, before, sentence in _with_the_sentence_before(report):
        if not re.search(r"\b(?:later|after|earlier|before)", sentence, re.IGNORECASE):
            continue
        found = written_dates(sentence) or _of_one_year(sentence)
        for number, on in enumerate(found):
            match = _LATER.search(sentence[: on.start])
            if match is None or _WITHIN.search(sentence[: match.start()]):
                continue
            earlier = found[:number] or written_dates(before)
            told = _number(match["n"])
            if len(earlier) != 1 or told is None:
                continue
            if not _is_of_what_was_told(match["of"], before + sentence[: match.start()]):
                continue  # “two weeks after the storm”, which has a day of its own
            back = match["way"].strip().lower() in ("earlier", "before")
            since, until = (on, earlier[0]) if back else (earlier[0], on)
            size = _UNITS[match["unit"].lower()]
            least = (until.first - since.last).days / size
            most = (until.last - since.first).days / size
            slack = 0.15 if size == 1 else 0.5
            if least - slack <= told <= most + slack:
                continue
            days = (until.first - since.first).days
            yield TextFinding(
                place=place,
                quote=around(sentence, match.start(), on.end, 60),
                message=f"From {since.text.strip()} to {until.text.strip()} is {days} days, not "
                f"{match['n']} {match['unit']}s."
                if days >= 0
                else f"{until.text.strip()} is not after {since.text.strip()}.",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the dates, or the time between them.",
            )


_ANY_YEAR = date(2023, 1, 1)
"""A year without a leap day: days that stand without theirs are all as if of this one."""
_END_OF_FEBRUARY = date(2023, 2, 28)


def _of_one_year(sentence: str) -> list[Written]:
    """Days without a year, where it does not matter which: none before a leap day and one after."""
    days = [
        day
        for months in (2, 4, 6, 8, 10, 12)
        for day in days_without_years(sentence, _ANY_YEAR.replace(month=months))
        if day.first.year == _ANY_YEAR.year
    ]
    once = {day.start: day for day in days}
    found = [once[start] for start in sorted(once)]
    before = [day.first <= _END_OF_FEBRUARY for day in found]
    return found if len(set(before)) == 1 else []


def _is_of_what_was_told(of: str, before: str) -> bool:
    """Whether “six weeks after that report” counts from what the words before it tell."""
    words = [word for word in re.findall(r"[a-z]{4,}", of.lower()) if word not in _POINTERS]
    told = before.lower()
    return not words or any(word[:5] in told for word in words)


_POINTERS = frozenset({"that", "this", "these", "those", "then", "date", "wards"})


def _with_the_sentence_before(report: Report) -> Iterator[tuple[Place, str, str]]:
    before = ""
    for passage in passages(report):
        for sentence in sentences(passage.text):
            yield passage.place, before, sentence
            before = sentence


RULES: tuple[Rule, ...] = (
    a_day_called_by_today_is_that_day,
    what_was_some_years_ago_was_then,
    what_is_told_some_weeks_later_is_so,
)
