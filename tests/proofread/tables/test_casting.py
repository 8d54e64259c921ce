"""Casting: totals down and across, differences, percentages, each from the table's own figures."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.tables.columns import Figure, Gap, number_table, read_cell
from moothall.proofread.tables.tables import RULES
from runaway import comes_to_an_end

SERVICES = (
    "Adult Social Care",
    "Children’s Services",
    "Education",
    "Highways",
    "Libraries",
    "Public Health",
    "Housing",
    "Planning",
)


def table(text: str, caption: str = "", section: str = "") -> Report:
    """A report of one table, written with bars; its first row is the head."""
    rows = tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()
    )
    width = max(len(row) for row in rows)
    full = tuple(row + ("",) * (width - len(row)) for row in rows)
    place = Place(table=1, section=section)
    return Report(
        file="report.docx", blocks=(Grid(rows=full, place=place, head_rows=1, caption=caption),)
    )


def found(report: Report, *, everything: bool = False) -> tuple[TextFinding, ...]:
    return proofread((report,), RULES, everything=everything)


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in found(report)}


def written(value: int, style: str) -> str:
    if style == "brackets":
        return f"({-value:,})" if value < 0 else f"{value:,}"
    if style == "pounds":
        return f"-£{-value:,}" if value < 0 else f"£{value:,}"
    return f"–{-value:,}" if value < 0 else f"{value:,}"


styles = st.sampled_from(["brackets", "pounds", "dashes"])
figures = st.integers(min_value=100, max_value=99_999)


@st.composite
def budgets(draw: st.DrawFn) -> tuple[list[str], list[list[int]], str]:
    """Budget, income and net for some services, with their total: every row and column casts."""
    names = draw(st.lists(st.sampled_from(SERVICES), min_size=3, max_size=8, unique=True))
    rows = []
    for _ in names:
        gross, income = draw(figures), -draw(st.integers(min_value=50, max_value=60_000))
        rows.append([gross, income, gross + income])
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return [*names, "Total"], rows, draw(styles)


def as_table(names: list[str], rows: list[list[int]], style: str) -> Report:
    head = " | Gross Expenditure £000 | Gross Income £000 | Net Budget £000"
    lines = [
        " | ".join([name, *(written(value, style) for value in row)])
        for name, row in zip(names, rows, strict=True)
    ]
    return table("\n".join([head, *lines]))


@given(budgets())
def test_a_table_that_casts_gives_silence(budget: tuple[list[str], list[list[int]], str]) -> None:
    names, rows, style = budget
    assume(abs(rows[-1][2]) >= 100)  # a net of nearly nothing keeps to other rows by chance
    assert found(as_table(names, rows, style)) == ()


@given(budgets(), st.data())
def test_one_wrong_figure_that_breaks_two_sums_is_named_once(
    budget: tuple[list[str], list[list[int]], str], data: st.DataObject
) -> None:
    names, rows, style = budget
    row = data.draw(st.integers(min_value=0, max_value=len(rows) - 1))
    column = data.draw(st.integers(min_value=0, max_value=2))
    off = data.draw(st.integers(min_value=20, max_value=90))
    # else the sum comes out as the total with its sign turned, or nearer to it than to the total
    # itself, and nothing tells which it is
    assume(all(abs(value) > 100 for value in rows[row]))
    rows[row][column] += off if rows[row][column] >= 0 else -off
    findings = found(as_table(names, rows, style))
    (finding,) = findings
    assert finding.rule in {"a_table_casts_down", "a_table_casts_across"}
    assert (finding.place.row, finding.place.column) == (row + 2, column + 2)
    assert "is the likely slip" in finding.message


@st.composite
def sectioned(draw: st.DrawFn) -> tuple[list[str], list[int], list[int]]:
    """One column in sections with sub-totals and a grand total; also the places of the items."""
    lines: list[str] = []
    values: list[int] = []
    items: list[int] = []
    grand = 0
    for section in range(draw(st.integers(min_value=2, max_value=3))):
        lines.append(f"Directorate {'ABC'[section]} | ")
        values.append(0)
        several = draw(st.lists(figures, min_size=2, max_size=4))
        for number, value in enumerate(several):
            items.append(len(lines))
            lines.append(f"{SERVICES[section * 2 + number % 2]} {number} | {{}}")
            values.append(value)
        lines.append(f"Sub-total {'ABC'[section]} | {{}}")
        values.append(sum(several))
        grand += sum(several)
    lines.append("Grand total | {}")
    values.append(grand)
    return lines, values, items


def in_sections(lines: list[str], values: list[int]) -> Report:
    rows = [line.format(f"{value:,}") for line, value in zip(lines, values, strict=True)]
    return table("\n".join(["Service | Budget £000", *rows]))


@given(sectioned())
def test_sub_totals_belong_to_the_rows_since_the_last_one(
    made: tuple[list[str], list[int], list[int]],
) -> None:
    lines, values, _ = made
    assert found(in_sections(lines, values)) == ()


@given(sectioned(), st.data())
def test_a_wrong_item_shows_in_its_sub_total(
    made: tuple[list[str], list[int], list[int]], data: st.DataObject
) -> None:
    lines, values, items = made
    values[data.draw(st.sampled_from(items))] += data.draw(st.integers(15, 40))
    assert [f.rule for f in found(in_sections(lines, values))] == ["a_table_casts_down"]


@given(st.lists(st.integers(50, 900), min_size=4, max_size=8), st.data())
def test_a_share_of_the_total_computes(counts: list[int], data: st.DataObject) -> None:
    total = sum(counts)
    shares = [round(100 * count / total, 1) for count in counts]

    def report() -> Report:
        rows = [
            f"{name} | {count} | {share}%"
            for name, count, share in zip(SERVICES, counts, shares, strict=False)
        ]
        return table("\n".join(["Group | Number | %", *rows, f"Total | {total} | 100%"]))

    assert found(report()) == ()
    wrong = data.draw(st.integers(0, len(shares) - 1))
    shares[wrong] = round(shares[wrong] + data.draw(st.floats(2.5, 12)), 1)
    assert "a_percentage_in_a_table_computes" in rules(report())


changes = st.integers(min_value=30, max_value=900).flatmap(
    lambda size: st.sampled_from([size, -size])
)


@given(
    st.lists(
        st.tuples(st.integers(1_000, 99_999), changes),
        min_size=4,
        max_size=8,
        unique_by=(lambda pair: pair[0], lambda pair: pair[1]),
    ),
    st.data(),
)
def test_a_variance_is_the_difference_of_its_columns(
    pairs: list[tuple[int, int]], data: st.DataObject
) -> None:
    variances = [change for _, change in pairs]

    def report() -> Report:
        rows = [
            f"{name} | {budget:,} | {budget + change:,} | {written(variance, 'brackets')}"
            for name, (budget, change), variance in zip(SERVICES, pairs, variances, strict=False)
        ]
        return table("\n".join(["Service | Budget £ | Outturn £ | Variance £", *rows]))

    assert found(report()) == ()
    wrong = data.draw(st.integers(0, len(pairs) - 1))
    variances[wrong] += data.draw(st.integers(20, 90)) * (1 if variances[wrong] >= 0 else -1)
    assert rules(report()) == {"a_difference_in_a_table_computes"}


CASTING = [
    pytest.param(
        """ | Gross Expenditure £000’s | Gross Income £000’s | Net Budget £000’s
        Social Care | 64,286 | (10,288) | 53,998
        Education | 32,898 | (26,500) | 6,398
        Total Children’s | 97,183 | (36,788) | 60,395""",
        id="rounding of one",
    ),
    pytest.param(
        """ | 2021/22 £m | 2022/23 £m
        Employees | 45.2 | 46.1
        of which: agency | 4.1 | 3.9
        Premises | 3.3 | 3.4
        Total expenditure | 48.5 | 49.5
        Government grants | 20.1 | 20.4
        Fees and charges | 4.2 | 4.6
        Total income | 24.3 | 25.0
        Net expenditure | 24.2 | 24.5""",
        id="income printed positive, agency of which",
    ),
    pytest.param(
        """Scheme | 2021/22 £000 | 2022/23 £000 | Total £000
        School places | 1,200 | 800 | 2,000
        Roads | 650 | - | 650
        Cumulative | 1,850 | 2,650 |
        Total | 1,850 | 800 | 2,650""",
        id="a cumulative row",
    ),
    pytest.param(
        """Reason | Number | %
        I am a parent | 210 | 61%
        I am a resident | 190 | 55%
        I work at a school | 45 | 13%
        Total respondents | 345 | 100%""",
        id="several answers each",
    ),
    pytest.param(
        """Phase | Autumn | Spring | Year
        Primary | 95.1 | 94.6 | 94.8
        Secondary | 92.3 | 91.9 | 92.1
        Total | 93.7 | 93.2 | 93.4""",
        id="a total that is an average",
    ),
    pytest.param(
        """Cost | 2021/22 | 2022/23
        Salaries | 120,300 | 125,100
        Total pay | 120,300 | 125,100
        Rent | 20,000 | 20,500
        Total running costs | 140,300 | 145,600""",
        id="a running total",
    ),
    pytest.param(
        """ | All | Boys | Girls
        All pupils | 1,210 | 610 | 600
        Primary | 700 | 360 | 340
        Secondary | 510 | 250 | 260""",
        id="totals first",
    ),
    pytest.param(
        """Item | £
        Water rates | 30.00
        Insurance | 780.50
        Total | 810.50""",
        id="rates that are added",
    ),
    pytest.param(
        """Ethnic group | 2020 | 2021
        White British | 210 | 205
        Mixed | <5 | 6
        Other | * | *
        Total | 247 | 255""",
        id="suppressed figures",
    ),
    pytest.param(
        """Date | Time | Venue | Attendees
        12 May | 9.30-11.00 | Town Hall | 23
        17 May | 18.00-19.30 | Library | 40""",
        id="times and dates",
    ),
    pytest.param(
        """Risk | Likelihood | Impact | Score
        Failure to deliver | 3 | 4 | 12
        Loss of staff | 4 | 4 | 16
        Data breach | 2 | 5 | 10""",
        id="a risk score",
    ),
    pytest.param(
        """Department | Budget £ | Outturn £ | Overspend £ | Underspend £
        Roads | 5,736 | 5,667 | | 69
        Parking | 2,500 | 2,684 | 184 |
        Lighting | 2,794 | 2,757 | | 37
        Bridges | 1,000 | 1,040 | 40 |
        Total | 12,030 | 12,148 | 224 | 106""",
        id="over- and underspends in columns of their own",
    ),
    pytest.param(
        """Service | Original £000 | In-year changes £000 | Revised £000 | Forecast £000
        Roads | 5,000 | 250 | 5,250 | 5,300
        Parks | 2,000 | (100) | 1,900 | 1,870
        Waste | 7,500 | 75 | 7,575 | 7,575
        Total | 14,500 | 225 | 14,725 | 14,745""",
        id="changes that make a revised budget",
    ),
    pytest.param(
        """Group | Number
        Schools | 60
        Pupils looked at | 20
        All looked after | 12
        Total children in care | 381
        Girls | 167
        Boys | 214""",
        id="a total above its parts",
    ),
    pytest.param(
        """Area | Posts | Vacancies | Average cost
        North | 120 | 14 | 312
        South | 150 | 19 | 296
        West | 90 | 7 | 305
        Total | 360 | 40 | 304""",
        id="an average under a total",
    ),
    pytest.param(
        """Area | Pupils | Places | Occupied
        North | 1,120 | 1,400 | 80
        South | 1,500 | 2,000 | 75
        West | 900 | 1,000 | 90
        Total | 3,520 | 4,400 | 80""",
        id="a rate without its sign",
    ),
    pytest.param(
        """Schools | 2019 | 2020
        Primary | 1.4 | 1.4
        Secondary | 1.4 | 1.4
        Special | 1.4 | 1.4
        Total | 4.3 | 4.3""",
        id="rounded halves",
    ),
]


@pytest.mark.parametrize("text", CASTING)
def test_a_table_that_is_right_in_its_own_way_is_left_alone(text: str) -> None:
    assert found(table(text)) == ()


FAULTS = [
    pytest.param(
        """Item | Price
        Fan | £57.30
        Drive | £336.48
        Power | £14.40
        Total | £407.18""",
        "a_table_casts_down",
        "£57.30 + £336.48 + £14.40 = £408.18",
        id="one column of money",
    ),
    pytest.param(
        """ | General Fund £000 | Earmarked £000 | Total usable £000
        Balance at 1 April | 5,576 | 4,763 | 10,339
        Deficit for the year | (589) | 0 | (589)
        Transfers | (950) | 950 | 0
        Balance at 31 March | 4,037 | 5,713 | 9,570""",
        "a_table_casts_across",
        "4,037 + 5,713 = 9,750",
        id="across",
    ),
    pytest.param(
        """Saving | Budget £000 | Full Year Saving £000 | Revised Budget £000
        Education Services | 7,319 | (1,100) | 6,129""",
        "a_table_casts_across",
        "7,319 + (1,100) = 6,219",
        id="a revised budget of one row",
    ),
    pytest.param(
        """Fund | Gross expenditure | Total income | Net cost
        General fund | £110,156 | (£89,340,000) | £20,816,000
        Housing revenue account | £29,939,000 | (£30,310,000) | (£371,000)""",
        "a_table_casts_across",
        "the sum of another row is right",
        id="three noughts lost",
    ),
    pytest.param(
        """School | Number of pupils
        Moor Lane | 398
        St Anne’s | 205
        Hillside | 371
        Total | 972""",
        "a_table_casts_down",
        "rounding explains no such difference",
        id="counts are not rounded",
    ),
    pytest.param(
        """Question | Agree | Neither | Disagree
        One | 40% | 20% | 40%
        Two | 51% | 19% | 30%
        Three | 62% | 10% | 28%
        Four | 33% | 33% | 34%
        Five | 45% | 25% | 38%""",
        "shares_in_a_table_make_a_hundred",
        "45% + 25% + 38% = 108%",
        id="answers that pass a hundred",
    ),
    pytest.param(
        """Age | Responses
        Under 25 | 14 (4.5%)
        25-44 | 101 (32.4%)
        45-64 | 132 (24.3%)
        65+ | 65 (20.8%)
        Total | 312""",
        "a_percentage_in_a_table_computes",
        "is 42.3%",
        id="a share in the cell of its count",
    ),
]


@pytest.mark.parametrize(("text", "rule", "words"), FAULTS)
def test_a_fault_is_found_with_its_arithmetic(text: str, rule: str, words: str) -> None:
    findings = [f for f in found(table(text)) if f.rule == rule]
    assert any(words in f.message for f in findings), findings


def test_rounding_is_told_from_error_and_shown_only_on_request() -> None:
    report = table("Service | £000\nA services | 64,286\nB services | 32,898\nTotal | 97,183")
    assert found(report) == ()
    (finding,) = found(report, everything=True)
    assert finding.confidence is Confidence.LOW
    assert "no more than rounding explains" in finding.message


def test_the_other_columns_that_cast_are_named_as_witnesses() -> None:
    report = table(
        """ | 2020/21 | 2021/22 | 2022/23
        Salaries | 100,500 | 104,000 | 108,000
        Supplies | 22,250 | 23,100 | 24,000
        Total | 122,750 | 127,600 | 132,000"""
    )
    (finding,) = found(report)
    assert finding.confidence is Confidence.HIGH
    assert "the sums of 2 other columns are right" in finding.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(1,100)", -1100),
        ("£(1,100)", -1100),
        ("(£1,100)", -1100),
        ("-£1,100", -1100),
        ("−1,100", -1100),
        ("1,100-", -1100),
        ("£1.5m", 1_500_000),
        ("(£350k)", -350_000),
        ("1,234*", 1234),
        ("48086.00[1]", 48086),
        ("53 (12%)", 53),
        ("12.5 %", 12.5),
    ],
)
def test_a_cell_is_read_as_councils_write_it(text: str, value: float) -> None:
    cell = read_cell(text)
    assert isinstance(cell, Figure)
    assert float(cell.value) == value


@pytest.mark.parametrize(
    "text", ["0161 342 3354", "12/04/2021", "2019/20", "£000", "0-4", "Town Hall", "2.13.1"]
)
def test_telephone_numbers_dates_and_years_are_no_figures(text: str) -> None:
    assert read_cell(text) is Gap.WORDS


@pytest.mark.parametrize("text", ["", "-", "–", "nil", "£-"])
def test_a_dash_adds_nothing(text: str) -> None:
    assert read_cell(text) is Gap.NOTHING


def test_a_front_sheet_is_no_table_of_figures() -> None:
    (grid,) = table("Report to: | Cabinet\nDate: | 24 March 2021\nTel: | 0161 342 3354").grids
    assert number_table(grid) is None


@pytest.mark.parametrize(
    "cell", ["1,234,567", "-" * 100_000, "(" * 1000, "1," * 50_000, "1 " * 50_000, "9" * 100_000]
)
@comes_to_an_end()
def test_hostile_tables_are_read_in_bounded_time(cell: str) -> None:
    rows = "\n".join(f"Service {n} | {cell} | {n * 7} | {n * 9}" for n in range(40))
    report = table(f"Name | One | Two | Total\n{rows}\nTotal | 1 | 2 | 3")
    found(report, everything=True)


@settings(deadline=None, max_examples=1)
@given(st.just(60))
@comes_to_an_end()
def test_sixty_tables_take_well_under_a_second(count: int) -> None:
    lines = "\n".join(f"Service {n} | {n * 317:,} | ({n * 5:,}) | {n * 312:,}" for n in range(30))
    (grid,) = table(f"Name | Gross | Income | Net\n{lines}").grids
    blocks = tuple(
        Grid(rows=grid.rows, place=Place(table=n), head_rows=1) for n in range(1, count + 1)
    )
    proofread((Report(file="report.docx", blocks=blocks),), RULES)


def test_a_changes_column_is_added_where_a_revised_budget_needs_it() -> None:
    report = table(
        """Service | Original £000 | In-year changes £000 | Revised £000
        Roads | 5,000 | 250 | 5,250
        Parks | 2,000 | (100) | 1,900
        Waste | 7,500 | 75 | 7,755
        Schools | 9,500 | 60 | 9,560"""
    )
    (finding,) = found(report)
    assert finding.rule == "a_table_casts_across"
    assert "7,500 + 75 = 7,575" in finding.message
