"""Answers of officers that somebody else records: only as a document shows them, and by whom."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from loaded import loaded
from page import filled, words
from towns import TOWNS, held, version

from cleared_towns import AUTHOR, MONEY, clearance, cleared, towns
from moothall_web.facts.actions import (
    InvalidError,
    add_fact,
    change_fact,
    load_folder,
    remove_fact,
    undo,
)
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.records.models import Event, Payload

pytestmark = pytest.mark.django_db
PAPER = [TOWNS, "archive", "ashby"]
ANSWER = {"answer": "yes", "officer": "Fay Officer", "answered_on": "2026-05-05"}


@pytest.fixture
def asked(tmp_path: Path) -> None:
    loaded(towns(tmp_path / "towns", clearances=(clearance("asks", "Money"),)))


@pytest.fixture
def author(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.REPORT_AUTHOR)


def signed(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def main_of(answer: Any) -> str:
    main = re.search(r"<main.*</main>", words(answer), re.DOTALL)
    assert main is not None
    said = unescape(re.sub(r"<[^>]+>", " ", main[0])).replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(said.split())


def record(person: Person, key: str = "asks", **more: Any) -> None:
    payload = held("clearances", key) | ANSWER | {"source": "ashby 9"} | more
    change_fact(person, TOWNS, "clearances", key, payload, version("clearances", key))


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("role", [Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES])
def test_an_answer_that_a_document_shows_says_who_recorded_it(person_for: PersonFor, role: Role):
    person = person_for("ashby", role=role)
    record(person)

    assert held("clearances", "asks")["recorded_by"] == role.label
    event = Event.objects.get(subject="clearances/asks", verb="changed a fact")
    assert (event.who, event.role) == (person, role.value)
    assert Payload.objects.get(event=event).summary.startswith(
        "Recorded, as document ashby 9 shows it, the answer to the clearance"
    )
    said = main_of(signed(person).get(reverse("clearances:paper", args=PAPER)))
    assert f"Recorded from Document ashby , 9 by the {role.label}" in said
    assert "Fay Officer did not answer here" in said


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("role", [Role.FINANCE_OFFICER, Role.PROGRAMME_MANAGER, Role.LEGAL])
def test_nobody_else_records_an_answer_of_another_officer(person_for: PersonFor, role: Role):
    with pytest.raises(InvalidError, match="report author, its democratic services officer"):
        record(person_for("ashby", role=role))
    assert held("clearances", "asks")["answer"] == "unknown"


@pytest.mark.usefixtures("asked")
def test_the_papers_own_author_records_it_too(person_for: PersonFor):
    person = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    Person.objects.filter(pk=person.pk).update(name=AUTHOR)
    person.refresh_from_db()
    record(person)
    assert held("clearances", "asks")["recorded_by"] == "workstream lead"


@pytest.mark.usefixtures("asked")
def test_another_councils_author_records_nothing_here(person_for: PersonFor):
    with pytest.raises(RefusedError):
        record(person_for("brae", role=Role.REPORT_AUTHOR))


@pytest.mark.usefixtures("asked")
def test_the_place_where_it_was_asked_for_does_not_show_the_answer(author: Person):
    with pytest.raises(InvalidError) as raised:
        record(author, source="ashby 4")
    (fault,) = raised.value.faults
    assert fault.path == ("source",)
    assert "does not show the answer" in fault.what


@pytest.mark.usefixtures("asked")
def test_nobody_answers_in_their_own_name_for_another_office(author: Person):
    with pytest.raises(InvalidError, match="you do not answer for Finance"):
        record(author, officer=author.name, office="Finance")
    with pytest.raises(InvalidError, match="an office that is not named"):
        record(author, officer=author.name, office="")


@pytest.mark.usefixtures("asked")
def test_an_officer_records_an_answer_of_their_own_office(person_for: PersonFor):
    finance = person_for("ashby")
    record(finance, officer=finance.name, office="Finance")
    assert held("clearances", "asks")["recorded_by"] == "finance officer"


@pytest.mark.usefixtures("asked")
def test_whoever_records_cannot_say_that_somebody_else_did(author: Person):
    record(author, recorded_by="section 151 officer")
    assert held("clearances", "asks")["recorded_by"] == "report author"
    later = held("clearances", "asks") | {"recorded_by": ""}
    change_fact(author, TOWNS, "clearances", "asks", later, version("clearances", "asks"))
    assert held("clearances", "asks")["recorded_by"] == "report author"


@pytest.mark.parametrize(
    "more",
    [{"answer": "no", "comment": "x"}, {"officer": "A. Other"}, {"area": "Law"}, {"words": ["x"]}],
)
def test_an_answer_given_here_is_not_rewritten_for_the_officer(
    tmp_path: Path, author: Person, person_for: PersonFor, more: dict[str, Any]
):
    load_folder(towns(tmp_path / "towns", clearances=(cleared(),)))
    with pytest.raises(InvalidError):
        record(author, "clears-money", **{**ANSWER, "words": [MONEY], "source": "ashby 4"} | more)
    with pytest.raises(InvalidError):
        record(person_for("ashby"), "clears-money", **more)


def test_what_is_no_answer_is_changed_as_before(tmp_path: Path, person_for: PersonFor):
    load_folder(towns(tmp_path / "towns", clearances=(cleared(),)))
    payload = held("clearances", "clears-money") | {"asked_of": "Fay Officer"}
    finance = person_for("ashby")
    change_fact(finance, TOWNS, "clearances", "clears-money", payload, 1)
    now = held("clearances", "clears-money")
    assert (now["asked_of"], now.get("recorded_by", ""), now["words"]) == (
        "Fay Officer",
        "",
        [MONEY],
    )


@pytest.mark.usefixtures("asked")
def test_an_officer_who_answers_on_the_page_is_recorded_by_nobody(
    author: Person, person_for: PersonFor
):
    record(author)
    client = signed(person_for("ashby"))
    here = reverse("clearances:answer", args=[*PAPER, "ashby-report", "money"])
    assert client.post(here, filled(client.get(here), said="yes")).status_code == 302
    now = held("clearances", "asks")
    assert (now.get("recorded_by", ""), now["words"]) == ("", [MONEY])
    said = main_of(client.get(reverse("clearances:paper", args=PAPER)))
    assert "answered here, on the words above" in said
    assert "Recorded from" not in said


@pytest.mark.usefixtures("asked")
def test_what_was_recorded_and_removed_comes_back_as_it_was(author: Person):
    record(author)
    was = held("clearances", "asks")
    remove_fact(author, TOWNS, "clearances", "asks", version("clearances", "asks"))
    undo(author, TOWNS, Event.objects.latest("number").number)
    assert held("clearances", "asks") == was


@pytest.mark.usefixtures("asked")
def test_a_whole_clearance_that_a_document_shows_is_added_by_its_form(author: Person):
    client = signed(author)
    here = reverse("facts:add", args=[TOWNS, "clearances"])
    opened = client.get(here)
    assert "Nobody answers here for another officer" in main_of(opened)
    assert "Recorded from the document by" not in main_of(opened)
    given = {
        "paper": "ashby-paper",
        "area": "Law",
        "question": "Is the law cleared?",
        "answer": "yes",
        "officer": "Leo Law",
        "source-document": "ashby",
        "source-paragraph": "9",
        "known_on": "5 May 2026",
        "owner": "ashby",
    }
    done = client.post(here, {**filled(opened), **given})
    assert done.status_code == 302, main_of(done)
    said = main_of(client.get(reverse("clearances:paper", args=PAPER)))
    assert "Recorded from Document ashby , 9 by the report author" in said


@pytest.mark.usefixtures("asked")
def test_a_form_sent_by_somebody_who_may_not_says_who_may_and_loses_nothing(person_for: PersonFor):
    client = signed(person_for("ashby", role=Role.PROGRAMME_MANAGER))
    here = reverse("facts:change", args=[TOWNS, "clearances", "asks"])
    fields = {**filled(client.get(here)), "answer": "yes", "officer": "Fay Officer"}
    refused = client.post(here, fields)
    assert refused.status_code == 422
    assert "only as a document shows it" in main_of(refused)
    assert 'value="Fay Officer"' in words(refused)
    assert held("clearances", "asks")["answer"] == "unknown"


def test_an_answer_that_no_document_shows_is_found(tmp_path: Path, author: Person):
    load_folder(
        towns(
            tmp_path / "towns",
            clearances=(cleared(words=[], assumed="Said so at the meeting"),),
        )
    )
    said = main_of(
        signed(author).get(reverse("clearances:paper", args=PAPER) + "?as_at=2026-05-20")
    )
    assert "no document shows it, it is assumed: Said so at the meeting" in said


@pytest.mark.usefixtures("asked")
def test_a_clearance_can_still_be_added_without_an_answer(person_for: PersonFor):
    made = clearance("more", "Law")
    assert add_fact(person_for("ashby", role=Role.LEGAL), TOWNS, "clearances", made) == "more"
