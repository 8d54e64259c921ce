"""Answers told in the text, against the table of answers: "62 % were in favour", "312 (48 %)".

The table of a question has a row for each answer and the shares of them.  "In favour" is all rows
of that side together, or one of them; what any sum of its rows gives is right.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)
from moothall.proofread.reading.quantities import own_clause
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.tables.question_tables import LITTLE, Answer, Question, questions

_CURE = "Give the share that the table gives, or say of which answers and which people it is."
_SAYS_FOR = Expression(
    r"(?<!dis)(?<!un)(?<!not )\b(?:in favour|favoured|agree[ds]?|support(?:ed|ive|s? (?:the|it|"
    r"this|for))|"
    r"satisfied|content|happy|positive|approve[ds]?|back(?:ed|ing)?|endorse[ds]?)\b",
    re.IGNORECASE,
)
_SAYS_AGAINST = Expression(
    r"\b(?:disagree[ds]?|oppose[ds]?|opposition|against|dissatisfied|unhappy|object(?:ed|s)?|"
    r"not (?:agree|support|in favour|satisfied))\b",
    re.IGNORECASE,
)
_NOT_ALL = Expression(
    r"\b(?:of (?:those|these|them|whom|which|the (?:\d|«)|women|men)|among(?:st)?|compared|than|"
    r"nationally|england|average|target|last (?:year|time)|previous\w*|points|increase\w*|rose|"
    r"fell|"
    r"aged|under|over \d|disabled|strongly|very|only those|excluding)\b",
    re.IGNORECASE,
)
_OF_VIEWS = Expression(
    r"\b(?:respon\w+|repl\w+|survey\w*|consult\w+|answer\w*|said|views?|question\w*|favour|asked|"
    r"(?:dis)?satisf\w+|(?:dis)?agree\w*|oppos\w+)\b",
    re.IGNORECASE,
)
_NEAR = 3


# --- a side of the answers -----------------------------------------------------------------------


def a_share_in_favour_is_that_of_the_answers(report: Report) -> Iterator[TextFinding]:
    """“66% were in favour” where “strongly agree” has 31% and “agree” 28%: 59%."""
    graded = [question for question in questions(report) if question.graded]
    if not graded:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
            if len(shares) != 1 or len(one.figures) > 3:
                continue
            found = _unlike_side(paragraph, one, shares[0], graded)
            if found is not None:
                yield found


def _unlike_side(
    paragraph: Paragraph, one: Sentence, p: Figure, graded: list[Question]
) -> TextFinding | None:
    own = own_clause(one, p)
    named = _named_answers(own, graded)
    ways = {
        way for way, words in (("for", _SAYS_FOR), ("against", _SAYS_AGAINST)) if words.search(own)
    }
    if p.rough or (len(ways) != 1 and named is None):
        return None
    if named is None and _NOT_ALL.search(one.text):
        return None
    question = named[0] if named else _meant(paragraph, one, graded)
    if question is None:
        return None
    side = next(iter(ways), "")
    meant = named[1] if named else tuple(a for a in question.answers if a.side == side)
    total = sum((answer.share for answer in meant), Decimal(0))
    slack = max(p.amount.step, meant[0].step) * len(meant)
    neither = sum((a.share for a in question.answers if a.side == "neither"), Decimal(0))
    against = sum((a.share for a in question.answers if a.side == "against"), Decimal(0))
    known = HUNDRED - neither
    right = [total, total + neither, HUNDRED - against, *(a.share for a in question.answers)]
    right += [total / known * HUNDRED] if known else []
    if any(abs(share - p.size) <= slack for share in right) or abs(total - p.size) > 30:
        return None
    listed = " + ".join(f"{in_figures(a.share)}% (“{a.label}”)" for a in meant)
    equals = f" = {in_figures(total)}%" if len(meant) > 1 else ""
    where = question.grid.cell_place(0, 0)
    return finding_on(
        paragraph,
        one,
        f"{p.text} here; the table of answers at {where} has {listed}{equals}.",
        _CURE,
        Confidence.MEDIUM,
    )


def _named_answers(own: str, graded: list[Question]) -> tuple[Question, tuple[Answer, ...]] | None:
    """The two rows that "satisfied or very satisfied" names, where one table has them."""
    found = []
    for question in graded:
        answers = [a for a in question.answers if a.side in ("for", "against")]
        for one, other in combinations(answers, 2):
            if one.side != other.side:
                continue
            first, second = re.escape(one.label), re.escape(other.label)
            tail = re.escape(other.label.split()[-1])
            words = (
                rf"\b(?:{first} (?:or|and) {second}|{second} (?:or|and) {first}|"
                rf"{re.escape(one.label.split()[0])} or "
                rf"{re.escape(other.label.split()[0])} {tail})\b"
            )
            if re.search(words, own, re.IGNORECASE):
                found.append((question, (one, other)))
    return found[0] if len(found) == 1 else None


def _meant(paragraph: Paragraph, one: Sentence, graded: list[Question]) -> Question | None:
    """The one question that a sentence is about: by its words, or because it stands by it."""
    topics = concepts(one.text) - WEAK - LITTLE
    scored = sorted(
        ((len(topics & question.about), -abs(question.block - paragraph.block), place)
         for place, question in enumerate(graded)),
        reverse=True,
    )  # fmt: skip
    best, apart, place = scored[0]
    if len(scored) > 1 and scored[1][0] == best and best > 0 and -apart > _NEAR:
        return None
    near = -apart <= _NEAR and graded[place].grid.place.section == paragraph.section
    if (best >= 2 and _OF_VIEWS.search(one.text)) or (near and (best >= 1 or len(graded) == 1)):
        return graded[place]
    return None


# --- a number and its percentage -----------------------------------------------------------------

_NUMBER_SHARE = Expression(
    rf"{mark('n', 'C')}(?P<gap>(?:\s[a-z-]+){{0,3}}?)\s?(?:\(|,\s(?:or\s)?)\s?{mark('p', 'P')}",
    re.I,
)
_TOGETHER = Expression(
    r"\b(?:together|combined|between them|either|both|one of the two|two (?:options|answers|"
    r"schemes|"
    r"sites|models)|jointly|or)\b",
    re.IGNORECASE,
)
_MOVE = Expression(
    r"\b(?:increase\w*|rose|fell|rise|fall|decrease\w*|more|fewer|higher|lower|up|down|reduc\w+|"
    r"target|compared)\b",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 3


def a_number_has_the_share_that_its_row_gives(report: Report) -> Iterator[TextFinding]:
    """“312 (56%) chose option A” where the row with 312 has 48%."""
    asked = questions(report)
    if not asked:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            for match in _NUMBER_SHARE.finditer(one.pattern) if len(one.figures) > 1 else ():
                n, p = one.figure(match["n"]), one.figure(match["p"])
                if n.rough or p.rough or n.amount.places or _MOVE.search(own_clause(one, p)):
                    continue
                message = _unlike_row(paragraph, one, n, p, asked)
                if message:
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _unlike_row(
    paragraph: Paragraph, one: Sentence, n: Figure, p: Figure, asked: tuple[Question, ...]
) -> str | None:
    topics = concepts(one.text) - WEAK
    others = [f for f in one.figures if f is not n and f.kind is Kind.COUNT and f.size > n.size]
    if any(abs(n.size / f.size * HUNDRED - p.size) <= p.amount.step for f in others):
        return None  # a share of another whole
    for question in asked:
        near = question.grid.place.section == paragraph.section
        rows = [answer for answer in question.answers if answer.number == n.size]
        slack = p.amount.step
        if any(abs(row.share - p.size) <= max(slack, row.step) for row in rows):
            return None
        if len(rows) == 1:
            row = rows[0]
            named = bool(concepts(row.label) & topics)
            if (near or named) and (len(n.text) >= _FEWEST_DIGITS or (near and named)):
                return (
                    f"{n.text} ({p.text}) here; the table has {in_figures(n.size)} as "
                    f"{in_figures(row.share)}% (“{row.label}”, {question.grid.cell_place(0, 0)})."
                )
        elif not rows and near and _TOGETHER.search(one.text):
            message = _unlike_rows_together(question, n, p)
            if message:
                return message
    return None


def _unlike_rows_together(question: Question, n: Figure, p: Figure) -> str | None:
    """A number that no sum of rows makes, with the percentage that one does."""
    numbers = [answer.number for answer in question.answers]
    if any(number is None for number in numbers) or not question.total:
        return None
    share = n.size / question.total * HUNDRED
    if abs(share - p.size) <= p.amount.step:
        return None
    some = list(question.sums())
    made = [sum((answer.number or Decimal(0) for answer in rows), Decimal(0)) for rows, _ in some]
    by_share = [
        (rows, number)
        for (rows, _), number in zip(some, made, strict=True)
        if len(rows) == 2 and abs(number / question.total * HUNDRED - p.size) <= p.amount.half
    ]
    by_number = [rows for (rows, _), number in zip(some, made, strict=True) if number == n.size]
    total = in_figures(question.total)
    if len(by_share) == 1 and not by_number:
        rows, number = by_share[0]
        listed = " + ".join(f"{in_figures(answer.number or Decimal(0))}" for answer in rows)
        names = " and ".join(f"“{answer.label}”" for answer in rows)
        return (
            f"{n.text} of {total} is {per_cent(share, p.amount.places)}, not {p.text}; {names} in "
            f"the table make {listed} = {in_figures(number)}, which is."
        )
    if len(by_number) == 1 and len(by_number[0]) == 2:
        return f"{n.text} of the table’s total of {total} is {per_cent(share)}, not {p.text}."
    return None


# --- a fraction in words -------------------------------------------------------------------------

_FRACTION = Expression(
    r"\b(?P<how>just (?:over|under)|over|under|more than|less than|nearly|almost|about|around|"
    r"approximately|roughly)?\s?(?P<word>a half|half|(?:a|one)[ -]third|two[ -]thirds|"
    r"(?:a|one)[ -]quarter|three[ -]quarters|(?:a|one)[ -]fifth|two[ -]fifths|three[ -]fifths|"
    r"(?:a|one)[ -](?:sixth|eighth|tenth))\b",
    re.IGNORECASE,
)
_OF = {
    "half": Decimal(50), "third": Decimal(100) / 3, "quarter": Decimal(25), "fifth": Decimal(20),
    "sixth": Decimal(100) / 6, "eighth": Decimal("12.5"), "tenth": Decimal(10),
}  # fmt: skip
_SMALL = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}


def a_fraction_in_words_is_that_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“Just under a quarter are two-bedroom homes” where the row “Two” has 29%."""
    asked = questions(report)
    if not asked:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            found = list(_FRACTION.finditer(one.text))
            if len(found) != 1 or any(f.kind is Kind.PERCENT for f in one.figures):
                continue
            for question in asked:
                if abs(question.block - paragraph.block) > 2:
                    continue
                message = _unlike_fraction(one, found[0], question)
                if message:
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
                    break


def _unlike_fraction(one: Sentence, found: re.Match[str], question: Question) -> str | None:
    words = set(re.findall(r"[a-z]+|\d+", one.text.lower())) - set(found[0].lower().split())
    words |= {_SMALL[word] for word in words if word in _SMALL}
    head = set(re.findall(r"[a-z]+", question.grid.rows[0][0].lower()))
    rows = []
    for answer in question.answers:
        label = set(re.findall(r"[a-z]+|\d+", answer.label.lower()))
        label = {_SMALL.get(word, word) for word in label} - {"and", "of", "the", "or"}
        if (
            label
            and label <= words
            and (len(label) > 1 or not label <= set("12345") or head & words)
        ):
            rows.append(answer)
    if len(rows) != 1:
        return None
    number, base = re.split(r"[ -]", found["word"].lower())[0], found["word"].lower()
    share = next(part for word, part in _OF.items() if word in base)
    share *= {"two": 2, "three": 3}.get(number, 1)
    how = (found["how"] or "").lower()
    low, high = share - 4, share + 4
    if how in ("over", "more than"):
        low, high = share - 1, Decimal(100)
    elif how in ("under", "less than"):
        low, high = Decimal(0), share + 1
    elif how == "just over":
        low, high = share - 1, share + 6
    elif how in ("just under", "nearly", "almost"):
        low, high = share - 7, share + 1
    row = rows[0]
    if low <= row.share <= high or not share / 2 <= row.share <= share * 2:
        return None
    return (
        f"“{found[0].strip()}” is {how + ' ' if how else ''}{per_cent(share)}; the table has "
        f"{in_figures(row.share)}% for “{row.label}” ({question.grid.cell_place(0, 0)})."
    )


RULES: tuple[Rule, ...] = (
    a_share_in_favour_is_that_of_the_answers,
    a_number_has_the_share_that_its_row_gives,
    a_fraction_in_words_is_that_of_its_row,
)
