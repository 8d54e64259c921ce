"""Loading a programme folder: whole or not at all, recorded, and the rows are the facts."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from cast import SAMPLES, PersonFor
from django.utils import timezone

from invented import ASHBY, BRAE, write
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall_web.facts import models
from moothall_web.facts.actions import load_folder
from moothall_web.facts.facts import programme_of
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded
from moothall_web.records.verify import verify
from runaway import comes_to_an_end

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


def loads() -> list[Event]:
    """The events of whole folders, without their parts."""
    return list(Event.objects.filter(verb="loaded a programme folder"))


def parts_of(event: Event) -> dict[str, Event]:
    """What one loading did, by what it did it to."""
    return {part.subject: part for part in Event.objects.filter(part_of=event.number)}


def test_a_loaded_folder_becomes_rows_and_is_recorded_whole(
    three_towns: Path, person_for: PersonFor
):
    person = person_for("ashby")

    loaded = load_folder(three_towns, by=person)

    programme = read_programme(three_towns)
    assert loaded.changed
    assert rows()["Fact"] == sum(1 for _ in programme.facts())
    (event,) = loads()
    assert (event.who, event.programme, event.for_whom) == (person, "three-towns", "programme")
    assert "facts from 3 documents" in event.payload.summary
    assert len(event.digest) == 64


def test_everything_in_a_loaded_folder_is_a_part_of_its_event(three_towns: Path):
    load_folder(three_towns)

    programme = read_programme(three_towns)
    (event,) = loads()
    parts = parts_of(event)
    subjects = {f"{kind}/{fact.id}" for kind, fact in programme.facts()}
    subjects |= {f"documents/{document.id}" for document in programme.documents}
    subjects |= {f"authorities/{authority.code}" for authority in programme.authorities}
    assert parts.keys() == subjects | {"about/three-towns"}
    assert {part.verb for part in parts.values()} == {"added a fact"}
    saving = parts["savings/archive-saving"].payload
    assert (saving.owner, saving.shared, saving.before) == ("ashby", True, None)
    assert saving.after["name"] == "Archive"
    assert verify().broken_at is None


def test_loading_again_records_only_what_is_another_and_counts_its_version(tmp_path: Path):
    load_folder(write(tmp_path / "before", packages=4))
    load_folder(write(tmp_path / "after", packages=3, cash_limit=1_000))

    parts = parts_of(loads()[-1])
    assert {subject: part.verb for subject, part in parts.items()} == {
        "packages/package-3": "removed a fact",
        "savings/archive-saving": "changed a fact",
    }
    versions = dict(models.Fact.objects.values_list("key", "version"))
    assert versions["archive-saving"] == 2
    assert versions["package-0"] == 1


def test_what_is_loaded_anew_begins_above_every_version_that_stood_under_its_key(tmp_path: Path):
    for place, packages in enumerate((4, 3, 4)):
        load_folder(write(tmp_path / str(place), packages=packages))

    assert models.Fact.objects.get(key="package-3").version == 3


def test_the_other_councils_do_not_read_what_was_loaded_unshared(tmp_path: Path):
    folder = write(tmp_path / "three-towns")
    savings = yaml.safe_load((folder / "savings.yaml").read_text("utf-8"))
    (folder / "savings.yaml").write_text(yaml.safe_dump([savings[0] | {"shared": "no"}]), "utf-8")
    load_folder(folder)
    (folder / "savings.yaml").write_text(yaml.safe_dump(savings), "utf-8")
    load_folder(folder)

    kept, shown = (parts_of(event)["savings/archive-saving"].payload for event in loads())
    assert not kept.shared
    assert not shown.shared, "what it was before it was shared would show"


def test_who_shared_a_fact_is_still_known_after_the_folder_is_loaded_again(
    tmp_path: Path, person_for: PersonFor
):
    load_folder(write(tmp_path / "before"))
    sharer, now = person_for("ashby"), timezone.now()
    with recorded() as pen:
        models.Fact.objects.filter(key="archive-saving").update(shared_by=sharer, shared_at=now)
        pen.record(Entry(verb="shared a fact", summary="shared"))

    load_folder(write(tmp_path / "after", packages=2))

    fact = models.Fact.objects.get(key="archive-saving")
    assert (fact.shared_by, fact.shared_at) == (sharer, now)


@comes_to_an_end()
def test_a_large_sample_is_loaded_in_less_than_a_second():
    folder = max(SAMPLES, key=lambda each: sum(path.stat().st_size for path in each.iterdir()))

    load_folder(folder)


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
    assert [event.payload.summary.split()[0] for event in loads()] == ["Loaded", "Replaced"]


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
    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("moothall_web.records.actions.append", break_down)

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
    with recorded() as pen:
        models.Fact.objects.filter(kind="posts").update(kind="a kind of long ago")
        pen.record(Entry(verb="went back in time", summary="as an older version would have it"))

    assert load_folder(three_towns).changed
    assert programme_of(models.Programme.objects.get()) == read_programme(three_towns)
