"""Setting an installation up, and loading a programme folder into it."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError

from moothall.facts.fact import PROGRAMME
from moothall.files.problems import did_you_mean
from moothall.files.programme_texts import NOT_KEPT, write_programme
from moothall_web.desk.copies import take_away_to
from moothall_web.facts.actions import load_folder
from moothall_web.facts.facts import programme_of
from moothall_web.facts.models import Programme
from moothall_web.facts.queries import authority_names
from moothall_web.installation import Installation
from moothall_web.people.actions import make_demonstration_sign_ins
from moothall_web.records.actions import Entry, record
from moothall_web.records.verify import Verdict, verify


class NotBuiltError(Exception):
    """The style sheet and script have not been built."""


def set_up() -> Iterator[str]:
    """Make what is missing: tables, static files, the samples, the sign-ins.  Says what it did."""
    _make_tables()
    _collect_static_files(settings.INSTALLATION)
    for folder in sample_folders():
        loaded = load_folder(folder)
        if loaded.changed:
            yield loaded.summary
    yield from _make_sign_ins()


def load(folder: Path) -> Iterator[str]:
    """Load a programme folder.  Raises UnreadableError with all that keeps it from being read."""
    _make_tables()
    loaded = load_folder(folder)
    yield loaded.summary
    if loaded.changed:
        yield from _make_sign_ins()


class NoTablesError(Exception):
    """The database has not been set up."""


def verify_record() -> Verdict:
    """Look along the record of all changes.  Raises NoTablesError where there is none."""
    try:
        return verify()
    except DatabaseError as error:
        raise NoTablesError(
            f"the database cannot be read ({error}). Run `moothall setup` first."
        ) from None


class UnknownCodeError(Exception):
    """The database holds no such programme or authority; the message names the nearest."""


def dump(code: str, folder: Path, *, replacing: bool = False) -> Iterator[str]:
    """Write a programme as its folder.  Raises UnwritableError, and then nothing is written."""
    programme = programme_of(_programme(code))
    write_programme(programme, folder, replacing=replacing)
    number = sum(1 for _ in programme.facts())
    summary = f"Wrote {programme.about.name} as a programme folder: {number} facts."
    record(
        Entry(
            verb="took away a copy",
            programme=code,
            for_whom=PROGRAMME,
            owner=PROGRAMME,
            summary=f"{summary} By the command line of the installation.",
        )
    )
    yield f"{summary} {NOT_KEPT}"


def dump_own(code: str, authority: str, path: Path) -> Iterator[str]:
    """Write all that is one council's own, as a folder or a ZIP.  Raises as `dump` does."""
    row = _programme(code)
    if authority not in row.about["authorities"]:
        raise UnknownCodeError(
            f"{authority!r} is no authority of {row.name}. "
            f"{did_you_mean(authority, row.about['authorities'])}"
        )
    taken = take_away_to(path, row, authority)
    yield f"Wrote what is {taken.name}'s own in {row.name}: {taken.own.number} facts. {NOT_KEPT}"


def _programme(code: str) -> Programme:
    try:
        rows: dict[str, Programme] = {row.code: row for row in Programme.objects.all()}
    except DatabaseError as error:
        raise NoTablesError(
            f"the database cannot be read ({error}). Run `moothall setup` first."
        ) from None
    if code not in rows:
        raise UnknownCodeError(f"{code!r} is no programme that is held. {did_you_mean(code, rows)}")
    return rows[code]


def sample_folders() -> list[Path]:
    """The sample programmes of a source tree; an installed package carries none."""
    examples = Path(__file__).parents[2] / "examples"
    return sorted(path.parent for path in examples.glob("*/programme.yaml"))


def _make_tables() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def _make_sign_ins() -> Iterator[str]:
    if settings.DEMONSTRATION:
        made = make_demonstration_sign_ins(settings.INSTALLATION, authority_names())
        if made:
            yield f"Made demonstration sign-ins: {', '.join(made)}."


def _collect_static_files(installation: Installation) -> None:
    """Collect them where a style sheet or script was built after they were last collected."""
    built = settings.BASE / "static" / "moothall" / "moothall.css"
    if not built.exists():
        raise NotBuiltError("The style sheet is not built. Run `make assets` first.")
    manifest = installation.static / "staticfiles.json"
    sources = [*built.parent.iterdir(), *settings.PAPER_STYLES.iterdir()]
    newest = max(source.stat().st_mtime for source in sources)
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        # Beside the papers' style sheet lie the templates that it goes with.
        call_command(
            "collectstatic", verbosity=0, interactive=False, ignore_patterns=["*.html", "*.xml"]
        )
