"""What is found about the money of shared posts, on invented councils and on the samples."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from post_towns import ASHBY, BRAE, FACT, paid, post, programme, rates, year

from moothall.basics.dates import read_written_date
from moothall.basics.figures import Figure, read_figure
from moothall.basics.findings import Finding, Severity
from moothall.facts.agreements import Agreement, Power
from moothall.facts.money import Saving, Unit
from moothall.facts.posts import Share, SharedPost
from moothall.facts.programme import Programme
from moothall.facts.proposals import Undertaking
from moothall.facts.sharing import ExitTerms, Split, SplitBasis, SplitWeight
from moothall.files.programme_folder import read_programme
from moothall.workforce.rules import findings

ROOT = Path(__file__).resolve().parents[2]


def found(rule: str, facts: Programme) -> list[Finding]:
    return [finding for finding in findings(facts) if finding.rule == rule]


COMPLETE: dict[str, Any] = {
    "paid_before": paid(ashby="60000", brae="0"),
    "backfill": paid(ashby="0", brae="0"),
    "vat_treatment": "outside the scope, said by both VAT officers",
    "cover": "deputy in each council",
}


def test_nothing_is_found_about_a_post_of_which_everything_is_known() -> None:
    assert findings(programme(post(**COMPLETE))) == []


def split(basis: SplitBasis, **weights: str) -> Split:
    return Split(
        id="split",
        **FACT,
        proposal="archive",
        basis=basis,
        since=year("2021/22"),
        weights=tuple(
            SplitWeight(authority=code, weight=Decimal(value)) for code, value in weights.items()
        ),
    )


@pytest.mark.checklist("D04")
@pytest.mark.parametrize(
    ("agreed", "message"),
    [
        (split(SplitBasis.EQUAL), ""),
        (split(SplitBasis.AGREED, ashby="60", brae="40"), "Ashby 60%, Brae 40%"),
        (split(SplitBasis.POPULATION, ashby="36000", brae="12000"), "Ashby 75%, Brae 25%"),
        (split(SplitBasis.POPULATION), ""),  # without weights: another rule's finding
        (split(SplitBasis.SHAPLEY), ""),  # needs costs that this room does not see
    ],
)
def test_shares_of_a_post_are_those_of_the_split(agreed: Split, message: str) -> None:
    told = found("shares_of_a_post_follow_the_split", programme(post(), splits=(agreed,)))
    assert [message in each.message for each in told] == [True] * bool(message)


def test_a_third_written_as_33_is_rounding() -> None:
    facts = programme(
        post(
            shares=(
                Share(authority=ASHBY, percent=Decimal(67)),
                Share(authority=BRAE, percent=Decimal(33)),
            )
        ),
        splits=(split(SplitBasis.PUPILS, ashby="2", brae="1"),),
    )
    assert found("shares_of_a_post_follow_the_split", facts) == []


def undertaking(words: str) -> Undertaking:
    return Undertaking(
        id=f"u{len(words)}", **FACT, text=words, made_by="a", made_to="b", proposal="archive"
    )


def test_promised_backfill_costs_something_or_is_said_to_cost_nothing() -> None:
    """Document 001 promises that additional resources will be put in place."""
    promise = undertaking("Put backfill in place for the former work.")
    (told,) = found("promised_backfill_has_a_cost", programme(post(), undertakings=(promise,)))
    assert "made-up 1" in told.message
    priced = programme(post(backfill=paid(ashby="0")), undertakings=(promise,))
    assert found("promised_backfill_has_a_cost", priced) == []
    assert found("promised_backfill_has_a_cost", programme(post())) == []


def saving() -> Saving:
    return Saving(
        id="saving",
        **FACT,
        proposal="archive",
        authority=ASHBY,
        number="4",
        name="Archive",
        unit=Unit.THOUSANDS,
        cash_limit_year=year("2020/21"),
        cash_limit=read_figure("900"),
        full_year_saving=read_figure("(30)"),
        revised_cash_limit=read_figure("870"),
        phasing=(),
    )


def test_what_a_post_frees_is_a_saving_or_capacity_and_not_both() -> None:
    """Document 001 4.4 and 4.5: the temporary cost reduction is put to capacity."""
    promise = undertaking("What is saved is repurposed for capacity.")
    rule = "what_a_shared_post_frees_is_used_once"
    (told,) = found(rule, programme(post(), undertakings=(promise,), savings=(saving(),)))
    assert told.severity is Severity.WARNING
    assert "twice: capacity (made-up 1) and the savings plan (line 4" in told.message
    assert found(rule, programme(post(), undertakings=(promise,))) == []
    assert found(rule, programme(post(), savings=(saving(),))) == []


def test_an_honorarium_has_an_amount_and_it_is_said_whether_it_rises() -> None:
    rule = "an_honorarium_has_a_rate"
    (spoken,) = found(rule, programme(post(uplift="the honorarium rises accordingly")))
    assert "its amount is not stated" in spoken.message
    stated = post(honorarium=read_figure("5,000"))
    (rising,) = found(rule, programme(stated))
    assert "Whether pay awards raise the honorarium" in rising.message
    assert found(rule, programme(replace(stated, honorarium_rises=False))) == []


def test_a_priced_post_asks_its_employer_for_what_goes_on_top() -> None:
    rule = "a_priced_post_has_its_on_costs"
    (told,) = found(rule, programme(post(), employer_rates=(rates(pension="20"),)))
    assert "rate of the apprenticeship levy in 2021/22 is not held" in told.message
    assert told.severity is Severity.QUESTION
    unpriced = programme(post(salary=None), employer_rates=())
    assert found(rule, unpriced) == [], "the salary is asked for first"


def test_pay_awards_are_asked_for_once_a_year_beyond_the_first_counts() -> None:
    rule = "a_pay_award_is_known"
    assert found(rule, programme(post(), employer_rates=()))
    assert found(rule, programme(post(salary=None, uplift="as usual"), employer_rates=()))
    assert not found(rule, programme(post()))


def test_a_vat_answer_is_recorded_for_staff_at_work_for_another_council() -> None:
    rule = "supplied_staff_have_a_vat_answer"
    (told,) = found(rule, programme(post(), post(id="second")))
    assert "2 shared posts" in told.message
    assert "VATGPB6800" in told.reference
    alone = post(shares=(Share(authority=ASHBY, percent=Decimal(100)),))
    assert found(rule, programme(alone)) == []


def agreement(**more: Any) -> Agreement:
    return Agreement(
        id="agreement",
        **FACT,
        proposal="archive",
        name="the archive agreement",
        power=Power.OFFICERS_AT_DISPOSAL,
        parties=(ASHBY, BRAE),
        **more,
    )


def test_a_post_has_no_longer_notice_than_its_agreement() -> None:
    rule = "a_post_outlasts_no_agreement"
    longer = post(notice_months=6)
    (told,) = found(rule, programme(longer, agreements=(agreement(notice_months=3),)))
    assert "Ashby would pay the difference alone" in told.message
    terms = ExitTerms(id="exit", **FACT, proposal="archive", notice_months=3)
    assert len(found(rule, programme(longer, exit_terms=(terms,)))) == 1
    assert not found(rule, programme(longer, agreements=(agreement(notice_months=6),)))


def test_a_post_ends_with_its_agreement() -> None:
    rule = "a_post_outlasts_no_agreement"
    ends = agreement(ends=read_written_date("March 2022"))
    assert found(rule, programme(post(term_months=24), agreements=(ends,)))
    assert not found(rule, programme(post(term_months=12), agreements=(ends,)))


def test_a_fixed_term_is_given_in_months() -> None:
    rule = "a_fixed_term_has_a_length"
    circa = post(fixed_term=True, term="circa two years")
    assert "circa two years" in found(rule, programme(circa))[0].message
    assert not found(rule, programme(replace(circa, term_months=24)))


@pytest.mark.parametrize(
    "wrong",
    [
        post(salary=Figure("(1)", Decimal(-1))),
        post(paid_before=paid(ashby="-5")),
        post(backfill=(*paid(ashby="5"), *paid(ashby="6"))),
        post(fte=Decimal(-1)),
    ],
)
def test_figures_that_cannot_be_reckoned_with_are_named(wrong: SharedPost) -> None:
    assert len(found("a_posts_figures_can_be_reckoned_with", programme(wrong))) == 1


def test_a_rate_of_more_than_all_pay_is_no_percentage() -> None:
    rule = "a_posts_figures_can_be_reckoned_with"
    assert found(rule, programme(post(), employer_rates=(rates(pension="2050"),)))


# --- the samples --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> Programme:
    return read_programme(ROOT / "examples" / "stockport-tameside")


def test_the_joint_director_leaves_more_open_than_the_salary(sample: Programme) -> None:
    """Document 001 2.10, 2.11, 4.5 and its recommendation (iii)."""
    rules = {f.rule for f in findings(sample) if f.where == "posts/post-joint-director"}
    assert {
        "a_fixed_term_has_a_length",
        "an_honorarium_has_a_rate",
        "a_pay_award_is_known",
        "what_each_council_paid_before_is_known",
        "supplied_staff_have_a_vat_answer",
        "promised_backfill_has_a_cost",
        "what_a_shared_post_frees_is_used_once",
    } <= rules


def test_money_freed_by_the_joint_director_is_spoken_for_twice(sample: Programme) -> None:
    (told,) = found("what_a_shared_post_frees_is_used_once", sample)
    assert "backfill (001 2.10" in told.message
    assert "001 4.5" in told.message


def test_the_four_roles_are_asked_about_together(sample: Programme) -> None:
    """Document 000 2.17 and 4.2."""
    early = [f for f in findings(sample) if f.proposal == "early-years-leadership"]
    assert len([f for f in early if f.rule == "supplied_staff_have_a_vat_answer"]) == 1
    (before,) = [f for f in early if f.rule == "what_each_council_paid_before_is_known"]
    assert "Stockport and Tameside paid for the work of 4 shared posts" in before.message


def test_the_samples_shares_follow_their_splits(sample: Programme) -> None:
    assert found("shares_of_a_post_follow_the_split", sample) == []
    assert date(2022, 2, 15) >= sample.posts[0].known_on
