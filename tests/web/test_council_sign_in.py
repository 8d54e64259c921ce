"""Sign-in by a council's own directory: a real OpenID provider, two tenants, two councils."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from idp.council_directories import BRAE_FINANCE, FINANCE, LEGAL, Directories, running
from moothall_web.identity.models import ProviderSession
from moothall_web.identity.sealing import unseal
from moothall_web.people.actions import Newcomer, Terms, admit, end_acting, leave
from moothall_web.people.actions.acting import ImpossibleError
from moothall_web.people.councils import register
from moothall_web.people.facts import state_of
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.permissions import Refusal, may_open
from moothall_web.people.queries import authorities_of, capacities
from moothall_web.records.models import Event, Payload
from moothall_web.tenants import providers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]


@pytest.fixture(scope="module")
def provider() -> Iterator[Directories]:
    with running() as directories:
        directories.serve("http://testserver")
        yield directories


@pytest.fixture
def directories(provider: Directories, settings: Any) -> Directories:
    provider.people = {"ashby": {}, "brae": {}}
    settings.TENANTS = provider.tenants()
    settings.SOCIALACCOUNT_PROVIDERS = providers_of(provider.tenants())
    return provider


def summaries(verb: str, owner: str) -> list[str]:
    """What a council reads of events of one kind."""
    events = Event.objects.filter(verb=verb).values_list("pk", flat=True)
    held = Payload.objects.filter(event__in=events, owner=owner)
    return list(held.order_by("event__number").values_list("summary", flat=True))


def roles_of(login: str) -> set[tuple[str, str]]:
    person = Person.objects.get(username=login)
    return {(each.authority, each.role.value) for each in capacities(person)}


def age(minutes: int) -> None:
    """As if so much time had gone by since the tenant last said yes."""
    then = timezone.now() - timedelta(minutes=minutes)
    ProviderSession.objects.update(checked_at=then, asked_at=then)


def test_somebody_signs_in_and_acts_as_their_groups_say(client: Client, directories: Directories):
    directories.has("ashby", "dana", FINANCE)

    answer = directories.sign_in(client, "ashby", "dana", to="/access/")

    assert (answer.status_code, answer["Location"]) == (302, "/access/")
    assert "Finance officer for Ashby" in client.get("/").content.decode()
    assert roles_of("dana") == {("ashby", "finance")}
    person = Person.objects.get(username="dana")
    assert not person.has_usable_password()
    assert (person.name, person.tenant) == ("Dana", "ashby")
    assert "by the group group-finance" in summaries("admitted somebody", "ashby")[-1]
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid) == ("ashby", "oid of dana")
    assert account.extra_data == {"id_token": {"oid": "oid of dana"}}, "no more of a token is kept"
    assert not SocialToken.objects.exists()


def test_what_is_sent_to_the_council_has_pkce_a_state_and_a_nonce(
    client: Client, directories: Directories
):
    asked = parse_qs(urlsplit(directories.begin(client, "ashby")).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["state"]
    assert asked["nonce"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "offline_access"}


def test_a_sign_in_begins_by_a_button_only(client: Client, directories: Directories):
    assert client.get("/sign-in/with/ashby/").status_code == 405
    assert client.post("/sign-in/with/nowhere/").status_code == 404


def test_a_group_taken_away_at_the_council_ends_its_role_at_the_next_sign_in(
    client: Client, directories: Directories
):
    directories.has("ashby", "dana", FINANCE, LEGAL)
    directories.sign_in(client, "ashby", "dana")
    assert roles_of("dana") == {
        ("ashby", "finance"),
        ("ashby", "legal"),
        ("ashby", "democratic-services"),
    }

    directories.has("ashby", "dana", LEGAL)
    directories.sign_in(Client(), "ashby", "dana")

    assert roles_of("dana") == {("ashby", "legal"), ("ashby", "democratic-services")}
    assert "no longer acts as finance officer" in summaries("ended a role", "ashby")[-1]
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(Client(), "ashby", "dana")
    assert roles_of("dana") == {("ashby", "finance")}, "it may be given again on the same day"


def test_what_was_given_by_hand_stays_beside_what_groups_give(
    client: Client, directories: Directories, person_for: Any
):
    it = person_for("ashby", role=Role.IT)
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    today = timezone.localdate()
    for role in (Role.FINANCE_OFFICER, Role.HR):
        admit(it, "ashby", "dana", Terms(role=role, since=today))
    mine = Client()
    mine.force_login(it)
    assert mine.get("/access/").content.decode().count("By a group of the council") == 1

    directories.has("ashby", "dana", LEGAL)
    directories.sign_in(client, "ashby", "dana")

    by_hand = Acting.objects.filter(person__username="dana", tenant="", until=None)
    assert {each.role for each in by_hand} == {"finance", "hr"}
    assert ("ashby", "finance") in roles_of("dana")


def test_a_role_that_a_group_gives_is_ended_where_the_group_is(
    client: Client, directories: Directories, person_for: Any
):
    it = person_for("ashby", role=Role.IT)
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    acting = Acting.objects.get(person__username="dana")

    with pytest.raises(ImpossibleError, match="Take them out of the group there"):
        end_acting(it, acting.pk, timezone.localdate(), seen=state_of([acting]))


def test_another_councils_group_gives_nothing_and_both_councils_read_of_it(
    client: Client, directories: Directories
):
    directories.has("ashby", "dana", FINANCE, BRAE_FINANCE, "never heard of")

    directories.sign_in(client, "ashby", "dana")

    assert roles_of("dana") == {("ashby", "finance")}
    for owner in ("ashby", "brae"):
        (told,) = summaries("refused a group", owner)
        assert told.startswith("Security: the sign-in of Ashby named a group of Brae for Dana")


def test_only_foreign_groups_let_nobody_in(client: Client, directories: Directories):
    directories.has("ashby", "mallory", BRAE_FINANCE)

    answer = directories.sign_in(client, "ashby", "mallory")

    assert answer.status_code == 403
    assert "You have no role here" in answer.content.decode()
    assert not Person.objects.filter(tenant="ashby").exists()
    assert client.get("/").status_code == 302
    assert "no group of theirs gives a role" in summaries("was refused a sign-in", "ashby")[-1]


def test_one_login_in_two_tenants_is_two_people(directories: Directories):
    """The account is its tenant and its oid there: the same oid elsewhere is somebody else."""
    directories.has("ashby", "dana", FINANCE, oid="one")
    directories.has("brae", "dana", BRAE_FINANCE, oid="one")

    directories.sign_in(Client(), "ashby", "dana")
    directories.sign_in(Client(), "brae", "dana")

    assert roles_of("dana") == {("ashby", "finance")}
    assert roles_of("dana-brae") == {("brae", "finance")}


def test_a_token_of_another_tenant_is_refused(client: Client, directories: Directories):
    directories.has("ashby", "dana", FINANCE, tid="tid-brae")

    answer = directories.sign_in(client, "ashby", "dana")

    assert answer.status_code == 403
    assert "of another tenant" in answer.content.decode()
    assert "of another tenant" in summaries("was refused a sign-in", "ashby")[-1]
    assert not Person.objects.exists()


def test_an_answer_counts_once(client: Client, directories: Directories):
    directories.has("ashby", "dana", FINANCE)
    back = directories.sign_in_there(directories.begin(client, "ashby"), "dana")
    assert client.get(back).status_code == 302
    client.post("/sign-out/")

    again = client.get(back)

    assert again.status_code == 401
    assert "This sign-in cannot be used again" in again.content.decode()
    assert client.get("/").status_code == 302, "nobody is signed in by it"
    assert "used already" in summaries("was refused a sign-in", "ashby")[-1]


def test_an_answer_counts_in_the_browser_that_asked(client: Client, directories: Directories):
    directories.has("ashby", "dana", FINANCE)
    back = directories.sign_in_there(directories.begin(client, "ashby"), "dana")

    assert Client().get(back).status_code == 401
    # Not at the other council's address either, where the state is not of that one.
    assert client.get(back.replace("with/ashby", "with/brae")).status_code == 401
    for council in ("ashby", "brae"):
        assert "nobody here had asked for" in summaries("was refused a sign-in", council)[-1]


def test_an_answer_to_another_question_is_refused(client: Client, directories: Directories):
    """The state fits and the nonce does not: a token put in place of the one that was asked for."""
    directories.has("ashby", "dana", FINANCE)
    asked = directories.begin(client, "ashby")
    nonce = parse_qs(urlsplit(asked).query)["nonce"][0]

    answer = client.get(directories.sign_in_there(asked.replace(nonce, "another"), "dana"))

    assert answer.status_code == 401
    assert "(nonce)" in summaries("was refused a sign-in", "ashby")[-1]
    assert not Person.objects.exists()


def test_a_forged_code_is_refused(client: Client, directories: Directories):
    state = parse_qs(urlsplit(directories.begin(client, "ashby")).query)["state"][0]

    answer = client.get(f"/sign-in/with/ashby/back/?code=made-up&state={state}")

    assert answer.status_code == 502
    assert "its answer could not be checked" in answer.content.decode()
    assert "could not be checked" in summaries("was refused a sign-in", "ashby")[-1]


def test_a_council_that_says_no_is_told_in_words(client: Client, directories: Directories):
    state = parse_qs(urlsplit(directories.begin(client, "ashby")).query)["state"][0]

    answer = client.get(f"/sign-in/with/ashby/back/?error=access_denied&state={state}")

    assert answer.status_code == 403
    assert "Ashby did not sign you in" in answer.content.decode()
    assert "said no (access_denied)" in summaries("was refused a sign-in", "ashby")[-1]


def test_a_council_that_does_not_answer_is_told_in_words(
    client: Client, directories: Directories, settings: Any
):
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    apps[0]["settings"]["server_url"] = "http://localhost:9/ashby"

    answer = client.post("/sign-in/with/ashby/")

    assert answer.status_code == 502
    assert "does not answer" in answer.content.decode()


def test_groups_that_the_token_leaves_out_change_nothing(client: Client, directories: Directories):
    """Entra names no groups where there are too many; that is no reason to end everything."""
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    directories.has("ashby", "dana", FINANCE, overage=True)

    answer = directories.sign_in(Client(), "ashby", "dana")

    assert answer.status_code == 403
    assert "Your groups did not come along" in answer.content.decode()
    assert roles_of("dana") == {("ashby", "finance")}


def test_who_is_put_out_at_the_council_is_out_here_at_the_next_request(
    client: Client, directories: Directories
):
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    directories.has("ashby", "dana", FINANCE, disabled=True)
    assert client.get("/").status_code == 200, "not asked yet"

    age(11)

    assert client.get("/").status_code == 302
    assert not ProviderSession.objects.exists()
    assert not Session.objects.filter(session_key__in=[client.session.session_key or ""]).exists()
    assert "no longer stands behind Dana" in summaries("was refused a sign-in", "ashby")[-1]


def test_the_council_is_asked_again_and_its_groups_are_taken_over(
    client: Client, directories: Directories
):
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    first = unseal(ProviderSession.objects.get().refresh)
    directories.has("ashby", "dana", LEGAL)

    for _ in range(2):  # the second time with the token that the first one brought
        age(11)
        assert client.get("/").status_code == 200

    held = ProviderSession.objects.get()
    assert unseal(held.refresh) not in ("", first)
    assert first not in held.refresh
    assert ("ashby", "finance") not in roles_of("dana")


def test_a_council_that_is_silent_keeps_people_in_for_an_hour(
    client: Client, directories: Directories, settings: Any
):
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    apps[0]["settings"]["server_url"] = "http://localhost:9/ashby"

    age(30)
    assert client.get("/").status_code == 200
    age(61)
    assert client.get("/").status_code == 302


def test_a_tenant_taken_out_of_the_file_lets_nobody_stay(
    client: Client, directories: Directories, settings: Any
):
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")

    settings.TENANTS = settings.TENANTS[1:]

    assert client.get("/").status_code == 302


def test_a_leaver_is_out_at_once_and_stays_out_until_admitted_again(
    client: Client, directories: Directories, person_for: Any
):
    it = person_for("ashby", role=Role.IT)
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    person = Person.objects.get(username="dana")

    leave(it, "ashby", person, seen=state_of(person.acting.all()))

    assert client.get("/").status_code == 302
    answer = directories.sign_in(client, "ashby", "dana")
    assert answer.status_code == 403
    assert "you have left Ashby" in answer.content.decode()
    admit(it, "ashby", "dana", Terms(role=Role.HR, since=timezone.localdate()))
    assert directories.sign_in(client, "ashby", "dana").status_code == 302


def test_who_leaves_one_of_two_councils_comes_no_more_by_its_sign_in(
    client: Client, directories: Directories, person_for: Any
):
    it, other = person_for("ashby", role=Role.IT), person_for("brae", role=Role.IT)
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    admit(other, "brae", "dana", Terms(role=Role.LEGAL, since=timezone.localdate()))
    person = Person.objects.get(username="dana")
    assert authorities_of(person) == {"ashby", "brae"}

    leave(it, "ashby", person, seen=state_of(person.acting.filter(authority="ashby")))

    assert client.get("/").status_code == 302
    assert directories.sign_in(client, "ashby", "dana").status_code == 403


def test_nobody_opens_a_council_sign_in_by_a_link(client: Client, directories: Directories):
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    person = Person.objects.get(username="dana")

    refusal = may_open(person, "ashby", register())

    assert isinstance(refusal, Refusal)
    assert client.get("/own-sign-in/password/").status_code == 403
    assert client.get("/own-sign-in/passkeys/add/").status_code == 403
    assert "You come in by the sign-in of Ashby" in client.get("/own-sign-in/").content.decode()


def test_an_auditor_is_not_made_to_act_by_a_group(
    client: Client, directories: Directories, person_for: Any
):
    it = person_for("ashby", role=Role.IT)
    directories.has("ashby", "dana", FINANCE)
    directories.sign_in(client, "ashby", "dana")
    directories.has("ashby", "dana")
    answer = directories.sign_in(client, "ashby", "dana")
    assert answer.status_code == 403, "no group, no role, no way in"
    admit(it, "ashby", "dana", Terms(role=Role.AUDITOR, since=timezone.localdate()))
    directories.has("ashby", "dana", FINANCE)

    directories.sign_in(client, "ashby", "dana")

    assert roles_of("dana") == {("ashby", "auditor")}
    assert "gives no role" in summaries("refused a group", "ashby")[-1]


def test_the_sign_in_page_offers_each_council_and_what_is_open(
    client: Client, directories: Directories, settings: Any
):
    page = client.get("/sign-in/").content.decode()
    assert "Sign in with Ashby" in page
    assert "Sign in with Brae" in page
    assert 'name="username"' in page

    settings.PASSWORDS = False

    page = client.get("/sign-in/").content.decode()
    assert 'name="username"' not in page
    assert client.get("/sign-in/passkey/").status_code == 404


def test_a_form_whose_session_ended_waits_while_its_sender_signs_in_elsewhere(
    client: Client, directories: Directories
):
    directories.has("ashby", "dana", FINANCE)
    ended = client.post("/access/ashby/admit/", {"words": "kept"})
    page = ended.content.decode()
    assert ended.status_code == 403
    assert 'target="_blank"' in page
    sealed = page.split('name="unfinished" value="')[1].split('"')[0]

    assert client.post("/sign-in/", {"unfinished": sealed}).status_code == 422
    directories.sign_in(client, "ashby", "dana")
    offered = client.post("/sign-in/", {"unfinished": sealed})

    assert offered.status_code == 200
    assert "kept" in offered.content.decode()


def test_a_newcomer_of_the_same_name_gets_another_sign_in_name(
    client: Client, directories: Directories, person_for: Any
):
    it = person_for("ashby", role=Role.IT)
    admit(it, "ashby", Newcomer("dana", "Dana Other"), Terms(role=Role.HR))
    directories.has("ashby", "dana", FINANCE)

    directories.sign_in(client, "ashby", "dana")

    assert roles_of("dana") == {("ashby", "hr")}, "a like name takes nothing over"
    assert roles_of("dana-ashby") == {("ashby", "finance")}
