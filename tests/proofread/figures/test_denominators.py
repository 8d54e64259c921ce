"""Percentages, and the number that each is of."""

from hypothesis import given
from hypothesis import strategies as st

from short_reports import bullet, findings, rules_of

# --- percentages and their bases --------------------------------------------------------------


@given(st.integers(min_value=3, max_value=40), st.integers(min_value=0, max_value=100))
def test_a_percentage_is_possible_for_its_base(base, percent):
    text = f"{percent}% of the {base} schools were inspected."
    possible = any(abs(k * 100 - percent * base) < base for k in range(base + 1))
    found = rules_of(text)
    assert found == (set() if possible else {"a_percentage_is_possible_for_its_base"})


def test_a_percentage_of_so_many_in_words_is_checked_too():
    assert rules_of("33% of the four schools were inspected.")
    assert not rules_of("25% of the four schools were inspected.")
    assert not rules_of("The target is 90% of the four schools.")


def test_a_list_that_opens_with_its_base_keeps_to_it():
    children = [
        "381 looked after children",
        "43.8% are female",
        "56.2% are male",
        "20.2% are aged 0-4",
        "25.7% are aged 5-9",
        "82.9% are white British",
    ]
    assert findings(*map(bullet, children)) == []
    [(rule, finding)] = findings(*map(bullet, [*children, "25.6% are in care homes"]))
    assert rule == "a_percentage_is_possible_for_its_base"
    assert "97 of 381 is 25.5%, 98 of 381 is 25.7%" in finding.message


def test_no_more_than_all_can_agree():
    assert "a_share_of_people_is_at_most_all" in rules_of("110% of respondents agreed.")
    assert rules_of("Spending is 110% of the budget.") == set()
