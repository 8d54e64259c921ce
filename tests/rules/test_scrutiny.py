"""What scrutiny asked: who owes the reply and when, what it holds back, and what changed since."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import (
    ARCHIVE,
    ASHBY,
    CALL_IN,
    LONG_AGO,
    day,
    decided,
    decides,
    meets,
    only,
    paper,
    programme,
    step,
    with_rules,
)

from any_programme import DAYS, any_fact
from moothall.basics.citations import Citation
from moothall.basics.figures import read_figure
from moothall.basics.findings import Finding, Severity
from moothall.facts.authority import Authority
from moothall.facts.decisions import Decision, StepKind
from moothall.facts.fact import Fact
from moothall.facts.money import MoneyStatement
from moothall.facts.papers import Comment, Complaint
from moothall.facts.programme import KINDS, Programme, known_by
from moothall.files.law import read_law
from moothall.governance.checks.plan import plan_of
from moothall.governance.scrutiny import rules, telling
from moothall.governance.scrutiny.call_in import call_in_of
from moothall.governance.scrutiny.changes import (
    How,
    Matter,
    as_it_stood,
    changes_between,
)
from moothall.governance.scrutiny.gates import GateSetting
from moothall.governance.scrutiny.held import Scrutiny, scrutiny_of
from moothall.governance.scrutiny.occasions import first_seen, last_seen, occasions_of
from moothall.governance.scrutiny.questions import Question, QuestionState, questions_of
from moothall.governance.scrutiny.response_time import last_day
from moothall.governance.scrutiny.since_seen import since_seen
from moothall.governance.scrutiny.told import NOT_TOLD

SAT = date(2026, 3, 2)
MEETING = meets("ashby-scrutiny", SAT)
DECIDES = date(2026, 6, 10)
SCRUTINY, CABINET = "ashby-scrutiny", "ashby-cabinet"


def said(kind: str = "question", **more: Any) -> Comment:
    given_ = {
        "id": "asked",
        "source": Citation("d", "b1"),
        "known_on": LONG_AGO,
        "owner": "ashby",
        "proposal": "archive",
        "body": SCRUTINY,
        "meeting": MEETING.id,
        "text": "Who looks after the maps?",
    }
    return Comment(**(given_ | {"kind": kind} | more))


def held(*facts: Fact | Authority, as_at: date) -> Scrutiny:
    return scrutiny_of(programme(MEETING, *facts), read_law(), as_at)


def question(*facts: Fact | Authority, as_at: date) -> Question:
    (one,) = held(*facts, as_at=as_at).questions
    return one


def found(rule: str, *facts: Fact | Authority, as_at: date) -> list[Finding]:
    every = rules.findings(programme(MEETING, *facts), read_law(), as_at)
    return [each for each in every if each.rule == rule]


# --- where a question stands ---


@pytest.mark.checklist("R4", "J11")
def test_a_question_is_open_until_the_day_of_its_reply() -> None:
    asked = said(reply="The archivist", replied_on=date(2026, 4, 1))
    assert question(asked, as_at=date(2026, 3, 31)).state is QuestionState.UNANSWERED
    assert question(asked, as_at=date(2026, 4, 1)).state is QuestionState.ANSWERED
    assert question(said(), as_at=date(2030, 1, 1)).state is QuestionState.UNANSWERED
    assert question(said(), as_at=date(2030, 1, 1)).time.due_on is None  # no day is made up


def test_a_statement_wants_no_reply_and_a_blank_one_is_none() -> None:
    assert question(said("statement"), as_at=SAT).state is QuestionState.SAID
    assert question(said(reply="  "), as_at=SAT).state is QuestionState.UNANSWERED
    assert question(said("statement", statutory=True), as_at=SAT).is_open


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        (date(2026, 3, 17), date(2026, 5, 16)),
        (date(2026, 7, 1), date(2026, 8, 31)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2026, 12, 28), date(2027, 2, 27)),
        (date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_two_months_begin_with_the_day_of_the_notice(notice: date, last: date) -> None:
    assert last_day(notice, 2) == last


@given(st.dates(date(2012, 5, 4), date(2090, 1, 1)), st.integers(1, 24))
def test_months_end_before_the_next_ones_begin(first: date, months: int) -> None:
    assert last_day(first, months) > last_day(first, months - 1) if months > 1 else True
    assert abs((last_day(first, months) - first).days - months * 30.44) < 4


def test_a_statutory_response_is_due_two_months_after_the_notice_and_breaks_the_law_if_late() -> (
    None
):
    rule = "scrutiny_is_answered_in_two_months"
    asked = said("recommendation", statutory=True, notice_on=date(2026, 3, 17))
    last = date(2026, 5, 16)

    assert question(asked, as_at=last).state is QuestionState.DUE
    assert question(asked, as_at=last).time.due_on == last
    assert only(found(rule, asked, as_at=last)).severity is Severity.NOTE
    late = only(found(rule, asked, as_at=last + timedelta(days=1)))
    assert late.severity is Severity.BREACH
    assert late.margin_days == -1
    assert late.upholds == "SCRUTINY-RESPONSE"
    assert "beginning with the notice of Tue 17 Mar 2026 ended on Sat 16 May 2026" in late.message
    answered = replace(asked, reply="Agreed", replied_on=last)
    assert not found(rule, answered, as_at=date(2026, 12, 1))
    too_late = replace(answered, replied_on=date(2026, 5, 20))
    assert only(found(rule, too_late, as_at=date(2026, 12, 1))).severity is Severity.BREACH
    assert question(too_late, as_at=date(2026, 12, 1)).was_late


def test_without_its_notice_the_statutory_time_is_asked_for_and_never_guessed() -> None:
    rule = "scrutiny_is_answered_in_two_months"
    asked = said("recommendation", statutory=True)
    finding = only(found(rule, asked, as_at=date(2030, 1, 1)))
    assert finding.severity is Severity.QUESTION
    assert "On which day did the executive receive the committee's notice?" in finding.cure
    assert question(asked, as_at=date(2030, 1, 1)).state is QuestionState.UNANSWERED

    plain = only(found(rule, said("recommendation"), as_at=date(2030, 1, 1)))
    assert plain.severity is Severity.QUESTION
    assert "whether and when the notice was given" in plain.cure
    assert not found(rule, said(), as_at=date(2030, 1, 1))


def test_a_council_without_an_executive_is_asked_which_time_binds_it() -> None:
    in_brae = said(
        "recommendation",
        body="brae-committee",
        meeting=None,
        owner="brae",
        statutory=True,
        notice_on=date(2026, 3, 17),
    )
    finding = only(found("scrutiny_is_answered_in_two_months", in_brae, as_at=date(2030, 1, 1)))
    assert finding.severity is Severity.QUESTION
    assert "not known to have an executive" in finding.cure


def test_a_promised_day_is_kept_or_warned_of() -> None:
    rule = "a_reply_comes_by_its_day"
    asked = said(due_on=date(2026, 4, 30))
    assert not found(rule, asked, as_at=date(2026, 4, 30))
    finding = only(found(rule, asked, as_at=date(2026, 5, 1)))
    assert finding.severity is Severity.WARNING
    assert "was to come by Thu 30 Apr 2026 and has not come" in finding.message
    late = replace(asked, reply="The archivist", replied_on=date(2026, 5, 4))
    assert "was given on Mon 4 May 2026" in only(found(rule, late, as_at=DECIDES)).message


# --- what unanswered questions hold back ---


GATE = "a_gate_waits_for_its_answers"
AHEAD = (meets(CABINET, DECIDES), decides(CABINET, DECIDES))


def test_unanswered_questions_warn_and_say_that_this_is_a_default() -> None:
    finding = only(found("every_question_has_a_reply", said(), *AHEAD, as_at=SAT))
    assert finding.severity is Severity.WARNING
    assert "Ashby has not said what unanswered questions do" in finding.message
    assert "by default they warn and hold nothing back" in finding.message
    assert not found(GATE, said(), *AHEAD, as_at=SAT)


@pytest.mark.checklist("R4")
@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("block publication", "The papers for Cabinet on Wed 10 Jun 2026 are not to be published"),
        ("block decision", "The decision of Cabinet on Wed 10 Jun 2026 is not to be taken yet"),
    ],
)
def test_a_council_may_let_unanswered_questions_hold_its_gate(setting: str, words: str) -> None:
    council = with_rules(ASHBY, unanswered_questions=setting)
    finding = only(found(GATE, council, said(), *AHEAD, as_at=SAT))
    assert words in finding.message
    assert "1 question has no reply" in finding.message
    assert finding.severity is Severity.WARNING
    assert finding.standing == "constitution"
    assert finding.upholds == "PREDECISION-SCRUTINY"
    assert finding.where.startswith("steps/")

    answered = said(reply="The archivist", replied_on=SAT)
    assert not found(GATE, council, answered, *AHEAD, as_at=SAT)
    taken = decided(CABINET, DECIDES)
    assert not found(GATE, council, said(), *AHEAD, taken, as_at=DECIDES)


def test_a_gate_that_was_passed_all_the_same_is_said() -> None:
    council = with_rules(ASHBY, unanswered_questions="block publication")
    out = meets(CABINET, DECIDES, papers=date(2026, 6, 2))
    facts = (council, said(), out, decides(CABINET, DECIDES))
    assert "are out all the same" in only(found(GATE, *facts, as_at=date(2026, 6, 3))).message


def test_a_council_is_held_by_its_own_bodies_questions_alone() -> None:
    facts = (
        with_rules(ASHBY, unanswered_questions="block decision"),
        said(body="brae-committee", owner="brae", meeting=None),
        *AHEAD,
    )
    assert not found(GATE, *facts, as_at=SAT)
    gate = held(*facts, as_at=SAT).gate("archive", "ashby")
    assert gate is not None
    assert gate.setting is GateSetting.BLOCK_DECISION
    assert gate.open == ()


def test_a_warning_set_by_the_council_is_no_default() -> None:
    council = with_rules(ASHBY, unanswered_questions="warn")
    message = only(found("every_question_has_a_reply", council, said(), as_at=SAT)).message
    assert "Ashby's own rule on unanswered questions: they warn" in message
    assert "default" not in message


# --- the next paper answers ---


@pytest.mark.checklist("H15", "J08")
def test_the_next_paper_to_a_body_answers_what_it_asked() -> None:
    rule = "a_paper_answers_what_its_body_asked"
    following = paper(SCRUTINY, id="next", dated=day(date(2026, 4, 1)), title="Update")
    finding = only(found(rule, said(), following, as_at=date(2026, 3, 20)))
    assert "“Update” (2026-04-01) goes to Scrutiny, which had asked 1 question" in finding.message
    assert finding.where == "papers/next"
    shown = said(reply="The archivist", replied_on=SAT, appears_in="next")
    assert not found(rule, shown, following, as_at=date(2026, 3, 20))
    before = replace(following, dated=day(SAT))  # the paper on which it was asked
    assert not found(rule, said(), before, as_at=date(2026, 3, 20))
    elsewhere = replace(following, body=CABINET)
    assert not found(rule, said(), elsewhere, as_at=date(2026, 3, 20))
    assert not found(rule, said("statement"), following, as_at=date(2026, 3, 20))


def test_a_paper_on_another_proposal_answers_too_and_the_latest_is_the_one_to_mend() -> None:
    rule = "a_paper_answers_what_its_body_asked"
    other = replace(ARCHIVE, id="museum", name="One museum")
    first = paper(SCRUTINY, id="p1", proposal="museum", dated=day(date(2026, 4, 1)))
    second = paper(SCRUTINY, id="p2", proposal="museum", dated=day(date(2026, 5, 1)))
    finding = only(found(rule, other, said(), first, second, as_at=date(2026, 3, 20)))
    assert finding.where == "papers/p2"
    assert "as is so of 1 before it" in finding.message


# --- who had it, and when ---


@pytest.mark.checklist("J06")
def test_who_first_saw_it_is_told_from_steps_papers_comments_and_decisions() -> None:
    facts = programme(
        MEETING,
        said(),
        step(StepKind.SCRUTINY, SCRUTINY, SAT),
        paper(SCRUTINY, dated=day(date(2026, 5, 1))),
        paper(CABINET, dated=day(date(2026, 5, 20))),
        step(StepKind.BOARD, "ashby-board"),
        decided(CABINET, DECIDES),
    )
    first = first_seen(occasions_of(facts))
    assert first[SCRUTINY, "archive"].on == SAT
    assert first[CABINET, "archive"].on == date(2026, 5, 20)
    assert first["ashby-board", "archive"].on is None
    occasions = occasions_of(facts)
    assert last_seen(occasions, SCRUTINY, DECIDES) is not None
    assert getattr(last_seen(occasions, SCRUTINY, DECIDES), "on", None) == date(2026, 5, 1)
    assert getattr(last_seen(occasions, SCRUTINY, date(2026, 4, 1)), "on", None) == SAT
    assert last_seen(occasions, SCRUTINY, DECIDES, before=SAT) is None


def test_a_paper_that_is_only_being_written_has_been_seen_by_nobody() -> None:
    draft = paper(SCRUTINY, dated=day(SAT), author="A. Author")
    assert not occasions_of(programme(draft))
    meant = replace(draft, meeting=MEETING.id)
    assert [each.on for each in occasions_of(programme(MEETING, meant))] == [SAT]


@pytest.mark.checklist("J06")
def test_a_complaint_of_being_told_late_stands_beside_what_the_record_shows() -> None:
    late = said("concern", complains_of=Complaint.TOLD_LATE, text="We hear this late")
    facts = (
        late,
        meets(CABINET, SAT + timedelta(days=7)),
        decides(CABINET, SAT + timedelta(days=7)),
        step(StepKind.BOARD, "ashby-board", SAT - timedelta(days=20)),
        meets("ashby-board", SAT - timedelta(days=20)),
    )
    finding = only(found("members_were_told_when_the_record_shows", *facts, as_at=SAT))
    assert finding.severity is Severity.NOTE
    assert "On record it first had it on Mon 2 Mar 2026." in finding.message
    assert "Board (Tue 10 Feb 2026)" in finding.message
    assert "Cabinet decides on Mon 9 Mar 2026, 7 days later." in finding.message
    gone_by = only(found("members_were_told_when_the_record_shows", *facts, as_at=LATER))
    assert "7 days later; no record is held that it did." in gone_by.message
    assert not found("members_were_told_when_the_record_shows", said(), as_at=SAT)


# --- what changed since ---


def money(text: str, **more: Any) -> MoneyStatement:
    given_ = {
        "id": "grant",
        "source": Citation("d", "9"),
        "known_on": LONG_AGO,
        "owner": "ashby",
        "proposal": "archive",
        "authority": "ashby",
        "about": "The grant",
        "amount": read_figure(text),
        "text": "A grant",
    }
    return MoneyStatement(**(given_ | more))


SEEN = (MEETING, step(StepKind.SCRUTINY, SCRUTINY, SAT, id="seen"))
LATER = date(2026, 5, 1)


def since(before: Programme, now: Programme, as_at: date = LATER) -> Any:
    return since_seen(now, SCRUTINY, "archive", as_at, as_of=lambda on: known_by(before, on)[0])


@pytest.mark.checklist("J07")
def test_nothing_has_changed_where_nothing_has() -> None:
    same = programme(*SEEN)
    assert since(same, same).changes == ()
    assert "Nothing that is held has changed since." in since(same, same).words


@pytest.mark.checklist("J07")
def test_a_changed_fact_is_told_from_what_to_what_and_scope_by_what_came_and_went() -> None:
    before = programme(*SEEN, replace(ARCHIVE, in_scope=("maps", "deeds")))
    now = programme(*SEEN, replace(ARCHIVE, in_scope=("maps", "films")))
    change = only(since(before, now).changes)
    assert (change.how, change.matter) == (How.CHANGED, Matter.SCOPE)
    assert change.words == ("Proposal “One archive service”: in scope: added films; gone deeds.")


def test_money_comes_first_then_days_then_scope_then_the_rest() -> None:
    step_ = decides(CABINET, None, id="decision", expected="June 2026")
    before = programme(*SEEN, money("(1,100)"), step_)
    now = programme(
        *SEEN,
        replace(ARCHIVE, stage=next(each for each in type(ARCHIVE.stage) if each != ARCHIVE.stage)),
        money("0.9m"),
        replace(step_, expected=day(DECIDES)),
    )
    matters = [each.matter for each in since(before, now).changes]
    assert matters == [Matter.MONEY, Matter.DAYS, Matter.SCOPE]
    words = [each.words for each in since(before, now).changes]
    assert "amount: was (1,100), now 0.9m" in words[0]
    assert "expected: was June 2026, now 2026-06-10" in words[1]


def test_what_is_gone_is_withdrawn_and_what_became_known_later_is_new() -> None:
    held_then = programme(*SEEN, money("(1,100)"))
    now = programme(*SEEN, money("0.9m", id="other", known_on=date(2026, 4, 1)))
    gone, new = sorted(since(held_then, now).changes, key=lambda each: each.how, reverse=True)
    assert gone.how is How.WITHDRAWN
    assert gone.words == "Statement about money “The grant, Ashby”: withdrawn."
    assert new.how is How.ADDED


def test_a_reply_given_since_is_a_change_although_the_fact_is_one() -> None:
    answered = said(reply="The archivist", replied_on=date(2026, 4, 1))
    facts = programme(*SEEN, answered)
    change = only(since_seen(facts, SCRUTINY, "archive", LATER).changes)
    assert change.path == "comments/asked"
    assert "reply: now The archivist" in change.words
    assert since_seen(facts, SCRUTINY, "archive", date(2026, 3, 20)).changes == ()


def test_what_a_body_itself_decided_when_it_last_had_it_is_no_news_to_it() -> None:
    decided = Decision(
        id="decided",
        source=Citation("d", "1"),
        known_on=SAT + timedelta(days=1),
        owner="ashby",
        proposal="archive",
        authority="ashby",
        body=CABINET,
        decided_on=SAT,
        text="One archive be approved.",
    )
    facts = programme(*SEEN, meets(CABINET, SAT), decides(CABINET, SAT), decided)

    own = since_seen(facts, CABINET, "archive", LATER)
    theirs = since_seen(facts, SCRUTINY, "archive", LATER)

    assert own.last is not None
    assert "decisions/decided" not in [each.path for each in own.changes]
    assert "decisions/decided" in [each.path for each in theirs.changes]


def test_other_proposals_and_words_of_papers_are_no_change_of_this_one() -> None:
    other = replace(ARCHIVE, id="museum", name="One museum")
    before = programme(*SEEN, other)
    now = programme(*SEEN, replace(other, summary="Anew"), paper(CABINET, dated=day(LATER)))
    assert since(before, now).changes == ()


def test_a_body_that_never_had_it_is_told_so() -> None:
    found_ = since_seen(programme(MEETING), SCRUTINY, "archive", LATER)
    assert found_.last is None
    assert found_.changes == ()
    assert "No day is recorded on which Scrutiny has had this before it." in found_.words


TOLD = [
    kind
    for kind in KINDS
    if kind not in ("passages", "papers", "implications", "clearances", "minutes", "abbreviations")
]
"""Facts of every sort of shape: figures, days, lists, groups, rows of groups."""


# Making a fact of any kind takes longest at first, while every strategy is built.
patient = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@st.composite
def kinds_and_facts(draw: st.DrawFn, number: int) -> tuple[str, list[Fact]]:
    """Facts of one kind as anybody could write them, with other ids."""
    kind = draw(st.sampled_from(TOLD))
    return kind, [draw(any_fact(kind, f"fact-{place}")) for place in range(number)]


def with_facts(kind: str, *facts: Fact) -> Programme:
    fields_: dict[str, Any] = {kind: facts}
    return replace(programme(), **(dict.fromkeys(("bodies", "proposals"), ()) | fields_))


@patient
@given(kinds_and_facts(2))
def test_facts_beside_themselves_have_no_change(drawn: tuple[str, list[Fact]]) -> None:
    kind, facts = drawn
    assert changes_between(with_facts(kind, *facts), with_facts(kind, *facts)) == ()


@patient
@given(kinds_and_facts(3))
def test_one_changed_fact_gives_exactly_that_change(drawn: tuple[str, list[Fact]]) -> None:
    kind, (fact, other, model) = drawn
    changed = replace(model, **{name: getattr(fact, name) for name in NOT_TOLD & names(fact)})
    found_ = changes_between(with_facts(kind, fact, other), with_facts(kind, changed, other))
    if all(getattr(fact, name) == getattr(changed, name) for name in names(fact)):
        assert found_ == ()
    else:
        (change,) = found_
        assert (change.path, change.fact, change.how) == (f"{kind}/fact-0", changed, How.CHANGED)
        assert change.words


@patient
@given(kinds_and_facts(2))
def test_one_fact_more_or_less_gives_exactly_that_change(drawn: tuple[str, list[Fact]]) -> None:
    kind, (fact, other) = drawn
    whole, fewer = with_facts(kind, fact, other), with_facts(kind, other)
    (new,) = changes_between(fewer, whole)
    assert (new.fact, new.how) == (fact, How.ADDED)
    (gone,) = changes_between(whole, fewer)
    assert (gone.fact, gone.how) == (fact, How.WITHDRAWN)
    assert new.words
    assert gone.words


def names(fact: Fact) -> set[str]:
    return {field.name for field in fields(fact)}


DATED = {
    "comments": "replied_on",
    "steps": "taken_on",
    "decisions": "published_on",
    "conditions": "met_on",
}


@patient
@given(
    st.sampled_from(sorted(DATED)).flatmap(lambda k: st.tuples(st.just(k), any_fact(k, "f"))), DAYS
)
def test_what_stood_on_a_day_says_nothing_of_later_days(drawn: tuple[str, Fact], on: date) -> None:
    kind, fact = drawn
    stood = as_it_stood(with_facts(kind, fact), on)
    (one,) = getattr(stood, kind)
    told = getattr(one, DATED[kind])
    assert told is None or told <= on
    assert as_it_stood(stood, on) == stood


# --- call-in ---


def test_call_in_ends_by_the_councils_own_counting_and_who_may_sign_is_asked_for() -> None:
    council = with_rules(ASHBY, **CALL_IN)
    facts = programme(council, *AHEAD)
    (ashby, brae) = plan_of(facts, read_law(), SAT).councils
    call_in = call_in_of(ashby)
    assert call_in.ends_on == date(2026, 6, 17)
    assert call_in.end_words == "Wed 17 Jun 2026 (if published on Wed 10 Jun 2026)"
    assert call_in.who == ""
    assert "call in who" in call_in.who_ask
    assert call_in_of(brae).decides_on is None

    unknown = plan_of(programme(*AHEAD), read_law(), SAT).councils[0]
    assert call_in_of(unknown).ends_on is None
    assert call_in_of(unknown).ask


def test_a_day_that_went_by_without_a_record_is_not_told_as_a_decision() -> None:
    plan = plan_of(programme(*AHEAD), read_law(), DECIDES + timedelta(days=1))
    assert (
        "was to decide on Wed 10 Jun 2026; no record" in call_in_of(plan.councils[0]).decision_words
    )


# --- the sample's real sequence ---

AFTER_ONE, BEFORE_TWO, AFTER_ALL = date(2021, 3, 20), date(2022, 2, 15), date(2022, 9, 1)
FAMILIES = "body-st-children-families-scrutiny"


def sample(whole: Programme, as_at: date) -> Programme:
    return known_by(whole, as_at)[0]


@pytest.mark.checklist("J11", "R4")
def test_the_sample_committee_had_five_replies_of_twelve(stockport_tameside: Programme) -> None:
    known = sample(stockport_tameside, AFTER_ONE)
    held_ = questions_of(known, read_law(), AFTER_ONE)
    assert len(held_) == 21
    open_ = [each.comment.source.paragraph for each in held_ if each.is_open]
    assert open_ == ["b7", "b8", "b9", "b10", "b11", "b16", "b21"]
    answered = [each for each in held_ if each.state is QuestionState.ANSWERED]
    assert [e.comment.source.paragraph for e in answered] == ["b6", "b12", "b13", "b17", "b20"]
    assert all(each.told_at_the_meeting for each in answered)
    assert all(each.time.due_on is None for each in held_)


@pytest.mark.checklist("H15", "J08")
def test_the_sample_paper_of_2022_answers_nothing_of_2021(stockport_tameside: Programme) -> None:
    known = sample(stockport_tameside, BEFORE_TWO)
    messages = [
        each.message
        for each in rules.findings(known, read_law(), BEFORE_TWO)
        if each.rule == "a_paper_answers_what_its_body_asked"
    ]
    (message,) = messages
    assert "(1 March 2022) goes to Children and Families Scrutiny Committee" in message
    assert "12 questions" in message


@pytest.mark.checklist("J05", "J06")
def test_the_sample_complaint_is_borne_out_by_the_record(stockport_tameside: Programme) -> None:
    known = sample(stockport_tameside, AFTER_ALL)
    found_ = [
        each
        for each in rules.findings(known, read_law(), AFTER_ALL)
        if each.rule == "members_were_told_when_the_record_shows"
    ]
    director, early_years = (each.message for each in found_)
    assert "(document 002: b6, b10, b16, b21)" in director
    assert "first had it on Wed 17 Mar 2021" in director
    assert "Group Leaders (no day recorded)" in director
    assert "Executive Cabinet was to decide on Wed 24 Mar 2021, 7 days later" in director
    assert "349 days sooner" in early_years


@pytest.mark.checklist("J07")
def test_the_sample_update_that_did_not_show_its_scope_is_shown_it(
    stockport_tameside: Programme,
) -> None:
    known = sample(stockport_tameside, BEFORE_TWO)
    scoping = since_seen(known, FAMILIES, "education-send-scoping", BEFORE_TWO)
    assert scoping.last is not None
    assert scoping.last.on == date(2021, 3, 17)
    names = [each.called for each in scoping.changes if each.matter is Matter.SCOPE]
    assert "Formal shared services" in names
    assert since_seen(known, FAMILIES, "early-years-leadership", BEFORE_TWO).last is None
    decided_ = sample(stockport_tameside, AFTER_ALL)
    later = since_seen(decided_, FAMILIES, "early-years-leadership", AFTER_ALL)
    assert [each.kind for each in later.changes] == ["steps", "notices", "decisions"]


def test_scope_that_became_known_since_is_found_for_the_committee() -> None:
    known_later = replace(ARCHIVE, id="archive", known_on=date(2026, 4, 1))
    rule = telling.a_change_of_scope_is_shown.__name__
    finding = only(found(rule, known_later, *SEEN, as_at=LATER))
    assert "Scrutiny last had One archive service on Mon 2 Mar 2026" in finding.message
    assert finding.upholds == "J07"
    assert not found(rule, *SEEN, as_at=LATER)
