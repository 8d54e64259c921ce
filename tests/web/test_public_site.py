"""The public sees what a council has published of its snapshots, from its day on, and no more."""

import json
import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from public_towns import (
    CODE,
    HERE,
    PROPOSAL,
    SECRETS,
    Towns,
    load,
    published,
    shown,
    take,
    towns,
)

from moothall_web.cases.models import Snapshot
from moothall_web.people.permissions import RefusedError
from moothall_web.publication import actions, export, pages, standing_copy
from moothall_web.publication.models import Edition, EditionWords, PublicFile
from moothall_web.row_scope import NOBODY, within

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(tmp_path: Path) -> Towns:
    return towns(tmp_path / CODE)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def everywhere() -> list[tuple[str, tuple[object, ...]]]:
    today = timezone.localdate()
    from moothall_web.publication import queries

    return pages.addresses(pages.Site(today=today, editions=queries.shown(today)))


def all_that_is_public(client: Client) -> dict[str, str]:
    """Every page, feed and file by address, files opened up."""
    from moothall_web.publication.views import address_of

    found = {}
    for name, args in everywhere():
        address = address_of(name, args)
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[address] = opened(address, answer.content) + str(answer.headers)
    for address in ("/public/sitemap.xml", "/robots.txt"):
        found[address] = text(client, address)
    return found


def opened(address: str, content: bytes) -> str:
    if address.endswith(".docx"):
        archive = zipfile.ZipFile(BytesIO(content))
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if address.endswith(".pdf"):
        document = pypdfium2.PdfDocument(content)
        pages_of_it = (page.get_textpage().get_text_range() for page in document)
        return "".join(pages_of_it) + str(document.get_metadata_dict())
    return content.decode()


@pytest.mark.checklist("A03")
def test_a_proposal_is_told_in_plain_words(held: Towns, client: Client):
    shown(held.author, held.officer)

    page = text(client, HERE)

    assert "checking whether it makes sense for each of them" in page
    assert "One archivist for all." in page
    assert "Two half-empty archives cost more than one full one." in page
    assert "plans to save £200,000 a year" in page
    assert "Ashby Executive" in page
    assert "Wed 10 Jun 2026" in page
    assert "Brae has to decide too and has published nothing here yet." in page
    assert "To reach Ashby: Town hall, archive desk" in page
    assert "Talks with readers" in page
    assert "<script" not in page


def test_each_council_speaks_for_itself(held: Towns, client: Client):
    shown(held.author, held.officer)
    shown(held.partner_author, held.partner_officer, "brae")

    page = text(client, HERE)

    assert "Brae Committee" in page
    assert "Brae has to decide too" not in page
    assert "Brae has published no sums of its own" in page


def test_what_is_not_for_the_public_is_nowhere(held: Towns, client: Client):
    snapshot = shown(held.author, held.officer)
    assert all(each in snapshot.facts for each in SECRETS)

    found = all_that_is_public(client)

    kinds = {address.rsplit(".", 1)[-1] for address in found if "." in address}
    assert {"html", "docx", "pdf", "atom", "ics", "xml"} <= kinds
    exempt = SECRETS[:2]  # the paper itself holds what its council put into it
    for address, content in found.items():
        a_file = re.search(r"/paper\.\w+$", address)
        for secret in exempt if a_file else SECRETS:
            assert secret not in content, (secret, address)
    assert not any("exempt" in address for address in found)
    place = f"{HERE}ashby/1/"
    assert {each.name for each in snapshot.files.all()} >= {"exempt-annex.html", "paper.html"}
    assert client.get(f"{place}paper.html").status_code == 200
    assert client.get(f"{place}exempt-annex.html").status_code == 404


def test_the_tables_of_the_public_site_hold_nothing_else_either(held: Towns):
    shown(held.author, held.officer)

    for row in EditionWords.objects.all():
        assert not [each for each in SECRETS if each in row.content]
    assert not PublicFile.objects.filter(name__startswith="exempt").exists()


def test_an_exempt_change_changes_no_digest(tmp_path: Path, client: Client):
    held = towns(tmp_path / CODE)
    shown(held.author, held.officer)
    tags = {address: client.get(address)["ETag"] for address in (HERE, f"/public/{CODE}/")}
    before = Edition.objects.get()

    passages = tmp_path / CODE / "passages.yaml"
    changed = passages.read_text("utf-8").replace("offers the store", "wants the store back")
    passages.write_text(changed, encoding="utf-8")
    from moothall_web.facts.actions import load_folder

    load_folder(tmp_path / CODE)
    second = shown(held.author, held.officer)

    facts = [each.facts_digest for each in Snapshot.objects.all()]
    assert len(set(facts)) == 2
    words = [json.loads(each.content) for each in EditionWords.objects.all()]
    assert words[0] == words[1]
    assert tags
    assert before.digest == Edition.objects.get(snapshot=second).digest


def test_a_proposal_that_is_exempt_is_not_put_out(tmp_path: Path):
    held = towns(tmp_path / CODE)
    path = tmp_path / CODE / "proposals.yaml"
    path.write_text(
        path.read_text("utf-8")
        + "  exempt:\n    paragraph: 3\n    public_interest: It would name the bidder.\n",
        encoding="utf-8",
    )
    from moothall_web.facts.actions import load_folder

    load_folder(tmp_path / CODE)
    try:
        snapshot = published(held.author, held.officer)
    except RefusedError:
        return  # no paper can be made of it at all

    assert not Edition.objects.exists()
    with pytest.raises(RefusedError, match="exempt"):
        actions.give_day(held.officer, snapshot, timezone.localdate(), "")


def test_only_the_tables_of_the_public_site_are_read(held: Towns, client: Client):
    shown(held.author, held.officer)
    from moothall_web.publication.views import address_of

    addresses = [address_of(name, args) for name, args in everywhere()]
    pages._kept.clear()
    with CaptureQueriesContext(connection) as caught:
        for address in addresses:
            client.get(address)

    tables = {
        table
        for each in caught.captured_queries
        for table in re.findall(r'"(\w+_\w+)"(?=\.)', each["sql"])
    }
    assert tables == {
        "publication_edition",
        "publication_editionwords",
        "publication_publicfile",
    } or tables == {"publication_edition", "publication_publicfile"}


@pytest.mark.parametrize("days", [-1, -30])
def test_nothing_is_shown_before_its_day(held: Towns, client: Client, days: int):
    shown(held.author, held.officer, days=days)

    for address in (HERE, f"/public/{CODE}/", f"{HERE}ashby/1/", f"{HERE}ashby/1/paper.pdf"):
        assert client.get(address).status_code == 404
    assert client.get(f"{HERE}news.atom").status_code == 404
    assert CODE not in text(client, "/public/")
    assert CODE not in text(client, "/public/sitemap.xml")


def test_it_is_shown_on_its_day(held: Towns, client: Client):
    shown(held.author, held.officer, days=0)

    assert client.get(HERE).status_code == 200


def test_without_a_day_it_is_asked_for(held: Towns, client: Client):
    published(held.author, held.officer)
    client.force_login(held.officer)
    address = f"/programmes/{CODE}/proposals/{PROPOSAL}/public/ashby/1/"

    assert Client().get(HERE).status_code == 404
    assert "When is the agenda published?" in text(client, address)
    assert client.post(address, {"public_from": ""}).status_code == 422
    day = timezone.localdate().isoformat()
    assert client.post(address, {"public_from": day, "contact": "Counter"}).status_code == 302
    assert "The public has seen it since" in text(client, address)
    assert "To reach Ashby: Counter" in text(Client(), HERE)


def test_a_recorded_day_of_publication_needs_no_asking(tmp_path: Path, client: Client):
    held = towns(tmp_path / CODE, opened="2026-06-02")

    published(held.author, held.officer)

    assert Edition.objects.get().public_from == date(2026, 6, 2)


def test_another_councils_officer_says_no_day(held: Towns, client: Client):
    published(held.author, held.officer)
    client.force_login(held.partner_officer)
    address = f"/programmes/{CODE}/proposals/{PROPOSAL}/public/ashby/1/"

    assert "Only Ashby&#39;s" in text(client, address)
    assert client.post(address, {"public_from": "2026-06-02"}).status_code == 403


def test_what_was_withdrawn_says_that_and_nothing_else(held: Towns, client: Client):
    snapshot = shown(held.author, held.officer)
    take(held.officer, snapshot, "withdraw")

    page = text(client, HERE)

    assert "was withdrawn on" in page
    for word in ("archive", "Ashby", "Archive", "Three Towns"):
        assert word not in re.sub(r'href="[^"]*"', "", page)
    assert "was withdrawn on" in text(client, f"{HERE}ashby/1/")
    assert client.get(f"{HERE}ashby/1/paper.html").status_code == 404
    assert client.get(f"{HERE}questions/").status_code == 404
    assert "One archive service" not in text(client, f"{HERE}news.atom")


def test_what_was_withdrawn_before_its_day_was_never_there(held: Towns, client: Client):
    snapshot = shown(held.author, held.officer, days=-1)
    take(held.officer, snapshot, "withdraw")

    Edition.objects.get()
    assert client.get(HERE).status_code == 404


@pytest.mark.checklist("J11")
@pytest.mark.checklist("H14")
def test_questions_stand_with_their_answers(tmp_path: Path, client: Client):
    held = towns(tmp_path / CODE, reply="The archivist of Ashby.")
    shown(held.author, held.officer)

    page = text(client, f"{HERE}questions/")

    assert "Who looks after the maps?" in page
    assert "The archivist of Ashby." in page
    assert "1 has an answer" in page


@pytest.mark.checklist("J07")
def test_what_changed_since_last_time_is_told(tmp_path: Path, client: Client):
    held = towns(tmp_path / CODE)
    shown(held.author, held.officer)
    assert "This is the first time" in text(client, f"{HERE}changes/")
    load(tmp_path / CODE, reply="The archivist of Ashby.")
    shown(held.author, held.officer)

    page = text(client, f"{HERE}changes/")

    assert "1 thing has changed" in page
    assert ">Questions</h3>" in page
    assert "Answer: The archivist of Ashby." in page
    assert "Questions: Who looks after the maps?" in text(client, f"{HERE}news.atom")


def test_a_page_is_sent_once_and_then_known_by_its_tag(held: Towns, client: Client):
    shown(held.author, held.officer)
    first = client.get(HERE)

    again = client.get(HERE, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert "public" in first["Cache-Control"]
    assert first["Last-Modified"]
    assert "Cookie" not in first.get("Vary", "")
    assert not first.cookies
    shown(held.author, held.officer)
    assert client.get(HERE, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_paper_keeps_its_own_styles_and_runs_nothing(held: Towns, client: Client):
    shown(held.author, held.officer)

    policy = client.get(f"{HERE}ashby/1/paper.html")["Content-Security-Policy"]

    assert "sha256-" in policy
    assert "unsafe-inline" not in policy


def test_days_of_decision_are_a_calendar(held: Towns, client: Client):
    shown(held.author, held.officer)

    calendar = client.get(f"{HERE}decisions.ics")

    assert calendar["Content-Type"].startswith("text/calendar")
    assert b"DTSTART;VALUE=DATE:20260610" in calendar.content
    assert b"SUMMARY:Ashby: Ashby Executive: One archive service" in calendar.content


def test_news_are_well_formed(held: Towns, client: Client):
    import xml.etree.ElementTree as ET

    shown(held.author, held.officer)
    feed = ET.fromstring(client.get(f"/public/{CODE}/news.atom").content)  # noqa: S314 - our own

    atom = "{http://www.w3.org/2005/Atom}"
    assert [each.tag for each in feed if each.tag == f"{atom}entry"] == [f"{atom}entry"]
    assert feed.find(f"{atom}id").text.startswith("urn:uuid:")


def test_pages_of_the_installation_say_what_is_missing(client: Client, settings):
    settings.PUBLIC_SITE = {"body": None, "contact": None, "tested_on": None}
    page = text(client, "/public/accessibility/")
    assert "has not filled it in" in page
    assert "MOOTHALL_PUBLIC_BODY" in page

    settings.PUBLIC_SITE = {
        "body": "Ashby Borough Council",
        "contact": "Town hall",
        "tested_on": date(2026, 3, 2),
    }
    page = text(client, "/public/accessibility/")
    assert "Ashby Borough Council runs this website" in page
    assert "Mon 2 Mar 2026" in page
    assert "has not filled" not in page
    assert "set no cookies" in text(client, "/public/privacy/")


def test_the_whole_site_is_written_out_with_relative_links(
    held: Towns, client: Client, tmp_path: Path
):
    shown(held.author, held.officer)
    target = tmp_path / "static-site"

    written = export.write_out(target)

    assert written > 10
    for page in target.rglob("*.html"):
        if "paper" in page.name:
            continue
        content = page.read_text("utf-8")
        assert page.parent == target or "This is a copy, made on" in content
        for link in re.findall(r'(?:href|src)="([^"#]+)"', content):
            assert not link.startswith("/"), (page, link)
            assert (page.parent / link).exists(), (page, link)
    paper = target / "public" / CODE / PROPOSAL / "ashby" / "1" / "paper.docx"
    assert paper.read_bytes() == bytes(PublicFile.objects.get(name="paper.docx").content)
    export.write_out(target)
    for path in target.rglob("*"):
        if path.is_file():
            held_there = (
                opened(path.name, path.read_bytes())
                if path.suffix in {".html", ".pdf", ".docx", ".atom", ".ics"}
                else ""
            )
            assert SECRETS[0] not in held_there


def test_a_folder_that_holds_something_else_is_left_alone(db: None, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(export.NotOursError, match="Name a new or empty folder"):
        export.write_out(tmp_path)

    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "standing"
    monkeypatch.setattr(standing_copy, "folder", lambda: place)
    return place


def test_the_last_copy_answers_when_the_database_does_not(
    held: Towns, copy: Path, monkeypatch: pytest.MonkeyPatch
):
    from django.db import OperationalError

    from moothall_web.publication import queries

    shown(held.author, held.officer)
    export.refresh_standing_copy()

    def down(*_: object) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(queries, "shown", down)
    client = Client(raise_request_exception=False)

    page = client.get(HERE)

    assert page.status_code == 200
    assert "This is a copy, made on" in page.content.decode()
    assert "One archive service" in page.content.decode()
    assert client.get(f"{HERE}index.html", follow=True).status_code == 200
    assert client.get("/public/nowhere/").status_code >= 500
    assert client.get("/public/../secret-key").status_code != 200


def test_a_link_of_the_copy_leads_on_once_the_site_is_back(held: Towns, copy: Path, client: Client):
    assert client.get("/public/index.html")["Location"] == "/public/"


def test_what_is_withdrawn_leaves_the_copy_at_once(held: Towns, copy: Path):
    snapshot = shown(held.author, held.officer)
    export.refresh_standing_copy()
    assert (copy / "public" / CODE).exists()

    take(held.officer, snapshot, "withdraw")

    assert not (copy / "public" / CODE).exists()
    assert not (copy / "public" / "index.html").exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no scopes")
def test_the_database_itself_shows_strangers_only_what_is_public(held: Towns):
    today_one = shown(held.author, held.officer)
    shown(held.partner_author, held.partner_officer, "brae", days=-5)

    with within(NOBODY):
        assert [each.authority for each in Edition.objects.all()] == ["ashby"]
        assert EditionWords.objects.count() == 1
        assert {each.edition.authority for each in PublicFile.objects.all()} == {"ashby"}
        assert not Snapshot.objects.exists()
    take(held.officer, today_one, "withdraw")
    with within(NOBODY):
        assert Edition.objects.count() == 1
        assert not EditionWords.objects.exists()
        assert not PublicFile.objects.exists()


def test_every_edition_is_recorded(held: Towns):
    from moothall_web.records.models import Event

    shown(held.author, held.officer)

    verbs = [each.verb for each in Event.objects.filter(subject__startswith="edition/")]
    assert verbs[-2:] == [
        "put out an edition for the public",
        "said from when the public sees a snapshot",
    ]
