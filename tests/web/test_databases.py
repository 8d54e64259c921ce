"""Where an installation keeps its rows: SQLite unless MOOTHALL_DATABASE names a server."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cast import ROOT, SignedIn
from django.core.exceptions import ImproperlyConfigured
from test_console import moothall
from throwaway import SERVER

from moothall_web.databases import database
from moothall_web.installation import Installation


def settings_for(address: str) -> dict[str, Any]:
    return database(address, Installation(Path("var")))


def test_without_an_address_the_rows_are_in_the_installations_folder():
    assert settings_for("")["NAME"] == Path("var") / "moothall.sqlite3"


def test_an_address_names_the_server_the_role_and_the_database():
    made = settings_for("postgresql://moothall:p%40ss@db.example:5433/rows?sslmode=verify-full")

    assert made["ENGINE"] == "django.db.backends.postgresql"
    assert (made["USER"], made["PASSWORD"], made["HOST"]) == ("moothall", "p@ss", "db.example")
    assert (made["PORT"], made["NAME"]) == ("5433", "rows")
    assert made["OPTIONS"]["sslmode"] == "verify-full"
    assert "PASSWORD" not in settings_for("postgresql://moothall@db.example/rows")


def test_a_lost_connection_a_lock_and_a_long_question_do_not_hold_a_page_for_ever():
    made = settings_for("postgresql://moothall@db.example/rows?options=-c%20search_path%3Dcouncil")

    assert made["CONN_HEALTH_CHECKS"]
    assert made["CONN_MAX_AGE"] == 60
    assert made["OPTIONS"]["connect_timeout"] == 10
    for limit in ("lock_timeout=20s", "statement_timeout=30s", "idle_in_transaction"):
        assert limit in made["OPTIONS"]["options"]
    assert made["OPTIONS"]["options"].endswith("-c search_path=council"), "one's own comes last"


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("sqlite:///rows", "is no address of a database"),
        ("mysql://moothall:secret@db.example/rows", "is no address of a database"),
        ("postgresql://moothall@db.example", "names no database"),
        ("postgresql://moothall:se%cret@db.example/rows", "cannot be read"),
        ("postgresql://moothall:secret@db.example/rows?no_such=1", "cannot be read"),
    ],
)
def test_a_bad_address_is_refused_without_its_password(address: str, what: str):
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_for(address)

    assert what in str(refused.value)
    assert "postgresql://user@host/name" in str(refused.value)
    assert "cret" not in str(refused.value)


def test_the_command_says_what_is_wrong_with_the_address(var: Path):
    told = moothall(var, "setup", MOOTHALL_DATABASE="somewhere")

    assert told.returncode == 2
    assert "MOOTHALL_DATABASE is no address" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_command_says_that_the_server_does_not_answer(var: Path, tmp_path: Path):
    nowhere = f"postgresql://moothall:secret@/rows?host={tmp_path}"

    told = moothall(var, "setup", MOOTHALL_DATABASE=nowhere)

    assert told.returncode == 2
    assert "the database does not answer" in told.stderr
    assert "Traceback" not in told.stderr
    assert "secret" not in told.stderr


def test_a_run_on_the_other_database_is_one_command_away(tmp_path: Path):
    asked = "import os; print(os.environ['MOOTHALL_TEST_DATABASE'])"
    tool = str(ROOT / "tools" / "with_postgresql.py")

    told = subprocess.run(
        [sys.executable, tool, sys.executable, "-c", f"{asked}; raise SystemExit(7)"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert told.returncode == 7, told.stderr
    assert told.stdout.startswith("postgresql://moothall@")
    if not SERVER:
        data = told.stdout.split("host=")[1].strip().replace("%2F", "/")
        assert not Path(data).parent.exists(), "the server goes with all it holds"


@pytest.mark.skipif(not SERVER, reason="needs PostgreSQL: `make test` runs the site on it first")
def test_a_superuser_is_refused_because_nothing_would_be_held_back(
    var: Path, monkeypatch: pytest.MonkeyPatch
):
    told = moothall(var, "setup", MOOTHALL_DATABASE=SERVER.replace("moothall@", "postgres@"))

    assert told.returncode == 2
    assert "signs in as a superuser" in told.stderr
    assert "CREATE ROLE moothall" in told.stderr


@pytest.mark.django_db
def test_an_address_with_a_nul_sign_is_of_no_page(signed_in: SignedIn):
    client = signed_in("stockport")
    for address in ("/programmes/%00/", "/programmes/stockport-tameside%00/", "/%00"):
        assert client.get(address).status_code == 404, address
