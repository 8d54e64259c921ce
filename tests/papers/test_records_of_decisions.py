"""Decision notices, officers' records and agenda items with minutes, from what was recorded."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from town_papers import common, document_of, having, paper_of, tables, town, under, words, worked_up

from moothall.basics.dates import read_written_date
from moothall.documents.document import Bullets, Paragraph
from moothall.facts.bodies import Body, BodyKind, Power
from moothall.facts.decisions import Answer, Decision, Resolution
from moothall.facts.papers import (
    Attendance,
    Comment,
    Declaration,
    MinuteItem,
    Minutes,
    Paper,
    Presence,
)
from moothall.facts.programme import Programme
from moothall.facts.proposals import Option, Standing


@pytest.fixture
def archive(tmp_path: Path) -> Programme:
    return town(tmp_path / "three-towns")


def decision(key: str = "done", body: str = "ashby-decides", **more: Any) -> Decision:
    held = {
        "proposal": "archive",
        "authority": "ashby",
        "body": body,
        "decided_on": date(2026, 1, 28),
        "text": "One archivist is shared.",
    }
    return Decision(**common(key), **(held | more))


WHOLE = decision(
    key_reason="It saves more than the threshold",
    published_on=date(2026, 1, 29),
    reasons="It keeps the archive open.",
    options_considered="Closing the archive.",
    interests="Cllr Reed declared an interest and left.",
    dispensations="None was granted.",
    resolutions=(
        Resolution(number="(a)", text="the post be shared", amendment="for two years, not three"),
    ),
)


def front(programme: Programme, layout: str) -> dict[str, tuple[str, ...]]:
    sheet = tables(document_of(programme, format_name=layout))[0]
    return {row[0][0]: row[1] for row in sheet.rows}


@pytest.mark.checklist("J01")
def test_a_decision_notice_holds_each_element_that_the_regulations_ask(archive: Programme) -> None:
    archive = having(archive, decisions=[replace(WHOLE, key=Answer.YES)])
    assert paper_of(archive, format_name="decision-notice").unwritten == ()
    head = front(archive, "decision-notice")
    assert head["Decision taken by:"] == ("Ashby Executive",)
    assert head["Date of decision:"] == ("Wed 28 Jan 2026",)
    assert head["Date published:"] == ("Thu 29 Jan 2026",)
    assert head["Key decision:"] == ("Yes: It saves more than the threshold",)
    document = document_of(archive, format_name="decision-notice")
    assert words(document, "Decision") == (
        "One archivist is shared. RESOLVED – the post be shared (amended: for two years, not three)"
    )
    assert words(document, "Reasons for the decision") == "It keeps the archive open."
    assert words(document, "Alternatives considered and rejected") == "Closing the archive."
    assert words(document, "Conflicts of interest declared").startswith("Cllr Reed declared")
    assert words(document, "Dispensations granted") == "None was granted."


def test_an_element_that_nobody_recorded_is_left_open_and_not_called_none(
    archive: Programme,
) -> None:
    archive = having(archive, decisions=[decision()])
    written = paper_of(archive, format_name="decision-notice")
    assert {"Reasons for the decision", "Dispensations granted", "Key decision"} <= set(
        written.unwritten
    )
    assert "Conflicts of interest declared" in written.unwritten


def test_before_the_decision_the_alternatives_are_those_that_the_appraisal_set_aside(
    archive: Programme,
) -> None:
    options = [
        Option(
            **common(name),
            proposal="archive",
            name=name,
            model="none",
            standing=standing,
            description="",
            reasons="It costs most." if standing is Standing.REJECTED else "",
        )
        for name, standing in (("Close", Standing.REJECTED), ("Share", Standing.PROPOSED))
    ]
    document = document_of(having(archive, options=options), format_name="decision-notice")
    assert words(document, "Alternatives considered and rejected") == "Close: It costs most."


def test_an_officers_record_holds_an_officers_decision_alone(archive: Programme) -> None:
    officer = Body(
        **common("director"),
        name="Director of Places",
        kind=BodyKind.OFFICER,
        power=Power.DECIDES,
        authority="ashby",
    )
    archive = having(archive, bodies=[officer], decisions=[WHOLE])
    assert front(archive, "officer-decision-record")["Date of decision:"][0].startswith("[Not yet")
    small = decision("small", "director", text="The van is hired.", reasons="It was needed.")
    archive = having(archive, decisions=[small])
    document = document_of(archive, format_name="officer-decision-record")
    assert words(document, "Record of the decision") == "The van is hired."
    assert words(document, "Reasons for the decision") == "It was needed."
    head = front(archive, "officer-decision-record")
    assert head["Decision taken by:"] == ("Director of Places",)


MEETING = "ashby-meets"


def put_to_a_meeting(programme: Programme, *items: MinuteItem) -> Programme:
    paper = Paper(
        **common("asked"),
        title="Archive",
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        meeting=MEETING,
        dated=read_written_date("10 June 2026"),
        report_of="Head of Archives",
        contacts=("B. Archivist",),
    )
    minutes = Minutes(
        **common("minutes"),
        meeting=MEETING,
        attendance=(
            Attendance(name="Cllr Reed", presence=Presence.PRESENT, role="Chair"),
            Attendance(name="Cllr Moss", presence=Presence.PRESENT),
            Attendance(name="Cllr Fenn", presence=Presence.APOLOGIES),
        ),
        declarations=(Declaration(name="Cllr Moss", interest="uses the archive"),),
        items=items,
    )
    comments = [
        Comment(
            **common("c1"),
            proposal="archive",
            body="ashby-decides",
            meeting=MEETING,
            kind="question",
            text="Who pays?",
            reply="Each council a third",
        ),
        Comment(
            **common("c2"),
            proposal="archive",
            body="ashby-decides",
            meeting=MEETING,
            kind="question",
            text="When does it open?",
        ),
        Comment(
            **common("c3"),
            proposal="archive",
            body="ashby-decides",
            meeting=MEETING,
            kind="statement",
            text="Members welcomed it",
        ),
    ]
    return having(programme, papers=[paper], minutes=[minutes], comments=comments)


ITEM = MinuteItem(
    number="4",
    title="Archive",
    text=("A report had been circulated.",),
    resolved=("RESOLVED – That the report be noted.",),
    proposal="archive",
)
OTHER = MinuteItem(number="5", title="Bins", text=("Bins were discussed.",), proposal="bins")


@pytest.mark.checklist("J04", "K11")
def test_an_agenda_item_has_attendance_comments_with_replies_and_what_was_resolved(
    archive: Programme,
) -> None:
    archive = put_to_a_meeting(archive, ITEM, OTHER)
    written = paper_of(archive, format_name="agenda-item-with-minutes")
    assert written.paper == "asked"
    document = written.document
    assert document is not None
    attended = [b.text for b in under(document, "Attendance") if isinstance(b, Paragraph)]
    assert attended == ["Present: Cllr Reed (Chair), Cllr Moss.", "Apologies: Cllr Fenn."]
    assert words(document, "Interests declared") == "Cllr Moss: uses the archive"
    said = words(document, "Minutes")
    assert said.startswith("A report had been circulated.")
    assert "Bins" not in said
    (comments,) = (b for b in under(document, "Minutes") if isinstance(b, Bullets))
    assert comments.items == (
        "Who pays? In response: Each council a third.",
        "When does it open? No reply is on record.",
        "Members welcomed it.",
    )
    assert words(document, "Resolved") == "RESOLVED – That the report be noted."


def test_minutes_that_name_no_proposal_are_taken_whole(archive: Programme) -> None:
    archive = put_to_a_meeting(archive, replace(ITEM, proposal=""))
    document = document_of(archive, format_name="agenda-item-with-minutes")
    assert words(document, "Minutes").startswith("A report had been circulated.")


def test_a_board_paper_goes_to_the_board_and_lists_what_was_promised(
    stockport_tameside: Programme,
) -> None:
    case = worked_up(stockport_tameside, date(2022, 2, 15))
    written = case.paper("early-years-leadership", "tameside", "programme-board-paper")
    assert written.document is not None
    sheet = tables(written.document)[0]
    assert sheet.rows[0] == (("To:",), ("Shared services programme board",))
    captions = [table.caption for table in tables(written.document)]
    assert "What was promised" in captions
    assert words(written.document, "Next steps") == (
        "By Tue 24 May 2022: Last day for the notice of a key decision "
        "By Tue 14 Jun 2022: Last day to publish the papers of Executive Cabinet "
        "Wed 22 Jun 2022: Executive Cabinet decides"
    )
