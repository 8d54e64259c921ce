"""The words that somebody clears, and how they differ from what stands there later."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.document import (
    Bullets,
    Document,
    Note,
    Paragraph,
    Section,
    Table,
)
from moothall.documents.formats import Format, FormatSection, FrontStyle, Numbering
from moothall.papers.clearance.differences import Side, difference, in_lines
from moothall.papers.clearance.officers import same_officer
from moothall.papers.clearance.words import digest_of, headings_of, same_words, words_covered

LAYOUT = Format(
    name="own",
    title="Own",
    source="invented",
    front_style=FrontStyle.SHEET,
    numbering=Numbering.NONE,
    sections=(FormatSection(heading="Officer clearance", content=("clearance_table",)),),
)
SHEET = Table(
    "Front sheet",
    (),
    (
        (("Report to:",), ("Cabinet",)),
        (
            ("Financial Implications:", "(Authorised by the treasurer)"),
            ("See the table “Budget” below.", "Within budget."),
        ),
    ),
)
BUDGET = Table("Budget", ("Line", "£000"), ((("Archive",), ("110",)),))
PAPER = Document(
    title="One archive service",
    subtitle="Report of the lead member",
    front=(SHEET, BUDGET),
    sections=(
        Section("IMPLICATIONS", (Paragraph("There are several.", number="4.1"),), "4.", 2),
        Section("Resource", (Paragraph("It costs 110."), Bullets(("One post", "One van"))), "", 3),
        Section("Legal", (Paragraph("Section 113 applies."), Note("Assumed", "we think")), "", 3),
        Section("Officer clearance", (BUDGET,), "", 3),
        Section("SOURCES", (Paragraph("None"),), "5.", 2),
    ),
)


def covered(*covers: str, paper: Document = PAPER) -> tuple[str, ...]:
    return words_covered(paper, LAYOUT, covers).paragraphs


def test_a_section_is_covered_by_its_own_words_without_numbers_and_remarks():
    assert covered("Legal") == ("Section 113 applies.",)
    assert covered("resource: ") == ("It costs 110.", "One post", "One van")


def test_a_heading_covers_the_sections_below_it_but_never_the_clearances():
    assert covered("IMPLICATIONS") == (
        "There are several.",
        "Resource",
        "It costs 110.",
        "One post",
        "One van",
        "Legal",
        "Section 113 applies.",
    )


def test_a_front_line_is_covered_with_the_table_that_stands_after_the_sheet():
    assert covered("Financial Implications") == (
        "See the table “Budget” below.",
        "Within budget.",
        "Budget",
        "Line",
        "£000",
        "Archive",
        "110",
    )


def test_no_headings_mean_the_whole_paper_without_its_clearances_and_what_made_it():
    whole = covered(paper=replace(PAPER, provenance=(("As known on", "Tue 6 Jan 2026"),)))

    assert whole[:2] == ("One archive service", "Report of the lead member")
    assert "Within budget." in whole
    assert whole[-2:] == ("SOURCES", "None")
    assert "Officer clearance" not in whole
    assert not any("2026" in text for text in whole)


def test_what_is_exempt_is_cleared_with_the_heading_under_which_it_is_kept():
    annex = Document(title="Part B", sections=(Section("Legal", (Paragraph("Advice."),)),))

    assert words_covered(PAPER, LAYOUT, ("Legal",), annex).paragraphs == (
        "Section 113 applies.",
        "Advice.",
    )


def test_a_heading_that_the_paper_does_not_have_is_named():
    found = words_covered(PAPER, LAYOUT, ("Legal", "Procurement"))

    assert found.missing == ("Procurement",)


def test_whatever_can_be_cleared_by_itself_is_listed_once():
    assert headings_of(PAPER)[:3] == ("Report to", "Financial Implications", "IMPLICATIONS")


WORDS = st.lists(st.sampled_from(["a", "b", "post", "posts", "110.", "111."]), max_size=12)
TEXTS = st.lists(WORDS.map(" ".join), max_size=5)


@given(TEXTS, TEXTS)
def test_the_pieces_make_both_texts_again_and_show_every_difference(
    before: list[str], after: list[str]
):
    pieces = difference(before, after)

    def side(wanted: Side) -> list[str]:
        return [
            word
            for piece in pieces
            if piece.side in (Side.SAME, wanted)
            for word in piece.text.split()
        ]

    assert side(Side.REMOVED) == " ".join(before).split()
    assert side(Side.ADDED) == " ".join(after).split()
    assert all(piece.side is Side.SAME for piece in pieces) == same_words(before, after)
    assert same_words(before, after) == (digest_of(before) == digest_of(after))
    shown = [word for line in in_lines(pieces) for piece in line for word in piece.text.split()]
    assert shown == [word for piece in pieces for word in piece.text.split()]


def test_one_word_is_one_difference():
    pieces = difference(["It costs 110 a year.", "Nothing else."], ["It costs 120 a year.", ""])

    assert [(each.side.value, each.text.strip()) for each in pieces] == [
        ("same", "It costs"),
        ("removed", "110"),
        ("added", "120"),
        ("same", "a year."),
        ("removed", "Nothing else."),
    ]


def test_a_long_paper_of_which_every_paragraph_changed_is_compared_soon():
    before = [" ".join(f"word{n * m % 997}" for m in range(60)) for n in range(300)]
    after = [f"{text} more" for text in before]

    for other in (after, after[1:]):
        began = perf_counter()
        pieces = difference(before, other)
        assert perf_counter() - began < 5
        said = "".join(each.text for each in pieces if each.side is not Side.REMOVED)
        assert said.split() == " ".join(other).split()


HEADS = ("Resource", "Legal", "SOURCES")


@given(
    st.lists(WORDS, min_size=3, max_size=3),
    st.integers(0, 2),
    WORDS,
    st.sampled_from(HEADS),
)
def test_any_change_of_covered_words_shows_and_no_change_elsewhere_does(
    texts: list[list[str]], place: int, other: list[str], cleared: str
):
    def paper(held: list[list[str]]) -> Document:
        return Document(
            title="Any",
            sections=tuple(
                Section(head, (Paragraph(" ".join(words), number=str(n)),), str(n), 2)
                for n, (head, words) in enumerate(zip(HEADS, held, strict=True))
            ),
        )

    changed = [*texts[:place], other, *texts[place + 1 :]]
    before = covered(cleared, paper=paper(texts))
    after = covered(cleared, paper=paper(changed))

    is_covered_and_differs = HEADS[place] == cleared and texts[place] != other
    assert same_words(before, after) == (not is_covered_and_differs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jonathan Lewis", "Jonathan Lewis, Service Director - Education"),
        ("Jonathan Lewis", "Service Director – Jonathan Lewis"),
        ("Lewis, Jonathan", "Jonathan LEWIS (Service Director)"),
        ("J. Lewis", "Jonathan Lewis"),
        ("J.A. Lewis", "Jonathan Lewis"),
        ("Mr Lewis", "Jonathan Lewis"),
        ("Wendi Ogle-Welbourn", "Wendi Ogle-Welbourn, Executive Director: People & Communities"),
        ("Zoë O’Brien", "Zoe O'Brien, Head of Law"),
        ("Paul Law", "Paul Law, Borough Solicitor"),
    ],
)
def test_one_officer_is_known_however_the_name_is_written(one: str, other: str):
    assert same_officer(one, other)
    assert same_officer(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Martin Wade", "Jonathan Lewis, Service Director - Education"),
        ("Anne Smith, Head of Finance", "Bob Jones, Head of Finance"),
        ("Joan Lewis", "Jonathan Lewis"),
        ("Lewis, Jonathan", "Joan Lewis"),
        ("Service Director", "Jonathan Lewis, Service Director - Education"),
        ("Finance", "Executive Director: Finance"),
        ("", "Jonathan Lewis"),
    ],
)
def test_an_office_makes_no_officer_and_a_namesake_none_of_another_name(one: str, other: str):
    assert not same_officer(one, other)
