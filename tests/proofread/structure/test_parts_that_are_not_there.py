"""Parts that are not there: appendices, sections, minutes; headings and tables short of a part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Block, Grid, Heading, Image, Place, Prose, Report
from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.names.abbreviations import (
    abbreviations_are_spelt_out,
    an_abbreviation_stands_for_one_thing,
)
from moothall.proofread.names.names import letters_stand_for_one_name
from moothall.proofread.opinions.bases_of_opinions import a_share_of_opinions_says_of_how_many
from moothall.proofread.proofread import Rule, proofread
from moothall.proofread.structure.accessibility import RULES as ACCESSIBILITY
from moothall.proofread.structure.agenda_items import items_of_a_meeting_run_on
from moothall.proofread.structure.appendices import referred_appendices_are_there
from moothall.proofread.structure.colours import RULES as COLOURS
from moothall.proofread.structure.empty_headings import a_heading_has_something_under_it
from moothall.proofread.structure.minute_numbers import RULES as MINUTES
from moothall.proofread.structure.numbering import paragraph_numbers_run_on
from moothall.proofread.structure.repeated_numbers import paragraph_numbers_do_not_repeat
from moothall.proofread.structure.section_numbering import heading_levels_are_not_skipped
from moothall.proofread.structure.section_references import referred_sections_are_there

_HERE = Place(line=1)


def _found(text: str, *rules: Rule) -> int:
    return len(proofread((read_markdown(text, "report.md"),), rules))


def _in_text(text: str, *rules: Rule) -> int:
    return len(proofread((read_plain_text(text, "report.txt"),), rules))


@given(st.integers(2, 5), st.integers(1, 8), st.booleans())
def test_an_appendix_after_the_last_is_missing(last: int, named: int, lettered: bool) -> None:
    labels = [chr(64 + n) if lettered else str(n) for n in range(1, 10)]
    there = "\n\n".join(f"## Appendix {label}: Costs\n\nWords." for label in labels[:last])
    text = (
        f"# Report\n\n## 1 Purpose\n\n1.1 The risks are in Appendix {labels[named - 1]}.\n\n{there}"
    )
    assert _found(text, referred_appendices_are_there) == (named > last)


@pytest.mark.parametrize(
    "said",
    [
        "The risks are in Appendix 4, which is exempt.",
        "The risks are in Appendix 4, on the website.",
        "The risks are in Appendix 4 of the strategy.",
    ],
)
def test_an_appendix_kept_elsewhere_is_left_in_peace(said: str) -> None:
    there = "\n\n".join(f"## Appendix {n}: Costs\n\nWords." for n in (1, 2))
    assert _found(f"# Report\n\n1.1 {said}\n\n{there}", referred_appendices_are_there) == 0


@pytest.mark.parametrize(("label", "count"), [("A", 1), ("1", 0)])
def test_an_attached_appendix_is_listed_by_its_own_label(label: str, count: int) -> None:
    text = (
        f"# Report\n\n1.1 The letter is attached as Appendix {label}.\n\n## Appendices\n\n"
        "- Appendix 1: Letter\n- Appendix 2: Map\n"
    )
    assert _found(text, referred_appendices_are_there) == count


_SECTIONS = "\n\n".join(f"## {n}. Part {n}\n\n{n}.1 Words." for n in range(1, 6))


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("It will be measured by the method in section 8.", 1),
        ("It will be measured by the method in section 4.", 0),
        ("The Act gives a duty in section 8.", 0),
        ("The sum due under section 106 is paid.", 0),
        ("It will be measured as in section 47 enquiries.", 0),
    ],
)
def test_a_section_after_the_last_is_missing(said: str, count: int) -> None:
    assert _found(f"# Report\n\n{_SECTIONS}\n\n5.2 {said}", referred_sections_are_there) == count


_MINUTES = "MINUTES of the Committee\n\nPresent: Councillors Hale and Reed\n\n" + "\n\n".join(
    f"{n}. ITEM {n}\n\nRESOLVED that it be noted." for n in range(31, 38)
)


@given(st.integers(20, 60), st.sampled_from(["", " of the meeting of 4 May 2026"]))
def test_a_minute_after_the_last_is_missing(number: int, of: str) -> None:
    found = _in_text(f"{_MINUTES}\n\nThe charge was set as minute {number}{of} records.", *MINUTES)
    assert found == (number > 37 and not of)


@pytest.mark.parametrize(
    "said", ["It is a five minute 45 metre walk.", "About 90 minutes were lost.", "See minute 33."]
)
def test_minutes_of_time_and_earlier_ones_are_left_in_peace(said: str) -> None:
    assert _in_text(f"{_MINUTES}\n\n{said}", *MINUTES) == 0


@given(st.integers(2, 6), st.booleans())
def test_a_numbered_heading_has_something_under_it(empty: int, filled: bool) -> None:
    parts = [
        f"## {n}. Heading {n}" + ("" if n == empty and not filled else "\n\nWords.")
        for n in range(1, 9)
    ]
    assert _found(
        "# Report\n\nWords.\n\n" + "\n\n".join(parts), a_heading_has_something_under_it
    ) == (not filled)


@pytest.mark.parametrize(
    ("third", "count"), [("3. Costs", 1), ("3. Costs\n\n3.1 Words are here.", 0)]
)
def test_an_empty_heading_is_found_where_none_is_marked(third: str, count: int) -> None:
    text = (
        "1. Purpose\n\n1.1 Words are here.\n\n2. Background\n\n2.1 Words are here.\n\n"
        f"{third}\n\n4. Review\n\n4.1 Words are here.\n"
    )
    assert _in_text(text, a_heading_has_something_under_it) == count


def test_the_caption_of_a_table_leads_no_section() -> None:
    text = "# R\n\n## 1 One\n\nWords.\n\n### Table 1: Costs\n\nWords.\n\n#### 1.1 Deep\n\nWords."
    assert _found(text, heading_levels_are_not_skipped) == 1
    assert _found(text.replace("####", "###"), heading_levels_are_not_skipped) == 0


def _grid(*rows: tuple[str, ...], marked: bool | None = False, head: int = 0) -> Grid:
    return Grid(
        rows=rows, place=_HERE, head_rows=head, marked_head=marked, caption="Table 1: Posts"
    )


_POSTS = (("Parks", "4", "3"), ("Roads", "9", "8"), ("Total", "13", "11"))


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ((_grid(*_POSTS),), 1),
        ((_grid(("Service", "Before", "After"), *_POSTS),), 0),
        ((_grid(("Service", "2025", "2026"), *_POSTS),), 0),
        ((_grid(*_POSTS, marked=None),), 0),
        ((_grid(*(row[:2] for row in _POSTS)),), 0),
        ((_grid(("Service", "Before", "After"), *_POSTS, head=1, marked=True), _grid(*_POSTS)), 0),
    ],
)
def test_a_table_of_figures_names_its_columns(blocks: tuple[Block, ...], count: int) -> None:
    assert len(proofread((Report(file="r", blocks=blocks),), ACCESSIBILITY)) == count


def test_a_picture_is_named_by_its_caption() -> None:
    caption = Prose(text="Figure 2: Visits by month", place=_HERE)
    report = Report(file="r", blocks=(Image(place=_HERE), caption))
    assert [f.quote for f in proofread((report,), ACCESSIBILITY)] == ["Figure 2: Visits by month"]


def test_colours_of_one_sentence_are_one_thing_to_mend() -> None:
    said = "Those in red are late and those in green are done. Items in amber are under way."
    report = Report(file="r", blocks=(Prose(text=said, place=_HERE),))
    assert len(proofread((report,), COLOURS)) == 2


def test_a_small_word_need_not_give_its_letter() -> None:
    text = (
        "The Guild of Planners and Allied Crafts (GPAC) met. The Board of Art and Action (BAA) met."
    )
    assert _found(f"# R\n\n1.1 {text}", an_abbreviation_stands_for_one_thing) == 0


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("The Regional Transport Body (RSTB) met. The Regional Strategic Transport Body paid.", 1),
        ("The Regional Strategic Transport Body (RSTB) met.", 0),
        ("The Regional Transport Body (RTB) met. The Regional Strategic Transport Body paid.", 0),
    ],
)
def test_letters_with_a_word_too_few(said: str, count: int) -> None:
    assert _found(f"# R\n\n1.1 {said}", an_abbreviation_stands_for_one_thing) == count


@pytest.mark.parametrize(("letters", "count"), [("KXCC", 0), ("QZT", 1)])
def test_a_councils_own_letters_are_known(letters: str, count: int) -> None:
    text = f"# R\n\n1.1 The letter of {letters} came.\n\n1.2 The {letters} replied to it.\n"
    assert _found(text, abbreviations_are_spelt_out) == count


def test_several_authorities_are_of_one_kind() -> None:
    text = (
        "# R\n\n1.1 A Rural Transport Authority (RTA) has a board.\n\n1.2 {} (RTA) have boards.\n"
    )
    assert _found(text.format("Rural Transport Authorities"), letters_stand_for_one_name) == 0
    assert _found(text.format("Rural Transports Authority"), letters_stand_for_one_name) == 1


def test_a_list_before_a_heading_is_of_another_sequence() -> None:
    def items(second: str) -> Report:
        heads = [Heading(text=f"Part {n}", number=f"{n}.", level=1, place=_HERE) for n in (1, 2)]
        asked = [
            Prose(text=f"agree {w}", number=f"{n}.", place=_HERE) for n, w in ((1, "a"), (2, "b"))
        ]
        last = [Prose(text="note it", number="3.", place=_HERE)]
        end = (
            Heading(text="The service", number="3.", level=1, place=_HERE)
            if second == "heading"
            else Prose(text="pay it", number="3.", place=_HERE)
        )
        more = [Prose(text="close it", number="4.", place=_HERE)]
        return Report(file="r", blocks=(*heads, *asked, *last, end, *more))

    assert not proofread((items("heading"),), (items_of_a_meeting_run_on,))


def test_a_quantity_is_no_paragraph_number() -> None:
    text = "1.1 Words.\n\n1.2 Words.\n\n1.4 It serves 1.3 {} people.\n\n1.5 Words.\n"
    assert _in_text(text.format("million"), paragraph_numbers_run_on) == 1
    assert _in_text(text.replace("serves 1.3 {}", "serves"), paragraph_numbers_run_on) == 1


def test_a_number_that_stands_again_under_the_next_section() -> None:
    text = (
        "7.1 Words one.\n\n8. Reasons\n\n8.1 Words two.\n\n9. Decision\n\n{}.1 Cabinet is asked to "
        "agree.\n"
    )
    assert _in_text(text.format(8), paragraph_numbers_do_not_repeat) == 1
    assert _in_text(text.format(9), paragraph_numbers_do_not_repeat) == 0


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("At the open evenings 85% were content with the plan.", 1),
        ("At the open evenings 34 of 40 people (85%) were content with the plan.", 0),
        ("Among young carers satisfaction rose from 61% to 70%.", 1),
        ("Among 212 young carers satisfaction rose from 61% to 70%.", 0),
        ("Below 4% considered risky", 0),
        ("2% to 4% considered risky", 0),
    ],
)
def test_a_share_of_opinions_has_a_base(said: str, count: int) -> None:
    assert _found(f"# R\n\n## Views\n\n1.1 {said}", a_share_of_opinions_says_of_how_many) == count
