"""What is worked out is kept, and worked out once however many ask for it at the same moment.

A process answers several readers at once.  After a change all of them ask for the same programme
anew; without this each of them would read it, and all would wait several times as long.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Place(Generic[T]):
    """Where one answer is kept, or will be when somebody has worked it out."""

    working: Lock = field(default_factory=Lock)
    answers: list[T] = field(default_factory=list)  # none or one


class Kept(Generic[P, T]):
    """A function whose answers are kept by what it was asked, the `at_most` last asked for.

    It is asked by position, with what can be a key.  What it raises is not kept: whoever waited for
    that answer works it out again.
    """

    def __init__(self, work_out: Callable[P, T], at_most: int) -> None:
        self._work_out, self._at_most = work_out, at_most
        self._places: OrderedDict[Hashable, _Place[T]] = OrderedDict()
        self._looking = Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._looking:
            place = self._places.setdefault(args, _Place())
            self._places.move_to_end(args)
            if len(self._places) > self._at_most:
                self._places.popitem(last=False)
        if not place.answers:
            with place.working:
                if not place.answers:
                    place.answers.append(self._work_out(*args, **kwargs))
        return place.answers[0]

    def cache_clear(self) -> None:
        """Forget every answer."""
        with self._looking:
            self._places.clear()


def kept(at_most: int) -> Callable[[Callable[P, T]], Kept[P, T]]:
    """Keep the answers of a function, as `Kept` says."""
    return lambda work_out: Kept(work_out, at_most)
