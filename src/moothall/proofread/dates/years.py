"""Years told of money and plans: carried forward into, closing balances of, projections from.

A year carried over from last time's report names a year that the matter cannot have.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, around, passages, sentences
from moothall.proofread.reading.written_dates import own_date, written_dates

_SPAN = r"(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
_FIRST_BLOCKS = 14


def _named(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


def _is_year(match: re.Match[str]) -> bool:
    return int(match["second"]) % 100 == (int(match["first"]) + 1) % 100


# --- the year that a report is of -----------------------------------------------------------------

_OUTTURN_TITLE = Expression(
    rf"\b(?:outturn|statement of accounts|annual accounts|final accounts|year[- ]end)\b"
    rf"[^.;]{{0,40}}?{_SPAN}|{_SPAN.replace('first', 'first_').replace('second', 'second_')}"
    r"[^.;]{0,30}?\b(?:outturn|statement of accounts|accounts)\b",
    re.IGNORECASE,
)
_YEAR_ENDING = Expression(
    r"\b(?:accounts?|statements?|receipts and payments|outturn|return)\b[^.;]{0,50}?"
    r"\byear[- ]end(?:ing|ed)?\b[^.;\d]{0,15}31(?:st)?\s+March\s+(?P<end>20\d\d)",
    re.IGNORECASE,
)


@read_once
def year_reported_on(report: Report) -> int | None:
    """The financial year that an outturn report or accounts are of, by their title."""
    found: set[int] = set()
    for block in report.blocks[:_FIRST_BLOCKS]:
        if not isinstance(block, Heading | Prose) or len(block.text) > 140:
            continue
        if ending := _YEAR_ENDING.search(block.text):
            found.add(int(ending["end"]) - 1)
        elif match := _OUTTURN_TITLE.search(block.text):
            first, second = (match["first"] or match["first_"], match["second"] or match["second_"])
            if int(second) % 100 == (int(first) + 1) % 100:
                found.add(int(first))
    return found.pop() if len(found) == 1 else None


# --- carried forward ------------------------------------------------------------------------------

_CARRIED = Expression(
    r"\bcarr(?:y|ied|ying)[- ]?(?:ing\s)?(?:forwards?|over)\b|\broll(?:ed)? forward\b|\bslippage\b",
    re.IGNORECASE,
)
_INTO = Expression(
    rf"\b(?:in)?to\s+(?:be added to\s+)?(?:the\s+)?(?:financial year\s+)?{_SPAN}", re.IGNORECASE
)
_FROM = Expression(rf"\bfrom\s+(?:the\s+)?(?:financial year\s+)?{_SPAN}", re.IGNORECASE)


def what_is_carried_forward_goes_into_a_later_year(report: Report) -> Iterator[TextFinding]:
    """Money carried forward from 2023/24 goes into 2024/25, not into 2023/24."""
    outturn = year_reported_on(report)
    for passage in passages(report):
        for sentence in sentences(passage.text):
            if not _CARRIED.search(sentence):
                continue
            into = [match for match in _INTO.finditer(sentence) if _is_year(match)]
            source = [int(match["first"]) for match in _FROM.finditer(sentence) if _is_year(match)]
            start = source[0] if len(source) == 1 else outturn
            for match in into:
                if start is None or int(match["first"]) > start or len(into) > 1:
                    continue
                if int(match["first"]) < start and not source:
                    continue
                why = "from that year" if source else f"at the end of {_named(start)}"
                yield _finding(
                    passage,
                    sentence,
                    match,
                    f"Money carried forward {why} cannot go into {match['first']}/"
                    f"{int(match['second']) % 100:02d}.",
                    f"Write {_named(start + 1)}, if that is meant.",
                    Confidence.MEDIUM,
                )


# --- closing balances -----------------------------------------------------------------------------

_CLOSING = Expression(
    r"\b(?:closing (?:bank )?balances?|balances? (?:carried forward|c/f(?:wd)?)|"
    r"balances? at (?:the )?(?:year|period)[- ]end)\b[^.;\d]{0,25}$",
    re.IGNORECASE,
)


def a_closing_balance_is_at_the_end_of_the_year(report: Report) -> Iterator[TextFinding]:
    """Accounts for the year to 31 March 2016 do not close with a balance at 31 March 2015."""
    year = year_reported_on(report)
    if year is None:
        return
    for passage in passages(report):
        for on in written_dates(passage.text):
            if not on.is_a_day or (on.first.month, on.first.year) != (3, year):
                continue
            if _CLOSING.search(passage.text[max(0, on.start - 60) : on.start]):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, on.start, on.end),
                    message=f"The accounts are for the year to 31 March {year + 1}, but a "
                    f"closing balance is put at {on.text.strip()}, where the year begins.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Write 31 March {year + 1}, if that is meant.",
                )


_ENTRY = Expression(r"^\W{0,3}\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d\b")
_FEWEST_ENTRIES = 4
_NEAR_YEAR = 31


def entries_of_accounts_lie_in_their_year(report: Report) -> Iterator[TextFinding]:
    """An entry of 26/08/15 does not belong in accounts for the year to 31 March 2017."""
    year = year_reported_on(report)
    if year is None:
        return
    begins, ends = date(year, 4, 1), date(year + 1, 3, 31)
    entries = [
        (passage, on)
        for passage in passages(report)
        if _ENTRY.match(passage.text)
        for on in written_dates(passage.text)[:1]
    ]
    within = [one for _, one in entries if begins <= one.first <= ends]
    if len(within) < max(_FEWEST_ENTRIES, len(entries) * 0.5):
        return
    for passage, on in entries:
        apart = max((begins - on.first).days, (on.first - ends).days)
        if apart > _NEAR_YEAR:
            yield TextFinding(
                place=passage.place,
                quote=passage.text,
                message=f"{on.text.strip()} is not in the year to 31 March {year + 1}, in which "
                f"{len(within)} other entries lie.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year of the entry.",
            )


# --- projections ----------------------------------------------------------------------------------

_PROJECTED = Expression(
    rf"\b(?:projections?|projected|forecasts?)\b[^.;,]{{0,30}}?\b(?:for|from|over|covering)\s+"
    rf"(?:the (?:years|period) )?{_SPAN}\s*(?:to|[-–—])\s*20\d\d",
    re.IGNORECASE,
)
_ACTUAL = Expression(
    r"\bactuals?\b[^.;]{0,40}?\b(?:to|until|up to|through)\s+(?P<year>20\d\d)\s?[/–-]\s?\d\d\b",
    re.IGNORECASE,
)


def projections_begin_where_actual_figures_end(report: Report) -> Iterator[TextFinding]:
    """ "Actual figures to 2024/25 and projections for 2021/22 to 2029/30" project the past."""
    own = own_date(report)
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for match in _PROJECTED.finditer(sentence):
                first = int(match["first"])
                actual = _ACTUAL.search(sentence)
                if actual is not None and first <= int(actual["year"]):
                    told = f"actual figures go to {_named(int(actual['year']))}"
                elif own is not None and first + 2 < own.year and _is_year(match):
                    told = f"the report is of {own:%B %Y}"
                else:
                    continue
                yield _finding(
                    passage,
                    sentence,
                    match,
                    f"Projections begin with {_named(first)}, but {told}.",
                    "Correct the first year of the projections.",
                    Confidence.MEDIUM if actual else Confidence.LOW,
                )


# --- programmes with their years ------------------------------------------------------------------

_PROGRAMME = Expression(
    r"\b(?:programme|plan|strategy|framework|scheme|fund|settlement|contract|agreement|vision)\b"
    r"\s*(?:for\s+|\()?(?P<first>20\d\d)\s?(?:[-–—/]|to)\s?(?P<second>20\d\d|\d\d)\)?"
    r"(?:(?! and )[^.;\d]){0,50}?\b(?<!the )(?<!at )(?<!year )"
    r"(?:ends?|ended|expires?|expired|runs? (?:until|to)|closes|"
    r"closed|finishes|concludes?|comes to an end|will end)\b[^.;\d]{0,25}$",
    re.IGNORECASE,
)


def a_programme_ends_with_its_last_year(report: Report) -> Iterator[TextFinding]:
    """ "The programme 2021–26 ends in March 2024" says two things of its end."""
    for passage in passages(report):
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                match = _PROGRAMME.search(sentence[: on.start])
                if match is None:
                    continue
                first, second = int(match["first"]), int(match["second"])
                last = second if second > 100 else first // 100 * 100 + second
                # a programme to 2026 may run to the end of the financial year that begins in it
                if last <= first or last <= on.last.year <= last + 1:
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, match.start(), on.end, 20),
                    message=f"By its name it runs from {first} to {last}, but it is said to end in "
                    f"{on.text.strip()}.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the years or the date.",
                )


def _finding(
    passage: Passage,
    sentence: str,
    match: re.Match[str],
    message: str,
    cure: str,
    confidence: Confidence,
) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), match.end()),
        message=message,
        confidence=confidence,
        cure=cure,
    )


RULES: tuple[Rule, ...] = (
    what_is_carried_forward_goes_into_a_later_year,
    a_closing_balance_is_at_the_end_of_the_year,
    entries_of_accounts_lie_in_their_year,
    projections_begin_where_actual_figures_end,
    a_programme_ends_with_its_last_year,
)
