"""Tenses: what is called future in a report that is later than it, and past in one that is earlier.

Where no date stands on the report's head, nothing is said about future and past.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.running_text import around, passages, sentences
from moothall.proofread.written_dates import in_full, own_date, written_dates

_BE = r"(?:be |be fully |also be |then be |formally be )"
_EVENTS = (
    r"(?:held|launched|introduced|implemented|completed|published|presented|submitted|considered|"
    r"reported|brought|taken|opened|closed|started|commenced|agreed|approved|finalised|issued|"
    r"delivered|established|undertaken|carried out|rolled out|reviewed|appointed|confirmed|"
    r"announced|adopted|determined|sought|consulted on|installed|built|made|received|set up)"
)
_HAPPEN = (
    r"(?:take place|start|begin|commence|open|close|end|finish|launch|conclude|go live|come into "
    r"(?:force|effect|operation)|take effect|return|meet|expire|run|follow|consult|report|publish|"
    r"complete|consider|be in place|be available|be ready|be known|be operational)"
)
_FUTURE = re.compile(
    rf"\b(?:will|shall|is due to|are due to|is expected to|are expected to|is scheduled to|are "
    rf"scheduled to|is planned to|are planned to|is to|are to|is anticipated to)\s+"
    rf"(?:then |also |now |formally |only |next )?(?:{_BE}{_EVENTS}|{_HAPPEN})\b"
    rf"(?P<between>(?:\s+(?:to|by|at|for|with|the|a|an|its|this|our|full|council|cabinet|committee|"
    rf"executive|members|council|scrutiny|board|consultation|report|results|public|formally|early|"
    rf"again|live|back)){{0,7}})\s+(?:in|on|by|from|during|until|at the end of|by the end of|"
    rf"no later than)\s+(?:the\s+)?(?:early |mid |mid-|late |end of |beginning of |start of )?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:was|were)\s+(?:then |also |formally |first |last )?{_EVENTS}"
    rf"(?P<between>(?:\s+(?:to|by|at|the|its|this|full|council|cabinet|committee|executive|members|"
    rf"scrutiny|board|and|approved|agreed|with|staff|residents)){{0,7}})"
    rf"\s+(?:in|on)\s+(?:the\s+)?$|"
    rf"\b(?:took place|ended|closed|commenced|began|concluded|went live|came into (?:force|effect)|"
    rf"met|expired)\s+(?:in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_STILL_TO_BE = re.compile(
    r"\b(?:will|shall|must|is to|are to|needs? to|has to|have to|is due to|are due to)\s+"
    r"(?:now |then |also |formally |next |first )?be\s+(?:[a-z]+ly\s)?[a-z]+(?:ed|en|t|d|made|"
    r"held)\b"
    r"(?P<between>(?:\s+[A-Za-z’'-]+){0,9})\s+(?:on|by|before)\s+(?:[A-Z][a-z]+day,?\s+)?$"
)
_AS_IT_STOOD = re.compile(
    r"\b(?:as at|as it stood|based|dated|position|balances?|census|snapshot|valuation|incurred|"
    r"were|was|had|has|have|since|which|who|that|born|registered|existing|held|ended|ending)\b",
    re.IGNORECASE,
)
_PAST_UNSURE = re.compile(
    r"\b(?:if|when|once|until|unless|after|assum\w+|would|should|planned|due|by the time|that "
    r"(?:ended|closed)|year)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:stated|said|agreed that|resolved|minutes?|noted|previously|originally|had been|"
    r"was expected|would|initially|at that time|at the time|queried|asked)\b|[“\"]",
    re.IGNORECASE,
)


def what_is_called_future_is_not_past(report: Report) -> Iterator[TextFinding]:
    """What "will be launched in January 2019" is not dated before the report itself."""
    yield from _out_of_time(report, _FUTURE, future=True)


def what_is_called_past_is_not_future(report: Report) -> Iterator[TextFinding]:
    """What "was held on 12 June 2021" is not dated after the report itself."""
    yield from _out_of_time(report, _PAST, future=False)


def _out_of_time(
    report: Report, pattern: re.Pattern[str], *, future: bool
) -> Iterator[TextFinding]:
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for written in written_dates(sentence):
                if not (written.last < own if future else written.first > own):
                    continue
                before = sentence[max(0, written.start - 160) : written.start]
                match = pattern.search(before) or (_STILL_TO_BE.search(before) if future else None)
                if match is None or (
                    match.re is _STILL_TO_BE and _AS_IT_STOOD.search(match["between"])
                ):
                    continue
                unsure = _REPORTED if future else _PAST_UNSURE
                if unsure.search(sentence[: written.start]):
                    confidence = Confidence.LOW
                elif abs(((written.last if future else written.first) - own).days) > 3 * 366:
                    continue  # a slip is of months or a year; further off it is another report's
                else:
                    confidence = Confidence.MEDIUM
                called = "future" if future else "past"
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, written.start, written.end, reach=100),
                    message=f"Called {called}, yet {written.text.strip()} is "
                    f"{'before' if future else 'after'} the report’s own date, {in_full(own)}.",
                    confidence=confidence,
                    cure="Correct the date, or say what has happened since.",
                )


RULES: tuple[Rule, ...] = (
    what_is_called_future_is_not_past,
    what_is_called_past_is_not_future,
)
