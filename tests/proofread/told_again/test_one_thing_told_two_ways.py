"""One thing told two ways far apart in figures that are no slips, and what only looks like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.files.reports.markdown import read_markdown
from moothall.files.reports.text import read_plain_text
from moothall.proofread.figures import part_sums
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.structure import agenda_items
from moothall.proofread.told_again import claim_conflicts
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claims import claims

_BETWEEN = (
    "The chapel roof leaks and will be looked at by the diocese.",
    "A bus leaves the square at noon.",
    "The clerk was thanked for the tea.",
)


def _report(*told: str) -> str:
    return "\n\n".join(f"{number}.1 {words}" for number, words in enumerate(told, start=1))


def _found(first: str, second: str) -> tuple[TextFinding, ...]:
    report = read_plain_text(_report(first, *_BETWEEN, second), "r")
    return proofread((report,), claim_conflicts.RULES)


_TOLD = (
    ("About 210 catering staff will transfer to the new employer.",
     "UNISON asked about the {} employees who would move to Fernhill.", "210", "245"),
    ("The orchard would be closed for fourteen months.",
     "Visitors will be kept away by the closure of the orchard for {}.", "fourteen months",
     "ten months"),
    ("In 2024 the team put right 86% of faulty lamps at the first visit.",
     "{} of faulty lamps are put right at the first attempt.", "86%", "Seven in ten"),
    ("More than 5,900 children have free meals.",
     "The number of pupils with a free meal is {}.", "5,900", "7,200"),
    ("The ferry contract began in April 2021 and lasts for seven years.",
     "The ferry contract comes to its natural end in {}.", "March 2028", "March 2027"),
    ("A consultation on the moat took place between 3 November and 14 December 2025.",
     "The consultation on the moat was open for {}.", "six weeks", "nine weeks"),
)  # fmt: skip


@settings(deadline=None)
@given(st.sampled_from(_TOLD))
def test_one_thing_told_again_in_other_words_keeps_its_value(
    told: tuple[str, str, str, str],
) -> None:
    first, second, right, wrong = told
    assert _found(first, second.format(right)) == ()
    found = _found(first, second.format(wrong))
    assert len(found) == 1
    assert wrong in f"{found[0].message} {found[0].quote}"
    assert found[0].confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gross cost of the orchard is £412,000.", "The net cost of the orchard is £371,000."),
        ("The orchard cost £412,000 to run.", "The orchard had an income of £371,000."),
        (
            "The lease of the mill lasts for ten years.",
            "The mill pays for itself in fourteen years.",
        ),
        ("The orchard has 62 tonnes of apples.", "The orchard has 71 visitors."),
        ("There is a 25m pool at the baths.", "The baths have a 33.3m main pool."),
        ("The ferry opened in May 2024.", "The ferry closes in May 2026."),
        ("Complaints about the ferry numbered 318.", "Complaints fell by 288 at the ferry."),
        ("The mill costs £412,000, which includes £380,000 of wages.", "Its wages were £380,000."),
    ],
)
def test_figures_of_two_things_are_left_in_peace(one: str, other: str) -> None:
    assert _found(one, other) == ()


def test_two_lists_of_the_same_things_are_of_two_times() -> None:
    text = (
        "# Now\n\n- 53,937 young people aged 0-15\n- 28,018 adults aged 16-24\n\n"
        "# Then\n\n- 58,056 young people aged 0-15\n- 25,045 adults aged 16-24\n"
    )
    assert proofread((read_markdown(text, "r"),), claim_conflicts.RULES) == ()


def test_a_part_in_both_sentences_is_no_addend() -> None:
    found = _found(
        "The service had 268 complaints at stage 1 and 41 at stage 2.",
        "309 complaints reached stage 1 and 41 stage 2.",
    )
    assert len(found) == 1


def test_the_nearest_word_says_of_what_event_a_date_is() -> None:
    assert (
        _found(
            "The Council agreed in October 2024 that the mill should be studied.",
            "Approve the plan and run the mill with effect from 1 April 2026.",
        )
        == ()
    )


def test_each_finding_names_the_words_that_both_places_share() -> None:
    found = _found(*(told.format("245") for told in _TOLD[0][:2]))
    assert found[0].message.endswith(("employees.", "move."))


@given(st.integers(1, 28), st.integers(1, 28), st.sampled_from(["and", "to", "until"]))
def test_two_dates_are_a_length_of_time(first: int, last: int, joined: str) -> None:
    text = f"1.1 The survey ran from {first} May {joined} {last} June 2025."
    times = [c.value for c in claims(read_plain_text(text, "r")).all if c.value.sort is Sort.TIME]
    assert [int(value.size) for value in times] == [31 - first + last + 1]


def test_a_table_of_milestones_has_its_dates() -> None:
    table = (
        "| Milestone | Date |\n|---|---|\n| Start on site | May 2026 |\n| Opening | June 2027 |\n"
    )
    report = read_markdown(f"# Plan\n\n{table}\nWork on the mill is planned.\n", "r")
    dates = [c.value.text for c in claims(report).all if c.cell and c.value.sort is Sort.DATE]
    assert dates == ["May 2026", "June 2027"]


@pytest.mark.parametrize(("posts", "found"), [(52, 0), (53, 1)])
def test_a_part_without_a_figure_is_one(posts: int, found: int) -> None:
    text = (
        f"1.1 There would be {posts} posts: the 47 who transfer, a manager, two supervisors and "
        "two apprentices."
    )
    assert len(list(part_sums.parts_listed_make_their_total(read_plain_text(text, "r")))) == found


def test_an_item_that_begins_with_a_figure_has_its_number() -> None:
    text = "# Benefits\n\n" + "\n\n".join(
        f"{number}. {words}"
        for number, words in enumerate(
            ("The fund is open.", "It closes soon.", "9,870 households receive it.",
             "Errors were few.", "Claims took a week."), start=1)
    )  # fmt: skip
    assert list(agenda_items.items_of_a_meeting_run_on(read_markdown(text, "r"))) == []


def test_the_numbers_of_papers_and_paragraphs_are_no_values() -> None:
    report = read_plain_text("1.1 It rests on paper 001 front, on 1.2, 1.4 and 1.5 of that.", "r")
    assert claims(report).all == []
