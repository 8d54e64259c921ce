"""Hours between two times of day, against the hours told beside them, whatever the words.

“The market will trade from 9am until 2pm, giving traders four hours”: five.  A night goes past
midnight.  Silent where the hours are of a week, of notice, of a break, or only about so many; and
where a sentence has more than one span or more than one number of hours.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.lengths_told import RULES as LENGTHS
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences

_NUMBERS = {**NUMBERS_TO_99, "one": 1, "an": 1, "a": 1}
_N = rf"\d{{1,2}}(?:\.5|½)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_TIME = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>\d\d))?\s?(?P<{0}p>[ap]\.?m\b\.?)?|"
    r"(?P<{0}n>noon|midday|midnight))"
)
_SPAN = Expression(
    rf"(?<![\w£.:/,–-]){_TIME.format('a')}\s?(?:[–-]|to|until|till|and)\s?(?:the\s)?"
    rf"{_TIME.format('b')}(?![\w:/%]|[.]\d|\s(?:years|pupils|people|hours|of))",
    re.IGNORECASE,
)
_HOURS = Expression(
    rf"(?<![\w.])(?P<n>{_N})(?P<half>\sand a half)?[\s-]hours?\b(?P<more>\sand a "
    rf"half)?(?P<after>[^.;]{{0,25}})",
    re.IGNORECASE,
)
_EARLIER = Expression(
    rf"(?P<n>{_N})(?P<half>\sand a half)?\shours?(?P<more>\sand a half)?\s(?P<word>earlier|later|"
    rf"sooner|"
    r"longer|more|less|shorter)\b",
    re.IGNORECASE,
)
_TWO_TIMES = Expression(
    rf"(?<![\w£.:/,–-]){_TIME.format('a')}\s(?:rather than|instead of|not|compared with|"
    rf"against)\s(?:at\s)?"
    rf"{_TIME.format('b')}",
    re.IGNORECASE,
)
_OPEN_AND_SHUT = Expression(
    r"\b(?:open|start|beg[aiu]n|commenc|leav|depart|unlock)\w*\b[^.;\d]{0,25}?\bat\s"
    rf"{_TIME.format('a')}[^.;\d]{{0,40}}?\b(?:clos|shut|lock|end|finish|return|"
    rf"arriv)\w*\b[^.;\d]{{0,20}}?"
    rf"\bat\s{_TIME.format('b')}",
    re.IGNORECASE,
)
_NOT_OF_IT = Expression(
    r"\b(?:notice|lunch|break|interval|adjourn\w*|within|up to|at least|about|around|nearly|"
    r"almost|over|"
    r"roughly|approximately|minimum|maximum|a week|per week|weekly|each week|in the week|a "
    r"fortnight|"
    r"volunt\w+|half an|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|parking|paid|free|first|"
    r"last|between them|prep\w+|travel\w*|staffed|part of|"
    r"shift)\b",
    re.IGNORECASE,
)
_MORE_HOURS = Expression(r"^\s(?:more|longer|extra|later|earlier|less|before|after)\b", re.I)
_SEVERAL_DAYS = Expression(
    r"\b(?:days|Mon\w*|weekdays|Saturdays? and|daily|each day|every day)\b", re.I
)
_OF_A_DAY = Expression(
    r"^\s(?:a|per|each|every)\s(?:day|night|session|shift)|^\s(?:daily|nightly)|^\W|^$", re.I
)
_DAY = 24 * 60
_TOLD = quotes_told(*LENGTHS)


def hours_told_are_those_of_the_clock(report: Report) -> Iterator[TextFinding]:
    """“From 20:00 to 06:00, eight hours a night” are ten."""
    for passage in passages(report):
        if "hour" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            message = _misfit(sentence) if "hour" in sentence and len(sentence) < _LONGEST else None
            if message is None or any(place == passage.place for place, _ in _TOLD(report)):
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, 0, len(sentence)),
                message=message,
                confidence=Confidence.MEDIUM,
                cure="Correct the hours or one of the times.",
            )


_LONGEST = 350


def _misfit(sentence: str) -> str | None:
    shift = _EARLIER.search(sentence)
    times = list(_TWO_TIMES.finditer(sentence))
    if shift is not None and len(times) == 1:
        first, last = _minute(times[0], "a"), _minute(times[0], "b")
        told = _told(shift)
        if first is not None and last is not None and told and abs(first - last) != told:
            return f"Between the two times lie {_worded(abs(first - last))}, not {_worded(told)}."
        return None
    spans = list(_SPAN.finditer(sentence)) or list(_OPEN_AND_SHUT.finditer(sentence))
    hours = list(_HOURS.finditer(sentence))
    if len(spans) != 1 or len(hours) != 1 or hours[0].start() < spans[0].start():
        return None
    span, told_hours = spans[0], hours[0]
    beside = sentence[span.end() : told_hours.end("after")]
    if _NOT_OF_IT.search(beside) or ";" in beside or _MORE_HOURS.match(told_hours["after"]):
        return None
    if _SEVERAL_DAYS.search(sentence) and not _OF_A_DAY.match(told_hours["after"]):
        return None
    first, last, told = _minute(span, "a"), _minute(span, "b"), _told(told_hours)
    if first is None or last is None or not told:
        return None
    length = (last - first) % _DAY
    if (
        length in (0, told)
        or told > _DAY
        or (length > _DAY // 2 and last > first and told > _DAY // 2)
    ):
        return None
    return f"“{span[0].strip()}” is {_worded(length)}, not {_worded(told)}."


def _minute(match: re.Match[str], end: str) -> int | None:
    """The minute of the day; None where morning and afternoon cannot be told apart."""
    if match[f"{end}n"]:
        return 0 if match[f"{end}n"].lower() == "midnight" else 12 * 60
    half = (match[f"{end}p"] or (match["bp"] if end == "a" else "") or "").lower().replace(".", "")
    hour, minute = int(match[f"{end}h"]), int(match[f"{end}m"] or 0)
    if hour > 24 or minute > 59 or (not half and not match[f"{end}m"]):
        return None
    if (
        half
        and not match[f"{end}p"]
        and match["bh"]
        and hour > int(match["bh"])
        and half == "pm"
        and hour < 12
    ):
        half = "am"  # “10–2pm” begins in the morning
    if half == "pm" and hour < 12:
        hour += 12
    return (hour % 24 if half == "" or hour != 12 or half == "pm" else 0) * 60 + minute


def _told(match: re.Match[str]) -> int:
    word = match["n"].lower().replace("½", ".5")
    hours = float(word) if word[0].isdigit() else _NUMBERS[word]
    return round((hours + (0.5 if match["half"] or match["more"] else 0)) * 60)


def _worded(minutes: int) -> str:
    hours = f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
    return f"{hours} hour{'s' * (hours != '1')}"


RULES: tuple[Rule, ...] = (hours_told_are_those_of_the_clock,)
