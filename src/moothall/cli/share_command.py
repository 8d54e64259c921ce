"""`moothall share`: any cost game solved by every rule, for a person or as JSON."""

import argparse
import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

from moothall.basics.pence import to_the_penny
from moothall.files.cost_games import read_game
from moothall.files.problems import UnreadableError
from moothall.finance.sharing.solutions import RULES, Solution, Solved, solve

UNREADABLE = 2


def add_share(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    share = commands.add_parser(
        "share",
        description="Solve a cost game given what each partner and each group would pay alone.  A "
        "rule that lacks something is reported; exit 2 only where the file cannot be read.",
    )
    share.add_argument("game", type=Path, help="a YAML file with players, costs and weights")
    share.add_argument(
        "--rule",
        choices=["all", *RULES],
        default="all",
        help="one rule, or all of them (default)",
    )
    share.add_argument("--json", action="store_true", help="write JSON and nothing else")


def run_share(options: argparse.Namespace) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    try:
        game = read_game(options.game)
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNREADABLE
    solved = solve(game, tuple(RULES) if options.rule == "all" else (options.rule,))
    if options.json:
        print(json.dumps(share_json(solved), ensure_ascii=False, indent=1))
    else:
        print(_text(solved))
    return 0


def share_json(solved: Solved) -> dict[str, Any]:
    """The answer: `rules.RULE.PLAYER` in the input's unit, exact fractions, the core test."""
    players = solved.game.players
    return {
        "players": list(players),
        "cost": _number(solved.game.total),
        "rules": {each.rule: _by_player(players, each, _number) for each in solved.solutions},
        "exact": {
            each.rule: _by_player(players, each, str) for each in solved.solutions if each.is_exact
        },
        "to_the_penny": {
            each.rule: dict(zip(players, map(_number, to_the_penny(each.shares)), strict=True))
            for each in solved.solutions
        },
        "in_core": {each.rule: each.is_in_the_core for each in solved.solutions},
        "better_off_alone": {
            each.rule: [
                {
                    "group": group.group,
                    "pays": _number(group.pays),
                    "alone": _number(group.alone),
                    "loses": _number(group.loses),
                }
                for group in each.better_off_alone
            ]
            for each in solved.solutions
        },
        "lacking": solved.lacking,
        "notes": list(solved.notes),
    }


def _by_player(players: tuple[str, ...], each: Solution, how: Any) -> dict[str, Any]:
    return dict(zip(players, map(how, each.shares), strict=True))


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _text(solved: Solved) -> str:
    players = solved.game.players
    rows = [("", *players, "better off alone")]
    for each in solved.solutions:
        shares = [f"{float(share):,.2f}" for share in each.shares]
        groups = ", ".join(group.group for group in each.better_off_alone[:3])
        more = len(each.better_off_alone) - 3
        if more > 0:
            groups += f" and {more} more"
        core = "nobody" if each.is_in_the_core else "nobody that is known"
        rows.append((each.rule.replace("_", " "), *shares, groups or core))
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = [
        f"{solved.game.name(solved.game.everyone)} pay {float(solved.game.total):,.2f} together"
    ]
    for name, *cells, last in rows:
        middle = "  ".join(cell.rjust(w) for cell, w in zip(cells, widths[1:-1], strict=True))
        lines.append(f"  {name.ljust(widths[0])}  {middle}  {last}".rstrip())
    lines += [
        f"  {rule.replace('_', ' ')}: not worked out; {why}."
        for rule, why in solved.lacking.items()
    ]
    lines += list(solved.notes)
    return "\n".join(lines)
