"""Figures told as so many times another."""

import pytest

from moothall.proofread.figures.relations import fold_changes, times_of_another
from ordinary_wordings import found_by

RULES = (*fold_changes.RULES, *times_of_another.RULES)

FOUND = (
    (
        "Density differs greatly, with Ash having as few as 150 residents per square km and "
        "Birch having more than thirty times this at 3,291."
    ),
    "In Ash 120 homes were built, and in Birch three times as many at 240.",
    "Ash has 420 allotments while Birch has twice as many, at 1,260.",
    "The north had 250 complaints. The south had double that number, at 750.",
    "Ash spent £40,000 on roads and Birch four times as much, £120,000.",
    "In 2015 there were 300 claims. In 2016 there were half as many, at 240.",
    "Quay had 1,200 visitors in May and ten times as many, 24,000, in August.",
    "Car parking brought in £210,000 in 2018. By 2020 this had doubled to £315,000.",
    "There were 80 cases in 2015. By 2020 there were three times this number, at 160.",
    "Rents in Ash average £450 a month; in Birch they are twice that at £1,350.",
    "Unemployment in Ash is 2%, and in Birch it is five times that at 6%.",
    "Claims have seen a tenfold increase, from 40 to 120.",
    "Boys were excluded 90 times and girls a third as often, at 60.",
    "Ash recycles 20% of its waste and Birch three times as much, at 40%.",
    ("The population of Ash is 1,400; that of Birch is more than five times larger at 4,200."),
)

LEFT_ALONE = (
    (
        "Density differs greatly, with Ash having as few as 150 residents per square km and "
        "Birch having more than twenty times this at 3,291."
    ),
    "In Ash 120 homes were built, and in Birch twice as many at 240.",
    "Ash has 420 allotments while Birch has three times as many, at 1,260.",
    "The north had 250 complaints. The south had three times that number, at 750.",
    "In 2015 there were 300 claims. In 2016 there were half as many, at 150.",
    "Quay had 1,200 visitors in May and twenty times as many, 24,000, in August.",
    ("Car parking brought in £210,000 in 2018. By 2020 this had almost doubled to £405,000."),
    "Ash has 420 allotments, and 60 ponds. Birch has twice as many ponds, at 120.",
    "The fee is £40 in Ash. Twice as many people paid it in 2020, 240 in all.",
    "Meetings are held twice a year at 12 sites in Ash and 40 in Birch.",
    "Fines doubled for 120 drivers, to £240.",
    "Ash has nearly three times as many homes, 2,900, as Birch, 1,000.",
    "Ash recycles 20% of its waste and Birch twice as much, at 41%.",
    "There were 80 cases in 2015. Of these twice as many were men, at 52.",
    "The population of Ash is 1,400; that of Birch is more than double this at 4,200.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
