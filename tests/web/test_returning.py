"""A paper goes to Word and comes back: seen before it is saved, saved once, undone whole."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cast import PersonFor
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from page import dead_links, filled, repeated_ids, words
from test_writing import PLACE, towns_with_words
from towns import TOWNS, held, version

from moothall_web.facts.actions import change_fact, remove_fact
from moothall_web.facts.models import Document, Fact
from moothall_web.jobs.actions import enqueue
from moothall_web.jobs.models import Job
from moothall_web.jobs.tasks import run_job
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event
from moothall_web.records.verify import verify
from moothall_web.writing.background import FORGET
from moothall_web.writing.models import WordReturn
from word_files import WordFile, paragraph

pytestmark = [pytest.mark.django_db]

FULL, ONE, SHORT = "passages/full-rooms", "passages/one-archive", "passages/in-short"
Reader = Callable[..., Client]


def at(name: str, *more: object) -> str:
    return reverse(f"writing:{name}", args=[*PLACE, *more])


@pytest.fixture(autouse=True)
def _words(db: None, tmp_path: Any) -> None:
    towns_with_words(tmp_path)


@pytest.fixture
def reader(person_for: PersonFor) -> Reader:
    def make(*councils: str, role: Role = Role.REPORT_AUTHOR) -> Client:
        client = Client()
        client.force_login(person_for(*(councils or ("ashby",)), role=role))
        return client

    return make


def taken(client: Client) -> WordFile:
    answer = client.get(at("word_docx"))
    assert answer.status_code == 200
    return WordFile(answer.content)


def given(client: Client, file: WordFile | bytes, name: str = "mine.docx") -> HttpResponse:
    data = file.packed if isinstance(file, WordFile) else file
    return client.post(at("word"), {"file": SimpleUploadedFile(name, data)})


def saved(client: Client, **more: Any) -> HttpResponse:
    return client.post(at("returned"), filled(client.get(at("returned")), **more))


def passages() -> dict[str, str]:
    rows = Fact.objects.filter(kind="passages").order_by("key")
    return {row.key: row.payload["text"] for row in rows}


def new_key(text: str) -> str:
    """The id that new words were given."""
    return next(key for key, held_text in passages().items() if held_text == text)


def changed(client: Client) -> WordFile:
    """One passage changed, one new, one taken out."""
    file = taken(client)
    file.replace("full on most days", "full every day")
    file.add_paragraph(FULL, "People queue for seats.")
    file.delete(ONE)
    return file


# --- Looking --------------------------------------------------------------------------------------


def test_a_file_is_looked_at_before_anything_is_saved(reader: Reader):
    client = reader()
    before = (passages(), Event.objects.count(), Document.objects.count())

    assert given(client, changed(client)).headers["Location"] == at("returned")
    page = client.get(at("returned"))

    said = words(page)
    assert "1 changed in Word, 1 new and 1 taken out in Word" in said
    assert "Nothing is saved yet" in said
    assert "People queue for seats." in said
    assert (passages(), Event.objects.count(), Document.objects.count()) == before
    assert (dead_links(page), repeated_ids(page)) == (set(), set())
    assert (dead_links(client.get(at("word"))), repeated_ids(client.get(at("word")))) == (
        set(),
        set(),
    )


def test_the_untouched_file_changes_nothing(reader: Reader):
    client = reader()
    given(client, taken(client))
    assert "Nothing in the file differs from the paper" in words(client.get(at("returned")))


def test_what_is_safe_is_ticked_and_what_removes_or_conflicts_is_not(reader: Reader):
    client = reader()
    file = changed(client)
    file.replace("Three archives become one", "Three become one")
    author = Person.objects.get(acting__role=Role.REPORT_AUTHOR)
    payload = held("passages", "in-short") | {"text": "Three into one."}
    change_fact(author, TOWNS, "passages", "in-short", payload, version("passages", "in-short"))
    given(client, file)

    fields = filled(client.get(at("returned")))

    assert FULL in fields["take"]
    assert any(key.startswith("new-") for key in fields["take"])
    assert not {ONE, SHORT} & set(fields["take"])
    said = words(client.get(at("returned"))).partition("Changed in Word and here as well")[2]
    shown = re.sub(r"\[[^]]*\]|<[^>]+>", "", re.sub(r"(?s)<span[^>]*hidden.*?</span>", "", said))
    versions = ("As it left", "Three archives become one.", "In Word", "Three become one.")
    places = [shown.index(each) for each in (*versions, "Here now", "Three into one.")]
    assert places == sorted(places)


def test_headings_comments_and_tables_are_explained(reader: Reader):
    client = reader()
    file = taken(client)
    file.rename("2. Background", "2. Where we come from")
    file.replace("Archive", "Archives and records")
    given(client, file)
    said = words(client.get(at("returned")))
    assert "The council's format says what headings are called" in said.replace("&#39;", "'")
    assert "Changed in Word and not taken" in said
    assert "Archives and records" in said


def test_a_table_that_the_words_name_is_kept_and_its_changed_cells_lead_to_the_facts(
    reader: Reader, person_for: PersonFor
):
    client = reader()
    author = person_for("ashby", role=Role.WORKSTREAM_LEAD)
    words_held = held("passages", "one-archive")
    said_now = "As [[table:savings_table]] shows, three archives become one."
    change_fact(author, TOWNS, "passages", "one-archive", words_held | {"text": said_now},
                version("passages", "one-archive"))  # fmt: skip
    file = taken(client)
    file.replace("three archives become one", "one archive takes over")
    file.replace("900", "950")
    given(client, file)

    answer = client.get(at("returned"))
    said = words(answer)
    assert "Table 3 is still named by what it shows" in said
    assert "the cells of a table are facts and are not taken from Word" in said
    assert f'href="{reverse("facts:kind", args=[TOWNS, "savings"])}"' in said
    assert dead_links(answer) == set()
    saved(client)
    assert held("passages", "one-archive")["text"] == (
        "As [[table:savings_table]] shows, one archive takes over."
    )


# --- Saving ---------------------------------------------------------------------------------------


def test_what_is_chosen_is_saved_as_one_event_and_the_file_goes(reader: Reader):
    client = reader()
    given(client, changed(client))
    count = Event.objects.filter(part_of=None).count()

    answer = saved(client, why="Finished in Word")

    assert answer.headers["Location"] == f"{at('word')}?changed=1&added=1&removed=0"
    texts = passages()
    assert texts["full-rooms"] == "The reading rooms are full every day."
    assert "one-archive" in texts
    new = held("passages", new_key("People queue for seats."))
    assert (new["topic"], new["owner"], new["authority"]) == ("background", "ashby", "ashby")
    assert not new.get("shared")
    assert Event.objects.filter(part_of=None).count() == count + 1
    whole = Event.objects.filter(verb="brought a paper back from Word").get()
    assert Event.objects.filter(part_of=whole.number).count() == 3  # with the document
    assert not WordReturn.objects.exists()
    assert verify().broken_at is None
    assert "The file is not kept" in words(client.get(answer.headers["Location"]))


def test_a_removal_that_is_chosen_removes(reader: Reader):
    client = reader()
    given(client, changed(client))
    saved(client, take=[ONE])
    assert "one-archive" not in passages()
    assert passages()["full-rooms"] == "The reading rooms are full on most days."


def test_a_second_click_saves_nothing_twice(reader: Reader):
    client = reader()
    given(client, changed(client))
    fields = filled(client.get(at("returned")))
    first = client.post(at("returned"), fields)
    count = Event.objects.count()
    second = client.post(at("returned"), fields)
    assert (first.status_code, second.status_code) == (302, 302)
    assert second.headers["Location"] == first.headers["Location"]
    assert Event.objects.count() == count


def test_what_was_changed_since_it_was_shown_is_not_overwritten(reader: Reader):
    client = reader()
    given(client, changed(client))
    fields = filled(client.get(at("returned")))
    author = Person.objects.get(acting__role=Role.REPORT_AUTHOR)
    payload = held("passages", "full-rooms") | {"text": "Half empty."}
    change_fact(author, TOWNS, "passages", "full-rooms", payload, version("passages", "full-rooms"))

    answer = client.post(at("returned"), fields)

    assert answer.status_code == 409
    assert "Nothing was saved" in words(answer)
    assert passages()["full-rooms"] == "Half empty."
    assert "People queue for seats." in words(answer)
    assert WordReturn.objects.exists()


def test_new_words_are_placed_by_a_person_where_their_heading_is_unknown(reader: Reader):
    client = reader()
    file = taken(client)
    file.root.find(".//{*}body").insert(0, paragraph("Written before everything."))
    given(client, file)
    page = client.get(at("returned"))
    (key,) = (name.removeprefix("topic-") for name in filled(page) if name.startswith("topic-new"))

    refused = client.post(at("returned"), filled(page, take=[key]))
    assert refused.status_code == 422
    assert "Say where the words belong" in words(refused)

    client.post(at("returned"), filled(page, **{"take": [key], f"topic-{key}": ["financial"]}))
    assert held("passages", new_key("Written before everything."))["topic"] == "financial"


def test_nothing_chosen_is_said(reader: Reader):
    client = reader()
    given(client, changed(client))
    answer = saved(client, take=[])
    assert answer.status_code == 422
    assert "Choose at least one change" in words(answer)


def test_all_of_it_is_undone_at_once(reader: Reader):
    client = reader()
    before, documents = passages(), Document.objects.count()
    given(client, changed(client))
    page = client.get(at("returned"))
    keys = [*filled(page)["take"], ONE]
    client.post(at("returned"), filled(page, take=keys))
    assert passages() != before
    event = Event.objects.get(verb="brought a paper back from Word")

    answer = client.post(at("undo_return", event.number), {"token": "once"})

    assert answer.status_code == 302
    assert (passages(), Document.objects.count()) == (before, documents)
    assert "Undone" in words(client.get(at("word")))
    again = client.post(at("undo_return", event.number), {"token": "twice"})
    assert again.status_code == 403


def test_what_was_changed_after_it_is_undone_first(reader: Reader):
    client = reader()
    given(client, changed(client))
    saved(client)
    author = Person.objects.get(acting__role=Role.REPORT_AUTHOR)
    remove_fact(author, TOWNS, "passages", "full-rooms", version("passages", "full-rooms"))
    event = Event.objects.get(verb="brought a paper back from Word")
    assert client.post(at("undo_return", event.number), {"token": "a"}).status_code == 409
    assert "People queue for seats." in passages().values()


def test_a_file_can_be_thrown_away(reader: Reader):
    client = reader()
    given(client, changed(client))
    before = passages()
    answer = client.post(at("returned"), filled(client.get(at("returned"))) | {"throw-away": "yes"})
    assert answer.status_code == 302
    assert (passages(), WordReturn.objects.exists()) == (before, False)
    assert client.get(at("returned")).status_code == 404


def test_a_file_about_which_nobody_decides_is_not_kept_for_ever(reader: Reader):
    client, other = reader(), reader("ashby", role=Role.PROGRAMME_MANAGER)
    given(client, taken(client))
    WordReturn.objects.update(read_on=timezone.localdate() - timedelta(days=15))
    given(other, taken(other))
    enqueue(FORGET)
    run_job.call(Job.objects.get(name=FORGET).pk)
    assert WordReturn.objects.count() == 1


# --- Whose words ----------------------------------------------------------------------------------


def test_another_councils_words_are_not_taken(reader: Reader):
    client = reader()
    file = taken(client)
    file.replace("Brae keeps its own maps", "Brae keeps no maps")
    given(client, file)
    page = client.get(at("returned"))
    assert "Brae&#39;s own" in words(page) or "Brae's own" in words(page)
    assert "passages/brae-words" not in filled(page).get("take", [])

    refused = client.post(at("returned"), filled(page, take=["passages/brae-words"]))

    assert refused.status_code == 422
    assert passages()["brae-words"] == "Brae keeps its own maps."


def test_the_programmes_words_are_taken(reader: Reader):
    client = reader()
    file = taken(client)
    file.replace("keep their records", "keep all records")
    given(client, file)
    saved(client)
    assert passages()["for-all"] == "All three councils keep all records."


@pytest.mark.parametrize(
    ("councils", "role", "status"),
    [
        (("brae",), Role.REPORT_AUTHOR, 403),
        (("ashby",), Role.HR, 403),
        (("elsewhere",), Role.REPORT_AUTHOR, 404),
    ],
)
def test_a_paper_is_brought_back_by_its_own_authors(
    reader: Reader, councils: tuple[str, ...], role: Role, status: int
):
    file = taken(reader())
    client = reader(*councils, role=role)
    assert client.get(at("word")).status_code == status
    assert given(client, file).status_code == status
    assert client.get(at("returned")).status_code in (status, 404)
    assert not WordReturn.objects.exists()


def test_nobody_sees_what_somebody_else_has_given(reader: Reader):
    client, other = reader(), reader("ashby", role=Role.PROGRAMME_MANAGER)
    given(client, changed(client))
    assert other.get(at("returned")).status_code == 404


# --- Bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"no Word file at all", b"%PDF-1.7"])
def test_what_is_no_word_file_is_explained(reader: Reader, data: bytes):
    answer = given(reader(), data or b" ")
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)
    assert not WordReturn.objects.exists()


def test_no_file_is_explained(reader: Reader):
    assert "Choose the file" in words(reader().post(at("word"), {}))


def test_the_file_of_another_paper_is_explained(reader: Reader):
    client = reader()
    file = taken(client)
    file.parts["docProps/custom.xml"] = file.parts["docProps/custom.xml"].replace(
        b">ashby<", b">brae<"
    )
    answer = given(client, file)
    assert answer.status_code == 422
    said = words(answer).replace("&#39;", "'")
    assert "The file is Brae's paper on “One archive service”" in said
