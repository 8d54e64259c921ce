"""Other systems read what a token's person sees of one council, and write what they may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.utils import timezone
from towns import TOWNS, held, last, risk, version

from moothall_web.api import actions
from moothall_web.api.models import Token
from moothall_web.facts.models import Fact
from moothall_web.facts.permissions import CHANGES
from moothall_web.people.models import Acting, Person, Role
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded
from moothall_web.records.verify import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

ROOT = "/api/v1/"
HERE = f"{ROOT}programmes/{TOWNS}"
Asks = Callable[..., Client]


def token_of(person: Person, council: str, *kinds: str, days: int = 30) -> str:
    until = timezone.localdate() + timedelta(days=days)
    return actions.make_token(person, council, "a test", list(kinds), until)


def with_token(token: str) -> Client:
    return Client(headers={"authorization": f"Bearer {token}"})


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    found: dict[str, Any] = answer.json()
    assert found["status"] == status
    assert found["detail"]
    assert found["cure"]
    return found


@pytest.fixture
def manager(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def reads(manager: Person) -> Client:
    return with_token(token_of(manager, "ashby"))


@pytest.fixture
def writes(manager: Person) -> Client:
    return with_token(token_of(manager, "ashby", "risks"))


def send(client: Client, method: str, address: str, body: Any, **more: Any) -> Any:
    return getattr(client, method)(address, body, content_type="application/json", **more)


def added(client: Client, **more: Any) -> str:
    answer = send(client, "post", f"{HERE}/facts/risks", {"fields": risk(**more)})
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


# --- Reading --------------------------------------------------------------------------------------


def test_a_fact_is_answered_as_it_is_dumped(reads: Client):
    found = reads.get(f"{HERE}/facts/savings/archive-saving").json()

    assert found["fields"] == held("savings", "archive-saving")
    assert found["version"] == version("savings", "archive-saving")


def test_a_list_says_where_its_next_part_is(reads: Client):
    first = reads.get(f"{HERE}/facts/packages?limit=3").json()
    second = reads.get(first["next"]).json()

    assert (first["total"], len(first["items"]), len(second["items"])) == (4, 3, 1)
    assert second["next"] is None
    ids = [each["id"] for each in (*first["items"], *second["items"])]
    assert len(set(ids)) == 4


@pytest.mark.parametrize(
    "address",
    [
        "",
        "programmes",
        f"programmes/{TOWNS}",
        f"programmes/{TOWNS}/facts",
        f"programmes/{TOWNS}/facts/authorities",
        f"programmes/{TOWNS}/facts/savings/archive-saving/history",
        f"programmes/{TOWNS}/findings?severity=question&limit=2",
        f"programmes/{TOWNS}/proposals/archive/route?as_at=2026-05-01",
        f"programmes/{TOWNS}/proposals/archive/money?as_at=2026-05-01",
        f"programmes/{TOWNS}/proposals/archive/papers/ashby?as_at=2026-05-01",
        f"programmes/{TOWNS}/proposals/archive/snapshots",
        f"programmes/{TOWNS}/notices?as_at=2026-05-01",
        f"programmes/{TOWNS}/questions?as_at=2026-05-01",
        f"programmes/{TOWNS}/organizations",
        f"programmes/{TOWNS}/events",
        f"programmes/{TOWNS}/motions",
    ],
)
def test_whatever_the_pages_show_can_be_asked(reads: Client, address: str):
    answer = reads.get(f"{ROOT}{address}")

    assert answer.status_code == 200, answer.content
    again = reads.get(f"{ROOT}{address}", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("query", ["as_of=2026-05-01", "as_at=2026-02-30", "as_at=1", "limit=0"])
def test_a_question_with_a_slip_in_it_is_not_answered(reads: Client, query: str):
    [wrong] = problem(reads.get(f"{HERE}/findings?{query}"), 422)["errors"]

    assert wrong["where"] == f"/query/{query.partition('=')[0]}"


@pytest.mark.parametrize(("suffix", "begins"), [("html", b"<!"), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_paper_comes_in_every_edition(reads: Client, suffix: str, begins: bytes):
    paper = reads.get(f"{HERE}/proposals/archive/papers/ashby?as_at=2026-05-01").json()
    address = next(each for each in paper["editions"] if f".{suffix}?" in each)

    assert reads.get(address).content.lstrip().lower().startswith(begins.lower())


def test_what_a_partner_keeps_to_itself_is_not_there(reads: Client, person_for: PersonFor):
    lead = person_for("brae", role=Role.PROGRAMME_MANAGER)
    theirs = with_token(token_of(lead, "brae", "risks"))
    key = added(theirs, owner="brae", source="brae 7")

    assert theirs.get(f"{HERE}/facts/risks/{key}").status_code == 200
    problem(reads.get(f"{HERE}/facts/risks/{key}"), 404)
    assert key not in str(reads.get(f"{HERE}/facts/risks").json())


def test_a_token_goes_no_further_than_its_council_though_its_person_does(person_for: PersonFor):
    both = person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER)
    for_ashby = with_token(token_of(both, "ashby", "risks"))
    for_brae = with_token(token_of(both, "brae", "risks"))
    key = added(for_brae, owner="brae", source="brae 7")

    problem(for_ashby.get(f"{HERE}/facts/risks/{key}"), 404)
    refused = send(for_ashby, "post", f"{HERE}/facts/risks", {"fields": risk(owner="brae")})
    assert "Brae" in problem(refused, 403)["detail"]
    assert (last().verb, last().for_whom) == ("was refused", "ashby")


def test_a_token_of_a_council_outside_is_told_nothing_and_that_is_recorded(person_for: PersonFor):
    stranger = with_token(token_of(person_for("elsewhere"), "elsewhere"))

    problem(stranger.get(HERE), 404)
    assert (last().verb, last().for_whom) == ("was refused", "elsewhere")
    assert stranger.get(f"{ROOT}programmes").json()["items"] == []


# --- Writing --------------------------------------------------------------------------------------


def test_what_a_token_adds_is_recorded_under_its_person_role_and_council(
    writes: Client, manager: Person
):
    key = added(writes)

    assert held("risks", key)["title"] == "The roof leaks"
    event = last()
    assert (event.who, event.role, event.for_whom) == (manager, "programme-manager", "ashby")
    assert verify().broken_at is None


def test_a_change_begins_from_a_version_and_a_conflict_shows_both_sides(writes: Client):
    key = added(writes)
    fields, seen = held("risks", key), version("risks", key)
    mine, theirs = fields | {"title": "Mine"}, fields | {"title": "Theirs"}
    body = {"fields": theirs, "version": seen}
    assert send(writes, "put", f"{HERE}/facts/risks/{key}", body).status_code == 200

    answer = send(writes, "put", f"{HERE}/facts/risks/{key}", {"fields": mine, "version": seen})

    found = problem(answer, 409)
    assert (found["current"]["title"], found["yours"]["title"]) == ("Theirs", "Mine")
    assert found["current_version"] == version("risks", key)
    assert held("risks", key)["title"] == "Theirs"


def test_every_fault_is_named_with_its_place_and_cure(writes: Client):
    answer = send(
        writes, "post", f"{HERE}/facts/risks", {"fields": risk(known_on="soon", titel="x")}
    )

    found = {each["where"]: each for each in problem(answer, 422)["errors"]}
    assert {"/body/fields/known_on", "/body/fields/titel"} <= set(found)
    assert all(each["what"] and each["cure"] for each in found.values())


@pytest.mark.parametrize(
    "body", [{"fields": {}, "more": 1}, {"fields": []}, {"fields": {}, "why": 1}, [], None]
)
def test_a_body_of_another_shape_is_refused(writes: Client, body: Any):
    problem(send(writes, "post", f"{HERE}/facts/risks", body), 422)


def test_a_body_that_is_no_json_is_refused(writes: Client):
    answer = writes.post(f"{HERE}/facts/risks", b"{", content_type="application/json")

    problem(answer, 400)


def test_a_token_writes_the_kinds_that_it_was_made_for_and_no_other(reads: Client, writes: Client):
    key = added(writes)
    change = {"fields": held("risks", key), "version": version("risks", key)}

    assert (
        "only reads"
        in problem(send(reads, "put", f"{HERE}/facts/risks/{key}", change), 403)["detail"]
    )
    assert last().verb == "was refused"
    problem(send(writes, "post", f"{HERE}/facts/phases", {"fields": {}}), 403)


def test_a_fact_is_shared_withdrawn_and_removed(writes: Client, reads: Client):
    key = added(writes)
    for step, shared in (("share", True), ("withdraw", False)):
        body = {"version": version("risks", key)}
        answer = send(writes, "post", f"{HERE}/facts/risks/{key}/{step}", body)
        assert (answer.status_code, answer.json()["shared"]) == (200, shared)
    address = f"{HERE}/facts/risks/{key}"

    problem(writes.delete(f"{address}?version=1"), 409)
    assert writes.delete(f"{address}?version={version('risks', key)}").status_code == 204
    assert not Fact.objects.filter(key=key).exists()
    problem(writes.delete(f"{address}?version=1"), 404)


def test_the_same_key_adds_a_fact_once(writes: Client):
    body = {"fields": risk()}
    sent = [
        send(writes, "post", f"{HERE}/facts/risks", body, headers={"idempotency-key": "one"})
        for _ in range(2)
    ]

    assert [each.status_code for each in sent] == [201, 201]
    assert sent[0]["Location"] == sent[1]["Location"]
    assert Fact.objects.filter(kind="risks").count() == 1


@pytest.mark.parametrize("council", ["ashby", "brae", "elsewhere"])
def test_each_role_writes_through_the_api_what_it_writes_on_the_pages(
    council: str, person_for: PersonFor
):
    address = f"{HERE}/facts/savings/archive-saving"
    body = {"fields": held("savings", "archive-saving"), "version": 1}
    wrong = {}
    for role in Role:
        person = person_for(council, role=role)
        able = role in CHANGES["savings"]
        token = token_of(person, council, *(["savings"] if able else []))
        answer = send(with_token(token), "put", address, body)
        wanted = 200 if able and council == "ashby" else 403
        if council == "elsewhere" or role == Role.AUDITOR:  # who was granted nothing
            wanted = 404
        if answer.status_code != wanted:
            wrong[role] = (answer.status_code, wanted)

    assert not wrong


# --- Tokens ---------------------------------------------------------------------------------------


def test_nobody_asks_by_a_session_or_without_a_token(manager: Person):
    client = Client()
    client.force_login(manager)

    for each in (client, Client(), with_token("wrong"), with_token("")):
        answer = each.get(f"{ROOT}programmes")
        problem(answer, 401)
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_only_a_digest_is_kept(manager: Person):
    token = token_of(manager, "ashby")

    row = Token.objects.get()
    assert token not in str(row.__dict__)
    assert row.digest == actions.digest_of(token)
    assert token not in str(list(Event.objects.values_list("payload__summary", "payload__after")))


def test_a_token_ends_with_its_day(manager: Person):
    token = token_of(manager, "ashby", days=-1)

    assert "expired" in problem(with_token(token).get(ROOT), 401)["detail"]
    assert (last().verb, last().for_whom) == ("refused a token", "ashby")
    with_token(token).get(ROOT)
    assert Event.objects.filter(verb="refused a token").count() == 1  # not at every question


def test_a_token_ends_when_it_is_withdrawn(manager: Person, reads: Client):
    assert reads.get(ROOT).status_code == 200
    actions.withdraw_token(manager, Token.objects.get().pk)

    assert "withdrawn" in problem(reads.get(ROOT), 401)["detail"]


def test_a_token_ends_with_the_acting_of_its_person(manager: Person, reads: Client):
    assert reads.get(ROOT).status_code == 200
    with recorded() as pen:
        Acting.objects.filter(person=manager).delete()
        pen.record(actions.Entry(verb="ended", summary="ended"))

    assert "no longer" in problem(reads.get(ROOT), 401)["detail"]


def test_a_token_ends_when_its_person_leaves(manager: Person, reads: Client):
    manager.is_active = False
    manager.save()

    assert "no longer" in problem(reads.get(ROOT), 401)["detail"]


def test_too_many_questions_within_a_minute_have_to_wait(
    reads: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(actions, "A_MINUTE", 2)
    answers = [reads.get(ROOT) for _ in range(3)]

    if [each.status_code for each in answers] == [200, 200, 200]:  # the minute turned between
        answers = [reads.get(ROOT) for _ in range(3)]
    problem(answers[-1], 429)
    assert 0 < int(answers[-1]["Retry-After"]) <= 60


def test_a_body_that_is_too_large_is_refused_before_it_is_read(writes: Client):
    body = {"fields": {"title": "x" * 1_000_001}}

    problem(send(writes, "post", f"{HERE}/facts/risks", body), 413)


def test_an_unknown_address_and_method_are_problems_too(reads: Client):
    problem(reads.get(f"{ROOT}nothing"), 404)
    answer = reads.delete(f"{ROOT}programmes")
    problem(answer, 405)
    assert "GET" in answer["Allow"]


def test_a_token_is_made_on_a_page_shown_once_and_withdrawn_there(manager: Person):
    client = Client()
    client.force_login(manager)
    until = (timezone.localdate() + timedelta(days=9)).isoformat()
    sent = {"council": "ashby", "name": "Nightly", "until": until, "kinds": ["risks"]}

    page = client.post("/tokens/", sent).content.decode()

    token = page.partition('<code id="token">')[2].partition("<")[0]
    me = with_token(token).get(ROOT).json()
    assert (me["council"], me["writes"]) == ("ashby", ["risks"])
    shown = client.get("/tokens/").content.decode()
    assert token not in shown
    assert "Nightly" in shown
    client.post(f"/tokens/{Token.objects.get().pk}/withdraw/")
    problem(with_token(token).get(ROOT), 401)


@pytest.mark.parametrize(
    "wrong", [{"council": "brae"}, {"until": "1 May 2020"}, {"kinds": ["savings"]}, {"name": ""}]
)
def test_a_token_that_goes_too_far_is_not_made(manager: Person, wrong: dict[str, Any]):
    client = Client()
    client.force_login(manager)
    until = (timezone.localdate() + timedelta(days=9)).isoformat()
    sent = {"council": "ashby", "name": "Nightly", "until": until, "kinds": ["risks"]} | wrong

    assert client.post("/tokens/", sent).status_code == 422
    assert not Token.objects.exists()


def test_council_it_sees_and_withdraws_what_its_people_made(
    manager: Person, reads: Client, person_for: PersonFor
):
    it, other = Client(), Client()
    it.force_login(person_for("ashby", role=Role.IT))
    other.force_login(person_for("brae", role=Role.IT))
    address = f"/tokens/{Token.objects.latest('pk').pk}/withdraw/"

    assert other.post(address).status_code == 404
    assert manager.name in it.get("/tokens/").content.decode()
    assert it.post(address).status_code == 302
    problem(reads.get(ROOT), 401)


# --- The civic shapes -----------------------------------------------------------------------------


def test_bodies_and_meetings_carry_the_names_of_popolo(reads: Client):
    bodies = reads.get(f"{HERE}/organizations").json()["items"]
    events = reads.get(f"{HERE}/events").json()["items"]

    body = next(each for each in bodies if each["id"] == "ashby-decides")
    assert (body["type"], body["parent_id"]) == ("Organization", "ashby")
    meeting = next(each for each in events if each["id"] == "ashby-meets")
    assert (meeting["organization_id"], meeting["start_date"]) == ("ashby-decides", "2026-06-10")
    assert (meeting["status"], meeting["cancelled"]) == ("confirmed", False)
    context = Client().get(meeting["@context"]).json()["@context"]
    for each in (body, meeting):
        assert set(each) - {"@context"} <= set(context)


def test_the_description_has_every_address_and_no_other_site(db: None):
    answer = Client().get(f"{ROOT}openapi.json")

    held = answer.json()
    assert f"{ROOT}programmes/{{code}}/facts/{{kind}}/{{key}}" in held["paths"]
    assert "//" not in answer.content.decode()
