"""A council's papers as pages: every format that it may use, and what is not for publication."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cast import PersonFor, SignedIn
from django.test import Client
from loaded import loaded

from invented import write
from moothall_web.facts.actions import load_folder, remove_fact
from moothall_web.facts.models import Fact
from moothall_web.people.models import Role

PAPERS = "/programmes/stockport-tameside/proposals/early-years-leadership/papers/"
TOWN = "/programmes/three-towns/proposals/archive/papers/ashby/"
WHY = "The bidder would learn the price."


@pytest.fixture
def exempt_town(db: None, tmp_path: Path) -> None:
    """The invented programme with one saving exempt."""
    folder = write(tmp_path / "three-towns")
    path = folder / "savings.yaml"
    marked = f"  exempt:\n    paragraph: 3\n    public_interest: {WHY}\n"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + marked, encoding="utf-8")
    loaded(folder)


@pytest.fixture
def page(signed_in: SignedIn) -> Callable[..., str]:
    clients: dict[str, Client] = {}

    def get(address: str, authority: str = "stockport") -> str:
        if authority not in clients:
            clients[authority] = signed_in(authority)
        answer = clients[authority].get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return get


def test_the_proposal_lists_every_paper_that_a_council_may_have(
    samples: None, page: Callable[..., str]
) -> None:
    shown = page("/programmes/stockport-tameside/proposals/early-years-leadership/")
    for council in ("stockport", "tameside"):
        for name in ("programme-board-paper", "decision-notice", "agenda-item-with-minutes"):
            assert f'href="{PAPERS}{council}/{name}/"' in shown
    assert f'href="{PAPERS}stockport/stockport-savings-proposal/"' in shown
    assert "Notices and the forward-plan entry" in shown


def test_a_paper_leads_to_the_other_papers_of_its_council(
    samples: None, page: Callable[..., str]
) -> None:
    shown = page(f"{PAPERS}stockport/")
    assert "Stockport's paper in the format “Stockport scrutiny report”" in shown
    assert f'href="{PAPERS}stockport/officer-decision-record/"' in shown
    notice = page(f"{PAPERS}stockport/decision-notice/?as_at=2022-08-01")
    assert "Decision taken by:" in notice
    assert "Tue 28 Jun 2022" in notice


def test_a_paper_in_another_format_can_be_taken_away(samples: None, signed_in: SignedIn) -> None:
    client = signed_in("stockport")
    for kind in ("html", "docx"):
        answer = client.get(f"{PAPERS}stockport/decision-notice/paper.{kind}?as_at=2022-08-01")
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="early-years-leadership-stockport-decision-notice-'
            f'2022-08-01.{kind}"'
        )


def test_a_format_that_the_council_has_not_is_not_there(samples: None, signed_in: SignedIn) -> None:
    client = signed_in("stockport")
    for address in (
        "stockport/tameside-executive-cabinet/",
        "stockport/nothing/",
        "elsewhere/decision-notice/",
        "stockport/decision-notice/annex.html",
        "stockport/nothing/annex.docx",
    ):
        assert client.get(f"{PAPERS}{address}").status_code == 404, address


def test_what_is_exempt_stands_below_the_paper_and_in_files_of_its_own(
    exempt_town: None, signed_in: SignedIn
) -> None:
    client = signed_in("ashby")
    shown = client.get(TOWN).content.decode()
    open_part, annex = shown.split('<section id="annex"')
    assert "Part of what belongs here is exempt" in open_part
    assert "Financial scope: Archive" not in open_part
    assert WHY not in open_part
    assert "Financial scope: Archive" in annex
    assert WHY in annex
    assert "Not for publication" in annex
    public = client.get(f"{TOWN}ashby-report/paper.html").content.decode()
    assert WHY not in public
    assert "Financial scope: Archive" not in public
    private = client.get(f"{TOWN}ashby-report/annex.html")
    assert WHY in private.content.decode()
    assert "exempt-annex" in private.headers["Content-Disposition"]
    assert client.get(f"{TOWN}ashby-report/annex.docx").status_code == 200


def test_no_other_council_reads_an_annex_of_what_is_not_shared(
    exempt_town: None, signed_in: SignedIn
) -> None:
    row = Fact.objects.get(kind="savings")
    assert row.payload["exempt"]
    stranger = signed_in("elsewhere")
    assert stranger.get(f"{TOWN}ashby-report/annex.html").status_code == 404
    assert stranger.get(TOWN).status_code == 404


def test_a_council_without_a_format_of_its_own_is_offered_the_general_ones(
    samples: None, signed_in: SignedIn
) -> None:
    address = "/programmes/cambridgeshire-peterborough/proposals/shared-education-services/papers/"
    shown = signed_in("peterborough").get(f"{address}peterborough/").content.decode()
    assert "No paper can be made for Peterborough in a format of its own" in shown
    assert f'href="{address}peterborough/programme-board-paper/"' in shown


def test_a_fact_deleted_while_quoted_leaves_its_words_and_a_finding(
    db: None, tmp_path: Path, signed_in: SignedIn, person_for: PersonFor
) -> None:
    folder = write(tmp_path / "three-towns")
    layout = folder / "formats" / "ashby-report.yaml"
    text = layout.read_text("utf-8").replace("sections:", f"sections:\n{PURPOSE}", 1)
    layout.write_text(text, encoding="utf-8")
    (folder / "passages.yaml").write_text(QUOTING, encoding="utf-8")
    load_folder(folder)
    client = signed_in("ashby")
    assert "It saves (200) a year." in client.get(TOWN).content.decode()

    remover = person_for("ashby", role=Role.SECTION_151_OFFICER)
    row = Fact.objects.get(key="archive-saving")
    remove_fact(remover, "three-towns", "savings", "archive-saving", row.version)

    assert "It saves (200)" in plain(client.get(TOWN).content.decode())
    proposal = client.get("/programmes/three-towns/proposals/archive/").content.decode()
    assert "A paper quotes facts that are held" in proposal
    assert "savings/archive-saving.full_year_saving" in proposal


PURPOSE = "- heading: Purpose\n  content:\n  - purpose\n"
QUOTING = """\
- id: words
  source: ashby 9
  proposal: archive
  topic: purpose
  authority: ashby
  text: It saves [[savings/archive-saving.full_year_saving|(200)]] a year.
"""


def plain(page: str) -> str:
    """The words of a page, without its marks of what is stale."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
