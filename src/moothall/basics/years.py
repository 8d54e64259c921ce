"""Financial years, 1 April to 31 March, written 2019/20."""

import re
from dataclasses import dataclass

_YEAR = re.compile(r"^(\d{4})/(\d{2})$")


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """The financial year that starts on 1 April of `start`."""

    start: int

    def __str__(self) -> str:
        return f"{self.start:04d}/{(self.start + 1) % 100:02d}"

    @property
    def next(self) -> "FinancialYear":
        return FinancialYear(self.start + 1)


def read_financial_year(text: str) -> FinancialYear:
    """Read `2019/20`.  Raises ValueError where the second half is not the year after the first."""
    match = _YEAR.match(text.strip())
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        raise ValueError(f"{text!r} is no financial year; write it as 2019/20")
    return FinancialYear(int(match[1]))
