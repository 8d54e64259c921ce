"""Work on reports shared out over the machine's processors, for whoever waits at a terminal.

Rules are pure and reports do not change, so copies of this process can each put part of the rules
to part of the reports: whole reports where none outweighs the rest, since what one rule reads of a
report the next uses again; otherwise part of the rules to all reports.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing import get_all_start_methods, get_context

from moothall.documents.report import Grid, Image, Report
from moothall.proofread.finding import TextFinding

_LATER = 1.3
"""The rules on tables and figures come first and take longer: two hands part at 41 % of them."""

Share = tuple[tuple[int, ...], tuple[int, ...]]
"""What one hand does: the numbers of its reports, and of the rules that it puts to them."""

Find = Callable[[Share], list[TextFinding]]
"""Does a share."""

_WORTH_IT = 20_000
"""Characters below which starting another process takes longer than it saves."""

_UNEVEN = 0.65
"""Where the fuller of two hands would have more of the text than this, the rules are shared out."""


def processors() -> int:
    """How many this process may use; 1 where copies of a process cannot be had."""
    if "fork" not in get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def many_hands(find: Find, shares: Sequence[Share]) -> Iterator[Callable[[], list[TextFinding]]]:
    """Starts on the shares at once and yields what waits for them; meanwhile one can do other work.

    One share is done by this process itself, when it is waited for.
    """
    if len(shares) < 2:
        yield lambda: [finding for share in shares for finding in find(share)]
        return
    global _find  # a forked copy has it in memory: neither rules nor reports need be sent there
    _find = find
    with ProcessPoolExecutor(len(shares), mp_context=get_context("fork")) as pool:
        under_way = [pool.submit(_do, share) for share in shares]

        def found() -> list[TextFinding]:
            try:
                return [finding for future in under_way for finding in future.result()]
            except BrokenProcessPool:  # a copy was killed, for want of memory perhaps: do it alone
                return [finding for share in shares for finding in find(share)]

        yield found


def _none(share: Share) -> list[TextFinding]:
    raise RuntimeError(f"Nobody has said how to do the share {share}.")


_find: Find = _none


def _do(share: Share) -> list[TextFinding]:
    """What a copy runs: only a function of a module can be named to it."""
    return _find(share)


def shares(reports: Sequence[Report], rules: int, hands: int) -> tuple[Share, ...]:
    """The work in as many shares as there are hands, or one where sharing would not pay.

    Findings of one rule in one report stay in one share, and so in their order.
    """
    sizes = [_characters(report) for report in reports]
    every_report, every_rule = tuple(range(len(reports))), tuple(range(rules))
    if hands < 2 or sum(sizes) < _WORTH_IT:
        return ((every_report, every_rule),)
    loads: list[list[int]] = [[] for _ in range(hands)]
    for report in sorted(every_report, key=lambda report: -sizes[report]):
        min(loads, key=lambda load: sum(sizes[other] for other in load)).append(report)
    fullest = max(sum(sizes[report] for report in load) for load in loads)
    if fullest > _UNEVEN * 2 / hands * sum(sizes):
        cuts = pairwise(int(rules * (hand / hands) ** _LATER) for hand in range(hands + 1))
        return tuple((every_report, every_rule[first:end]) for first, end in cuts)
    return tuple((tuple(sorted(load)), every_rule) for load in loads)


def _characters(report: Report) -> int:
    return sum(
        sum(len(cell) for row in block.rows for cell in row)
        if isinstance(block, Grid)
        else 0
        if isinstance(block, Image)
        else len(block.text)
        for block in report.blocks
    )
