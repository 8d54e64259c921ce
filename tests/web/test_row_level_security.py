"""On PostgreSQL the database itself holds back what a council has not shared.

The rows of each test: Ashby and Brae own one row of every kind each, not shared, and the programme
and what is shared stand beside them.  What a test reads and writes outside a scope is unhindered.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from cast import SignedIn
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.http import HttpResponse, StreamingHttpResponse
from throwaway import SERVER

from moothall_web.api.models import Delivery, Webhook
from moothall_web.calendars.models import CalendarReading, Feed
from moothall_web.cases.models import FrozenFile, Snapshot, SnapshotState
from moothall_web.decisions.models import CommitteeSystem, PageReading, Visit, WaitingPage
from moothall_web.desk.models import Remark
from moothall_web.facts import frozen
from moothall_web.facts.actions import load_folder
from moothall_web.facts.models import Document, Draft, Fact, Programme
from moothall_web.jobs.models import Job, Result
from moothall_web.money.models import ColumnMapping, TableReading
from moothall_web.notifications.models import Choice, Known, MailAddress, Message
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.people.scope import ScopedRequests, scope_of
from moothall_web.publication.models import Edition, EditionWords, PublicFile
from moothall_web.records.actions import ERASED, Entry, record
from moothall_web.records.models import Payload
from moothall_web.records.recorded import recorded
from moothall_web.row_scope import NOBODY, Scope, within
from moothall_web.writing.models import WordReturn

pytestmark = [
    pytest.mark.skipif(
        not SERVER, reason="needs PostgreSQL: `make test` runs the site on it first"
    ),
    pytest.mark.django_db,
]

NOW = datetime(2026, 1, 5, tzinfo=UTC)
GUARDED = {
    "facts_fact": Fact,
    "facts_document": Document,
    "facts_draft": Draft,
    "records_payload": Payload,
    "desk_remark": Remark,
    "cases_snapshot": Snapshot,
    "cases_frozenfile": FrozenFile,
    "calendars_calendarreading": CalendarReading,
    "calendars_feed": Feed,
    "money_tablereading": TableReading,
    "money_columnmapping": ColumnMapping,
    "decisions_pagereading": PageReading,
    "decisions_committeesystem": CommitteeSystem,
    "decisions_visit": Visit,
    "decisions_waitingpage": WaitingPage,
    "writing_wordreturn": WordReturn,
    "jobs_result": Result,
    "publication_edition": Edition,
    "publication_editionwords": EditionWords,
    "publication_publicfile": PublicFile,
    "api_webhook": Webhook,
    "api_delivery": Delivery,
    "notifications_message": Message,
    "notifications_mailaddress": MailAddress,
    "notifications_known": Known,
    "notifications_choice": Choice,
}
NOT_GUARDED = {
    "people_left": "that somebody has left is asked at sign-in, before there is a scope",
    "records_event": "the chain is verified by anybody; what an event says stands in its payload",
    "people_acting": "who acts for whom is asked before there is a scope",
    "people_auditgrant": "what is granted is asked before there is a scope",
    "api_token": "holds a digest; whoever asks by a token has no scope before it is found",
    "desk_task": "seen by who gave it and who has it, whomever they act for",
}
OWNED_BY = {"facts_fact": "owner", "facts_document": "owner", "records_payload": "owner"} | {
    "desk_remark": "for_whom",
    "cases_snapshot": "authority",
    "cases_frozenfile": "snapshot__authority",
    "facts_draft": "person__username",
    "calendars_calendarreading": "person__username",
    "calendars_feed": "person__username",
    "money_tablereading": "person__username",
    "money_columnmapping": "authority",
    "decisions_pagereading": "person__username",
    "decisions_committeesystem": "authority",
    "decisions_visit": "authority",
    "decisions_waitingpage": "authority",
    "writing_wordreturn": "person__username",
    "jobs_result": "who__username",
    "publication_edition": "authority",
    "publication_editionwords": "edition__authority",
    "publication_publicfile": "edition__authority",
    "api_webhook": "authority",
    "api_delivery": "authority",
    "notifications_message": "person__username",
    "notifications_mailaddress": "person__username",
    "notifications_known": "person__username",
    "notifications_choice": "person__username",
}
KINDS = pytest.mark.parametrize("table", GUARDED)


def only(*councils: str, person: int | None = None) -> Scope:
    return Scope(reads=frozenset(councils), writes=frozenset(councils), person=person)


@pytest.fixture
def rows(three_towns: Path) -> Programme:
    """A row of every kind for Ashby and for Brae, not shared."""
    load_folder(three_towns)
    programme = Programme.objects.get()
    with recorded() as pen:
        for council in ("ashby", "brae"):
            add_rows_of(council, programme)
            pen.record(Entry(verb="changed a fact", owner=council, shared=False, summary="own"))
    return programme


def add_rows_of(council: str, programme: Programme) -> None:
    person = Person.objects.create(username=council, name=council)
    document = Document.objects.create(
        programme=programme,
        key=f"own-{council}",
        title=f"{council}'s own",
        owner=council,
        known_on=NOW,
        position=90,
        payload={},
    )
    Fact.objects.create(**fact_of(council, document))
    Draft.objects.create(person=person, programme=programme, kind="posts", content={})
    CalendarReading.objects.create(
        person=person, programme=programme, authority=council, read_on=NOW, content={}
    )
    Feed.objects.create(person=person, programme=programme, digest=council, made_at=NOW)
    job = Job.objects.create(name="papers", who=person, asked_at=NOW)
    Result.objects.create(job=job, who=person, name="papers.zip", content=b"own")
    TableReading.objects.create(
        person=person, programme=programme, authority=council, read_on=NOW, content=b"own"
    )
    ColumnMapping.objects.create(authority=council, kind="savings", changed_at=NOW)
    PageReading.objects.create(
        person=person, programme=programme, authority=council, read_on=NOW, content={}
    )
    system = CommitteeSystem.objects.create(authority=council, made_by=person, made_at=NOW)
    Visit.objects.create(system=system, authority=council, at=NOW)
    WaitingPage.objects.create(programme=programme, authority=council, read_on=NOW, content={})
    WordReturn.objects.create(
        person=person, programme=programme, authority=council, read_on=NOW, content=b"own"
    )
    Remark.objects.create(
        programme=programme, subject="posts/archivist", author=person, for_whom=council, at=NOW
    )
    snapshot = Snapshot.objects.create(**snapshot_of(council, programme, person))
    FrozenFile.objects.create(snapshot=snapshot, name="paper.html", content=b"own", digest="")
    edition = Edition.objects.create(**edition_of(council, snapshot.pk))
    EditionWords.objects.create(edition=edition, content="own")
    PublicFile.objects.create(edition=edition, name="paper.html", content=b"own", digest="")
    webhook = Webhook.objects.create(authority=council, made_by=person, made_at=NOW)
    Delivery.objects.create(webhook=webhook, authority=council, made_at=NOW)
    Message.objects.create(person=person, sort="daily", made_at=NOW)
    MailAddress.objects.create(person=person)
    Known.objects.create(person=person, programme="three-towns")
    Choice.objects.create(person=person, kind="task", soon="never")


def fact_of(council: str, document: Document, key: str = "own", **changed: Any) -> dict[str, Any]:
    return {
        "programme": document.programme,
        "kind": "posts",
        "key": f"{key}-{council}",
        "owner": council,
        "shared": False,
        "document": document,
        "known_on": NOW,
        "position": 90,
        "payload": {},
    } | changed


def snapshot_of(council: str, programme: Programme, person: Person) -> dict[str, Any]:
    return {
        "programme": programme,
        "proposal": "archive",
        "authority": council,
        "number": 1,
        "as_at": date(2026, 1, 5),
        "made_by": person,
        "made_at": NOW,
    }


def edition_of(council: str, snapshot: int) -> dict[str, Any]:
    """An edition of which nobody has said from when it is public."""
    return {
        "snapshot_id": snapshot,
        "programme": "three-towns",
        "proposal": "archive",
        "authority": council,
        "number": 1,
        "published_at": NOW,
    }


def owners_of(table: str) -> set[str]:
    """The owners of the rows that are not shared, as far as the database shows them."""
    seen = GUARDED[table].objects.all()
    if any(field.name == "shared" for field in GUARDED[table]._meta.fields):
        seen = seen.filter(shared=False)
    if table == "facts_document":
        seen = seen.exclude(facts__shared=True)
    return set(seen.values_list(OWNED_BY[table], flat=True)) & {"ashby", "brae"}


def number_of(username: str) -> int:
    return Person.objects.get(username=username).pk


# --- Who is bound ---------------------------------------------------------------------------------


def test_the_tests_sign_in_as_somebody_who_is_bound():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)


def test_every_table_with_an_owner_is_guarded_or_says_why_not():
    owned = {"owner", "shared", "authority", "for_whom"}
    tables = {
        model._meta.db_table
        for model in apps.get_models()
        if owned & {field.name for field in model._meta.fields if not field.is_relation}
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        guarded = {name for (name,) in cursor.fetchall()}

    assert guarded == set(GUARDED)
    assert tables - guarded == set(NOT_GUARDED)


# --- What is seen ---------------------------------------------------------------------------------


@KINDS
def test_without_a_scope_there_are_no_rows(table: str, rows: Programme):
    assert owners_of(table) == {"ashby", "brae"}

    with within(NOBODY):
        assert GUARDED[table].objects.count() == 0

    assert owners_of(table) == {"ashby", "brae"}, "the scope before is put back"


@KINDS
def test_a_council_sees_its_own_and_nothing_unshared_of_another(table: str, rows: Programme):
    with within(only("ashby", person=number_of("ashby"))):
        assert owners_of(table) == {"ashby"}


def test_what_is_shared_and_what_is_the_programmes_is_seen_by_every_council(rows: Programme):
    shared = set(Fact.objects.filter(shared=True).values_list("key", flat=True))

    with within(only("ashby")):
        assert shared <= set(Fact.objects.values_list("key", flat=True))
        assert Payload.objects.filter(owner="programme").exists()


def test_a_document_is_seen_with_a_fact_that_is_taken_from_it(rows: Programme):
    document = Document.objects.get(key="own-brae")
    with within(only("ashby")):
        assert not Document.objects.filter(key="own-brae").exists()

    with recorded() as pen:
        Fact.objects.create(**fact_of("brae", document, "told", shared=True))
        pen.record(Entry(verb="shared a fact", summary="told"))

    with within(only("ashby")):
        assert Document.objects.filter(key="own-brae").exists()


@pytest.mark.parametrize("state", SnapshotState)
def test_a_snapshot_is_seen_by_the_others_with_its_files_once_it_is_cleared(
    state: SnapshotState, rows: Programme
):
    with recorded() as pen:
        Snapshot.objects.filter(authority="brae").update(state=state)
        pen.record(Entry(verb=f"now {state}", summary="brae's"))

    with within(only("ashby")):
        both = state in (SnapshotState.CLEARED, SnapshotState.PUBLISHED)
        seen = {"ashby", "brae"} if both else {"ashby"}
        assert owners_of("cases_snapshot") == owners_of("cases_frozenfile") == seen


def test_a_council_of_a_strange_name_is_nobody_else(rows: Programme):
    for name in ("*", "{*}", "brae,ashby", '"brae"', "\\", "}", "brae' OR '1'='1"):
        with within(only(name)):
            assert owners_of("facts_fact") == set()


# --- What is written ------------------------------------------------------------------------------


def add_fact(rows: Programme, council: str) -> None:
    Fact.objects.create(**fact_of(council, Document.objects.get(key="ashby"), "new"))


def add_document(rows: Programme, council: str) -> None:
    Document.objects.create(
        programme=rows, key="new", owner=council, known_on=NOW, position=91, payload={}
    )


def add_draft(rows: Programme, council: str) -> None:
    person = number_of(council)
    Draft.objects.create(person_id=person, programme=rows, kind="savings", content={})


def add_reading(rows: Programme, council: str) -> None:
    person = number_of(council)
    CalendarReading.objects.filter(person_id=person).delete()
    CalendarReading.objects.create(person_id=person, programme=rows, read_on=NOW, content={})


def add_feed(rows: Programme, council: str) -> None:
    Feed.objects.create(person_id=number_of(council), digest=f"{council}-new", made_at=NOW)


def add_table(rows: Programme, council: str) -> None:
    person = number_of(council)
    TableReading.objects.filter(person_id=person).delete()
    TableReading.objects.create(person_id=person, programme=rows, read_on=NOW, content=b"new")


def add_word_file(rows: Programme, council: str) -> None:
    person = number_of(council)
    WordReturn.objects.filter(person_id=person).delete()
    WordReturn.objects.create(person_id=person, programme=rows, read_on=NOW, content=b"new")


def add_page(rows: Programme, council: str) -> None:
    person = number_of(council)
    PageReading.objects.filter(person_id=person).delete()
    PageReading.objects.create(person_id=person, programme=rows, read_on=NOW, content={})


def add_mapping(rows: Programme, council: str) -> None:
    ColumnMapping.objects.create(authority=council, kind="ledger_entries", changed_at=NOW)


def add_remark(rows: Programme, council: str) -> None:
    author = Person.objects.get(username=council)
    Remark.objects.create(programme=rows, author=author, for_whom=council, shared=True, at=NOW)


def add_snapshot(rows: Programme, council: str) -> None:
    made = snapshot_of(council, rows, Person.objects.get(username=council))
    Snapshot.objects.create(**made | {"number": 2, "state": "published"})


def add_file(rows: Programme, council: str) -> None:
    snapshot = SNAPSHOTS[council]
    FrozenFile.objects.create(snapshot_id=snapshot, name="new", content=b"", digest="")


def add_result(rows: Programme, council: str) -> None:
    person = Person.objects.get(username=council)
    job = Job.objects.create(name="more papers", who=person, asked_at=NOW)
    Result.objects.create(job=job, who=person, name="new.zip", content=b"")


def add_edition(rows: Programme, council: str) -> None:
    made = snapshot_of(council, rows, Person.objects.get(username=council)) | {"number": 3}
    with within(only(council)):
        snapshot = Snapshot.objects.create(**made)
    Edition.objects.create(**edition_of(council, snapshot.pk))


def add_words(rows: Programme, council: str) -> None:
    with within(only(council)):
        EditionWords.objects.filter(edition_id=EDITIONS[council]).delete()
    EditionWords.objects.create(edition_id=EDITIONS[council], content="new")


def add_public_file(rows: Programme, council: str) -> None:
    edition = EDITIONS[council]
    PublicFile.objects.create(edition_id=edition, name="new", content=b"", digest="")


def add_message(rows: Programme, council: str) -> None:
    Message.objects.create(person_id=number_of(council), sort="daily", made_at=NOW)


def add_address(rows: Programme, council: str) -> None:
    MailAddress.objects.filter(person_id=number_of(council)).delete()
    MailAddress.objects.create(person_id=number_of(council))


def add_known(rows: Programme, council: str) -> None:
    Known.objects.create(person_id=number_of(council), programme="another")


def add_choice(rows: Programme, council: str) -> None:
    Choice.objects.create(person_id=number_of(council), kind="finding", soon="never")


EDITIONS: dict[str, int] = {}
SNAPSHOTS: dict[str, int] = {}
ADDS = {
    "facts_fact": add_fact,
    "facts_document": add_document,
    "facts_draft": add_draft,
    "calendars_calendarreading": add_reading,
    "calendars_feed": add_feed,
    "money_tablereading": add_table,
    "money_columnmapping": add_mapping,
    "decisions_pagereading": add_page,
    "writing_wordreturn": add_word_file,
    "jobs_result": add_result,
    "desk_remark": add_remark,
    "cases_snapshot": add_snapshot,
    "cases_frozenfile": add_file,
    "publication_edition": add_edition,
    "publication_editionwords": add_words,
    "publication_publicfile": add_public_file,
    "notifications_message": add_message,
    "notifications_mailaddress": add_address,
    "notifications_known": add_known,
    "notifications_choice": add_choice,
}


@pytest.mark.parametrize("table", ADDS)
def test_nobody_adds_a_row_of_another_council(table: str, rows: Programme):
    SNAPSHOTS.update(Snapshot.objects.values_list("authority", "pk"))
    EDITIONS.update(Edition.objects.values_list("authority", "pk"))
    scope = only("ashby", person=number_of("ashby"))

    with within(scope), recorded() as pen:
        ADDS[table](rows, "ashby")
        pen.record(Entry(verb="added", owner="ashby", summary="its own"))
    with pytest.raises(ProgrammingError, match="row-level security"), within(scope), recorded():
        ADDS[table](rows, "brae")


def test_anybody_adds_to_the_record_and_its_owner_alone_reads_and_erases_it(rows: Programme):
    with within(NOBODY):
        event = record(Entry(verb="was refused a sign-in", owner="brae", shared=False, summary="?"))

    for scope, seen in ((NOBODY, 0), (only("ashby"), 0), (only("brae"), 1)):
        with within(scope):
            assert Payload.objects.filter(pk=event.pk).count() == seen
    record(Entry(verb=ERASED, subject=f"event/{event.number}", summary="so that it may go"))
    with within(only("ashby")), connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_payload WHERE event_id = %s", [event.pk])
        assert cursor.rowcount == 0
    with within(only("brae")), connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_payload WHERE event_id = %s", [event.pk])
        assert cursor.rowcount == 1


def test_what_another_council_has_shared_is_read_and_not_changed(rows: Programme):
    with recorded() as pen:
        Fact.objects.filter(key="own-brae").update(shared=True)
        pen.record(Entry(verb="shared a fact", summary="brae's"))

    with within(only("ashby")), recorded() as pen:
        assert Fact.objects.filter(key="own-brae").exists()
        assert Fact.objects.filter(key="own-brae").update(position=1) == 0
        assert Fact.objects.filter(key="own-brae").delete()[0] == 0
        pen.record(Entry(verb="tried", owner="ashby", summary="nothing came of it"))

    assert Fact.objects.get(key="own-brae").position == 90


def test_a_row_is_not_given_to_another_council(rows: Programme):
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        within(only("ashby")),
        recorded(),
    ):
        Fact.objects.filter(key="own-ashby").update(owner="brae")


def test_removing_a_document_takes_no_fact_along_that_is_not_seen(rows: Programme):
    document = Document.objects.get(key="own-ashby")
    with recorded() as pen:
        Fact.objects.create(**fact_of("brae", document, "hidden"))
        pen.record(Entry(verb="added a fact", owner="brae", summary="hidden"))

    def remove() -> None:
        document.delete()
        connection.check_constraints()  # as the end of the transaction does

    with within(only("ashby")), pytest.raises(IntegrityError), recorded():
        remove()

    assert Fact.objects.filter(key="hidden-brae").exists()


# --- Whose scope is what --------------------------------------------------------------------------


def acting(*actings: tuple[str, Role]) -> Person:
    person = Person.objects.create(username="somebody", name="Somebody")
    with recorded() as pen:
        for authority, role in actings:
            Acting.objects.create(person=person, authority=authority, role=role)
        pen.record(Entry(verb="admitted somebody", summary="for the test"))
    return person


def test_a_joint_director_reads_and_writes_for_both_councils():
    person = acting(("ashby", Role.PROGRAMME_MANAGER), ("brae", Role.PROGRAMME_MANAGER))

    assert scope_of(person) == only("ashby", "brae", person=person.pk)


def test_a_board_member_reads_what_is_shared_and_writes_for_the_programme(rows: Programme):
    person = acting(("programme", Role.BOARD_MEMBER))

    with within(scope_of(person)):
        assert Fact.objects.filter(shared=True).exists()
        assert owners_of("facts_fact") == set()


def test_an_auditor_reads_what_is_granted_and_writes_nothing(rows: Programme):
    person = acting(("ashby", Role.AUDITOR))
    assert scope_of(person) == Scope(person=person.pk), "nothing is granted yet"
    with recorded() as pen:
        grant = AuditGrant.objects.create(
            auditor=person,
            authority="brae",
            programme=rows.code,
            granted_by=person,
            granted_at=NOW,
        )
        pen.record(Entry(verb="let an auditor read", summary="for the test"))

    with within(scope_of(person)):
        assert owners_of("facts_fact") == {"brae"}
    with pytest.raises(ProgrammingError, match="row-level"), within(scope_of(person)), recorded():
        add_fact(rows, "brae")

    with recorded() as pen:
        AuditGrant.objects.filter(pk=grant.pk).update(withdrawn_at=NOW)
        pen.record(Entry(verb="withdrew", summary="for the test"))
    assert scope_of(person).reads == frozenset()


# --- Requests -------------------------------------------------------------------------------------


def test_a_query_that_forgets_its_filter_leaks_nothing(
    three_towns: Path, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
):
    load_folder(three_towns)
    with recorded() as pen:
        Fact.objects.filter(key="archivist").update(owner="brae", shared=False)
        Programme.objects.update(revision="with a secret")
        pen.record(Entry(verb="changed a fact", owner="brae", shared=False, summary="archivist"))
    monkeypatch.setattr(frozen, "visible", lambda programme, _: programme)
    frozen._frozen.cache_clear()

    page = {council: posts_seen_by(signed_in(council)) for council in ("ashby", "brae")}

    assert "Shared archivist" in page["brae"], "the filter is indeed forgotten"
    assert "Shared archivist" not in page["ashby"]
    frozen._frozen.cache_clear()


def posts_seen_by(client: Any) -> str:
    return str(client.get("/programmes/three-towns/proposals/archive/").content.decode())


def answered(person: Any, view: Callable[[Any], Any]) -> Any:
    asked = SimpleNamespace(user=person, path="/", method="GET")
    return ScopedRequests(view)(asked)  # type: ignore[arg-type]


def test_a_page_for_nobody_reads_nothing(rows: Programme):
    answer = answered(AnonymousUser(), lambda _: HttpResponse(str(Fact.objects.count())))

    assert answer.content == b"0"


def test_a_page_that_fails_takes_back_what_it_wrote():
    def failing(_: Any) -> HttpResponse:
        Person.objects.create(username="half", name="Half a page")
        return HttpResponse(status=500)

    assert answered(AnonymousUser(), failing).status_code == 500
    assert not Person.objects.filter(username="half").exists()


def test_a_streamed_answer_is_read_within_its_scope(rows: Programme):
    person = acting(("ashby", Role.FINANCE_OFFICER))

    def streaming(_: Any) -> StreamingHttpResponse:
        return StreamingHttpResponse(f"{each.pk} " for each in Fact.objects.iterator())

    with within(scope_of(person)):
        seen = Fact.objects.count()
    answer = answered(person, streaming)

    with within(NOBODY):
        assert len(answer.getvalue().split()) == seen > 0


# --- Connections ----------------------------------------------------------------------------------


@pytest.fixture
def as_in_production(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """From when it is called on, the connection is as the site has it: nothing without a scope."""
    options = connection.settings_dict["OPTIONS"]

    def start() -> None:
        monkeypatch.setitem(options, "options", options["options"].split(" -c moothall.")[0])
        connection.close()

    yield start
    monkeypatch.undo()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_connection_used_again_carries_nothing_over(
    rows: Programme, as_in_production: Callable[[], None]
):
    as_in_production()
    assert Fact.objects.count() == 0, "outside a transaction there is no scope"

    with within(only("ashby")):
        assert owners_of("facts_fact") == {"ashby"}
    assert Fact.objects.count() == 0, "after the commit"
    with pytest.raises(RuntimeError), within(only("ashby")):
        raise RuntimeError
    assert Fact.objects.count() == 0, "after a failure"
    with transaction.atomic():
        with within(only("brae")):
            assert owners_of("facts_fact") == {"brae"}
        assert Fact.objects.count() == 0, "after the part of a transaction"


@pytest.mark.django_db(transaction=True)
def test_one_reader_after_another_on_one_connection(
    three_towns: Path, signed_in: SignedIn, as_in_production: Callable[[], None]
):
    load_folder(three_towns)
    ashby, nobodys = signed_in("ashby"), signed_in("elsewhere")
    as_in_production()

    assert "One archive service" in ashby.get("/programmes/three-towns/").content.decode()
    assert nobodys.get("/programmes/three-towns/").status_code == 404
    assert Fact.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_role_that_owns_the_tables_sees_nothing_without_a_scope(rows: Programme):
    made = connection.get_connection_params()
    made = {name: made[name] for name in ("dbname", "user", "host") if name in made}
    with psycopg.connect(**made) as plain:
        for table in GUARDED:
            assert plain.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
