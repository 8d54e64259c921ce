"""The one pattern of the facts on screen: every kind, one kind, one fact, its form, its history."""

import re

import pytest
from cast import PersonFor
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from page import dead_links, filled, form_in, repeated_ids, sent, words
from towns import TOWNS, held, last, phase, risk, version

from moothall_web.facts import queries
from moothall_web.facts.actions import add_fact, change_fact
from moothall_web.facts.models import Fact
from moothall_web.facts.subjects import SUBJECTS
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event, Payload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]


def at(view: str, *args: object, code: str = TOWNS) -> str:
    return reverse(f"facts:{view}", args=[code, *args])


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def manager(person_for: PersonFor) -> Person:
    """Ashby's programme manager."""
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def ashby(manager: Person) -> Client:
    return signed_in(manager)


@pytest.fixture
def brae(person_for: PersonFor) -> Client:
    """Brae's programme manager."""
    return signed_in(person_for("brae", role=Role.PROGRAMME_MANAGER))


@pytest.fixture
def leak(manager: Person) -> str:
    """A risk that Ashby keeps to itself."""
    return add_fact(manager, TOWNS, "risks", risk())


NEW_RISK = {
    "title": "The lift is stuck",
    "description": "Nobody reaches the upper shelves.",
    "implications": "Visits end early\nBooks stay where they are",
    "source__document": "ashby",
    "source__paragraph": "4.2",
    "owner": "ashby",
}


def without_token(answer: HttpResponse) -> str:
    """The page but for the mark that every page of a session has anew."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words(answer))


# --- reading -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["stockport-tameside", "cambridgeshire-peterborough"])
def test_every_page_of_every_kind_answers_and_leads_somewhere(
    code: str, samples: None, person_for: PersonFor
):
    councils = ("stockport", "tameside", "cambridgeshire", "peterborough")
    person = person_for(*councils, role=Role.PROGRAMME_MANAGER)
    client = signed_in(person)
    pages = [at("kinds", code=code)]
    for kind in SUBJECTS:
        listed = queries.fact_list(person, code, kind)
        assert listed is not None
        pages.append(at("kind", kind, code=code))
        for fact in listed.facts[:1]:
            pages += [at(view, kind, fact.key, code=code) for view in ("fact", "history", "change")]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code in ((200, 403) if page.endswith("/change/") else (200,)), page
        assert not dead_links(answer), page
        assert not repeated_ids(answer), page
        assert len(re.findall(r"<h1\b", words(answer))) == 1, page


def test_the_list_of_kinds_counts_what_one_sees(ashby: Client, brae: Client, leak: str):
    own, other = words(ashby.get(at("kinds"))), words(brae.get(at("kinds")))

    assert re.search(r">Risks</a> <span[^>]*>1<", own)
    assert re.search(r">Risks</a> <span[^>]*>0<", other)


def test_another_councils_unshared_fact_is_not_there(brae: Client, leak: str):
    for view in ("fact", "history", "change", "share", "withdraw", "remove"):
        there = brae.get(at(view, "risks", leak))
        nowhere = brae.get(at(view, "risks", "no-such-risk"))
        assert there.status_code == nowhere.status_code == 404, view
        assert without_token(there) == without_token(nowhere), view


@pytest.mark.parametrize("view", ["kind", "add"])
def test_a_kind_that_there_is_not_is_not_found(view: str, ashby: Client):
    assert ashby.get(at(view, "secrets")).status_code == 404


def test_a_fact_says_whose_it_is_and_who_sees_it(ashby: Client, leak: str):
    page = words(ashby.get(at("fact", "risks", leak)))

    assert "Only Ashby sees it." in page
    assert "The roof leaks" in page
    assert "Document ashby, 7" in page
    assert "1 February 2026" in page


def test_an_assumed_and_exempt_fact_says_so(ashby: Client, manager: Person):
    exempt = {"paragraph": 3, "public_interest": "It would weaken our hand."}
    key = add_fact(manager, TOWNS, "risks", risk(assumed="Nobody has looked yet.", exempt=exempt))

    page = words(ashby.get(at("fact", "risks", key)))

    assert "Exempt: not public" in page
    assert "3: financial or business affairs" in page
    assert "It would weaken our hand." in page
    assert "Nobody has looked yet." in page
    assert '<span class="app-assumed">assumed</span>' in page


def test_a_fact_lists_what_points_at_it(ashby: Client):
    page = words(ashby.get(at("fact", "proposals", "archive")))

    assert "What points at it" in page
    assert at("fact", "savings", "archive-saving") in page


def test_the_list_is_filtered_and_sorted_by_its_address(ashby: Client, manager: Person):
    for name in ("Beta", "alpha", "Gamma"):
        add_fact(manager, TOWNS, "phases", phase(name.lower(), name=name))

    def names(**query: str) -> list[str]:
        page = words(ashby.get(at("kind", "phases"), query))
        return re.findall(r"<bdi>(\w+)</bdi>", page)

    assert names(sort="label") == ["alpha", "Beta", "Gamma"]
    assert names(sort="-label") == ["Gamma", "Beta", "alpha"]
    assert names(text="ALPH") == ["alpha"]
    assert names(owner="brae") == []
    assert names(sort="payload") == ["Beta", "alpha", "Gamma"], "no other column"


def test_two_hundred_facts_of_a_kind_are_one_page(ashby: Client, manager: Person):
    for number in range(210):
        add_fact(manager, TOWNS, "phases", phase(f"phase-{number}", name=f"Phase {number}"))

    answer = ashby.get(at("kind", "phases"))

    assert "210 phases are on record" in words(answer)
    assert "Phase 209" in words(answer)


# --- who may -----------------------------------------------------------------------------------


def test_somebody_who_may_not_is_told_who_may(brae: Client):
    page = words(brae.get(at("fact", "savings", "archive-saving")))
    assert "Only Ashby&#39;s finance officer or section 151 officer may change it." in page
    assert at("change", "savings", "archive-saving") not in page

    answer = brae.get(at("change", "savings", "archive-saving"))
    assert answer.status_code == 403
    assert "Only Ashby&#39;s finance officer" in words(answer)


def test_the_form_says_for_whom_it_is_done(ashby: Client, leak: str):
    page = words(ashby.get(at("change", "risks", leak)))

    assert "You do this as programme manager for Ashby." in page


def test_somebody_of_two_councils_is_told_that_they_act_for_the_other_too(person_for: PersonFor):
    person = person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER)
    key = add_fact(person, TOWNS, "risks", risk(), for_authority="ashby")

    page = words(signed_in(person).get(at("change", "risks", key)))

    assert "You do this as programme manager for Ashby." in page
    assert "You also act for Brae." in page


def test_somebody_of_two_councils_chooses_for_whom_they_change_what_is_the_programmes(
    person_for: PersonFor,
):
    client = signed_in(person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER))
    address = at("change", "proposals", "archive")
    assert "For whom do you do this?" in words(client.get(address))

    answer = sent(client, address, name="The archives", form__for="brae")

    assert answer.status_code == 302
    assert last().for_whom == "brae"


def test_a_forged_council_to_act_for_is_refused(ashby: Client):
    answer = sent(ashby, at("change", "proposals", "archive"), name="Mine", form__for="brae")

    assert answer.status_code == 403
    assert held("proposals", "archive")["name"] != "Mine"


# --- adding and changing -------------------------------------------------------------------------


def test_a_fact_is_added_and_belongs_to_whoever_added_it(ashby: Client, brae: Client):
    answer = sent(ashby, at("add", "risks"), **NEW_RISK, form__why="Seen on Monday")

    assert answer.status_code == 302, re.findall(r'href="#[^<]*', words(answer))
    made = Fact.objects.get(kind="risks")
    assert made.owner == "ashby"
    assert not made.shared
    assert made.payload["implications"] == ["Visits end early", "Books stay where they are"]
    assert made.payload["known_on"] == "2026-01-05", "the day of its document"
    assert "It is added." in words(ashby.get(answer.headers["Location"]))
    assert Payload.objects.get(event=last()).why == "Seen on Monday"
    assert brae.get(at("fact", "risks", made.key)).status_code == 404


def test_a_fact_cannot_be_added_for_another_council(ashby: Client):
    answer = sent(ashby, at("add", "risks"), **(NEW_RISK | {"owner": "brae"}))

    assert answer.status_code == 422
    assert "it is none of those that you can choose" in words(answer)
    assert not Fact.objects.filter(kind="risks").exists()


def test_a_change_is_recorded_with_its_reason_and_for_whom(ashby: Client, leak: str):
    answer = sent(ashby, at("change", "risks", leak), title="The roof is open", form__why="Worse")

    assert answer.status_code == 302
    assert held("risks", leak)["title"] == "The roof is open"
    assert last().for_whom == "ashby"
    assert last().role == Role.PROGRAMME_MANAGER
    assert Payload.objects.get(event=last()).why == "Worse"


def test_sending_a_form_as_it_stands_changes_nothing(ashby: Client, leak: str):
    before = held("risks", leak), Event.objects.count()

    answer = sent(ashby, at("change", "risks", leak))

    assert answer.status_code == 302
    assert (held("risks", leak), Event.objects.count()) == before


def test_a_form_with_errors_loses_nothing_and_its_links_lead_to_the_fields(
    ashby: Client, leak: str
):
    answer = sent(
        ashby, at("change", "risks", leak), title="", known_on="soon", description="Kept\nas typed"
    )

    page = words(answer)
    assert answer.status_code == 422
    assert "<title>Error: " in page
    assert 'href="#id_title"' in page
    assert 'href="#id_known_on"' in page
    assert not dead_links(answer)
    fields = form_in(answer)
    assert fields["description"] == ["Kept\nas typed"]
    assert fields["known_on"] == ["soon"]


def test_a_fault_that_the_action_finds_is_shown_at_its_field(person_for: PersonFor):
    """The shares of a post come to 100 per cent together, which no single field can tell."""
    client = signed_in(person_for("ashby", role=Role.HR))
    answer = sent(client, at("change", "posts", "archivist"), shares__0__percent="11")

    page = words(answer)
    assert answer.status_code == 422
    assert "per cent, not 100" in page
    assert not dead_links(answer)
    assert form_in(answer)["shares-0-percent"] == ["11"]


def test_rows_are_added_and_removed_without_script(person_for: PersonFor):
    client = signed_in(person_for("ashby"))
    address = at("change", "savings", "archive-saving")
    fields = filled(client.get(address), form__more="phasing", name="Renamed on the way")
    rows = int(fields["phasing-count"][0])

    more = client.post(address, fields)

    assert more.status_code == 200
    assert form_in(more)["phasing-count"] == [str(rows + 1)]
    assert form_in(more)["name"] == ["Renamed on the way"]
    less = client.post(address, filled(more, form__less=f"phasing-{rows}"))
    assert form_in(less)["phasing-count"] == [str(rows)]
    assert client.post(address, form_in(less)).status_code == 302
    assert held("savings", "archive-saving")["name"] == "Renamed on the way"
    assert len(held("savings", "archive-saving")["phasing"]) == rows


def test_a_document_and_a_councils_own_rules_are_changed_by_the_same_form(person_for: PersonFor):
    lead = signed_in(person_for("ashby", role=Role.MONITORING_OFFICER))

    assert sent(lead, at("change", "documents", "ashby"), title="Another").status_code == 302
    assert held("documents", "ashby")["title"] == "Another"
    answer = sent(lead, at("change", "authorities", "ashby"), rules__0__ask="Who knows?")
    assert answer.status_code == 302
    assert held("authorities", "ashby")["rules"][0]["ask"] == "Who knows?"


def test_what_the_programme_is_can_be_changed_too(ashby: Client):
    assert sent(ashby, at("change", "about", TOWNS), summary="In short.").status_code == 302
    assert held("about", TOWNS)["summary"] == "In short."


# --- sharing, removing, undoing -----------------------------------------------------------------


def test_a_fact_is_shared_and_withdrawn_after_its_consequences_are_told(
    ashby: Client, brae: Client, leak: str
):
    asked = ashby.get(at("share", "risks", leak))
    assert "Brae and Combe will see all that it says" in words(asked)
    assert brae.get(at("fact", "risks", leak)).status_code == 404

    answer = ashby.post(at("share", "risks", leak), form_in(asked))

    assert "The other councils of the programme can see it now." in words(
        ashby.get(answer.headers["Location"])
    )
    seen = words(brae.get(at("fact", "risks", leak)))
    assert "shared it with the other councils on" in seen
    assert "ashby-programme-manager" in seen
    without = sent(ashby, at("withdraw", "risks", leak))
    assert without.status_code == 422
    assert 'href="#id_form-why"' in words(without)
    assert sent(ashby, at("withdraw", "risks", leak), form__why="Too early").status_code == 302
    assert brae.get(at("fact", "risks", leak)).status_code == 404


def test_a_fact_is_removed_with_a_reason_and_stays_in_the_history(ashby: Client, leak: str):
    without = sent(ashby, at("remove", "risks", leak))
    assert without.status_code == 422
    assert not dead_links(without)

    answer = sent(ashby, at("remove", "risks", leak), form__why="It is mended")

    assert answer.status_code == 302
    assert "It is removed." in words(ashby.get(answer.headers["Location"]))
    assert ashby.get(at("fact", "risks", leak)).status_code == 404
    told = words(ashby.get(at("history", "risks", leak)))
    assert "It is not there any more." in told
    assert "It is mended" in told


def test_what_something_points_at_is_not_removed(ashby: Client):
    address = at("remove", "proposals", "archive")

    answer = ashby.get(address)

    assert answer.status_code == 403
    assert "other facts point at it" in words(answer)
    assert "facts/remove" not in words(ashby.get(at("fact", "proposals", "archive")))


def test_the_history_tells_each_field_before_and_after_in_words(ashby: Client, leak: str):
    sent(ashby, at("change", "risks", leak), title="The roof drips", implications="Records suffer")

    page = words(ashby.get(at("history", "risks", leak)))

    assert "Before" in page
    assert "After" in page
    assert re.search(r"<del><span[^>]*>\[removed: </span>leaks<", page)
    assert re.search(r"<ins><span[^>]*>\[added: </span>drips<", page)


def test_a_change_is_undone_from_the_history(ashby: Client, leak: str):
    sent(ashby, at("change", "risks", leak), title="The roof drips")
    number = last().number

    answer = ashby.post(at("undo", number), {"form-token": "one", "form-why": "A mistake"})

    assert answer.status_code == 302
    assert held("risks", leak)["title"] == "The roof leaks"
    assert "The change is undone." in words(ashby.get(answer.headers["Location"]))


def test_what_was_changed_since_is_not_undone(ashby: Client, leak: str):
    sent(ashby, at("change", "risks", leak), title="The roof drips")
    number = last().number
    sent(ashby, at("change", "risks", leak), title="The roof is mended")

    answer = ashby.post(at("undo", number), {"form-token": "one"})

    assert answer.status_code == 409
    assert "changed again since" in words(answer)
    assert held("risks", leak)["title"] == "The roof is mended"


def test_another_council_can_undo_nothing_of_what_it_does_not_see(
    ashby: Client, brae: Client, leak: str
):
    number = last().number

    assert brae.post(at("undo", number), {}).status_code == 404
    assert brae.post(at("undo", 999_999), {}).status_code == 404


# --- twice, and from the past --------------------------------------------------------------------


def test_a_double_click_adds_one_fact(ashby: Client):
    fields = filled(ashby.get(at("add", "risks")), **NEW_RISK)

    first, second = (ashby.post(at("add", "risks"), fields) for _ in range(2))

    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert Fact.objects.filter(kind="risks").count() == 1


def test_a_double_click_removes_once_and_leads_to_the_same_page(ashby: Client, leak: str):
    fields = filled(ashby.get(at("remove", "risks", leak)), form__why="It is mended")

    first, second = (ashby.post(at("remove", "risks", leak), fields) for _ in range(2))

    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]


# --- hostile input ------------------------------------------------------------------------------

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% for x in y %}",
    "</textarea><script>alert(1)</script>",
    "مرحبا \N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
    "👩🏽‍⚖️ ŵ ŷ Cyngor",
]


@pytest.mark.parametrize("text", NASTY)
def test_what_is_typed_into_any_text_field_is_shown_harmlessly(text: str, ashby: Client):
    fields = filled(ashby.get(at("add", "risks")), **NEW_RISK)
    for name in ("title", "description", "implications", "actions", "assumed", "action_owner"):
        fields[name] = [text]
    fields["source-paragraph"] = fields["form-why"] = [text]
    answer = ashby.post(at("add", "risks"), fields)
    assert answer.status_code == 302, "it is text like any other"
    made = Fact.objects.get(kind="risks")
    assert made.payload["title"] == text

    ashby.post(
        at("change", "risks", made.key),
        filled(ashby.get(at("change", "risks", made.key)), title=f"{text} again"),
    )
    broken = ashby.post(
        at("change", "risks", made.key),
        filled(ashby.get(at("change", "risks", made.key)), known_on=text),
    )
    pages = [
        broken,
        *(ashby.get(at(view, "risks", made.key)) for view in ("fact", "change", "history")),
        *(ashby.get(at(view, "risks", made.key)) for view in ("share", "remove")),
        ashby.get(at("kind", "risks"), {"text": text}),
        ashby.get(at("kind", "risks")),
    ]
    for page in pages:
        assert page.status_code in (200, 422)
        assert "<script>alert" not in words(page)
        assert "<img src=x" not in words(page)
        assert not dead_links(page)


@pytest.mark.parametrize("text", ["x" * 10_000, "nul\x00", "bell\x07"])
def test_a_name_that_nobody_can_read_is_refused_and_kept_on_the_page(
    text: str, ashby: Client, leak: str
):
    answer = sent(ashby, at("change", "risks", leak), title=text)

    assert answer.status_code == 422
    assert 'href="#id_title"' in words(answer)
    assert held("risks", leak)["title"] == "The roof leaks"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("proposal", "of-brae"),
        ("proposal", "no-such-proposal"),
        ("source__document", "of-brae"),
        ("owner", "brae"),
        ("owner", "nobody"),
    ],
)
def test_forged_ids_and_another_councils_ids_are_refused_alike(
    field: str, value: str, ashby: Client, brae: Client, leak: str, person_for: PersonFor
):
    other = person_for("brae", role=Role.WORKSTREAM_LEAD)
    document = {"id": "of-brae", "title": "Secret", "owner": "brae", "known_on": "2026-01-05"}
    add_fact(other, TOWNS, "documents", document)
    secret = {
        "id": "of-brae",
        "source": "of-brae 1",
        "known_on": "2026-01-05",
        "owner": "brae",
        "name": "Secret",
        "parties": ["brae"],
        "stage": "formulation",
        "summary": "Nobody knows.",
    }
    add_fact(other, TOWNS, "proposals", secret)

    answer = sent(ashby, at("change", "risks", leak), **{field: value})

    page = words(answer)
    assert answer.status_code == 422
    assert "it is none of those that you can choose" in page
    assert "Secret" not in page
    assert held("risks", leak)["owner"] == "ashby"


def test_the_id_and_the_sharing_cannot_be_slipped_in(ashby: Client, leak: str):
    before = held("risks", leak)

    answer = sent(ashby, at("change", "risks", leak), id="other", shared="yes", title="Renamed")

    assert answer.status_code == 302
    assert held("risks", leak) == before | {"title": "Renamed"}


@pytest.mark.parametrize("forged", ["", "0", "-1", "abc", "9" * 5_000, "٣"])
def test_a_forged_version_leads_to_the_comparison(forged: str, ashby: Client, leak: str):
    answer = sent(ashby, at("change", "risks", leak), form__version=forged, title="Overrun")

    assert answer.status_code == 409
    assert held("risks", leak)["title"] == "The roof leaks"


@pytest.mark.parametrize("began", ["", "nonsense", "[1, 2]", '{"title": 5}', "[" * 10_000])
def test_a_forged_beginning_harms_nothing(began: str, ashby: Client, manager: Person, leak: str):
    fields = filled(ashby.get(at("change", "risks", leak)), form__began=began, title="Mine")
    change_fact(
        manager, TOWNS, "risks", leak, held("risks", leak) | {"title": "T"}, version("risks", leak)
    )

    assert ashby.post(at("change", "risks", leak), fields).status_code == 409


@pytest.mark.parametrize("key", ["%00", "a%00b", "%F0%9F%98%80", "x" * 1_000, "%3Cscript%3E"])
def test_a_forged_address_is_not_there_and_nothing_more(key: str, ashby: Client):
    for page in (f"facts/risks/{key}/", f"facts/{key}/", f"facts/risks/{key}/history/"):
        assert ashby.get(f"/programmes/{TOWNS}/{page}").status_code == 404, page
    assert ashby.get(f"/programmes/{key}/facts/").status_code == 404
    draft = f"/programmes/{TOWNS}/drafts/risks/{key}/"
    assert ashby.post(draft, {"title": "x"}).status_code == 404


def test_somebody_who_reads_only_changes_nothing(person_for: PersonFor, manager: Person):
    key = add_fact(manager, TOWNS, "risks", risk(shared=True))
    member = signed_in(person_for("ashby", role=Role.MEMBER))

    assert member.get(at("fact", "risks", key)).status_code == 200
    for view in ("change", "share", "withdraw", "remove"):
        assert member.get(at(view, "risks", key)).status_code == 403, view
        fields = {"form-version": "1", "form-token": view, "form-why": "x", "title": "x"}
        assert member.post(at(view, "risks", key), fields).status_code == 403, view
    assert member.get(at("add", "risks")).status_code == 403
    assert held("risks", key)["title"] == "The roof leaks"
