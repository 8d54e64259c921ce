"""What the pages show: every rule with what is over its time, and what erasing it would take."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, QuerySet
from django.utils import timezone

from moothall.basics.dates import in_words
from moothall_web.people.councils import Register, register
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.records.models import Payload
from moothall_web.retention.due import (
    OF_A_COUNCIL,
    Due,
    Rule,
    UnreadableRulesError,
    due,
    first_day_kept,
    leavers_over,
    of_this_installation,
    rules,
    words_over,
)
from moothall_web.retention.permissions import councils_seen, may_erase

AT_ONCE = 2_000
"""So many are erased by one act, the oldest first: a request has to end while somebody waits."""

_EXAMPLES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A rule for one council; `may_erase` is whether the reader may do so, and something is due."""

    due: Due
    council: str
    name: str
    may_erase: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionPage:
    """Every rule of the reader's councils, then the installation's; `fault` where none is read."""

    lines: tuple[Line, ...]
    installation: tuple[Due, ...]
    fault: str

    @property
    def words(self) -> str:
        """Where things stand, in words."""
        if self.fault:
            return "The councils' own rules cannot be read, so nothing is said to be over its time."
        over = sum(bool(each.due.number) for each in self.lines)
        asked = sum(each.due.number is None for each in self.lines)
        told = f"{over} rule{'s find' if over != 1 else ' finds'} something that is over its time"
        if not over:
            told = "Nothing is over its time"
        if not asked:
            return f"{told}."
        still = "for one thing it is" if asked == 1 else f"for {asked} things it is"
        return f"{told}; {still} still to be said how long it is kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One of those that would go: when, and what it says."""

    when: date
    what: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a rule would take away now.

    `all` counts what is over its time, `number` how many of them go in one act, `through` is the
    primary key of the last of those; `seen` names exactly these.  `kinds` counts them by what they
    are; `shared` how many of them the partners read too.
    """

    rule: Rule
    council: str
    name: str
    days: int
    before: datetime
    all: int
    number: int
    through: int
    first: date | None
    last: date | None
    shared: int
    kinds: tuple[tuple[str, int], ...]
    examples: tuple[Example, ...]

    @property
    def seen(self) -> str:
        """What somebody confirms, so that nothing else goes than what they were shown."""
        return f"{self.number} {self.through} {self.before:%Y-%m-%d}"

    @property
    def what(self) -> str:
        """What goes, in words."""
        day = in_words(timezone.localdate(self.before))
        if self.rule.id == "leavers":
            return f"{_several(self.number, 'name')} of people who left before {day}"
        events = _several(self.number, "event")
        return f"what {events} said before {day} of what was {self.name}'s own"


def retention_page(person: Person) -> RetentionPage | Refusal:
    """What the reader's councils have kept for longer than their rules say."""
    councils = councils_seen(person)
    if isinstance(councils, Refusal):
        return councils
    names = register()
    try:
        own = of_this_installation()
    except UnreadableRulesError as error:
        return RetentionPage(lines=(), installation=(), fault=str(error))
    found = list(due(timezone.now(), own, councils))
    return RetentionPage(
        lines=tuple(
            Line(
                due=each,
                council=each.council,
                name=names.name(each.council),
                may_erase=bool(each.number) and _may(person, each.council, names),
            )
            for each in found
            if each.council
        ),
        installation=tuple(each for each in found if not each.council),
        fault="",
    )


def preview(council: str, rule: str, today: date) -> Preview | None:
    """What a council's rule would take away; None where there is no such rule or it finds nothing.

    Raises UnreadableRulesError.
    """
    if rule not in OF_A_COUNCIL:
        return None
    days = of_this_installation().get(council, {}).get(rule, rules()[rule].days)
    if days is None:
        return None
    before = first_day_kept(today, days)
    shown = _words if rule == "recorded-words" else _leavers
    name = register().name(council)
    return shown(Due(rule=rules()[rule], council=council, number=0, days=days), name, before)


def chosen(rows: QuerySet[Payload] | QuerySet[Person]) -> list[int]:
    """The primary keys of those that go in one act."""
    return list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


def _words(asked: Due, name: str, before: datetime) -> Preview | None:
    over = words_over(asked.council, before)
    keys = chosen(over)
    if not keys:
        return None
    going = over.filter(pk__lte=keys[-1])
    span = going.aggregate(first=Min("event__at"), last=Max("event__at"))
    kinds = going.values_list("event__verb").annotate(n=Count("pk")).order_by("-n", "event__verb")
    examples = going.order_by("pk").select_related("event")[:_EXAMPLES]
    return _made(
        asked,
        name,
        before,
        over.count(),
        keys,
        first=timezone.localdate(span["first"]),
        last=timezone.localdate(span["last"]),
        shared=going.filter(shared=True).count(),
        kinds=tuple(kinds),
        examples=tuple(
            Example(
                when=timezone.localdate(each.event.at), what=each.event.verb, words=each.summary
            )
            for each in examples
        ),
    )


def _leavers(asked: Due, name: str, before: datetime) -> Preview | None:
    over = leavers_over(asked.council, before)
    keys = chosen(over)
    if not keys:
        return None
    going = Person.objects.filter(pk__in=keys)
    span = going.aggregate(first=Min("left_on"), last=Max("left_on"))
    return _made(
        asked,
        name,
        before,
        over.count(),
        keys,
        first=span["first"],
        last=span["last"],
        shared=0,
        kinds=(("name of somebody who left", len(keys)),),
        examples=tuple(
            Example(when=each.left_on, what="left", words=each.name)
            for each in going.order_by("left_on")[:_EXAMPLES]
            if each.left_on is not None
        ),
    )


def _made(
    asked: Due, name: str, before: datetime, every: int, keys: list[int], **more: object
) -> Preview:
    make: Callable[..., Preview] = Preview
    return make(
        rule=asked.rule,
        council=asked.council,
        name=name,
        days=asked.days,
        before=before,
        all=every,
        number=len(keys),
        through=keys[-1],
        **more,
    )


def _may(person: Person, council: str, names: Register) -> bool:
    return not isinstance(may_erase(person, council, names), Refusal)


def _several(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
