"""A backup that was never restored is a hope: make one, restore it elsewhere, record that."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from django.db import connection

from moothall_web import backup, postgresql_tools
from moothall_web.postgresql_tools import BackupError
from moothall_web.readiness import REHEARSAL_FAILED, REHEARSED
from moothall_web.records.actions import Entry, record


def rehearse(folder: Path) -> Iterator[str]:
    """Back up into a folder, restore into a place that is thrown away, and say what was found.

    Raises BackupError where either fails, and records that.
    """
    begun = monotonic()
    before = set(folder.glob("moothall-*.tar"))
    yield from backup.make(folder)
    (made,) = set(folder.glob("moothall-*.tar")) - before
    with backup.said_where_it_fails(REHEARSAL_FAILED), _elsewhere() as environment:
        told = subprocess.run(  # noqa: S603 - our own interpreter and command
            [sys.executable, "-m", "moothall_web", "restore", str(made.absolute())],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        if told.returncode:
            raise BackupError(f"the backup could not be restored. {told.stderr.strip()}")
    for line in told.stdout.splitlines():
        yield f"Rehearsal: {line}"
    seconds = monotonic() - begun
    record(
        Entry(
            verb=REHEARSED,
            subject=f"backup/{backup.sha256_of(made)}",
            summary=f"Restored {made.name} into a throwaway place and verified it there.",
            why=told.stdout.strip(),
        )
    )
    yield f"The rehearsal took {seconds:.1f} seconds, and the record says that it was held."


@contextmanager
def _elsewhere() -> Iterator[dict[str, str]]:
    """The environment of an empty installation that goes with all it holds."""
    with tempfile.TemporaryDirectory(prefix="moothall-rehearsal-") as folder:
        # Its own secret key is made there; production would otherwise want what setup makes.
        own = postgresql_tools.environment() | {"MOOTHALL_VAR": folder}
        own.pop("DJANGO_SETTINGS_MODULE", None)
        if connection.vendor != "postgresql":
            yield own | {"MOOTHALL_DATABASE": ""}
            return
        with postgresql_tools.throwaway_database() as name:
            yield own | {"MOOTHALL_DATABASE": postgresql_tools.address_of(name)}
