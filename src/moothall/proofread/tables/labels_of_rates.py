"""Labels of measures that call one figure a percentage and a rate at once: “% of … per 100,000”."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import passages

_SHARE = Expression(r"^\W*(?:%|percentage|per ?cent|proportion)\s?(?:of|\(?%?\)?)\s", re.IGNORECASE)
_RATE = Expression(
    r"\bper\s(?:1|10|100),?000\b(?!\s?(?:%|tonnes))|\bper\s(?:thousand|hundred thousand)\b", re.I
)
_CHANGE = Expression(
    r"\b(?:change|increase|decrease|reduction|difference|fall|rise|growth|compared|areas?|wards?|"
    r"authorities|districts|councils|schools|target|where|whose|with (?:a|an|more|fewer|less)|"
    r"above|below|over \d)\b",
    re.IGNORECASE,
)
_LONGEST = 240


def a_label_is_of_a_percentage_or_of_a_rate(report: Report) -> Iterator[TextFinding]:
    """What is measured per 100,000 is a number, and no percentage."""
    seen: set[str] = set()
    for passage in passages(report):
        text = passage.text.strip()
        if len(text) > _LONGEST or "per" not in passage.folded:
            continue
        rate = _RATE.search(text)
        if rate is None or not _SHARE.match(text) or text.endswith("."):
            continue
        if _CHANGE.search(text[: rate.start()]) or text.casefold() in seen:
            continue
        seen.add(text.casefold())
        yield TextFinding(
            place=passage.place,
            quote=text,
            message=f"“{text.split()[0]} … {rate[0]}”: the measure is called a percentage and a "
            "rate at once.",
            confidence=Confidence.MEDIUM,
            cure="Call it a rate or a number where it is one",
        )


RULES: tuple[Rule, ...] = (a_label_is_of_a_percentage_or_of_a_rate,)
