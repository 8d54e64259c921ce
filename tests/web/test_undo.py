"""Undoing one change: by who may, while it is the last one, by the same rules, and recorded."""

from pathlib import Path

import pytest
from cast import PersonFor
from loaded import loaded
from towns import TOWNS, held, last, phase, risk, standing, version

from invented import write
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
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.records.models import Event
from moothall_web.records.verify import verify

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


def test_an_undone_change_is_as_it_was_and_both_are_recorded(manager: Person):
    before = held("milestones", "listen")
    change_fact(manager, TOWNS, "milestones", "listen", before | {"output": "A film"}, 1)
    done = last().number

    assert undo(manager, TOWNS, done, "Too dear.") == ("milestones", "listen")

    assert held("milestones", "listen") == before
    assert version("milestones", "listen") == 3
    event = last()
    assert (event.verb, event.subject) == ("undid a change", "milestones/listen")
    assert (event.who, event.for_whom, event.payload.why) == (manager, "ashby", "Too dear.")
    assert event.payload.summary.startswith(f"Undid event {done}, which changed a fact:")
    assert (event.payload.before["output"], event.payload.after) == ("A film", before)
    assert event.payload.shared
    assert verify().broken_at is None


def test_an_undone_addition_is_gone_and_an_undone_removal_is_back(manager: Person):
    add_fact(manager, TOWNS, "risks", risk(id="roof"))
    undo(manager, TOWNS, last().number)
    assert queries.fact_page(manager, TOWNS, "risks", "roof") is None

    before = held("packages", "package-0")
    remove_fact(manager, TOWNS, "packages", "package-0", 1)
    undo(manager, TOWNS, last().number)

    assert held("packages", "package-0") == before
    assert version("packages", "package-0") == 3
    assert last().payload.shared, "everybody saw it before it went"


def test_an_undone_sharing_is_a_withdrawal_and_the_other_way_round(
    manager: Person, neighbour: Person
):
    add_fact(manager, TOWNS, "risks", risk(id="roof"))
    share_fact(manager, TOWNS, "risks", "roof", 1)
    undo(manager, TOWNS, last().number)
    assert queries.fact_page(neighbour, TOWNS, "risks", "roof") is None
    assert not last().payload.shared

    withdraw_fact(manager, TOWNS, "packages", "package-0", 1)
    undo(manager, TOWNS, last().number)

    page = queries.fact_page(neighbour, TOWNS, "packages", "package-0")
    assert page is not None
    assert page.shared_by == manager.name
    assert (last().payload.before, last().payload.shared) == (None, True)


def test_only_the_last_change_of_a_fact_is_undone(manager: Person):
    payload = held("milestones", "listen")
    change_fact(manager, TOWNS, "milestones", "listen", payload | {"output": "A film"}, 1)
    first = last().number
    change_fact(manager, TOWNS, "milestones", "listen", payload | {"output": "A talk"}, 2)

    with pytest.raises(StaleError) as stale:
        undo(manager, TOWNS, first)
    assert (stale.value.current["output"], stale.value.version) == ("A talk", 3)
    remove_fact(manager, TOWNS, "milestones", "listen", 3)
    with pytest.raises(StaleError) as stale:
        undo(manager, TOWNS, first)
    assert (stale.value.current, stale.value.version) == ({}, 0)


def test_what_is_undone_twice_is_stale_the_second_time(manager: Person):
    payload = held("milestones", "listen")
    change_fact(manager, TOWNS, "milestones", "listen", payload | {"output": "A film"}, 1)
    done = last().number
    undo(manager, TOWNS, done)

    with pytest.raises(StaleError):
        undo(manager, TOWNS, done)
    with pytest.raises(RefusedError, match="can be undone"):
        undo(manager, TOWNS, last().number)


def test_nobody_undoes_what_they_could_not_have_done(
    manager: Person, neighbour: Person, person_for: PersonFor
):
    payload = held("packages", "package-0")
    change_fact(manager, TOWNS, "packages", "package-0", payload | {"name": "Parcel"}, 1)
    done = last().number

    with pytest.raises(RefusedError, match="Ashby's own"):
        undo(neighbour, TOWNS, done)
    with pytest.raises(RefusedError):
        undo(person_for("ashby", role=Role.MEMBER), TOWNS, done)
    assert version("packages", "package-0") == 2


def test_an_event_that_one_may_not_read_is_not_there(
    manager: Person, neighbour: Person, person_for: PersonFor
):
    add_fact(manager, TOWNS, "risks", risk(id="roof"))
    done = last().number

    for person, number in (
        (neighbour, done),
        (manager, 999_999),
        (manager, 10**30),
        (manager, -1),
        (person_for("elsewhere", role=Role.PROGRAMME_MANAGER), done),
    ):
        with pytest.raises(NotThereError):
            undo(person, TOWNS, number)
    with pytest.raises(NotThereError):
        undo(manager, "no-such-programme", done)


def test_a_whole_folder_is_not_undone_but_each_of_its_parts_is(tmp_path: Path, manager: Person):
    load_folder(write(tmp_path / "after", cash_limit=1_000, packages=3))
    whole = Event.objects.filter(verb="loaded a programme folder").latest("number")
    parts = {part.subject: part for part in Event.objects.filter(part_of=whole.number)}

    with pytest.raises(RefusedError, match="single fact"):
        undo(manager, TOWNS, whole.number)
    undo(manager, TOWNS, parts["packages/package-3"].number)
    with pytest.raises(RefusedError):
        undo(manager, TOWNS, parts["savings/archive-saving"].number)

    assert held("packages", "package-3")["name"] == "Package 3"


def test_an_undone_removal_must_still_fit_what_is_there(manager: Person):
    add_fact(manager, TOWNS, "phases", phase("later"))
    add_fact(manager, TOWNS, "workstreams", phase("boxes", phase="later"))
    remove_fact(manager, TOWNS, "workstreams", "boxes", 1)
    removal = last().number
    remove_fact(manager, TOWNS, "phases", "later", 1)

    with pytest.raises(InvalidError, match="is not among the phases"):
        undo(manager, TOWNS, removal)


def test_an_addition_that_others_point_at_is_not_undone(manager: Person):
    add_fact(manager, TOWNS, "phases", phase("later"))
    addition = last().number
    add_fact(manager, TOWNS, "workstreams", phase("boxes", phase="later"))

    with pytest.raises(RefusedError, match="workstreams/boxes"):
        undo(manager, TOWNS, addition)


def test_a_changed_rule_and_a_changed_programme_are_undone_too(
    manager: Person, person_for: PersonFor
):
    about = standing("about", TOWNS)
    change_fact(manager, TOWNS, "about", TOWNS, about.payload | {"name": "Towns"}, about.version)
    undo(manager, TOWNS, last().number)
    assert models.Programme.objects.get().name == about.payload["name"]
    assert version("about", TOWNS) == about.version + 2

    officer = person_for("ashby", role=Role.MONITORING_OFFICER)
    rules = standing("authorities", "ashby")
    changed = rules.payload | {"polls": []}
    change_fact(officer, TOWNS, "authorities", "ashby", changed, rules.version)
    undo(officer, TOWNS, last().number)
    assert held("authorities", "ashby") == rules.payload
