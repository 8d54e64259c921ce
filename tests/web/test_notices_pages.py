"""The pages of key decision tests and notices: what they show, to whom, for which day."""

import re
from html import unescape
from io import BytesIO

import docx
import pytest
from cast import PersonFor, SignedIn
from django.test import Client
from django.urls import reverse

from moothall_web.facts.actions import withdraw_fact
from moothall_web.people.models import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("samples")]

CODE, EARLY = "stockport-tameside", "early-years-leadership"


def address(name: str, *more: str, as_at: str = "2022-06-10") -> str:
    return f"{reverse(f'notices:{name}', args=[CODE, *more])}?as_at={as_at}"


def words(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    assert main is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


@pytest.mark.checklist("J01", "R13")
def test_each_limb_stands_with_its_answer_its_reason_and_its_question(signed_in: SignedIn):
    page = words(signed_in("stockport"), address("council", EARLY, "stockport"))

    assert "Whether this is a key decision of Stockport could not be checked." in page
    assert "Money Could not be checked" in page
    assert "From what expenditure or saving is a decision key" in page
    assert "Significant reduction or change in a service" in page
    assert "Document 000 , 8.1" in page
    assert "The test could not confirm it." in page


def test_another_councils_answer_is_shown_as_no_answer_here(signed_in: SignedIn):
    page = words(signed_in("tameside"), address("council", EARLY, "tameside"))

    assert "£30,000 not in the budget" in page
    assert "Tameside has not said whether this is a key decision." in page
    assert "which is no answer for Tameside: Stockport: no" in page


def test_the_list_says_what_is_next_what_was_missed_and_with_which_form(signed_in: SignedIn):
    page = words(signed_in("stockport"), address("programme"))

    assert "Next: perhaps general exception, Tameside. Publish it by Tue 14 Jun 2022" in page
    assert "Perhaps due Whether it is a key decision is not settled" in page
    assert "Tue 14 Jun 2022 (in 4 days)" in page
    assert "Missed, if it was asked for" in page
    assert "Wed 24 Mar 2021 (passed)" in page
    # What is left in its place stands there, not the notice that was missed.
    assert "Mon 30 May 2022" not in page
    assert "General exception: notice in writing to the chair of scrutiny" in page
    assert "Private meeting" not in page, "what is not asked for stands on the council's own page"


def test_the_form_follows_the_day_that_is_asked_for(signed_in: SignedIn):
    client = signed_in("stockport")
    before = words(client, address("form", EARLY, "stockport", "key-decision", as_at="2022-05-30"))
    after = words(client, address("form", EARLY, "stockport", "key-decision", as_at="2022-05-31"))

    assert "28 clear calendar days before Tue 28 Jun 2022 (today)" in before
    assert "that day has passed" in after
    assert "what is left is: general exception" in after


def test_a_form_is_a_page_and_a_word_file_with_the_same_gaps(signed_in: SignedIn):
    client = signed_in("stockport")
    page = words(client, address("form", EARLY, "stockport", "key-decision"))
    answer = client.get(address("form_docx", EARLY, "stockport", "key-decision"))
    file = docx.Document(BytesIO(answer.content))
    cells = " ".join(c.text for table in file.tables for row in table.rows for c in row.cells)

    assert "6 gaps are left to fill in" in page
    assert page.count("[to be filled in by ") == cells.count("[to be filled in by ") == 6
    assert answer["Content-Disposition"] == (
        'attachment; filename="early-years-leadership-stockport-key-decision-2022-06-10.docx"'
    )


@pytest.mark.parametrize(
    "more",
    [
        (EARLY, "stockport", "no-such-form"),
        (EARLY, "peterborough", "key-decision"),
        ("no-such-proposal", "stockport", "key-decision"),
        # A committee would use it; Stockport's Cabinet decides.
        (EARLY, "stockport", "urgent-item"),
    ],
)
def test_what_is_no_form_of_this_decision_is_not_there(more: tuple[str, ...], signed_in: SignedIn):
    client = signed_in("stockport")
    assert client.get(address("form", *more)).status_code == 404
    assert client.get(address("form_docx", *more)).status_code == 404


def test_nothing_is_known_before_it_was_known(signed_in: SignedIn):
    client = signed_in("stockport")
    early = address("council", EARLY, "stockport", as_at="2000-01-01")
    assert client.get(early).status_code == 404
    then = words(client, address("council", EARLY, "stockport"))
    assert "facts that became known later are left out" in then
    assert "No notice with a known day is due." in words(
        client, address("programme", as_at="2000-01-01")
    )


def test_only_those_who_may_record_an_answer_are_led_to_it(person_for: PersonFor):
    deciding, money = Client(), Client()
    deciding.force_login(person_for("stockport", role=Role.DEMOCRATIC_SERVICES))
    money.force_login(person_for("stockport"))
    own, other = (address("council", EARLY, code) for code in ("stockport", "tameside"))

    assert "Answer the limbs, or test again" in words(deciding, own)
    assert "Record a notice that was published" in words(deciding, own)
    assert "Answer the limbs" not in words(money, own)
    assert "Record the answers" not in words(deciding, other), "each council tests for itself"


def test_what_a_council_has_not_shared_stands_on_no_page_of_another(
    signed_in: SignedIn, person_for: PersonFor
):
    desk = person_for("stockport", role=Role.DEMOCRATIC_SERVICES)
    withdraw_fact(desk, CODE, "key_decision_tests", "ey-st-key-decision-test", 1)
    own = words(signed_in("stockport"), address("council", EARLY, "stockport"))
    partner = signed_in("tameside")

    assert "TUPE" in own
    for path in (address("council", EARLY, "stockport"), address("council", EARLY, "tameside")):
        assert "TUPE" not in words(partner, path)


def test_a_day_that_is_none_is_told(signed_in: SignedIn):
    assert signed_in("stockport").get(address("programme", as_at="soon")).status_code == 422
