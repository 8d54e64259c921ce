"""What is typed and not yet saved is kept, for its writer alone, and offered again."""

import pytest
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from page import dead_links, filled, form_in, words
from towns import TOWNS, held, risk, version

from moothall_web.facts.actions import add_fact, change_fact, remove_fact
from moothall_web.facts.drafts import NEW
from moothall_web.facts.models import Draft
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

BY_SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def manager(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def client(manager: Person) -> Client:
    client = Client()
    client.force_login(manager)
    return client


@pytest.fixture
def leak(manager: Person) -> str:
    return add_fact(manager, TOWNS, "risks", risk())


@pytest.fixture
def form(leak: str) -> str:
    return reverse("facts:change", args=[TOWNS, "risks", leak])


@pytest.fixture
def draft(leak: str) -> str:
    return reverse("facts:draft", args=[TOWNS, "risks", leak])


ADD = "/programmes/three-towns/facts/risks/add/"
NEW_DRAFT = f"/programmes/three-towns/drafts/risks/{NEW}/"


def test_what_is_typed_is_kept_and_changes_nothing(
    client: Client, form: str, draft: str, leak: str
):
    events = Event.objects.count()

    answer = client.post(
        draft, filled(client.get(form), title="Half a se", known_on="soo"), headers=BY_SCRIPT
    )

    assert answer.status_code == 200
    assert "Draft kept at" in words(answer)
    assert held("risks", leak)["title"] == "The roof leaks"
    assert Event.objects.count() == events


def test_a_draft_is_offered_when_the_form_is_opened_again(client: Client, form: str, draft: str):
    client.post(draft, filled(client.get(form), title="Half a se", known_on="soo"))

    offered = client.get(form)

    assert "You have an unsaved draft" in words(offered)
    assert "Go on with the draft" in words(offered)
    assert "Throw the draft away" in words(offered)
    fields = form_in(client.get(f"{form}?draft=go-on"))
    assert fields["title"] == ["Half a se"]
    assert fields["known_on"] == ["soo"], "also what cannot be read yet"


def test_without_script_a_button_keeps_the_draft_and_leads_on(
    client: Client, form: str, draft: str, leak: str
):
    answer = client.post(draft, filled(client.get(form), title="Half a se", form__draft="yes"))

    assert answer.status_code == 302
    page = words(client.get(answer.headers["Location"]))
    assert "Your draft is kept." in page
    assert "You have an unsaved draft of a change" in page


def test_saving_what_the_draft_held_takes_the_draft_away(
    client: Client, form: str, draft: str, leak: str
):
    client.post(draft, filled(client.get(form), title="Half a se"))
    fields = filled(client.get(f"{form}?draft=go-on"), title="Half a sentence")

    assert client.post(form, fields).status_code == 302

    assert held("risks", leak)["title"] == "Half a sentence"
    assert not Draft.objects.exists()
    assert "unsaved draft" not in words(client.get(form))


def test_saving_the_form_that_kept_the_draft_takes_it_away(client: Client, form: str, draft: str):
    fields = filled(client.get(form), title="Whole")
    client.post(draft, fields, headers=BY_SCRIPT)

    assert client.post(form, fields).status_code == 302
    assert not Draft.objects.exists()


def test_a_draft_is_thrown_away_when_its_writer_says_so(
    client: Client, form: str, draft: str, leak: str
):
    client.post(draft, filled(client.get(form), title="Half a se"))

    answer = client.post(draft, {"form-throw-away": "yes"})

    assert answer.status_code == 302
    assert form_in(client.get(answer.headers["Location"]))["title"] == ["The roof leaks"]
    assert not Draft.objects.exists()


def test_a_draft_of_an_older_version_goes_through_the_comparison(
    client: Client, form: str, draft: str, leak: str, person_for: PersonFor
):
    lead = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    client.post(draft, filled(client.get(form), title="Half a se"))
    newer = held("risks", leak) | {"title": "The roof is open"}
    change_fact(lead, TOWNS, "risks", leak, newer, version("risks", leak))

    assert "has been changed since" in words(client.get(form))
    answer = client.get(f"{form}?draft=go-on")

    page = words(answer)
    assert answer.status_code == 200
    assert "Your draft is of an earlier version" in page
    assert "ashby-workstream-lead" in page
    assert not dead_links(answer)
    chosen = form_in(answer) | {"form-settle": ["yes"], "choose-title": ["mine"]}
    assert client.post(form, chosen).status_code == 302
    assert held("risks", leak)["title"] == "Half a se"
    assert not Draft.objects.exists()


def test_a_new_fact_has_a_draft_too(client: Client):
    client.post(NEW_DRAFT, filled(client.get(ADD), title="Not yet"), headers=BY_SCRIPT)

    listed = words(client.get("/programmes/three-towns/facts/risks/"))
    assert "You have an unsaved draft of a risk that you were adding" in listed
    fields = form_in(client.get(f"{ADD}?draft=go-on"))
    assert fields["title"] == ["Not yet"]
    fields |= {
        "description": ["Whole"],
        "source-document": ["ashby"],
        "source-paragraph": ["1"],
        "owner": ["ashby"],
    }
    assert client.post(ADD, fields).status_code == 302
    assert not Draft.objects.exists()


def test_rows_that_were_added_come_back_with_the_draft(person_for: PersonFor):
    client = Client()
    client.force_login(person_for("ashby"))
    form = reverse("facts:change", args=[TOWNS, "savings", "archive-saving"])
    draft = reverse("facts:draft", args=[TOWNS, "savings", "archive-saving"])
    more = client.post(form, filled(client.get(form), form__more="phasing"))
    rows = int(form_in(more)["phasing-count"][0])
    client.post(draft, form_in(more) | {f"phasing-{rows - 1}-amount": ["(12)"]})

    fields = form_in(client.get(f"{form}?draft=go-on"))

    assert fields["phasing-count"] == [str(rows)]
    assert fields[f"phasing-{rows - 1}-amount"] == ["(12)"]


def test_nobody_else_sees_a_draft(client: Client, form: str, draft: str, person_for: PersonFor):
    client.post(draft, filled(client.get(form), title="My secret thought"))
    other = Client()
    other.force_login(person_for("ashby", role=Role.WORKSTREAM_LEAD))

    for page in (form, f"{form}?draft=go-on", form.removesuffix("change/")):
        assert "My secret thought" not in words(other.get(page))
        assert "unsaved draft" not in words(other.get(page))
    other.post(draft, {"form-throw-away": "yes"})
    assert Draft.objects.count() == 1


def test_a_second_window_does_not_overwrite_the_draft_of_the_first(
    client: Client, form: str, draft: str
):
    first, second = client.get(form), client.get(form)
    client.post(draft, filled(first, title="An hour's work"), headers=BY_SCRIPT)

    answer = client.post(draft, filled(second, title="x"), headers=BY_SCRIPT)

    assert "another window holds a draft" in words(answer)
    assert form_in(client.get(f"{form}?draft=go-on"))["title"] == ["An hour's work"]


def test_a_draft_of_what_was_removed_gives_its_words_back(
    client: Client, form: str, draft: str, leak: str, person_for: PersonFor
):
    lead = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    client.post(draft, filled(client.get(form), title="An hour's work"))
    remove_fact(lead, TOWNS, "risks", leak, version("risks", leak), "Mended")

    answer = client.get(form)

    assert answer.status_code == 404
    assert "An hour&#39;s work" in words(answer)


def test_a_draft_in_a_programme_that_is_not_ones_own_is_not_there(person_for: PersonFor):
    stranger = Client()
    stranger.force_login(person_for("elsewhere"))

    assert stranger.post(NEW_DRAFT, {"title": "x"}).status_code == 404
    assert not Draft.objects.exists()


def test_a_draft_of_what_one_does_not_see_is_not_kept(draft: str, leak: str, person_for: PersonFor):
    neighbour = Client()
    neighbour.force_login(person_for("brae", role=Role.PROGRAMME_MANAGER))

    there = neighbour.post(draft, {"title": "x"})
    nowhere = neighbour.post(draft.replace(leak, "no-such-risk"), {"title": "x"})

    assert there.status_code == nowhere.status_code == 404
    assert not Draft.objects.exists()


@pytest.mark.parametrize("kind", ["secrets", "..", "risks'"])
def test_a_draft_of_no_kind_is_not_there(kind: str, client: Client):
    assert client.post(f"/programmes/{TOWNS}/drafts/{kind}/x/", {}).status_code == 404


@pytest.mark.parametrize("text", ["nul\x00", "x" * 10_000, "<script>alert(1)</script>", "مرحبا 😀"])
def test_a_draft_keeps_anything_and_shows_it_harmlessly(
    text: str, client: Client, form: str, draft: str
):
    kept = client.post(draft, filled(client.get(form), title=text), headers=BY_SCRIPT)

    assert kept.status_code == 200
    answer = client.get(f"{form}?draft=go-on")
    assert answer.status_code == 200
    assert form_in(answer)["title"] == [text.replace("\x00", "\N{REPLACEMENT CHARACTER}")]
    assert "<script>alert" not in words(answer)
