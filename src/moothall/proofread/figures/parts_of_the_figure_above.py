"""Parts of a figure that stands above them: in the heading, or in the sentence before.

“Children’s Services: £4.56m overspend” as a heading, and beneath it “The overspend is made up of
£3.10m on placements, £0.69m on agency staff and £0.50m on transport”, which is £4.29m.

Left alone: parts that are only the main ones or are set off against others, and a whole that the
sentence of the parts names for itself.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.part_lists import RULES as PART_LISTS
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    sentence,
    worded,
)

_NOUN = (
    r"(?P<noun>over-?spen[dt]|under-?spen[dt]|saving|pressure|shortfall|variance|cost|deficit|"
    r"surplus|grant|gap|budget|increase|reduction|income|total)"
)
_MADE_UP = Expression(
    rf"^\W*(?:the|this|these|that)\s(?:total\s)?{_NOUN}s?\s(?:(?:is|are|was|were)\s)?"
    r"(?:made up of|comprises?(?:\sof)?|comprised(?:\sof)?|consist(?:s|ed)?\sof|breaks? "
    r"down (?:as|into)|broken down (?:as|into)|split between)\b",
    re.IGNORECASE,
)
_NOT_ALL = Expression(
    r"\b(?:main(?:ly)?|largely|principally|chiefly|mostly|partly|includ\w+|offset|less|net|other|"
    r"others|smaller|minor|various|sundry|among|remain\w+|rest|balance|minus|reduc\w+ by|(?:over|"
    r"under)-?spen\w+\sof|savings? of|surplus of|deficit of|each|of which|further|a year)\b",
    re.IGNORECASE,
)
_SENTENCES_BELOW, _FEWEST_PARTS = 3, 2


def parts_make_up_the_figure_above_them(report: Report) -> Iterator[TextFinding]:
    """A heading of £4.56m over parts of £3.10m, £0.69m and £0.50m."""
    section = ""
    for paragraph in paragraphs(report):
        first = paragraph.section != section
        section = paragraph.section
        for place, one in enumerate(paragraph.sentences):
            match = _MADE_UP.match(one.pattern) if "£" in one.text else None
            if match is None or _NOT_ALL.search(one.pattern, match.end()):
                continue
            before = paragraph.sentences[place - 1] if place else None
            whole = _whole(before, match["noun"])
            if whole is None and first and place < _SENTENCES_BELOW:
                whole = _whole(sentence(section), match["noun"])
            if whole is not None and (finding := _told(paragraph, one, whole)) is not None:
                yield finding


def _whole(above: Sentence | None, noun: str) -> Figure | None:
    """The one sum of what stands above, where it is of the same thing."""
    if above is None or noun.casefold()[:5] not in above.text.casefold():
        return None
    money = [figure for figure in above.figures if figure.kind is Kind.MONEY]
    return money[0] if len(money) == 1 else None


def _told(paragraph: Paragraph, one: Sentence, whole: Figure) -> TextFinding | None:
    parts = one.figures
    if len(parts) < _FEWEST_PARTS or any(part.kind is not Kind.MONEY for part in parts):
        return None
    made = sum((part.size for part in parts), Decimal(0))
    spread = sum((part.spread for part in parts), whole.spread)
    if abs(made - whole.size) <= spread:
        return None
    sums = " + ".join(part.text for part in parts)
    finest = min((part.amount for part in parts), key=lambda amount: amount.step)
    return finding_on(
        paragraph,
        one,
        f"{sums} = {worded(made, finest)}, not the {whole.text} that stands above.",
        "Correct the figure above or its parts, or say what else there is.",
        Confidence.MEDIUM,
    )


RULES: tuple[Rule, ...] = (where_nothing_is_told(parts_make_up_the_figure_above_them, PART_LISTS),)
