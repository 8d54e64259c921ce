"""Posts and their price: what posts cost each, and what a saving says that they bring."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.told_shares import with_numbers
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure as Told
from moothall.proofread.reading.passages import (
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
    mark,
)
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.statements import content_words
from moothall.proofread.reading.table_figures import Figure, figures

_HIGH_FOR_A_POST = Decimal(100_000)
_HIGH_FOR_A_CHIEF = Decimal(320_000)
_LOW_FOR_A_POST = Decimal(12_000)
_SENIOR = Expression(
    r"\b(?:senior|management|managers?|directors?|heads? of|chief|leadership|consultants?|"
    r"strategic|"
    r"executive|restructure of|assistant director)\b",
    re.IGNORECASE,
)
_MORE_THAN_POSTS = Expression(
    r"\b(?:and|contract|building|lease|premises|income|fees?|software|licen[cs]es?|supplies|agency|"
    r"closure|vehicles?|procurement|part[- ]year|phased|into the|hubs?|relocat\w+|site)\b",
    re.IGNORECASE,
)
_POST_HEAD = Expression(
    r"\b(?:f\.?t\.?e\.?s?|w\.?t\.?e|posts?|staffing reduction|headcount)\b", re.I
)
_SAVING_HEAD = Expression(r"\bsavings?\b|\befficienc|\breductions?\b", re.IGNORECASE)

# --- so many posts at so much each ----------------------------------------------------------------

_POSTS = Expression(
    rf"{mark('n', 'C')}\s(?:\(?(?:f\.?t\.?e\.?s?|w\.?t\.?e|full[- ]time equivalents?)\)?\s?)?"
    r"(?:[a-z-]+\s){0,3}?(?:f\.?t\.?e\.?s?\b|posts\b|positions\b|roles\b|jobs\b|staff\b|officers\b|"
    r"managers\b|employees\b|redundancies\b)|"
    rf"{mark('m', 'C')}\s(?:f\.?t\.?e\.?s?\b|w\.?t\.?e\b)",
    re.IGNORECASE,
)
_EACH = Expression(
    rf"(?:\b(?:paid|salary|salaries|cost(?:ing|s)?|graded?|earning|priced|average(?: cost)?|at)\b"
    rf"[^«»;.]{{0,40}}?{mark('u', 'M')}[^«»;.]{{0,15}}?(?:with|including|inclusive of|"
    rf"plus)\s(?:on-?\s?costs|"
    rf"oncosts|employer)|{mark('v', 'M')}(?:\s(?:each|per post|per fte|a post|per head|apiece|"
    rf"per person))\b)",
    re.IGNORECASE,
)
_BRINGS = Expression(
    rf"(?:\b(?:releas\w+|sav(?:e|es|ed|ing|ings)|deliver\w*|yield\w*|generat\w+|produc\w+|worth|"
    rf"bring\w*|giv(?:e|es|ing)|achiev\w+|reduc\w+|cost|"
    rf"total\w*)\b[^«»;.]{{0,40}}?{mark('t', 'M')}|"
    rf"{mark('s', 'M')}(?=[^«»;.]{{0,20}}?\bsav(?!\w*\s«)))",
    re.IGNORECASE,
)


def posts_times_their_cost_is_the_saving(report: Report) -> Iterator[TextFinding]:
    """Two posts at up to £48,000 do not release £190,000."""
    for paragraph, plain in each_sentence(report, 1):
        one = with_numbers(plain.text)
        each, posts = _EACH.search(one.pattern), _POSTS.search(one.pattern)
        if each is None or posts is None:
            continue
        unit = one.figure(each["u"] or each["v"])
        number = one.figure(posts["n"] or posts["m"])
        claimed = [
            figure
            for match in _BRINGS.finditer(one.pattern)
            if (figure := one.figure(match["t"] or match["s"])) is not unit
        ]
        if not claimed:
            yield from _of_a_row(report, paragraph, plain, number, unit)
        if len(claimed) != 1 or number.size <= 0 or number.size > 500:
            continue
        total, got = claimed[0], number.size * unit.size
        most = re.search(r"\b(?:up to|maximum|at most|no more than|top of)\b", one.text, re.I)
        slack = got * Decimal("0.12") + total.spread
        if total.size <= got + slack and (most or total.size >= got - slack):
            continue
        if got * 6 < total.size or total.size * 6 < got:
            continue
        yield finding_on(
            paragraph,
            plain,
            f"{number.text} posts × {unit.text} = £{in_figures(got)}, not {total.text}.",
            "Say what else the saving holds, or correct the figures.",
            Confidence.MEDIUM,
        )


# --- so many posts at so much each, and the row that has their saving -----------------------------

_NAMED = Expression(
    r"\b(?:proposal|option|saving|item|scheme|line|reference)\s(?P<letter>[A-Z]{0,3}\d*)\b", re.I
)


def _of_a_row(
    report: Report, paragraph: Paragraph, one: Sentence, number: Told, unit: Told
) -> Iterator[TextFinding]:
    """“Three posts at an average of £166,667”, where the row has 3.0 posts and £200,000."""
    letters = {match["letter"] for match in _NAMED.finditer(paragraph.text) if match["letter"]}
    words = content_words(paragraph.text)
    got = number.size * unit.size
    for grid in tables_of(report):
        cells = figures(grid)
        for row in sorted({cell.row for cell in cells}):
            pair = _posts_and_money(grid, cells, row)
            if pair is None or pair[0].value != number.size:
                continue
            label = pair[0].label.strip()
            opening = re.match(r"\W*([A-Z]{1,3}\d*)[.):\s]", label)
            if not (opening and opening[1] in letters) and not content_words(label) <= words:
                continue
            sums = [c.value for c in cells if c.row == row and c.kind is Kind.MONEY and c.value]
            if any(got * Decimal("0.85") <= each <= got * Decimal("1.15") for each in sums):
                continue
            saved = pair[1].value
            yield finding_on(
                paragraph,
                one,
                f"{number.text} posts × {unit.text} = £{in_figures(got)}; the row “{label}” saves "
                f"£{in_figures(saved)} with them, £{saved / number.size:,.0f} a post.",
                "Correct the price of a post, or say what else the saving holds.",
                Confidence.MEDIUM,
            )
            return


# --- a table of savings with its posts ------------------------------------------------------------


def a_saving_in_a_table_fits_its_posts(report: Report) -> Iterator[TextFinding]:
    """A row of a savings table divided by its posts is about what a post costs."""
    for grid in tables_of(report):
        cells = figures(grid)
        rows = sorted({cell.row for cell in cells})
        about = f"{grid.caption} {grid.place.section} {' '.join(grid.rows[0]) if grid.rows else ''}"
        if not _SAVING_HEAD.search(about):
            continue
        priced = [pair for row in rows if (pair := _posts_and_money(grid, cells, row))]
        heads = " ".join(grid.rows[0])
        told = _POST_HEAD.search(heads) and _SAVING_HEAD.search(heads)
        if not priced or (len(priced) < 2 and not told):
            continue
        for posts, money in priced:
            yield from _implausible(grid, posts, money)


def _posts_and_money(grid: Grid, cells: list[Figure], row: int) -> tuple[Figure, Figure] | None:
    mine = [cell for cell in cells if cell.row == row]
    posts = [cell for cell in mine if _POST_HEAD.search(cell.head)]
    money = [cell for cell in mine if cell.kind is Kind.MONEY and cell not in posts]
    label = " ".join(grid.rows[row])
    if len(posts) != 1 or not money or re.search(r"\btotal", label, re.IGNORECASE):
        return None
    full = max(money, key=lambda cell: cell.value)
    return (posts[0], full) if posts[0].value >= Decimal("0.5") and full.value else None


def _implausible(grid: Grid, posts: Figure, money: Figure) -> Iterator[TextFinding]:
    each = money.value / posts.value
    label = " ".join(text for text in grid.rows[money.row] if re.search(r"[A-Za-z]{3}", text))
    much = each > (_HIGH_FOR_A_CHIEF if _SENIOR.search(label) else _HIGH_FOR_A_POST)
    if not much and each >= _LOW_FOR_A_POST:
        return
    mixed = _MORE_THAN_POSTS.search(label.partition("–")[2] or label) is not None
    yield TextFinding(
        place=grid.cell_place(money.row, money.column),
        quote=" ".join(cell for cell in grid.rows[money.row] if cell),
        message=f"£{in_figures(money.value)} ÷ {in_figures(posts.value)} posts is £{each:,.0f} "
        f"a post, which is {'much' if much else 'little'} for a post with its on-costs. "
        "This is a check, not a proof.",
        cure="Say what else the saving holds, or correct the figures.",
        confidence=Confidence.LOW if mixed else Confidence.MEDIUM,
    )


RULES: tuple[Rule, ...] = (
    posts_times_their_cost_is_the_saving,
    a_saving_in_a_table_fits_its_posts,
)
