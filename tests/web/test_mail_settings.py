"""Where messages go follows from the environment; what cannot be used is refused with its cure."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cast import ROOT

from moothall_web import environment

SAY = """
import json
from moothall_web import settings as s
print(json.dumps([s.MAIL_IS_SENT, s.EMAIL_BACKEND.rsplit(".", 2)[1],
    getattr(s, "EMAIL_HOST", ""), getattr(s, "EMAIL_PORT", 0),
    getattr(s, "EMAIL_HOST_USER", ""), getattr(s, "EMAIL_HOST_PASSWORD", ""),
    getattr(s, "EMAIL_USE_TLS", False), getattr(s, "EMAIL_USE_SSL", False),
    s.DEFAULT_FROM_EMAIL, s.SITE_ADDRESS, s.MAIL_DOMAINS, s.PUBLIC_SITE["news"]]))
"""


@pytest.fixture
def var(tmp_path: Path) -> Path:
    made = tmp_path / "var"
    made.mkdir()
    (made / "secret-key").write_text("x" * 50, encoding="utf-8")
    return made


def said(var: Path, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MOOTHALL_", "DJANGO"))}
    return subprocess.run(
        [sys.executable, "-c", SAY],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=kept | {"PYTHONPATH": str(ROOT / "src"), "MOOTHALL_VAR": str(var)} | more,
    )


def test_in_development_messages_are_printed(var: Path):
    sent, backend, *_, sender, site, domains, news = json.loads(said(var).stdout)

    assert (sent, backend, news) == (True, "console", True)
    assert (sender, site, domains) == ("moothall@localhost", "http://localhost:8000", [])


def test_in_production_nothing_is_sent_until_a_server_is_named(var: Path):
    production = {"MOOTHALL_ENV": "production", "MOOTHALL_HOSTS": "moothall.example.org"}
    made = json.loads(said(var, **production).stdout)
    assert made[0] is False
    assert made[-1] is False
    assert made[-3] == "https://moothall.example.org"

    refused = said(var, **production, MOOTHALL_MAIL="console")
    assert refused.returncode != 0
    assert "prints what councils say to one another into the log" in refused.stderr


def test_a_mail_server_is_spoken_to_over_tls_with_the_password_of_a_file(var: Path, tmp_path: Path):
    (tmp_path / "password").write_text("hidden\n", encoding="utf-8")
    made = json.loads(
        said(
            var,
            MOOTHALL_MAIL="smtp://sender%40x@mail.example.org",
            MOOTHALL_MAIL_PASSWORD=str(tmp_path / "password"),
            MOOTHALL_MAIL_FROM="Moothall <shared@ashby.example.org>",
            MOOTHALL_MAIL_DOMAINS="ashby.example.org,Brae.example.org",
            MOOTHALL_ADDRESS="https://shared.example.org/",
        ).stdout
    )

    assert made == [
        *(True, "smtp", "mail.example.org", 587, "sender@x", "hidden", True, False),
        *("Moothall <shared@ashby.example.org>", "https://shared.example.org"),
        *(["ashby.example.org", "brae.example.org"], True),
    ]
    assert json.loads(said(var, MOOTHALL_MAIL="smtps://mail.example.org").stdout)[3:8] == [
        *(465, "", "", False, True),
    ]


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        ("MOOTHALL_MAIL", "mail.example.org", "write console, smtp://user@host:587"),
        ("MOOTHALL_MAIL", "smtp+plain://mail.example.org", "without TLS only this machine"),
        ("MOOTHALL_MAIL", "smtp://a:b@mail.example.org", "MOOTHALL_MAIL_PASSWORD"),
        ("MOOTHALL_MAIL", "smtp://mail.example.org:99999999", "write console"),
        ("MOOTHALL_MAIL_FROM", "nobody", "write an e-mail address"),
        ("MOOTHALL_MAIL_FROM", "a@b.example\nBcc: c@d.example", "write an e-mail address"),
        ("MOOTHALL_MAIL_DOMAINS", "https://a.example/", "without https://"),
        ("MOOTHALL_ADDRESS", "moothall.example.org", "write https://"),
        ("MOOTHALL_ADDRESS", "http://moothall.example.org", "write https://"),
        ("MOOTHALL_ADDRESS", "https://moothall.example.org/site", "write https://"),
        ("MOOTHALL_MESSAGES_AT", "24", "from 0 to 23"),
    ],
)
def test_a_wrong_value_is_refused_with_what_would_do(name: str, value: str, cure: str):
    (fault,) = environment.faults({name: value})

    assert cure in fault
