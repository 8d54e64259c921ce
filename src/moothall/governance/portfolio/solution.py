"""How an answer is found: the simple one, then the bound, then the search for a better one."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from moothall.governance.portfolio.bound import bound_by_counting, most_by_counting
from moothall.governance.portfolio.greedy import Places, Progress, reordered, total
from moothall.governance.portfolio.items import Item
from moothall.governance.portfolio.limits import Limits
from moothall.governance.portfolio.search import Search, allowance, best, can_search, most_placed

SIMPLE = "earliest first, in the best order found"
SEARCHED = "CP-SAT"
EXTRA = "For a better answer and bound: pip install 'moothall[optimise]'."


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """Places for proposals, and the least that the sum of their days (ordinals) can be.

    `is_proven` says that no more can be placed and none sooner in all.  `stopped_by` says what
    ended a search that was not through, `needs` what a better answer would take.
    """

    places: Places
    bound: int
    is_proven: bool
    method: str = SIMPLE
    stopped_by: str = ""
    needs: str = ""
    work: int = 0


def solution_of(
    items: Sequence[Item],
    limits: Limits,
    start: int,
    seconds: float,
    progress: Progress,
    *,
    may_search: bool,
) -> Solution:
    """The best answer within `seconds`; `start` is the ordinal from which days are counted."""
    places = reordered(items, limits)
    _tell(progress, items, places, start)
    most = most_by_counting(items, limits)
    bound = bound_by_counting(items, limits, len(places))
    if len(places) == most and total(items, places) == bound:
        return Solution(places=places, bound=bound, is_proven=True)
    if not (may_search and can_search()):
        needs = EXTRA if may_search else ""
        return Solution(places=places, bound=bound, is_proven=False, needs=needs)

    began = perf_counter()
    searches: list[Search] = []
    half = seconds / 2
    if len(places) < most:
        progress("looking for room for more of them")
        searches.append(most_placed(items, limits, start, places, allowance(half, half)))
        if len(searches[0].places) > len(places):
            places = searches[0].places
        if searches[0].bound is not None:
            most = min(most, searches[0].bound)
    progress("looking for a better answer and the bound")
    left = seconds - (perf_counter() - began)
    may_take = allowance(half if searches else seconds, left)
    searches.append(best(items, limits, start, places, may_take, progress))
    searched = searches[-1]
    if searched.places and total(items, searched.places) < total(items, places):
        places = searched.places
    bound = bound_by_counting(items, limits, len(places))
    if searched.bound is not None:
        bound = max(bound, searched.bound)
    return Solution(
        places=places,
        bound=bound,
        is_proven=len(places) == most and total(items, places) == bound,
        method=SEARCHED,
        stopped_by=next((s.stopped_by for s in reversed(searches) if s.stopped_by), ""),
        work=sum(search.branches for search in searches),
    )


def _tell(progress: Progress, items: Sequence[Item], places: Places, start: int) -> None:
    days = total(items, places) - start * len(places)
    progress(f"{len(places)} of {len(items)} placed, {days:,} days in all, in turn")
