"""An installation of an earlier release, with data, becomes one of this one and loses nothing."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from test_console import moothall

from moothall.files.programme_folder import read_programme

EARLIER = Path(__file__).parent / "earlier" / "2026-11-22.sql.gz"
"""SQLite's own text of an installation made by the release before sign-in by tenants and jobs: the
invented programme loaded, somebody in every role, and one payload erased."""
EVENTS, HEAD = 29, "f3e3fc60b8e0fe804ab91d01937cc619d62f9d085464c778a5fed5c18bd97add"


@pytest.fixture
def upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its database, with this release's steps made by the command that an upgrade names."""
    monkeypatch.setenv("MOOTHALL_DATABASE", "")  # the earlier one lies in a file
    installation = tmp_path / "installation"
    installation.mkdir()
    with closing(sqlite3.connect(installation / "moothall.sqlite3")) as rows:
        rows.executescript(gzip.decompress(EARLIER.read_bytes()).decode())
    told = moothall(installation, "manage", "migrate", "--verbosity", "0")
    assert told.returncode == 0, told.stderr
    return installation


def test_an_upgrade_keeps_the_record_and_every_fact(
    upgraded: Path, three_towns: Path, tmp_path: Path
):
    told = moothall(upgraded, "audit", "verify")
    dumped = moothall(upgraded, "dump", "three-towns", "--to", str(tmp_path / "dumped"))

    assert told.returncode == 0, told.stderr
    assert f"length {EVENTS}" in told.stdout
    assert HEAD in told.stdout
    assert "erased 1" in told.stdout
    assert dumped.returncode == 0, dumped.stderr
    assert read_programme(tmp_path / "dumped").proposals == read_programme(three_towns).proposals
    with closing(sqlite3.connect(upgraded / "moothall.sqlite3")) as rows:
        people = rows.execute("SELECT count(*) FROM people_acting").fetchone()[0]
        assert people > 40
        assert rows.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_backup_of_an_upgraded_installation_is_restored(upgraded: Path, tmp_path: Path):
    told = moothall(upgraded, "backup", str(tmp_path / "backups"), "--rehearse")

    assert told.returncode == 0, told.stderr
    assert f"record of {EVENTS} events" in told.stdout
