"""Modern.gov's web service: the question put to it, and the answers, with the quirks of both.

The shapes are put together from what programs that read them expect; no answer was captured.  Each
quirk has been met by somebody who wrote such a program.
"""

from contextlib import suppress
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from calendars_made import all_by_date, meeting_xml, read
from hypothesis import given
from hypothesis import strategies as st

from moothall.facts.decisions import MeetingStatus
from moothall.files.calendars.modern_gov import question
from moothall.files.problems import UnreadableError

SITE = "https://democracy.example/"
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)

ONE_COMMITTEE = """\
<getmeetings><committee><committeeid>544</committeeid><committeetitle>Cabinet</committeetitle>
<committeemeetings><meeting><meetingid>1</meetingid><meetingdate>20/07/2026</meetingdate>
<meetingtime>18:00</meetingtime><meetinglocation/><meetingstatus>Confirmed</meetingstatus>
<iswebcast>True</iswebcast><agendapublished>True</agendapublished></meeting></committeemeetings>
</committee></getmeetings>
"""
ENVELOPE = (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
    "<GetMeetingsResponse><GetMeetingsResult>{}</GetMeetingsResult></GetMeetingsResponse>"
    "</soap:Body></soap:Envelope>"
)


def asked(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


# --- The question ---------------------------------------------------------------------------------


def test_days_are_sent_as_england_writes_them_for_iso_dates_are_passed_over():
    address = question(SITE, JULY, AUGUST)

    assert asked(address)["sFromDate"] == "01/07/2026"
    assert "2026-07-01" not in address


def test_all_committees_are_asked_for_with_minus_one():
    address = question(SITE, JULY, AUGUST)

    assert "/GetAllMeetingsByDate?" in address
    assert asked(address)["lCommitteeId"] == "-1"


def test_one_committee_is_asked_for_by_its_number():
    address = question(SITE, JULY, AUGUST, committee=544)

    assert "/GetMeetings?" in address
    assert asked(address)["lCommitteeId"] == "544"


def test_the_day_after_the_last_is_sent_for_the_end_does_not_count():
    assert asked(question(SITE, JULY, AUGUST))["sToDate"] == "01/08/2026"


def test_every_parameter_is_sent_for_optional_ones_are_needed_too():
    names = set(asked(question(SITE, JULY, AUGUST)))

    assert names == {"lCommitteeId", "sFromDate", "sToDate", "bIsAscendingDateOrder"}


@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("https://democracy.example", "/mgWebService.asmx"),
        ("https://www.example/modern.gov/", "/modern.gov/mgWebService.asmx"),
        (
            "https://www.example/modern.gov/mgCalendarMonthView.aspx?GL=1",
            "/modern.gov/mgWebService.asmx",
        ),
        ("https://www.example/x/mgwebservice.asmx/GetMeetings?a=b", "/x/mgWebService.asmx"),
    ],
)
def test_the_service_is_looked_for_in_whichever_folder_the_site_stands(base: str, path: str):
    assert urlsplit(question(base, JULY, AUGUST)).path == f"{path}/GetAllMeetingsByDate"


# --- The answers ----------------------------------------------------------------------------------


def test_the_meetings_of_one_committee_are_its_own():
    found = read(ONE_COMMITTEE)

    assert (found.form, found.problems) == ("Modern.gov", ())
    (meeting,) = found.meetings
    assert (meeting.body_name, meeting.held_on, meeting.starts_at) == (
        "Cabinet",
        date(2026, 7, 20),
        "18:00",
    )
    assert (meeting.reference, meeting.status) == ("1", MeetingStatus.CONFIRMED)


def test_an_answer_that_ignored_the_days_is_filtered_here():
    rows = [meeting_xml(day=f"20/07/{year}", number=year) for year in range(2000, 2026)]
    found = read(all_by_date(*rows, meeting_xml()), since=JULY, until=AUGUST)

    assert [each.held_on for each in found.meetings] == [date(2026, 7, 20)]
    assert found.left_out == 26


def test_an_answer_that_only_counts_says_what_to_ask_instead():
    only = "<getmeetingsbydate><meetingscount>12</meetingscount></getmeetingsbydate>"
    found = read(only)

    assert found.meetings == ()
    assert "says that it holds 12 meetings and lists 0" in " ".join(p.what for p in found.problems)
    assert "one committee at a time" in " ".join(p.cure for p in found.problems)


def test_text_that_was_escaped_twice_is_read():
    found = read(all_by_date(meeting_xml(title="Children&amp;amp;#39;s &amp;amp; Families")))

    assert found.meetings[0].body_name == "Children's & Families"


@pytest.mark.parametrize("number", [0, 1, 3])
def test_one_meeting_or_many_or_none_are_read_alike(number: int):
    rows = [meeting_xml(number=place, day=f"2{place}/07/2026") for place in range(number)]

    assert len(read(all_by_date(*rows)).meetings) == number


@pytest.mark.parametrize(
    "text",
    [
        ONE_COMMITTEE.replace("<getmeetings>", '<getmeetings xmlns="urn:of-a-supplier">'),
        ONE_COMMITTEE.replace("<", "<mg:")
        .replace("<mg:/", "</mg:")
        .replace("<mg:getmeetings>", '<mg:getmeetings xmlns:mg="urn:of-a-supplier">'),
        ONE_COMMITTEE.replace("meetingid", "MeetingId").replace("committeetitle", "CommitteeTitle"),
        ENVELOPE.format(ONE_COMMITTEE),
        '<string xmlns="urn:of-a-supplier">'
        + ONE_COMMITTEE.replace("&", "&amp;").replace("<", "&lt;")
        + "</string>",
    ],
    ids=["namespace", "prefix", "capitals", "envelope", "one text"],
)
def test_namespaces_prefixes_capitals_and_wrappers_make_no_difference(text: str):
    (meeting,) = read(text).meetings

    assert (meeting.body_name, meeting.reference) == ("Cabinet", "1")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Confirmed", MeetingStatus.CONFIRMED),
        ("Occurred", MeetingStatus.CONFIRMED),
        ("Provisional", MeetingStatus.PROVISIONAL),
        ("Cancelled", MeetingStatus.CANCELLED),
        ("Postponed", MeetingStatus.CANCELLED),
    ],
)
def test_a_status_is_read(word: str, status: MeetingStatus):
    assert read(all_by_date(meeting_xml(status=word))).meetings[0].status is status


def test_what_is_wrong_with_one_meeting_is_told_with_its_number():
    found = read(
        all_by_date(
            meeting_xml(day="soon", number=7),
            meeting_xml(title="", number=8),
            meeting_xml(time="late", status="Odd", number=9),
        )
    )

    assert [each.reference for each in found.meetings] == ["9"]
    assert [each.what for each in found.problems] == [
        "'Odd' of meeting 9 is no status that is known",
        "meeting 7 has no day: 'soon'",
        "meeting 8 names no committee",
        "meeting 9 has no time: 'late'",
    ]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("<getmeetings>\n<committee>\n</getmeetings>", 3, "is no XML from here on"),
        ("<rss>\n<channel/></rss>", 1, "is XML of another kind"),
        (
            '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><getmeetings>&c;</getmeetings>',
            1,
            "entities of its own",
        ),
        (
            '<!DOCTYPE getmeetings SYSTEM "https://elsewhere.example/a.dtd"><getmeetings/>',
            1,
            "entities of its own",
        ),
        (
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><getmeetings>&b;</getmeetings>',
            1,
            "entities of its own",
        ),
    ],
    ids=[
        "cut off",
        "another kind",
        "growing entities",
        "a grammar from elsewhere",
        "a file of ours",
    ],
)
def test_malformed_or_malicious_xml_is_refused_with_the_line(text: str, line: int, told: str):
    with pytest.raises(UnreadableError) as refused:
        read(text)

    assert refused.value.problems[0].line == line
    assert told in refused.value.problems[0].what


@given(st.text(alphabet="<>/&;ameting019#\"' ", max_size=120))
def test_any_xml_is_read_or_refused(text: str):
    with suppress(UnreadableError):
        read(f"<getmeetings>{text}")
