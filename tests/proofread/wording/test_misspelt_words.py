"""Words: doubled, misspelt, mistaken, left out; stops, brackets, places left to fill in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.running_text import passages, sentences
from moothall.proofread.wording import (
    grammar,
    misspellings,
    words,
)
from moothall.proofread.wording.grammar import (
    an_article_fits_its_word,
    no_small_word_is_missing,
    no_word_stands_for_one_that_sounds_like_it,
)
from moothall.proofread.wording.misspellings import (
    MISSPELT,
    a_word_is_spelt_one_way,
    an_abbreviation_is_spelt_one_way,
    words_are_spelt_right,
)
from moothall.proofread.wording.phrases import no_phrase_stands_twice
from moothall.proofread.wording.words import (
    a_sentence_ends_once,
    brackets_and_quotation_marks_close,
    no_place_is_left_to_fill_in,
    no_word_is_doubled,
)
from runaway import comes_to_an_end

_RULES = (*grammar.RULES, *misspellings.RULES, *words.RULES)

_PLAIN = st.sampled_from(
    [
        "The Committee considered a report on the library service and its opening hours.",
        "Officers had held two meetings with residents, who welcomed the new timetable.",
        "An hour a week is an honest estimate; a one-off grant would help a university.",
        "It was noted that that report had had a long gestation (see paragraph 3).",
        "The saving is £1,200 a year... and no posts are lost, i.e. none at all.",
        "Members asked whether the centre's users, all 340 of them, had been consulted.",
    ]
)


def _report(*texts: str) -> Report:
    return Report(
        file="r",
        blocks=tuple(Prose(text=text, place=Place(line=n + 1)) for n, text in enumerate(texts)),
    )


def _found(rule: Rule, *texts: str) -> list[TextFinding]:
    return list(rule(_report(*texts)))


def _default(rule: Rule, *texts: str) -> list[TextFinding]:
    return [found for found in _found(rule, *texts) if found.confidence is not Confidence.LOW]


@given(texts=st.lists(_PLAIN, max_size=4))
def test_plain_sentences_give_silence(texts: list[str]) -> None:
    assert [found for rule in _RULES for found in _default(rule, *texts)] == []


@given(
    text=_PLAIN, word=st.sampled_from(["the", "of", "and", "for", "with"]), place=st.integers(1, 6)
)
def test_a_small_word_doubled_in_any_sentence_is_found(text: str, word: str, place: int) -> None:
    words = text.split()
    planted = " ".join([*words[:place], word, word, *words[place:]])
    assert any(
        f"“{word}”" in found.message.lower() for found in _default(no_word_is_doubled, planted)
    )


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Members noted the the report.", Confidence.HIGH),
        ("Part of the of the scheme is complete.", Confidence.HIGH),
        ("These are area areas that deliver support.", Confidence.MEDIUM),
        ("The funding funding is certain.", Confidence.MEDIUM),
        ("A library was put in in 2019.", Confidence.LOW),
    ],
)
def test_a_doubled_word_is_found(text: str, confidence: Confidence) -> None:
    assert [found.confidence for found in _found(no_word_is_doubled, text)] == [confidence]


@pytest.mark.parametrize(
    "text",
    [
        "He said that that was so, and that they had had it.",
        "The twin town is Baden Baden.",
        "A very very long report.",
        "Tel. 01223 223 223, option A a.",
        "On-site site visits are the rule; the-the is no word.",
        "The Members’ members.",
    ],
)
def test_a_word_may_rightly_stand_twice(text: str) -> None:
    assert _found(no_word_is_doubled, text) == []


def test_labels_repeated_by_merged_cells_are_no_doubled_words() -> None:
    grid = Grid(rows=(("Ward Ward", "Budget budget"),), place=Place(table=1))
    assert list(no_word_is_doubled(Report(file="r", blocks=(grid,)))) == []


@given(wrong=st.sampled_from(sorted(MISSPELT)))
def test_every_listed_misspelling_is_found_and_its_correction_is_not(wrong: str) -> None:
    assert len(_found(words_are_spelt_right, f"The officers {wrong} noted.")) == 1
    assert _found(words_are_spelt_right, f"The officers {MISSPELT[wrong]} noted.") == []


def test_no_correction_is_itself_a_misspelling() -> None:
    assert not set(MISSPELT) & set(MISSPELT.values())


def test_a_misspelling_that_recurs_is_told_once_with_its_number() -> None:
    (found,) = _found(words_are_spelt_right, "The goverment acts.", "The goverment pays.")
    assert "2 times" in found.message


def test_a_surname_is_no_misspelling() -> None:
    assert _found(words_are_spelt_right, "Councillor Udall Thier spoke.") == []
    assert _found(words_are_spelt_right, "Write to thier@council.gov.uk.") == []


def test_a_slip_for_a_word_that_the_report_uses_often_is_found() -> None:
    usual = "The safeguarding partnership met. " * 3
    (found,) = _found(a_word_is_spelt_one_way, usual, "Its safegaurding work went on.")
    assert "safegaurding" in found.message
    assert found.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("usual", "once"),
    [
        ("contracts", "contacts"),
        ("proposals", "proposal"),
        ("organisation", "organization"),
        ("complaint", "compliant"),
        ("developed", "developer"),
        ("neighbourhood", "neighborhood"),
    ],
)
def test_two_true_words_are_no_slip(usual: str, once: str) -> None:
    assert _found(a_word_is_spelt_one_way, f"the {usual} " * 4, f"the {once} now") == []


def test_an_abbreviation_with_a_letter_doubled_is_found() -> None:
    assert _found(an_abbreviation_is_spelt_one_way, "The DCSs met.", "Members and DCSSs met.")
    assert not _found(an_abbreviation_is_spelt_one_way, "The DCSs met.", "The DCS spoke.")
    assert not _found(an_abbreviation_is_spelt_one_way, "The NHS met.", "The NHSS scheme, NHSS.")


@pytest.mark.parametrize(
    "text",
    [
        "It was stated that their would be benefits.",
        "The costs are greater then the budget.",
        "It would of been cheaper.",
        "The pressures arising form the pandemic.",
        "The review is lead by the Director.",
        "The council reviewed it's own procedures.",
        "The Principle Officer attended.",
        "A peer review of their early year's services.",
        "Children and Young Peoples' Health services.",
        "The Pubic Health grant was cut.",
        "It is a statuary duty of the council.",
        "Sums will be re purposed.",
    ],
)
def test_a_word_taken_for_another_is_found(text: str) -> None:
    assert len(_default(no_word_stands_for_one_that_sounds_like_it, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Their will is done, and there would be benefits for their own children.",
        "It’s clear that the cost is greater than the budget, which was then the largest.",
        "Officers lead by example; the roles that arise form a team.",
        "The principle is that early years’ services and people’s health matter.",
        "The council may assess whether it is a statutory duty.",
        "The principal officer re-profiled the budget.",
    ],
)
def test_the_right_word_is_left_alone(text: str) -> None:
    assert _default(no_word_stands_for_one_that_sounds_like_it, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This will be considered as part our review.",
        "It worth noting that costs fall.",
        "The strategy will have to met within existing budgets.",
        "A grant of £2m which expected to run out in May.",
        "In addition, there has change to the framework.",
        "One of its aim was to save money.",
        "The development of this proposals.",
        "It is a key criteria for the award.",
        "The report was written for the. Members noted it.",
        "They scoped it. This to draw on the experience gained.",
    ],
)
def test_a_sentence_without_a_word_that_it_needs_is_found(text: str) -> None:
    assert len(_default(no_small_word_is_missing, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "As part of our review it is worth noting that costs fell.",
        "The grant that is expected to run out; compared to that expected to be received.",
        "There has been a change; there have also been others; there have to be reasons.",
        "One of its aims was met, and one of the staff was moved.",
        "This proposal’s costs; this includes a set of criteria.",
        "It has to be met. Officers need to agree in principle to the change.",
        "It is due to sent items being lost.",
    ],
)
def test_a_whole_sentence_is_left_alone(text: str) -> None:
    assert _default(no_small_word_is_missing, text) == []


@pytest.mark.parametrize("text", ["on a EHCP.", "for an review of", "in a area of", "a EIA is due"])
def test_an_article_that_does_not_fit_is_found(text: str) -> None:
    assert len(_found(an_article_fits_its_word, f"There were children {text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a one-off European grant, a unique use, a useful unit, a eulogy, a ewe",
        "an hour, an honest heir, an NHS trust, an FTE, an MP, a UK firm, an x-ray",
        "paragraph 3 a applies; option a is best; Table 2 a and b",
        "(a) approve the report; a) note it",
        "a £1m saving, an 8% rise, a 10% fall",
    ],
)
def test_an_article_that_fits_is_left_alone(text: str) -> None:
    assert _found(an_article_fits_its_word, f"There was {text}") == []


@pytest.mark.parametrize("text", ["It is done.. Next.", "costs,, savings", "and so on,. Next"])
def test_two_stops_are_found(text: str) -> None:
    assert len(_default(a_sentence_ends_once, f"The report {text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "and so on ... next",
        "Summary ........ 3",
        "grants, fees, etc., were",
        "at ../files/a",
        "5 p.m.",
    ],
)
def test_three_dots_and_leaders_are_left_alone(text: str) -> None:
    assert _found(a_sentence_ends_once, f"The report {text}") == []


def test_an_open_bracket_is_shown_only_on_request() -> None:
    (found,) = _found(brackets_and_quotation_marks_close, "The number (Source: report v9", "Next.")
    assert found.confidence is Confidence.LOW
    assert found.quote.startswith("(Source")


@pytest.mark.parametrize(
    "texts",
    [
        ("a) note the report (as outlined in section 7)",),
        ("service specification(s) and 1) others (children (under 5))",),
        ("broken by a page (which", "goes on here) and ends."),
    ],
)
def test_brackets_that_close_are_left_alone(texts: tuple[str, ...]) -> None:
    assert _found(brackets_and_quotation_marks_close, *texts) == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("See Error! Reference source not found. for details.", Confidence.HIGH),
        ("The variance is #DIV/0! this year.", Confidence.HIGH),
        ("The saving is £XXm a year.", Confidence.MEDIUM),
        ("The Committee met on [insert date] in public.", Confidence.MEDIUM),
        ("It closes on xx/xx/2021 at noon.", Confidence.MEDIUM),
    ],
)
def test_a_place_left_to_fill_in_is_found(text: str, confidence: Confidence) -> None:
    assert [found.confidence for found in _found(no_place_is_left_to_fill_in, text)] == [confidence]


@pytest.mark.parametrize(
    "text", ["Appendix XX lists them.", "in the 20th (XXth) century?", "[sic] he said", "Is it so?"]
)
def test_ordinary_brackets_and_marks_are_not_left_to_fill_in(text: str) -> None:
    assert _found(no_place_is_left_to_fill_in, text) == []


def test_the_place_of_a_cell_is_its_row_and_column() -> None:
    grid = Grid(rows=(("Risk", "Cure"), ("Delay", "See the the plan")), place=Place(table=2))
    (found,) = no_word_is_doubled(Report(file="r", blocks=(grid,)))
    assert (found.place.table, found.place.row, found.place.column) == (2, 2, 2)


def test_passages_leave_out_cells_that_only_hold_a_figure() -> None:
    grid = Grid(rows=(("Service", "1,200"), ("12/06/2019", "")), place=Place(table=1))
    heading = Heading(text="Costs", level=1, place=Place(line=1))
    texts = [found.text for found in passages(Report(file="r", blocks=(heading, grid)))]
    assert texts == ["Costs", "Service", "12/06/2019"]


def test_abbreviations_do_not_end_sentences() -> None:
    assert list(sentences("Cllr. Hall spoke at no. 3. It closed.")) == [
        "Cllr. Hall spoke at no. 3.",
        "It closed.",
    ]


@pytest.mark.parametrize("piece", ["a ", "(", "The the ", "aaaa", "..", "[insert ", "DCSs ", "“"])
@comes_to_an_end()
def test_hostile_text_takes_bounded_time(piece: str) -> None:
    report = _report((piece * (100_000 // len(piece)))[:100_000])
    for rule in _RULES:
        list(rule(report))


def test_a_phrase_is_not_said_twice_over() -> None:
    (finding,) = _found(no_phrase_stands_twice, "The cost of the scheme and of the scheme rose.")
    assert finding.message == "“of the scheme” is said twice over."
    assert _found(no_phrase_stands_twice, "The cost of the hall and of the pool rose.") == []


def test_the_heads_of_a_table_read_as_text_double_no_word() -> None:
    row = (
        "Function North East Total headcount Total FTE headcount headcount Revenues 21 18.4 17 14.9"
    )
    assert _found(no_word_is_doubled, row) == []


def test_two_stops_after_a_broken_word_are_for_whoever_asks_for_everything() -> None:
    broken = _found(a_sentence_ends_once, "It was taken down 'f.. The box is noisy.")
    whole = _found(a_sentence_ends_once, "It was taken down.. The box is noisy.")
    assert [found.confidence for found in (*broken, *whole)] == [Confidence.LOW, Confidence.MEDIUM]


def test_two_letters_of_an_abbreviation_are_not_swapped() -> None:
    text = "The HWRC opens. An HWRC closes. One HWRC moves. The HRWC is new."
    (found,) = _found(an_abbreviation_is_spelt_one_way, text)
    assert "“HRWC” stands once" in found.message
