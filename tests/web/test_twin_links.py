"""Recommendations linked by one click of each council, and undone by one."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from page import dead_links, repeated_ids
from test_side_by_side import CODE, approve, councils, paper
from towns import held, version

from invented import ASHBY, BRAE, COMBE
from moothall_web.facts.actions import change_fact
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event, Payload

pytestmark = pytest.mark.django_db
HERE = ["three-towns", "archive"]
PAGE = reverse("twins:side_by_side", args=HERE)
WORD = "approve-one-archivist-both"


@pytest.fixture
def author(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.REPORT_AUTHOR)


@pytest.fixture
def partner(person_for: PersonFor) -> Person:
    return person_for("brae", role=Role.REPORT_AUTHOR)


@pytest.fixture
def alike(tmp_path: Path) -> None:
    """Both are asked alike, and nobody has said so."""
    papers = [paper(code, approve(matter="")) for code in ("ashby", "brae")]
    councils(tmp_path / "p", ASHBY, BRAE, papers=papers)


def signed(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def said(answer: Any) -> str:
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    assert main is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


def buttons(client: Client) -> dict[str, tuple[str, dict[str, str]]]:
    """Every button of the page with where it leads and what it sends."""
    page = client.get(PAGE).content.decode()
    found = {}
    for action, form in re.findall(r'<form method="post" action="([^"]+)"(.*?)</form>', page, re.S):
        if "side-by-side" not in action:
            continue
        words = re.search(r"<button[^>]*>(.*?)</button>", form, re.S)
        assert words is not None
        name = " ".join(unescape(re.sub(r"<[^>]+>", "", words[1])).split())
        fields = re.findall(
            r'<input type="hidden" name="(own|other|version)" value="([^"]*)"', form
        )
        found[name] = (action, dict(fields))
    return found


def click(client: Client, name: str, **more: str) -> Any:
    action, fields = buttons(client)[name]
    return client.post(action, fields | more)


def recommendation(code: str, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = held("papers", f"paper-{code}")["recommendations"][number]
    return found


LINK, BACK = "Link Ashby 1 with Brae 1", "Link Brae 1 with Ashby 1"
UNDO = "Undo Ashby’s link: Ashby 1 with Brae 1"


@pytest.mark.usefixtures("alike")
@pytest.mark.checklist("R2")
def test_one_click_links_ones_own_side_and_the_other_is_told(author: Person, partner: Person):
    client = signed(author)
    assert set(buttons(client)) == {LINK, "Link Ashby 1 with what is chosen"}
    done = click(client, LINK)
    assert (done.status_code, done["Location"]) == (302, f"{PAGE}?done=linked#asked")

    mine, theirs = recommendation("ashby"), recommendation("brae")
    assert (mine["matter"], mine["linked_to"]) == (WORD, ["paper-brae 1"])
    assert (theirs["matter"], theirs.get("linked_to", [])) == ("", [])
    event = Event.objects.latest("number")
    assert (event.who, event.subject, event.role) == (author, "papers/paper-ashby", "report-author")
    told = Payload.objects.get(event=event)
    assert told.owner == "ashby"
    assert told.summary.startswith("Linked recommendation 1 with “paper-brae 1”, in the paper")

    own = said(client.get(PAGE))
    assert "Both councils are asked to approve the same thing" in own
    assert "Linked by Ashby. Brae is shown that, and has not linked its own yet." in own
    other = said(signed(partner).get(PAGE))
    assert "Ashby 1 with Brae 1: linked by Ashby." in other
    assert "Both councils are asked to approve the same thing" not in other
    assert "Perhaps the same" not in other


@pytest.mark.usefixtures("alike")
def test_the_other_council_links_its_own_by_one_click_too(author: Person, partner: Person):
    click(signed(author), LINK)
    client = signed(partner)
    assert click(client, BACK).status_code == 302
    assert recommendation("brae")["matter"] == recommendation("ashby")["matter"] == WORD
    for each in (client, signed(author)):
        page = said(each.get(PAGE))
        assert "Linked by Ashby and Brae." in page
        assert "Both councils are asked to approve the same thing" in page


@pytest.mark.usefixtures("alike")
def test_one_click_undoes_it_on_ones_own_side(author: Person, partner: Person):
    click(signed(author), LINK)
    was = version("papers", "paper-ashby")
    assert click(signed(author), UNDO)["Location"] == f"{PAGE}?done=unlinked#asked"
    mine = recommendation("ashby")
    assert (mine["matter"], mine["linked_to"]) == ("", [])
    assert version("papers", "paper-ashby") == was + 1
    assert "linked by" not in said(signed(partner).get(PAGE))
    assert LINK in buttons(signed(author))


@pytest.mark.usefixtures("alike")
def test_what_one_undoes_the_other_keeps(author: Person, partner: Person):
    click(signed(author), LINK)
    click(signed(partner), BACK)
    click(signed(author), UNDO)
    assert (recommendation("ashby")["matter"], recommendation("brae")["matter"]) == ("", WORD)
    assert "linked by Brae" in said(signed(author).get(PAGE))
    assert "Linked by Brae. Ashby is shown that" in said(signed(partner).get(PAGE))


@pytest.mark.usefixtures("alike")
def test_a_click_sent_twice_links_once(author: Person):
    client = signed(author)
    action, fields = buttons(client)[LINK]
    assert client.post(action, fields).status_code == 302
    events = Event.objects.count()
    again = client.post(action, fields)
    assert again.status_code == 302
    assert Event.objects.count() == events


@pytest.mark.usefixtures("alike")
def test_a_paper_that_was_changed_meanwhile_is_shown_and_not_overwritten(author: Person):
    client = signed(author)
    action, fields = buttons(client)[LINK]
    changed = held("papers", "paper-ashby")
    changed["recommendations"] = [changed["recommendations"][0] | {"text": "two archivists"}]
    change_fact(author, CODE, "papers", "paper-ashby", changed, version("papers", "paper-ashby"))
    answer = client.post(action, fields)
    assert answer.status_code == 409
    assert "Nothing was linked or undone" in said(answer)
    assert "two archivists" in said(answer)
    assert recommendation("ashby")["matter"] == ""


@pytest.mark.usefixtures("alike")
@pytest.mark.parametrize(
    ("council", "role"),
    [
        ("brae", Role.REPORT_AUTHOR),
        ("ashby", Role.FINANCE_OFFICER),
        ("ashby", Role.SCRUTINY_MEMBER),
    ],
)
def test_nobody_links_a_paper_that_they_may_not_change(
    person_for: PersonFor, council: str, role: Role
):
    client = signed(person_for(council, role=role))
    assert LINK not in buttons(client)
    address = reverse("twins:link", args=[*HERE, "ashby"])
    sent = {"own": "paper-ashby 1", "other": "paper-brae 1", "version": "1"}
    assert client.post(address, sent).status_code == 403
    assert client.get(address).status_code == 405
    assert recommendation("ashby")["matter"] == ""


@pytest.mark.usefixtures("alike")
def test_ones_own_right_does_not_reach_into_the_others_paper(author: Person):
    address = reverse("twins:link", args=[*HERE, "ashby"])
    sent = {"own": "paper-brae 1", "other": "paper-ashby 1", "version": "1"}
    assert signed(author).post(address, sent).status_code == 404
    assert recommendation("brae")["matter"] == ""


@pytest.mark.usefixtures("alike")
@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"own": "paper-ashby 1", "other": "", "version": "1"},
        {"own": "paper-ashby 1", "other": "paper-brae 9", "version": "1"},
        {"own": "x" * 10_000, "other": "paper-brae 1", "version": "9" * 400},
        {"own": "paper-ashby 1", "other": "paper-ashby 1", "version": "1"},
    ],
)
def test_what_cannot_be_linked_is_explained(author: Person, sent: dict[str, str]):
    answer = signed(author).post(reverse("twins:link", args=[*HERE, "ashby"]), sent)
    assert answer.status_code == 422
    assert "There is a problem" in said(answer)
    assert recommendation("ashby")["matter"] == ""


def test_what_is_not_alike_in_words_is_linked_by_choosing_it(tmp_path: Path, author: Person):
    other = approve("a single custodian of records", matter="")
    papers = [paper("ashby", approve(matter="")), paper("brae", other)]
    councils(tmp_path / "p", ASHBY, BRAE, papers=papers)
    client = signed(author)
    assert LINK not in buttons(client)
    done = click(client, "Link Ashby 1 with what is chosen", other="paper-brae 1")
    assert done.status_code == 302
    assert recommendation("ashby")["linked_to"] == ["paper-brae 1"]


def test_a_council_that_carries_a_matter_gives_it_its_word(tmp_path: Path, author: Person):
    papers = [paper("ashby", approve(matter="")), paper("brae", approve(matter="conservator"))]
    councils(tmp_path / "p", ASHBY, BRAE, papers=papers)
    click(signed(author), LINK)
    assert recommendation("ashby")["matter"] == "conservator"


def test_whoever_acts_for_both_has_a_click_for_each(tmp_path: Path, person_for: PersonFor):
    papers = [paper(code, approve(matter="")) for code in ("ashby", "brae")]
    councils(tmp_path / "p", ASHBY, BRAE, papers=papers)
    both = signed(person_for("ashby", "brae", role=Role.REPORT_AUTHOR))
    assert {LINK, BACK} <= set(buttons(both))
    click(both, LINK)
    assert recommendation("brae")["matter"] == ""


def test_a_paper_that_its_council_has_not_shared_is_linked_with_nothing(
    tmp_path: Path, person_for: PersonFor
):
    secret = paper("brae", approve(matter="")) | {"shared": "no"}
    councils(tmp_path / "p", ASHBY, BRAE, papers=[paper("ashby", approve(matter="")), secret])
    both = signed(person_for("ashby", "brae", role=Role.REPORT_AUTHOR))
    answer = click(both, LINK)
    assert answer.status_code == 422
    assert "has not shared its paper" in said(answer)
    assert "paper-brae" not in str(held("papers", "paper-ashby"))


def test_three_councils_are_linked_pair_by_pair(tmp_path: Path, person_for: PersonFor):
    papers = [paper(code, approve(matter="")) for code in ("ashby", "brae", "combe")]
    councils(tmp_path / "p", ASHBY, BRAE, COMBE, papers=papers)
    client = signed(person_for("combe", role=Role.DEMOCRATIC_SERVICES))
    click(client, "Link Combe 1 with Ashby 1")
    click(signed(person_for("ashby", role=Role.REPORT_AUTHOR)), "Link Ashby 1 with Combe 1")
    click(signed(person_for("brae", role=Role.REPORT_AUTHOR)), BACK)
    matters = {recommendation(code)["matter"] for code in ("ashby", "brae", "combe")}
    assert len(matters) == 1
    assert "All three councils are asked to approve the same thing" in said(client.get(PAGE))


@pytest.mark.usefixtures("alike")
def test_the_page_of_another_day_links_nothing(author: Person):
    page = signed(author).get(f"{PAGE}?as_at=2026-06-20").content.decode()
    assert "side-by-side/ashby/link" not in page


@pytest.mark.usefixtures("alike")
def test_the_page_has_no_dead_link_and_no_id_twice(author: Person, partner: Person):
    click(signed(author), LINK)
    for person in (author, partner):
        client = signed(person)
        answer = client.get(PAGE)
        assert repeated_ids(answer) == set()
        assert dead_links(answer) == set()


def test_who_has_no_part_in_it_links_nothing(tmp_path: Path, person_for: PersonFor):
    councils(tmp_path / "p", ASHBY, BRAE, papers=[paper("ashby", approve())])
    address = reverse("twins:unlink", args=[*HERE, "ashby"])
    assert signed(person_for("elsewhere")).post(address).status_code == 404
    assert Client().post(address).status_code == 403
