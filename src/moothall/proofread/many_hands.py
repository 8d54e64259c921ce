"""Work shared out over the machine's processors, for whoever waits at a terminal.

Rules are pure and reports do not change, so copies of this process can each put some rooms' rules
to all reports.  Each loads and compiles the rules of its own rooms only: for a single short report
that is most of the work.  The hands go at the list of rooms from both its ends and meet where they
meet, so nobody has to know beforehand which room takes how long; neighbours lean on the same
readings and mostly stay together.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from moothall.proofread.finding import TextFinding

Find = Callable[[str], list[TextFinding]]
"""What the rules of the room so named find."""

_Found = dict[str, list[TextFinding]]
_Take = Callable[[bool], str | None]


def processors() -> int:
    """How many this process may use; 1 where copies of a process cannot be had."""
    from multiprocessing import get_all_start_methods

    if "fork" not in get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def found_by_many_hands(find: Find, rooms: Sequence[str], hands: int) -> Iterator[TextFinding]:
    """What is found in all rooms, in their order, by this process and `hands` - 1 copies of it."""
    hands = min(hands, len(rooms))
    found = _shared_out(find, rooms, hands) if hands > 1 else {}
    for room in rooms:  # those not found yet were a copy's that was killed, for want of memory
        yield from found[room] if room in found else find(room)


def _shared_out(find: Find, rooms: Sequence[str], hands: int) -> _Found:
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
    from multiprocessing import get_context

    global _work  # a forked copy has it in memory: the reports need not be sent there
    copying = get_context("fork")
    _work = find, _taking_turns(rooms, copying.Array("i", [0, len(rooms)]))
    with ProcessPoolExecutor(hands - 1, mp_context=copying) as pool:
        copies = []
        for hand in range(1, hands):
            with suppress(BrokenProcessPool):  # the first copy may be killed before the next is
                copies.append(pool.submit(_do, hand % 2 == 1))
        found = _do(from_the_end=False)
        for copy in copies:
            try:
                found |= copy.result()
            except BrokenProcessPool:
                continue
    return found


def _taking_turns(rooms: Sequence[str], left: Any) -> _Take:
    """Gives out each room once.  `left`, which all hands share: the first untaken, the last + 1."""

    def take(from_the_end: bool) -> str | None:
        with left.get_lock():
            first, end = map(int, left)
            if first == end:
                return None
            left[:] = (first, end - 1) if from_the_end else (first + 1, end)
            return rooms[end - 1 if from_the_end else first]

    return take


_work: tuple[Find, _Take]


def _do(from_the_end: bool) -> _Found:
    """One hand's work. What a copy runs: only a function of a module can be named to it."""
    find, take = _work
    found: _Found = {}
    while room := take(from_the_end):
        found[room] = find(room)
    return found
