"""The year of a yearly paper: its title, its date, its contents and the plans that it names.

The “2022 Annual Report” of November 2021, “2021 Regattas” among its contents, and a plan that runs
for other years here than there: what was left from the paper before.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.running_text import Passage, around, passages, word_set
from moothall.proofread.reading.written_dates import in_full, own_date

_CURE = "Correct the year, or say which year is meant."
_FIRST_BLOCKS = 6
_YEARLY = Expression(
    r"^(?:(?P<before>20\d\d)(?P<span_>\s?[/–-]\s?(?:20)?\d\d)?\s(?:[A-Z][\w’'&-]+\s){0,4}?"
    r"(?:Annual|Yearly)\s(?:Report|Review|Statement)|"
    r"(?:[A-Z][\w’'&-]+,?\s(?:and\s|of\s|for\s|the\s)?){0,8}(?:Annual|Yearly)\s(?:Report|Review|"
    r"Statement)(?:\s(?:for|of|on))?[\s–:-]{1,3}(?P<after>20\d\d)(?P<span>\s?[/–-]\s?(?:20)?\d\d)?)"
    r"(?![\d/])",
    re.IGNORECASE,
)


@read_once
def _year_of_the_title(report: Report) -> tuple[int, bool, str] | None:
    """The year of an annual report, whether it is a financial one, and the title."""
    for block in report.blocks[:_FIRST_BLOCKS]:
        if isinstance(block, Heading | Prose) and len(block.text) <= 120:
            match = _YEARLY.match(block.text)
            if match is not None:
                year = int(match["before"] or match["after"])
                return year, bool(match["span"] or match["span_"]), match[0].strip()
    return None


def a_yearly_report_is_not_dated_before_its_year(report: Report) -> Iterator[TextFinding]:
    """The “2022 Annual Report” does not bear the date 30 November 2021."""
    titled, own = _year_of_the_title(report), own_date(report)
    if titled is None or own is None:
        return
    year, financial, title = titled
    begins = own.replace(year=year, month=4 if financial else 1, day=1)
    if own < begins and (begins - own).days < 400:
        place = next(
            (
                p.place
                for p in passages(report)
                if str(own.year) in p.text and str(own.day) in p.text
            ),
            Place(),
        )
        yield TextFinding(
            place=place,
            quote=in_full(own),
            message=f"The report is dated {in_full(own)}, before the year of its title begins "
            f"(“{title}”).",
            confidence=Confidence.MEDIUM,
            cure="Correct the date or the title.",
        )


# --- contents -------------------------------------------------------------------------------------

_LINE_OF_CONTENTS = Expression(r"^(?P<title>.{3,90}?)\s?(?:\.\s?){4,}\s?\d{1,3}\s*$")
_YEAR = Expression(
    r"(?<![\d/.£,–-])(?P<first>20\d\d)(?:(?P<dash>\s?[/–-]\s?)(?P<second>(?:20)?\d\d))?(?![\d/])"
)
_LOOKS_ABOUT = Expression(
    r"\b(?:compar\w+|previous|last|act|from|since|regulations|look\w*|forward|ahead|next|plan\w*|"
    r"strateg\w+|history|background|audit|accounts|census|election|trend|review of|update|"
    r"report)\b",
    re.IGNORECASE,
)
_MOST_LINES = 150


def a_line_of_contents_bears_the_year_of_what_it_names(report: Report) -> Iterator[TextFinding]:
    """“2021 Regattas … 9” in the contents, “2022 Regattas” above the page; or of another year."""
    lines = [
        (p, match["title"])
        for p in passages(report)[:_MOST_LINES]
        if ".." in p.text.replace(" ", "") and (match := _LINE_OF_CONTENTS.match(p.text))
    ]
    if not lines:
        return
    headings: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for passage in passages(report):
        if len(passage.text) <= 90 and not _LINE_OF_CONTENTS.match(passage.text):
            for match in _YEAR.finditer(passage.text):
                headings[_without(passage.text, match)][match[0]] = passage.text
    titled = _year_of_the_title(report)
    for passage, title in lines:
        years = list(_YEAR.finditer(title))
        if len(years) != 1:
            continue
        above = headings.get(_without(title, years[0]), {})
        if above and years[0][0] not in above:
            other = next(iter(above.values()))
            message = f"The contents say “{title.strip()}”; the heading is “{other.strip()}”."
        elif (
            titled is not None
            and not above
            and int(years[0]["first"]) == titled[0] - 1
            and bool(years[0]["second"]) == titled[1]
            and not _LOOKS_ABOUT.search(title)
        ):
            message = f"The contents name {years[0][0]}; the paper is the “{titled[2]}”."
        else:
            continue
        yield _finding(passage, years[0], message)


def _without(text: str, year: re.Match[str]) -> str:
    rest = text[: year.start()] + " " + text[year.end() :]
    return " ".join(re.findall(r"[a-z]+", rest.lower()))


# --- plans with their years -----------------------------------------------------------------------

_PLAN = Expression(
    r"(?P<name>(?:[A-Z][A-Za-z’'&-]+\s(?:(?:of|and|for|in|the|to|&)\s){0,2}){1,8}"
    r"(?:Plan|Strategy|Programme|Framework|Scheme|Vision)\s)\(?(?P<first>20\d\d)\s?(?:[/–-]|to)\s?"
    r"(?P<second>(?:20)?\d\d)(?![\d/])"
)
_BEFORE_A_NAME = word_set("the a our draft proposed new adopted approved agreed final")
_ANY = word_set(
    "the a our draft proposed new adopted final revised local corporate business strategic "
    "development delivery action annual council medium term financial capital area district "
    "borough county community improvement service transport housing"
)
_ANOTHER_PLAN = Expression(
    r"\b(?:previous|existing|current|last|old|replac\w+|supersed\w+|revok\w+|former|outgoing|"
    r"earlier|expir\w+|succe\w+|review of|emerging|prior|was|between|compar\w+|version)\b",
    re.IGNORECASE,
)


def a_plan_runs_for_the_same_years_throughout(report: Report) -> Iterator[TextFinding]:
    """The “Quay Area Plan 2016-2022” is once the “Quay Area Plan 2016-2021”."""
    found: defaultdict[str, dict[tuple[int, int], list[tuple[Passage, re.Match[str]]]]]
    found = defaultdict(lambda: defaultdict(list))
    for passage in passages(report):
        if "20" not in passage.text or "-" not in passage.text.replace("–", "-"):
            continue
        for match in _PLAN.finditer(passage.text):
            words = [word.lower() for word in re.findall(r"[A-Za-z’']+", match["name"])]
            if "for" in words:  # “Equality assessment for Financial Strategy”
                words = words[words.index("for") + 1 :]
            while words and words[0] in _BEFORE_A_NAME:
                words = words[1:]
            first, second = int(match["first"]), int(match["second"])
            second = second if second > 100 else first // 100 * 100 + second
            if len(words) > 1 and second > first:
                found[" ".join(words)][first, second].append((passage, match))
    for name, years in found.items():
        if len(years) != 2:
            continue
        name_is_common = not [word for word in name.split()[:-1] if word not in _ANY]
        (one, told), (other, usual) = sorted(years.items(), key=lambda item: len(item[1]))
        if len(told) == 1 and len(usual) >= _OFTEN and _is_called_new(told[0], one, other):
            (passage, match) = told[0]
            yield _finding(
                passage,
                match,
                f"“{match[0].strip('( ')}” is called new here; elsewhere it is "
                f"“{usual[0][1][0].strip('( ')}”.",
            )
            continue
        if name_is_common:
            continue
        alike = (one[0] == other[0]) != (one[1] == other[1])
        slip = all(_one_digit_apart(*pair) for pair in zip(one, other, strict=True))
        near = abs(one[0] - other[0]) + abs(one[1] - other[1]) <= 2 or (len(usual) > 1 and slip)
        if len(told) != 1 or not (alike and near):
            continue
        (passage, match) = told[0]
        beside = around(passage.text, match.start(), match.end(), 80)
        if _ANOTHER_PLAN.search(beside) or (len(usual) == 1 and not _is_title(usual[0][0])):
            continue
        yield _finding(
            passage,
            match,
            f"“{match[0].strip('( ')}” here; elsewhere it is “{usual[0][1][0].strip('( ')}”.",
        )


_OFTEN = 2
_NEW = Expression(r"\b(?:new|draft|proposed|forthcoming)\s$", re.IGNORECASE)


def _is_called_new(
    told: tuple[Passage, re.Match[str]], one: tuple[int, int], other: tuple[int, int]
) -> bool:
    """Whether a plan of one year is called new though that of the next stands elsewhere."""
    passage, match = told
    yearly = one[1] - one[0] == other[1] - other[0] == 1 and other[0] - one[0] == 1
    name = match["name"].split()[0]
    return yearly and bool(
        _NEW.search(passage.text[: match.start()]) or name.lower() in ("new", "draft", "proposed")
    )


def _one_digit_apart(one: int, other: int) -> bool:
    return one // 10 == other // 10 or one % 10 == other % 10


def _is_title(passage: Passage) -> bool:
    return passage.part == "heading" or passage.block < _FIRST_BLOCKS


def _finding(passage: Passage, match: re.Match[str], message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, match.start(), match.end(), 70),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (
    a_yearly_report_is_not_dated_before_its_year,
    a_line_of_contents_bears_the_year_of_what_it_names,
    a_plan_runs_for_the_same_years_throughout,
)
