"""The changes themselves: something comes, becomes another, goes, is shared or withdrawn.

Each is made inside `recorded()` by an act that has begun; what is done and what is undone go the
same way, and are refused by the same rules.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from moothall.facts.fact import PROGRAMME
from moothall.facts.papers import Clearance
from moothall.facts.programme import KINDS
from moothall.files.shapes import Fault, from_plain
from moothall_web.facts.acts import Act, Said, is_open, is_same, permitted, record, written
from moothall_web.facts.faults import InvalidError, StaleError
from moothall_web.facts.leaving import councils_may_come_and_go, may_go
from moothall_web.facts.permissions import may_share
from moothall_web.facts.recorded_answers import as_recorded
from moothall_web.facts.subjects import Subject, key_field, one_of, take_away, type_of
from moothall_web.facts.validity import LONGEST_ID, checked, is_taken
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.recorded import Pen


def add(
    act: Act, pen: Pen, kind: str, payload: Any, said: Said, *, undoes: bool = False
) -> Subject:
    """Something new.  Raises InvalidError, RefusedError."""
    if kind == "about":
        raise RefusedError(Refusal("A programme is there once; change what it says about itself."))
    capacity = None
    if isinstance(payload, dict):
        owner = payload.get("code" if kind == "authorities" else "owner")
        codes = act.frame.about.authorities
        if kind == "authorities" and isinstance(owner, str):
            act = _with_one_more(act, owner)
        if owner in (*codes, PROGRAMME) or kind == "authorities":
            capacity = permitted(act, kind, str(owner))
        if kind in KINDS:
            payload = {"shared": owner == PROGRAMME} | payload
        if not payload.get(key_field(kind)):
            payload = payload | {key_field(kind): new_key(act, kind, payload)}
    made = checked(act.sender, kind, payload, None)
    capacity = capacity or permitted(act, kind, getattr(made, "owner", PROGRAMME))
    if isinstance(made, Clearance) and not undoes:
        made, capacity, said = as_recorded(act, made, None, capacity, said)
    after = written(act, kind, made, None, shared=bool(getattr(made, "shared", False)))
    record(act, pen, capacity, said, before=None, after=after, was_open=True)
    return after


def change(
    act: Act,
    pen: Pen,
    before: Subject,
    payload: Any,
    said: Said,
    *,
    version: int,
    undoes: bool = False,
    in_person: bool = False,
) -> Subject:
    """Something becomes another.  Nothing is written or recorded where it already is that.

    `in_person` says that the person answers for their own office, which has been made sure of.
    Raises StaleError where `version` is not what stands there, and says what does.
    """
    capacity = permitted(act, before.kind, before.owner)
    if isinstance(payload, dict) and before.kind in KINDS:
        payload = {"shared": before.shared} | payload
    made: Any = checked(act.sender, before.kind, payload, before)
    if isinstance(made, Clearance) and in_person:
        made = replace(made, recorded_by="")
    elif isinstance(made, Clearance) and not undoes:
        made, capacity, said = as_recorded(act, made, before, capacity, said)
    if is_same(before.kind, made, before.payload):
        return before
    from_what_they_saw(before, version)
    if before.kind in (*KINDS, "documents") and made.owner != before.owner:
        permitted(act, before.kind, made.owner)  # nobody makes a fact another council's word
    if not undoes:
        found = tuple(_not_along_with_the_rest(before, made))
        if found:
            raise InvalidError(found)
    if before.kind == "about":
        councils_may_come_and_go(act, act.frame, made.authorities)
    was_open = is_open(act.programme, before.kind, before.key)
    shares = bool(getattr(made, "shared", False)) and not before.shared
    after = written(act, before.kind, made, before, shared=shares)
    record(act, pen, capacity, said, before=before, after=after, was_open=was_open)
    return after


def _not_along_with_the_rest(before: Subject, made: Any) -> Iterator[Fault]:
    """What is changed by itself, so that nobody reads more of it than they should.

    Of a fact that changes hands its owner before reads the change, and must not read in it what the
    next one makes of it.
    """
    if before.kind in KINDS and made.shared != before.shared:
        yield Fault(
            ("shared",),
            "is not changed along with the rest",
            "Share the fact, or withdraw it, by itself.",
        )
    if before.kind in (*KINDS, "documents") and made.owner != before.owner:
        same = replace(made, owner=before.owner)
        if not is_same(before.kind, same, before.payload):
            yield Fault(
                ("owner",),
                "is not changed along with the rest",
                "Change the rest first, and whom it belongs to by itself.",
            )


def remove(act: Act, pen: Pen, before: Subject, said: Said) -> None:
    """Something goes.  Raises RefusedError where something else points at it, and says what."""
    capacity = permitted(act, before.kind, before.owner)
    refusal = may_go(act.programme, act.sight, before)
    if refusal is not None:
        raise RefusedError(refusal)
    was_open = is_open(act.programme, before.kind, before.key)
    take_away(act.programme, before)
    record(act, pen, capacity, said, before=before, after=None, was_open=was_open)


def share(act: Act, pen: Pen, before: Subject, said: Said, *, wanted: bool) -> Subject:
    """A council's own fact is shown to the other councils, or no longer.

    What was said of it before it was shared stays with its owner: a sharing is recorded with what
    it shows from now on and nothing before.  A withdrawal is the owner's own news.
    """
    capacity = may_share_it(act, before)
    if before.shared == wanted:
        return before
    shown_as = f"database, {before.kind}/{before.key}"
    fact = from_plain(before.payload, type_of(before.kind), shown_as)
    after = written(act, before.kind, replace(fact, shared=wanted), before, shared=wanted)
    record(
        act,
        pen,
        capacity,
        said,
        before=None if wanted else before,
        after=after,
        was_open=wanted,
    )
    return after


def may_share_it(act: Act, thing: Subject) -> Capacity:
    """The capacity in which the person may share a fact or withdraw it.  Raises RefusedError."""
    answer = may_share(act.held, thing.kind, thing.owner, act.frame)
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    return answer


def from_what_they_saw(held: Subject, version: int) -> None:
    """Raise StaleError, with what stands there, where somebody has changed it since."""
    if held.version != version:
        raise StaleError(held.payload, held.version)


def _with_one_more(act: Act, code: str) -> Act:
    """As if the council were in the programme: its rules have to be held before it can join."""
    about = act.frame.about
    if code in about.authorities:
        return act
    wider = replace(about, authorities=(*about.authorities, code))
    return replace(act, frame=replace(act.frame, about=wider))


_WORDS_OF_A_KEY = ("name", "title", "topic", "heading", "measure", "description", "text")
_LONGEST_KEY = 40


def new_key(act: Act, kind: str, payload: dict[str, Any]) -> str:
    """An id made of the thing's first words, that nothing else has."""
    words = next(
        (payload[name] for name in _WORDS_OF_A_KEY if isinstance(payload.get(name), str)), ""
    )
    plain = unicodedata.normalize("NFKD", words[:LONGEST_ID]).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:_LONGEST_KEY].strip("-")
    stem = stem or one_of(kind).replace(" ", "-")
    key, number = f"{stem}", 1
    while is_taken(act.programme, kind, key) or key == "add":
        number += 1
        key = f"{stem}-{number}"
    return key
