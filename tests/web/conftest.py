"""The site with programmes loaded, and people who sign in by role."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from cast import PASSWORD, ROOT, SAMPLES, PersonFor, SignedIn
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import Client
from loaded import loaded
from pytest_django import DjangoDbBlocker
from throwaway import SERVER, empty_database

from moothall_web.installation import Installation
from moothall_web.people.models import Acting, Person, Role
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded


@pytest.fixture(autouse=True, scope="session")
def _tables_can_be_emptied() -> Iterator[None]:
    """Between browser tests every table is emptied, which the record's triggers would refuse."""
    final = import_module("moothall_web.records.migrations.0003_final")
    empty = BaseDatabaseOperations.execute_sql_flush

    def without_triggers(self: BaseDatabaseOperations, statements: list[str]) -> None:
        with connection.cursor() as cursor:
            editor = SimpleNamespace(
                connection=connection, execute=lambda sql, params=None: cursor.execute(sql, params)
            )
            final.make_changeable(None, editor)
            empty(self, statements)
            final.make_final(None, editor)

    BaseDatabaseOperations.execute_sql_flush = without_triggers
    yield
    BaseDatabaseOperations.execute_sql_flush = empty


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """Where an installation of the test's own will be; nothing is there yet."""
    return tmp_path / "var"


@pytest.fixture(autouse=True)
def _installations_have_a_database_of_their_own(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """What runs `moothall` for an installation of its own does so on the server under test."""
    if not SERVER or "var" not in request.fixturenames:
        yield
        return
    with empty_database() as address:
        monkeypatch.setenv("MOOTHALL_DATABASE", address)
        yield


@pytest.fixture(scope="session")
def empty_tables(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The tables as all steps of their history make them, as a file of SQLite's."""
    path = tmp_path_factory.mktemp("tables") / "empty.sqlite3"
    if not SERVER:
        with django_db_blocker.unblock(), closing(sqlite3.connect(path)) as file:
            connection.ensure_connection()
            connection.connection.backup(file)
    return path


@pytest.fixture
def tables(empty_tables: Path, var: Path) -> None:
    """The tables of the test's own installation, where making them is not what is tested."""
    if SERVER:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
        subprocess.run(
            [sys.executable, "-m", "moothall_web", "manage", "migrate", "--verbosity", "0"],
            check=True,
            env=kept | {"PYTHONPATH": str(ROOT / "src"), "MOOTHALL_VAR": str(var)},
        )
    else:
        var.mkdir(parents=True)
        shutil.copyfile(empty_tables, Installation(var).database)


@pytest.fixture
def person_for(db: None) -> PersonFor:
    """Make somebody who acts for these authorities."""

    def make(*authorities: str, role: Role = Role.FINANCE_OFFICER) -> Person:
        name = "-".join((*authorities, role.value))
        person = Person.objects.create(username=name, name=name, password=make_password(PASSWORD))
        with recorded() as pen:
            pen.record(Entry(verb="admitted somebody", summary=name))
            for code in authorities:
                Acting.objects.create(person=person, authority=code, role=role)
        return person

    return make


@pytest.fixture
def signed_in(person_for: PersonFor) -> SignedIn:
    """A browser in which somebody who acts for these authorities has signed in."""

    def make(*authorities: str) -> Client:
        client = Client()
        client.force_login(person_for(*authorities))
        return client

    return make


@pytest.fixture
def samples(db: None) -> None:
    """Both sample programmes, loaded."""
    assert SAMPLES, "the sample programmes are missing from examples/"
    loaded(*SAMPLES)


@pytest.fixture
def three_towns_loaded(db: None, three_towns: Path) -> None:
    """The invented programme of three councils, loaded."""
    loaded(three_towns)
