"""Clearances, baselines, replies and snapshots: who is told of them, when, and in which words."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from cast import ROOT, PersonFor
from loaded import loaded
from public_towns import published, take
from public_towns import towns as public_towns
from test_books_pages import FACTS, fact, form_in, sign_address, signed, written
from towns import TOWNS, held, version

from cleared_towns import clearance, cleared, paper, passage, towns
from moothall_web.facts.actions import add_fact, change_fact, load_folder
from moothall_web.notifications import telling
from moothall_web.notifications.gathering import told_to
from moothall_web.notifications.kinds import table
from moothall_web.notifications.lines import Line
from moothall_web.notifications.models import Known, Sort
from moothall_web.people.models import Person, Role

pytestmark = pytest.mark.django_db

MAY = date(2026, 5, 20)
EXEMPT = {"paragraph": 3, "public_interest": "A price is open."}


@pytest.fixture
def finance(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.FINANCE_OFFICER)


@pytest.fixture
def author(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.REPORT_AUTHOR)


def lines(person: Person, kind: str, day: date | None = MAY) -> list[Line]:
    found = (line for each in told_to(person, day) for line in each.lines)
    return [line for line in found if line.kind.name == kind]


def load(folder: Path, **more: Any) -> None:
    loaded(towns(folder / "towns", **more))


def test_words_that_wait_are_told_to_the_office_that_was_asked(
    tmp_path: Path, finance: Person, author: Person, person_for: PersonFor
):
    load(tmp_path, clearances=(clearance("asks", "Money", office="Finance"),))
    lawyer = person_for("ashby", role=Role.LEGAL)
    partner = person_for("brae", role=Role.FINANCE_OFFICER)

    waiting, *_ = lines(finance, "clearance")
    assert waiting.words == (
        "Money of Ashby's paper on One archive service waits for your clearance."
    )
    assert waiting.place.endswith("/money/answer/")
    for other in (author, lawyer, partner):
        assert lines(other, "clearance") == []


def test_the_day_of_a_clearance_is_told_ahead(tmp_path: Path, finance: Person):
    """Ashby's clearances of this paper are due on Thu 28 May."""
    load(tmp_path, clearances=(clearance("asks", "Money", office="Finance"),))

    assert len(lines(finance, "clearance", MAY)) == 1
    told = lines(finance, "clearance", date(2026, 5, 26))
    assert any("is due Thu 28 May 2026 (in 2 days)" in each.words for each in told), [
        each.words for each in told
    ]


def test_a_clearance_of_a_paper_that_is_exempt_is_told_as_hidden(tmp_path: Path, finance: Person):
    load(
        tmp_path,
        clearances=(clearance("asks", "Money", office="Finance"),),
        papers=(paper(exempt=EXEMPT, title="The offer of Quillfeather"),),
    )

    [line] = lines(finance, "clearance")
    assert line.is_hidden
    assert line.words == ""


def test_stale_words_are_told_to_whoever_asks_and_whoever_answers_and_cannot_be_switched_off(
    tmp_path: Path, finance: Person, author: Person
):
    load(
        tmp_path,
        clearances=(cleared(office="Finance"),),
        passages=(passage("financial", "It costs 990 a year now."), passage("legal", "Law.")),
    )

    for person in (finance, author):
        [line] = lines(person, "stale")
        assert line.words == (
            "Money of Ashby's paper on One archive service: the words have changed since they were "
            "answered."
        )
        assert "990" not in line.words
    assert lines(finance, "stale")[0].kind.binds([Role.FINANCE_OFFICER])


def test_a_signed_baseline_that_changes_is_told_without_its_figures(
    tmp_path: Path, person_for: PersonFor, finance: Person
):
    load_folder(written(tmp_path / "towns", FACTS))
    treasurer = person_for("ashby", role=Role.SECTION_151_OFFICER)
    client = signed(treasurer)
    client.post(sign_address(), form_in(client.get(sign_address())))
    assert lines(treasurer, "baseline", None) == []
    later = held("baseline_lines", "ashby-archives") | {"gross_expenditure": "120000"}
    change_fact(
        finance, TOWNS, "baseline_lines", later["id"], later, version("baseline_lines", later["id"])
    )

    [line] = lines(treasurer, "baseline", None)
    assert "the baseline of Ashby is open again. 1 line has changed since version 1" in line.words
    assert "120" not in line.words
    assert lines(finance, "baseline", None) == [line]
    assert lines(person_for("brae", role=Role.SECTION_151_OFFICER), "baseline", None) == []
    again = later | {"gross_expenditure": "130000"}
    change_fact(
        finance, TOWNS, "baseline_lines", later["id"], again, version("baseline_lines", later["id"])
    )
    assert lines(treasurer, "baseline", None)[0].key != line.key, "another change is told anew"


def test_the_two_months_for_a_reply_are_told_ahead_and_once_they_are_over(
    tmp_path: Path, person_for: PersonFor, finance: Person
):
    folder = written(tmp_path / "towns", {})
    comment = fact(
        "asked",
        "ashby",
        body="ashby-decides",
        meeting=None,
        kind="recommendation",
        text="That Quillfeather be asked.",
        due_on="2026-05-27",
    )
    (folder / "comments.yaml").write_text(yaml.safe_dump([comment]), encoding="utf-8")
    load_folder(folder)
    clerk = person_for("ashby", role=Role.DEMOCRATIC_SERVICES)

    [line] = lines(clerk, "reply")
    assert "the reply is due Wed 27 May 2026 (in 7 days)" in line.words
    assert "Quillfeather" not in line.words
    [late] = lines(clerk, "reply", date(2026, 5, 29))
    assert "(2 days ago)" in late.words
    assert late.grave == 0
    assert lines(clerk, "reply", date(2026, 5, 27) + timedelta(days=20)) == []
    assert lines(finance, "reply") == []


def test_a_published_snapshot_is_told_to_every_council_of_the_programme(tmp_path: Path):
    made = public_towns(tmp_path / TOWNS)
    telling.gather(made.partner_officer, Sort.DAILY)
    snapshot = published(made.author, made.officer)

    told = telling.gather(made.partner_officer, Sort.DAILY)
    assert told is not None
    [line] = lines(made.partner_officer, "snapshot", None)
    assert line.key in told.keys
    assert line.words == "Ashby has published snapshot 1 on One archive service."
    take(made.officer, snapshot, "withdraw")
    assert lines(made.partner_officer, "snapshot", None) == []


def test_what_somebody_knows_holds_no_words(tmp_path: Path, author: Person):
    load(tmp_path)
    add_fact(
        author,
        TOWNS,
        "comments",
        {
            "id": "secret",
            "source": "ashby 1",
            "known_on": "2026-01-05",
            "owner": "ashby",
            "proposal": "archive",
            "body": "ashby-decides",
            "meeting": None,
            "kind": "question",
            "text": "What does Quillfeather want?",
            "exempt": EXEMPT,
        },
    )
    telling.gather(author, Sort.DAILY)

    assert "Quillfeather" not in str(Known.objects.get().keys)
    assert all(len(key) == 20 for keys in Known.objects.get().keys.values() for key in keys)


def test_the_page_in_the_documents_holds_every_kind():
    page = (ROOT / "docs" / "notifications.md").read_text(encoding="utf-8")

    assert table() in page
