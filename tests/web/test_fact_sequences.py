"""Whatever is done to the facts and in whatever order: the rows are what the record says, and
nobody is shown another revision's facts, another's facts, or another's past.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from cast import PersonFor
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from towns import TOWNS, risk

from invented import ASHBY, BRAE, write
from moothall.facts.programme import KINDS
from moothall_web.facts import models, queries
from moothall_web.facts.actions import (
    InvalidError,
    NotThereError,
    StaleError,
    add_fact,
    change_fact,
    load_folder,
    remove_fact,
    share_fact,
    undo,
    withdraw_fact,
)
from moothall_web.facts.facts import programme_of
from moothall_web.facts.permissions import visible
from moothall_web.facts.sight_lines import EVERYBODY, sees_document, sees_fact
from moothall_web.facts.subjects import FACT_VERBS
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.people.queries import Sight, sight
from moothall_web.records.models import Event
from moothall_web.records.verify import verify

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Step:
    """One thing that somebody tries to do."""

    what: str
    person: int
    kind: str
    key: str
    owner: str
    points_at: str
    words: int
    back: int


STEPS = st.builds(
    Step,
    what=st.sampled_from(["add", "add", "change", "change", "remove", "share", "withdraw", "undo"]),
    person=st.sampled_from([0, 1, 2, 2]),
    kind=st.sampled_from(["phases", "workstreams", "workstreams"]),
    key=st.sampled_from(["a", "b", "c"]),
    owner=st.sampled_from(["ashby", "brae", "programme"]),
    points_at=st.sampled_from(["", "a", "b"]),
    words=st.integers(0, 10**9),
    back=st.integers(0, 3),
)


SEQUENCES = st.lists(STEPS, min_size=8, max_size=14)
ANY_ORDER = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def sent_in(step: Step, kind: str, key: str, owner: str) -> dict[str, Any]:
    payload = {
        "id": key,
        "source": f"{'brae' if owner == 'brae' else 'ashby'} 1",
        "known_on": "2026-02-01",
        "owner": owner,
        "name": f"words {step.words}",
    }
    if kind == "workstreams":
        payload["phase"] = step.points_at or None
    return payload


def attempt(step: Step, people: list[Person]) -> None:
    """Do it as far as it may be done, to one of the facts that there are."""
    person = people[step.person]
    facts = list(models.Fact.objects.filter(kind__in=("phases", "workstreams")).order_by("key"))
    try:
        if step.what == "add" or not facts:
            key = "".join(sorted({step.key, step.points_at}))
            add_fact(person, TOWNS, step.kind, sent_in(step, step.kind, key, step.owner))
            return
        fact = facts[step.words % len(facts)]
        thing = (person, TOWNS, fact.kind, fact.key)
        if step.what == "change":
            payload = sent_in(step, fact.kind, fact.key, fact.owner)
            if step.back == 0:  # it changes hands, and that by itself
                payload = fact.payload | {"owner": step.owner}
            change_fact(*thing, payload, fact.version)
        elif step.what == "undo":
            number = Event.objects.latest("number").number
            undo(person, TOWNS, number - step.back)
        else:
            act = {"remove": remove_fact, "share": share_fact, "withdraw": withdraw_fact}
            act[step.what](*thing, fact.version)
    except (InvalidError, NotThereError, RefusedError, StaleError):
        pass


def replayed() -> dict[str, Any]:
    """What the record says that there is now."""
    state: dict[str, Any] = {}
    for event in Event.objects.filter(verb__in=FACT_VERBS).select_related("payload"):
        if event.payload.after is None:
            del state[event.subject]
        else:
            state[event.subject] = event.payload.after
    return state


def rows() -> dict[str, Any]:
    """What there is now."""
    programme = models.Programme.objects.get()
    found = {f"{fact.kind}/{fact.key}": fact.payload for fact in programme.facts.all()}
    found |= {f"documents/{each.key}": each.payload for each in programme.documents.all()}
    found |= {f"authorities/{e.code}": e.payload for e in models.AuthorityRecord.objects.all()}
    return found | {f"about/{programme.code}": programme.about}


@pytest.fixture
def people(person_for: PersonFor, tmp_path: Path) -> list[Person]:
    """A programme manager of Ashby's, one of Brae's, and one who acts for both."""
    load_folder(write(tmp_path / TOWNS, (ASHBY, BRAE), packages=1))
    return [
        person_for(*codes, role=Role.PROGRAMME_MANAGER)
        for codes in (("ashby",), ("brae",), ("ashby", "brae"))
    ]


@ANY_ORDER
@given(steps=SEQUENCES)
def test_the_rows_are_what_the_record_says(people: list[Person], steps: list[Step]):
    with transaction.atomic():
        for step in steps:
            attempt(step, people)

        assert replayed() == rows()
        assert verify().broken_at is None
        programme_of(models.Programme.objects.get())
        for fact in models.Fact.objects.all():
            events = Event.objects.filter(subject=f"{fact.kind}/{fact.key}", verb__in=FACT_VERBS)
            assert fact.version == events.count()
            assert (fact.owner, fact.shared) == (fact.payload["owner"], fact.payload["shared"])
        transaction.set_rollback(True)


@ANY_ORDER
@given(steps=SEQUENCES)
def test_everybody_is_shown_what_there_is_now_and_nothing_that_was_never_open(
    people: list[Person], steps: list[Step]
):
    shown: dict[int, set[str]] = {person.pk: set() for person in people}
    with transaction.atomic():
        for step in steps:
            attempt(step, people)
            row = models.Programme.objects.get()
            now = programme_of(row)
            for person in people[:2]:
                sees = sight(person, TOWNS, now.about.authorities)
                found = queries.programme(person, TOWNS)
                assert found == visible(now, sees), "kept from another revision or sight"
                shown[person.pk] |= {
                    each.label
                    for kind in ("phases", "workstreams")
                    for each in queries.fact_list(person, TOWNS, kind).facts
                }

        for person in people[:2]:
            for kind in ("phases", "workstreams"):
                for key in ("a", "b", "c", "ab", "ac", "bc"):
                    past = queries.history(person, TOWNS, kind, key)
                    told = {
                        words
                        for change in (past.changes if past else ())
                        for each in change.differences
                        if each.path == ("name",)
                        for words in (each.before, each.after)
                        if words is not None
                    }
                    assert told <= shown[person.pk]
        transaction.set_rollback(True)


@ANY_ORDER
@given(steps=SEQUENCES)
def test_the_rows_alone_show_what_the_whole_programme_shows(
    people: list[Person], steps: list[Step]
):
    with transaction.atomic():
        for step in steps:
            attempt(step, people)
        row = models.Programme.objects.get()
        now = programme_of(row)
        for council in ("ashby", "brae", None):
            councils = frozenset({council} if council else ())
            sees = replace(EVERYBODY, councils=councils)
            same_for_all(row, now, sees)
        transaction.set_rollback(True)


def same_for_all(row: models.Programme, programme: Any, sees: Sight) -> None:
    whole = visible(programme, sees)
    assert whole is not None
    for kind in KINDS:
        seen = {fact.id for fact in getattr(whole, kind)}
        for fact in getattr(programme, kind):
            assert sees_fact(row, sees, kind, fact.id) == (fact.id in seen), (kind, fact.id)
    documents = {document.id for document in whole.documents}
    for document in programme.documents:
        assert sees_document(row, sees, document.id) == (document.id in documents)


def test_a_programme_that_changes_while_it_is_read_is_read_again(
    people: list[Person], monkeypatch: pytest.MonkeyPatch
):
    first = [True]

    def read_slowly(row: models.Programme) -> Any:
        found = programme_of(row)
        if first.pop() if first else False:
            add_fact(people[0], TOWNS, "risks", risk(id="meanwhile"))
        return found

    monkeypatch.setattr("moothall_web.facts.frozen.programme_of", read_slowly)

    found = queries.programme(people[0], TOWNS)

    assert found is not None
    assert [each.id for each in found.risks] == ["meanwhile"]
