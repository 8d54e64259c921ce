"""Actions that a meeting sets, due before the meeting itself was held.

“Action: Clerk to obtain three quotes. Due: May 2011” in minutes of 8 June 2011.  What a meeting
asks for, it asks for from then on: “resolved to replace the bench by …”, “Cllr Ash to write … by
…”, “agreed that the Clerk would report by …”.

Left alone: what earlier meetings set, what is done, overdue or carried forward, and what others
had to do by a day.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.dates.tenses import RULES as TENSES
from moothall.proofread.dates.what_lies_ahead import RULES as AHEAD
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import around, passages
from moothall.proofread.reading.running_text import sentences
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

_BY = (
    r"(?:by|before|no later than|not later than)\s(?:the\s)?(?:end\sof\s|early\s|mid-?\s?|late\s|"
    r"start\sof\s)?(?:[A-Z][a-z]+day,?\s)?(?:the\s)?$"
)
_WORDS = r"(?:[\w’'(),£/&-]+\s){0,25}?"
_LABEL = Expression(
    r"(?:^\W*|[.;)–-]\s)(?:due(?: date| by)?|by when|target(?: date)?|deadline|"
    r"complete by|to be done by|completion date)\s?[:–-]\s?(?:the\s)?(?:end of\s)?$",
    re.IGNORECASE,
)
_WHO = (
    r"(?:Cllrs?\.?|Councillors?|(?:The\s)?(?:Clerk|Chair(?:man|person)?|Vice[- ]Chair|Mayor|"
    r"Treasurer|Secretary)|Officers|Mr|Mrs|Ms)"
)
_SETS = (
    Expression(rf"^\W*(?:\d[\d.]*\s)?(?i:actions?)\b(?:\s\w{{1,4}})?\s?[:–-]\s?{_WORDS}{_BY}"),
    Expression(
        rf"(?:^|[.;:]\s)\W*{_WHO}\s(?:(?:[A-Z][\w’'-]*|and|&)\s){{0,5}}to\s[a-z]+\s{_WORDS}{_BY}"
    ),
    Expression(
        r"\b(?:resolved|agreed)\b:?\s(?:unanimously\s)?(?:to\s(?!note\b|accept\b|receive\b|approve\b|"
        rf"pay\b|ratify\b)[a-z]+\s|that\s{_WORDS}(?:would|should|will|be|to)\s){_WORDS}{_BY}",
        re.IGNORECASE,
    ),
)
_SET_BEFORE = Expression(
    r"\b(?:last|previous|earlier|original\w*|had|has been|have been|was to have|were to have|done|"
    r"completed?d?(?=\W*$)|overdue|outstanding|carried|status|matters arising|closed|missed|"
    r"slipped|ongoing|update[ds]?|reviewed|received|signed|discharged|were in|was in|reported "
    r"that|already|not yet|still|who|whose)\b",
    re.IGNORECASE,
)


def an_action_is_due_after_the_meeting_that_sets_it(report: Report) -> Iterator[TextFinding]:
    """“Cllr Ash to write to the County by 3 June 2011” in minutes of 8 June 2011."""
    own = own_date(report)
    if own is None or not are_minutes(report):
        return
    for passage in passages(report):
        if passage.cell or not passage.has("by", "due", "target", "deadline", "before", "later"):
            continue
        for sentence in sentences(passage.text):
            for day in written_dates(sentence):
                before = sentence[max(0, day.start - 220) : day.start]
                if day.last >= own or not _is_set(before):
                    continue
                if _SET_BEFORE.search(passage.text) or passage.heading:
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, day.start, day.end, 110),
                    message=f"Due by {day.text.strip()}, which is before the meeting itself, "
                    f"{in_full(own)}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the day by which it is due.",
                )


def _is_set(before: str) -> bool:
    return bool(_LABEL.search(before)) or any(pattern.search(before) for pattern in _SETS)


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(an_action_is_due_after_the_meeting_that_sets_it, (*TENSES, *AHEAD)),
)
