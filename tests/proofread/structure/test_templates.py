"""A report against its council's template, and headings with nothing under them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.formats import (
    Format,
    FormatSection,
    FrontField,
    FrontStyle,
    Numbering,
    Subsection,
)
from moothall.documents.report import Heading, Place, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence
from moothall.proofread.proofread import proofread
from moothall.proofread.structure.empty_headings import RULES
from moothall.proofread.structure.templates import missing_sections

_LAYOUT = Format(
    name="a-report",
    title="the council's report",
    source="a test",
    front_style=FrontStyle.LINES,
    numbering=Numbering.SECTIONS_AND_PARAGRAPHS,
    front=(FrontField(label="Key decision:", content=("key_decision",)),),
    sections=(
        FormatSection(heading="BACKGROUND"),
        FormatSection(heading="FINANCIAL CONSIDERATIONS"),
        FormatSection(heading="EQUALITIES IMPACT ASSESSMENT"),
        FormatSection(
            heading="SIGNIFICANT IMPLICATIONS",
            sections=(
                Subsection(heading="Legal Implications"),
                Subsection(heading="Climate Change Implications", optional=True),
            ),
        ),
        FormatSection(heading="RECOMMENDATIONS"),
    ),
)
_PARTS = {
    "Key decision": "Key decision: No\n",
    "BACKGROUND": "1. BACKGROUND\n\n1.1 The service began in 2010.\n",
    "FINANCIAL CONSIDERATIONS": "2. FINANCIAL IMPLICATIONS\n\n2.1 It costs £2m a year.\n",
    "EQUALITIES IMPACT ASSESSMENT": "3. EQUALITY AND DIVERSITY\n\n3.1 An assessment was made.\n",
    "Legal Implications": "4.1 Legal Considerations\n\nThe power is in the 1972 Act.\n",
    "RECOMMENDATIONS": "5. RECOMMENDATION\n\nThat members note the report.\n",
}
_HEAD = "4. SIGNIFICANT IMPLICATIONS\n"


def _text(*, without: str = "", empty: str = "") -> str:
    parts = []
    for name, words in _PARTS.items():
        if name == "Legal Implications":
            parts.append(_HEAD)
        if name == empty:
            parts.append(words.partition("\n")[0].partition(":")[0] + "\n")
        elif name != without:
            parts.append(words)
    return "\n".join(parts)


def _messages(text: str) -> list[str]:
    return [f.message for f in missing_sections(read_plain_text(text, "r"), _LAYOUT)]


def test_a_report_with_every_section_lacks_nothing() -> None:
    assert _messages(_text()) == []


@given(st.sampled_from(sorted(_PARTS)))
def test_a_section_left_out_is_named(part: str) -> None:
    assert _messages(_text(without=part)) == [
        f"The report has no “{part}”, which the council's report asks for."
    ]


@pytest.mark.parametrize("part", ["BACKGROUND", "FINANCIAL CONSIDERATIONS"])
def test_an_empty_section_is_named(part: str) -> None:
    assert [message.partition(" is empty")[1] for message in _messages(_text(empty=part))] == [
        " is empty"
    ]


def test_another_kind_of_paper_is_told_in_one_sentence() -> None:
    (message,) = _messages("Agenda item\n\nTo consider the plan.\n")
    assert message.startswith("The report has 0 of the 7 parts")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1. PURPOSE\n\n1.1 Words.\n\n2. FINANCIAL IMPLICATIONS\n\n3. RISKS\n\n3.1 Words.", 1),
        ("1. PURPOSE\n\n1.1 Words.\n\n2. LEGAL IMPLICATIONS\n\n2.1 Words.\n\n3. RISKS\n\nW.", 0),
        ("1. PURPOSE\n\n1.1 Words.\n\n2. IMPLICATIONS\n\n2.1 Legal Implications\n\nWords.", 0),
        ("THE TITLE OF A REPORT\n\nSUMMARY\n\n1. PURPOSE\n\n1.1 Words.", 0),
        (
            "1. PURPOSE\n\n1.1 Words.\n\n2. FINANCIAL IMPLICATIONS\n\nA\tB\n1\t2\n\n3. RISKS\n\nW.",
            0,
        ),
        ("1. PURPOSE\n\n1.1 Words.\n\n2. RISKS", 0),
        ("Words.\n\n1. BACKGROUND\n\n2. RISKS\n\n3. OPTIONS\n\n4. REASONS\n\n4.1 Words.", 0),
    ],
)
def test_a_heading_with_nothing_under_it_is_found(text: str, count: int) -> None:
    assert len(proofread((read_plain_text(text, "r"),), RULES)) == count


def test_a_grouping_heading_is_told_by_its_level() -> None:
    place = Place(line=1)
    report = read_plain_text("1.1 Words stand here.", "r")
    headings = (
        Heading(text="Risks", level=1, place=place),
        Heading(text="Financial risks", level=2, place=place),
        Heading(text="Legal implications", level=2, place=place),
    )
    marked = Report(file="r", blocks=(*report.blocks, *headings), marks_headings=True)
    found = proofread((marked,), RULES)
    assert [(f.quote, f.confidence) for f in found] == [("Financial risks", Confidence.MEDIUM)]


def test_the_title_of_minutes_names_what_stands_under_it_however_long_it_is() -> None:
    minutes = "{} of a meeting of the Harbour Board held in the Old Ferry Hall on 9 January 2025."
    layout = Format(
        name="minutes",
        title="minutes",
        source="a test",
        front_style=FrontStyle.TITLE,
        numbering=Numbering.NONE,
        front=(),
        sections=(FormatSection(heading="Minutes"),),
    )
    under = "\n\n1. Apologies\n\nThe lamp-keeper sent his apologies."
    record = read_plain_text(minutes.format("MINUTES") + under, "minutes")
    assert not list(missing_sections(record, layout))
    note = read_plain_text(minutes.format("Notes") + under, "note")
    assert len(list(missing_sections(note, layout))) == 1
