"""Sums of one sentence in units that do not fit, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.units_in_sentences import RULES as UNITS_IN_SENTENCES
from ordinary_wordings import found_by

_RULES = UNITS_IN_SENTENCES
FOUND = (
    "The harbour budget is £12m, of which £900m is for lamps.",
    "Of the £5m grant, £450m has been spent.",
    "The overspend fell from £850k to £600k, a reduction of £250m.",
    "The fare rises from 80p to 95p, an increase of £15.",
    "The fund has £1.2bn, of which £300bn is in bonds.",
    "The budget is £450k, including £120m for fuel.",
    "Spending was £45.3m against a budget of £44.9k.",
    "The fee is £1.20, up from £1.00, an increase of 20 pounds.",
    "Savings of £120m are planned against the £1.5m budget.",
    "The port's debt is £85 million, £60 billion of it long-term.",
    "The pier repairs at £2.5m are part of the £3,000 programme.",
    "£75m of the £1.5m fund is committed.",
    "Spending was £62.4k compared with a budget of £62.1m.",
    "The fare goes from 45p to 60p, a rise of £15.",
    "Of our £900k reserve, £250m is earmarked.",
    "The programme of £6m, including £800m for lamps, is on time.",
    "The loan is £12m, £9bn of it fixed.",
    "Overspends of £45m against the £2m budget are forecast.",
    "The levy rose from £240k to £265k, an increase of £25m.",
)
LEFT_ALONE = (
    "The budget of £4.2m includes £3.5m for ferries.",
    "The harbour budget is £12m, of which £900k is for lamps.",
    "Of the £5m grant, £450,000 has been spent.",
    "The cost rose from £2.1m to £2.4m, an increase of £300k.",
    "The fare rises from 80p to 95p, an increase of 15p.",
    "The fund has £1.2bn, of which £300m is in bonds.",
    "The port's debt is £85 million, £60 million of it long-term.",
    "The budget is £450k, and the county's is £120m.",
    "The fee of £12 applies to works of £40,000.",
    "Spending was £45.3m against a budget of £44.9m.",
    "The £2,000 prize is funded from the £3m budget.",
    "The pier is worth £300m and its upkeep costs £450k.",
    "The £12k saving compares with savings of £15m nationally.",
    "The service has a £9.1m budget and forecasts an overspend of £400k.",
    "Costs of £700,000 are offset by income of £650k, leaving £50,000.",
    "A saving of £300k grows to £1.2m by 2027.",
    "The total is £6.5m: £4m for piers and £2.5m for lamps.",
    "The port's £2m share is part of the £1.4bn national fund.",
    "The rate is £1.20 per tonne, raising £3m.",
    "The fee is £1.20, up from £1.00, an increase of 20p.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
