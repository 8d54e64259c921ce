"""A plain value is a fact of its kind, or every fault in it is told with its place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.facts.authority import Authority
from moothall.facts.fact import references
from moothall.facts.posts import SharedPost
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.files.pointers import pointers
from moothall.files.programme_folder import fact_type
from moothall.files.shapes import Fault, faults, made_of, plain, shape
from moothall.files.texts import Text

POST = {
    "id": "archivist",
    "source": "000 2.13",
    "known_on": "2026-01-05",
    "owner": "programme",
    "proposal": "archive",
    "title": "Shared archivist",
    "shares": [{"authority": "ashby", "percent": "60"}, {"authority": "brae", "percent": "40"}],
}
ANY_TARGET = st.sampled_from([About, Authority, SourceDocument, *map(fact_type, KINDS)])
NAMES = st.sampled_from(["id", "source", "known_on", "owner", "exempt", "rules", "shares", "x"])
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def test_the_texts_of_a_form_make_a_fact():
    made = made_of(POST | {"fixed_term": "yes", "notice_months": "3"}, SharedPost)

    assert isinstance(made, SharedPost)
    assert (made.fixed_term, made.notice_months, made.shares[0].percent) == (True, 3, 60)
    assert made_of(plain(made), SharedPost) == made


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (
            {"known_on": "5 January"},
            Fault(("known_on",), "'5 January' is no date", "Write it as 2022-06-28."),
        ),
        (
            {"shares": [{"authority": "ashby", "percent": "all"}]},
            Fault(
                ("shares", 0, "percent"),
                "'all' is no figure",
                "Write it as printed, for example 7,319 or (1,100) or £0.600m.",
            ),
        ),
        (
            {"shares": [{"percent": "100"}]},
            Fault(("shares", 0, "authority"), "is missing", "Fill it in."),
        ),
        (
            {"exempt": {"paragraph": "9", "public_interest": "It is."}},
            Fault(("exempt",), "9 is no paragraph of Schedule 12A", "Write one of 1 to 7."),
        ),
        (
            {"colour": "red"},
            Fault(("colour",), "'colour' is no part of a shared post", "Leave it out."),
        ),
        (
            {"shares": [{"authority": "ashby", "percent": "60"}]},
            Fault((), "the shares sum to 60 per cent, not 100", "State every authority's share."),
        ),
        (
            {"title": ["a", "b"]},
            Fault(("title",), "a list stands where one text belongs", "Write a single value."),
        ),
        (
            {"exempt": "no"},
            Fault(("exempt",), "is no mapping", "Write it as `key: value` lines."),
        ),
        (
            {"notice_months": "9" * 5_000},
            Fault(
                ("notice_months",),
                f"'{'9' * 5_000}' is no whole number",
                "Write digits only, for example 35.",
            ),
        ),
    ],
    ids=["day", "row", "missing", "group", "unknown", "whole", "list", "text", "endless number"],
)
def test_a_fault_says_where_it_is_what_it_is_and_what_would_cure_it(
    more: dict[str, Any], found: Fault
):
    assert faults(POST | more, SharedPost) == (found,)


def test_a_file_is_told_of_the_same_faults_in_its_own_words():
    text = Text(file="posts.yaml")
    wrong = {**POST, "titel": "Post", "exempt": "no", "known_on": "then"}
    del wrong["title"]

    assert shape(text, wrong, SharedPost) is None
    assert {f"{problem.what}. {problem.cure}" for problem in text.problems} == {
        "'title' is missing. Add `title: …` to this entry.",
        "'titel' is no key of a shared post. Did you mean 'title'?",
        "exempt: is no mapping. Write it as `key: value` lines.",
        "known_on: 'then' is no date. Write it as 2022-06-28.",
    }


def test_every_fault_is_told_at_once():
    wrong = {"id": "a", "known_on": "then", "shares": [{"percent": "x"}, "y"], "colour": "red"}

    assert {fault.path for fault in faults(wrong, SharedPost)} == {
        ("source",),
        ("known_on",),
        ("owner",),
        ("proposal",),
        ("title",),
        ("shares", 0, "authority"),
        ("shares", 0, "percent"),
        ("shares", 1),
        ("colour",),
    }


@given(value=ANY_JSON, target=ANY_TARGET)
def test_no_value_is_neither_a_fact_nor_faulty(value: Any, target: type[Any]):
    made = made_of(value, target)

    assert isinstance(made, tuple | target)
    assert made != ()
    assert faults(value, target) == (made if isinstance(made, tuple) else ())
    assert all(isinstance(path, tuple) for path, _, _ in pointers(value, target))


def test_what_is_pointed_at_is_found_wherever_it_stands():
    found = set(pointers(POST | {"host": "brae"}, SharedPost))

    assert found == {
        (("proposal",), "proposals", "archive"),
        (("host",), "authorities", "brae"),
        (("shares", 0, "authority"), "authorities", "ashby"),
        (("shares", 1, "authority"), "authorities", "brae"),
    }


def test_every_reference_of_a_fact_is_among_its_pointers(
    stockport_tameside: Programme, cambridgeshire_peterborough: Programme
):
    for programme in (stockport_tameside, cambridgeshire_peterborough):
        for _, fact in programme.facts():
            found = {(path[0], kind, key) for path, kind, key in pointers(plain(fact), type(fact))}
            assert set(references(fact)) <= found
