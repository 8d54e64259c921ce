"""Facts quoted in prose: the figure changes in every paper at once, and what is stale is marked."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from town_papers import (
    SAVING,
    changed,
    common,
    document_of,
    found,
    having,
    passage,
    quotes,
    town,
    under,
    without,
    words,
)

from moothall.basics.dates import read_written_date
from moothall.basics.figures import read_figure
from moothall.documents.document import Bullets, Paragraph, QuoteState, Table
from moothall.facts.papers import Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.papers.insertions import inserted, insertion
from moothall.papers.references import quotable, value_named

GONE = "a_paper_quotes_facts_that_are_held"
STALE = "quoted_facts_are_as_they_were_when_the_words_were_written"
NO_REFERENCE = "a_reference_in_words_names_something"


@pytest.fixture
def archive(tmp_path: Path) -> Programme:
    return town(tmp_path / "three-towns")


def saying(programme: Programme, text: str) -> Programme:
    return having(programme, passages=[passage(text)])


def test_a_quoted_figure_stands_as_the_fact_prints_it(archive: Programme) -> None:
    archive = saying(archive, f"It saves [[{SAVING}.full_year_saving|(200)]] a year.")
    document = document_of(archive)
    assert words(document, "Purpose") == "It saves (200) a year."
    ((covered, quote),) = quotes(document)
    assert (covered, quote.of, quote.was) == ("(200)", f"{SAVING}.full_year_saving", "(200)")
    assert quote.state is QuoteState.CURRENT
    assert not found(archive, STALE)


def test_a_changed_fact_shows_its_value_now_and_what_it_was(archive: Programme) -> None:
    archive = saying(archive, f"It saves [[{SAVING}.full_year_saving|(200)]] a year.")
    archive = changed(archive, "savings", "archive-saving", full_year_saving=read_figure("(250)"))
    document = document_of(archive)
    assert words(document, "Purpose") == "It saves (250) a year."
    ((_, quote),) = quotes(document)
    assert (quote.state, quote.was) == (QuoteState.CHANGED, "(200)")
    (message,) = found(archive, STALE)
    assert "was (200) when these words were written and is (250) now" in message


def test_one_change_shows_in_every_paper_that_quotes_it(archive: Programme) -> None:
    archive = having(
        archive,
        passages=[
            passage(f"Net [[{SAVING}.cash_limit|900]].", key="one"),
            passage(f"Again [[{SAVING}.cash_limit|900]].", topic="financial", key="two"),
        ],
    )
    archive = changed(archive, "savings", "archive-saving", cash_limit=read_figure("1,000"))
    document = document_of(archive)
    assert words(document, "Purpose") == "Net 1,000."
    assert words(document, "Money").startswith("Again 1,000.")


def test_a_fact_deleted_while_quoted_shows_what_stood_there(archive: Programme) -> None:
    archive = saying(archive, f"It saves [[{SAVING}.full_year_saving|(200)]] a year.")
    archive = without(archive, "savings", "archive-saving")
    document = document_of(archive)
    assert words(document, "Purpose") == "It saves (200) a year."
    ((covered, quote),) = quotes(document)
    assert (covered, quote.state) == ("(200)", QuoteState.GONE)
    (message,) = found(archive, GONE)
    assert f"{SAVING}.full_year_saving" in message
    assert "(200)" in message


def test_a_part_of_a_fact_that_is_gone_is_gone(archive: Programme) -> None:
    archive = saying(archive, f"[[{SAVING}.phasing.2031/32.amount|(90)]] later.")
    ((covered, quote),) = quotes(document_of(archive))
    assert (covered, quote.state) == ("(90)", QuoteState.GONE)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("phasing.2027/28.amount", "(200)"),
        ("phasing.2.amount", "(200)"),
        ("breakdown.rows.Grant.amount", "30"),
        ("breakdown.year", "2026/27"),
        ("full_year_saving.size", "200"),
        ("unit", "£000"),
        ("needed_new", "80"),
    ],
)
def test_a_reference_leads_into_a_fact_by_id_number_name_or_year(
    archive: Programme, path: str, value: str
) -> None:
    assert value_named(archive, f"{SAVING}.{path}") == value


def test_dates_are_quoted_in_words_and_numbers_with_dots_are_found(archive: Programme) -> None:
    paper = Paper(
        **common("asked"),
        title="Archive",
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        dated=read_written_date("June 2026"),
        report_of="Director",
        recommendations=(Recommendation(number="2.1", verb="approve", text="it"),),
    )
    archive = having(archive, papers=[paper])
    assert value_named(archive, "papers/asked.recommendations.2.1.verb") == "approve"
    assert value_named(archive, "papers/asked.dated") == "June 2026"
    assert value_named(archive, "meetings/ashby-meets.held_on") == "Wed 10 Jun 2026"


def test_what_the_program_works_out_can_be_quoted(archive: Programme) -> None:
    archive = saying(
        archive,
        "Ashby decides on [[route.ashby.decides_on|Wed 10 Jun 2026]]. "
        f"[[{SAVING}.sentence]] [[route.binds]]",
    )
    said = words(document_of(archive), "Purpose")
    assert said.startswith("Ashby decides on Wed 10 Jun 2026. 2027/28 needs 80 of new recurrent")
    assert "[[" not in said


def test_a_moved_meeting_makes_the_quoted_day_stale(archive: Programme) -> None:
    archive = saying(archive, "Ashby decides on [[route.ashby.decides_on|Tue 9 Jun 2026]].")
    document = document_of(archive)
    assert words(document, "Purpose") == "Ashby decides on Wed 10 Jun 2026."
    ((_, quote),) = quotes(document)
    assert quote.state is QuoteState.CHANGED
    (message,) = found(archive, STALE)
    assert "route.ashby.decides_on was Tue 9 Jun 2026" in message


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("It saves [[saving/x.unit|5]].", "'savings'"), ("See [[rout.binds|it]].", "'route'")],
)
def test_double_brackets_that_name_nothing_stay_and_are_found(
    archive: Programme, text: str, nearest: str
) -> None:
    archive = saying(archive, text)
    assert words(document_of(archive), "Purpose") == text
    (message,) = found(archive, NO_REFERENCE)
    assert nearest in message


def test_an_unfinished_bracket_is_just_text(archive: Programme) -> None:
    archive = saying(archive, "An array a[[0] and [[ and ]] stay.")
    assert words(document_of(archive), "Purpose") == "An array a[[0] and [[ and ]] stay."


def test_quotes_go_no_round_in_circles(archive: Programme) -> None:
    archive = having(
        archive,
        passages=[
            passage("One, [[passages/other.text|two]].", key="words"),
            passage("Two, [[passages/words.text|one]].", topic="policy", key="other"),
        ],
    )
    assert words(document_of(archive), "Purpose") == "One, Two, one.."


def test_a_recommendation_may_quote(archive: Programme) -> None:
    asked = Recommendation(number="1", verb="approve", text=f"[[{SAVING}.cash_limit|9]] of limit")
    paper = Paper(
        **common("asked"),
        title="Archive",
        proposal="archive",
        authority="ashby",
        body="ashby-decides",
        dated=read_written_date("10 June 2026"),
        report_of="Director",
        recommendations=(asked,),
    )
    lists = [
        block
        for block in under(document_of(having(archive, papers=[paper])), "What is asked")
        if isinstance(block, Bullets)
    ]
    assert lists[0].items == ("approve 900 of limit",)
    assert lists[0].of == "papers/asked"
    ((quote,),) = lists[0].quotes
    assert lists[0].items[0][quote.start : quote.end] == "900"


def test_a_front_sheet_says_whose_its_words_are_and_what_they_quote(archive: Programme) -> None:
    text = f"The policy on [[{SAVING}.name|Archive]] stays."
    archive = having(archive, passages=[passage(text, topic="policy")])
    sheet = document_of(archive).front[0]
    assert isinstance(sheet, Table)
    (cell,) = sheet.in_cells
    said = sheet.rows[cell.row][cell.column][cell.place]
    assert said == "The policy on Archive stays."
    assert cell.of == "passages/words"
    assert said[cell.quotes[0].start : cell.quotes[0].end] == "Archive"


def test_empty_lines_part_a_passage_into_paragraphs_of_the_same_words(archive: Programme) -> None:
    archive = saying(archive, "One.\n\nTwo.\n \n\nThree.")
    blocks = [b for b in under(document_of(archive), "Purpose") if isinstance(b, Paragraph)]
    assert [(b.number, b.text, b.of) for b in blocks] == [
        ("1.1", "One.", "passages/words"),
        ("1.2", "Two.", "passages/words"),
        ("1.3", "Three.", "passages/words"),
    ]


BETWEEN = st.text(alphabet="ab [|]:/.\n£(", max_size=12)


@given(before=BETWEEN, after=BETWEEN, was=st.sampled_from(["(200)", "5", ""]))
def test_every_quote_covers_exactly_what_was_put_in(before: str, after: str, was: str) -> None:
    programme = sample()
    text = f"{before}{insertion(f'{SAVING}.full_year_saving', was)}{after}"
    said, placed = inserted(programme, text)
    for quote in placed:
        assert said[quote.start : quote.end] == "(200)"
    if "[" not in before and "[" not in after:
        assert said == f"{before}(200){after}"


@given(st.text(alphabet="[]|ab/.: savings-archive", max_size=60))
def test_no_text_is_lost_or_refused(text: str) -> None:
    said, placed = inserted(sample(), text)
    if not placed:
        assert said == text


@cache
def sample() -> Programme:
    """The invented programme, read once."""
    with TemporaryDirectory() as place:
        return town(Path(place) / "three-towns")


def test_everything_that_is_offered_can_be_quoted(
    stockport_tameside: Programme, cambridgeshire_peterborough: Programme
) -> None:
    """What `quotable` lists is what a reference then shows, for every fact of both samples."""
    for programme in (stockport_tameside, cambridgeshire_peterborough):
        for kind, fact in programme.facts():
            for path, value in quotable(fact):
                assert value_named(programme, f"{kind}/{fact.id}.{path}") == value


def test_the_samples_quote_their_figures(stockport_tameside: Programme) -> None:
    quoting = [p for p in stockport_tameside.passages if "[[money_statements/" in p.text]
    assert len(quoting) >= 4
    for each in quoting:
        said, placed = inserted(stockport_tameside, each.text)
        assert "[[" not in said
        assert all(quote.state is QuoteState.CURRENT for quote in placed)
