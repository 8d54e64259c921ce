"""Two councils' papers side by side: each planted difference found and classed, all else silent."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented import ASHBY, BRAE, write
from moothall.basics.figures import read_figure
from moothall.documents.document import (
    Document,
    InCell,
    Paragraph,
    Quote,
    QuoteState,
    Section,
    Table,
)
from moothall.documents.report import Heading, Place, Prose, Report
from moothall.drift.difference import Difference, Drift, Sort
from moothall.drift.drift import drift_of_papers, drift_of_reports
from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme
from moothall.files.reports.report_file import read_report

NAMES = ("Ashby", "Brae")

# What both papers say, each in its own words; `{}` is where the figure stands.
JOINT = (
    ("The shared archive service will save {} a year from 2027/28.",
     "From 2027/28 the joint archive service saves {} each year."),
    ("Redundancy costs of {} are met from the transformation reserve.",
     "The one-off redundancy cost is {}, funded from the transformation reserve."),
    ("New shelving at the record office costs {} in the first year.",
     "In the first year the record office needs new shelving, which costs {}."),
    ("The digitisation grant from the lottery fund is {}.",
     "A digitisation grant of {} comes from the lottery fund."),
)  # fmt: skip
COUNTED = (
    ("Over the summer {} residents answered the consultation on opening hours.",
     "The consultation on opening hours was answered by {} residents over the summer."),
    ("The strong rooms hold {} boxes of parish registers.",
     "There are {} boxes of parish registers in the strong rooms."),
)  # fmt: skip
OWN = (
    ("The Council's net budget for archives is {}.",) * 2,
    ("The Borough spends {} on conservation of maps.",) * 2,
)
PLAIN = (
    "The report asks members to consider the proposal.",
    "Officers of both councils met in the spring.",
)
MONEY = st.integers(min_value=1_001, max_value=9_998).map(lambda thousand: thousand * 1_000 + 417)


def report(name: str, sentences: list[str]) -> Report:
    heading = Heading(text=f"Report of {name}", level=1, place=Place(section=f"Report of {name}"))
    prose = [
        Prose(text=text, number=f"1.{number}", place=Place(section="Body", paragraph=f"1.{number}"))
        for number, text in enumerate(sentences, start=1)
    ]
    return Report(file=name, blocks=(heading, *prose), marks_headings=True)


def compared(first: list[str], second: list[str]) -> Drift:
    return drift_of_reports(report("a", first), report("b", second), named=NAMES)


def pounds(amount: int) -> str:
    return f"£{amount:,}"


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[str], list[str], list[int]]:
    """Two papers that say the same things with the same figures, in their own order and words."""
    amounts = draw(st.lists(MONEY, min_size=len(JOINT), max_size=len(JOINT), unique=True))
    # Figures far from one another, so that none is the rest, the sum or a misprint of the others.
    amounts = [amount + place * 20_000_000 for place, amount in enumerate(amounts)]
    counts = draw(st.lists(st.integers(211, 398), min_size=2, max_size=2, unique=True))
    counts[1] += 1_000
    sides = [
        [texts[side].format(pounds(amount)) for texts, amount in zip(JOINT, amounts, strict=True)]
        + [texts[side].format(f"{n:,}") for texts, n in zip(COUNTED, counts, strict=True)]
        + list(PLAIN)
        for side in (0, 1)
    ]
    return sides[0], draw(st.permutations(sides[1])), amounts


@given(pairs())
def test_papers_that_agree_are_silent(pair: tuple[list[str], list[str], list[int]]) -> None:
    drift = compared(pair[0], pair[1])
    assert drift.differences == ()
    assert drift.agreed >= len(JOINT)
    assert drift.sentence.endswith("none differs.")


@given(pairs(), st.integers(0, len(JOINT) - 1), st.integers(3, 40))
def test_a_figure_told_otherwise_is_a_contradiction(
    pair: tuple[list[str], list[str], list[int]], which: int, percent: int
) -> None:
    first, second, amounts = pair
    other = amounts[which] * (100 - percent) // 100
    changed = [text.replace(pounds(amounts[which]), pounds(other)) for text in second]
    drift = compared(first, changed)
    (found,) = drift.differences
    assert drift.only == ()
    assert found.sort is Sort.CONTRADICTION
    assert (found.first.figure, found.second and found.second.figure) == (
        pounds(amounts[which]),
        pounds(other),
    )
    assert f"= {pounds(amounts[which] - other)} apart" in found.arithmetic
    assert found.first.place.paragraph


@given(pairs(), st.integers(0, len(JOINT) - 1))
def test_a_figure_printed_coarser_is_rounding(
    pair: tuple[list[str], list[str], list[int]], which: int
) -> None:
    first, second, amounts = pair
    coarse = f"£{Decimal(amounts[which]) / 1_000_000:.1f}m"
    changed = [text.replace(pounds(amounts[which]), coarse) for text in second]
    (found,) = compared(first, changed).differences
    assert found.sort is Sort.ROUNDING
    assert f"“{coarse}” stands for" in found.arithmetic
    assert "lies in that" in found.arithmetic


@given(pairs(), st.integers(0, len(OWN) - 1), MONEY, MONEY)
def test_each_councils_own_figure_is_rightly_different(
    pair: tuple[list[str], list[str], list[int]], which: int, one: int, other: int
) -> None:
    first, second, _ = pair
    drift = compared(
        [*first, OWN[which][0].format(pounds(one))], [*second, OWN[which][1].format(pounds(other))]
    )
    assert [each.sort for each in drift.differences] == [Sort.OWN_FIGURE] * (one != other)
    for each in drift.differences:
        assert each.because == "Ashby speaks of Ashby, Brae of Brae"


def test_figures_of_two_other_councils_are_not_compared() -> None:
    first = ["The partner pays more: Brae's budget for conservation of maps is £450,417."]
    second = ["For conservation of maps the budget of Ashby stands at £461,417."]
    assert not compared(first, second).differences
    own = ["For conservation of maps our budget stands at £461,417."]
    (found,) = compared(
        ["The Council's budget for conservation of maps is £400,417."], own
    ).differences
    assert found.sort is Sort.OWN_FIGURE


def test_a_value_that_the_other_paragraph_holds_too_is_explained() -> None:
    first = ["Redundancy costs of £85,417 are met from the transformation reserve."]
    grown = "The redundancy cost, which the transformation reserve meets, has grown to £95,417."
    first_plan = (
        "The redundancy cost was put at £85,417 in the transformation reserve's first plan."
    )
    second = [f"{grown} {first_plan}"]
    assert not compared(first, second).differences


def test_one_councils_figure_in_the_others_paper_is_held_against_its_own() -> None:
    ours = ["The Council's net budget for archives is £450,417."]
    assert not compared(ours, ["Ashby's net budget for archives is £450,417."]).differences
    (found,) = compared(ours, ["Ashby's net budget for archives is £461,417."]).differences
    assert found.sort is Sort.CONTRADICTION
    (own,) = compared(ours, ["Brae's net budget for archives is £461,417."]).differences
    assert own.sort is Sort.OWN_FIGURE


@given(pairs())
def test_what_one_paper_alone_says_is_listed_apart(
    pair: tuple[list[str], list[str], list[int]],
) -> None:
    first, second, amounts = pair
    left_out = [text for text in second if pounds(amounts[0]) not in text]
    drift = compared(first, left_out)
    assert drift.differences == ()
    assert [(each.name, each.about) for each in drift.only] == [("Ashby", pounds(amounts[0]))]


def test_a_date_told_otherwise_and_one_told_more_coarsely() -> None:
    text = "The formal consultation on the archive closes on {}."
    (found,) = compared([text.format("12 March 2027")], [text.format("19 March 2027")]).differences
    assert (found.sort, found.arithmetic) == (
        Sort.CONTRADICTION,
        "Fri 12 Mar 2027 and Fri 19 Mar 2027: 7 days apart",
    )
    text = "The new archive opens in {}."
    (coarse,) = compared([text.format("March 2027")], [text.format("Spring 2027")]).differences
    assert coarse.sort is Sort.ROUNDING
    assert not compared([text.format("March 2027")], [text.format("March 2027")]).differences


def test_the_same_time_in_other_units_is_the_same() -> None:
    text = "The archivist is appointed for {} at first."
    assert not compared([text.format("two years")], [text.format("24 months")]).differences
    (found,) = compared([text.format("two years")], [text.format("three years")]).differences
    assert found.sort is Sort.CONTRADICTION


def test_a_sentence_of_another_year_is_of_another_thing() -> None:
    text = "By 31 March {} the archive has saved £{} for the two towns."
    assert not compared([text.format(2027, "100,417")], [text.format(2028, "250,417")]).differences


# --- the facts behind -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    folder = tmp_path_factory.mktemp("towns") / "programme"
    return read_programme(write(folder, (ASHBY, BRAE), full_year=200))


def paper(*paragraphs: Paragraph | Table) -> Document:
    return Document(title="Report", sections=(Section("Body", tuple(paragraphs)),))


def written(
    programme: Programme,
    first: Document,
    second: Document,
    earlier: dict[str, list[str]] | None = None,
) -> Drift:
    return drift_of_papers(programme, "archive", ("ashby", first), ("brae", second), earlier)


SAVES = "The full-year saving of the archive service is {}."


def one_of(drift: Drift) -> Difference:
    (found,) = drift.differences
    return found


def test_a_figure_that_the_fact_had_before_is_stale(towns: Programme) -> None:
    (saving,) = towns.savings
    path = f"savings/{saving.id}.full_year_saving"
    now = paper(Paragraph(SAVES.format("£200,000")))
    then = paper(Paragraph(SAVES.format("£170,000")))
    found = one_of(written(towns, now, then, {path: ["170"]}))
    assert (found.sort, found.fact) == (Sort.STALE, path)
    assert found.because.startswith("Brae gives what")
    assert found.because.endswith("(170); it is (200) now, as Ashby has it") or (
        "it is 200 now, as Ashby has it" in found.because
    )
    assert one_of(written(towns, now, then)).sort is Sort.CONTRADICTION
    assert not written(towns, now, now, {path: ["170"]}).differences


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(120, 190).filter(lambda size: size != 200))
def test_any_earlier_value_is_stale_and_the_value_now_is_not(towns: Programme, old: int) -> None:
    (saving,) = towns.savings
    path = f"savings/{saving.id}.full_year_saving"
    now = paper(Paragraph(SAVES.format("£200,000")))
    then = paper(Paragraph(SAVES.format(f"£{old},000")))
    assert one_of(written(towns, then, now, {path: [str(old)]})).sort is Sort.STALE
    assert not written(towns, now, now, {path: [str(old)]}).differences


def test_a_contradiction_names_the_fact_and_who_has_it_right(towns: Programme) -> None:
    (saving,) = towns.savings
    now = paper(Paragraph(SAVES.format("£200,000")))
    wrong = paper(Paragraph(SAVES.format("£185,000")))
    found = one_of(written(towns, now, wrong))
    assert found.fact == f"savings/{saving.id}.full_year_saving"
    assert found.because.startswith("Ashby gives")
    assert found.because.endswith("Brae does not")


def test_each_councils_own_fact_is_its_own_figure(towns: Programme) -> None:
    (saving,) = towns.savings
    other = replace(
        saving, id="other", authority="brae", owner="brae", full_year_saving=read_figure("310")
    )
    both = replace(towns, savings=(saving, other))
    found = one_of(
        written(
            both,
            paper(Paragraph(SAVES.format("£200,000"))),
            paper(Paragraph(SAVES.format("£310,000"))),
        )
    )
    assert found.sort is Sort.OWN_FIGURE
    assert "Ashby gives its own" in found.because


def test_a_quote_that_has_changed_is_stale_though_both_agree(towns: Programme) -> None:
    (saving,) = towns.savings
    path = f"savings/{saving.id}.full_year_saving"
    text = SAVES.format("£200,000")
    place = text.index("£200,000")
    quote = Quote(place, place + 8, path, was="£170,000", state=QuoteState.CHANGED)
    stale = paper(Paragraph(text, of="passages/p", quotes=(quote,)))
    current = paper(Paragraph(text, quotes=(replace(quote, state=QuoteState.CURRENT),)))
    found = one_of(written(towns, stale, current))
    assert (found.sort, found.second, found.fact) == (Sort.STALE, None, path)
    assert found.arithmetic == "£170,000 then, £200,000 now"
    assert found.first.of == "passages/p"
    assert not written(towns, current, current).differences


def test_a_quote_in_a_front_sheet_is_told_with_its_cell(towns: Programme) -> None:
    (saving,) = towns.savings
    path = f"savings/{saving.id}.full_year_saving"
    text = SAVES.format("£200,000")
    place = text.index("£200,000")
    quote = Quote(place, place + 8, path, was="£170,000", state=QuoteState.CHANGED)
    rows = ((("Subject:",), ("Archive",)), (("Financial Implications:",), ("First.", text)))
    cell = InCell(1, 1, 1, of="passages/money", quotes=(quote,))
    sheet = Document(title="Report", front=(Table("Front sheet", (), rows, in_cells=(cell,)),))
    found = one_of(written(towns, sheet, paper(Paragraph("Nothing is said."))))
    assert (found.sort, found.first.of) == (Sort.STALE, "passages/money")
    assert (found.first.place.row, found.first.place.column) == (2, 2)
    assert found.arithmetic == "£170,000 then, £200,000 now"


def test_cells_of_one_row_and_column_are_one_thing(towns: Programme) -> None:
    def table(figure: str) -> Table:
        rows = ((("Archive building",), (figure,)), (("Conservation studio",), ("77",)))
        return Table("Running costs (£000)", ("Service", "Gross"), rows, numeric=(1,))

    assert not written(towns, paper(table("412")), paper(table("412"))).differences
    found = one_of(written(towns, paper(table("412")), paper(table("421"))))
    assert (found.sort, found.first.place.row) == (Sort.CONTRADICTION, 2)
    assert "£421,000 − £412,000 = £9,000 apart" in found.arithmetic


def test_a_joint_fact_that_one_paper_leaves_out_is_listed_quietly(towns: Programme) -> None:
    (post,) = towns.posts
    post = replace(post, title="Shared county archivist in charge")
    both = replace(towns, posts=(post,))
    carries = paper(Paragraph("There is a shared county archivist in charge of both."))
    drift = written(both, carries, paper(Paragraph("Nothing is said.")))
    assert drift.differences == ()
    assert [(each.name, each.fact) for each in drift.only] == [("Ashby", f"posts/{post.id}")]
    assert written(both, carries, carries).only == ()


# --- files ----------------------------------------------------------------------------------------


def test_each_file_is_of_the_council_that_it_names_more() -> None:
    ashby = ["Ashby Borough Council met.", "Ashby decides; Brae is asked.", "The Council pays £40."]
    brae = ["Brae Borough Council met.", "Brae decides.", "The Council pays £60."]
    drift = drift_of_reports(report("a", ashby), report("b", brae))
    assert (drift.first, drift.second) == ("Ashby", "Brae")
    same = drift_of_reports(report("a", ashby), report("b", ashby))
    assert (same.first, same.second) == ("a", "b")  # two papers of one council


@given(st.lists(st.sampled_from([text for pair in JOINT for text in pair]), max_size=6),
       st.lists(st.integers(1_000, 10**9), min_size=6, max_size=6))  # fmt: skip
def test_a_paper_never_differs_from_itself(texts: list[str], amounts: list[int]) -> None:
    sentences = [text.format(pounds(amount)) for text, amount in zip(texts, amounts, strict=False)]
    assert compared(sentences, sentences).differences == ()


def test_dates_far_apart_do_not_upset_it() -> None:
    text = "The formal consultation on the archive closes on {}."
    days = [date(2026, 1, 1) + timedelta(days=n * 97) for n in range(4)]
    for day in days:
        told = f"{day.day} {day:%B %Y}"
        assert not compared([text.format(told)], [text.format(told)]).differences


# --- the samples ----------------------------------------------------------------------------------


def test_documents_000_and_001_tell_no_figure_two_ways(shared: Path) -> None:
    """Their figures are of different things: context and children's population, budget and DSG."""
    first, second = (
        read_report(next((shared / "seeds").glob(f"{number}_*.txt")), number)
        for number in ("000", "001")
    )
    drift = drift_of_reports(first, second, known=("Stockport", "Tameside"))
    assert (drift.first, drift.second) == ("Stockport", "Tameside")
    assert drift.differences == ()
    only = {each.about for each in drift.only}
    assert not {"0161", "342", "3354"} & only  # a telephone number
    assert {"8.9%", "20.6%", "31,083", "£212.556m", "£2.838m"} <= only


def test_a_figure_changed_in_document_000_is_found(shared: Path) -> None:
    file = next((shared / "seeds").glob("000_*.txt"))
    first = read_report(file, "000")
    blocks = tuple(
        replace(block, text=block.text.replace("8.9%", "9.8%"))
        if isinstance(block, Prose)
        else block
        for block in first.blocks
    )
    (found,) = drift_of_reports(first, replace(first, file="copy", blocks=blocks)).differences
    assert (found.first.figure, found.second and found.second.figure) == ("8.9%", "9.8%")
