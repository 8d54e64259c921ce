"""Answers of the front sheet and of ticked boxes, against the section that is about the same.

“Equality: not applicable” on the front, and a section on equality that reports an assessment;
“negative effect? No”, and a paragraph that finds one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.answers.answers import NOTHING, not_applicable_agrees_with_the_rest
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.forms import answer_given, answers
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.running_text import sentences, word_set

# --- "not applicable", and a section that has it --------------------------------------------------

_OF_EVERY_TOPIC = word_set(
    "implication implications impact impacts assessment assessments consideration considerations "
    "issue issues and or of the for to in on any other information comments comment analysis "
    "statement matters effect effects section relevant required completed attached corporate "
    "council report officer duty duties public sector eia eqia consulted does apply applies is "
    "are there have has been this will with"
)
_SAYS_THAT_THERE_IS_SOMETHING = Expression(
    r"\b(?:(?:has|have) been|was|were|is|are)\s(?:\w+\s)?(?:completed|carried out|undertaken|"
    r"prepared|attached|identified|affected|disadvantaged|needed|required)\b|"
    r"\b(?:finds?|found|shows?|identif(?:ies|ied)|concludes?|indicates?)\b[^.;]{0,60}?"
    r"\b(?:effects?|impacts?|risks?|implications?|disadvantage\w*|groups?)\b|"
    r"\b(?:will|would|may|could|is likely to|are likely to|is expected to)\s(?:\w+\s){0,2}?"
    r"(?:affect|benefit|cost|require|reduce|increase|disadvantage|transfer|need|fall|improve|lose|"
    r"close|have an? (?:\w+\s)?(?:effect|impact|implication))",
    re.IGNORECASE,
)
_NOTHING_THERE = Expression(
    r"\b(?:no|not|none|neither|nor|without|nil|n/a|nothing|unlikely|if|any|should|separate|"
    r"future|later|each)\b",
    re.IGNORECASE,
)
_FRONT = 40
"""Blocks: an answer further on is no front sheet's."""
_MOST_OF_A_SECTION = 8


def what_the_front_sheet_denies_no_section_reports(report: Report) -> Iterator[TextFinding]:
    """“Equality impact: not applicable”, and “8 Equality: an assessment has been completed”."""
    denied = [
        (answer, words)
        for answer in answers(report)
        if min(answer.orders) < _FRONT
        and len(answer.question.split()) <= 10
        and NOTHING.match(answer.answer.strip())
        and (words := _topic(answer.question))
    ]
    if not denied:
        return
    told: frozenset[Place] | None = None
    for heading, body, first in _sections(report):
        about = _topic(heading)
        for answer, words in denied:
            if not words & about or first in answer.orders:
                continue
            said = _something(body)
            if said is None:
                continue
            if told is None:
                told = frozenset(f.place for f in not_applicable_agrees_with_the_rest(report))
            if answer.place in told:
                continue
            yield TextFinding(
                place=answer.place,
                quote=f"{answer.question.strip(' :')}: {answer.answer.strip()}",
                message=f"The front sheet says “{answer.answer.strip(' .')}”; under “{heading}” "
                f"stands “{shortened(said, 130)}”.",
                confidence=Confidence.MEDIUM,
                cure="Say on the front sheet what the section finds.",
            )
            denied = [one for one in denied if one[0] is not answer]


def _topic(words: str) -> frozenset[str]:
    """The words that a heading or question has for itself, by their first six letters."""
    found = re.findall(r"[a-z]{4,}", words.casefold())
    return frozenset(word[:6] for word in found if word not in _OF_EVERY_TOPIC)


_LABELLED = Expression(r"^(?P<label>[A-Z][\w&/,’' -]{3,45})(?:[.:] | [–-] )(?=[A-Z])")


def _sections(report: Report) -> Iterator[tuple[str, list[str], int]]:
    """Every section of few paragraphs with its heading, and every paragraph with its label."""
    heading, body, first = "", list[str](), 0
    for number, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            if heading and len(body) <= _MOST_OF_A_SECTION:
                yield heading, body, first
            heading, body, first = block.text, [], number
        elif isinstance(block, Prose):
            body.append(block.text)
            label = _LABELLED.match(block.text)
            if label is not None and len(label["label"].split()) <= 5:
                yield label["label"], [block.text[label.end() :]], number
    if heading and len(body) <= _MOST_OF_A_SECTION:
        yield heading, body, first


def _something(body: list[str]) -> str | None:
    """The sentence by which a section has something to say; None where one denies it."""
    every = [sentence for text in body for sentence in sentences(text)]
    if any(NOTHING.match(sentence) for sentence in every):
        return None
    for sentence in every:
        if _SAYS_THAT_THERE_IS_SOMETHING.search(sentence) and not _NOTHING_THERE.search(sentence):
            return sentence
    return None


# --- "negative effect? No", and a paragraph that finds one ----------------------------------------

_NEGATIVE = Expression(
    r"\b(?:negative|adverse|detrimental|disproportionate)\b|^(?:impact|effect)\??$", re.IGNORECASE
)
_NOTHING_BAD = Expression(r"^\W*(?:no|none|neutral|no impact|no effect|nil|positive)\W*$", re.I)
_IS_BAD = Expression(
    r"\b(?:will|would|is likely to|are likely to|may|could|does|do|is expected to|has|have)\b"
    r"[^.;]{0,40}?(?:\b(?:negative|adverse|detrimental|disproportionate)(?:ly)?\s(?:\w+\s)?"
    r"(?:effects?|impacts?|affect\w*|impact\w*|disadvantage\w*)|\b(?:affect|impact)\w*\s"
    r"(?:\w+\s){0,4}?(?:negatively|adversely|disproportionately)|\bdisadvantage)|"
    r"\b(?:negative|adverse|detrimental|disproportionate)\s(?:\w+\s)?(?:effects?|impacts?)\s(?:on|"
    r"upon|for)\b",
    re.IGNORECASE,
)
_NOT_BAD = Expression(
    r"\b(?:no|not|without|neither|nor|avoid\w*|mitigat\w*|if|unless|rather than)\b", re.IGNORECASE
)
_SPOKEN_OF = {
    "disab": r"disab|impairment|wheelchair|learning difficult",
    "age": r"\bolder|\byounger|elderly|pensioner|\baged?\b|young people|children",
    "sex": r"\bwomen|\bmen\b|\bfemale|\bmale\b|\bgirls|\bboys|\bsex\b",
    "gende": r"\bwomen|\bmen\b|\bfemale|\bmale\b|gender",
    "race": r"ethnic|\bblack\b|\basian\b|\brac(?:e|ial)\b|roma\b|travellers",
    "ethni": r"ethnic|\bblack\b|\basian\b|\brac(?:e|ial)\b|roma\b|travellers",
    "relig": r"religio|faith|muslim|christian|jewish|hindu|sikh|belief",
    "pregn": r"pregnan|maternity|expectant|new mothers",
    "carer": r"\bcarers?\b",
    "sexua": r"sexual orientation|lgbt|gay\b|lesbian",
    "marri": r"marri|civil partner",
    "low i": r"low[- ]income|poverty|poorer|deprived",
    "pover": r"low[- ]income|poverty|poorer|deprived",
    "rural": r"\brural\b",
}


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    spoken_of: Expression
    quote: str
    place: Place


def an_effect_denied_in_the_table_is_not_found_in_the_text(
    report: Report,
) -> Iterator[TextFinding]:
    """Disability: negative effect ☒ No; “closing it will have a negative effect on disabled …”."""
    rows = [row for grid in report.grids for row in _rows_without_effect(grid)]
    if not rows:
        return
    for block in report.prose:
        if not _IS_BAD.search(block.text):
            continue
        for sentence in sentences(block.text):
            bad = _IS_BAD.search(sentence)
            if bad is None or _NOT_BAD.search(sentence):
                continue
            for row in rows:
                said = _NO_HARM.split(sentence[bad.start() :])[0]
                if not row.spoken_of.search(said):
                    continue
                yield TextFinding(
                    place=block.place,
                    quote=sentence,
                    message=f"The table has “{row.quote}” ({row.place}); the text finds: "
                    f"“{shortened(around(sentence, bad.start(), bad.end()), 110)}”.",
                    confidence=Confidence.MEDIUM,
                    cure="Correct the table or the text.",
                )
                rows = [one for one in rows if one is not row]
                break


_NO_HARM = Expression(r"\b(?:neutral|positive|no (?:negative |adverse )?(?:impact|effect))\b", re.I)
"""What follows is said to come to no harm."""


def _rows_without_effect(grid: Grid) -> Iterator[_Row]:
    """The rows of a table of groups where a negative effect is answered with no."""
    if not grid.rows:
        return
    columns = [n for n, head in enumerate(grid.rows[0]) if n and _NEGATIVE.search(head.strip())]
    if len(columns) != 1:
        return
    column = columns[0]
    for number, cells in enumerate(grid.rows[1:], start=1):
        if column >= len(cells):
            continue
        answer = cells[column].strip()
        named = cells[0].casefold().lstrip()
        key = max((k for k in _SPOKEN_OF if named.startswith(k)), key=len, default=None)
        denied = answer_given(answer) == "no" or _NOTHING_BAD.match(answer) is not None
        elsewhere = "" if answer else _ticked_elsewhere(grid.rows[0], cells)
        if key is not None and (denied or elsewhere):
            yield _Row(
                cells[0].strip(),
                Expression(_SPOKEN_OF[key], re.IGNORECASE),
                f"{cells[0].strip()}: " + (elsewhere or f"{grid.rows[0][column].strip()} {answer}"),
                grid.cell_place(number, column),
            )


_TICK = Expression(r"^\W*(?:[☑☒✓✔■]|\[\s?[xX✓]\s?\]|[xX]|yes)\W*$", re.IGNORECASE)
_HARMLESS = Expression(
    r"^\W*(?:neutral|positive|none|no (?:impact|effect|change)|nil)\b", re.IGNORECASE
)


def _ticked_elsewhere(heads: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """“Neutral ✓”: the tick of a row whose cell for a negative effect is empty."""
    for head, cell in zip(heads, cells, strict=False):
        if _HARMLESS.match(head) and _TICK.match(cell):
            return f"{head.strip()} {cell.strip()}"
    return ""


RULES: tuple[Rule, ...] = (
    what_the_front_sheet_denies_no_section_reports,
    an_effect_denied_in_the_table_is_not_found_in_the_text,
)
