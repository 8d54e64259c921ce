"""Shares of people who are for or against a thing, without the number of those who were asked."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.opinions.bases_of_opinions import a_share_of_opinions_says_of_how_many


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("What people told us: a resounding 83% were for the lamp zone.", 1),
        ("The cycle lane was popular: 64% liked it.", 1),
        ("The move found favour with many traders, and with 71% of shoppers.", 1),
        ("Support for the closure stood at 58% among residents.", 1),
        ("Of the 212 who replied, 83% were for the lamp zone.", 0),
        ("Members welcomed that 95% of calls were answered in time.", 0),
        ("The trust supports 40% of older tenants at home.", 0),
        ("The fund backed 30% of schemes.", 0),
    ],
)
def test_a_share_for_or_against_wants_its_number(said: str, count: int) -> None:
    report = read_plain_text(said, "report")
    assert len(list(a_share_of_opinions_says_of_how_many(report))) == count
