"""The nucleolus: the split that makes the least content group as content as can be, then the next.

A group's contentment is what it saves by staying, over its weight (1; its size; its cost).  Each
round a linear programme raises the least of them, and settles the groups that are tight in *every*
best answer: those with a positive dual.  Groups tight in one best answer only are left open; to
settle them too is the published error (Guajardo and Jörnsten, EJOR 241 (2015) 931).  What was
settled gives equations, and they are solved in exact fractions.
"""

from collections.abc import Callable
from fractions import Fraction

from moothall.finance.sharing.game import CostGame, NoShareError, needs
from moothall.finance.sharing.split_rules import Shares

MOST_PLAYERS = 14
"""Partners beyond which the linear programmes grow too large."""
_TIGHT = 1e-7

Weight = Callable[[CostGame, int], Fraction]


def nucleolus(game: CostGame) -> Shares:
    """Every group counts alike."""
    return _solve(game, lambda _, __: Fraction(1), "nucleolus")


def per_capita_nucleolus(game: CostGame) -> Shares:
    """What a group saves is counted per partner in it."""
    return _solve(game, lambda _, each: Fraction(each.bit_count()), "per_capita_nucleolus")


def proportional_nucleolus(game: CostGame) -> Shares:
    """What a group saves is counted per pound that it would pay alone."""
    if any(cost <= 0 for cost in game.costs.values()):
        raise NoShareError("proportional_nucleolus needs costs above zero")
    return _solve(game, lambda held, each: held.costs[each], "proportional_nucleolus")


def _solve(game: CostGame, weight: Weight, rule: str) -> Shares:
    number = len(game.players)
    if number > MOST_PLAYERS:
        raise NoShareError(f"{rule} is worked out for up to {MOST_PLAYERS} partners")
    needs(game, list(range(1, game.everyone + 1)), rule)
    if number == 1:
        return (game.total,)
    settled = _Equations(number)
    settled.add(_row(game.everyone, number), Fraction(0), game.total)
    open_groups = {each: weight(game, each) for each in game.coalitions()}
    # Each round settles at least one group that the equations did not, so there are few rounds.
    while settled.rank < number:
        tight = _tight_groups(game, open_groups, settled)
        settled.new_round()
        for each in tight:
            settled.add(_row(each, number), open_groups[each], game.costs[each])
        settled.close_round()
        open_groups = {
            each: value
            for each, value in open_groups.items()
            if not settled.fixes(_row(each, number))
        }
    return settled.solution()


def _row(coalition: int, number: int) -> list[Fraction]:
    return [Fraction(coalition >> place & 1) for place in range(number)]


def _tight_groups(game: CostGame, groups: dict[int, Fraction], settled: "_Equations") -> list[int]:
    """One round: the groups that are tight in every split that treats the least content best."""
    from ortools.linear_solver import pywraplp

    solver = pywraplp.Solver.CreateSolver("GLOP")
    endless = solver.infinity()
    number = len(game.players)
    shares = [solver.NumVar(-endless, endless, f"x{place}") for place in range(number)]
    least = solver.NumVar(-endless, endless, "least")
    # Scaled to the joint cost, so that pence and millions are solved alike.
    scale = float(max((abs(cost) for cost in game.costs.values()), default=Fraction(1))) or 1.0
    for row, value in settled.rows():
        equation = solver.Constraint(float(value) / scale, float(value) / scale)
        for share, part in zip(shares, row, strict=True):
            equation.SetCoefficient(share, float(part))
    held = {}
    for each, weight in groups.items():
        bound = solver.Constraint(-endless, float(game.costs[each]) / scale)
        for place in range(number):
            if each >> place & 1:
                bound.SetCoefficient(shares[place], 1)
        bound.SetCoefficient(least, float(weight))
        held[each] = bound
    solver.Objective().SetCoefficient(least, 1)
    solver.Objective().SetMaximization()
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        raise NoShareError("the linear programme of the nucleolus found no answer")
    return [each for each, bound in held.items() if abs(bound.dual_value()) > _TIGHT]


class _Equations:
    """Linear equations in the shares, kept reduced, in exact fractions.

    Within a round each equation also holds the round's unknown contentment (`weight` times it);
    closing the round takes that unknown out again.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._reduced: dict[int, tuple[list[Fraction], Fraction]] = {}
        self._round: list[tuple[list[Fraction], Fraction, Fraction]] = []

    @property
    def rank(self) -> int:
        return len(self._reduced)

    def rows(self) -> list[tuple[list[Fraction], Fraction]]:
        return list(self._reduced.values())

    def new_round(self) -> None:
        self._round = []

    def add(self, row: list[Fraction], weight: Fraction, value: Fraction) -> None:
        """`row · shares + weight · contentment = value`; of weight zero it stands by itself."""
        if weight:
            self._round.append((row, weight, value))
        else:
            self._keep(row, value)

    def close_round(self) -> None:
        """Take the round's contentment out of its equations: by difference, or by what is known."""
        contentment = self._known_contentment()
        first_row, first_weight, first_value = self._round[0]
        for row, weight, value in self._round:
            if contentment is not None:
                self._keep(row, value - weight * contentment)
                continue
            ratio = weight / first_weight
            difference = [a - ratio * b for a, b in zip(row, first_row, strict=True)]
            self._keep(difference, value - ratio * first_value)
        if contentment is None:
            self._settle_what_is_left()

    def _settle_what_is_left(self) -> None:
        """The positive combination of the tight groups is fixed, and that fixes the contentment."""
        known = self._known_contentment()
        if known is not None:
            for row, weight, value in self._round:
                self._keep(row, value - weight * known)

    def _known_contentment(self) -> Fraction | None:
        """The round's contentment, where a combination of its groups is fixed by the equations.

        By duality a positive combination of the tight groups is a multiple of everyone together;
        it is found by reducing each group against the equations and then against the others.
        """
        reduced: dict[int, tuple[list[Fraction], Fraction, Fraction]] = {}
        for row, weight, value in self._round:
            left, left_value = self._reduce(row, value)
            left_weight = weight
            for pivot, (other, other_weight, other_value) in reduced.items():
                factor = left[pivot]
                if factor:
                    left = [a - factor * b for a, b in zip(left, other, strict=True)]
                    left_weight -= factor * other_weight
                    left_value -= factor * other_value
            place = next((p for p, part in enumerate(left) if part), None)
            if place is None:
                if left_weight:
                    return left_value / left_weight
                continue
            lead = left[place]
            new = ([part / lead for part in left], left_weight / lead, left_value / lead)
            for pivot, (other, other_weight, other_value) in list(reduced.items()):
                factor = other[place]
                if factor:
                    reduced[pivot] = (
                        [a - factor * b for a, b in zip(other, new[0], strict=True)],
                        other_weight - factor * new[1],
                        other_value - factor * new[2],
                    )
            reduced[place] = new
        return None

    def fixes(self, row: list[Fraction]) -> bool:
        """Whether the equations already say what a group pays."""
        return not any(self._reduce(row, Fraction(0))[0])

    def solution(self) -> Shares:
        return tuple(self._reduced[place][1] for place in range(self._number))

    def _reduce(self, row: list[Fraction], value: Fraction) -> tuple[list[Fraction], Fraction]:
        for pivot, (other, other_value) in self._reduced.items():
            factor = row[pivot]
            if factor:
                row = [a - factor * b for a, b in zip(row, other, strict=True)]
                value -= factor * other_value
        return row, value

    def _keep(self, row: list[Fraction], value: Fraction) -> None:
        left, left_value = self._reduce(row, value)
        place = next((p for p, part in enumerate(left) if part), None)
        if place is None:
            return
        lead = left[place]
        new, new_value = [part / lead for part in left], left_value / lead
        for pivot, (other, other_value) in list(self._reduced.items()):
            factor = other[place]
            if factor:
                self._reduced[pivot] = (
                    [a - factor * b for a, b in zip(other, new, strict=True)],
                    other_value - factor * new_value,
                )
        self._reduced[place] = (new, new_value)
