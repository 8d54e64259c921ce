"""One-off money, savings per post, and what a saving rests on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.documents.report import Grid, Place
from runaway import comes_to_an_end
from short_reports import findings, heading, rules_of


def table(*rows, head=1):
    return Grid(rows=tuple(rows), place=Place(line=50, table=1), head_rows=head)


# --- one-off money ----------------------------------------------------------------------------


@given(*(st.integers(min_value=11, max_value=90),) * 2)
@settings(max_examples=60)
def test_a_recurrent_total_does_not_hold_one_off_money(recurrent, once):
    def text(total):
        return (
            f"There are recurrent savings of £{recurrent / 100:.2f}m. A one-off grant of "
            f"£{once / 100:.2f}m is used. The recurrent saving of £{total / 100:.2f}m is met by "
            f"a further recurrent saving of £0.95m."
        )

    assert rules_of(text(recurrent + once + 95)) == {"one_off_money_is_not_recurrent"}
    assert rules_of(text(recurrent + 95)) == set()


def phased(first, later, once):
    return (
        table(
            ("Saving", "Budget £000", "2019/20 £000", "Cumulative 2020/21 £000"),
            ("Children", "7,319", f"({first:,})", f"({later:,})"),
        ),
        table(
            ("", "£000"),
            ("Service redesign", f"{first - once:,}"),
            ("One-off grant" if once else "Income", f"{once or 10:,}"),
            ("2019/20 savings", f"{first:,}"),
        ),
    )


def test_a_phasing_does_not_carry_one_off_money_into_its_second_year():
    [(rule, finding)] = findings(*phased(642, 1_100, 142))
    assert rule == "one_off_money_is_not_recurrent"
    assert "takes 600 more" in finding.message
    assert "not the 458" in finding.message
    assert findings(*phased(642, 1_100, 0)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Non-recurrent grant of £0.2m is used while recurrent savings of £0.6m are developed.",
        "Savings £9.0m: recurrent £6.5m, non-recurrent £2.5m (insurance settlement)",
        "One-off costs of £0.2m are met from reserves and ongoing savings are £0.5m.",
        "The £0.4m overspend will be met from one-off reserves this year.",
    ],
)
def test_one_off_money_that_is_called_so_is_passed_over(text):
    assert rules_of(text) == set()


# --- a saving per post ------------------------------------------------------------------------


@given(st.integers(min_value=2, max_value=60), st.integers(min_value=16, max_value=119))
def test_a_saving_per_post_is_about_what_a_post_costs(posts, each):
    text = "Savings of £{}k will follow from the deletion of {} FTE posts."
    assert rules_of(text.format(posts * each, posts)) == set()
    assert rules_of(text.format(posts * 400, posts)) == {"a_saving_per_post_is_plausible"}
    assert rules_of(text.format(posts * 5, posts)) == {"a_saving_per_post_is_plausible"}


# --- savings without a figure -----------------------------------------------------------------


def test_a_saving_claimed_in_a_financial_section_has_its_figure():
    claim = "The new structure has the potential to release efficiencies for the financial plan."
    assert rules_of(heading("Financial considerations"), claim, "Staff were told.") == {
        "a_saving_claimed_is_a_saving_shown"
    }
    assert rules_of(heading("Financial considerations"), claim, "This is £0.2m a year.") == set()
    assert rules_of(heading("Background"), claim, "Staff were told.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The board will identify potential economies of scale and savings.",
        "The proposal will not deliver savings.",
        "The council needs to find savings.",
        "Energy savings will be explored.",
        "The lamps will deliver energy savings.",
    ],
)
def test_aims_and_needs_are_not_claims_of_saving(text):
    assert rules_of(heading("Financial implications"), text, "Staff were told.") == set()


def test_a_section_gets_one_finding_for_its_claims_of_saving():
    claim = "Joint working will deliver financial savings."
    assert len(findings(heading("Resources"), claim, "It is agreed.", claim, "It is so.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "will deliver significant " * 4_000,
        "savings of £3m 7 FTE posts " * 3_800,
    ],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    rules_of(text)
