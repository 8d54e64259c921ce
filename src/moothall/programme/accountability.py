"""Who answers to whom in a programme: each council on its own side, the programme's bodies between.

Made from the facts alone (document 000, figure 1 and 2.12 to 2.13).  Every body has a number, which
the drawing and the table beside it share.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.facts.bodies import Body, BodyKind, Power
from moothall.facts.programme import Programme

TIERS = (
    Power.DECIDES,
    Power.SCRUTINISES,
    Power.SIGNS_OFF,
    Power.MANAGES,
    Power.ADVISES,
    Power.IS_CONSULTED,
)
"""The powers as they stand one below the other, deciding first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBody:
    """A body with its number; `reports_to` are the numbers of others.

    `missing` are ids that it reports to and that are not on record.
    """

    number: int
    body: Body
    side: str
    reports_to: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Its kind and standing: `Programme board, informal`; empty with nothing to say."""
        kind = "" if self.body.kind is BodyKind.OTHER else self.body.kind.value
        informal = "" if self.body.formal else "informal"
        words = ", ".join(filter(None, (kind, informal, "lead" if self.body.lead else "")))
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def reports(self) -> str:
        """Whom it reports to, by number; empty where nobody has said."""
        numbers = ["itself" if number == self.number else str(number) for number in self.reports_to]
        return ", ".join([*numbers, *(f"{each} (not on record)" for each in self.missing)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A council's side, or what belongs to the programme (`authority` is empty then).

    `bodies` go from those that decide to those that are consulted; `leads` are the offices that
    lead the programme there.
    """

    authority: str
    name: str
    bodies: tuple[PlacedBody, ...]
    leads: tuple[str, ...] = ()

    @property
    def deciding(self) -> tuple[PlacedBody, ...]:
        return tuple(each for each in self.bodies if each.body.power is Power.DECIDES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability:
    """A programme's bodies: the councils' sides in the programme's order, and `shared`, what
    stands between them."""

    programme: str
    name: str
    councils: tuple[Side, ...]
    shared: Side

    @property
    def sides(self) -> tuple[Side, ...]:
        """In the order of the numbers: the first council, the programme, the other councils."""
        return (*self.councils[:1], self.shared, *self.councils[1:])

    @property
    def bodies(self) -> tuple[PlacedBody, ...]:
        return tuple(each for side in self.sides for each in side.bodies)


def accountability_of(programme: Programme) -> Accountability:
    """Who answers to whom, as the facts say; nothing is added to them."""
    names = {each.code: each.short_name for each in programme.authorities}
    # A body of a council that is no party stands on a side of its own, under its code.
    others = (body.authority for body in programme.bodies if body.authority)
    codes = list(dict.fromkeys((*programme.about.authorities, *others)))
    order = [*codes[:1], "", *codes[1:]]
    held = {
        code: _in_order([body for body in programme.bodies if (body.authority or "") == code])
        for code in order
    }
    numbers = {
        body.id: number
        for number, body in enumerate((body for code in order for body in held[code]), start=1)
    }
    sides = {
        code: Side(
            authority=code,
            name=names.get(code, code) if code else "The programme",
            bodies=tuple(_placed(body, code, numbers) for body in held[code]),
            leads=tuple(
                role.title for role in programme.roles if role.leads and code in role.authorities
            ),
        )
        for code in order
    }
    return Accountability(
        programme=programme.about.id,
        name=programme.about.name,
        councils=tuple(sides[code] for code in codes),
        shared=sides[""],
    )


def _placed(body: Body, side: str, numbers: dict[str, int]) -> PlacedBody:
    return PlacedBody(
        number=numbers[body.id],
        body=body,
        side=side,
        reports_to=tuple(sorted({numbers[each] for each in body.reports_to if each in numbers})),
        missing=tuple(each for each in dict.fromkeys(body.reports_to) if each not in numbers),
    )


def _in_order(bodies: list[Body]) -> list[Body]:
    """By power, the lead first, those reported to before those that report."""
    depth = _depths(bodies)
    return sorted(bodies, key=lambda body: (TIERS.index(body.power), not body.lead, depth[body.id]))


def _depths(bodies: Iterable[Body]) -> dict[str, int]:
    """How many layers of reporting stand above each; a circle ends where it closes."""
    reports = {body.id: body.reports_to for body in bodies}
    return {body_id: _layers_above(body_id, reports) for body_id in reports}


def _layers_above(start: str, reports: dict[str, tuple[str, ...]]) -> int:
    seen, layer, layers = {start}, {start}, -1
    while layer:
        layer = {up for each in layer for up in reports[each] if up in reports} - seen
        seen |= layer
        layers += 1
    return layers
