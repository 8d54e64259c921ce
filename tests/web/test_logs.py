"""The log: one JSON object a line, with a request's number, and nothing that people wrote."""

import io
import json
import logging
from typing import Any

import pytest
from cast import PersonFor, SignedIn
from django.db import connection
from django.test import Client

from moothall_web.logs import JsonLines, person_digest


@pytest.fixture
def lines() -> Any:
    """The log as production writes it, read back."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(JsonLines())
    loggers = [logging.getLogger(name) for name in ("", "moothall.requests")]
    before = loggers[1].level
    loggers[0].addHandler(handler)
    loggers[1].setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in text.getvalue().splitlines()]
    loggers[0].removeHandler(handler)
    loggers[1].setLevel(before)


@pytest.mark.django_db
def test_every_answer_has_one_line_with_its_number(lines: Any):
    answer = Client().get("/health")
    (line,) = lines()

    assert answer.headers["X-Request-ID"] == line["request"]
    assert (line["view"], line["status"], line["method"]) == ("health", 200, "GET")
    assert line["milliseconds"] >= 0
    assert "person" not in line


@pytest.mark.django_db
def test_a_number_that_a_proxy_gave_is_kept_and_anything_else_is_not(lines: Any):
    kept = Client().get("/health", HTTP_X_REQUEST_ID="abc-12345678")
    other = Client().get("/health", HTTP_X_REQUEST_ID='x"}\n{"level": "forged')

    assert kept.headers["X-Request-ID"] == "abc-12345678"
    assert "forged" not in other.headers["X-Request-ID"]
    assert len(lines()) == 2


@pytest.mark.django_db
def test_a_person_is_a_digest_and_the_council_is_named(
    signed_in: SignedIn, three_towns_loaded: None, lines: Any
):
    client = signed_in("ashby")
    client.get("/")
    line = lines()[-1]

    assert line["councils"] == "ashby"
    assert len(line["person"]) == 16
    assert "ashby-finance" not in json.dumps(line)


@pytest.mark.django_db
def test_the_digest_is_this_installations_alone(person_for: PersonFor, settings: Any):
    person = person_for("ashby")
    here = person_digest(person)
    settings.SECRET_KEY = "another installation's"  # noqa: S105

    assert person_digest(person) != here
    assert person_digest(None) == ""


@pytest.mark.django_db
def test_neither_a_payload_nor_a_key_in_an_address_is_in_the_log(lines: Any):
    Client().post("/sign-in/", {"username": "somebody", "password": "hunter-hunter"})
    Client().get("/calendar-feeds/this-is-the-key.ics?word=secret-question")
    told = json.dumps(lines())

    for hidden in ("somebody", "hunter", "this-is-the-key", "secret-question"):
        assert hidden not in told


@pytest.mark.django_db
def test_a_fault_tells_its_class_and_place_and_not_its_words(signed_in: SignedIn, lines: Any):
    client = signed_in("ashby")
    client.raise_request_exception = False

    def fail(*_: object) -> None:
        raise ValueError("Key (name)=(somebody's words) already exists")

    with connection.execute_wrapper(fail):
        client.get("/")
    faults = [line["fault"] for line in lines() if "fault" in line]

    assert faults
    assert faults[0]["class"] == "ValueError"
    assert any("test_logs.py" in place for place in faults[0]["at"])
    assert "somebody's words" not in json.dumps(lines())
