"""What differs between two papers: the shapes of a comparison and of each difference."""

from dataclasses import dataclass
from enum import StrEnum

from moothall.documents.report import Place


class Sort(StrEnum):
    """What a difference is, the gravest first."""

    CONTRADICTION = "contradiction"
    STALE = "stale"
    ROUNDING = "rounding"
    OWN_FIGURE = "own figure"


CURES = {
    Sort.CONTRADICTION: "Find out which is right, and give it in both papers.",
    Sort.STALE: "Take the figure as it is now, and have the words cleared again.",
    Sort.ROUNDING: "Print it to the same place in both papers, or leave it: it is one figure.",
    Sort.OWN_FIGURE: "Nothing to do: each council gives its own.",
}
"""What would cure a difference of each sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one paper says: the figure, the words about it, and where they stand.

    `name` is the council or the file; `block` counts the blocks of the report; `of` is the fact
    whose words they are (`kind/id`), empty where the paper does not say.
    """

    name: str
    authority: str
    figure: str
    words: str
    place: Place
    block: int
    of: str = ""

    @property
    def where(self) -> str:
        return str(self.place).rstrip(".") or "the front"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that two papers tell with two values.

    `about` are the words that both use of it; `because` says why it is of its sort and `arithmetic`
    shows the sum; `fact` is what stands behind it (`kind/id.field`), empty where none is held.
    `second` is None where one paper alone quotes a figure that has changed since.
    """

    sort: Sort
    about: str
    first: Told
    second: Told | None
    because: str
    arithmetic: str
    fact: str = ""

    @property
    def cure(self) -> str:
        return CURES[self.sort]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlySaid:
    """What one paper carries and the other leaves out: a fact, or a figure where none is held."""

    name: str
    authority: str
    about: str
    words: str
    where: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Two papers compared; `agreed` is how many figures both give alike."""

    first: str
    second: str
    agreed: int
    differences: tuple[Difference, ...]
    only: tuple[OnlySaid, ...] = ()

    def of_sort(self, *sorts: Sort) -> tuple[Difference, ...]:
        return tuple(each for each in self.differences if each.sort in sorts)

    @property
    def sentence(self) -> str:
        """The answer: how far the two agree, and what has to be looked at."""
        told = {
            Sort.CONTRADICTION: ("contradiction", "contradictions"),
            Sort.STALE: ("stale", "stale"),
            Sort.ROUNDING: ("differing by rounding only", "differing by rounding only"),
            Sort.OWN_FIGURE: ("of each council's own", "of each council's own"),
        }
        parts = [
            f"{number} {told[sort][0 if number == 1 else 1]}"
            for sort in Sort
            if (number := len(self.of_sort(sort)))
        ]
        if not parts and not self.agreed:
            return "No figure of the same thing stands in both."
        agreed = f"{self.agreed} figure{' stands' if self.agreed == 1 else 's stand'} alike in both"
        return f"{'; '.join([*parts, agreed])}." if parts else f"{agreed}; none differs."
