"""Figures stand in the words by reference; a changed one is marked until somebody settles it."""

import re
from typing import Any

import pytest
from django.test import Client
from page import filled, words
from test_writing import (  # noqa: F401 - fixtures
    BY_SCRIPT,
    TOWNS,
    WRITE,
    author,
    client,
    of,
    pressed,
    save,
    towns,
)
from towns import held, last, version

from moothall_web.facts.actions import add_fact, change_fact, remove_fact
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = [pytest.mark.django_db]
REFERENCE = "[[savings/archive-saving.full_year_saving.size|200]]"
SAYS = f"The saving is {REFERENCE} thousand pounds in a full year, and {REFERENCE} for ever."


@pytest.fixture
def finance(person_for: Any) -> Person:
    made: Person = person_for("ashby", role=Role.FINANCE_OFFICER)
    return made


@pytest.fixture
def quoted(client: Client) -> Client:  # noqa: F811 - the fixture
    """A paper whose words quote a saving twice."""
    answer = client.post(of("full-rooms"), save(client.get(of("full-rooms")), text=SAYS))
    assert answer.status_code == 302
    return client


def say(finance: Person, figure: str) -> None:
    """The saving says something else from now on."""
    now = held("savings", "archive-saving")
    revised = f"{900 - int(figure)}"
    change_fact(
        finance,
        TOWNS,
        "savings",
        "archive-saving",
        now | {"full_year_saving": f"({figure})", "revised_cash_limit": revised},
        version("savings", "archive-saving"),
    )


def stale(answer: Any) -> str:
    part = words(answer).partition('id="stale"')[2].partition("</section>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", part))


# --- putting in -----------------------------------------------------------------------------------


def test_a_value_is_found_by_its_kind_its_name_or_itself(client: Client):  # noqa: F811
    form = client.get(of("one-archive"))
    for asked in ("saving full year", "ARCHIVE size", "200"):
        sent = filled(form, form__find=asked, form__look="yes")
        found = words(client.post(of("one-archive"), sent, headers=BY_SCRIPT))
        assert REFERENCE in found, asked
        assert "<html" not in found
    sent = filled(form, form__find="zebra", form__look="yes")
    none = words(client.post(of("one-archive"), sent, headers=BY_SCRIPT))
    assert "Nothing of this proposal holds" in none


def test_a_search_shows_nothing_that_its_reader_may_not_see(
    client: Client,  # noqa: F811
    person_for: Any,
):
    brae = person_for("brae", role=Role.PROGRAMME_MANAGER)
    secret = {
        "source": "brae 1",
        "known_on": "2026-01-05",
        "owner": "brae",
        "proposal": "archive",
        "description": "Close the strongroom",
        "expected": "May 2026",
    }
    add_fact(brae, TOWNS, "milestones", secret)
    theirs = Client()
    theirs.force_login(brae)

    for reader, sees in ((client, False), (theirs, True)):
        address = of("for-all")
        sent = filled(reader.get(address), form__find="strongroom May", form__look="yes")
        found = words(reader.post(address, sent, headers=BY_SCRIPT))
        assert ("milestones/" in found) == sees


def test_without_script_a_value_is_put_at_the_end_and_nothing_is_lost(
    client: Client,  # noqa: F811
):
    sent = filled(client.get(of("one-archive")), text="Unsaved words", form__find="200")
    found = client.post(of("one-archive"), sent | {"form-preview": ["find"]})
    assert "Unsaved words" in words(found)
    assert f'name="form-insert" value="{REFERENCE}"' in words(found)

    answer = client.post(of("one-archive"), filled(found, form__insert=REFERENCE))

    assert answer.status_code == 200
    assert f"Unsaved words {REFERENCE}</textarea>" in words(answer)
    assert "Unsaved words <span" in words(answer).partition('id="preview"')[2]
    assert held("passages", "one-archive")["text"] == "One archive would serve all three towns."


def test_what_stands_in_double_brackets_and_is_no_reference_is_said_so(
    client: Client,  # noqa: F811
):
    sent = filled(client.get(of("one-archive")), text="It is [[savngs/x.unit|5]] or so.")
    answer = words(client.post(of("one-archive"), sent, headers=BY_SCRIPT))

    assert "is left as it stands" in answer
    assert "savings" in answer, "the nearest that is known"


# --- stale ----------------------------------------------------------------------------------------


def test_a_figure_that_has_not_changed_is_no_news(quoted: Client):
    page = quoted.get(WRITE)

    assert "no figure has changed since it was written in" in words(page)
    assert "The saving is" in words(page)
    assert "[[" not in words(page).partition("<main")[2]


def test_a_changed_figure_shows_what_it_is_and_what_it_was(quoted: Client, finance: Person):
    say(finance, "250")

    page = quoted.get(WRITE)

    assert "2 figures have changed since they were written in" in words(page)
    assert "It was 200 when the words were written, and is 250 now." in stale(page)
    assert "The saving is 250 thousand pounds" in stale(page)
    assert '<mark class="app-quote">250</mark>' in words(page)
    assert "(was 200)" in words(page)


def test_taking_the_new_figure_settles_that_one_alone(quoted: Client, finance: Person):
    say(finance, "250")

    answer = pressed(quoted, form__take="full-rooms:1:2")

    assert answer.headers["Location"].startswith(f"{WRITE}?done=taken")
    taken = REFERENCE.replace("|200", "|250")
    assert held("passages", "full-rooms")["text"] == (
        f"The saving is {REFERENCE} thousand pounds in a full year, and {taken} for ever."
    )
    assert "1 figure has changed" in words(quoted.get(WRITE))
    assert last().verb == "changed a fact"
    say(finance, "260")
    assert "It was 250 when the words were written, and is 260 now." in stale(quoted.get(WRITE))


def test_keeping_the_words_lets_them_say_what_they_said(quoted: Client, finance: Person):
    say(finance, "250")

    assert pressed(quoted, form__keep="full-rooms:0:2").status_code == 302

    assert held("passages", "full-rooms")["text"] == (
        f"The saving is 200 thousand pounds in a full year, and {REFERENCE} for ever."
    )


def test_a_double_click_settles_once(quoted: Client, finance: Person):
    say(finance, "250")
    page = quoted.get(WRITE)
    token = re.search(r'name="form-token" value="([^"]+)"', words(page))
    assert token is not None
    fields = {"form-token": token[1], "form-take": "full-rooms:0:2"}
    events = Event.objects.count()

    for _ in range(2):
        assert quoted.post(WRITE, fields).status_code == 302

    assert Event.objects.count() == events + 1


def test_words_changed_meanwhile_are_not_settled_blindly(
    quoted: Client,
    finance: Person,
    author: Person,  # noqa: F811
):
    say(finance, "250")
    now = held("passages", "full-rooms")
    text = f"Before all: {SAYS}"
    change_fact(author, TOWNS, "passages", "full-rooms", now | {"text": text}, 2)

    answer = pressed(quoted, form__take="full-rooms:0:2")

    assert answer.status_code == 409
    assert "Somebody else has changed these words since you opened the page" in words(answer)
    assert held("passages", "full-rooms")["text"] == text


def test_a_figure_whose_fact_is_gone_shows_what_stood_there(quoted: Client, finance: Person):
    remove_fact(finance, TOWNS, "savings", "archive-saving", 1)

    page = quoted.get(WRITE)

    assert "It was 200; the fact that said so is not held any more." in stale(page)
    assert "form-take" not in words(page).partition('id="stale"')[2].partition("</section>")[0]
    assert pressed(quoted, form__take="full-rooms:0:2").status_code == 404
    assert pressed(quoted, form__keep="full-rooms:0:2").status_code == 302
    assert "The saving is 200 thousand" in held("passages", "full-rooms")["text"]


def test_another_councils_words_are_marked_and_only_theirs_to_settle(
    client: Client,  # noqa: F811
    finance: Person,
    person_for: Any,
):
    brae = person_for("brae", role=Role.REPORT_AUTHOR)
    now = held("passages", "brae-words")
    change_fact(brae, TOWNS, "passages", "brae-words", now | {"text": SAYS}, 1)
    say(finance, "250")

    page = client.get(WRITE)

    assert "Brae's words: only theirs to change." in stale(page)
    assert pressed(client, form__take="brae-words:0:2").status_code == 403
