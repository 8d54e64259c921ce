"""Steps in their order, dates that are moved, and tenses beside words for time: both ways told."""

import pytest

from markdown_reports import shown
from moothall.proofread.dates.moved_dates import RULES as MOVED
from moothall.proofread.dates.reckoned_days import RULES as RECKONED
from moothall.proofread.dates.steps_of_one_matter import RULES as STEPS
from moothall.proofread.dates.tenses_and_their_times import RULES as TENSES
from moothall.proofread.dates.whole_years import RULES as YEARS


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The closing date is {} and interviews are on 14 May 2026.", "21 May 2026", "7 May 2026"),
        ("Interviews will be on 14 May; applications close on {}.", "21 May", "7 May"),
        ("The deadline for bids is {}; they will be opened on 3 June 2026.",
         "10 June 2026", "1 June 2026"),
        ("Tenders close on {} and the contract is to be let on 1 June 2026.",
         "10 June 2026", "10 May 2026"),
        ("The pier was consulted on in {} and the plan was adopted in April 2026.",
         "May 2026", "March 2026"),
        ("Permission was granted on 10 June 2026; the application was made on {}.",
         "14 July 2026", "14 April 2026"),
        ("The quay was inspected in {} and the report was published in May 2026.",
         "June 2026", "April 2026"),
    ],
)  # fmt: skip
def test_steps_are_in_their_order(text: str, wrong: str, right: str) -> None:
    assert len(shown(STEPS[0], text.format(wrong))) == 1
    assert not shown(STEPS[0], text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        "The closing date for the second round is 21 May 2026; interviews were on 14 May 2026.",
        "Interviews are held each May; the closing date is 21 May 2026.",
        "The contract was let on 1 June 2026, before tenders close on 10 June 2026 for the quay.",
        "Consultation begins in May 2026; the plan adopted in March 2024 is to be replaced.",
    ],
)
def test_steps_of_other_rounds_are_left_alone(text: str) -> None:
    assert not shown(STEPS[0], text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The end has been brought forward from June 2026 to September 2026.", 1),
        ("The opening was delayed from June 2026 to March 2026.", 1),
        ("The opening was put back from 12 June to 9 June.", 1),
        ("It is three months late: planned for May 2026, it will finish in July 2026.", 1),
        ("It will finish in July 2026, two months early; it was planned for May 2026.", 1),
        ("The end has been brought forward from June 2026 to March 2026.", 0),
        ("The opening was delayed from June 2026 to September 2026.", 0),
        ("It is two months late: planned for May 2026, it will finish in July 2026.", 0),
        ("Work delayed from June 2026 ran to September 2026.", 0),
        ("Sums brought forward from 31 March 2026 are shown at 1 April 2026.", 0),
    ],
)
def test_a_date_moves_the_way_that_is_told(text: str, wrong: int) -> None:
    assert len(shown(MOVED[0], text)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Last month, in May 2026, the Panel will consider the report.", 1),
        ("At the last meeting the Board will agree the plan.", 1),
        ("Last year the council will spend £3m on roads.", 1),
        ("Next year the council spent £3m on roads.", 1),
        ("In the coming year we have completed the pier.", 1),
        ("It is expected that the quay was completed by next spring.", 1),
        ("Last month the Panel agreed that it will meet in June.", 0),
        ("At the last meeting it was said that the Board will agree the plan.", 0),
        ("Last year the council spent £3m on roads.", 0),
        ("Next year the council will spend £3m on roads.", 0),
        ("Next year will see the work completed.", 0),
        ("The quay was due to be completed by next spring.", 0),
        ("The item was deferred until next year.", 0),
        ("At the next meeting members considered the plan again.", 0),
    ],
)
def test_a_tense_is_that_of_its_time(text: str, wrong: int) -> None:
    assert len(shown(TENSES[0], text)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Notice was given on 1 May and ran out three weeks later, on 29 May.", 1),
        ("The committee met on 8 July, and call-in ended five days later, on 19 July.", 1),
        ("Notice was given on 1 May and ran out three weeks later, on 22 May.", 0),
        ("The committee met on 8 July, and call-in ended eleven days later, on 19 July.", 0),
        ("Notice was given on 20 February and ran out three weeks later, on 12 March.", 0),
    ],
)
def test_days_without_a_year_are_reckoned_too(text: str, wrong: int) -> None:
    assert len([f for rule in RECKONED for f in shown(rule, text)]) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The financial year 2025/26 (1 April 2025 to 31 March 2027) was dry.", 1),
        ("The financial year 2025/26 runs from 1 April 2024 to 31 March 2026.", 1),
        ("The half year to 31 October 2025 (April to September) was on budget.", 1),
        ("The financial year 2025/26 (1 April 2025 to 31 March 2026) was dry.", 0),
        ("The academic year 2025/26 runs from 1 September 2025 to 31 August 2026.", 0),
        ("The half year to 30 September 2025 (April to September) was on budget.", 0),
    ],
)
def test_a_year_has_its_own_days(text: str, wrong: int) -> None:
    assert len([f for rule in YEARS for f in shown(rule, text)]) == wrong
