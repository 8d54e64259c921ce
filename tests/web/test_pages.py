"""Every page, for somebody signed in and for a stranger."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cast import SAMPLES, SignedIn
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from invented import ASHBY, BRAE, write
from moothall.files.programme_folder import read_programme
from moothall_web.facts.actions import load_folder

pytestmark = pytest.mark.django_db

OPEN_TO_STRANGERS = {
    "calendars:feed",  # its address is the key; a wrong one is no page
    "dates:question",
    "dates:questions",
    "account_login",  # leads to the sign-in
    "mfa_authenticate",  # only after the right password
    "mfa_login_webauthn",
    "openid_connect_callback",
    "openid_connect_login",
    "people:open",
    "people:sign_in",
    "people:sign_out",
    "health",
    "ready",
    "metrics",  # whoever may not watch gets no page; the tests are on this machine
    "proofreading:proofread",
    *(f"publication:{name}" for name in ("robots", "sitemap", "home", "accessibility", "privacy")),
    *(f"publication:{name}" for name in ("programme", "words", "programme_news")),
    *(f"publication:{name}" for name in ("programme_days", "proposal", "questions", "changes")),
    *(f"publication:{name}" for name in ("news", "days", "edition", "file")),
    *(f"notifications:{name}" for name in ("subscribe", "subscribe_to", "confirm", "stop")),
}
DRAFT = "/programmes/stockport-tameside/proposals/early-years-leadership/"
ALL = ("stockport", "tameside", "cambridgeshire", "peterborough")


def addresses(folder: Path) -> Iterator[str]:
    """Every page of a programme."""
    programme = read_programme(folder)
    home = f"/programmes/{programme.about.id}/"
    yield from (home, f"{home}documents/", f"{home}notices/")
    for proposal in programme.proposals:
        yield f"{home}proposals/{proposal.id}/"
        yield f"{home}proposals/{proposal.id}/side-by-side/"
        for code in proposal.parties:
            yield f"{home}proposals/{proposal.id}/papers/{code}/"
            yield f"{home}proposals/{proposal.id}/notices/{code}/"


def anchors_that_lead_nowhere(page: str) -> set[str]:
    held = set(re.findall(r'\bid="([^"]+)"', page))
    return {target for target in re.findall(r'href="#([^"]+)"', page) if target not in held}


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("as_at", ["", "?as_at=2022-02-15", "?as_at=2000-01-01"])
def test_every_page_answers_and_leads_somewhere(
    folder: Path, as_at: str, samples: None, signed_in: SignedIn
):
    client = signed_in(*ALL)
    early = as_at.endswith("2000-01-01")
    for address in addresses(folder):
        answer = client.get(address + as_at)
        # Nothing was known of any proposal in 2000; the programme itself still answers.
        expected = 404 if early and "/proposals/" in address else 200
        assert answer.status_code == expected, address
        page = answer.content.decode()
        assert not anchors_that_lead_nowhere(page), address
        assert len(re.findall(r"<h1\b", page)) == 1, address
        assert not re.findall(r'\bid="([^"]+)"(?=.*\bid="\1")', page, re.DOTALL), address


def test_every_page_of_an_invented_programme_answers(three_towns: Path, signed_in: SignedIn):
    load_folder(three_towns)
    client = signed_in("ashby", "brae", "combe")

    for address in ("/", *addresses(three_towns)):
        page = client.get(address)
        assert page.status_code == 200, address
        assert not anchors_that_lead_nowhere(page.content.decode()), address
    assert "Invented" in client.get("/programmes/three-towns/").content.decode()


def test_a_stranger_is_asked_to_sign_in_everywhere_else(samples: None, client: Client):
    for name, pattern in views():
        if name in OPEN_TO_STRANGERS or name.startswith("api_v1:"):  # which asks for a token
            continue
        address = "/" + re.sub(r"<int:\w+>", "1", re.sub(r"<str:\w+>", "anything", pattern))
        answer = client.get(address)
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith("/sign-in/"), name
    assert client.get("/health").content == b"ok\n"


def views(
    patterns: list[URLPattern | URLResolver] | None = None, space: str = "", before: str = ""
) -> Iterator[tuple[str, str]]:
    """The name and address of every view."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(each, URLResolver):
            yield from views(
                each.url_patterns,
                f"{each.namespace}:" if each.namespace else space,
                before + str(each.pattern),
            )
        else:
            yield f"{space}{each.name}", before + str(each.pattern)


def test_pages_are_read_and_nothing_is_posted_to_them(samples: None, signed_in: SignedIn):
    client = signed_in(*ALL)

    assert client.post("/").status_code == 405
    assert client.post(DRAFT).status_code == 405


@pytest.mark.parametrize("day", ["nonsense", "2022-02-30", "30/2/2022", "1066-10-14", "June 2022"])
def test_a_day_that_is_no_day_is_asked_for_again(day: str, samples: None, signed_in: SignedIn):
    answer = signed_in("stockport").get(DRAFT, {"as_at": day})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error: " in page
    assert 'href="#id_as_at"' in page
    assert not anchors_that_lead_nowhere(page)
    assert day in page


@pytest.mark.parametrize("day", ["2022-02-15", "15 February 2022", "15 Feb 2022", "15/2/2022"])
def test_a_day_is_read_as_people_write_it(day: str, samples: None, signed_in: SignedIn):
    page = signed_in("stockport").get(DRAFT, {"as_at": day}).content.decode()

    assert "As at Tue 15 Feb 2022" in page
    assert "became known later" in page
    assert "?as_at=2022-02-15" in page, "the day goes along in links"


def test_markup_in_a_day_is_shown_and_not_run(samples: None, signed_in: SignedIn):
    answer = signed_in("stockport").get(DRAFT, {"as_at": '"><script>alert(1)</script>'})

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/programmes/no-such-programme/",
        "/programmes/stockport-tameside/proposals/no-such-proposal/",
        f"{DRAFT}papers/cambridgeshire/",
    ],
)
def test_a_page_that_is_not_there_says_so_in_plain_words(
    address: str, samples: None, signed_in: SignedIn
):
    answer = signed_in(*ALL).get(address)

    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


def test_a_forged_form_is_refused_in_plain_words():
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "x"})

    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()


def test_a_fault_of_the_program_shows_nothing_of_its_inside(
    samples: None, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
):
    def break_down(*_: object) -> None:
        raise RuntimeError("the inside")

    client = signed_in("stockport")
    client.raise_request_exception = False
    monkeypatch.setattr("moothall_web.cases.queries.make_case", break_down)

    answer = client.get(DRAFT)

    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
    assert "the inside" not in answer.content.decode()


def test_every_answer_carries_a_strict_policy(samples: None, signed_in: SignedIn):
    client = signed_in(*ALL)
    for address in ("/sign-in/", "/", DRAFT, f"{DRAFT}papers/stockport/", "/nothing/"):
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in headers["Cache-Control"]


def test_no_page_has_script_or_style_inside(samples: None, signed_in: SignedIn):
    client = signed_in(*ALL)
    for folder in SAMPLES:
        for address in ("/", *addresses(folder)):
            page = client.get(address).content.decode()
            assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", page), address


@pytest.mark.checklist("D10", "D11", "D12")
def test_the_money_is_as_printed_and_the_next_years_need_is_said_first(
    samples: None, signed_in: SignedIn
):
    address = "/programmes/stockport-tameside/proposals/children-and-education-services/"
    page = signed_in("stockport").get(address).content.decode()

    for printed in ("7,319", "(1,100)", "6,219", "(642)", "320", "180", "500", "142", "£0.600m"):
        assert printed in page
    assert page.index("2020/21 needs 600 of new recurrent saving") < page.index("7,319")


@pytest.mark.checklist("D02", "B04")
def test_a_budget_stands_with_its_proposal_and_unnamed_packages_on_the_programmes_page(
    samples: None, signed_in: SignedIn
):
    client = signed_in(*ALL)
    proposal = "/programmes/stockport-tameside/proposals/education-send-scoping/"
    first = client.get(proposal).content.decode()
    second = client.get("/programmes/cambridgeshire-peterborough/").content.decode()

    for printed in ("64,286", "(10,288)", "53,998", "97,183", "(36,788)", "60,395"):
        assert printed in first
    assert "35 packages are stated" in second
    assert re.search(r"<strong>\d+ are not</strong>", second)


@pytest.mark.checklist("E01", "E02", "E04")
def test_a_proposals_page_shows_both_routes_and_the_question_to_ask(
    samples: None, signed_in: SignedIn
):
    page = signed_in("stockport").get(DRAFT, {"as_at": "2022-02-15"}).content.decode()

    assert "<svg" in page
    assert 'role="img"' in page
    for words in ("Stockport, Cabinet", "Tameside, Executive Cabinet", "To ask:", "End June 2022"):
        assert words in page
    assert "Day of effect unknown" in page


def test_a_plan_whose_day_has_passed_is_not_called_decided(tmp_path: Path, signed_in: SignedIn):
    load_folder(write(tmp_path / "two-towns", (ASHBY, BRAE)))
    client = signed_in("ashby")

    before = client.get("/programmes/three-towns/?as_at=2026-06-01").content.decode()
    after = client.get("/programmes/three-towns/?as_at=2026-12-01").content.decode()

    assert "Ashby Executive decides on Wed 10 Jun 2026" in before
    assert (
        "It is not yet in effect in every council that must decide: the day of that is known"
        in before
    )
    assert "was to decide on Wed 10 Jun 2026. No decision is on record" in after
    assert "it is not known yet when that will be" in after
    assert "In effect since" not in after


def test_every_assumed_fact_shows_its_reason(samples: None, signed_in: SignedIn):
    page = signed_in("stockport").get(DRAFT).content.decode()
    programme = read_programme(next(path for path in SAMPLES if "stockport" in path.name))
    shown = [
        option
        for option in programme.options
        if option.proposal == "early-years-leadership" and option.assumed
    ]

    assert shown
    assert '<span class="app-assumed">assumed</span>' in page
    for option in shown:
        assert option.assumed is not None
        assert option.assumed[:40] in page


def test_a_paper_can_be_taken_away_as_word_web_page_and_pdf(samples: None, signed_in: SignedIn):
    client = signed_in("stockport")

    word = client.get(f"{DRAFT}papers/stockport/paper.docx?as_at=2022-02-15")
    web = client.get(f"{DRAFT}papers/stockport/paper.html?as_at=2022-02-15")
    pdf = client.get(f"{DRAFT}papers/stockport/paper.pdf?as_at=2022-02-15")

    assert word.content.startswith(b"PK")
    assert web.content.lower().startswith(b"<!doctype html>")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["Content-Type"] == "application/pdf"
    for answer, suffix in ((word, "docx"), (web, "html"), (pdf, "pdf")):
        assert answer.status_code == 200
        name = f"early-years-leadership-stockport-2022-02-15.{suffix}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_council_without_a_known_format_gets_no_guess(samples: None, signed_in: SignedIn):
    client = signed_in("peterborough")
    address = "/programmes/cambridgeshire-peterborough/proposals/shared-education-services/papers/"

    page = client.get(f"{address}peterborough/")

    assert page.status_code == 200
    assert "No paper can be made for Peterborough" in page.content.decode()
    assert client.get(f"{address}peterborough/paper.docx").status_code == 404


def test_somebody_who_acts_for_nobody_is_told_what_to_do(samples: None, signed_in: SignedIn):
    page = signed_in().get("/").content.decode()

    assert "acting for no council" in page
    assert "ask the programme manager" in page
