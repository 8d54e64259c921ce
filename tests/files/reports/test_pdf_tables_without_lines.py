"""PDFs whose tables have no lines: figures at the right, words that wrap, rows over two pages."""

import pytest
from made_pdf import MadePage, made_pdf, page

from moothall.documents.report import Report
from moothall.files.reports.report_file import read_bytes

_INTRODUCED = "The position is set out below, and members are asked to note it at the meeting."
_WIDTH = 5.5
"""About how wide a figure of eleven points is."""


def read(*pages: MadePage) -> Report:
    return read_bytes(made_pdf(*pages), "r.pdf")


def at_the_right(made: MadePage, x: float, y: float, figure: str, **how: bool) -> None:
    """A figure that ends at about `x`."""
    made.text(x - _WIDTH * len(figure), y, figure, **how)


def figures(made: MadePage, top: float, *rows: tuple[str, ...]) -> float:
    """Rows with figures at the right of columns that begin at 250 and 350; below them."""
    for label, *cells in rows:
        made.text(72, top, label)
        for x, cell in zip((330, 430), cells, strict=True):
            at_the_right(made, x, top, cell)
        top += 24
    return top


def heads(made: MadePage, y: float) -> None:
    made.text(72, y, "Service", bold=True).text(250, y, "Budget", bold=True)
    made.text(350, y, "Spent", bold=True)


def test_a_head_at_the_left_names_the_figures_at_the_right_of_its_column():
    made = page().text(72, 80, _INTRODUCED)
    heads(made, 120)
    figures(made, 144, ("Roads", "40", "38"), ("Parks", "12", "15"), ("Total", "52", "53"))

    assert read(made).grids[0].rows == (
        ("Service", "Budget", "Spent"),
        ("Roads", "40", "38"),
        ("Parks", "12", "15"),
        ("Total", "52", "53"),
    )


def test_a_label_that_wraps_is_one_where_rows_stand_further_apart():
    made = page().text(72, 80, _INTRODUCED)
    heads(made, 120)
    figures(made, 144, ("Roads and", "40", "38"))
    made.text(72, 157, "Bridges")
    figures(made, 184, ("Parks", "12", "15"), ("Total", "52", "53"))

    assert [row[0] for row in read(made).grids[0].rows] == [
        "Service",
        "Roads and Bridges",
        "Parks",
        "Total",
    ]


def test_rows_of_figures_go_on_over_the_page_however_few_stand_on_one():
    first = page().text(72, 80, _INTRODUCED)
    heads(first, 700)
    figures(first, 724, ("Roads", "40", "38"))
    second = page()
    below = figures(second, 80, ("Parks", "12", "15"), ("Total", "52", "53"))
    second.text(72, below + 30, _INTRODUCED)

    report = read(first, second)

    [grid] = report.grids
    assert [row[1] for row in grid.rows] == ["Budget", "40", "12", "52"]
    assert len(report.prose) == 2


STEPS = (
    ("Step", "When and by whom"),
    ("Consultation ends", "Friday 6 March 2026"),
    ("Cabinet decides", "Tuesday 14 April 2026, after the"),
    ("Staff are told", "May 2026"),
)


def steps(made: MadePage, top: float, *rows: tuple[str, str]) -> float:
    for label, words in rows:
        bold = label == "Step"
        made.text(72, top, label, bold=bold).text(250, top, words, bold=bold)
        if words.endswith("after the"):
            top += 13
            made.text(250, top, "call-in period")
        top += 24
    return top


def test_a_table_of_words_is_read_by_where_its_cells_begin():
    made = page().text(72, 80, _INTRODUCED)
    below = steps(made, 120, *STEPS)
    made.text(72, below + 20, _INTRODUCED)

    report = read(made)

    assert report.grids[0].rows == (
        *STEPS[:2],
        ("Cabinet decides", "Tuesday 14 April 2026, after the call-in period"),
        STEPS[3],
    )
    assert len(report.prose) == 2


def test_a_table_of_words_goes_on_over_the_page():
    first = page().text(72, 80, _INTRODUCED)
    steps(first, 680, *STEPS[:3])
    second = page()
    steps(second, 80, STEPS[3])

    [grid] = read(first, second).grids
    assert [row[0] for row in grid.rows] == [label for label, _ in STEPS]


@pytest.mark.parametrize(
    "rows",
    [
        [("Councillor Ash", "Councillor Elm"), ("Councillor Oak", "Councillor Yew")] * 2,
        [("1.", "The first of four points"), ("2.", "The second point of the four")] * 2,
        [("Report to:", "Cabinet of the council"), ("Date:", "Tuesday 14 April 2026")] * 2,
        [
            ("The lamps on the quay", "which the harbour keeps"),
            ("are lit at dusk and put", "in order every spring by"),
            ("out at dawn by men who", "those who live near to it"),
            ("have done so for years", "and know each one well."),
        ],
    ],
    ids=["names side by side", "a list", "fields", "running text in two columns"],
)
def test_what_only_stands_in_columns_is_no_table(rows: list[tuple[str, str]]):
    made = page().text(72, 80, _INTRODUCED)
    for at, (left, right) in enumerate(rows):
        made.text(72, 120 + 14 * at, left).text(250, 120 + 14 * at, right)

    assert not read(made).grids
