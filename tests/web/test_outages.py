"""A full disk, a lost database, a body too large: words, a line in the log, nothing half kept."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from typing import Any

import psycopg
import pytest
from cast import SignedIn
from django.db import OperationalError, close_old_connections, connection
from django.test import Client
from throwaway import SERVER

from moothall_web.desk.models import Remark
from moothall_web.outages import BUSY, DISK_FULL, NO_DATABASE, outage_of
from moothall_web.postgresql_tools import END_OWN_CONNECTIONS
from moothall_web.records.models import Event
from moothall_web.records.verify import verify


@pytest.fixture
def asking(signed_in: SignedIn, three_towns_loaded: None) -> Client:
    client = signed_in("ashby")
    client.raise_request_exception = False
    return client


@contextmanager
def failing(error: Exception, *on: str) -> Iterator[None]:
    """The database fails in the middle, at the first statement that begins so."""

    def fail(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(on):
            raise error
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "table", "words"),
    [
        (OperationalError("database or disk is full"), "records_payload", "no room left"),
        (psycopg.errors.DiskFull("no space"), "records_payload", "no room left"),
        (OperationalError("server closed the connection"), "records_event", "cannot reach"),
        (OperationalError("database is locked"), "records_event", "Too many people"),
    ],
)
def test_what_fails_in_the_middle_keeps_nothing_and_says_so(
    error: Exception, table: str, words: str, asking: Client, caplog: pytest.LogCaptureFixture
):
    remarks, events = Remark.objects.count(), Event.objects.count()
    with failing(error, f'INSERT INTO "{table}"'):
        answer = asking.post("/programmes/three-towns/no-such-form/", {})
    page = answer.content.decode()

    assert answer.status_code == 503, page
    assert words in page
    assert "Nothing that you sent was kept" in page or "nothing that you sent was kept" in page
    assert answer.headers["Retry-After"]
    assert [each for each in caplog.records if each.levelno == logging.CRITICAL]
    assert (Remark.objects.count(), Event.objects.count()) == (remarks, events)
    assert verify().broken_at is None


@pytest.mark.django_db
def test_a_page_that_cannot_be_read_says_so_without_the_database(asking: Client):
    with failing(OperationalError("could not connect to server"), "SELECT"):
        answer = asking.get("/")

    assert answer.status_code == 503
    assert "The site cannot reach what it holds" in answer.content.decode()
    assert "could not connect" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.skipif(bool(SERVER), reason="SQLite's own limit on its pages")
def test_a_full_sqlite_keeps_nothing_of_what_did_not_fit(asking: Client):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        events, status = Event.objects.count(), 404
        for _ in range(400):
            status = asking.post("/programmes/three-towns/no-such-form/").status_code
            if status != 404:
                break
            events += 1
        cursor.execute("PRAGMA max_page_count = 1073741823")

    assert status == 503
    assert Event.objects.count() == events, "each answer has its event, and the last has none"
    assert verify().broken_at is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not SERVER, reason="a server that drops its connections")
def test_a_dropped_connection_is_made_anew(asking: Client):
    with psycopg.connect(SERVER, autocommit=True) as other:
        other.execute(END_OWN_CONNECTIONS, [connection.settings_dict["NAME"]])
    first = asking.get("/")
    close_old_connections()  # as the server does before each request, and the test client does not
    second = asking.get("/")

    assert first.status_code in (200, 503)
    assert second.status_code == 200


def test_each_failure_is_told_from_a_fault_of_the_program():
    assert outage_of(OSError(ENOSPC, "No space left on device")) is DISK_FULL
    assert outage_of(OperationalError("unable to open database file")) is NO_DATABASE
    assert outage_of(psycopg.errors.LockNotAvailable("lock")) is BUSY
    assert outage_of(OperationalError("no such table: facts")) is None
    assert outage_of(OSError(2, "No such file")) is None
    assert outage_of(ValueError("a fault")) is None
    assert outage_of(None) is None


def test_the_cause_is_found_behind_other_errors():
    error = RuntimeError("the paper could not be made")
    error.__cause__ = OSError(ENOSPC, "No space left on device")

    assert outage_of(error) is DISK_FULL


@pytest.mark.django_db
def test_too_large_a_body_is_refused_before_it_is_read(settings: Any):
    settings.LARGEST_REQUEST = 2_000_000
    answer = Client().post("/proofread/", {"file": b"x" * 2_100_000})

    assert answer.status_code == 413
    assert "2 megabytes" in answer.content.decode()


@pytest.mark.django_db
def test_too_many_typed_words_are_refused_with_the_same_words(settings: Any):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    client = Client(raise_request_exception=False)
    answer = client.post(
        "/sign-in/", "username=" + "x" * 2_000, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 413


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["-1", "many", "1e9", "\N{ARABIC-INDIC DIGIT ONE}"])
def test_a_length_that_is_no_number_is_refused(length: str):
    assert Client().get("/", CONTENT_LENGTH=length).status_code == 400


@pytest.mark.django_db
def test_a_fault_of_the_program_stays_a_500(asking: Client):
    with failing(ValueError("a fault with somebody's words"), "SELECT"):
        answer = asking.get("/")

    assert answer.status_code == 500
    assert "a fault of the program" in answer.content.decode()
    assert "somebody" not in answer.content.decode()
