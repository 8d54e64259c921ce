"""Jobs that leave a line in a file when they begin and another when they are through."""

import os
import time
from pathlib import Path

from moothall_web.jobs.registry import Outcome, Progress, job


def _note(book: str, words: str) -> None:
    # One write of a short line is whole, whoever else writes.
    handle = os.open(Path(book), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        os.write(handle, f"{words}\n".encode())
    finally:
        os.close(handle)


@job("count", attempts=20)
def count(progress: Progress, *, number: int, book: str, seconds: float) -> Outcome:
    """Take some time, in steps."""
    _note(book, f"begun {number}")
    for step in range(10):
        progress.step(step, 10, f"counting {number}")
        time.sleep(seconds / 10)
    _note(book, f"through {number}")
    return Outcome(words=f"Counted {number}.", name="n.txt", media_type="text/plain", content=b"n")


@job("stumble", attempts=2)
def stumble(progress: Progress, *, book: str) -> Outcome:
    """Fail, always."""
    _note(book, "begun 0")
    raise ValueError("there is no such number")
