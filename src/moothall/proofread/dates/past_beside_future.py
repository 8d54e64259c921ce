"""What is over beside what is to come, in a report whose head bears no date.

Nobody who tells of July as past can look forward to the March before it: one of the two dates is
wrong, whenever the report was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.report import Place, Report
from moothall.proofread.dates.tenses import IS_REPORTED, MAY_NOT_BE_PAST, is_called_past
from moothall.proofread.dates.time_of_writing import latest_day_of_writing
from moothall.proofread.dates.told_as_to_come import is_called_future
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, written_dates

_LONGEST = 3 * 366
"""Days; a slip is of months or a year or two, further off one of them is told of another time."""
_YEAR = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
_YEAR_IN_TEXT = Expression(rf"(?<![\d/.£,–-]){_YEAR}")
_LAST_YEAR = Expression(
    r"\b(?:most recent|latest|last|previous)\s(?:full\s|complete\s)?(?:financial\s|municipal\s|"
    r"academic\s)?year,?\s?\(?(?:of\s)?$",
    re.IGNORECASE,
)
_AS_AT = Expression(
    r"\b(?:balances?|reconciliation|position|statement|held|outstanding|counted|recorded|stood|"
    r"there (?:were|was))\b[^.;]{0,40}?\b(?:as\s)?(?:at|of|@)\s(?:the\s)?$",
    re.IGNORECASE,
)
_EXPECTED = Expression(
    r"\b(?:forecast\w*|estimat\w+|project\w+|expect\w*|anticipat\w+|budget\w*|will|would|should|"
    r"target\w*|plan\w*|propos\w+|due|indicative|assum\w+|maximum|limit|likely|predict\w+|to be|"
    r"if)\b",
    re.IGNORECASE,
)
_A_TITLE = Expression(r"[“\"][^”\"]{1,40}[”\"]")
_QUOTED = Expression(r"[“\"][^”\"]{40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    on: Written
    sentence: str
    place: Place


def what_is_over_comes_before_what_is_to_come(report: Report) -> Iterator[TextFinding]:
    """Notice “was given in July 2025”; the contracts “will end on 31 March 2025”."""
    if latest_day_of_writing(report) is not None:
        return  # each is held against that day
    past, future = _told(report)
    pairs = [
        (over, ahead)
        for over in past
        for ahead in future
        if 0 < (over.on.first - ahead.on.last).days <= _LONGEST and over.sentence != ahead.sentence
    ]
    if not pairs:
        return
    overs = {over.on.first for over, _ in pairs}
    aheads = {ahead.on.last for _, ahead in pairs}
    over, ahead = pairs[0]
    if len(overs) == 1 and _alone(over, past):
        odd, other = over, ahead
    elif len(aheads) == 1 and _alone(ahead, future):
        odd, other = ahead, over
    else:
        return  # it tells of several times, or quotes what was written at another
    said = "over" if odd is over else "still to come"
    rest = "still to come" if odd is over else "over"
    yield TextFinding(
        place=odd.place,
        quote=around(odd.sentence, odd.on.start, odd.on.end, 100),
        message=f"{_plain(odd.on)} is told as {said}; at {other.place} {_plain(other.on)} is "
        f"told as {rest} (“{shortened(other.sentence, 110)}”).",
        confidence=Confidence.MEDIUM,
        cure="Correct one of the two dates, or say what has happened since.",
    )


def _plain(on: Written) -> str:
    return on.text.strip(" ,.")


def _alone(one: _Told, others: list[_Told]) -> bool:
    """Whether nothing else of its kind is told of about the same time."""
    return sum(abs((one.on.first - other.on.first).days) < 40 for other in others) <= 2


def _told(report: Report) -> tuple[list[_Told], list[_Told]]:
    past, future = [], []
    for passage in passages(report):
        if passage.part == "cell" or ("20" not in passage.text and "/" not in passage.text):
            continue
        for sentence in sentences(passage.text):
            for on in (*written_dates(sentence), *_financial_years(sentence)):
                told = _Told(on=on, sentence=sentence, place=passage.place)
                before = _A_TITLE.sub(" ", sentence[: on.start])
                if _is_over(sentence, on):
                    past.append(told)
                elif (
                    is_called_future(sentence, on)
                    and not IS_REPORTED.search(before)
                    and not _QUOTED.search(sentence)
                ):
                    future.append(told)
    return past, future


def _is_over(sentence: str, on: Written) -> bool:
    before = sentence[: on.start]
    if _LAST_YEAR.search(before):
        return True
    if on.is_a_day and _AS_AT.search(before) and not _EXPECTED.search(sentence):
        return True
    if MAY_NOT_BE_PAST.search(before) or _QUOTED.search(sentence):
        return False
    return is_called_past(sentence, on)


def _financial_years(sentence: str) -> Iterator[Written]:
    for match in _YEAR_IN_TEXT.finditer(sentence):
        first = int(match["first"])
        if int(match["second"]) % 100 != (first + 1) % 100:
            continue
        last = date(first + 1, 3, 31)
        # what is told of a last year is told when that year has ended
        ended = _LAST_YEAR.search(sentence[: match.start()]) is not None
        yield Written(
            text=match[0],
            first=last if ended else date(first, 4, 1),
            last=last,
            start=match.start(),
            end=match.end(),
        )


RULES: tuple[Rule, ...] = (what_is_over_comes_before_what_is_to_come,)
