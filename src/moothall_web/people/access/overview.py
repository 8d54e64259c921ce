"""The page about access: councils, boards, and who acts for several councils."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.people.access.lines import Grant, Line, grants_of, lines_of
from moothall_web.people.access.sight import (
    councils_in_sight,
    own_boards,
    own_councils,
    partnerships_of,
)
from moothall_web.people.councils import Partnership, Register, listed, register
from moothall_web.people.facts import not_ended
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.permissions import Refusal, may_admit_to, may_grant
from moothall_web.people.queries import Capacity, capacities


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Who acts for one council.  Of a partner council the reader sees names and roles."""

    code: str
    name: str
    own: bool
    admits: bool
    grants_reading: bool
    lines: tuple[Line, ...]
    ended: tuple[Line, ...]
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Who sits on a programme's board for no council."""

    programme: Partnership
    admits: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Several:
    """Somebody who acts for several councils; `hidden` of them the reader does not see."""

    name: str
    roles: tuple[str, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Access:
    """The page about access."""

    councils: tuple[Council, ...]
    boards: tuple[Board, ...]
    several: tuple[Several, ...]


def access(person: Person) -> Access:
    """Who acts for the reader's councils and for their partners."""
    held, held_now = capacities(person), register()
    own = own_councils(held)
    partnerships = partnerships_of(held, held_now)
    seen = councils_in_sight(held, held_now)
    boards = {each.code for each in partnerships}
    rows = list(
        Acting.objects.filter(
            Q(authority__in=seen) | Q(authority=PROGRAMME, programme__in=boards)
        ).select_related("person", "covers__person")
    )
    lines = lines_of(rows, held_now, seen)
    grants = grants_of(own, held_now)
    return Access(
        councils=tuple(
            _council(code, held, lines, grants, own=code in own, held_now=held_now)
            for code in sorted(seen, key=lambda code: (code not in own, held_now.name(code)))
        ),
        boards=tuple(
            Board(
                each,
                not isinstance(may_admit_to(held, PROGRAMME, each.code, held_now), Refusal),
                tuple(
                    _as_shown(line, own=PROGRAMME in own_boards(held, each))
                    for row, line in lines
                    if row.authority == PROGRAMME and row.programme == each.code and not line.ended
                ),
            )
            for each in partnerships
        ),
        several=_several(rows, seen, held_now),
    )


def sees(person: Person, authority: str) -> bool:
    """Whether an authority is one of the reader's own or of its partners."""
    return authority in councils_in_sight(capacities(person), register())


def _council(
    code: str,
    held: Iterable[Capacity],
    lines: Iterable[tuple[Acting, Line]],
    grants: Mapping[str, tuple[Grant, ...]],
    *,
    own: bool,
    held_now: Register,
) -> Council:
    held = list(held)
    admits = not isinstance(may_admit_to(held, code, "", held_now), Refusal)
    order = list(Role)
    mine = [
        each
        for row, each in sorted(lines, key=lambda pair: order.index(Role(pair[0].role)))
        if row.authority == code
    ]
    return Council(
        code=code,
        name=held_now.name(code),
        own=own,
        admits=admits,
        grants_reading=any(
            not isinstance(may_grant(held, code, each.code, held_now), Refusal)
            for each in held_now.programmes_of(code)
        ),
        lines=tuple(
            _as_shown(each, own=own, whole=admits)
            for each in mine
            if not each.ended and (own or each.begun)
        ),
        ended=tuple(each for each in mine if each.ended) if admits else (),
        grants=grants.get(code, ()),
    )


def _as_shown(one: Line, *, own: bool, whole: bool = True) -> Line:
    """What is left of a line for a partner, and for own people who do not admit."""
    if not own:
        return replace(one, since=None, until=None, others=(), last_sign_in=None, left_on=None)
    return one if whole else replace(one, last_sign_in=None, left_on=None)


def _several(rows: list[Acting], seen: set[str], held_now: Register) -> tuple[Several, ...]:
    """Everybody in sight who acts for more than one council today, wherever the others are."""
    today = timezone.localdate()
    councils: dict[int, set[str]] = {}
    roles: dict[int, dict[str, list[str]]] = {}
    names: dict[int, str] = {}
    in_sight = {row.person_id for row in rows if row.authority != PROGRAMME}
    for row in (
        Acting.objects.filter(not_ended(today), person__in=in_sight, person__is_active=True)
        .exclude(authority=PROGRAMME)
        .select_related("person")
    ):
        if row.since and row.since > today:
            continue
        names[row.person_id] = row.person.name
        councils.setdefault(row.person_id, set()).add(row.authority)
        if row.authority in seen:
            by_role = roles.setdefault(row.person_id, {})
            by_role.setdefault(Role(row.role).label, []).append(held_now.name(row.authority))
    return tuple(
        Several(
            names[who],
            tuple(f"{role} for {listed(codes)}" for role, codes in roles[who].items()),
            len(codes - seen),
        )
        for who, codes in councils.items()
        if len(codes) > 1 and who in roles
    )
