"""The only changes to facts: each by somebody who may, from what they saw, checked and recorded.

All of them raise NotThereError, RefusedError and InvalidError; those that begin from a version
raise StaleError where somebody else was quicker.
"""

from typing import Any

from moothall_web.facts import changes
from moothall_web.facts.acts import Act, Said, begin, find, permitted
from moothall_web.facts.faults import Fault, InvalidError, NotThereError, StaleError
from moothall_web.facts.loading import Loaded, load_folder
from moothall_web.facts.subjects import ADDED, CHANGED, REMOVED, SHARED, WITHDREW, Subject
from moothall_web.facts.undoing import undo
from moothall_web.people.models import Person
from moothall_web.records.recorded import recorded

__all__ = [
    "Fault",
    "InvalidError",
    "Loaded",
    "NotThereError",
    "StaleError",
    "add_fact",
    "change_fact",
    "load_folder",
    "remove_fact",
    "share_fact",
    "undo",
    "withdraw_fact",
]

Payload = dict[str, Any]
"""A fact as `plain` writes it, or as a form sends it: texts, lists and groups of them."""


def add_fact(
    person: Person,
    code: str,
    kind: str,
    payload: Payload,
    why: str = "",
    *,
    for_authority: str = "",
) -> str:
    """Add something of a kind to a programme, and return its key.

    Without an id it gets one from its words.  A council's own is not shared unless it says so.
    `for_authority` is the council for which somebody who acts for several does it.
    """
    with recorded() as pen:
        act = begin(person, code, kind, why, for_authority)
        return changes.add(act, pen, kind, payload, Said(ADDED)).key


def change_fact(
    person: Person,
    code: str,
    kind: str,
    key: str,
    payload: Payload,
    version: int,
    why: str = "",
    *,
    for_authority: str = "",
    in_person: bool = False,
) -> int:
    """Make of something what the payload says, and return its new version.

    Where it already is that, nothing is recorded and the version stays: a second click, or two who
    mend the same, do no harm.  `in_person` is for a clearance that its own officer answers.
    """
    with recorded() as pen:
        act, before = _begin(person, code, kind, key, why, for_authority)
        said = Said(CHANGED)
        changed = changes.change(
            act, pen, before, payload, said, version=version, in_person=in_person
        )
        return changed.version


def remove_fact(
    person: Person,
    code: str,
    kind: str,
    key: str,
    version: int,
    why: str = "",
    *,
    for_authority: str = "",
) -> None:
    """Remove something that nothing else points at."""
    with recorded() as pen:
        act, before = _begin(person, code, kind, key, why, for_authority)
        permitted(act, kind, before.owner)
        changes.from_what_they_saw(before, version)
        changes.remove(act, pen, before, Said(REMOVED))


def share_fact(
    person: Person,
    code: str,
    kind: str,
    key: str,
    version: int,
    why: str = "",
    *,
    for_authority: str = "",
) -> None:
    """Show a council's own fact to the other councils of the programme."""
    with recorded() as pen:
        act, before = _begin(person, code, kind, key, why, for_authority)
        changes.may_share_it(act, before)
        if not before.shared:
            changes.from_what_they_saw(before, version)
        changes.share(act, pen, before, Said(SHARED), wanted=True)


def withdraw_fact(
    person: Person,
    code: str,
    kind: str,
    key: str,
    version: int,
    why: str = "",
    *,
    for_authority: str = "",
) -> None:
    """Show a council's own fact to the other councils no longer, nor what was ever said of it."""
    with recorded() as pen:
        act, before = _begin(person, code, kind, key, why, for_authority)
        changes.may_share_it(act, before)
        if before.shared:
            changes.from_what_they_saw(before, version)
        changes.share(act, pen, before, Said(WITHDREW), wanted=False)


def _begin(
    person: Person, code: str, kind: str, key: str, why: str, for_authority: str
) -> tuple[Act, Subject]:
    act = begin(person, code, kind, why, for_authority)
    return act, find(act, kind, key)
