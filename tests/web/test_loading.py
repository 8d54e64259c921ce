"""Loading a programme folder: whole or not at all, recorded once, and the rows are the facts."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from cast import SAMPLES, PersonFor

from invented import ASHBY, BRAE, write
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall_web.facts import models
from moothall_web.facts.actions import load_folder
from moothall_web.facts.facts import programme_of
from moothall_web.records.models import Event

pytestmark = pytest.mark.django_db


def rows() -> dict[str, int]:
    """How many rows of each kind there are."""
    held = (
        models.Programme,
        models.Document,
        models.Fact,
        models.AuthorityRecord,
        models.ReportFormat,
        Event,
    )
    return {model.__name__: model.objects.count() for model in held}


def test_a_loaded_folder_becomes_rows_and_one_recorded_event(
    three_towns: Path, person_for: PersonFor
):
    person = person_for("ashby")

    loaded = load_folder(three_towns, by=person)

    programme = read_programme(three_towns)
    assert loaded.changed
    assert rows()["Fact"] == sum(1 for _ in programme.facts())
    event = Event.objects.get()
    assert (event.who, event.programme, event.for_whom) == (person, "three-towns", "programme")
    assert "facts from 3 documents" in event.summary
    assert len(event.digest) == 64


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_rows_give_the_facts_that_the_folder_gives(folder: Path):
    load_folder(folder)

    assert programme_of(models.Programme.objects.get(code=folder.name)) == read_programme(folder)


def test_rows_of_an_invented_programme_give_its_facts(three_towns: Path):
    load_folder(three_towns)

    assert programme_of(models.Programme.objects.get()) == read_programme(three_towns)


def test_loading_twice_changes_nothing_and_says_so(three_towns: Path):
    load_folder(three_towns)
    before = rows(), models.Fact.objects.latest("pk").pk

    again = load_folder(three_towns)

    assert not again.changed
    assert "nothing was changed" in again.summary
    assert (rows(), models.Fact.objects.latest("pk").pk) == before


def test_a_changed_folder_replaces_the_rows_and_is_recorded_again(tmp_path: Path):
    load_folder(write(tmp_path / "before", packages=4))
    load_folder(write(tmp_path / "after", packages=2))

    assert models.Programme.objects.count() == 1
    assert models.Fact.objects.filter(kind="packages").count() == 2
    assert [event.summary.split()[0] for event in Event.objects.all()] == ["Loaded", "Replaced"]


def test_an_unreadable_folder_leaves_everything_as_it_was(three_towns: Path):
    load_folder(three_towns)
    before = rows()
    (three_towns / "proposals.yaml").write_text("- id: archive\n  nmae: Archive\n", "utf-8")

    with pytest.raises(UnreadableError) as refused:
        load_folder(three_towns)

    assert len(refused.value.problems) > 1
    assert rows() == before


def test_a_fault_while_writing_leaves_everything_as_it_was(
    three_towns: Path, monkeypatch: pytest.MonkeyPatch
):
    def break_down(**_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("moothall_web.facts.actions.record", break_down)

    with pytest.raises(RuntimeError):
        load_folder(three_towns)

    assert set(rows().values()) == {0}


def test_a_councils_rules_are_held_once_for_all_programmes(tmp_path: Path):
    load_folder(write(tmp_path / "first", (ASHBY, BRAE)))
    second = write(tmp_path / "second", (replace(ASHBY, call_in_days=7), BRAE))
    about = yaml.safe_load((second / "programme.yaml").read_text("utf-8"))
    about |= {"id": "two-towns", "name": "Two Towns"}
    (second / "programme.yaml").write_text(yaml.safe_dump(about), "utf-8")

    loaded = load_folder(second)

    assert models.AuthorityRecord.objects.count() == 2
    assert "own rules changed, also for Three Towns" in loaded.summary
    first = programme_of(models.Programme.objects.get(code="three-towns"))
    held = {rule.rule: rule.value for rule in first.authority("ashby").rules}
    assert held["call_in_days"] == "7"


def test_rows_that_an_older_version_wrote_are_replaced(three_towns: Path):
    load_folder(three_towns)
    models.Fact.objects.filter(kind="posts").update(kind="a kind of long ago")

    assert load_folder(three_towns).changed
    assert programme_of(models.Programme.objects.get()) == read_programme(three_towns)
