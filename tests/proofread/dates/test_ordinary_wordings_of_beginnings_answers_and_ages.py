"""Ends before beginnings, answers before questions, ages against rules, lengths against years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.dates.ages_of_a_rule import RULES as AGES_OF_A_RULE
from moothall.proofread.dates.beginnings_and_ends import RULES as BEGINNINGS_AND_ENDS
from moothall.proofread.dates.labels_over_periods import RULES as LABELS_OVER_PERIODS
from moothall.proofread.dates.lengths_told import RULES as LENGTHS_TOLD
from moothall.proofread.dates.letters_and_answers import RULES as LETTERS_AND_ANSWERS
from moothall.proofread.dates.years_between_months import RULES as YEARS_BETWEEN_MONTHS
from moothall.proofread.dates.years_of_plans import RULES as YEARS_OF_PLANS
from moothall.proofread.proofread import proofread
from moothall.proofread.reading.written_dates import in_full
from moothall.proofread.structure.marks_pointed_to import RULES as MARKS_POINTED_TO
from ordinary_wordings import found_by

_RULES = (
    *AGES_OF_A_RULE,
    *BEGINNINGS_AND_ENDS,
    *LABELS_OVER_PERIODS,
    *LENGTHS_TOLD,
    *LETTERS_AND_ANSWERS,
    *YEARS_BETWEEN_MONTHS,
    *YEARS_OF_PLANS,
)
FOUND = (
    "The exhibition opens at the Corn Hall on 12 September 2025 and runs until 29 August 2025.",
    "The order comes into force on 4 August 2025 and lapses on 1 August 2025 unless confirmed.",
    "The notice was posted on 14 May 2025; objections had to be lodged by 2 May 2025.",
    "Start on site: 10 November 2025\nCompletion: 20 October 2025",
    "A grievance was raised on 4 April 2025 and its outcome was notified on 28 March 2025.",
    "The board referred it to us on 9 October 2025, and Cabinet gave its answer on 2 October 2025.",
    "Question 2, put on 10 July 2025: when will it open?\n\nAnswer, as sent on 1 July 2025: soon.",
    "The club is for those aged 13 to 19. Those on the books range in age from 11 to 18.",
    "Flats are let to tenants aged 55 and over only. Tenants' ages run from 48 to 90.",
    "Bridge End is a junior school, taking Years 3 to 6. Its Year 8 class has 24 pupils.",
    "The twelve-year strategy (2024–2030) is nearing its mid-point.",
    "A three-year agreement, 2025/26 to 2028/29, has been signed.",
    "As an eight-year plan it begins on 1 January 2025 and stops on 31 December 2029.",
    "The drop-in was between 3-7pm, a drop-in of three hours.",
    "A two-hour workshop (10.00am–1.00pm) was held.",
)
LEFT_ALONE = (
    "The season opens on 1 June 2025 and applications for pitches must be in by 30 April 2025.",
    "The order comes into force on 4 August 2025. Objections had to be made by 11 July 2025.",
    "The scheme starts on 1 July 2025, the agreement having been completed on 2 June 2025.",
    "The new contract starts on 1 April 2025; the current contract expires on 31 March 2025.",
    "The letter of 14 March 2025 answered the request of 3 March 2025.",
    "Question 1 was asked on 5 May 2025; the answer to an earlier question, of 1 April 2025, came.",
    "The panel is open to those aged 11 to 18. Applications from those aged 9 to 10 were refused.",
    "Fares are for those aged 5 to 15. Children aged 1 to 4 travel free.",
    "Hill Top is an infant school. Children move on to the junior school in Year 3.",
    "The ten-year strategy, 2025–2034, was adopted.",
    "The plan of 2021–2025 was followed by a ten-year strategy.",
    "He was appointed for four years from 1 June 2021, but left the board on 30 November 2023.",
    "The centre is open from 9am to 5pm and has parking for two hours.",
    "Children foreseen:\nJune 2027: 1,204\nJune 2028: 1,231\nJune 2029: 1,219",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, text)


def test_a_paragraph_of_a_dated_report_is_not_sought_in_this_one() -> None:
    text = "1. Purpose\n2. See paragraph 6 of the report to Council on 4 June 2024.\n3. To note."
    assert not proofread((read_plain_text(text, "report"),), MARKS_POINTED_TO)
    own = text.replace(" of the report to Council on 4 June 2024", " below")
    assert proofread((read_plain_text(own, "report"),), MARKS_POINTED_TO)


@given(
    begins=st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    days=st.integers(min_value=-300, max_value=300),
)
def test_an_end_is_told_just_where_it_lies_before_the_beginning(begins: date, days: int) -> None:
    ends = begins + timedelta(days=days)
    text = f"The survey opened on {in_full(begins)} and closed on {in_full(ends)}."
    assert bool(found_by(BEGINNINGS_AND_ENDS, text)) == (days < 0)
