"""Schools Forums, early years money passed through, VAT, year-end and ledger codes."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from money_towns import (
    NEXT_YEAR,
    forum_item,
    line,
    passage,
    phased,
    post,
    saving,
    towns,
)

from moothall.basics.dates import in_words, read_written_date
from moothall.basics.findings import Finding
from moothall.facts.baselines import FundingStream
from moothall.facts.posts import Share
from moothall.facts.programme import Programme
from moothall.files.rates import read_rates
from moothall.finance import forum_rules
from moothall.finance.forums import ForumAnswer, forum_needs_of
from moothall.law.law import Law
from moothall.law.rates_held import EARLY_YEARS_PASS_THROUGH, StatutoryRates

RATES = read_rates()

CENTRAL = FundingStream.DSG_CENTRAL
EARLY_YEARS = FundingStream.DSG_EARLY_YEARS
HIGH_NEEDS = FundingStream.DSG_HIGH_NEEDS
DECIDES = "the_forum_decides_what_relies_on_the_grant"


def found(programme: Programme, law: Law, rule: str) -> list[Finding]:
    return [each for each in forum_rules.findings(programme, law) if each.rule == rule]


def on_the_grant(*items: object, funding: FundingStream = CENTRAL) -> Programme:
    return towns(baseline_lines=(line("ashby", funding=funding),), forum_items=items)


@pytest.mark.checklist("A13", "D08")
@pytest.mark.parametrize(
    ("decided", "words"),
    [
        (None, "has not yet decided 'Central archive costs'"),
        (False, "has refused 'Central archive costs'"),
    ],
)
def test_money_of_the_grant_waits_for_its_forum(law: Law, decided: bool | None, words: str) -> None:
    (finding,) = found(on_the_grant(forum_item("ashby", CENTRAL, decided=decided)), law, DECIDES)
    assert words in finding.message
    assert (finding.severity, finding.upholds, finding.evidence) == (
        "warning",
        "SCHOOLS-FORUM",
        "recalled",
    )
    assert not found(on_the_grant(forum_item("ashby", CENTRAL)), law, DECIDES)


def test_an_answer_that_is_not_recorded_is_not_a_yes(law: Law) -> None:
    (finding,) = found(on_the_grant(), law, DECIDES)
    assert "no decision of Ashby's Schools Forum is recorded" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        forum_item("brae", CENTRAL),
        forum_item("ashby", HIGH_NEEDS),
        forum_item("ashby", CENTRAL, year=NEXT_YEAR),
    ],
)
def test_another_council_block_or_year_is_no_answer(law: Law, other: object) -> None:
    assert len(found(on_the_grant(other), law, DECIDES)) == 1


def test_one_refusal_outweighs_what_is_decided(law: Law) -> None:
    programme = on_the_grant(
        forum_item("ashby", CENTRAL), forum_item("ashby", CENTRAL, item="More", decided=False)
    )
    (need,) = forum_needs_of(programme, programme.proposals[0])
    assert need.answer is ForumAnswer.REFUSED


def test_whether_high_needs_is_the_forums_to_decide_is_asked(law: Law) -> None:
    (finding,) = found(on_the_grant(funding=HIGH_NEEDS), law, DECIDES)
    assert finding.severity == "question"
    assert "decides on that block or is consulted" in finding.message


def test_the_general_fund_asks_no_forum(law: Law) -> None:
    assert not found(on_the_grant(funding=FundingStream.GENERAL_FUND), law, DECIDES)


def test_every_year_of_a_saving_and_of_a_post_needs_its_answer() -> None:
    programme = towns(
        savings=(
            saving(
                funding_stream=CENTRAL,
                phasing=phased((NEXT_YEAR, -100), (NEXT_YEAR.next, -200)),
            ),
        ),
        posts=(
            post(
                "ashby",
                "brae",
                funding_stream=CENTRAL,
                starts=read_written_date("January 2026"),
                term_months=24,
            ),
        ),
    )
    needs = forum_needs_of(programme, programme.proposals[0])
    assert [(each.authority, str(each.year), len(each.relied_on_by)) for each in needs] == [
        ("ashby", "2025/26", 1),
        ("ashby", "2026/27", 2),
        ("ashby", "2027/28", 2),
        ("brae", "2025/26", 1),
        ("brae", "2026/27", 1),
        ("brae", "2027/28", 1),
    ]


def test_a_post_without_a_start_is_answered_by_any_year(law: Law) -> None:
    bare = towns(posts=(post("ashby", "brae", funding_stream=CENTRAL),))
    assert len(found(bare, law, DECIDES)) == 2
    decided = replace(bare, forum_items=(forum_item("ashby", CENTRAL, year=NEXT_YEAR),))
    (finding,) = found(decided, law, DECIDES)
    assert finding.authority == "brae"


def test_a_council_that_bears_nothing_of_a_post_asks_no_forum(law: Law) -> None:
    all_ashby = (
        Share(authority="ashby", percent=Decimal(100)),
        Share(authority="brae", percent=Decimal(0)),
    )
    one = post("ashby", "brae", funding_stream=CENTRAL, shares=all_ashby)
    (finding,) = found(towns(posts=(one,)), law, DECIDES)
    assert finding.authority == "ashby"


def test_a_grant_without_its_block_is_asked(law: Law) -> None:
    rule = "money_of_the_grant_names_its_block"
    told = post("ashby", "brae", funding="DSG grant")
    (finding,) = found(towns(posts=(told,)), law, rule)
    assert "no block of the grant is named" in finding.message
    assert not found(towns(posts=(replace(told, funding_stream=CENTRAL),)), law, rule)
    assert found(towns(savings=(saving(funding="DSG", funding_stream=None),)), law, rule)


PASSES = "early_years_money_passes_through"


def passing(percent: str | None = None, **more: object) -> Programme:
    passed = None if percent is None else Decimal(percent)
    item = forum_item(
        "ashby", EARLY_YEARS, item="Pass-through to providers", passed_on_percent=passed, **more
    )
    return on_the_grant(item, funding=EARLY_YEARS)


def passed_through(programme: Programme, law: Law, rates: StatutoryRates | None = RATES):
    every = forum_rules.findings(programme, law, rates)
    return [each for each in every if each.rule == PASSES]


@pytest.mark.parametrize("percent", ["96", "97.5", "100"])
def test_early_years_money_of_which_enough_is_passed_on_finds_nothing(
    law: Law, percent: str
) -> None:
    assert not passed_through(passing(percent), law)
    assert not passed_through(on_the_grant(), law)


def test_early_years_money_kept_back_is_found_with_the_least_share_of_its_year(law: Law) -> None:
    (finding,) = passed_through(passing("95.99"), law)
    assert finding.severity == "warning", "how a council counts it has to be looked at first"
    assert "passes 95.99% of its early years funding on" in finding.message
    assert "at least 96% has to reach them (read" in finding.message
    assert finding.evidence.startswith("read (minister's written answer")
    assert dict(finding.figures)["least"] == "96%"


def test_the_least_share_changes_with_the_year(law: Law) -> None:
    held = replace(
        passing("96", year=NEXT_YEAR),
        baseline_lines=(line("ashby", funding=EARLY_YEARS, year=NEXT_YEAR),),
    )
    (finding,) = passed_through(held, law)
    assert "at least 97%" in finding.message


def test_what_is_passed_on_is_asked_where_it_is_not_recorded(law: Law) -> None:
    for held in (passing(), on_the_grant(funding=EARLY_YEARS)):
        (finding,) = passed_through(held, law)
        assert finding.severity == "question"
        assert "early years block in 2025/26: at least 96% of it has to pass" in finding.message


def test_a_least_share_that_nobody_has_looked_up_is_asked_and_never_guessed(law: Law) -> None:
    far = NEXT_YEAR.next.next
    held = replace(
        passing("10", year=far), baseline_lines=(line("ashby", funding=EARLY_YEARS, year=far),)
    )
    assert not passed_through(held, law), "the last one held is no answer for a later year"
    (finding,) = passed_through(replace(held, forum_items=()), law)
    assert "what least share of the block has to pass through" in finding.message
    (finding,) = passed_through(passing(), law, None)
    assert "what least share of the block has to pass through" in finding.message


def test_a_share_beyond_a_hundred_per_cent_is_no_fact() -> None:
    with pytest.raises(ValueError, match="write it from 0 to 100"):
        passing("101")


def test_the_page_lists_every_least_share_that_is_held() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sharing.md").read_text(encoding="utf-8")
    for value in RATES.rates[EARLY_YEARS_PASS_THROUGH].values:
        assert f"| {in_words(value.since)} | {value.value} | {value.evidence} |" in page


@pytest.mark.parametrize(
    ("rule", "topic"),
    [
        ("vat_on_what_councils_pay_each_other_is_recorded", forum_rules.VAT_TOPIC),
        ("what_is_left_at_year_end_is_recorded", forum_rules.YEAR_END_TOPIC),
    ],
)
def test_what_finance_officers_have_to_answer_is_recorded_or_asked(
    law: Law, rule: str, topic: str
) -> None:
    programme = towns(posts=(post("ashby", "brae"),))
    (finding,) = found(programme, law, rule)
    assert "Ashby and Brae" in finding.message
    one = replace(programme, passages=(passage(topic, "ashby"),))
    (finding,) = found(one, law, rule)
    assert finding.authority == "brae"
    assert not found(replace(programme, passages=(passage(topic),)), law, rule)
    assert not found(towns(), law, rule)


def test_vat_may_be_recorded_with_what_the_forum_decides(law: Law) -> None:
    programme = towns(
        posts=(post("ashby", "brae"),),
        forum_items=tuple(
            forum_item(code, CENTRAL, vat_treatment="non-business") for code in ("ashby", "brae")
        ),
    )
    assert not found(programme, law, "vat_on_what_councils_pay_each_other_is_recorded")


def test_a_line_without_its_ledger_code_is_noted_once_a_council(law: Law) -> None:
    lines = (line("ashby", ledger_code=None), line("ashby", "Museum", ledger_code=None))
    (finding,) = found(towns(baseline_lines=lines), law, "a_line_has_its_ledger_code")
    assert finding.message.startswith("2 of Ashby's baseline lines have no ledger code")
    assert not found(towns(baseline_lines=(line("ashby"),)), law, "a_line_has_its_ledger_code")
