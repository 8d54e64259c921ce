"""Splits of a joint cost: published games, properties of fairness, and input that is wrong."""

import json
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import answered
from moothall.basics.pence import to_the_penny
from moothall.finance.sharing.fairness import better_off_alone, is_in_the_core
from moothall.finance.sharing.game import CostGame, NoShareError
from moothall.finance.sharing.nucleolus import nucleolus, per_capita_nucleolus
from moothall.finance.sharing.shapley import EXACT_UP_TO, _array, folded, shapley
from moothall.finance.sharing.solutions import RULES, SPLITS_THE_SAVING, solve
from moothall.finance.sharing.split_rules import Shares, scrb


def game_of(costs: dict[str, Any], players: str, **weights: int) -> CostGame:
    """A game whose coalitions are written as letters."""
    return CostGame(
        tuple(players),
        {sum(1 << players.index(p) for p in key): Fraction(str(v)) for key, v in costs.items()},
        {name: Fraction(value) for name, value in weights.items()},
    )


def rounded(shares: Shares, places: int = 3) -> list[float]:
    return [round(float(share), places) for share in shares]


# --- published games ----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def games(shared: Path) -> Any:
    text = (shared / "vectors" / "economics.json").read_text(encoding="utf-8")
    return json.loads(text)["cost_games"]


@pytest.mark.parametrize("rule", ["shapley", "scrb", "nucleolus", "per_capita_nucleolus"])
def test_six_swedish_towns_share_their_water(games: Any, rule: str) -> None:
    """Skåne 1982 (Young, Okada and Hashimoto, WRR 18): the nucleolus that a package gets wrong."""
    skane = games["skane_1982"]
    game = game_of(skane["cost"], skane["players"])
    expected = [skane["computed"][rule][player] for player in skane["players"]]
    assert rounded(RULES[rule](game)) == pytest.approx(expected, abs=1e-3)


def test_the_nucleolus_of_the_six_towns_beats_the_published_packages(games: Any) -> None:
    skane = games["skane_1982"]
    game = game_of(skane["cost"], skane["players"])
    peer = tuple(Fraction(str(skane["peer_bug"]["returns"][p])) for p in skane["players"])
    assert contentment(game, nucleolus(game)) > contentment(game, peer)


def test_the_shapley_value_of_the_six_towns_drives_three_of_them_out(games: Any) -> None:
    skane = games["skane_1982"]
    game = game_of(skane["cost"], skane["players"])
    assert [each.group for each in better_off_alone(game, shapley(game))] == ["H+K+L"]
    assert is_in_the_core(game, nucleolus(game))


def test_two_towns(games: Any) -> None:
    """Young's two towns: half each is more than the smaller one would pay alone."""
    towns = games["two_towns"]
    solved = solve(game_of(towns["cost"], "AB", **towns["people"]))
    shares = {each.rule: rounded(each.shares, 4) for each in solved.solutions}
    assert shares["equal"] == towns["equal_split_of_cost"]
    assert shares["weighted"] == towns["equal_per_person"]
    assert shares["proportional"] == towns["proportional_to_stand_alone"]
    for rule in SPLITS_THE_SAVING:
        assert shares[rule] == [9.5, 5.5]
    outside = {each.rule for each in solved.solutions if not each.is_in_the_core}
    assert outside == {"equal", "weighted"}
    assert "come to the same" in solved.notes[0]


def test_the_airport_game(games: Any) -> None:
    airport = games["airport_4"]
    longest = airport["cost"]
    game = CostGame(
        tuple("ABCD"),
        {m: Fraction(max(longest[i] for i in range(4) if m >> i & 1)) for m in range(1, 16)},
    )
    assert rounded(shapley(game)) == airport["shapley"]
    assert rounded(nucleolus(game), 4) == airport["nucleolus"]
    assert rounded(RULES["proportional"](game)) == airport["proportional"]


# --- properties ---------------------------------------------------------------------------------


@st.composite
def games_of(draw: Callable[..., Any], most: int = 5) -> CostGame:
    number = draw(st.integers(1, most))
    costs = draw(st.lists(st.integers(1, 10**7), min_size=2**number - 1, max_size=2**number - 1))
    names = tuple(f"council {place}" for place in range(number))
    return CostGame(
        names,
        {place + 1: Fraction(cost, 100) for place, cost in enumerate(costs)},
        {name: Fraction(draw(st.integers(1, 500_000))) for name in names},
    )


@given(game=games_of())
@settings(deadline=None)
def test_shares_always_sum_to_the_cost(game: CostGame) -> None:
    for solution in solve(game).solutions:
        assert sum(solution.shares) == game.total, solution.rule
        pence = to_the_penny(solution.shares)
        assert sum(pence) == game.total  # whole pence were given
        for share, whole in zip(solution.shares, pence, strict=True):
            assert abs(share - whole) < Fraction(1, 100)
            assert (whole * 100).denominator == 1


@given(game=games_of(4))
@settings(deadline=None)
def test_the_shapley_value_is_the_average_over_every_order_of_joining(game: CostGame) -> None:
    number = len(game.players)
    sums = [Fraction(0)] * number
    orders = list(permutations(range(number)))
    for order in orders:
        together = 0
        for place in order:
            joined = together | 1 << place
            sums[place] += game.costs[joined] - game.costs.get(together, Fraction(0))
            together = joined
    assert shapley(game) == tuple(each / len(orders) for each in sums)


@given(sizes=st.lists(st.integers(1, 9), min_size=2, max_size=5), fixed=st.integers(0, 40))
@settings(deadline=None)
def test_partners_that_are_alike_pay_alike(sizes: list[int], fixed: int) -> None:
    places = range(len(sizes))
    game = CostGame(
        tuple(f"p{place}" for place in places),
        {
            m: Fraction(fixed + sum(sizes[place] for place in places if m >> place & 1))
            for m in range(1, 2 ** len(sizes))
        },
        {f"p{place}": Fraction(size) for place, size in enumerate(sizes)},
    )
    for solution in solve(game).solutions:
        for one, other in combinations(places, 2):
            if sizes[one] == sizes[other]:
                assert solution.shares[one] == solution.shares[other], solution.rule


def contentment(
    game: CostGame, shares: Shares, weight: Callable[[int], int] = lambda _: 1
) -> list[Fraction]:
    """What every group saves by staying, least first: what the nucleolus makes largest."""
    return sorted(
        (game.costs[each] - sum((s for p, s in enumerate(shares) if each >> p & 1), Fraction(0)))
        / weight(each)
        for each in game.coalitions()
    )


@given(
    game=games_of(4),
    moves=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 10**6)),
        min_size=1,
        max_size=12,
    ),
)
@settings(deadline=None)
def test_no_move_between_partners_makes_the_least_content_group_more_content(
    game: CostGame, moves: list[tuple[int, int, int]]
) -> None:
    number = len(game.players)
    for rule, weight in ((nucleolus, lambda _: 1), (per_capita_nucleolus, int.bit_count)):
        best = rule(game)
        for giver, taker, amount in moves:
            other = list(best)
            other[giver % number] += Fraction(amount, 1000)
            other[taker % number] -= Fraction(amount, 1000)
            assert contentment(game, tuple(other), weight) <= contentment(game, best, weight)


def _concave(sizes: list[int]) -> CostGame:
    """Sharing always pays: the cost of a group grows more slowly than its size."""
    return CostGame(
        tuple(f"p{place}" for place in range(len(sizes))),
        {
            m: Fraction(100) + 10 * sum(s for p, s in enumerate(sizes) if m >> p & 1)
            for m in range(1, 2 ** len(sizes))
        },
    )


@given(sizes=st.lists(st.integers(1, 50), min_size=2, max_size=6))
@settings(deadline=None)
def test_where_sharing_always_pays_shapley_and_nucleolus_hold_everybody(sizes: list[int]) -> None:
    game = _concave(sizes)
    assert is_in_the_core(game, shapley(game))
    assert is_in_the_core(game, nucleolus(game))


def test_many_partners_are_worked_out_in_floating_point_that_agrees() -> None:
    game = _concave([place % 7 + 1 for place in range(EXACT_UP_TO)])
    assert folded(_array(game)) == pytest.approx(rounded(shapley(game), 12), rel=1e-9)
    larger = _concave([place % 7 + 1 for place in range(EXACT_UP_TO + 2)])
    solution = solve(larger, ["shapley"]).solutions[0]
    assert not solution.is_exact
    assert float(sum(solution.shares)) == pytest.approx(float(larger.total))


# --- what a rule lacks --------------------------------------------------------------------------


def test_a_coalition_that_nobody_has_priced_is_asked_for_and_never_zero() -> None:
    game = game_of({"A": 10, "B": 8, "C": 9, "ABC": 20, "AB": 15}, "ABC")
    solved = solve(game)
    assert "A+C" in solved.lacking["shapley"]
    assert {each.rule for each in solved.solutions} == {"equal", "proportional", "equal_saving"}
    assert next(e for e in solved.solutions if e.rule == "equal").is_in_the_core is None
    with pytest.raises(NoShareError, match=r"scrb needs the cost of B\+C"):
        scrb(game)


def test_sharing_that_costs_more_says_so() -> None:
    solved = solve(game_of({"A": 10, "B": 8, "AB": 20}, "AB"))
    assert any("more than each alone" in note for note in solved.notes)
    assert all(each.is_in_the_core is False for each in solved.solutions)


# --- the command --------------------------------------------------------------------------------


def run(path: Path, *more: str) -> CompletedProcess[bytes]:
    return answered("share", str(path), *more)


def test_the_command_answers_in_numbers_and_fractions(tmp_path: Path) -> None:
    path = tmp_path / "game.yaml"
    path.write_text("players: [A, B]\ncosts: {A: 11, B: 7, B+A: 15}\n", encoding="utf-8")
    done = run(path, "--rule", "all", "--json")
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert answer["rules"]["nucleolus"] == {"A": 9.5, "B": 5.5}
    assert answer["exact"]["proportional"] == {"A": "55/6", "B": "35/6"}
    assert answer["in_core"]["equal"] is False
    assert answer["better_off_alone"]["equal"][0]["group"] == "B"
    assert "weight" in answer["lacking"]["weighted"]
    assert run(path).stdout.startswith(b"A+B pay 15.00 together")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("costs: {A: 1}", "names no players"),
        ("players: [A, A]\ncosts: {A: 1}", "named twice"),
        ("players: [A, B]\ncosts: {A: 1, B: 2}", "no cost of all together"),
        ("players: [A, B]\ncosts: {A: one, B: 2, A+B: 2}", "'one' is no figure"),
        ("players: [A, B]\ncosts: {A: 1, B: 2, A+B: 2, B+A: 3}", "stands twice"),
        ("players: [A, B]\ncosts: {A: 1, B: 2, A+C: 2}", "'C' is no player"),
        ("players: [A, B]\ncost: {A: 1}", "Did you mean 'costs'"),
        ("- A\n- B", "is no cost game"),
        ("players: [" + ", ".join(f"p{n}" for n in range(30)) + "]", "At most 24"),
    ],
)
def test_a_file_that_is_no_game_names_the_line_and_the_cure(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "game.yaml"
    path.write_text(text, encoding="utf-8")
    done = run(path)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert f"{path}:" in done.stderr.decode()
