"""Boxes and words: a box ticked for “no harm”, and words beside it that tell of harm.

“☐ Positive ☒ Neutral ☐ Negative”, and under it “they would be worse served than other groups”; a
row of a table ticked under “No impact” whose comment says that wheelchair users cannot get in.
Which box is ticked and what the others are called is read; a harm that is denied, avoided or made
good is none.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.answers.denied_topics import what_is_denied_is_not_told
from moothall.proofread.answers.front_sheet_answers import (
    an_effect_denied_in_the_table_is_not_found_in_the_text,
)
from moothall.proofread.answers.things_of_topics import HARM
from moothall.proofread.finding import Confidence, TextFinding, shortened
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, passages
from moothall.proofread.reading.running_text import sentences

_BOX = r"(?:[☐☑☒✓✔□■]|\[[ xX✓]?\]|\([ xX✓]?\))"
_BOXES = Expression(_BOX)
_BEFORE = Expression(
    rf"(?P<box>{_BOX})\s*(?P<label>[A-Za-z][\w’' /-]{{1,40}}?)\s*(?={_BOX}|[.;,|]|$)"
)
_AFTER = Expression(rf"(?P<label>[A-Za-z][\w’' /-]{{1,40}}?)\s*(?P<box>{_BOX})")
_TICK = Expression(r"^\W*(?:[☑☒✓✔■]|\[\s?[xX✓]\s?\]|\([xX✓]\)|[xX]|yes)\W*$", re.IGNORECASE)
_NO_HARM = Expression(
    r"^\W*(?:neutral|none|no|nil|positive|better|(?:the )?same|unchanged|low|minimal|"
    r"(?:no|neutral|positive|beneficial) (?:\w+ )?(?:impacts?|effects?|change|difference|"
    r"implications?)"
    r"(?: (?:expected|identified|on \w+))?|not (?:affected|relevant))\W*$",
    re.IGNORECASE,
)
_OF_HARM = Expression(
    r"\b(?:impact|effect|affect|harm|risk|equalit|disab|age\b|sex\b|race\b|religio|carer|gender|"
    r"pregnan|older|younger|women|men\b|poverty|income|rural|characteristic|group|people|users?)",
    re.IGNORECASE,
)
_HARM = Expression(rf"\b{HARM}\b", re.IGNORECASE)
_MADE_GOOD = Expression(
    r"\b(?:no|not|none|nobody|neither|nor|never|without|avoid\w*|mitigat\w*|prevent\w*|if|unless|"
    r"whether|should|(?-i:may)|might|could|remov\w+|reduc\w+|tackl\w+|address\w*|overcom\w+|"
    r"improv\w+|"
    r"less of|previously|at present|currently|so that|helps?)\b",
    re.IGNORECASE,
)
_NEXT_LINE = Expression(r"(?<=\w)[.:]?\s(?=[A-Z])")
"""Where the words begin that plain text runs on after the last box and its label."""
_FOLLOWING = 3


def a_box_for_no_harm_stands_beside_no_harm(report: Report) -> Iterator[TextFinding]:
    """“☒ Neutral”, and “older people would be left with no other means of getting there”."""
    told = {
        finding.place
        for rule in (
            what_is_denied_is_not_told,
            an_effect_denied_in_the_table_is_not_found_in_the_text,
        )
        for finding in rule(report)
    }
    for found in (*_in_lines(passages(report)), *_in_tables(report)):
        ticked, place, harm = found
        if place in told:
            continue
        told.add(place)
        yield TextFinding(
            place=place,
            quote=f"{shortened(ticked, 120)} … {shortened(harm, 160)}",
            message=f"The box says “{shortened(ticked, 80)}”, the words beside it "
            f"“{shortened(harm, 140)}”.",
            confidence=Confidence.MEDIUM,
            cure="Tick the box that the words bear out, or correct the words.",
        )


_Found = tuple[str, Place, str]


def _in_lines(texts: tuple[Passage, ...]) -> Iterator[_Found]:
    """A line of boxes, its label in the line or before it, and the words in the lines after."""
    for number, passage in enumerate(texts):
        if passage.cell or _BOXES.search(passage.text) is None:
            continue
        ticked = _ticked(passage.text)
        if not ticked or not _NO_HARM.match(ticked):
            continue
        before = texts[number - 1].text if number else ""
        if not _OF_HARM.search(f"{before} {passage.text}"):
            continue
        last = max(match.end() for match in _BOXES.finditer(passage.text))
        run_on = _NEXT_LINE.search(passage.text, last)
        words = passage.text[run_on.end() :] if run_on else ""
        for after in (words, *_words_after(texts[number + 1 : number + 1 + _FOLLOWING])):
            harm = _harm(after)
            if harm:
                yield f"{passage.text.strip()}", passage.place, harm
                break


def _words_after(texts: tuple[Passage, ...]) -> Iterator[str]:
    for passage in texts:
        if passage.heading or _BOXES.search(passage.text):
            return  # the next question
        yield passage.text


def _ticked(text: str) -> str:
    """The label of the one box that is ticked, whichever side of their words the boxes stand."""
    first = _BOXES.search(text)
    if first is None:
        return ""
    after = text[first.end() :].lstrip()
    found = list((_BEFORE if after[:1].isalpha() else _AFTER).finditer(text))
    ticked = [match["label"].strip() for match in found if _TICK.match(match["box"])]
    return ticked[0] if len(ticked) == 1 else ""


def _in_tables(report: Report) -> Iterator[_Found]:
    """A row with its tick under “Neutral” or “No impact”, and a comment of harm."""
    for grid in report.grids:
        if len(grid.rows) < 2 or not any(map(_NO_HARM.match, grid.rows[0])):
            continue
        for row in range(1, len(grid.rows)):
            yield from _in_row(grid, row)


def _in_row(grid: Grid, row: int) -> Iterator[_Found]:
    cells, heads = grid.rows[row], grid.rows[0]
    ticked = [column for column, cell in enumerate(cells) if _TICK.match(cell)]
    if len(ticked) != 1 or ticked[0] >= len(heads) or not _NO_HARM.match(heads[ticked[0]]):
        return
    for cell in cells[1:]:
        harm = _harm(cell) if cell.count(" ") > 2 else ""
        if harm:
            tick = f"{cells[0].strip()}: {heads[ticked[0]].strip()} {cells[ticked[0]].strip()}"
            yield tick, grid.cell_place(row, ticked[0]), harm
            return


def _harm(text: str) -> str:
    """The sentence, or the part of one, that tells of harm and does not make it good."""
    for sentence in sentences(text):
        for clause in sentence.split(";"):
            match = _HARM.search(clause)
            if match is not None and not _MADE_GOOD.search(_HARM.sub(" ", clause)):
                return clause.strip()
    return ""


RULES: tuple[Rule, ...] = (a_box_for_no_harm_stands_beside_no_harm,)
