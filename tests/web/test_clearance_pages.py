"""The clearance desk: who asks, who answers on which words, what two see, who is refused."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from loaded import loaded
from page import dead_links, filled, form_in, repeated_ids, words
from towns import TOWNS, held, version

from cleared_towns import LAW, MONEY, clearance, cleared, passage, towns
from moothall_web.clearances.queries import waiting_for
from moothall_web.facts import models
from moothall_web.facts.actions import change_fact, load_folder, share_fact
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = pytest.mark.django_db

PAPER = [TOWNS, "archive", "ashby"]
IN = [*PAPER, "ashby-report"]
SAMPLE = "cambridgeshire-peterborough"


def address(name: str, *args: str) -> str:
    return reverse(f"clearances:{name}", args=args)


DESK = "desk", TOWNS


def text(answer: Any) -> str:
    """The words of a page's main part, on one line."""
    main = re.search(r"<main.*</main>", words(answer), re.DOTALL)
    assert main is not None
    said = unescape(re.sub(r"<[^>]+>", " ", main[0])).replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(said.split())


def signed(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def load(folder: Path, **more: Any) -> None:
    loaded(towns(folder / "towns", **more))


def rewritten(by: Person, key: str, said: str) -> None:
    """Somebody writes other words."""
    change_fact(by, TOWNS, "passages", key, held("passages", key) | {"text": said},
                version("passages", key))  # fmt: skip


@pytest.fixture
def author(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.REPORT_AUTHOR)


@pytest.fixture
def officer(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.FINANCE_OFFICER)


@pytest.fixture
def asked(db: None, tmp_path: Path) -> None:
    """Finance was asked about the money."""
    load(tmp_path, clearances=(clearance("asks-money", "Money"),))


def answered(client: Client, slug: str = "money", **more: str) -> Any:
    here = address("answer", *IN, slug)
    return client.post(here, filled(client.get(here), **more))


# --- the desk ---


@pytest.mark.usefixtures("asked")
def test_the_desk_says_first_what_waits_for_its_reader(officer: Person, author: Person):
    mine, other = (text(signed(each).get(address(*DESK))) for each in (officer, author))

    assert "1 clearance waits for your answer; the first: Money, due Thu 28 May 2026" in mine
    assert "Answer : Money" in mine
    assert "No clearance waits for your answer." in other
    assert "Answer : Money" not in other


@pytest.mark.usefixtures("samples")
@pytest.mark.checklist("K06")
def test_the_seven_clearances_of_document_004_stand_on_their_page(person_for: PersonFor):
    client = signed(person_for("cambridgeshire", role=Role.DEMOCRATIC_SERVICES))
    page = client.get(address("paper", SAMPLE, "shared-education-services", "cambridgeshire"))
    said = text(page)

    assert "6 of 7 cleared, but it is not held which words; 1 not cleared." in said
    assert "No , Paul White for Finance; the day is not held “The report contains no" in said
    assert "The author does not clear the paper" in said
    assert "Cleared, but it is not held which words." in said
    assert not dead_links(page)
    assert not repeated_ids(page)


@pytest.mark.usefixtures("samples")
def test_where_the_list_is_not_known_the_page_says_whom_to_ask(person_for: PersonFor):
    client = signed(person_for("stockport", role=Role.DEMOCRATIC_SERVICES))
    here = address("paper", "stockport-tameside", "early-years-leadership", "stockport")
    said = text(client.get(here))

    assert "Who must clear it is not known." in said
    assert "no list is made up" in said
    assert "Ask for something to be cleared" in said


@pytest.mark.usefixtures("asked")
def test_the_desk_of_somebody_without_a_council_says_why_it_is_empty(person_for: PersonFor):
    said = text(signed(person_for("programme", role=Role.BOARD_MEMBER)).get(address(*DESK)))

    assert "You act for no council of this programme" in said


@pytest.mark.usefixtures("asked")
def test_another_day_shows_what_stood_then(officer: Person):
    assert answered(signed(officer), said="yes").status_code == 302
    here = address("paper", *PAPER)
    client = signed(officer)

    assert "1 of 3 cleared as the words stand" in text(client.get(here))
    assert "0 of 3 cleared as the words stand" in text(client.get(f"{here}?as_at=2026-05-20"))


# --- asking ---


def test_the_author_asks_and_the_office_finds_it_waiting(
    tmp_path: Path, author: Person, officer: Person
):
    load(tmp_path)
    client = signed(author)
    here = address("ask", *IN, "money")
    answer = client.post(here, filled(client.get(here), form__why="For June"))

    assert answer.status_code == 302
    asked = held("clearances", "ashby-paper-money")
    assert (asked["office"], asked["answer"], asked["officer"]) == ("Finance", "unknown", None)
    assert asked["asked_on"] == localdate().isoformat()
    assert asked["shared"] is False
    assert [each.duty.duty.area for each in waiting_for(officer, localdate())] == ["Money"]
    assert waiting_for(author, localdate()) == ()


def test_an_office_that_no_role_is_known_for_is_asked_by_name(
    tmp_path: Path, author: Person, officer: Person, person_for: PersonFor
):
    load(tmp_path)
    lead = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    client = signed(author)
    here = address("ask", *IN, "procurement")

    nobody = client.post(here, filled(client.get(here)))
    somebody = client.post(here, filled(client.get(here), asked_of=lead.name))

    assert nobody.status_code == 422
    assert "which role answers for Procurement is not known" in text(nobody)
    assert somebody.status_code == 302
    assert signed(officer).get(address("answer", *IN, "procurement")).status_code == 403
    assert signed(lead).get(address("answer", *IN, "procurement")).status_code == 200


def test_asking_begins_a_paper_that_nobody_has_begun_and_says_so(tmp_path: Path, author: Person):
    folder = towns(tmp_path / "towns")
    (folder / "papers.yaml").unlink()
    load_folder(folder)
    client = signed(author)
    here = address("ask", *IN, "money")
    opened = client.get(here)

    empty = client.post(here, filled(opened, report_of=""))
    done = client.post(here, filled(opened, report_of="Head of Archives"))

    assert "asking begins it" in text(opened)
    assert empty.status_code == 422
    assert "Enter whose report it is" in text(empty)
    assert done.status_code == 302
    begun = held("papers", "archive-ashby-ashby-report")
    assert (begun["author"], begun["format"]) == (author.name, "ashby-report")
    assert (begun["body"], begun["dated"]) == ("ashby-decides", "10 June 2026")
    assert begun["shared"] is False
    assert held("clearances", "archive-ashby-ashby-report-money")["paper"] == begun["id"]


def test_something_beyond_the_list_is_asked_of_an_office(tmp_path: Path, author: Person):
    load(tmp_path)
    client = signed(author)
    here = address("ask_another", *IN)
    opened = client.get(here)

    bare = client.post(here, filled(opened))
    done = client.post(
        here, filled(opened, area="Why", question="Is it so?", office="Human Resources")
    )

    assert bare.status_code == 422
    assert "Choose a part of the paper" in text(bare)
    assert done.status_code == 302
    assert "Is it so?" in text(client.get(address("paper", *PAPER)))


def test_asking_again_keeps_the_answer_before(tmp_path: Path, author: Person, officer: Person):
    load(tmp_path, clearances=(cleared(answer="no", comment="Which year?"),))
    client = signed(author)
    here = address("ask", *IN, "money")
    assert client.post(here, filled(client.get(here))).status_code == 302

    assert held("clearances", "clears-money")["answer"] == "no"
    said = text(client.get(address("paper", *PAPER)))
    assert "Asked before: No, Fay Officer, Tue 5 May 2026: “Which year?”" in said
    assert "1 clearance waits" in text(signed(officer).get(address(*DESK)))


# --- answering ---


@pytest.mark.usefixtures("asked")
def test_an_answer_is_bound_to_exactly_the_words_on_the_page(officer: Person):
    before = Event.objects.count()
    assert answered(signed(officer), said="yes", comment="Fine").status_code == 302

    now = held("clearances", "asks-money")
    assert now["words"] == [MONEY]
    assert (now["answer"], now["officer"], now["comment"]) == ("yes", officer.name, "Fine")
    assert now["answered_on"] == localdate().isoformat()
    assert Event.objects.count() == before + 1


@pytest.mark.usefixtures("asked")
def test_a_form_sent_twice_answers_once(officer: Person):
    client = signed(officer)
    here = address("answer", *IN, "money")
    fields = filled(client.get(here), said="yes")

    first, second = (client.post(here, fields) for _ in range(2))

    assert first.status_code == second.status_code == 302
    assert Event.objects.filter(subject="clearances/asks-money", verb="changed a fact").count() == 1


@pytest.mark.usefixtures("asked")
def test_words_that_change_meanwhile_are_not_cleared_and_nothing_is_lost(
    officer: Person, person_for: PersonFor
):
    client = signed(officer)
    here = address("answer", *IN, "money")
    fields = filled(client.get(here), said="yes", comment="All well")
    rewritten(person_for("ashby", role=Role.WORKSTREAM_LEAD), "words-financial", "It costs 120.")

    refused = client.post(here, fields)

    assert refused.status_code == 409
    assert held("clearances", "asks-money")["answer"] == "unknown"
    said = text(refused)
    assert "The words have changed since you opened this page." in said
    assert "What has changed since you opened this page" in said
    assert "[removed: 110 a year. ]" in said
    assert "[added: 120. ]" in said
    assert "All well" in said
    assert client.post(here, form_in(refused)).status_code == 302
    assert held("clearances", "asks-money")["words"] == ["It costs 120."]
    assert held("clearances", "asks-money")["comment"] == "All well"


@pytest.mark.usefixtures("asked")
def test_of_two_who_clear_at_once_the_second_sees_what_the_first_said(
    officer: Person, person_for: PersonFor
):
    second = signed(person_for("ashby", role=Role.SECTION_151_OFFICER))
    here = address("answer", *IN, "money")
    fields = filled(second.get(here), said="no", comment="Not on our figures")
    assert answered(signed(officer), said="yes", comment="Fine").status_code == 302

    late = second.post(here, fields)

    assert late.status_code == 409
    said = text(late)
    assert "Somebody answered, or asked anew, while you were looking." in said
    assert f"Yes , {officer.name} for Finance" in said
    assert "Not on our figures" in said
    assert held("clearances", "asks-money")["answer"] == "yes"
    assert second.post(here, form_in(late)).status_code == 302
    assert held("clearances", "asks-money")["comment"] == "Not on our figures"


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("sent", "words_of_it"),
    [({}, "Choose Yes or No"), ({"said": "no"}, "Say why you do not clear these words")],
)
def test_an_answer_says_yes_or_no_and_a_no_says_why(
    officer: Person, sent: dict[str, str], words_of_it: str
):
    refused = answered(signed(officer), **sent)

    assert refused.status_code == 422
    assert words_of_it in text(refused)
    assert held("clearances", "asks-money")["answer"] == "unknown"


def test_where_no_words_stand_there_is_nothing_to_say_yes_to(tmp_path: Path, person_for: PersonFor):
    lead = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    asks = clearance("asks", "Procurement", asked_of=lead.name, office="Procurement")
    load(tmp_path, clearances=(asks,))

    yes = answered(signed(lead), "procurement", said="yes")
    no = answered(signed(lead), "procurement", said="no", comment="Nothing is written")

    assert yes.status_code == 422
    assert "nothing to clear" in text(yes)
    assert no.status_code == 302


def test_changed_words_wait_for_the_office_again_beside_those_it_cleared(
    tmp_path: Path, officer: Person
):
    load(tmp_path, clearances=(cleared(words=["It costs 100 a year."]),))
    client = signed(officer)
    desk, page = text(client.get(address(*DESK))), client.get(address("paper", *PAPER))

    assert "1 clearance waits for your answer" in desk
    assert "Words that have changed since they were answered" in desk
    said = text(page)
    assert "Stale: the words have changed." in said
    assert "The words that were answered It costs [removed: 100 ] a year." in said
    assert "The words now It costs [added: 110 ] a year." in said
    assert answered(client, said="yes").status_code == 302
    assert "1 of 3 cleared as the words stand" in text(client.get(address("paper", *PAPER)))


def test_an_author_who_answers_for_an_office_is_warned_and_flagged(
    tmp_path: Path, person_for: PersonFor
):
    both = person_for("ashby", role=Role.FINANCE_OFFICER)
    folder = towns(tmp_path / "towns", clearances=(clearance("asks", "Money"),))
    papers = folder / "papers.yaml"
    papers.write_text(papers.read_text().replace("Ana Author", both.name))
    load_folder(folder)
    client = signed(both)

    assert "Your answer will be shown with a flag" in text(
        client.get(address("answer", *IN, "money"))
    )
    assert answered(client, said="yes").status_code == 302
    assert "The author does not clear the paper" in text(client.get(address("paper", *PAPER)))


# --- taking back ---


def test_an_asking_is_taken_back_by_who_may_ask_and_an_answer_by_its_office(
    tmp_path: Path, author: Person, officer: Person
):
    load(tmp_path, clearances=(clearance("asks", "Law"), cleared()))

    def back(person: Person, slug: str) -> Any:
        client = signed(person)
        here = address("withdraw", *IN, slug)
        opened = client.get(here)
        return client.post(here, form_in(opened)) if opened.status_code == 200 else opened

    assert back(officer, "law").status_code == 403
    assert back(author, "money").status_code == 403
    assert back(author, "law").status_code == 302
    assert back(officer, "money").status_code == 302
    assert held("clearances", "clears-money")["answer"] == "unknown"
    assert held("clearances", "clears-money")["words"] == []
    assert not models.Fact.objects.filter(key="asks").exists()


# --- who may not ---


REFUSED = [
    ("answer", Role.REPORT_AUTHOR),
    ("answer", Role.PROGRAMME_MANAGER),
    ("answer", Role.LEGAL),
    ("answer", Role.DEMOCRATIC_SERVICES),
    ("ask", Role.FINANCE_OFFICER),
    ("ask", Role.PROGRAMME_MANAGER),
    ("withdraw", Role.FINANCE_OFFICER),
    ("withdraw", Role.PROGRAMME_MANAGER),
]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("name", "role"), REFUSED)
def test_nobody_clears_for_somebody_else(name: str, role: Role, person_for: PersonFor):
    client = signed(person_for("ashby", role=role))
    here = address(name, *IN, "money")

    for answer in (client.get(here), client.post(here, {"said": "yes", "words": "x"})):
        assert answer.status_code == 403
        assert "Only " in text(answer)
    assert held("clearances", "asks-money")["answer"] == "unknown"
    assert here not in words(client.get(address("paper", *PAPER)))


@pytest.mark.usefixtures("asked")
def test_another_council_sees_neither_the_words_nor_the_desk_of_this_one(person_for: PersonFor):
    client = signed(person_for("brae", role=Role.FINANCE_OFFICER))

    for name in ("paper", "paper_in", "ask_another"):
        args = PAPER if name == "paper" else IN
        assert client.get(address(name, *args)).status_code == 404
    for name in ("ask", "answer", "withdraw"):
        assert client.get(address(name, *IN, "money")).status_code == 404
        assert client.post(address(name, *IN, "money"), {}).status_code == 404
    desk = text(client.get(address(*DESK)))
    assert "Money" not in desk
    assert "Ashby" not in desk


def test_a_shared_clearance_takes_no_words_that_rest_on_what_is_not_shared(
    tmp_path: Path, officer: Person, person_for: PersonFor
):
    private = passage("financial", MONEY, shared=False), passage("legal", LAW)
    load(tmp_path, clearances=(clearance("asks", "Money", shared=True),), passages=private)

    refused = answered(signed(officer), said="yes")
    assert refused.status_code == 403
    assert "has not shared" in text(refused)
    lead = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    share_fact(lead, TOWNS, "passages", "words-financial", version("passages", "words-financial"))
    assert answered(signed(officer), said="yes").status_code == 302


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    "args", [[TOWNS, "archive", "brae"], [TOWNS, "none", "ashby"], ["none", "archive", "ashby"]]
)
def test_what_is_not_there_is_not_there(args: list[str], officer: Person):
    assert signed(officer).get(address("paper", *args)).status_code == 404
    assert signed(officer).get(address("answer", *IN, "none")).status_code == 404
    assert signed(officer).get(address("answer", *IN, "law")).status_code == 404
    assert signed(officer).get(address("paper_in", *PAPER, "none")).status_code == 404
