"""Meetings in their order: where a report has been, where it goes next, what follows a meeting."""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import (
    WRITTEN,
    Written,
    day_month_year,
    exists,
    in_full,
    own_date,
    written_dates,
)

# --- where a report has been, and where it goes ---------------------------------------------------

_ROUTE = Expression(
    r"\b(?:(?P<past>(?:past|previous) (?:pathway|route|consideration|meetings?|decisions?)|"
    r"previously "
    r"(?:considered|reported|presented|discussed)|already considered)|"
    r"(?P<future>(?:future|next|onward) (?:pathway|route|stages?|steps?|meetings?|decisions?)|"
    r"to be considered))\b[^.;:\d]{0,24}:",
    re.IGNORECASE,
)
_FIRST_BLOCKS = 16
_LONGEST = 366


def the_pathway_of_a_report_runs_past_its_own_meeting(report: Report) -> Iterator[TextFinding]:
    """“Past pathway: Harbour Board – 5 March” on a report to the Cabinet of 30 January."""
    own = own_date(report)
    if own is None:
        return
    for block in report.blocks[:_FIRST_BLOCKS]:
        for text in _lines(block):
            labels = list(_ROUTE.finditer(text))
            for number, label in enumerate(labels, start=1):
                until = labels[number].start() if number < len(labels) else len(text)
                for on in written_dates(text[label.end() : until]):
                    past = label["past"] is not None
                    wrong = on.first > own if past else on.last < own
                    if not wrong or not on.is_a_day or abs((on.first - own).days) > _LONGEST:
                        continue
                    yield TextFinding(
                        place=block.place,
                        quote=around(text, label.end() + on.start, label.end() + on.end, 70),
                        message=f"Under “{label[0]}” stands {on.text.strip()}, which is "
                        f"{'after' if past else 'before'} the report’s own date, {in_full(own)}.",
                        confidence=Confidence.MEDIUM,
                        cure="Correct the date, or move the meeting to the other line.",
                    )


def _lines(block: object) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (": ".join(row) for row in block.rows[:14])
    elif isinstance(block, Heading | Prose):
        yield block.text


# --- what follows a meeting -----------------------------------------------------------------------

_FOLLOWING = Expression(
    r"^\W*(?:Following|After|Subject to)\s(?:an?\s|the\s|its\s|their\s)?(?:review|consideration|"
    r"discussion|scrutiny|debate|approval|agreement|endorsement|recommendation|examination)"
    r"\s(?:by|at|"
    r"from)\sthe\s(?P<body>(?:[A-Z][\w’'&-]+,?\s(?:and\s|of\s|for\s|the\s)?){0,7}(?:Committee|"
    r"Board|Panel|Forum|"
    r"Cabinet|Council|Executive|Commission))\b(?P<rest>[^.;]{3,140}?)\son\s(?:the\s)?$"
)
_ONE_ROUND = 60


def what_follows_a_meeting_comes_after_it(report: Report) -> Iterator[TextFinding]:
    """“Following review by the Board, the Council decides on 3 May”; the Board meets on 20 May."""
    for passage in passages(report):
        if not any(word in passage.text for word in ("Following", "After", "Subject to")):
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                match = _FOLLOWING.match(sentence[: on.start])
                if match is None or not on.is_a_day or WRITTEN.search(match["rest"]):
                    continue
                met = {
                    (day, told)
                    for day, told in _days_of(report, match["body"], on.first)
                    if told != sentence
                }
                if not met or any(day <= on.first for day, _ in met):
                    continue
                day, told = min(met)
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=f"This is to follow the {match['body']}, which meets on "
                    f"{in_full(day)} (“{shortened(told, 110)}”); {on.text.strip()} is before it.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct one of the two dates.",
                )


def _days_of(report: Report, body: str, near: date) -> Iterator[tuple[date, str]]:
    """The days with which a body is named elsewhere, each in the year nearest to a day."""
    for passage in passages(report):
        if body not in passage.text:
            continue
        for sentence in sentences(passage.text):
            at = sentence.find(body)
            days = list(WRITTEN.finditer(sentence, at)) if at >= 0 else []
            if len(days) != 1:
                continue
            day, month, year = day_month_year(days[0])
            years = [year] if year is not None else [near.year - 1, near.year, near.year + 1]
            for one in years:
                if exists(day, month, one):
                    found = date(one, month, day)
                    if abs((found - near).days) <= _ONE_ROUND:
                        yield found, sentence


# --- the day on which a body met, told again ------------------------------------------------------

_MET = Expression(
    r"\b(?P<body>(?:[A-Z][\w’'&-]+,?\s(?:and\s|of\s|for\s|the\s)*){0,7}(?:Committee|Board|Panel|"
    r"Forum|"
    r"Cabinet|Council|Executive|Commission)\b(?:\sof\s(?:the\s)?(?:[A-Z][\w’'&-]+\s?){1,6})?)"
    r"(?P<gap>[^.;:\d]{0,60}?)\b(?:met|meeting|held)\b(?:\s(?:in public|in private|last|again|of|"
    r"held|which met|"
    r"virtually|online)){0,3}\son\s(?:the\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_SAID_OF_DAYS = 4
_FEWEST, _SHARED = 2, 2
_NAMES = Expression(r"\b[A-Z][\w’'&-]+")


def a_meeting_told_again_and_again_keeps_its_day(report: Report) -> Iterator[TextFinding]:
    """The Board that “met on 24 June” in three places did not “meet in public on 26 June”."""
    told: dict[date, list[str]] = {}
    met: list[tuple[Passage, str, Written, frozenset[str]]] = []
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                if not on.is_a_day:
                    continue
                before = sentence[max(0, on.start - 200) : on.start]
                if "eeting" in before or " met " in before:
                    told.setdefault(on.first, []).append(before)
                    body = _MET.search(before) if passage.part != "cell" else None
                    if body is not None:
                        met.append((passage, sentence, on, frozenset(_NAMES.findall(body[0]))))
    for passage, sentence, on, names in met:
        near = [
            (day, len(words))
            for day, words in told.items()
            if 0 < abs((day - on.first).days) <= _SAID_OF_DAYS
            and (day.month, day.year) == (on.first.month, on.first.year)
            and any(len(names & set(_NAMES.findall(text))) >= _SHARED for text in words)
        ]
        if len(told[on.first]) != 1 or len(near) != 1 or near[0][1] < _FEWEST:
            continue
        day, times = near[0]
        yield TextFinding(
            place=passage.place,
            quote=around(sentence, on.start, on.end, 90),
            message=f"A meeting on {in_full(on.first)} is told of once; {times} times the report "
            f"tells of one on {in_full(day)}.",
            confidence=Confidence.MEDIUM,
            cure="Give one day throughout, or say that these are two meetings.",
        )


# --- the minutes that are approved ----------------------------------------------------------------

_MINUTES_OF = Expression(
    r"\bminutes\s(?:of|from|for)\s(?:the\s)?(?:[\w’'&-]+\s){0,6}?(?:meeting\s)?(?:held\s)?(?:on\s)"
    r"?(?:the\s)?"
    r"(?:[A-Z][a-z]+day,?\s)?$",
    re.IGNORECASE,
)
_MINUTES_OF_A_YEAR = Expression(
    r"\bminutes\sof\s(?:the\s)?(?P<year>20\d\d)\sannual\b[^.;]{0,60}", re.IGNORECASE
)
_APPROVED = Expression(
    r"\b(?:(?:true|correct|accurate|right|fair)(?:\sand\s\w+)?\srecord|(?:were|was)\s(?:\w+\s)"
    r"{0,4}?"
    r"(?:confirmed|approved|agreed|signed|adopted|accepted))\b",
    re.IGNORECASE,
)


def minutes_approved_are_of_an_earlier_meeting(report: Report) -> Iterator[TextFinding]:
    """Minutes of 12 May record that those “of 14 June” were signed."""
    own = own_date(report)
    if own is None or not are_minutes(report):
        return
    for passage in passages(report):
        if "inutes" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            if not _APPROVED.search(sentence):
                continue
            yearly = _MINUTES_OF_A_YEAR.search(sentence)
            wrong = [
                on.text.strip()
                for on in written_dates(sentence)
                if on.is_a_day and on.first >= own and _MINUTES_OF.search(sentence[: on.start])
            ]
            if yearly is not None and int(yearly["year"]) >= own.year and own.month < 7:
                wrong.append(yearly["year"])
            if wrong:
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=f"The minutes approved are of {wrong[0]}; these are of {in_full(own)} "
                    "themselves, and approve those of an earlier meeting.",
                    confidence=Confidence.MEDIUM,
                    cure="Give the day of the meeting before.",
                )


RULES: tuple[Rule, ...] = (
    minutes_approved_are_of_an_earlier_meeting,
    the_pathway_of_a_report_runs_past_its_own_meeting,
    what_follows_a_meeting_comes_after_it,
    a_meeting_told_again_and_again_keeps_its_day,
)
