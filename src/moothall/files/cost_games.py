"""A cost game from a YAML file: players, what each coalition would pay, weights if there are any.

players: [A, B]
costs: {A: 11, B: 7, A+B: 15}
weights: {A: 36000, B: 12000}
"""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from moothall.basics.figures import read_figure
from moothall.files.problems import UnreadableError, did_you_mean
from moothall.files.texts import Text, read_text
from moothall.finance.sharing.game import MOST_PLAYERS, CostGame


def read_game(path: Path) -> CostGame:
    """Read a cost game.  Raises UnreadableError with every problem and its line."""
    text = read_text(path, str(path))
    if text.problems:
        raise UnreadableError(text.problems)
    content = text.content
    if not isinstance(content, dict):
        text.complain(1, "is no cost game", "Write `players:` and `costs:`.")
        raise UnreadableError(text.problems)
    for key in content.keys() - {"players", "costs", "weights", "unit", "name", "source"}:
        known = {"players", "costs", "weights", "unit", "name", "source"}
        text.complain(text.line((key,)), f"{key!r} is no part of a game", did_you_mean(key, known))
    players = _players(text, content.get("players"))
    costs = _costs(text, content.get("costs"), players)
    weights = _numbers(text, content.get("weights") or {}, "weights")
    for name in weights.keys() - set(players):
        text.complain(
            text.line(("weights", name)), f"{name!r} is no player", did_you_mean(name, players)
        )
    everyone = (1 << len(players)) - 1
    if players and not text.problems and everyone not in costs:
        text.complain(
            text.line(("costs",)),
            f"holds no cost of all together ({'+'.join(players)})",
            "Give what all pay together: it is what the rules split.",
        )
    if text.problems:
        raise UnreadableError(text.problems)
    return CostGame(players=tuple(players), costs=costs, weights=weights)


def _players(text: Text, content: Any) -> list[str]:
    line = text.line(("players",))
    if not isinstance(content, list) or not content:
        text.complain(line, "names no players", "Write `players: [A, B]`.")
        return []
    names = [str(name).strip() for name in content]
    for name in names:
        if not name or "+" in name:
            text.complain(
                line, f"{name!r} is no name of a player", "A name is not empty, has no +."
            )
    for name in {name for name in names if names.count(name) > 1}:
        text.complain(line, f"{name!r} is named twice", "Name each player once.")
    if len(names) > MOST_PLAYERS:
        text.complain(line, f"names {len(names)} players", f"At most {MOST_PLAYERS} can be held.")
        return []
    return names


def _costs(text: Text, content: Any, players: list[str]) -> dict[int, Fraction]:
    bits = {name: 1 << place for place, name in enumerate(players)}
    costs: dict[int, Fraction] = {}
    for key, value in _numbers(text, content, "costs").items():
        members = [part.strip() for part in key.split("+")]
        line = text.line(("costs", key))
        strangers = [name for name in members if name not in bits]
        if strangers or len(set(members)) < len(members):
            what = f"{strangers[0]!r} is no player" if strangers else "names a player twice"
            text.complain(line, f"{key!r}: {what}", did_you_mean(members[0], players))
            continue
        coalition = sum(bits[name] for name in members)
        if coalition in costs:
            text.complain(line, f"{key!r} stands twice, in another order", "Keep one of the two.")
        costs[coalition] = value
    return costs


def _numbers(text: Text, content: Any, part: str) -> dict[str, Fraction]:
    if not isinstance(content, dict):
        text.complain(text.line((part,)), f"{part} is no mapping", "Write {A: 11, B: 7, A+B: 15}.")
        return {}
    found: dict[str, Fraction] = {}
    for key, written in content.items():
        try:
            value: Decimal = read_figure(str(written)).value
        except ValueError as error:
            text.complain(text.line((part, key)), f"{part}, {key}: {error}")
            continue
        found[str(key)] = Fraction(value)
    return found
