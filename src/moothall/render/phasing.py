"""The phasing of savings, year by year: recurrent and one-off apart, and what is to be found."""

from collections.abc import Sequence
from decimal import Decimal

from moothall.documents.document import Picture, Table
from moothall.facts.words import in_pounds
from moothall.finance.savings_plan import PlannedYear
from moothall.render.money_bars import Scale, bar, chart, key_entry, row_letters
from moothall.render.svg import INK, NAVY, ORANGE, TEAL, WHITE

_ROW = 62.0
_BAR = 20.0
_RECURRENT: dict[str, str | float] = {"fill": NAVY}
_ONE_OFF: dict[str, str | float] = {"fill": ORANGE, "stroke": INK, "stroke_dasharray": "4 2"}
_NOT_SAID: dict[str, str | float] = {"fill": TEAL, "stroke": INK}
_TO_FIND: dict[str, str | float] = {"fill": WHITE, "stroke": INK, "stroke_width": 2}


def phasing_svg(name: str, years: Sequence[PlannedYear], ident: str) -> Picture:
    """Draw each year's saving over what that year has to find; to go with `phasing_table`."""
    scale = Scale.over(
        value
        for year in years
        for value in (year.reached, year.reached - year.pressure, year.to_find)
    )
    parts: list[str] = []
    kinds: dict[str, dict[str, str | float]] = {}
    for place, year in enumerate(years):
        y = 8 + place * _ROW
        parts += row_letters(f"{year.year}", y - 2, bold=True)
        lasting = year.reached - year.pressure
        told = year.one_off is not None
        looks = _RECURRENT if told else _NOT_SAID
        kinds["recurrent saving" if told else "saving, not said whether recurrent"] = looks
        if lasting:
            parts.append(bar(scale, Decimal(0), lasting, y + 4, _BAR, **looks))
        if year.pressure:
            parts.append(bar(scale, lasting, year.reached, y + 4, _BAR, **_ONE_OFF))
            kinds["one-off money"] = _ONE_OFF
        parts.append(scale.amount(in_pounds(year.reached), Decimal(0), year.reached, y + 19))
        parts.append(bar(scale, Decimal(0), year.to_find, y + 30, _BAR - 6, **_TO_FIND))
        parts.append(scale.amount(in_pounds(year.to_find), Decimal(0), year.to_find, y + 42))
        kinds["to find in the year"] = _TO_FIND
    bottom = 8 + len(years) * _ROW
    return chart(
        f"phasing-{ident}",
        _title(name),
        " ".join(_said(year) for year in years) or "No year is planned.",
        [scale.zero(bottom), *parts],
        bottom,
        [key_entry(text, **looks) for text, looks in kinds.items()],
    )


def phasing_table(name: str, years: Sequence[PlannedYear]) -> Table:
    """The same as a table; what nobody has said is not told as nought."""
    return Table(
        caption=_title(name),
        head=(
            "Year",
            "Saved a year by then",
            "Recurrent",
            "One-off",
            "Rise over the year before",
            "One-off that falls away",
            "To find in the year",
        ),
        rows=tuple(
            (
                (str(year.year),),
                (in_pounds(year.reached),),
                ("not said" if year.recurrent is None else in_pounds(year.recurrent),),
                ("not said" if year.one_off is None else in_pounds(year.one_off),),
                (in_pounds(year.rise),),
                (in_pounds(year.falls_away),),
                (in_pounds(year.to_find),),
            )
            for year in years
        ),
        numeric=(1, 2, 3, 4, 5, 6),
    )


def _title(name: str) -> str:
    return f"Savings year by year: {name}"


def _said(year: PlannedYear) -> str:
    one_off = (
        "how much of it is one-off is not said"
        if year.one_off is None
        else f"{in_pounds(year.one_off)} of it one-off"
    )
    return (
        f"{year.year}: {in_pounds(year.reached)}, {one_off}; "
        f"{in_pounds(year.to_find)} to find in the year."
    )
