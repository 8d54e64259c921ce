"""Conflicts: the same thing with different figures, in one report and between several."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.documents.report import Block, Grid, Heading, Place, Prose, Report
from moothall.proofread.figures import lengths_of_time, stated_counts
from moothall.proofread.figures.lengths_of_time import (
    a_length_of_time_is_the_same_throughout,
    a_promise_has_one_term,
)
from moothall.proofread.figures.stated_counts import (
    a_list_has_as_many_items_as_it_says,
    a_sentence_names_as_many_as_it_says,
    as_many_options_are_set_out_as_are_said,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.statements import content_words
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.tables import table_conflicts
from moothall.proofread.tables.table_conflicts import (
    a_table_has_the_total_that_its_words_give,
    the_words_agree_with_the_table,
    two_tables_of_the_same_agree,
)
from moothall.proofread.told_again import conflicts
from moothall.proofread.told_again.conflicts import (
    the_same_thing_has_the_same_figure,
    the_same_thing_has_the_same_figure_in_all_reports,
)
from moothall.proofread.told_again.repeated_sentences import (
    a_sentence_repeated_has_the_same_figures,
)
from runaway import comes_to_an_end

_BETWEEN = conflicts.BETWEEN
_RULES = (
    *conflicts.RULES,
    *stated_counts.RULES,
    *lengths_of_time.RULES,
    *table_conflicts.RULES,
)


def _report(*texts: str, file: str = "r", sections: tuple[str, ...] = ()) -> Report:
    """One paragraph for each text, with an unrelated paragraph between them."""
    blocks: list[Block] = []
    for number, text in enumerate(texts):
        section = sections[number] if sections else ""
        blocks += [
            Prose(text=text, place=Place(line=2 * number + 1, section=section)),
            Prose(text="Members noted it.", place=Place(line=2 * number + 2)),
        ]
    return Report(file=file, blocks=tuple(blocks))


def _default(rule: Rule, report: Report) -> list[TextFinding]:
    return [found for found in rule(report) if found.confidence is not Confidence.LOW]


def _conflicts(*texts: str, sections: tuple[str, ...] = ()) -> list[TextFinding]:
    return _default(the_same_thing_has_the_same_figure, _report(*texts, sections=sections))


def _list(lead: str, *items: str) -> Report:
    blocks: list[Block] = [Prose(text=lead, place=Place(line=1))]
    blocks += [
        Prose(text=item, place=Place(line=n + 2), bullet=True) for n, item in enumerate(items)
    ]
    blocks.append(Heading(text="Next", level=1, place=Place(line=40)))
    return Report(file="r", blocks=tuple(blocks))


# --- two sentences --------------------------------------------------------------------------------


@given(value=st.integers(1000, 999_999), shift=st.integers(1, 99))
def test_a_figure_changed_in_one_of_two_like_sentences_is_found(value: int, shift: int) -> None:
    assume(value % 10 and (value + shift) % 10)
    one = "The annual saving from the home to school transport service is £{:,} from 2022/23."
    other = "From 2022/23 the home to school transport service gives an annual saving of £{:,}."
    assert _conflicts(one.format(value), other.format(value)) == []
    (found,) = _conflicts(one.format(value), other.format(value + shift))
    assert f"they differ by {shift}" in found.message
    assert found.place.line == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council is forecasting a net overspend of £3.84m on its placements budget.",
            "The forecast net overspend on the placements budget is £3.48m, driven by demand.",
        ),
        (
            "The consultation received 1,234 responses from residents.",
            "A total of 1,243 responses to the consultation were received from residents.",
        ),
        ("There are 367 children in care.", "There are 376 looked after children."),
        (
            "It will cost £450,000 to convert the former library at Hyde.",
            "Cabinet approves expenditure of £540,000 to convert the former library at Hyde.",
        ),
        (
            "The Dedicated Schools Grant deficit is £14.6m at 31 March 2021.",
            "The deficit on the Dedicated Schools Grant stood at £16.4m at 31 March 2021.",
        ),
        (
            "Traded services support 48 schools across the borough.",
            "The service supports 84 schools across the borough through traded services.",
        ),
        (
            "The general fund reserve balance is £12.5m at 31 March 2020.",
            "At 31 March 2020 the general fund reserve balance was £1.25m.",
        ),
    ],
)
def test_the_same_thing_with_two_figures_is_found(one: str, other: str) -> None:
    (found,) = _conflicts(one, other)
    assert found.cure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # rounding
        ("The transport service saving is £2.84m.", "The transport service saving is £2.8m."),
        ("The transport service saving is £0.6m.", "The transport service saving is £600k."),
        ("The survey drew 200 school responses.", "The survey drew 204 school responses."),
        # another date, another place, another part
        (
            "Net spend on school transport was £3.1m in 2018/19.",
            "Net spend on school transport was £3.3m in 2019/20.",
        ),
        (
            "The saving from school transport in Hyde is £120,300.",
            "The saving from school transport in Denton is £130,200.",
        ),
        (
            "Female pupils with a school transport pass number 312.",
            "Male pupils with a school transport pass number 321.",
        ),
        (
            "The gross budget for school transport is £3.1m.",
            "The net budget for school transport is £2.9m.",
        ),
        (
            "The budget for school transport is £3.1m.",
            "The actual cost of school transport is £3.2m.",
        ),
        (
            "Option 1 would save £120,300 on school transport.",
            "Option 2 would save £130,200 on school transport.",
        ),
        # far apart: two things
        (
            "The saving from the transport service review is £1.2m.",
            "The saving from the transport service review is £45,000.",
        ),
        # change and level
        (
            "The transport service budget rises by £1.2m.",
            "The transport service budget rises to £1.3m.",
        ),
        # rough
        (
            "The transport service saving is about £1.2m.",
            "The transport service saving is £1.23m.",
        ),
        # shares of different wholes
        ("51% of parents agreed with closing.", "52% of staff agreed with closing."),
        # too little said
        ("There were 23 responses.", "There were 24 responses."),
    ],
)
def test_two_things_or_one_rounded_are_left_alone(one: str, other: str) -> None:
    assert _conflicts(one, other) == []


def test_a_paragraph_that_holds_both_figures_explains_them() -> None:
    one = "The school transport saving is £1.24m."
    other = "The school transport saving is £1.42m; it was £1.24m in the draft."
    assert _conflicts(one, other) == []


def test_the_same_said_of_each_thing_in_turn_is_left_alone() -> None:
    texts = [f"The school has a net capacity of {210 + n} pupil places." for n in range(7)]
    assert _conflicts(*texts) == []


def test_sections_on_two_services_are_shown_only_on_request() -> None:
    texts = ("The forecast net overspend is £2.13m.", "The forecast net overspend is £2.31m.")
    assert _conflicts(*texts, sections=("Adult social care", "Waste and recycling")) == []


def test_figures_of_two_dates_are_shown_only_on_request_and_called_so() -> None:
    texts = (
        "At September 2018 there were 367 children in care.",
        "At December 2018 there were 381 children in care.",
    )
    (found,) = the_same_thing_has_the_same_figure(_report(*texts))
    assert found.confidence is Confidence.LOW
    assert "different dates" in found.message


def test_items_of_one_list_are_of_different_things() -> None:
    report = _list(
        "Costs:",
        "The transport service saving is £1.24m.",
        "The transport service saving is £1.42m.",
    )
    assert _default(the_same_thing_has_the_same_figure, report) == []


# --- a sentence said twice ------------------------------------------------------------------------

_COPIED = "Placements cost £{:,} a week on average, and {} of them are outside the borough."


@given(cost=st.integers(1001, 9999), number=st.integers(20, 90), more=st.integers(1, 9))
def test_a_sentence_copied_with_one_figure_changed_is_found(
    cost: int, number: int, more: int
) -> None:
    assume(cost % 10 and number % 10 and (number + more) % 10)
    rule = a_sentence_repeated_has_the_same_figures
    same = _report(_COPIED.format(cost, number), _COPIED.format(cost, number))
    assert list(rule(same)) == []
    changed = _report(_COPIED.format(cost, number), _COPIED.format(cost, number + more))
    (found,) = rule(changed)
    assert found.confidence is Confidence.HIGH
    assert f"differ by {more}" in found.message


def test_a_sentence_said_of_each_of_several_things_is_left_alone() -> None:
    rule = a_sentence_repeated_has_the_same_figures
    texts = [_COPIED.format(1234, number) for number in (21, 22, 23)]
    assert list(rule(_report(*texts))) == []
    sections = ("Adult social care", "Waste and recycling")
    assert list(rule(_report(*texts[:2], sections=sections))) == []


def test_a_short_sentence_said_twice_is_left_alone() -> None:
    rule = a_sentence_repeated_has_the_same_figures
    assert list(rule(_report("The total is £1.24m.", "The total is £1.42m."))) == []


# --- two reports ----------------------------------------------------------------------------------

_ONE = "The net overspend on the placements budget of Tameside Council is £3.84m."
_OTHER = "The net overspend on the placements budget of Tameside Council is £3.48m."


def test_a_conflict_between_two_reports_of_one_date_is_found_in_the_second() -> None:
    reports = (_report(_ONE, file="a"), _report(_OTHER, file="b"))
    (found,) = the_same_thing_has_the_same_figure_in_all_reports(reports)
    assert found.file == "b"
    assert found.confidence is Confidence.MEDIUM
    assert "of a" in found.message


def test_reports_of_other_dates_or_other_councils_are_shown_only_on_request() -> None:
    dated = (
        _report("Date: 24 March 2020", _ONE, file="a"),
        _report("Date: 24 March 2021", _OTHER, file="b"),
    )
    placed = (
        _report("The placements budget net overspend is £3.84m.", "Bury Council.", file="a"),
        _report("The placements budget net overspend is £3.48m.", "Leeds City Council.", file="b"),
    )
    for reports in (dated, placed):
        (found,) = the_same_thing_has_the_same_figure_in_all_reports(reports)
        assert found.confidence is Confidence.LOW


# --- words and tables -----------------------------------------------------------------------------


def _grid(*rows: tuple[str, ...], number: int = 1, section: str = "") -> Grid:
    return Grid(rows=rows, place=Place(table=number, section=section), head_rows=1)


def _services(values: list[int], number: int = 1) -> Grid:
    rows = [(f"{name} services", f"{value:,}") for name, value in zip(_NAMES, values, strict=True)]
    return _grid(("Service", "Net budget £000"), *rows, number=number)


_NAMES = ("Library", "Transport", "Housing", "Planning", "Leisure", "Museum", "Youth")
_VALUES = st.lists(st.integers(1001, 9989), min_size=7, max_size=7, unique=True)


@given(values=_VALUES, row=st.integers(0, 6))
def test_a_cell_that_differs_between_two_like_tables_is_found(values: list[int], row: int) -> None:
    other = [value + 9 * (n == row) for n, value in enumerate(values)]
    same = Report(file="r", blocks=(_services(values), _services(values, 2)))
    assert list(two_tables_of_the_same_agree(same)) == []
    (found,) = two_tables_of_the_same_agree(
        Report(file="r", blocks=(_services(values), _services(other, 2)))
    )
    assert (found.place.table, found.place.row, found.place.column) == (2, row + 2, 2)


@given(values=_VALUES, others=_VALUES)
def test_two_tables_of_different_things_are_left_alone(
    values: list[int], others: list[int]
) -> None:
    assume(not set(values) & set(others))
    report = Report(file="r", blocks=(_services(values), _services(others, 2)))
    assert list(two_tables_of_the_same_agree(report)) == []


@given(values=_VALUES, row=st.integers(0, 6))
def test_a_figure_in_the_text_that_is_not_its_cell_is_found(values: list[int], row: int) -> None:
    assume(all(abs(value + 9 - other) > 1 for value in values for other in values))
    text = "The net budget for {} services is £{:,}k."
    for shift, number in ((0, 0), (9, 1)):
        prose = Prose(
            text=text.format(_NAMES[row].lower(), values[row] + shift), place=Place(line=1)
        )
        report = Report(file="r", blocks=(prose, _services(values)))
        assert len(_default(the_words_agree_with_the_table, report)) == number


def test_a_figure_that_stands_elsewhere_in_the_table_is_left_alone() -> None:
    prose = Prose(text="The net budget for transport services is £1,250k.", place=Place(line=1))
    grid = _services([1250, 1270, 3000, 4000, 5000, 6000, 7000])
    assert list(the_words_agree_with_the_table(Report(file="r", blocks=(prose, grid)))) == []


@given(parts=st.lists(st.integers(101, 989), min_size=3, max_size=6))
def test_a_total_in_the_words_is_the_tables_own(parts: list[int]) -> None:
    rows = [(f"Scheme {chr(65 + n)}", f"{part:,}") for n, part in enumerate(parts)]
    grid = _grid(("Scheme", "Cost £000"), *rows, ("Total", f"{sum(parts):,}"))
    for shift, number in ((0, 0), (11, 1)):
        lead = Prose(
            text=f"The schemes in the table below total £{sum(parts) + shift:,}k.",
            place=Place(line=1),
        )
        report = Report(file="r", blocks=(lead, grid))
        assert len(list(a_table_has_the_total_that_its_words_give(report))) == number


def test_units_of_a_table_are_read_from_its_heads() -> None:
    grid = _grid(("Service", "£000", "£m", "%", "Posts"), ("Library", "1,200", "1.2", "4", "30"))
    read = [(figure.value, figure.kind.value) for figure in figures(grid)]
    assert read == [
        (Decimal(1_200_000), "money"),
        (Decimal(1_200_000), "money"),
        (Decimal(4), "percent"),
        (Decimal(30), "count"),
    ]


# --- lists ----------------------------------------------------------------------------------------

_WORDS = ("two", "three", "four", "five", "six")


@given(said=st.integers(2, 6), number=st.integers(2, 6))
def test_a_list_is_found_where_and_only_where_its_number_is_wrong(said: int, number: int) -> None:
    items = [f"Area {chr(65 + n)} of the work" for n in range(number)]
    report = _list(f"The work will look at the following {_WORDS[said - 2]} key areas:", *items)
    found = list(a_list_has_as_many_items_as_it_says(report))
    assert len(found) == (0 if said == number else 1)
    if abs(said - number) in (1, 2):
        assert found[0].confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "lead",
    [
        "Over the next four years the work will look at:",
        "Options include the following four areas, among others:",
        "There are at least four areas:",
        "The two councils will look at the following:",
        "Four of the areas are:",
        "The first four areas are:",
        "The following areas will be looked at:",
        "In four areas officers, schools, heads, carers, nurses and tenants will ask for:",
    ],
)
def test_a_number_that_counts_something_else_is_left_alone(lead: str) -> None:
    report = _list(lead, "Leadership", "School improvement", "Technical posts")
    assert list(a_list_has_as_many_items_as_it_says(report)) == []


def test_a_list_within_the_list_is_left_alone() -> None:
    report = _list("The following two areas:", "Staff:", "Teachers", "Heads", "Buildings")
    assert list(a_list_has_as_many_items_as_it_says(report)) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The review has three key lines of enquiry: Leadership; Health; Partnerships.", 0),
        ("The review has four key lines of enquiry: Leadership; Health; Partnerships.", 1),
        ("It has two themes, for example: A place; B place; C place.", 0),
        ("Over three years it has: leaders; health; partners; places.", 0),
    ],
)
def test_a_sentence_names_as_many_things_as_it_says(text: str, number: int) -> None:
    report = _report(text)
    assert len(_default(a_sentence_names_as_many_as_it_says, report)) == number


# --- lengths of time and options ------------------------------------------------------------------


def test_a_consultation_of_two_lengths_is_found() -> None:
    texts = (
        "A 12-week public consultation was held.",
        "The ten-week consultation drew 90 replies.",
    )
    (found,) = _default(a_length_of_time_is_the_same_throughout, _report(*texts))
    assert "12 weeks" in found.message


@pytest.mark.parametrize(
    "texts",
    [
        ("A 12-week consultation was held.", "The twelve week consultation drew 90 replies."),
        ("A 12-week public consultation.", "A six-week staff consultation."),
        ("A 12-week consultation.", "A further six-week consultation."),
        ("A 12-week consultation.", "A 45-day consultation."),
    ],
)
def test_two_consultations_are_left_alone(texts: tuple[str, ...]) -> None:
    assert _default(a_length_of_time_is_the_same_throughout, _report(*texts)) == []


def test_a_promise_with_two_terms_is_shown_only_on_request() -> None:
    texts = (
        "The intention is to scope the options and agree a shared model within 9-12 months.",
        "The ambition is to scope options for an agreed shared model over the next 12 months.",
    )
    (found,) = a_promise_has_one_term(_report(*texts))
    assert found.confidence is Confidence.LOW


def test_more_options_set_out_than_said_are_found() -> None:
    def options(number: int) -> Report:
        blocks: list[Block] = [Prose(text="Three options were considered.", place=Place(line=1))]
        blocks += [
            Heading(text=f"Option {n + 1}: as it is", level=2, place=Place(line=n + 2))
            for n in range(number)
        ]
        return Report(file="r", blocks=tuple(blocks))

    assert _default(as_many_options_are_set_out_as_are_said, options(3)) == []
    assert len(_default(as_many_options_are_set_out_as_are_said, options(4))) == 1


# --- words ----------------------------------------------------------------------------------------


def test_words_are_compared_without_plural_and_small_words() -> None:
    assert content_words("the savings of the services") == content_words("saving, service")
    assert "phase2" in content_words("in Phase 2 of it")


@pytest.mark.parametrize(
    "piece",
    [
        "1,000 ",
        "£1m saving of ",
        "saving of £1,234 on transport. ",
        "option 1 ",
        "a; ",
        "five areas ",
    ],
)
@comes_to_an_end()
def test_hostile_text_takes_bounded_time(piece: str) -> None:
    report = _report((piece * (100_000 // len(piece)))[:100_000])
    for rule in _RULES:
        list(rule(report))
    for between in _BETWEEN:
        list(between((report, report)))
