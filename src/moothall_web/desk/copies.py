"""Taking a copy of what is a council's own: as a ZIP or as a folder, each time recorded."""

import hashlib
import tempfile
import zipfile
from pathlib import Path
from typing import IO

from django.utils import timezone

from moothall.files.new_folders import put_file, put_folder
from moothall_web.desk.take_away import Taking, files, taking
from moothall_web.facts import models as rows
from moothall_web.facts.export import NOT_OF_A_COUNCIL, may_take_away
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry, record

_LARGEST_IN_MEMORY = 1_000_000  # bytes; what is more waits on disk
_PIECE = 100_000  # bytes
_FILE, _UNIX = 0o644 << 16, 3


def take_away(person: Person, code: str, authority: str) -> IO[bytes]:
    """A ZIP of all that is a council's own, ready to be read.  Raises RefusedError."""
    names = dict(rows.AuthorityRecord.objects.values_list("code", "payload__short_name"))
    row = rows.Programme.objects.get(code=code)
    name = names.get(authority, authority)
    held: Refusal | Capacity = NOT_OF_A_COUNCIL
    if authority in row.about["authorities"]:
        held = may_take_away(capacities(person), authority, name, code)
    if isinstance(held, Refusal):
        raise RefusedError(held)
    taken = taking(row, authority, timezone.now(), f"{name}'s {held.role.label}")
    target = tempfile.SpooledTemporaryFile(_LARGEST_IN_MEMORY)  # noqa: SIM115 - closed by its reader
    try:
        write_zip(taken, target)
        _record(taken, _digest(target), person, held.role.value)
    except BaseException:
        target.close()
        raise
    return target


def take_away_to(path: Path, row: rows.Programme, authority: str) -> Taking:
    """The same from the command line: a ZIP where the path says so, else a folder."""
    taken = taking(row, authority, timezone.now(), "whoever runs this installation")
    digest = ""

    def fill(new: Path) -> None:
        for name, pieces in files(taken):
            inner = new / name
            inner.parent.mkdir(parents=True, exist_ok=True)
            with inner.open("wb") as target:
                target.writelines(pieces)

    def pack(target: IO[bytes]) -> None:
        nonlocal digest
        write_zip(taken, target)
        digest = _digest(target)

    if path.suffix == ".zip":
        put_file(path, pack)
    else:
        put_folder(path, fill)
    _record(taken, digest)
    return taken


def write_zip(taken: Taking, target: IO[bytes]) -> None:
    """The copy as a ZIP.  Its days and rights are fixed: the same content gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files(taken):
            about = zipfile.ZipInfo(name)  # of 1 January 1980, the first day that it knows
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr, about.create_system = _FILE, _UNIX
            with archive.open(about, "w", force_zip64=True) as file:
                file.writelines(pieces)


def _digest(target: IO[bytes]) -> str:
    """The SHA-256 of all that is in the file, which is then read from its beginning."""
    found = hashlib.sha256()
    target.seek(0)
    while piece := target.read(_PIECE):
        found.update(piece)
    target.seek(0)
    return found.hexdigest()


def _record(taken: Taking, digest: str, person: Person | None = None, role: str = "") -> None:
    record(
        Entry(
            who=person.pk if person else None,
            role=role,
            for_whom=taken.authority,
            owner=taken.authority,
            shared=False,
            verb="took away a copy",
            programme=taken.row.code,
            summary=f"Took away all that is {taken.name}'s own in {taken.row.name}: "
            f"{taken.own.number} facts, with history, remarks, tasks and snapshots.",
            after={"sha256": digest, "length": taken.length, "head": taken.head},
        )
    )
