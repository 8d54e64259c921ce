"""The forward pass is the best there is: held against trying every day."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.governance.planning.leads import CalendarDays
from moothall.governance.planning.network import (
    ContradictoryRulesError,
    LongestAge,
    Network,
    Node,
    Reason,
    Wait,
    in_order,
)
from moothall.governance.planning.places import AnyDay, OnDays

WHY = Reason(words="because")
START, HORIZON = 1, 10
"""Small enough that every day of every step can be tried."""

Waits = list[list[tuple[int, int]]]


def node(number: int, days: tuple[int, ...] | None, waits: list[tuple[int, int]]) -> Node:
    return Node(
        id=f"n{number}",
        authority="a",
        kind="step",
        name=f"Step {number}",
        place=AnyDay() if days is None else OnDays(days),
        place_reason=WHY,
        waits=tuple(
            Wait(after=f"n{after}", lead=CalendarDays(lead), reason=WHY) for after, lead in waits
        ),
    )


@st.composite
def networks(draw: Callable[..., object]) -> tuple[list[Node], list[tuple[int, int, int]]]:
    """Up to three steps, each on its own days, waiting for earlier ones, with ages between them."""
    size = draw(st.integers(1, 3))
    assert isinstance(size, int)
    nodes, ages = [], []
    for number in range(size):
        days = draw(
            st.none()
            | st.lists(st.integers(START, HORIZON), min_size=3, max_size=6, unique=True).map(
                lambda each: tuple(sorted(each))
            )
        )
        waits: list[tuple[int, int]] = []
        if number:
            earlier = st.tuples(st.integers(0, number - 1), st.integers(0, 3))
            waits = draw(st.lists(earlier, max_size=2))  # type: ignore[assignment]
            if draw(st.booleans()):
                ages.append((number, draw(st.integers(0, number - 1)), draw(st.integers(0, 6))))
        nodes.append(node(number, days, waits))  # type: ignore[arg-type]
    return nodes, ages  # type: ignore[return-value]


def every_answer(
    nodes: list[Node], ages: list[tuple[int, int, int]], limit: int | None = None
) -> list[tuple[int, ...]]:
    """Every choice of days that keeps every wait, place and age."""
    choices = [
        [day for day in range(START, HORIZON + 8) if each.place.first(day) == day] for each in nodes
    ]
    found = []
    at = {each.id: place for place, each in enumerate(nodes)}
    for days in product(*choices):
        kept = all(
            days[number] >= (wait.lead.first(days[at[wait.after]]) or 0)
            for number, each in enumerate(nodes)
            for wait in each.waits
        ) and all(days[later] - days[earlier] <= age for later, earlier, age in ages)
        if kept and (limit is None or days[-1] <= limit):
            found.append(days)
    return found


def with_ages(nodes: list[Node], ages: list[tuple[int, int, int]]) -> tuple[Node, ...]:
    from dataclasses import replace

    return tuple(
        replace(
            each,
            ages=tuple(
                LongestAge(earlier=f"n{earlier}", days=age, reason=WHY)
                for later, earlier, age in ages
                if later == number
            ),
        )
        for number, each in enumerate(nodes)
    )


@given(made=networks())
def test_no_answer_has_any_step_earlier_than_the_forward_pass(
    made: tuple[list[Node], list[tuple[int, int, int]]],
) -> None:
    nodes, ages = made
    answers = every_answer(nodes, ages)
    assume(answers)
    found = Network(with_ages(nodes, ages), START).forward()
    best = [min(days[number] for days in answers) for number in range(len(nodes))]
    assert [found.day[each.id] for each in nodes] == best
    assert all(found.known.values())


@given(made=networks(), limit=st.integers(START, HORIZON))
def test_no_answer_has_any_step_later_than_the_backward_pass(
    made: tuple[list[Node], list[tuple[int, int, int]]], limit: int
) -> None:
    nodes, _ = made
    latest = Network(tuple(nodes), START).backward(nodes[-1].id, limit)
    nodes = [each for each in nodes if each.id in latest]  # what the last one waits for
    needed = range(len(nodes))
    answers = every_answer(nodes, [], limit)
    if answers:
        for number in needed:
            assert latest[nodes[number].id] == max(days[number] for days in answers)
    else:
        found = Network(tuple(nodes), START).forward()
        assert any(
            (by := latest[nodes[number].id]) is None
            or not found.known[nodes[number].id]
            or by < found.day[nodes[number].id]
            for number in needed
        )


def test_steps_that_wait_for_one_another_are_named() -> None:
    ring = [node(0, None, [(1, 0)]), node(1, None, [(2, 0)]), node(2, None, [(0, 0)])]
    with pytest.raises(ContradictoryRulesError, match="Step 0, Step 1, Step 2"):
        in_order(ring)


def test_a_step_that_waits_for_itself_is_named() -> None:
    with pytest.raises(ContradictoryRulesError, match="Step 0"):
        in_order([node(0, None, [(0, 1)])])


def test_ages_that_push_each_other_on_for_ever_are_called_contradictory() -> None:
    # The later step comes five days after the earlier one, which may be only two days old by then.
    nodes = with_ages([node(0, None, []), node(1, None, [(0, 5)])], [(1, 0, 2)])
    with pytest.raises(ContradictoryRulesError, match="longest ages"):
        Network(nodes, START).forward()


def test_an_order_is_found_whatever_order_the_steps_are_given_in() -> None:
    last, first = node(1, None, [(0, 1)]), node(0, None, [])
    assert [each.id for each in in_order([last, first])] == ["n0", "n1"]


def test_a_step_without_a_day_leaves_a_floor_and_a_question() -> None:
    nodes = (node(0, (3,), []), node(1, (2,), [(0, 1)]), node(2, None, [(1, 2)]))
    found = Network(nodes, START).forward()
    assert found.known == {"n0": True, "n1": False, "n2": False}
    assert found.day["n2"] == 6
    assert "no meeting is held" in found.ask["n1"]
    assert "n2" not in found.ask
