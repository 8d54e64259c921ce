"""The whole public site written out as files that any web server shows, links relative."""

import posixpath
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils import timezone

from moothall_web.publication import pages, queries, standing_copy
from moothall_web.publication.views import address_of
from moothall_web.row_scope import NOBODY, within

MARK = "moothall-public-site.txt"
_LINK = re.compile(rb'(?P<before>(?:href|src)=")(?P<path>/(?:public|static)/[^"#]*)(?P<rest>["#])')
_IN_STYLES = re.compile(rb"url\([\"']?(?!data:)([^\"')]+)")


class NotOursError(Exception):
    """The folder holds something else; the message says what to do."""


def write_out(folder: Path, at: datetime | None = None) -> int:
    """Write every page and file under a folder, all at once; how many.

    What an earlier copy held and this one does not is gone.  Raises NotOursError.
    """
    if folder.exists() and not (folder / MARK).exists() and any(folder.iterdir()):
        raise NotOursError(
            f"{folder} holds something else than a copy of the public site. Name a new or empty "
            "folder."
        )
    at = at or timezone.now()
    made = folder.with_name(f".{folder.name}-being-written")
    shutil.rmtree(made, ignore_errors=True)
    written = 0
    with within(NOBODY):
        today = timezone.localdate(at)
        site = pages.Site(today=today, editions=queries.shown(today), copied_at=at)
        for name, args in pages.addresses(site):
            answer = pages.PAGES[name](site, *args)
            if answer is None:
                continue  # what was withdrawn has one page, not all
            target = made / _file_of(address_of(name, args))
            target.parent.mkdir(parents=True, exist_ok=True)
            content = answer.content
            if name != "file":
                content = b"".join(_relative(content, address_of(name, args), made))
            target.write_bytes(content)
            written += 1
    (made / "index.html").write_text(
        '<!DOCTYPE html><html lang="en-GB"><title>Shared services</title>'
        '<meta http-equiv="refresh" content="0; url=public/index.html">'
        '<p><a href="public/index.html">What the councils have published</a></p></html>\n',
        encoding="utf-8",
    )
    (made / MARK).write_text(f"Written on {at.isoformat()}\n", encoding="utf-8")
    _swap(made, folder)
    return written


def refresh_standing_copy() -> int:
    """Write out the copy that is shown when the database does not answer."""
    folder = standing_copy.folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    return write_out(folder)


def _swap(made: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}-before")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    made.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _file_of(address: str) -> PurePosixPath:
    path = PurePosixPath(address.lstrip("/"))
    return path / "index.html" if address.endswith("/") else path


def _relative(content: bytes, address: str, made: Path) -> Iterator[bytes]:
    """The page with every link to this site relative to where the page lies."""
    here, last = str(_file_of(address).parent), 0
    for match in _LINK.finditer(content):
        path = match["path"].decode()
        if path.startswith(settings.STATIC_URL):
            _bring(path.removeprefix(settings.STATIC_URL), made)
            target = path.lstrip("/")
        else:
            target = str(_file_of(path))
        yield content[last : match.start("path")]
        yield posixpath.relpath(target, here).encode()
        last = match.end("path")
    yield content[last:]


def _bring(name: str, made: Path) -> None:
    """Copy a style sheet or picture, and what a style sheet draws on."""
    target = made / settings.STATIC_URL.strip("/") / name
    if target.exists():
        return
    collected = Path(settings.STATIC_ROOT) / name
    found = collected if collected.is_file() else finders.find(name)
    if not found:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    content = Path(str(found)).read_bytes()
    target.write_bytes(content)
    if name.endswith(".css"):
        for match in _IN_STYLES.finditer(content):
            inner = match[1].decode().split("?")[0].split("#")[0]
            if inner and not inner.startswith(("/", "http")):
                _bring(posixpath.normpath(posixpath.join(posixpath.dirname(name), inner)), made)
