"""How long one proposal's plan takes, and how it grows with councils and meetings.

Its peer, in the same process: one forward pass through the same network that counts every day sum
day by day with the law's own functions, as a person would write it first.  It must come to the same
days.  Beside it stands the bare start of Python; machines differ, so quote the ratios.  Counts of
steps evaluated do not depend on the machine at all.
"""

import math
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))

from many_councils import AS_AT, many_councils  # noqa: E402 - the path comes first
from moothall.facts.programme import Programme  # noqa: E402
from moothall.files.law import read_law  # noqa: E402
from moothall.governance.planning import leads, places  # noqa: E402
from moothall.governance.planning.joint import network_of  # noqa: E402
from moothall.governance.planning.network import Network, Node, Pass  # noqa: E402
from moothall.governance.planning.planner import plan_of  # noqa: E402
from moothall.law.calendar import WorkingDays  # noqa: E402
from moothall.law.call_in import effective_from  # noqa: E402
from moothall.law.clear_days import Count, earliest_meeting  # noqa: E402

RUNS = 15
WORKING = WorkingDays()


@dataclass(frozen=True)
class Counted:
    """A day sum made by counting; `last` is not asked for."""

    sum: Callable[[date], date]

    def first(self, day: int) -> int:
        return self.sum(date.fromordinal(day)).toordinal()

    def last(self, limit: int) -> int | None:
        raise NotImplementedError


def counted(lead: leads.Lead) -> leads.Lead:
    """The same lead, counted day by day."""
    if isinstance(lead, leads.WorkingDaysAfter):
        return Counted(lambda day: WORKING.add(day, lead.number))
    if isinstance(lead, leads.ClearWorkingDays):
        return Counted(lambda day: earliest_meeting(day, lead.number, Count.WORKING, WORKING)[0])
    if isinstance(lead, leads.ClearCalendarDays):
        return Counted(lambda day: earliest_meeting(day, lead.number, Count.CALENDAR)[0])
    if isinstance(lead, leads.CallIn):
        return Counted(
            lambda day: effective_from(
                day,
                lead.number,
                count_publication_day=lead.counts_first_day,
                next_working_day=lead.next_working_day,
                working=WORKING,
            )
        )
    return lead


def placed(place: places.Place) -> places.Place:
    """The same place, looked for day by day."""
    if isinstance(place, places.AnyWorkingDay):
        return Counted(lambda day: WORKING.add(day.fromordinal(day.toordinal() - 1), 1))
    return place


def naive(network: Network) -> Network:
    """The network with every day sum counted."""

    def node(each: Node) -> Node:
        waits = tuple(replace(wait, lead=counted(wait.lead)) for wait in each.waits)
        return replace(each, waits=waits, place=placed(each.place))

    return Network(tuple(node(each) for each in network.nodes), network.as_at)


def median_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of several runs after one that is not counted, in milliseconds."""
    work()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


def bare_start_ms() -> float:
    """A Python process that does nothing."""
    return median_ms(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 7)


@contextmanager
def evaluations() -> Iterator[list[int]]:
    """Counts the steps that forward passes evaluate."""
    number, once = [0], Network._once

    def counting(self: Network, *floors: Any, **more: Any) -> Pass:
        number[0] += len(self.nodes)
        return once(self, *floors, **more)

    Network._once = counting  # type: ignore[method-assign, assignment]
    try:
        yield number
    finally:
        Network._once = once  # type: ignore[method-assign]


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The power of the size with which a value grows: the slope in logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(v, 1e-9)) for v in values]
    slope: float = statistics.linear_regression(xs, ys).slope
    return slope


def plan(programme: Programme) -> object:
    return plan_of(programme, read_law(), programme.proposals[0], AS_AT)


def main() -> None:
    law, bare = read_law(), bare_start_ms()
    print(f"bare start of Python: {bare:.1f} ms\n")
    print(
        f"{'one proposal, two years of monthly meetings':44} {'ms':>8} {'÷ peer':>8} {'÷ bare':>8}"
    )
    for councils, aim in ((2, "under 5 ms"), (12, "under 50 ms, with trade-offs and branches")):
        programme = many_councils(councils, 24)
        joint = network_of(programme, law, programme.proposals[0], AS_AT)
        peer = naive(joint.network)
        if peer.forward().day != joint.network.forward().day:
            raise SystemExit("the peer comes to other days")
        base = median_ms(peer.forward)
        rows = {
            "the peer: one pass, every day counted": base,
            "one pass by the tables": median_ms(joint.network.forward),
            "the network made from the facts": median_ms(
                lambda p=programme: network_of(p, law, p.proposals[0], AS_AT)  # type: ignore[misc]
            ),
            "the whole plan": median_ms(
                lambda p=programme: plan_of(p, law, p.proposals[0], AS_AT)  # type: ignore[misc]
            ),
        }
        for name, took in rows.items():
            note = f"  aim {aim}" if name == "the whole plan" else ""
            print(
                f"{councils:2} councils: {name:31} {took:8.2f} {took / base:8.2f} "
                f"{took / bare:8.2f}{note}"
            )
    growth("councils", [1, 2, 4, 8, 12, 24], lambda n: many_councils(n, 24))
    growth("meetings a body", [12, 24, 48, 96, 240], lambda n: many_councils(2, n))


def growth(what: str, sizes: list[int], make: Callable[[int], Programme]) -> None:
    """How one plan's work and time grow."""
    law = read_law()
    print(f"\n{what:>16} {'steps evaluated':>16} {'trade-offs':>11} {'ms':>8}")
    counts, times = [], []
    for size in sizes:
        programme = make(size)
        with evaluations() as number:
            found = plan_of(programme, law, programme.proposals[0], AS_AT)
        counts.append(number[0])
        times.append(median_ms(lambda p=programme: plan_of(p, law, p.proposals[0], AS_AT), 5))  # type: ignore[misc]
        print(f"{size:16} {number[0]:16,} {len(found.trade_offs):11} {times[-1]:8.2f}")
    print(
        f"grows with the power {exponent(sizes, counts):.2f} in steps evaluated, "
        f"{exponent(sizes, times):.2f} in time"
    )


if __name__ == "__main__":
    main()
