"""Posts and what they save in a line: what each would save, whatever the words between them.

A row of a savings list has no sentence: "Remove 0.5 FTE receptionist, ongoing saving £145k".  Hours
a week are read as part of a whole week of 37.  Only what is far outside any pay is told; where the
line has a sum for one year and another for the next, every one of them must be.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Place, Report
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Amount, Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import paragraphs
from moothall.proofread.savings.posts_saved import (
    HANDS,
    MOST_FOR_A_HAND,
    a_saving_per_post_is_plausible,
)

_LEAST, _MOST, _MOST_FOR_A_CHIEF = Decimal(10_000), Decimal(125_000), Decimal(330_000)
_WEEK = Decimal(37)
_HOLDERS = (
    r"(?:assistants?|clerks?|officers?|cleaners?|caretakers?|drivers?|wardens?|receptionists?|"
    r"administrators?|librarians?|technicians?|nurses?|team leaders?|caseworkers?|social workers?|"
    r"crossing patrols?|apprentices?|managers?|vacanc(?:y|ies)|posts?|staff|jobs?|roles?|"
    r"positions?|"
    r"employees|people|redundanc(?:y|ies)|rangers?|gardeners?|porters?|attendants?|cooks?|"
    r"operatives?|"
    r"inspectors?|engineers?|planners?|surveyors?|lawyers?|solicitors?|accountants?|analysts?)"
)
_POSTS = Expression(
    rf"(?<![£\d.,/])\b(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?)\s?(?:x\s)?(?:(?P<fte>(?:FTE|WTE)s?\b|"
    rf"(?:full|whole)-time (?:posts?|equivalents?))|(?:(?!and\b|of\b)[a-z0-9-]+\s){{0,4}}?"
    rf"{_HOLDERS}\b)",
    re.IGNORECASE,
)
_HOURS = Expression(r"\b(?P<hours>\d{1,2}(?:\.\d{1,2})?) hours\b", re.IGNORECASE)
_SAVED = Expression(
    r"\b(?:sav\w+|releas\w+|worth|value[ds]?|cuts?|cutting|yields?|recurrent|ongoing|pay ?bill|"
    r"taking out|takes out|taken out|not to be filled|brings?|bringing|gives?|giving|annual\w*|"
    r"(?:a|each|every|per|full) (?:year|annum))\b",
    re.IGNORECASE,
)
_GONE = Expression(
    r"\b(?:remov\w+|delet\w+|los[st]\w*|losses|reduc\w+|tak(?:e|es|en|ing) out|leav\w+|would go|"
    r"will go|going|fewer|shed\w*|slim\w*|redundan\w+|drops?|not (?:to )?be (?:re)?(?:placed|"
    r"filled)|"
    r"not (?:replac|fill)ing|abolish\w*|disestablish\w*|cut\w*|clos\w+|ending|vacan\w+|"
    r"restructur\w+|not to be filled|held open|combin\w+|saving)\b",
    re.IGNORECASE,
)
_MORE = Expression(
    r"\b(?:as well as|together with|plus|contracts?|buildings?|premises|software|non-pay|agency|"
    r"other|partly|contribut\w+|part of|programme|package|in all|combined|cumulative\w*|"
    r"per (?:post|head|month|week|day)|each (?:post|of)|a (?:month|week|day)\b(?! each)|"
    r"redundancy (?:costs?|pay\w*)|earn\w*|paid|salar(?:y|ies) (?:of|is|are|at)|deficit|gap|"
    r"creat\w+|"
    r"recruit\w+|budget of|grants?|overspen\w+|target|needs?|agency|over (?:the )?(?:\w+ "
    r")?(?:years|period))\b",
    re.IGNORECASE,
)
_PART_OF_A_YEAR = Expression(
    r"\b(?:months?|weeks|half[- ]year|part[- ]year|first year|in-year|quarter|"
    r"from (?:january|april|july|september|october)\b|from 1 (?!april))",
    re.IGNORECASE,
)
_CHIEF = Expression(
    r"\b(?:chief|directors?|heads? of|executive|consultants?|senior|management)\b", re.IGNORECASE
)
_COST = Expression(r"\b(?:costs?|costing|one-off|invest\w*|whole|overall|council saves)\b", re.I)
_OF_A_YEAR = Expression(
    r"^(?!.*;)(?:.*\b(?:20\d\d|year|rising|then|ongoing|recurring|annum)\b)", re.IGNORECASE
)
_MOST_YEARS, _NEAR = 4, 60
_TOLD = quotes_told(a_saving_per_post_is_plausible)


def posts_and_the_sum_beside_them_fit(report: Report) -> Iterator[TextFinding]:
    """“Taking out 12.0 FTE saves £18,000 in a full year” is £1,500 for each."""
    for place, plain in _lines(report):
        if "£" not in plain or not _SAVED.search(plain) or not _GONE.search(plain):
            continue
        text = with_all_numbers(plain).text
        money = [amount for amount in amounts(text) if amount.kind is Kind.MONEY]
        posts = list(_POSTS.finditer(text))
        if len(posts) != 1 or _MORE.search(text) or not _are_of_one_saving(text, money):
            continue
        number = _whole_time(text, posts[0])
        if number is None or number <= 0:
            continue
        each = sorted(abs(amount.value) / number for amount in money)
        most = _MOST_FOR_A_CHIEF if _CHIEF.search(text) else _MOST
        if HANDS.search(posts[0][0]):
            most = MOST_FOR_A_HAND
        few = each[-1] < _LEAST and not _PART_OF_A_YEAR.search(text)
        if not (few or each[0] > most) or any(where == place for where, _ in _TOLD(report)):
            continue
        sums = " and ".join(f"£{abs(amount.value):,.0f}" for amount in money)
        shares = " and ".join(f"£{abs(amount.value) / number:,.0f}" for amount in money)
        yield TextFinding(
            place=place,
            quote=shortened(plain),
            message=f"{sums} for {round(number, 2).normalize():f} whole-time "
            f"posts is about {shares} for each: a post with its on-costs is some £20,000 to "
            "£100,000 a year.",
            confidence=Confidence.MEDIUM,
            cure="Check the number of posts, the sum and its unit.",
        )


def _are_of_one_saving(text: str, money: list[Amount]) -> bool:
    """Whether there is one sum, or one for each of a few years and no cost among them."""
    if len(money) == 1:
        return True
    if not 2 <= len(money) <= _MOST_YEARS or _COST.search(text):
        return False
    between = [text[one.end : other.start] for one, other in pairwise(money)]
    return all(len(words) < _NEAR and _OF_A_YEAR.search(words) for words in between)


def _whole_time(text: str, posts: re.Match[str]) -> Decimal | None:
    number = Decimal(posts["number"])
    hours = list(_HOURS.finditer(text))
    if posts["fte"] or not hours:
        return number
    return number * Decimal(hours[0]["hours"]) / _WEEK if len(hours) == 1 else None


def _lines(report: Report) -> Iterator[tuple[Place, str]]:
    """Sentences, and the rows of tables, each as one text."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.text) < _LONGEST:
                yield paragraph.place, one.text
    for grid in report.grids:
        for number, row in enumerate(grid.rows):
            text = " ".join(cell for cell in row if cell)
            if "£" in text and len(text) < _LONGEST:
                yield grid.cell_place(number, 0), text


_LONGEST = 300


RULES: tuple[Rule, ...] = (posts_and_the_sum_beside_them_fit,)
