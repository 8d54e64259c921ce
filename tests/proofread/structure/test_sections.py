"""What a section promises by its heading, and what it gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure.sections import RULES


def found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r.txt"),), RULES)


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("The risks of the programme will be explored in a workshop.", True),
        ("There are significant constraints and risks and these will be considered later.", True),
        ("Risks will be fully considered as proposals are developed.", True),
        ("There is a risk that staff leave. Further risks will be considered later.", False),
        ("The main risk is delay; it will be assessed each month and mitigated by cover.", False),
        ("No decision is sought.", False),
    ],
)
def test_a_risk_section_that_only_promises_names_no_risk(words: str, is_found: bool) -> None:
    rules = [finding.rule for finding in found(f"4. RISKS\n\n4.1 {words}\n")]
    assert rules == (["a_risk_section_names_a_risk"] if is_found else [])


def test_a_risk_table_names_risks() -> None:
    text = "4. RISKS\n\n4.1 Risks will be explored further.\n\nRisk\tAction\nDelay\tCover\n"
    assert found(text) == ()


@given(st.integers(2010, 2024), st.integers(2010, 2024))
def test_items_of_another_year_than_their_heading_are_found(head: int, item: int) -> None:
    text = (
        f"2. DATA\n\nAshby Child Health Profile data {head}\n\n"
        f"- 15.2% of pupils are from a minority ethnic group (Child Health Profile data {item})\n"
    )
    rules = [finding.rule for finding in found(text)]
    assert rules == ([] if head == item else ["a_list_keeps_to_the_year_of_its_source"])


def test_another_source_of_another_year_is_no_fault() -> None:
    text = (
        "2. DATA\n\nAshby Child Health Profile data 2018\n\n"
        "- 15.2% of pupils are carers (National School Census data 2015)\n"
    )
    assert found(text) == ()


ONE = "Children and young people under the age of 20 make up 23.5% of the population of Ashby"


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        (ONE, True),
        (ONE.replace("20 make", "20 years make"), True),
        (ONE.replace("23.5%", "24.1%"), False),
        (ONE.replace("make up", "leave"), False),
        (ONE.replace("under", "over").replace("Children and young people", "Older adults"), False),
    ],
)
def test_a_statement_that_stands_twice_in_a_section_is_found(other: str, is_found: bool) -> None:
    rules = [
        f.rule for f in found(f"2. DATA\n\nThe data are:\n\n- {ONE}\n- Births rose\n- {other}\n")
    ]
    assert rules == (["a_statement_with_its_figure_stands_once"] if is_found else [])


def test_a_statement_of_the_summary_may_stand_in_the_body() -> None:
    assert found(f"1. SUMMARY\n\nIn short:\n\n- {ONE}\n\n2. DATA\n\nIn full:\n\n- {ONE}\n") == ()


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [("SOURCE DOCUMENTS GUIDANCE", True), ("SOURCE DOCUMENTS", False), ("NEW GUIDANCE", False)],
)
def test_the_templates_guidance_is_found(heading: str, is_found: bool) -> None:
    assert bool(found(f"7. {heading}\n\nNone.\n")) is is_found
