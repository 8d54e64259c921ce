"""Remarks, who is named in them, tasks: each seen by those whom it concerns, and by nobody else."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from cast import PersonFor
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from loaded import loaded

from invented import write
from moothall.facts.fact import PROGRAMME
from moothall_web.desk import actions, queries
from moothall_web.desk.mentions import mentioned
from moothall_web.desk.models import Mention, Remark, Task
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded

CODE, SAVING = "three-towns", "savings/archive-saving"


@pytest.fixture
def towns(db: None, tmp_path: Path) -> None:
    loaded(write(tmp_path / "three-towns"))


@pytest.fixture
def ashby(towns: None, person_for: PersonFor) -> Person:
    return person_for("ashby")


@pytest.fixture
def colleague(towns: None, person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def brae(towns: None, person_for: PersonFor) -> Person:
    return person_for("brae")


@pytest.fixture
def browser() -> Callable[[Person], Client]:
    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


def capacity(person: Person) -> Capacity:
    return capacities(person)[0]


def say(person: Person, text: str, *, shared: bool = False) -> Remark:
    return actions.add_remark(person, capacity(person), CODE, SAVING, text, shared=shared)


def read_by(person: Person) -> list[str]:
    page = queries.remarks_page(person, CODE, *SAVING.split("/"))
    assert page is not None
    return [remark.text for remark in page.remarks]


def test_a_remark_is_its_own_councils_until_it_is_shared(
    ashby: Person, colleague: Person, brae: Person
):
    say(ashby, "between us")
    say(ashby, "for all", shared=True)

    assert read_by(colleague) == ["between us", "for all"]
    assert read_by(brae) == ["for all"]


def test_a_remark_on_a_fact_that_one_does_not_see_is_not_there(
    towns: None, brae: Person, browser: Callable[[Person], Client]
):
    assert queries.remarks_page(brae, CODE, "savings", "no-such-saving") is None
    answer = browser(brae).get(f"/programmes/{CODE}/facts/savings/no-such-saving/remarks/")
    assert answer.status_code == 404


def test_whoever_is_named_finds_it_on_the_desk_until_they_answer(ashby: Person, colleague: Person):
    say(ashby, f"@{colleague.username} is this right?")

    assert [m.remark.author for m in queries.desk_page(colleague).mentions] == [ashby]
    say(colleague, "it is")
    assert queries.desk_page(colleague).mentions == ()


def test_somebody_who_would_not_see_the_remark_cannot_be_named_in_it(ashby: Person, brae: Person):
    with pytest.raises(actions.UnheardError, match=r"would not see this remark\. Share the remark"):
        say(ashby, f"@{brae.username} look")
    assert not Remark.objects.exists()

    say(ashby, f"@{brae.username} look", shared=True)
    assert Mention.objects.get().person == brae


def test_a_name_that_nobody_has_is_an_error_and_nothing_is_lost(
    ashby: Person, browser: Callable[[Person], Client]
):
    answer = browser(ashby).post(
        f"/programmes/{CODE}/facts/{SAVING}/remarks/",
        {"capacity": capacity(ashby).acting, "text": "ask @nobody-here about <b>this</b>"},
    )

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Nobody in this programme signs in as nobody-here" in text
    assert "ask @nobody-here about &lt;b&gt;this&lt;/b&gt;" in text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@ashby-finance please", ("ashby-finance",)),
        ("(@ann.b-c) and @ann.b-c, @d.", ("ann.b-c", "d")),
        ("write to office@ashby.example", ()),
        ("at 5 @ £3, @", ()),
        ("@ŵyn", ("ŵyn",)),
    ],
)
def test_who_is_mentioned(text: str, names: tuple[str, ...]):
    assert mentioned(text) == names


@given(st.text(max_size=200))
def test_any_text_at_all_mentions_somebody_or_nobody(text: str):
    assert all(f"@{name}" in text for name in mentioned(text))


def test_a_task_is_given_seen_and_done(
    ashby: Person, colleague: Person, brae: Person, browser: Callable[[Person], Client]
):
    task = actions.give_task(
        ashby, capacity(ashby), CODE, "Check the cash limit", colleague, subject=SAVING
    )

    assert queries.desk_page(colleague).tasks == (task,)
    remarks = browser(colleague).get(f"/programmes/{CODE}/facts/{SAVING}/remarks/")
    assert "Check the cash limit" in remarks.content.decode()
    assert queries.desk_page(ashby).given == (task,)
    brae_sees = queries.tasks_page(brae, CODE)
    assert brae_sees is not None
    assert brae_sees.tasks == ()
    with pytest.raises(RefusedError, match=r"Only .* may say it is done"):
        actions.finish_task(brae, capacity(brae), task)
    actions.finish_task(colleague, capacity(colleague), task)
    actions.finish_task(colleague, capacity(colleague), task)

    assert queries.desk_page(colleague).tasks == ()
    assert Event.objects.filter(verb="finished a task").count() == 1


def test_a_task_about_what_somebody_may_not_see_cannot_be_theirs(ashby: Person, towns: None):
    stranger = Person.objects.create(username="stranger", name="A stranger")

    with pytest.raises(RefusedError, match="may not see what this task is about"):
        actions.give_task(ashby, capacity(ashby), CODE, "look", stranger)


def test_an_overdue_task_says_so(ashby: Person, browser: Callable[[Person], Client]):
    yesterday = timezone.localdate() - timedelta(days=1)
    actions.give_task(ashby, capacity(ashby), CODE, "Publish the notice", ashby, due_on=yesterday)

    text = browser(ashby).get("/desk/").content.decode()

    assert "1 task overdue" in text
    assert "Overdue</strong>" in text


def test_a_handed_over_task_lies_on_the_other_desk(ashby: Person, colleague: Person):
    actions.give_task(ashby, capacity(ashby), CODE, "one", ashby)
    actions.give_task(ashby, capacity(ashby), CODE, "two", ashby)

    moved = actions.hand_over_tasks(colleague, capacity(colleague), ashby, colleague, ["ashby"])

    assert moved == 2
    assert queries.desk_page(ashby).tasks == ()
    assert len(queries.desk_page(colleague).tasks) == 2


def test_a_double_click_remarks_once(ashby: Person, browser: Callable[[Person], Client]):
    client, sent = browser(ashby), {"text": "once", "token": "t1"}
    sent["capacity"] = str(capacity(ashby).acting)
    address = f"/programmes/{CODE}/facts/{SAVING}/remarks/"

    first, second = client.post(address, sent), client.post(address, sent)
    other = client.post(address, {**sent, "text": "another wish"})

    assert first.status_code == second.status_code == other.status_code == 302
    assert [remark.text for remark in Remark.objects.all()] == ["once", "another wish"]


def test_somebody_elses_capacity_in_the_form_is_refused(
    ashby: Person, brae: Person, browser: Callable[[Person], Client]
):
    answer = browser(ashby).post(
        f"/programmes/{CODE}/facts/{SAVING}/remarks/",
        {"capacity": capacity(brae).acting, "text": "as if from Brae"},
    )

    assert answer.status_code == 422
    assert not Remark.objects.exists()


def test_tasks_are_given_on_their_page(
    ashby: Person, colleague: Person, browser: Callable[[Person], Client]
):
    client = browser(ashby)
    address = f"/programmes/{CODE}/tasks/"
    form = {"capacity": capacity(ashby).acting, "about": SAVING}

    empty = client.post(address, form)
    wrong = client.post(
        address, {**form, "words": "x", "owner": colleague.username, "due_on": "31 June"}
    )
    given = client.post(
        address, {**form, "words": "x", "owner": colleague.username, "due_on": "30 June 2027"}
    )
    forged = client.post(address, {**form, "about": "savings/none", "words": "x"})

    assert (empty.status_code, wrong.status_code) == (422, 422)
    assert (given.status_code, forged.status_code) == (302, 404)
    assert Task.objects.get().due_on == date(2027, 6, 30)
    done = client.post(f"/programmes/{CODE}/tasks/{Task.objects.get().pk}/done/")
    assert done.status_code == 302
    assert Task.objects.get().done_at is not None


def test_somebody_elses_mention_is_not_there(
    ashby: Person, colleague: Person, brae: Person, browser: Callable[[Person], Client]
):
    say(ashby, f"@{colleague.username} look")
    mention = Mention.objects.get()

    assert browser(brae).post(f"/desk/mentions/{mention.pk}/").status_code == 404
    assert browser(colleague).post(f"/desk/mentions/{mention.pk}/").status_code == 302
    mention.refresh_from_db()
    assert mention.answered_at is not None


def test_a_board_member_remarks_for_the_programme_and_all_may_read_it(
    towns: None, ashby: Person, brae: Person
):
    union = Person.objects.create(username="union", name="Union representative")
    with recorded() as pen:
        Acting.objects.create(
            person=union,
            authority=PROGRAMME,
            role=Role.BOARD_MEMBER,
            programme=CODE,
            organisation="A union",
        )
        pen.record(Entry(verb="admitted somebody", summary="a union"))

    say(union, "we were not told")

    assert read_by(ashby) == read_by(brae) == ["we were not told"]
