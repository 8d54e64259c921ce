"""A case frozen stays as it was, is made again to the byte, and goes one way."""

from datetime import date
from pathlib import Path

import pytest
from cast import PersonFor
from django.test import Client
from loaded import loaded

from invented import write
from moothall.files.frozen_facts import frozen_facts, thawed
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall_web.cases import actions, snapshots
from moothall_web.cases.models import FrozenFile, Snapshot, SnapshotState
from moothall_web.cases.snapshot_queries import snapshot_page
from moothall_web.cases.states import STEPS, step_named
from moothall_web.facts.actions import load_folder
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import UnrecordedWriteError, recorded

AS_AT = date(2026, 5, 1)
CODE = "three-towns"
SAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("name", ["stockport-tameside", "cambridgeshire-peterborough"])
def test_frozen_facts_thaw_to_the_same_programme(name: str):
    programme = read_programme(SAMPLES / name)

    text = frozen_facts(programme)

    assert thawed(text, "here") == programme
    assert frozen_facts(thawed(text, "here")) == text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"about": {"id": "x"}}', "not JSON"])
def test_what_is_no_frozen_programme_is_named_as_such(text: str):
    with pytest.raises(UnreadableError, match="the attic"):
        thawed(text, "the attic")


@pytest.fixture
def towns(db: None, tmp_path: Path) -> str:
    """The invented programme, loaded; returns its proposal's id."""
    folder = write(tmp_path / "three-towns")
    loaded(folder)
    return read_programme(folder).proposals[0].id


@pytest.fixture
def author(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.REPORT_AUTHOR)


@pytest.fixture
def monitoring_officer(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.MONITORING_OFFICER)


@pytest.fixture
def frozen(towns: str, author: Person) -> Snapshot:
    return actions.make_snapshot(author, CODE, towns, "ashby", AS_AT, "for the agenda")


def step(person: Person, snapshot: Snapshot, name: str) -> None:
    found = step_named(name)
    assert found is not None
    actions.take_step(person, snapshot, found, "as agreed")


def page_of(person: Person, snapshot: Snapshot):
    return snapshot_page(person, CODE, snapshot.proposal, snapshot.authority, snapshot.number)


def test_the_same_version_makes_the_same_bytes_again(frozen: Snapshot, author: Person):
    page = page_of(author, frozen)

    assert page is not None
    assert {file.name for file in page.files} == {"paper.html", "paper.docx", "paper.pdf"}
    assert page.again.possible
    assert page.again.differing == ()
    assert not page.moved_on


def test_a_snapshot_stays_as_it_was_when_the_facts_change(
    frozen: Snapshot, author: Person, tmp_path: Path
):
    before = {file.name: bytes(file.content) for file in frozen.files.all()}

    load_folder(write(tmp_path / "later" / "three-towns", cash_limit=1_000))

    page = page_of(author, frozen)
    assert page is not None
    assert page.moved_on
    assert page.again.differing == ()
    assert {file.name: bytes(file.content) for file in page.files} == before


def test_a_later_version_shows_the_stored_files(
    frozen: Snapshot, author: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(snapshots, "__version__", "9.9.9")

    page = page_of(author, frozen)

    assert page is not None
    assert not page.again.possible
    assert len(page.files) == 3


def test_bytes_that_come_out_otherwise_are_named(
    frozen: Snapshot, author: Person, monkeypatch: pytest.MonkeyPatch
):
    real = snapshots.paper_files
    monkeypatch.setattr(
        snapshots, "paper_files", lambda *given: real(*given) | {"paper.html": b"otherwise"}
    )

    page = page_of(author, frozen)

    assert page is not None
    assert page.again.differing == ("paper.html",)


def test_a_snapshot_goes_from_draft_to_cleared_to_published(
    frozen: Snapshot, monitoring_officer: Person
):
    step(monitoring_officer, frozen, "clear")
    step(monitoring_officer, frozen, "publish")

    frozen.refresh_from_db()
    assert frozen.state == SnapshotState.PUBLISHED
    said = [event.verb for event in Event.objects.filter(subject__startswith="snapshot/")]
    assert said == ["made a snapshot", "cleared a snapshot", "published a snapshot"]


def test_a_draft_cannot_be_published(frozen: Snapshot, monitoring_officer: Person):
    with pytest.raises(RefusedError, match="only one that is cleared can be published"):
        step(monitoring_officer, frozen, "publish")


def test_nobody_clears_their_own_snapshot(towns: str, person_for: PersonFor):
    both = person_for("ashby", role=Role.MONITORING_OFFICER)
    with recorded() as pen:
        Acting.objects.create(person=both, authority="ashby", role=Role.REPORT_AUTHOR)
        pen.record(Entry(verb="admitted somebody", summary="as author too"))
    made = actions.make_snapshot(both, CODE, towns, "ashby", AS_AT)

    with pytest.raises(RefusedError, match="Nobody clears their own work"):
        step(both, made, "clear")


def test_another_councils_monitoring_officer_is_refused_in_words(
    frozen: Snapshot, person_for: PersonFor
):
    with pytest.raises(RefusedError, match="Only Ashby's monitoring officer or section 151"):
        step(person_for("brae", role=Role.MONITORING_OFFICER), frozen, "clear")


def test_a_draft_is_its_own_councils_and_a_cleared_one_its_partners_too(
    frozen: Snapshot, person_for: PersonFor, monitoring_officer: Person
):
    partner = person_for("brae")
    assert page_of(partner, frozen) is None

    step(monitoring_officer, frozen, "clear")

    assert page_of(partner, frozen) is not None


def test_a_council_without_a_report_format_has_nothing_to_clear(towns: str, person_for: PersonFor):
    with pytest.raises(RefusedError, match="no report format of its own"):
        actions.make_snapshot(
            person_for("combe", role=Role.REPORT_AUTHOR), CODE, towns, "combe", AS_AT
        )


def test_what_is_frozen_is_written_where_it_is_recorded_only(frozen: Snapshot):
    with pytest.raises(UnrecordedWriteError):
        FrozenFile.objects.update(content=b"otherwise")
    with pytest.raises(UnrecordedWriteError):
        frozen.save()


def test_every_state_is_reached_and_only_withdrawn_is_the_end():
    reached = {step.leads_to for step in STEPS}
    left = {state for step in STEPS for state in step.leads_from}

    assert reached == set(SnapshotState)
    assert set(SnapshotState) - left == {SnapshotState.WITHDRAWN}


def test_an_exempt_fact_stands_in_the_exempt_editions_alone(
    towns: str, author: Person, person_for: PersonFor, tmp_path: Path
):
    folder = write(tmp_path / "exempt" / "three-towns")
    savings = (folder / "savings.yaml").read_text(encoding="utf-8")
    exempt = (
        "  exempt:\n    paragraph: 3\n    public_interest: The price is still being negotiated.\n"
    )
    (folder / "savings.yaml").write_text(savings.rstrip("\n") + "\n" + exempt, encoding="utf-8")
    load_folder(folder)

    made = actions.make_snapshot(author, CODE, towns, "ashby", AS_AT)

    held = {file.name: bytes(file.content) for file in made.files.all()}
    saving = read_programme(folder).savings[0].name.encode()
    assert set(held) == {
        f"{name}.{suffix}"
        for name in ("paper", "exempt-annex")
        for suffix in ("html", "docx", "pdf")
    }
    assert saving in held["exempt-annex.html"]
    assert saving not in held["paper.html"]
    step(person_for("ashby", role=Role.MONITORING_OFFICER), made, "clear")
    for_partner = page_of(person_for("brae"), made)
    assert for_partner is not None
    assert {file.name for file in for_partner.files} == {"paper.html", "paper.docx", "paper.pdf"}


def test_a_snapshot_is_made_cleared_and_fetched_on_its_pages(
    towns: str, author: Person, monitoring_officer: Person
):
    client = Client()
    client.force_login(author)
    address = f"/programmes/{CODE}/proposals/{towns}/snapshots/"

    assert client.post(address, {}).status_code == 422
    made = client.post(
        address, {"authority": "ashby", "as_at": "1 May 2026", "why": "for the agenda"}
    )
    assert made.status_code == 302
    shown = client.get(made["Location"])
    assert "The same facts gave the same bytes" in shown.content.decode()
    client.force_login(monitoring_officer)
    assert client.post(f"{made['Location']}clear/", {"why": ""}).status_code == 422
    assert client.post(f"{made['Location']}clear/", {"why": "read it"}).status_code == 302
    file = client.get(f"{made['Location']}files/paper.docx")
    assert file.content == bytes(FrozenFile.objects.get(name="paper.docx").content)
    assert client.get(f"{made['Location']}files/exempt-annex.docx").status_code == 404
    pdf = client.get(f"{made['Location']}files/paper.pdf")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert pdf.content == bytes(FrozenFile.objects.get(name="paper.pdf").content)


def test_another_councils_code_in_the_form_is_refused(towns: str, author: Person):
    client = Client()
    client.force_login(author)

    answer = client.post(
        f"/programmes/{CODE}/proposals/{towns}/snapshots/",
        {"authority": "brae", "as_at": "", "why": "forged"},
    )

    assert answer.status_code == 422
    assert not Snapshot.objects.exists()
