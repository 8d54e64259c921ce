"""A job's heartbeat: a thread that says twice a second how far the job is, on its own connection.

On PostgreSQL a job runs in one transaction, whose writes nobody else sees before its end.
"""

from threading import Event, Lock, Thread
from types import TracebackType

from django.db import DatabaseError, close_old_connections, connection

from moothall_web.jobs.actions import LostError, beat
from moothall_web.jobs.models import Job

_EVERY = 0.5  # seconds


class Beats:
    """What a running job says of itself."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._said = (0, 0, "")
        self._lock = Lock()
        self._over = Event()
        self._lost = False
        # A test's database lives in the memory of one connection.
        self._in_place = connection.settings_dict["NAME"] == ":memory:" or (
            connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"])
        )
        self._thread = Thread(target=self._run, name=f"beats of {job}", daemon=True)

    @property
    def who(self) -> int | None:
        """Whoever asked, None for the installation's own jobs."""
        return self._job.who_id

    def step(self, done: int, of: int, words: str = "") -> None:
        """So many of so many steps are done.  Raises LostError."""
        with self._lock:
            self._said = (done, of, words)
        if self._in_place:
            beat(self._job, done, of, words)
        if self._lost:
            raise LostError(str(self._job))

    def stop(self) -> None:
        """The work is over: nothing more is said."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def __enter__(self) -> "Beats":
        if not self._in_place:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            while not self._over.wait(_EVERY):
                with self._lock:
                    said = self._said
                try:
                    beat(self._job, *said)
                except LostError:
                    self._lost = True
                    return
                except DatabaseError:
                    # A connection that was lost is made anew; the job itself finds out by itself.
                    close_old_connections()
        finally:
            connection.close()
