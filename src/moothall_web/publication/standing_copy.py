"""The last copy of the public site that was written out, for when the database does not answer."""

import shutil
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """Where the installation keeps its own copy."""
    held: Path = settings.INSTALLATION.folder / "public-site"
    return held


def forget(programme: str) -> None:
    """Take a programme's pages out of the copy: something in them has been withdrawn."""
    pages = folder() / "public"
    for name in (programme, "index.html", "sitemap.xml"):
        target = pages / name
        if target.is_dir():
            shutil.rmtree(target, ignore_errors=True)
        else:
            target.unlink(missing_ok=True)


def kept(path: str) -> tuple[Path, str] | None:
    """The file of the copy that answers an address, and its name; None where there is none."""
    base = folder().resolve()
    target = (base / path.lstrip("/")).resolve()
    if not target.is_relative_to(base / "public"):
        return None
    if target.is_dir():
        target /= "index.html"
    return (target, target.name) if target.is_file() else None
