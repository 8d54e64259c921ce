"""Addresses that are a slip of the council's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.names.addresses import RULES
from moothall.proofread.proofread import proofread


def _found(*addresses: str) -> tuple[TextFinding, ...]:
    text = "\n\n".join(f"Contact: Ann Archer, {address}" for address in addresses)
    return proofread((read_plain_text(text, "r"),), RULES)


@given(st.sampled_from(["harbourshire.gov.ku", "harboursire.gov.uk", "harbourshire.go.uk"]))
def test_a_slip_of_the_usual_domain_is_found(wrong: str) -> None:
    (found,) = _found("a.b@harbourshire.gov.uk", f"c.d@{wrong}", "e.f@harbourshire.gov.uk")
    assert "harbourshire.gov.uk" in found.message


@pytest.mark.parametrize(
    "other", ["harbourshire.gov.uk", "nhs.net", "Harbourshire.gov.uk", "bury.gov.uk"]
)
def test_other_domains_are_left_in_peace(other: str) -> None:
    assert _found("a.b@harbourshire.gov.uk", "c.d@harbourshire.gov.uk", f"e.f@{other}") == ()


def test_two_councils_with_short_names_are_two() -> None:
    assert _found("a.b@quay.gov.uk", "c.d@quay.gov.uk", "e.f@guay.gov.uk") == ()
