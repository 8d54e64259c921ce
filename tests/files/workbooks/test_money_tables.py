"""Any council's own table: headings found, columns told, what it leaves open asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import HEAD, ROOM, places, read, workbook

from moothall.basics.figures import bracketed
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.money import Unit
from moothall.facts.sharing import EntryKind
from moothall.files.workbooks.cells import Cell, Holds
from moothall.files.workbooks.fields import TableKind
from moothall.files.workbooks.numbers import read_amount

YEAR = FinancialYear(2026)


def test_a_plain_table_needs_no_answer():
    table = read(
        "Archive budget 2026/27\n"
        "Service,Gross Expenditure £000,Gross Income £000,Net £000,FTE,Fund\n"
        '"Reading room","1,200.5",(200),"1,000.5",14.6,General Fund\n'
    )

    assert table.is_ready, table.problems + table.questions
    says = table.entries[0].says
    assert (says["service"], says["year"], says["funding"]) == (
        "Reading room",
        YEAR,
        FundingStream.GENERAL_FUND,
    )
    assert (says["gross_expenditure"], says["gross_income"]) == (1_200_500, 200_000)
    assert says["fte"] == Decimal("14.6")
    assert table.entries[0].place == "budget!A3"


@pytest.mark.checklist("D02")
def test_the_budget_table_of_document_001_is_read_as_printed():
    table = read(
        "\tGross Expenditure £000’s\tGross Income £000’s\tNet Budget £000’s\n"
        "Children’s Social Care\t64,286\t(10,288)\t53,998\n"
        "Education\t32,898\t(26,500)\t6,398\n"
        "Total Children’s\t97,183\t(36,788)\t60,395\n",
        year=FinancialYear(2020),
        funding="General Fund cash limit",
    )

    assert table.is_ready
    assert [each.says["gross_expenditure"] for each in table.entries] == [64_286_000, 32_898_000]
    assert [each.says["gross_income"] for each in table.entries] == [10_288_000, 26_500_000]
    (total,) = table.totals
    assert total.by_rounding
    assert total.wrong == (
        ("budget!B4", "97,183", "97,184"),
        ("budget!D4", "60,395", "60,396"),
    )


@pytest.mark.checklist("D10")
def test_the_savings_table_of_document_003_has_a_head_of_two_rows():
    table = read(
        "\t\t\t\t\tPhasing\t\t\n"
        "\tSaving Name\t2018/19 Cash Limit Budget £000\tFull Year Saving £000\t"
        "Revised Cash Limit £000\t2019/20 £000\tCumulative 2020/21 £000\t\n"
        "1\tChildren & Education Services\t7,319\t(1,100)\t6,219\t(642)\t(1,100)\t\n",
        TableKind.SAVINGS,
    )

    assert table.is_ready, table.problems + table.questions
    assert table.layout.head == (1, 2)
    says = table.entries[0].says
    assert (says["number"], says["name"]) == ("1", "Children & Education Services")
    assert says["cash_limit_year"] == FinancialYear(2018)
    assert [says[name].text for name in ("cash_limit", "full_year_saving")] == ["7,319", "(1,100)"]
    assert [(each.year.start, each.amount.text, each.cumulative) for each in says["phasing"]] == [
        (2019, "(642)", False),
        (2020, "(1,100)", True),
    ]


def test_merged_headings_go_with_each_of_their_columns():
    def merge(sheet):
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A3:A4")

    table = read(
        workbook(
            (None, "Gross budget 2026/27 £m", None, None),
            ("Service", "Expenditure", "Income", "Funding"),
            ("Reading room", 1.2, 0.2, "General Fund"),
            (None, 0.4, 0.1, "reserve"),
            change=merge,
        )
    )

    assert [each.heading for each in table.layout.columns][1:3] == [
        "Gross budget 2026/27 £m Expenditure",
        "Gross budget 2026/27 £m Income",
    ]
    assert table.is_ready, table.problems + table.questions
    assert [each.says["service"] for each in table.entries] == ["Reading room"] * 2
    assert table.entries[1].says["gross_expenditure"] == 400_000


def test_a_ledger_by_month_makes_an_entry_of_each():
    table = read(
        "What,April 2026/27 £,May 2026/27 £,Fund\nArchivist,4000.10,(20),General Fund\n",
        TableKind.LEDGER,
        entry_kind="actual",
        year=YEAR,
    )

    assert table.is_ready, table.problems + table.questions
    assert [
        (each.says["month"], each.says["amount"], each.says["kind"]) for each in table.entries
    ] == [(1, Decimal("4000.10"), EntryKind.ACTUAL), (2, -20, EntryKind.ACTUAL)]


def test_budget_and_outturn_beside_each_other_are_planned_and_actual():
    table = read(
        "Description,Council,Year,Fund,Budget £,Outturn £\nArchivist,Brae,2026/27,reserve,100,90\n",
        TableKind.LEDGER,
    )

    assert table.is_ready, table.problems + table.questions
    found = {each.says["kind"]: each for each in table.entries}
    assert found[EntryKind.PLANNED].says["amount"] == 100
    assert found[EntryKind.ACTUAL].says["amount"] == 90
    assert {each.authority for each in table.entries} == {"brae"}


# --- What is asked --------------------------------------------------------------------------------


def test_what_the_table_does_not_say_is_asked_and_answered_by_a_person():
    text = "Service,Gross expenditure,Gross income\nReading room,1.2,0.2\n"
    open_ones = [each.field for each in read(text).questions]
    table = read(text, unit=Unit.MILLIONS, year=YEAR, funding="reserve")

    assert open_ones == ["unit", "year", "funding"]
    assert table.is_ready
    assert table.entries[0].says["gross_expenditure"] == 1_200_000
    assert table.said == (
        "the unit (£m)",
        "the financial year (2026/27)",
        "the funding stream (reserve)",
    )


def test_what_is_wrong_is_told_beside_what_is_asked():
    table = read("Service,Gross expenditure,Gross income,FTE\nReading room,TBC,1,-1\n")

    assert {each.field for each in table.questions} == {"unit", "year", "funding"}
    assert places(table.problems) == ["budget!B2", "budget!D2"]


def test_several_sheets_are_asked_about_and_hidden_ones_named():
    def more(sheet):
        other = sheet.parent.create_sheet("Old")
        other.append(HEAD)
        other.append(ROOM)
        other.sheet_state = "veryHidden"

    data = workbook(HEAD, ROOM, change=more)
    asked = read(data)
    chosen = read(data, sheet="Old")

    assert [each.field for each in asked.questions] == ["sheet"]
    assert asked.questions[0].choices == (("Budget", "Budget"), ("Old", "Old (hidden)"))
    assert "Hidden in the workbook: “Old”." in asked.notes
    assert chosen.is_ready
    assert chosen.entries[0].place == "Old!A2"


@pytest.mark.parametrize(("answer", "lines"), [("", 0), ("read", 2), ("leave", 1)])
def test_hidden_rows_are_named_and_asked_about(answer: str, lines: int):
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    other = ("Stores", 1, 0, "2026/27", "reserve")
    table = read(workbook(HEAD, ROOM, other, change=hide), hidden_rows=answer)

    assert [each.field for each in table.questions] == ([] if answer else ["hidden_rows"])
    assert table.is_ready == bool(answer)
    assert not answer or len(table.entries) == lines
    assert any("Budget, row 3" in note for note in table.notes)


def test_hidden_columns_are_named_and_asked_about():
    def hide(sheet):
        sheet.column_dimensions["C"].hidden = True

    data = workbook((*HEAD, "FTE"), (*ROOM, 3), change=hide)

    asked = read(data)
    assert "C (“Gross income £”)" in asked.questions[0].words
    assert read(data, hidden_columns="read").is_ready


def test_what_a_person_has_chosen_goes_before_words_and_memory():
    text = "Service,Spend £,Earned £,Year,Fund\nReading room,5,1,2026/27,reserve\n"
    unknown = read(text)
    remembered = read(text, remembered={"earned £": "gross_income"})
    chosen = read(text, columns={"B": "gross_income", "C": "gross_expenditure"})

    assert not unknown.is_ready
    assert remembered.entries[0].says["gross_income"] == 1
    assert remembered.layout.columns[2].by == "remembered"
    assert chosen.entries[0].says["gross_income"] == 5


def test_net_alone_does_not_tell_what_is_spent_and_earned():
    table = read("Service,Net £,Year,Fund\nReading room,5,2026/27,reserve\n")

    assert "two of gross expenditure, gross income and net are needed" in table.problems[0].what


def test_the_third_of_gross_income_and_net_is_worked_out():
    table = read("Service,Gross £,Net £,Year,Fund\nReading room,5,3,2026/27,reserve\n")

    assert table.entries[0].says["gross_income"] == 2


# --- Numbers --------------------------------------------------------------------------------------


def amount(text: str) -> Decimal:
    return read_amount(Cell(Holds.TEXT, text)).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("(1,234)", -1234), ("-1,234", -1234), ("−1234", -1234), ("1,234-", -1234)),
        *(("£1,234.50", "1234.5"), ("-£5", -5), ("£(5)", -5), ("£-5", -5), ("5 CR", -5)),
        *(("1 234", 1234), ("-", 0), ("–", 0), (".5", "0.5"), ("5 DR", 5)),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: object):
    assert amount(text) == Decimal(str(value))


@pytest.mark.parametrize("text", ["TBC", "(5", "5)", "(-5)", "1,23", "1.2.3", "5bn", "£", "10-12"])
def test_what_is_no_number_is_none(text: str):
    with pytest.raises(ValueError, match=r"no number|says twice|in billions"):
        amount(text)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
    )
)
def test_every_number_comes_back_as_it_is_printed(value: Decimal):
    assert amount(bracketed(value)) == value


def test_brackets_and_minus_signs_in_one_table_are_both_negative_and_named():
    table = read(
        "What,Year,Fund,Amount £\nA,2026/27,reserve,(5)\nB,2026/27,reserve,-6\n",
        TableKind.LEDGER,
        entry_kind="actual",
    )

    assert [each.says["amount"] for each in table.entries] == [-5, -6]
    (warned,) = table.warnings
    assert warned.place == "budget!D3"
    assert "budget!D2 by brackets" in warned.what


# --- What is wrong --------------------------------------------------------------------------------


def test_two_units_in_the_headings_are_refused_with_their_cells():
    table = read(
        "Service,Gross expenditure £000,Gross income £m,Year,Fund\nA,5,1,2026/27,reserve\n"
    )

    assert [(each.place, each.what) for each in table.problems] == [
        ("budget!C1", "states £m, and budget!B1 states £000")
    ]


def test_another_unit_in_a_cell_is_refused_with_the_cell():
    table = read(
        "Service,Gross expenditure £000,Gross income £000,Year,Fund\nA,1.2m,1,2026/27,GF\n"
    )

    assert places(table.problems) == ["budget!B2"]
    assert "is in £m, and the table is in £000" in table.problems[0].what


def test_an_empty_cell_is_not_nought():
    table = read("Service,Gross expenditure £,Gross income £,Year,Fund\nA,5,,2026/27,GF\n")

    assert places(table.problems) == ["budget!C2"]
    assert table.problems[0].what == "Gross income is empty"


def test_a_missing_year_is_named():
    rows = "A,5,1,,GF\nB,5,1,2026/28,GF\n"
    table = read(f"Service,Gross expenditure £,Gross income £,Year,Fund\n{rows}")

    assert places(table.problems) == ["budget!D2", "budget!D3"]


def test_a_year_that_the_phasing_passes_over_is_named():
    table = read(
        "Saving,2025/26 cash limit £,Full year saving £,Revised cash limit £,2026/27 £,2028/29 £\n"
        "Archive,9,(2),7,(1),(1)\n",
        TableKind.SAVINGS,
    )

    assert table.is_ready
    assert [(each.place, each.what) for each in table.warnings] == [
        ("budget!F1", "follows 2026/27: 2027/28 is missing in the phasing")
    ]


def test_a_negative_number_of_people_is_refused():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund,FTE\n"
    table = read(f"{head}A,5,1,2026/27,GF,-1\n")

    assert places(table.problems) == ["budget!F2"]


def test_rows_that_say_the_same_are_named_or_added_up():
    head = "Service,Cost centre,Gross expenditure £,Gross income £,Year,Fund\n"
    text = f"{head}A,1,5,1,2026/27,GF\nA,1,6,2,2026/27,GF\na ,2,7,0,2026/27,GF\n"

    table = read(text)
    together = read(text, add_up=True)

    assert [(each.place, each.what) for each in table.problems] == [
        ("budget!A2", "stands here and again in budget!A3")
    ]
    assert together.is_ready
    assert [each.says["gross_expenditure"] for each in together.entries] == [18]


def test_income_of_both_signs_is_refused_with_the_odd_cells():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund\n"
    table = read(f"{head}A,5,(1),2026/27,GF\nB,5,(1),2026/27,GF\nC,5,2,2026/27,GF\n")

    assert places(table.problems) == ["budget!C4"]


def test_a_net_that_does_not_follow_is_told_and_stands():
    head = "Service,Gross expenditure £,Gross income £,Net £,Year,Fund\n"
    table = read(f"{head}A,5,(1),7,2026/27,GF\n")

    assert table.is_ready
    assert [each.place for each in table.warnings] == ["budget!D2"]
    assert "makes 4: rounding does not" in table.warnings[0].what


def test_percentages_that_nearly_make_a_hundred_are_told():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund,Share\n"
    table = read(f"{head}A,5,1,2026/27,GF,33.3%\nB,5,1,2026/27,GF,66.6%\n")

    assert table.is_ready
    (warned,) = table.warnings
    assert (warned.place, warned.what) == (
        "budget!F2:F3",
        "the percentages sum to 99.9, not 100",
    )


@pytest.mark.parametrize(
    "label", ["Total", "Sub-total", "TOTAL CHILDREN'S", "Grand Total", "Net budget"]
)
def test_totals_are_kept_out_and_checked(label: str):
    head = "Service,Gross expenditure £,Gross income £,Year,Fund\n"
    table = read(f"{head}A,5,1,2026/27,GF\nB,6,1,2026/27,GF\n{label},11,2,,\n")

    assert table.is_ready, table.problems
    assert len(table.entries) == 2
    assert [(each.of, each.wrong) for each in table.totals] == [("the 2 rows above it", ())]


def test_a_total_of_subtotals_is_told_from_one_of_rows():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund\n"
    row = "{},{},1,2026/27,GF\n"
    rows = row.format("A", 5) + row.format("B", 6) + "Subtotal,11,2,,\n"
    rows += row.format("C", 7) + "Subtotal,7,1,,\nTotal,18,3,,\nGrand total,25,3,,\n"

    table = read(head + rows)

    assert [(each.of, bool(each.wrong)) for each in table.totals][:3] == [
        ("the 2 rows above it", False),
        ("the 1 row above it", False),
        ("all 3 rows", False),
    ]
    assert table.totals[3].wrong[0][:2] == ("budget!B8", "25")
    assert not table.totals[3].by_rounding


def test_a_row_without_a_name_that_sums_the_others_is_a_total():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund\n"
    table = read(f"{head}A,5,1,2026/27,GF\nB,6,1,2026/27,GF\n,11,2,,\n")

    assert table.is_ready, table.problems
    assert len(table.totals) == 1


def test_headings_that_come_again_on_the_next_page_are_passed_over():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund\n"
    table = read(f"{head}A,5,1,2026/27,GF\n{head}B,6,1,2026/27,GF\n")

    assert table.is_ready, table.problems
    assert len(table.entries) == 2


def test_another_councils_lines_are_left_out_and_counted():
    head = "Council,Service,Gross expenditure £,Gross income £,Year,Fund\n"
    table = read(f"{head}Ashby,A,5,1,2026/27,GF\nBrae Council,B,6,1,2026/27,GF\n")

    assert [each.says["service"] for each in table.entries] == ["A"]
    assert "Left out: 1 lines of Brae, whose own they are." in table.notes


def test_a_grant_that_does_not_say_its_block_is_asked_for_it():
    head = "Service,Gross expenditure £,Gross income £,Year,Fund\n"
    table = read(f"{head}A,5,1,2026/27,DSG\n")

    assert places(table.problems) == ["budget!E2"]
    assert "which block of the grant" in table.problems[0].what
