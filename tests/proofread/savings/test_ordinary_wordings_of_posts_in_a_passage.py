"""Posts, pay and savings that stand in lines or in two sentences, in ordinary words."""

import pytest

from moothall.proofread.savings.rules import RULES
from ordinary_wordings import found_by

FOUND = (
    (
        "Four part-time lamp attendant posts, each of twelve hours a week, are to be removed. This "
        "will release £520,000 a year in salaries."
    ),
    "Posts removed: 30 full-time pilots\nAnnual saving in pay: £48,000\nAll posts are filled.",
    (
        "Merging the two yards would reduce the establishment by 3 payroll assistants (salary "
        "range £26,400 to £28,700). The recurring pay saving from these three posts is "
        "put at £410,000."
    ),
    "Two caretakers would not be replaced. They are paid £24,000 each. The saving is £190,000.",
    "FTE deleted: 12\nSaving: £31,000 a year\nStart: April",
    (
        "The review removes five lighthouse keepers. They are paid £22,000 to £25,000. The saving "
        "is £31,000 a year."
    ),
    "Six wardens will be made redundant. The saving is put at £2.4m a year.",
)
LEFT_ALONE = (
    "The service lost 12 staff last year. It now has to save £2.5m.",
    "The restructure removes 14 posts and creates six. The net saving is £120,000.",
    "Posts removed: 4\nAnnual saving in pay: £140,000\nDate: 1 April",
    "Posts removed: 2\nSaving from premises: £400,000\nDate: 1 April",
    (
        "Merging the two yards would reduce the establishment by 3 payroll assistants (salary "
        "range £26,400 to £28,700). The recurring pay saving from these three posts is "
        "put at £101,000."
    ),
    "Five officers will move to the hub. Closing the office will save £6,000 a year.",
    "Reducing printing will save £8,000. Twelve staff will be trained.",
    "Deleting four vacant Grade 7 posts saves £172,000 a year with on-costs (£43,000 a post).",
    "Number of posts: 212\nBudget: £7,400,000\nSaving required: £74,000",
    "The team lost two posts in May. The service is asked to save £1.2m by moving its premises.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(RULES, f"2.1 Pay\n\n{text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, f"2.1 Pay\n\n{text}")
