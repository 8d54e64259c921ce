"""The page side by side: what it answers, marks, classes and carries back, and for whom."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import yaml
from cast import PersonFor, SignedIn
from django.test import Client
from django.urls import reverse
from loaded import loaded

from invented import ASHBY, BRAE, COMBE, Council, write
from moothall_web.facts.actions import change_fact
from moothall_web.facts.models import Fact
from moothall_web.people.models import Role

pytestmark = pytest.mark.django_db
CODE = "three-towns"
APPROVE = "one archivist for both councils from April 2027"


def councils(folder: Path, *towns: Council, **papers: object) -> None:
    """A programme in which each town's body is asked something, loaded."""
    write(folder, towns)
    for town in towns:
        path = folder / "formats" / f"{town.code}-report.yaml"
        if not path.exists():
            continue
        layout = yaml.safe_load(path.read_text(encoding="utf-8"))
        layout["sections"].append({"heading": "Background", "content": ["background"]})
        path.write_text(yaml.safe_dump(layout, sort_keys=False), encoding="utf-8")
    for kind, facts in papers.items():
        (folder / f"{kind}.yaml").write_text(yaml.safe_dump(facts), encoding="utf-8")
    loaded(folder)


def paper(code: str, *recommendations: dict[str, object]) -> dict[str, object]:
    return {
        "id": f"paper-{code}",
        "source": f"{code} 1",
        "owner": code,
        "title": f"One archive service ({code})",
        "proposal": "archive",
        "authority": code,
        "body": f"{code}-decides",
        "dated": "1 June 2026",
        "report_of": "Director",
        "recommendations": list(recommendations),
    }


def approve(text: str = APPROVE, **more: object) -> dict[str, object]:
    return {"number": "1", "verb": "approve", "text": text, "matter": "archivist", **more}


def decision(code: str, on: str, text: str, **more: object) -> dict[str, object]:
    resolution = {"number": "1", "text": text, "matter": "archivist", **more}
    return {
        "id": f"decision-{code}",
        "source": f"{code} 2",
        "owner": code,
        "known_on": on,
        "proposal": "archive",
        "authority": code,
        "body": f"{code}-decides",
        "decided_on": on,
        "text": "Agreed",
        "paper": f"paper-{code}",
        "outcome": "agreed",
        "resolutions": [resolution],
    }


def passage(code: str, text: str) -> dict[str, object]:
    return {
        "id": f"words-of-{code}",
        "source": f"{code} 3",
        "owner": code,
        "proposal": "archive",
        "topic": "background",
        "authority": code,
        "text": text,
    }


def words(client: Client, as_at: str = "2026-06-20", proposal: str = "archive") -> str:
    answer = client.get(f"{reverse('twins:side_by_side', args=[CODE, proposal])}?as_at={as_at}")
    assert answer.status_code == 200
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    assert main is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


BOTH = {
    "papers": [
        paper("ashby", approve(subject_to=["brae"])),
        paper("brae", approve(subject_to=["ashby"])),
    ]
}


@pytest.mark.checklist("R2")
def test_the_first_line_answers(tmp_path: Path, signed_in: SignedIn) -> None:
    held = BOTH | {"decisions": [decision("ashby", "2026-06-10", f"That {APPROVE} be approved")]}
    councils(tmp_path / "p", ASHBY, BRAE, **held)
    page = words(signed_in("ashby"))
    assert (
        "Both councils are asked to approve the same thing; nothing is live: Brae has not decided."
    ) in page
    assert "subject to the agreement of Brae Borough Council" in page
    assert "Brae: not decided." in page


def test_words_that_differ_are_marked_in_words_too(tmp_path: Path, signed_in: SignedIn) -> None:
    other = paper("brae", approve("two archivists for both councils from April 2027"))
    councils(tmp_path / "p", ASHBY, BRAE, papers=[paper("ashby", approve()), other])
    page = words(signed_in("brae"))
    assert "Both councils are asked to approve the same thing; it differs in wording" in page
    assert "[differs: one archivist ]" in page
    assert "[differs: two archivists ]" in page


def test_what_was_amended_is_to_be_carried_back(tmp_path: Path, signed_in: SignedIn) -> None:
    amended = decision("ashby", "2026-06-10", "That one archivist be approved for a year",
                       amendment="for a year only")  # fmt: skip
    councils(tmp_path / "p", ASHBY, BRAE, **BOTH, decisions=[amended])
    page = words(signed_in("brae"))
    assert "Ashby amended recommendation 1 on Wed 10 Jun 2026: for a year only." in page
    assert "Change recommendation 1 of Brae's paper to Brae Committee" in page
    assert "The paper of Brae" in page


def test_likeness_is_offered_with_the_way_to_link_it(tmp_path: Path, signed_in: SignedIn) -> None:
    unlinked = [paper(code, approve(matter="")) for code in ("ashby", "brae")]
    councils(tmp_path / "p", ASHBY, BRAE, papers=unlinked)
    page = words(signed_in("ashby"))
    assert (
        "100% alike: both say “approve”, “one”, “archivist”, “both”, “councils”, “april” and more. "
        "Ashby 1 approve"
    ) in page.replace("April", "april")
    assert "nothing is linked until somebody says so" in page


def test_drift_is_shown_class_by_class_with_its_sum(tmp_path: Path, signed_in: SignedIn) -> None:
    told = (
        "Redundancy costs of {} are met from the transformation reserve. The Council's net "
        "budget for archives is {}."
    )
    passages = [
        passage("ashby", told.format("£85,000", "£450,000")),
        passage("brae", told.format("£95,000", "£612,000")),
    ]
    councils(tmp_path / "p", ASHBY, BRAE, **BOTH, passages=passages)
    client = signed_in("ashby")
    page = words(client)
    assert "1 contradiction; 1 of each council's own" in page
    assert "Contradiction (1). Find out which is right" in page
    assert "£95,000 − £85,000 = £10,000 apart" in page
    assert "Ashby speaks of Ashby, Brae of Brae" in page
    address = f"{reverse('twins:side_by_side', args=[CODE, 'archive'])}?as_at=2026-06-20"
    links = client.get(address).content.decode()
    assert reverse("facts:fact", args=[CODE, "passages", "words-of-ashby"]) in links or (
        reverse("writing:write", args=[CODE, "archive", "ashby", "ashby-report"]) in links
    )


def test_what_a_fact_said_before_is_told_as_stale(
    tmp_path: Path, signed_in: SignedIn, person_for: PersonFor
) -> None:
    told = "The full-year saving of the archive service is {}."
    passages = [
        passage("ashby", told.format("£230,000")),
        passage("brae", told.format("£200,000")),
    ]
    councils(tmp_path / "p", ASHBY, BRAE, **BOTH, passages=passages)
    row = Fact.objects.get(programme__code=CODE, kind="savings")
    person = person_for("ashby", role=Role.FINANCE_OFFICER)
    change_fact(
        person, CODE, "savings", row.key, row.payload | {"full_year_saving": "(230)"}, row.version
    )
    client = Client()
    client.force_login(person)
    page = words(client)
    assert "Stale (1)." in page
    assert "Brae gives what" in page


def test_three_councils_are_compared_in_pairs(tmp_path: Path, signed_in: SignedIn) -> None:
    combe = replace(COMBE, format=True)
    papers = [paper(code, approve()) for code in ("ashby", "brae", "combe")]
    councils(tmp_path / "p", ASHBY, BRAE, combe, papers=papers)
    page = words(signed_in("combe"))
    assert "All three councils are asked to approve the same thing" in page
    for pair in ("Ashby and Brae", "Ashby and Combe", "Brae and Combe"):
        assert f"The papers of {pair}:" in page


def test_an_empty_page_says_what_to_do_next(tmp_path: Path, signed_in: SignedIn) -> None:
    councils(tmp_path / "p", ASHBY, BRAE)
    page = words(signed_in("ashby"))
    assert "No council's paper asks for anything yet." in page
    assert "Add each council's paper" in page
    assert "Record a decision" in page


def test_who_has_no_part_in_it_is_told_nothing(tmp_path: Path, signed_in: SignedIn) -> None:
    councils(tmp_path / "p", ASHBY, BRAE, **BOTH)
    address = reverse("twins:side_by_side", args=[CODE, "archive"])
    assert signed_in("elsewhere").get(address).status_code == 404
    client = signed_in("ashby")
    assert client.get(f"{address}?as_at=soon").status_code == 422
    assert client.post(address).status_code == 405
    nothing = reverse("twins:side_by_side", args=[CODE, "no-such"])
    assert client.get(nothing).status_code == 404
    assert Client().get(address).status_code == 302


def test_a_paper_that_is_not_shared_is_not_compared(tmp_path: Path, signed_in: SignedIn) -> None:
    secret = paper("brae", approve("a secret thing")) | {"shared": "no"}
    councils(tmp_path / "p", ASHBY, BRAE, papers=[paper("ashby", approve()), secret])
    assert "a secret thing" in words(signed_in("brae"))
    page = words(signed_in("ashby"))
    assert "a secret thing" not in page
    assert "no paper of Brae with recommendations is held" in page


@pytest.mark.usefixtures("samples")
def test_the_sample_shows_what_both_were_asked(signed_in: SignedIn) -> None:
    address = reverse("twins:side_by_side", args=["stockport-tameside", "education-send-scoping"])
    page = signed_in("stockport", "tameside").get(f"{address}?as_at=2022-07-10").content.decode()
    assert "Note the partnership report" in page
    assert "nothing comes into force by it" in page
