"""The pages that count days: the same answers as the command, and errors that say what to write."""

from typing import Any

import pytest
from django.test import Client

from moothall_web.dates.forms import QUESTIONS

pytestmark = pytest.mark.django_db
ASKED: dict[str, tuple[dict[str, str], str]] = {
    "latest-publication": (
        {"meeting": "30 April 2019", "clear_days": "5", "count": "working"},
        "Thursday 18 April 2019",
    ),
    "earliest-meeting": (
        {"published": "2021-06-18", "clear_days": "28", "count": "calendar"},
        "Saturday 17 July 2021",
    ),
    "clear-days": (
        {"published": "26/4/1990", "meeting": "1 May 1990", "need": "3", "count": "working"},
        "2 clear days: too few",
    ),
    "call-in": (
        {
            "published": "2013-02-05",
            "days": "5",
            "count_publication_day": "yes",
            "effective": "next-day",
        },
        "Tuesday 12 February 2013",
    ),
    "notice-of-election": ({"poll": "2 May 2024"}, "Tuesday 26 March 2024"),
}


def test_every_question_is_tried():
    assert set(ASKED) == set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_without_a_sign_in(client: Client, name: str):
    fields, answer = ASKED[name]

    empty = client.get(f"/dates/{name}/")
    page = client.get(f"/dates/{name}/", fields)

    assert empty.status_code == page.status_code == 200
    assert answer in page.content.decode()
    skips = fields.get("count") != "calendar"
    assert ("Days that do not count" in page.content.decode()) is skips


@pytest.mark.parametrize(
    ("name", "wrong", "says"),
    [
        ("latest-publication", {"meeting": "31 April 2019"}, "Enter a day that exists"),
        ("latest-publication", {"meeting": ""}, "Enter a day"),
        ("latest-publication", {"clear_days": "five"}, "Enter a whole number of days"),
        ("latest-publication", {"clear_days": "-1"}, "greater than or equal to 0"),
        ("latest-publication", {"count": "lunar"}, "lunar is not one of the available choices"),
        ("notice-of-election", {"poll": "9 June 1995"}, "PRE-ELECTION"),
    ],
)
def test_what_cannot_be_answered_says_what_to_write(
    client: Client, name: str, wrong: dict[str, Any], says: str
):
    page = client.get(f"/dates/{name}/", {**ASKED[name][0], **wrong})

    assert page.status_code == 422
    text = page.content.decode()
    assert "There is a problem" in text
    assert says in text


def test_a_question_that_there_is_not(client: Client):
    assert client.get("/dates/full-moon/").status_code == 404
