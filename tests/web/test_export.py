"""A council takes all that is its own away in one file, and nothing that another holds back."""

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from cast import ROOT, PersonFor
from django.test import Client
from loaded import loaded

from exhaustive import exhaustive
from invented import write
from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme
from moothall_web.cases.models import FrozenFile, Snapshot
from moothall_web.desk.copies import write_zip
from moothall_web.desk.models import Remark, Task
from moothall_web.desk.take_away import taking
from moothall_web.facts import models as rows
from moothall_web.facts.actions import load_folder
from moothall_web.facts.export import own_facts
from moothall_web.people.models import Acting, Person, Role
from moothall_web.records.actions import Entry, digest_of, hash_of
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded

SECRETS = (
    "Lamplight",
    "a-brae-secret",
    "Brae whispers",
    "Brae's errand",
    "brae-frozen",
    "Brae why",
)
"""What Brae holds back, in every place where it could stand."""
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PAGE = "/programmes/three-towns/take-away/"


def add(folder: Path, kind: str, *entries: dict[str, Any]) -> None:
    path = folder / f"{kind}.yaml"
    held = yaml.safe_load(path.read_text("utf-8")) if path.exists() else []
    path.write_text(yaml.safe_dump([*held, *entries], allow_unicode=True), "utf-8")


def exempt() -> dict[str, str]:
    return {"paragraph": "3", "public_interest": "A supplier's prices."}


@pytest.fixture
def held(three_towns: Path, person_for: PersonFor) -> rows.Programme:
    """Three towns, each with something that it has not shared, and work done on it."""
    for code, words in (("ashby", "Our own draft"), ("brae", "Lamplight")):
        risk = {
            "id": f"a-{code}-secret",
            "source": f"{code} 9",
            "title": words,
            "description": f"{words}, described",
            "implications": [words],
            "actions": [],
            "proposal": "archive",
            "shared": "no",
        }
        add(three_towns, "risks", risk | {"exempt": exempt()})
    loaded(three_towns)
    row = rows.Programme.objects.get(code="three-towns")
    clerk = person_for("ashby", "brae", role=Role.REPORT_AUTHOR)
    with recorded() as pen:
        for code, remark, task in (
            ("ashby", "Ashby says", "Ashby's errand"),
            ("brae", "Brae whispers", "Brae's errand"),
        ):
            about = f"risks/a-{code}-secret"
            Remark.objects.create(
                programme=row, subject=about, author=clerk, for_whom=code, text=remark, at=NOW
            )
            Task.objects.create(
                programme=row, words=task, for_whom=code, owner=clerk, given_by=clerk, given_at=NOW
            )
            freeze(row, code, clerk)
            pen.record(
                Entry(
                    verb="changed a fact",
                    who=clerk.pk,
                    for_whom=code,
                    owner=code,
                    shared=False,
                    programme="three-towns",
                    subject=about,
                    summary=f"Changed {about}.",
                    why=f"{code.capitalize()} why",
                )
            )
    return row


def freeze(row: rows.Programme, code: str, by: Person) -> None:
    snapshot = Snapshot.objects.create(
        programme=row,
        proposal="archive",
        authority=code,
        number=1,
        as_at=date(2026, 6, 1),
        facts=json.dumps({"about": f"{code}-frozen"}),
        facts_digest="0" * 64,
        law_digest="1" * 64,
        program_version="0",
        made_by=by,
        made_at=NOW,
    )
    FrozenFile.objects.create(
        snapshot=snapshot, name="paper.html", content=f"{code}-frozen".encode(), digest="2" * 64
    )


def packed(row: rows.Programme, authority: str) -> bytes:
    target = io.BytesIO()
    write_zip(taking(row, authority, NOW, "the test"), target)
    return target.getvalue()


def unpacked(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_council_takes_all_that_is_its_own(held: rows.Programme, tmp_path: Path):
    folder = unpacked(packed(held, "ashby"), tmp_path / "copy")

    facts = read_programme(folder / "facts")
    secret = next(risk for risk in facts.risks if risk.id == "a-ashby-secret")
    assert secret.exempt is not None
    assert not secret.shared
    assert {"ashby-decides", "ashby-meets", "ashby-decision", "archive-saving"} <= {
        fact.id for _, fact in facts.facts()
    }
    assert facts.authority("ashby").rules
    assert (folder / "facts" / "formats" / "ashby-report.yaml").is_file()
    assert [each["text"] for each in lines(folder / "remarks.jsonl")] == ["Ashby says"]
    assert [each["words"] for each in lines(folder / "tasks.jsonl")] == ["Ashby's errand"]
    assert (folder / "snapshots/0001/files/paper.html").read_text("utf-8") == "ashby-frozen"
    assert json.loads((folder / "snapshots/0001/facts.json").read_text("utf-8"))
    frozen = json.loads((folder / "snapshots/0001/snapshot.json").read_text("utf-8"))
    assert (frozen["proposal"], frozen["number"]) == ("archive", 1)


@pytest.mark.checklist("A01")
@pytest.mark.parametrize("authority", ["ashby", "combe"])
def test_nothing_that_another_council_holds_back_is_in_the_copy(
    authority: str, held: rows.Programme, tmp_path: Path
):
    folder = unpacked(packed(held, authority), tmp_path / "copy")
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())

    for secret in SECRETS:
        assert secret.encode() not in whole
        assert json.dumps(secret).strip('"').encode() not in whole
    assert all(
        secret in b"".join(p.read_bytes() for p in own.rglob("*") if p.is_file()).decode()
        for own in [unpacked(packed(held, "brae"), tmp_path / "own")]
        for secret in SECRETS
    ), "its own council has them all"


def test_of_others_facts_only_what_an_own_one_points_at_comes_along(three_towns: Path):
    programme = read_programme(three_towns)

    own = own_facts(programme, "brae")

    ids = {(fact.owner, fact.id) for _, fact in own.programme.facts()}
    assert ids == {
        ("brae", "brae-decides"),
        ("brae", "brae-meets"),
        ("brae", "brae-decision"),
        ("programme", "archive"),  # the decision is one on this proposal
    }
    assert own.number == 3
    assert {document.id for document in own.programme.documents} == {"ashby", "brae"}


def test_an_own_fact_that_points_at_what_was_withdrawn_is_not_left_behind(
    three_towns: Path, person_for: PersonFor, tmp_path: Path
):
    steps = yaml.safe_load((three_towns / "steps.yaml").read_text("utf-8"))
    joint = next(step for step in steps if step["id"] == "brae-decision")
    joint["body"] = "ashby-decides"
    (three_towns / "steps.yaml").write_text(yaml.safe_dump(steps), "utf-8")
    bodies = yaml.safe_load((three_towns / "bodies.yaml").read_text("utf-8"))
    bodies[0] |= {"shared": "no", "name": "Ashby's secret board"}
    (three_towns / "bodies.yaml").write_text(yaml.safe_dump(bodies), "utf-8")
    load_folder(three_towns)

    content = packed(rows.Programme.objects.get(), "brae")
    folder = unpacked(content, tmp_path / "copy")

    (loose,) = lines(folder / "loose-facts.jsonl")
    assert loose["fact"]["id"] == "brae-decision"
    assert loose["points_at"] == ["bodies/ashby-decides"]
    assert "brae-decision" not in {fact.id for _, fact in read_programme(folder / "facts").facts()}
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"secret board" not in whole


def test_the_history_can_be_checked_by_its_own_digests(held: rows.Programme, tmp_path: Path):
    folder = unpacked(packed(held, "ashby"), tmp_path / "copy")
    history = lines(folder / "history.jsonl")

    assert {each["for_whom"] for each in history} == {"ashby"}
    assert "Ashby why" in [each["payload"]["why"] for each in history]
    for each in history:
        assert digest_of(SimpleNamespace(**each["payload"])) == each["digest"]  # type: ignore[arg-type]
        event = SimpleNamespace(**each | {"at": datetime.fromisoformat(each["at"])})
        event.who_id = each["who"]
        assert hash_of(event) == each["hash"]  # type: ignore[arg-type]
        assert Event.objects.get(number=each["number"]).hash == each["hash"]


def test_the_same_content_gives_the_same_bytes(held: rows.Programme):
    assert packed(held, "ashby") == packed(held, "ashby")


def test_the_readme_says_when_by_whom_and_where_the_record_stood(
    held: rows.Programme, tmp_path: Path
):
    last = Event.objects.order_by("-number").first()
    assert last is not None

    readme = (unpacked(packed(held, "ashby"), tmp_path / "copy") / "README.txt").read_text("utf-8")

    assert "What is Ashby's own in Three Towns shared service (invented)" in readme
    assert "Taken on Tue 24 Nov 2026 at 09:30 by the test." in readme
    assert f"{last.number} events, head {last.hash}." in readme
    assert max(len(line) for line in readme.splitlines() if "head" not in line) <= 100


def test_a_stored_name_cannot_lead_out_of_the_copy(held: rows.Programme):
    with recorded() as pen:
        snapshot = Snapshot.objects.get(authority="ashby")
        FrozenFile.objects.create(
            snapshot=snapshot, name="../../evil.html", content=b"x", digest="3" * 64
        )
        pen.record(Entry(verb="tried", summary="tried"))

    with zipfile.ZipFile(io.BytesIO(packed(held, "ashby"))) as archive:
        assert not [name for name in archive.namelist() if ".." in name.split("/")]
        assert "snapshots/0001/files/__.._evil.html" in archive.namelist()


@pytest.mark.parametrize("role", [Role.PROGRAMME_MANAGER, Role.MONITORING_OFFICER, Role.IT])
def test_the_page_gives_the_copy_and_records_that_it_was_taken(
    role: Role, held: rows.Programme, person_for: PersonFor, tmp_path: Path
):
    person = person_for("ashby", role=role)
    client = client_of(person)

    page = client.get(PAGE)
    answer = client.post(PAGE, {"authority": "ashby"})

    assert page.status_code == 200
    assert "all that is Ashby’s own" in page.content.decode()
    content = b"".join(answer)  # type: ignore[call-overload]
    assert answer["Content-Type"] == "application/zip"
    assert "attachment" in answer["Content-Disposition"]
    assert "three-towns-ashby-" in answer["Content-Disposition"]
    readme = (unpacked(content, tmp_path / "copy") / "README.txt").read_text("utf-8")
    assert f"by Ashby's {role.label}" in readme
    event = Event.objects.order_by("-number")[0]
    assert (event.verb, event.who, event.for_whom) == ("took away a copy", person, "ashby")
    assert event.role == role.value
    assert event.payload.after["sha256"] == hashlib.sha256(content).hexdigest()
    assert not event.payload.shared


def test_who_may_not_is_told_who_may(held: rows.Programme, person_for: PersonFor):
    client = client_of(person_for("ashby", role=Role.FINANCE_OFFICER))
    words = "Only Ashby&#39;s programme manager, monitoring officer or council IT may take away"

    for answer in (client.get(PAGE), client.post(PAGE, {"authority": "ashby"})):
        assert answer.status_code == 403
        assert words in answer.content.decode()
    assert not Event.objects.filter(verb="took away a copy").exists()


@pytest.mark.parametrize("authority", ["brae", "programme", "elsewhere", "x" * 10_000, "<script>"])
def test_a_forged_council_is_refused(authority: str, held: rows.Programme, person_for: PersonFor):
    client = client_of(person_for("ashby", "elsewhere", role=Role.PROGRAMME_MANAGER))

    answer = client.post(PAGE, {"authority": authority})

    assert answer.status_code == 403
    assert "<script>" not in answer.content.decode()
    assert not Event.objects.filter(verb="took away a copy").exists()


def test_who_acts_for_two_councils_chooses_one(held: rows.Programme, person_for: PersonFor):
    client = client_of(person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER))

    page, empty = client.get(PAGE).content.decode(), client.post(PAGE)

    assert page.count('type="radio"') == 2
    assert empty.status_code == 422
    told = empty.content.decode()
    assert "Choose the council whose own you want to take away" in told
    assert 'href="#id_authority"' in told
    assert 'id="id_authority"' in told


def test_a_stranger_and_an_auditor_find_no_page_or_a_refusal(
    held: rows.Programme, person_for: PersonFor
):
    stranger = client_of(person_for("elsewhere", role=Role.PROGRAMME_MANAGER))
    board = person_for("programme", role=Role.BOARD_MEMBER)

    assert stranger.get(PAGE).status_code == 404
    assert stranger.post(PAGE, {"authority": "ashby"}).status_code == 404
    assert client_of(board).get(PAGE).status_code == 403
    assert client_of(board).post(PAGE, {"authority": "programme"}).status_code == 403


def test_an_acting_for_another_programme_opens_nothing_here(
    held: rows.Programme, person_for: PersonFor
):
    person = person_for("ashby", role=Role.FINANCE_OFFICER)
    with recorded() as pen:
        Acting.objects.create(
            person=person, authority="ashby", role=Role.IT, programme="another-programme"
        )
        pen.record(Entry(verb="admitted somebody", summary="for another programme"))

    assert client_of(person).post(PAGE, {"authority": "ashby"}).status_code == 403


MOOTHALL = [
    sys.executable,
    "-c",
    "import sys; from moothall_web.console import main; sys.exit(main())",
]


def moothall(var: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
    return subprocess.run(
        [*MOOTHALL, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=var.parent,
        env=kept | {"PYTHONPATH": str(ROOT / "src"), "MOOTHALL_VAR": str(var)},
    )


@pytest.mark.parametrize(
    ("programme", "facts"),
    [("three-towns", 19), pytest.param("stockport-tameside", 526, marks=exhaustive)],
)
def test_what_was_loaded_is_dumped_and_loading_that_changes_nothing(
    programme: str, facts: int, tmp_path: Path, var: Path, tables: None, three_towns: Path
):
    out = tmp_path / "out"
    sample = three_towns if programme == three_towns.name else ROOT / "examples" / programme
    assert moothall(var, "load", sample).returncode == 0

    dumped = moothall(var, "dump", programme, "--to", out)
    again = moothall(var, "load", out)
    verified = moothall(var, "audit", "verify")

    assert dumped.returncode == 0, dumped.stderr
    assert f"{facts} facts" in dumped.stdout
    assert "Comments that stood in the files it was loaded from are not kept" in dumped.stdout
    assert "these facts are already held; nothing was changed" in again.stdout
    assert read_programme(out) == read_programme(sample)
    assert verified.returncode == 0


@exhaustive
def test_dump_says_what_is_wrong_and_leaves_nothing_behind(tmp_path: Path, three_towns: Path):
    var, out = tmp_path / "var", tmp_path / "out"
    before = moothall(var, "dump", "three-towns", "--to", out)
    moothall(var, "load", three_towns)

    misspelt = moothall(var, "dump", "three-town", "--to", out)
    nobody = moothall(var, "dump", "three-towns", "--to", out, "--authority", "ashbey")
    full = moothall(var, "dump", "three-towns", "--to", three_towns)
    both = moothall(var, "dump", "three-towns", "--to", out, "--authority", "ashby", "--replace")

    assert "Run `moothall setup` first" in before.stderr
    assert "'three-town' is no programme that is held. Did you mean 'three-towns'?" in (
        misspelt.stderr
    )
    assert "'ashbey' is no authority" in nobody.stderr
    assert "Did you mean 'ashby'?" in nobody.stderr
    assert "is not empty" in full.stderr
    assert "--replace is for whole programmes" in both.stderr
    for told in (before, misspelt, nobody, full, both):
        assert told.returncode == 2
        assert "Traceback" not in told.stderr
    assert not out.exists()


@exhaustive
def test_dump_writes_one_councils_own_as_a_folder_or_a_zip(tmp_path: Path, three_towns: Path):
    var, out, pack = tmp_path / "var", tmp_path / "out", tmp_path / "own.zip"
    moothall(var, "load", three_towns)

    folder = moothall(var, "dump", "three-towns", "--authority", "brae", "--to", out)
    packed_one = moothall(var, "dump", "three-towns", "--authority", "brae", "--to", pack)
    twice = moothall(var, "dump", "three-towns", "--authority", "brae", "--to", pack)

    assert folder.returncode == packed_one.returncode == 0, folder.stderr + packed_one.stderr
    assert read_programme(out / "facts").about.id == "three-towns"
    with zipfile.ZipFile(pack) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {
            path.name for path in out.iterdir()
        }
    assert twice.returncode == 2
    assert "is there already" in twice.stderr
    assert "took away a copy" in moothall(var, "manage", "dumpdata", "records").stdout


@exhaustive
def test_replacing_a_dump_gives_what_is_held_now(tmp_path: Path):
    var, out = tmp_path / "var", tmp_path / "out"
    moothall(var, "load", write(tmp_path / "first"))
    moothall(var, "dump", "three-towns", "--to", out)
    moothall(var, "load", write(tmp_path / "second", packages=2))

    done = moothall(var, "dump", "three-towns", "--to", out, "--replace")

    assert done.returncode == 0, done.stderr
    assert as_held(read_programme(out)) == as_held(read_programme(tmp_path / "second"))


def as_held(programme: Programme) -> Programme:
    return replace(programme, places={})
