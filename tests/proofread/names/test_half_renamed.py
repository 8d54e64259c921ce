"""A service, document or body whose other name was left standing; a name written in two ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.names import (
    half_renamed,
    name_variants,
)
from moothall.proofread.proofread import proofread


def _found(*paragraphs: str) -> tuple[TextFinding, ...]:
    text = "\n\n".join(f"1.{n} {text}" for n, text in enumerate(paragraphs, start=1))
    return proofread((read_plain_text(text, "r"),), half_renamed.RULES)


def _variants(*paragraphs: str) -> tuple[TextFinding, ...]:
    text = "\n\n".join(f"1.{n} {text}" for n, text in enumerate(paragraphs, start=1))
    return proofread((read_plain_text(text, "r"),), name_variants.RULES)


_LETTERED = st.sampled_from(
    [
        ("Strengthening Families Service", "Supporting Families Service", "SFS"),
        ("Harbour Development Board", "Harbour Delivery Board", "HDB"),
        ("Coastal Access Programme", "Community Access Programme", "CAP"),
        ("Local Resilience Partnership", "Local Recovery Partnership", "LRP"),
    ]
)


@given(_LETTERED)
def test_another_name_with_the_same_letters_is_found(names: tuple[str, str, str]) -> None:
    one, other, letters = names
    found = _found(
        f"The {one} ({letters}) was set up in 2020.",
        f"The {one} has grown since.",
        f"It is proposed that the {other} moves to new offices.",
    )
    assert len(found) == 1
    assert one in found[0].message
    assert other in found[0].message


@given(_LETTERED)
def test_one_name_with_its_letters_is_left_in_peace(names: tuple[str, str, str]) -> None:
    one, _, letters = names
    assert _found(f"The {one} ({letters}) began.", f"The {one} grew.", f"The {one} moved.") == ()


@given(_LETTERED)
def test_two_that_one_sentence_names_are_two(names: tuple[str, str, str]) -> None:
    one, other, letters = names
    assert (
        _found(
            f"The {one} ({letters}) began.",
            f"The {one} and the {other} work together. The {one} grew.",
        )
        == ()
    )


_KINDS = st.permutations(["Strategy", "Framework", "Policy", "Programme"]).map(lambda k: k[:2])


@given(_KINDS)
def test_a_document_that_changes_its_kind_in_a_paragraph_is_found(kinds: list[str]) -> None:
    one, other = kinds
    found = _found(
        f"Work has begun on a Volunteering {one}.",
        f"The Volunteering {one} will set out who may help. The Volunteering {one} is due in May. "
        f"The survey will inform the Volunteering {other}.",
    )
    assert [finding.rule for finding in found] == ["a_document_keeps_its_kind_in_a_paragraph"]


@pytest.mark.parametrize(
    "last",
    [
        "It sits alongside the Volunteering Policy.",
        "The survey will inform the Volunteering Strategy.",
        "The Volunteering Strategy replaces the Volunteering Policy.",
        "It underpins the Volunteering Policy.",
    ],
)
def test_two_documents_on_one_subject_are_two(last: str) -> None:
    assert (
        _found(
            "Work has begun on a Volunteering Strategy.",
            f"The Volunteering Strategy is due in May. The Volunteering Strategy is short. {last}",
        )
        == ()
    )


@pytest.mark.parametrize(
    "other", ["Overview and Select Committee", "Overview & Select Panel", "Select Committee"]
)
def test_the_scrutiny_body_under_an_old_name_is_found(other: str) -> None:
    found = _found(
        "The Scrutiny Committee met in May.",
        "The Scrutiny Committee asked for figures.",
        "The motion of the Scrutiny Committee was carried.",
        f"Cabinet must consider what the {other} said.",
    )
    assert [finding.rule for finding in found] == ["overview_and_scrutiny_has_one_name"]


@pytest.mark.parametrize(
    "other",
    [
        "Overview and Scrutiny Committee",
        "Health Overview and Scrutiny Committee",
        "House of Commons Transport Select Committee",
        "Policy Review Panel",
    ],
)
def test_a_longer_name_or_another_committee_is_no_old_name(other: str) -> None:
    assert (
        _found(
            "The Scrutiny Committee met in May.",
            "The Scrutiny Committee asked for figures.",
            "The motion of the Scrutiny Committee was carried.",
            f"Cabinet must consider what the {other} said.",
        )
        == ()
    )


# --- one name written in two ways -----------------------------------------------------------------

_WAYS = st.sampled_from(
    [
        ("Harbour Priority Programme", "Priority Harbour Programme"),
        ("Young Carers Service", "Young Caring Service"),
        ("Special Schools Review", "Special School Review"),
        ("Health and Social Care Act 2012", "Health and Care Act 2012"),
        ("Making Difference Every Day Plan", "Making Difference Everyday Plan"),
        ("Harbours and County Wide Fund", "Harbours and Countywide Fund"),
    ]
)


@given(_WAYS)
def test_a_name_written_in_two_ways_is_found(ways: tuple[str, str]) -> None:
    one, other = ways
    assert _variants(
        f"The {one} is new.", f"Members know the {one}.", f"Much rests on the {other}."
    )


@given(_WAYS)
def test_a_name_written_in_one_way_is_left_in_peace(ways: tuple[str, str]) -> None:
    one, _ = ways
    assert (
        _variants(f"The {one} is new.", f"Members know the {one}.", f"Much rests on the {one}.")
        == ()
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Priority Programme", "Harbour Programme"),
        ("Local Government Act 1988", "Local Government Finance Act 1988"),
        ("Health and Social Care Act 2012", "Health and Care Act 2022"),
        ("Staff Employers Forum", "Staff Employees Forum"),
        ("Strategy for the Harbour", "Harbour Strategy"),
        ("Mill Beck Flood Group", "Millbeck Parish Council"),
    ],
)
def test_what_differs_by_right_is_left_in_peace(one: str, other: str) -> None:
    assert _variants(f"The {one} is new.", f"Members know the {other}.") == ()


def test_a_body_named_after_its_members_is_the_body() -> None:
    board = "The Coastal Moorings Board met in May."
    assert _variants(board, board, "Members of the Coast Moorings Board asked for a report.")
    assert not _variants(board, board, "Members of the Coastal Moorings Board asked for a report.")
