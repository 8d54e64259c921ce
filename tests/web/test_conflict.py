"""Two people change the same fact: nothing of either is lost, and the second one chooses."""

import pytest
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from page import Fields, dead_links, filled, form_in, repeated_ids, words
from towns import TOWNS, held, risk, version

from moothall_web.facts.actions import add_fact, change_fact, remove_fact
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]


@pytest.fixture
def manager(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def lead(person_for: PersonFor) -> Person:
    """The colleague who is quicker."""
    return person_for("ashby", role=Role.WORKSTREAM_LEAD)


@pytest.fixture
def client(manager: Person) -> Client:
    client = Client()
    client.force_login(manager)
    return client


@pytest.fixture
def leak(manager: Person) -> str:
    return add_fact(manager, TOWNS, "risks", risk())


@pytest.fixture
def address(leak: str) -> str:
    return reverse("facts:change", args=[TOWNS, "risks", leak])


def changed_by(person: Person, key: str, why: str = "Seen today", **more: object) -> None:
    """Somebody else changes the risk meanwhile."""
    fact = held("risks", key) | more
    change_fact(person, TOWNS, "risks", key, fact, version("risks", key), why)


def test_the_second_person_sees_both_versions_and_who_changed_it(
    client: Client, address: str, leak: str, lead: Person
):
    fields = filled(client.get(address), title="The roof drips", form__why="I looked")
    changed_by(lead, leak, title="The roof is open")

    answer = client.post(address, fields)

    page = words(answer)
    assert answer.status_code == 409
    assert "ashby-workstream-lead" in page
    assert "Seen today" in page
    assert "What you wrote" in page
    assert "drips" in page
    assert "What it is now" in page
    assert "open" in page
    assert "You both changed this." in page
    assert not dead_links(answer)
    assert not repeated_ids(answer)
    assert held("risks", leak)["title"] == "The roof is open"
    assert form_in(answer)["form-why"] == ["I looked"]


def test_only_who_changed_a_field_is_proposed_for_it(
    client: Client, address: str, leak: str, lead: Person
):
    fields = filled(client.get(address), title="The roof drips")
    changed_by(lead, leak, description="Rain comes in.")

    answer = client.post(address, fields)

    proposed = form_in(answer)
    assert proposed["choose-title"] == ["mine"]
    assert proposed["choose-description"] == ["now"]
    assert client.post(address, settled(proposed)).status_code == 302
    fact = held("risks", leak)
    assert (fact["title"], fact["description"]) == ("The roof drips", "Rain comes in.")


def settled(fields: Fields, **choices: str) -> Fields:
    """The comparison with these sides chosen, sent in."""
    chosen = {f"choose-{name}": [side] for name, side in choices.items()}
    return fields | {"form-settle": ["yes"]} | chosen


def test_nothing_is_proposed_where_both_changed_a_field(
    client: Client, address: str, leak: str, lead: Person
):
    fields = filled(client.get(address), title="The roof drips")
    changed_by(lead, leak, title="The roof is open")
    answer = client.post(address, fields)
    proposed = form_in(answer)
    assert "choose-title" not in proposed

    unchosen = client.post(address, settled(proposed))

    assert unchosen.status_code == 422
    assert 'href="#id_choose-title"' in words(unchosen)
    assert not dead_links(unchosen)
    assert held("risks", leak)["title"] == "The roof is open"


@pytest.mark.parametrize(
    ("side", "title"), [("mine", "The roof drips"), ("now", "The roof is open")]
)
def test_what_is_chosen_is_saved(
    side: str, title: str, client: Client, address: str, leak: str, lead: Person
):
    fields = filled(client.get(address), title="The roof drips", actions="Call the roofer")
    changed_by(lead, leak, title="The roof is open")
    answer = client.post(address, fields)

    saved = client.post(address, settled(form_in(answer), title=side))

    assert saved.status_code == 302
    fact = held("risks", leak)
    assert fact["title"] == title
    assert fact["actions"] == ["Call the roofer"], "what only one of them changed is kept"


def test_a_third_change_in_between_is_shown_too_and_choices_already_made_are_kept(
    client: Client, address: str, leak: str, lead: Person
):
    fields = filled(client.get(address), title="The roof drips", description="Drop by drop.")
    changed_by(lead, leak, title="The roof is open", description="Rain comes in.")
    answer = client.post(address, fields)
    changed_by(lead, leak, action_owner="The surveyor")

    again = client.post(address, settled(form_in(answer), title="mine", description="now"))

    assert again.status_code == 409
    proposed = form_in(again)
    assert proposed["title"] == ["The roof drips"]
    assert proposed["description"] == ["Rain comes in."]
    assert proposed["choose-action_owner"] == ["now"]
    assert client.post(address, settled(proposed, title="mine")).status_code == 302
    fact = held("risks", leak)
    assert fact["title"] == "The roof drips"
    assert fact["description"] == "Rain comes in."
    assert fact["action_owner"] == "The surveyor"


def test_two_who_write_the_same_do_no_harm(client: Client, address: str, leak: str, lead: Person):
    fields = filled(client.get(address), title="The roof is open")
    changed_by(lead, leak, title="The roof is open")
    events = Event.objects.count()

    answer = client.post(address, fields)

    assert answer.status_code == 302
    assert Event.objects.count() == events


def test_the_back_button_leads_to_the_comparison_and_not_to_silent_loss(
    client: Client, address: str, leak: str
):
    opened = client.get(address)
    assert client.post(address, filled(opened, title="First")).status_code == 302

    back = client.post(address, filled(opened, title="Second"))

    assert back.status_code == 409
    assert "First" in words(back)
    assert "Second" in words(back)
    assert held("risks", leak)["title"] == "First"


def test_a_double_click_on_save_saves_once(client: Client, address: str, leak: str):
    fields = filled(client.get(address), title="The roof drips")
    events = Event.objects.count()

    first, second = (client.post(address, fields) for _ in range(2))

    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert Event.objects.count() == events + 1


def test_what_was_removed_meanwhile_gives_back_what_one_wrote(
    client: Client, address: str, leak: str, lead: Person
):
    fields = filled(client.get(address), title="The roof <b>drips</b>")
    remove_fact(lead, TOWNS, "risks", leak, version("risks", leak), "Mended")

    answer = client.post(address, fields)

    page = words(answer)
    assert answer.status_code == 404
    assert "The roof &lt;b&gt;drips&lt;/b&gt;" in page
    assert "Water reaches the shelves." in page


def test_a_row_more_and_a_row_less_are_compared_as_tables(client: Client, person_for: PersonFor):
    first = Client()
    first.force_login(person_for("ashby"))
    other = person_for("ashby", role=Role.SECTION_151_OFFICER)
    address = reverse("facts:change", args=[TOWNS, "savings", "archive-saving"])
    fact = held("savings", "archive-saving")
    more = first.post(address, filled(first.get(address), form__more="phasing"))
    row = len(fact["phasing"])
    fields = form_in(more) | {
        f"phasing-{row}-year": ["2029/30"],
        f"phasing-{row}-amount": ["(7)"],
    }
    fewer = fact | {"phasing": [fact["phasing"][0] | {"amount": "(1)"}], "name": "Renamed"}
    change_fact(other, TOWNS, "savings", "archive-saving", fewer, version("savings", fact["id"]))

    answer = first.post(address, fields)

    assert answer.status_code == 409
    assert "(7)" in words(answer)
    saved = first.post(address, settled(form_in(answer), phasing="mine"))
    assert saved.status_code == 302
    now = held("savings", "archive-saving")
    assert now["phasing"] == [
        *fact["phasing"],
        {"year": "2029/30", "amount": "(7)", "cumulative": False},
    ]
    assert now["name"] == "Renamed"


def test_sharing_what_was_changed_meanwhile_is_asked_again(client: Client, leak: str, lead: Person):
    address = reverse("facts:share", args=[TOWNS, "risks", leak])
    fields = form_in(client.get(address))
    changed_by(lead, leak, title="Somebody is to blame")

    answer = client.post(address, fields)

    assert answer.status_code == 409
    assert "Somebody has changed it since you opened this page." in words(answer)
    assert not held("risks", leak)["shared"]
    assert client.post(address, form_in(answer)).status_code == 302
    assert held("risks", leak)["shared"]
