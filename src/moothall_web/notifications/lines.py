"""One thing that somebody is told, and who the reader of a programme is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from moothall.basics.dates import in_words
from moothall.facts.fact import PROGRAMME
from moothall_web.notifications.kinds import Kind
from moothall_web.people.models import Person, Role
from moothall_web.people.queries import Capacity

PASSED = -1
_TOLD_AFTERWARDS = 14  # days for which one is told that a day has passed


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing in a message.

    `about` names it within its programme and kind: it changes where it is to be told anew, as when
    a day moves.  `words` is a sentence without what is exempt, `place` the path of the page that
    shows it.  The gravest come first: 0 is a breach or a day that has passed.  Of a line that
    `is_hidden` no message says more than that there is one.
    """

    kind: Kind
    programme: str
    about: str
    words: str
    place: str
    grave: int = 5
    on: date | None = None
    is_hidden: bool = False

    @cached_property
    def key(self) -> str:
        """Its name among all that anybody is told; nothing can be read from it."""
        name = f"{self.programme}\n{self.kind.name}\n{self.about}"
        return hashlib.sha256(name.encode()).hexdigest()[:20]

    @property
    def said(self) -> str:
        """The words on one line, without what no reader could see: control characters and such."""
        return plain(self.words)

    @property
    def order(self) -> tuple[int, date, str]:
        return self.grave, self.on or date.max, self.words


def plain(text: str) -> str:
    """A text on one line, of what can be printed alone."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def hidden(kind: Kind, programme: str, about: str) -> Line:
    """A line that no message may hold: its page says what it is."""
    place = reverse("cases:programme", args=[programme])
    return Line(kind=kind, programme=programme, about=about, words="", place=place, is_hidden=True)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody as they act in one programme today."""

    person: Person
    code: str
    held: tuple[Capacity, ...]

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(each.role for each in self.held)

    @property
    def councils(self) -> frozenset[str]:
        return frozenset(each.authority for each in self.held) - {PROGRAMME}

    def is_told(self, kind: Kind, authority: str) -> bool:
        """Whether a thing of this council's is for somebody in this role; "" is the programme's."""
        return any(
            each.role in kind.roles and authority in ("", PROGRAMME, each.authority)
            for each in self.held
        )


def ahead(kind: Kind, on: date, today: date) -> int | None:
    """The step at which one is told of a day: the nearest that is reached; None where none is."""
    left = (on - today).days
    if left < 0:
        return PASSED if PASSED in kind.steps and left >= -_TOLD_AFTERWARDS else None
    return min((step for step in kind.steps if step >= left), default=None)


def by_day(
    kind: Kind,
    code: str,
    about: str,
    words: str,
    place: str,
    *,
    on: date,
    today: date,
    because: str = "",
) -> Iterable[Line]:
    """The line on a day that comes near or has passed; none while it is further off.

    `words` ends where the day is to be said: "The papers are due"; `because` says how it was found.
    """
    step = ahead(kind, on, today)
    if step is None:
        return
    yield Line(
        kind=kind,
        programme=code,
        about=f"{about}@{on.isoformat()}/{step}",
        words=f"{words} {in_words(on)} ({_off(on, today)}){because and f': {because}'}.",
        place=place,
        grave=0 if step == PASSED else 1 if step <= 1 else 2 if step <= 7 else 3,
        on=on,
    )


def _off(on: date, today: date) -> str:
    days = (on - today).days
    if not days:
        return "today"
    if days < 0:
        return f"{-days} {'day' if days == -1 else 'days'} ago"
    return f"in {days} {'day' if days == 1 else 'days'}"
