"""What is worked out, as JSON holds it: facts as they are dumped, sums as texts so none is lost."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.basics.years import FinancialYear
from moothall.facts.fact import Fact
from moothall.files.shapes import plain

_AS_DUMPED = (Fact, Citation, WrittenDate, Figure, FinancialYear)


def written(value: object) -> Any:
    """The value as mappings, lists, texts, whole numbers, true and false.

    A sum is a text (`"1200.50"`), a fraction that no decimal holds one of two numbers (`"1/3"`).
    """
    if isinstance(value, _AS_DUMPED):
        return plain(value)
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | Fraction | float):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: written(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(written(name)): written(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [written(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted(written(each) for each in value)
    raise TypeError(f"{type(value).__name__} has no place in an answer")
