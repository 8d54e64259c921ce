"""A paper taken to Word and brought back: what is proposed, and what never is."""

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.documents.word_marks import MarkKind, read_mark
from moothall.facts.programme import Programme
from moothall.files.problems import UnreadableError
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.returned import Returned, Verdict
from moothall.files.word_papers.word_file import (
    MACROS,
    MOST_PARAGRAPHS,
    TRACKED,
    read_word_file,
)
from moothall.papers.authored import in_word
from moothall.render.docx import paper_docx
from word_files import W, WordFile, paragraph, properties_of, run, through_libreoffice
from word_paper_towns import LAYOUT, SAVING, WORDS, brought_back, held, only, taken_to_word

PAST, NEAR, COST, WHY = "passages/past", "passages/near", "passages/cost", "passages/why"


@pytest.fixture(scope="module")
def paper() -> HeldPaper:
    return held()


@pytest.fixture
def file(paper: HeldPaper) -> WordFile:
    return WordFile(taken_to_word(paper))


def told(returned: Returned) -> list[tuple[str, str]]:
    return [(each.of or "new", each.verdict.value) for each in returned.proposed]


# --- There and back -------------------------------------------------------------------------------


def test_a_paper_that_nobody_touched_proposes_nothing(paper: HeldPaper, file: WordFile) -> None:
    returned = brought_back(file.packed, paper)
    assert returned.proposed == ()
    assert {each.verdict for each in returned.changes} == {Verdict.UNCHANGED}
    assert (returned.by_tag, returned.by_bookmark, returned.by_likeness) == (5, 0, 0)
    assert (returned.not_taken, returned.renamed, returned.unknown) == ((), (), ())


_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00")
_PROSE = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=60),
    st.sampled_from(
        [
            f"It saves [[{SAVING}|(200)]] and then [[{SAVING}|190]] again.",
            "QTS and QTS",
            "2.1 is no number",
            "[[no such thing]] stays [[",
            "One.\n\nTwo.\n\n\nThree.",
            "1.2\tLooks numbered",
            "£5\N{NO-BREAK SPACE}million, co\N{SOFT HYPHEN}operate",
            "Click here to write: nothing is held yet under “People”.",
            "  spaces   and\ttabs \n in it ",
        ]
    ),
).filter(str.strip)
_TOPICS = st.sampled_from(["summary", "background", "governance", "financial", "hr", "legal"])
_ANY_WORDS = st.lists(st.tuples(_TOPICS, _PROSE), max_size=5).map(
    lambda each: {f"p{place}": words for place, words in enumerate(each)}
)


@settings(deadline=None, max_examples=25)
@given(_ANY_WORDS)
def test_whatever_is_written_comes_back_as_it_was(words: dict[str, tuple[str, str]]) -> None:
    paper = held(words)
    assert brought_back(taken_to_word(paper), paper).proposed == ()


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(WORDS)), st.text(st.sampled_from("abc xyz.,£"), min_size=1))
def test_words_that_were_changed_are_the_only_change(key: str, new: str) -> None:
    paper = held()
    file, of = WordFile(taken_to_word(paper)), f"passages/{key}"
    file.retype(of, f"Wholly new {new}")
    change = only(brought_back(file.packed, paper))
    assert (change.of, change.verdict) == (of, Verdict.CHANGED_IN_WORD)
    assert change.text == " ".join(f"Wholly new {new}".split())
    assert change.before == change.now
    assert change.sure


def test_the_samples_come_back_as_they_went(stockport_tameside: Programme, case_of: object) -> None:
    case = case_of(stockport_tameside, "2022-06-01")  # type: ignore[operator]
    for written in case.papers:
        if written.document is None:
            continue
        about = in_word(stockport_tameside, written, case.as_at)
        back = brought_back(
            paper_docx(written.document, about), HeldPaper(stockport_tameside, written)
        )
        assert (back.proposed, back.not_taken, back.notes) == ((), (), ())
        assert back.by_tag == len(back.changes) > 3


# --- What an author does --------------------------------------------------------------------------


def test_a_figure_keeps_its_reference_while_the_words_around_it_change(
    paper: HeldPaper, file: WordFile
) -> None:
    file.replace("a year once it is open", "every year")
    change = only(brought_back(file.packed, paper))
    assert change.text == f"One archive saves [[{SAVING}|(200)]] every year."
    assert change.after == "One archive saves (200) every year."


def test_a_stale_figure_stays_marked_after_its_words_were_edited() -> None:
    paper = held(saving="(250)")
    file = WordFile(taken_to_word(paper))
    file.replace("a year once it is open", "every year")
    change = only(brought_back(file.packed, paper))
    assert change.text == f"One archive saves [[{SAVING}|(200)]] every year."
    assert "[was" not in change.text


def test_a_figure_that_changed_here_meanwhile_is_no_change_of_the_words(file: WordFile) -> None:
    assert brought_back(file.packed, held(saving="(250)")).proposed == ()


def test_a_figure_that_was_typed_over_is_told_and_not_taken(
    paper: HeldPaper, file: WordFile
) -> None:
    (figure,) = (
        each
        for each in file.controls(MarkKind.FIGURE)
        if "".join(text.text for text in each.iter(f"{W}t")) == "(200)"
    )
    next(figure.iter(f"{W}t")).text = "(999)"
    returned = brought_back(file.packed, paper)
    assert returned.proposed == ()
    (line,) = returned.not_taken
    assert (line.heading, line.words) == ("Money", "(999)")
    assert SAVING in line.why


def test_what_was_spelled_out_is_short_again(paper: HeldPaper, file: WordFile) -> None:
    file.replace("ten miles", "eleven miles")
    text = only(brought_back(file.packed, paper)).text
    assert text == "QTS holders visit. The towns lie within eleven miles of one another."


def test_a_new_paragraph_in_a_section_becomes_new_words_on_its_topic(
    paper: HeldPaper, file: WordFile
) -> None:
    file.add_paragraph("passages/board", "It would be chaired in turn.")
    change = only(brought_back(file.packed, paper))
    assert (change.verdict, change.of, change.heading) == (Verdict.NEW, "", "Background")
    assert (change.topic, change.topics) == ("governance", ("background", "governance"))
    assert change.text == "It would be chaired in turn."


def test_a_paragraph_between_two_frames_is_new_too(paper: HeldPaper, file: WordFile) -> None:
    file.words(PAST).addnext(paragraph("They flooded twice."))
    change = only(brought_back(file.packed, paper))
    assert (change.verdict, change.topic, change.text) == (
        Verdict.NEW,
        "background",
        "They flooded twice.",
    )


@pytest.mark.parametrize(
    ("place", "heading", "topic"), [(0, "Legal:", "legal"), (1, "People", "hr")]
)
def test_an_empty_place_can_be_written_in(
    paper: HeldPaper, file: WordFile, place: int, heading: str, topic: str
) -> None:
    file.fill_prompt("Nobody moves.", place)
    change = only(brought_back(file.packed, paper))
    assert (change.verdict, change.heading, change.topic) == (Verdict.NEW, heading, topic)
    assert change.text == "Nobody moves."


def test_words_in_the_front_sheet_come_back(paper: HeldPaper, file: WordFile) -> None:
    file.retype(WHY, "Three towns, one archive.")
    change = only(brought_back(file.packed, paper))
    assert (change.of, change.heading, change.text) == (
        WHY,
        "Summary:",
        "Three towns, one archive.",
    )


def test_words_of_several_paragraphs_in_the_front_sheet_stay_one_passage() -> None:
    paper = held({"two": ("summary", "First of two.\n\nSecond of two.")})
    file = WordFile(taken_to_word(paper))
    assert brought_back(file.packed, paper).proposed == ()
    file.retype("passages/two", "Second, changed.", 1)
    assert only(brought_back(file.packed, paper)).text == "First of two.\n\nSecond, changed."


def test_words_that_were_taken_out_are_proposed_for_removal_and_not_chosen(
    paper: HeldPaper, file: WordFile
) -> None:
    file.delete(PAST)
    change = only(brought_back(file.packed, paper))
    assert (change.of, change.verdict, change.is_removal) == (PAST, Verdict.REMOVED, True)
    assert not change.sure
    assert change.now == WORDS["past"][1]


def test_a_frame_that_was_emptied_is_taken_out_as_well(paper: HeldPaper, file: WordFile) -> None:
    file.retype(PAST, "")
    assert told(brought_back(file.packed, paper)) == [(PAST, "removed")]


def test_words_of_several_paragraphs_stay_one_passage() -> None:
    paper = held({"two": ("background", "First of two.\n\nSecond of two.")})
    file = WordFile(taken_to_word(paper))
    file.retype("passages/two", "Second, changed.", 1)
    change = only(brought_back(file.packed, paper))
    assert (change.of, change.text) == ("passages/two", "First of two.\n\nSecond, changed.")


def test_tracked_changes_are_read_as_accepted(paper: HeldPaper, file: WordFile) -> None:
    line = file.words(PAST).find(f".//{W}p")
    old = line.findall(f"{W}r")[-1]
    deleted = line.makeelement(f"{W}del", {})
    old.addprevious(deleted)
    deleted.append(old)
    old.find(f"{W}t").tag = f"{W}delText"
    inserted = line.makeelement(f"{W}ins", {})
    inserted.append(run("Moved five times."))
    line.append(inserted)
    returned = brought_back(file.packed, paper)
    assert only(returned).text == "Moved five times."
    assert TRACKED in returned.notes


def test_comments_are_listed_with_the_words_beside_them(paper: HeldPaper, file: WordFile) -> None:
    file.parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="4" w:author="R. Sample" '
        'w:date="2026-05-02T10:00:00Z"><w:p><w:r><w:t>Is that so?</w:t></w:r></w:p></w:comment>'
        "</w:comments>"
    ).encode()
    rels = file.parts["word/_rels/document.xml.rels"].decode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    added = f'<Relationship Id="rC" Type="{office}" Target="comments.xml"/></Relationships>'
    file.parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", added).encode()
    reference = run("")
    reference.append(reference.makeelement(f"{W}commentReference", {f"{W}id": "4"}))
    file.words(PAST).find(f".//{W}p").append(reference)
    returned = brought_back(file.packed, paper)
    (comment,) = returned.comments
    assert (comment.author, comment.on, comment.text) == ("R. Sample", "2026-05-02", "Is that so?")
    assert comment.beside == WORDS["past"][1]
    assert returned.proposed == ()


def test_a_table_that_was_changed_is_told_and_not_taken(paper: HeldPaper, file: WordFile) -> None:
    file.replace("Archive", "Archives and records")
    returned = brought_back(file.packed, paper)
    words = [line.words for line in returned.not_taken if line.heading == "Money"]
    assert words[1].startswith("7 | Archives and records | 900")
    assert "Revised Cash Limit" not in words[1]
    assert returned.proposed == ()


NAMING = {"past": ("background", "As [[table:savings_table]] shows, one archive is cheaper.")}


def test_a_table_that_words_name_is_still_named_after_they_were_edited() -> None:
    paper = held(NAMING)
    file = WordFile(taken_to_word(paper))
    assert brought_back(file.packed, paper).proposed == ()
    file.replace("is cheaper", "costs less")
    change = only(brought_back(file.packed, paper))
    assert change.text == "As [[table:savings_table]] shows, one archive costs less."
    assert change.after == "As Table 1 shows, one archive costs less."
    assert change.sure
    assert change.notes == (
        "Table 1 is still named by what it shows: its number follows it through the paper.",
    )


def test_a_table_is_still_named_where_every_mark_was_lost() -> None:
    paper = held(NAMING)
    file = WordFile(taken_to_word(paper))
    file.replace("is cheaper", "costs less")
    file.lose_marks()
    change = next(each for each in brought_back(file.packed, paper).changes if each.of == PAST)
    assert change.text == "As [[table:savings_table]] shows, one archive costs less."


def test_a_table_that_has_another_number_meanwhile_is_no_change_of_the_words() -> None:
    file = WordFile(taken_to_word(held(NAMING)))
    moved = replace(LAYOUT, sections=(LAYOUT.sections[3], *LAYOUT.sections[:3]))
    later = held(NAMING, layout=moved)
    assert later.shown_now(PAST) == "As Table 2 shows, one archive is cheaper."
    assert brought_back(file.packed, later).proposed == ()


def test_the_number_of_a_table_that_was_typed_over_is_told_and_not_taken() -> None:
    paper = held(NAMING)
    file = WordFile(taken_to_word(paper))
    file.replace("Table 1", "Table 9")
    returned = brought_back(file.packed, paper)
    assert returned.proposed == ()
    line = next(each for each in returned.not_taken if each.words == "Table 9")
    assert "with Table 1 as it is called now" in line.why


def test_words_that_name_a_table_no_longer_say_that_it_stays() -> None:
    paper = held(NAMING)
    file = WordFile(taken_to_word(paper))
    file.retype(PAST, "One archive is cheaper.")
    change = only(brought_back(file.packed, paper))
    assert change.notes == (
        "These words no longer name Table 1. What it shows stays in the paper, as facts make it.",
    )


def test_a_cell_that_was_changed_is_told_with_what_the_paper_has_and_where_it_is_made(
    paper: HeldPaper, file: WordFile
) -> None:
    file.replace("900", "950")
    (line,) = [each for each in brought_back(file.packed, paper).not_taken if each.content]
    assert (line.heading, line.content) == ("Money", "savings_table")
    assert line.why.startswith("Table 1: ")
    assert "the cells of a table are facts" in line.why
    changed, _, was = line.words.partition(" (the paper has: ")
    assert "950" in changed
    assert "900" in was


def test_a_table_that_was_taken_out_is_told_and_the_paper_keeps_it(
    paper: HeldPaper, file: WordFile
) -> None:
    table = next(each for each in file.root.iter(f"{W}tbl") if "900" in "".join(each.itertext()))
    table.getparent().remove(table)
    lines = [each for each in brought_back(file.packed, paper).not_taken if each.content]
    assert [(each.words, each.content) for each in lines] == [("(taken out)", "savings_table")]


def test_a_table_whose_facts_have_changed_since_the_file_left_is_told_of_nothing(
    file: WordFile,
) -> None:
    returned = brought_back(file.packed, held(saving="(250)"))
    assert (returned.proposed, returned.not_taken) == ((), ())


def test_words_of_the_program_that_were_changed_are_told(paper: HeldPaper, file: WordFile) -> None:
    file.replace("Ashby Executive", "Ashby Cabinet")
    returned = brought_back(file.packed, paper)
    assert [(line.heading, line.words) for line in returned.not_taken] == [
        ("For:", "Ashby Cabinet")
    ]
    assert returned.proposed == ()


def test_words_that_were_copied_are_new_the_second_time(paper: HeldPaper, file: WordFile) -> None:
    again = file.copy_of(PAST)
    next(again.iter(f"{W}t")).getparent().getparent().append(run(" Or more."))
    change = only(brought_back(file.packed, paper))
    assert (change.verdict, change.sure) == (Verdict.NEW, False)
    assert change.text.endswith("Or more.")


# --- Both sides -----------------------------------------------------------------------------------


def changed_here(text: str) -> dict[str, tuple[str, str]]:
    return WORDS | {"past": ("background", text)}


def test_what_was_changed_here_alone_is_no_proposal(file: WordFile) -> None:
    returned = brought_back(file.packed, held(changed_here("Founded in 1895.")))
    assert returned.proposed == ()
    (change,) = returned.with_verdict(Verdict.CHANGED_HERE)
    assert (change.before, change.now) == (WORDS["past"][1], "Founded in 1895.")


def test_what_was_changed_in_both_is_a_conflict_with_all_three_versions(file: WordFile) -> None:
    file.retype(PAST, "Founded in 1896.")
    now = held(changed_here("Founded in 1895."), earlier={PAST: (WORDS["past"][1],)})
    change = only(brought_back(file.packed, now))
    assert (change.verdict, change.sure) == (Verdict.CONFLICT, False)
    assert (change.before, change.after, change.now) == (
        WORDS["past"][1],
        "Founded in 1896.",
        "Founded in 1895.",
    )


def test_the_same_change_on_both_sides_is_none(file: WordFile) -> None:
    file.retype(PAST, "Founded in 1895.")
    assert brought_back(file.packed, held(changed_here("Founded in 1895."))).proposed == ()


def test_words_taken_out_in_word_and_changed_here_are_a_conflict(file: WordFile) -> None:
    file.delete(PAST)
    change = only(brought_back(file.packed, held(changed_here("Founded in 1895."))))
    assert (change.verdict, change.is_removal, change.sure) == (Verdict.CONFLICT, True, False)


def test_words_written_here_meanwhile_are_not_taken_for_deleted(file: WordFile) -> None:
    returned = brought_back(file.packed, held(WORDS | {"later": ("hr", "Written since.")}))
    assert (returned.proposed, returned.added_here) == ((), 1)


def test_words_removed_here_and_changed_in_word_are_kept_for_a_person(file: WordFile) -> None:
    file.retype(PAST, "Founded in 1896.")
    without = {key: words for key, words in WORDS.items() if key != "past"}
    change = only(brought_back(file.packed, held(without)))
    assert (change.verdict, change.of, change.topic) == (Verdict.CONFLICT, "", "background")
    assert change.text == "Founded in 1896."


# --- What got lost on the way ---------------------------------------------------------------------


def test_without_tags_the_bookmarks_do(paper: HeldPaper, file: WordFile) -> None:
    file.replace("four times", "five times")
    file.lose_tags()
    returned = brought_back(file.packed, paper)
    assert told(returned) == [(PAST, "changed in Word")]
    assert returned.by_bookmark == 5


def test_without_any_mark_heading_and_likeness_do_and_say_so(
    paper: HeldPaper, file: WordFile
) -> None:
    file.replace("four times", "five times")
    file.lose_marks()
    returned = brought_back(file.packed, paper)
    change = only(returned)
    assert (change.of, change.text) == (PAST, WORDS["past"][1].replace("four", "five"))
    assert "by its heading and its words" in change.notes[0]
    assert returned.by_likeness == 5


def test_figures_in_words_without_marks_are_references_again(
    paper: HeldPaper, file: WordFile
) -> None:
    file.replace("a year once it is open", "a year as soon as it is open")
    file.lose_marks()
    text = only(brought_back(file.packed, paper)).text
    assert text == f"One archive saves [[{SAVING}|(200)]] a year as soon as it is open."


def test_where_nothing_says_how_words_left_none_is_chosen(paper: HeldPaper, file: WordFile) -> None:
    file.replace("four times", "five times")
    file.lose_marks()
    file.lose_properties()
    change = only(brought_back(file.packed, paper))
    assert (change.verdict, change.sure) == (Verdict.CHANGED_IN_WORD, False)
    assert any("cannot be told" in note for note in change.notes)


def test_a_renamed_heading_is_explained_and_its_words_are_found(
    paper: HeldPaper, file: WordFile
) -> None:
    file.rename("1. Background", "1. Where we come from")
    file.words(PAST).addnext(paragraph("They flooded twice."))
    returned = brought_back(file.packed, paper)
    assert returned.renamed == (("1. Background", "1. Where we come from"),)
    assert only(returned).heading == "Background"


def test_a_renamed_heading_with_nothing_below_it_is_known_by_its_own_mark(
    paper: HeldPaper, file: WordFile
) -> None:
    file.rename("3. People", "3. Staff and volunteers")
    file.headings()[2].addnext(paragraph("Nobody moves."))
    change = only(brought_back(file.packed, paper))
    assert (change.heading, change.topic) == ("People", "hr")


def test_a_front_sheet_with_other_labels_still_holds_its_words(
    paper: HeldPaper, file: WordFile
) -> None:
    for old, new in (("For:", "To:"), ("Summary:", "In brief:"), ("Legal:", "Law:")):
        file.replace(old, new)
    file.retype(WHY, "Three towns, one archive.")
    returned = brought_back(file.packed, paper)
    assert told(returned) == [(WHY, "changed in Word")]
    assert [line.words for line in returned.not_taken] == ["To:", "In brief:", "Law:"]


def test_a_renamed_heading_without_marks_is_known_by_what_stands_below(
    paper: HeldPaper, file: WordFile
) -> None:
    file.rename("1. Background", "1. Where we come from")
    for start in list(file.root.iter(f"{W}bookmarkStart")):
        mark = read_mark(start.get(f"{W}name"))
        if mark is not None and mark.kind is MarkKind.HEADING:
            start.getparent().remove(start)
    returned = brought_back(file.packed, paper)
    assert returned.renamed == (("1. Background", "1. Where we come from"),)
    assert returned.proposed == ()


def test_words_under_a_heading_that_the_format_does_not_have_are_kept_to_be_placed(
    paper: HeldPaper, file: WordFile
) -> None:
    heading = file.headings()[-1]
    mine = paragraph("Thanks")
    mine.insert(0, file.headings()[0].find(f"{W}pPr").__copy__())
    heading.addprevious(mine)
    heading.addprevious(paragraph("We thank the volunteers."))
    returned = brought_back(file.packed, paper)
    assert returned.unknown == ("Thanks",)
    change = only(returned)
    assert (change.verdict, change.text) == (Verdict.UNPLACED, "We thank the volunteers.")
    assert "“Thanks”" in change.notes[0]


# --- Hostile files --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"", b"no archive", b"PK\x05\x06" + 18 * b"\0"], ids=["empty", "text", "no parts"]
)
def test_what_is_no_word_file_is_refused_with_a_cure(data: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        read_word_file(data, "paper.docx")
    assert all(problem.cure for problem in error.value.problems)


def test_entities_are_refused(file: WordFile) -> None:
    data = file.parts["docProps/custom.xml"].replace(
        b"?>", b"?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", 1
    )
    file.parts["docProps/custom.xml"] = data
    with pytest.raises(UnreadableError, match="entities"):
        read_word_file(file.packed, "paper.docx")


def test_a_bomb_is_refused(file: WordFile) -> None:
    file.parts["word/media/image1.png"] = bytes(400 * 2**20)
    with pytest.raises(UnreadableError, match="zip bomb"):
        read_word_file(file.packed, "paper.docx")


def test_a_file_of_endless_paragraphs_is_refused(file: WordFile) -> None:
    after = file.words(PAST)
    for _ in range(MOST_PARAGRAPHS):
        after.addnext(paragraph("More."))
    with pytest.raises(UnreadableError, match="paragraphs"):
        read_word_file(file.packed, "paper.docx")


def test_many_paragraphs_without_a_mark_take_no_long_time(file: WordFile) -> None:
    paper, after = held(), file.words(PAST)
    for number in range(1_500):
        after.addnext(paragraph(f"{number} More words of the same kind. " * 40))
    file.lose_marks()
    returned = brought_back(file.packed, paper)
    assert len(returned.with_verdict(Verdict.NEW)) == 1_500


def test_macros_are_left_alone_and_said(paper: HeldPaper, file: WordFile) -> None:
    file.parts["word/vbaProject.bin"] = b"\0"
    returned = brought_back(file.packed, paper)
    assert MACROS in returned.notes


@settings(deadline=None, max_examples=25)
@given(st.binary(max_size=200), st.integers(0, 10**6))
def test_a_file_that_was_damaged_anywhere_is_read_or_refused(spoil: bytes, place: int) -> None:
    paper = held()
    data = bytearray(taken_to_word(paper))
    data[place % len(data) : place % len(data) + len(spoil)] = spoil
    with suppress(UnreadableError):
        assert brought_back(bytes(data), paper).changes


# --- LibreOffice ----------------------------------------------------------------------------------


def test_libreoffice_opens_and_saves_it_and_everything_is_found_again(
    paper: HeldPaper, file: WordFile, tmp_path: Path
) -> None:
    untouched = brought_back(through_libreoffice(file.packed, tmp_path), paper)
    assert (untouched.proposed, untouched.not_taken) == ((), ())
    assert untouched.by_bookmark + untouched.by_tag == 5
    assert properties_of(through_libreoffice(file.packed, tmp_path))["Moothall proposal"] == (
        "archive"
    )


def test_figures_anywhere_survive_libreoffice(tmp_path: Path) -> None:
    figure = f"[[{SAVING}|(200)]]"
    texts = (
        f"{figure} at the start",
        f"at the end {figure}",
        f"{figure}",
        f"{figure} twice {figure}",
        f"between {figure} QTS {figure} words",
        f"one paragraph {figure}\n\nanother {figure} of the same\n\nand a third",
        "nothing at all",
    )
    topics = ("summary", "legal", "background", "governance", "financial", "hr")
    words = {
        f"p{topic}{place}": (topic, text) for topic in topics for place, text in enumerate(texts)
    }
    for saving in ("", "(250)"):
        paper = held(words, saving=saving)
        saved = through_libreoffice(taken_to_word(paper), tmp_path)
        returned = brought_back(saved, paper)
        assert [(each.of, each.after, each.now) for each in returned.proposed] == []
        assert returned.not_taken == ()


def test_what_was_written_in_libreoffice_is_proposed(
    paper: HeldPaper, file: WordFile, tmp_path: Path
) -> None:
    file.replace("a year once it is open", "every year")
    file.add_paragraph("passages/board", "It would be chaired in turn.")
    file.fill_prompt("Nobody moves.", 1)
    returned = brought_back(through_libreoffice(file.packed, tmp_path), paper)
    assert told(returned) == [
        ("new", "new"),
        (COST, "changed in Word"),
        ("new", "new"),
    ]
    assert f"[[{SAVING}|(200)]] every year" in next(
        each.text for each in returned.proposed if each.of == COST
    )


# --- What the file says of itself -----------------------------------------------------------------


def test_the_file_holds_no_words_that_are_not_in_its_text(paper: HeldPaper) -> None:
    file = WordFile(taken_to_word(paper))
    file.delete(PAST)
    packed = WordFile(file.packed)
    assert all(b"founded in 1894" not in part for part in packed.parts.values())


def test_no_tag_or_property_is_longer_than_word_takes(paper: HeldPaper) -> None:
    long = {"x" * 100: ("background", "Words of a fact with a long name.")}
    for each in (paper, held(long)):
        file = WordFile(taken_to_word(each))
        for name in ("tag", "alias"):
            texts = [found.get(f"{W}val") for found in file.root.iter(f"{W}{name}")]
            assert texts
            assert max(map(len, texts)) <= 64
        names = [found.get(f"{W}name") for found in file.root.iter(f"{W}bookmarkStart")]
        assert max(map(len, names)) <= 40
        assert len(names) == len(set(names))
        said = re.findall(r"lpwstr>([^<]*)<", file.parts["docProps/custom.xml"].decode())
        assert max(map(len, said)) <= 255
        assert brought_back(file.packed, each).proposed == ()


def test_no_two_controls_or_bookmarks_share_a_number(file: WordFile) -> None:
    for path in ("sdtPr/w:id", "bookmarkStart"):
        found = [
            each.get(f"{W}id") or each.get(f"{W}val")
            for each in file.root.iterfind(f".//w:{path}", {"w": W[1:-1]})
        ]
        assert len(found) == len(set(found)) > 5
