"""Dropping a report on the page: answered, and forgotten."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory

from moothall_web.proofreading import forms
from moothall_web.proofreading.views import open_where_local
from moothall_web.records.models import Event

TEXT = """\
1. FINANCE

Service\tBudget £000\tSpent £000
Archive\t120\t130
<script>alert(1)</script>\t80\t75
Total\t210\t205
"""

pytestmark = pytest.mark.django_db


def handed_in(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def answer(client: Client, *files: SimpleUploadedFile, **more: str):  # type: ignore[no-untyped-def]
    return client.post("/proofread/", {"reports": list(files), **more})


def test_on_a_local_installation_it_needs_no_sign_in(client: Client) -> None:
    page = client.get("/proofread/")
    assert page.status_code == 200
    assert "Nothing is" in page.content.decode()


def test_in_production_it_asks_for_a_sign_in(settings: Any, rf: RequestFactory) -> None:
    settings.PRODUCTION = True
    request = rf.get("/proofread/")
    request.user = AnonymousUser()
    answered = open_where_local(lambda _: HttpResponse("open"))(request)
    assert answered.status_code == 302
    assert answered.headers["Location"].startswith("/sign-in/")


def test_a_report_is_answered_with_its_findings_beside_the_text(client: Client) -> None:
    page = answer(client, handed_in("budget.txt", TEXT)).content.decode()
    assert "budget.txt: 1 finding" in page
    assert "a table casts down" in page
    assert "<script>alert" not in page


def test_every_link_of_the_answer_leads_to_its_finding(client: Client) -> None:
    import re

    page = answer(client, handed_in("a.txt", TEXT), handed_in("b.txt", TEXT)).content.decode()
    links = set(re.findall(r'href="#([^"]+)"', page))
    ids = re.findall(r' id="([^"]+)"', page)
    assert links <= set(ids)
    assert len(ids) == len(set(ids))


def test_two_reports_with_one_name_keep_their_own_findings(client: Client) -> None:
    clean = TEXT.replace("210", "200")
    files = (handed_in("same.txt", TEXT), handed_in("same.txt", clean))
    page = answer(client, *files).content.decode()
    assert "same.txt: 1 finding" in page
    assert "same.txt (2): " in page


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("report.exe", b"MZ", "is none of .docx"),
        ("report.docx", b"<html>not found</html>", "report.docx"),
        ("report.txt", b"", "The report is empty"),
    ],
)
def test_what_cannot_be_read_is_explained(
    client: Client, name: str, content: bytes, told: str
) -> None:
    page = answer(client, handed_in(name, content))
    assert page.status_code == 422
    text = page.content.decode()
    assert told in text
    assert "Error: Proofread a report" in text
    assert 'href="#id_reports"' in text
    assert 'id="id_reports"' in text


def test_no_report_at_all_is_asked_for_again(client: Client) -> None:
    page = answer(client)
    assert page.status_code == 422
    assert "Choose a report" in page.content.decode()


def test_one_unreadable_report_does_not_hide_the_others(client: Client) -> None:
    page = answer(client, handed_in("good.txt", TEXT), handed_in("bad.pdf", b"no pdf"))
    assert page.status_code == 200
    text = page.content.decode()
    assert "Not every report could be read" in text
    assert "good.txt: 1 finding" in text


def test_more_than_the_limit_is_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "LARGEST", 10)
    page = answer(client, handed_in("a.txt", TEXT))
    assert page.status_code == 422
    assert "larger than" in page.content.decode()


def test_nothing_is_kept(client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer(client, handed_in("budget.txt", TEXT * 50))
    assert list(tmp_path.iterdir()) == []
    assert not Event.objects.exists()
