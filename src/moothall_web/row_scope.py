"""Whose rows the database itself shows and lets be changed: the second line of defence.

The queries choose what somebody may see.  Should one forget to, PostgreSQL still holds back what a
council has not shared from everybody outside it.  It knows councils, not kinds of fact, roles or
programmes: those stay with the permissions.  SQLite knows nothing of it.

A scope holds for one transaction and goes with it, so that a connection used again brings nothing
along.  Without a scope there are no rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import OperationalError, connection, migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_ALL = "*"  # in place of an array: no council's name can be taken for it
_NAMES = ("moothall.reads", "moothall.writes", "moothall.person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The owners whose unshared rows are read, those whose rows are written, and who it is for.

    An owner is an authority's code or `programme`.  Whoever reads for anybody also reads what is
    shared and what is the programme's.  `person` is a primary key: drafts are one person's own.
    `everything` is for the commands of an installation alone.
    """

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    person: int | None = None
    everything: bool = False


NOBODY = Scope()
EVERYTHING = Scope(everything=True)


@contextmanager
def within(scope: Scope) -> Iterator[None]:
    """One transaction that sees and writes only what the scope holds.

    Inside another one the scope before is put back; if it fails, the database does so.
    """
    if connection.vendor != "postgresql":
        yield
        return
    nested = connection.in_atomic_block
    with transaction.atomic():
        before = _settings() if nested else ()
        _set(_written(scope))
        yield
        if nested and not connection.needs_rollback:
            _set(before)


class UnfitDatabaseError(Exception):
    """The database does not answer, or would hold nothing back; the message says what to do."""


def for_every_council() -> None:
    """Let this whole process read and write every council's rows: it is a command, not a page.

    It may also ask for longer than a page.  To be called before the database is first asked.
    """
    if connection.vendor != "postgresql":
        return
    connection.settings_dict["OPTIONS"]["options"] += (
        f" -c moothall.reads={_ALL} -c moothall.writes={_ALL} -c statement_timeout=0"
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
            )
            unbound = cursor.fetchone()
    except OperationalError as error:
        raise UnfitDatabaseError(
            f"the database does not answer. {str(error).strip()} Check MOOTHALL_DATABASE, and that "
            "the server runs."
        ) from None
    if unbound == (True,):
        raise UnfitDatabaseError(
            "MOOTHALL_DATABASE signs in as a superuser, from whom PostgreSQL holds nothing back. "
            "Make a role of its own (CREATE ROLE moothall LOGIN PASSWORD '…') and a database that "
            "it owns (CREATE DATABASE moothall OWNER moothall), and sign in as that."
        )


def has_tables() -> bool:
    """Whether the database has been set up."""
    return "django_migrations" in connection.introspection.table_names()


def guarded(table: str, *, reads: str, writes: str, adds: str = "") -> migrations.RunPython:
    """A step of a migration: PostgreSQL shows and takes a table's rows by these conditions only.

    They may name {all_read}, {read}, {all_written}, {written} and {person}: whether every council's
    rows are read, the array of those whose are (null where nobody's are), and so on.  `adds` is
    there where more may be added than changed.  The table's owner is bound too; only a superuser is
    not.
    """
    parts = {
        "all_read": _is_all("reads"),
        "read": _owners("reads"),
        "all_written": _is_all("writes"),
        "written": _owners("writes"),
        "person": "(SELECT current_setting('moothall.person', true))",
    }
    seen, kept, new = (each.format(**parts) for each in (reads, writes, adds or writes))
    steps = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY seen ON {table} FOR SELECT USING ({seen})",
        f"CREATE POLICY added ON {table} FOR INSERT WITH CHECK ({new})",
        f"CREATE POLICY changed ON {table} FOR UPDATE USING ({kept}) WITH CHECK ({kept})",
        f"CREATE POLICY removed ON {table} FOR DELETE USING ({kept})",
    ]
    back = [
        *(f"DROP POLICY {name} ON {table}" for name in ("seen", "added", "changed", "removed")),
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]

    def run(statements: list[str], editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            for statement in statements:
                editor.execute(statement, params=None)

    def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
        run(steps, editor)

    def unguard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
        run(back, editor)

    return migrations.RunPython(guard, unguard)


# Each stands in a query of its own, so that it is worked out once and not for every row.
def _is_all(name: str) -> str:
    return f"(SELECT coalesce(current_setting('moothall.{name}', true), '') = '{_ALL}')"


def _owners(name: str) -> str:
    given = f"NULLIF(NULLIF(current_setting('moothall.{name}', true), ''), '{_ALL}')"
    return f"((SELECT {given}::text[])::text[])"


def _settings() -> tuple[str, ...]:
    asked = ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in _NAMES)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        found: tuple[str, ...] = cursor.fetchone()
    return found


def _set(values: tuple[str, ...]) -> None:
    asked = ", ".join(f"set_config('{name}', %s, true)" for name in _NAMES)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", values)


def _written(scope: Scope) -> tuple[str, str, str]:
    """The scope as the policies read it: two arrays of names, and a number."""
    if scope.everything:
        return _ALL, _ALL, ""
    return _array(scope.reads), _array(scope.writes), str(scope.person or "")


def _array(names: frozenset[str]) -> str:
    """A PostgreSQL array; empty for none, which matches nothing."""
    quoted = (name.replace("\\", "\\\\").replace('"', '\\"') for name in sorted(names))
    return "{" + ",".join(f'"{name}"' for name in quoted) + "}" if names else ""
