"""What each kind of money table is made of: its fields, and the words by which a column is told."""

import re
from dataclasses import dataclass
from enum import StrEnum

from moothall.basics.years import read_financial_year
from moothall.files.workbooks.words import month_in, years_in


class TableKind(StrEnum):
    """The kinds of facts that a money table makes; the values are those of the programme."""

    BASELINE = "baseline_lines"
    SAVINGS = "savings"
    LEDGER = "ledger_entries"


KIND_LABELS = {
    TableKind.BASELINE: "Budget or baseline: gross expenditure and income by service",
    TableKind.SAVINGS: "Savings plan: cash limits and savings by year",
    TableKind.LEDGER: "Ledger: what was planned, spent or settled",
}


class Sort(StrEnum):
    """What a field takes."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    YEAR = "year"
    COUNCIL = "council"
    FUNDING = "funding"
    MONTH = "month"
    ENTRY_KIND = "kind"
    STANDING = "standing"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the fact, what a person calls it, and the words of its headings."""

    name: str
    label: str
    sort: Sort
    words: str


_COUNCIL = Field("authority", "Council", Sort.COUNCIL, r"^(council|authority|partner|borough)\b")
_CODE = Field(
    "ledger_code",
    "Ledger code",
    Sort.TEXT,
    r"cost cent(re|er)( code)?$|(ledger|account|subjective|gl|cost|budget) code|^code$",
)
_YEAR = Field("year", "Financial year", Sort.YEAR, r"^(financial )?year$|^fy$")

FIELDS: dict[TableKind, tuple[Field, ...]] = {
    TableKind.BASELINE: (
        _COUNCIL,
        Field("recharges_in", "Recharges in", Sort.MONEY, r"recharges? (in|from)|internal charges"),
        Field("recharges_out", "Recharges out", Sort.MONEY, r"recharges? (out|to)|internal income"),
        Field("gross_income", "Gross income", Sort.MONEY, r"income|receipts"),
        Field("net", "Net (checked)", Sort.MONEY, r"\bnet\b"),
        Field(
            "gross_expenditure",
            "Gross expenditure",
            Sort.MONEY,
            r"expenditure|gross( budget| cost| exp)?\b|\bspend",
        ),
        Field("fte", "Full-time equivalents (FTE)", Sort.NUMBER, r"\bfte\b|\bwte\b|full.?time"),
        Field("price_base", "Price base", Sort.YEAR, r"price base|prices of"),
        Field("grant_ends", "Grant ends", Sort.DATE, r"grant end|ends|end date"),
        Field("funding", "Funding stream", Sort.FUNDING, r"funding|fund$|funded|stream|source of"),
        _CODE,
        _YEAR,
        Field(
            "service",
            "Service",
            Sort.TEXT,
            r"service|department|directorate|division|budget (area|heading)|cost cent(re|er) name|"
            r"description|function|^area$|^team$",
        ),
    ),
    TableKind.SAVINGS: (
        _COUNCIL,
        Field("number", "Number", Sort.TEXT, r"^(ref(erence)?|no\.?|#|number|id|item)\b"),
        Field(
            "revised_cash_limit", "Revised cash limit", Sort.MONEY, r"revised|new (cash limit|bud)"
        ),
        Field(
            "cost_of_change",
            "One-off cost of change",
            Sort.MONEY,
            r"cost of change|one.?off cost|implementation|investment|cost to deliver",
        ),
        Field("cash_limit", "Cash limit", Sort.MONEY, r"cash limit|base budget|current budget"),
        Field(
            "full_year_saving",
            "Full-year saving",
            Sort.MONEY,
            r"full.?year|total saving|annual saving|saving (£|total)",
        ),
        Field(
            "confidence_percent",
            "Delivery confidence, per cent",
            Sort.NUMBER,
            r"confidence|probabil|likelihood",
        ),
        Field("cash_limit_year", "Year of the cash limit", Sort.YEAR, r"(cash limit|base) year"),
        Field("standing", "Claimed, evidenced or verified", Sort.STANDING, r"standing|verified"),
        Field("starts", "Starts", Sort.DATE, r"^start|\bfrom$|go.?live"),
        Field("posts_reduced", "Posts reduced", Sort.TEXT, r"posts?|\bfte\b|\bwte\b|staff"),
        Field("funding_stream", "Funding stream", Sort.FUNDING, r"funding|fund$|stream|source of"),
        Field(
            "name",
            "Saving",
            Sort.TEXT,
            r"name|proposal|title|description|service|scheme|project|^savings?$",
        ),
    ),
    TableKind.LEDGER: (
        _COUNCIL,
        Field("settled", "Settled", Sort.MONEY, r"settle|recharged|paid over|true.?up"),
        Field("planned", "Planned", Sort.MONEY, r"plan|budget(?! (area|heading|code))|estimate"),
        Field("actual", "Actual", Sort.MONEY, r"actual|outturn|spen[dt]|to date"),
        Field("kind", "Planned, actual or settled", Sort.ENTRY_KIND, r"^(kind|type|entry type)$"),
        Field("month", "Month", Sort.MONTH, r"^(month|period)$"),
        Field("amount", "Amount", Sort.MONEY, r"amount|value|^£|cost$"),
        Field("funding", "Funding stream", Sort.FUNDING, r"funding|fund$|funded|stream|source of"),
        _CODE,
        _YEAR,
        Field(
            "about",
            "What it is for",
            Sort.TEXT,
            r"about|service|description|item|detail|what|line|budget (area|heading)|narrative",
        ),
    ),
}
NEEDED: dict[TableKind, tuple[str, ...]] = {
    TableKind.BASELINE: ("service",),
    TableKind.SAVINGS: ("name", "cash_limit", "full_year_saving", "revised_cash_limit"),
    TableKind.LEDGER: ("about",),
}
PHASED, CUMULATIVE, MONTH = "phased", "cumulative", "month"
"""Columns that there are several of, as in `phased:2026/27`, `cumulative:2027/28`, `month:1`."""

LEAVE_OUT = ""


def field_of(kind: TableKind, target: str) -> Field | None:
    """The field that a column's target names, with its year or month in the label."""
    sort, _, of = target.partition(":")
    if kind is TableKind.SAVINGS and sort in (PHASED, CUMULATIVE) and _is_year(of):
        label = f"Cumulative saving by {of}" if sort == CUMULATIVE else f"Saving in {of}"
        return Field(target, label, Sort.MONEY, "")
    if kind is TableKind.LEDGER and sort == MONTH and of.isdecimal() and 1 <= int(of) <= 12:
        return Field(target, f"Amount of {MONTH_NAMES[int(of) - 1]}", Sort.MONEY, "")
    return next((each for each in FIELDS[kind] if each.name == target), None)


MONTH_NAMES = (
    *("April", "May", "June", "July", "August", "September"),
    *("October", "November", "December", "January", "February", "March"),
)


def targets(kind: TableKind, headings: list[str]) -> list[tuple[str, str]]:
    """Every target that a column of such a table may have (value, words)."""
    found = [(each.name, each.label) for each in FIELDS[kind]]
    if kind is TableKind.SAVINGS:
        named = sorted({year for heading in headings for year in years_in(heading)})
        for target in (f"{sort}:{year}" for year in named for sort in (PHASED, CUMULATIVE)):
            field = field_of(kind, target)
            if field is not None:
                found.append((field.name, field.label))
    if kind is TableKind.LEDGER:
        found += [
            (f"{MONTH}:{n}", f"Amount of {name}") for n, name in enumerate(MONTH_NAMES, start=1)
        ]
    return found


def suggested(kind: TableKind, heading: str) -> str:
    """The target that the words of a heading suggest; empty where none do."""
    said = heading.casefold()
    years = years_in(heading)
    for each in FIELDS[kind]:
        if re.search(each.words, _bare(said)):
            is_total = kind is TableKind.SAVINGS and years and each.name in ("name", "number")
            if not is_total:
                return each.name
    if kind is TableKind.SAVINGS and len(years) == 1:
        sort = CUMULATIVE if re.search(r"cumul|total to date|running", said) else PHASED
        return f"{sort}:{years[0]}"
    if kind is TableKind.LEDGER and (month := month_in(said)) is not None:
        return f"{MONTH}:{month}"
    return LEAVE_OUT


def _bare(said: str) -> str:
    """A heading without its year and unit, which say nothing about what it is."""
    without = re.sub(r"\(?£\s*['’]?(000['’]?s?|k|m|million)?\)?|\(000s?\)", " ", said)
    without = re.sub(r"\b(\d{4}|\d{2})\s*[/–-]\s*\d{2,4}\b", " ", without)
    return " ".join(without.split())


def _is_year(text: str) -> bool:
    try:
        read_financial_year(text)
    except ValueError:
        return False
    return True
