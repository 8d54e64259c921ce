"""One installation: the folder that holds all it keeps, and the secrets made for it alone.

No secret is in the program: each installation makes its own at set-up, readable by its owner only.
"""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Installation:
    """What one installation keeps, all of it under one folder."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "moothall.sqlite3"

    @property
    def static(self) -> Path:
        """The style sheet and script, collected under names that change with their content."""
        return self.folder / "static"

    @property
    def secret_key_file(self) -> Path:
        return self.folder / "secret-key"

    @property
    def sign_ins_file(self) -> Path:
        return self.folder / "demonstration-sign-ins.txt"

    def prepare(self) -> None:
        """Make the folder and the secret key where they are missing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.secret_key_file.exists():
            import secrets  # a command that needs no installation imports this module too

            write_secret(self.secret_key_file, f"{secrets.token_urlsafe(50)}\n")

    def secret_key(self) -> str | None:
        """The installation's own key, None before set-up."""
        try:
            return self.secret_key_file.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None


def this_installation() -> Installation:
    """The installation that MOOTHALL_VAR names: `var` in the current folder if it names none."""
    return Installation(Path(os.environ.get("MOOTHALL_VAR", "var")).absolute())


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first moment on."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
