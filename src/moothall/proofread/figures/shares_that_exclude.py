"""Shares that exclude each other, told one after the other: no more than all of them together.

“25% agreed.  46% had no view and 39% disagreed” is 110%; so are lines alike but for one number,
“11.9% are 18 years old”, “19.2% are 19 years old” and so on.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.listed_shares import a_list_of_shares_makes_a_hundred
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)

_MARK = Expression(r"«(P\d+)»")
_NO_VIEW = Expression(
    r"\b(?:no (?:strong )?(?:view|views|opinion|preference)|neither|neutral|unsure|undecided|"
    r"not sure|uncertain|did(?: not|n[’']t) (?:know|answer|express)|do(?: not|n[’']t) know)\b",
    re.IGNORECASE,
)
_AGAINST = Expression(
    r"\b(?:disagreed?|oppos(?:ed?|ition)|object(?:ed|ions?)|against|dissatisfied|unhappy|unsupportive|"
    r"(?:did|do) not (?:agree|support))\b",
    re.IGNORECASE,
)
_FOR = Expression(
    r"\b(?:agreed?|support(?:ed|ive)?|in favour|satisfied|happy|approved?)\b", re.IGNORECASE
)
_NEVER = Expression(r"\b(?:(?:do|does|did|have|has|had) not|don[’']t|never|nor)\b", re.IGNORECASE)
_BEFORE = Expression(
    r"\b(?:in the past|previously|used to|formerly|no longer|before|have (?:used|been|done so))\b",
    re.IGNORECASE,
)
_NOW = Expression(
    r"\b(?:currently|now|at present|regularly|(?<!not )(?<!past )use|attend|"
    r"are (?:members|users))\b",
    re.IGNORECASE,
)
_SCALES = (
    (("none", _NO_VIEW), ("against", _AGAINST), ("for", _FOR)),
    (("before", _BEFORE), ("never", _NEVER), ("now", _NOW)),
)
"""Scales of three answers that exclude each other, the surest sign first."""
_OTHERWISE = Expression(
    r"\b(?:more than one|several|compared|than|last year|previous\w*|rose|fell|increas\w+|up from|"
    r"down from|target|points?|of (?:which|whom|these|them|those(?! who| resp| ask| answ))|"
    r"each|respectively|national\w*)\b",
    re.IGNORECASE,
)
_CURE = "Correct the share that is wrong."
_SIDES = 3


def answers_told_in_turn_make_no_more_than_all(report: Report) -> Iterator[TextFinding]:
    """“25% agreed with it.  64% had no view and 28% disagreed”: 117%."""
    for paragraph in paragraphs(report):
        read = paragraph.sentences
        for place, one in enumerate(read):
            if "«P" not in one.pattern or not _LAST.search(one.text):
                continue
            for back in range(min(place, _SIDES - 1) + 1):
                told = list(read[place - back : place + 1])
                found = next(filter(None, (_more_than_all(told, scale) for scale in _SCALES)), None)
                if found and not told_by(_OTHERS, report, paragraph, one):
                    text = " ".join(each.text for each in told)
                    whole = Sentence(text=text, pattern="", figures=())
                    yield finding_on(paragraph, whole, found, _CURE, Confidence.MEDIUM)
                    break


_OTHERS = quotes_told(a_list_of_shares_makes_a_hundred)


_OF_WHOM = Expression(r"«P\d+»\sof\s(?:the\s|all\s|our\s)?([a-z]+)", re.IGNORECASE)
_Scale = tuple[tuple[str, Expression], ...]
_LAST = Expression(rf"{_AGAINST.pattern}|{_NEVER.pattern}", re.IGNORECASE)


def _more_than_all(told: list[Sentence], scale: _Scale) -> str | None:
    """The sum of three shares, one of each side, where it is more than all."""
    found: dict[str, Figure] = {}
    if len({noun for one in told for noun in _OF_WHOM.findall(one.pattern)}) > 1:
        return None
    for number, one in enumerate(told):
        marks = list(_MARK.finditer(one.pattern))
        if _OTHERWISE.search(one.text) or (number and not (marks and marks[0].start() < 2)):
            return None
        for at, spot in enumerate(marks):
            end = marks[at + 1].start() if at + 1 < len(marks) else len(one.pattern)
            side = _side(one.pattern[spot.end() : end], scale)
            if not side or side in found:
                return None
            found[side] = one.figure(spot[1])
    return _too_much(list(found.values())) if len(found) == _SIDES else None


def _side(words: str, scale: _Scale) -> str:
    for name, form in scale:
        if form.search(words):
            return name
    return ""


def _too_much(shares: list[Figure]) -> str | None:
    total = sum((share.size for share in shares), Decimal(0))
    slack = sum((share.spread for share in shares), Decimal(0))
    if total <= HUNDRED + slack or total > 2 * HUNDRED or any(share.rough for share in shares):
        return None
    return f"{' + '.join(share.text for share in shares)} = {total:,f}%, more than all of them."


# --- a share and the shares that it is made of ----------------------------------------------------

_DIVIDED = Expression(
    rf"{mark('whole', 'P')}(?P<gap>[^«»;.()]{{0,70}}?)\s?\((?P<parts>«P\d+»[^«»().;]{{2,50}}"
    r"(?:(?:,|\sand|,\sand)\s«P\d+»[^«»().;]{2,50})+)\)",
    re.IGNORECASE,
)
_DEGREE = Expression(
    r"\b(?:strongly|very|fairly|quite|tend(?:ed)? to|slightly|somewhat|completely|partly|once|"
    r"twice|"
    r"daily|weekly|monthly|every day|times|often|rarely|occasionally|less than|more than|men|women|"
    r"male|female|full[- ]time|part[- ]time)\b",
    re.IGNORECASE,
)


def a_share_is_made_of_those_in_its_brackets(report: Report) -> Iterator[TextFinding]:
    """“47% come each week (30% more than once a week, 27% once a week)”: 57%."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences if "(" in paragraph.text else ():
            match = _DIVIDED.search(one.pattern)
            if match is None or _OTHERWISE.search(match["gap"]):
                continue
            whole = one.figure(match["whole"])
            parts = [one.figure(name) for name in _MARK.findall(match["parts"])]
            words = re.split(r"«P\d+»", match["parts"])[1:]
            if not all(_DEGREE.search(each) for each in words) or whole.rough:
                continue
            total = sum((part.size for part in parts), Decimal(0))
            slack = sum((part.spread for part in parts), whole.spread)
            if abs(total - whole.size) > slack and whole.size / 2 <= total <= whole.size * 2:
                listed = " + ".join(part.text for part in parts)
                message = f"{listed} = {total:,f}%, not {whole.text}."
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


# --- lines alike but for one number ---------------------------------------------------------------

_NUMBER = Expression(r"\d+(?:\s?[-–]\s?\d+)?\+?")
_FEWEST, _LONGEST = 4, 80


def lines_alike_but_for_a_number_make_no_more_than_all(report: Report) -> Iterator[TextFinding]:
    """“12% have one lamp”, “55% have 2 lamps”, “48% have 3 lamps”: more than everybody."""
    run: list[tuple[Paragraph, Figure]] = []
    told = ""
    names: set[str] = set()
    for paragraph in (*paragraphs(report), None):
        read = _read(paragraph) if paragraph is not None else None
        label, name, share = read or ("", "", None)
        if share is None or label != told or name in names:
            yield from _judged(run)
            run, names, told = [], set(), label
        if share is not None and paragraph is not None:
            run.append((paragraph, share))
            names.add(name)


def _read(paragraph: Paragraph) -> tuple[str, str, Figure] | None:
    """The label without its number, the number, and the share of a short line."""
    text = paragraph.text
    if len(text) > _LONGEST or "%" not in text or len(paragraph.sentences) != 1:
        return None
    one = paragraph.sentences[0]
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if len(shares) != 1:
        return None
    share = shares[0]
    words = f"{one.text[: share.amount.start]}%{one.text[share.amount.end :]}"
    numbers = _NUMBER.findall(words)
    return (_NUMBER.sub("#", words), numbers[0], share) if len(numbers) == 1 else None


def _judged(run: list[tuple[Paragraph, Figure]]) -> Iterator[TextFinding]:
    if len(run) < _FEWEST:
        return
    message = _too_much([share for _, share in run])
    if message:
        first = run[0][0]
        quote = "; ".join(paragraph.text for paragraph, _ in run)
        whole = Sentence(text=quote, pattern="", figures=())
        yield finding_on(first, whole, message, _CURE, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    answers_told_in_turn_make_no_more_than_all,
    a_share_is_made_of_those_in_its_brackets,
    lines_alike_but_for_a_number_make_no_more_than_all,
)
