"""Notices, meetings and papers' days out of published pages: proposed, recognised, not doubled."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from committee_answers import (
    ATTACHMENT,
    CMIS_DECISION,
    CMIS_RECORD,
    ISSUE,
    MEETINGS,
    PLAN,
    SERVICE,
    document,
    entry,
    item,
    meeting,
    plan,
)
from moothall.facts.decisions import Answer, MeetingStatus, NoticeKind
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.files.minutes.page import read_page
from moothall.files.programme_folder import read_programme
from moothall.governance.record.compared import Proposed, Verdict
from moothall.governance.record.matters import match
from moothall.governance.record.proposing import Origin, proposed
from moothall.governance.record.rules import findings_with
from moothall.governance.record.whose import host_of, why_not_theirs
from published_pages import DECISION_ADDRESS, decision

ORIGIN = Origin(document="ashby", owner="ashby", known_on=date(2026, 6, 12), shared=True)


@pytest.fixture
def towns(three_towns: Path) -> Programme:
    return read_programme(three_towns)


def read(programme: Programme, data: bytes, name: str = SERVICE) -> list[Proposed]:
    page = read_page(data, name)
    return list(proposed(programme, page, match(programme, "ashby", page), ORIGIN))


def of(found: list[Proposed], kind: str) -> list[Proposed]:
    return [each for each in found if each.kind == kind]


def taken(programme: Programme, found: list[Proposed]) -> Programme:
    """The programme with all of it, doubts and conflicts too."""
    kinds: dict[str, tuple[Any, ...]] = {}
    for each in found:
        held = kinds.get(each.kind, getattr(programme, each.kind))
        kinds[each.kind] = (*(fact for fact in held if fact.id != each.after.id), each.after)
    return replace(programme, **kinds)


# --- Notices --------------------------------------------------------------------------------------


def test_an_entry_gives_the_notice_of_its_first_day_and_the_councils_own_answer(towns: Programme):
    bare = replace(towns, notices=(), key_decision_tests=())

    found = read(bare, plan(entry("Street lights"), entry()), PLAN)

    (notice,), (test,) = of(found, "notices"), of(found, "key_decision_tests")
    assert notice.after.kind is NoticeKind.KEY_DECISION
    assert (notice.after.published_on, notice.after.meeting) == (date(2026, 5, 4), "ashby-meets")
    assert (notice.doubt, notice.verdict) == ("", Verdict.NEW)
    assert (test.after.answer, test.after.reasons, test.after.forward_plan_reference) == (
        Answer.YES,
        ("Expenditure above the threshold",),
        "AB12",
    )
    assert of(found, "meetings") == []


def test_an_issue_and_a_decisions_page_give_the_notice_as_well(towns: Programme):
    bare = replace(towns, notices=(), key_decision_tests=())
    told = decision(Notice_of_proposed_decision_first_published="04/05/2026")

    for data, name in ((ISSUE, "issue.html"), (told, DECISION_ADDRESS)):
        (notice,) = of(read(bare, data, name), "notices")
        assert notice.after.published_on == date(2026, 5, 4)


def test_a_second_reading_of_a_plan_proposes_nothing(towns: Programme):
    bare = replace(towns, notices=(), key_decision_tests=())
    data = plan(entry(Anticipated_restriction="Part exempt"))

    after = taken(bare, read(bare, data, PLAN))

    assert len(after.notices) == 2
    assert {each.verdict for each in read(after, data, PLAN)} == {None}


def test_another_day_of_first_publication_is_a_difference_and_not_taken(towns: Programme):
    bare = replace(towns, notices=(), key_decision_tests=())
    held = taken(bare, read(bare, plan(entry()), PLAN))
    moved = {"Notice_of_proposed_decision_first_published": "11/05/2026"}

    (notice,) = of(read(held, plan(entry(**moved)), PLAN), "notices")

    assert notice.verdict is Verdict.CONFLICT
    assert notice.offered == ()


@pytest.mark.parametrize(
    ("more", "doubts"),
    [
        ({"Decision_type": "", "Reason_Key": ""}, ["does not say whether the decision is key"]),
        ({"Reason_for_urgency": "The grant ends"}, ["reason for urgency"]),
        ({"Anticipated_restriction": "Fully exempt"}, ["", "also the notice of a meeting"]),
    ],
)
def test_what_a_page_leaves_open_is_offered_with_the_doubt(
    towns: Programme, more: dict[str, str], doubts: list[str]
):
    bare = replace(towns, notices=(), key_decision_tests=())

    found = of(read(bare, plan(entry(**more)), PLAN), "notices")

    assert len(found) == len(doubts)
    for each, doubt in zip(found, doubts, strict=True):
        assert doubt in each.doubt
        assert (each.offered == ()) is bool(doubt)


def test_no_notice_is_made_of_a_decision_that_is_not_key_or_of_no_day(towns: Programme):
    bare = replace(towns, notices=(), key_decision_tests=())
    undated = {"Notice_of_proposed_decision_first_published": ""}

    for more in ({"Decision_type": "Non-key"}, undated):
        assert of(read(bare, plan(entry(**more)), PLAN), "notices") == []


def test_an_answer_that_is_held_otherwise_is_a_difference(towns: Programme):
    bare = replace(towns, notices=(), key_decision_tests=())
    held = taken(bare, read(bare, plan(entry()), PLAN))

    (test,) = of(read(held, plan(entry(Decision_type="Non-key")), PLAN), "key_decision_tests")

    assert [(each.name, each.verdict) for each in test.fields] == [("answer", Verdict.CONFLICT)]


# --- Meetings -------------------------------------------------------------------------------------


def test_the_last_papers_day_is_that_on_which_all_were_open(towns: Programme):
    one = item(
        "One archive service",
        document("Report", "02/06/2026"),
        document("Supplement", "04/06/2026"),
        document("Draft minutes", "15/06/2026"),
    )
    other = item("Street lights", document("Report", "09/06/2026"))

    (met,) = of(read(towns, meeting(one, other)), "meetings")

    assert met.after.papers_published_on == date(2026, 6, 4)
    assert "Thu 4 Jun 2026" in met.note


def test_a_paper_without_a_day_leaves_open_when_all_were_open(towns: Programme):
    one = item("One archive service", document("Report", "02/06/2026"), document("Annex", ""))

    found = of(read(towns, meeting(one)), "meetings")

    assert all(each.after.papers_published_on is None for each in found)


def test_a_document_alone_gives_the_day_too(towns: Programme):
    (met,) = of(read(towns, ATTACHMENT, "attachment.xml"), "meetings")

    assert met.after.papers_published_on == date(2026, 6, 2)


def test_a_place_and_a_number_that_are_held_stay(towns: Programme):
    held = replace(towns.meetings[0], place="Old Hall", reference="calendar-7", starts_at="18:30")
    known = replace(towns, meetings=(held, *towns.meetings[1:]))
    own = [each for each in known.meetings if each.id == "ashby-meets"]
    assert own, "the town's meeting is the one that is read"

    for met in of(read(known, meeting()), "meetings"):
        assert {each.name for each in met.fields} <= {"papers_published_on", "starts_at"}


def test_a_list_gives_new_meetings_and_what_changed_of_those_held(towns: Programme):
    found = of(read(towns, MEETINGS, "meetings.xml"), "meetings")

    new = [each for each in found if each.before is None]
    again = [each for each in found if each.before is not None]
    assert [(each.after.held_on, each.after.status) for each in new] == [
        (date(2026, 7, 8), MeetingStatus.PROVISIONAL)
    ]
    assert [each.before.id for each in again if each.before] == ["ashby-meets"]

    moved = MEETINGS.replace(b"08/07/2026", b"15/07/2026")
    (late,) = (
        each
        for each in of(read(taken(towns, found), moved, "meetings.xml"), "meetings")
        if each.verdict is not None
    )
    assert [(each.name, each.verdict) for each in late.fields] == [("held_on", Verdict.CONFLICT)]


def test_a_second_reading_of_a_meeting_proposes_nothing(towns: Programme):
    data = meeting()
    after = taken(towns, read(towns, data))

    again = [each for each in read(after, data) if each.verdict is not None]

    assert again == []


# --- The printed end of the call-in ---------------------------------------------------------------


def test_a_printed_end_of_the_call_in_is_kept_as_printed(towns: Programme):
    (made,) = of(read(towns, CMIS_RECORD, CMIS_DECISION), "decisions")

    assert made.after.call_in_ends_on == date(2026, 6, 19)


def test_a_printed_end_of_the_call_in_that_does_not_compute_is_found(towns: Programme):
    (made,) = of(read(towns, CMIS_RECORD, CMIS_DECISION), "decisions")
    told = {
        day: [
            each.message
            for each in findings_with(
                taken(towns, [replace(made, after=replace(made.after, call_in_ends_on=day))]),
                read_law(),
                date(2026, 7, 1),
            )
            if "call-in" in each.message and each.where == f"decisions/{made.after.id}"
        ]
        for day in (date(2026, 6, 19), date(2026, 6, 20))
    }

    assert sum(map(len, told.values())) >= 1
    assert told[date(2026, 6, 20)] != told[date(2026, 6, 19)]


# --- Whose page it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "sites", "told"),
    [
        ("https://democracy.brae.example/mgAi.aspx?ID=1", {}, "the site of Brae, and not Ashby's"),
        ("https://meetings.example/x", {"brae": {"meetings.example"}}, "the site of Brae"),
        ("https://meetings.example/x", {"ashby": {"ours.example"}}, "is at ours.example"),
        ("https://meetings.example/x", {}, ""),
        ("https://democracy.ashby.example/x", {}, ""),
        ("saved.html", {"ashby": {"ours.example"}}, ""),
    ],
)
def test_a_page_of_another_councils_site_is_not_theirs(
    towns: Programme, address: str, sites: dict[str, set[str]], told: str
):
    page = replace(read_page(decision(), DECISION_ADDRESS), name=address)

    said = why_not_theirs(towns, "ashby", page, sites)

    assert told in said
    assert bool(said) is bool(told)


def test_a_saved_page_whose_links_lead_to_another_council_is_not_theirs(towns: Programme):
    page = replace(read_page(meeting(), "saved.xml"), hosts=("democracy.brae.example",))

    assert "Brae" in why_not_theirs(towns, "ashby", page, {})
    assert why_not_theirs(towns, "brae", replace(page, items=(), body_name=""), {}) == ""


def test_a_body_that_is_named_after_another_council_is_not_theirs(towns: Programme):
    other = next(each for each in towns.bodies if each.authority == "brae")
    named = replace(read_page(decision(), "saved.html"), body_name=other.name)

    assert "Brae" in why_not_theirs(towns, "ashby", named, {})
    assert why_not_theirs(towns, "brae", named, {}) == ""


def test_a_host_is_read_of_an_address_and_of_nothing_else():
    assert host_of("https://A.Example:443/x") == "a.example"
    assert (host_of("page.html"), host_of("https://[bad")) == ("", "")
