"""Years that stand beside others and cannot both be: a run and its length, a figure and its source.

And what is told as still to come, of a year that was over when the paper was written.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import in_full, own_date, written_dates

# --- the length of what ran -----------------------------------------------------------------------

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{'|'.join(_MONTHS)})\s20\d\d"
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|[1-9]|1\\d|2[0-4]|36"
_RAN = Expression(
    rf"\b(?P<n>{_NUMBER})[ -](?P<unit>year|month)s?[ -](?:long )?(?P<thing>[a-z]+ ?[a-z]*)\b"
    rf"(?:(?!\s(?:that|which|part|whose|before|after)\b)[^.;:()]){{0,40}}?"
    rf"\s(?:ran|runs|run|running|lasted|lasting|operated|took place|was held|"
    rf"operates)(?:,| between| for)?\s(?:from\s|between\s)(?P<first>{_MONTH})\s(?:to|until|"
    rf"till|and|through to)\s(?:the end of\s)?(?P<last>{_MONTH})",
    re.IGNORECASE,
)
_LENGTH = Expression(r"[\w][ -](?:year|month)\b", re.IGNORECASE)
_LEAST = 2
_YEAR = 12


def what_ran_ran_for_as_long_as_it_is_called(report: Report) -> Iterator[TextFinding]:
    """“The two-year pilot ran from April 2023 to March 2024”: that is one year."""
    for passage in passages(report):
        if "20" not in passage.text or not _LENGTH.search(passage.text):
            continue
        for match in _RAN.finditer(passage.text):
            number = match["n"].lower()
            told = int(number) if number.isdigit() else NUMBERS_TO_99.get(number, 1)
            months = told * (_YEAR if match["unit"].lower() == "year" else 1)
            first, last = _month(match["first"]), _month(match["last"])
            whole = last - first + 1
            slack = max(_LEAST, months // 6)
            if last <= first or min(abs(whole - months), abs(whole - 1 - months)) < slack:
                continue
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 30),
                message=f"{match['first']} to {match['last']} is {whole} months; it is called "
                f"{match['n']}-{match['unit']}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the length or one of the dates.",
            )


def _month(text: str) -> int:
    *_, month, year = text.split()
    return int(year) * _YEAR + _MONTHS.index(month.lower())


# --- a budget that is set after its year ----------------------------------------------------------

_BUDGET = Expression(
    r"\b(?:budget|council tax|precept|fees and charges)\s(?:requirement\s)?(?:for|of)\s(?:the\s)?"
    r"(?:financial\s)?(?:year\s)?(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?!\d)"
    r"(?P<between>[^.;]{0,40}?)\b(?:proposed for (?:approval|adoption)|recommended for approval|"
    r"(?:to|will|is to) be (?:set|approved|adopted|agreed)|(?:will|is to) go|is due|set|approved|"
    r"adopted)\b",
    re.IGNORECASE,
)
_NOT_THE_BUDGET = Expression(
    r"\b(?:outturn|monitoring|revised|accounts|underspen[dt]|overspen[dt]|virements?|carry|carried|"
    r"compared|than|against|from|since)\b",
    re.IGNORECASE,
)


def a_budget_is_set_before_its_year_is_over(report: Report) -> Iterator[TextFinding]:
    """“The budget for 2023-24 is proposed for approval by Council on 26 February 2025.”"""
    for passage in passages(report):
        if "20" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            match = _BUDGET.search(sentence)
            if match is None or _NOT_THE_BUDGET.search(sentence):
                continue
            first = int(match["first"])
            if int(match["second"]) % 100 != (first + 1) % 100:
                continue
            days = [day for day in written_dates(sentence) if day.start >= match.end()]
            ends = date(first + 1, 3, 31)
            if len(days) != 1 or days[0].first <= ends or days[0].first != days[0].last:
                continue
            yield TextFinding(
                place=passage.place,
                quote=sentence,
                message=f"The year {match['first']}-{match['second'][-2:]} was over on "
                f"{in_full(ends)}; its budget is set on {in_full(days[0].first)}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year of the budget.",
            )


# --- a year that is over, told as to come ---------------------------------------------------------

_BY_YEAR = Expression(
    r"\b[Bb]y\s(?:the end of\s)?(?P<year>(?:19|20)\d\d),?\s(?:there\s|it\s|this\s|we\s|the\s|"
    r"(?:[a-z-]+\s){0,4}?)(?:[a-z-]+\s){0,3}?(?:will|is expected to|are expected to|"
    r"is projected to|are projected to|is forecast to|is predicted to|shall)\b"
)
_TOLD_THEN = Expression(
    r"[“”\"‘]|\b(?:said|stated|promised|pledged|had|was|were|would|aimed|originally|previous\w*|"
    r"then|ago|predicted in|published in|(?:plan|strategy|study|report|forecast) of|if)\b|"
    r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b"
)
_IN_THE_TITLE = Expression(
    r"\b(?:annual|yearly)?\s?(?:report|review|plan|statement)\s(?:for\s)?(?P<year>20\d\d)\b(?!\s?[/–-])"
    r"|^(?P<before>20\d\d)\s(?:annual|yearly)\s(?:report|review)",
    re.IGNORECASE,
)
_TITLES = 4
_BEYOND = Expression(r"\bin (?P<year>20\d\d) and beyond\b")


def _year_of(report: Report) -> tuple[int, str] | None:
    own = own_date(report)
    if own is not None:
        return own.year, f"the report is of {in_full(own)}"
    for block in report.blocks[:_TITLES]:
        if isinstance(block, Heading | Prose) and len(block.text) < 100:
            match = _IN_THE_TITLE.search(block.text)
            if match:
                return int(match["year"] or match["before"]), f"the report is “{block.text}”"
    return None


def a_year_to_come_is_not_over(report: Report) -> Iterator[TextFinding]:
    """“By 2020 there will be a 50% increase”, in a report of 2025."""
    own = _year_of(report)
    if own is None:
        return
    for passage in passages(report):
        if not (("y 20" in passage.text or "y 19" in passage.text) or "beyond" in passage.text):
            continue
        for sentence in sentences(passage.text):
            for pattern, sure in ((_BY_YEAR, Confidence.MEDIUM), (_BEYOND, Confidence.LOW)):
                match = pattern.search(sentence)
                if match is None or int(match["year"]) >= own[0] or _TOLD_THEN.search(sentence):
                    continue
                yield TextFinding(
                    place=passage.place,
                    quote=around(sentence, match.start(), match.end(), 60),
                    message=f"{match['year']} is told as still to come; {own[1]}.",
                    confidence=sure,
                    cure="Correct the year.",
                )


# --- a figure and its source ----------------------------------------------------------------------

_FIGURE = Expression(
    r"^\W*(?:Figure|Fig\.?|Chart|Graph|Table|Map)\s?\d{1,2}[a-z]?\W", re.IGNORECASE
)
_SOURCE = Expression(r"^\W*(?:Data )?Source\s?:", re.IGNORECASE)
_ANY_YEAR = Expression(r"(?<![\d/£,.])(?:19|20)\d\d(?![\d/,]|\.\d)")
_WORDS = Expression(r"[a-z]{4,}")
_SAME_WORDS = 2
_NO_MATTER = frozenset(
    ("source", "figure", "table", "chart", "data", "from", "with", "year", "years")
)


def a_figure_bears_the_year_of_its_source(report: Report) -> Iterator[TextFinding]:
    """“Figure 5: 2017 mid-year estimates” stands over “Source: mid-year estimate 2019”."""
    for title, source, place in _titles_and_sources(report):
        above, below = (_ANY_YEAR.findall(one) for one in (title, source))
        one_each = len(above) == len(below) == 1 and above != below
        ends = len(above) == len(below) == 2 and above[0] == below[0] and above[1] != below[1]
        shared = _matter(title) & _matter(source)
        if not (one_each and len(shared) >= _SAME_WORDS) and not ends:
            continue
        yield TextFinding(
            place=place,
            quote=title,
            message=f"The title says {above[-1]}, its source {below[-1]}: “{source[:120]}”.",
            confidence=Confidence.MEDIUM,
            cure="Correct the year that is wrong.",
        )


def _titles_and_sources(report: Report) -> Iterator[tuple[str, str, Place]]:
    """The title of a figure and the line of its source, in two paragraphs or in one."""
    written = [block for block in report.blocks if isinstance(block, Heading | Prose)]
    for title in written:
        if " Source:" in title.text[:200] and _FIGURE.match(title.text):
            above, _, below = title.text.partition(" Source:")
            yield above, f"Source:{below}", title.place
    for title, source in pairwise(written):
        if _SOURCE.match(source.text) and _FIGURE.match(title.text):
            yield title.text, source.text, title.place


def _matter(text: str) -> set[str]:
    words = {word.removesuffix("s") for word in _WORDS.findall(text.lower())}
    return words - _NO_MATTER


RULES: tuple[Rule, ...] = (
    what_ran_ran_for_as_long_as_it_is_called,
    a_budget_is_set_before_its_year_is_over,
    a_year_to_come_is_not_over,
    a_figure_bears_the_year_of_its_source,
)
