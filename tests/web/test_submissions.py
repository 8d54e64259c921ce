"""A form is carried out once, whoever clicks twice; another wish is another form."""

import pytest
from cast import PersonFor
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from towns import TOWNS, risk

from moothall_web.facts import models
from moothall_web.facts.actions import InvalidError, add_fact
from moothall_web.people.models import Person, Role
from moothall_web.records import submissions
from moothall_web.records.models import Event, Submission
from moothall_web.records.submissions import carried_out_once, new_token, once

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(person_for: PersonFor, three_towns_loaded: None) -> Person:
    """Ashby's programme manager."""
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


def adding(person: Person, title: str = "Roof") -> str:
    """The form for a new risk; where it leads."""
    return f"/risks/{add_fact(person, TOWNS, 'risks', risk(title=title))}/"


def risks() -> int:
    return models.Fact.objects.filter(kind="risks").count()


def test_a_second_click_adds_nothing_and_leads_where_the_first_led(manager: Person):
    token, sent = new_token(), {"title": ["Roof"]}
    first = carried_out_once(manager, token, sent, lambda: adding(manager))
    events = Event.objects.count()

    again = carried_out_once(manager, token, sent, lambda: adding(manager))

    assert (first, again) == ("/risks/roof/", "/risks/roof/")
    assert (risks(), Event.objects.count()) == (1, events)


def test_the_same_token_with_other_content_or_another_person_is_another_wish(
    manager: Person, person_for: PersonFor
):
    other = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    carried_out_once(manager, "t", {"title": "Roof"}, lambda: adding(manager))
    carried_out_once(manager, "t", {"title": "Cellar"}, lambda: adding(manager, "Cellar"))
    carried_out_once(other, "t", {"title": "Roof"}, lambda: adding(other))

    assert risks() == 3


def test_a_form_with_faults_can_be_sent_again(manager: Person):
    def refused() -> str:
        add_fact(manager, TOWNS, "risks", risk(title=""))
        return "/"

    for _ in range(2):
        with pytest.raises(InvalidError):
            carried_out_once(manager, "t", {"title": "Roof"}, refused)
    assert Submission.objects.count() == 0
    assert carried_out_once(manager, "t", {"title": "Roof"}, lambda: adding(manager))


def test_of_two_at_the_same_moment_one_is_carried_out(
    manager: Person, monkeypatch: pytest.MonkeyPatch
):
    first = carried_out_once(manager, "t", {}, lambda: adding(manager))
    looked = submissions._led_to
    before_the_first_was_done = [None]
    monkeypatch.setattr(
        submissions,
        "_led_to",
        lambda sent: before_the_first_was_done.pop() if before_the_first_was_done else looked(sent),
    )

    assert carried_out_once(manager, "t", {}, lambda: adding(manager)) == first
    assert risks() == 1


def test_another_fault_of_the_database_is_not_taken_for_a_second_click(manager: Person):
    def broken() -> str:
        raise IntegrityError("something else")

    with pytest.raises(IntegrityError, match="something else"):
        carried_out_once(manager, "t", {}, broken)


def test_a_token_of_any_length_will_do(manager: Person):
    assert carried_out_once(manager, "t" * 5_000, {}, lambda: "/here/") == "/here/"
    assert carried_out_once(manager, "t" * 5_000, {}, lambda: "/there/") == "/here/"


def asked(person: Person, body: str) -> HttpRequest:
    request = HttpRequest()
    request.method, request.user, request.POST = "POST", person, QueryDict(body)
    return request


def test_a_view_answers_the_second_click_with_where_the_first_led(manager: Person):
    body = f"token={new_token()}&title=Roof&csrfmiddlewaretoken="

    answers = [
        once(asked(manager, body + mask), lambda: HttpResponseRedirect(adding(manager)))
        for mask in ("one", "two")
    ]

    assert [(each.status_code, each["Location"]) for each in answers] == [
        (302, "/risks/roof/"),
        (302, "/risks/roof/"),
    ]
    assert risks() == 1


def test_a_view_that_shows_its_form_again_is_asked_again(manager: Person):
    body = f"token={new_token()}&title="

    answers = [
        once(asked(manager, body), lambda: HttpResponse("Fill it in.", status=422))
        for _ in range(2)
    ]

    assert [each.status_code for each in answers] == [422, 422]
    assert Submission.objects.count() == 0


def test_a_form_without_a_token_is_carried_out_each_time(manager: Person):
    for _ in range(2):
        once(asked(manager, "title=Roof"), lambda: HttpResponseRedirect(adding(manager)))

    assert risks() == 2
