"""The command `moothall`: what it needs, what it says, and how it ends."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from cast import ROOT
from django.core.management import call_command

from exhaustive import exhaustive

MOOTHALL = [
    sys.executable,
    "-c",
    "import sys; from moothall_web.console import main; sys.exit(main())",
]
WITHOUT_DJANGO = """
import sys
from moothall_web.console import main
try:
    main(sys.argv[1:])
finally:
    assert "django" not in sys.modules
"""


def moothall(var: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, with an installation of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
    return subprocess.run(
        [*MOOTHALL, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=var.parent,
        env=kept | {"PYTHONPATH": str(ROOT / "src"), "MOOTHALL_VAR": str(var)} | environment,
    )


@pytest.mark.parametrize("arguments", ["--help", "case --help", "load --help"])
def test_help_needs_neither_django_nor_an_installation(arguments: str, var: Path):
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            WITHOUT_DJANGO,
            *arguments.split(),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=var.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "MOOTHALL_VAR": str(var)},
    )

    assert told.returncode == 0, told.stderr
    assert "usage: moothall" in told.stdout
    assert not var.exists()


def test_help_lists_the_commands_of_an_installation(var: Path):
    told = moothall(var, "--help").stdout

    for command in ("case", "setup", "load FOLDER", "serve"):
        assert command in told


def test_a_misspelt_command_gets_the_nearest_one(var: Path):
    told = moothall(var, "lode")

    assert told.returncode == 2
    assert "Did you mean 'load'?" in told.stderr


@exhaustive
def test_load_tells_every_problem_with_its_line_and_loads_nothing(var: Path, three_towns: Path):
    (three_towns / "posts.yaml").write_bytes(b"- id: archivist\n  title: \xff\n")
    (three_towns / "meetings.yaml").write_text("- id: a\n  held_on: 30 Febuary\n", "utf-8")

    told = moothall(var, "load", str(three_towns))

    assert told.returncode == 2
    assert "posts.yaml:2: is not UTF-8" in told.stderr
    assert "meetings.yaml:2: held_on: '30 Febuary' is no date" in told.stderr
    assert "nothing was loaded" in told.stderr
    assert "Traceback" not in told.stderr
    assert "three-towns" not in moothall(var, "manage", "dumpdata", "facts").stdout


def test_load_makes_the_tables_and_the_sign_ins_that_are_missing(var: Path, three_towns: Path):
    first = moothall(var, "load", str(three_towns))
    second = moothall(var, "load", str(three_towns))

    assert first.returncode == second.returncode == 0
    assert "Loaded Three Towns" in first.stdout
    assert "ashby-finance" in first.stdout
    assert "nothing was changed" in second.stdout
    assert "ashby-finance" in (var / "demonstration-sign-ins.txt").read_text("utf-8")


def test_a_folder_that_is_not_there_is_said_plainly(var: Path, tables: None):
    told = moothall(var, "load", "no-such-folder")

    assert told.returncode == 2
    assert "no-such-folder:1: is no folder" in told.stderr


def test_serve_before_setup_says_what_to_do(var: Path):
    told = moothall(var, "serve", "--port", "0")

    assert told.returncode == 2
    assert "Run `moothall setup` first" in told.stderr


def test_production_refuses_demonstration_sign_ins(var: Path):
    told = moothall(var, "setup", MOOTHALL_ENV="production", MOOTHALL_DEMONSTRATION="yes")

    assert told.returncode == 2
    assert "production refuses" in told.stderr
    assert "Traceback" not in told.stderr


@exhaustive
def test_production_loads_without_making_sign_ins(var: Path, three_towns: Path):
    told = moothall(var, "load", str(three_towns), MOOTHALL_ENV="production")

    assert told.returncode == 0, told.stderr
    assert not (var / "demonstration-sign-ins.txt").exists()


@exhaustive  # test_sign_in.py asks for no remark either
def test_the_settings_of_production_pass_djangos_own_check(var: Path):
    told = moothall(
        var,
        *("manage", "check", "--deploy", "--fail-level", "WARNING"),
        MOOTHALL_ENV="production",
        MOOTHALL_HOSTS="moothall.example",
    )

    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.django_db
def test_the_tables_are_those_of_the_models():
    call_command("makemigrations", check_changes=True, dry_run=True)  # exits where one is missing


def test_setup_makes_a_site_that_serve_serves(var: Path):
    first, second = moothall(var, "setup"), moothall(var, "setup")
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert "Loaded" in first.stdout
    assert second.stdout == "", "nothing is left to do"

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (var / "log").open("w+")
    server = subprocess.Popen(
        [*MOOTHALL, "serve", "--port", str(port)],
        stdout=log,
        stderr=subprocess.STDOUT,
        env=os.environ
        | {"PYTHONPATH": str(ROOT / "src"), "MOOTHALL_VAR": str(var)}
        | {"DJANGO_SETTINGS_MODULE": "moothall_web.settings"},
    )
    try:
        assert answer(f"http://localhost:{port}/health") == "ok\n"
        page = answer(f"http://localhost:{port}/")
        style = re.search(r'href="(/static/moothall/moothall\.\w+\.css)"', page)
        assert style, "the style sheet has a name that changes with its content"
        assert "govuk" in answer(f"http://localhost:{port}{style[1]}")
    finally:
        server.terminate()
        server.wait(60)
        log.seek(0)
        told = log.read()
        log.close()
    assert f"http://localhost:{port}" in told
    assert "programme-manager" in told
    assert (var / "demonstration-sign-ins.txt").read_text("utf-8") in told


def answer(address: str) -> str:
    """What the server answers, as soon as it does."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10) as page:  # noqa: S310 - our own
                return str(page.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_whoever_has_read_enough_of_an_answer_may_stop():
    reads, writes = os.pipe()
    os.close(reads)
    command = [
        sys.executable,
        "-c",
        "import sys; from moothall_web.console import main; sys.exit(main())",
    ]

    done = subprocess.run(
        [*command, "dates", "notice-of-election", "--poll", "2024-05-02"],
        stdout=writes,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writes)

    assert done.returncode == 0
    assert done.stderr == b""
