"""What bringing a table in would change: the same line is found again, the rest is left alone."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tables import read

from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme
from moothall.files.workbooks.changes import TableChanges, Target, changes_of
from moothall.files.workbooks.fields import TableKind

HEAD = (
    "No,Saving,2025/26 cash limit {u},Full year {u},Revised {u},2026/27 {u},Cumulative 2027/28 {u}"
    "\n"
)
TARGET = Target(
    proposal="archive", owner="ashby", document="t", known_on=date(2026, 2, 1), shared=False
)


@pytest.fixture
def towns(three_towns: Path) -> Programme:
    return read_programme(three_towns)


def savings(programme: Programme, rows: str, unit: str = "£000") -> TableChanges:
    table = read(HEAD.format(u=unit) + rows, TableKind.SAVINGS)
    assert table.is_ready, table.problems + table.questions
    return changes_of(programme, table, TARGET)


def test_the_same_figures_in_another_form_change_nothing(towns: Programme):
    assert savings(towns, "7,Archive,900,-200,700.0,(150),(200)\n").is_nothing
    assert savings(
        towns, '7,ARCHIVE,"900,000","(200,000)",700000,-150000,-200000\n', "£"
    ).is_nothing


def test_a_change_in_another_unit_stays_in_the_unit_on_record(towns: Programme):
    (changed,) = savings(towns, "7,Archive,0.9,(0.25),0.65,(0.15),(0.25)\n", "£m").changed

    held, after = towns.savings[0], changed.after
    assert after.unit is held.unit
    assert (after.full_year_saving.text, after.revised_cash_limit.text) == ("(250)", "650")
    assert after.breakdown == held.breakdown
    assert [(each.name, each.before, each.after) for each in changed.fields] == [
        ("full_year_saving", "(200)", "(250)"),
        ("revised_cash_limit", "700", "650"),
        (
            "phasing",
            "2026/27 (150); 2027/28 cumulative (200)",
            "2026/27 (150); 2027/28 cumulative (250)",
        ),
    ]


def test_what_the_table_does_not_say_stays_as_it_was(towns: Programme):
    (changed,) = savings(towns, "7,Archive,910,(200),710,(150),(200)\n").changed

    assert changed.after.id == "archive-saving"
    assert changed.after.breakdown == towns.savings[0].breakdown
    assert changed.after.source.document == "t"
    assert changed.after.source.paragraph == "budget!A2"


def test_a_line_on_record_that_the_table_does_not_name_is_told_and_left(towns: Programme):
    changes = savings(towns, "8,Opening hours,400,(40),360,(20),(40)\n")

    assert [each.id for each in changes.not_in_it] == ["archive-saving"]
    assert [each.after.id for each in changes.new] == ["saving-ashby-8-opening-hours"]


def test_new_lines_of_one_name_get_ids_of_their_own(towns: Programme):
    rows = "A,1,2,0,2026/27,reserve\nA,2,3,0,2026/27,reserve\n"
    table = read(f"Service,Code,Gross expenditure £,Gross income £,Year,Fund\n{rows}")
    changes = changes_of(towns, table, TARGET)

    ids = [each.after.id for each in changes.new]
    assert ids == ["base-ashby-a-reserve-2026-27", "base-ashby-a-reserve-2026-27-2"]
    assert [each.after.gross_expenditure for each in changes.new] == [Decimal(2), Decimal(3)]
    assert not any(each.after.shared for each in changes.new)
