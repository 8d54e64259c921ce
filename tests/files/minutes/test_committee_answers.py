"""Answers of a web service, pages of CMIS and forward plans: what is read, and what is refused."""

from contextlib import suppress
from datetime import date
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_answers import (
    ATTACHMENT,
    ATTENDEES,
    CMIS_DECISION,
    CMIS_MEETING,
    CMIS_PAGE,
    CMIS_RECORD,
    COMMITTEES,
    ISSUE,
    MEETINGS,
    MINUTES,
    PLAN,
    SERVICE,
    cmis,
    document,
    entry,
    item,
    meeting,
    plan,
)
from moothall.facts.decisions import Answer, MeetingStatus
from moothall.facts.papers import Attendance, Presence
from moothall.files.minutes import limits
from moothall.files.minutes.links import meeting_pages
from moothall.files.minutes.page import read_page
from moothall.files.problems import UnreadableError
from moothall.governance.record.published import PageKind, PublishedDocument

# --- Modern.gov's web service ---------------------------------------------------------------------


def test_a_meeting_is_read_with_its_items_minutes_and_documents():
    read = read_page(meeting(attendees=ATTENDEES), SERVICE)

    assert (read.kind, read.body_name, read.held_on, read.starts_at, read.place) == (
        PageKind.MEETING,
        "Ashby Executive",
        date(2026, 6, 10),
        "18:30",
        "Town Hall",
    )
    assert (read.reference, read.hosts) == ("9", ("democracy.ashby.example",))
    (one,) = read.items
    assert (one.number, one.title, one.purpose) == (
        "4",
        "One archive service",
        ("To consider the report.",),
    )
    assert [each.text for each in one.resolved] == [
        "That one archive be approved",
        "That the report be noted.",
    ]
    assert one.documents == (PublishedDocument(title="Report", published_on=date(2026, 6, 2)),)
    assert read.not_understood == ()


def test_who_is_only_expected_is_not_said_to_have_come():
    read = read_page(meeting(attendees=ATTENDEES), SERVICE)

    assert read.attendance == (
        Attendance(name="Councillor Eve Eff", presence=Presence.PRESENT, role="Chair"),
        Attendance(name="Councillor Ann Bee", presence=Presence.APOLOGIES, role="Member"),
        Attendance(
            name="Councillor Gil Aitch",
            presence=Presence.IN_ATTENDANCE,
            role="Cabinet Member for Culture",
        ),
    )
    assert "1 person is expected: who came is not yet recorded" in [
        each.words for each in read.left_there
    ]


@pytest.mark.parametrize(
    ("mark", "value"), [("isrestricted", "True"), ("isdisplayallowed", "False")]
)
def test_what_is_restricted_is_not_read_at_all(mark: str, value: str):
    minutes = "<p>RESOLVED \u2013 That \u00a31 be paid.</p>"
    secret = item("The price", minutes=minutes, **{mark: value})
    read = read_page(meeting(secret, item("Street lights")), SERVICE)

    assert [each.title for each in read.items] == ["Street lights"]
    assert "be paid" not in repr(read)
    assert "The price" not in repr(read)
    assert any("restricted" in each.words for each in read.left_there)


@pytest.mark.parametrize(
    ("mark", "part"), [("isminutepublished", "minutes"), ("isdecisionpublished", "decision")]
)
def test_what_is_not_yet_published_is_not_read(mark: str, part: str):
    one = item("One archive service", **{part: MINUTES}, **{mark: "False"})

    read = read_page(meeting(one), SERVICE)

    assert (read.items[0].text, read.items[0].decision, read.items[0].resolved) == ((), (), ())


def test_records_of_the_meeting_are_no_papers_put_to_it():
    one = item(
        "One archive service",
        document("Report", "02/06/2026"),
        document("Decision", "12/06/2026", isdecisionattachment="True"),
        document("Secret", "01/06/2026", isrestricted="True"),
    )

    (read,) = read_page(meeting(one), SERVICE).items

    assert [each.title for each in read.documents] == ["Report"]


def test_an_answer_is_read_in_an_envelope_and_wrapped_as_text():
    inner = meeting().decode().partition("?>")[2]
    soap = (
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        f"<GetMeetingResponse><GetMeetingResult>{inner}</GetMeetingResult></GetMeetingResponse>"
        "</soap:Body></soap:Envelope>"
    )
    wrapped = f"<string>{escape(inner)}</string>"

    for answer in (soap, wrapped):
        assert read_page(answer.encode(), SERVICE).items == read_page(meeting(), SERVICE).items


@pytest.mark.parametrize("more", [b"", b"<agendapublished>True</agendapublished>"])
def test_a_list_of_meetings_keeps_how_sure_each_is(more: bytes):
    read = read_page(MEETINGS.replace(b"</meetingtime>", b"</meetingtime>" + more), "meetings.xml")

    assert read.kind is PageKind.MEETINGS
    assert [(each.held_on, each.status, each.reference) for each in read.meetings] == [
        (date(2026, 6, 10), MeetingStatus.CONFIRMED, "9"),
        (date(2026, 7, 8), MeetingStatus.PROVISIONAL, "10"),
    ]


def test_a_meeting_without_an_agenda_is_read_as_the_one_that_it_is():
    read = read_page(b"<meeting><meetingid>9</meetingid></meeting>", "meeting.xml")

    assert (read.kind, read.reference, read.items) == (PageKind.MEETING, "9", ())


def test_a_document_is_read_with_the_item_to_which_it_was_put():
    read = read_page(ATTACHMENT, "attachment.xml")

    (one,) = read.items
    assert (one.title, one.body_name, one.held_on) == (
        "One archive service",
        "Ashby Executive",
        date(2026, 6, 10),
    )
    assert [each.published_on for each in one.documents] == [date(2026, 6, 2)]


def test_a_list_of_committees_says_nothing_of_a_meeting():
    with pytest.raises(UnreadableError, match="lists the committees"):
        read_page(COMMITTEES, "committees.xml")


BOMB = b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
FILE = b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "data",
    [
        BOMB + b"<meeting><agendaitems>&b;</agendaitems></meeting>",
        FILE + b"<meeting><agendaitems>&f;</agendaitems></meeting>",
        b'<?xml version="1.0"?><!DOCTYPE meeting SYSTEM "http://example.org/x.dtd"><meeting/>',
        b'<?xml version="1.0"?><feed><entry/></feed>',
        b'<?xml version="1.0"?><meeting><agendaitems>',
        b'<?xml version="1.0" encoding="utf-16"?><meeting><agendaitems></meeting>',
        meeting().decode().encode("utf-16")[2:],
        meeting(*(item("x") for _ in range(limits.ITEMS + 1))),
        meeting(item("x", minutes="<p>" * (limits.MARKS + 1))),
        b"<meeting><agendaitems>" + b"<x/>" * (limits.MARKS + 1) + b"</agendaitems></meeting>",
        b"<meeting>" + b"x" * (limits.PAGE_BYTES + 1) + b"</meeting>",
    ],
)
def test_an_answer_that_is_none_or_would_harm_is_refused_with_a_cure(data: bytes):
    with pytest.raises(UnreadableError) as caught:
        read_page(data, SERVICE)

    assert all(problem.cure for problem in caught.value.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_an_answer_is_read_in_the_encodings_that_occur(encoding: str):
    words = meeting(item("Caf\u00e9 \u00a35", minutes="<p>It costs \u00a35.</p>")).decode()

    read = read_page(words.encode(encoding), SERVICE)

    assert read.items[0].title == "Caf\u00e9 \u00a35"
    assert read.items[0].text == ("It costs \u00a35.",)


@given(st.text(alphabet="<>/abmeting &;\"'=?![]", max_size=300))
def test_whatever_an_answer_holds_it_is_read_or_refused(marks: str):
    for data in (marks.encode(), b"<?xml version='1.0'?>" + marks.encode(), meeting(marks)):
        with suppress(UnreadableError):
            assert read_page(data, SERVICE).name == SERVICE


@given(title=st.text(min_size=1, max_size=80), words=st.text(max_size=200))
def test_the_words_of_an_item_are_read_as_they_were_escaped(title: str, words: str):
    said = escape(words)
    with suppress(UnreadableError):
        read = read_page(meeting(item(escape(title), minutes=f"<p>{said}</p>")), SERVICE)
        assert "<p>" not in "".join(read.items[0].text) or "<p>" in words


# --- CMIS -----------------------------------------------------------------------------------------


def test_a_meeting_of_cmis_is_read_with_its_items_and_people():
    read = read_page(CMIS_PAGE, CMIS_MEETING)

    assert (read.kind, read.body_name, read.held_on, read.starts_at, read.place) == (
        PageKind.MEETING,
        "Ashby Executive",
        date(2026, 6, 10),
        "18:30",
        "Town Hall",
    )
    assert [(each.number, each.title) for each in read.items] == [
        ("1", "Street lights"),
        ("2", "One archive service"),
    ]
    assert [each.text for each in read.items[1].resolved] == ["That one archive be approved."]
    assert [(each.name, each.presence) for each in read.attendance] == [
        ("Councillor Eve Eff", Presence.PRESENT),
        ("Councillor Carl Dee", Presence.PRESENT),
        ("Councillor Gil Aitch", Presence.IN_ATTENDANCE),
        ("Councillor Ann Bee", Presence.APOLOGIES),
    ]
    assert read.reference == "9"
    assert read.not_understood == ()


def test_a_decision_of_cmis_is_read_label_by_label():
    found = read_page(CMIS_RECORD, CMIS_DECISION).decision

    assert found is not None
    assert (found.title, found.maker, found.reference, found.key) == (
        "One archive service",
        "Ashby Executive",
        "2026/014",
        Answer.YES,
    )
    assert (found.decided_on, found.published_on, found.call_in_ends_on) == (
        date(2026, 6, 10),
        date(2026, 6, 12),
        date(2026, 6, 19),
    )
    assert (found.text, found.reasons) == (("That one archive be approved.",), "It saves rent.")


def test_a_saved_page_of_cmis_is_known_by_its_marks():
    assert read_page(CMIS_PAGE, "saved.html").items == read_page(CMIS_PAGE, CMIS_MEETING).items


def test_another_page_of_cmis_is_refused_with_a_cure():
    with pytest.raises(UnreadableError, match="no meeting and no decision"):
        read_page(cmis("<h1>Councillors</h1><p>Somebody</p>"), "saved.html")


# --- Forward plans and notices --------------------------------------------------------------------


def test_a_forward_plan_gives_each_entry_with_its_day_of_first_publication():
    lights = entry("Street lights", Decision_type="Non-key", Decision_maker="The Mayor")
    read = read_page(plan(lights, entry()), PLAN)

    assert read.kind is PageKind.FORWARD_PLAN
    first, second = read.entries
    assert (first.title, first.maker, first.key) == ("Street lights", "The Mayor", Answer.NO)
    assert (second.title, second.maker, second.key, second.key_reason) == (
        "One archive service",
        "Ashby Executive",
        Answer.YES,
        "Expenditure above the threshold",
    )
    assert (second.due_on, second.first_published, second.reference) == (
        date(2026, 6, 10),
        date(2026, 5, 4),
        "AB12",
    )


@pytest.mark.parametrize(
    ("words", "private"),
    [("Fully exempt", "Fully exempt"), ("Part exempt", "Part exempt"), ("Open", ""), ("No", "")],
)
def test_a_restriction_is_kept_in_the_pages_words(words: str, private: str):
    (one,) = read_page(plan(entry(Anticipated_restriction=words)), PLAN).entries

    assert one.private == private


def test_a_plan_copied_as_text_is_read_as_well():
    text = (
        "Forward plan\n\nExecutive Work Programme: June (01/06/2026 to 30/06/2026)\n\nPlan items\n"
        "No. Item\n\nStreet lights New!\n\nDecision maker:  Executive\n\nDecision:   June 2026\n\n"
        "Notice of proposed decision first published: 24/04/2026\n\n"
        "One archive service\n\nDecision maker:  Ashby Executive\n\nDecision: 10 Jun 2026\n\n"
        "Notice of proposed decision first published: 04/05/2026\n\nReason for urgency:\n"
        "The grant ends.\n"
    )
    first, second = read_page(text.encode(), "plan.txt").entries

    assert (first.title, first.due, first.due_on, first.first_published) == (
        "Street lights",
        "June 2026",
        None,
        date(2026, 4, 24),
    )
    assert (second.title, second.first_published, second.urgency) == (
        "One archive service",
        date(2026, 5, 4),
        "The grant ends.",
    )


def test_an_issue_is_read_as_the_entry_that_it_is():
    (one,) = read_page(ISSUE, "issue.html").entries

    assert (one.title, one.maker, one.key, one.due_on, one.first_published) == (
        "One archive service",
        "Ashby Executive",
        Answer.YES,
        date(2026, 6, 10),
        date(2026, 5, 4),
    )


def test_an_entry_without_a_day_of_first_publication_gives_none():
    (one,) = read_page(plan(entry(Notice_of_proposed_decision_first_published="")), PLAN).entries

    assert one.first_published is None


# --- Links to meetings ----------------------------------------------------------------------------


def test_meetings_are_found_once_each_and_only_on_the_same_site():
    here = "https://democracy.ashby.example/ieListMeetings.aspx?CId=1"
    links = (
        "<a href='ieListDocuments.aspx?CId=1&MId=9'>a</a><a href='ieListDocuments.aspx?MId=9'>b</a>"
        "<a href='https://elsewhere.example/ieListDocuments.aspx?MId=7'>c</a>"
        "<a href='/live/ctl/ViewMeetingPublic/mid/397/Meeting/12/Committee/4/Default.aspx'>d</a>"
        "<a href='javascript:alert(1)'>e</a><a href='http://[bad'>f</a><a href='/bins'>g</a>"
    )
    site = "https://democracy.ashby.example"

    found = meeting_pages(f"<html><body>{links}</body></html>".encode(), here, most=9)

    assert found == (
        f"{site}/ieListDocuments.aspx?CId=1&MId=9",
        f"{site}/live/ctl/ViewMeetingPublic/mid/397/Meeting/12/Committee/4/Default.aspx",
    )
    assert len(meeting_pages(f"<p>{links}</p>".encode(), here, most=1)) == 1
