"""Programme folders loaded for a test that is about something else: worked out once, then copied.

`load_folder` itself is tested in `test_loading.py`.  What it wrote into empty tables is kept, row
by row as the database holds it, and written again for the next test that begins the same.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from moothall_web.facts.actions import load_folder
from moothall_web.facts.models import Programme, new_revision

_Rows = dict[str, list[tuple[Any, ...]]]
_kept: dict[tuple[str, ...], _Rows] = {}


def loaded(*folders: Path) -> None:
    """Load these folders, one after the other."""
    if connection.vendor != "sqlite":
        _load(folders)
        return
    key = tuple(_digest(folder) for folder in folders)
    rows = _kept.get(key)
    if rows is None:
        before = _counted()
        _load(folders)
        now = _counted()
        touched = [table for table in now if now[table] != before[table]]
        if not any(before[table] for table in touched):
            _kept[key] = {table: _held(table) for table in touched}
        return
    if any(_counted(rows).values()):  # what is held already decides what is written
        _load(folders)
        return
    with transaction.atomic():
        for table, held in rows.items():
            places = ", ".join("?" for _ in held[0])
            connection.connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', held)  # noqa: S608
        for pk in Programme.objects.values_list("pk", flat=True):
            # Another one, or a test would be answered from what an earlier one left in memory.
            table = Programme._meta.db_table
            connection.connection.execute(
                f'UPDATE "{table}" SET revision = ? WHERE id = ?',  # noqa: S608
                (new_revision(), pk),
            )


def _load(folders: Sequence[Path]) -> None:
    for folder in folders:
        load_folder(folder)


def _digest(folder: Path) -> str:
    """What all files below it say."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    said = [(str(path.relative_to(folder)), path.read_bytes()) for path in files]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _counted(tables: Sequence[str] | _Rows = ()) -> dict[str, int]:
    """How many rows each table has."""
    connection.ensure_connection()
    names = tables or [model._meta.db_table for model in apps.get_models()]
    counts = ", ".join(f'(SELECT count(*) FROM "{name}")' for name in names)  # noqa: S608
    (found,) = connection.connection.execute(f"SELECT {counts}")
    return dict(zip(names, found, strict=True))


def _held(table: str) -> list[tuple[Any, ...]]:
    """Its rows as they are stored: a `+` keeps Django from making anything of a column."""
    columns = connection.connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    wanted = ", ".join(f'+"{column[1]}"' for column in columns)
    return [tuple(row) for row in connection.connection.execute(f'SELECT {wanted} FROM "{table}"')]  # noqa: S608
