"""The key decision test: each council's own limbs, what they rest on, and when to test again."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import write
from moothall.basics.citations import Citation
from moothall.basics.figures import read_figure
from moothall.facts.authority import Authority, CouncilRule, GovernanceModel
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Answer, KeyDecisionTest, Limb, NoticeKind
from moothall.facts.money import Unit
from moothall.facts.programme import Programme, known_by
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.files.registers import AUTHORITIES, read_authority, register_folder
from moothall.governance.key_decision import rules as key_decision_rules
from moothall.governance.key_decision.key_test import KeyTest, key_decision_test, overall
from moothall.governance.key_decision.money import Compared, Threshold, itself_counts
from moothall.governance.key_decision.notices_due import Notices, NoticeState, notices_of
from moothall.law.law import Law

AS_AT = date(2026, 5, 1)
RULES = {
    "key_decision_pounds": "500000",
    "key_decision_threshold": "more than £500,000",
    "key_decision_other_limbs": "two or more wards",
}


@pytest.fixture
def towns(three_towns: Path) -> Programme:
    """Ashby, whose own words are Peterborough's; nothing of a saving or a post is held."""
    programme = read_programme(three_towns)
    return replace(ruled(programme, "ashby", RULES), savings=(), posts=())


def ruled(programme: Programme, code: str, rules: dict[str, str | None]) -> Programme:
    """The programme with these rules of a council's own, each None unknown with its question."""

    def own(authority: Authority) -> Authority:
        kept = tuple(rule for rule in authority.rules if rule.rule not in rules)
        return replace(authority, rules=(*kept, *(as_rule(n, v) for n, v in rules.items())))

    return replace(
        programme,
        authorities=tuple(own(a) if a.code == code else a for a in programme.authorities),
    )


def as_rule(name: str, value: str | None) -> CouncilRule:
    return CouncilRule(
        rule=name, value=value, source="its constitution", evidence="read", ask=f"What is {name}?"
    )


def recorded(programme: Programme, code: str = "ashby", **answers: object) -> Programme:
    """The programme with a test that somebody of the council recorded."""
    given: dict[str, object] = {"answer": Answer.NO, "known_on": AS_AT, "reasons": ("looked at",)}
    test = KeyDecisionTest(
        id=f"tested-{len(programme.key_decision_tests)}",
        source=Citation(code, "7"),
        owner=code,
        proposal="archive",
        authority=code,
        **(given | answers),  # type: ignore[arg-type]
    )
    return replace(programme, key_decision_tests=(*programme.key_decision_tests, test))


def the_test_of(
    programme: Programme, law: Law, code: str = "ashby", as_at: date = AS_AT
) -> KeyTest:
    proposal = programme.proposals[0]
    return key_decision_test(programme, law, proposal, programme.authority(code), as_at)


def limb(test: KeyTest, name: str) -> Answer:
    return next(each.answer for each in test.limbs if each.name.startswith(name))


def found(programme: Programme, law: Law, rule: str) -> list[object]:
    known = known_by(programme, AS_AT)[0]
    return [f for f in key_decision_rules.findings(known, law, AS_AT) if f.rule == rule]


# --- money ---


@pytest.mark.checklist("J01", "R13")
@pytest.mark.parametrize(
    ("money", "answer"),
    [(499_999, Answer.NO), (500_000, Answer.NO), (500_001, Answer.YES), (-500_001, Answer.YES)],
)
def test_exactly_the_sum_is_not_more_than_the_sum(
    money: int, answer: Answer, towns: Programme, law: Law
) -> None:
    test = the_test_of(recorded(towns, money=money, wards=1), law)
    assert limb(test, "Money") is answer
    assert test.answer is answer


def test_peterborough_says_more_than_in_its_own_register() -> None:
    authority, problems = read_authority(
        "peterborough", register_folder(AUTHORITIES), "moothall/authorities"
    )
    assert authority is not None
    assert not problems
    words = authority.rule_on("key_decision_threshold", date(2021, 7, 1)).value
    assert words == "more than £500,000"
    assert itself_counts(words) is False


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("more than £500,000", False),
        ("over £250,000 in any year", False),
        ("expenditure exceeding £150,000", False),
        ("> £500,000", False),
        ("£500,000 or more", True),
        ("£100,000 or over", True),
        ("at least £150,000", True),
        (">= £150,000", True),
        ("£150,000", None),
        ("", None),
        ("more than £1m, or £500,000 or more of savings", None),
    ],
)
def test_whether_the_sum_itself_counts_is_read_from_the_councils_words(
    words: str, counts: bool | None
) -> None:
    assert itself_counts(words) is counts


def test_a_sum_on_the_edge_is_a_question_where_the_words_do_not_settle_it(
    towns: Programme, law: Law
) -> None:
    plain = ruled(towns, "ashby", {"key_decision_threshold": "£500,000"})
    test = the_test_of(recorded(plain, money=500_000, wards=1), law)
    assert test.answer is Answer.UNKNOWN
    assert "Is a sum of exactly £500,000 key by Ashby's constitution?" in test.ask


def test_an_unknown_threshold_could_not_be_checked_and_is_no_no(
    stockport_tameside: Programme, law: Law
) -> None:
    known = known_by(stockport_tameside, date(2022, 2, 15))[0]
    test = key_decision_test(
        known,
        law,
        known.proposal("children-and-education-services"),
        known.authority("stockport"),
        date(2022, 2, 15),
    )
    money = test.limbs[0]
    assert money.answer is Answer.UNKNOWN
    assert money.because.startswith("Could not be checked.")
    assert "£1,100,000" in money.because
    assert money.facts == ("savings/ces-saving",)
    assert "From what expenditure or saving" in money.ask


def test_words_of_money_that_no_sum_answers_are_shown_and_asked(
    stockport_tameside: Programme, law: Law
) -> None:
    known = known_by(stockport_tameside, date(2022, 2, 15))[0]
    test = key_decision_test(
        known,
        law,
        known.proposal("early-years-leadership"),
        known.authority("tameside"),
        date(2022, 2, 15),
    )
    words = [each.own_words for each in test.limbs if each.name.startswith("Money")]
    assert words == ["£30,000 not in the budget", "virement of £500,000"]
    assert "Not stated: the cost, of which this council bears 50%, of Head of Education" in (
        test.limbs[0].because
    )
    assert all(limb.answer is Answer.UNKNOWN for limb in test.limbs)
    assert "significant impact on two or more wards" in next(
        each.own_words for each in test.limbs if each.name == "Wards"
    )


def test_what_the_facts_hold_can_show_that_it_is_key_but_not_that_it_is_not(
    three_towns: Path, law: Law
) -> None:
    programme = ruled(read_programme(three_towns), "ashby", RULES)
    saving = replace(programme.savings[0], unit=Unit.THOUSANDS)
    below = replace(programme, savings=(saving,), posts=())
    assert limb(the_test_of(below, law), "Money") is Answer.UNKNOWN
    large = replace(saving, full_year_saving=read_figure("(501)"))
    test = the_test_of(replace(below, savings=(large,)), law)
    assert limb(test, "Money") is Answer.YES
    assert "full-year saving Archive, £501,000" in test.limbs[0].because


def test_only_this_councils_share_of_a_post_is_its_money(three_towns: Path, law: Law) -> None:
    programme = ruled(read_programme(three_towns), "ashby", RULES)
    post = replace(programme.posts[0], salary=read_figure("60,000"), honorarium=read_figure("£900"))
    test = the_test_of(replace(programme, savings=(), posts=(post,)), law)
    share = next(s.percent for s in post.shares if s.authority == "ashby")
    assert test.money.spending == Decimal(60_900) * share / 100
    assert test.money.saving is None
    assert test.money.facts == (f"posts/{post.id}",)


def test_a_sum_entered_against_a_larger_one_held_is_a_question(three_towns: Path, law: Law) -> None:
    programme = ruled(read_programme(three_towns), "ashby", RULES)
    large = replace(programme.savings[0], full_year_saving=read_figure("(900)"))
    spoilt = recorded(replace(programme, savings=(large,), posts=()), money=20_000, wards=0)
    test = the_test_of(spoilt, law)
    assert limb(test, "Money") is Answer.UNKNOWN
    (finding,) = found(spoilt, law, "the_money_tested_is_the_money_held")
    assert "Tested on £20,000 a year; the facts hold £900,000" in finding.message
    agreed = recorded(replace(programme, savings=(large,), posts=()), money=900_000, wards=0)
    assert not found(agreed, law, "the_money_tested_is_the_money_held")


# --- wards and the council's own limbs ---


@pytest.mark.parametrize(("wards", "answer"), [(0, "no"), (1, "no"), (2, "yes"), (9, "yes")])
def test_two_wards_make_it_key(wards: int, answer: str, towns: Programme, law: Law) -> None:
    test = the_test_of(recorded(towns, money=0, wards=wards), law)
    assert limb(test, "Wards") == answer
    assert test.answer == answer


def test_a_councils_own_number_of_wards_stands(towns: Programme, law: Law) -> None:
    one = ruled(towns, "ashby", {"key_decision_wards": "1"})
    assert the_test_of(recorded(one, money=0, wards=1), law).answer is Answer.YES


def test_each_local_limb_is_answered_by_a_person(towns: Programme, law: Law) -> None:
    own = ruled(
        towns,
        "ashby",
        {"key_decision_other_limbs": "two or more wards; significant change in a service"},
    )
    unanswered = the_test_of(recorded(own, money=0, wards=0), law)
    assert unanswered.answer is Answer.UNKNOWN
    assert [each.name for each in unanswered.limbs] == [
        "Money",
        "Wards",
        "Significant change in a service",
    ]
    limbs = (Limb(asks="Significant change in a Service.", answer=Answer.NO, because="none"),)
    assert the_test_of(recorded(own, money=0, wards=0, limbs=limbs), law).answer is Answer.NO
    limbs = (Limb(asks="significant change in a service", answer=Answer.YES, because="it is"),)
    assert the_test_of(recorded(own, money=0, wards=0, limbs=limbs), law).answer is Answer.YES


def test_a_limb_that_whoever_tested_added_counts_too(towns: Programme, law: Law) -> None:
    limbs = (Limb(asks="outside the policy framework", answer=Answer.YES),)
    test = the_test_of(recorded(towns, money=0, wards=0, limbs=limbs), law)
    assert test.answer is Answer.YES
    assert test.limbs[-1].because == "No reason is given."


def test_the_latest_test_counts(towns: Programme, law: Law) -> None:
    earlier = recorded(towns, wards=3, tested_on=date(2026, 2, 1))
    later = recorded(earlier, wards=0, money=1, tested_on=date(2026, 3, 1))
    assert the_test_of(later, law).answer is Answer.NO


ANSWERS = st.lists(st.sampled_from(list(Answer)), max_size=6)


@given(answers=ANSWERS)
def test_a_limb_that_is_met_makes_it_key_whatever_the_others_say(answers: list[Answer]) -> None:
    assert overall([*answers, Answer.YES]) is Answer.YES
    assert (overall(answers) is Answer.NO) == (bool(answers) and set(answers) == {Answer.NO})


@cache
def held_towns() -> Programme:
    """The same programme for properties, which cannot use a fixture that is made anew."""
    programme = read_programme(write(Path(mkdtemp()) / "three"))
    return replace(ruled(programme, "ashby", RULES), savings=(), posts=())


ADDED = st.tuples(st.sampled_from(["money", "wards", "climate"]), st.sampled_from(list(Answer)))


@given(
    money=st.none() | st.integers(0, 1_000_000),
    wards=st.none() | st.integers(0, 4),
    added=st.lists(ADDED, max_size=3),
)
def test_adding_a_yes_never_makes_the_answer_no(
    money: int | None, wards: int | None, added: list[tuple[str, Answer]]
) -> None:
    limbs = tuple(Limb(asks=asks, answer=answer) for asks, answer in added)
    yes = Limb(asks="something else", answer=Answer.YES)
    before = the_test_of(recorded(held_towns(), money=money, wards=wards, limbs=limbs), read_law())
    after = the_test_of(
        recorded(held_towns(), money=money, wards=wards, limbs=(*limbs, yes)), read_law()
    )
    assert after.answer is Answer.YES
    if any(limb.answer is Answer.YES for limb in limbs if limb.asks == "climate"):
        assert before.answer is Answer.YES


@given(amount=st.integers(0, 2_000_000), pounds=st.integers(1, 1_000_000))
def test_more_money_never_falls_back_below_the_sum(amount: int, pounds: int) -> None:
    for counts in (True, False, None):
        threshold = Threshold(pounds=pounds, words="", itself_counts=counts, source="", evidence="")
        if threshold.compare(amount) is Compared.PASSES:
            assert threshold.compare(amount + 1) is Compared.PASSES


# --- which law binds ---


def test_a_committee_is_not_bound_by_the_regulations_and_its_own_test_is_asked_for(
    towns: Programme, law: Law
) -> None:
    test = the_test_of(towns, law, "brae")
    assert test.binds is False
    assert test.answer is Answer.UNKNOWN
    assert not test.limbs
    assert test.ask
    own = ruled(towns, "brae", {"key_decision_pounds": "250000"})
    money = the_test_of(own, law, "brae").limbs[0]
    assert money.name == "Money"
    assert "SI 2012/2089" not in money.reference


def test_an_unknown_governance_model_is_asked_for(towns: Programme, law: Law) -> None:
    unknown = replace(
        towns,
        authorities=tuple(replace(a, governance=()) for a in towns.authorities),
        bodies=tuple(replace(body, kind=BodyKind.OTHER) for body in towns.bodies),
    )
    test = the_test_of(unknown, law)
    assert test.binds is None
    assert "by an executive or by committees" in test.ask[0]


def test_the_full_council_of_an_executive_council_is_not_bound(towns: Programme, law: Law) -> None:
    council = replace(
        towns,
        bodies=tuple(replace(body, kind=BodyKind.COUNCIL) for body in towns.bodies),
    )
    period = council.authority("ashby").governance_on(AS_AT)
    assert period is not None
    assert period.model is GovernanceModel.EXECUTIVE
    assert the_test_of(council, law).binds is False


def test_before_the_regulations_the_ward_limb_could_not_be_checked(
    towns: Programme, law: Law
) -> None:
    early = replace(towns, meetings=(), steps=())
    authorities = tuple(
        replace(a, governance=tuple(replace(g, since=date(2000, 1, 1)) for g in a.governance))
        for a in early.authorities
    )
    test = the_test_of(replace(early, authorities=authorities), law, as_at=date(2010, 1, 1))
    assert limb(test, "Wards") is Answer.UNKNOWN
    assert "holds no value" in next(e.because for e in test.limbs if e.name == "Wards")


# --- what is asserted ---


@pytest.mark.checklist("J01")
def test_sample_000_says_not_key_and_the_test_says_what_could_not_be_checked(
    stockport_tameside: Programme, law: Law
) -> None:
    as_at = date(2022, 2, 15)
    known = known_by(stockport_tameside, as_at)[0]
    proposal = known.proposal("early-years-leadership")
    here = key_decision_test(known, law, proposal, known.authority("stockport"), as_at)
    there = key_decision_test(known, law, proposal, known.authority("tameside"), as_at)
    assert [(a.answer, a.source) for a in here.asserted] == [(Answer.NO, "000 8.1")]
    assert len(here.asserted[0].reasons) == 4
    assert here.answer is Answer.UNKNOWN
    # What Stockport says under its own constitution is no answer for Tameside.
    assert there.asserted == ()
    assert [a.authority for a in there.elsewhere] == ["stockport"]
    (finding,) = [
        f
        for f in key_decision_rules.findings(known, law, as_at)
        if f.rule == "what_is_said_of_key_is_what_the_test_finds"
    ]
    assert finding.severity == "question"
    assert "could not be checked on money, wards, significant reduction" in finding.message


def test_a_no_against_a_limb_that_is_met_is_a_warning_and_never_a_breach(
    towns: Programme, law: Law
) -> None:
    spoilt = recorded(towns, answer=Answer.NO, money=600_000, wards=1)
    (finding,) = found(spoilt, law, "what_is_said_of_key_is_what_the_test_finds")
    assert finding.severity == "warning"
    assert "the test finds that it is, on money" in finding.message
    right = recorded(towns, answer=Answer.YES, money=600_000, wards=1)
    assert not found(right, law, "what_is_said_of_key_is_what_the_test_finds")
    careful = recorded(towns, answer=Answer.YES, money=1, wards=1)
    (note,) = found(careful, law, "what_is_said_of_key_is_what_the_test_finds")
    assert note.severity == "note"


# --- tested again ---


@pytest.mark.checklist("J07", "R13")
@pytest.mark.parametrize("kind", ["proposals", "savings", "posts"])
def test_a_test_older_than_scope_or_money_is_made_again(
    kind: str, three_towns: Path, law: Law
) -> None:
    programme = read_programme(three_towns)
    tested_on = date(2026, 2, 1)
    held = recorded(programme, tested_on=tested_on, known_on=tested_on)
    rule = "the_key_decision_test_is_newer_than_scope_and_money"
    assert not found(held, law, rule)
    for days, expected in ((0, 0), (1, 1)):
        fact = getattr(held, kind)[0]
        changed = replace(fact, known_on=tested_on + timedelta(days))
        findings = found(replace(held, **{kind: (changed,)}), law, rule)
        assert len(findings) == expected
        if findings:
            assert kind in findings[0].message
            assert "Mon 2 Feb 2026" in findings[0].message
            assert findings[0].upholds == "R13"


def test_another_councils_saving_is_no_reason_to_test_again(three_towns: Path, law: Law) -> None:
    programme = read_programme(three_towns)
    saving = replace(programme.savings[0], known_on=date(2026, 4, 1))
    held = recorded(replace(programme, savings=(saving,)), "combe", known_on=date(2026, 2, 1))
    assert not found(held, law, "the_key_decision_test_is_newer_than_scope_and_money")


# --- the notices that follow ---


def due(programme: Programme, law: Law, as_at: date, code: str = "ashby") -> Notices:
    proposal = programme.proposals[0]
    known = known_by(programme, as_at)[0]
    return notices_of(known, law, proposal, programme.authority(code), as_at)


@pytest.mark.parametrize(
    ("as_at", "form"),
    [
        (date(2026, 5, 12), NoticeKind.KEY_DECISION),
        (date(2026, 5, 13), NoticeKind.GENERAL_EXCEPTION),
        (date(2026, 6, 2), NoticeKind.GENERAL_EXCEPTION),
        (date(2026, 6, 3), NoticeKind.SPECIAL_URGENCY),
    ],
)
def test_the_form_to_use_is_the_one_whose_day_has_not_passed(
    as_at: date, form: NoticeKind, towns: Programme, law: Law
) -> None:
    # Ashby decides on Wed 10 Jun 2026: 28 clear calendar days end on Tue 12 May, five working
    # ones on Tue 2 Jun.
    key = recorded(towns, answer=Answer.YES, money=600_000, known_on=date(2026, 1, 6))
    notices = due(key, law, as_at)
    assert [each.kind for each in notices.to_use] == [form]


def test_a_notice_that_was_late_leads_on_to_special_urgency(
    stockport_tameside: Programme, law: Law
) -> None:
    """Stockport's notice of 23 June 2022 for the Cabinet of 28 June."""
    as_at = date(2022, 7, 15)
    known = known_by(stockport_tameside, as_at)[0]
    proposal = known.proposal("early-years-leadership")
    notices = notices_of(known, law, proposal, known.authority("stockport"), as_at)
    plan = notices.of(NoticeKind.KEY_DECISION)
    assert plan is not None
    assert (plan.state, plan.given, plan.needed) == (NoticeState.PUBLISHED_LATE, 4, 28)
    assert plan.due_on == date(2022, 5, 30)
    urgency = notices.of(NoticeKind.SPECIAL_URGENCY)
    assert urgency is not None
    assert urgency.asked is Answer.YES


def test_a_private_meeting_asks_for_two_notices(towns: Programme, law: Law) -> None:
    private = replace(towns, meetings=tuple(replace(m, private=True) for m in towns.meetings))
    notices = due(private, law, AS_AT)
    first, second = (
        notices.of(NoticeKind.PRIVATE_MEETING),
        notices.of(NoticeKind.PRIVATE_MEETING_SECOND),
    )
    assert first is not None
    assert second is not None
    assert (first.due_on, second.due_on) == (date(2026, 5, 12), date(2026, 6, 2))
    assert {first.asked, second.asked} == {Answer.YES}


def test_a_council_that_counts_28_working_days_publishes_earlier(
    towns: Programme, law: Law
) -> None:
    working = ruled(towns, "ashby", {"notice_28_count": "working"})
    plan = due(working, law, AS_AT).of(NoticeKind.KEY_DECISION)
    unsaid = due(towns, law, AS_AT).of(NoticeKind.KEY_DECISION)
    assert plan is not None
    assert unsaid is not None
    assert plan.due_on == unsaid.cautious_on
    assert plan.due_on is not None
    assert unsaid.due_on is not None
    assert plan.due_on < unsaid.due_on
    assert plan.cautious_on is None


def test_a_committee_owes_no_executive_notice(towns: Programme, law: Law) -> None:
    notices = due(towns, law, AS_AT, "brae")
    assert [each.kind for each in notices.due] == [NoticeKind.URGENT_ITEM]


@given(day=st.dates(date(2026, 1, 6), date(2026, 6, 9)))
def test_one_form_is_left_on_every_day_before_a_key_decision(day: date) -> None:
    key = recorded(held_towns(), answer=Answer.YES, money=600_000, known_on=date(2026, 1, 5))
    notices = due(key, read_law(), day)
    assert len(notices.to_use) == 1
    assert notices.to_use[0].due_on is not None
    assert notices.to_use[0].due_on >= day
