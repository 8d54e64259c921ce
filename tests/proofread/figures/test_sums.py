"""What sentences say of totals, halves and averages, held against their own figures."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from runaway import comes_to_an_end
from short_reports import findings, rules_of


@given(st.lists(st.integers(min_value=11, max_value=900), min_size=2, max_size=5), st.data())
@settings(max_examples=150)
def test_a_total_in_a_sentence_is_the_sum_of_its_parts(tenths, data):
    parts = [f"£{part / 10:.1f}m for item {chr(97 + i) * 3}" for i, part in enumerate(tenths)]
    listed = f"{', '.join(parts[:-1])} and {parts[-1]}"
    total = sum(tenths)
    right = f"£{total / 10:.1f}m"
    assert findings(f"The plan has {listed}, a total of {right}.") == []
    assert findings(f"The plan of {right}, made up of {listed}, is approved.") == []
    slip = data.draw(st.integers(min_value=len(tenths) + 2, max_value=total // 2 + 9))
    wrong = f"£{(total + slip) / 10:.1f}m"
    assume(slip < total * 0.8)
    assert rules_of(f"The plan has {listed}, a total of {wrong}.") == {
        "a_sum_in_a_sentence_adds_up"
    }
    assert rules_of(f"The plan of {wrong}, made up of {listed}, is approved.") == {
        "a_sum_in_a_sentence_adds_up"
    }


FAULTY = [
    ("Referrals doubled from 120 to 180 in the year.", "halves_and_doubles"),
    ("Nearly a quarter (38%) of children live in poverty.", "halves_and_doubles"),
    ("A clear majority of respondents (43%) agreed.", "halves_and_doubles"),
    ("£1.2m was provided for 300 pupils, equating to £400 per pupil.", "an_average_is"),
    ("The average caseload is 18.5 (1,480 cases across 40 social workers).", "an_average_is"),
    ("Spending of £12.4m, of which £8.2m is pay and the remaining £5.1m other.", "a_sum_in"),
    ("Savings of £3.2m are made against a target of £4.0m, a shortfall of £1.2m.", "a_sum_in"),
    ("We got £250,000 from government and £175,000 from partners, totalling £445,000.", "a_sum_in"),
]


@pytest.mark.parametrize(("text", "rule"), FAULTY)
def test_a_sentence_that_does_not_compute_is_found(text, rule):
    assert any(found.startswith(rule) for found in rules_of(text)), findings(text)


SOUND = [
    "The grant of £1.2m includes £0.3m for roads and £0.5m for parks.",
    "Costs of £1.25m and £2.33m, totalling £3.57m.",
    "Of 200 who answered, 150 were women and 80 were over 65.",
    "Around half (47%) agreed and just over a third (35%) did not.",
    "Spending has doubled over ten years from £1.1m to £2.2m.",
    "The £1.2m for 12 schools is paid over three years, equivalent to £400k per year.",
]


@pytest.mark.parametrize("text", SOUND)
def test_a_sentence_that_only_looks_wrong_is_passed_over(text):
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    ["from 1 to 2 " * 8_000, "increase of 5 " * 7_000, "(" * 100_000, "5 (6%) up " * 10_000],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    findings(text)


# --- shares beside the parts ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "working"),
    [
        (("The grant is £5,728.2k, of which £4,376.2k (76%) is for the depot and £1,382.0k (24%) "
         "for wages."), "£4,376.2k + £1,382.0k = £5,758.2k, not £5,728.2k."),
        ("The works cost £8.2m, of which £5.1m (62%) is a loan and £2.9m (38%) a gift.",
         "£5.1m + £2.9m = £8.0m, not £8.2m."),
    ],
    ids=["too much", "all there is, by their shares"],
)  # fmt: skip
def test_parts_with_their_shares_make_the_whole(text: str, working: str) -> None:
    assert working in [finding.message for _, finding in findings(text)]


def test_parts_whose_shares_leave_something_out_may_make_less() -> None:
    assert not findings(
        "The works cost £8.2m, of which £5.1m (62%) is a loan and £1.9m (23%) a gift."
    )
