"""How long a portfolio takes and how close it comes, and how it grows.

35 packages (document 004, 2.14, says so many) through two invented councils over two years.  The
peer is the simplest answer, earliest first, in the same process; times are of one run, so quote
ratios and gaps.  Counts (steps evaluated, variables, branches) do not depend on the machine.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "tests"), str(ROOT / "benchmarks")]

from route_speed import bare_start_ms, evaluations, exponent  # noqa: E402

from many_councils import AS_AT, many_councils  # noqa: E402 - the paths come first
from moothall.facts.programme import Programme  # noqa: E402
from moothall.files.law import read_law  # noqa: E402
from moothall.governance.portfolio.greedy import greedy, reordered, total  # noqa: E402
from moothall.governance.portfolio.items import items_of  # noqa: E402
from moothall.governance.portfolio.limits import limits_of  # noqa: E402
from moothall.governance.portfolio.portfolio import portfolio_of  # noqa: E402

LIMITS = {
    "2 items at every meeting": {"scrutiny_takes": 2, "cabinet_takes": 2},
    "2 items, a lead carries 3": {"scrutiny_takes": 2, "cabinet_takes": 2, "at_once": 3},
    "3 items, a lead carries 1": {"scrutiny_takes": 3, "cabinet_takes": 3, "at_once": 1},
}
SECONDS = 20


def timed(work: Callable[[], object]) -> tuple[float, object]:
    begin = time.perf_counter()
    found = work()
    return time.perf_counter() - begin, found


def main() -> None:
    bare = bare_start_ms() / 1000
    print(f"bare start of Python: {bare * 1000:.1f} ms; aim: within 2 % of the bound under 30 s\n")
    print("35 packages, 2 councils, 24 meetings of each body")
    print(f"{'':28} {'answer':24} {'days':>8} {'gap':>7} {'s':>7} {'÷ peer':>8}")
    for name, limits in LIMITS.items():
        compare(name, many_councils(2, 24, 35, **limits))
    growth("packages", [5, 10, 20, 35, 50, 70], lambda n: _many(24, n))
    growth("meetings a body", [12, 24, 48, 96, 240], lambda n: _many(n, 12))


def _many(meetings: int, packages: int) -> Programme:
    return many_councils(2, meetings, packages, scrutiny_takes=3, cabinet_takes=3, at_once=3)


def compare(name: str, programme: Programme) -> None:
    """The simple answers and the searched one, side by side."""
    law = read_law()
    limits = limits_of(programme)
    making, items = timed(lambda: items_of(programme, law, AS_AT, limits))
    simple, first = timed(lambda: greedy(items, limits))  # type: ignore[arg-type]
    queue, best = timed(lambda: reordered(items, limits))  # type: ignore[arg-type]
    whole, answer = timed(
        lambda: portfolio_of(programme, law, AS_AT, seconds=SECONDS, with_gains=False)
    )
    bound = answer.bound_days  # type: ignore[attr-defined]
    peer = making + simple
    start = AS_AT.toordinal() * len(programme.proposals)
    for what, days, took in (
        ("peer: earliest first", total(items, first) - start, peer),  # type: ignore[arg-type]
        ("in the best order found", total(items, best) - start, making + queue),  # type: ignore[arg-type]
        ("searched, with its bound", answer.total_days, whole),  # type: ignore[attr-defined]
    ):
        gap = (days - bound) / days
        print(f"{name:28} {what:24} {days:8,} {gap:7.2%} {took:7.2f} {took / peer:8.1f}")


def growth(what: str, sizes: list[int], make: Callable[[int], Programme]) -> None:
    """How the work of one portfolio grows; the search itself stops at its limit."""
    from moothall.governance.portfolio.model import Model
    from moothall.governance.portfolio.relaxed import relaxed_bound

    law = read_law()
    head = ("steps evaluated", "s", "variables", "bound s", "branches", "gap", "placed")
    print(f"\n{what:>16} " + " ".join(f"{word:>15}" for word in head))
    columns: dict[str, list[float]] = {word: [] for word in head[:4]}
    for size in sizes:
        programme = make(size)
        limits = limits_of(programme)
        with evaluations() as number:
            making, items = timed(lambda p=programme, li=limits: items_of(p, law, AS_AT, li))  # type: ignore[misc]
        found = reordered(items, limits, 100)  # type: ignore[arg-type]
        model = Model(items, limits, AS_AT.toordinal())  # type: ignore[arg-type]
        model.model.add(sum(model.placed) == len(found))
        model.model.minimize(sum(model.costs))
        bounding, _ = timed(lambda m=model: relaxed_bound(m, 60))  # type: ignore[misc]
        answer = portfolio_of(programme, law, AS_AT, seconds=10, with_gains=False)
        row = (number[0], making, len(model.model.proto.variables), bounding)
        for word, value in zip(columns, row, strict=True):
            columns[word].append(value)
        print(
            f"{size:16} {row[0]:15,} {row[1]:15.2f} {row[2]:15,} {row[3]:15.2f} "
            f"{answer.work:15,} {answer.gap:15.2%} {len(answer.placed):15}"
        )
    powers = ", ".join(f"{word} {exponent(sizes, values):.2f}" for word, values in columns.items())
    print(f"grows with the power: {powers}")


if __name__ == "__main__":
    main()
