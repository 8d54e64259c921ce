"""Totals and subtotals of a table: kept out of what is brought in, and held against their rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from moothall.basics.figures import bracketed
from moothall.files.workbooks.cells import letters
from moothall.files.workbooks.numbers import Amount

_TOTAL = re.compile(
    r"^\W*(grand|overall|sub|net|gross|sum)?[\s-]*(sub[\s-]?)?totals?\b|\b(sub[\s-]?)?totals?\W*$|"
    r"^net (budget|cost|expenditure)\b|^balance c/f",
    re.IGNORECASE,
)


def names_a_total(label: str) -> bool:
    """Whether a row's words say that it sums others."""
    return bool(_TOTAL.search(label))


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalCheck:
    """A total that the table prints.

    `of` says which rows it is held against; `wrong` gives for the columns in which it differs the
    place, what is printed and what the rows make; `by_rounding` says that rounding explains it.
    """

    place: str
    label: str
    of: str
    wrong: tuple[tuple[str, str, str], ...] = ()
    by_rounding: bool = False

    @property
    def sentence(self) -> str:
        if not self.wrong:
            return f"{self.label} is the sum of {self.of}."
        told = "; ".join(
            f"{place} says {said}, the rows make {made}" for place, said, made in self.wrong
        )
        why = "rounding explains it" if self.by_rounding else "more than rounding explains"
        return f"{self.label}, as the sum of {self.of}: {told} ({why})."


@dataclass(slots=True)
class Casting:
    """The rows of a table as they go by, summed for the totals to come.

    `columns` are summed.  A total is held against the rows since the last one, all rows since the
    top, and the subtotals since the last total of them; it is right where one of these makes it.
    """

    columns: Sequence[int]
    prefix: str = ""
    _since: dict[int, Decimal] = field(default_factory=dict)
    _all: dict[int, Decimal] = field(default_factory=dict)
    _subtotals: dict[int, Decimal] = field(default_factory=dict)
    _rows: int = 0
    _rows_since: int = 0
    _subtotals_since: int = 0
    _slack: dict[int, Decimal] = field(default_factory=dict)

    def row(self, amounts: Mapping[int, Amount]) -> None:
        """A row that is no total."""
        self._rows += 1
        self._rows_since += 1
        for column, amount in amounts.items():
            for sums in (self._since, self._all):
                sums[column] = sums.get(column, Decimal(0)) + amount.value
            half = Decimal(1).scaleb(-amount.places) / 2
            self._slack[column] = self._slack.get(column, Decimal(0)) + half

    def makes(self, amounts: Mapping[int, Amount]) -> bool:
        """Whether the rows since the last total make these figures exactly."""
        return self._rows_since > 1 and all(
            self._since.get(column) == amount.value for column, amount in amounts.items()
        )

    def total(self, row: int, label: str, amounts: Mapping[int, Amount]) -> TotalCheck:
        """A total, held against whichever rows fit it best."""
        ways = [
            (f"the {_counted(self._rows_since, 'row')} above it", self._since, self._rows_since),
            (f"all {_counted(self._rows, 'row')}", self._all, self._rows),
            (
                f"the {_counted(self._subtotals_since, 'total')} above it",
                self._subtotals,
                self._subtotals_since,
            ),
        ]
        checks = [
            self._check(row, label, amounts, name, sums) for name, sums, number in ways if number
        ]
        best = min(
            checks or [TotalCheck(place=f"{self.prefix}{row}", label=label, of="no row")],
            key=lambda check: (bool(check.wrong), not check.by_rounding, len(check.wrong)),
        )
        if best.of == ways[2][0] or best.of == ways[1][0]:
            self._subtotals, self._subtotals_since = {}, 0
        for column, amount in amounts.items():
            self._subtotals[column] = self._subtotals.get(column, Decimal(0)) + amount.value
        self._subtotals_since += 1
        self._since, self._rows_since = {}, 0
        return best

    def _check(
        self,
        row: int,
        label: str,
        amounts: Mapping[int, Amount],
        of: str,
        sums: Mapping[int, Decimal],
    ) -> TotalCheck:
        wrong, within = [], True
        for column, amount in _in_order(amounts):
            made = sums.get(column, Decimal(0))
            if made != amount.value:
                place = f"{self.prefix}{letters(column)}{row}"
                wrong.append((place, amount.text, bracketed(made)))
                slack = self._slack.get(column, Decimal(0))
                slack += Decimal(1).scaleb(-amount.places) / 2
                within = within and abs(made - amount.value) <= slack
        return TotalCheck(
            place=f"{self.prefix}{letters(min(amounts, default=1))}{row}",
            label=label,
            of=of,
            wrong=tuple(wrong),
            by_rounding=bool(wrong) and within,
        )


def _in_order(amounts: Mapping[int, Amount]) -> Iterable[tuple[int, Amount]]:
    return sorted(amounts.items(), key=lambda each: each[0])


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
