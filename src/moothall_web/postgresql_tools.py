"""PostgreSQL's own `pg_dump` and `pg_restore`, as this installation's database needs them."""

import errno
import os
import re
import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

SQLITE_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
POSTGRESQL_TABLES = (
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
)
# Not `DROP DATABASE … WITH (FORCE)`: where a worker of the server's own (autovacuum) is at the
# database, that wants a right over it which only a superuser has. The plain command sends the
# worker away itself.
END_OWN_CONNECTIONS = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
    "WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()"
)
Ask = Callable[[str], list[tuple[Any, ...]]]


def drop_database(execute: Callable[..., Any], name: str) -> None:
    """Drop a database of one's own making, whoever of one's own is still at it.

    Closed first: a process that was sent away, or stops a moment later by itself, would come back
    between the two, and a database that somebody is at cannot be dropped.
    """
    execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    execute(END_OWN_CONNECTIONS, [name])
    execute(f"DROP DATABASE {name}")


class BackupError(Exception):
    """A backup cannot be made or used; the message says why and what would cure it."""


@contextmanager
def one_moment() -> Iterator[tuple[Ask, str]]:
    """A transaction that sees one moment, and the name by which `pg_dump` sees the same."""
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:

        def ask(sql: str) -> list[tuple[Any, ...]]:
            cursor.execute(sql)
            return list(cursor.fetchall())

        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield ask, str(ask("SELECT pg_export_snapshot()")[0][0])
        finally:
            cursor.execute("ROLLBACK")


def dump(rows: Path, moment: str) -> None:
    """Write the database as of a moment, in PostgreSQL's custom format."""
    # With row security on, as somebody for whom every council's rows are shown: whoever owns the
    # tables is bound by their policies too, and `pg_dump` would otherwise refuse.
    _run(
        "pg_dump",
        *("--format=custom", "--no-owner", "--no-privileges", "--enable-row-security"),
        *(f"--snapshot={moment}", f"--file={rows}", f"--dbname={_address()}"),
    )


def load(rows: Path) -> None:
    """Write a dump into the empty database, all of it or nothing."""
    _run(
        "pg_restore",
        *("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"),
        *(f"--dbname={_address()}", str(rows)),
    )


@contextmanager
def throwaway_database() -> Iterator[str]:
    """The address of a new database beside this one, which goes with all it holds.

    Raises BackupError where the role may make none.
    """
    name = f"moothall_rehearsal_{uuid.uuid4().hex[:12]}"
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() != (True,):
            raise BackupError(
                "a rehearsal restores into a database of its own, and this role may make none. "
                "Run it as one that may (ALTER ROLE … CREATEDB), on another server best."
            )
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield name
    finally:
        with connection.cursor() as cursor:
            drop_database(cursor.execute, name)


def address_of(name: str) -> str:
    """The address, as MOOTHALL_DATABASE takes it, of another database on the same server."""
    from urllib.parse import quote, urlencode

    held = settings.DATABASES["default"]
    user = quote(held.get("USER", ""), safe="")
    asked = {
        each: value
        for each, value in held["OPTIONS"].items()
        if each not in ("options", "connect_timeout")
    }
    asked |= {each.lower(): held[each] for each in ("HOST", "PORT") if held.get(each)}
    return f"postgresql://{user}@/{name}?{urlencode(asked)}"


def environment() -> dict[str, str]:
    """The environment for a program that signs in as we do: the password goes along unseen."""
    password = settings.DATABASES["default"].get("PASSWORD", "")
    return os.environ | ({"PGPASSWORD": password} if password else {})


def _address() -> str:
    from psycopg.conninfo import make_conninfo

    held = settings.DATABASES["default"]
    parts = {"dbname": "NAME", "user": "USER", "host": "HOST", "port": "PORT"}
    given = {name: held[ours] for name, ours in parts.items() if held.get(ours)}
    options = dict(held["OPTIONS"])
    # How long a page may take is no limit for a copy of everything.
    options["options"] = (
        "-c moothall.reads=* -c moothall.writes=* -c statement_timeout=0 -c lock_timeout=0 "
        "-c idle_in_transaction_session_timeout=0"
    )
    return make_conninfo(**given, **options)


def _run(tool: str, *arguments: str) -> None:
    folder = os.environ.get("MOOTHALL_POSTGRESQL_TOOLS") or None
    found = shutil.which(tool, path=folder)
    if found is None:
        raise BackupError(
            f"{tool} is not here. On Debian: apt-get install postgresql-client. Or name the folder "
            "that holds it in MOOTHALL_POSTGRESQL_TOOLS."
        )
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    version = re.search(r"\) (\d+)", told.stdout)
    connection.ensure_connection()
    server = connection.connection.info.server_version // 10_000
    if version and int(version[1]) < server:
        raise BackupError(
            f"{tool} is of version {version[1]}, the server of {server}. Install the client of "
            "that version, or name its folder in MOOTHALL_POSTGRESQL_TOOLS."
        )
    done = subprocess.run(  # noqa: S603 - our own arguments, without a shell
        [found, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment() | {"LC_ALL": "C"},  # its words are looked at below
    )
    if done.returncode:
        if os.strerror(errno.ENOSPC) in done.stderr:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise BackupError(f"{tool} failed: {done.stderr.strip()}")
