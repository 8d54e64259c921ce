"""Lengths of time that follow from hours: a meeting or an event from its beginning to its end."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Paragraph, finding_on, paragraphs

_NUMBERS = {**NUMBERS_TO_99, "one": 1, "a": 1, "an": 1}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_N = rf"(?:\d{{1,3}}|{_WORDS})"
_CURE = "Correct the length of time or the figures that it is worked out from."


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]


# --- from a time of day to another ----------------------------------------------------------------

_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>\d\d))?\s?(?P<{0}p>[ap]\.?\s?m\b\.?|noon)?"
_BEGAN = Expression(
    rf"\b(?:beg[iau]n\w*|start\w*|open\w*|commenc\w*|held|convened)\b[^.;]{{0,40}}?\b(?:at|"
    rf"from)\s{_CLOCK.format('a')}",
    re.IGNORECASE,
)
_ENDED = Expression(
    rf"\b(?:clos\w+|end\w*|finish\w*|conclud\w+|rose|adjourned|"
    rf"terminated)\b[^.;]{{0,20}}?\bat\s{_CLOCK.format('b')}",
    re.IGNORECASE,
)
_FROM_TO = Expression(
    rf"\b(?:from|between)\s{_CLOCK.format('a')}\s?(?:to|until|and|till|–|-)\s?{_CLOCK.format('b')}",
    re.IGNORECASE,
)
_LASTED = Expression(
    rf"(?:\b(?:last(?:ed|ing)|tak(?:en|ing)|took|after|a (?:session|meeting|total|period|sitting) "
    rf"of|for)\s(?:just\s|"
    rf"some\s)?|\()(?:(?P<hours>{_N})(?P<half>\sand a half)?[\s-]hours?(?P<more>\sand a "
    rf"half)?)?(?:\s?(?:and|,)?\s?"
    rf"(?P<minutes>{_N})\sminutes?)?(?=[\s.,;)])",
    re.IGNORECASE,
)
_SPAN_OF_HOURS = Expression(
    rf"(?<![\w£.:,/–-]){_CLOCK.format('a')}\s?(?:to|until|and|till|[–-])\s?"
    rf"{_CLOCK.format('b')}(?![\w:])",
    re.IGNORECASE,
)
_THING_OF_HOURS = Expression(
    rf"(?:\b(?:an?|the|of|this|that|some|being|,)\s|^)(?P<hours>{_N})(?P<half>\sand a half)?"
    r"[\s-]hours?(?P<more>\sand a half)?(?=\s(?:in all|altogether|in total|long|all told|drop-in|"
    r"[a-z-]*\s?(?:session|workshop|meeting|event|visit|exhibition|slot|shift|class|course|"
    r"surgery|briefing|seminar|hearing|inquiry|window|clinic|walk|tour))\b|[\s]?[.,;)]|$)"
    r"(?P<minutes>)",
    re.IGNORECASE,
)
"""“A two-hour workshop (10am–1pm)”, “between 3-7pm, a drop-in of three hours”."""
_NOT_ALL = Expression(
    r"\b(?:adjourn\w*|interval|break|recess|excluding|(?:about|around|over|for) (?:an?|[a-z]+|"
    r"\d+)(?: and "
    r"a half)?[\s-]hours?|nearly|almost|paused|parking|includ\w+|lunch|practical|within|notice|"
    r"up to|"
    r"at least|delay\w*|late|per|(?<=hours )(?:each|every)|hours(?:[’']| of)? notice)\b",
    re.I,
)


def a_meeting_lasts_from_its_beginning_to_its_end(report: Report) -> Iterator[TextFinding]:
    """From 10.00am to 12.40pm is two hours and forty minutes."""
    began: set[int] = set()
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if not re.search(r"\d\s?(?:[ap]\.?\s?m\b|noon)|\bhours?\b", one.text, re.IGNORECASE):
                continue
            start, end = _BEGAN.search(one.text), _ENDED.search(one.text)
            both = _FROM_TO.search(one.text) or _SPAN_OF_HOURS.search(one.text)
            if start is not None and (minute := _minute(start, "a")) is not None:
                began.add(minute)
            lasted = next(
                (
                    m
                    for pattern in (_LASTED, _THING_OF_HOURS)
                    for m in pattern.finditer(one.text)
                    if m["hours"] or m["minutes"]
                ),
                None,
            )
            if lasted is None or (end is None and both is None) or _NOT_ALL.search(one.text):
                continue
            first = _minute(both, "a") if both else min(began) if len(began) == 1 else None
            last = _minute(both, "b") if both else _minute(end, "b") if end else None
            if first is None or last is None or last <= first:
                continue
            told = _minutes_told(lasted)
            if told and told != last - first:
                yield finding_on(
                    paragraph,
                    one,
                    f"From {_on_the_clock(first)} to {_on_the_clock(last)} is "
                    f"{_in_words(last - first)}, "
                    f"not {_in_words(told)}.",
                    _CURE,
                    Confidence.MEDIUM,
                )


_OPENS = Expression(
    rf"(?:\b(?:meeting|minutes|held|commenc\w+|open\w*)\b.{{0,160}}?\b(?:at|from|commencing)|"
    rf"^\W*(?:start(?:s|ed)?|time|commenc\w+|began):?)"
    rf"\s{_CLOCK.format('a')}",
    re.IGNORECASE | re.DOTALL,
)
_CLOSES = Expression(
    r"(?:\b(?:meeting|business|proceedings|session)\b[^.;]{0,60}?\b(?:closed?|ended|finished|"
    r"concluded|rose|terminated)\b|\b(?:closed|ended|finished|concluded) the (?:meeting|session)\b)"
    rf"[^.;]{{0,20}}?\bat\s{_CLOCK.format('b')}",
    re.IGNORECASE,
)
_FIRST_LINES, _DAY = 5, 24 * 60


def a_meeting_closes_after_it_opens(report: Report) -> Iterator[TextFinding]:
    """Minutes of a meeting held at 7.30pm that closed at 7.10pm."""
    opened: set[int] = set()
    for paragraph in paragraphs(report):
        ends = _CLOSES.search(paragraph.text)
        match = _OPENS.search(paragraph.text) if paragraph.block < _FIRST_LINES else None
        if match is not None and ends is None:
            minute = _minute(match, "a") if match["ap"] else None
            if minute is not None:
                opened.add(minute)
        if (told := _began_and_ended_before(paragraph)) is not None:
            yield told
            continue
        for one in paragraph.sentences if len(opened) == 1 else ():
            match = _CLOSES.search(one.text)
            if match is None or not match["bp"] or _OTHER_MEETING.search(one.text):
                continue
            closed = _minute(match, "b")
            (start,) = opened
            if closed is None or closed > start or start >= _DAY:
                continue
            yield finding_on(
                paragraph,
                one,
                f"It closed at {_on_the_clock(closed)}; by the head of the minutes it was held at "
                f"{_on_the_clock(start)}.",
                "Correct one of the two times.",
                Confidence.MEDIUM,
            )


def _began_and_ended_before(paragraph: Paragraph) -> TextFinding | None:
    """“The meeting, which started at 7.30pm, ended at 6.49pm.”"""
    for one in paragraph.sentences:
        if "eeting" not in one.text or (end := _ENDED.search(one.text)) is None:
            continue
        start = _BEGAN.search(one.text, 0, end.start())
        if start is None:
            continue
        first, last = _minute(start, "a"), _minute(end, "b")
        if not (start["ap"] and end["bp"]) or first is None or last is None or last >= first:
            continue
        if not _OTHER_MEETING.search(one.text):
            return finding_on(
                paragraph,
                one,
                f"It ended at {_on_the_clock(last)}, before it began at {_on_the_clock(first)}.",
                "Correct one of the two times.",
                Confidence.MEDIUM,
            )
    return None


_OTHER_MEETING = Expression(
    r"\b(?:last|previous|public session|site|annual parish|next|first|will|would|until)\b",
    re.IGNORECASE,
)


def _minute(match: re.Match[str], end: str) -> int | None:
    """The minute of the day; None where morning and afternoon cannot be told apart."""
    half = (match[f"{end}p"] or "").lower().replace(".", "").replace(" ", "")
    if not half and end == "a" and "bp" in match.groupdict():
        half = (match["bp"] or "").lower().replace(".", "").replace(" ", "")
    hour, minute = int(match[f"{end}h"]), int(match[f"{end}m"] or 0)
    if hour > 23 or minute > 59 or (not half and (hour < 8 or not match[f"{end}m"])):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    return hour * 60 + minute


def _minutes_told(match: re.Match[str]) -> int:
    hours = _number(match["hours"]) * 60 if match["hours"] else 0
    half = 30 if match["half"] or match["more"] else 0
    return hours + half + (_number(match["minutes"]) if match["minutes"] else 0)


def _on_the_clock(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return f"{(hour - 1) % 12 + 1}.{rest:02d}{'am' if hour < 12 else 'pm'}"


def _in_words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    return " ".join([*parts, f"{rest} minutes"] if rest or not parts else parts)


RULES: tuple[Rule, ...] = (
    a_meeting_lasts_from_its_beginning_to_its_end,
    a_meeting_closes_after_it_opens,
)
