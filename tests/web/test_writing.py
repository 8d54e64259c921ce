"""A report author writes under the council's own headings, and sees how it will read."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from cast import PersonFor
from django.test import Client
from django.urls import reverse
from loaded import loaded
from page import dead_links, filled, form_in, repeated_ids, words
from towns import TOWNS, held, last, version

from invented import write
from moothall.documents.formats import CONTENTS
from moothall.facts.programme import KINDS
from moothall_web.facts.actions import change_fact, remove_fact
from moothall_web.facts.drafts import NEW
from moothall_web.facts.models import Draft, Fact
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event
from moothall_web.writing.made_from import MADE_FROM

pytestmark = [pytest.mark.django_db]

PLACE = [TOWNS, "archive", "ashby", "ashby-report"]
WRITE = "/programmes/three-towns/proposals/archive/papers/ashby/ashby-report/write/"
ADD = f"{WRITE}add/background/"
BY_SCRIPT = {"HX-Request": "true"}
FORMAT = {
    "sections": [
        {"heading": "What is asked", "content": ["recommendations"]},
        {"heading": "Background", "content": ["background"]},
        {"heading": "When", "content": ["milestone_table", "route_table"]},
        {"heading": "Money", "content": ["financial", "savings_table"]},
    ],
    "front": [
        {"label": "For:", "content": ["to_body"]},
        {"label": "Summary:", "content": ["summary"]},
    ],
}


def passage(key: str, text: str, topic: str = "background", **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "source": "ashby 1",
        "known_on": "2026-01-05",
        "owner": "ashby",
        "shared": True,
        "proposal": "archive",
        "topic": topic,
        "text": text,
        "authority": "ashby",
    } | more


WORDS = (
    passage("one-archive", "One archive would serve all three towns."),
    passage("full-rooms", "The reading rooms are full on most days."),
    passage("brae-words", "Brae keeps its own maps.", owner="brae", authority="ashby"),
    passage("for-all", "All three councils keep their records.", owner="programme", authority=None),
    passage("in-short", "Three archives become one.", "summary"),
)


def towns_with_words(folder: Path) -> None:
    """The invented programme, with words under headings of Ashby's own format, loaded."""
    made = write(folder / TOWNS)
    layout = made / "formats" / "ashby-report.yaml"
    held_now = yaml.safe_load(layout.read_text(encoding="utf-8"))
    layout.write_text(yaml.safe_dump(held_now | FORMAT, sort_keys=False), encoding="utf-8")
    lines = [
        {name: "yes" if value is True else value for name, value in each.items() if value}
        for each in WORDS
    ]
    (made / "passages.yaml").write_text(yaml.safe_dump(lines, sort_keys=False), encoding="utf-8")
    loaded(made)


@pytest.fixture(autouse=True)
def towns(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    request.getfixturevalue("db")
    towns_with_words(tmp_path)


@pytest.fixture
def author(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.REPORT_AUTHOR)


@pytest.fixture
def client(author: Person) -> Client:
    client = Client()
    client.force_login(author)
    return client


def of(key: str) -> str:
    return f"{WRITE}passages/{key}/"


def heading(answer: Any, name: str) -> str:
    """What the page shows under a heading, without marks."""
    page = words(answer)
    parts = re.split(r'<section class="app-write"[^>]*>', page)
    part = next(each for each in parts if re.search(rf">[^<]*{re.escape(name)}</h", each))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part.split("</section>")[0]))


# --- the whole paper ------------------------------------------------------------------------------


@pytest.mark.checklist("K09")
def test_the_paper_stands_under_the_councils_own_headings_in_its_order(client: Client):
    page = words(client.get(WRITE))

    names = re.findall(
        r'<h[23] class="govuk-heading-[ms]" id="(?:front|section)-\d+">([^<]+)</h', page
    )
    assert names == ["For", "Summary", "1. What is asked", "2. Background", "3. When", "4. Money"]
    assert "1 heading of 6 has nothing under it yet" in page


def test_own_words_and_the_programmes_can_be_edited_and_another_councils_are_read(client: Client):
    page = words(client.get(WRITE))
    under = heading(client.get(WRITE), "2. Background")

    assert "Ashby's words" in under
    assert "The programme's words, in every council's paper" in under
    assert "Brae's words. Only theirs to change." in under
    assert of("one-archive") in page
    assert of("for-all") in page
    assert of("brae-words") not in page


def test_what_is_made_from_facts_is_shown_with_the_way_to_the_facts(client: Client):
    page = words(client.get(WRITE))

    assert "Listening" in heading(client.get(WRITE), "3. When")
    assert reverse("facts:kind", args=[TOWNS, "milestones"]) in page


def test_every_content_of_a_format_leads_to_facts():
    assert CONTENTS - MADE_FROM.keys() == set()
    kinds = {kind for behind in MADE_FROM.values() for kind in behind}
    assert kinds <= {*KINDS, "documents"}


def test_under_a_heading_that_is_not_yet_written_one_can_write(client: Client):
    change = passage("money-words", "Nothing is spent.", "financial")
    assert f"{WRITE}add/financial/" in words(client.get(WRITE))

    answer = client.post(f"{WRITE}add/financial/", save(client.get(f"{WRITE}add/financial/")))
    assert answer.status_code == 422, "no words are no passage"
    sent = save(client.get(f"{WRITE}add/financial/"), text=change["text"])
    answer = client.post(f"{WRITE}add/financial/", sent)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(f"{WRITE}?done=saved#passages-")
    key = answer.headers["Location"].partition("#passages-")[2]
    made = held("passages", key)
    assert (made["topic"], made["owner"], made["authority"]) == ("financial", "ashby", "ashby")
    assert made["shared"] is False, "nobody else sees it before it is shared"
    page = client.get(WRITE)
    assert "Nothing is spent." in heading(page, "4. Money")
    assert "seen by no other council yet" in heading(page, "4. Money")


def test_words_of_the_programme_stand_in_every_councils_paper(client: Client):
    sent = save(client.get(ADD), text="All agree.", owner="programme")
    answer = client.post(ADD, sent)

    key = answer.headers["Location"].partition("#passages-")[2]
    made = held("passages", key)
    assert (made["owner"], made["authority"], made["shared"]) == ("programme", None, True)


def test_a_form_cannot_write_words_into_another_paper(client: Client):
    sent = save(client.get(ADD), text="Elsewhere.", topic="legal", authority="brae")
    answer = client.post(ADD, sent)

    made = held("passages", answer.headers["Location"].partition("#passages-")[2])
    assert (made["topic"], made["authority"]) == ("background", "ashby")


def save(answer: Any, **more: str | list[str]) -> dict[str, list[str]]:
    """The form of a page as its Save button sends it."""
    return filled(answer, form__save="yes", **more)


# --- moving, taking out ---------------------------------------------------------------------------


def orders() -> list[str]:
    """The keys of Ashby's background in the order in which they stand."""
    rows = Fact.objects.filter(kind="passages", payload__topic="background")
    return [each.key for each in sorted(rows, key=lambda row: row.payload["order"])]


def pressed(client: Client, **button: str) -> Any:
    page = client.get(WRITE)
    fields = form_in(page) | {name.replace("__", "-"): [value] for name, value in button.items()}
    token = re.search(r'name="form-token" value="([^"]+)"', words(page))
    assert token is not None
    return client.post(WRITE, fields | {"form-token": [token[1]]})


def test_words_are_moved_by_changing_nobody_elses(client: Client):
    assert orders() == ["one-archive", "full-rooms", "brae-words", "for-all"]

    answer = pressed(client, form__down="one-archive")

    assert answer.status_code == 302
    assert orders()[:2] == ["full-rooms", "one-archive"]
    assert version("passages", "brae-words") == 1
    assert last().verb == "changed a fact"
    pressed(client, form__down="one-archive")
    assert orders() == ["full-rooms", "brae-words", "one-archive", "for-all"]
    pressed(client, form__up="one-archive")
    pressed(client, form__up="one-archive")
    assert orders() == ["one-archive", "full-rooms", "brae-words", "for-all"]
    assert version("passages", "brae-words") == 1


def test_another_councils_words_are_not_moved_or_taken_out(client: Client):
    assert pressed(client, form__up="brae-words").status_code == 403
    assert client.get(f"{WRITE}?remove=brae-words").status_code == 403
    answer = pressed(client, form__remove="brae-words")
    assert answer.status_code == 403
    assert held("passages", "brae-words")["text"] == "Brae keeps its own maps."


def test_words_are_taken_out_after_a_question_and_the_history_keeps_them(client: Client):
    asked = client.get(f"{WRITE}?remove=full-rooms")
    assert "Take these words out of the paper?" in words(asked)

    answer = client.post(WRITE, filled(asked, form__remove="full-rooms"))

    assert answer.headers["Location"] == f"{WRITE}?done=removed"
    assert not Fact.objects.filter(key="full-rooms").exists()
    assert "The words are taken out of the paper" in words(client.get(f"{WRITE}?done=removed"))
    assert last().verb == "removed a fact"


def test_words_changed_meanwhile_are_not_taken_out(client: Client, author: Person):
    asked = client.get(f"{WRITE}?remove=full-rooms")
    now = held("passages", "full-rooms")
    change_fact(author, TOWNS, "passages", "full-rooms", now | {"text": "Often full."}, 1)

    answer = client.post(WRITE, filled(asked, form__remove="full-rooms"))

    assert answer.status_code == 409
    assert "Somebody else has changed these words" in words(answer)
    assert Fact.objects.filter(key="full-rooms").exists()


# --- one passage ----------------------------------------------------------------------------------


def test_a_preview_shows_the_unsaved_words_in_their_place_and_saves_nothing(client: Client):
    events = Event.objects.count()
    sent = filled(client.get(of("one-archive")), text="One archive is <b>enough</b>.")

    for more, headers in (({"form-preview": ["yes"]}, {}), ({"form-preview": ["yes"]}, BY_SCRIPT)):
        answer = client.post(of("one-archive"), sent | more, headers=headers)
        assert answer.status_code == 200
        shown = words(answer).partition('id="preview"')[2] or words(answer)
        assert "One archive is &lt;b&gt;enough&lt;/b&gt;." in shown
        assert "The reading rooms are full on most days." in shown, "with its neighbours"
        assert ("<html" in words(answer)) == (not headers)
    assert Event.objects.count() == events
    assert held("passages", "one-archive")["text"] == "One archive would serve all three towns."
    assert not Draft.objects.exists()


def test_a_finding_comes_with_the_words_and_goes_with_them(client: Client):
    wrong = "Of 12 rooms, 7 are full and 6 are not. The report was sent on Monday 2 June 2026."
    sent = filled(client.get(of("full-rooms")), text=wrong)

    answer = words(client.post(of("full-rooms"), sent, headers=BY_SCRIPT))

    assert "app-margin__note" in answer
    assert "2 June 2026" in answer.partition("app-margin__note")[2]
    sent["text"] = ["The report was sent on Tuesday 2 June 2026."]
    assert "app-margin__note" not in words(client.post(of("full-rooms"), sent, headers=BY_SCRIPT))


def test_a_finding_stands_beside_its_words_on_the_whole_paper_and_in_the_list(client: Client):
    client.post(
        of("full-rooms"), save(client.get(of("full-rooms")), text="It was Monday 2 June 2026.")
    )

    page = client.get(WRITE)

    assert "the proofreader has" in words(page)
    assert "2 June 2026" in heading(page, "2. Background").partition("Finding")[2] or (
        "2 June 2026" in heading(page, "2. Background").partition("Look again")[2]
    )
    assert 'href="#finding-' in words(page).partition('id="findings"')[2]
    assert not dead_links(page)
    assert not repeated_ids(page)


def test_words_are_saved_from_the_version_seen_and_recorded(client: Client):
    sent = save(client.get(of("one-archive")), text="One archive is enough.", form__why="Shorter")

    answer = client.post(of("one-archive"), sent)

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{WRITE}?done=saved#passages-one-archive"
    assert held("passages", "one-archive")["text"] == "One archive is enough."
    assert version("passages", "one-archive") == 2
    assert client.post(of("one-archive"), sent).status_code == 302, "a second click"
    assert version("passages", "one-archive") == 2


def test_who_comes_second_sees_both_versions_and_loses_nothing(client: Client, author: Person):
    form = client.get(of("one-archive"))
    now = held("passages", "one-archive")
    change_fact(author, TOWNS, "passages", "one-archive", now | {"text": "Theirs."}, 1)

    answer = client.post(of("one-archive"), save(form, text="Mine."))

    assert answer.status_code == 409
    assert "Somebody else has changed this since you opened it" in words(answer)
    assert f'action="{of("one-archive")}"' in words(answer)
    settled = filled(answer, form__settle="yes", choose__text="mine")
    assert client.post(of("one-archive"), settled).status_code == 302
    assert held("passages", "one-archive")["text"] == "Mine."


def test_words_whose_passage_is_gone_are_shown_to_be_kept(client: Client, author: Person):
    form = client.get(of("one-archive"))
    remove_fact(author, TOWNS, "passages", "one-archive", 1)

    answer = client.post(of("one-archive"), save(form, text="Words of mine."))

    assert answer.status_code == 404
    assert "Words of mine." in words(answer)


def test_a_draft_is_kept_as_one_types_and_offered_again(client: Client):
    form = client.get(of("one-archive"))
    kept = re.search(r'data-says-trouble hx-post="([^"]+)"', words(form))
    assert kept is not None
    answer = client.post(kept[1], filled(form, text="Half a se"), headers=BY_SCRIPT)
    assert "Draft kept at" in words(answer)

    assert "You have an unsaved draft" in words(client.get(of("one-archive")))
    again = client.get(f"{of('one-archive')}?draft=go-on")
    assert form_in(again)["text"] == ["Half a se"]
    client.post(of("one-archive"), save(again, text="Half a sentence"))
    assert held("passages", "one-archive")["text"] == "Half a sentence"
    assert not Draft.objects.exists()


def test_without_script_a_button_keeps_the_draft(client: Client):
    answer = client.post(ADD, filled(client.get(ADD), text="Half a se", form__draft="yes"))

    assert answer.headers["Location"] == f"{WRITE}?done=draft"
    draft = Draft.objects.get()
    assert (draft.kind, draft.key) == ("passages", "")
    assert "You have an unsaved draft" in words(client.get(ADD))
    elsewhere = words(client.get(f"{WRITE}add/financial/"))
    assert "You have an unsaved draft of other words" in elsewhere
    assert "/facts/passages/add/?draft=go-on" in elsewhere
    thrown = client.post(ADD, {"form-throw-away": "yes"})
    assert thrown.status_code == 302
    assert not Draft.objects.exists()
    assert NEW.startswith("new")


def test_a_session_that_has_ended_carries_the_words_through_the_sign_in(client: Client):
    sent = save(client.get(of("one-archive")), text="Long words of mine.")
    client.logout()

    answer = client.post(of("one-archive"), sent)

    assert answer.status_code == 403
    assert "unfinished" in words(answer)


PASTED = (
    '<p class=MsoNormal style="margin:0"><span lang=EN-GB>The rooms<o:p></o:p></span></p>'
    "<p class=MsoNormal>are full.</p>"
)


def test_what_word_pastes_loses_its_markup_and_is_looked_at_before_it_is_saved(client: Client):
    answer = client.post(of("full-rooms"), save(client.get(of("full-rooms")), text=PASTED))

    assert answer.status_code == 422
    assert "came with its markup, which is taken out below" in words(answer)
    assert held("passages", "full-rooms")["text"].startswith("The reading rooms")
    assert form_in(answer)["text"] == ["The rooms\n\nare full."]
    assert client.post(of("full-rooms"), save(answer)).status_code == 302
    assert held("passages", "full-rooms")["text"] == "The rooms\n\nare full."
    preview = client.post(
        of("full-rooms"), filled(client.get(of("full-rooms")), text=PASTED), headers=BY_SCRIPT
    )
    assert "What was pasted carries markup" in words(preview)
    assert "Mso" not in words(preview)


def test_text_that_only_looks_odd_is_saved_as_it_was_typed(client: Client):
    odd = "Costs < £5m & rising,\tsays <nobody>."
    assert client.post(of("full-rooms"), save(client.get(of("full-rooms")), text=odd)).status_code
    assert held("passages", "full-rooms")["text"] == odd


def test_exempt_words_leave_the_public_paper_and_say_so(client: Client):
    form = client.get(f"{of('full-rooms')}?more=open")
    sent = save(
        form,
        exempt__paragraph="3",
        exempt__public_interest="The landlord's offer would be known to its rivals.",
    )
    assert client.post(of("full-rooms"), sent).status_code == 302

    page = client.get(WRITE)
    assert "paragraph 3 of Schedule 12A; it stands in the annex alone" in heading(
        page, "2. Background"
    )
    printed = words(client.get(reverse("cases:paper_in_html", args=PLACE)))
    assert "The reading rooms are full on most days." not in printed
    preview = client.post(
        of("full-rooms"), filled(client.get(of("full-rooms")), text="X."), headers=BY_SCRIPT
    )
    assert "These words are exempt" in words(preview)


def test_the_partner_may_read_along_and_changes_nothing_of_ashbys(person_for: PersonFor):
    partner = Client()
    partner.force_login(person_for("brae", role=Role.REPORT_AUTHOR))

    page = words(partner.get(WRITE))

    assert "Ashby's words. Only theirs to change." in re.sub(r"\s+", " ", page)
    assert of("brae-words") in page
    assert partner.get(of("one-archive")).status_code == 403
    assert partner.post(of("one-archive"), {"form-save": "yes", "text": "x"}).status_code == 403
    assert pressed(partner, form__remove="one-archive").status_code == 403
    assert held("passages", "one-archive")["text"].startswith("One archive would")


def test_what_is_no_paper_is_not_there(client: Client):
    base = "/programmes/three-towns/proposals"
    for address in (
        f"{base}/archive/papers/ashby/no-such-format/write/",
        f"{base}/archive/papers/combe/ashby-report/write/",
        f"{base}/nothing/papers/ashby/ashby-report/write/",
        f"{WRITE}passages/no-such-words/",
        f"{WRITE}add/no-such-topic/",
        f"{WRITE}add/legal/",
        f"{WRITE}?remove=nothing",
    ):
        assert client.get(address).status_code == 404, address
    assert pressed(client, form__take="one-archive:0:1").status_code == 404
    assert pressed(client, form__take="one-archive:x:1").status_code == 404
    assert pressed(client, form__up="nothing").status_code == 404


# --- the first page of a paper --------------------------------------------------------------------


def test_the_formats_that_a_council_may_write_in_are_listed_with_how_far_they_are(client: Client):
    page = words(client.get(reverse("writing:begin", args=PLACE[:3])))

    assert "0 papers of Ashby are begun" in page
    assert "Ashby report" in page
    assert "Programme board paper" in page
    assert WRITE in page


def test_a_paper_is_begun_with_body_meeting_and_recommendations(client: Client):
    address = f"{WRITE}paper/"
    form = client.get(address)
    fields = form_in(form)
    assert fields["body"] == ["ashby-decides"], "the body that decides, as the route has it"
    assert fields["title"] == ["One archive service"]
    assert "Nobody has said yet for which body it is" in words(form)

    more = client.post(address, filled(form, form__more="recommendations"))
    sent = save(
        more,
        meeting="ashby-meets",
        report_of="Executive Member for Culture",
        author="Sam Archer",
        recommendations__0__number="1",
        recommendations__0__verb="approve",
        recommendations__0__text="the joint archive",
        recommendations__0__matter="joint-archive",
    )
    answer = client.post(address, sent)

    assert answer.status_code == 302, problems(answer)
    key = answer.headers["Location"].partition("#papers-")[2]
    made = held("papers", key)
    assert (made["format"], made["authority"], made["meeting"]) == (
        "ashby-report",
        "ashby",
        "ashby-meets",
    )
    assert made["recommendations"][0]["matter"] == "joint-archive"
    assert "approve the joint archive" in heading(client.get(WRITE), "1. What is asked")
    again = words(client.get(address))
    assert "Nobody has said yet" not in again
    changed = save(client.get(address), title="The joint archive")
    assert client.post(address, changed).status_code == 302
    assert held("papers", key)["title"] == "The joint archive"
    assert Fact.objects.filter(kind="papers").count() == 1


def problems(answer: Any) -> str:
    return re.sub(r"<[^>]+>", " ", words(answer).partition("There is a problem")[2][:600])
