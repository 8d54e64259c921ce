"""What tables, published pages and papers from Word share: listed lately, and undone whole."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import test_decisions_pages as pages
import test_money_import as tables
import test_returning as papers
from cast import PersonFor
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from page import words
from test_writing import PLACE, towns_with_words

from moothall_web.facts.models import Document, Fact
from moothall_web.people.models import Role
from moothall_web.records.models import Event
from published_pages import MEETING, decision

pytestmark = [pytest.mark.django_db]

OF_BRAE = [*PLACE[:2], "brae", "brae-report"]
Acting = Callable[..., Client]


@pytest.fixture(autouse=True)
def _towns(db: None, tmp_path: Path) -> None:
    towns_with_words(tmp_path)


@pytest.fixture
def acting(person_for: PersonFor) -> Acting:
    def make(role: Role, *councils: str) -> Client:
        client = Client()
        client.force_login(person_for(*(councils or ("ashby",)), role=role))
        return client

    return make


def numbers(verb: str) -> list[int]:
    return list(Event.objects.filter(verb=verb).order_by("number").values_list("number", flat=True))


def to_be_undone(page: HttpResponse) -> list[int]:
    """The events that a page offers to undo, as they stand on it."""
    return [int(each) for each in re.findall(r'/(\d+)/undo/"', words(page))]


def table(client: Client, content: str, kind: str = "baseline_lines") -> int:
    """Bring a table in; the number of its event."""
    tables.given(client, content, kind)
    assert tables.brought_in(client).status_code == 302
    return numbers("brought in a money table")[-1]


def paper(client: Client, text: str) -> int:
    """Bring Ashby's paper back with one new paragraph; the number of its event."""
    file = papers.taken(client)
    file.add_paragraph(papers.FULL, text)
    papers.given(client, file)
    assert papers.saved(client).status_code == 302
    return numbers("brought a paper back from Word")[-1]


def ticks(client: Client) -> list[str]:
    """Everything that a published page lets one tick."""
    return re.findall(r'name="take"[^>]*value="([^"]+)"', words(client.get(pages.READ)))


def test_the_newest_stands_first_and_nothing_that_came_otherwise(acting: Acting):
    client = acting(Role.FINANCE_OFFICER)
    first = table(client, tables.BUDGET)
    paper(acting(Role.REPORT_AUTHOR), "People queue for seats.")
    second = table(client, tables.SAVINGS.replace("(200),700", "(220),680"), "savings")

    assert to_be_undone(client.get(tables.PAGE)) == [second, first]


def test_what_came_in_otherwise_is_not_undone_there(acting: Acting):
    number = table(acting(Role.FINANCE_OFFICER), tables.BUDGET)

    answer = acting(Role.DEMOCRATIC_SERVICES).post(f"{pages.BRING}{number}/undo/")

    assert answer.status_code == 404
    assert len(tables.lines()) == 2


def test_tables_of_one_name_and_day_have_one_document_which_goes_with_nothing_left_of_it(
    acting: Acting,
):
    client, before = acting(Role.FINANCE_OFFICER), Document.objects.count()
    first = table(client, tables.BUDGET)
    table(client, tables.BUDGET.replace("Reading room", "Strongroom").replace("Cons", "Res"))
    assert Document.objects.count() == before + 1

    assert tables.undone(client, first).status_code == 302

    assert {each["service"] for each in tables.lines().values()} == {"Strongroom", "Reservation"}
    assert Document.objects.count() == before + 1, "the second table's lines are taken from it"


def test_papers_of_one_name_and_day_have_one_document(acting: Acting):
    client, before = acting(Role.REPORT_AUTHOR), Document.objects.count()
    paper(client, "People queue for seats.")
    paper(client, "They bring their own lamps.")

    texts = papers.passages().values()
    assert {"People queue for seats.", "They bring their own lamps."} <= set(texts)
    assert Document.objects.count() == before + 1


def test_a_page_that_comes_again_has_one_document_and_a_long_title_is_cut(acting: Acting):
    client, before = acting(Role.DEMOCRATIC_SERVICES), Document.objects.count()
    subject = b"One archive service" + b" for all" * 60
    for content in (decision(), decision(Effective_from="25/06/2026")):
        pages.given(client, content.replace(b"One archive service", subject))
        pages.saved(client, take=ticks(client))

    assert len(numbers("brought in a published page")) == 2
    assert Document.objects.count() == before + 1
    assert len(Document.objects.get(payload__reference="page.html").title) == 300


def test_what_points_at_something_new_goes_before_it(acting: Acting):
    client = acting(Role.DEMOCRATIC_SERVICES)
    before = Fact.objects.count()
    pages.given(client, MEETING.replace(b"Wednesday, 10th June", b"Thursday, 11th June"))
    assert pages.saved(client).status_code == 302
    number = numbers("brought in a published page")[-1]
    came = Event.objects.filter(part_of=number).order_by("number").values_list("subject", flat=True)
    assert [each.partition("/")[0] for each in came][:2] == ["documents", "meetings"]

    assert client.post(f"{pages.BRING}{number}/undo/", {"token": "once"}).status_code == 302

    assert Fact.objects.count() == before


def test_a_paper_is_undone_as_the_councils_whose_it_is_and_by_its_own_people(acting: Acting):
    both = acting(Role.REPORT_AUTHOR, "ashby", "brae")
    number = paper(both, "People queue for seats.")
    at_braes = reverse("writing:undo_return", args=[*OF_BRAE, number])
    at_ashbys = reverse("writing:undo_return", args=[*PLACE, number])

    assert number in to_be_undone(both.get(papers.at("word")))
    assert number not in to_be_undone(both.get(reverse("writing:word", args=OF_BRAE)))
    assert both.post(at_braes, {"token": "a"}).status_code == 404
    assert acting(Role.REPORT_AUTHOR, "brae").post(at_ashbys, {"token": "b"}).status_code == 404
    assert "People queue for seats." in papers.passages().values()
    assert both.post(at_ashbys, {"token": "c"}).status_code == 302
