"""Words are moved under their heading by changing nobody's words but one's own."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from moothall.basics.citations import Citation
from moothall.facts.proposals import Passage
from moothall_web.writing.ordering import in_order, moved


def passages(orders: list[int]) -> list[Passage]:
    return [
        Passage(
            id=f"p{place}",
            source=Citation("ashby", "1"),
            known_on=date(2026, 1, 5),
            owner="ashby",
            proposal="archive",
            topic="background",
            text="Words.",
            order=order,
        )
        for place, order in enumerate(orders)
    ]


def ids(held: list[Passage], changes: dict[str, int]) -> list[str]:
    return [each.id for each in sorted(held, key=lambda e: changes.get(e.id, e.order))]


def test_words_are_moved_past_somebody_elses():
    held = passages([100, 100, 100])

    assert moved(held, "p0", 1, {"p0"}) is None, "p1 and p2 stay, and nothing is between them"
    assert moved(held, "p0", 1, {"p0", "p1"}) == {"p1": 99}
    assert moved(held, "p2", -1, {"p2"}) is None
    assert moved(held, "p0", 2, {"p0"}) == {"p0": 101}


def test_at_the_end_nothing_moves():
    held = passages([100, 100])

    assert moved(held, "p0", -1, {"p0"}) == {}
    assert moved(held, "p1", 1, {"p1"}) == {}


@given(st.lists(st.integers(97, 103), min_size=1, max_size=7), st.data())
def test_a_move_makes_the_wanted_order_and_touches_only_ones_own(
    orders: list[int], data: st.DataObject
):
    held = passages(orders)
    mine = data.draw(st.sets(st.sampled_from([each.id for each in held]), min_size=1))
    key, steps = data.draw(st.sampled_from(sorted(mine))), data.draw(st.sampled_from([-1, 1]))
    wanted = [each.id for each in in_order(held)]
    at = wanted.index(key)
    if 0 <= at + steps < len(wanted):
        wanted.insert(at + steps, wanted.pop(at))

    changes = moved(held, key, steps, mine)

    if changes is None:
        assert mine != {each.id for each in held}, "of one's own any order can be made"
        return
    assert changes.keys() <= mine
    assert ids(held, changes) == wanted


@given(st.lists(st.integers(98, 102), min_size=2, max_size=4), st.data())
def test_a_move_is_refused_only_where_no_orders_of_ones_own_would_do(
    orders: list[int], data: st.DataObject
):
    held = passages(orders)
    mine = data.draw(st.sets(st.sampled_from([each.id for each in held]), min_size=1))
    key, steps = data.draw(st.sampled_from(sorted(mine))), data.draw(st.sampled_from([-1, 1]))
    wanted = [each.id for each in in_order(held)]
    at = wanted.index(key)
    if moved(held, key, steps, mine) is None:
        wanted.insert(at + steps, wanted.pop(at))
        tried = [dict[str, int]()]
        for each in mine:
            tried = [one | {each: order} for one in tried for order in range(93, 108)]
        if len(tried) <= 15**3:
            assert all(ids(held, each) != wanted for each in tried)


def test_where_there_is_no_room_before_the_first_a_move_is_refused():
    held = passages([0, 0])

    assert moved(held, "p1", -1, {"p1"}) is None
    assert moved(held, "p1", -1, {"p0", "p1"}) == {"p0": 1}
