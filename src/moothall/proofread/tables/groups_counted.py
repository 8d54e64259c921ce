"""Groups counted again: “the six headings above” after a list that was said to be of the headings.

The list is named where it is led to (“into the following headings:”); wherever the report counts
the same things again, it counts as many as the list has.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import around

_NOUNS = (
    r"(?:groups?|categories|headings|themes|priorities|principles|objectives|aims|pillars|strands|"
    r"areas|workstreams|work streams|options|outcomes|criteria|stages|steps|tests|conditions|"
    r"elements|components|proposals|projects|schemes|lots|phases|factors|risks|questions|reasons|"
    r"actions|commitments|ambitions|standards|types|functions|programmes|recommendations|goals)"
)
_LEADS = Expression(
    rf"\b(?:the|these) (?:following|below) (?:[a-z-]+ ){{0,2}}?(?P<noun>{_NOUNS})\b"
    rf"[^.]{{0,60}}:\s*$|"
    rf"\b(?P<other>{_NOUNS}) (?:are|is|were) (?:as follows|the following|set out below|listed "
    r"below)\b[^.]{0,40}:\s*$",
    re.IGNORECASE,
)
_NUMBER = "|".join(sorted(NUMBERS_TO_99, key=len, reverse=True))
_AGAIN = Expression(
    rf"\b(?:the|these|those|all|each of the|our) (?P<n>{_NUMBER}|[2-9]|1\d) "
    rf"(?P<noun>{_NOUNS})\b(?P<after>.{{0,60}})",
    re.IGNORECASE,
)
_BUT = Expression(
    r"^\s?(?:of the|remaining|main|other|which (?:are|were) (?:rated|red|not)|rated)\b",
    re.IGNORECASE,
)
_NEAR = 12
_LEAST = 3


def a_list_counted_again_has_as_many_items(report: Report) -> Iterator[TextFinding]:
    """What is listed after “the following groups:” is counted alike in the paragraphs after it."""
    blocks = report.blocks
    for number, block in enumerate(blocks):
        if not isinstance(block, Prose):
            continue
        led = _LEADS.search(block.text[-200:])
        if led is None:
            continue
        noun = _root(led["noun"] or led["other"])
        items = 0
        while number + items + 1 < len(blocks) and _is_item(blocks[number + items + 1]):
            items += 1
        if items < _LEAST or _is_nested(blocks[number + 1 : number + items + 1]):
            continue
        after = blocks[number + items + 1 : number + items + 1 + _NEAR]
        for other in after:
            if not isinstance(other, Prose):
                continue
            if _LEADS.search(other.text[-200:]):
                break
            for match in _AGAIN.finditer(other.text):
                said = match["n"].lower()
                told = int(said) if said.isdigit() else NUMBERS_TO_99[said]
                if _root(match["noun"]) != noun or told == items or _BUT.match(match["after"]):
                    continue
                near = abs(told - items) <= 2
                yield TextFinding(
                    place=other.place,
                    quote=around(other.text, match.start("n"), match.end("noun"), 40),
                    message=f"{match['n']} {match['noun']} here; the list at {block.place} "
                    f"(“{block.text[-70:].strip()}”) has {items}.",
                    confidence=Confidence.MEDIUM if near else Confidence.LOW,
                    cure="Correct the number, or the list.",
                )


def _is_item(block: object) -> bool:
    return isinstance(block, Prose) and block.bullet


def _is_nested(items: tuple[object, ...]) -> bool:
    """Whether some items lead to items of their own, or go on with the one before."""
    texts = [item.text for item in items if isinstance(item, Prose)]
    low = sum(text[:1].islower() for text in texts)
    return any(text.rstrip().endswith(":") for text in texts) or 0 < low < len(texts)


def _root(noun: str) -> str:
    noun = noun.casefold().replace(" ", "")
    return (
        noun.removesuffix("ies").removesuffix("s") if not noun.endswith("ies") else noun[:-3] + "y"
    )


RULES: tuple[Rule, ...] = (a_list_counted_again_has_as_many_items,)
