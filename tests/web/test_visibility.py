"""Each council stays master of its own facts: what it has not shared, the others do not see."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from cast import SignedIn

from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme
from moothall_web.facts.actions import load_folder
from moothall_web.facts.permissions import visible
from moothall_web.people.queries import Sight


def sees_all_of(*councils: str) -> Sight:
    return Sight(inside=True, councils=frozenset(councils), granted=frozenset())


ASHBY, BRAE, BOTH = sees_all_of("ashby"), sees_all_of("brae"), sees_all_of("ashby", "brae")


def unshared(programme: Programme, kind: str, fact_id: str) -> Programme:
    """The programme with one fact that its owner has not shared."""
    facts = tuple(
        replace(fact, shared=False) if fact.id == fact_id else fact
        for fact in getattr(programme, kind)
    )
    assert any(not fact.shared for fact in facts)
    return replace(programme, **{kind: facts})


def ids(programme: Programme | None) -> set[str]:
    assert programme is not None
    return {fact.id for _, fact in programme.facts()}


@pytest.fixture
def programme(three_towns: Path) -> Programme:
    return read_programme(three_towns)


def test_everybody_in_a_programme_sees_what_is_shared(programme: Programme):
    assert ids(visible(programme, ASHBY)) == ids(visible(programme, BRAE)) == ids(programme)


def test_a_programme_of_other_councils_is_not_there(programme: Programme):
    assert visible(programme, replace(ASHBY, inside=False)) is None


@pytest.mark.checklist("A01")
def test_a_councils_unshared_fact_is_seen_by_its_own_people_only(programme: Programme):
    drafted = unshared(programme, "savings", "archive-saving")

    assert "archive-saving" in ids(visible(drafted, ASHBY))
    assert "archive-saving" not in ids(visible(drafted, BRAE))


def test_somebody_who_acts_for_both_councils_sees_both(programme: Programme):
    drafted = unshared(programme, "savings", "archive-saving")

    assert "archive-saving" in ids(visible(drafted, BOTH))


def test_what_belongs_to_the_programme_is_seen_by_all_its_councils(programme: Programme):
    drafted = unshared(programme, "posts", "archivist")

    assert "archivist" in ids(visible(drafted, BRAE))


def test_what_points_at_an_unshared_fact_goes_with_it(programme: Programme):
    drafted = unshared(programme, "bodies", "ashby-decides")

    gone = ids(programme) - ids(visible(drafted, BRAE))

    assert gone == {"ashby-decides", "ashby-meets", "ashby-decision"}


def test_a_document_that_gives_nothing_visible_is_not_listed(programme: Programme):
    drafted = programme
    for kind, fact in programme.facts():
        if fact.source.document == "ashby" and fact.owner == "ashby":
            drafted = unshared(drafted, kind, fact.id)
    # The proposal is the programme's and comes from this document: without it, nothing shows.
    kept = tuple(each for each in drafted.proposals if each.source.document != "ashby")
    drafted = replace(drafted, proposals=kept, posts=())

    for_brae, for_ashby = visible(drafted, BRAE), visible(drafted, ASHBY)

    assert for_brae is not None
    assert for_ashby is not None
    assert "ashby" not in {document.id for document in for_brae.documents}
    assert "ashby" in {document.id for document in for_ashby.documents}


@pytest.mark.django_db
def test_no_page_tells_the_other_council_of_an_unshared_saving(
    three_towns: Path, signed_in: SignedIn
):
    savings = yaml.safe_load((three_towns / "savings.yaml").read_text("utf-8"))
    savings[0] |= {"shared": "no", "name": "Reading room closed", "cash_limit": "901"}
    savings[0]["revised_cash_limit"] = "701"
    (three_towns / "savings.yaml").write_text(yaml.safe_dump(savings), "utf-8")
    load_folder(three_towns)
    pages = (
        "/",
        "/programmes/three-towns/",
        "/programmes/three-towns/documents/",
        "/programmes/three-towns/proposals/archive/",
        "/programmes/three-towns/proposals/archive/papers/ashby/",
        "/programmes/three-towns/proposals/archive/papers/ashby/paper.html",
    )

    own, other = signed_in("ashby"), signed_in("brae")

    assert "Reading room closed" in own.get(pages[3]).content.decode()
    for page in pages:
        answer = other.get(page)
        assert answer.status_code == 200
        for words in ("Reading room closed", "archive-saving", "901"):
            assert words not in answer.content.decode(), f"{page} tells of {words}"


@pytest.mark.django_db
def test_another_councils_programme_answers_as_if_it_were_not_there(
    three_towns: Path, signed_in: SignedIn
):
    load_folder(three_towns)
    stranger = signed_in("elsewhere")

    assert "Three Towns" not in stranger.get("/").content.decode()
    assert stranger.get("/programmes/three-towns/").status_code == 404
    assert stranger.get("/programmes/three-towns/documents/").status_code == 404
    assert stranger.get("/programmes/three-towns/proposals/archive/").status_code == 404
