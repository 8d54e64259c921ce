"""Fractions in words that stand beside their percentage: “0.04% (one twenty-fifth)” is 4%."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.halves_and_doubles import halves_and_doubles_are_so
from moothall.proofread.figures.majorities import a_majority_is_more_than_half
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import FractionTold, fractions_told
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on
from moothall.proofread.reading.passages import per_cent as shown

_SMALL = {
    "twelfth": 12, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1000, "seventh": 7,
    "ninth": 9,
}  # fmt: skip
_SMALL_FRACTION = Expression(
    rf"(?<![\w-])(?P<of>a|one|two|three)[ -](?P<part>{'|'.join(_SMALL)})s?(?![\w-])", re.IGNORECASE
)
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3}
_HOW = Expression(r"^.*?\b(?=(?:a|one|two|three|four|five|six|seven|eight|nine|half|\d+)\b)", re.I)
_LEADS_IN = Expression(
    r"^(?:(?:\sof)?\s[a-z ]{2,40})?(?:\s?\((?:or\s|i\.e\.,?\s|about\s|around\s)?|,\s(?:or\s|that "
    r"is\s|i\.e\.\s)(?:about\s|around\s)?|,\s|\s[–-]\s(?:or\s)?)$",
    re.IGNORECASE,
)
_CLOSED = Expression(r"^(?:\)|,|\.|;|\s[–-]|$)")
_BACK = Expression(
    r"^(?:\sof\s[a-z ]{2,40})?(?:\s?\((?:or\s|i\.e\.,?\s)?|,\s(?:or|that is|i\.e\.)\s)$",
    re.IGNORECASE,
)
_BACK_CLOSED = Expression(r"^(?:\)|,|\.|;|\sof\b|\s[–-]|$)")
_OTHERS = Expression(r"\b(?:against|compared|than|from|last|target|and|but|each)\b", re.IGNORECASE)
_MOST = Expression(
    r"(?:^|[;,]\s)(?P<word>Most)\s(?:of\s(?:the\s|our\s)?)?[a-z]+(?:s|people|staff|men|women)\s\($"
)
_THE_MAJORITY = Expression(
    r"^(?:\sof\s[a-z ]{2,40})?,\s(?P<word>(?:a|the)\s(?:clear\s|large\s|vast\s|small\s)?majority)"
    r"[,.]"
)


def a_fraction_is_the_percentage_beside_it(report: Report) -> Iterator[TextFinding]:
    """“30% of ferries (one in four)”: one in four is 25%."""
    told: set[str] | None = None
    for paragraph, one in each_sentence(report, 1):
        shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        if not shares:
            continue
        message = _misfit(one, shares) or _no_majority(one, shares)
        if message is None:
            continue
        if told is None:
            rules = (halves_and_doubles_are_so, a_majority_is_more_than_half)
            told = {
                f.quote[:60]
                for rule in rules
                for f in rule(report)
                if f.confidence is not Confidence.LOW
            }
        if one.text[:60] not in told:
            cure = "Correct the words or the percentage."
            yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


def _misfit(one: Sentence, shares: list[Figure]) -> str | None:
    for fraction in (*fractions_told(one.text), *_small_fractions(one.text)):
        for p in shares:
            if _stand_together(one.text, fraction, p) and not fraction.allows(p.low, p.high):
                middle = _share_of(fraction)
                return f"“{fraction.text}” is {middle}, not {p.text}."
    return None


def _stand_together(text: str, fraction: FractionTold, p: Figure) -> bool:
    start, end = p.amount.start, p.amount.end
    if fraction.end <= start:
        between = text[fraction.end : start]
        return bool(
            _LEADS_IN.match(between) and _CLOSED.match(text[end:]) and not _OTHERS.search(between)
        )
    between = text[end : fraction.start]
    return bool(
        _BACK.match(between)
        and _BACK_CLOSED.match(text[fraction.end :])
        and not _OTHERS.search(between)
    )


def _share_of(fraction: FractionTold) -> str:
    """The fraction itself as a percentage: of “nearly half”, half."""
    bare = _HOW.sub("", fraction.text)
    plain = next(iter((*fractions_told(bare), *_small_fractions(bare))), fraction)
    share = shown((plain.low + plain.high) / 2)
    return share if bare == fraction.text else f"{fraction.text[: -len(bare)].strip()} {share}"


def _small_fractions(text: str) -> Iterator[FractionTold]:
    for match in _SMALL_FRACTION.finditer(text):
        of = _TIMES[match["of"].lower()]
        share = Decimal(100) * of / _SMALL[match["part"].lower()]
        slack = share / 5
        yield FractionTold(match[0], share - slack, share + slack, match.start(), match.end())


def _no_majority(one: Sentence, shares: list[Figure]) -> str | None:
    if len(shares) != 1 or shares[0].high >= 50:
        return None
    start, end = shares[0].amount.start, shares[0].amount.end
    match = _THE_MAJORITY.match(one.text[end:])
    if match is None and one.text.startswith(")", end):
        match = _MOST.search(one.text[:start])
    if match is None:
        return None
    word = match["word"]
    return f"“{word[0].upper()}{word[1:]}” is more than half; {shares[0].text} is not."


RULES: tuple[Rule, ...] = (a_fraction_is_the_percentage_beside_it,)
