"""How the texts of a report are read: paragraphs, sentences, figures."""

import gc
from weakref import ref

from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.reading.passages import around, paragraphs, passages, read_once, sentence
from moothall.proofread.rules import proofread_all
from short_reports import all_findings, bullet, heading, report


def test_a_paragraph_cut_by_a_page_is_read_as_one():
    [joined] = paragraphs(report(bullet("It is projected to be 298,659, up"), "13,627 (4.8%)."))
    assert joined.text.endswith("298,659, up 13,627 (4.8%).")


def test_a_table_cell_of_running_text_is_read_with_its_place():
    grid = Grid(
        rows=(("Risk", "Note"), ("Demand", "Referrals rose from 1,204 to 1,386, a rise of 292.")),
        place=Place(line=5, table=2),
    )
    found = [finding for _, finding in all_findings(heading("Risks"), grid)]
    assert [(finding.place.row, finding.place.column) for finding in found] == [(2, 2)]


def test_a_passage_is_a_heading_a_paragraph_or_a_cell_with_a_letter():
    grid = Grid(rows=(("Ward", "12"), ("Manor", "£")), place=Place(table=1))
    read = passages(report(heading("Wards"), "There are two.", grid))
    assert [passage.text for passage in read] == ["Wards", "There are two.", "Ward", "Manor", "£"]
    assert [passage.heading for passage in read] == [True, False, False, False, False]


def test_rates_and_ages_are_not_figures_of_the_sentence():
    read = sentence("The rate per 1,000 children aged 5 was 3.2, with 46 of the under 18s.")
    assert [figure.text for figure in read.figures] == ["3.2", "46"]


@given(st.text(max_size=60), st.text(min_size=1, max_size=9), st.text(max_size=60))
def test_the_words_about_a_spot_hold_it(before, spot, after):
    text = f"{before}{spot}{after}"
    assert spot.strip() in around(text, len(before), len(before) + len(spot), 20)
    assert len(around(text, len(before), len(before) + len(spot), 20)) <= 40 + len(spot)


def test_a_quote_cuts_no_word():
    text = "Spending on the libraries of the county is shown in Table 4 of this report to members."
    at = text.index("Table 4")
    assert around(text, at, at + 7, 12) == "shown in Table 4 of this"


def test_several_reports_read_in_turns_are_read_once_each():
    read: list[str] = []

    @read_once
    def texts(one: Report) -> str:
        read.append(one.prose[0].text)
        return read[-1]

    quay, pier = report("The quay is closed."), report("The pier is open.")

    assert [texts(one) for one in (quay, pier, quay, pier)] == 2 * read
    assert len(read) == 2


def test_what_was_read_of_a_report_is_not_kept_longer_than_the_report():
    quay = report("The quay cost £5,000 in 2023/24 and £6,000 in 2024/25, a rise of £2,000.")
    found = proofread_all((quay,), None, everything=True)
    kept = ref(quay)

    del quay
    gc.collect()

    assert found
    assert kept() is None


def test_sums_in_full_pounds_of_one_sentence_are_rounded_alike():
    [round_sum, exact] = sentence("A grant of £400,000 beside one of £152,500.").figures
    assert round_sum.spread == exact.spread
    [alone, count] = sentence("A grant of £400,000 for 152,501 homes.").figures
    assert alone.spread > round_sum.spread
    assert alone.spread > count.spread


def test_a_sum_said_to_be_rough_stays_rough_beside_an_exact_one():
    [rough, _] = sentence("About £400,000 beside £152,500.").figures
    assert rough.low < rough.size < rough.high
    assert rough.spread > 1000
