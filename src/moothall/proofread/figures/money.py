"""Money in a report: units, well-formed numbers, overspends against budgets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    around,
    each_sentence,
    mark,
    paragraphs,
    read_once,
    worded,
)

# --- budgets printed in the report ---------------------------------------------------------------

_UNIT_HEAD = Expression(r"£\s?(?P<unit>0{3}['’]?s?|['’]0{3}s?|k|m|million|bn)(?![a-z\d])", re.I)
_UNITS = {"k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}
CELL = Expression(r"^[-–−(]?\s*£?\s*(?P<digits>\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?)\s*\)?$")
_BUDGET_WORD = Expression(
    r"\b(?:budget|expenditure|spend|total|outturn|forecast|gross|net|cash limit|resources|"
    r"requirement|funding|actual)",
    re.IGNORECASE,
)
_VARIANCE = Expression(
    r"\b(?:over\s?spen[dt]|under\s?spen[dt]|over-spen[dt]|under-spen[dt]|overspending|"
    r"underspending|variance|variation|shortfall|saving|savings|pressure|pressures|deficit|"
    r"surplus|overspends|underspends|adverse|favourable|exceed(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NATIONAL = Expression(
    r"\b(?:national|nationally|england|country|government|lga|authorities|councils|sector|nhs|"
    r"uk|treasury|cumulative deficits|local government|pension|country['’]s|economy)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSum:
    """A sum of money as a table prints it: its digits and the unit of the table's head."""

    digits: str
    value: Decimal
    unit: int
    label: str
    place: Place
    variance: bool


@read_once
@read_once
def printed_money(report: Report) -> tuple[PrintedSum, ...]:
    """Every sum in the tables that say their unit (£000, £m)."""
    found: list[PrintedSum] = []
    before = ""
    for block in report.blocks:
        if isinstance(block, Grid):
            found.extend(_printed(block, before))
        elif isinstance(block, Prose | Heading):
            before = block.text[-200:]
    return tuple(found)


def _printed(grid: Grid, before: str) -> Iterator[PrintedSum]:
    heads = grid.rows[: max(grid.head_rows, 1) + 2]
    whole = _unit(grid.caption) or (_unit(before) if len(before) < 80 else None)
    columns: dict[int, int] = {}
    names: dict[int, str] = {}
    for row in heads:
        for column, text in enumerate(row):
            if (unit := _unit(text)) is not None:
                columns[column] = unit
            if not CELL.match(text.strip()):
                names[column] = f"{names.get(column, '')} {text}"
    if not columns and whole is None:
        return
    everywhere = whole or (next(iter(columns.values())) if len(set(columns.values())) == 1 else 0)
    for number, row in enumerate(grid.rows):
        label = next((cell for cell in row if re.search(r"[A-Za-z]{3}", cell)), "")
        for column, text in enumerate(row):
            match = CELL.match(text.strip())
            unit = columns.get(column) or everywhere
            if match is None or not unit or "%" in names.get(column, ""):
                continue
            if re.search(r"\b(?:fte|no\.?|number|posts?|ref)\b", names.get(column, ""), re.I):
                continue
            yield PrintedSum(
                digits=match["digits"],
                value=Decimal(match["digits"].replace(",", "")) * unit,
                unit=unit,
                label=f"{label} {names.get(column, '')}".strip(),
                place=grid.cell_place(number, column),
                variance=bool(_VARIANCE.search(f"{label} {names.get(column, '')}")),
            )


def _unit(text: str) -> int | None:
    match = _UNIT_HEAD.search(text)
    if match is None:
        return None
    return _UNITS.get(match["unit"].lower(), 1_000)


_OF_A_BUDGET = Expression(
    r"\b(?:budget|allocation|turnover)s?(?: for \S+)? (?:of|is|was|at) (?:about |around |just )?$",
    re.IGNORECASE,
)


def _largest_budget(report: Report) -> tuple[Decimal, str] | None:
    """The largest budget or total that the report prints, in tables or as "budget of £Xm"."""
    largest: tuple[Decimal, str] | None = None
    for printed in printed_money(report):
        if _BUDGET_WORD.search(printed.label) and (largest is None or printed.value > largest[0]):
            unit = {1_000: ",000", 1_000_000: "m"}.get(printed.unit, "")
            largest = (printed.value, f"£{printed.digits}{unit}")
    for _paragraph, one in each_sentence(report, 1):
        for figure in one.figures:
            if figure.kind is not Kind.MONEY:
                continue
            around = one.text[max(0, figure.amount.start - 60) : figure.amount.end + 30]
            of_it = _OF_A_BUDGET.search(one.text[: figure.amount.start])
            if not of_it and (_VARIANCE.search(around) or not _BUDGET_WORD.search(around)):
                continue
            if largest is None or figure.size > largest[0]:
                largest = (figure.size, figure.text)
    return largest


# --- unit slips ----------------------------------------------------------------------------------


def an_amount_fits_the_budget_it_is_set_against(report: Report) -> Iterator[TextFinding]:
    """An overspend or saving is not larger than the largest budget that the report prints."""
    suspects = [
        (paragraph, one, figure)
        for paragraph, one in each_sentence(report, 1)
        for figure in one.figures
        if figure.kind is Kind.MONEY
        and figure.size >= 100_000
        and _said_of(one, figure)
        and not _NATIONAL.search(one.text)
    ]
    if not suspects:
        return
    budget = _largest_budget(report)
    for paragraph, one, figure in suspects:
        odd = "," in figure.text and figure.amount.scale >= 1_000_000
        if budget is not None and 0 < budget[0] * 5 <= figure.size:
            times = figure.size / budget[0]
            alone = odd or not _others_as_large(report, figure)
            confidence = Confidence.HIGH if odd or (times >= 20 and alone) else Confidence.LOW
            message = (
                f"{figure.text} is {times:,.0f} times the largest budget printed in the report, "
                f"{budget[1]}: the unit is probably wrong"
            )
        elif odd or figure.size >= _THOUSANDS_OF_MILLIONS:
            beyond = figure.size > (budget[0] if budget else _THE_LARGEST_COUNCIL)
            confidence = Confidence.MEDIUM if beyond else Confidence.LOW
            message = f"{figure.text} is thousands of millions: the unit is probably wrong"
        else:
            continue
        smaller = _one_unit_down(figure)
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"{message}{f' ({smaller} may be meant)' if smaller else ''}.",
            cure="Correct the unit or the decimal point.",
            confidence=confidence,
        )


def _others_as_large(report: Report, suspect: Figure) -> bool:
    """Whether the report tells of other sums of that order: its printed budget is then a small part
    of what it is about."""
    return any(
        figure.kind is Kind.MONEY
        and figure.text != suspect.text
        and figure.size * 5 >= suspect.size
        for _, one in each_sentence(report, 1)
        for figure in one.figures
    )


_THOUSANDS_OF_MILLIONS = 1_000_000_000
_THE_LARGEST_COUNCIL = 5_000_000_000
"""More than any English council spends in a year; a county's schools cost it £1.8bn."""


def _said_of(one: Sentence, figure: Figure) -> bool:
    """Whether the words next to a sum call it a variance or a saving."""
    start, end = figure.amount.start, figure.amount.end
    before = one.text[max(0, start - 45) : start]
    after = one.text[end : end + 30]
    before = re.split(r"£|;|\bbudget of\b|\bturnover\b|\bagainst\b", before)[-1]
    after = re.split(r"£|[.;,]", after)[0]
    return bool(_VARIANCE.search(before) or _VARIANCE.search(after))


def _one_unit_down(figure: Figure) -> str:
    """How the sum reads a thousand times smaller."""
    digits = re.match(r"£\s?([\d,.]+)", figure.text)
    if digits is None:
        return ""
    if figure.amount.scale >= 1_000_000 and "," in digits[1]:
        return figure.text.replace(",", ".", 1) if digits[1].count(",") == 1 else ""
    if figure.amount.scale == 1_000_000:
        return f"£{digits[1]}k"
    return ""


def an_amount_keeps_the_unit_of_its_table(report: Report) -> Iterator[TextFinding]:
    """The digits of a table in £000 are not quoted in the text as pounds or as millions."""
    tables: dict[str, PrintedSum] = {}
    for printed in printed_money(report):
        if len(printed.digits.replace(",", "").replace(".", "").strip("0")) >= 4:
            tables.setdefault(printed.digits, printed)
    if not tables:
        return
    right = {printed.value for printed in tables.values()}
    for paragraph, one in each_sentence(report, 1):
        for figure in one.figures:
            digits = re.match(r"£\s?([\d,.]*\d)", figure.text)
            if digits is None or figure.size in right:
                continue
            table = tables.get(digits[1])
            if table is None or figure.size == table.value:
                continue
            ratio = max(figure.size, table.value) / min(figure.size, table.value)
            if ratio not in (1_000, 1_000_000):
                continue
            shared = _words(table.label) & _words(one.text)
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{figure.text} stands as {table.digits} in a table in "
                f"{'£000' if table.unit == 1_000 else '£m'} ({table.place}), which is "
                f"{ratio:,.0f} times {'more' if table.value > figure.size else 'less'}.",
                cure="Correct the unit.",
                confidence=Confidence.MEDIUM if shared else Confidence.LOW,
            )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON}


_COMMON = {"with", "from", "that", "this", "budget", "total", "council", "which", "will", "have"}


# --- numbers that are not well formed ------------------------------------------------------------

_MALFORMED = (
    (
        Expression(r"£\s?\d{1,3}(?:,\d{3}){0,6},\d{1,2}(?!\d)(?!,\d)"),
        "a group after a comma has three digits",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d{1,3}(?:,\d{3}){0,6},\d{4,12}"),
        "a group after a comma has three digits",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d{4,12},\d{3}(?!\d)"),
        "a group before a comma has at most three digits",
        Confidence.HIGH,
    ),
    (
        Expression(r"(?<![\d.,/-])\d{1,3}(?:,\d{3}){1,6},\d{1,2}(?![\d,])(?=\s?(?:%|[a-z]))"),
        "a group after a comma has three digits",
        Confidence.HIGH,
    ),
    (
        Expression(r"(?<![\d.,/-])\d{1,3},\d{1,2}\s?%"),
        "a decimal point is meant, or a digit is missing",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d[\d,]{0,20}\.\d{1,12}\.\d{1,12}(?:m|k|bn)?\b"),
        "it has two decimal points",
        Confidence.HIGH,
    ),
    (
        Expression(r"(?<![\d.])\d{1,12}\.\d{1,12}\.\d{1,12}\s?(?:%|m\b(?!\s?\d)|million\b)"),
        "it has two decimal points",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d{1,12}\.\d{1,12},\d{3}\b"),
        "a comma follows the decimal point",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d[\d,]{0,20}\.\.\d{1,12}|\d\.\.\d{1,12}\s?%"),
        "it has two points",
        Confidence.HIGH,
    ),
    (Expression(r"£\s?\d[\d,]{0,20},,\d{1,12}"), "it has two commas", Confidence.HIGH),
    (
        Expression(r"(?<![\d.,])\d[\d.,]{0,20}\s?%\s?%"),
        "the per cent sign stands twice",
        Confidence.HIGH,
    ),
    (Expression(r"£\s?£\s?\d[\d,.]{0,20}"), "the pound sign stands twice", Confidence.HIGH),
    (
        Expression(
            r"£\s?\d[\d,.]{0,20}\s?(?:m|k|bn)\s(?:million|billion|thousand|m|k|bn)\b|"
            r"£\s?\d[\d,.]{0,20}\s?million\s(?:million|m|k)\b|£\s?\d[\d,.]{0,20}\s?(?:mm|kk)\b"
        ),
        "the unit stands twice",
        Confidence.HIGH,
    ),
    (
        Expression(r"£\s?\d{1,3},\s\d{3}(?![\d,])(?!\s[a-z])"),
        "a space stands within it",
        Confidence.LOW,
    ),
    (Expression(r"£\s\d[\d,.]{0,20}\s(?:m|k|bn)\b"), "spaces stand within it", Confidence.LOW),
)
_NO_UNIT = Expression(
    r"(?<![\d-])£[1-9]\d{0,2}\.\d{3}(?![\d,.]|"
    r"\s?(?i:m|k|bn|million|billion|thousand|per|a|p|/|each|pence)\b|"
    r"\s?(?:to|and|-|–|or)\s?£|/|[-–])"
)


_ONE_PLACE = Expression(
    r"(?<![\d-])£\d{1,3}\.\d(?![\d,.])(?!\s?(?i:m|k|bn|million|millions|billion|thousand|"
    r"per|an?|p|each|pence|pm|pa)\b|\s?(?:to|and|-|–|or)\s?£?\d|/|[-–])"
)


def numbers_are_well_formed(report: Report) -> Iterator[TextFinding]:
    """Groups of three digits, one decimal point, one sign and one unit."""
    for paragraph in paragraphs(report):
        text = paragraph.text[:20_000]
        if not re.search(r"\d", text):
            continue
        taken: list[tuple[int, int]] = []
        for pattern, why, confidence in _MALFORMED:
            for match in pattern.finditer(text):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                if why.startswith("a group after") and re.search(r",(?:19|20)\d\d$", match[0]):
                    continue
                taken.append(match.span())
                yield TextFinding(
                    place=paragraph.place,
                    quote=around(text, *match.span()),
                    message=f"“{match[0].strip()}” is not a well-formed number: {why}.",
                    cure="Write the number as it is meant.",
                    confidence=confidence,
                )
        millions = re.search(r"£\d[\d,.]{0,20}\s?(?i:m|million)\b", text)
        for match in _ONE_PLACE.finditer(text) if millions else ():
            yield TextFinding(
                place=paragraph.place,
                quote=around(text, *match.span()),
                message=f"“{match[0]}” has one decimal place and no unit beside sums in millions.",
                cure="Write the unit.",
                confidence=Confidence.MEDIUM,
            )
        for match in _NO_UNIT.finditer(text):
            if "£m" in text or "£000" in text:
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=around(text, *match.span()),
                message=f"“{match[0]}” has three decimal places and no unit: millions or "
                "thousands may be meant.",
                cure="Write the unit, or a comma for the point.",
                confidence=Confidence.MEDIUM,
            )


# --- an overspend is what is spent less the budget -----------------------------------------------

_BUDGET_OF = (
    r"(?:budget|cash limit|budget allocation|allocation|approved budget|budgeted \w+)"
    r"(?:\s+(?:figure|provision|total))?\s+(?:of|is|was|at|totals|totalled|stands at|set at)\s+"
)
_SPENT_OF = (
    r"(?:outturn|forecast|forecast spend|spend|spending|expenditure|actual|projected spend|"
    r"projection|cost|costs|position)(?:\s+(?:position|outturn|spend|expenditure))?\s+"
    r"(?:of|is|was|at|to be|totals|totalled|totalling|stands at)\s+"
)
_OVER = (
    r"(?P<over>over-?\s?spend|over-?\s?spent|over-?\s?spending|adverse variance|deficit|shortfall|"
    r"pressure)|(?P<under>under-?\s?spend|under-?\s?spending|favourable variance|surplus)"
)
_FORMS = (
    Expression(
        rf"\b{_SPENT_OF}{mark('y', 'M')}[^«»;.]{{0,60}}?\b(?:against|compared (?:to|with)|"
        rf"on|versus)\b[^«»;.]{{0,50}}?\b(?:budget|cash limit|allocation)[^«»;.]{{0,40}}?"
        rf"{mark('x', 'M')}[^«»;.]{{0,60}}?\b(?:{_OVER})\s+(?:of|is|was|totalling)\s+"
        rf"{mark('z', 'M')}",
        re.IGNORECASE,
    ),
    Expression(
        rf"\b{_BUDGET_OF}{mark('x', 'M')}[^«»;.]{{0,80}}?\b{_SPENT_OF}{mark('y', 'M')}"
        rf"[^«»;.]{{0,60}}?\b(?:{_OVER})\s+(?:of|is|was|totalling)\s+{mark('z', 'M')}",
        re.IGNORECASE,
    ),
    Expression(
        rf"\b{_SPENT_OF}{mark('y', 'M')}[^«»;.]{{0,60}}?\b{_BUDGET_OF}{mark('x', 'M')}"
        rf"[^«»;.]{{0,60}}?\b(?:{_OVER})\s+(?:of|is|was|totalling)\s+{mark('z', 'M')}",
        re.IGNORECASE,
    ),
    Expression(
        rf"\b(?:{_OVER})\s+of\s+{mark('z', 'M')}[^«»;.]{{0,60}}?\b{_SPENT_OF}{mark('y', 'M')}"
        rf"[^«»;.]{{0,60}}?\bbudget[^«»;.]{{0,30}}?{mark('x', 'M')}",
        re.IGNORECASE,
    ),
)


def an_overspend_is_what_is_spent_less_the_budget(report: Report) -> Iterator[TextFinding]:
    """A forecast of £12.5m against a budget of £12.1m is an overspend of £0.4m."""
    for paragraph, one in each_sentence(report, 3):
        for form in _FORMS:
            match = form.search(one.pattern)
            if match is None:
                continue
            x, y, z = (one.figure(match[name]) for name in "xyz")
            if min(x.value, y.value) < 0 or "income" in one.text.lower():
                break
            gap = y.size - x.size
            slack = x.spread + y.spread + z.spread
            over = bool(match["over"])
            if abs(abs(gap) - z.size) <= slack:
                if gap and abs(gap) > slack and (gap > 0) != over:
                    yield _wrong_way(paragraph, one, x, y, match)
                break
            off = (abs(abs(gap) - z.size) - slack) / z.amount.step
            finer = min((x, y), key=lambda figure: figure.amount.step).amount
            yield TextFinding(
                place=paragraph.place,
                quote=one.text,
                message=f"{y.text} less a budget of {x.text} is "
                f"{'-' if gap < 0 else ''}{worded(gap, finer)}, not {z.text}.",
                cure="Correct the budget, the spending or the variance.",
                confidence=Confidence.HIGH if off > 1 else Confidence.LOW,
            )
            break


def _wrong_way(
    paragraph: Paragraph, one: Sentence, x: Figure, y: Figure, match: re.Match[str]
) -> TextFinding:
    said = match["over"] or match["under"]
    return TextFinding(
        place=paragraph.place,
        quote=one.text,
        message=f"{y.text} is {'more' if y.size > x.size else 'less'} than the budget of "
        f"{x.text}, but the text calls it {said.lower()}.",
        cure="Correct the word or the figures.",
        confidence=Confidence.HIGH,
    )


RULES: tuple[Rule, ...] = (
    an_amount_fits_the_budget_it_is_set_against,
    an_amount_keeps_the_unit_of_its_table,
    numbers_are_well_formed,
    an_overspend_is_what_is_spent_less_the_budget,
)
