"""Expressions are compiled when first wanted, so that a fault in one must be looked for."""

import gc
import re

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.rules import ROOMS, rules_in


def test_every_expression_of_every_room_can_be_compiled() -> None:
    assert all(rules_in(room) for room in ROOMS)
    held = [each for each in gc.get_objects() if type(each) is Expression]

    assert len(held) > 2000
    assert all(each.compiled.pattern == each.pattern for each in held)


def test_an_expression_finds_what_its_pattern_finds() -> None:
    lamp, text = Expression(r"lamp(s)?", re.IGNORECASE), "Lamps, a lamp"

    assert [match.group() for match in lamp.finditer(text)] == ["Lamps", "lamp"]
    assert lamp.search(text, 5)
    assert not lamp.match(text, 5)
    assert not lamp.fullmatch(text)
    assert lamp.findall(text) == ["s", ""]
    assert lamp.sub("quay", text, count=1) == "quay, a lamp"
    assert lamp.split(text, maxsplit=1) == ["", "s", ", a lamp"]


def test_an_expression_is_compiled_once() -> None:
    lamp = Expression("lamp")
    found = lamp.search("a lamp")

    assert found is not None
    assert found.re is lamp.compiled
