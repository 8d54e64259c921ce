"""The planner on councils: exact, explained, and honest about what it does not know."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from towns_meeting import (
    AS_AT,
    COMMON,
    body,
    council,
    deciding,
    meetings,
    monthly,
    programme,
    step,
    with_meeting,
    with_steps,
)

from moothall.basics.dates import read_written_date
from moothall.facts.agreements import Agreement, OfficerConsulted, WorkforceChange
from moothall.facts.agreements import Power as AgreementPower
from moothall.facts.authority import GovernanceModel, GovernancePeriod, Recess
from moothall.facts.bodies import BodyKind, Power
from moothall.facts.decisions import Answer, Condition, Decision, MeetingStatus, StepKind
from moothall.facts.programme import Programme
from moothall.governance.planning.plan import Plan, PlannedStep
from moothall.governance.planning.planner import back_plan, plan_of
from moothall.governance.timetable import joint_route
from moothall.law.calendar import WorkingDays
from moothall.law.call_in import effective_from
from moothall.law.clear_days import Count, clear_days
from moothall.law.law import Law

JANUARY = date(2026, 1, 20)


def planned(held: Programme, law: Law, **more: Any) -> Plan:
    return plan_of(held, law, held.proposals[0], AS_AT, **more)


def step_of(plan: Plan, kind: str, authority: str = "") -> PlannedStep:
    return next(s for s in plan.steps if s.kind == kind and authority in ("", s.authority))


@pytest.fixture
def two_councils() -> Programme:
    return programme(
        [council("ashby"), council("brae")],
        [
            deciding("ashby", monthly(JANUARY, 12), scrutiny=monthly(date(2026, 1, 15), 12)),
            deciding("brae", monthly(date(2026, 1, 28), 12, every=35)),
        ],
        key=Answer.YES,
    )


# --- the earliest route -------------------------------------------------------------------------


def test_the_earliest_decision_is_the_first_meeting_behind_its_clear_days(
    two_councils: Programme, law: Law
) -> None:
    plan = planned(two_councils, law)
    ashby, brae = plan.councils
    # Notice on Mon 12 Jan 2026: 28 clear days lead to Tue 10 Feb; Ashby's cabinet meets on 17 Feb,
    # Brae's on 4 Mar.
    assert ashby.decides_on == date(2026, 2, 17)
    assert brae.decides_on == date(2026, 3, 4)
    # Published two working days later (Fri 6 Mar), five working days of call-in to Fri 13 Mar.
    assert brae.effective_on == date(2026, 3, 14)
    assert plan.live_on == date(2026, 3, 14)
    assert plan.starts_on == date(2026, 3, 16)  # signed on a working day
    assert plan.spread_days == 15
    assert plan.is_proven


DAYS = st.lists(st.integers(1, 400), min_size=1, max_size=25, unique=True)


@given(first=DAYS, second=DAYS, scrutiny=DAYS, key=st.sampled_from(list(Answer)))
@settings(deadline=None)
def test_no_combination_of_meetings_is_earlier(
    law: Law, first: list[int], second: list[int], scrutiny: list[int], key: Answer
) -> None:
    """Against the law's own day sums, for every meeting of every body."""

    def on(days: list[int]) -> list[date]:
        return [AS_AT + timedelta(days=day) for day in days]

    held = programme(
        [council("ashby"), council("brae")],
        [deciding("ashby", on(first), scrutiny=on(scrutiny)), deciding("brae", on(second))],
        key=key,
    )
    plan = planned(held, law)

    def may_decide(day: date, after: date | None) -> bool:
        notice = key is Answer.NO or clear_days(AS_AT, day, Count.CALENDAR) >= 28
        papers = clear_days(AS_AT, day, Count.WORKING) >= 5
        return notice and papers and (after is None or day > after)

    heard = [d for d in sorted(on(scrutiny)) if clear_days(AS_AT, d, Count.WORKING) >= 5]
    ashby = [d for d in sorted(on(first)) if heard and may_decide(d, heard[0])]
    brae = [d for d in sorted(on(second)) if may_decide(d, None)]
    assert plan.councils[0].decides_on == (ashby[0] if ashby else None)
    assert plan.councils[1].decides_on == (brae[0] if brae else None)
    if ashby and brae:
        days = [
            effective_from(WorkingDays().add(d, 2), 5, count_publication_day=False)
            for d in (ashby[0], brae[0])
        ]
        assert plan.live_on == max(days)
    else:
        assert plan.live_on is None
        assert plan.ask


def test_as_planned_the_day_of_effect_is_that_of_the_route(
    law: Law, two_councils: Programme
) -> None:
    chosen = {"ashby": "ashby-cabinet-2026-05-12", "brae": "brae-cabinet-2026-04-08"}
    held = replace(
        two_councils,
        steps=tuple(
            replace(s, meeting=chosen[s.authority]) if s.kind is StepKind.DECISION else s
            for s in two_councils.steps
        ),
    )
    plan = planned(held, law, as_planned=True)
    route = joint_route(held, law, held.proposals[0], AS_AT)
    assert [c.decides_on for c in plan.councils] == [a.decides_on for a in route.authorities]
    assert [c.effective_on for c in plan.councils] == [a.effective_on for a in route.authorities]
    assert plan.live_on == route.live_on
    assert plan.spread_days == route.decisions_apart


def test_a_day_planned_too_soon_says_by_how_much_and_why(law: Law, two_councils: Programme) -> None:
    held = replace(
        two_councils,
        steps=tuple(
            replace(s, meeting="brae-cabinet-2026-01-28")
            if s.kind is StepKind.DECISION and s.authority == "brae"
            else s
            for s in two_councils.steps
        ),
    )
    (late,) = planned(held, law, as_planned=True).too_soon
    assert late.on == date(2026, 1, 28)
    assert late.too_soon_by == 13  # 28 clear days from today lead to Tue 10 Feb
    assert "28 clear calendar days after the notice" in late.because
    assert late.rule == "KEY-28"


# --- what comes before, and each council's own way ----------------------------------------------


def test_scrutiny_whose_words_go_into_the_report_takes_longer_than_a_supplement(law: Law) -> None:
    def decided(mode: str | None) -> date | None:
        held = programme(
            [council("ashby", {"scrutiny_feedback": mode, "scrutiny_lead_days": "2"})],
            [deciding("ashby", monthly(JANUARY, 60, every=1), scrutiny=[date(2026, 2, 9)])],
        )
        return planned(held, law).councils[0].decides_on

    # South Ribble's way in February 2026: scrutiny on Mon 9th, Cabinet on Wed 11th by supplement;
    # the first day after scrutiny would do.
    assert decided("supplement") == date(2026, 2, 10)
    # Two working days to Wed 11, papers then, five clear working days (12, 13, 16, 17, 18).
    assert decided("before agenda") == date(2026, 2, 19)


def test_a_consultation_is_open_then_weighed_then_reported(law: Law) -> None:
    held = with_steps(
        programme([council("ashby")], [deciding("ashby", monthly(JANUARY, 200, every=1))]),
        step("ashby", StepKind.CONSULTATION, lasts_days=42),
    )
    plan = planned(held, law)
    opens = step_of(plan, "consultation opens")
    closes = step_of(plan, "consultation")
    assert opens.on == AS_AT
    assert closes.on == AS_AT + timedelta(days=41)
    # Ten working days (a policy default, said to be one) from Sun 22 Feb lead to Fri 6 Mar.
    papers = step_of(plan, "papers published")
    assert papers.on == date(2026, 3, 6)
    assert "no law" in papers.assumed
    assert plan.councils[0].decides_on == date(2026, 3, 14)


def test_a_consultation_waits_for_the_poll(law: Law) -> None:
    held = with_steps(
        programme(
            [council("ashby", polls=(date(2026, 5, 7),))],
            [deciding("ashby", monthly(JANUARY, 400, every=1))],
        ),
        step("ashby", StepKind.CONSULTATION, lasts_days=84),
    )
    opens = step_of(planned(held, law), "consultation opens")
    # Twelve weeks from January would reach into the weeks before the poll of 7 May 2026.
    assert opens.on == date(2026, 5, 8)
    assert "no consultation is launched" in opens.because


def test_a_full_council_resolves_after_the_executive_and_is_not_called_in(law: Law) -> None:
    bodies, held, steps = deciding("ashby", monthly(JANUARY, 12))
    resolving = body("ashby", "council", BodyKind.COUNCIL, Power.DECIDES)
    made = programme(
        [council("ashby")],
        [
            (
                [*bodies, resolving],
                [*held, *meetings("ashby-council", [JANUARY, date(2026, 3, 4)])],
                [
                    replace(steps[0], approves=False, name="Cabinet recommends"),
                    step(
                        "ashby", StepKind.DECISION, id="full", body="ashby-council", approves=True
                    ),
                ],
            )
        ],
    )
    plan = planned(made, law)
    assert plan.councils[0].decides_on == date(2026, 3, 4)
    assert plan.councils[0].effective_on == date(2026, 3, 4)


def test_a_committee_system_council_needs_no_key_decision_notice(law: Law) -> None:
    committee = (
        GovernancePeriod(
            model=GovernanceModel.COMMITTEE, since=date(2014, 5, 1), source="", evidence="invented"
        ),
    )
    rules = {
        "standstill_days": "10",
        "standstill_counts_publication_day": "no",
        "standstill_clock": "meeting",
    }
    made = programme(
        [council("ashby", rules, governance=committee)],
        [deciding("ashby", monthly(JANUARY, 4))],
        key=Answer.YES,
    )
    plan = planned(made, law)
    assert "key decision notice" not in {s.kind for s in plan.steps}
    # Kingston's way: ten working days from the meeting (Tue 20 Jan 2026), then the next day.
    assert plan.councils[0].decides_on == date(2026, 1, 20)
    assert plan.councils[0].effective_on == date(2026, 2, 4)


def test_the_forward_plan_appears_on_its_cycle(law: Law) -> None:
    made = programme(
        [council("ashby", {"forward_plan_cycle": "first Wednesday of the month"})],
        [deciding("ashby", monthly(JANUARY, 400, every=1))],
        key=Answer.YES,
    )
    plan = planned(made, law)
    assert step_of(plan, "key decision notice").on == date(2026, 2, 4)
    assert plan.councils[0].decides_on == date(2026, 3, 5)


def test_the_service_starts_after_signing_and_that_after_each_officer_was_consulted(
    law: Law, two_councils: Programme
) -> None:
    held = replace(
        two_councils,
        agreements=(
            Agreement(
                id="lend",
                proposal="archive",
                name="Agreement",
                power=AgreementPower.OFFICERS_AT_DISPOSAL,
                parties=("ashby", "brae"),
                officers=(OfficerConsulted(post="archivist", consulted_on=date(2026, 1, 9)),),
                **COMMON,
            ),
        ),
        workforce_changes=(
            WorkforceChange(
                id="transfer", proposal="archive", authority="brae", transfer=Answer.YES, **COMMON
            ),
        ),
        conditions=(
            Condition(
                id="sublease",
                proposal="archive",
                authority="ashby",
                text="the lease is surrendered",
                expected=read_written_date("30 April 2026"),
                **COMMON,
            ),
        ),
    )
    plan = planned(held, law)
    assert step_of(plan, "officers consulted").is_fixed
    assert step_of(plan, "employees informed").slack_days
    assert plan.live_on == date(2026, 4, 30)
    assert plan.starts_on == date(2026, 4, 30)
    assert any("lease" in link.name for link in plan.binds)


def test_an_old_assessment_is_made_later_or_named_as_too_old(law: Law) -> None:
    made = programme([council("ashby")], [deciding("ashby", [date(2027, 6, 1)])])
    fresh = with_steps(made, step("ashby", StepKind.EQUALITY_ASSESSMENT))
    assessed = step_of(planned(fresh, law), "equality assessment")
    assert assessed.on == date(2026, 6, 1)  # no older than 365 days
    stale = with_steps(
        made, step("ashby", StepKind.EQUALITY_ASSESSMENT, taken_on=date(2025, 12, 1))
    )
    (words,) = planned(stale, law).too_old
    assert "547 days before" in words


# --- back from a wanted day ---------------------------------------------------------------------


def test_back_planning_names_the_last_day_of_every_step(law: Law, two_councils: Programme) -> None:
    wanted = date(2026, 9, 1)
    back = back_plan(two_councils, law, two_councils.proposals[0], AS_AT, wanted)
    assert back.can_be_kept
    by = {(d.authority, d.kind): d.by for d in back.deadlines}
    # Ashby's cabinet meets every four weeks from 20 Jan: the last in time is Tue 4 Aug 2026.
    assert by["ashby", "decision"] == date(2026, 8, 4)
    assert by["ashby", "key decision notice"] == date(2026, 7, 6)
    assert clear_days(date(2026, 7, 6), date(2026, 8, 4), Count.CALENDAR) == 28


@given(days=st.integers(20, 400))
@settings(deadline=None)
def test_what_can_be_kept_is_what_the_earliest_route_reaches(law: Law, days: int) -> None:
    held = programme(
        [council("ashby"), council("brae")],
        [
            deciding("ashby", monthly(JANUARY, 14)),
            deciding("brae", monthly(date(2026, 2, 3), 9, 41)),
        ],
        key=Answer.YES,
    )
    wanted = AS_AT + timedelta(days=days)
    back = back_plan(held, law, held.proposals[0], AS_AT, wanted)
    starts = planned(held, law).starts_on
    assert starts is not None
    assert back.can_be_kept == (starts <= wanted)
    if back.can_be_kept:
        assert all(d.by is not None and d.by >= d.earliest for d in back.deadlines)


def test_a_target_that_no_meeting_reaches_says_which_step_is_too_late(
    law: Law, two_councils: Programme
) -> None:
    back = back_plan(two_councils, law, two_councils.proposals[0], AS_AT, date(2026, 2, 2))
    assert back.can_be_kept is False
    assert any(d.by is None or d.too_late_by for d in back.deadlines)


# --- closest together ---------------------------------------------------------------------------


@given(first=DAYS, second=DAYS, third=DAYS)
@settings(deadline=None)
def test_the_trade_offs_are_those_of_trying_every_choice_of_meetings(
    law: Law, first: list[int], second: list[int], third: list[int]
) -> None:
    codes = ("ashby", "brae", "combe")
    held = programme(
        [council(code) for code in codes],
        [
            deciding(code, [AS_AT + timedelta(days=day) for day in days])
            for code, days in zip(codes, (first, second, third), strict=True)
        ],
    )
    plan = planned(held, law)
    choices = [
        [
            d
            for d in sorted(AS_AT + timedelta(days=n) for n in days)
            if clear_days(AS_AT, d, Count.WORKING) >= 5
        ]
        for days in (first[:8], second[:8], third[:8])
    ]
    if max(map(len, (first, second, third))) > 8 or not all(choices):
        assert (not plan.trade_offs) or all(c.decides_on for c in plan.councils)
        return
    answers = {
        (
            max(
                effective_from(WorkingDays().add(d, 2), 5, count_publication_day=False)
                for d in days
            ),
            (max(days) - min(days)).days,
        )
        for days in product(*choices)
    }
    best = sorted(
        (live, spread)
        for live, spread in answers
        if not any(
            (other, close) != (live, spread) and other <= live and close <= spread
            for other, close in answers
        )
    )
    assert [(t.live_on, t.spread_days) for t in plan.trade_offs] == best


def test_the_closest_route_can_be_on_one_day(law: Law, two_councils: Programme) -> None:
    closest = planned(two_councils, law).trade_offs[-1]
    days = dict(closest.decisions)
    assert closest.spread_days == abs((days["ashby"] - days["brae"]).days)
    assert closest.spread_days <= 15


# --- what binds, what buys time, what if --------------------------------------------------------


def test_what_binds_leads_from_today_to_the_start(law: Law, two_councils: Programme) -> None:
    binds = planned(two_councils, law).binds
    assert [link.on for link in binds] == sorted(link.on for link in binds)
    assert binds[0].words == "it can be done from today on"
    assert binds[-1].name == "The shared service starts"
    assert {"KEY-28", "CALLIN-WINDOW"} <= {link.rule for link in binds}


def test_each_extra_meeting_that_is_promised_does_buy_its_days(
    law: Law, two_councils: Programme
) -> None:
    plan = planned(two_councils, law)
    assert plan.starts_on is not None
    extra = [b for b in plan.buys_time if b.what.startswith("An extra meeting")]
    assert extra
    for bought in extra:
        body_id = next(s.body for s in two_councils.steps if s.id == bought.step)
        assert body_id is not None
        again = planned(with_meeting(two_councils, body_id, bought.on), law)
        assert again.starts_on == bought.starts_on
        assert (plan.starts_on - bought.starts_on).days == bought.days > 0


def test_the_general_exception_is_offered_where_the_notice_binds(law: Law) -> None:
    held = programme(
        [council("ashby")], [deciding("ashby", monthly(JANUARY, 90, every=1))], key=Answer.YES
    )
    offers = planned(held, law).buys_time
    assert any("general exception" in bought.what for bought in offers)


def test_a_deferred_decision_goes_to_the_next_meeting(law: Law, two_councils: Programme) -> None:
    plan = planned(two_councils, law)
    (brae,) = [b for b in plan.branches if b.authority == "brae" and "deferred" in b.what]
    assert brae.decides_on == date(2026, 4, 8)
    moved = planned(
        replace(
            two_councils,
            meetings=tuple(
                replace(m, status=MeetingStatus.CANCELLED)
                if m.id == "brae-cabinet-2026-03-04"
                else m
                for m in two_councils.meetings
            ),
        ),
        law,
    )
    assert brae.starts_on == moved.starts_on


def test_a_call_in_takes_as_long_as_scrutiny_may(law: Law) -> None:
    held = programme(
        [council("ashby", {"call_in_scrutiny_within_days": "15"})],
        [deciding("ashby", monthly(date(2026, 3, 10), 6))],
    )
    stand = next(b for b in planned(held, law).branches if "let stand" in b.what)
    # Published Thu 12 Mar 2026, last day of call-in Thu 19 Mar; 15 working days, Easter skipped.
    assert stand.effective_on == date(2026, 4, 14)
    back = next(b for b in planned(held, law).branches if "referred back" in b.what)
    assert back.decides_on == date(2026, 5, 5)


# --- what is not known --------------------------------------------------------------------------


def test_an_unknown_rule_leaves_a_floor_and_the_question(law: Law) -> None:
    held = programme(
        [council("ashby"), council("brae", {"call_in_days": None})],
        [deciding("ashby", monthly(JANUARY, 4)), deciding("brae", monthly(JANUARY, 4))],
    )
    plan = planned(held, law)
    assert plan.live_on is None
    # Published on the day of the meeting at the very least: Ashby's decision of Tue 20 Jan is then
    # effective on Wed 28 Jan; the plan reckons with the longest lag seen, Fri 30 Jan.
    assert plan.live_not_before == plan.councils[0].not_before == date(2026, 1, 28)
    assert plan.councils[0].effective_on == date(2026, 1, 30)
    assert plan.ask == ("What is brae's call_in_days?",)
    assert plan.trade_offs[0].live_on is None
    back = back_plan(held, law, held.proposals[0], AS_AT, date(2026, 9, 1))
    assert back.can_be_kept is None
    assert any(deadline.at_best for deadline in back.deadlines)


@pytest.mark.parametrize(
    ("days", "asks"),
    [([], "Bring in its calendar"), ([date(2025, 12, 2)], "Tue 2 Dec 2025")],
    ids=["no calendar", "meetings in the past only"],
)
def test_a_body_without_a_meeting_to_come_is_asked_for_its_calendar(
    law: Law, days: list[date], asks: str
) -> None:
    held = programme([council("ashby")], [deciding("ashby", days)])
    plan = planned(held, law)
    assert plan.live_on is None
    assert any(asks in question for question in plan.ask)
    assert not plan.trade_offs


def test_a_decision_that_was_taken_stays_where_it_was(law: Law, two_councils: Programme) -> None:
    held = replace(
        two_councils,
        decisions=(
            Decision(
                id="taken",
                proposal="archive",
                authority="ashby",
                body="ashby-cabinet",
                decided_on=date(2025, 12, 16),
                text="Approved",
                **COMMON,
            ),
        ),
    )
    plan = planned(held, law)
    assert plan.councils[0].decides_on == date(2025, 12, 16)
    # Published two working days later (Thu 18 Dec), five working days to Mon 29 Dec.
    assert plan.councils[0].effective_on == date(2025, 12, 30)


def test_twelve_councils_are_planned_like_two(law: Law) -> None:
    codes = [f"town{number}" for number in range(12)]
    held = programme(
        [council(code) for code in codes],
        [
            deciding(code, monthly(JANUARY + timedelta(days=number), 26))
            for number, code in enumerate(codes)
        ],
        key=Answer.YES,
    )
    plan = planned(held, law)
    assert len(plan.councils) == 12
    assert plan.trade_offs[-1].spread_days == 11
    assert plan.live_on is not None


def test_recesses_are_kept_as_facts_and_meetings_in_them_are_the_calendars_own(law: Law) -> None:
    rest = Recess(first=date(2026, 2, 1), last=date(2026, 2, 28), name="February")
    held = programme([council("ashby", recesses=(rest,))], [deciding("ashby", [date(2026, 2, 17)])])
    # A meeting in the calendar is held, recess or not; the checker remarks on it.
    assert planned(held, law).councils[0].decides_on == date(2026, 2, 17)
