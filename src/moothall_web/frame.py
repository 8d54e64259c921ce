"""What every page has: words and addresses for its template, and for whom the reader acts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

import jinja2
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from moothall.basics.dates import in_words
from moothall.facts.fact import PROGRAMME
from moothall_web.facts.queries import authority_names
from moothall_web.people.councils import listed
from moothall_web.people.models import Person
from moothall_web.people.queries import Capacity, capacities


class MissingPart(jinja2.Undefined):
    """A misspelt field of a fact is an error; a component's parameter may be left out."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: Any = None) -> None:
        if is_dataclass(obj):
            raise jinja2.UndefinedError(f"{type(obj).__name__} has no field {name!r}")
        super().__init__(hint, obj, name)


def environment(**options: Any) -> jinja2.Environment:
    """Jinja as Django's backend asks for it, with our words."""
    options["undefined"] = MissingPart
    made = jinja2.Environment(**options)  # noqa: S701 - Django's backend switches escaping on
    made.globals |= {"static": static, "url": address}
    made.filters |= {
        "capital": capital,
        "choices_of": choices_of,
        "day": in_words,
        "moment": moment,
        "several": several,
        "unbroken": unbroken,
    }
    return made


def address(view: str, *args: object, **query: object) -> str:
    """The address of a view; what is None is left out of the query."""
    asked = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in query.items()
        if value is not None
    }
    path = reverse(view, args=args)
    return f"{path}?{urlencode(asked)}" if asked else path


def several(number: int, one: str, many: str = "") -> str:
    """`several(1, "breach", "breaches")` → `1 breach`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def unbroken(text: str) -> Markup:
    """A cell that holds a day keeps it on one line; a_name_like_this_one may break."""
    whole = text
    if len(text) <= _SHORT:
        whole = _DAY.sub(lambda day: day[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
    return Markup("_<wbr>").join(whole.split("_"))


_SHORT = len("not before Wed 28 Sep 2022")
_DAY = re.compile(r"\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}\b")


def capital(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def moment(at: datetime) -> str:
    """`Tue 28 Jun 2022, 14:05`, by the clock of the country."""
    here = timezone.localtime(at)
    return f"{in_words(here.date())}, {here:%H:%M}"


def choices_of(choices: Iterable[tuple[str, str]], chosen: object) -> list[dict[str, object]]:
    """What a select, radio buttons or checkboxes offer, with what has been chosen."""
    held = {str(each) for each in chosen} if isinstance(chosen, list | tuple) else {str(chosen)}
    return [
        {"value": value, "text": text, "selected": value in held, "checked": value in held}
        for value, text in choices
    ]


NAVIGATION = (
    ("Programmes", "facts:programmes"),
    ("My desk", "desk:desk"),
    ("What I am told", "notifications:told"),
    ("Who acts for whom", "people:access"),
    ("Count days", "dates:questions"),
    ("Proofread a report", "proofreading:proofread"),
    ("Your sign-in", "mfa_index"),
)
"""The pages that every page leads to: the words and the view.  A new one is a line here."""

_MOST_ROLES = 3  # in the header, which has to leave a phone some room for the page


@dataclass(frozen=True, slots=True)
class Capacities:
    """As what and for whom the reader acts, for the header of every page."""

    lines: tuple[str, ...]
    more: int
    several: bool


def for_whom(request: HttpRequest) -> Mapping[str, object]:
    """The reader, as what and for whom the reader acts, and where to go: on every page."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {"person": None}
    held = capacities(person)
    request.acts_for = {each.authority for each in held}  # type: ignore[attr-defined]  # the log's
    return {
        "person": person,
        "acting": _capacities(held, authority_names()),
        "navigation": [
            (words, address(view), address(view) == request.path) for words, view in NAVIGATION
        ],
    }


def _capacities(held: Iterable[Capacity], names: Mapping[str, str]) -> Capacities:
    whom: dict[tuple[str, str], list[str]] = {}
    authorities = set()
    for each in held:
        if each.authority == PROGRAMME:
            as_what, name = each.role.label, each.organisation or "the programme"
        else:
            authorities.add(each.authority)
            as_what = each.role.label
            as_what += f" ({each.organisation})" if each.organisation else ""
            name = names.get(each.authority, each.authority)
        covering = f", covering for {each.covers}" if each.covers else ""
        of_it = whom.setdefault((as_what, covering), [])
        if name not in of_it:
            of_it.append(name)
    lines = [
        f"{capital(as_what)} for {listed(of_it)}{covering}"
        for (as_what, covering), of_it in whom.items()
    ]
    shown = lines if len(lines) <= _MOST_ROLES else lines[: _MOST_ROLES - 1]
    return Capacities(tuple(shown), len(lines) - len(shown), len(authorities) > 1)
