"""Cross-references: what is not there, and whose section or paragraph it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Block, Heading, Place, Prose, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure import (
    appendices,
    appendices_in_turn,
    captions,
    references,
    section_references,
)

RULES = (
    *references.RULES,
    *section_references.RULES,
    *appendices.RULES,
    *appendices_in_turn.RULES,
    *captions.RULES,
)


def _report(*sentences: str, tail: str = "") -> Report:
    """A report of four sections of five paragraphs; the sentences stand in section 3."""
    lines = []
    for section, name in enumerate(("PURPOSE", "BACKGROUND", "INFORMATION", "RISKS"), start=1):
        lines.append(f"{section}. {name}\n")
        for paragraph in range(1, 6):
            words = f"Matter {section} and {paragraph} is set out for members."
            if section == 3 and paragraph <= len(sentences):
                words = sentences[paragraph - 1]
            lines.append(f"{section}.{paragraph} {words}\n")
    return read_plain_text("\n".join([*lines, tail]), "report.txt")


def _found(report: Report, *, everything: bool = False) -> tuple[TextFinding, ...]:
    return proofread((report,), RULES, everything=everything)


@given(st.integers(1, 4), st.integers(1, 5), st.integers(6, 40))
def test_a_paragraph_that_is_not_there_is_found_and_one_that_is_is_not(
    section: int, there: int, missing: int
) -> None:
    said = "The context was considered (as described in paragraph {}.{}) by the team."
    if section != 3:
        assert _found(_report(said.format(section, there))) == ()
    findings = _found(_report(said.format(section, missing)))
    assert [finding.rule for finding in findings] == ["referred_paragraphs_are_there"]
    assert f"refers to {section}.{missing}" in findings[0].message


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("As outlined in section 7, the risks are shared.", "section 7"),
        ("The benefits are summarised in section 9 below.", "section 9"),
        ("Further detail is given in paragraphs 2.1 to 2.8.", "2.8"),
        ("This was explained before (see 4.9 above).", "4.9"),
        ("As set out in para 2.11, the saving is recurrent.", "2.11"),
        ("The strategy, as set out in paragraph 4.12, is new.", "4.12"),
        ("Paragraphs 1.2, 2.4 and 6.1 set out the costs.", "6.1"),
        ("The costs are at section 8 of this report.", "section 8"),
    ],
)
def test_what_is_referred_to_and_is_not_there_is_found(sentence: str, missing: str) -> None:
    findings = _found(_report(sentence))
    assert len(findings) == 1
    assert missing in findings[0].message


@pytest.mark.parametrize(
    "sentence",
    [
        "The duty is in section 149 of the Equality Act 2010.",
        "The Section 151 Officer has been consulted.",
        "A section 106 agreement secures the contribution.",
        "A Section 114 notice may follow, and a section 25 report was made.",
        "Exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972.",
        "Paragraph 8.12 of the Code of Practice applies.",
        "The National Planning Policy Framework, at paragraph 9.6, asks for it.",
        "Under s113 of the 1972 Act officers may be placed at the disposal of another.",
        "Section 17 Crime and Disorder Act implications were considered.",
        "See section 6.3 of the Constitution.",
        "Financial Procedure Rules paragraph 7.12 was followed.",
        "Section 20 notices were served on leaseholders.",
        "Section 47 enquiries rose, and section 7 reports were filed with the court.",
        "Inflation ran at 5.6 above target and 7.1 per cent below the peak.",
        "As shown in Table 3 of the Local Plan, demand has grown.",
        "As set out in paragraph 2.3 and in section 4.",
        "See Figure 2 in Appendix B for the map.",
        "Article 9 and Regulation 7.2 apply.",
    ],
)
def test_another_documents_sections_are_no_cross_references(sentence: str) -> None:
    assert _found(_report(sentence, tail=_LISTED)) == ()


def test_a_paragraph_that_refers_to_itself_is_found() -> None:
    findings = _found(_report("As set out in paragraph 3.1, the model is new."))
    assert [finding.message for finding in findings] == ["Paragraph 3.1 refers to itself."]


def test_above_and_below_are_checked() -> None:
    findings = _found(_report("As explained in paragraph 4.2 above, the model is new."))
    assert [finding.message for finding in findings] == [
        "4.2 is said to be above, but stands below."
    ]
    assert _found(_report("As explained in paragraph 4.2 below, the model is new.")) == ()


def test_a_report_that_numbers_no_paragraphs_is_not_judged() -> None:
    text = "The costs are in paragraph 4.12 and in section 9, as described above."
    assert _found(read_plain_text(text, "r")) == ()


# --- appendices ---

_LISTED = "\nAppendices\n\nAppendix A – Budget\n\nAppendix B – Equality assessment\n"


def test_an_appendix_beside_a_list_that_lacks_it_is_found() -> None:
    findings = _found(_report("The responses are in Appendix C.", tail=_LISTED))
    assert [finding.rule for finding in findings] == ["referred_appendices_are_there"]
    assert "A, B are" in findings[0].message


def test_a_listed_appendix_is_left_in_peace() -> None:
    report = _report("See Appendices A and B.", tail=_LISTED)
    assert _found(report, everything=True) == ()


def test_an_appendix_that_is_not_in_the_file_is_told_only_on_request() -> None:
    report = _report("The review can be found in appendix 1.")
    assert _found(report) == ()
    (finding,) = _found(report, everything=True)
    assert finding.confidence is Confidence.LOW
    assert "neither attached nor listed in this file" in finding.message


@given(st.integers(4, 9), st.data())
def test_a_gap_in_the_appendices_is_found(length: int, data: st.DataObject) -> None:
    named = list(range(1, length + 1))
    whole = _report(" ".join(f"See Appendix {n}." for n in named))
    assert "appendices_run_on" not in {finding.rule for finding in _found(whole)}
    gone = data.draw(st.integers(2, length - 1))
    named.remove(gone)
    findings = _found(_report(" ".join(f"See Appendix {n}." for n in named)))
    gaps = [finding for finding in findings if finding.rule == "appendices_run_on"]
    assert len(gaps) == 1
    assert f"no appendix {gone}" in gaps[0].message


@pytest.mark.parametrize(
    "sentence",
    [
        "Appendix 3 of the Constitution sets the limits.",
        "The map is in Appendix 2 to the Local Plan.",
        "See Appendices 1 to 4.",
        "See Appendix 2a and Appendix 2b.",
    ],
)
def test_other_papers_appendices_and_ranges_leave_no_gap(sentence: str) -> None:
    rules = {finding.rule for finding in _found(_report(sentence))}
    assert "appendices_run_on" not in rules
    assert not rules or sentence.startswith("See"), "another paper's appendix is not ours"


def test_numbered_headings_count_as_sections() -> None:
    place = Place(line=1)
    blocks: list[Block] = [
        Heading(text=f"Part {n}", number=f"{n}.", level=1, place=place) for n in range(1, 6)
    ]
    blocks.append(Prose(text="As described in section 5, but not in section 4.", place=place))
    assert _found(Report(file="r", blocks=tuple(blocks))) == ()
