"""What the apps above know of councils and programmes, as far as people need it.

People act for councils, and councils take part in programmes, but both are facts and stand above.
`COUNCILS` in the settings names the function that tells them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.module_loading import import_string

from moothall.facts.fact import PROGRAMME


@dataclass(frozen=True, slots=True)
class Partnership:
    """A programme and the codes of the authorities that take part in it."""

    code: str
    name: str
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Every council's short name by its code, the programmes, and the words for kinds of fact."""

    names: Mapping[str, str]
    programmes: tuple[Partnership, ...]
    kinds: Mapping[str, str] = field(default_factory=dict)

    def name(self, authority: str) -> str:
        """What an authority is called; the programme is called so."""
        return "the programme" if authority == PROGRAMME else self.names.get(authority, authority)

    def programme(self, code: str) -> Partnership | None:
        """One programme, None where there is none of that code."""
        return next((each for each in self.programmes if each.code == code), None)

    def programmes_of(self, authority: str) -> tuple[Partnership, ...]:
        """The programmes that an authority takes part in."""
        return tuple(each for each in self.programmes if authority in each.authorities)


def register() -> Register:
    """The councils and programmes as they are held now."""
    held: Register = import_string(settings.COUNCILS)()
    return held


def listed(words: Iterable[str], last: str = "and") -> str:
    """`one`, `one and two`, `one, two and three`."""
    every = list(words)
    return f"{', '.join(every[:-1])} {last} {every[-1]}" if len(every) > 1 else "".join(every)
