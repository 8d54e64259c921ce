"""What was done to a fact, by whom and why: read by its owner whole, by others while it is open."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from cast import PersonFor
from django.utils import timezone
from loaded import loaded
from towns import TOWNS, held, last, phase, risk, version

from invented import write
from moothall_web.facts import queries
from moothall_web.facts.actions import (
    InvalidError,
    add_fact,
    change_fact,
    load_folder,
    remove_fact,
    share_fact,
    withdraw_fact,
)
from moothall_web.facts.history import differences
from moothall_web.people.models import AuditGrant, Person, Role
from moothall_web.records.actions import Entry
from moothall_web.records.models import Payload
from moothall_web.records.recorded import recorded

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(person_for: PersonFor, three_towns: Path) -> Person:
    """Ashby's programme manager."""
    loaded(three_towns)
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def neighbour(person_for: PersonFor) -> Person:
    """Brae's programme manager."""
    return person_for("brae", role=Role.PROGRAMME_MANAGER)


def verbs(person: Person, kind: str, key: str) -> list[str]:
    """What somebody reads of a fact's life, newest first."""
    found = queries.history(person, TOWNS, kind, key)
    return [each.verb for each in found.changes] if found else []


def said(person: Person, kind: str, key: str) -> str:
    """Every word that somebody reads of a fact's life."""
    return str(queries.history(person, TOWNS, kind, key))


def test_a_history_says_who_did_what_for_whom_when_and_why(manager: Person):
    payload = held("milestones", "listen")
    change_fact(
        manager,
        TOWNS,
        "milestones",
        "listen",
        payload | {"description": "Listening, twice"},
        1,
        "One was too few.",
    )

    found = queries.history(manager, TOWNS, "milestones", "listen")

    assert found is not None
    assert (found.label, found.there, found.one) == ("Listening, twice", True, "milestone")
    changed, added = found.changes
    assert (changed.who, changed.role, changed.for_whom) == (
        manager.name,
        "programme manager",
        "Ashby",
    )
    assert (changed.verb, changed.why) == ("changed a fact", "One was too few.")
    assert [(each.path, each.before, each.after) for each in changed.differences] == [
        (("description",), "Listening", "Listening, twice")
    ]
    assert changed.may_undo
    assert (added.part_of, changed.part_of) == (1, None)
    assert not added.may_undo, "what came after it is undone first"


def test_a_fact_that_came_with_a_folder_says_so(manager: Person):
    found = queries.history(manager, TOWNS, "milestones", "listen")

    assert found is not None
    (added,) = found.changes
    assert (added.who, added.for_whom, added.part_of) == ("", "Ashby", 1)
    assert (("description",), None, "Listening") in [
        (each.path, each.before, each.after) for each in added.differences
    ]


def test_the_draft_behind_a_shared_fact_is_never_shown_to_the_others(
    manager: Person, neighbour: Person
):
    add_fact(manager, TOWNS, "risks", risk(id="roof", description="Our own fault."))
    changed = held("risks", "roof") | {"description": "An act of God."}
    change_fact(manager, TOWNS, "risks", "roof", changed, 1, "It reads better.")
    assert queries.history(neighbour, TOWNS, "risks", "roof") is None

    share_fact(manager, TOWNS, "risks", "roof", 2, "It concerns all.")

    assert verbs(manager, "risks", "roof") == ["shared a fact", "changed a fact", "added a fact"]
    assert verbs(neighbour, "risks", "roof") == ["shared a fact"]
    told = said(neighbour, "risks", "roof")
    assert "An act of God." in told
    assert "It concerns all." in told
    assert "Our own fault." not in told
    assert "It reads better." not in told


def test_a_withdrawal_closes_the_past_to_the_others_and_sharing_opens_it_again(
    manager: Person, neighbour: Person
):
    payload = held("packages", "package-0")
    change_fact(manager, TOWNS, "packages", "package-0", payload | {"name": "Parcel"}, 1)
    withdraw_fact(manager, TOWNS, "packages", "package-0", 2)
    assert queries.history(neighbour, TOWNS, "packages", "package-0") is None

    secret = held("packages", "package-0") | {"name": "A secret"}
    change_fact(manager, TOWNS, "packages", "package-0", secret, 3)
    share_fact(manager, TOWNS, "packages", "package-0", 4)
    open_now = held("packages", "package-0") | {"name": "Box"}
    change_fact(manager, TOWNS, "packages", "package-0", open_now, 5)

    assert verbs(neighbour, "packages", "package-0") == [
        "changed a fact",
        "shared a fact",
        "changed a fact",
        "added a fact",
    ]
    assert len(verbs(manager, "packages", "package-0")) == 6


def test_a_removed_fact_keeps_its_history_for_whoever_saw_it(manager: Person, neighbour: Person):
    add_fact(manager, TOWNS, "risks", risk(id="own"))
    remove_fact(manager, TOWNS, "risks", "own", 1)
    remove_fact(manager, TOWNS, "packages", "package-0", 1)

    gone = queries.history(neighbour, TOWNS, "packages", "package-0")
    assert gone is not None
    assert not gone.there
    assert gone.label == "Package 0"
    assert queries.history(neighbour, TOWNS, "risks", "own") is None
    assert verbs(manager, "risks", "own") == ["removed a fact", "added a fact"]


def test_what_is_given_to_the_programme_does_not_tell_the_others_what_it_was(
    manager: Person, neighbour: Person
):
    add_fact(manager, TOWNS, "risks", risk(id="roof", description="Our own fault."))
    changed = held("risks", "roof") | {"description": "The weather."}
    change_fact(manager, TOWNS, "risks", "roof", changed, 1)

    change_fact(manager, TOWNS, "risks", "roof", changed | {"owner": "programme"}, 2)

    page = queries.fact_page(neighbour, TOWNS, "risks", "roof")
    assert page is not None
    assert page.payload["description"] == "The weather."
    assert "Our own fault." not in said(neighbour, "risks", "roof")
    assert "Our own fault." in said(manager, "risks", "roof")


def test_of_what_changes_hands_neither_council_reads_what_the_other_made_of_it(
    manager: Person, neighbour: Person, person_for: PersonFor
):
    director = person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER)
    add_fact(director, TOWNS, "risks", risk(id="roof", description="Ashby's fault."))
    given = held("risks", "roof") | {"owner": "brae"}

    with pytest.raises(InvalidError, match="along with the rest"):
        change_fact(director, TOWNS, "risks", "roof", given | {"description": "Brae's say."}, 1)
    change_fact(director, TOWNS, "risks", "roof", given | {"description": "Ashby's fault."}, 1)
    change_fact(director, TOWNS, "risks", "roof", given | {"description": "Brae's say."}, 2)
    assert queries.history(manager, TOWNS, "risks", "roof") is None

    share_fact(neighbour, TOWNS, "risks", "roof", 3)
    withdrawn = held("risks", "roof") | {"description": "Open to all."}
    change_fact(neighbour, TOWNS, "risks", "roof", withdrawn, 4)

    assert verbs(manager, "risks", "roof") == [
        "changed a fact",
        "shared a fact",
        "changed a fact",
        "added a fact",
    ]
    handed_over = queries.history(manager, TOWNS, "risks", "roof").changes[2]
    assert [each.path for each in handed_over.differences] == [("owner",)]
    assert verbs(neighbour, "risks", "roof") == [
        "changed a fact",
        "shared a fact",
        "changed a fact",
    ]


def test_a_folder_that_makes_a_draft_anothers_tells_neither_of_the_others(
    tmp_path: Path, person_for: PersonFor
):
    folder = write(tmp_path / TOWNS)
    (post,) = yaml.safe_load((folder / "posts.yaml").read_text("utf-8"))
    for owner, term in (("ashby", "Ashby's wish"), ("brae", "Brae's wish")):
        changed = post | {"owner": owner, "shared": "no", "term": term}
        (folder / "posts.yaml").write_text(yaml.safe_dump([changed]), "utf-8")
        load_folder(folder)

    brae = person_for("brae", role=Role.PROGRAMME_MANAGER)
    assert "Brae's wish" in said(brae, "posts", "archivist")
    assert "Ashby's wish" not in said(brae, "posts", "archivist")


def test_a_fact_behind_one_that_is_withdrawn_closes_too(manager: Person, neighbour: Person):
    add_fact(manager, TOWNS, "phases", phase("later", shared="yes"))
    add_fact(manager, TOWNS, "workstreams", phase("boxes", phase="later", shared="yes"))
    assert verbs(neighbour, "workstreams", "boxes") == ["added a fact"]

    withdraw_fact(manager, TOWNS, "phases", "later", 1)

    assert verbs(neighbour, "workstreams", "boxes") == []


def test_an_erased_payload_says_that_it_is_erased(manager: Person, neighbour: Person):
    payload = held("milestones", "listen")
    change_fact(manager, TOWNS, "milestones", "listen", payload | {"description": "x"}, 1)
    event = last()
    with recorded() as pen:
        pen.record(
            Entry(
                verb="erased a payload",
                summary="as the law asks",
                programme=TOWNS,
                subject=f"event/{event.number}",
            )
        )
        Payload.objects.filter(event=event)._raw_delete("default")

    found = queries.history(manager, TOWNS, "milestones", "listen")

    assert found is not None
    erased = found.changes[0]
    assert (erased.erased, erased.differences, erased.may_undo) == (True, (), False)
    assert (erased.who, erased.verb) == (manager.name, "changed a fact")
    assert "changed a fact" not in verbs(neighbour, "milestones", "listen"), (
        "nothing tells any more whether it was open"
    )


def test_an_auditor_reads_the_history_of_what_is_granted(manager: Person, person_for: PersonFor):
    auditor = person_for("ashby", role=Role.AUDITOR)
    add_fact(manager, TOWNS, "risks", risk(id="roof"))
    assert queries.history(auditor, TOWNS, "risks", "roof") is None
    with recorded() as pen:
        AuditGrant.objects.create(
            auditor=auditor,
            authority="ashby",
            programme=TOWNS,
            kinds=["risks"],
            granted_by=manager,
            granted_at=timezone.now(),
        )
        pen.record(Entry(verb="let an auditor read", summary="risks"))

    assert verbs(auditor, "risks", "roof") == ["added a fact"]
    assert queries.history(auditor, TOWNS, "milestones", "listen") is None


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [(("b",), 2, 3)]),
        (None, {"a": {"b": [1]}}, [(("a", "b", 0), None, 1)]),
        ({"a": [1, 2]}, {"a": [1]}, [(("a", 1), 2, None)]),
        ({"a": "x"}, {"a": ["x"]}, [(("a",), "x", ["x"])]),
        ({"a": []}, {"a": None}, []),
        ({"a": {"b": 1}}, {"a": None}, [(("a", "b"), 1, None)]),
        ({}, {}, []),
    ],
)
def test_differences_are_told_field_by_field(before: Any, after: Any, found: list[Any]):
    assert [(e.path, e.before, e.after) for e in differences(before, after)] == found


def test_a_second_loading_is_a_second_change(tmp_path: Path, person_for: PersonFor):
    load_folder(write(tmp_path / "before"))
    load_folder(write(tmp_path / "after", cash_limit=1_000))
    person = person_for("ashby")

    found = queries.history(person, TOWNS, "savings", "archive-saving")

    assert found is not None
    changed, added = found.changes
    assert {each.path for each in changed.differences} == {
        ("cash_limit",),
        ("revised_cash_limit",),
    }
    assert changed.part_of != added.part_of
    assert version("savings", "archive-saving") == 2
