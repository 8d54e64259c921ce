"""Rows about people as the record keeps them, and as they are said in words."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from moothall_web.people.councils import Register
from moothall_web.people.models import Acting, Role


def plain(acting: Acting) -> dict[str, Any]:
    """An acting as the record keeps it, before and after."""
    return {
        "person": acting.person.username,
        "authority": acting.authority,
        "role": acting.role,
        "programme": acting.programme,
        "organisation": acting.organisation,
        "since": _iso(acting.since),
        "until": _iso(acting.until),
        "covers": acting.covers_id,
        **({"tenant": acting.tenant} if acting.tenant else {}),
    }


def state_of(actings: Iterable[Acting]) -> str:
    """A name for how some actings stand, to be sent along with a form about them."""
    state = sorted((acting.pk, plain(acting)) for acting in actings)
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()[:16]


def not_ended(on: date) -> Q:
    """Which actings hold on a day or later."""
    return Q(until=None) | Q(until__gt=on)


def in_words(acting: Acting, register: Register) -> str:
    """`section 151 officer of Ashby`, `board member (Ashby schools) of the programme`."""
    words = Role(acting.role).label
    if acting.organisation:
        words += f" ({acting.organisation})"
    words += f" for {register.name(acting.authority)}"
    if acting.programme:
        held = register.programme(acting.programme)
        words += f", in {held.name if held else acting.programme} only"
    return words


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
