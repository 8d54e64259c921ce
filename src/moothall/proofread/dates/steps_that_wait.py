"""Steps that wait for one another, told over some sentences: each on the wrong side of the other.

A decision is not implemented while it may still be called in; works do not start after the day
by which their money must be spent; and where one contract ends and the next begins there is no
break only if the two days follow one another.  Left alone: what depends on something else.
"""

import re
from collections.abc import Callable, Iterator
from itertools import product

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Paragraph, Sentence, finding_on, paragraphs
from moothall.proofread.reading.written_dates import Written, with_years, written_dates

_CURE = "Correct one of the two dates."
_REACH = 90
_Judge = Callable[[Written, Written], str | None]


def _told(
    report: Report, words: tuple[str, ...], first: Expression, second: Expression, judge: _Judge
) -> Iterator[TextFinding]:
    """Each two days of a paragraph, one beside the first words and one beside the second."""
    for paragraph in paragraphs(report):
        folded = paragraph.text.casefold()
        if not any(word in folded for word in words):
            continue
        for (_, one), (sentence, other) in product(
            _days(paragraph, first), _days(paragraph, second)
        ):
            if one.first == other.first:
                continue
            if message := judge(one, other):
                yield finding_on(paragraph, sentence, message, _CURE, Confidence.MEDIUM)
                break


def _days(paragraph: Paragraph, beside: Expression) -> Iterator[tuple[Sentence, Written]]:
    """The days and months of a paragraph that have the words before them in their sentence."""
    for one in paragraph.sentences:
        text = with_years(one.text)
        done = 0
        for day in written_dates(text):
            lead = text[max(done, day.start - _REACH) : day.start]
            done = day.end
            if beside.search(lead) and not _UNSURE.search(lead):
                yield one, day


_UNSURE = Expression(
    r"\b(?:if|unless|except|before|not|had|previous\w*|originally)\b", re.IGNORECASE
)

# --- call-in --------------------------------------------------------------------------------------

_CALL_IN = Expression(
    r"\bcall(?:ed)?[- ]in\b[^.;]*?\b(?:expires?|expired|ends?|ended|closes?|runs? (?:to|until)|"
    r"until|till|by|on|lapses?|deadline)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_IMPLEMENTED = Expression(
    r"\b(?:implement\w*|tak(?:e|es|ing) effect|com(?:e|es|ing) into (?:effect|force)|"
    r"acted (?:up)?on|carried out)\b[^.;]{0,25}$",
    re.IGNORECASE,
)


def a_decision_waits_for_its_call_in(report: Report) -> Iterator[TextFinding]:
    """“Call-in expires on 21 November.  The decision will be implemented on 18 November”."""
    return _told(report, ("call-in", "call in", "called in"), _CALL_IN, _IMPLEMENTED, _too_soon)


def _too_soon(call_in: Written, implemented: Written) -> str | None:
    if implemented.last >= call_in.first:
        return None
    return (
        f"{implemented.text.strip()} is before {call_in.text.strip()}, until when the decision may "
        "be called in."
    )


# --- money that must be spent ---------------------------------------------------------------------

_TO_BE_SPENT = Expression(
    r"\b(?:grants?|funding|funds?|money|monies|allocation|award|it|this)\b[^.;]{0,40}?"
    r"\b(?:must|ha(?:s|ve|d) to|needs? to|is to|are to|should)\sbe\s(?:fully\s)?(?:spent|claimed|"
    r"used|committed|defrayed|drawn down)\b[^.;]{0,15}\bby\s(?:the end of\s)?$",
    re.IGNORECASE,
)
_STARTS = Expression(
    r"\b(?:works?|construction|building|project|scheme|programme|installation|delivery|contractors?)"
    r"\b[^.;]{0,40}?\b(?:start|starts|begin|begins|commence|commences|be carried out|be done)\b"
    r"[^.;]{0,20}$",
    re.IGNORECASE,
)


def money_is_spent_before_it_lapses(report: Report) -> Iterator[TextFinding]:
    """“The grant must be spent by 31 March 2026.  Works will start in May 2026”."""
    return _told(report, ("must", " to be ", "should"), _TO_BE_SPENT, _STARTS, _too_late)


def _too_late(spent: Written, starts: Written) -> str | None:
    if starts.first <= spent.last:
        return None
    return f"{starts.text.strip()} is after {spent.text.strip()}, by when the money must be spent."


# --- one contract after another -------------------------------------------------------------------

_ENDS = Expression(
    r"\b(?:contract|agreement|lease|licence|arrangements?|service|term|policy)\b[^.;]{0,40}?"
    r"\b(?:expires?|ends?|finishes|terminates?|comes to an end|runs (?:out|until|to))\b"
    r"[^.;]{0,15}$",
    re.IGNORECASE,
)
_NEXT = Expression(
    r"\b(?:new|next|replacement|successor|following)\b[^.;]{0,40}?\b(?:begins?|starts?|commences?|"
    r"runs from|takes effect)\b[^.;]{0,15}$",
    re.IGNORECASE,
)
_NO_BREAK = Expression(
    r"\b(?:no|without (?:a|any)|avoid\w*(?: a| any)?|nor any) (?:break|gap|interruption)\b|"
    r"\b(?:seamless\w*|uninterrupted|straight after|immediately after)\b",
    re.IGNORECASE,
)


def there_is_no_break_where_none_is_told(report: Report) -> Iterator[TextFinding]:
    """“It ends on 30 June and the new one begins on 1 September, so that there is no break”."""
    for paragraph in paragraphs(report):
        if not _NO_BREAK.search(paragraph.text):
            continue
        ends, starts = list(_days(paragraph, _ENDS)), list(_days(paragraph, _NEXT))
        if len(ends) != 1 or len(starts) != 1:
            continue
        (_, end), (sentence, start) = ends[0], starts[0]
        idle = (start.first - end.last).days - 1
        if end.is_a_day and start.is_a_day and idle > 0:
            message = (
                f"Between {end.text.strip()} and {start.text.strip()} lie {idle} days, and the "
                "text says that there is no break."
            )
            yield finding_on(paragraph, sentence, message, _CURE, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    a_decision_waits_for_its_call_in,
    money_is_spent_before_it_lapses,
    there_is_no_break_where_none_is_told,
)
