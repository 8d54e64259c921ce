"""What an installation is put in place with: units, proxy, container file, and their pages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cast import ROOT

from exhaustive import exhaustive
from moothall_web import environment

DEPLOY = ROOT / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
HARDENED = (
    *("NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes"),
    *("PrivateDevices=yes", "CapabilityBoundingSet="),
)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_every_unit(unit: Path, tmp_path: Path):
    # The program is not in its place here: a copy names one that is there.
    for each in UNITS:
        text = each.read_text("utf-8").replace("/opt/moothall/.venv/bin/moothall", "/bin/true")
        (tmp_path / each.name).write_text(text)
    told = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / unit.name)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )

    assert unit.name not in told.stderr, told.stderr
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("unit", sorted(DEPLOY.glob("*.service")), ids=lambda unit: unit.name)
def test_every_service_is_held_to_what_it_needs(unit: Path):
    lines = unit.read_text("utf-8").splitlines()

    for line in HARDENED:
        assert line in lines, line
    assert "User=moothall" in lines


def test_every_command_of_a_unit_is_one_of_ours():
    from moothall_web.console import _OWN, _parser

    for unit in DEPLOY.glob("*.service"):
        (command,) = re.findall(r"^ExecStart=\S+/moothall (.*)$", unit.read_text("utf-8"), re.M)
        assert command.split()[0] in _OWN
        _parser().parse_args(command.split())


def test_the_example_of_an_environment_holds_settings_only():
    lines = (DEPLOY / "environment.example").read_text("utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))

    assert not list(environment.faults(given))
    wanted = {each.name for each in environment.SETTINGS if each.for_production}
    assert wanted <= set(given)


def test_the_proxy_takes_no_more_than_the_site_and_says_who_asks_itself():
    proxy = (DEPLOY / "nginx.conf").read_text("utf-8")
    given = (DEPLOY / "environment.example").read_text("utf-8")
    (megabytes,) = re.findall(r"client_max_body_size (\d+)m;", proxy)
    (ours,) = re.findall(r"MOOTHALL_LARGEST_UPLOAD=(\d+)", given)

    assert 0 <= int(megabytes) - int(ours) <= 1, "the site's own page says it, not the proxy's"
    assert "proxy_request_buffering on;" in proxy
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in proxy
    assert proxy.count("{") == proxy.count("}")


def container_steps() -> list[str]:
    text = (ROOT / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_container_file_copies_what_is_there_and_nothing_secret():
    for step in container_steps():
        if step.startswith("COPY") and "--from" not in step:
            *sources, _ = step.split()[1:]
            for source in sources:
                assert (ROOT / source).exists(), source
                assert source not in (".", "var", ".env")


def test_the_container_installs_by_hash_and_runs_as_nobody_special():
    text = "\n".join(container_steps())
    last = text[text.rindex("FROM ") :]

    assert "--require-hashes" in text
    assert "npm ci" in text
    assert "USER 10001" in last
    assert last.index("USER 10001") < last.index("ENTRYPOINT")


@exhaustive
def test_the_assets_stage_makes_what_the_site_serves(tmp_path: Path):
    if not (ROOT / "node_modules" / ".bin" / "sass").exists():
        pytest.skip("needs node_modules, which `make assets` brings")
    for name in ("assets", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("package.json",):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (step,) = [each for each in container_steps() if "node_modules/.bin/sass" in each]

    done = subprocess.run(
        ["bash", "-ec", step.removeprefix("RUN ")],  # noqa: S607
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made >= {"moothall.css", "moothall.js", "favicon.svg"}


def test_every_path_and_test_that_the_security_page_gives_as_evidence_is_there():
    for page in ("security.md", "data-protection.md", "deploy.md"):
        text = (ROOT / "docs" / page).read_text("utf-8")
        for named in re.findall(r"`((?:src|tests|docs|deploy|tools)/[\w./*-]+)`", text):
            assert list(ROOT.glob(named)), f"{page}: {named}"
        for command in re.findall(r"`moothall ([a-z]+)", text):
            from moothall_web.console import _OWN

            assert command in _OWN, f"{page}: {command}"
