"""A savings waterfall: from the cash limit through what is found each year to the revised limit.

Recurrent and one-off money are apart, and one-off money that falls away stands as a step of its
own, so that what has to be found again can be seen (document 003: 600, not 458).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moothall.documents.document import Picture, Table
from moothall.facts.money import Recurrence
from moothall.facts.words import in_pounds
from moothall.finance.casting import as_pounds
from moothall.finance.savings_plan import PlannedYear, SavingLine, total_of
from moothall.render.money_bars import Scale, bar, chart, key_entry, row_letters
from moothall.render.svg import INK, NAVY, ORANGE, PALE, PLUM, TEAL, WHITE, element

_ROW = 40.0
_BAR = 22.0


class StepKind(StrEnum):
    """What a step of the waterfall is."""

    LIMIT = "limit"
    RECURRENT = "recurrent saving"
    ONE_OFF = "one-off money"
    FALLS_AWAY = "one-off money that falls away"
    NOT_SAID = "saving, not said whether recurrent"
    DIFFERENCE = "difference in the printed table"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterfallStep:
    """One bar, in pounds: what is taken off (negative) or comes back, and where that leads."""

    name: str
    kind: StepKind
    change: Decimal
    after: Decimal

    @property
    def before(self) -> Decimal:
        """Where the bar starts; a limit stands on nought."""
        return Decimal(0) if self.kind is StepKind.LIMIT else self.after - self.change


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """The steps of one saving, or of several together whose cash limits are added.

    `limits` is how many cash limits that is.
    """

    name: str
    steps: tuple[WaterfallStep, ...]
    limits: int

    @property
    def title(self) -> str:
        return f"From cash limit to revised limit: {self.name}"

    @property
    def description(self) -> str:
        return "; ".join(f"{step.name} {_amount(step)}" for step in self.steps) + "."


def waterfall_of(name: str, lines: Sequence[SavingLine]) -> Waterfall:
    """The waterfall of one line of a plan, or of several together."""
    return Waterfall(name=name, steps=tuple(_steps(tuple(lines))), limits=len(lines))


def waterfall_svg(waterfall: Waterfall, ident: str) -> Picture:
    """Draw it, to go with `waterfall_table`.  `ident` names it among the drawings of a page."""
    steps = waterfall.steps
    scale = Scale.over(value for step in steps for value in (step.before, step.after))
    parts = []
    for place, step in enumerate(steps):
        y = 8 + place * _ROW
        parts += row_letters(step.name, y, bold=step.kind is StepKind.LIMIT)
        parts.append(bar(scale, step.before, step.after, y + 6, _BAR, **_LOOKS[step.kind]))
        parts.append(scale.amount(_amount(step), step.before, step.after, y + 22))
        if place + 1 < len(steps):
            x = scale.at(step.after)
            parts.append(element("line", x1=x, x2=x, y1=y + 6 + _BAR, y2=y + _ROW + 6, stroke=INK))
    shown = [kind for kind in StepKind if any(step.kind is kind for step in steps)]
    keys = [key_entry(kind.value, **_LOOKS[kind]) for kind in shown]
    return chart(
        f"waterfall-{ident}",
        waterfall.title,
        waterfall.description,
        [scale.zero(8 + len(steps) * _ROW), *parts],
        8 + len(steps) * _ROW,
        keys,
    )


def waterfall_table(waterfall: Waterfall) -> Table:
    """The same as a table."""
    return Table(
        caption=waterfall.title,
        head=("Step", "What it is", "Change (£)", "Leads to (£)"),
        rows=tuple(
            (
                (step.name,),
                (step.kind.value,),
                ("–" if step.kind is StepKind.LIMIT else _amount(step),),
                (in_pounds(step.after),),
            )
            for step in waterfall.steps
        ),
        numeric=(2, 3),
    )


_LOOKS: dict[StepKind, dict[str, str | float]] = {
    StepKind.LIMIT: {"fill": INK},
    StepKind.RECURRENT: {"fill": NAVY},
    StepKind.ONE_OFF: {"fill": ORANGE, "stroke": INK, "stroke_dasharray": "4 2"},
    StepKind.FALLS_AWAY: {"fill": WHITE, "stroke": PLUM, "stroke_width": 2},
    StepKind.NOT_SAID: {"fill": TEAL, "stroke": INK},
    StepKind.DIFFERENCE: {"fill": PALE, "stroke": INK, "stroke_dasharray": "1 2"},
}


def _amount(step: WaterfallStep) -> str:
    if step.kind is StepKind.LIMIT:
        return in_pounds(step.after)
    return f"{'+' if step.change > 0 else ''}{in_pounds(step.change)}"


def _steps(lines: tuple[SavingLine, ...]) -> Iterator[WaterfallStep]:
    if not lines:
        return
    stands = sum((line.cash_limit for line in lines), Decimal(0))
    yield _limit(_limit_name(lines), stands)
    years = total_of(lines).years
    for place, year in enumerate(years):
        for name, kind, change in _of_year(lines, years, place):
            if change:
                stands += change
                yield WaterfallStep(name=name, kind=kind, change=change, after=stands)
        if place + 1 < len(years):
            yield _limit(f"Left of the limit in {year.year}", stands)
    reached = years[-1].reached if years else Decimal(0)
    ahead = sum((line.full_year for line in lines), Decimal(0)) - reached
    if ahead:
        stands -= ahead
        name = "Full-year saving that no year of the plan reaches"
        if ahead < 0:
            name = "The plan's last year is more than the full-year saving"
        yield WaterfallStep(name=name, kind=StepKind.DIFFERENCE, change=-ahead, after=stands)
    revised = sum((line.revised for line in lines), Decimal(0))
    if revised != stands:
        yield WaterfallStep(
            name="The printed revised limit differs",
            kind=StepKind.DIFFERENCE,
            change=revised - stands,
            after=revised,
        )
    yield _limit("Revised cash limit", revised)


def _limit(name: str, stands: Decimal) -> WaterfallStep:
    return WaterfallStep(name=name, kind=StepKind.LIMIT, change=Decimal(0), after=stands)


def _limit_name(lines: tuple[SavingLine, ...]) -> str:
    years = sorted({line.fact.cash_limit_year for line in lines})
    of = " and ".join(map(str, years))
    return f"Cash limit {of}" if len(lines) == 1 else f"{len(lines)} cash limits {of}, added"


def _of_year(
    lines: tuple[SavingLine, ...], years: tuple[PlannedYear, ...], place: int
) -> Iterator[tuple[str, StepKind, Decimal]]:
    """What comes back and what is found in one year of the plan."""
    year = years[place]
    if year.falls_away:
        before = years[place - 1].year
        yield f"One-off money of {before} falls away", StepKind.FALLS_AWAY, year.falls_away
    if year.one_off is None and not year.pressure:
        yield f"To find in {year.year}", StepKind.NOT_SAID, -year.to_find
        return
    one_off = year.pressure
    recurrent = year.to_find - one_off
    named = _named_parts(lines, year)
    if sum((amount for _, amount in named), Decimal(0)) == recurrent:
        for name, amount in named:
            yield name, StepKind.RECURRENT, -amount
    else:
        yield f"Recurrent saving of {year.year}", StepKind.RECURRENT, -recurrent
    yield f"One-off money of {year.year}", StepKind.ONE_OFF, -one_off


def _named_parts(lines: tuple[SavingLine, ...], year: PlannedYear) -> list[tuple[str, Decimal]]:
    """The recurrent parts of the one line that there is, as its breakdown names them."""
    if len(lines) != 1 or year.carried:
        return []
    fact = lines[0].fact
    if fact.breakdown is None or fact.breakdown.year != year.year:
        return []
    rows = fact.breakdown.rows
    total = next((row.amount.value for row in rows if row.kind == "total"), Decimal(1))
    sign = -1 if total < 0 else 1
    return [
        (row.name, sign * as_pounds(row.amount, fact.unit).value)
        for row in rows
        if row.kind == "part" and row.recurrence is Recurrence.RECURRENT
    ]
