"""Abbreviations: spelt out, once, before they are used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.abbreviations import (
    RULES,
    abbreviations_are_spelt_out,
    abbreviations_are_spelt_out_at_first_use,
    an_abbreviation_stands_for_one_thing,
)
from moothall.proofread.proofread import Rule, proofread

pytestmark = pytest.mark.checklist("K12")


_WORDS = {
    "B": "Borough",
    "F": "Fisheries",
    "G": "Growth",
    "J": "Joint",
    "K": "Knowledge",
    "Q": "Quality",
    "N": "Neighbourhood",
    "W": "Waste",
    "Y": "Youth",
    "Z": "Zoning",
}


def _found(text: str, rule: Rule) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), (rule,))


@given(
    # of WWW, which everybody knows, nothing is told
    st.text(alphabet="".join(_WORDS), min_size=3, max_size=5).filter(lambda text: text != "WWW"),
    st.booleans(),
)
def test_an_abbreviation_is_found_unless_it_is_spelt_out(letters: str, spelt: bool) -> None:
    words = " ".join(_WORDS[letter] for letter in letters)
    first = f"the {words} ({letters})" if spelt else f"the {letters}"
    text = f"2.1 This was sent to {first} in May.\n\n2.2 The {letters} replied at length in June."
    findings = _found(text, abbreviations_are_spelt_out)
    assert len(findings) == (0 if spelt else 1)
    assert spelt or f"{letters} is used 2 times and never spelt out." in findings[0].message


@pytest.mark.parametrize(
    "words",
    [
        "Quality and Growth Waste Fund (QGWF)",
        "Quality & Growth Waste Fund (‘QGWF’)",
        "QGWF (Quality Growth Waste Fund)",
        "Quality Growth Waste Fund (the QGWF)",
        "Quality-Growth Waste Fund [QGWF]",
        "Quality Growth Waste Funds (QGWFs)",
    ],
)
def test_every_way_of_spelling_out_is_known(words: str) -> None:
    text = f"2.1 Paid from the {words} in May.\n\n2.2 The QGWF is spent.\n\n2.3 No QGWF is left."
    assert proofread((read_plain_text(text, "r"),), RULES, everything=True) == ()


def test_a_glossary_spells_out_wherever_it_stands() -> None:
    text = "2.1 The QGWF is spent.\n\n2.2 No QGWF is left.\n\n"
    text += "Term\tMeaning\nQGWF\tQuality Growth Waste Fund\nKJB\tKnowledge Joint Board\n"
    assert proofread((read_plain_text(text, "r"),), RULES, everything=True) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The NHS and GPs in the UK pay VAT. The NHS, DfE and HR agree; VAT is due.",
        "Cllr RM Udall and Mr JW Raine spoke. Cllr RM Udall left with Mr JW Raine.",
        "Members MUST NOT vote. They MUST sign.",
        "See Part III and Part IV. Part IV ends at XII.",
        "Write to CB2 3QJ or SW1A 2AA, reference ABC/16/2 and ABC/16/3.",
        "THE COMMITTEE IS ASKED TO NOTE THE QGWF REPORT AND THE QGWF PLAN",
        "Mail info@QGWF.org or www.QGWF.org.uk twice: info@QGWF.org.",
    ],
)
def test_what_everybody_knows_and_what_is_no_abbreviation_is_left_in_peace(text: str) -> None:
    assert _found(f"2.1 {text}\n\n2.2 {text}", abbreviations_are_spelt_out) == ()


def test_a_word_of_the_trade_is_shown_and_a_name_only_when_everything_is() -> None:
    text = "2.1 The HWRC is shut.\n\n2.2 The HWRC opens in May.\n\n2.3 Paid by QGWF Homes."
    found = {
        finding.message[:4]: finding.confidence
        for finding in abbreviations_are_spelt_out(read_plain_text(text, "r"))
    }
    assert found == {"HWRC": Confidence.MEDIUM, "QGWF": Confidence.LOW}


@pytest.mark.parametrize("known", ["EHCP", "DSG", "NNDR", "MTFP", "NPPF", "DPIAs"])
def test_what_members_meet_at_every_meeting_is_shown_only_when_everything_is(known: str) -> None:
    text = f"2.1 The {known} is late.\n\n2.2 Members asked after the {known} again."
    (found,) = abbreviations_are_spelt_out(read_plain_text(text, "r"))
    assert found.confidence is Confidence.LOW


def test_a_name_joined_by_an_ampersand_is_the_words_of_its_letters() -> None:
    text = "2.1 Growth, Harbours & Trade overspent.\n\n2.2 In GHT, action is being taken at once."
    (found,) = abbreviations_are_spelt_out(read_plain_text(text, "r"))
    assert (found.confidence, "Growth Harbours & Trade" in found.message) == (Confidence.LOW, True)


def test_an_abbreviation_spelt_out_late_is_shown_when_everything_is() -> None:
    text = "2.1 The QGWF is spent.\n\n2.2 The Quality Growth Waste Fund (QGWF) ended."
    found = list(abbreviations_are_spelt_out_at_first_use(read_plain_text(text, "r")))
    assert [finding.message for finding in found] == [
        (
            "QGWF is used here and spelt out only later: “The Quality Growth Waste Fund (QGWF)” "
            "(paragraph 2.2, line 3)."
        )
    ]


@pytest.mark.parametrize(
    ("second", "confidence"),
    [
        ("Quality Growth Waste Forum (QGWF)", Confidence.MEDIUM),
        ("Quality Growth Waste Funds (QGWF)", Confidence.LOW),
        ("quality growth waste fund (QGWF)", Confidence.LOW),
    ],
)
def test_an_abbreviation_spelt_out_twice_is_told_by_its_words(
    second: str, confidence: Confidence
) -> None:
    text = f"2.1 The Quality Growth Waste Fund (QGWF) ended.\n\n2.2 The {second} met."
    found = list(an_abbreviation_stands_for_one_thing(read_plain_text(text, "r")))
    assert [finding.confidence for finding in found] == [confidence]


@pytest.mark.parametrize(
    "text",
    [
        "2.1 Up.\n\nQuay plan QGWF v3 – Page 1\n\n2.2 Down.\n\nQuay plan QGWF v3 – Page 2",
        "Background papers: QGWF file 2 and QGWF file 3",
        "Contact: QGWF desk, qgwf@quay.example",
        "Present: Cllrs Hart and Gale\n\nApologies for absence: none\n\n1. QGWF wrote. QGWF came.",
    ],
)
def test_feet_of_pages_lists_of_papers_and_minutes_use_no_abbreviation(text: str) -> None:
    assert _found(text, abbreviations_are_spelt_out) == ()


def test_an_abbreviation_is_spelt_out_for_what_its_letters_say() -> None:
    text = "2.1 The Quality Growth Waste Fund (QGWF) ended.\n\n2.2 Quality Growth Waste Plan (QGWF)"
    (other,) = _found(text, an_abbreviation_stands_for_one_thing)
    assert "“Quality Growth Waste Plan” in another" in other.message
    swapped = "2.1 Paid to Quality Growth Waste Funds (QWGF) in May."
    (misfit,) = _found(swapped, an_abbreviation_stands_for_one_thing)
    assert "gives QGWF" in misfit.message


def test_grades_of_pay_that_run_from_letter_to_letter_are_no_abbreviations() -> None:
    text = "1.1 Grades KLA to KLK rise by 5%. Those on KLD keep their lamps.\n"
    assert not _found(text, abbreviations_are_spelt_out)
    alone = "1.1 Those on KLD keep their lamps, and KLD is paid at Christmas.\n"
    assert _found(alone, abbreviations_are_spelt_out)
