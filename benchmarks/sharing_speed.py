"""Cost sharing beside two published packages, in one run: quote the ratios.

The peers are installed apart (`benchmarks/peers`); where that cannot be done only our own times are
printed.  All times are the best of several runs.  The games are made up from a fixed seed.  Run it
with `make bench`.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from moothall.finance.sharing.game import CostGame
from moothall.finance.sharing.nucleolus import nucleolus
from moothall.finance.sharing.shapley import folded

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "benchmarks" / "peers"
HOME = ROOT / "build" / "peers"
RUNS = 7


def game(players: int, seed: int = 6) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Costs in pounds: by size, with less for each further partner, and some chance."""
    chance = np.random.default_rng(seed)
    sizes = chance.integers(20_000, 400_000, players)
    masks = np.arange(2**players)
    together = sum(((masks >> place & 1) * size for place, size in enumerate(sizes)), 0 * masks)
    costs = np.round(50 * together**0.8 * chance.uniform(0.97, 1.0, 2**players))
    costs[0] = 0
    return costs


def timed(solve: Callable[[], Any]) -> tuple[float, Any]:
    answer = solve()
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        answer = solve()
        took.append(time.perf_counter() - start)
    return min(took), answer


def peers_python() -> Path | None:
    """The peers' Python, installed where it is not there yet; None where it cannot be."""
    python = HOME / "bin" / "python"
    lock = PEERS / "requirements.lock"
    stamp = HOME / ".installed"
    if stamp.is_file() and stamp.stat().st_mtime > lock.stat().st_mtime:
        return python
    uv = str(Path(sys.executable).parent / "uv")
    sync = [uv, "pip", "sync", "--quiet", "--require-hashes", "--no-build"]
    try:
        for command in (
            [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(HOME)],
            [*sync, "--python", str(python), str(lock)],
        ):
            subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    stamp.touch()
    return python


def of_peers(python: Path, what: str, costs: Any) -> dict[str, tuple[list[float], list[float]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "costs.npy"
        np.save(path, costs)
        done = subprocess.run(
            [str(python), str(PEERS / "solve_games.py"), what, str(path), str(RUNS)],
            check=True,
            capture_output=True,
            text=True,
        )
    answers: dict[str, tuple[list[float], list[float]]] = json.loads(done.stdout)
    return answers


def report(label: str, took: float, answer: Any, peers: dict[str, Any], aim: str) -> None:
    print(f"{label:44} {took * 1000:9.2f} ms   {aim}")
    for name, (times, shares) in peers.items():
        theirs = min(times)
        apart = max(abs(a - b) for a, b in zip(answer, shares, strict=True))
        print(
            f"  {name:42} {theirs * 1000:9.2f} ms   {theirs / took:6.1f} × ours; "
            f"answers differ by at most {apart:.2g}"
        )


def say_whose_is_the_nucleolus(
    exact: CostGame, name: str, answer: Any, shares: list[float]
) -> None:
    """Where the answers differ: in whose the least content groups save more, one by one."""

    def contentment(parts: Any) -> list[float]:
        return sorted(
            float(cost) - sum(float(part) for p, part in enumerate(parts) if mask >> p & 1)
            for mask, cost in exact.costs.items()
            if mask != exact.everyone
        )

    for place, (a, b) in enumerate(zip(contentment(answer), contentment(shares), strict=True)):
        if abs(a - b) > 0.01:
            better = "ours is the nucleolus" if a > b else f"{name}'s is better than ours"
            print(f"  group {place + 1} of the least content saves {a:,.2f} and {b:,.2f}: {better}")
            return


def main() -> None:
    python = peers_python()
    if python is None:
        print("The peers could not be installed: only our own times.")
    for players in (10, 15, 20):
        costs = game(players)
        took, answer = timed(lambda costs=costs: folded(costs))
        peers = of_peers(python, "shapley", costs) if python else {}
        aim = "aim: at least 20 × faster than both" if players == 20 else ""
        report(f"Shapley value, {players} councils", took, answer, peers, aim)
    for players in (6, 8, 10):
        costs = game(players)
        names = tuple(f"c{place}" for place in range(players))
        exact = CostGame(names, {m: Fraction(int(costs[m])) for m in range(1, costs.size)})
        took, answer = timed(lambda exact=exact: nucleolus(exact))
        peers = of_peers(python, "nucleolus", costs) if python else {}
        aim = "aim: under 1,000 ms" if players == 10 else ""
        report(f"nucleolus in exact fractions, {players} councils", took, answer, peers, aim)
        for name, (_, shares) in peers.items():
            say_whose_is_the_nucleolus(exact, name, answer, shares)


if __name__ == "__main__":
    main()
