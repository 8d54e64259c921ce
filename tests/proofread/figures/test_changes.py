"""What sentences say of changes and comparisons, held against their own figures."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.proofread.finding import Confidence
from runaway import comes_to_an_end
from short_reports import all_findings, findings, rules_of

# --- one planted fault, and the same without it ----------------------------------------------

counts = st.integers(min_value=120, max_value=99_999).filter(lambda n: n % 100)
WORDINGS = (
    "Referrals {went} from {a:,} in 2021/22 to {b:,} in 2022/23, {an} {noun} of {c:,} ({d}%).",
    "Referrals {went} by {c:,} ({d}%), from {a:,} to {b:,}.",
    "Referrals {went} by {c:,} to {b:,} from {a:,}.",
    "There were {b:,} referrals this year compared with {a:,} last year, {an} {noun} of {c:,}.",
    "There were {b:,} referrals in March, {an} {noun} of {c:,} ({d}%) on the {a:,} a year before.",
    "Referrals stood at {b:,}, {way} {c:,} ({d}%) from {a:,}.",
)


def words_of_change(a, b):
    rose = b > a
    return {
        "went": "rose" if rose else "fell",
        "an": "an" if rose else "a",
        "noun": "increase" if rose else "reduction",
        "way": "up" if rose else "down",
    }


@given(counts, counts, st.sampled_from(WORDINGS))
@settings(max_examples=150)
def test_a_change_that_is_the_difference_of_its_figures_is_passed_over(a, b, wording):
    assume(abs(a - b) > 20)
    share = f"{abs(b - a) / a * 100:.1f}"
    text = wording.format(a=a, b=b, c=abs(b - a), d=share, **words_of_change(a, b))
    assert findings(text) == []


@given(counts, counts, st.sampled_from(WORDINGS), st.integers(min_value=11, max_value=500))
@settings(max_examples=150)
def test_a_change_that_is_not_the_difference_of_its_figures_is_found(a, b, wording, slip):
    assume(abs(a - b) > 20)
    share = f"{abs(b - a) / a * 100:.1f}"
    wrong = abs(b - a) + slip
    assume(len(str(wrong)) - len(str(wrong).rstrip("0")) < 2)
    assume(wrong != a + b)  # “60 more: 36 by September and 24 in the year after”
    text = wording.format(a=a, b=b, c=wrong, d=share, **words_of_change(a, b))
    assert "a_change_is_the_difference_of_its_figures" in rules_of(text)


@given(counts, counts, st.sampled_from([w for w in WORDINGS if "{d}" in w]))
@settings(max_examples=150)
def test_a_percentage_that_is_not_the_change_over_its_beginning_is_found(a, b, wording):
    assume(abs(a - b) > 20)
    share = f"{abs(b - a) / a * 100 + 3:.1f}"
    text = wording.format(a=a, b=b, c=abs(b - a), d=share, **words_of_change(a, b))
    assert "a_change_is_the_difference_of_its_figures" in rules_of(text)


@given(counts, counts, st.sampled_from(WORDINGS))
@settings(max_examples=150)
def test_a_word_that_contradicts_its_figures_is_found(a, b, wording):
    assume(abs(a - b) > 20)
    share = f"{abs(b - a) / a * 100:.1f}"
    text = wording.format(a=a, b=b, c=abs(b - a), d=share, **words_of_change(b, a))
    assert "a_direction_agrees_with_its_figures" in rules_of(text)


# --- sentences as reports have them ---------------------------------------------------------

FAULTY = [
    ("Attendance fell from 94.2% in 2018/19 to 95.1% in 2019/20.", "a_direction_agrees"),
    ("The caseload has reduced from 2.6 to 3.2 per worker.", "a_direction_agrees"),
    ("Outcomes improved from 71.6% to 69.8%, a slight increase.", "a_direction_agrees"),
    ("The forecast is an overspend of £16.1m, down from £15.0m last month.", "a_direction_agrees"),
    ("The budget was reduced to £5.6m (from £5.2m).", "a_direction_agrees"),
    ("Recycling fell by 3.4 percentage points from 48.1% to 45.7%.", "a_change_is_the_diff"),
    ("Referrals have increased by 12% (from 1,040 to 1,240).", "a_change_is_the_diff"),
    ("Rent will go from £92.10 to £96.50 a week, an increase of £5.40.", "a_change_is_the_diff"),
    ("A 24% rise in applications (Q2 2010: 22,850 – Q2 2011: 25,980).", "a_change_is_the_diff"),
    ("There were 1,902 in March. This is a decrease from 1,189 in April.", "a_direction_agrees"),
    ("It rose from 1,490 to 1,967. This represents a 42% increase.", "a_change_is_the_diff"),
    ("Plans fell to 198. This is a reduction of 38 (16.8%) from 226.", "a_change_is_the_diff"),
    ("By then there are 298,659 people, up 13,627 (9.8%).", "a_change_is_a_share"),
    ("Costs increased by £1.2m (7%) to £25.2m.", "a_change_is_a_share"),
    ("Absence was 5.2%, which is below the national average of 4.9%.", "a_comparison_agrees"),
    ("Our rate of 71 per 10,000 is below the national rate of 64 per 10,000.", "a_comparison"),
    ("It rose slightly from 2.1% (131) in June to 2.9% (180) in July.", "a_slight_change"),
    ("There are 7,696 who cannot, forecast to increase by 9,430 in 2030.", "a_change_is_not_its"),
]


@pytest.mark.parametrize(("text", "rule"), FAULTY)
def test_a_sentence_that_does_not_compute_is_found(text, rule):
    assert any(found.startswith(rule) for found in rules_of(text)), findings(text)


SOUND = [
    "The council moved 12 pupils from 4 schools to 3, a decrease of 25% in places at those sites.",
    "The reduction applies to children aged from 5 to 11 and to those aged from 16 to 18.",
    "Collections will be reduced from every 1 week to every 2 weeks.",
    "The council tax increase was reduced from 4.99% to 2.99%.",
    "The council tax increase from 4.99% to 2.99% reflects the cap.",
    "The rate of increase has slowed from 5.2% to 3.1%.",
    "Despite an increase in referrals, timeliness changed from 85% to 80%.",
    "The overspend reduced from (£1.2m) to (£1.5m).",
    "Reserves will fall by £1.2m a year, from £12.4m in 2022/23 to £8.8m in 2025/26.",
    "Pupil numbers rose from 1,204 (52%) in 2016 to 1,386 (58%) in 2017.",
    "Numbers rose from about 1,200 to around 1,400, an increase of some 15%.",
    "From 262,800 in 2011 the population grew to 290,400, an average of 1.0% a year.",
    "Exclusions reduced from 3.2 per 1000 (46 pupils) to 2.6 per 1000 (36 pupils).",
    "Turnover rose to 14.2% against a target of 12%, up 2.1 percentage points on 12.1% last year.",
    "A further 12% are 75 or over, more than the England average of 8.6%.",
    "It rose slightly from 4 to 6.",
    "It rose from 1,490 to 1,967. This represents a 32% increase on the previous year.",
    "There were 3,109, or 284 per 10,000. This represents an increase of 7%, from 2,903.",
    "There were 198 plans. This is a reduction from 226 in 2015 and 229 in 2014.",
]


@pytest.mark.parametrize("text", SOUND)
def test_a_sentence_that_only_looks_wrong_is_passed_over(text):
    assert findings(text) == []


def test_rounding_in_the_last_place_is_no_fault():
    assert findings("It grew from £1.2m to £1.9m, an increase of £0.8m (55%).") == []


def test_a_finding_shows_the_arithmetic_and_the_words():
    [(_, finding)] = all_findings("Cases rose from 1,204 to 1,386, an increase of 192.")
    assert finding.message == "From 1,204 to 1,386 is a change of 182 (15.1%), not 192."
    assert finding.quote.startswith("Cases rose")
    assert finding.place.line == 1
    assert finding.cure


def test_points_written_as_per_cent_are_only_mentioned():
    [(_, finding)] = all_findings("It fell by 1.8% from 71.6% to 69.8%.")
    assert finding.confidence is Confidence.LOW
    assert "percentage points" in finding.message


@pytest.mark.parametrize(
    "text",
    ["from 1 to 2 " * 8_000, "increase of 5 " * 7_000, "(" * 100_000, "5 (6%) up " * 10_000],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    findings(text)
