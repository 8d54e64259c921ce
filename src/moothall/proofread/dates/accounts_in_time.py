"""Accounts in their time: a balance of a day to come, the accounts of a year that has not ended.

Minutes and yearly reports are written over those of the month or the year before; a balance is
told of a day that has been, and accounts are closed and audited when their year is over.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Report
from moothall.proofread.dates.time_of_writing import latest_day_of_writing
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import written_dates

_BALANCE = Expression(
    r"\b(?:balances?|reconcil\w+|financial position|bank|accounts?|cash(?:book)?|statements?|"
    r"funds?|reserves?|management report|spen[dt]\w*|membership|register)"
    r"\b[^.;]{0,50}?\b(?:as\s(?:at|of)|@|to the end of)\s(?:the\s)?(?:end\sof\s)?$",
    re.IGNORECASE,
)
_ACCOUNTS = Expression(
    r"\b(?:audited accounts|end of year accounts|year[- ]end accounts|annual accounts|"
    r"final accounts|"
    r"statement of accounts|annual return|audited|accounts for the (?:financial\s)?year|"
    r"annual governance statement|accounts and bank reconciliation)\b"
    r"[^.;\d]{0,60}?(?:for|of|to|in|ending|ended|end)\s(?:the\s)?(?:financial\s)?(?:year\s)?"
    r"(?:ended\s|ending\s|to\s|end\s)?(?:the\s)?(?:(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)"
    r"?\d\d)(?!\d)|"
    r"(?P<day>(?=\d{1,2}(?:st)?\s[A-Z])))",
    re.IGNORECASE,
)
_AHEAD = Expression(
    r"\b(?:forecast\w*|estimat\w+|project\w+|expect\w*|anticipat\w+|budgeted|will|would|should|"
    r"shall|"
    r"target\w*|planned|propos\w+|due|indicative|assum\w+|maximum|limit|likely|predict\w+|to be|"
    r"appoint\w*|auditor|engage\w*|plan|next|require\w*|must|timetable|draft|prepar\w+|"
    r"begin\w*|start\w*|ahead|in readiness|quot\w+)\b",
    re.IGNORECASE,
)
_CURE = "Correct the date, or say that it is still to come."


def a_balance_is_of_a_day_that_has_been(report: Report) -> Iterator[TextFinding]:
    """“Statement of account as at 31 December” in minutes of 19 December."""
    latest = latest_day_of_writing(report)
    if latest is None:
        return
    day, told = latest
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                if on.first <= day or (on.first - day).days > 400 or _AHEAD.search(sentence):
                    continue
                if _BALANCE.search(sentence[max(0, on.start - 110) : on.start]):
                    yield TextFinding(
                        place=passage.place,
                        quote=around(sentence, on.start, on.end, 80),
                        message=f"Told as it stood on {on.text.strip()}, which is after {told}.",
                        confidence=Confidence.MEDIUM,
                        cure=_CURE,
                    )


def accounts_are_of_a_year_that_has_ended(report: Report) -> Iterator[TextFinding]:
    """“Audited accounts for the year ending 31 March 2019” in a report of December 2018."""
    latest = latest_day_of_writing(report)
    if latest is None:
        return
    day, told = latest
    for passage in passages(report):
        if "ccounts" not in passage.text and "udit" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            match = _ACCOUNTS.search(sentence)
            if match is None or _AHEAD.search(sentence):
                continue
            ends = _year_end(sentence, match)
            if ends is None or ends <= day or (ends - day).days > 400:
                continue
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"The accounts are of a year that ends on {ends.day} {ends:%B %Y}, after "
                f"{told}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year, or say that the accounts are still to come.",
            )


def _year_end(sentence: str, match: re.Match[str]) -> date | None:
    if match["first"]:
        first = int(match["first"])
        return date(first + 1, 3, 31) if int(match["second"]) % 100 == (first + 1) % 100 else None
    days = [on for on in written_dates(sentence) if on.start == match.end()]
    return days[0].first if days and days[0].is_a_day else None


RULES: tuple[Rule, ...] = (
    a_balance_is_of_a_day_that_has_been,
    accounts_are_of_a_year_that_has_ended,
)
