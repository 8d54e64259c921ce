"""The kinds of job, by name; each is declared beside the work that it does.

    @job("all papers of a programme")
    def write_all(progress: Progress, *, programme: str) -> Outcome:

A job may be begun more than once: after an error, and after its worker was killed.  So it writes
either all at its end or what may be written twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Protocol

from django.utils import timezone


class Progress(Protocol):
    """What a job says of itself while it runs."""

    @property
    def who(self) -> int | None:
        """The primary key of whoever asked, None for the installation's own jobs."""

    def step(self, done: int, of: int, words: str = "") -> None:
        """So many of so many steps are done.  Raises LostError where the job is another's now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a job: words for whoever asked, and a file where there is one."""

    words: str
    name: str = ""
    media_type: str = ""
    content: bytes = b""


Work = Callable[..., Outcome]
"""What a job does: given its Progress and its arguments by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind:
    """A kind of job.  After `attempts` that failed nobody tries again."""

    name: str
    run: Work
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A job of the installation's own, every so many hours or once a day at a time of London."""

    name: str
    hours: int = 0
    at: time | None = None

    def slot(self, now: datetime) -> str | None:
        """What the latest time that it was due is called; None where none was due today yet."""
        if self.at is None:
            return str(int(now.timestamp()) // (self.hours * 3600))
        local = timezone.localtime(now)
        return local.date().isoformat() if local.time() >= self.at else None


class UnknownJobError(Exception):
    """No kind of job has this name."""


@dataclass
class _Registry:
    kinds: dict[str, JobKind] = field(default_factory=dict)
    schedules: dict[str, Schedule] = field(default_factory=dict)


_held = _Registry()


def job(name: str, *, attempts: int = 3) -> Callable[[Work], Work]:
    """Declare a function as the work of the jobs of this name."""

    def declare(run: Work) -> Work:
        if name in _held.kinds and _held.kinds[name].run is not run:
            raise ValueError(f"two kinds of job are called {name!r}")
        _held.kinds[name] = JobKind(name=name, run=run, attempts=attempts)
        return run

    return declare


def every(name: str, *, hours: int = 0, at: time | None = None) -> None:
    """Queue the job of this name by itself: every so many hours, or daily at a time of London."""
    if (hours > 0) == (at is not None):
        raise ValueError("a schedule has either a number of hours or a time of day")
    _held.schedules[name] = Schedule(name=name, hours=hours, at=at)


def kind(name: str) -> JobKind:
    """The kind of this name.  Raises UnknownJobError."""
    try:
        return _held.kinds[name]
    except KeyError:
        raise UnknownJobError(f"{name!r} is no kind of job of this program.") from None


def schedules() -> tuple[Schedule, ...]:
    """Every job that queues itself."""
    return tuple(_held.schedules.values())
