"""The lines of a table as what facts say: each kind's own checks, every fault with its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from moothall.basics.figures import Figure, bracketed, read_figure
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.money import PhasedAmount, Unit
from moothall.facts.sharing import EntryKind
from moothall.files.workbooks.fields import (
    CUMULATIVE,
    MONTH,
    PHASED,
    TableKind,
    field_of,
)
from moothall.files.workbooks.numbers import Amount, in_unit
from moothall.files.workbooks.remarks import Remark
from moothall.files.workbooks.rows import Line

_NIL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one fact is to say: `says` field by field, `place` where in the table it stands.

    `authority` is empty where the table names no council.
    """

    place: str
    row: int
    authority: str
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What holds for every line of a table because its head or a person says so."""

    unit: Unit
    year: FinancialYear | None
    funding: FundingStream | None
    entry_kind: EntryKind | None
    columns: frozenset[str]


Found = Iterator[Entry | Remark]


def entries_of(kind: TableKind, lines: list[Line], common: Common) -> Found:
    """Every entry of the lines, and a remark for each that cannot be one."""
    if kind is TableKind.BASELINE:
        return _baseline(lines, common)
    return (_savings if kind is TableKind.SAVINGS else _ledger)(lines, common)


# --- Baseline -------------------------------------------------------------------------------------


def _baseline(lines: list[Line], common: Common) -> Found:
    incomes = [(line, amount) for line in lines if (amount := line.amount("gross_income"))]
    negative = [each for each in incomes if each[1].value < 0]
    positive = [each for each in incomes if each[1].value > 0]
    if negative and positive:
        fewer, more = sorted((negative, positive), key=len)
        for line, amount in fewer:
            yield Remark(
                line.places["gross_income"],
                f"income is {amount.text} here and has the other sign in {len(more)} of the rows",
                "Write all income one way, in brackets or without.",
            )
        return
    sign = -1 if negative else 1
    for line in lines:
        yield from _baseline_line(line, common, sign)


def _baseline_line(line: Line, common: Common, sign: int) -> Found:
    gross, income, net = (
        None if (amount := line.amount(name)) is None else in_unit(amount, common.unit)
        for name in ("gross_expenditure", "gross_income", "net")
    )
    income = None if income is None else income * sign
    if gross is None and income is not None and net is not None:
        gross = net + income
    elif income is None and gross is not None and net is not None:
        income = gross - net
    year = line.values.get("year") or common.year
    says: dict[str, Any] = {
        "service": line.values.get("service"),
        "funding": line.values.get("funding") or common.funding,
        "year": year,
        "gross_expenditure": gross,
        "gross_income": income,
    }
    faults = list(_lacking(line, says))
    for name, value in (("gross_expenditure", gross), ("gross_income", income)):
        if value is not None and value < 0:
            where = line.places.get(name) or line.places.get("net") or line.place
            faults.append(
                Remark(
                    where,
                    f"{_label(name)} would be negative ({bracketed(value)} pounds)",
                    "Write it as a positive number, or move it to the other column.",
                )
            )
    fte = line.amount("fte")
    if "fte" in common.columns:
        says["fte"] = fte.value if fte else None
    for name in ("recharges_in", "recharges_out"):
        amount = line.amount(name)
        if name in common.columns:
            # A recharge out is income, and tables print it as such.
            says[name] = None if amount is None else abs(in_unit(amount, common.unit))
    for name in ("price_base", "grant_ends", "ledger_code"):
        if name in common.columns:
            says[name] = line.values.get(name)
    yield from faults
    if not faults:
        yield Entry(line.place, line.row, line.values.get("authority", ""), says)


def net_is_wrong(line: Line) -> str:
    """How a printed net differs from gross expenditure less income; empty where it does not."""
    amounts = [line.amount(name) for name in ("gross_expenditure", "gross_income", "net")]
    if any(amount is None for amount in amounts):
        return ""
    gross, income, net = (amount for amount in amounts if amount is not None)
    made = gross.value - abs(income.value)
    if made == net.value:
        return ""
    slack = sum((Decimal(1).scaleb(-each.places) / 2 for each in (gross, income, net)), _NIL)
    why = "rounding explains it" if abs(made - net.value) <= slack else "rounding does not"
    return (
        f"the net printed is {net.text}, gross expenditure less income makes {bracketed(made)}: "
        f"{why}"
    )


# --- Savings --------------------------------------------------------------------------------------


def _savings(lines: list[Line], common: Common) -> Found:
    for line in lines:
        says: dict[str, Any] = {
            "name": line.values.get("name"),
            "unit": common.unit,
            "cash_limit_year": line.values.get("cash_limit_year") or common.year,
        }
        for name in ("cash_limit", "full_year_saving", "revised_cash_limit"):
            amount = line.amount(name)
            says[name] = None if amount is None else _figure(amount)
        faults = list(_lacking(line, says))
        says["phasing"] = tuple(_phasing(line, common))
        if "number" in common.columns:
            says["number"] = line.values.get("number", "")
        amount = line.amount("confidence_percent")
        if "confidence_percent" in common.columns:
            says["confidence_percent"] = amount.value if amount else None
        amount = line.amount("cost_of_change")
        if "cost_of_change" in common.columns:
            says["cost_of_change"] = _figure(amount) if amount else None
        for name in ("posts_reduced", "funding_stream", "starts", "standing"):
            if name in common.columns and name in line.values:
                says[name] = line.values[name]
        yield from faults
        if not faults:
            yield Entry(line.place, line.row, line.values.get("authority", ""), says)


def _phasing(line: Line, common: Common) -> Iterator[PhasedAmount]:
    for target in sorted(common.columns, key=lambda each: each.partition(":")[::-1]):
        sort, _, of = target.partition(":")
        if sort in (PHASED, CUMULATIVE) and (amount := line.amount(target)) is not None:
            year = FinancialYear(int(of[:4]))
            yield PhasedAmount(year=year, amount=_figure(amount), cumulative=sort == CUMULATIVE)


def _figure(amount: Amount) -> Figure:
    """The amount as a paper prints it, in the table's unit; a scale of its own is left to that."""
    if amount.own_unit is None:
        try:
            return read_figure(amount.text)
        except ValueError:
            pass
    return read_figure(bracketed(amount.value))


# --- Ledger ---------------------------------------------------------------------------------------

_KINDS = {each.value: each for each in EntryKind}


def _ledger(lines: list[Line], common: Common) -> Found:
    for line in lines:
        found = list(_ledger_entries(line, common))
        if not found:
            yield Remark(line.place, "gives no amount", "Write the amount, or leave the row out.")
        yield from found


def _ledger_entries(line: Line, common: Common) -> Found:
    month = line.values.get("month")
    for target in sorted(common.columns):
        sort, _, of = target.partition(":")
        amount = line.amount(target)
        if amount is None or not (target == "amount" or sort == MONTH or target in _KINDS):
            continue
        stated = line.values.get("kind") or common.entry_kind
        says: dict[str, Any] = {
            "about": line.values.get("about"),
            "kind": _KINDS.get(target) or stated,
            "year": line.values.get("year") or common.year,
            "funding": line.values.get("funding") or common.funding,
            "amount": in_unit(amount, common.unit),
            "month": int(of) if sort == MONTH and of else month,
        }
        if "ledger_code" in common.columns:
            says["ledger_code"] = line.values.get("ledger_code")
        faults = list(_lacking(line, {k: v for k, v in says.items() if k not in _MAY_BE_NONE}))
        yield from faults
        if faults:
            return
        place = line.places[target]
        yield Entry(place, line.row, line.values.get("authority", ""), says)


_MAY_BE_NONE = ("month", "ledger_code")


# --- Together -------------------------------------------------------------------------------------


def _lacking(line: Line, says: Mapping[str, Any]) -> Iterator[Remark]:
    for name, value in says.items():
        if value is None or value == "":
            where = line.places.get(name) or line.place
            yield Remark(
                where,
                f"{_label(name)} is empty",
                "Write it, or leave the row out; what nobody has said is not nought.",
            )


def _label(name: str) -> str:
    for kind in TableKind:
        found = field_of(kind, name)
        if found is not None:
            return found.label
    return name.replace("_", " ")
