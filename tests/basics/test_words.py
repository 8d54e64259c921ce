"""Figures, dates and years as people write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.basics.citations import read_citation
from moothall.basics.dates import in_words, read_written_date
from moothall.basics.figures import bracketed, read_figure
from moothall.basics.years import read_financial_year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7,319", 7319),
        ("(1,100)", -1100),
        ("£3,840m", 3_840_000_000),
        ("£0.600m", 600_000),
        ("-10.6%", Decimal("-10.6")),
        ("8.9%", Decimal("8.9")),
        ("£2bn", 2_000_000_000),
        ("£250k", 250_000),
    ],
)
def test_a_figure_is_read_as_printed(text: str, value: Decimal) -> None:
    figure = read_figure(text)
    assert figure.value == value
    assert str(figure) == text


@pytest.mark.parametrize("text", ["", "(1,100", "-(5)", "1,10", "ten", "£", "1.2.3", "(-5)"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no figure; write it as printed"):
        read_figure(text)


@given(st.integers(-(10**12), 10**12))
def test_brackets_and_commas_survive_the_round_trip(value: int) -> None:
    assert read_figure(bracketed(Decimal(value))).value == value


def test_rounding_reaches_half_of_the_last_printed_place() -> None:
    assert read_figure("53,998").half_unit == Decimal("0.5")
    assert read_figure("20.2%").half_unit == Decimal("0.05")
    assert read_figure("£0.600m").half_unit == 500


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Spring 2022", "2022-03-01", "2022-05-31"),
        ("March 2022", "2022-03-01", "2022-03-31"),
        ("End June 2022", "2022-06-21", "2022-06-30"),
        ("January to March 2019", "2019-01-01", "2019-03-31"),
        ("End January 2019", "2019-01-22", "2019-01-31"),
        ("Start of School Year 2019/20", "2019-09-01", "2019-09-30"),
        ("24 March 2021", "2021-03-24", "2021-03-24"),
        ("11th September 2018", "2018-09-11", "2018-09-11"),
        ("early 2022", "2022-01-01", "2022-05-02"),
        ("2019/20", "2019-04-01", "2020-03-31"),
        ("2022-06-28", "2022-06-28", "2022-06-28"),
        ("by September 2019", "2019-09-01", "2019-09-30"),
    ],
)
def test_a_vague_date_keeps_its_words_and_spans_its_days(
    text: str, earliest: str, latest: str
) -> None:
    written = read_written_date(text)
    assert written.text == text
    assert (written.earliest.isoformat(), written.latest.isoformat()) == (earliest, latest)


@pytest.mark.checklist("R10", "E02")
def test_vague_dates_sort_by_when_they_begin() -> None:
    words = ["End June 2022", "Spring 2022", "June 2022", "April 2022"]
    in_order = sorted(map(read_written_date, words))
    assert [d.text for d in in_order] == ["Spring 2022", "April 2022", "June 2022", "End June 2022"]


@pytest.mark.parametrize("text", ["soon", "31 June 2022", "March to January 2019", "Smarch 2022"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no date that can be placed"):
        read_written_date(text)


@given(st.text(max_size=40))
def test_no_words_make_the_date_reader_fail_otherwise(text: str) -> None:
    try:
        written = read_written_date(text)
    except ValueError:
        return
    assert written.earliest <= written.latest


def test_a_day_in_words_names_its_weekday() -> None:
    assert in_words(date(2022, 6, 28)) == "Tue 28 Jun 2022"


def test_a_financial_year_is_two_years_in_a_row() -> None:
    assert str(read_financial_year("2019/20").next) == "2020/21"
    with pytest.raises(ValueError, match="no financial year"):
        read_financial_year("2019/21")


def test_a_citation_names_document_and_paragraph() -> None:
    assert str(read_citation("000 2.13")) == "000 2.13"
    with pytest.raises(ValueError, match="names no paragraph"):
        read_citation("000")
