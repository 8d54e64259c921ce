"""What stands on the pages of a PDF, with and without tags."""

import pytest
from made_pdf import HEIGHT, MadePage, Tag, made_pdf, page

from moothall.documents.report import Heading, Image, Prose, Report
from moothall.files.problems import UnreadableError
from moothall.files.reports import limits
from moothall.files.reports.pages.report import report_of
from moothall.files.reports.report_file import read_bytes

LINE = "the council agreed that the programme of shared services be taken further and that"


def read(*pages: MadePage, **how) -> Report:
    return report_of(made_pdf(*pages, **how), "report.pdf")


def prose(report: Report) -> list[str]:
    return [f"{block.number} {block.text}".strip() for block in report.prose]


# --- paragraphs -----------------------------------------------------------------------------------


def test_lines_are_joined_into_paragraphs_and_numbers_kept_apart():
    report = read(
        page()
        .text(72, 100, "2.1")
        .lines(108, 100, f"In March {LINE}", "officers report back.")
        .text(72, 140, "2.2")
        .lines(108, 140, f"In April {LINE}", "nothing was done.")
    )
    assert [p.number for p in report.prose] == ["2.1", "2.2"]
    assert report.prose[0].text == f"In March {LINE} officers report back."


def test_a_paragraph_goes_on_over_the_end_of_the_page():
    report = read(
        page().lines(72, 760, f"In March {LINE}", LINE),
        page().lines(72, 80, "officers report back.", "").text(72, 120, "Another begins."),
    )
    assert prose(report) == [f"In March {LINE} {LINE} officers report back.", "Another begins."]
    assert [p.place.page for p in report.prose] == [1, 2]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the plan for imple-", "mentation was seen.", "implementation"),
        ("and an evidence-", "based approach.", "evidence-based"),
        ("children aged 0-", "25 years old.", "0-25"),
    ],
)
def test_words_broken_over_lines_are_put_together(first, second, joined):
    elsewhere = "implementation of what is based on evidence and evidence only"
    report = read(page().lines(72, 100, f"{LINE} {first}", second).text(72, 200, elsewhere + "."))
    assert joined in report.prose[0].text


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        page()
        .text(72, 40, "Cabinet, public reports pack")
        .text(72, 100, f"Paragraph {number} of the report stands here.")
        .text(290, 810, f"Page {number} of 4")
        for number in (1, 2, 3, 4)
    ]
    assert prose(read(*pages)) == [
        f"Paragraph {number} of the report stands here." for number in (1, 2, 3, 4)
    ]


def test_what_stands_once_at_the_head_of_a_page_is_kept():
    report = read(page().text(72, 40, "Appendix about schools"), page().text(72, 40, "Other words"))
    assert prose(report) == ["Appendix about schools", "Other words"]


def test_two_columns_are_read_one_after_the_other():
    left = [f"left column line {n} runs on and on" for n in range(12)]
    right = [f"right column line {n} runs on and on" for n in range(12)]
    report = read(
        page()
        .text(72, 80, "This line goes across the whole of the page and over both of its columns.")
        .lines(60, 120, *left)
        .lines(320, 120, *right)
    )
    text = " ".join(prose(report))
    assert text.index("left column line 11") < text.index("right column line 0")
    assert text.startswith("This line goes across")


def test_larger_or_bold_lines_are_headings():
    report = read(
        page()
        .text(72, 80, "Outturn report", size=18)
        .text(72, 120, "1. Purpose", bold=True)
        .lines(72, 150, f"In March {LINE}", "nothing was done.")
    )
    assert [(h.number, h.text) for h in report.headings] == [
        ("", "Outturn report"),
        ("1.", "Purpose"),
    ]
    assert not report.marks_headings


def test_the_items_of_a_list_are_kept_apart():
    report = read(
        page().lines(
            72, 100, "Members are asked to", "(a) note the report", "(b) ask for more", LINE
        )
    )
    assert [(p.number, p.text[:8]) for p in report.prose] == [
        ("", "Members "),
        ("(a)", "note the"),
        ("(b)", "ask for "),
    ]


def test_a_list_of_contents_is_left_out():
    report = read(page().text(72, 100, "1. Purpose ............... 3").text(72, 140, "Words."))
    assert prose(report) == ["Words."]


def test_a_page_that_is_turned_is_read_as_it_is_shown():
    report = read(page(turn=90).text(72, 100, "Shown upright.").text(72, 130, "And so is this."))
    assert prose(report) == ["Shown upright.", "And so is this."]


def test_a_small_raised_mark_stays_in_its_line():
    report = read(
        page().text(72, 100, "Costs are 12").text(134.8, 96, "1", size=6).text(142, 100, "in all.")
    )
    assert prose(report) == ["Costs are 12¹ in all."]


# --- tables ---------------------------------------------------------------------------------------

ROWS = [
    ["Service", "Budget", "Outturn"],
    ["Schools", "1,200", "(1,300)"],
    ["Roads", "", "85"],
    ["Total", "1,200", "(1,215)"],
]


def test_a_table_with_lines_is_read_cell_by_cell():
    report = read(
        page()
        .text(72, 90, "Table 1: Outturn")
        .grid(72, 100, [150, 80, 80], ROWS)
        .text(72, 220, "After the table.")
    )
    assert report.grids[0].rows == tuple(map(tuple, ROWS))
    assert (report.grids[0].caption, report.grids[0].place.page) == ("Table 1: Outturn", 1)
    assert report.grids[0].marked_head is None
    assert isinstance(report.blocks[-1], Prose)


def test_a_cell_over_two_columns_is_filled_once():
    made = page()
    for y in (100, 118, 136, 154):
        made.rule(72, y, 372, y)
    for x, top in ((72, 100), (172, 100), (272, 118), (372, 100)):
        made.rule(x, top, x, 154)
    made.text(175, 113, "2021/22").text(75, 131, "Service").text(175, 131, "Budget")
    made.text(275, 131, "Outturn").text(75, 149, "Roads").text(175, 149, "5").text(275, 149, "6")
    assert read(made).grids[0].rows == (
        ("", "2021/22", ""),
        ("Service", "Budget", "Outturn"),
        ("Roads", "5", "6"),
    )


def test_a_table_without_lines_is_read_by_its_columns():
    made = page().text(
        72, 80, "The outturn is set out here, and members are asked to note it today."
    )
    made.text(250, 120, "Budget").text(350, 120, "Outturn")
    for place, (label, *figures) in enumerate(ROWS[1:]):
        y = 140 + 16 * place
        made.text(72, y, label)
        for x, figure in zip((250, 350), figures, strict=True):
            if figure:
                made.text(x, y, figure)
    made.text(72, 230, "After the table comes this sentence, which is long enough to be prose.")
    report = read(made)
    assert report.grids[0].rows == (("", "Budget", "Outturn"), *map(tuple, ROWS[1:]))
    assert len(report.prose) == 2


def test_rows_drawn_by_lines_or_shading_alone_make_a_table_too():
    words = [["Risk", "Answer"], ["Staff leave before", "Early talks with them"], ["Cost", "Watch"]]
    lined, banded = page(), page()
    for at, (risk, answer) in enumerate(words):
        for made in (lined, banded):
            made.text(75, 112 + 20 * at, risk).text(250, 112 + 20 * at, answer)
        lined.rule(72, 100 + 20 * at, 400, 100 + 20 * at)
        if at != 1:
            banded.area(72, 98 + 20 * at, 328, 20, "0.9 0.9 0.9")
    lined.rule(72, 160, 400, 160)
    for made in (lined, banded):
        made.text(72, 300, "After it.")
        assert read(made).grids[0].rows == tuple(map(tuple, words))


def test_rows_that_no_line_parts_are_told_by_their_figures():
    made = page().rule(72, 100, 300, 100).rule(72, 120, 300, 120).rule(72, 200, 300, 200)
    for x in (72, 200, 300):
        made.rule(x, 100, x, 200)
    made.text(75, 113, "Service").text(205, 113, "Budget")
    made.lines(75, 135, "Schools and", "early years", pitch=13).text(205, 148, "1,200")
    made.text(75, 168, "Roads").text(205, 168, "85").text(75, 190, "Total").text(205, 190, "1,285")
    assert read(made).grids[0].rows == (
        ("Service", "Budget"),
        ("Schools and early years", "1,200"),
        ("Roads", "85"),
        ("Total", "1,285"),
    )


def test_tables_under_their_own_captions_are_kept_apart():
    made = page()
    for table in (0, 1):
        y = 100 + 100 * table
        made.text(72, y, f"Table {table + 1}: outturn")
        for at, (label, *figures) in enumerate(ROWS):
            made.text(72, y + 16 * (at + 1), label)
            for x, figure in zip((250, 350), figures, strict=True):
                if figure:
                    made.text(x, y + 16 * (at + 1), figure)
    report = read(made)
    assert [grid.caption for grid in report.grids] == ["Table 1: outturn", "Table 2: outturn"]
    assert [grid.rows for grid in report.grids] == [tuple(map(tuple, ROWS))] * 2


def test_a_table_over_two_pages_is_one_and_its_repeated_head_stands_once():
    second = [ROWS[0], ["Parks", "4", "5"]]
    report = read(
        page().grid(72, 700, [150, 80, 80], ROWS), page().grid(72, 72, [150, 80, 80], second)
    )
    assert len(report.grids) == 1
    assert report.grids[0].rows == (*map(tuple, ROWS), ("Parks", "4", "5"))


def test_a_frame_around_text_is_no_table():
    made = page().text(80, 115, "In a box.")
    for x0, y0, x1, y1 in (
        (72, 100, 300, 100),
        (72, 130, 300, 130),
        (72, 100, 72, 130),
        (300, 100, 300, 130),
    ):
        made.rule(x0, y0, x1, y1)
    report = read(made)
    assert (prose(report), report.grids) == (["In a box."], ())


def test_cells_that_speak_by_colour_alone_are_named():
    rows = [["Risk", "RAG"], ["Money", ""], ["People", ""]]
    made = page().area(222, 118, 80, 18, "1 0 0").area(222, 136, 80, 18, "0 0.7 0")
    report = read(made.grid(72, 100, [150, 80], rows))
    assert [(p.row, p.column) for p in report.colour_only] == [(2, 2), (3, 2)]


# --- tags -----------------------------------------------------------------------------------------


def test_tags_say_what_is_a_heading_a_table_a_picture():
    made = (
        page()
        .text(72, 80, "Outturn", mark=0)
        .text(72, 110, "Members are asked to note it.", mark=1)
        .text(72, 140, "Service", mark=2)
        .text(200, 140, "Budget", mark=3)
        .text(72, 160, "Roads", mark=4)
        .picture(72, 200, 100, 50, mark=5)
        .artifact(72, 820, "Not of the text")
    )
    tags = Tag(
        "Document",
        [
            Tag("H2", [0]),
            Tag("P", [1]),
            Tag(
                "Table",
                [
                    Tag("TR", [Tag("TH", [2]), Tag("TH", [3])]),
                    Tag("TR", [Tag("TD", [4]), Tag("TD")]),
                ],
            ),
            Tag("Figure", [5], attributes="/Alt (A map)"),
        ],
    )
    report = read(made, tags=tags, language="en-GB", title="Outturn 2021")
    kinds = [type(block).__name__ for block in report.blocks]
    assert kinds == ["Heading", "Prose", "Grid", "Image"]
    assert report.headings[0].level == 2
    assert report.marks_headings
    assert report.grids[0].rows == (("Service", "Budget"), ("Roads", ""))
    assert (report.grids[0].head_rows, report.grids[0].marked_head) == (1, True)
    assert isinstance(report.blocks[3], Image)
    assert report.blocks[3].alternative == "A map"
    assert (report.language, report.title) == ("en-GB", "Outturn 2021")


def test_a_number_tagged_apart_from_its_paragraph_is_its_number():
    made = page().text(72, 80, "2.1", mark=0).text(108, 80, "Members note this.", mark=1)
    made.text(90, 100, "one point", mark=2).text(90, 120, "another", mark=3)
    items = [Tag("LI", [Tag("LBody", [mark])]) for mark in (2, 3)]
    report = read(made, tags=Tag("Document", [Tag("P", [0]), Tag("P", [1]), Tag("L", items)]))
    assert [(p.number, p.bullet, p.text) for p in report.prose] == [
        ("2.1", False, "Members note this."),
        ("", True, "one point"),
        ("", True, "another"),
    ]


def test_tags_that_leave_most_of_the_page_out_are_not_believed():
    made = page().text(72, 80, "Tagged.", mark=0).lines(72, 120, LINE, LINE, "untagged.")
    report = read(made, tags=Tag("Document", [Tag("H1", [0])]))
    assert "untagged." in prose(report)[-1]


def test_cells_over_several_columns_are_filled_once_in_tagged_tables_too():
    made = page().text(200, 80, "2021/22", mark=0)
    for place, words in enumerate(("Service", "Budget", "Outturn"), start=1):
        made.text(20 + 100 * place, 100, words, mark=place)
    span = "/A <</O /Table /ColSpan 2>>"
    rows = [
        Tag("TR", [Tag("TD"), Tag("TH", [0], attributes=span)]),
        Tag("TR", [Tag("TH", [1]), Tag("TH", [2]), Tag("TH", [3])]),
    ]
    report = read(made, tags=Tag("Document", [Tag("Table", rows)]))
    assert report.grids[0].rows == (("", "2021/22", ""), ("Service", "Budget", "Outturn"))


# --- what cannot be read --------------------------------------------------------------------------


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as raised:
        read_bytes(data, "report.pdf")
    assert len(raised.value.problems) == 1
    return str(raised.value)


def test_a_scan_is_named_with_its_cure():
    told = refused(made_pdf(page().picture(0, 0, 595, HEIGHT)))
    assert "without any text (a scan)" in told
    assert "text recognition (OCR)" in told


def test_scanned_pages_among_others_are_noted():
    report = read(page().text(72, 100, "Words."), page().picture(0, 0, 595, HEIGHT))
    assert report.notes == ("Page 2 is pictures without text (scanned) and could not be read.",)


def test_a_password_is_named():
    assert "locked with a password" in refused(made_pdf(page().text(72, 72, "x"), locked=True))


def test_a_file_that_is_cut_short_is_named():
    data = made_pdf(page().text(72, 72, "Words."))
    assert "damaged" in refused(data[:30])


def test_a_blank_pdf_is_named():
    assert "no text in it" in refused(made_pdf(page()))


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "PAGES", 2)
    with pytest.raises(UnreadableError, match="has 3 pages; at most 2 are read"):
        read(page(), page(), page())


def test_the_report_comes_whole_out_of_the_other_process():
    data = made_pdf(
        page()
        .text(72, 80, "Purpose", bold=True)
        .grid(72, 100, [150, 80, 80], ROWS)
        .picture(72, 300, 90, 90)
        .text(72, 500, "1.1 Some words.")
    )
    assert read_bytes(data, "report.pdf") == report_of(data, "report.pdf")
    assert any(isinstance(block, Heading) for block in report_of(data, "r").blocks)


def test_a_reader_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(limits, "PDF_SECONDS", 0.001)
    assert "took longer than" in refused(made_pdf(page().text(72, 72, "x")))


def test_a_reader_that_breaks_down_harms_nobody(monkeypatch):
    import moothall.files.reports.pdf as pdf

    monkeypatch.setattr(pdf, "_BEGIN", "import os; os.abort()")
    assert "broke down over it" in refused(made_pdf(page().text(72, 72, "x")))
