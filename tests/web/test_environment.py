"""Settings: each is named in one place, and what is not named there is refused at start."""

import ast
import re
from pathlib import Path

import pytest
from cast import ROOT
from test_console import moothall

from moothall_web import environment


def test_a_misspelt_setting_is_refused_with_the_nearest_name():
    (fault,) = environment.faults({"MOOTHALL_DATABSE": "x", "PATH": "/bin"})

    assert fault == "MOOTHALL_DATABSE is no setting. Did you mean 'MOOTHALL_DATABASE'?"


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        ("MOOTHALL_ENV", "prod", "write development or production"),
        ("MOOTHALL_DEBUG", "1", "write yes or no"),
        ("MOOTHALL_LEAST_DISK", "0", "write a whole number from 1"),
        ("MOOTHALL_LARGEST_UPLOAD", "1e3", "write a whole number from 1"),
        ("MOOTHALL_HOSTS", "https://moothall.example/", "without https://"),
        ("MOOTHALL_WATCH_TOKEN", "/no/such/file", "name a file that is there"),
        ("MOOTHALL_POSTGRESQL_TOOLS", "/no/such/folder", "name a folder that is there"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_do(name: str, value: str, cure: str):
    (fault,) = environment.faults({name: value})

    assert fault.startswith(f"{name} is {value!r}; ")
    assert cure in fault


def test_an_empty_value_is_as_if_it_were_not_set():
    assert not list(environment.faults(dict.fromkeys(environment.NAMED, "")))


def test_a_command_tells_every_fault_of_the_settings_at_once(var: Path):
    told = moothall(var, "check", MOOTHALL_ENVIRONMENT="x", MOOTHALL_LOG="xml")

    assert told.returncode == 2
    assert "Did you mean 'MOOTHALL_ENV'?" in told.stderr
    assert "MOOTHALL_LOG is 'xml'; write json or words." in told.stderr
    assert "Traceback" not in told.stderr


def test_other_commands_refuse_them_too(var: Path):
    told = moothall(var, "setup", MOOTHALL_DATABSE="x")

    assert told.returncode == 2
    assert "Did you mean 'MOOTHALL_DATABASE'?" in told.stderr
    assert not (var / "moothall.sqlite3").exists()


def test_every_name_that_the_program_reads_is_named_there():
    read = set()
    texts = (path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    for text in texts:
        for node in ast.walk(ast.parse(text)) if "MOOTHALL_" in text else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                read |= set(re.findall(r"\bMOOTHALL_[A-Z_]+\b", node.value))

    assert read - {"MOOTHALL_", "MOOTHALL_TEST_DATABASE"} == set(environment.NAMED)


def test_the_page_of_settings_is_made_from_that_place():
    assert environment.table() in (ROOT / "docs/settings.md").read_text("utf-8")


def test_check_says_what_is_set_what_is_not_and_what_production_lacks(var: Path, tables: None):
    told = moothall(
        var,
        "check",
        MOOTHALL_ENV="production",
        MOOTHALL_LEAST_DISK="1",
        MOOTHALL_HOSTS="moothall.example",
    )

    assert "MOOTHALL_HOSTS = moothall.example" in told.stdout
    assert "MOOTHALL_TENANTS: nobody can sign in" in told.stdout
    assert told.returncode == 1
    assert "database: answers" in told.stdout


def test_check_shows_no_secret(var: Path):
    told = moothall(var, "check", MOOTHALL_DATABASE="postgresql://u:hidden@127.0.0.1:1/rows")

    assert "hidden" not in told.stdout + told.stderr
    assert told.returncode == 2


def test_check_says_that_there_are_no_tables_yet(var: Path):
    told = moothall(var, "check")

    assert told.returncode == 1
    assert "Run `moothall setup`" in told.stdout
