"""Misprinted sums: a sign, a point or a unit that cannot be meant, seen beside the other sums."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.money import an_amount_fits_the_budget_it_is_set_against
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, paragraphs

_MISPRINTS = (
    (
        Expression(r"£\s?\.\d{1,3}\s?(?:m|k|bn|million|billion)?\b"),
        "no figure stands before the point",
        Confidence.MEDIUM,
    ),
    (
        Expression(r"£\s?\d[\d,.]{0,12}\s?%"),
        "it is money and a percentage at once",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d[\d,]{0,12}\.\d\d\s?p\b(?!\.?\s?a\b)"),
        "the pound sign and the p stand together",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d[\d.,]{0,12}(?:million|billion|thousand)(?=[a-z])"),
        "the next word is run into it",
        Confidence.MEDIUM,
    ),
    (
        Expression(
            r"[£€]\s?\d[\d.,]{0,12}(?!(?:mn?|bn?|tn|bil|mill?|mln|bln|pa|pw|pcm|pm|ph|pp|ppa|plus|per|each|"
            r"and|net|gross|inc|incl|excl?|vat|to|or|in|at|for|of|on|is|as|ea|pn|psm|psf|hr|hrs|"
            r"ks?|ms)\b)[a-z]{2,4}\b(?!-)"
        ),
        "the letters after it are no unit",
        Confidence.MEDIUM,
    ),
    (
        Expression(r"(?<!\d)£\s?\d{1,3}, \d{3}(?:\.\d\d)?(?![\d,])(?!\s[a-z]+ed\b)"),
        "a space stands within it",
        Confidence.MEDIUM,
    ),
)
_THOUSANDS_OF_MILLIONS = Expression(r"£\s?\d{1,3},\d{3}\s?(?:m|million)\b", re.IGNORECASE)
_MILLIONS_WITH_A_POINT = Expression(r"£\s?\d{1,3}\.\d{3}\s?(?:m|million)", re.IGNORECASE)


def sums_are_printed_as_they_are_meant(report: Report) -> Iterator[TextFinding]:
    """“£2.99%”, “£31.94p”, “£.450 million”, and “£4,100 million” beside “£1.825 million”."""
    with_points = sum(
        len(_MILLIONS_WITH_A_POINT.findall(paragraph.text)) for paragraph in paragraphs(report)
    )
    told = {finding.place for finding in an_amount_fits_the_budget_it_is_set_against(report)}
    for paragraph in paragraphs(report):
        text = paragraph.text[:20_000]
        if "£" not in text and "€" not in text:
            continue
        for pattern, why, confidence in _MISPRINTS:
            for match in pattern.finditer(text):
                yield TextFinding(
                    place=paragraph.place,
                    quote=around(text, *match.span()),
                    message=f"“{match[0]}” cannot be meant: {why}.",
                    cure="Write the sum as it is meant.",
                    confidence=confidence,
                )
        for match in (
            _THOUSANDS_OF_MILLIONS.finditer(text)
            if with_points > 1 and paragraph.place not in told
            else ()
        ):
            yield TextFinding(
                place=paragraph.place,
                quote=around(text, *match.span()),
                message=f"“{match[0]}” is thousands of millions; the other sums of the report have "
                f"a point: {match[0].replace(',', '.')} may be meant.",
                cure="Write the sum as it is meant.",
                confidence=Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (sums_are_printed_as_they_are_meant,)
