"""Posts in a passage: how many go, what they save and what they are paid, wherever each stands.

The three may stand in lines of a form (“Posts removed: 30”, “Annual saving in pay: £48,000”), or in
two or three sentences, with a salary told between them.  A saving for each post is held against the
salary where there is one (on-costs add a third, not as much again), or else against any pay.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Place, Report
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Amount, Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import Paragraph, paragraphs
from moothall.proofread.savings.posts_and_sums import RULES as BESIDE
from moothall.proofread.savings.posts_priced import RULES as PRICED
from moothall.proofread.savings.posts_saved import RULES as SAVED

_LEAST, _MOST, _MOST_FOR_A_CHIEF = Decimal(10_000), Decimal(150_000), Decimal(320_000)
_BELOW, _ABOVE = Decimal("0.6"), Decimal("1.7")
_HOLDER = (
    r"(?:posts?|positions?|jobs?|roles?|vacanc(?:y|ies)|F\.?T\.?E\.?s?|W\.?T\.?E\.?s?|staff|"
    r"employees|"
    r"(?!(?:members|visitors|customers|users|users|residents|tenants|pensioners|numbers|partners|"
    r"others|orders|offers|letters|centres|carers|quarters|computers|leavers|councillors)\b)"
    r"[a-z]{3,}(?:ers|ors|ants|ists|ians|ives|clerks|managers|assistants|leads|heads))"
)
_COUNTED = Expression(
    r"(?<![£\d.,/:–-])\b(?P<n>\d{1,3}(?:\.\d{1,2})?)\s(?:(?!and\b|of\b|to\b|years?\b|months?\b|"
    rf"weeks?\b|days?\b|hours?\b|per\b)[\w/’'-]+\s){{0,4}}?{_HOLDER}\b",
    re.IGNORECASE,
)
_LABELLED = Expression(
    r"\b(?:posts?|F\.?T\.?E\.?s?|staff|jobs|roles|positions|headcount|vacancies|redundancies)\b"
    r"[^.;:\d]{0,40}:\s(?P<n>\d{1,3}(?:\.\d{1,2})?)\b(?!%|,\d)",
    re.IGNORECASE,
)
_GONE = Expression(
    r"\b(?:remov\w+|delet\w+|los[est]\w*|reduc\w+|tak(?:e|es|en|ing) out|fewer|cut\w*|redundan\w+|"
    r"disestablish\w*|clos(?:e|es|ed|ing)|merg\w+|saved|go(?:es|ing)?|not be (?:(?:re|"
    r"back)?filled|replaced)|"
    r"abolish\w*|dispens\w+)\b",
    re.IGNORECASE,
)
_SAVING = Expression(
    r"\b(?:sav(?:e|es|ed|ing|ings)|pay ?bill|recurring|releas\w+)\b", re.IGNORECASE
)
_PAID = Expression(
    r"\b(?:salar(?:y|ies)|paid|pay (?:band|range|scale)|earn\w*|spinal|scale)\b[^£.]{0,40}$|"
    r"\b(?:to|and|-|–)\s?$",
    re.IGNORECASE,
)
_FOR_ONE = Expression(
    r"^\s(?:a|per|for each|for every)\s(?:post|f\.?t\.?e|head|person)\b|^\s(?:each|apiece)\b", re.I
)
_MORE = Expression(
    r"\b(?:as well as|together with|plus|contracts?|buildings?|premises|software|non-pay|agency|"
    r"other|partly|contribut\w+|part of|programme|package|in all|combined|cumulative\w*|lease|"
    r"income|per (?:month|week|day)|each (?:post|of (?:them|the|these))|(?<!hours )a (?:month|"
    r"week|day)|one-off|"
    r"redundancy (?:costs?|payments?)|over (?:the )?(?:\w+ )?(?:years|period)|casual|"
    r"creat\w+|net|recruit\w+|(?:has|have|needs?|asked|required|must) (?:now )?(?:to )?save|"
    r"part[- ]year|months|half[- ]year|first year|seasonal)\b",
    re.IGNORECASE,
)
_PART_TIME = Expression(r"\b(?:part[- ]time|hours|term[- ]time)\b", re.IGNORECASE)
_MOST_FOR_SOME_HOURS = Decimal(70_000)
_CHIEF = Expression(
    r"\b(?:chief|directors?|heads? of|executive|consultants?|senior|management|leadership)\b", re.I
)
_CLAUSE = Expression(r"(?<=[.!?])\s+(?=[A-Z£\d])|;\s")
_THESE = Expression(r"\b(?:these|those)\b", re.IGNORECASE)
_LABEL_LINE = Expression(r"^[A-Z][^:.]{2,60}:\s\S")
_LONGEST, _LONGEST_LINE = 500, 100
_TOLD = quotes_told(*BESIDE, *PRICED, *SAVED)


def a_saving_fits_the_posts_told_near_it(report: Report) -> Iterator[TextFinding]:
    """“Three assistants (£26,400 to £28,700) … the saving from these posts is £410,000”."""
    told: set[Place] = set()
    for place, words in _passages(report):
        if place in told or not (_SAVING.search(words) and _GONE.search(words)):
            continue
        message = _misfit(with_all_numbers(words).text)
        if message is None or any(where == place for where, _ in _TOLD(report)):
            continue
        told.add(place)
        yield TextFinding(
            place=place,
            quote=shortened(words),
            message=message,
            confidence=Confidence.MEDIUM,
            cure="Check the number of posts, the sum and its unit.",
        )


def _passages(report: Report) -> Iterator[tuple[Place, str]]:
    """Paragraphs of two sentences and more, and the lines of a form as one text."""
    lines: list[Paragraph] = []
    for paragraph in (*paragraphs(report), None):
        if paragraph is not None and _is_a_line(paragraph):
            lines.append(paragraph)
            continue
        if 2 <= len(lines) <= 8:
            yield lines[0].place, "; ".join(line.text for line in lines)
        lines = []
        if paragraph is None or "£" not in paragraph.text or paragraph.cell:
            continue
        for place in range(len(paragraph.sentences) - 1):
            for number in (2, 3):
                words = " ".join(one.text for one in paragraph.sentences[place : place + number])
                if len(words) <= _LONGEST and "£" in words:
                    yield paragraph.place, words


def _is_a_line(paragraph: Paragraph) -> bool:
    short = len(paragraph.text) <= _LONGEST_LINE and not paragraph.cell
    return short and _LABEL_LINE.match(paragraph.text) is not None


def _misfit(text: str) -> str | None:
    if "£" not in text or _MORE.search(text):
        return None
    counted = {
        Decimal(match["n"])
        for clause in _CLAUSE.split(text)
        for form in (_LABELLED, _COUNTED)
        for match in form.finditer(clause)
        if match["n"] and (_GONE.search(clause) or _THESE.search(match[0]))
    }
    money = [amount for amount in amounts(text) if amount.kind is Kind.MONEY]
    paid = _salaries(text, money)
    rest = [amount for amount in money if amount not in paid]
    if len(counted) != 1 or len(rest) != 1:
        return None
    number, saving = counted.pop(), abs(rest[0].value)
    if not 0 < number <= 500 or saving < 1_000:
        return None
    each = saving / number
    if paid:
        low, high = min(a.value for a in paid), max(a.value for a in paid)
        if low <= 0 or low * _BELOW <= each <= high * _ABOVE:
            return None
        told = " to ".join(dict.fromkeys(amount.text for amount in paid))
        return (
            f"{rest[0].text} ÷ {number.normalize():f} posts is £{each:,.0f} a post; they are paid "
            f"{told}."
        )
    most = _MOST_FOR_A_CHIEF if _CHIEF.search(text) else _MOST
    if _PART_TIME.search(text):
        most = _MOST_FOR_SOME_HOURS
    if (each >= _LEAST or _PART_TIME.search(text)) and each <= most:
        return None
    return (
        f"{rest[0].text} ÷ {number.normalize():f} posts is £{each:,.0f} a post, which is "
        f"{'little' if each < _LEAST else 'much'} for a post with its on-costs. "
        "This is a check, not a proof."
    )


def _salaries(text: str, money: list[Amount]) -> list[Amount]:
    """The sums that say what a post is paid: one, or a range."""
    found: list[Amount] = []
    for amount in money:
        before = text[max(0, amount.start - 60) : amount.start]
        ranged = found and text[found[-1].end : amount.start].strip() in ("to", "-", "–", "and")
        if (
            ranged
            or _FOR_ONE.match(text[amount.end :])
            or (_PAID.search(before) and not re.search(r"(?:\bto|\band|-|–)\s?$", before))
        ):
            found.append(amount)
    return found


RULES: tuple[Rule, ...] = (a_saving_fits_the_posts_told_near_it,)
