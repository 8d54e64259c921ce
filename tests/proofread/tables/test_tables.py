"""Tables as written: figures, rows, headings, years, units."""

import pytest

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.tables.headings_of_tables import (
    a_column_of_figures_has_a_heading,
    years_in_headings_run_on,
)
from moothall.proofread.tables.malformed_cells import figures_are_well_formed
from moothall.proofread.tables.tables import (
    RULES,
    a_label_stands_for_one_row,
    a_table_keeps_one_unit,
    no_row_of_a_table_stands_twice,
)
from runaway import comes_to_an_end

OWN = (
    a_column_of_figures_has_a_heading,
    a_label_stands_for_one_row,
    a_table_keeps_one_unit,
    figures_are_well_formed,
    no_row_of_a_table_stands_twice,
    years_in_headings_run_on,
)


def table(text: str, caption: str = "", file: str = "report.docx", head_rows: int = 1) -> Report:
    rows = tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()
    )
    width = max(len(row) for row in rows)
    full = tuple(row + ("",) * (width - len(row)) for row in rows)
    grid = Grid(rows=full, place=Place(table=1), head_rows=head_rows, caption=caption)
    return Report(file=file, blocks=(grid,))


def text(words: str) -> Report:
    return Report(file="report.docx", blocks=(Prose(text=words, place=Place(line=1)),))


def found(report: Report, *, everything: bool = False) -> tuple[TextFinding, ...]:
    return proofread((report,), OWN, everything=everything)


def with_cell(cell: str) -> Report:
    return table(f"Service | Budget £ | Outturn £\nRoads | {cell} | 950\nParks | 2,345 | 2,640")


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("1,23,456", "commas"),
        ("£1234,567", "commas"),
        ("12.345,00", "exchanged"),
        ("1.234.567", "exchanged"),
        ("1O0", "letter"),
        ("2,l50", "letter"),
        ("--500", "minus"),
        ("(1,100", "bracket"),
        ("1,100)", "bracket"),
        ("1 234", "space"),
        ("12, 345", "space"),
        ("£723.79.48", "points"),
    ],
)
def test_a_malformed_figure_is_found(cell: str, why: str) -> None:
    (finding,) = found(with_cell(cell))
    assert finding.rule == "figures_are_well_formed"
    assert why in finding.message
    assert (finding.place.row, finding.place.column) == (2, 2)


@pytest.mark.parametrize(
    "cell",
    [
        "(1,100)",
        "£1,234.56",
        "-£500",
        "–",
        "n/a",
        "1,234*",
        "(£1.2m)",
        "12/03/2021",
        "12.03.21",
        "53 (12%)",
        "1234567",
        "100%",
        "0.5",
        "2019/20",
    ],
)
def test_a_well_formed_figure_is_left_alone(cell: str) -> None:
    assert "figures_are_well_formed" not in {finding.rule for finding in found(with_cell(cell))}


def test_spaces_in_a_pdf_may_be_the_extractions() -> None:
    rows = "Service | Budget £ | Outturn £\nRoads | 1 234 | 950\nParks | 2,345 | 2,640"
    assert found(table(rows)) != ()
    assert found(table(rows, file="report.pdf")) == ()


@pytest.mark.parametrize("words", ["a saving of £1O0,000 a year", "a grant of £1,23,456"])
def test_a_malformed_sum_in_the_text_is_found(words: str) -> None:
    assert [finding.rule for finding in found(text(words))] == ["figures_are_well_formed"]


@pytest.mark.parametrize(
    "words",
    [
        "£1,100,000 and £2.5m",
        "call 0161 342 3354",
        "in 2019,2020",
        "£10 or £12",
        "paragraphs 1,2,3",
    ],
)
def test_sums_and_numbers_in_the_text_are_left_alone(words: str) -> None:
    assert found(text(words)) == ()


def test_a_row_with_the_same_label_and_figures_stands_once() -> None:
    (finding,) = found(
        table(
            """School | Budget £ | Outturn £
            Moor Lane | 12,345 | 12,400
            Hillside | 9,876 | 9,800
            Moor Lane | 12,345 | 12,400"""
        )
    )
    assert finding.rule == "no_row_of_a_table_stands_twice"
    assert finding.place.row == 4


def test_a_row_with_one_figure_stands_once_where_every_other_label_does() -> None:
    rows = ["Service | £000", "Dredging | 310", "Buoys and lamps | 265", "Winter watch | 690"]

    (finding,) = found(table("\n".join([*rows, "Buoys and lamps | 265", "Signs | 148"])))

    assert finding.rule == "no_row_of_a_table_stands_twice"
    assert found(table("\n".join([*rows, "Signs | 148"]))) == ()


def test_a_row_of_words_repeated_below_itself_is_found() -> None:
    report = table("Proposal 1 | 5/2/19\nReview | Stage: Final\nReview | Stage: Final", head_rows=0)
    assert [finding.rule for finding in found(report)] == ["no_row_of_a_table_stands_twice"]


@pytest.mark.parametrize(
    "rows",
    [
        # the same line under two headings
        """Service | £000
        Roads |
        Employees | 1,200
        Parks |
        Employees | 1,200""",
        # posts alike
        """Post | FTE | Cost £
        Social worker | 1.0 | 48,000
        Social worker | 1.0 | 48,000
        Manager | 1.0 | 65,500""",
        # nothing in either
        """Grant | £000
        Home support | -
        Home support | -
        Others | 1,234""",
        # a form
        "Signed: | Date:\nSigned: | Date:",
    ],
)
def test_rows_alike_on_purpose_are_left_alone(rows: str) -> None:
    assert found(table(rows)) == ()


def test_a_label_that_comes_again_with_other_figures_is_found() -> None:
    (finding,) = found(
        table(
            """Service | 2020/21 £000 | 2021/22 £000
            Adult Social Care | 7,890 | 8,000
            Children in care | 4,560 | 4,700
            Highways repairs | 3,210 | 3,300
            Children in care | 1,110 | 1,200
            Library service | 900 | 950"""
        )
    )
    assert finding.rule == "a_label_stands_for_one_row"


def test_the_first_column_of_figures_without_a_heading_is_found() -> None:
    (finding,) = found(
        table("Service |  | Outturn | Variance\nRoads | 100 | 120 | 20\nParks | 200 | 210 | 10")
    )
    assert finding.rule == "a_column_of_figures_has_a_heading"


@pytest.mark.parametrize(
    "heads",
    ["2019/20 | 2020/21 | 2020/21", "2018/19 | 2018/19 | 2019/20", "2021 | 2022 | 2022"],
)
def test_a_year_over_two_columns_is_found(heads: str) -> None:
    report = table(f"Service | {heads}\nRoads | 100 | 150 | 190\nParks | 200 | 210 | 220")
    assert [finding.rule for finding in found(report)] == ["years_in_headings_run_on"]


def test_a_year_skipped_in_a_run_is_found() -> None:
    report = table(
        "Service | 2021/22 | 2022/23 | 2023/24 | 2025/26\n"
        "Roads | 11 | 25 | 38 | 51\nParks | 12 | 13 | 42 | 67"
    )
    assert [finding.rule for finding in found(report)] == ["years_in_headings_run_on"]


@pytest.mark.parametrize(
    "heads",
    [
        "2019/20 | 2020/21 | 2021/22",
        "2021/22 | 2020/21 | 2019/20",
        "2020/21 Budget | 2020/21 Outturn | 2021/22 Budget",
        "2016 | 2018 | 2020",
        "2019/20 £000 | Cumulative 2020/21 £000 | Total £000",
        "2017 | 2018 | 2019 | 2021",  # no examinations in two years
    ],
)
def test_years_that_run_on_are_left_alone(heads: str) -> None:
    count = heads.count("|") + 1
    row = " | ".join(str(100 + 7 * n * n) for n in range(count))
    report = table(f"Service | {heads}\nRoads | {row}\nParks | {row.replace('1', '2')}")
    assert "years_in_headings_run_on" not in {finding.rule for finding in found(report)}


@pytest.mark.parametrize(
    ("rows", "caption"),
    [
        ("Service | Budget £000\nRoads | £1.2m\nParks | 950", ""),
        ("Service | Budget £m | Outturn £m\nRoads | 1.2 | £950k\nParks | 0.9 | 0.8", ""),
        (
            "Service | Budget £000 | Outturn £000\nRoads | 120 | 130\nParks | 90 | 80",
            "Table 1 (£m)",
        ),
        ("Service | 2020/21 £000 | 2021/22 £m\nRoads | 120 | 1.3\nParks | 90 | 0.8", ""),
    ],
)
def test_two_units_in_one_table_are_found(rows: str, caption: str) -> None:
    assert [finding.rule for finding in found(table(rows, caption))] == ["a_table_keeps_one_unit"]


@pytest.mark.parametrize(
    "rows",
    [
        "Service | Budget £000 | Outturn £000\nRoads | 120 | 130\nParks | 90 | 80",
        "Project | Cost\nRoads | £1.2m\nParks | £350k",
        "Service | Budget £m | Variance £000\nRoads | 12.1 | 130\nParks | 9.8 | 80",
    ],
)
def test_one_unit_is_left_alone(rows: str) -> None:
    assert found(table(rows)) == ()


HOSTILE = [
    "£" + "1," * 50_000,
    "£1O" * 30_000,
    "1,23," * 20_000,
    "aged " * 20_000,
    "0-4 " * 25_000,
    "5% aged 0-4, " * 8_000,
    "under " * 16_000 + "5",
    " " * 100_000 + "1",
    "1" * 100_000,
    "(" * 100_000,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(rule: object) -> None:
    assert callable(rule)
    for words in HOSTILE:
        cells = Grid(rows=((words, words), ("Roads", words), ("x", "1")), place=Place(table=1))
        prose = Prose(text=words, place=Place(line=1))
        list(rule(Report(file="report.txt", blocks=(cells, prose))))
