"""Search finds what holds every word, and never what the reader may not see."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import write
from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme
from moothall_web.facts.permissions import visible
from moothall_web.facts.search import MOST, search
from moothall_web.people.queries import Sight

SAMPLES = Path(__file__).resolve().parents[2] / "examples"
BRAE = Sight(inside=True, councils=frozenset({"brae"}), granted=frozenset())


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return read_programme(write(tmp_path_factory.mktemp("search") / "three-towns"))


def keys(programme: Programme, asked: str) -> set[str]:
    return {found.key for found in search(programme, asked).found}


def test_every_word_has_to_stand_in_what_is_found(stockport_tameside: Programme):
    both = keys(stockport_tameside, "childminder officer")

    assert both
    assert both <= keys(stockport_tameside, "childminder")
    assert both <= keys(stockport_tameside, "officer")
    assert keys(stockport_tameside, "childminder zebra") == set()


def test_what_holds_the_words_in_its_name_comes_first(stockport_tameside: Programme):
    found = search(stockport_tameside, "schools forum").found

    assert "schools forum" in found[0].label.lower()


def test_case_and_accents_do_not_matter(towns: Programme):
    body = replace(towns.bodies[0], name="Pwyllgor Tŷ’r Ddôl")
    welsh = replace(towns, bodies=(body, *towns.bodies[1:]))

    assert body.id in keys(welsh, "TY DDOL")
    assert keys(welsh, "TY DDOL") == keys(welsh, "tŷ ddôl")


def test_the_piece_of_text_shown_holds_the_word_as_it_is_written(stockport_tameside: Programme):
    for found in search(stockport_tameside, "COUNCIL").found:
        assert found.word == "" or found.word.lower() == "council"


def test_what_another_council_has_not_shared_is_not_found(towns: Programme):
    saving = replace(towns.savings[0], name="Zeppelin hangar", shared=False)
    seen = visible(replace(towns, savings=(saving,)), BRAE)

    assert seen is not None
    assert keys(seen, "zeppelin") == set()
    assert keys(replace(towns, savings=(saving,)), "zeppelin") == {saving.id}


def test_more_than_the_most_is_counted_and_left_off(stockport_tameside: Programme):
    answer = search(stockport_tameside, "a")

    assert len(answer.found) == MOST
    assert answer.left_off > 0


def test_an_empty_question_finds_nothing(towns: Programme):
    assert search(towns, "   ").found == ()


@cache
def cambridgeshire() -> Programme:
    return read_programme(SAMPLES / "cambridgeshire-peterborough")


@given(st.text(max_size=40))
def test_any_question_is_answered(asked: str):
    for found in search(cambridgeshire(), asked).found:
        assert found.label
