"""A fact in plain words: what it is called, and what each of its fields says, one line for each.

Identifiers become the names of what they point at; figures and dates stand as printed.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.dates import WrittenDate, in_words
from moothall.basics.figures import Figure
from moothall.basics.years import FinancialYear
from moothall.facts.fact import Fact, reference_fields
from moothall.facts.programme import KINDS, Programme

NOT_TOLD = frozenset({"id", "source", "known_on", "owner", "shared", "proposal"})
"""Fields that say where a fact comes from and who sees it, and nothing of the matter."""

_NAMED_BY = ("name", "title", "topic", "about", "description", "measure", "claim", "text")
_KEYS = ("id", "number", "name", "year", "authority", "label", "heading", "question", "asks")
_ONE = {
    "bodies": "body",
    "money_statements": "statement about money",
    "research": "research that is cited",
    "posts": "shared post",
    "exit_terms": "terms of parting",
    "employer_rates": "employer's rates",
    "minutes": "record of a meeting",
    "comments": "comment of members",
    "key_decision_tests": "key decision test",
}
_LONGEST = 120
_OF_ITS_OWN: dict[str, Callable[[Any], str]] = {
    "splits": lambda fact: f"{fact.basis.value} from {fact.since}",
    "baseline_lines": lambda fact: f"{fact.service}, {fact.year}",
    "key_decision_tests": lambda fact: fact.answer.value,
    "notices": lambda fact: fact.kind.value,
    "exit_terms": lambda _: "how the councils would part",
}
"""What tells facts apart that have neither name nor words."""

Names = Mapping[str, str]
Line = tuple[str, tuple[str, ...]]
"""What a field is called, and what it says."""


def one_of(kind: str) -> str:
    """`equality_assessments` → `equality assessment`: one of a kind in words."""
    return _ONE.get(kind) or kind.replace("_", " ").removesuffix("s")


class Named(Mapping[str, str]):
    """What every fact and council of some programmes is called, as `kind/id`.

    Of the later programmes where several hold it; each name is made when it is asked for.
    """

    def __init__(self, *programmes: Programme) -> None:
        self._facts = {
            f"{kind}/{fact.id}": (kind, fact)
            for programme in programmes
            for kind, fact in programme.facts()
        }
        self._known = {
            f"authorities/{each.code}": each.short_name
            for programme in programmes
            for each in programme.authorities
        }

    def __getitem__(self, path: str) -> str:
        """Raises KeyError where nothing of that path is held."""
        if path not in self._known:
            kind, fact = self._facts[path]
            self._known[path] = called(kind, fact, self)
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        yield from {**self._facts, **self._known}

    def __len__(self) -> int:
        return len({**self._facts, **self._known})


def called(kind: str, fact: Fact, names: Names) -> str:
    """What tells a fact from its neighbours: its name, else its first words and whose it is."""
    words = next((str(text) for name in _NAMED_BY if (text := getattr(fact, name, ""))), "")
    day = getattr(fact, "held_on", None) or getattr(fact, "decided_on", None)
    told = [words] if words else [_OF_ITS_OWN[kind](fact)] if kind in _OF_ITS_OWN else []
    if kind in ("meetings", "decisions"):
        told.insert(0, names.get(f"bodies/{getattr(fact, 'body', '')}", ""))
    elif council := names.get(f"authorities/{getattr(fact, 'authority', '')}"):
        told.append(council)
    if day is not None:
        told.append(in_words(day))
    return _short(" ".join(", ".join(filter(None, told)).split())) or fact.id


def field_words(name: str) -> str:
    """`full_year_saving` → `full year saving`; the prepositions of day fields stand apart."""
    return name.replace("_", " ")


def lines_of(fact: Fact, names: Names) -> dict[str, tuple[str, ...]]:
    """Every field that says something of the matter, as lines; empty ones are left out.

    A field of several parts stands once for each: `phasing 2019/20: amount`.
    """
    kinds = dict(reference_fields(type(fact)))
    found: dict[str, tuple[str, ...]] = {}
    for field in dataclasses.fields(fact):
        if field.name in NOT_TOLD:
            continue
        value = getattr(fact, field.name)
        found |= dict(_lines(field_words(field.name), value, kinds.get(field.name, ""), names))
    return found


def _lines(
    label: str, value: Any, kind: str, names: Names
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if value is None or value in ("", ()):
        return
    if isinstance(value, tuple) and any(_is_group(each) for each in value):
        for place, each in enumerate(value, start=1):
            yield from _lines(f"{label} {_key(each) or place}", each, kind, names)
    elif isinstance(value, tuple):
        yield label, tuple(_text(each, kind, names) for each in value)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _lines(f"{label} {_text(key, kind, names)}", each, "", names)
    elif _is_group(value):
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            yield from _lines(f"{label}: {field_words(field.name)}", inner, "", names)
    else:
        yield label, (_text(value, kind, names),)


def _is_group(value: Any) -> bool:
    plain = (Figure, WrittenDate, FinancialYear, Citation)
    return dataclasses.is_dataclass(value) and not isinstance(value, plain)


def _key(value: Any) -> str:
    return next((_text(held, "", {}) for name in _KEYS if (held := getattr(value, name, ""))), "")


def _text(value: Any, kind: str, names: Names) -> str:
    if kind and isinstance(value, str):
        return names.get(f"{kind}/{value}", value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, WrittenDate):
        return value.text
    if isinstance(value, Decimal):
        return f"{value:f}"
    return " ".join(str(value).split())


def _short(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


assert set(_ONE) <= set(KINDS)  # noqa: S101 - a kind that is renamed is renamed here too
