"""Tenses: what is called future in a report that is later than it, and past in one that is earlier.

Where no date stands on the report's head, nothing is said about future and past.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.period_labels import named, year_of_the_title
from moothall.proofread.dates.told_as_past import is_told_as_past
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    Written,
    day_month_year,
    exists,
    in_full,
    own_date,
    with_years,
    written_dates,
)

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
    r"(?P<between>(?:\s+[A-Za-z’'-]+){0,9})\s+(?:on|by|before|in|during)\s+(?:the\s+)?"
    r"(?:end\s+of\s+|early\s+|mid-?\s?|late\s+)?(?:[A-Z][a-z]+day,?\s+)?$"
)
_DUE = re.compile(
    r"\b(?:is|are)\s(?:currently\s|now\s|provisionally\s|still\s)?(?:due|scheduled|planned|"
    r"expected|"
    r"anticipated|programmed|timetabled|intended|set)\s(?:for|on|by|in|to\s[a-z]+"
    r"(?P<between>(?:\s[A-Za-z’'-]+){0,9})\s(?:in|on|by|from|during))\s(?:the\s)?(?:early\s|"
    r"mid-?\s?|"
    r"late\s|end\sof\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_WILL = re.compile(
    r"\b(?:will|shall)\s(?:also\s|then\s|now\s|next\s)?(?!have\b|continue\b|remain\b|need\b|"
    r"include\b)"
    r"[a-z]{2,}(?P<between>(?:\s[A-Za-z’'-]+){0,8})\s(?:on|by|in)\s(?:the\s)?(?:end\sof\s|early\s|"
    r"mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_MEANT = re.compile(
    r"\b(?:(?:is|are)\s(?:now\s|still\s|also\s)?(?:likely|set|bound|hoped|meant|about|intended|due|"
    r"planned|expected|hoping|planning|aiming)|intends?|plans|hopes?|aims?|expects?|proposes?)\sto\s(?!have\b)[a-z]{2,}(?P<between>(?:\s[A-Za-z’'-]+){0,6})\s(?:on|by|in|"
    r"from|during)\s(?:the\s)?(?:end\sof\s|early\s|mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_BEGAN = re.compile(
    r"\b(?:opened|started|began|launched|closed|ended|ran|finished|reopened|moved)"
    r"(?P<between>(?:\s(?:its|their|the|to|at|for|with|work|doors|public|business|residents|all|new|"
    r"users|visitors|again|there|here|online)){0,5})\s(?:on|in)\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_BEING_HELD = re.compile(
    r"\b(?:consultation|survey|period|window|tender|notice|exhibition|meeting|event|committee|"
    r"council|"
    r"cabinet|board|panel)s?\s(?:period\s)?(?:closes|meets|takes place|concludes|opens)\s(?:on|"
    r"in|at)\s"
    r"(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_DUE_TO = re.compile(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!,\s)\b(?:due|scheduled|expected)\sto\s"
    r"(?:be\s)?[a-z]{2,}(?P<between>(?:\s[A-Za-z’'-]+){0,6})\s(?:on|by|in|from|during)\s(?:the\s)?(?:end\sof\s|"
    r"early\s|mid-?\s?|late\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_DEADLINE_IS = re.compile(
    r"\b(?:deadline|timetable|timescale|target date|(?:start|end|closing|completion|opening|"
    r"go[- ]live|implementation) date)\b[^.;]{0,150}?\b(?:is|remains)\s(?:currently\s|now\s|"
    r"still\s)?(?:the end of\s)?$",
    re.IGNORECASE,
)
_ENDS_NOW = re.compile(
    r"\b(?:current|existing|present)\b[^.;]{0,150}?\b(?:ends|expires|closes|(?:runs|lasts|applies|"
    r"continues)\s(?:until|to)|remains in (?:force|place) until)\s(?:on\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\w+\s(?:on\s|in\s|until\s|to\s)?(?:the\s)?$")
_DATE_FIRST = re.compile(r"^(?:On|By|In)\s(?:the\s)?(?:end\sof\s)?(?:[A-Z][a-z]+day,?\s)?$")
_THEN_WILL = re.compile(
    r"^,?\s(?:[A-Za-z’'-]+\s){1,8}?(?:will|shall)\s(?:be|have|take|start|begin|go)\b"
)
_TAKES_UP = re.compile(
    r"\b(?:\w{3,}ed|made|taken|given|set|begun|held|sent|dated|built|found|told|drawn|shown|"
    r"of the(?! (?:outcome|result|decision|date|change|plan)s?\b)|"
    r"that|line|accordance|response)\b"
)
"""What may lead to a date of its own between “will …” and the date: “the policy approved on …”."""
_AS_IT_STOOD = re.compile(
    r"\b(?:as at|as it stood|based|dated|position|balances?|census|snapshot|valuation|incurred|"
    r"were|was|had|has|have|since|which|who|that|born|registered|existing|held|ended|ending)\b",
    re.IGNORECASE,
)
_PAST_UNSURE = re.compile(
    r"\b(?:if|when|once|until|unless|after|assum\w+|would|should|will|shall|planned|due|"
    r"by the time|that "
    r"(?:ended|closed)|year)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:stated|said|agreed that|resolved|minutes?|noted|previously|originally|had been|"
    r"was expected|would|initially|at that time|at the time|queried|(?<!be )asked)\b|[“\"]",
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
    day, told = own, f"the report’s own date, {in_full(own)}" if own else ""
    if own is None and future and (year := year_of_the_title(report)) is not None:
        # a paper on a year is written in the year before it, or later
        day, told = date(year - 1, 7, 1), f"a paper on {named(year)} can be written"
    if day is None:
        return
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for written in (
                *written_dates(sentence),
                *(_without_years(sentence, own) if own else ()),
            ):
                if not (written.last < day if future else written.first > day):
                    continue
                before = sentence[max(0, written.start - 160) : written.start]
                match = pattern.search(before) or (
                    _is_to_come(sentence, written, before) if future else _is_over(before, written)
                )
                if match is None and (future or not is_told_as_past(sentence, written)):
                    continue
                unsure = _REPORTED if future else _PAST_UNSURE
                if unsure.search(sentence[: written.start]):
                    confidence = Confidence.LOW
                elif abs(((written.last if future else written.first) - day).days) > 3 * 366:
                    continue  # a slip is of months or a year; further off it is another report's
                else:
                    confidence = Confidence.MEDIUM
                called = "future" if future else "past"
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, written.start, written.end, reach=100),
                    message=f"Called {called}, yet {written.text.strip()} is "
                    f"{'before' if future else 'after'} {told}.",
                    confidence=confidence,
                    cure="Correct the date, or say what has happened since.",
                )


def _is_to_come(sentence: str, written: Written, before: str) -> re.Match[str] | None:
    """The words that call a date future, in whatever verb."""
    match = _STILL_TO_BE.search(before)
    if match is not None and not (
        _AS_IT_STOOD.search(match["between"]) or _TAKES_UP.search(match["between"])
    ):
        return match
    if _DEADLINE_IS.search(before) or _ENDS_NOW.search(before):
        return _PRESENT.search(before)
    for pattern in (_DUE, _WILL, _MEANT, _DUE_TO):
        match = pattern.search(before)
        if match is not None and not _TAKES_UP.search(match["between"] or ""):
            return match
    if _DATE_FIRST.match(sentence[: written.start]):
        return _THEN_WILL.match(sentence[written.end :])
    return _BEING_HELD.search(before)


_DID = re.compile(
    r"\b(?:was|were|has been|have been)\s(?:[a-z]+ly\s|also\s|then\s|first\s|last\s)?(?!expected|"
    r"planned|"
    r"scheduled|proposed|intended|asked|required|extended|deferred|postponed|delayed|anticipated|"
    r"projected|estimated|based|moved|allocated|requested|programmed|needed|revised|limited|agreed|"
    r"approved|rescheduled|budgeted)[a-z]{2,}ed\b"
    r"(?:\s(?!for|until|to|from|as|that|the next)[A-Za-z’'-]+){0,7}\s(?:on|in)\s(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$"
)


def _is_over(before: str, written: Written) -> re.Match[str] | None:
    """The words that call a day past, in whatever verb."""
    match = _DID.search(before) or _BEGAN.search(before)
    return match if written.is_a_day else None


_NEAR = 75
"""How many days off a day without a year can lie and still be this year's, not the next one's."""
_EVERY_YEAR = re.compile(r"\b(?:each|every|any|annual\w*|year(?:s|ly)?|always|normally)\b", re.I)


def _without_years(sentence: str, own: date) -> Iterator[Written]:
    """The days of a sentence that stand without a year, in the year nearest to the report."""
    if not _HAS_DAY.search(sentence) or _EVERY_YEAR.search(sentence):
        return
    if with_years(sentence) != sentence:
        return  # the one year that the sentence prints may be that of the day
    for match in WRITTEN.finditer(sentence):
        day, month, year = day_month_year(match)
        if year is not None:
            continue
        near = [
            on
            for about in (own.year - 1, own.year, own.year + 1)
            if exists(day, month, about)
            and abs(((on := date(about, month, day)) - own).days) <= _NEAR
        ]
        if len(near) == 1:
            yield Written(
                text=match[0],
                first=near[0],
                last=near[0],
                start=match.start(),
                end=match.end(),
                weekday=match["weekday"],
            )


_HAS_DAY = re.compile(r"\d\s?(?:st|nd|rd|th)?\s(?:of\s)?[A-Z]")

RULES: tuple[Rule, ...] = (
    what_is_called_future_is_not_past,
    what_is_called_past_is_not_future,
)
