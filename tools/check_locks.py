"""Refuse a lock file that says where its packages came from, or leaves one without a hash.

A lock names what is installed and proves it by hash.  The address of the machine that served it is
nobody's business, and would tie the next person to a mirror or folder that they cannot reach.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCKS = ("requirements.lock", "requirements-prod.lock", "benchmarks/peers/requirements.lock")
NPM_LOCK = "package-lock.json"

PLACES = {
    "an address": re.compile(r"https?://", re.IGNORECASE),
    "a file address": re.compile(r"\bfile:", re.IGNORECASE),
    "a path": re.compile(r"""(?:^|[\s"'=@])(?:/|~/|\.{1,2}/|[A-Za-z]:[\\/])\S"""),
    "an installer's option": re.compile(r"^\s*-(?!-hash=)"),
}
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==\S+")


def wrong_in_python_lock(text: str) -> Iterator[str]:
    """What a requirements file records besides names, versions, markers and hashes."""
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in PLACES.items():
            if pattern.search(line):
                yield f"line {number} holds {what}: {line.strip()}"
    for requirement in re.split(r"\n(?=\S)", text.strip()):
        pinned = PINNED.match(requirement)
        if pinned is None:
            yield f"not pinned to a version: {requirement.splitlines()[0]}"
        elif "--hash=sha256:" not in requirement:
            yield f"no hash for {pinned['name']}"


def wrong_in_npm_lock(text: str) -> Iterator[str]:
    """What npm's lock records besides versions and hashes.

    Only the parts that say where to fetch are read: a package's own funding page is harmless.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if '"resolved"' in line:
            yield f"line {number} holds where a package came from: {line.strip()}"
    for path, package in json.loads(text)["packages"].items():
        if path == "":
            continue  # the project itself
        if package.get("link") or not path.startswith("node_modules/"):
            yield f"{path} is a folder, not a package"
        elif re.search(r"[:/]", package["version"]):
            yield f"{path} has an address for a version: {package['version']}"
        elif "integrity" not in package:
            yield f"no hash for {path}"


def main() -> int:
    checks = dict.fromkeys(PYTHON_LOCKS, wrong_in_python_lock) | {NPM_LOCK: wrong_in_npm_lock}
    wrong: list[str] = []
    for name, check in checks.items():
        lock = ROOT / name
        if lock.is_file():
            wrong += [f"{name}: {fault}" for fault in check(lock.read_text(encoding="utf-8"))]
        else:
            wrong.append(f"{name}: missing")
    for fault in wrong:
        print(fault, file=sys.stderr)
    if wrong:
        print("Make the locks anew with `make lock`.", file=sys.stderr)
        return 1
    print("Locks: every package has a version and a hash, and none says where it came from.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
