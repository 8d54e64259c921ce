"""Many proposals and few meetings: exact where it says so, feasible always."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exhaustive import exhaustive
from invented import write
from many_councils import AS_AT, many_councils
from moothall.cli.portfolio_command import add_portfolio, run_portfolio
from moothall.facts.bodies import Body, BodyKind, Power
from moothall.facts.decisions import MeetingStatus, Step, StepKind
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.governance.planning.joint import LIVE, network_of
from moothall.governance.planning.places import OnDays
from moothall.governance.planning.planner import plan_of
from moothall.governance.portfolio import relaxed, search, solution
from moothall.governance.portfolio.answer import Portfolio
from moothall.governance.portfolio.greedy import Places, earliest, greedy
from moothall.governance.portfolio.items import Item, items_of
from moothall.governance.portfolio.limits import Limits, limits_of
from moothall.governance.portfolio.load import Load
from moothall.governance.portfolio.portfolio import portfolio_of
from moothall.law.calendar import WorkingDays
from moothall.law.clear_days import Count, latest_publication
from moothall.law.law import Law

Days = dict[str, int]
"""The day (an ordinal) of each step that takes a meeting, by its node."""
REPORT_LEAD = 5
"""Working days that the invented councils want a final report before its papers are published."""


def of(programme: Programme, **more: object) -> Portfolio:
    """Its portfolio, without what more room would gain, which takes most of the time."""
    settings = {"seconds": 10, "with_gains": False} | more
    return portfolio_of(programme, read_law(), AS_AT, **settings)  # type: ignore[arg-type]


# --- the answer held against the planner, meeting by meeting -----------------------------------


def kept(programme: Programme, proposal: str, days: Days) -> int | None:
    """The day on which a proposal is live if its steps are taken on these days; None if they
    cannot be: then the planner itself, held back to these days, comes to others."""
    joint = network_of(programme, read_law(), programme.proposal(proposal), AS_AT)
    found = joint.network.forward(days)
    return found.day[LIVE] if all(found.day[key] == day for key, day in days.items()) else None


def meeting_nodes(programme: Programme, proposal: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The steps of a proposal that take a meeting, with the days of the meetings."""
    joint = network_of(programme, read_law(), programme.proposal(proposal), AS_AT)
    for node in joint.network.nodes:
        if isinstance(node.place, OnDays) and node.fixed is None:
            yield node.id, node.place.days


def carried(programme: Programme, proposal: str, days: Days) -> tuple[int, int] | None:
    """From the first final report to the last decision, counted by the law's own day sums."""
    stream = programme.proposal(proposal).workstream
    if all(each.at_once is None for each in programme.workstreams if each.id == stream):
        return None
    decisions = [date.fromordinal(day) for key, day in days.items() if key.endswith("decision")]
    working = WorkingDays()
    papers = [latest_publication(day, 5, Count.WORKING, working)[0] for day in decisions]
    reports = []
    for day in papers:
        report = day
        for _ in range(REPORT_LEAD):
            report = working.on_or_before(report - timedelta(days=1))
        reports.append(report.toordinal())
    return min(reports), max(day.toordinal() for day in decisions)


def within_limits(programme: Programme, chosen: dict[str, Days]) -> bool:
    """Whether agendas and officers can take that, counted day by day."""
    bodies = {f"{step.authority}:{step.id}": step.body for step in programme.steps}
    taken = Counter(
        place
        for days in chosen.values()
        for place in {(bodies[key], day) for key, day in days.items()}
    )
    held = Counter((m.body, m.held_on.toordinal()) for m in programme.meetings)
    for body in programme.bodies:
        for (where, day), items in taken.items():
            most = body.items_at_most if where == body.id else None
            if most is not None and items > most * held[where, day]:
                return False
    for stream in programme.workstreams:
        load: Counter[int] = Counter()
        for proposal, days in chosen.items():
            if programme.proposal(proposal).workstream == stream.id and stream.at_once is not None:
                first, last = carried(programme, proposal, days) or (0, -1)
                load.update(range(first, last + 1))
        if stream.at_once is not None and max(load.values(), default=0) > stream.at_once:
            return False
    return True


def chosen_in(answer: Portfolio) -> dict[str, Days]:
    return {
        placed.proposal: {
            f"{taken.authority}:{taken.step}": taken.on.toordinal() for taken in placed.meetings
        }
        for placed in answer.placed
    }


def assert_holds(programme: Programme, answer: Portfolio) -> None:
    """Every lead, agenda and officer is respected, and the answer's own sums are right."""
    chosen = chosen_in(answer)
    assert within_limits(programme, chosen)
    for placed in answer.placed:
        assert kept(programme, placed.proposal, chosen[placed.proposal]) == (
            placed.not_before.toordinal()
        )
        span = carried(programme, placed.proposal, chosen[placed.proposal])
        assert placed.carried == (span and tuple(date.fromordinal(day) for day in span))
    assert answer.total_days == sum((each.not_before - AS_AT).days for each in answer.placed)
    assert answer.bound_days <= answer.total_days
    assert not answer.is_proven or answer.bound_days == answer.total_days


def best_by_trying(programme: Programme) -> tuple[int, int]:
    """How many can be placed at most, and the least sum of days for so many."""
    options: list[list[tuple[str, Days, int] | None]] = []
    for proposal in programme.proposals:
        nodes = list(meeting_nodes(programme, proposal.id))
        mine: list[tuple[str, Days, int] | None] = [None]
        for days in product(*(days for _, days in nodes)):
            taken = dict(zip((key for key, _ in nodes), days, strict=True))
            live = kept(programme, proposal.id, taken)
            if live is not None:
                mine.append((proposal.id, taken, live - AS_AT.toordinal()))
        options.append(mine)
    best = (0, 0)
    for several in product(*options):
        placed = [each for each in several if each is not None]
        reached = (-len(placed), sum(live for _, _, live in placed))
        if reached < best and within_limits(programme, {key: days for key, days, _ in placed}):
            best = reached
    return -best[0], best[1]


@cache
def tiny(
    councils: int,
    meetings: int,
    packages: int,
    scrutiny: int | None,
    cabinet: int | None,
    at_once: int | None,
    unlike: bool = False,
) -> Programme:
    """A programme so small that every answer can be tried: the last meetings of each body only."""
    held = many_councils(
        councils,
        meetings,
        packages,
        scrutiny_takes=scrutiny,
        cabinet_takes=cabinet,
        at_once=at_once,
    )
    order = -1 if unlike else 1  # whose decision comes last must not depend on who is named last
    one_stream = tuple(
        replace(each, workstream="stream-0", parties=each.parties[::order])
        for each in held.proposals
    )
    # The second listens for some weeks before, the third is not scrutinised at all.
    quick = tuple(
        step
        for step in held.steps
        if step.kind is StepKind.DECISION
        or (step.kind is StepKind.SCRUTINY and (unlike is False or "package-03" not in step.id))
        or (step.kind is StepKind.LISTENING and unlike and "package-02" in step.id)
    )
    return replace(held, proposals=one_stream, steps=quick)


TINY = st.tuples(
    st.integers(1, 2),
    st.integers(3, 4),
    st.integers(1, 3),
    *[st.sampled_from([None, 1, 2])] * 3,
    st.booleans(),
)
"""What `tiny` takes, rather than what it makes: an example is then one line."""


@given(size=TINY)
@settings(deadline=None, max_examples=25)
@exhaustive
def test_the_search_finds_the_best_of_all_answers(size: tuple[int, ...]) -> None:
    programme = tiny(*size)
    answer = of(programme)
    placed, days = best_by_trying(programme)
    assert (len(answer.placed), answer.total_days) == (placed, days)
    assert answer.is_proven
    assert_holds(programme, answer)


def last_come_first_served(items: Sequence[Item], limits: Limits) -> Places:
    """A poor answer to begin from."""
    load, found = Load(limits), Places()
    for item in sorted(items, key=lambda each: (-each.live, each.proposal)):
        places = earliest(item, load)
        if places is not None:
            found[item.proposal] = places
            load.add(item, places)
    return found


@contextmanager
def made_to_search(*, relaxed_first: bool) -> Iterator[None]:
    """From a poor beginning, and without the bounds that would make a search needless."""
    with ExitStack() as without:
        put = without.enter_context
        put(patch.object(solution, "reordered", last_come_first_served))
        put(patch.object(solution, "bound_by_counting", lambda *_: -(10**6)))
        put(patch.object(solution, "most_by_counting", lambda items, _: len(items)))
        if not relaxed_first:
            put(patch.object(relaxed, "relaxed_bound", lambda *_: None))
        yield


@pytest.mark.parametrize("relaxed_first", [True, False])
@given(size=TINY)
@settings(deadline=None, max_examples=25)
def test_the_search_alone_finds_the_best_from_a_poor_beginning(
    relaxed_first: bool, size: tuple[int, ...]
) -> None:
    programme = tiny(*size)
    with made_to_search(relaxed_first=relaxed_first):
        answer = of(programme)
    placed, days = best_by_trying(programme)
    assert (len(answer.placed), answer.total_days) == (placed, days)
    assert answer.is_proven
    assert answer.method == "CP-SAT"
    assert_holds(programme, answer)


@given(size=TINY)
@settings(deadline=None, max_examples=25)
def test_the_simple_answer_can_be_held_to_and_never_beats_the_bound(size: tuple[int, ...]) -> None:
    programme = tiny(*size)
    simple = of(programme, may_search=False)
    assert_holds(programme, simple)
    placed, days = best_by_trying(programme)
    assert len(simple.placed) <= placed
    if len(simple.placed) == placed:
        assert simple.bound_days <= days <= simple.total_days


SMALL = st.fixed_dictionaries(
    {
        "councils": st.integers(1, 3),
        "meetings": st.integers(6, 12),
        "packages": st.integers(2, 8),
        "scrutiny_takes": st.sampled_from([None, 1, 3]),
        "cabinet_takes": st.sampled_from([None, 1, 3]),
        "at_once": st.sampled_from([None, 1, 2]),
    }
)


@given(size=SMALL, may_search=st.booleans())
@settings(deadline=None, max_examples=15)
def test_every_answer_keeps_every_lead_agenda_and_officer(
    size: dict[str, int], may_search: bool
) -> None:
    programme = many_councils(**size)
    answer = of(programme, may_search=may_search, seconds=3)
    assert_holds(programme, answer)
    named = {each.proposal for each in (*answer.placed, *answer.not_placed)}
    assert named == {proposal.id for proposal in programme.proposals}


@given(size=SMALL)
@settings(deadline=None, max_examples=6)
def test_two_runs_give_the_same_answer(size: dict[str, int]) -> None:
    programme = many_councils(**size)
    first, second = of(programme), of(programme)
    if "the clock" not in (first.stopped_by, second.stopped_by):
        assert first == second


def test_one_proposal_takes_the_planners_earliest_route(law: Law) -> None:
    programme = many_councils(3, 12, 1, scrutiny_takes=1, cabinet_takes=1)
    plan = plan_of(programme, law, programme.proposals[0], AS_AT)
    (placed,) = of(programme).placed
    assert placed.live_on == plan.live_on
    assert placed.waits == 0
    decided = {each.authority: each.on for each in placed.meetings if each.kind == "decision"}
    assert decided == {council.authority: council.decides_on for council in plan.councils}


def test_without_limits_every_proposal_goes_as_if_it_were_alone() -> None:
    answer = of(many_councils(2, 12, 9))
    assert answer.is_proven
    assert all(placed.waits == 0 and placed.live_on == placed.alone_on for placed in answer.placed)


def test_a_council_whose_decision_waits_for_anothers_anyway_decides_close_to_it() -> None:
    # Town 1 sits once more, late; town 2 has every meeting, and could decide months before.
    programme = tiny(2, 8, 1, None, None, None)
    late = [m for m in programme.meetings if m.body == "town-1-cabinet"][-1]
    meetings = tuple(m for m in programme.meetings if m.body != "town-1-cabinet" or m is late)
    (placed,) = of(replace(programme, meetings=meetings)).placed
    assert placed.live_on == placed.alone_on
    assert placed.spread_days == 26
    town_2 = [m.held_on for m in programme.meetings if m.body == "town-2-cabinet"]
    decided = {t.authority: t.on for t in placed.meetings if t.kind == "decision"}
    assert decided["town-2"] == max(day for day in town_2 if day <= late.held_on)


# --- limits --------------------------------------------------------------------------------------


def test_a_scrutiny_committee_that_takes_one_item_sends_the_next_to_its_next_meeting() -> None:
    programme = tiny(1, 8, 3, 1, None, None)
    days = sorted(
        taken.on
        for placed in of(programme).placed
        for taken in placed.meetings
        if taken.kind == "scrutiny"
    )
    held = [m.held_on for m in programme.meetings if m.body == "town-1-scrutiny"]
    assert days == [day for day in held if day >= days[0]][:3]


def test_a_lead_who_carries_one_proposal_at_a_time_has_no_two_between_report_and_decision() -> None:
    programme = tiny(2, 10, 3, None, None, 1)
    spans = sorted(placed.carried or (AS_AT, AS_AT) for placed in of(programme).placed)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    freer = of(tiny(2, 10, 3, None, None, 3))
    assert freer.total_days < of(programme).total_days


def test_two_meetings_of_a_body_on_one_day_take_twice_as_many_items() -> None:
    programme = tiny(1, 6, 2, 1, 2, None)
    again = [replace(m, id=f"{m.id}-again") for m in programme.meetings if "scrutiny" in m.body]
    twice = replace(programme, meetings=(*programme.meetings, *again))
    cancelled = [replace(m, status=MeetingStatus.CANCELLED) for m in again]
    once = replace(programme, meetings=(*programme.meetings, *cancelled))
    assert sum(placed.waits for placed in of(programme).placed) > 0
    assert sum(placed.waits for placed in of(twice).placed) == 0
    assert of(once) == of(programme)


def test_a_cancelled_meeting_takes_nothing() -> None:
    programme = tiny(1, 6, 1, 1, 1, None)
    (placed,) = of(programme).placed
    decided = placed.meetings[-1]
    cancelled = [
        replace(m, status=MeetingStatus.CANCELLED)
        if (m.body, m.held_on) == (decided.body, decided.on)
        else m
        for m in programme.meetings
    ]
    (later,) = of(replace(programme, meetings=tuple(cancelled))).placed
    assert later.meetings[-1].on > decided.on


def test_what_both_councils_put_to_one_joint_committee_is_one_item() -> None:
    programme = tiny(2, 6, 2, None, None, None)
    joint = Body(
        id="joint",
        name="Joint scrutiny committee",
        kind=BodyKind.SCRUTINY,
        power=Power.SCRUTINISES,
        items_at_most=1,
        source=programme.bodies[0].source,
        known_on=programme.bodies[0].known_on,
        owner="programme",
    )
    meets = [
        replace(
            programme.meetings[0],
            id=f"joint-{days}",
            body="joint",
            held_on=AS_AT + timedelta(days=days),
        )
        for days in (16, 30)
    ]
    steps = tuple(
        replace(step, body="joint") if step.kind is StepKind.SCRUTINY else step
        for step in programme.steps
    )
    programme = replace(
        programme,
        bodies=(*programme.bodies, joint),
        meetings=(*programme.meetings, *meets),
        steps=steps,
    )
    for may_search in (False, True):
        answer = of(programme, may_search=may_search)
        assert [len(placed.meetings) for placed in answer.placed] == [4, 4]
        assert_holds(programme, answer)
    with made_to_search(relaxed_first=False):
        searched = of(programme)
    assert searched.is_proven
    assert searched.total_days == answer.total_days


def assessed_by_a_panel(days: list[date], longest: str) -> Programme:
    """Two proposals whose equality assessment a panel takes, and a cabinet that takes one item."""
    programme = tiny(1, 8, 2, None, 1, None)
    panel = replace(
        programme.bodies[0], id="panel", name="Equality panel", kind=BodyKind.OTHER, items_at_most=2
    )
    meets = [
        replace(programme.meetings[0], id=f"panel-{day}", body="panel", held_on=day) for day in days
    ]
    assessed = [
        replace(
            step, id=f"{step.proposal}-assessed", kind=StepKind.EQUALITY_ASSESSMENT, body="panel"
        )
        for step in programme.steps
        if step.kind is StepKind.SCRUTINY
    ]
    town = programme.authorities[0]
    rule = replace(town.rules[0], rule="equality_assessment_longest_age", value=longest)
    return replace(
        programme,
        authorities=(replace(town, rules=(*town.rules, rule)),),
        bodies=(*programme.bodies, panel),
        meetings=(*programme.meetings, *meets),
        steps=(*programme.steps, *assessed),
    )


def test_an_assessment_is_never_older_than_it_may_be_when_the_decision_is_put_off() -> None:
    # The cabinet takes one of them in March and one four weeks later; the panel meets early only.
    early = [date(2026, 1, 20)]
    fresh = of(assessed_by_a_panel(early, "366"))
    assert len(fresh.placed) == 2
    waits = max((placed.meetings[-1].on - early[0]).days for placed in fresh.placed)
    aged = assessed_by_a_panel(early, str(waits - 1))
    answer = of(aged)
    assert [len(answer.placed), len(answer.not_placed)] == [1, 1]
    assert answer.is_proven
    # Where the panel meets again, the one that waits is assessed then.
    again = assessed_by_a_panel([*early, early[0] + timedelta(days=7)], str(waits - 1))
    for may_search in (False, True):
        answer = of(again, may_search=may_search)
        assert len(answer.placed) == 2
        assert_holds(again, answer)
        days = {t.on for p in answer.placed for t in p.meetings if t.body == "panel"}
        assert days == {early[0], early[0] + timedelta(days=7)}


def test_the_simple_answer_itself_puts_an_assessment_off_that_would_be_too_old() -> None:
    early = date(2026, 1, 20)
    programme = assessed_by_a_panel([early, early + timedelta(days=7)], "85")
    limits = limits_of(programme)
    items = items_of(programme, read_law(), AS_AT, limits)
    found = greedy(items, limits)
    assert all(item.keeps_its_leads(found[item.proposal]) for item in items)
    assert sorted(found.values()) == [(0, 0), (1, 1)]  # panel and cabinet, place by place


# --- what does not fit, and what is wrong --------------------------------------------------------


def test_more_proposals_than_places_are_named_with_what_they_lack() -> None:
    programme = tiny(1, 4, 3, None, 1, None)
    for may_search in (False, True):
        answer = of(programme, may_search=may_search)
        assert len(answer.placed) == 2
        (left,) = answer.not_placed
        assert left.proposal not in {placed.proposal for placed in answer.placed}
        assert "Cabinet of town-1 has 2 places for 3 proposals" in left.why
        assert answer.is_proven  # by counting, so without any search


def test_a_body_that_takes_nothing_leaves_nothing_placed_and_says_so() -> None:
    answer = of(tiny(2, 5, 2, 0, None, None))
    assert not answer.placed
    assert [left.why for left in answer.not_placed] == [
        "Scrutiny of town-1 takes none of the programme's items"
    ] * 2
    assert (answer.total_days, answer.gap) == (0, 0.0)


def test_a_lead_who_carries_nothing_leaves_nothing_placed_and_says_so() -> None:
    answer = of(tiny(1, 5, 2, None, None, 0))
    assert not answer.placed
    assert "the lead of Stream 0 carries at most 0 at a time" in answer.not_placed[0].why


def test_fewer_than_no_items_is_no_limit() -> None:
    body = many_councils(1, 3).bodies[0]
    with pytest.raises(ValueError, match="-1 items"):
        replace(body, items_at_most=-1)
    stream = many_councils(1, 3).workstreams[0]
    with pytest.raises(ValueError, match="-2 proposals"):
        replace(stream, at_once=-2)


def test_a_body_without_meetings_is_asked_for_its_calendar() -> None:
    programme = tiny(2, 5, 2, 1, 1, None)
    held = tuple(m for m in programme.meetings if m.body != "town-2-cabinet")
    answer = of(replace(programme, meetings=held))
    assert not answer.placed
    for left in answer.not_placed:
        assert "On which days does Cabinet of town-2 meet" in left.why
        assert left.why in left.ask


def test_a_proposal_that_nobody_decides_is_asked_about_and_the_others_are_placed() -> None:
    programme = tiny(1, 5, 2, 1, 1, None)
    steps = tuple(
        step
        for step in programme.steps
        if (step.proposal, step.kind) != ("package-01", StepKind.DECISION)
    )
    answer = of(replace(programme, steps=steps))
    assert [placed.proposal for placed in answer.placed] == ["package-02"]
    assert [left.proposal for left in answer.not_placed] == ["package-01"]
    assert "Which body of Town-1 Borough Council decides this" in answer.not_placed[0].why


def test_steps_that_wait_for_each_other_are_named_and_the_others_are_placed() -> None:
    programme = tiny(1, 5, 2, 1, 1, None)

    def after(step: Step) -> Step:
        if step.id == "package-01-town-1-scrutiny":
            return replace(step, after=("package-01-town-1-decision",))
        return step

    answer = of(replace(programme, steps=tuple(map(after, programme.steps))))
    assert [placed.proposal for placed in answer.placed] == ["package-02"]
    why = answer.not_placed[0].why
    assert "wait for each other" in why
    assert "Decision" in why
    assert "Scrutiny" in why


def test_an_empty_programme_has_an_empty_portfolio() -> None:
    answer = of(replace(many_councils(1, 3), proposals=(), steps=(), key_decision_tests=()))
    assert answer.placed == answer.not_placed == ()
    assert answer.is_proven


# --- what is not known, and what is not installed ------------------------------------------------


def test_where_a_councils_rule_is_unknown_the_least_it_can_be_is_taken_and_said() -> None:
    programme = many_councils(2, 10, 3, cabinet_takes=1, all_known=False)
    answer = of(programme)
    assert not answer.is_known
    assert answer.ask
    assert all(placed.live_on is None and placed.ask for placed in answer.placed)
    known = of(many_councils(2, 10, 3, cabinet_takes=1))
    assert known.is_known
    assert answer.total_days < known.total_days
    alone = many_councils(2, 10, 1, all_known=False)
    plan = plan_of(alone, read_law(), alone.proposals[0], AS_AT)
    assert [placed.not_before for placed in of(alone).placed] == [plan.live_not_before]


def test_without_the_solver_the_simple_answer_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    programme = many_councils(2, 12, 8, scrutiny_takes=1, cabinet_takes=1, at_once=1)
    monkeypatch.setattr(solution, "can_search", lambda: False)
    answer = of(programme)
    assert "pip install 'moothall[optimise]'" in answer.needs
    assert not answer.is_proven
    assert "earliest first" in answer.method
    assert_holds(programme, answer)
    monkeypatch.undo()
    assert search.can_search()
    searched = of(programme)
    assert not searched.needs
    assert searched.total_days <= answer.total_days
    assert searched.bound_days > answer.bound_days


def test_a_search_that_may_take_no_time_still_answers_with_a_bound() -> None:
    programme = many_councils(2, 24, 20, scrutiny_takes=1, cabinet_takes=1, at_once=1)
    answer = of(programme, seconds=0.01)
    assert answer.stopped_by
    assert not answer.is_proven
    assert 0 < answer.bound_days < answer.total_days
    assert_holds(programme, answer)


# --- what more room would gain -------------------------------------------------------------------


def test_one_more_place_where_the_queue_is_gains_the_days_that_others_wait() -> None:
    answer = of(tiny(1, 8, 3, None, 1, None), with_gains=True)
    assert {gain.limit for gain in answer.gains} == {"town-1-cabinet"}
    # Three in a row, four weeks apart: with two places at each meeting the second need not wait,
    # and the third waits for one meeting, not two.
    wider = next(gain for gain in answer.gains if "takes 2 items" in gain.what)
    assert wider.days == answer.total_days - of(tiny(1, 8, 3, None, 2, None)).total_days
    assert wider.days in (56, 57)  # a bank holiday can lie in a call-in
    extra = next(gain for gain in answer.gains if "extra meeting" in gain.what)
    assert 0 < extra.days < wider.days


def test_a_place_more_can_be_a_proposal_more() -> None:
    answer = of(tiny(1, 4, 3, None, 1, None), with_gains=True)
    assert answer.gains[0].more_placed == 1


def test_what_is_full_is_said_and_what_is_not_is_not() -> None:
    answer = of(tiny(1, 8, 3, 3, 1, None))
    scrutiny, cabinet = answer.bodies
    assert (scrutiny.taken, scrutiny.places, cabinet.taken, cabinet.places) == (3, 24, 3, 8)
    assert len(cabinet.full_on) == 3
    assert cabinet.full_on == tuple(
        sorted(t.on for p in answer.placed for t in p.meetings if t.kind == "decision")
    )


# --- the command ---------------------------------------------------------------------------------


def command(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_portfolio(parser.add_subparsers(dest="command"))
    return run_portfolio(parser.parse_args(["portfolio", *arguments]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write(tmp_path / "three-towns")
    bodies = (made / "bodies.yaml").read_text(encoding="utf-8")
    limited = bodies.replace("power: decides\n", "power: decides\n  items_at_most: '1'\n")
    (made / "bodies.yaml").write_text(limited, encoding="utf-8")
    return made


def test_the_command_says_who_meets_when_and_whether_it_is_proven(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(str(folder), "--as-at", "2026-01-12") == 0
    told = capsys.readouterr()
    assert "SYNTHETIC DATA" in told.out
    assert "Wed 10 Jun 2026  Ashby Executive: Decision" in told.out
    assert "Proven: no answer is better" in told.out
    assert "Ashby Executive: 1 of 1 place taken at 1 meeting; full on 2026-06-10" in told.out
    assert "Ask: " in told.out  # Combe's call-in is unknown
    assert "1 of 1 placed" in told.err


def test_the_command_gives_the_same_as_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(str(folder), "--as-at", "2026-01-12", "--json", "--seconds", "5") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["is_proven"] is True
    assert answer["placed"][0]["live_on"] is None
    assert answer["placed"][0]["meetings"][0]["on"] == "2026-06-10"
    assert answer["total_days"] == answer["bound_days"]


def test_the_command_refuses_a_folder_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(str(tmp_path / "nothing")) == 2
    assert "nothing was planned" in capsys.readouterr().err


def test_the_command_refuses_an_endless_search(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command("folder", "--seconds", "0")
    assert "write a whole number from 1" in capsys.readouterr().err
