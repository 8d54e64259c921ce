"""Each council's paper in its own format, from one set of facts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from moothall.case.case import Case
from moothall.documents.document import Document, Figure, Note, Paragraph, Table
from moothall.facts.programme import Programme
from moothall.files.registers import FORMATS, read_format, register_folder
from moothall.governance.around.numbered_steps import lanes_of
from moothall.governance.around.timeline import Timeline
from moothall.programme.accountability import Accountability

MakeCase = Callable[..., Case]


@pytest.fixture(scope="module")
def papers(stockport_tameside: Programme, case_of: MakeCase) -> dict[tuple[str, str], Document]:
    case = case_of(stockport_tameside, "2022-02-15")
    return {(p.proposal, p.authority): p.document for p in case.papers if p.document is not None}


def tables(document: Document) -> dict[str, Table]:
    blocks = [*document.front, *(b for section in document.sections for b in section.blocks)]
    return {block.caption: block for block in blocks if isinstance(block, Table)}


@pytest.mark.checklist("K01", "K09")
def test_stockports_report_has_its_eleven_sections(papers: dict[tuple[str, str], Document]) -> None:
    paper = papers["early-years-leadership", "stockport"]
    headings = [(section.number, section.heading) for section in paper.sections]
    assert headings[0] == ("1.", "PURPOSE OF THE REPORT")
    assert headings[-1] == ("11.", "RECOMMENDATIONS")
    assert len(headings) == 11
    assert paper.subtitle == (
        "Report of the Cabinet Member for Children, Family Services and Education"
    )


@pytest.mark.checklist("K03", "A22")
def test_tamesides_front_sheet_says_who_must_authorise(
    papers: dict[tuple[str, str], Document],
) -> None:
    front = tables(papers["early-years-leadership", "tameside"])["Front sheet"]
    labels = [row[0][0] for row in front.rows]
    assert labels[:5] == [
        "Report to:",
        "Date:",
        "Executive Member:",
        "Reporting Officer:",
        "Subject:",
    ]
    money = next(row for row in front.rows if row[0][0] == "Financial Implications:")
    assert money[0][1] == (
        "(Authorised by the statutory Section 151 Officer & Chief Finance Officer)"
    )


def test_what_nobody_wrote_says_so_and_is_not_made_up(
    papers: dict[tuple[str, str], Document],
) -> None:
    front = tables(papers["early-years-leadership", "tameside"])["Front sheet"]
    asked = next(row for row in front.rows if row[0][0] == "Recommendations:")
    assert asked[1] == ("[Not yet written: nothing is held for Recommendations]",)


@pytest.mark.checklist("K02", "D10", "D11")
def test_the_savings_proposal_has_both_tables_as_printed(
    papers: dict[tuple[str, str], Document],
) -> None:
    held = tables(papers["children-and-education-services", "stockport"])
    phasing = next(
        table for caption, table in held.items() if caption.startswith("Financial scope")
    )
    assert phasing.groups == (("", 5), ("Phasing", 2))
    assert phasing.head[-1] == "Cumulative 2020/21 £000"
    assert [cell[0] for cell in phasing.rows[0][2:]] == [
        "7,319",
        "(1,100)",
        "6,219",
        "(642)",
        "(1,100)",
    ]
    parts = held["How the 2019/20 saving is made up"]
    assert parts.rows[0] == (("Recurrent savings:",), ("",))
    assert [row[1][0] for row in parts.rows[1:]] == ["320", "180", "500", "142", "142", "642"]


BUDGET = "Children's services, gross and net"


def test_a_table_of_a_front_field_stands_after_the_sheet_whose_row_names_it(
    papers: dict[tuple[str, str], Document],
) -> None:
    sheet, *after = papers["education-send-scoping", "tameside"].front
    assert isinstance(sheet, Table)
    assert [table.caption for table in after if isinstance(table, Table)] == [BUDGET]
    money = next(row for row in sheet.rows if row[0][0] == "Financial Implications:")
    assert money[1][0] == f"See the table “{BUDGET}” below."
    others = [papers["early-years-leadership", "tameside"], papers["joint-director", "tameside"]]
    assert [len(paper.front) for paper in others] == [1, 1]


def printed_table(text: str, begins: str, rows: int) -> list[list[str]]:
    """So many rows of a source's text from the line that begins like this; its cells are apart by
    tabs."""
    lines = text.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith(begins))
    return [[cell.strip() for cell in line.split("\t")] for line in lines[first : first + rows]]


def as_grid(table: Table) -> list[list[str]]:
    """Heads and rows as text."""
    return [list(table.head), *([" ".join(cell) for cell in row] for row in table.rows)]


@pytest.mark.checklist("D02", "K02", "D10", "D11")
def test_the_money_tables_stand_cell_by_cell_as_the_documents_print_them(
    shared: Path, papers: dict[tuple[str, str], Document]
) -> None:
    first, third = (
        next(iter(sorted((shared / "seeds").glob(f"{number}_*.txt")))).read_text(encoding="utf-8")
        for number in ("001", "003")
    )
    budget = tables(papers["education-send-scoping", "tameside"])[BUDGET]
    savings = tables(papers["children-and-education-services", "stockport"])
    phasing = next(table for caption, table in savings.items() if caption.startswith("Financial"))

    printed = printed_table(first, "\tGross Expenditure", 4)
    # The samples write the apostrophe of the names straight.
    named = [[cell.replace("’", "'") for cell in row] for row in printed[1:]]
    assert as_grid(budget) == [printed[0], *named]

    groups, *rest = printed_table(third, "\t\t\t\t\tPhasing", 3)
    over = [text for text, span in phasing.groups for _ in range(span)]
    assert over == ["", "", "", "", "", "Phasing", "Phasing"]
    assert [cell for cell in groups if cell] == ["Phasing"]
    assert groups.index("Phasing") == over.index("Phasing")
    assert as_grid(phasing) == [row[:7] for row in rest]
    assert not any(row[7] for row in rest), "the eighth column of the text is empty"

    parts = printed_table(third, "\t£000", 8)
    made = as_grid(savings["How the 2019/20 saving is made up"])
    assert made == [[*row, ""][:2] for row in parts]


@pytest.mark.checklist("F01r", "E01")
def test_risks_and_milestones_stand_in_three_columns(
    papers: dict[tuple[str, str], Document],
) -> None:
    held = tables(papers["early-years-leadership", "stockport"])
    assert held["Milestones"].head == (
        "Milestone description",
        "Date expected",
        "Output at milestone",
    )
    assert [row[1][0] for row in held["Milestones"].rows] == [
        "March 2022",
        "Spring 2022",
        "April 2022",
        "June 2022",
        "End June 2022",
    ]
    risk = held["Risks"].rows[0]
    assert len(risk) == 3
    assert len(risk[2]) > 1  # several paragraphs in one cell


def test_both_councils_papers_carry_the_same_facts(
    papers: dict[tuple[str, str], Document],
) -> None:
    theirs = [tables(papers["early-years-leadership", code]) for code in ("stockport", "tameside")]
    for caption in ("Options", "Shared posts", "Milestones", "The councils' routes on one line"):
        ours, others = (replace(each[caption], label="") for each in theirs)
        assert ours == others


def test_an_assumption_stands_where_it_is_used(papers: dict[tuple[str, str], Document]) -> None:
    paper = papers["early-years-leadership", "stockport"]
    notes = [b for s in paper.sections for b in s.blocks if isinstance(b, Note)]
    assert any(note.kind == "Assumed" for note in notes)
    assert any(note.kind == "To ask" and "called in" in note.text for note in notes)


def test_paragraphs_are_numbered_within_their_section(
    papers: dict[tuple[str, str], Document],
) -> None:
    for paper in papers.values():
        for section in paper.sections:
            numbers = [b.number for b in section.blocks if isinstance(b, Paragraph)]
            within = section.number.rstrip(".")
            assert numbers == [f"{within}.{n}" for n in range(1, len(numbers) + 1)]


def test_every_paper_says_what_it_rests_on(papers: dict[tuple[str, str], Document]) -> None:
    for paper in papers.values():
        said = dict(paper.provenance)
        assert said["As known on"] == "Tue 15 Feb 2022"
        assert "law " in said["Moothall"]


@pytest.mark.checklist("K04", "K05", "K06", "K07")
def test_cambridgeshires_report_has_contacts_clearances_and_sources(
    cambridgeshire_peterborough: Programme, case_of: MakeCase
) -> None:
    case = case_of(cambridgeshire_peterborough, "2018-10-01")
    paper = next(p.document for p in case.papers if p.proposal == "shared-education-services")
    assert paper is not None
    front = tables(paper)["Front sheet"]
    assert [row[0][0] for row in front.rows][-2:] == ["Officer contact:", "Member contact:"]
    cleared = tables(paper)["Officer clearance"]
    assert len(cleared.rows) == 7
    assert cleared.rows[1][1][0] == "No"
    assert paper.sections[-1].heading == "SOURCE DOCUMENTS GUIDANCE"


@pytest.mark.parametrize(
    "name", [path.stem for path in sorted(register_folder(FORMATS).glob("*.yaml"))]
)
def test_every_report_format_that_comes_with_the_program_is_whole(name: str) -> None:
    layout, problems = read_format(name, register_folder("none"), "")
    assert not problems
    assert layout is not None
    assert layout.name == name
    assert layout.source


def figures(document: Document) -> dict[str, Figure]:
    """The figures by the number of the section that they stand in."""
    return {
        section.number: block
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Figure)
    }


@pytest.mark.checklist("A25")
def test_stockports_report_shows_who_answers_to_whom_under_background(
    papers: dict[tuple[str, str], Document],
) -> None:
    paper = papers["early-years-leadership", "stockport"]
    drawn = figures(paper)["2."]
    assert isinstance(drawn.shows, Accountability)
    held = tables(paper)[drawn.said_in]
    board = next(row for row in held.rows if row[1] == ("Shared services programme board",))
    assert board[3] == ("Advises", "Programme board")
    assert board[4][-1] == "21 Executive Cabinet"


@pytest.mark.checklist("A19")
def test_stockports_report_shows_the_joint_route_under_key_timescales(
    papers: dict[tuple[str, str], Document],
) -> None:
    paper = papers["early-years-leadership", "stockport"]
    drawn = figures(paper)["5."]
    assert isinstance(drawn.shows, Timeline)
    assert [lane.name for lane in drawn.shows.route.authorities] == ["Stockport", "Tameside"]
    steps = tables(paper)[drawn.said_in]
    drawn_numbers = [each.number for lane in lanes_of(drawn.shows.route) for each in lane.steps]
    assert sorted(int(row[0][0]) for row in steps.rows) == drawn_numbers
    periods = tables(paper)["Periods that bear on the route"]
    assert len(periods.rows) == len(drawn.shows.spans)
    assert periods.rows[0][:4] == (
        ("Pre-election period",),
        ("Stockport",),
        ("Mon 28 Mar 2022",),
        ("Thu 5 May 2022",),
    )


def test_a_papers_drawing_of_the_route_marks_no_findings(
    papers: dict[tuple[str, str], Document],
) -> None:
    drawn = figures(papers["early-years-leadership", "stockport"])["5."].shows
    assert isinstance(drawn, Timeline)
    assert drawn.breaches == ()


def test_every_figure_has_its_table_in_the_same_paper(
    papers: dict[tuple[str, str], Document],
) -> None:
    for paper in papers.values():
        for figure in figures(paper).values():
            assert figure.said_in in tables(paper)


def test_a_format_decides_whether_a_paper_has_drawings(
    papers: dict[tuple[str, str], Document],
) -> None:
    assert not figures(papers["early-years-leadership", "tameside"])
