"""What a table or an account says by its figures alone: with one figure wrong, and without.

The figures are long enough that no relation is kept by chance.
"""

from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.tables.accounts import RULES as ACCOUNTS
from moothall.proofread.tables.moves_told import RULES as MOVES
from moothall.proofread.tables.tables import RULES as TABLES
from moothall.proofread.tables.units_told import RULES as UNITS

_LONG = st.integers(min_value=12_347, max_value=897_653)
_NAMES = ("Abbey", "Bridge", "Castle", "Dock", "Ferry", "Gate", "Harbour")


def _report(*rows: tuple[str, ...]) -> Report:
    return Report(file="report.docx", blocks=(Grid(rows=rows, place=Place(table=1), head_rows=1),))


def _relations(*rows: tuple[str, ...]) -> list[TextFinding]:
    found = proofread((_report(*rows),), TABLES)
    return [one for one in found if one.rule == "what_a_table_keeps_to_it_keeps_throughout"]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(_LONG, _LONG), min_size=5, max_size=7, unique=True),
    st.integers(min_value=0, max_value=4),
    st.integers(min_value=2_111, max_value=9_999),
)
def test_a_column_that_is_what_is_left_of_two_is_so_in_every_row(
    pairs: list[tuple[int, int]], place: int, slip: int
) -> None:
    pairs = [(a + b, b) for a, b in pairs]
    assume(all(slip not in (a, b, a - b) for a, b in pairs))
    head = ("Port", "Boats in", "Boats out", "Boats about")

    def rows(wrong: int | None) -> list[tuple[str, ...]]:
        return [
            (name, f"{a:,}", f"{b:,}", f"{a - b + (slip if n == wrong else 0):,}")
            for n, (name, (a, b)) in enumerate(zip(_NAMES, pairs, strict=False))
        ]

    assert _relations(head, *rows(None)) == []
    (finding,) = _relations(head, *rows(place))
    assert finding.place.row == place + 2
    a, b = pairs[place]
    assert f"{a:,} − {b:,} is {a - b:,}" in finding.message


@settings(deadline=None, max_examples=40)
@given(
    st.lists(_LONG, min_size=6, max_size=7, unique=True),
    st.integers(min_value=2, max_value=5),
    st.integers(min_value=2_111, max_value=9_999),
)
def test_a_change_from_the_year_before_is_so_in_every_year(
    takings: list[int], place: int, slip: int
) -> None:
    changes = [later - one for one, later in pairwise(takings)]
    assume(all(abs(change) > 2_000 for change in changes))
    assume(all(slip not in (abs(change), 2 * abs(change)) for change in changes))

    def rows(wrong: int | None) -> list[tuple[str, ...]]:
        printed = [""] + [
            f"{change + (slip if n == wrong else 0):,}" for n, change in enumerate(changes, 1)
        ]
        return [
            (str(2015 + n), f"{value:,}", text)
            for n, (value, text) in enumerate(zip(takings, printed, strict=True))
        ]

    head = ("Year", "Takings", "Against the year before")
    assert _relations(head, *rows(None)) == []
    (finding,) = _relations(head, *rows(place))
    assert finding.place.row == place + 2


def test_figures_rounded_to_five_keep_a_relation() -> None:
    assert (
        _relations(
            ("Dues", "2021", "2022", "2023", "2024", "2025"),
            ("Taken", "24,005", "34,785", "39,065", "39,725", "41,170"),
            ("Spent", "1,160", "4,530", "5,175", "5,020", "5,390"),
            ("Kept", "22,845", "30,260", "33,885", "34,705", "35,780"),
        )
        == []
    )


def test_what_a_further_row_explains_is_not_told() -> None:
    assert (
        _relations(
            ("Berths", "2021", "2022", "2023", "2024", "2025"),
            ("River", "4,105", "4,302", "4,551", "4,707", "4,809"),
            ("Sea", "2,254", "2,381", "2,382", "2,510", "2,604"),
            ("Lake", "", "", "", "", "1,201"),
            ("Places", "6,359", "6,683", "6,933", "7,217", "8,614"),
        )
        == []
    )


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(min_value=1_111, max_value=988_888), min_size=3, max_size=6))
def test_an_account_whose_lines_have_lost_their_columns_casts(pence: list[int]) -> None:
    lines = [f"{name} £{Decimal(p) / 100:,.2f}" for name, p in zip(_NAMES, pence, strict=False)]
    total = Decimal(sum(pence)) / 100

    def found(printed: Decimal) -> list[TextFinding]:
        text = "\n".join(("RECEIPTS", *lines, f"TOTAL RECEIPTS £{printed:,.2f}"))
        report = read_plain_text(f"Accounts for the year\n\n{text}\n", "report")
        return [f for f in proofread((report,), TABLES) if f.rule == "a_table_casts_down"]

    assert found(total) == []
    (finding,) = found(total + Decimal("0.90"))
    assert f"£{total:,.2f}".removesuffix(".00") in finding.message


def test_lines_of_an_agenda_are_no_account() -> None:
    report = read_plain_text("1. Apologies\n2. Minutes of 12\n3. Finance 45\nTotal 60\n", "report")
    assert report.grids == ()


@settings(deadline=None, max_examples=40)
@given(_LONG, _LONG, _LONG)
def test_a_balance_is_what_was_there_and_came_in_less_what_went_out(
    opening: int, came: int, went: int
) -> None:
    closing = opening + came - went
    assume(closing > 20_000)
    digits = str(closing)
    swapped = int(f"{digits[0]}{digits[2]}{digits[1]}{digits[3:]}")
    assume(swapped != closing and "0" not in digits)

    def found(printed: int) -> tuple[TextFinding, ...]:
        rows = (
            ("Account", "£"),
            ("Balance brought forward", f"{opening:,}"),
            ("Add receipts", f"{came:,}"),
            ("Less payments", f"{went:,}"),
            ("Balance carried forward", f"{printed:,}"),
        )
        return proofread((_report(*rows),), ACCOUNTS)

    assert found(closing) == ()
    (finding,) = found(swapped)
    assert f"is {closing:,}" in finding.message or f"= {closing:,}" in finding.message


_FARES = (
    "\t2023-24\t2024-25\t2025-26\n"
    "Ferry fare\t£10.42\t£11.44\t£12.21\n"
    "Mooring fee\t£7.49\t£8.60\t£10.00"
)


def test_the_change_of_a_row_is_worked_out_in_the_finding() -> None:
    text = f"{_FARES}\n\nFrom April the ferry fare goes up by 7.6%.\n"
    (finding,) = proofread((read_plain_text(text, "report"),), MOVES)
    assert "£11.44" in finding.message
    assert "6.7%, not 7.6%" in finding.message
    assert finding.confidence is Confidence.MEDIUM


def test_a_sum_in_euros_is_held_against_its_cell() -> None:
    text = (
        "Division\t2024 €\nHarbours\t98,848,355\nRoads\t74,307,836\n\nRoads take €74.31k in 2024.\n"
    )
    (finding,) = proofread((read_plain_text(text, "report"),), UNITS)
    assert "which is €74.31m" in finding.message
