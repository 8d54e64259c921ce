"""What lies ahead: goals, offices and the years for which they are; changes and their beginnings.

Goals “for 2023” in a paper of December 2024, an office filled in May for the year that ends, an
increase “since January 2025” of a count of January 2024: last year's words, or a slip of the year.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.documents.report import Heading, Report
from moothall.proofread.dates.period_labels import (
    CURE,
    named,
    own_period,
    period_ends,
    year_of_the_title,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

_YEAR = r"(?<![\d/.£,–-])(?P<year>20\d\d)(?:\s?[/–-]\s?(?P<second>(?:20)?\d\d))?(?![\d/]|,\d)"
_AHEAD = Expression(
    r"\b(?P<what>look(?:s|ing)? (?:ahead|forward) to|(?:goals|priorities|aims|ambitions|objectives|"
    r"work programme|plans|next steps|aspirations)\s(?:for|in))\s(?:the\s)?(?:financial\s)"
    r"?(?:year\s)?"
    rf"{_YEAR}",
    re.IGNORECASE,
)
_LOOKS_BACK = Expression(
    r"\b(?:was|were|had|did|achiev\w+|deliver\w+|met|against|progress|review\w*|previous\w*|last|"
    r"report\w* on|performance|evaluat\w+|outcome|results?|compar\w+|agreed in|adopted|approved|"
    r"set in|"
    r"since|originally|how we did|summary of)\b",
    re.IGNORECASE,
)
_BEYOND = 12
_EXPECTS = Expression(
    r"^\W*(?:In|During|For|Over)\s(?:the\s)?(?:financial\syear\s)?(?P<first>20\d\d)"
    r"\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
    r",?\s[^.;,]{0,60}?\b(?:(?:is|are)\s(?:now\s|currently\s)?(?:expecting|expected|due|forecast|"
    r"planning|likely|set)\b|expects?\s)"
)


def what_is_expected_in_a_year_is_not_over(report: Report) -> Iterator[TextFinding]:
    """“In 2023-24 the Council is expecting …” in a paper of January 2025, or on 2024-25."""
    own, titled = own_date(report), year_of_the_title(report)
    for passage in passages(report):
        if "20" not in passage.text or passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            match = _EXPECTS.match(sentence)
            if match is None or int(match["second"]) % 100 != (int(match["first"]) + 1) % 100:
                continue
            first = int(match["first"])
            if own is not None:
                over = 60 < (own - date(first + 1, 3, 31)).days < 500
                told = f"the report is of {in_full(own)}"
            else:
                over = titled is not None and first == titled - 1
                told = f"the paper is on {named(first + 1)}"
            if over:
                yield TextFinding(
                    place=passage.place,
                    quote=sentence,
                    message=f"Told as still to come, of {named(first)}; {told}.",
                    confidence=Confidence.MEDIUM,
                    cure=CURE,
                )


_DRAFT = Expression(
    rf"\b(?:draft|proposed)\s(?:revenue\s|capital\s|annual\s)?(?:budget|precept)"
    rf"\b[^.;\d]{{0,20}}{_YEAR}",
    re.IGNORECASE,
)
_LONGEST_LABEL, _BUDGETS_ARE_DRAWN_UP = 70, 90


def a_draft_budget_is_of_a_year_to_come(report: Report) -> Iterator[TextFinding]:
    """“Draft Budget 2012/13” over what a meeting of December 2012 says of the next year."""
    own = own_date(report)
    for passage in passages(report) if own is not None else ():
        if own is None or len(passage.text) > _LONGEST_LABEL or passage.part == "cell":
            continue
        match = _DRAFT.search(passage.text)
        if match is None or not match["second"]:
            continue
        first = int(match["year"])
        begun = (own - date(first, 4, 1)).days
        if int(match["second"]) % 100 == (first + 1) % 100 and _BUDGETS_ARE_DRAWN_UP < begun < 500:
            yield TextFinding(
                place=passage.place,
                quote=passage.text,
                message=f"The budget of {named(first)} was no draft on {in_full(own)}: that year "
                f"had begun on 1 April {first}.",
                confidence=Confidence.MEDIUM,
                cure=CURE,
            )


def what_is_looked_forward_to_is_not_over(report: Report) -> Iterator[TextFinding]:
    """“Looking ahead to 2024” in a paper of March 2025."""
    own = own_date(report)
    if own is None:
        return
    for passage in passages(report):
        if "20" not in passage.text or passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            match = _AHEAD.search(sentence)
            if match is None or _LOOKS_BACK.search(sentence[: match.end() + _BEYOND]):
                continue
            year, second = int(match["year"]), match["second"]
            if second and int(second) % 100 != (year + 1) % 100:
                continue
            ends = date(year + 1, 3, 31) if second else date(year, 12, 31)
            if not 0 < (own - ends).days < 400:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, match.start(), match.end(), 60),
                message=f"“{match['what']} {match['year']}”: that year ended on {in_full(ends)}; "
                f"the report is of {in_full(own)}.",
                confidence=Confidence.MEDIUM,
                cure=CURE,
            )


# --- offices --------------------------------------------------------------------------------------

_FILLED = Expression(
    r"\b(?:(?:duly |re-?)?elected|appointed|nominated|accepted the (?:position|office|role)|"
    r"to elect|"
    r"election of|to appoint|appointment of)\b[^.;]{0,120}?\bfor\s(?:the\s)?(?:ensuing\s|coming\s|"
    r"municipal\s|civic\s|council\s)*"
    rf"(?:year\s)?{_YEAR}",
    re.IGNORECASE,
)
_OF_LAST_YEAR = Expression(
    r"\b(?:audit\w*|last|previous|outgoing|retiring|thank\w*|report|accounts|served|was)\b",
    re.IGNORECASE,
)


def an_office_is_filled_for_the_year_to_come(report: Report) -> Iterator[TextFinding]:
    """A chairman elected in May 2014 “for the year 2013-2014”."""
    own = own_date(report)
    if own is None or not are_minutes(report) or not 4 <= own.month <= 7:
        return
    for passage in passages(report):
        for sentence in sentences(passage.text) if "20" in passage.text else ():
            match = _FILLED.search(sentence)
            if (
                match is None
                or not match["second"]
                or _OF_LAST_YEAR.search(sentence[: match.end()])
            ):
                continue
            first = int(match["year"])
            if int(match["second"]) % 100 != (first + 1) % 100 or first + 1 != own.year:
                continue
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"The office is filled on {in_full(own)}, for {named(first)}, the year "
                f"that ends; {named(first + 1)} is probably meant.",
                confidence=Confidence.MEDIUM,
                cure=CURE,
            )


# --- changes and their beginnings -----------------------------------------------------------------

_CHANGE_SINCE = Expression(
    r"\b(?:increase|decrease|rise|fall|drop|reduction|growth|change|improvement|up|down|risen|"
    r"fallen|increased|"
    r"decreased)\b(?:[^.;]|\.\d){0,50}?\ssince\s(?:the\s)?$",
    re.IGNORECASE,
)
_AS_OF = Expression(r"\b(?:as (?:of|at)|at|in|by)\s(?:the end of\s)?$", re.IGNORECASE)


def a_change_is_since_an_earlier_day(report: Report) -> Iterator[TextFinding]:
    """“As of January 2024 there were 19; an increase of 4 since January 2025”."""
    for passage in passages(report):
        if "since" not in passage.text or "20" not in passage.text:
            continue
        dates = written_dates(passage.text)
        for place, on in enumerate(dates):
            if not place or not _CHANGE_SINCE.search(passage.text[: on.start][-120:]):
                continue
            before = dates[place - 1]
            told = _AS_OF.search(passage.text[: before.start])
            if told is None or before.last >= on.first or on.start - before.end > 200:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, before.start, on.end, 30),
                message=f"What is told of {before.text.strip()} cannot have changed since "
                f"{on.text.strip()}, which is later.",
                confidence=Confidence.MEDIUM,
                cure="Correct one of the two dates.",
            )


# --- the end of the period of the title -----------------------------------------------------------

_TO_ITS_END = Expression(
    r"\b(?:to|at|as at|up to|ending|ended)\s(?:the\send\sof\s)?(?:the\s)?$", re.IGNORECASE
)
_FEWEST = 2


def a_report_goes_to_the_end_of_the_period_of_its_title(report: Report) -> Iterator[TextFinding]:
    """The “Mid-Year Update 2023-24” that tells of all to the end of September 2024."""
    own = own_period(report)
    ends = period_ends(own) if own is not None else None
    if own is None or ends is None:
        return
    found: dict[int, list[str]] = {}
    for passage in passages(report):
        if f"{ends:%B}" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            for on in written_dates(sentence):
                last = (on.last.month, on.last.day) == (ends.month, ends.day)
                if last and _TO_ITS_END.search(sentence[: on.start]):
                    found.setdefault(on.last.year, []).append(sentence)
    if found.get(ends.year) or len(found.get(ends.year + 1, ())) < _FEWEST:
        return
    title = next((block for block in report.blocks if own.text in getattr(block, "text", "")), None)
    place = title.place if title is not None else next(iter(report.blocks)).place
    yield TextFinding(
        place=place,
        quote=title.text if isinstance(title, Heading) else own.text,
        message=f"By its title the report goes to {in_full(ends)}; what it tells goes to "
        f"{ends.day} {ends:%B} {ends.year + 1} (“{found[ends.year + 1][0][:110]}”).",
        confidence=Confidence.MEDIUM,
        cure=CURE,
    )


RULES: tuple[Rule, ...] = (
    what_is_looked_forward_to_is_not_over,
    what_is_expected_in_a_year_is_not_over,
    a_draft_budget_is_of_a_year_to_come,
    an_office_is_filled_for_the_year_to_come,
    a_change_is_since_an_earlier_day,
    a_report_goes_to_the_end_of_the_period_of_its_title,
)
