"""What a paper says of its own year, held against the one year that its title names.

“During 2023/24, the period this report covers” under “Annual report for 2024/25”; “as at 30
September 2024” under “Quarter 2 monitoring 2025/26”; council tax “for 2026/27” that is asked for
“the year beginning 1 April 2025”.  What is compared with, or was the year before, is another’s.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, passages, sentences

_LABEL = Expression(r"(?<![\d/.£–-])(?P<first>20\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)(?![\d/])")
_PAPER = (
    r"(?:(?:this|the|present)\s(?:[\w-]+\s){0,2}?(?:report|statement|paper|review|return|account|"
    r"update|monitor\w*|document|strategy|budget|summary|plan))"
)
_PERIOD = r"(?:financial\s|municipal\s|council\s|reporting\s|review\s)?(?:year|period|time)"
_IS_OURS = Expression(
    rf"^,?\s(?:\(|which is\s|being\s|–\s)?(?:the|that)\s{_PERIOD}\s(?:(?:to|for|with|of|on)\s"
    rf"which\s{_PAPER}\b|(?:which|that)\s{_PAPER}\s\w+|{_PAPER}\s(?:covers|relates|reports|spans|"
    rf"deals|is)|covered\sby\s{_PAPER}|of\s{_PAPER}|under\sreview)",
    re.IGNORECASE,
)
_OURS_IS = Expression(
    rf"\bthe\s{_PERIOD}\s(?:covered\sby\s{_PAPER}|of\s{_PAPER}|under\sreview|(?:to\swhich\s|which\s|"
    rf"that\s)?{_PAPER}\s(?:covers|relates(?:\sto)?|reports\son|spans))[\s,(–]*(?:is\s|was\s|being\s|"
    r"namely\s)?$",
    re.IGNORECASE,
)
_FIRST_TEXTS, _LONGEST_TITLE = 3, 140
_QUARTER = Expression(
    r"\b(?:quarter|Q)\s?(?P<number>[1-4])\b|\b(?P<nth>first|second|third|fourth)\squarter\b", re.I
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ENDS = {1: ("30 June", 0), 2: ("30 September", 0), 3: ("31 December", 0), 4: ("31 March", 1)}
_AS_AT = Expression(
    r"\b(?:as at|position (?:at|on)|up to|at the end of|to the end of|at)\s(?:the\s)?"
    r"(?P<day>30 June|30 September|31 December|31 March)\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_YEAR_FROM = Expression(
    r"\bthe\s(?:financial\s)?year\s(?:(?:beginning|commencing|starting)(?:\son)?\s(?P<first>1\s"
    r"April)|(?:ending|ended|to)(?:\son)?\s(?P<last>31\sMarch))\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_ASKED = Expression(
    r"\b(?:resolve\w*|set|approve\w*|agree\w*|recommend\w*|levied|determine\w*|calculat\w+)\b", re.I
)
_OF_ANOTHER = Expression(
    r"\b(?:compar\w+|previous\w*|prior|last\s(?:year|report|time|quarter)|since|against|than|"
    r"current\w*|existing|actual|outturn|audit\w*|accounts|brought|opening|from|between|earlier|"
    r"restated|year before|as it was|settled|surplus|deficit)\b",
    re.IGNORECASE,
)
_CURE = "Correct the year, or say which year is meant."


def _year_of_titles(report: Report) -> tuple[int, str] | None:
    """The one year of two numbers in the first lines, and the line that names it."""
    found: dict[int, str] = {}
    texts = [b for b in report.blocks[: _FIRST_TEXTS * 2] if isinstance(b, Prose | Heading)]
    for block in texts[:_FIRST_TEXTS]:
        if len(block.text) > _LONGEST_TITLE or block.text.rstrip().endswith("."):
            continue
        for match in _LABEL.finditer(block.text):
            if int(match["second"]) == (int(match["first"]) + 1) % 100:
                found.setdefault(int(match["first"]), block.text.strip())
    return next(iter(found.items())) if len(found) == 1 else None


def what_is_of_the_papers_year_is_of_its_titles(report: Report) -> Iterator[TextFinding]:
    """“2023/24, the year to which this statement relates”, in the statement for 2024/25."""
    titled = _year_of_titles(report)
    if titled is None:
        return
    year, title = titled
    quarter = _quarter(title)
    for passage in passages(report):
        if "20" not in passage.text or passage.text.strip() == title or passage.part == "cell":
            continue
        for sentence in sentences(passage.text):
            found = (
                _called_ours(sentence, year)
                or (_quarter_end(sentence, year, quarter) if quarter else None)
                or _year_asked_for(sentence, year)
            )
            if found is not None:
                match, message = found
                yield _finding(passage, sentence, match, f"{message} (“{title[:70]}”).")


def _quarter(title: str) -> int:
    found = list(_QUARTER.finditer(title))
    if len(found) != 1:
        return 0
    return int(found[0]["number"] or 0) or _NTH[found[0]["nth"].lower()]


def _called_ours(sentence: str, year: int) -> tuple[re.Match[str], str] | None:
    for match in _LABEL.finditer(sentence):
        first = int(match["first"])
        if first == year or int(match["second"]) != (first + 1) % 100 or abs(first - year) > 2:
            continue
        after, before = sentence[match.end() :], sentence[: match.start()]
        if _IS_OURS.match(after) or _OURS_IS.search(before):
            return match, f"The paper’s own year is {match[0]} here, {_named(year)} in its title"
    return None


def _quarter_end(sentence: str, year: int, quarter: int) -> tuple[re.Match[str], str] | None:
    day, later = _ENDS[quarter]
    for match in _AS_AT.finditer(sentence):
        told = int(match["year"])
        same = " ".join(match["day"].split()).lower() == day.lower()
        if same and abs(told - year - later) == 1 and not _OF_ANOTHER.search(sentence):
            right = f"{day} {year + later}"
            return match, f"Quarter {quarter} of {_named(year)} ends on {right}, not in {told}"
    return None


def _year_asked_for(sentence: str, year: int) -> tuple[re.Match[str], str] | None:
    for match in _YEAR_FROM.finditer(sentence):
        right = year if match["first"] else year + 1
        other = any(int(label["first"]) != year for label in _LABEL.finditer(sentence))
        if abs(int(match["year"]) - right) != 1 or other or not _ASKED.search(sentence):
            continue
        if not _OF_ANOTHER.search(sentence):
            day = match["first"] or match["last"]
            how = "begins" if match["first"] else "ends"
            return match, f"{_named(year)} {how} on {day} {right}, not {match['year']}"
    return None


def _named(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


def _finding(passage: Passage, sentence: str, match: re.Match[str], message: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(sentence, match.start(), match.end(), 80),
        message=message,
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


RULES: tuple[Rule, ...] = (what_is_of_the_papers_year_is_of_its_titles,)
