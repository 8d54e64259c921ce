"""Every rule put to one proposal and year: shares, who would rather go alone, who carries whom."""

from dataclasses import dataclass
from fractions import Fraction

from moothall.basics.pence import to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.sharing import SplitBasis
from moothall.facts.words import in_pounds, listed, name_of, names_of
from moothall.finance.agreed_splits import weights_of
from moothall.finance.priced_game import PricedGame, game_of
from moothall.finance.sharing.fairness import BetterAlone, better_off_alone, is_in_the_core
from moothall.finance.sharing.game import MOST_PLAYERS, NoShareError
from moothall.finance.sharing.solutions import SPLITS_THE_SAVING, solve
from moothall.finance.sharing.split_rules import Shares, by_weights
from moothall.finance.splits import BY_WEIGHTS, shares_by, shares_of
from moothall.finance.subsidy import GroupSubsidy, Subsidy, against_alone, carrying_groups

IN_WORDS = {
    "equal": "equal parts of the cost",
    "proportional": "in proportion to going alone",
    "equal_saving": "equal parts of the saving",
    "scrb": "separable costs (SCRB)",
    "shapley": "Shapley value",
    "nucleolus": "nucleolus",
    "per_capita_nucleolus": "nucleolus per council",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleShares:
    """What one rule asks of each council, in pounds, in the order of the councils.

    `is_exact` is False where it was worked out in floating point; `is_in_the_core` None where not
    every group is priced; `subsidies` None where somebody's cost alone is unknown.
    """

    rule: str
    in_words: str
    shares: Shares
    to_the_penny: Shares
    is_exact: bool
    is_in_the_core: bool | None
    better_off_alone: tuple[BetterAlone, ...]
    subsidies: tuple[Subsidy, ...] | None
    carrying: tuple[GroupSubsidy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The rules side by side.

    `lacking` says of a rule what it would need; `sentences` what holds of all of them, for two
    councils that the fair rules are one and the same, which is then one row.
    """

    priced: PricedGame
    authorities: tuple[str, ...]
    rules: tuple[RuleShares, ...]
    lacking: dict[str, str]
    sentences: tuple[str, ...]


def compare_rules(programme: Programme, proposal: str, year: FinancialYear) -> Comparison:
    """Put every rule, and the split in force, to the proposal's game of one year."""
    priced = game_of(programme, proposal, year)
    parties = priced.game.players
    if not priced.is_priced:
        why = f"nobody has priced or planned what {names_of(programme, parties)} pay together"
        if len(parties) > MOST_PLAYERS:
            why = f"every group is looked at for up to {MOST_PLAYERS} councils"
        return Comparison(
            priced=priced,
            authorities=parties,
            rules=(),
            lacking={"all": why},
            sentences=(),
        )
    solved = solve(priced.game, tuple(IN_WORDS))
    rows = [
        _row(priced, each.rule, IN_WORDS[each.rule], each.shares, each.is_exact)
        for each in solved.solutions
    ]
    sentences: tuple[str, ...] = ()
    fair = [row for row in rows if row.rule in SPLITS_THE_SAVING]
    if len(parties) == 2 and len({row.shares for row in fair}) == 1:
        sentences = (_for_two(programme, priced, fair),)
        rows = [row for row in rows if row.rule == fair[0].rule or row not in fair]
    lacking = dict(solved.lacking)
    for rule, words, parts, why in _of_this_proposal(programme, proposal, year):
        if why:
            lacking[rule] = why
        else:
            rows.append(_row(priced, rule, words, by_weights(priced.game.total, list(parts))))
    return Comparison(
        priced=priced,
        authorities=parties,
        rules=tuple(rows),
        lacking=lacking,
        sentences=(*sentences, *_no_saving(programme, priced)),
    )


def _row(
    priced: PricedGame, rule: str, words: str, shares: Shares, is_exact: bool = True
) -> RuleShares:
    return RuleShares(
        rule=rule,
        in_words=words,
        shares=shares,
        to_the_penny=to_the_penny(shares),
        is_exact=is_exact,
        is_in_the_core=is_in_the_core(priced.game, shares),
        better_off_alone=better_off_alone(priced.game, shares),
        subsidies=against_alone(priced, shares),
        carrying=carrying_groups(priced.game, shares),
    )


def _of_this_proposal(
    programme: Programme, proposal: str, year: FinancialYear
) -> list[tuple[str, str, Shares, str]]:
    """By gross budget, by the weights of each basis, and the split in force: parts or why not."""
    found: list[tuple[str, str, Shares, str]] = []
    latest = {
        split.basis: split
        for split in sorted(programme.splits, key=lambda each: each.since)
        if split.proposal == proposal and split.basis in BY_WEIGHTS
    }
    for basis in (*latest, SplitBasis.GROSS_BUDGET):
        try:
            weights = weights_of(latest[basis]) if basis in latest else {}
            parts = shares_by(programme, proposal, year, basis, weights)
        except NoShareError as error:
            found.append((basis, f"by {basis}", (), str(error)))
        else:
            found.append((basis, f"by {basis}", parts, ""))
    held = shares_of(programme, proposal, year)
    found.append(("in force", f"the split in force ({held.basis})", held.parts, held.lacking))
    return found


def _for_two(programme: Programme, priced: PricedGame, fair: list[RuleShares]) -> str:
    game = priced.game
    saving = game.alone(0) + game.alone(1) - game.total
    pays = listed(
        [
            f"{name_of(programme, code)} {in_pounds(share)}"
            for code, share in zip(game.players, fair[0].shares, strict=True)
        ]
    )
    rules = listed([row.in_words for row in fair])
    return (
        f"For two councils the fair rules ({rules}) come to the same: each pays what it would "
        f"alone less half of the saving, {in_pounds(saving / 2)} of {in_pounds(saving)}: {pays}."
    )


def _no_saving(programme: Programme, priced: PricedGame) -> tuple[str, ...]:
    """Where sharing costs more than all alone, no split can hold."""
    game = priced.game
    if len(game.players) < 2 or priced.unpriced_alone:
        return ()
    alone = sum((game.alone(place) for place in range(len(game.players))), Fraction(0))
    if alone >= game.total:
        return ()
    everybody, more = names_of(programme, game.players), in_pounds(game.total - alone)
    sentence = (
        f"Together {everybody} pay {more} more than each alone: there is no saving to share, and "
        "somebody is better off alone whatever the split."
    )
    return (sentence,)
