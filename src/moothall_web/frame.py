"""What every page has: words and addresses for its template, and for whom the reader acts."""

import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import jinja2
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from markupsafe import Markup

from moothall.basics.dates import in_words
from moothall_web.facts.queries import authority_names
from moothall_web.people.models import Person
from moothall_web.people.queries import acts_for


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
    made.filters |= {"day": in_words, "several": several, "unbroken": unbroken}
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


def for_whom(request: HttpRequest) -> Mapping[str, object]:
    """The reader, and for whom the reader acts: every page says it."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {"person": None}
    names = authority_names()
    acting: dict[str, list[str]] = {}
    for held in acts_for(person):
        acting.setdefault(held.role, []).append(names.get(held.authority, held.authority))
    return {"person": person, "acting": acting}
