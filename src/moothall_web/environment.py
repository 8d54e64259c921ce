"""Every setting that the environment may hold: its name, what it says, what it may be.

The one place where they are named: `docs/settings.md` is made from it, and whatever begins with
MOOTHALL_ and does not stand here is refused at start, with the nearest name.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.utils import formataddr, parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from moothall.files.problems import did_you_mean

PREFIX = "MOOTHALL_"
# The tests and what looks at pages for them name folders so; the program reads none of them.
_OF_THE_TESTS = re.compile(r"MOOTHALL_(SHARED|SCREENSHOTS|LOOK|TEST_\w+|\w+_PICTURES)")

Value = str | int | bool | Path | tuple[str, ...]


class WrongValueError(Exception):
    """A value cannot be used; the message says what would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One name.

    `otherwise` is what holds where it is not set, in words; `for_production` says why production
    wants it, empty where it can do without.  A `secret` value is never printed.
    """

    name: str
    says: str
    read: Callable[[str], Value]
    may_be: str
    otherwise: str
    for_production: str = ""
    secret: bool = False


def one_of(*choices: str) -> Callable[[str], str]:
    """One of these words."""

    def read(text: str) -> str:
        if text not in choices:
            raise WrongValueError(f"write {' or '.join(choices)}")
        return text

    return read


def yes_or_no(text: str) -> bool:
    """`yes` or `no`."""
    return one_of("yes", "no")(text) == "yes"


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number from one to another."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise WrongValueError(f"write a whole number from {least:,} to {most:,}")
        return int(text)

    return read


def host_names(text: str) -> tuple[str, ...]:
    """Names of hosts with commas between."""
    names = tuple(each.strip() for each in text.split(",") if each.strip())
    for name in names:
        if not re.fullmatch(r"\.?[A-Za-z0-9.\-]+|\[[0-9a-fA-F:]+\]", name):
            raise WrongValueError(
                f"{name!r} is no name of a host; write it without https:// and without a path, "
                "with commas between several"
            )
    return names


def file_there(text: str) -> Path:
    """A file that can be read."""
    path = Path(text).absolute()
    if not path.is_file() or not os.access(path, os.R_OK):
        raise WrongValueError("name a file that is there and that this user may read")
    return path


def folder_there(text: str) -> Path:
    """A folder that is there."""
    path = Path(text).absolute()
    if not path.is_dir():
        raise WrongValueError("name a folder that is there")
    return path


def site_address(text: str) -> str:
    """`https://` and the name of a host, without a path; `http://` for this machine alone."""
    parts = urlsplit(text)
    here = parts.hostname in _THIS_MACHINE
    named = re.fullmatch(r"https?://[A-Za-z0-9.\-\[\]:]+/?", text) and parts.hostname
    if not named or (parts.scheme != "https" and not here):
        raise WrongValueError("write https:// and a name, as in https://moothall.example.org")
    return text.rstrip("/")


def mail_server(text: str) -> tuple[str, ...]:
    """`console`, or a server: how it is spoken to, its name, port, and who signs in."""
    if text == "console":
        return ("console",)
    cure = (
        "write console, smtp://user@host:587 (which turns to TLS before anything is said), "
        "smtps://user@host:465, or smtp+plain://localhost:25 for a server on this machine"
    )
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise WrongValueError(cure) from None
    usual = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
    if parts.scheme not in usual or not parts.hostname or parts.path.strip("/"):
        raise WrongValueError(cure)
    if parts.scheme == "smtp+plain" and parts.hostname not in _THIS_MACHINE:
        raise WrongValueError(f"without TLS only this machine is spoken to; {cure}")
    if parts.password:
        raise WrongValueError("put the password into the file of MOOTHALL_MAIL_PASSWORD instead")
    return (
        parts.scheme,
        parts.hostname,
        str(port or usual[parts.scheme]),
        unquote(parts.username or ""),
    )


def mail_sender(text: str) -> str:
    """An address, or a name and an address in angle brackets."""
    name, address = parseaddr(text)
    if not re.fullmatch(r"[^@\s<>]+@[A-Za-z0-9.\-]+", address) or not text.isprintable():
        raise WrongValueError("write an e-mail address, or Name <address>")
    return formataddr((name, address)) if name else address


def _iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise WrongValueError("write a day as 2026-03-31") from None


def _folder(text: str) -> Path:
    return Path(text).absolute()


_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_YES_NO = "`yes` or `no`"
SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="MOOTHALL_ENV",
        says="Whether the installation is used in earnest.",
        read=one_of("development", "production"),
        may_be="`development` or `production`",
        otherwise="`development`",
        for_production="without `production` pages leave without TLS and everybody may sign in",
    ),
    Setting(
        name="MOOTHALL_VAR",
        says="The folder of this installation: secret key, static files, SQLite's database.",
        read=_folder,
        may_be="a folder, made where it is missing",
        otherwise="`var` in the current folder",
        for_production="the current folder is another one for each command",
    ),
    Setting(
        name="MOOTHALL_DATABASE",
        says="The PostgreSQL server and database; a password stands better in libpq's own file.",
        read=str,
        may_be="`postgresql://user@host/name`",
        otherwise="SQLite in the installation's folder",
        for_production="only PostgreSQL keeps councils apart by itself and serves several machines",
        secret=True,
    ),
    Setting(
        name="MOOTHALL_POSTGRESQL_TOOLS",
        says="The folder that holds `pg_dump` and `pg_restore`, for backups of PostgreSQL.",
        read=folder_there,
        may_be="a folder",
        otherwise="the tools on the path",
    ),
    Setting(
        name="MOOTHALL_HOSTS",
        says="The names that the site answers to in production.",
        read=host_names,
        may_be="names with commas between",
        otherwise="none; development answers to `localhost`",
        for_production="without a name every page answers 400",
    ),
    Setting(
        name="MOOTHALL_DEMONSTRATION",
        says="Demonstration sign-ins, with passwords in a file; production refuses `yes`.",
        read=yes_or_no,
        may_be=_YES_NO,
        otherwise="`yes` in development, `no` in production",
    ),
    Setting(
        name="MOOTHALL_TENANTS",
        says="The councils' own sign-ins (OpenID Connect), one entry for each (`sign-in.md`).",
        read=_folder,
        may_be="a YAML file",
        otherwise="none",
        for_production="nobody can sign in by their council, and passwords are off",
    ),
    Setting(
        name="MOOTHALL_PASSWORDS",
        says="Sign-in by a password of one's own.",
        read=yes_or_no,
        may_be=_YES_NO,
        otherwise="`yes` in development, `no` in production",
    ),
    Setting(
        name="MOOTHALL_RECHECK",
        says="After how many minutes a council's sign-in is asked again whether somebody is there.",
        read=whole(0, 24 * 60),
        may_be="minutes",
        otherwise="10",
    ),
    Setting(
        name="MOOTHALL_ADDRESS",
        says="The site's own address, for links in messages.",
        read=site_address,
        may_be="`https://` and a name",
        otherwise="the first name of `MOOTHALL_HOSTS`; in development this machine's",
    ),
    Setting(
        name="MOOTHALL_MAIL",
        says="The mail server that messages are handed to, or `console` to print them "
        "(`notifications.md`).",
        read=mail_server,
        may_be="`smtp://user@host:587`, `smtps://user@host:465`, `smtp+plain://localhost:25` or "
        "`console`",
        otherwise="`console` in development; in production none is sent, and messages are shown "
        "on their reader's page alone",
        for_production="nobody is told by e-mail, and the public cannot have news by it",
    ),
    Setting(
        name="MOOTHALL_MAIL_PASSWORD",
        says="A file whose first line is the password for the mail server.",
        read=file_there,
        may_be="a file",
        otherwise="none",
    ),
    Setting(
        name="MOOTHALL_MAIL_FROM",
        says="Whom messages are from: an address that is read, for what cannot be delivered.",
        read=mail_sender,
        may_be="an e-mail address, or a name and an address in angle brackets",
        otherwise="`moothall@` and the site's name",
        for_production="what comes back undelivered is read by nobody",
    ),
    Setting(
        name="MOOTHALL_MAIL_DOMAINS",
        says="The domains of the addresses that people who sign in may have their messages at.",
        read=host_names,
        may_be="names with commas between",
        otherwise="any",
        for_production="what councils share may go to private addresses",
    ),
    Setting(
        name="MOOTHALL_MESSAGES_AT",
        says="The hour from which the daily message is sent, by the clock of London.",
        read=whole(0, 23),
        may_be="0 to 23",
        otherwise="7",
    ),
    Setting(
        name="MOOTHALL_LARGEST_UPLOAD",
        says="The largest request that is read, in megabytes; give the proxy the same limit.",
        read=whole(1, 1_000),
        may_be="megabytes",
        otherwise="35",
    ),
    Setting(
        name="MOOTHALL_PROCESSES",
        says="How many processes answer; as many as there are cores that nothing else uses.",
        read=whole(1, 64),
        may_be="a whole number",
        otherwise="2",
    ),
    Setting(
        name="MOOTHALL_THREADS",
        says="How many readers each process answers at once; each holds a connection to the "
        "database.",
        read=whole(1, 64),
        may_be="a whole number",
        otherwise="4",
    ),
    Setting(
        name="MOOTHALL_LEAST_DISK",
        says="With less free disk than this, in megabytes, the installation is not ready.",
        read=whole(1, 1_000_000),
        may_be="megabytes",
        otherwise="500",
    ),
    Setting(
        name="MOOTHALL_RETENTION",
        says="How many days each council keeps what, for `moothall retention`.",
        read=file_there,
        may_be="a YAML file",
        otherwise="a question to each council",
    ),
    Setting(
        name="MOOTHALL_KEEP_JOBS",
        says="For how many days what came of background work is kept.",
        read=whole(1, 3_650),
        may_be="days",
        otherwise="7",
    ),
    Setting(
        name="MOOTHALL_KEEP_DELIVERIES",
        says="For how many days it is kept what webhooks were told, and what came of it.",
        read=whole(1, 3_650),
        may_be="days",
        otherwise="30",
    ),
    Setting(
        name="MOOTHALL_LOG",
        says="How the log is written: one JSON object on each line, or words.",
        read=one_of("json", "words"),
        may_be="`json` or `words`",
        otherwise="`words` in development, `json` in production",
    ),
    Setting(
        name="MOOTHALL_WATCH_TOKEN",
        says="A file whose first line whatever watches the site sends as a bearer token to read "
        "`/metrics` and the details of `/health/ready`.",
        read=file_there,
        may_be="a file",
        otherwise="only this machine reads them",
    ),
    Setting(
        name="MOOTHALL_PUBLIC_BODY",
        says="Who runs the public site, for its accessibility statement and privacy notice.",
        read=str,
        may_be="the name of a council",
        otherwise="both pages say that it is missing",
        for_production="the law asks a public body for both pages",
    ),
    Setting(
        name="MOOTHALL_PUBLIC_CONTACT",
        says="How whoever runs the public site is reached: an office, never a person.",
        read=str,
        may_be="words",
        otherwise="both pages say that it is missing",
        for_production="readers have to be able to say what they cannot use",
    ),
    Setting(
        name="MOOTHALL_PUBLIC_TESTED_ON",
        says="The day on which people last tested the public site for accessibility.",
        read=_iso_day,
        may_be="a day as 2026-03-31",
        otherwise="the accessibility statement says that it is missing",
    ),
    Setting(
        name="MOOTHALL_DEBUG",
        says="Error pages that show the inside of the program; production refuses `yes`.",
        read=yes_or_no,
        may_be=_YES_NO,
        otherwise="`no`",
    ),
)
NAMED: Mapping[str, Setting] = {each.name: each for each in SETTINGS}


def faults(environment: Mapping[str, str]) -> Iterator[str]:
    """Everything that is wrong with an environment, each with what would cure it."""
    for name in sorted(environment):
        if not name.startswith(PREFIX) or _OF_THE_TESTS.fullmatch(name):
            continue
        setting = NAMED.get(name)
        if setting is None:
            yield f"{name} is no setting. {did_you_mean(name, NAMED)}"
        elif environment[name]:
            try:
                setting.read(environment[name])
            except WrongValueError as error:
                shown = "" if setting.secret else f" is {environment[name]!r}"
                yield f"{name}{shown}; {error}."


def given(name: str) -> Value | None:
    """What the environment says under a name; None where it is not set or empty.

    Raises WrongValueError, and KeyError for a name that is no setting.
    """
    setting, text = NAMED[name], os.environ.get(name, "")
    return setting.read(text) if text else None


def number(name: str, otherwise: int) -> int:
    """A whole number of the environment.  Raises as `given` does."""
    found = given(name)
    return found if isinstance(found, int) else otherwise


def table() -> str:
    """All settings as a Markdown table."""
    lines = ["| name | what it says | what it may be | where it is not set |", "|---|---|---|---|"]
    for each in SETTINGS:
        wanted = f" Production wants it: {each.for_production}." if each.for_production else ""
        lines.append(f"| `{each.name}` | {each.says}{wanted} | {each.may_be} | {each.otherwise} |")
    return "\n".join(lines)
