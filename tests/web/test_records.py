"""What is recorded stays as it was recorded."""

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

import pytest
from cast import PersonFor
from django.db import DatabaseError, connection, transaction

from moothall_web.people.models import Acting, Role
from moothall_web.records.actions import Entry, append, erase, record
from moothall_web.records.models import Event, Payload, RecordIsFinalError
from moothall_web.records.recorded import UnrecordedWriteError, recorded
from moothall_web.records.verify import verify

pytestmark = pytest.mark.django_db


def test_an_event_cannot_be_changed():
    event = record(Entry(verb="loaded", summary="as it was"))
    event.verb = "as somebody would have it"

    with pytest.raises(RecordIsFinalError):
        event.save()
    with pytest.raises(RecordIsFinalError):
        Event.objects.update(verb="as somebody would have it")
    with pytest.raises(RecordIsFinalError):
        Event.objects.bulk_update([event], ["verb"])

    assert Event.objects.get().verb == "loaded"


def test_an_event_cannot_be_removed():
    event = record(Entry(verb="loaded", summary="as it was"))

    with pytest.raises(RecordIsFinalError):
        event.delete()
    with pytest.raises(RecordIsFinalError):
        Event.objects.all().delete()

    assert Event.objects.count() == 1


@pytest.fixture
def chain(db: None) -> list[Event]:
    """Five events, the middle three parts of the first."""
    whole = record(Entry(verb="loaded", summary="a folder", after={"facts": 3}))
    append([Entry(verb="added", summary=f"fact {n}") for n in range(3)], part_of=whole)
    record(Entry(verb="changed", summary="Newid enw: Tŷ’r Cyngor", before={"a": 1}, after={"a": 2}))
    return list(Event.objects.all())


@pytest.fixture
def tamper(db: None) -> Callable[[str], None]:
    """Change the record as somebody could who holds the database's file: without its triggers."""
    final = import_module("moothall_web.records.migrations.0003_final")

    def change(sql: str) -> None:
        with connection.cursor() as cursor:
            editor = SimpleNamespace(
                connection=connection, execute=lambda sql, params=None: cursor.execute(sql, params)
            )
            final.make_changeable(None, editor)
            cursor.execute(sql)

    return change


def test_the_chain_verifies_and_says_its_length_and_head(chain: list[Event]):
    found = verify()

    assert (found.length, found.head, found.broken_at) == (5, chain[-1].hash, None)
    assert [event.number for event in chain] == [1, 2, 3, 4, 5]
    assert [event.part_of for event in chain] == [None, 1, 1, 1, None]


THE_THIRD = "(SELECT id FROM records_event WHERE number = 3)"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE records_event SET verb = 'did nothing' WHERE number = 3",
        "UPDATE records_event SET for_whom = 'brae' WHERE number = 3",
        "UPDATE records_event SET at = '2020-01-01 00:00:00' WHERE number = 3",
        "UPDATE records_payload SET summary = 'fact nine' WHERE event_id = THE_THIRD",
        "UPDATE records_payload SET shared = NOT shared WHERE event_id = THE_THIRD",
        "DELETE FROM records_payload WHERE event_id = THE_THIRD",
    ],
)
def test_whatever_is_tampered_with_shows_where(
    chain: list[Event], tamper: Callable[[str], None], sql: str
):
    tamper(sql.replace("THE_THIRD", THE_THIRD))

    found = verify()

    assert found.broken_at == 3
    assert found.why


def test_an_event_taken_out_of_the_middle_shows(chain: list[Event], tamper: Callable[[str], None]):
    tamper(
        "DELETE FROM records_payload WHERE event_id = (SELECT id FROM records_event "
        "WHERE number = 2)"
    )
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_event WHERE number = 2")

    found = verify()

    assert found.broken_at == 2
    assert "missing" in found.why


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE records_event SET verb = 'did nothing'",
        "DELETE FROM records_event",
        "UPDATE records_payload SET summary = ''",
        "DELETE FROM records_payload",
    ],
)
def test_the_database_itself_keeps_the_record(chain: list[Event], sql: str):
    with (
        pytest.raises(DatabaseError, match="A record is written once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)

    assert verify().broken_at is None


def test_a_payload_is_erased_and_the_chain_still_verifies(chain: list[Event]):
    head = chain[-1].hash

    erase([5], who=None, role="", why="The person asked for it")

    found = verify()
    assert (found.length, found.erased, found.broken_at) == (6, 1, None)
    assert not Payload.objects.filter(event__number=5).exists()
    assert Event.objects.get(number=5).hash == head
    assert Event.objects.get(number=6).subject == "event/5"
    assert "Cyngor" not in Event.objects.get(number=6).payload.summary


def test_the_digest_of_an_erased_payload_tells_nothing(chain: list[Event]):
    twice = append([Entry(verb="said", summary="yes"), Entry(verb="said", summary="yes")])

    assert twice[0].digest != twice[1].digest


@pytest.fixture
def somebody(person_for: PersonFor) -> Acting:
    return person_for("ashby").acting.get()


def test_a_recorded_row_is_written_only_where_it_is_recorded(somebody: Acting):
    events = Event.objects.count()

    with pytest.raises(UnrecordedWriteError):
        somebody.save()
    with pytest.raises(UnrecordedWriteError):
        somebody.delete()
    with pytest.raises(UnrecordedWriteError):
        Acting.objects.update(role=Role.AUDITOR)
    with pytest.raises(UnrecordedWriteError):
        Acting.objects.all().delete()
    with pytest.raises(UnrecordedWriteError):
        Acting.objects.bulk_create([Acting(person=somebody.person, authority="brae")])
    with pytest.raises(UnrecordedWriteError):
        Acting.objects.bulk_update([somebody], ["role"])
    with pytest.raises(UnrecordedWriteError):
        Acting.objects.get_or_create(person=somebody.person, authority="brae")
    with pytest.raises(UnrecordedWriteError):
        somebody.person.acting.all().delete()

    assert Acting.objects.get().role == Role.FINANCE_OFFICER
    assert Event.objects.count() == events


def test_a_block_that_writes_and_records_nothing_leaves_nothing(somebody: Acting):
    with pytest.raises(UnrecordedWriteError), recorded():
        Acting.objects.update(role=Role.AUDITOR)

    assert Acting.objects.get().role == Role.FINANCE_OFFICER


def test_what_fails_after_it_was_recorded_is_not_recorded(somebody: Acting):
    events = Event.objects.count()

    def change_and_fail() -> None:
        with recorded() as pen:
            Acting.objects.update(role=Role.AUDITOR)
            pen.record(Entry(verb="changed", summary="a role"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()

    assert Event.objects.count() == events
    assert verify().broken_at is None
