"""The days in which a claim can lie, as its words name years, months and financial years."""

from datetime import date
from functools import lru_cache

from moothall.proofread.reading.statements import periods_named

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}


@lru_cache(maxsize=8192)
def days_named(text: str) -> tuple[tuple[date, date], ...]:
    """The days in which a claim can lie, as its words name years, months and financial years."""
    found = []
    for named in periods_named(text):
        first, _, second = named.partition("/")
        if second and first.isdigit():
            found.append((date(2000 + int(first), 4, 1), date(2000 + int(second), 3, 31)))
        elif named.isdigit() and len(named) == 2:
            found.append((date(2000 + int(named), 1, 1), date(2000 + int(named), 12, 31)))
        elif named[:3] in _MONTHS and named[-2:].isdigit():
            year, month = 2000 + int(named[-2:]), _MONTHS[named[:3]]
            found.append((date(year, month, 1), date(year, month, 28)))
    return tuple(found)
