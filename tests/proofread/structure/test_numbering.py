"""Numbering: what repeats or skips, and what only looks as if it did."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.documents.report import Block, Heading, Place, Prose, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure import (
    agenda_items,
    list_items,
    numbering,
    repeated_numbers,
)
from moothall.proofread.structure.list_items import list_items_run_on
from moothall.proofread.structure.numbering import paragraph_numbers_run_on
from moothall.proofread.structure.repeated_numbers import paragraph_numbers_do_not_repeat
from moothall.proofread.structure.section_numbering import (
    heading_levels_are_not_skipped,
    paragraphs_carry_their_sections_number,
    section_numbers_run_on,
)

RULES = (
    *numbering.RULES,
    *repeated_numbers.RULES,
    *list_items.RULES,
    *agenda_items.RULES,
)
_SENTENCES = (
    "The service was reviewed over the summer.",
    "Members asked for a further report.",
    "Schools were told in the spring term.",
    "The contract ends next year.",
)


def _body(sections: list[list[str]]) -> str:
    """A report's text: sections of paragraphs, each paragraph with the number given."""
    lines = []
    for index, numbers in enumerate(sections, start=1):
        lines.append(f"{index}. {'ABCDEFGH'[index - 1]}RRANGEMENTS\n")
        lines.extend(
            f"{number} {_SENTENCES[place % 4]} This is matter {index} and {place}.\n"
            for place, number in enumerate(numbers)
        )
    return "\n".join(lines)


def _clean(counts: list[int]) -> list[list[str]]:
    return [
        [f"{section}.{paragraph}" for paragraph in range(1, count + 1)]
        for section, count in enumerate(counts, start=1)
    ]


def _found(text: str) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "report.txt"),), RULES)


_COUNTS = st.lists(st.integers(4, 9), min_size=3, max_size=6)


@given(_COUNTS)
def test_a_report_numbered_without_fault_is_left_in_peace(counts: list[int]) -> None:
    assert _found(_body(_clean(counts))) == ()


@given(_COUNTS, st.data())
def test_a_skipped_paragraph_number_is_found(counts: list[int], data: st.DataObject) -> None:
    sections = _clean(counts)
    section = data.draw(st.integers(0, len(counts) - 1))
    gone = data.draw(st.integers(1, counts[section] - 2))
    missing = sections[section].pop(gone)
    findings = _found(_body(sections))
    assert [finding.rule for finding in findings] == ["paragraph_numbers_run_on"]
    assert f"no {missing}." in findings[0].message


@given(_COUNTS, st.data())
def test_a_repeated_paragraph_number_is_found(counts: list[int], data: st.DataObject) -> None:
    sections = _clean(counts)
    section = data.draw(st.integers(0, len(counts) - 1))
    twice = data.draw(st.integers(1, counts[section] - 2))
    sections[section].insert(twice, sections[section][twice])
    findings = _found(_body(sections))
    assert [finding.rule for finding in findings] == ["paragraph_numbers_do_not_repeat"]
    assert sections[section][twice] in findings[0].message


def test_a_number_glued_into_the_text_before_it_is_not_missing() -> None:
    text = "2.1 One thing.\n\n2.2 Another thing. 2.3 A third that extraction joined.\n\n2.4 More."
    assert not list(paragraph_numbers_run_on(read_plain_text(text, "r")))


def test_numbers_that_start_anew_in_an_appendix_do_not_repeat() -> None:
    text = _body(_clean([3, 3, 3])) + "\n\n# Appendix A\n\n" + _body(_clean([3, 3, 3]))
    assert _found(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "15.2% of school children are from a minority ethnic group",
        "3.5 million visits were made",
        "1.5 FTE posts would go",
    ],
)
def test_a_figure_that_opens_a_line_is_no_paragraph_number(line: str) -> None:
    text = "3.1 One thing.\n\n3.2 Another thing.\n\n" + f"- {line}\n\n" + "3.3 A third."
    assert _found(text) == ()


_NAMES = ("Purpose", "Background", "Options", "Risks", "Finance", "Law", "Staff")


def _headings(*numbers: int, level: int = 1) -> Report:
    blocks: list[Block] = []
    for line, number in enumerate(numbers):
        place = Place(line=line + 1)
        name = f"{_NAMES[line]} matters"
        blocks.append(Heading(text=name, number=f"{number}.", level=level, place=place))
        blocks.append(Prose(text="Some words stand here.", place=place))
    return Report(file="r", blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 2, 3, 5, 6), "Section 3 is followed by section 5: there is no section 4."),
        (
            (1, 2, 3, 3, 4),
            "Two sections carry the number 3: “Options matters” and “Risks matters”.",
        ),
        ((1, 2, 3, 4, 5), None),
        ((1, 2, 1, 2, 3), None),
        ((3, 4, 5), None),
    ],
)
def test_sections_run_on(numbers: tuple[int, ...], said: str | None) -> None:
    findings = list(section_numbers_run_on(_headings(*numbers)))
    assert [finding.message for finding in findings] == ([said] if said else [])


def test_paragraphs_of_the_wrong_section_are_found() -> None:
    sections = _clean([3, 3, 3, 3])
    sections[3] = ["3.4", "3.5", "3.6"]
    report = read_plain_text(_body(sections), "r")
    findings = list(paragraphs_carry_their_sections_number(report))
    assert len(findings) == 1
    assert "under section 4" in findings[0].message


_MARKS = {
    "letters": [f"({letter})" for letter in "abcdefghijkl"],
    "roman": ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)"],
    "digits": [f"{number}." for number in range(1, 11)],
    "plain": [f"{letter})" for letter in "abcdefghijkl"],
}


def _list(marks: list[str]) -> str:
    items = "\n\n".join(f"{mark} {_SENTENCES[place % 4]}" for place, mark in enumerate(marks))
    return f"The Committee is asked to:\n\n{items}\n"


@given(st.sampled_from(sorted(_MARKS)), st.integers(4, 9), st.data())
def test_a_skipped_item_is_found_and_a_whole_list_is_not(
    kind: str, length: int, data: st.DataObject
) -> None:
    marks = _MARKS[kind][:length]
    whole = read_plain_text(_list(marks), "r")
    assert list(list_items_run_on(whole)) == []
    gone = data.draw(st.integers(2, length - 2))
    assume(marks[gone] not in ("(h)", "h)"))  # an (i) after (g) may begin a list of its own
    left = marks[:gone] + marks[gone + 1 :]
    findings = list(list_items_run_on(read_plain_text(_list(left), "r")))
    assert len(findings) == 1
    assert "there is no" in findings[0].message


def test_an_item_given_twice_is_found() -> None:
    findings = list(list_items_run_on(read_plain_text(_list(["a)", "b)", "c)", "c)", "d)"]), "r")))
    assert [finding.message for finding in findings] == ["The item (c) is given twice."]


@pytest.mark.parametrize(
    "marks",
    [
        ["a)", "b)", "(i)", "(ii)", "(iii)", "c)", "d)"],
        ["1.", "2.", "a)", "b)", "3.", "4."],
        ["1.", "2.", "3.", "1.", "2.", "3."],
        ["(h)", "(i)", "(j)", "(k)"],
        ["(iii)", "(iv)"],
        ["1.", "2."],
    ],
)
def test_lists_within_lists_and_lists_cut_at_a_page_are_left_in_peace(marks: list[str]) -> None:
    assert not list(list_items_run_on(read_plain_text(_list(marks), "r")))


def _levels(*levels: int, marked: bool = True) -> Report:
    place = Place(line=1)
    blocks = tuple(Heading(text=f"Heading {n}", level=n, place=place) for n in levels)
    return Report(file="r", blocks=blocks, marks_headings=marked)


def test_a_skipped_heading_level_is_found_once_for_each_jump() -> None:
    findings = list(heading_levels_are_not_skipped(_levels(1, 2, 4, 2, 4, 1, 3)))
    assert [finding.message for finding in findings] == [
        "A heading of level 4 follows one of level 2 2 times: level 3 is skipped.",
        "A heading of level 3 follows one of level 1: level 2 is skipped.",
    ]


@pytest.mark.parametrize("report", [_levels(1, 2, 3, 1, 2), _levels(1, 4, marked=False)])
def test_levels_in_order_or_unmarked_are_left_in_peace(report: Report) -> None:
    assert not list(heading_levels_are_not_skipped(report))


def test_a_repeat_far_from_its_place_is_only_shown_when_everything_is() -> None:
    text = "\n\n".join(f"2.{n} {_SENTENCES[n % 4]} Matter {n}." for n in range(1, 9))
    text += "\n\n2.2 Quoted words of another paper."
    findings = list(paragraph_numbers_do_not_repeat(read_plain_text(text, "r")))
    assert [finding.confidence for finding in findings] == [Confidence.LOW]
