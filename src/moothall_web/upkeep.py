"""Setting an installation up, and loading a programme folder into it."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from moothall_web.facts.actions import load_folder
from moothall_web.facts.queries import authority_names
from moothall_web.installation import Installation
from moothall_web.people.actions import make_demonstration_sign_ins


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
