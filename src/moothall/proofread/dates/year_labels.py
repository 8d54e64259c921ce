"""Labels of years: what names no financial year, and last year’s label left in."""

import re
from collections import Counter
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, finding_in, passages

# --- labels of years ------------------------------------------------------------------------------

_YEAR_LABEL = Expression(r"(?<![\w/.£–-])(20\d\d)/(20\d\d|\d\d)(?![\w/]|\.\d)")
_LONGER = Expression(
    r"\b(?:strateg\w+|plans?|programme\w*|period|framework|polic\w+|agreements?|contracts?|review|"
    r"years|projection\w*|forecasts?|mtfs|mtfp|term|cycle|settlement|priorities|pledges?|vision)\b",
    re.IGNORECASE,
)


def a_financial_year_is_two_years_running(report: Report) -> Iterator[TextFinding]:
    """A year written with a stroke joins two years running: not "2020/22", "2021/20".

    Plans and strategies run for longer; theirs is shown only when everything is asked for.
    """
    labels: list[tuple[Passage, re.Match[str], int, int]] = []
    for passage in passages(report):
        for match in _YEAR_LABEL.finditer(passage.text):
            first = int(match[1])
            second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
            labels.append((passage, match, first, second))
    wrong = Counter((first, second) for _, _, first, second in labels if second != first + 1)
    right = sum(1 for _, _, first, second in labels if second == first + 1)
    for passage, match, first, second in labels:
        named = _IS_A_FINANCIAL_YEAR.search(
            passage.text[max(0, match.start() - 30) : match.start()]
        )
        if second == first + 1 or (second % 100 == 0 and first % 100 == 99):
            continue
        if len(match[2]) == 2 and int(match[2]) <= 12:
            continue  # "2019/04" is a month or a number of a file
        slip = _is_one_digit_off(first + 1, second)
        about = passage.text[max(0, match.start() - 60) : match.end() + 40]
        several = wrong[first, second] > 1 or bool(_LONGER.search(about))
        sure = (second <= first or not several) and right >= 2
        before = passage.text[max(0, match.start() - 30) : match.start()]
        alone = _IN_A_YEAR.search(before) and not _LONGER.search(before)
        sure = sure or bool(named) or (slip and second - first > 8 and bool(alone))
        yield finding_in(
            passage,
            match.start(),
            match.end(),
            f"{match[0]} does not name one financial year: after {first} comes {first + 1}.",
            Confidence.MEDIUM if sure else Confidence.LOW,
            f"Write {first}/{(first + 1) % 100:02d}, or a dash for a longer period.",
        )


_IS_A_FINANCIAL_YEAR = Expression(r"\bfinancial year (?:of )?$", re.IGNORECASE)
_IN_A_YEAR = Expression(r"\b(?:in|during|for|of|from|to|by|since)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_one_digit_off(year: int, written: int) -> bool:
    one, other = f"{year % 100:02d}", f"{written % 100:02d}"
    return (one[0] != other[0]) != (one[1] != other[1])


_BUDGET_YEAR = Expression(
    r"\b(?:proposed |draft |the )?(?:budget|council tax|savings|fees and charges|capital programme)"
    r"(?: proposals?| requirement| setting)? (?:for |in )?(20\d\d)/(\d\d)(?!\d)",
    re.IGNORECASE,
)


def last_years_label_is_not_left_in(report: Report) -> Iterator[TextFinding]:
    """A report on one year's budget does not once call it by the year before.

    Only shown when everything is asked for: last year's budget may well be meant.
    """
    found = [
        (passage, match)
        for passage in passages(report)
        for match in _BUDGET_YEAR.finditer(passage.text)
    ]
    years = Counter(int(match[1]) for _, match in found)
    if not years:
        return
    usual, times = years.most_common(1)[0]
    if times < 4:
        return
    for passage, match in found:
        if int(match[1]) == usual - 1 and years[usual - 1] == 1:
            yield finding_in(
                passage,
                match.start(),
                match.end(),
                f"{match[1]}/{match[2]} stands once; the report otherwise speaks of "
                f"{usual}/{(usual + 1) % 100:02d} ({times} times).",
                Confidence.LOW,
                "Check that last year’s label has not been left in.",
            )


RULES: tuple[Rule, ...] = (
    a_financial_year_is_two_years_running,
    last_years_label_is_not_left_in,
)
