"""Stopping what would never end: a regular expression that goes back and back, an endless search.

Nothing is said of speed, which a busy machine alters: `make bench` prints that, beside a peer.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONG_ENOUGH = 60
"""Seconds: hundreds of times what any of these takes, and nothing beside what runs away."""


@contextmanager
def comes_to_an_end() -> Iterator[None]:
    """Fail where the block, or the test that this decorates, still runs after `LONG_ENOUGH`."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"still runs after {LONG_ENOUGH} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONG_ENOUGH)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
