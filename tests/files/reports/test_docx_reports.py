"""What stands in a Word file, as a reader sees it in print."""

import pytest
from made_docx import (
    LEGAL,
    cell,
    level,
    made_docx,
    numbered,
    paragraph,
    row,
    run,
    style,
    table,
)

from moothall.documents.report import Grid, Heading, Image, Prose, Report
from moothall.files.reports.report_file import read_bytes

HEADINGS = style("heading 1", "berschrift1", paragraph='<w:outlineLvl w:val="0"/>') + style(
    "heading 2", "berschrift2", paragraph='<w:outlineLvl w:val="1"/>'
)


def read(body: str, **parts: str) -> Report:
    return read_bytes(made_docx(body, **parts), "report.docx")


def words(report: Report) -> list[str]:
    return [f"{block.number} {block.text}".strip() for block in report.prose]


# --- headings and numbers -----------------------------------------------------------------------


def test_a_heading_is_told_by_its_outline_level_whatever_its_style_is_called():
    report = read(
        paragraph("Zweck", style="berschrift1")
        + paragraph("Geld", style="own")
        + paragraph("Kein Titel", style="berschrift1", properties='<w:outlineLvl w:val="9"/>')
        + paragraph("Anhang", properties='<w:outlineLvl w:val="2"/>'),
        styles=HEADINGS + style("Council heading", "own", based_on="berschrift2"),
    )
    assert [(h.text, h.level) for h in report.headings] == [
        ("Zweck", 1),
        ("Geld", 2),
        ("Anhang", 3),
    ]
    assert report.marks_headings
    assert report.prose[0].text == "Kein Titel"
    assert report.prose[0].place.section == "Geld"


def test_styles_based_on_each_other_in_a_ring_do_no_harm():
    ring = style("a", "a", based_on="b") + style("b", "b", based_on="a")
    assert words(read(paragraph("Text", style="a"), styles=ring)) == ["Text"]


def test_a_long_chain_of_styles_is_followed():
    chain = HEADINGS + style("s0", "s0", based_on="berschrift2")
    chain += "".join(style(f"s{n}", f"s{n}", based_on=f"s{n - 1}") for n in range(1, 3000))
    report = read(paragraph("Deep", style="s2999"), styles=chain)
    assert report.headings[0].level == 2


def test_lines_in_bold_count_as_headings_where_none_is_marked_and_a_note_says_so():
    report = read(paragraph(run("Background", "<w:b/>")) + paragraph("Members asked for this."))
    assert [h.text for h in report.headings] == ["Background"]
    assert not report.marks_headings
    assert "No heading is marked" in report.notes[0]


def test_the_numbers_that_word_prints_are_counted():
    one, two, three = numbered(1, 0), numbered(1, 1), numbered(1, 2)
    body = [
        ("Purpose", one),
        ("To share", two),
        ("To note", two),
        ("first", three),
        ("second", three),
        ("Then", two),
        ("again first", three),
        ("Background", one),
        ("Begins anew", two),
    ]
    report = read("".join(paragraph(t, properties=p) for t, p in body), numbering=LEGAL)
    printed = [block.number for block in report.blocks if isinstance(block, Heading | Prose)]
    assert printed == ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"]
    item = next(block for block in report.prose if block.text == "second")
    assert item.place.paragraph == "1.2"


def test_a_list_that_starts_anew_does_so_and_one_that_shares_its_definition_goes_on():
    report = read(
        paragraph("a", properties=numbered(1, 2))
        + paragraph("b", properties=numbered(1, 2))
        + paragraph("anew", properties=numbered(3, 2))
        + paragraph("on", properties=numbered(1, 2)),
        numbering=LEGAL,
    )
    assert [block.number for block in report.prose] == ["(a)", "(b)", "(a)", "(b)"]


def test_the_number_of_a_heading_comes_from_its_style():
    styled = style(
        "heading 1",
        "H1",
        paragraph='<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="9"/></w:numPr>',
    ) + style(
        "numbered paragraph",
        "NP",
        paragraph='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr>',
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="4">'
        + level(0, "upperRoman", "%1", '<w:pStyle w:val="H1"/>')
        + level(1, "decimal", "%1.%2", '<w:pStyle w:val="NP"/><w:isLgl/>')
        + '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>'
    )
    report = read(
        paragraph("One", style="H1")
        + paragraph("Text", style="NP")
        + paragraph("Four", style="H1")
        + paragraph("Unnumbered", style="H1", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("More", style="NP"),
        styles=styled,
        numbering=numbering,
    )
    assert [h.number for h in report.headings] == ["I", "II", ""]
    assert [p.number for p in report.prose] == ["1.1", "2.1"]


def test_a_number_or_bullet_typed_by_hand_is_taken_off_the_words():
    report = read(
        paragraph("2.13<w:tab/>A board".replace("<w:tab/>", "\t"))
        + paragraph("(b) the second part")
        + paragraph("• a point")
        + paragraph("15 schools have closed")
        + paragraph("2021 was a year")
    )
    assert [(p.number, p.bullet, p.text) for p in report.prose] == [
        ("2.13", False, "A board"),
        ("(b)", False, "the second part"),
        ("", True, "a point"),
        ("", False, "15 schools have closed"),
        ("", False, "2021 was a year"),
    ]


def test_a_list_of_contents_is_left_out():
    report = read(
        paragraph("1. Purpose\t3", style="TOC1") + paragraph("Purpose", style="berschrift1"),
        styles=HEADINGS + style("toc 1", "TOC1"),
    )
    assert [block.text for block in report.blocks] == ["Purpose"]


# --- changes, hidden text, fields ---------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted_and_said_so():
    report = read(
        paragraph(
            "Costs rise by ",
            f'<w:del w:id="1">{run("10").replace("w:t", "w:delText")}</w:del>',
            f'<w:ins w:id="2">{run("12")}</w:ins>',
            " per cent.",
        )
        + paragraph("moved ", f"<w:moveFrom>{run('away')}</w:moveFrom>")
        + paragraph("Two ", properties='<w:rPr><w:del w:id="3"/></w:rPr>')
        + paragraph("are one.")
    )
    assert words(report) == ["Costs rise by 12 per cent.", "moved", "Two are one."]
    assert report.notes == ("Tracked changes were read as accepted.",)


def test_a_deleted_row_is_gone():
    report = read(table(["Year", "£000"], row(["2021", "5"], "<w:del w:id='1'/>"), ["2022", "6"]))
    assert report.grids[0].rows == (("Year", "£000"), ("2022", "6"))
    assert "Tracked changes" in report.notes[0]


def test_hidden_text_is_left_out_and_said_so():
    report = read(
        paragraph("Seen", run(" unseen", "<w:vanish/>"), run(" seen", '<w:vanish w:val="0"/>'))
        + paragraph("secret", style="hid"),
        styles=style("hidden", "hid", run="<w:vanish/>"),
    )
    assert words(report) == ["Seen seen"]
    assert report.notes == ("Hidden text was left out.",)


def test_a_field_shows_its_result_and_not_its_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF t1</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("Table 3")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert words(read(paragraph("See ", field, "."))) == ["See Table 3."]


def test_a_field_that_is_broken_off_does_not_swallow_what_follows():
    report = read(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph("Text remains.")
    )
    assert words(report) == ["Text remains."]


def test_boxes_show_whether_they_are_ticked():
    control = (
        "<w:sdt><w:sdtPr><w14:checkbox>{}</w14:checkbox></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
    )
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
        "{}</w:checkBox></w:ffData></w:fldChar></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    report = read(
        paragraph("Yes ", control.format('<w14:checked w14:val="1"/>'))
        + paragraph("No ", control.format('<w14:checked w14:val="0"/>'))
        + paragraph("Old yes ", old.format("<w:checked/>"))
        + paragraph("Old no ", old.format(""))
        + paragraph("Sign ", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')
        + paragraph("Letter ", run("þ", '<w:rFonts w:ascii="Wingdings"/>'))
    )
    assert words(report) == ["Yes ☒", "No ☐", "Old yes ☒", "Old no ☐", "Sign ☒", "Letter ☒"]


def test_the_mark_of_a_note_does_not_lengthen_the_figure_before_it():
    report = read(
        paragraph(
            "Costs are £12",
            run("1", '<w:vertAlign w:val="superscript"/>'),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            " million",
            run("2", '<w:position w:val="6"/>'),
            ".",
        ),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{paragraph("x")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("At 2021 prices.")}</w:footnote>',
    )
    assert words(report) == ["Costs are £12¹ million².", "At 2021 prices."]


# --- tables -------------------------------------------------------------------------------------


def test_merged_cells_are_filled_once():
    report = read(
        table(
            row(["", cell("2021/22", properties='<w:gridSpan w:val="2"/>')], "<w:tblHeader/>"),
            row(["Service", "Budget", "Outturn"], "<w:tblHeader/>"),
            [cell("Schools", properties='<w:vMerge w:val="restart"/>'), "5", "6"],
            [cell("", properties="<w:vMerge/>"), "7", "8"],
            row(["9", "10"], '<w:gridBefore w:val="1"/>'),
        )
    )
    grid = report.grids[0]
    assert grid.rows == (
        ("", "2021/22", ""),
        ("Service", "Budget", "Outturn"),
        ("Schools", "5", "6"),
        ("", "7", "8"),
        ("", "9", "10"),
    )
    assert (grid.head_rows, grid.marked_head) == (2, True)


def test_a_table_without_a_marked_head_says_so():
    grid = read(table(["Year", "Budget"], ["2021", "5"])).grids[0]
    assert (grid.head_rows, grid.marked_head) == (1, False)


def test_a_table_in_a_table_comes_after_it():
    inner = table(["a", "b"], ["1", "2"])
    report = read(table(["Outer", cell("before", inner, "after")], ["x", "y"]))
    assert [grid.rows for grid in report.grids] == [
        (("Outer", "before after"), ("x", "y")),
        (("a", "b"), ("1", "2")),
    ]
    assert [grid.place.table for grid in report.grids] == [1, 2]
    assert "inside another" in report.notes[0]


def test_a_table_of_one_cell_is_a_frame_around_its_paragraphs():
    report = read(table([cell(paragraph("1.1\tText."), paragraph("1.2\tMore."))]))
    assert [p.number for p in report.prose] == ["1.1", "1.2"]
    assert not report.grids


def test_several_paragraphs_in_a_cell_stand_on_one_line_with_their_numbers():
    items = [paragraph(text, properties=numbered(1, 2)) for text in ("one", "two")]
    report = read(table(["Steps", cell(*items)], ["x", "y"]), numbering=LEGAL)
    assert report.grids[0].rows[0] == ("Steps", "(a) one (b) two")


def test_captions_are_given_to_their_tables():
    report = read(
        paragraph("Table 1: Budget")
        + table(["a", "b"], ["1", "2"])
        + paragraph("Table 2 shows the rest.")
        + table(["a", "b"], ["1", "2"])
        + paragraph("Outturn by service", style="Caption")
        + table(["a", "b"], ["1", "2"]),
        styles=style("caption", "Caption"),
    )
    assert [g.caption for g in report.grids] == ["Table 1: Budget", "", "Outturn by service"]


@pytest.mark.parametrize(
    ("fills", "signs"),
    [
        (("FF0000", "00B050"), [(2, 2), (3, 2)]),
        (("D9D9D9", "D9D9D9"), []),
        (("auto", "FFFFFF"), []),
    ],
)
def test_cells_that_speak_by_colour_alone_are_named(fills, signs):
    shaded = [cell("", properties=f'<w:shd w:val="clear" w:fill="{fill}"/>') for fill in fills]
    report = read(table(["Risk", "RAG"], ["Money", shaded[0]], ["People", shaded[1]]))
    assert [(place.row, place.column) for place in report.colour_only] == signs


def test_a_line_of_colour_between_parts_of_a_table_says_nothing():
    band = [cell("", properties='<w:shd w:val="clear" w:fill="4472C4"/>') for _ in range(2)]
    report = read(table(["Risk", "Owner"], ["Money", "A"], band, ["People", "B"]))
    assert report.colour_only == ()


# --- pictures and boxes -------------------------------------------------------------------------


def drawing(inside: str, uri: str = "picture") -> str:
    return (
        f'<w:r><w:drawing><wp:inline>{inside}<a:graphic><a:graphicData uri="http://x/{uri}"/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_pictures_keep_their_alternative_text():
    report = read(
        paragraph(drawing('<wp:docPr id="1" name="P" descr="A map of the borough"/>'))
        + paragraph(drawing('<wp:docPr id="2" name="Picture 2"/>'))
        + paragraph('<w:r><w:pict><v:shape alt="Old"><v:imagedata/></v:shape></w:pict></w:r>')
    )
    pictures = [block.alternative for block in report.blocks if isinstance(block, Image)]
    assert pictures == ["A map of the borough", None, "Old"]


def test_a_table_that_is_a_picture_is_named():
    report = read(paragraph("Table 4: Savings") + paragraph(drawing('<wp:docPr id="1" name="P"/>')))
    assert report.notes == (
        "“Table 4: Savings” stands over a picture: a table that is a picture cannot be read.",
    )


def test_a_chart_is_named_as_unread():
    report = read(paragraph(drawing('<wp:docPr id="1" name="C"/>', uri="chart")))
    assert "figures in them were not read" in report.notes[0]


def test_a_text_box_is_read_once_though_it_is_written_twice():
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>"
        f'<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="wps"><wps:txbx>{box}'
        "</wps:txbx></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    report = read(paragraph("Before.", both) + paragraph("After."))
    assert words(report) == ["Before.", "In the box.", "After."]
    assert not [block for block in report.blocks if isinstance(block, Image)]


# --- about the document -------------------------------------------------------------------------


def test_pages_are_known_where_word_laid_them_out():
    broken = "<w:r><w:lastRenderedPageBreak/></w:r>"
    report = read(
        paragraph("One.")
        + paragraph("Goes over", broken, " the end.")
        + paragraph(broken, "Third.")
        + table(["a", "b"], ["1", cell(paragraph(broken, "2"))])
        + paragraph("Fourth.")
    )
    assert [p.place.page for p in report.prose] == [1, 1, 3, 4]
    assert report.grids[0].place.page == 3


def test_language_and_title_are_read():
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Outturn</dc:title></cp:coreProperties>"
    )
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
    )
    report = read_bytes(
        made_docx(paragraph("x"), styles=styles, parts={"docProps/core.xml": core}), "r.docx"
    )
    assert (report.title, report.language) == ("Outturn", "en-GB")


def test_iso_strict_files_are_read_as_the_others_are():
    data = made_docx(table(["a", "b"], ["1", "2"]))
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    strict = made_docx("", parts={"word/document.xml": body})
    assert isinstance(read_bytes(strict, "s.docx").blocks[0], Grid)
