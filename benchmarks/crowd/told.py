"""What a run prints: how long pages took, beside the barest page of the same run."""

import statistics
from collections.abc import Iterable

from crowd.people import Diary

BARE = "the barest page"


def at(share: float, times: Iterable[float]) -> float:
    """The time within which this share of the answers was there, in ms."""
    held = sorted(times)
    return held[min(len(held) - 1, int(share * len(held)))] if held else 0.0


def table(diary: Diary, bare: Diary) -> str:
    """A line for each kind of page, the slowest first, and one for all of them."""
    peer = at(0.5, bare.took.get(BARE, [])) or 1.0
    every = [ms for times in diary.took.values() for ms in times]
    lines = [f"{'':26} {'answers':>8} {'median':>8} {'p95':>8} {'worst':>8} {'median ÷ bare':>14}"]
    rows = sorted(diary.took.items(), key=lambda each: -statistics.median(each[1]))
    for kind, times in [*rows, ("all of them", every), (BARE, bare.took.get(BARE, []))]:
        if times:
            lines.append(
                f"{kind:26} {len(times):8} {at(0.5, times):8.0f} {at(0.95, times):8.0f} "
                f"{max(times):8.0f} {at(0.5, times) / peer:14.1f}"
            )
    return "\n".join(lines)


def troubles(diary: Diary) -> list[str]:
    """What went wrong, each with how often."""
    return [f"{often} × {what}" for what, often in diary.wrong.most_common()]
