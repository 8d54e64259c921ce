"""Tables of plain text whose columns are parted by strokes."""

from moothall.files.reports.text import read_plain_text

ROWS = "Pier | Boats | Lamps\nNorth | 12 | 4\nSouth | 9 | 6\nQuay | 3 | 1"


def test_lines_with_as_many_strokes_are_a_table_with_its_head() -> None:
    (grid,) = read_plain_text(f"The piers are these.\n\n{ROWS}\n\nNo more.", "r").grids
    assert grid.rows[0] == ("Pier", "Boats", "Lamps")
    assert grid.head_rows == 1
    assert grid.rows[3] == ("Quay", "3", "1")


def test_strokes_at_the_edges_and_the_rule_under_a_head_are_taken_off() -> None:
    lines = [f"| {line} |" for line in ROWS.splitlines()]
    text = "\n".join([lines[0], "|---|---|---|", *lines[1:]])
    (grid,) = read_plain_text(text, "r").grids
    assert len(grid.rows) == 4


def test_two_lines_of_links_are_no_table() -> None:
    assert not read_plain_text("Home | News | Contact\nPlans | Bins | Tax\n\nText.", "r").grids


def test_fields_under_one_another_stand_apart() -> None:
    text = "Report author: Jo Rope, Harbour Accountant, ferries\nFinance clearance: Hal Bight"
    assert len(read_plain_text(text, "r").blocks) == 2
