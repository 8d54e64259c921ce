"""Items of meetings and lists of appendices: what repeats, what skips, what no list has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates import years
from moothall.proofread.finding import Confidence
from moothall.proofread.proofread import proofread
from moothall.proofread.structure import (
    agenda_items,
    appendices,
    list_items,
)

RULES = (*appendices.RULES, *list_items.RULES, *agenda_items.RULES)
TITLES = (
    "Apologies",
    "Declarations of interest",
    "Minutes of the last meeting",
    "Finance",
    "Planning",
    "Highways",
    "Correspondence",
    "Any other business",
    "Date of the next meeting",
)


def minutes(numbers: list[int]) -> Report:
    lines = ["Minutes of a meeting held on 5 June 2025", ""]
    for number, title in zip(numbers, TITLES, strict=False):
        lines += [f"{number}. {title}: the clerk reported and it was noted.", ""]
    return read_plain_text("\n".join(lines), "minutes.txt")


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in proofread((report,), RULES)}


@given(st.integers(1, 1_800), st.integers(6, 9))
def test_items_that_run_on_give_silence(first: int, count: int) -> None:
    assert not rules(minutes(list(range(first, first + count))))


@given(st.integers(101, 1_800), st.integers(2, 6))
def test_a_number_given_to_two_items_is_found(first: int, place: int) -> None:
    numbers = list(range(first, first + 9))
    numbers[place:] = [number - 1 for number in numbers[place:]]
    (finding,) = proofread((minutes(numbers),), RULES)
    assert finding.message == f"The number {numbers[place]} is given to two items."


@given(st.integers(101, 1_800), st.integers(2, 6))
def test_a_number_that_no_item_has_is_found(first: int, place: int) -> None:
    numbers = list(range(first, first + 9))
    numbers[place:] = [number + 1 for number in numbers[place:]]
    (finding,) = proofread((minutes(numbers),), RULES)
    assert f"there is no {numbers[place] - 1}" in finding.message


def test_a_number_that_extraction_glued_to_another_item_is_not_missed() -> None:
    report = minutes([101, 102, 103, 105, 106, 107])
    glued = [
        Prose(text=f"{block.text} 104. Parks", place=block.place)
        if isinstance(block, Prose) and block.text.startswith("103")
        else block
        for block in report.blocks
    ]
    assert not rules(Report(file="m", blocks=tuple(glued)))


# --- appendices -----------------------------------------------------------------------------------


def report(sentence: str, *lines: str, head: str = "") -> Report:
    blocks: list[Block] = [Prose(text=sentence, place=Place(line=1))]
    if head:
        blocks.append(Heading(text=head, level=1, place=Place(line=2)))
    blocks += [Prose(text=line, place=Place(line=n)) for n, line in enumerate(lines, start=3)]
    return Report(file="report.docx", blocks=tuple(blocks))


LISTS = (
    (("Appendix A – Budget book", "Appendix B – Fees and charges"), "", "Appendix {}", "ABC"),
    (("Annexes: Annex 1 – Survey; Annex 2 – Costs",), "", "Annex {}", "123"),
    (("Schedule 1 - Posts", "Schedule 2 - Model", "Schedule 3 - Risks"), "", "Schedule {}", "124"),
    (("1. Survey report 2. Responses 3. Equality",), "Appendices", "Appendix {}", "134"),
    (("1. Survey report", "2. Responses"), "List of appendices", "Appendix {}", "123"),
    (("Appendix 1: Survey", "Appendix 2: Costs"), "Appendices", "Appendix {}", "123"),
)


@pytest.mark.parametrize(("lines", "head", "named", "labels"), LISTS)
def test_an_appendix_beyond_the_reports_own_list_is_found(
    lines: tuple[str, ...], head: str, named: str, labels: str
) -> None:
    there = f"The details are set out in {named.format(labels[1])} to this report."
    missing = f"The details are set out in {named.format(labels[-1])}."
    assert not rules(report(there, *lines, head=head))
    assert rules(report(missing, *lines, head=head)) == {"referred_appendices_are_there"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The survey is at Appendix 4, which is a separate file.",
        "The powers are in Schedule 12A to the Local Government Act 1972.",
        "Under Schedule 2 of the lease the tenant repairs the roof.",
        "Annex 3 gives the comparison.",
    ],
)
def test_an_appendix_of_a_report_without_a_list_is_told_only_on_request(sentence: str) -> None:
    whole = report(sentence)
    assert not rules(whole)
    findings = proofread((whole,), RULES, everything=True)
    assert all(finding.confidence is Confidence.LOW for finding in findings)


# --- accounts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "wrong"), [("26/08/15", True), ("26/08/16", False)])
def test_an_entry_of_another_year_is_found(day: str, wrong: bool) -> None:
    rows = (
        ("29/04/16 - Precept", "£3,500"),
        (f"{day} - Precept", "£3,500"),
        ("28/12/16 - Precept", "£3,500"),
        ("30/01/17 - VAT", "£1,311.91"),
        ("28/02/17 - Grant", "£250.00"),
    )
    blocks: tuple[Block, ...] = (
        Heading(text="Accounts for the year ending 31 March 2017", level=1, place=Place()),
        Grid(rows=rows, place=Place(table=1)),
    )
    found = proofread((Report(file="accounts.html", blocks=blocks),), years.RULES)
    assert bool(found) is wrong
    assert not wrong or found[0].quote.startswith("26/08/15")
