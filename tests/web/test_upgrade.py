"""An installation of an earlier release, with data, becomes one of this one and loses nothing."""

import gzip
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from test_backup import _tools_of_the_tests_own_server  # noqa: F401 - for the rehearsal
from test_console import moothall
from throwaway import SERVER, empty_database

from exhaustive import exhaustive
from moothall.files.programme_folder import read_programme

EARLIER = Path(__file__).parent / "earlier"
"""An installation made by the release before sign-in by tenants and jobs, as the text of SQLite and
of PostgreSQL (`pg_dump --inserts` of that release's own tables): the invented programme loaded,
somebody in every role, and one payload erased."""
EVENTS, HEAD = 29, "f3e3fc60b8e0fe804ab91d01937cc619d62f9d085464c778a5fed5c18bd97add"
SEES_ALL = "-c moothall.reads=* -c moothall.writes=*"

KINDS = pytest.mark.parametrize("kind", ["sqlite", "postgresql"] if SERVER else ["sqlite"])
Ask = Callable[[str], list[tuple[Any, ...]]]

pytestmark = [exhaustive, KINDS]


def text(name: str) -> str:
    return gzip.decompress((EARLIER / name).read_bytes()).decode()


@pytest.fixture
def address(kind: str) -> Iterator[str]:
    """Of a new PostgreSQL database; empty for a file of SQLite's."""
    if kind == "sqlite":
        yield ""
        return
    with empty_database() as made:
        yield made


@pytest.fixture
def ask(address: str, tmp_path: Path) -> Ask:
    """The rows of the database under test."""

    def asked(sql: str) -> list[tuple[Any, ...]]:
        if address:
            with psycopg.connect(address, options=SEES_ALL) as rows:
                return rows.execute(sql).fetchall()  # type: ignore[call-overload]
        with closing(sqlite3.connect(tmp_path / "installation" / "moothall.sqlite3")) as rows:
            return rows.execute(sql).fetchall()

    return asked


@pytest.fixture
def upgraded(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its database, with this release's steps made by the command that an upgrade names."""
    monkeypatch.setenv("MOOTHALL_DATABASE", address)
    installation = tmp_path / "installation"
    installation.mkdir()
    if address:
        with psycopg.connect(address, options=SEES_ALL) as rows:
            rows.execute(text("2026-11-22.postgresql.sql.gz"))  # type: ignore[call-overload]
    else:
        with closing(sqlite3.connect(installation / "moothall.sqlite3")) as rows:
            rows.executescript(text("2026-11-22.sql.gz"))
    told = moothall(installation, "manage", "migrate", "--verbosity", "0")
    assert told.returncode == 0, told.stderr
    return installation


def test_an_upgrade_keeps_the_record_and_every_fact(
    upgraded: Path, ask: Ask, three_towns: Path, tmp_path: Path
):
    told = moothall(upgraded, "audit", "verify")
    dumped = moothall(upgraded, "dump", "three-towns", "--to", str(tmp_path / "dumped"))

    assert told.returncode == 0, told.stderr
    assert f"length {EVENTS}" in told.stdout
    assert HEAD in told.stdout
    assert "erased 1" in told.stdout
    assert dumped.returncode == 0, dumped.stderr
    assert read_programme(tmp_path / "dumped").proposals == read_programme(three_towns).proposals
    assert ask("SELECT count(*) FROM people_acting")[0][0] > 40


def test_an_upgraded_database_writes_on(upgraded: Path, ask: Ask):
    """Numbers are given on from where they stood, and the chain goes on from its head."""
    dumped = moothall(upgraded, "dump", "three-towns", "--to", str(upgraded.parent / "again"))
    told = moothall(upgraded, "audit", "verify")

    assert dumped.returncode == 0, dumped.stderr
    assert (told.returncode, f"length {EVENTS + 1}" in told.stdout) == (0, True), told.stdout
    previous = ask("SELECT previous FROM records_event ORDER BY number DESC LIMIT 1")
    assert previous == [(HEAD,)]


def test_an_upgraded_database_is_made_like_a_new_one(
    kind: str, upgraded: Path, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Columns, indexes, triggers and the policies that keep councils apart."""
    if kind == "sqlite":
        assert ask("PRAGMA foreign_key_check") == []
        new = tmp_path / "new"
        new.mkdir()
        told = moothall(new, "manage", "migrate", "--verbosity", "0")
        assert told.returncode == 0, told.stderr
        with closing(sqlite3.connect(new / "moothall.sqlite3")) as rows:
            fresh = rows.execute(MADE["sqlite"]).fetchall()
        assert set(ask(MADE["sqlite"])) ^ set(fresh) == set()
        return
    with empty_database() as other:
        monkeypatch.setenv("MOOTHALL_DATABASE", other)
        told = moothall(upgraded, "manage", "migrate", "--verbosity", "0")
        assert told.returncode == 0, told.stderr
        with psycopg.connect(other) as rows:
            fresh = rows.execute(MADE["postgresql"]).fetchall()
    assert {bare(row) for row in ask(MADE["postgresql"])} ^ {bare(row) for row in fresh} == set()
    assert any(row[0] == "policy" for row in fresh)


def bare(row: tuple[str, ...]) -> tuple[str, ...]:
    """Without the casts and brackets that PostgreSQL puts elsewhere each time it reads its own."""
    *names, made = row
    return (*names, re.sub(r"::(character varying|[a-z]+)(\[\])?|[()\s]", "", made))


MADE = {
    "sqlite": "SELECT type, name, tbl_name FROM sqlite_master ORDER BY type, name",
    "postgresql": """
        SELECT 'column', table_name || '.' || column_name, data_type || ' ' || is_nullable
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION SELECT 'policy', tablename || '.' || policyname,
        concat(cmd, ' ', qual, ' ', with_check) FROM pg_policies
        UNION SELECT 'guarded', relname, concat(relrowsecurity, ' ', relforcerowsecurity)
        FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        UNION SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
        FROM pg_trigger WHERE NOT tgisinternal
        ORDER BY 1, 2
    """,
}


def test_a_backup_of_an_upgraded_installation_is_restored(upgraded: Path, tmp_path: Path):
    told = moothall(upgraded, "backup", str(tmp_path / "backups"), "--rehearse")

    assert told.returncode == 0, told.stderr
    assert f"record of {EVENTS} events" in told.stdout
