"""The split in force: each council's share of the joint cost in one year.

A year's split is the latest whose first year has come; on the way from another it stands between
the two (`transition`), and where nobody is to be worse off it is capped (`dampening`).  Shares are
exact fractions; what a split lacks is said, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from moothall.basics.pence import to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.sharing import Split, SplitBasis
from moothall.facts.words import in_per_cent, in_pounds, listed, name_of, names_of
from moothall.finance.agreed_splits import splits_up_to, weights_of
from moothall.finance.dampening import no_worse_off
from moothall.finance.priced_game import PricedGame, cost_before, game_of, joint_cost, parties_of
from moothall.finance.sharing.game import MOST_PLAYERS, CostGame, NoShareError
from moothall.finance.sharing.solutions import RULES
from moothall.finance.sharing.split_rules import Shares, by_weights
from moothall.finance.tolerance import kept_unless_moved
from moothall.finance.transition import last_year, moved, step_of

BY_WEIGHTS = (
    SplitBasis.POPULATION,
    SplitBasis.CHILDREN_UNDER_FIVE,
    SplitBasis.PUPILS,
    SplitBasis.ACTIVITY,
    SplitBasis.AGREED,
)
"""Bases that go by a number which the split states for each council."""
BY_GAME = {
    SplitBasis.STAND_ALONE: "proportional",
    SplitBasis.EQUAL_SAVING: "equal_saving",
    SplitBasis.SEPARABLE_COSTS: "scrb",
    SplitBasis.SHAPLEY: "shapley",
    SplitBasis.NUCLEOLUS: "nucleolus",
}
"""Bases that need to know what the councils would pay otherwise, and the rule of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearShares:
    """One year's shares as parts of one, in the order of the councils.

    `parts` is empty where the split cannot be worked out, and `lacking` says why; `cost` is the
    joint cost in pounds, None where nobody knows it; `said` tells how the parts came about.
    """

    proposal: str
    year: FinancialYear
    authorities: tuple[str, ...]
    split: str = ""
    basis: SplitBasis | None = None
    parts: Shares = ()
    cost: Fraction | None = None
    lacking: str = ""
    said: tuple[str, ...] = ()

    @property
    def pounds(self) -> Shares:
        """The exact shares of the joint cost; empty where either is unknown."""
        return () if self.cost is None else tuple(self.cost * part for part in self.parts)

    @property
    def to_the_penny(self) -> Shares:
        """Shares in whole pence that sum to the joint cost."""
        return to_the_penny(self.pounds) if self.pounds else ()

    def part_of(self, authority: str) -> Fraction | None:
        """One council's part; nothing for a council that is no party, None where it is unknown."""
        if not self.parts:
            return None
        by_council = dict(zip(self.authorities, self.parts, strict=True))
        return by_council.get(authority, Fraction(0))


def shares_of(
    programme: Programme,
    proposal: str,
    year: FinancialYear,
    planned: Mapping[FinancialYear, Fraction | None] | None = None,
) -> YearShares:
    """Each council's share of the joint cost under the split in force.

    `planned` is what all have planned for each year, where the caller has summed it already.
    """
    parties = parties_of(programme, proposal)
    splits = splits_up_to(programme, proposal, year)
    blank = YearShares(proposal=proposal, year=year, authorities=parties)
    if not splits:
        return _lacking(blank, None, f"no split holds in {year}")
    working = _Working(programme, proposal, year, planned)
    try:
        parts = working.parts(splits)
    except NoShareError as error:
        return _lacking(blank, splits[-1], str(error))
    except ImportError:
        return _lacking(
            blank, splits[-1], "the nucleolus needs a linear programme: install moothall[optimise]"
        )
    return YearShares(
        proposal=proposal,
        year=year,
        authorities=blank.authorities,
        split=splits[-1].id,
        basis=splits[-1].basis,
        parts=parts,
        cost=working.cost,
        said=tuple(working.said),
    )


def shares_by(
    programme: Programme,
    proposal: str,
    year: FinancialYear,
    basis: SplitBasis,
    weights: Mapping[str, Fraction],
) -> Shares:
    """Parts of one by a basis and weights that no split states.  Raises NoShareError."""
    return _Working(programme, proposal, year).by_basis(basis, weights)


def _lacking(blank: YearShares, split: Split | None, why: str) -> YearShares:
    return YearShares(
        proposal=blank.proposal,
        year=blank.year,
        authorities=blank.authorities,
        split=split.id if split else "",
        basis=split.basis if split else None,
        lacking=why,
    )


class _Working:
    """The working of one year: what each step did is kept in `said`."""

    def __init__(
        self,
        programme: Programme,
        proposal: str,
        year: FinancialYear,
        planned: Mapping[FinancialYear, Fraction | None] | None = None,
    ) -> None:
        self._planned = planned
        self._programme = programme
        self._proposal = proposal
        self._year = year
        self._parties = parties_of(programme, proposal)
        self._game: PricedGame | None = None
        self.said: list[str] = []

    @property
    def game(self) -> PricedGame:
        if self._game is None:
            self._game = game_of(self._programme, self._proposal, self._year, self._planned)
        return self._game

    @property
    def cost(self) -> Fraction | None:
        return joint_cost(self._programme, self._proposal, self._year, self._planned)

    def parts(self, splits: tuple[Split, ...]) -> Shares:
        """The parts under the last of the splits, on its way from the others."""
        split = splits[-1]
        parts = self._by_activity(splits) if _is_activity(split) else self._by_split(split)
        earlier = tuple(each for each in splits if each.since < split.since)
        over = split.moves_over or 1
        step = step_of(self._year, split.since)
        if step < over and earlier:
            before = self.parts(earlier)
            parts = moved(before, parts, step, over)
            self.said.append(
                f"Year {step} of {over} on the way from {earlier[-1].basis} to {split.basis}, "
                f"reached in {last_year(split.since, over)}."
            )
        if split.nobody_worse_off:
            parts = self._dampened(parts)
        return parts

    def by_basis(self, basis: SplitBasis, weights: Mapping[str, Fraction]) -> Shares:
        """Parts of one by a basis."""
        if not self._parties:
            raise NoShareError("the proposal names no party to share with")
        if basis is SplitBasis.EQUAL:
            return by_weights(Fraction(1), [Fraction(1)] * len(self._parties))
        if basis is SplitBasis.GROSS_BUDGET and not weights:
            weights = self._gross_budgets()
        if basis in BY_WEIGHTS or basis is SplitBasis.GROSS_BUDGET:
            return self._by_weights(basis, weights)
        return self._by_game(basis)

    def _by_split(self, split: Split) -> Shares:
        return self.by_basis(split.basis, weights_of(split))

    def _by_weights(self, basis: SplitBasis, weights: Mapping[str, Fraction]) -> Shares:
        missing = [code for code in self._parties if code not in weights]
        if missing:
            names = names_of(self._programme, missing)
            raise NoShareError(f"a split by {basis} needs a weight for {names}")
        held = tuple(weights[code] for code in self._parties)
        if not any(held):
            raise NoShareError(f"a split by {basis} needs weights that are not all zero")
        return _parts_of_one(held)

    def _gross_budgets(self) -> dict[str, Fraction]:
        found = {
            code: cost_before(self._programme, self._proposal, code, self._year)
            for code in self._parties
        }
        self.said += [
            f"{names_of(self._programme, [code])}'s gross budget is that of {before.year}."
            for code, before in found.items()
            if before is not None
        ]
        return {code: before.gross for code, before in found.items() if before is not None}

    def _by_game(self, basis: SplitBasis) -> Shares:
        cost = self.cost
        if cost is None:
            raise NoShareError(
                f"a split by {basis} needs the cost of all together: nobody has priced it, and not "
                f"every council has planned for {self._year}"
            )
        if len(self._parties) > MOST_PLAYERS:
            raise NoShareError(f"a split by {basis} is for up to {MOST_PLAYERS} councils")
        if not cost:
            raise NoShareError(f"a split by {basis} needs a joint cost that is not zero")
        self.said += [
            f"The cost of {names_of(self._programme, self.game.game.members(each))} is {how}."
            for each, how in sorted(self.game.taken_from.items())
            if not how.startswith("priced")
        ]
        names = tuple(name_of(self._programme, code) for code in self._parties)
        # Under the councils' names, so that what is missing is asked for by name.
        shares = RULES[BY_GAME[basis]](CostGame(names, self.game.game.costs))
        return tuple(share / cost for share in shares)

    def _by_activity(self, splits: tuple[Split, ...]) -> Shares:
        """Estimates are kept while what was counted since stays within the tolerance."""
        run: list[Split] = []
        for each in reversed(splits):
            if not _is_activity(each):
                break
            run.insert(0, each)
        kept = self._by_split(run[0])
        for each in run[1:]:
            tolerance = None if each.tolerance is None else Fraction(each.tolerance)
            counted = self._by_split(each)
            before, (kept, most) = kept, kept_unless_moved(kept, counted, tolerance)
            if tolerance is not None:
                what = "kept" if kept is before else "changed"
                self.said.append(
                    f"The shares by activity are {what}: the count of {each.since} differs by "
                    f"{in_per_cent(most / 100)[:-1]} points, {each.tolerance} are tolerated."
                )
        return kept

    def _dampened(self, parts: Shares) -> Shares:
        cost = self.cost
        found = [
            cost_before(self._programme, self._proposal, code, self._year) for code in self._parties
        ]
        unknown = [
            code for code, before in zip(self._parties, found, strict=True) if before is None
        ]
        if cost is None or unknown:
            asked = f"what {names_of(self._programme, unknown)} paid before" if unknown else ""
            both = [each for each in (asked, "the joint cost" if cost is None else "") if each]
            raise NoShareError(f"that nobody is worse off needs {listed(both)}")
        if not cost:
            return parts
        done = no_worse_off(
            [cost * part for part in parts], [before.net for before in found if before is not None]
        )
        if done.capped:
            capped = names_of(self._programme, [self._parties[place] for place in done.capped])
            self.said.append(
                f"{capped} would have paid more than before and is capped; the others pay the "
                f"{in_pounds(done.moved)} out of what they gain."
            )
        return tuple(share / cost for share in done.shares)


@lru_cache(maxsize=64)
def _parts_of_one(weights: tuple[Fraction, ...]) -> Shares:
    return by_weights(Fraction(1), list(weights))


def _is_activity(split: Split) -> bool:
    return split.basis is SplitBasis.ACTIVITY
