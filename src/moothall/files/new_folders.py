"""A folder or file that is there whole or not at all: made beside its place, then put there."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO


class UnwritableError(Exception):
    """Something cannot be written there, or not so that it could be read again; says the cure."""


def put_folder(
    folder: Path, fill: Callable[[Path], None], may_go: Callable[[Path], bool] | None = None
) -> None:
    """Make `folder` with what `fill` writes into the empty folder that it is given.

    The folder must be new or empty.  With `may_go`, one that holds something is replaced: what
    `may_go` says yes to goes, everything else in it is kept.  Raises UnwritableError, and then
    nothing has changed.
    """
    folder = folder.resolve()
    holds = _holds_something(folder)
    if holds and may_go is None:
        raise UnwritableError(
            f"{folder} is not empty. Name a new or empty folder, so that nothing is overwritten."
        )
    token = secrets.token_hex(4)
    new = folder.with_name(f".{folder.name}-new-{token}")
    old = folder.with_name(f".{folder.name}-old-{token}")
    try:
        new.mkdir(parents=True)
        fill(new)
        if holds:
            folder.rename(old)
            try:
                new.rename(folder)
            except OSError:
                old.rename(folder)
                raise
            _keep_the_rest(old, folder, may_go)
        else:
            new.rename(folder)  # in one step, also onto an empty folder
    except OSError as error:
        raise UnwritableError(
            f"{folder} cannot be written ({error.strerror}). Name a folder that you may write to."
        ) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def put_file(path: Path, fill: Callable[[IO[bytes]], None]) -> None:
    """Make a new file with what `fill` writes.  Raises UnwritableError, and then there is none."""
    path = path.resolve()
    new = path.with_name(f".{path.name}-new-{secrets.token_hex(4)}")
    try:
        if path.exists():
            raise UnwritableError(f"{path} is there already. Name a new file.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w+b") as file:
            fill(file)
        new.rename(path)
    except OSError as error:
        raise UnwritableError(
            f"{path} cannot be written ({error.strerror}). Name a place that you may write to."
        ) from None
    finally:
        with suppress(OSError):
            new.unlink()


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except FileNotFoundError:
        return False
    except NotADirectoryError:
        raise UnwritableError(
            f"{folder} is a file or lies in one. Name a new or empty folder."
        ) from None
    except OSError as error:
        raise UnwritableError(
            f"{folder} cannot be opened ({error.strerror}). Name a folder that you may write to."
        ) from None


def _keep_the_rest(old: Path, folder: Path, may_go: Callable[[Path], bool] | None) -> None:
    for entry in sorted(old.iterdir()):
        if may_go is None or not may_go(entry):
            entry.replace(folder / entry.name)
    shutil.rmtree(old)
