"""References that lead to a section, a table or an appendix of another title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure import reference_titles

_TITLES = ("Mooring Charges", "Harbour Dredging Depths", "Lifeboat Crew Training", "Quay Repairs")
_ASKED = (
    "agree the new mooring charges",
    "note the harbour dredging depths",
    "note how the lifeboat crew is in training",
    "approve the repairs to the quay",
)


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_markdown(text, "r"),), reference_titles.RULES)


def _report(asked: int, cited: int) -> str:
    sections = "".join(
        f"## {number} {title}\n\nNothing more is said.\n\n"
        for number, title in enumerate(_TITLES, start=2)
    )
    asks = f"Members are to {_ASKED[asked]} (see section {cited + 2})."
    return f"## 1 What is asked\n\n{asks}\n\n{sections}"


@given(st.integers(0, 3), st.integers(0, 3))
def test_a_reference_leads_to_the_section_of_what_it_speaks_of(asked: int, cited: int) -> None:
    found = _found(_report(asked, cited))
    assert len(found) == (asked != cited)
    if found:
        assert f"Section {cited + 2} is “{_TITLES[cited]}”" in found[0].message
        assert f"section {asked + 2}, “{_TITLES[asked]}”" in found[0].message


def test_titles_are_read_from_a_list_of_contents_too() -> None:
    text = (
        "Contents\n1 | Mooring Charges ..........3\n2 | Harbour Dredging Depths ..........9\n"
        "3 | Lifeboat Crew ..........11\n\nThe harbour dredging depths are in Section 3.\n"
    )
    found = proofread((read_plain_text(text, "r"),), reference_titles.RULES)
    assert [finding.message for finding in found] == [
        (
            "Section 3 is “Lifeboat Crew”; what the text speaks of is section 2, “Harbour Dredging "
            "Depths”."
        )
    ]


@pytest.mark.parametrize(
    "asks",
    [
        "The reasons are in section 4.",
        "Mooring charges follow from the cost of dredging in section 3.",
        "Section 4 of the Harbours Act lets a council set mooring charges.",
    ],
    ids=["nothing said", "one word shared", "a section of an Act"],
)
def test_a_reference_that_may_be_meant_is_left_alone(asks: str) -> None:
    text = _report(0, 0).replace("Members are to agree the new mooring charges (see section 2).",
                                 asks)  # fmt: skip
    assert not _found(text)
