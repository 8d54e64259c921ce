"""How wide columns are made where the writer has to say."""

import pytest

from moothall.documents.document import Table
from moothall.render.column_widths import column_widths
from moothall.render.lettering import text_width

WIDE = 480.0


def widths(table: Table, total: float = WIDE) -> tuple[float, ...]:
    return column_widths(table, total, size=9.5, padding=8.5)


@pytest.mark.parametrize("total", [60.0, 200.0, WIDE])
def test_columns_fill_the_width_that_is_given(total: float) -> None:
    table = Table("T", ("No.", "A long heading", "c"), ((("1",), ("two words " * 40,), ("3",)),))
    assert sum(widths(table, total)) == pytest.approx(total)


def test_a_word_is_not_broken_where_there_is_room() -> None:
    table = Table("T", ("A", "B"), ((("Interdependencies",), ("much to say " * 60,)),))
    assert widths(table)[0] >= text_width("Interdependencies", 9.5, bold=True, spare=1.0) + 8.5


def test_a_day_stays_on_one_line_where_there_is_room() -> None:
    table = Table("T", ("A", "B"), ((("x",), ("Tue 28 Jun 2022",)), (("much " * 90,), ("–",))))
    assert widths(table)[1] >= text_width("Tue 28 Jun 2022", 9.5, spare=1.0) + 8.5


def test_a_column_that_says_more_gets_more() -> None:
    first, second = widths(Table("T", ("A", "B"), ((("few words",) * 3, ("many words " * 50,)),)))
    assert second > 2 * first


def test_narrow_columns_are_left_alone_when_words_do_not_fit() -> None:
    table = Table("T", ("No.", "B", "C"), ((("1",), ("x" * 90,), ("y" * 90,)),))
    number, *others = widths(table, 200)
    assert number >= text_width("No.", 9.5, bold=True, spare=1.0) + 8.5
    assert others[0] == pytest.approx(others[1])


def test_a_group_fits_over_its_columns() -> None:
    groups = (("", 1), ("Borchester and Ambridge together", 2))
    table = Table("T", ("A", "1", "2"), ((("much to say " * 60,), ("1",), ("2",)),), groups=groups)
    needed = text_width(groups[1][0], 9.5, bold=True, spare=1.0)
    assert sum(widths(table)[1:]) >= needed


def test_a_front_sheet_gives_its_texts_most_of_the_width() -> None:
    label, text = widths(Table("", (), ((("To:",), ("Cabinet",)),)))
    assert label < text / 2


def test_a_table_without_rows_or_words_still_has_widths() -> None:
    assert widths(Table("T", ("", ""), ())) == (WIDE / 2, WIDE / 2)
