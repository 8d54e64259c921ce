"""Savings: one-off money, the saving per post, and savings claimed without a figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.money import CELL
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    paragraphs,
)
from moothall.proofread.savings.lasting_money import TOLD_APART
from moothall.proofread.savings.posts_saved import a_saving_per_post_is_plausible
from moothall.proofread.savings.saving_claims import a_saving_claimed_is_a_saving_shown

# --- one-off money -------------------------------------------------------------------------------

_ONE_OFF = Expression(
    r"\b(?:one[- ]off|non[- ]?recurr(?:ent|ing)|one[- ]time|time[- ]limited|temporary|"
    r"(?:use|drawdown|draw down|application|release) of (?:the )?(?:\w+ )?"
    r"(?:reserves?|balances))\b",
    re.IGNORECASE,
)
_RECURRENT = Expression(
    r"(?<!non-)(?<!non )(?<!non)\b(?:recurrent|recurring|ongoing|on-going|permanent|"
    r"full[- ]year)\b",
    re.IGNORECASE,
)
_ONE_OFF_MAKES_RECURRENT = Expression(
    r"(?<!non-)(?<!non )\b(?:recurrent|recurring|ongoing|on-going|permanent)\s+(?:\w+\s+)?"
    r"(?:savings?|efficienc(?:y|ies)|reductions?)\b(?:[^.;]|\.\d){0,60}?\b(?:through|by|from|"
    r"using|funded|met|delivered|achieved)\b[^.;]{0,30}?\b(?:one[- ]off|non[- ]?recurr(?:ent|ing)|"
    r"one[- ]time|reserves)\b",
    re.IGNORECASE,
)
_CONTRAST = Expression(
    r"\b(?:while|whilst|until|pending|rather than|instead|and|but|not|remainder|remaining|"
    r"balance|as well as|whereas)\b",
    re.IGNORECASE,
)


def one_off_money_is_not_recurrent(report: Report) -> Iterator[TextFinding]:
    """What is paid once falls out next year and is to be found again."""
    yield from _recurrent_by_one_off(report)
    yield from _totals_with_one_off(report)
    yield from _phasing_with_one_off(report)


def _recurrent_by_one_off(report: Report) -> Iterator[TextFinding]:
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _ONE_OFF_MAKES_RECURRENT.search(one.text)
            if match is None or _CONTRAST.search(match[0]):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message="A recurrent saving is said to come from one-off money, "
                "which falls out next year.",
                cure="Say which part is one-off, and how it is found again next year.",
                confidence=Confidence.MEDIUM,
            )


def _totals_with_one_off(report: Report) -> Iterator[TextFinding]:
    """A recurrent total that only adds up with the one-off sum beside it."""
    for paragraph in paragraphs(report):
        if not _ONE_OFF.search(paragraph.text) or not _RECURRENT.search(paragraph.text):
            continue
        if TOLD_APART.search(paragraph.text):
            continue
        one_off: list[Figure] = []
        recurrent: list[Figure] = []
        for one in paragraph.sentences:
            for figure in one.figures:
                if figure.kind is Kind.MONEY:
                    label = _label(one.text, figure)
                    if label is not None:
                        (one_off if label == "one-off" else recurrent).append(figure)
        if len(recurrent) < 2 or not one_off:
            continue
        total = max(recurrent, key=lambda figure: figure.size)
        parts = [figure for figure in recurrent if figure is not total]
        got = sum((figure.size for figure in parts), Decimal(0))
        slack = total.spread + sum((figure.spread for figure in parts), Decimal(0))
        if abs(got - total.size) <= slack:
            continue
        for figure in one_off:
            if abs(got + figure.size - total.size) <= slack + figure.spread:
                listed = " + ".join(part.text for part in parts)
                yield TextFinding(
                    place=paragraph.place,
                    quote=paragraph.text,
                    message=f"The recurrent {total.text} is only reached with the one-off "
                    f"{figure.text}: {listed} + {figure.text}.",
                    cure="Leave the one-off sum out of the recurrent total.",
                    confidence=Confidence.HIGH,
                )
                break


def _label(text: str, figure: Figure) -> str | None:
    """Whether the words next to a sum call it one-off or recurrent."""
    before = text[max(0, figure.amount.start - 40) : figure.amount.start]
    before = re.split(r"£|[.;]", before)[-1]
    after = re.split(r"£|[.;]|,| and ", text[figure.amount.end : figure.amount.end + 90])[0]
    for words, reach in ((before, 40), (after, 90)):
        once = _ONE_OFF.search(words[:reach])
        again = _RECURRENT.search(words[:reach])
        if once and not again:
            return "one-off"
        if again and not once:
            return "recurrent"
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phase:
    """What the first year's total holds of one-off money."""

    total: Decimal
    one_off: Decimal


def _phasing_with_one_off(report: Report) -> Iterator[TextFinding]:
    """A cumulative phasing whose first year holds money that is gone in the second."""
    grids = report.grids
    phases = [phase for grid in grids if (phase := _first_year(grid)) is not None]
    for phase in phases:
        for grid in grids:
            heads = " ".join(" ".join(row) for row in grid.rows[: grid.head_rows or 2])
            if not re.search(r"\bcumulative|\bfull[- ]year|\bsavings?\b", heads, re.IGNORECASE):
                continue
            for number, row in enumerate(grid.rows):
                figures = [
                    (place, value) for place, cell in enumerate(row) if (value := _cell_value(cell))
                ]
                at = next((i for i, (_, value) in enumerate(figures) if value == phase.total), None)
                if at is None or at + 1 >= len(figures):
                    continue
                if not any(re.search(r"[A-Za-z]{3}", cell) for cell in row):
                    continue
                _, later = figures[at + 1]
                if later <= phase.total:
                    continue
                left, needed = later - phase.total, later - phase.total + phase.one_off
                yield TextFinding(
                    place=grid.cell_place(number, figures[at][0]),
                    quote=" ".join(cell for cell in row if cell),
                    message=f"{phase.one_off:,} of the first {phase.total:,} is one-off: to reach "
                    f"{later:,} takes {needed:,} more of recurrent savings, not the {left:,} that "
                    "the phasing shows.",
                    cure="Show one-off and recurrent savings apart in the phasing.",
                    confidence=Confidence.MEDIUM,
                )
                return


def _first_year(grid: Grid) -> _Phase | None:
    """A table of savings that adds a one-off row into its last total."""
    one_off = Decimal(0)
    for row in grid.rows:
        label = next((cell for cell in row if re.search(r"[A-Za-z]{3}", cell)), "")
        figures = [value for cell in row if (value := _cell_value(cell))]
        if not figures:
            continue
        if _ONE_OFF.search(label) and not re.search(r"\bsub-?\s?total", label, re.IGNORECASE):
            one_off += figures[0]
    last = next((row for row in reversed(grid.rows) if any(_cell_value(c) for c in row)), None)
    if last is None or not one_off:
        return None
    label = next((cell for cell in last if re.search(r"[A-Za-z]{3}", cell)), "")
    total = next((value for cell in last if (value := _cell_value(cell))), None)
    if total is None or total <= one_off or _ONE_OFF.search(label):
        return None
    if not re.search(r"\bsavings?|\btotal", label, re.IGNORECASE):
        return None
    return _Phase(total=total, one_off=one_off)


def _cell_value(text: str) -> Decimal | None:
    match = CELL.match(text.strip())
    if match is None or re.fullmatch(r"\d|(?:19|20)\d\d", match["digits"]):
        return None
    return Decimal(match["digits"].replace(",", ""))


RULES: tuple[Rule, ...] = (
    one_off_money_is_not_recurrent,
    a_saving_per_post_is_plausible,
    a_saving_claimed_is_a_saving_shown,
)
