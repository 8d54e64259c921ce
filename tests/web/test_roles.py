"""Who acts for whom: admitted, covered, handed over, ended, each by their own council alone."""

from datetime import date, timedelta
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.utils import timezone

from moothall_web.desk.models import Task
from moothall_web.facts.models import Programme
from moothall_web.people import actions
from moothall_web.people.actions import ChangedSinceError, ImpossibleError, Newcomer, Terms
from moothall_web.people.facts import state_of
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.people.queries import capacities, sight
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import UnrecordedWriteError, recorded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]
TODAY = timezone.localdate()
SOON, LATER = TODAY + timedelta(days=10), TODAY + timedelta(days=20)
BRAE = "Only Brae's programme manager, monitoring officer or council IT may say"


def of(person: Person, authority: str = "ashby") -> Acting:
    return Acting.objects.filter(person=person, authority=authority).latest("pk")


def seen(person: Person, authority: str = "ashby") -> str:
    """How a page showed what somebody does."""
    return state_of(Acting.objects.filter(person=person, authority=authority))


def last() -> Event:
    return Event.objects.latest("number")


@pytest.fixture
def it(person_for: PersonFor) -> Person:
    """Ashby's council IT, who say who acts for Ashby."""
    return person_for("ashby", role=Role.IT)


@pytest.fixture
def finance(person_for: PersonFor) -> Person:
    return person_for("ashby")


def test_somebody_new_is_admitted_to_a_role(it: Person):
    made = actions.admit(
        it, "ashby", Newcomer("dana", "Dana"), Terms(role=Role.LEGAL, since=TODAY), why="Joined"
    )

    assert [(each.role, each.authority) for each in capacities(made.person)] == [
        (Role.LEGAL, "ashby")
    ]
    event = last()
    assert (event.verb, event.who, event.role, event.for_whom) == (
        "admitted somebody",
        it,
        "it",
        "ashby",
    )
    assert event.subject == "person/dana"
    assert event.payload.summary.startswith("Dana acts as legal officer for Ashby, from")
    assert (event.payload.why, event.payload.after["role"]) == ("Joined", "legal")
    assert (event.payload.owner, event.payload.shared) == ("ashby", False)


@pytest.mark.parametrize("role", [each for each in Role if each != Role.BOARD_MEMBER])
def test_every_role_can_be_filled(role: Role, it: Person):
    made = actions.admit(it, "ashby", Newcomer("dana", "Dana"), Terms(role=role))

    assert capacities(made.person)[0].role == role


def test_a_role_may_be_for_one_programme_and_for_a_time(it: Person):
    made = actions.admit(
        it,
        "ashby",
        Newcomer("dana", "Dana"),
        Terms(role=Role.WORKSTREAM_LEAD, programme="three-towns", since=SOON, until=LATER),
    )

    assert not capacities(made.person, TODAY)
    assert capacities(made.person, SOON)[0].programme == "three-towns"
    assert not capacities(made.person, LATER), "it no longer holds on the day that it ends"


def test_nobody_admits_to_another_council(it: Person, finance: Person, person_for: PersonFor):
    for by in (it, finance, person_for("combe", role=Role.PROGRAMME_MANAGER)):
        with pytest.raises(RefusedError, match=BRAE):
            actions.admit(by, "brae", Newcomer("dana", "Dana"), Terms(role=Role.IT))
        with pytest.raises(RefusedError, match=BRAE):
            actions.admit(by, "brae", by.username, Terms(role=Role.IT))
    assert not Person.objects.filter(username="dana").exists()


def test_nobody_gives_themselves_a_role(it: Person):
    with pytest.raises(RefusedError, match="Nobody says for themselves"):
        actions.admit(it, "ashby", it.username, Terms(role=Role.SECTION_151_OFFICER))


def test_whoever_leads_for_one_programme_only_admits_nobody(person_for: PersonFor):
    lead = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    with recorded() as pen:
        pen.record(Entry(verb="narrowed", summary=""))
        Acting.objects.filter(person=lead).update(programme="three-towns")

    with pytest.raises(RefusedError, match="Only Ashby's"):
        actions.admit(lead, "ashby", Newcomer("dana", "Dana"), Terms(role=Role.HR))


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (Terms(role=Role.HR, since=LATER, until=SOON), "until"),
        (Terms(role=Role.HR, since=SOON, until=SOON), "until"),
        (Terms(role=Role.HR, programme="no-such-programme"), "programme"),
        (Terms(role=Role.BOARD_MEMBER), "role"),
    ],
)
def test_terms_that_cannot_be_are_said_beside_their_field(terms: Terms, field: str, it: Person):
    with pytest.raises(ImpossibleError) as told:
        actions.admit(it, "ashby", Newcomer("dana", "Dana"), terms)

    assert told.value.field == field
    assert not Person.objects.filter(username="dana").exists(), "half of it was kept"


def test_nobody_is_admitted_twice_to_one_role(it: Person, finance: Person):
    with pytest.raises(ImpossibleError, match="already acts as finance officer for Ashby"):
        actions.admit(it, "ashby", finance.username, Terms(role=Role.FINANCE_OFFICER))


def test_a_taken_sign_in_name_goes_to_nobody_else(it: Person, finance: Person):
    with pytest.raises(ImpossibleError, match="signs in as") as told:
        actions.admit(it, "ashby", Newcomer(finance.username.upper(), "Other"), Terms(role=Role.HR))

    assert told.value.field == "username"


def test_a_person_may_act_for_several_councils(it: Person, person_for: PersonFor):
    director = person_for("brae", role=Role.PROGRAMME_MANAGER)

    actions.admit(it, "ashby", director.username, Terms(role=Role.PROGRAMME_MANAGER))

    assert {each.authority for each in capacities(director)} == {"ashby", "brae"}


def test_nobody_is_shared_before_they_have_opened_their_own_sign_in(
    it: Person, person_for: PersonFor
):
    """Whoever made it could else open it and act for the second council."""
    brae = person_for("brae", role=Role.IT)
    actions.admit(brae, "brae", Newcomer("dana", "Dana"), Terms(role=Role.LEGAL))

    with pytest.raises(ImpossibleError, match="not yet signed in for the council that"):
        actions.admit(it, "ashby", "dana", Terms(role=Role.LEGAL))


# --- Cover --------------------------------------------------------------------------------------


def test_an_absence_is_covered_and_both_are_shown(
    it: Person, finance: Person, person_for: PersonFor, client: Client
):
    stand_in = person_for("ashby", role=Role.HR)

    actions.cover(it, of(finance).pk, stand_in.username, TODAY, SOON, seen=seen(finance))

    held = {each.role: each.covers for each in capacities(stand_in)}
    assert held == {Role.HR: "", Role.FINANCE_OFFICER: finance.name}
    assert capacities(finance), "whoever is away keeps the role"
    assert not [each for each in capacities(stand_in, SOON) if each.covers]
    assert last().verb == "arranged cover"
    client.force_login(stand_in)
    assert f"Finance officer for Ashby, covering for {finance.name}" in text(client, "/")
    page = text(client, "/access/")
    assert f"Covers for {finance.name}" in page
    assert f"Covered by {stand_in.name}" in page


def test_cover_stays_within_the_role_that_is_covered(it: Person, person_for: PersonFor):
    stand_in = person_for("ashby", role=Role.HR)
    made = actions.admit(
        it,
        "ashby",
        Newcomer("dana", "Dana"),
        Terms(role=Role.LEGAL, since=SOON, until=LATER),
    )
    state = state_of([made])
    for since, until, field in [
        (TODAY, LATER, "since"),
        (SOON, LATER + timedelta(days=1), "until"),
        (SOON, SOON, "until"),
    ]:
        with pytest.raises(ImpossibleError) as told:
            actions.cover(it, made.pk, stand_in.username, since, until, seen=state)
        assert told.value.field == field


def test_nobody_appoints_themselves_as_cover(it: Person, finance: Person):
    with pytest.raises(RefusedError, match="Nobody says for themselves"):
        actions.cover(it, of(finance).pk, it.username, TODAY, SOON, seen=seen(finance))


def test_cover_ends_with_the_role_that_is_covered(
    it: Person, finance: Person, person_for: PersonFor
):
    stand_in = person_for("ashby", role=Role.HR)
    actions.cover(it, of(finance).pk, stand_in.username, TODAY, LATER, seen=seen(finance))

    actions.end_acting(it, of(finance).pk, SOON, seen=seen(finance))

    assert [each for each in capacities(stand_in, SOON - timedelta(days=1)) if each.covers]
    assert not [each for each in capacities(stand_in, SOON) if each.covers]


# --- Ending, handing over, leaving ----------------------------------------------------------------


def test_a_role_ends_at_once(it: Person, finance: Person, client: Client):
    client.force_login(finance)
    assert client.get("/programmes/three-towns/").status_code == 200

    actions.end_acting(it, of(finance).pk, TODAY, seen=seen(finance), why="Moved")

    assert client.get("/programmes/three-towns/").status_code == 404
    assert (last().verb, last().subject) == ("ended a role", f"acting/{of(finance).pk}")
    assert last().payload.before["until"] is None


def test_a_role_that_has_not_begun_is_taken_away(it: Person):
    made = actions.admit(it, "ashby", Newcomer("d", "D"), Terms(role=Role.HR, since=SOON))

    actions.end_acting(it, made.pk, TODAY, seen=state_of([made]))

    assert not Acting.objects.filter(pk=made.pk).exists()
    assert last().subject == f"acting/{made.pk}"


def test_nobody_ends_a_role_for_another_council(it: Person, person_for: PersonFor):
    other = person_for("brae")

    with pytest.raises(RefusedError, match=BRAE):
        actions.end_acting(it, of(other, "brae").pk, TODAY, seen=seen(other, "brae"))


def test_a_change_on_a_stale_page_is_told(it: Person, finance: Person):
    state = seen(finance)
    actions.end_acting(it, of(finance).pk, LATER, seen=state)

    with pytest.raises(ChangedSinceError, match="Somebody has changed this since"):
        actions.end_acting(it, of(finance).pk, SOON, seen=state)
    with pytest.raises(ChangedSinceError, match="Somebody has changed this since"):
        actions.leave(it, "ashby", finance, seen=state)
    assert of(finance).until == LATER


def test_the_last_who_admits_stays_until_there_is_a_successor(it: Person, person_for: PersonFor):
    for change in (
        lambda: actions.end_acting(it, of(it).pk, TODAY, seen=seen(it)),
        lambda: actions.leave(it, "ashby", it, seen=seen(it)),
    ):
        with pytest.raises(RefusedError, match="is the last person who may say who acts for Ashby"):
            change()

    person_for("ashby", role=Role.MONITORING_OFFICER)
    actions.leave(it, "ashby", it, seen=seen(it))

    assert not capacities(it)


def test_a_cover_makes_nobody_a_successor(it: Person, person_for: PersonFor):
    stand_in = person_for("ashby", role=Role.HR)
    actions.cover(it, of(it).pk, stand_in.username, TODAY, SOON, seen=seen(it))

    with pytest.raises(RefusedError, match="is the last person"):
        actions.leave(it, "ashby", it, seen=seen(it))


def test_handing_over_gives_roles_on_the_day_and_tasks_at_once(
    it: Person, finance: Person, person_for: PersonFor
):
    successor = person_for("ashby", role=Role.HR)
    task = a_task(finance, "ashby")
    foreign = a_task(finance, "brae")

    tasks = actions.hand_over(
        it, "ashby", finance, successor.username, SOON, seen=seen(finance), why="Retires"
    )

    assert tasks == 1
    for each in (task, foreign):
        each.refresh_from_db()
    assert (task.owner, foreign.owner) == (successor, finance)
    assert capacities(finance, SOON - timedelta(days=1))
    assert not capacities(finance, SOON)
    assert {each.role for each in capacities(successor, TODAY)} == {Role.HR}
    assert {each.role for each in capacities(successor, SOON)} == {Role.HR, Role.FINANCE_OFFICER}
    verbs = list(Event.objects.order_by("-number").values_list("verb", flat=True)[:2])
    assert verbs == ["handed a task over", "handed over"]


def test_nobody_hands_over_to_themselves(it: Person, finance: Person):
    with pytest.raises(RefusedError, match="Nobody says for themselves"):
        actions.hand_over(it, "ashby", finance, it.username, TODAY, seen=seen(finance))


def test_a_leaver_is_out_at_the_next_request(it: Person, finance: Person, client: Client):
    client.force_login(finance)
    assert client.get("/").status_code == 200

    assert actions.leave(it, "ashby", finance, seen=seen(finance))

    assert client.get("/").status_code == 302
    finance.refresh_from_db()
    assert (finance.is_active, finance.left_on) == (False, TODAY)
    assert not finance.has_usable_password()
    assert (last().verb, last().subject) == ("recorded a leaver", "person/ashby-finance")


def test_whoever_leaves_one_council_still_acts_for_the_other(
    it: Person, person_for: PersonFor, client: Client
):
    director = person_for("ashby", "brae", role=Role.LEGAL)
    client.force_login(director)

    assert not actions.leave(it, "ashby", director, seen=seen(director))

    assert {each.authority for each in capacities(director)} == {"brae"}
    assert client.get("/").status_code == 200


def test_a_leaver_may_come_back(it: Person, finance: Person):
    actions.leave(it, "ashby", finance, seen=seen(finance))

    actions.admit(it, "ashby", finance.username, Terms(role=Role.HR))

    finance.refresh_from_db()
    assert (finance.is_active, finance.left_on) == (True, None)
    assert [each.role for each in capacities(finance)] == [Role.HR]


def test_no_role_changes_unrecorded(finance: Person):
    with pytest.raises(UnrecordedWriteError):
        Acting.objects.filter(person=finance).update(role=Role.IT)


# --- Board members and auditors -------------------------------------------------------------------


def test_a_board_member_reads_what_the_programme_shares(person_for: PersonFor):
    manager = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    terms = Terms(role=Role.BOARD_MEMBER, programme="three-towns", organisation="A school")

    made = actions.admit(manager, "programme", Newcomer("d", "D"), terms)

    what = sight(made.person, "three-towns", ("ashby", "brae", "combe"))
    assert what.inside
    assert not what.councils


def test_only_a_programme_manager_of_its_councils_fills_a_board(it: Person, person_for: PersonFor):
    terms = Terms(role=Role.BOARD_MEMBER, programme="three-towns", organisation="A school")
    stranger = person_for("elsewhere", role=Role.PROGRAMME_MANAGER)
    for by in (it, stranger):
        with pytest.raises(RefusedError, match="one of the programme's councils"):
            actions.admit(by, "programme", Newcomer("d", "D"), terms)


@pytest.fixture
def auditor(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.AUDITOR)


def test_an_auditor_reads_what_each_council_has_granted(auditor: Person, person_for: PersonFor):
    officer = person_for("brae", role=Role.SECTION_151_OFFICER)

    made = actions.grant(officer, "brae", "three-towns", auditor.username, ["savings"])

    what = sight(auditor, "three-towns", ("ashby", "brae", "combe"))
    assert what.granted == {("brae", "savings")}
    assert not what.councils, "acting as auditor for Ashby opens nothing by itself"
    assert last().for_whom == "brae"

    actions.withdraw_grant(officer, made.pk, "Audit is over")

    assert not sight(auditor, "three-towns", ("ashby", "brae")).inside
    with pytest.raises(ChangedSinceError, match="already withdrawn"):
        actions.withdraw_grant(officer, made.pk)


def test_only_the_owning_council_grants_and_withdraws(auditor: Person, person_for: PersonFor):
    ours = person_for("brae", role=Role.MONITORING_OFFICER)
    made = actions.grant(ours, "brae", "three-towns", auditor.username)
    words = "Only Brae's programme manager, section 151 officer or monitoring officer may say"

    for by in (
        person_for("ashby", role=Role.SECTION_151_OFFICER),
        person_for("brae", role=Role.IT),
        auditor,
    ):
        with pytest.raises(RefusedError, match=words):
            actions.grant(by, "brae", "three-towns", auditor.username)
        with pytest.raises(RefusedError, match=words):
            actions.withdraw_grant(by, made.pk)


def test_a_grant_is_for_an_auditor_of_the_programme(person_for: PersonFor, finance: Person):
    officer = person_for("ashby", role=Role.MONITORING_OFFICER)

    with pytest.raises(ImpossibleError, match="an auditor in"):
        actions.grant(officer, "ashby", "three-towns", finance.username)
    with pytest.raises(ImpossibleError, match="from the list"):
        actions.grant(officer, "ashby", "three-towns", finance.username, ["secrets"])


def test_an_auditor_changes_nothing_anywhere(auditor: Person, it: Person, finance: Person):
    with pytest.raises(RefusedError, match="changes nothing anywhere"):
        actions.admit(it, "ashby", auditor.username, Terms(role=Role.PROGRAMME_MANAGER))
    with pytest.raises(RefusedError, match="acts in no other role"):
        actions.admit(it, "ashby", finance.username, Terms(role=Role.AUDITOR))
    with pytest.raises(RefusedError):
        actions.admit(auditor, "ashby", Newcomer("d", "D"), Terms(role=Role.HR))


def test_grants_end_with_the_auditor(auditor: Person, it: Person, person_for: PersonFor):
    officer = person_for("ashby", role=Role.MONITORING_OFFICER)
    actions.grant(officer, "ashby", "three-towns", auditor.username)

    actions.end_acting(it, of(auditor).pk, TODAY, seen=seen(auditor))

    assert AuditGrant.objects.get().withdrawn_at is not None


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def a_task(owner: Person, for_whom: str) -> Task:
    with recorded() as pen:
        task: Any = Task.objects.create(
            programme=Programme.objects.get(),
            words="Ask for the figures",
            for_whom=for_whom,
            owner=owner,
            given_by=owner,
            given_at=timezone.now(),
            due_on=date(2030, 1, 1),
        )
        pen.record(Entry(verb="gave a task", summary=""))
    return task
