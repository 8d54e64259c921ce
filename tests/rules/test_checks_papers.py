"""Agenda, reports, summons and private meetings: their clear days, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import ASHBY, authority, decides, found, meets, notice, only, paper, step, with_rules

from moothall.basics.findings import Severity
from moothall.facts.authority import GovernanceModel
from moothall.facts.decisions import MeetingStatus, NoticeKind, StepKind
from moothall.facts.fact import Exempt
from moothall.governance.checks import papers, private_meetings
from moothall.law.clear_days import Count, clear_days, latest_publication

ON = date(2026, 6, 10)  # a Wednesday
NOW = date(2026, 5, 1)
RULES = {
    "ashby-cabinet": (papers.agenda_and_reports_are_open_in_time, "AGENDA-EXEC"),
    "ashby-scrutiny": (papers.agenda_and_reports_are_open_in_time, "AGENDA-COMMITTEE"),
    "brae-committee": (papers.agenda_and_reports_are_open_in_time, "AGENDA-COMMITTEE"),
    "ashby-council": (papers.the_full_council_is_summoned_in_time, "SUMMONS-COUNCIL"),
}


@pytest.mark.parametrize("body", sorted(RULES))
def test_papers_a_day_late_break_the_rule_and_a_day_earlier_do_not(body: str) -> None:
    rule, upholds = RULES[body]
    latest, _ = latest_publication(ON, 5, Count.WORKING)
    late = latest + timedelta(days=1)
    finding = only(found(rule, meets(body, ON, papers=late), decides(body, ON), as_at=NOW))
    assert finding.severity is Severity.BREACH
    assert (finding.upholds, finding.margin_days) == (upholds, -1)
    assert finding.actual.startswith("4 clear working days")
    assert "5 clear working days" in finding.required
    assert finding.standing == "statute"
    assert finding.evidence
    assert not found(rule, meets(body, ON, papers=latest), decides(body, ON), as_at=NOW)


@given(
    meeting=st.dates(date(2016, 1, 1), date(2030, 12, 31)),
    before=st.integers(0, 20),
    body=st.sampled_from(sorted(RULES)),
)
def test_the_margin_is_negative_where_and_only_where_the_days_are_missed(
    meeting: date, before: int, body: str
) -> None:
    published = meeting - timedelta(days=before)
    rule, _ = RULES[body]
    facts = (meets(body, meeting, papers=published), decides(body, meeting))
    findings = found(rule, *facts, as_at=meeting)
    in_time = clear_days(published, meeting, Count.WORKING) >= 5
    assert bool(findings) is not in_time
    assert all((each.margin_days or 0) < 0 for each in findings)


def test_elitestone_had_two_clear_days_of_three() -> None:
    """R v Swansea CC ex p Elitestone: published Thu 26 Apr 1990, sub-committee on Tue 1 May."""
    held = date(1990, 5, 1)
    facts = (
        meets("brae-committee", held, papers=date(1990, 4, 26)),
        decides("brae-committee", held),
    )
    finding = only(found(papers.agenda_and_reports_are_open_in_time, *facts, as_at=held))
    assert "2 clear working days before, not 3" in finding.message
    assert finding.margin_days == -1
    assert finding.cures[0].startswith("Have it decided afresh")  # as the full committee did


def test_the_papers_name_the_next_meeting_at_which_they_would_be_in_time() -> None:
    later = date(2026, 6, 24)
    finding = only(
        found(
            papers.agenda_and_reports_are_open_in_time,
            meets("brae-committee", ON, papers=date(2026, 6, 3)),
            meets("brae-committee", date(2026, 6, 17), status=MeetingStatus.CANCELLED),
            meets("brae-committee", later),
            decides("brae-committee", ON),
            as_at=NOW,
        )
    )
    assert "Move it to the meeting of Committee on Wed 24 Jun 2026." in finding.cures
    assert any("s100B(4)(b)" in cure for cure in finding.cures)


def test_an_urgent_item_takes_the_breach_away_and_is_tested_itself() -> None:
    held = meets("brae-committee", ON, papers=date(2026, 6, 5))
    rule = papers.agenda_and_reports_are_open_in_time
    opinion = papers.an_urgent_item_has_the_chairs_opinion
    late = notice(NoticeKind.URGENT_ITEM, date(2026, 6, 5), "brae", meeting=held.id)
    whole = notice(
        NoticeKind.URGENT_ITEM,
        date(2026, 6, 5),
        "brae",
        meeting=held.id,
        reason="The grant lapses",
        agreed_by="chair of the committee",
    )
    decision = decides("brae-committee", ON)
    assert only(found(rule, held, decision, as_at=NOW)).severity is Severity.BREACH
    assert only(found(rule, held, decision, late, as_at=NOW)).severity is Severity.NOTE
    assert "nor why it could not wait" in only(found(opinion, late, as_at=NOW)).message
    assert not found(opinion, whole, as_at=NOW)
    # An executive has no urgent items: its late papers stay a breach.
    cabinet = (meets("ashby-cabinet", ON, papers=date(2026, 6, 5)), decides("ashby-cabinet", ON))
    urgent = notice(NoticeKind.URGENT_ITEM, date(2026, 6, 5))
    assert only(found(rule, *cabinet, urgent, as_at=NOW)).severity is Severity.BREACH


def test_before_october_2002_three_days_were_enough() -> None:
    rule = papers.agenda_and_reports_are_open_in_time
    for held, enough in ((date(2002, 9, 26), True), (date(2002, 10, 3), False)):
        published = latest_publication(held, 3, Count.WORKING)[0]
        facts = (meets("brae-committee", held, papers=published), decides("brae-committee", held))
        assert bool(found(rule, *facts, as_at=held)) is not enough


def test_a_full_councils_papers_needed_five_days_when_its_summons_needed_three() -> None:
    """Peterborough's summons of Tue 10 Apr 2012 for Wed 18 Apr left exactly five."""
    held = date(2012, 4, 18)
    for published, missed in ((date(2012, 4, 10), False), (date(2012, 4, 11), True)):
        facts = (meets("ashby-council", held, papers=published), decides("ashby-council", held))
        findings = found(papers.agenda_and_reports_are_open_in_time, *facts, as_at=held)
        assert [each.margin_days for each in findings] == [-1] * missed


def test_so_early_a_day_that_no_law_is_held_is_said_and_not_passed_over() -> None:
    held = date(1980, 6, 4)
    facts = (meets("brae-committee", held, papers=held), decides("brae-committee", held))
    assert not found(papers.agenda_and_reports_are_open_in_time, *facts, as_at=held)
    finding = only(found(papers.the_law_held_reaches_back_to_the_meeting, *facts, as_at=held))
    assert finding.severity is Severity.QUESTION


def test_a_day_of_publication_that_nobody_recorded_is_a_question_once_it_has_passed() -> None:
    rule = papers.papers_are_published_in_time
    facts = (meets("ashby-cabinet", ON), decides("ashby-cabinet", ON))
    latest, _ = latest_publication(ON, 5, Count.WORKING)
    assert not found(rule, *facts, as_at=latest)
    finding = only(found(rule, *facts, as_at=latest + timedelta(days=1)))
    assert finding.severity is Severity.QUESTION
    assert finding.cures[0].startswith("Ask Ashby's democratic services")


def test_a_forum_and_a_board_have_no_papers_that_the_law_opens() -> None:
    facts = (meets("ashby-board", ON, papers=ON), step(StepKind.BOARD, "ashby-board", ON))
    assert not found(papers.agenda_and_reports_are_open_in_time, *facts, as_at=NOW)


def test_a_cabinet_under_the_committee_model_is_a_committee() -> None:
    council = authority("ashby", GovernanceModel.COMMITTEE)
    facts = (council, meets("ashby-cabinet", ON, papers=ON), decides("ashby-cabinet", ON))
    finding = only(found(papers.agenda_and_reports_are_open_in_time, *facts, as_at=NOW))
    assert finding.upholds == "AGENDA-COMMITTEE"


# --- private meetings ---------------------------------------------------------------------------

IN_PRIVATE = date(2026, 3, 19)  # a Thursday: notice by Wed 18 Feb, the second by Wed 11 Mar
FIRST = private_meetings.a_private_meeting_has_its_notice
SECOND = private_meetings.a_private_meeting_has_its_second_notice


@pytest.mark.parametrize(
    ("rule", "kind", "last", "number"),
    [
        (FIRST, NoticeKind.PRIVATE_MEETING, date(2026, 2, 18), 28),
        (SECOND, NoticeKind.PRIVATE_MEETING_SECOND, date(2026, 3, 11), 5),
    ],
)
def test_each_notice_of_a_private_meeting_has_its_days(rule, kind, last, number) -> None:  # type: ignore[no-untyped-def]
    facts = (
        meets("ashby-cabinet", IN_PRIVATE, private=True),
        decides("ashby-cabinet", IN_PRIVATE),
    )
    assert not found(rule, *facts, notice(kind, last), as_at=NOW)
    late = notice(kind, last + timedelta(days=1))
    finding = only(found(rule, *facts, late, as_at=date(2026, 2, 1)))
    assert finding.severity is Severity.BREACH
    assert finding.margin_days == -1
    assert f"not {number}" in finding.message
    assert "Take the item in public." in finding.cures


def test_the_urgent_way_makes_a_note_of_short_notice_and_needs_an_agreement() -> None:
    facts = (
        meets("ashby-cabinet", IN_PRIVATE, private=True),
        decides("ashby-cabinet", IN_PRIVATE),
        notice(NoticeKind.PRIVATE_MEETING, date(2026, 3, 9)),
    )
    urgent = notice(NoticeKind.PRIVATE_MEETING_URGENT, date(2026, 3, 9))
    agreed = notice(
        NoticeKind.PRIVATE_MEETING_URGENT,
        date(2026, 3, 9),
        agreed_by="chair of scrutiny",
        reason="The offer ends",
    )
    rule = private_meetings.an_urgent_private_meeting_is_agreed
    assert only(found(FIRST, *facts, urgent, as_at=NOW)).severity is Severity.NOTE
    bare = only(found(rule, *facts, urgent, as_at=NOW))
    assert bare.severity is Severity.WARNING
    assert bare.message.endswith("does not record who agreed nor the reasons.")
    assert not found(rule, *facts, agreed, as_at=NOW)


def test_a_private_meeting_without_notice_is_a_question_after_its_last_day() -> None:
    facts = (
        meets("ashby-cabinet", IN_PRIVATE, private=True),
        decides("ashby-cabinet", IN_PRIVATE),
    )
    assert not found(FIRST, *facts, as_at=date(2026, 2, 18))
    assert only(found(FIRST, *facts, as_at=date(2026, 2, 19))).severity is Severity.QUESTION


def test_the_second_notice_is_asked_for_once_the_first_is_held() -> None:
    facts = (
        meets("ashby-cabinet", IN_PRIVATE, private=True),
        decides("ashby-cabinet", IN_PRIVATE),
    )
    after = date(2026, 3, 12)
    assert not found(SECOND, *facts, as_at=after)
    first = notice(NoticeKind.PRIVATE_MEETING, date(2026, 2, 1))
    assert only(found(SECOND, *facts, first, as_at=after)).severity is Severity.QUESTION
    assert not found(SECOND, *facts, first, as_at=date(2026, 3, 11))
    urgent = notice(NoticeKind.PRIVATE_MEETING_URGENT, date(2026, 3, 9))
    assert not found(SECOND, *facts, first, urgent, as_at=after)


def test_the_notice_of_a_private_meeting_is_counted_as_the_council_counts() -> None:
    facts = (
        meets("ashby-cabinet", IN_PRIVATE, private=True),
        decides("ashby-cabinet", IN_PRIVATE),
        notice(NoticeKind.PRIVATE_MEETING, date(2026, 2, 18)),
    )
    assert not found(FIRST, *facts, as_at=NOW)
    working = with_rules(ASHBY, notice_28_count="working")
    assert "not 28" in only(found(FIRST, working, *facts, as_at=NOW)).message


def test_a_private_item_names_its_paragraph_of_schedule_12a() -> None:
    rule = private_meetings.a_private_item_names_its_paragraph
    meeting = meets("brae-committee", IN_PRIVATE, private=True)
    assert only(found(rule, meeting, decides("brae-committee", IN_PRIVATE), as_at=NOW))
    exempt = Exempt(paragraph=4, public_interest="Talks with unions are going on")
    named = decides("brae-committee", IN_PRIVATE, exempt=exempt)
    assert not found(rule, meeting, named, as_at=NOW)
    planned = (meeting, decides("brae-committee", IN_PRIVATE))
    assert not found(rule, *planned, paper("brae-committee", exempt=exempt), as_at=NOW)
    assert found(rule, *planned, paper("ashby-cabinet", exempt=exempt), as_at=NOW)
    assert found(rule, *planned, paper("brae-committee"), as_at=NOW)
