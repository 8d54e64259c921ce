"""Twin resolutions: linked, worded alike, live when all are, carried back when amended (R2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import (
    ARCHIVE,
    ASHBY,
    BRAE,
    CALL_IN,
    day,
    decided,
    decides,
    meets,
    only,
    paper,
    programme,
    with_rules,
)

from moothall.basics.findings import Finding, Severity
from moothall.facts.authority import Authority
from moothall.facts.decisions import Condition, Outcome, Resolution
from moothall.facts.fact import Fact
from moothall.facts.papers import Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.governance.checks.plan import plan_of
from moothall.governance.resolutions import rules
from moothall.governance.resolutions.agreement import with_agreement
from moothall.governance.resolutions.carried_back import amendments_of
from moothall.governance.resolutions.live import MatterStanding, standings_of
from moothall.governance.resolutions.matters import Twins, twins_of
from moothall.governance.resolutions.passed import Standing
from moothall.governance.resolutions.wording import (
    Said,
    differ,
    likeness,
    names_of,
    of_first,
    of_second,
    pieces,
    says_the_same,
)

WRITTEN = date(2026, 6, 1)
DECIDES = date(2026, 6, 10)
EFFECTIVE = date(2026, 6, 18)
NOW = date(2026, 7, 1)
APPROVE = "one archivist for both councils from April 2027"


def asks(*recommendations: Recommendation, body: str = "ashby-cabinet", **more: Any) -> Paper:
    given_ = {"recommendations": recommendations, "dated": day(WRITTEN), "id": f"paper-{body}"}
    return paper(body, **(given_ | more))


def one(text: str = APPROVE, matter: str = "archivist", **more: Any) -> Recommendation:
    return Recommendation(
        **({"number": "1", "verb": "approve", "text": text, "matter": matter} | more)
    )


def both(first: Recommendation, second: Recommendation) -> tuple[Paper, Paper]:
    return asks(first), asks(second, body="brae-committee")


WAITING = both(one(subject_to=("brae",)), one(subject_to=("ashby",)))


def passes(body: str, on: date = DECIDES, text: str = "", **more: Any) -> Fact:
    resolution = Resolution(
        number="1", text=text or f"That {APPROVE} be approved", matter="archivist"
    )
    given_ = {"paper": f"paper-{body}", "outcome": Outcome.AGREED, "reasons": "Value for money"}
    return decided(body, on, **(given_ | {"resolutions": (resolution,), "published_on": on} | more))


COUNCILS = (
    with_rules(ASHBY, **CALL_IN),
    with_rules(
        BRAE,
        standstill_days="0",
        standstill_counts_publication_day="no",
        call_in_effective="next calendar day",
        publication_lag_longest="0",
    ),
)


def twins(*facts: Fact | Authority) -> tuple[Programme, Twins]:
    held = programme(*COUNCILS, *facts)
    return held, twins_of(held, held.proposal("archive"))


def standing(*facts: Fact | Authority, as_at: date = NOW) -> MatterStanding:
    held, found = twins(*facts)
    return only(standings_of(held, found, plan_of(held, read_law(), as_at)))


def found(rule: str, *facts: Fact | Authority, as_at: date = NOW) -> list[Finding]:
    held = programme(*COUNCILS, *facts)
    return [each for each in rules.findings(held, read_law(), as_at) if each.rule == rule]


# --- linked, missing, offered ---------------------------------------------------------------------


def test_recommendations_with_one_matter_are_twins() -> None:
    _, held = twins(*both(one(), one(number="2.1")))
    matter = only(held.matters)
    assert [each.recommendation.number for each in matter.asked] == ["1", "2.1"]
    assert (matter.missing, held.offers, held.without) == ((), (), ())


def test_the_latest_paper_to_a_body_that_decides_is_the_one_compared() -> None:
    later = asks(one("else"), body="ashby-scrutiny", dated=day(NOW))
    old = asks(one("old words"), dated=day(date(2026, 1, 1)), id="old")
    _, held = twins(*both(one(), one()), later, old)
    assert [each.id for each in held.papers] == ["paper-ashby-cabinet", "paper-brae-committee"]


def test_likeness_is_offered_and_never_linked() -> None:
    _, held = twins(*both(one(matter=""), one(matter="", text=f"{APPROVE} or later")))
    assert held.matters == ()
    offer = only(held.offers)
    assert offer.percent > 80
    assert {offer.first.authority, offer.second.authority} == {"ashby", "brae"}
    _, apart = twins(*both(one(matter=""), one(matter="", text="a new roof for the town hall")))
    assert apart.offers == ()


def test_an_offer_takes_up_the_matter_that_one_of_them_carries() -> None:
    _, held = twins(*both(one(), one(matter="")))
    assert only(held.offers).matter == "archivist"
    assert only(held.matters).missing == ("brae",)


def test_a_council_that_is_not_asked_is_missed() -> None:
    rule = "every_council_is_asked_the_same"
    findings = found(rule, asks(one()), asks(one("other", "roof"), body="brae-committee"))
    assert [each.authority for each in findings] == ["brae", "ashby"]
    assert all(each.severity is Severity.WARNING for each in findings)
    assert not found(rule, *both(one(), one()))
    assert not found(rule, asks(one("the report", "noting", verb="note")))


# --- wording ------------------------------------------------------------------------------------


def test_wording_is_compared_word_by_word() -> None:
    found_ = pieces("approve two posts for a year.", "approve three posts for a year")
    assert [(each.said, each.text) for each in found_] == [
        (Said.BOTH, "approve"),
        (Said.FIRST, "two"),
        (Said.SECOND, "three"),
        (Said.BOTH, "posts for a year."),
    ]


def test_each_councils_own_name_is_no_difference() -> None:
    codes = ("ashby", "brae")
    held = programme()
    names = (names_of(held, "ashby", codes), names_of(held, "brae", codes))
    first = "approve that Ashby Borough Council employs and Brae pays half"
    second = "approve that Brae Borough Council employs and Ashby pays half"
    assert not differ(pieces(first, second, names))
    assert differ(pieces(first, second))
    swapped = "approve that Ashby Borough Council employs and Brae pays half"
    assert differ(pieces(first, swapped, names))  # here the other council is to employ


WORDS = st.lists(st.sampled_from(APPROVE.split()), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_pieces_of_two_texts_give_back_both(first: str, second: str) -> None:
    found_ = pieces(first, second)
    assert " ".join(each.text for each in of_second(found_)).split() == second.split()
    assert " ".join(each.text for each in of_first(found_)).split() == first.split()
    assert differ(found_) == (first.split() != second.split())
    assert likeness(first, first) in (0.0, 1.0)


def test_a_resolution_in_the_passive_says_the_same() -> None:
    assert says_the_same("note", "the report", "RESOLVED – That the report be noted.")
    assert says_the_same("approve", APPROVE, f"That {APPROVE} be approved")
    assert not says_the_same("approve", APPROVE, f"That {APPROVE} be not approved")
    assert not says_the_same(
        "approve", "moving from Ashby to Brae", "moving from Brae to Ashby be approved"
    )


def test_a_twin_worded_otherwise_is_shown() -> None:
    rule = "twin_recommendations_say_the_same"
    finding = only(found(rule, *both(one(), one("two archivists"))))
    assert finding.severity is Severity.NOTE
    assert "two archivists" in finding.message
    assert not found(rule, *both(one(), one()))


# --- subject to the other council's agreement -----------------------------------------------------


@pytest.mark.checklist("R2")
def test_an_approval_is_subject_to_the_other_councils_agreement() -> None:
    rule = "each_resolution_waits_for_the_others"
    findings = found(rule, *both(one(), one(subject_to=("ashby",))))
    assert only(findings).authority == "ashby"
    assert "Brae Borough Council" in only(findings).cure
    assert not found(rule, *WAITING)
    said = one(f"{APPROVE}, subject to the agreement of Brae")
    assert not found(rule, *both(said, one(subject_to=("ashby",))))
    noted = one("the report", verb="note")
    assert not found(rule, *both(noted, noted))


def test_what_it_is_subject_to_is_put_into_words() -> None:
    held = programme()
    assert with_agreement(held, one("it", subject_to=("brae",))) == (
        "approve it, subject to the agreement of Brae Borough Council"
    )
    said = one("it, subject to Brae agreeing", subject_to=("brae",))
    assert with_agreement(held, said) == "approve it, subject to Brae agreeing"
    assert with_agreement(held, one("it")) == "approve it"


def test_nobody_waits_for_itself_or_a_stranger() -> None:
    rule = "a_resolution_is_subject_to_other_parties"
    findings = found(rule, asks(one(subject_to=("ashby", "brae", "combe"))))
    assert [each.message.partition("“")[2][:5] for each in findings] == ["ashby", "combe"]


# --- live -----------------------------------------------------------------------------------------


@pytest.mark.checklist("R2", "A01")
def test_a_matter_is_live_when_all_have_passed_it() -> None:
    decisions = (passes("ashby-cabinet"), passes("brae-committee"))
    held = standing(*WAITING, *decisions)
    assert (held.is_live, held.live_on) == (True, EFFECTIVE)
    assert held.sentence.startswith("Live since Thu 18 Jun 2026: both councils have passed it")
    before = standing(*WAITING, *decisions, as_at=date(2026, 6, 17))
    assert not before.is_live
    assert "Ashby's decision to take effect on Thu 18 Jun 2026" in before.sentence


@pytest.mark.checklist("R2", "A01")
def test_one_council_alone_makes_nothing_live() -> None:
    held = standing(*WAITING, passes("ashby-cabinet"))
    assert not held.is_live
    assert held.sentence == "Not live: it waits for Brae, which has not decided."
    planned = (meets("brae-committee", NOW), decides("brae-committee", NOW))
    held = standing(*WAITING, passes("ashby-cabinet"), *planned, as_at=date(2026, 6, 20))
    assert "(planned: Committee, Wed 1 Jul 2026)" in held.sentence


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.DEFERRED, Standing.DEFERRED),
        (Outcome.REFERRED_BACK, Standing.REFERRED_BACK),
        (Outcome.REFUSED, Standing.REFUSED),
    ],
)
def test_what_a_council_put_off_or_refused_is_not_passed(
    outcome: Outcome, expected: Standing
) -> None:
    facts = (*WAITING, passes("ashby-cabinet"), passes("brae-committee", outcome=outcome))
    held = standing(*facts)
    assert held.parties[1].standing is expected
    assert not held.is_live
    finding = only(found("a_matter_is_not_passed_by_some_only", *facts))
    assert expected.value in finding.message
    assert not found("a_matter_is_not_passed_by_some_only", *WAITING, passes("ashby-cabinet"))


def test_an_outcome_that_nobody_recorded_is_asked_for() -> None:
    unknown = passes("brae-committee", outcome=Outcome.UNKNOWN, resolutions=())
    held = standing(*WAITING, passes("ashby-cabinet"), unknown)
    assert held.parties[1].standing is Standing.NOT_KNOWN
    assert "which is not recorded" in held.sentence


def test_resolutions_that_leave_a_matter_out_have_not_passed_it() -> None:
    other = Resolution(number="9", text="That the roof be mended")
    left_out = passes("brae-committee", resolutions=(other,))
    assert standing(*WAITING, left_out).parties[1].standing is Standing.LEFT_OUT


def test_a_matter_called_in_waits_for_its_release() -> None:
    called = {"called_in_on": date(2026, 6, 15)}
    brae = passes("brae-committee")
    held = standing(*WAITING, passes("ashby-cabinet", **called), brae)
    assert "called in on Mon 15 Jun 2026, not released" in held.sentence
    released = called | {"released_on": date(2026, 6, 29)}
    held = standing(*WAITING, passes("ashby-cabinet", **released), brae)
    assert (held.is_live, held.live_on) == (True, date(2026, 6, 29))


def test_a_matter_waits_for_its_conditions() -> None:
    condition = Condition(
        id="c", source=ARCHIVE.source, known_on=ARCHIVE.known_on, owner="brae",
        proposal="archive", authority="brae", text="the grant is confirmed",
    )  # fmt: skip
    decisions = (passes("ashby-cabinet"), passes("brae-committee"))
    held = standing(*WAITING, *decisions, condition)
    assert held.sentence.endswith("Brae's condition, not met yet: the grant is confirmed.")
    met = replace(condition, met_on=date(2026, 6, 25))
    held = standing(*WAITING, *decisions, met)
    assert (held.is_live, held.live_on) == (True, date(2026, 6, 25))


def test_an_unknown_call_in_is_a_question_and_no_guess() -> None:
    decisions = (passes("ashby-cabinet"), passes("brae-committee"))
    held = standing(ASHBY, *WAITING, *decisions)
    assert held.live_on is None
    assert "which is not known" in held.sentence


def test_noting_brings_nothing_into_force() -> None:
    noting = one("the report", verb="note")
    held = standing(*both(noting, noting), passes("ashby-cabinet"))
    assert not held.is_live
    assert held.sentence == "Nothing comes into force by it; Ashby has done so."


@given(
    st.tuples(*[st.sampled_from([*Outcome]) for _ in "ab"]),
    st.tuples(st.booleans(), st.booleans()),
    st.booleans(),
)
def test_a_matter_is_live_only_if_every_council_passed_it(
    outcomes: tuple[Outcome, ...], took: tuple[bool, ...], called_in: bool
) -> None:
    more = {"called_in_on": date(2026, 6, 12)} if called_in else {}
    bodies = ("ashby-cabinet", "brae-committee")
    decisions = [
        passes(body, outcome=outcome, **(more if body == "ashby-cabinet" else {}))
        for body, outcome, taken in zip(bodies, outcomes, took, strict=True)
        if taken
    ]
    held = standing(*WAITING, *decisions)
    stopped = {Outcome.DEFERRED, Outcome.REFERRED_BACK, Outcome.REFUSED}
    assert held.is_live == (all(took) and not called_in and not stopped & set(outcomes))
    assert held.is_live or held.waits_for


# --- amended and carried back ---------------------------------------------------------------------

AMENDED = Resolution(
    number="1", text="That one archivist be approved for a year", matter="archivist",
    amendment="for a year only",
)  # fmt: skip


@pytest.mark.checklist("R2")
def test_what_was_amended_is_carried_into_the_other_paper() -> None:
    rule = "what_was_amended_is_carried_back"
    decision = passes("ashby-cabinet", resolutions=(AMENDED,), outcome=Outcome.AGREED_AS_AMENDED)
    held, found_ = twins(*WAITING, decision)
    amended = only(amendments_of(held, found_))
    assert amended.surely
    assert [(each.kind, each.id) for each in amended.touched] == [
        ("papers", "paper-brae-committee")
    ]
    finding = only(found(rule, *WAITING, decision))
    assert "for a year only" in finding.message
    assert "Change recommendation 1 of Brae's paper" in finding.cure
    changed = asks(one("one archivist for a year", subject_to=("ashby",)), body="brae-committee")
    assert not found(rule, WAITING[0], changed, decision)


def test_what_was_amended_is_brought_back_to_who_decided_before() -> None:
    decision = passes("ashby-cabinet", resolutions=(AMENDED,))
    held, found_ = twins(*WAITING, decision, passes("brae-committee", date(2026, 6, 9)))
    touched = only(only(amendments_of(held, found_)).touched)
    assert touched.kind == "decisions"
    assert "bring them back to Committee of Brae" in touched.what_to_do


def test_what_both_meetings_amended_alike_touches_nobody() -> None:
    decisions = [
        passes(body, resolutions=(AMENDED,)) for body in ("ashby-cabinet", "brae-committee")
    ]
    held, found_ = twins(*WAITING, *decisions)
    assert [each.touched for each in amendments_of(held, found_)] == [(), ()]
    assert not found("what_was_amended_is_carried_back", *WAITING, *decisions)


def test_other_words_without_a_recorded_amendment_are_a_question() -> None:
    decision = passes("ashby-cabinet", text="That two archivists be approved")
    finding = only(found("what_was_amended_is_carried_back", *WAITING, decision))
    assert finding.severity is Severity.QUESTION
    assert not found("what_was_amended_is_carried_back", *WAITING, passes("ashby-cabinet"))


# --- the record -----------------------------------------------------------------------------------


def test_an_executives_record_gives_its_reasons() -> None:
    rule = "a_record_gives_its_reasons"
    assert only(found(rule, passes("ashby-cabinet", reasons=""))).upholds == "RECORD-DECISION"
    officer = only(found(rule, passes("ashby-director", reasons="")))
    assert officer.upholds == "OFFICER-DECISION-RECORD"
    assert not found(rule, passes("ashby-cabinet"))
    assert not found(rule, passes("brae-committee", reasons=""))  # its minutes are its record


def test_a_declared_interest_says_whether_a_dispensation_was_granted() -> None:
    rule = "an_interest_says_its_dispensation"
    declared = {"interests": "A member declared a personal interest"}
    assert only(found(rule, passes("ashby-cabinet", **declared))).severity is Severity.QUESTION
    assert not found(rule, passes("ashby-cabinet", **declared, dispensations="None"))
    assert not found(rule, passes("ashby-cabinet", interests="None declared"))


def test_the_sample_links_what_both_councils_were_asked(stockport_tameside: Programme) -> None:
    held = twins_of(stockport_tameside, stockport_tameside.proposal("education-send-scoping"))
    matter = only(held.matters)
    assert {each.authority for each in matter.asked} == {"stockport", "tameside"}
    assert not matter.takes_effect
