"""What is over its time goes by a council's own rule: seen first, confirmed, recorded, for good."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from cast import PersonFor
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from moothall_web.api.actions import put_away
from moothall_web.api.models import Delivery, Webhook
from moothall_web.people.models import Acting, Person, Role
from moothall_web.records.actions import ERASED, Entry, append
from moothall_web.records.models import Event, Payload, Submission
from moothall_web.records.recorded import recorded
from moothall_web.records.verify import verify
from moothall_web.retention import actions, background, queries
from moothall_web.retention.due import ERASED_BY_RULE, NOBODYS_NAME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

OVER = "/retention/"
WORDS, NAMES = "/retention/ashby/recorded-words/erase/", "/retention/ashby/leavers/erase/"
SURE = {"why": "Six years are over.", "sure": "on"}


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "retention.yaml"
    file.write_text("ashby:\n  recorded-words: 365\n  leavers: 365\nbrae:\n  leavers: 365\n")
    monkeypatch.setenv("MOOTHALL_RETENTION", str(file))


@pytest.fixture
def said_long_ago(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Event]]:
    """Have things recorded as they were so many days ago."""

    def say(days: int, *entries: Entry) -> list[Event]:
        then = timezone.now() - timedelta(days)
        with monkeypatch.context() as long_ago:
            long_ago.setattr("django.utils.timezone.now", lambda: then)
            return append(entries)

    return say


def entry(owner: str, words: str, *, shared: bool = False) -> Entry:
    return Entry(
        verb="changed a fact", summary=words, why=words, owner=owner, for_whom=owner, shared=shared
    )


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def officer(person_for: PersonFor) -> Client:
    return browser(person_for("ashby", role=Role.MONITORING_OFFICER))


def hidden(page: Any) -> dict[str, str]:
    text = page.content.decode()
    return {
        name: re.findall(f'name="{name}" value="([^"]+)"', text)[0] for name in ("seen", "token")
    }


def confirm(client: Client, address: str = WORDS, **more: str) -> Any:
    return client.post(address, hidden(client.get(address)) | SURE | more)


def test_the_page_says_what_is_over_its_time_and_asks_who_has_not_said(
    officer: Client, said_long_ago: Any, person_for: PersonFor
):
    said_long_ago(400, entry("ashby", "The zeppelin costs £900"))
    text = officer.get(OVER).content.decode()

    assert "1 rule finds something that is over its time." in text
    assert f'href="{WORDS}"' in text
    partner = browser(person_for("brae", role=Role.MONITORING_OFFICER)).get(OVER).content.decode()
    assert "it is still to be said how long it is kept" in " ".join(partner.split())
    assert "zeppelin" not in partner
    assert "ashby" not in partner.lower().replace("ashby-", "")
    reads = browser(person_for("ashby", role=Role.IT)).get(OVER).content.decode()
    assert "Ashby’s monitoring officer erases it." in reads
    assert browser(person_for("ashby", role=Role.MEMBER)).get(OVER).status_code == 403


def test_what_would_go_is_shown_first_with_counts_and_examples(officer: Client, said_long_ago: Any):
    said_long_ago(400, *(entry("ashby", f"Words {n}", shared=n == 1) for n in range(12)))
    said_long_ago(10, entry("ashby", "Young words"))
    text = " ".join(officer.get(WORDS).content.decode().split())

    assert "What 12 events said before" in text
    assert "Words 0" in text
    assert "Words 11" not in text, "ten examples are enough"
    assert "Young words" not in text
    assert "Partner councils could read 1 of them" in text
    assert "Nobody can bring any of it back, and it cannot be undone." in text
    assert Payload.objects.filter(summary="Words 0").exists(), "nothing goes by looking"


def test_it_goes_as_one_event_with_parts_and_the_record_still_verifies(
    officer: Client, said_long_ago: Any
):
    old = said_long_ago(400, entry("ashby", "First"), entry("ashby", "Second"))
    said_long_ago(400, entry("brae", "Brae's own"), entry("programme", "Everybody's", shared=True))
    young = said_long_ago(10, entry("ashby", "Young words"))
    facts = list(Payload.objects.exclude(event__in=old).values_list("pk", flat=True))

    done = confirm(officer)

    assert (done.status_code, done["Location"]) == (302, OVER)
    assert "Erased what 2 events said before" in officer.get(OVER).content.decode()
    whole = Event.objects.get(verb=ERASED_BY_RULE)
    assert (whole.who.username, whole.role) == ("ashby-monitoring-officer", "monitoring-officer")
    assert whole.payload.why == "Six years are over."
    parts = Event.objects.filter(part_of=whole.number)
    assert [each.verb for each in parts] == [ERASED] * 2
    assert {each.subject for each in parts} == {f"event/{each.number}" for each in old}
    assert not Payload.objects.filter(event__in=old).exists()
    assert set(facts) <= set(Payload.objects.values_list("pk", flat=True)), "nobody else's went"
    assert Payload.objects.filter(event__in=young).exists()
    assert (verify().broken_at, verify().erased) == (None, 2)
    assert officer.get(WORDS).status_code == 404, "nothing is over its time any more"


def test_without_a_reason_or_a_yes_nothing_goes(officer: Client, said_long_ago: Any):
    said_long_ago(400, entry("ashby", "First"))

    for missing in ("why", "sure"):
        refused = confirm(officer, **{missing: ""})
        assert refused.status_code == 422
        assert "There is a problem" in refused.content.decode()
    assert Payload.objects.filter(summary="First").exists()


def test_nothing_goes_but_what_was_shown(officer: Client, said_long_ago: Any):
    said_long_ago(400, entry("ashby", "First"))
    sent = hidden(officer.get(WORDS)) | SURE
    said_long_ago(399, entry("ashby", "Recorded by somebody whose clock is late"))

    refused = officer.post(WORDS, sent)

    assert refused.status_code == 409
    assert "has changed since you opened the page" in refused.content.decode()
    assert Payload.objects.filter(summary="First").exists()


def test_a_double_click_erases_once(officer: Client, said_long_ago: Any):
    said_long_ago(400, entry("ashby", "First"))
    sent = hidden(officer.get(WORDS)) | SURE

    twice = [officer.post(WORDS, sent) for _ in range(2)]

    assert [each.status_code for each in twice] == [302, 302]
    assert Event.objects.filter(verb=ERASED_BY_RULE).count() == 1


def test_more_than_one_act_takes_goes_in_steps(
    officer: Client, said_long_ago: Any, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    said_long_ago(400, *(entry("ashby", f"Words {n}") for n in range(3)))

    assert "the oldest 2 go now" in officer.get(WORDS).content.decode()
    confirm(officer)
    assert "1 more are over their time" in officer.get(OVER).content.decode()
    confirm(officer)
    assert Event.objects.filter(verb=ERASED_BY_RULE).count() == 2
    assert (verify().broken_at, verify().erased) == (None, 3)


@pytest.mark.parametrize("role", [each for each in Role if each != Role.MONITORING_OFFICER])
def test_nobody_but_the_councils_own_monitoring_officer_erases(
    role: Role, said_long_ago: Any, person_for: PersonFor
):
    said_long_ago(400, entry("ashby", "First"))
    own = browser(person_for("ashby", role=role))

    assert (own.get(WORDS).status_code, own.post(WORDS, SURE).status_code) == (403, 403)
    assert Payload.objects.filter(summary="First").exists()


def test_a_partners_monitoring_officer_is_not_told_that_there_is_anything(
    said_long_ago: Any, person_for: PersonFor
):
    said_long_ago(400, entry("ashby", "First"))
    partner = person_for("brae", role=Role.MONITORING_OFFICER)

    assert browser(partner).post(WORDS, SURE).status_code == 404
    with pytest.raises(actions.RefusedError):
        actions.erase_by_rule(partner, "ashby", "recorded-words", seen="", why="")
    assert Payload.objects.filter(summary="First").exists()


def test_a_file_of_rules_that_cannot_be_read_erases_nothing(
    officer: Client, said_long_ago: Any, tmp_path: Path
):
    said_long_ago(400, entry("ashby", "First"))
    sent = hidden(officer.get(WORDS)) | SURE
    (tmp_path / "retention.yaml").write_text("ashby: [")

    assert officer.post(WORDS, sent).status_code == 302
    assert "cannot be read" in officer.get(OVER).content.decode()
    assert Payload.objects.filter(summary="First").exists()


# --- Names of people who left ---------------------------------------------------------------------


def left(name: str, *councils: str, days: int = 400) -> Person:
    on = timezone.localdate() - timedelta(days)
    person = Person.objects.create(
        username=name.lower(), name=name, is_active=False, left_on=on, password=make_password(None)
    )
    with recorded() as pen:
        for council in councils:
            Acting.objects.create(person=person, authority=council, role=Role.HR, until=on)
        pen.record(Entry(verb="admitted people", summary="for a test"))
    return person


def test_the_name_of_a_leaver_goes_and_what_they_did_stays(officer: Client):
    leaver, young = left("Ann", "ashby"), left("Ben", "ashby", days=30)
    shared, theirs = left("Cal", "ashby", "brae"), left("Dee", "brae")
    account = SocialAccount.objects.create(
        user=leaver, provider="ashby", uid="oid", extra_data={"name": "Ann"}
    )
    did = append([Entry(verb="did something", who=leaver.pk, summary="it", for_whom="ashby")])[0]

    text = officer.get(NAMES).content.decode()
    assert "Ann" in text
    assert not any(each.name in text for each in (young, shared, theirs))
    confirm(officer, NAMES)

    for each in (leaver, young, shared, theirs):
        each.refresh_from_db()
    assert [each.name for each in (leaver, young, shared, theirs)] == [
        *(NOBODYS_NAME, "Ben", "Cal", "Dee")
    ]
    account.refresh_from_db()
    assert (account.uid, account.extra_data) == ("oid", {}), "they are still known to have left"
    assert Event.objects.get(pk=did.pk).who == leaver
    whole = Event.objects.get(verb=ERASED_BY_RULE)
    assert [each.subject for each in Event.objects.filter(part_of=whole.number)] == [
        f"leaver/{leaver.pk}"
    ]
    said = Payload.objects.filter(event__number__gte=whole.number)
    assert not any("Ann" in each.summary for each in said), "the record of it does not repeat it"
    assert verify().broken_at is None
    assert officer.get(NAMES).status_code == 404


# --- What goes by itself --------------------------------------------------------------------------


def test_forms_and_deliveries_go_by_themselves_after_their_days(
    officer: Client, person_for: PersonFor, settings: Any
):
    now = timezone.now()
    who = person_for("ashby", role=Role.IT)
    with recorded() as pen:
        hook = Webhook.objects.create(
            authority="ashby", address="https://example.org", made_by=who, made_at=now
        )
        pen.record(Entry(verb="made a webhook", summary="for a test"))
    for days in (5, 40):
        Submission.objects.create(
            token=str(days), digest="d", who=who, address=f"/{days}", at=now - timedelta(days)
        )
        Delivery.objects.create(
            webhook=hook, authority="ashby", about=str(days), made_at=now - timedelta(days)
        )

    assert background.forget_old_forms(None).words == "Forgot 1 forms."
    assert put_away(now) == 1
    assert Submission.objects.get().address == "/5"
    assert Delivery.objects.get().about == "5"
    settings.KEEP_DELIVERIES = 3
    assert put_away(now) == 1
