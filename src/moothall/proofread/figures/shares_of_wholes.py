"""Shares of wholes: of what leads a list in, of the sum of all that are told, of a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.lists_of_lines import lists_of_lines
from moothall.proofread.figures.proportions import (
    CHANGE_WORD,
    OF_THE,
    SUBGROUP,
    count_shares,
    share_off,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    each_sentence,
    found_once,
    mark,
    paragraphs,
    per_cent,
)

# --- lists of shares: one whole, stated before them or by them -----------------------------------

_ITEM_SHARE = Expression(
    rf"^[^«»]{{0,60}}?(?:{mark('a', 'C')}\s?\(\s?{mark('p', 'P')}\s?\)|"
    rf"{mark('q', 'P')}\s?\(\s?{mark('b', 'C')}\s?\))",
    re.IGNORECASE,
)


def shares_in_a_list_are_of_its_whole(report: Report) -> Iterator[TextFinding]:
    """Items "53,937 (18.9%)" are shares of the whole that leads the list in."""
    every = paragraphs(report)
    places = {id(paragraph): number for number, paragraph in enumerate(every)}
    for listed in lists_of_lines(report):
        shares: list[tuple[Paragraph, Sentence, Figure, Figure]] = []
        for item in listed.items:
            first = item.sentences[0] if item.sentences else None
            match = _ITEM_SHARE.search(first.pattern) if first else None
            if first is None or match is None:
                if shares:
                    break  # the list has gone on to other things
                continue
            shares.append(
                (
                    item,
                    first,
                    first.figure(match["a"] or match["b"]),
                    first.figure(match["p"] or match["q"]),
                )
            )
        if len(shares) < 2:
            continue
        wholes = _counts(listed.lead)
        place = places.get(id(listed.lead), 0)
        if not wholes and place and _OF_THOSE.search(listed.lead.text):
            wholes = _counts(every[place - 1])
        yield from _against_wholes(shares, wholes)


_OF_THOSE = Expression(
    r"\b(?:of|among(?:st)?)\s(?:these|those|them|which|whom|the\s(?:respondents|replies|responses|answers))\b",
    re.IGNORECASE,
)
"""“Of those who replied:”, where the paragraph before says how many replied."""


def _counts(paragraph: Paragraph) -> list[Figure]:
    return [
        figure for one in paragraph.sentences for figure in one.figures if figure.kind is Kind.COUNT
    ]


def _against_wholes(
    shares: list[tuple[Paragraph, Sentence, Figure, Figure]], wholes: list[Figure]
) -> Iterator[TextFinding]:
    """Compares with the whole that most items agree with; says nothing where none does."""
    best: Figure | None = None
    agreed = 0
    for whole in wholes:
        right = sum(
            1 for _, _, a, p in shares if a.size <= whole.size and share_off(a, whole, p) <= 1
        )
        if right > agreed:
            best, agreed = whole, right
    if best is None or agreed * 2 < len(shares) or agreed == len(shares):
        return
    sure = agreed >= 2 and agreed * 3 >= len(shares) * 2
    for item, one, a, p in shares:
        if share_off(a, best, p) <= 1:
            continue
        yield TextFinding(
            place=item.place,
            quote=one.text,
            message=f"{a.text} of {best.text} is "
            f"{per_cent(a.size / best.size * HUNDRED, p.amount.places)}, not {p.text}; "
            f"the other {agreed} of the list are shares of {best.text}.",
            cure="Correct the number or the percentage.",
            confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        )


def shares_in_a_sentence_are_of_one_whole(report: Report) -> Iterator[TextFinding]:
    """“43 (54%) men and 37 (36%) women”: parts with their shares come from one whole."""
    for paragraph, one in each_sentence(report, 4):
        matches = count_shares(one.pattern)
        if len(matches) < 2 or OF_THE.search(one.pattern) or SUBGROUP.search(one.pattern):
            continue
        pairs = [(one.figure(m["a"]), one.figure(m["p"])) for m in matches]
        percent = sum((p.size for _, p in pairs), Decimal(0))
        slack = sum((p.spread for _, p in pairs), Decimal(0))
        whole = sum((a.size for a, _ in pairs), Decimal(0))
        if whole <= 0:
            continue
        wrong = [pair for pair in pairs if _of_sum_off(pair, whole) > 1]
        full = abs(percent - HUNDRED) <= slack
        if not full and CHANGE_WORD.search(one.pattern):
            continue
        if not full and (len(wrong) * 2 > len(pairs) or whole < 20):
            continue
        if not full and all(_of_sum_off(pair, whole) for pair in pairs):
            continue  # none is just a share of their sum
        for a, p in wrong:
            got = a.size / whole * HUNDRED
            listed = " + ".join(a.text for a, _ in pairs)
            reason = "The percentages add to 100%" if full else "The others are shares of their sum"
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{reason}, so the whole is {listed} = {whole:,}; "
                f"{a.text} of it is {per_cent(got, p.amount.places)}, not {p.text}.",
                cure="Correct the number or the percentage.",
                confidence=Confidence.MEDIUM,
            )
            break


def _of_sum_off(pair: tuple[Figure, Figure], whole: Decimal) -> Decimal:
    a, p = pair
    got = a.size / whole * HUNDRED
    return beyond(p, got, got)


@found_once
def shares_of_a_whole_sum_to_100(report: Report) -> Iterator[TextFinding]:
    """What remains, or a list called a breakdown, makes 100%, give or take rounding."""
    for paragraph, one in each_sentence(report, 2):
        found = remainder_off(one)
        if found is not None:
            message, confidence = found
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=message,
                cure="Correct the percentages, or say what is missing.",
                confidence=confidence,
            )
    yield from _listed_wholes(report)


def adding(figures: list[Figure], total: Decimal) -> str:
    return f"{' + '.join(figure.text for figure in figures)} = {total}%"


_REST = Expression(
    rf"\b(?:the )?(?:remaining|remainder|rest|balance)\b[^«»;.]{{0,50}}?\s?\(?{mark('r', 'P')}",
    re.IGNORECASE,
)


def remainder_off(one: Sentence) -> tuple[str, Confidence] | None:
    """ "60% agreed, 25% disagreed and the remaining 10% did not know"."""
    match = _REST.search(one.pattern)
    if match is None:
        return None
    names = re.findall(r"«([A-Z]\d+)»", one.pattern[: match.start()])
    if any(not name.startswith("P") for name in names) or not names:
        return None
    if CHANGE_WORD.search(one.pattern) or SUBGROUP.search(one.pattern):
        return None
    shares = [one.figure(name) for name in names] + [one.figure(match["r"])]
    if any(share.rough for share in shares):
        return None
    total = sum((share.size for share in shares), Decimal(0))
    slack = max(sum((share.spread for share in shares), Decimal(0)), Decimal(1))
    if abs(total - HUNDRED) <= slack or not Decimal(50) < total < Decimal(150):
        return None
    return (
        f"{adding(shares, total)}, though the last is called what remains.",
        Confidence.HIGH if len(shares) <= 4 else Confidence.MEDIUM,
    )


_BREAKDOWN = Expression(
    r"\b(?:breakdown|broken down|split|composition|(?:is|are|was|were) made up of|"
    r"profile of)\b",
    re.IGNORECASE,
)
_MANY_ANSWERS = Expression(
    r"\b(?:more than one|all that apply|multiple|reasons?|top|main|most common|key|some|include|"
    r"including)\b",
    re.IGNORECASE,
)


def _listed_wholes(report: Report) -> Iterator[TextFinding]:
    """A list called a breakdown whose every item is one percentage."""
    for listed in lists_of_lines(report):
        lead = listed.lead.text[-200:]
        if not _BREAKDOWN.search(lead) or _MANY_ANSWERS.search(lead) or len(listed.items) < 3:
            continue
        if "%" in lead:
            continue
        shares = []
        for item in listed.items:
            percents = [
                figure
                for one in item.sentences
                for figure in one.figures
                if figure.kind is Kind.PERCENT
            ]
            if len(percents) != 1 or len(item.text) > 120:
                break
            shares.append(percents[0])
        if len(shares) != len(listed.items):
            continue
        total = sum((share.size for share in shares), Decimal(0))
        slack = max(sum((share.spread for share in shares), Decimal(0)), Decimal(1))
        if abs(total - HUNDRED) <= slack or not Decimal(80) < total < Decimal(120):
            continue
        yield TextFinding(
            place=listed.lead.place,
            quote=listed.lead.text,
            message=f"{adding(shares, total)}, not 100%.",
            cure="Correct the percentages, or say what is missing.",
            confidence=Confidence.MEDIUM,
        )


RULES: tuple[Rule, ...] = (
    shares_in_a_list_are_of_its_whole,
    shares_in_a_sentence_are_of_one_whole,
    shares_of_a_whole_sum_to_100,
)
