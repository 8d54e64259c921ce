"""Silence: wordings of real reports that look like a fault to a program, and are none."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.rules import proofread_all


def _told(text: str) -> set[str]:
    """The rules that speak up by default of a report with these words."""
    return {
        finding.rule
        for finding in proofread_all((read_plain_text(text, "report.txt"),), None, everything=False)
    }


# --- names ----------------------------------------------------------------------------------------


def test_an_officer_with_an_initial_is_not_the_member_of_a_like_surname() -> None:
    present = "IN ATTENDANCE: Mr P Clark (Democratic Services Manager)\n"
    assert _told(present + "Apologies were received from Mr Clarke and Mrs Ashby.") == set()


def test_two_members_who_sit_together_bear_like_surnames_however_many_are_present() -> None:
    others = ", ".join(
        f"Mr {one}{two}" for one in "BCDFGHJKLM" for two in ("arden", "olton", "ing")
    )
    more = ", ".join(
        f"Mrs {one}{two}" for one in "NPRSTVWBCD" for two in ("ewell", "esley", "ipley")
    )
    present = f"PRESENT: {others}, Mr Thompson, {more} and Mrs Thomson.\n\n"
    said = "Mr Thompson moved the motion.\n\nMrs Thomson seconded the motion."
    assert "a_surname_has_one_spelling" not in _told(present + said)


def test_a_man_and_a_woman_of_like_surnames_are_two() -> None:
    report = "Mr Hepworth sent his apologies.\n\nMs Hepwerth gave legal advice to the panel."
    assert _told(report) == set()
    assert "a_surname_has_one_spelling" in _told(report.replace("Ms", "Mr"))


def test_whose_hub_it_is_makes_no_second_name() -> None:
    said = (
        "Staff speak of WCC’s Family Hub model and of the network.\n\n"
        "There are 50 sites, staffed by WCC Family Hub practitioners and others."
    )
    assert _told(said) == set()


def test_what_is_done_with_a_plan_is_no_part_of_its_name() -> None:
    report = (
        "Subject: Adoption of the Westmere Waste and Minerals Plan\n\n"
        "Members are asked to ADOPT the Westmere Waste and Minerals Plan."
    )
    assert "a_name_is_written_in_one_way" not in _told(report)


def test_the_end_of_a_quotation_within_a_name_owns_nothing() -> None:
    report = (
        "The ‘Pre-Hearing’ Draft of the Westmere Waste and Minerals Plan was published in May.\n\n"
        "The ‘Pre-Hearing Draft Westmere Waste and Minerals Plan’ was sent to the inspector."
    )
    assert "a_body_or_scheme_has_one_name" not in _told(report)


def test_a_national_grant_under_a_wrong_name_is_told_once() -> None:
    report = (
        "The Dedicated Schools’ Grant (DSG) is £310m.\n\n"
        "The Dedicated Schools Grant (DSG) is ring-fenced."
    )
    assert _told(report) == {"a_national_name_is_given_as_it_is"}


def test_the_letters_after_a_name_need_no_spelling_out() -> None:
    report = "The examination was led by Inspector Alan Whitfield BSc MRTPI AIEMA over four days."
    assert _told(report) == set()
    assert _told("The examination was led by AIEMA over four days in the council chamber.") == {
        "abbreviations_are_spelt_out"
    }


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "The auditor said that there needs to be a stronger focus on the plan.",
        "It is not clear that there needs to be a further review.",
    ],
)
def test_there_needs_to_be_is_good_english(sentence: str) -> None:
    assert _told(sentence) == set()
    assert _told("Families told us of there needs and wishes.") == {
        "no_word_stands_for_one_that_sounds_like_it"
    }


# --- references and captions ----------------------------------------------------------------------


def test_a_caption_after_a_hyphen_and_a_running_head_is_a_caption() -> None:
    report = (
        "Economic Context\nGrowth is shown in chart 1 and chart 2.\n\n"
        "Chart 1 - Growth of the economy\n\nAppendix D Chart 2 - What growth is made of\n\n"
        "Chart 3 – Forecasts compared"
    )
    assert not _told(report) & {"referred_tables_and_figures_are_there", "captions_run_on"}


def test_a_table_of_the_source_keeps_the_number_that_it_has_there() -> None:
    said = "The county’s bulletin on poverty counts children by ward. Table 14 gives the highest."
    assert "referred_tables_and_figures_are_there" not in _told(said)


def test_a_paragraph_that_is_not_there_is_told_once() -> None:
    report = read_plain_text(
        "1 Options\n\n1.1 Three options were weighed.\n\n1.2 This is a form of Option 3, which is "
        "not recommended for the reasons set out at paragraph 6.7 below.\n\n1.3 The others are "
        "open.\n\n2 Next steps\n\n2.1 The work begins in May.\n\n2.2 It ends in June.\n\n2.3 It is "
        "then told.",
        "report.txt",
    )
    found = [
        one for one in proofread_all((report,), None, everything=False) if "6.7" in one.message
    ]
    assert len(found) == 1


# --- figures --------------------------------------------------------------------------------------

_BY_FIVES = """Policy decisions	2024-25	2025-26	2026-27	2027-28	2028-29
£m	£m	£m	£m	£m	£m
Spending	25,430	62,895	69,215	74,840	77,605
Tax	1,270	23,785	34,390	38,645	39,280
Net borrowing	24,160	39,{last}	34,825	36,195	38,325
"""


def test_figures_rounded_to_five_may_be_five_apart() -> None:
    assert _told(_BY_FIVES.format(last="105")) == set()
    assert "a_table_casts_down" in _told(_BY_FIVES.format(last="190"))


def test_of_many_percentages_two_may_share_their_digits() -> None:
    shares = "\n\n".join(
        f"In {year} tax of one kind or another was {year % 7 + 20}.{year % 9}% of all earnings."
        for year in range(2009, 2019)
    )
    report = (
        f"{shares}\n\nReceipts of the public sector were 40.5% of the economy, a rise of 3.6% on "
        "the level of 36.9% before the pandemic.\n\nThe office has looked at the causes of the "
        "increase in public spending from 39.6% to a forecast 44.5% of the economy."
    )
    assert "a_figure_told_again_keeps_its_digits" not in _told(report)


def test_a_figure_over_the_last_months_is_no_difference() -> None:
    said = "Health checks were given to 9,870 in the quarter and 38,400 over the last 12 months."
    assert _told(said) == set()
    assert "a_difference_is_that_of_its_two_figures" in _told(
        "Visits were 9,870, or 1,400 more than the 9,170 expected."
    )


def test_bad_debts_are_not_the_debt_of_the_council() -> None:
    report = (
        "In residential care £0.4m is added to the provision for bad and doubtful debts.\n\n"
        "In home care £0.3m is added to the provision for bad and doubtful debts."
    )
    assert "a_measure_with_one_value_has_one" not in _told(report)


def test_a_contract_let_for_a_further_year_ended_before_the_present_one() -> None:
    report = (
        "The existing contracts end on 31 March 2026.\n\nA decision was taken to award contracts "
        "to the existing providers for a further year until 31 March 2024."
    )
    assert "a_thing_told_twice_has_one_value" not in _told(report)


# --- front sheets ---------------------------------------------------------------------------------


def test_what_is_known_of_every_ward_does_not_widen_the_matter() -> None:
    front = "Electoral Division: Eastbury\n\n1. Background\n\n"
    known = "Figures on deprivation are published for every ward in the county."
    assert _told(front + known) == set()
    assert _told(front + "The proposal affects every ward in the county.") == {
        "what_is_denied_is_not_told"
    }


def test_what_is_said_of_a_whole_list_names_nothing_more() -> None:
    said = "The grant has three blocks: nurseries, schools and places, each with a use and rules."
    assert _told(said) == set()
    assert "a_sentence_that_says_how_many_names_as_many" in _told(said.replace("three", "five"))


# --- savings and surveys --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "A pilot will test whether a short spell of intensive help at home, given by the team, "
            "will lead to better lives and cashable savings."
        ),
        (
            "The savings of last year carried forward will be reviewed at outturn, and the figures "
            "so reviewed will be used for monitoring."
        ),
    ],
)
def test_a_question_or_a_review_claims_no_saving(sentence: str) -> None:
    assert _told(f"Financial implications\n\n{sentence}") == set()


def test_a_consultation_open_to_others_has_no_number_asked() -> None:
    report = (
        "Consultation\n\n31 replies to the consultation with staff were received, of which 19 "
        "supported the proposals, 8 opposed them and 4 made no comment."
    )
    assert _told(report) == set()


# --- figures --------------------------------------------------------------------------------------


def test_shares_of_people_of_several_ages_are_of_several_things() -> None:
    report = "Age\n\n11.1% are 19 years old.\n\n11.6% are 22 years old."
    assert _told(report) == set()
    assert "a_thing_told_twice_has_one_value" in _told(report.replace("22", "19"))


def test_a_small_printed_budget_is_no_measure_where_larger_sums_are_told_too() -> None:
    slip = "The lamps overspent by £61.5m.\n\nThe budget for lamps is £1m."
    assert "an_amount_fits_the_budget_it_is_set_against" in _told(slip)
    assert _told(f"{slip}\n\nThe council is owed £80m by the harbour.") == set()


def test_what_stands_in_the_wrong_box_of_a_form_need_not_be_harm() -> None:
    form = (
        "Are there negative impacts for Age? No\n\n"
        "Details of negative impacts for Age\n\n"
        "The proposal is to change who manages the ferry team.\n\n"
    )
    assert _told(form) == set()
    harm = form.replace("change who manages", "reduce the hours of")
    assert "an_impact_denied_is_not_described" in _told(harm)
