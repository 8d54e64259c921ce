"""One file that holds all rows of an installation, and an installation made of it again.

The file is a tar of two: `manifest.json`, and the rows as SQLite's or PostgreSQL's own copy.  Both
are of one moment, the record's head among them.  It is not encrypted: whoever wants it so sends it
through a pipe (docs/deploy.md).  The secret key and the settings are not in it.
"""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

import moothall
from moothall_web import postgresql_tools, row_scope
from moothall_web.postgresql_tools import BackupError
from moothall_web.readiness import BACKED_UP, BACKUP_FAILED
from moothall_web.records.actions import Entry, record
from moothall_web.records.verify import verify

FORMAT = 1
_MANIFEST, _ROWS = "manifest.json", "rows"
_LARGEST_MANIFEST = 1_000_000  # bytes
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    `made_at` is an ISO instant; `database` is `sqlite` or `postgresql`; `sha256` and `bytes` are
    those of the rows' file; `length` and `head` those of the record; `migrations` the last step of
    each app; `tables` the number of rows of each.
    """

    format: int
    program: str
    made_at: str
    database: str
    sha256: str
    bytes: int
    length: int
    head: str
    migrations: dict[str, str]
    tables: dict[str, int]


def make(target: Path) -> Iterator[str]:
    """Write a backup into a folder, and say where it is and what to keep of it.

    Raises BackupError, and then nothing is left behind but the record of it.
    """
    with said_where_it_fails(BACKUP_FAILED), _no_room_is_said(target):
        target.mkdir(parents=True, exist_ok=True)
        name = f"moothall-{timezone.now():%Y%m%dT%H%M%SZ}.tar"
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=target) as folder:
            unfinished = Path(folder) / name
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                manifest = write(file, Path(folder))
                file.flush()
                os.fsync(file.fileno())
            whole = sha256_of(unfinished)
            unfinished.rename(target / name)
    _say(manifest, name, whole)
    yield f"Wrote {target / name}: {(target / name).stat().st_size:,} bytes, sha256 {whole}."
    yield (
        f"The record ends at event {manifest.length} with head {manifest.head or 'none'}. Keep "
        "both numbers somewhere else than the file."
    )


def stream(file: BinaryIO) -> Manifest:
    """Write a backup into a pipe.  Raises BackupError."""
    with (
        said_where_it_fails(BACKUP_FAILED),
        _no_room_is_said(settings.INSTALLATION.folder),
        tempfile.TemporaryDirectory(
            prefix=".unfinished-", dir=settings.INSTALLATION.folder
        ) as folder,
    ):
        manifest = write(file, Path(folder))
    _say(manifest, "a pipe", manifest.sha256)
    return manifest


def write(file: BinaryIO, folder: Path) -> Manifest:
    """Write the tar; `folder` is for what has to lie somewhere meanwhile."""
    rows = folder / _ROWS
    facts = _copy_sqlite(rows) if connection.vendor == "sqlite" else _copy_postgresql(rows)
    manifest = Manifest(
        format=FORMAT,
        program=moothall.__version__,
        made_at=timezone.now().isoformat(timespec="seconds"),
        database=connection.vendor,
        sha256=sha256_of(rows),
        bytes=rows.stat().st_size,
        **facts,
    )
    told = json.dumps(asdict(manifest), indent=1, sort_keys=True).encode()
    with tarfile.open(fileobj=file, mode="w|") as tar:
        about = tarfile.TarInfo(_MANIFEST)
        about.size, about.mode = len(told), 0o600
        tar.addfile(about, io.BytesIO(told))
        tar.add(rows, arcname=_ROWS, filter=_nobodys)
    rows.unlink()
    return manifest


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Who ran the backup, and where, is nobody's business."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o600
    return entry


def _copy_sqlite(rows: Path) -> dict[str, Any]:
    """Copy page by page while others write; what is told is read from the copy."""
    if not row_scope.has_tables():
        raise BackupError("there is no database yet. Run `moothall setup` first.")
    source = settings.DATABASES["default"]["NAME"]
    rows.touch(mode=0o600)
    with closing(sqlite3.connect(rows)) as copy:
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as held:
            held.backup(copy, pages=2_000, sleep=0.01)
        copy.execute("PRAGMA journal_mode=DELETE")
        cursor = copy.cursor()
        return _facts(lambda sql: cursor.execute(sql).fetchall(), postgresql_tools.SQLITE_TABLES)


def _copy_postgresql(rows: Path) -> dict[str, Any]:
    if not row_scope.has_tables():
        raise BackupError("there is no database yet. Run `moothall setup` first.")
    with postgresql_tools.one_moment() as (ask, moment):
        facts = _facts(ask, postgresql_tools.POSTGRESQL_TABLES)
        postgresql_tools.dump(rows, moment)
    return facts


def _facts(ask: postgresql_tools.Ask, tables: str) -> dict[str, Any]:
    last = ask("SELECT number, hash FROM records_event ORDER BY number DESC LIMIT 1")
    steps = ask("SELECT app, max(name) FROM django_migrations GROUP BY app ORDER BY app")
    names = [name for (name,) in ask(tables)]
    counts = {name: ask(f'SELECT count(*) FROM "{name}"')[0][0] for name in names}  # noqa: S608 - names of our own tables
    length, head = last[0] if last else (0, "")
    return {"length": length, "head": head, "migrations": dict(steps), "tables": counts}


def _say(manifest: Manifest, where: str, whole: str) -> None:
    record(
        Entry(
            verb=BACKED_UP,
            subject=f"backup/{whole}",
            summary=f"Made a backup ({where}) up to event {manifest.length}. By the command line.",
        )
    )


@contextmanager
def said_where_it_fails(verb: str) -> Iterator[None]:
    """Record that it failed and why, as far as the record can still be written."""
    try:
        yield
    except BackupError as error:
        with suppress(DatabaseError):
            if row_scope.has_tables():
                record(Entry(verb=verb, summary=f"It failed: {error}"))
        raise


def restore(file: BinaryIO) -> Iterator[str]:
    """Make an empty installation into what a backup holds, and look whether all of it is there.

    Raises BackupError: before anything is touched where the file is not whole or the installation
    not empty.
    """
    folder = settings.INSTALLATION.folder
    if _is_in_use():
        raise BackupError(
            "this installation already holds rows, and a restore never writes over any. Name an "
            "empty one in MOOTHALL_VAR, or an empty database in MOOTHALL_DATABASE."
        )
    with (
        _no_room_is_said(folder),
        tempfile.TemporaryDirectory(prefix=".unfinished-", dir=folder) as unfinished,
    ):
        rows = Path(unfinished) / _ROWS
        manifest = _unpack(file, rows)
        yield (
            f"The backup is whole: made {manifest.made_at} by version {manifest.program}, "
            f"{manifest.bytes:,} bytes of rows, record of {manifest.length} events."
        )
        if manifest.database == "sqlite":
            _check_sqlite(rows)
            connection.close()
            rows.rename(settings.DATABASES["default"]["NAME"])
        else:
            postgresql_tools.load(rows)
    yield from _look_at_what_was_restored(manifest)


def _look_at_what_was_restored(manifest: Manifest) -> Iterator[str]:
    """Rows as the manifest has them; then the steps that this program adds; then the record."""
    with connection.cursor() as cursor:
        wrong = []
        for table, number in manifest.tables.items():
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - checked as names below
            (found,) = cursor.fetchone()
            if found != number:
                wrong.append(f"{table} has {found} rows, not {number}")
    if wrong:
        raise BackupError(f"not all rows came back: {'; '.join(wrong)}.")
    yield f"All rows are there: {sum(manifest.tables.values()):,} in {len(manifest.tables)} tables."
    call_command("migrate", verbosity=0, interactive=False)
    yield "The tables are those of this program."
    found_record = verify()
    if found_record.broken_at is not None:
        raise BackupError(
            f"the record is broken at event {found_record.broken_at}: {found_record.why}. "
            "Do not use this installation; restore an earlier backup."
        )
    if (found_record.length, found_record.head) != (manifest.length, manifest.head):
        raise BackupError(
            "the record is whole but does not end where the manifest says: the manifest or the "
            "rows were changed. Do not use this installation."
        )
    yield (
        f"The record is whole: {found_record.length} events, head {found_record.head or 'none'}. "
        "Compare the head with the one that you kept."
    )


def _is_in_use() -> bool:
    if connection.vendor == "sqlite":
        held = Path(str(settings.DATABASES["default"]["NAME"]))
        return held.exists() and held.stat().st_size > 0
    return bool(connection.introspection.table_names())


def _unpack(file: BinaryIO, rows: Path) -> Manifest:
    """Read the tar: the manifest, then the rows into a file.  Nothing in it chooses a path."""
    try:
        with tarfile.open(fileobj=file, mode="r|") as tar:
            manifest = _manifest(tar, tar.next())
            entry = tar.next()
            held = tar.extractfile(entry) if entry and entry.isreg() else None
            if entry is None or entry.name != _ROWS or held is None:
                raise BackupError("the file ends before its rows: it was cut off.")
            with rows.open("xb") as kept:
                rows.chmod(0o600)
                shutil.copyfileobj(held, kept, _AT_ONCE)
    except tarfile.TarError as error:
        raise BackupError(
            f"this is no backup, or it was cut off ({error}). An encrypted one is opened first: "
            "docs/deploy.md says how."
        ) from None
    if sha256_of(rows) != manifest.sha256:
        raise BackupError("the rows are not those that the manifest was made for: do not use it.")
    return manifest


def _manifest(tar: tarfile.TarFile, entry: tarfile.TarInfo | None) -> Manifest:
    held = tar.extractfile(entry) if entry and entry.isreg() else None
    if entry is None or entry.name != _MANIFEST or held is None or entry.size > _LARGEST_MANIFEST:
        raise BackupError("this is no backup of Moothall: it does not begin with its manifest.")
    try:
        manifest = Manifest(**json.loads(held.read()))
    except (ValueError, TypeError):
        raise BackupError("the manifest cannot be read; is the backup of a newer one?") from None
    if manifest.format != FORMAT:
        raise BackupError(f"the backup is of format {manifest.format}; this one reads {FORMAT}.")
    if manifest.database != connection.vendor:
        raise BackupError(
            f"the backup is of {manifest.database}, this installation is on {connection.vendor}. "
            "Restore it on its own kind; programmes move between kinds by `moothall dump` and "
            "`moothall load`."
        )
    if not all(name.isidentifier() for name in manifest.tables):
        raise BackupError("the manifest names tables that cannot be ours: do not use it.")
    return manifest


def _check_sqlite(rows: Path) -> None:
    try:
        with closing(sqlite3.connect(rows)) as held:
            (found,) = held.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise BackupError(f"SQLite finds the rows damaged ({found}): restore an earlier backup.")


def sha256_of(path: Path) -> str:
    """The digest of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _no_room_is_said(folder: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise BackupError(
            f"{folder} cannot be written to ({why}). Nothing is left there; make room or name "
            "another folder."
        ) from None
