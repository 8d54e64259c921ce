"""Published pages of committee systems: what is read of them, and what hostile ones come to."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.facts.decisions import Answer
from moothall.facts.papers import Attendance, Declaration, Presence
from moothall.files.minutes import limits
from moothall.files.minutes.labels import read_printed_day
from moothall.files.minutes.page import read_page
from moothall.files.problems import UnreadableError
from moothall.governance.record.published import PageKind
from published_pages import (
    ATTENDANCE,
    DECISION_ADDRESS,
    MEETING,
    SCRUTINY_ITEM,
    decision,
    page,
)

SEED = Path("002_636fd7278a66ca1b.txt")


def text_of(content: str) -> bytes:
    return f"Decision details\n\nA title\n\n{content}".encode()


# --- A decision -----------------------------------------------------------------------------------


def test_a_decision_is_read_label_by_label():
    read = read_page(decision(), DECISION_ADDRESS)

    found = read.decision
    assert read.kind is PageKind.DECISION
    assert found is not None
    assert (found.title, found.maker) == ("One archive service", "Ashby Executive")
    assert (found.status, found.key, found.key_reason) == (
        "Recommendations Approved",
        Answer.YES,
        "Expenditure above the threshold",
    )
    assert (found.decided_on, found.published_on, found.effective_on) == (
        date(2026, 6, 10),
        date(2026, 6, 12),
        date(2026, 6, 18),
    )
    assert (found.reasons, found.alternatives, found.interests) == (
        "It saves rent.",
        "Three archives.",
        "None.",
    )
    assert [(each.number, each.text) for each in found.resolved] == [
        ("1", "one archive be approved, subject to Brae's agreement; and"),
        ("2", "the report be noted."),
    ]


def test_documents_and_contacts_are_left_where_they_stand():
    read = read_page(decision(), DECISION_ADDRESS)

    left = [each.words for each in read.left_there]
    assert any(words.startswith("Report author") for words in left)
    assert any(words.startswith("Report PDF") for words in left)
    assert read.not_understood == ()


def test_a_label_that_is_not_known_is_listed():
    read = read_page(decision(Ombudsman_ref="12/7"), DECISION_ADDRESS)

    assert [each.words for each in read.not_understood] == ["Ombudsman ref: 12/7"]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Date of decision", "31/02/2026"),
        ("Is Key decision?", "Perhaps"),
        ("Publication date", "-"),
    ],
)
def test_a_value_that_cannot_be_read_is_listed_and_not_guessed(label: str, value: str):
    read = read_page(decision(**{label: value, "Decided at meeting": ""}), DECISION_ADDRESS)

    assert [each.words for each in read.not_understood] == [f"{label}: {value}"]


def test_scripts_styles_and_menus_are_no_part_of_it():
    read = read_page(decision(), DECISION_ADDRESS)

    said = repr(read)
    for word in ("never run", "color", "Bins", "Contact the council"):
        assert word not in said


@pytest.mark.parametrize(
    ("words", "resolved"),
    [
        ("RESOLVED – That the report be noted.", ["That the report be noted."]),
        ("RESOLVED UNANIMOUSLY - That it be done.", ["That it be done."]),
        ("RESOLVED (6/3) – That it be done.", ["That it be done."]),
        ("RESOLVED:\n\nThat it be approved.\n\nThe chair thanked all.", ["That it be approved."]),
        (
            "RESOLVED\n1. That a be done; and\n2. That b be done.",
            ["That a be done; and", "That b be done."],
        ),
        ("That it be DETERMINED that:\n\nThe lease be granted.", ["The lease be granted."]),
        (
            "RESOLVED – (i) That a be noted.\n(ii) That b be done.",
            ["That a be noted.", "That b be done."],
        ),
        (
            "The Cabinet agreed to:\n1. Approve a.\n(a) and its annex\n2. Note b.",
            ["Approve a. (a) and its annex", "Note b."],
        ),
        (
            "RESOLVED – That the move to these posts be endorsed:-\n• a head\n• a lead",
            ["That the move to these posts be endorsed:- • a head • a lead"],
        ),
        (
            "Members resolved nothing and went home.",
            ["Members resolved nothing and went home."],
        ),
    ],
)
def test_what_was_resolved_is_read_item_by_item(words: str, resolved: list[str]):
    found = read_page(text_of(f"Decision:\n\n{words}"), "page.txt").decision

    assert found is not None
    assert [each.text for each in found.resolved] == resolved


# --- A meeting, an item, attendance ---------------------------------------------------------------


def test_a_meeting_is_read_item_by_item():
    read = read_page(MEETING, "minutes.html")

    assert (read.kind, read.body_name, read.held_on) == (
        PageKind.MEETING,
        "Ashby Executive",
        date(2026, 6, 10),
    )
    assert (read.starts_at, read.extraordinary, read.place) == ("18:30", True, "Town Hall")
    assert [(each.number, each.title) for each in read.items] == [
        ("1", "Apologies"),
        ("2", "Declarations of Interest"),
        ("3", "Street lights"),
        ("4", "One archive service"),
    ]
    last = read.items[-1]
    assert [each.text for each in last.resolved] == [
        "That one archive be approved for three years",
        "That the report be noted.",
    ]
    assert last.amendments == ("It was moved as an amendment that two years be three.",)
    assert last.text[-1] == "The meeting ended at 8 pm."
    assert read.not_understood == ()


def test_who_came_sent_apologies_and_declared_is_read():
    read = read_page(MEETING, "minutes.html")

    assert read.attendance == (
        Attendance(name="Councillor Ann Bee", presence=Presence.APOLOGIES),
        Attendance(name="Councillor Carl Dee", presence=Presence.APOLOGIES),
        Attendance(
            name="Councillor Gil Aitch",
            presence=Presence.IN_ATTENDANCE,
            role="Cabinet Member for Culture",
        ),
    )
    assert read.declarations == (
        Declaration(
            name="Eve Eff", interest="Agenda Item 4 – as a volunteer at the archive.", item="4"
        ),
    )


def test_attendance_has_presence_and_role_and_an_unknown_word_is_listed():
    read = read_page(ATTENDANCE, "attendance.html")

    assert [(each.name, each.presence, each.role) for each in read.attendance] == [
        ("Councillor Eve Eff", Presence.PRESENT, "Chair"),
        ("Councillor Ann Bee", Presence.APOLOGIES, "Member"),
        ("Hal Eye", Presence.IN_ATTENDANCE, "Officer"),
    ]
    assert [each.words for each in read.not_understood] == [
        "Councillor Jo Kay | Member | Virtually"
    ]


def test_a_page_copied_as_text_is_read_as_well():
    read = read_page(SCRUTINY_ITEM.encode(), "item.txt")

    (item,) = read.items
    assert (item.body_name, item.held_on, item.number) == ("Ashby Scrutiny", date(2026, 5, 20), "7")
    assert [each.text for each in item.resolved] == ["That the report be noted."]


@pytest.mark.checklist("J04")
def test_the_agenda_item_with_its_minutes_is_read(shared: Path):
    read = read_page((shared / "seeds" / SEED).read_bytes(), "002.txt")

    (item,) = read.items
    assert read.kind is PageKind.AGENDA_ITEM
    assert item.title == "Stockport and Tameside Partnership Opportunities"
    assert item.purpose[0] == "To consider a report of the Director of Children’s Services."
    assert [each.text for each in item.resolved] == ["That the report be noted."]
    assert read.attendance == (
        Attendance(
            name="Councillor Colin Foster",
            presence=Presence.IN_ATTENDANCE,
            role="Cabinet Member for Children, Family Services & Education",
        ),
    )
    assert sum(words.startswith("• ") for words in item.text) == 21
    assert read.not_understood == ()


# --- Hostile input --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04rest",
        b"<html><body></body></html>",
        b"<html><body><h1>Bins</h1><p>On Monday.</p></body></html>",
        b"\x00" * 1000,
        b"<div>" * 5000 + b"<h1>Agenda item</h1>",
        b"<p" + b"<" * (limits.MARKS + 1),
        b"x" * (limits.PAGE_BYTES + 1),
    ],
)
def test_what_is_no_page_is_refused_with_a_cure(data: bytes):
    with pytest.raises(UnreadableError) as caught:
        read_page(data, "page.html")

    assert all(problem.cure for problem in caught.value.problems)


def test_entities_of_its_own_are_not_resolved():
    hostile = (
        b'<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        b"<html><body><h1>Agenda item</h1><h2>&a;&f; title</h2></body></html>"
    )

    assert "boom" not in read_page(hostile, "page.html").title


def test_many_lines_that_are_not_understood_are_counted():
    rows = "".join(f"<p><span class='mgLabel'>Odd {n}: </span>x</p>" for n in range(600))
    read = read_page(page(f"<h1>Decision details</h1><h2>A title</h2>{rows}"), "page.html")

    assert len(read.not_understood) == limits.NOT_TAKEN + 1
    assert read.not_understood[-1].words == "200 further lines"


@given(st.text(max_size=400))
def test_whatever_stands_under_a_decision_is_read_or_refused(words: str):
    with suppress(UnreadableError):
        assert read_page(text_of(words), "page.txt").kind is PageKind.DECISION


@given(st.text(alphabet="<>/abph1 &;\"'=", max_size=300))
def test_whatever_marks_a_page_has_it_is_read_or_refused(marks: str):
    with suppress(UnreadableError):
        assert read_page(page(f"<h1>Agenda item</h1><h2>Title</h2>{marks}"), "page.html").name


@given(
    st.lists(st.from_regex(r"[a-z]{2,9}( [a-z]{2,9}){2,6}", fullmatch=True), min_size=2, max_size=9)
)
def test_every_numbered_resolution_is_found_in_its_order(texts: list[str]):
    listed = "\n".join(f"{n}. That {text}." for n, text in enumerate(texts, start=1))
    found = read_page(text_of(f"Decision:\n\nRESOLVED\n{listed}"), "page.txt").decision

    assert found is not None
    assert [each.text for each in found.resolved] == [f"That {text}." for text in texts]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)))
def test_a_day_is_read_however_it_is_printed(day: date):
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(
        day.day % 10 if day.day not in (11, 12, 13) else 0, "th"
    )
    for printed in (
        f"{day:%d/%m/%Y}",
        f"{day:%d/%m/%Y} - Cabinet",
        f"{day:%A}, {day.day}{suffix} {day:%B}, {day.year} 6.00 pm",
        f"{day.day} {day:%b} {day.year}",
    ):
        assert read_printed_day(printed) == day
