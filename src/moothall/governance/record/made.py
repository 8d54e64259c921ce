"""What every fact that a page gives cause to make has in common: its source, owner and name."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.basics.citations import Citation
from moothall.facts.programme import Programme
from moothall.governance.record.matters import MatchedMatter

_LONGEST_KEY = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where facts of a page come from: its document, owner, and the day it could be known.

    `assumed` says why that day is assumed, None where the page prints it.
    """

    document: str
    owner: str
    known_on: date
    shared: bool
    assumed: str | None = None


class Maker:
    """Gives what is made of one page its source and a name that nothing else has."""

    def __init__(self, programme: Programme, origin: Origin) -> None:
        self.programme = programme
        self.origin = origin
        self._ids = {fact.id for _, fact in programme.facts()}

    def common(self, place: str) -> dict[str, Any]:
        """The fields that every fact has, of what stands at this place of the page."""
        origin = self.origin
        return {
            "source": Citation(document=origin.document, paragraph=place),
            "known_on": origin.known_on,
            "owner": origin.owner,
            "shared": origin.shared,
            "assumed": origin.assumed,
        }

    def new_id(self, stem: str, on: date | None) -> str:
        """A name that is free."""
        stem = re.sub(r"[^a-z0-9-]+", "-", stem.casefold())[:_LONGEST_KEY].strip("-")
        stem = f"{stem}-{on.isoformat()}" if on else stem
        key, number = stem, 1
        while key in self._ids:
            number += 1
            key = f"{stem}-{number}"
        self._ids.add(key)
        return key


def place_of(each: MatchedMatter) -> str:
    """Where a matter stands on its page, as a citation names it."""
    if each.matter.entry is not None:
        return "forward plan"
    item = each.matter.item
    if item is None:
        return "decision"
    return f"item {item.number}" if item.number else "item"
