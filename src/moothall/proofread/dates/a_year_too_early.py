"""The year of a title, and the year before left in what is settled or said of the same thing.

Under “Annual Return for the year ending 31 March 2020”: “that the Annual Return for 2018/19 be
approved”; in the minutes of “the 2025 Annual General Meeting”: “the AGM for 2024 was concluded”; in
“Pay Policy Statement 2026/27”: “this statement sets out the policy for 2025/26”.  A title is a
heading or one of the first lines; its year is 2019/20, or the year ending 31 March 2020, or 2025.
Told is a sentence of the year before alone, which settles what the title names, or speaks of the
paper itself.  What is compared, was before, or is carried over has a year of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.dates.labels_of_the_report import RULES as OF_THE_REPORT
from moothall.proofread.dates.settled_years import RULES as SETTLED
from moothall.proofread.dates.titles_and_their_years import RULES as TITLED
from moothall.proofread.dates.year_of_the_title import RULES as OF_THE_TITLE
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, around, passages, sentences, word_set
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_dates import own_date

_YEARS = Expression(
    r"(?<![\d/.£,–-])(?:(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)(?![\d/])|"
    r"(?:financial\s|council\s|municipal\s)?year\s(?:ended|ending|to)(?:\son)?\s"
    r"(?:(?:the\s)?31(?:st)?\s(?:of\s)?March,?\s(?P<ends>20\d\d))|"
    r"(?P<alone>20\d\d)(?![\d/–-]|,\d|\.\d))",
    re.IGNORECASE,
)
_A_DAY_BEFORE = Expression(
    r"(?:\d(?:st|nd|rd|th)?\s(?:of\s)?|\b)(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|spring|summer|autumn|winter),?\s$",
    re.IGNORECASE,
)
_ENTRY = Expression(r"\b(?:for|from|entry in|admission in)\sSeptember\s$", re.IGNORECASE)
"""A school's year is named by the month that it begins in: “admissions for September 2027”."""
_LONGEST_TITLE, _FIRST_BLOCKS = 130, 5
_SAYS = Expression(
    r"\b(?:is|are|was|were|will|has|have|had|been|be|that|asked|noted|agreed|present|apologies|"
    r"held|previous|last|minutes of|appendix|annex|table|figure|background|compar\w+)\b",
    re.IGNORECASE,
)
_SMALL = word_set(
    "a an and of for the in to on at by with its year ended ending march financial report paper "
    "cabinet council committee meeting general parish town board item agenda quarter update part "
    "section annual september"
)
_YEARLY_MEETING = Expression(r"\bAGM\b|\bannual\s(?:[a-z]+\s){0,2}?(?:meeting|assembly)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year as it is written: its first year, and whether it is one of two numbers."""

    first: int
    double: bool
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Titled:
    year: _Year
    words: frozenset[str]
    text: str
    block: int
    head: str = ""
    """The last word before the year: “rents” of “Council Housing Rents 2026/27”."""


def _years(text: str) -> list[_Year]:
    found = []
    for match in _YEARS.finditer(text):
        if match["first"]:
            if int(match["second"]) % 100 != (int(match["first"]) + 1) % 100:
                return []  # a run of years
            first, double = int(match["first"]), True
        elif match["ends"]:
            first, double = int(match["ends"]) - 1, True
        else:
            first, double = int(match["alone"]), False
            before = text[: match.start()]
            if _A_DAY_BEFORE.search(before) and not _ENTRY.search(before):
                continue
        found.append(_Year(first, double, match[0], *match.span()))
    return found


def _names(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z][a-z’'&-]{2,}", text.lower())
    named = {stem_of(word) for word in words if word not in _SMALL}
    return frozenset({*named, "annual meeting"} if _YEARLY_MEETING.search(text) else named)


@read_once
def _titles(report: Report) -> tuple[_Titled, ...]:
    found = []
    for number, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose) or "20" not in block.text:
            continue
        text = block.text.strip()
        titled = isinstance(block, Heading) or number < _FIRST_BLOCKS or text.isupper()
        if (
            not titled
            or len(text) > _LONGEST_TITLE
            or text.endswith((".", ";"))
            or _SAYS.search(text)
        ):
            continue
        years = _years(text)
        if len({(year.first, year.double) for year in years}) == 1:
            rest = text[: years[0].start] + " " + text[years[0].end :]
            yearly = years[0].double or _YEARLY.search(rest)
            if yearly and (words := _names(rest)):
                before = re.findall(r"[a-z]{3,}", text[: years[0].start].lower())
                head = stem_of(before[-1]) if before and before[-1] not in _SMALL else ""
                found.append(_Titled(years[0], words, text, number, head))
    return (*_own_meeting(report), *found)


def _own_meeting(report: Report) -> Iterator[_Titled]:
    """Minutes of a yearly meeting are of the year of their own day."""
    own = own_date(report)
    opening = [b.text for b in report.blocks[:_FIRST_BLOCKS] if isinstance(b, Heading | Prose)]
    text = next((line for line in opening if _YEARLY_MEETING.search(line)), "")
    if own is not None and text and are_minutes(report):
        year = _Year(first=own.year, double=False, text=str(own.year), start=0, end=0)
        yield _Titled(year, frozenset({"annual meeting"}), text.strip()[:_LONGEST_TITLE], 0)


_YEARLY = Expression(
    r"\b(?:annual|AGM|yearly|calendar|policy|strategy|statement|review|report|programme|budget|"
    r"arrangements|survey|register|return|accounts)\b",
    re.IGNORECASE,
)


# --- what is settled, and what the paper says of itself -------------------------------------------

_ACTS = (
    r"(?:approv|agre|adopt|sign|set|determin|recommend|endors|clos|conclud|publish|submit|levi|fix|"
    r"accept|ratif|confirm|declar|resolv|complet|authoris|implement|introduc|appoint|apply|take "
    r"effect)"
)
_SETTLES = Expression(
    rf"\b(?:RESOLVED|[Rr]esolved|[Rr]ecommend\w*|asked|invited|requested|propos\w+|"
    rf"[Tt]hat)\b.*\b{_ACTS}|"
    rf"\b(?:to|be|is to be|are to be|shall|will)\s(?:be\s)?{_ACTS}|"
    rf"^\W*(?:\(?[a-z0-9]{{1,4}}[.)]\s)?"
    rf"(?:[Tt]o\s)?{_ACTS}",
)
_SETTLED = Expression(
    rf"\b(?:was|were|be|been|being|is|are)\s(?:\w+\s){{0,2}}?(?:{_ACTS}\w*)|\b{_ACTS}\w*\b", re.I
)
_OF_ITSELF = Expression(
    r"\b(?:[Tt]his|[Tt]he present)\s(?:(?:annual|yearly|draft|final|policy)\s)?(?:report|"
    r"statement|paper|policy|"
    r"plan|strategy|return|letter|note|guide|booklet|summary|account|document|review|budget|"
    r"scheme|programme|calendar)\s(?:(?:also|therefore|"
    r"formally)\s)?(?:sets?|covers?|accompan\w+|relates?|describes?|is (?:for|of|the)|reviews?|"
    r"shows?|"
    r"reports?|summaris\w+|presents?|explains?|gives?|provides?|forms?|looks? (?:back|at)|deals? "
    r"with|is about|applies|takes effect|"
    r"details|"
    r"outlines|states)\b|\b(?:to )?accompany(?:ing)?\b|\bbeing the (?:accounts|report|statement) "
    r"(?:for|of)\b",
)
_ANOTHER_YEARS = Expression(
    r"\b(?:previous(?:ly)?|last|prior|compar\w+|since|baseline|outturn|carr(?:y|ied) (?:forward|"
    r"over)|roll\w*|slippage|against|earlier|before|existing|current\w*|replac\w+|supersed\w+|"
    r"progress|"
    r"lessons|minutes|than|both|following|actuals?|originally|extend\w*|as (?:agreed|approved|set)|"
    r"based on|continu\w+|unchanged|revised|revise|amend\w*|increas\w+|again|updat\w+|brought|"
    r"between|until|from|surplus|deficit|audited?|historic\w*|had been|already|in year|after|"
    r"reflect\w*|review of|end of|close of|closing|when|which was|underspen\w*|overspen\w*)\b",
    re.IGNORECASE,
)
_TOLD = quotes_told(*OF_THE_REPORT, *SETTLED, *TITLED, *OF_THE_TITLE)
_REACH = 90


def what_a_title_names_is_not_settled_for_the_year_before(report: Report) -> Iterator[TextFinding]:
    """“That the Annual Return for 2018/19 be approved”, under that for the year to March 2020."""
    titles = _titles(report)
    if not titles:
        return
    taken = {
        (title.year.first, title.year.double, word) for title in titles for word in title.words
    }
    minutes = are_minutes(report)
    heads = {title.block for title in titles}
    for passage in passages(report):
        if passage.part == "cell" or "20" not in passage.text or passage.block in heads:
            continue
        for sentence in sentences(passage.text):
            found = _of_the_year_before(sentence, passage, titles, taken, minutes=minutes)
            if found is None or any(place == passage.place for place, _ in _TOLD(report)):
                continue
            year, title = found
            yield TextFinding(
                place=passage.place,
                quote=around(sentence, year.start, year.end, 90),
                message=f"{year.text} here; the title is “{title.text}”, of {_named(title.year)}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year, or say which year is meant.",
            )


def _of_the_year_before(
    sentence: str,
    passage: Passage,
    titles: tuple[_Titled, ...],
    taken: set[tuple[int, bool, str]],
    *,
    minutes: bool,
) -> tuple[_Year, _Titled] | None:
    years = _years(sentence) if "20" in sentence else []
    if len(years) != 1 or _ANOTHER_YEARS.search(sentence):
        return None
    (year,) = years
    of_itself = _OF_ITSELF.search(sentence)
    if not of_itself and not (_SETTLED if minutes else _SETTLES).search(sentence):
        return None
    beside = _names(sentence[max(0, year.start - _REACH) : year.end + _REACH // 2])
    for title in reversed(titles):
        if title.block > passage.block or title.year.double != year.double:
            continue
        shared = beside & title.words
        if title.year.first == year.first and (shared or of_itself):
            return None
        if title.year.first - year.first != 1:
            continue
        enough = len(shared) >= min(2, len(title.words)) or "annual meeting" in shared
        enough = enough or (title.block < _FIRST_BLOCKS and title.head in shared)
        own = of_itself and title.block < _FIRST_BLOCKS
        if (enough or own) and not any((year.first, year.double, word) in taken for word in shared):
            return year, title
    return None


def _named(year: _Year) -> str:
    return f"{year.first}/{(year.first + 1) % 100:02d}" if year.double else str(year.first)


RULES: tuple[Rule, ...] = (what_a_title_names_is_not_settled_for_the_year_before,)
