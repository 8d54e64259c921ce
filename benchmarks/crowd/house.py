"""An installation made for one run: its rows, its server, its worker, and an end to all of it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "web")]
_BENCHMARKS = Path(__file__).resolve().parents[1]


class NotUpError(Exception):
    """The server does not answer; the message says what it said."""


@dataclass
class House:
    """An installation with its own folder, database and port."""

    folder: Path
    environment: dict[str, str]
    port: int
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def moothall(self, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run one command of the installation to its end."""
        return subprocess.run(
            [sys.executable, "-m", "moothall_web", *arguments],
            check=check,
            capture_output=True,
            text=True,
            env=self.environment,
        )

    def inside(self, what: str, **given: Any) -> Any:
        """Ask `inside.py` something that only the program itself can do or tell."""
        told = subprocess.run(
            [sys.executable, "-m", "crowd.inside", what, json.dumps(given)],
            check=False,
            capture_output=True,
            text=True,
            env=self.environment,
        )
        if told.returncode:
            raise RuntimeError(told.stderr[-2_000:])
        return json.loads(told.stdout)

    def start(self, name: str, *arguments: str) -> None:
        """Start a command that goes on, in a process group of its own, as a unit of systemd is."""
        with self.log.open("ab") as log:
            self.running[name] = subprocess.Popen(
                [sys.executable, "-m", "moothall_web", *arguments],
                stdout=log,
                stderr=log,
                start_new_session=True,
                env=self.environment,
            )

    def serve(self) -> None:
        """Start the site and wait until it answers.  Raises NotUpError."""
        self.start("site", "serve", "--port", str(self.port), "--no-worker")
        self.wait_until_up()

    def work(self) -> None:
        """Start a worker for jobs, which takes another's job up after three seconds' silence."""
        self.start("worker", "work", "--silent-for", "3")

    def wait_until_up(self, seconds: float = 60) -> None:
        """Wait until the site answers.  Raises NotUpError."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with suppress(URLError, OSError):
                if urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5).status == 200:
                    return
            time.sleep(0.1)
        raise NotUpError(self.log.read_text("utf-8", "replace")[-2_000:])

    def end(self, name: str, with_signal: int = signal.SIGTERM) -> None:
        """End a command and all that it has begun."""
        process = self.running.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, with_signal)
        try:
            process.wait(45)
        finally:
            with suppress(ProcessLookupError):  # whoever outlived it
                os.killpg(process.pid, signal.SIGKILL)

    def answering(self) -> list[int]:
        """The processes that answer, each by its number."""
        pid = self.running["site"].pid
        try:
            below = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        except OSError:
            return []
        return [int(each) for each in below.split()]

    def cores(self) -> tuple[float, float]:
        """Seconds that the answering processes have computed, and waited for a core of others."""
        computed = waited = 0
        for pid in self.answering():
            for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
                with suppress(OSError):
                    had, stood, _ = map(int, thread.read_text().split())
                    computed, waited = computed + had, waited + stood
        return computed / 1e9, waited / 1e9

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def faults(self) -> list[str]:
        """The lines of the log that tell of a fault of the program."""
        found = []
        for line in self.log.read_text("utf-8", "replace").splitlines():
            with suppress(ValueError):
                told = json.loads(line)
                if isinstance(told, dict) and told.get("level") in ("ERROR", "CRITICAL"):
                    fault = told.get("fault", {})
                    found.append(f"{told.get('says')}: {fault.get('class')} {fault.get('at', '')}")
                continue
            if line.startswith("Traceback"):
                found.append(line)
        return found


@contextmanager
def house(database: str = "", **settings: str) -> Iterator[House]:
    """An installation with both samples and everybody's demonstration sign-ins.

    `database` is the address of an empty PostgreSQL database; without it the rows are in SQLite.
    """
    with TemporaryDirectory(prefix="moothall-crowd-") as made:
        folder = Path(made)
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith("MOOTHALL_")
        }
        environment = kept | {
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(_BENCHMARKS)]),
            "MOOTHALL_VAR": str(folder / "var"),
            "MOOTHALL_DATABASE": database,
            "MOOTHALL_LOG": "json",
            "DJANGO_SETTINGS_MODULE": "moothall_web.settings",
            **settings,
        }
        found = House(folder, environment, _free_port())
        try:
            found.moothall("setup")
            yield found
        finally:
            for name in tuple(found.running):
                found.end(name, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
