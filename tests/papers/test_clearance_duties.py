"""Who must clear what, where each duty stands, by when, and what is found."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleared_towns import LAW, MONEY, clearance, cleared, paper, passage, towns
from moothall.appraisal.options import options_of
from moothall.basics.findings import Finding, Severity
from moothall.facts.papers import Clearance
from moothall.facts.programme import Programme, known_by
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.finance.savings import savings_of
from moothall.governance.checks.coverage import coverage_of
from moothall.governance.timetable import routes_of
from moothall.papers.clearance.deadlines import Gate
from moothall.papers.clearance.rules import findings
from moothall.papers.clearance.standing import DutyState, PaperStanding
from moothall.papers.clearance.standings import Workings, standing_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MAY = date(2026, 5, 20)


def worked(programme: Programme, as_at: date) -> Workings:
    known, _ = known_by(programme, as_at)
    law = read_law()
    return Workings(
        programme=known,
        law=law,
        options=options_of(known),
        savings=savings_of(known),
        routes=routes_of(known, law, as_at),
        as_at=as_at,
    )


def standing(workings: Workings, proposal: str, authority: str) -> PaperStanding:
    known = workings.programme
    found = standing_of(workings, known.proposal(proposal), known.authority(authority))
    assert found is not None
    return found


def ashby(folder: Path, as_at: date = MAY, **more: Any) -> PaperStanding:
    return standing(worked(read_programme(towns(folder, **more)), as_at), "archive", "ashby")


def found(folder: Path, as_at: date = MAY, **more: Any) -> dict[str, list[Finding]]:
    by_rule: dict[str, list[Finding]] = {}
    for each in findings(worked(read_programme(towns(folder, **more)), as_at)):
        if each.authority == "ashby":
            by_rule.setdefault(each.rule, []).append(each)
    return by_rule


def state(paper: PaperStanding, slug: str) -> str:
    duty = paper.duty(slug)
    assert duty is not None
    return duty.state.value


# --- the samples ---


@pytest.mark.checklist("K06")
def test_the_seven_questions_of_document_004_stand_as_they_were_answered():
    workings = worked(read_programme(EXAMPLES / "cambridgeshire-peterborough"), date(2018, 9, 12))

    held = standing(workings, "shared-education-services", "cambridgeshire")

    assert [
        (d.duty.area, d.office, d.answer.value, d.clearance.officer if d.clearance else None)
        for d in held.duties
    ] == [
        ("Resource", "Finance", "yes", "Martin Wade"),
        ("Procurement", "Finance", "no", "Paul White"),
        ("Statutory, legal and risk", "LGSS Law", "yes", "Shahin Ismail"),
        ("Equality and diversity", "Service Contact", "yes", "Jonathan Lewis"),
        ("Engagement and communication", "Communications", "yes", "Matthew Hall"),
        ("Localism and Local Member involvement", "Service Contact", "yes", "Jonathan Lewis"),
        ("Public Health", "Public Health", "yes", "Tess Campbell"),
    ]
    assert all(d.paragraphs and not d.missing and not d.is_bound for d in held.duties)
    no = held.duties[1]
    assert no.state is DutyState.NOT_CLEARED
    assert no.clearance is not None
    assert no.clearance.comment == "The report contains no procurement issues."


@pytest.mark.checklist("R8")
def test_the_contact_of_document_004_who_cleared_his_own_paper_is_flagged():
    workings = worked(read_programme(EXAMPLES / "cambridgeshire-peterborough"), date(2018, 9, 12))

    flagged = [f for f in findings(workings) if f.rule == "the_author_does_not_clear_the_paper"]

    assert [f.where for f in flagged] == [
        "clearances/clearance-equality",
        "clearances/clearance-localism",
    ]
    assert all(f.severity is Severity.WARNING for f in flagged)
    assert all("Jonathan Lewis" in f.message and f.cure for f in flagged)


def test_a_report_that_carries_three_proposals_is_cleared_once_for_them_all():
    workings = worked(read_programme(EXAMPLES / "cambridgeshire-peterborough"), date(2018, 9, 12))

    other = standing(workings, "education-strategy", "cambridgeshire")

    assert {d.carried for d in other.duties} == {True}
    assert other.duties[0].state is DutyState.CLEARED


def test_tameside_has_its_two_authorisations_and_stockport_a_question():
    workings = worked(read_programme(EXAMPLES / "stockport-tameside"), date(2022, 6, 1))

    tameside = standing(workings, "early-years-leadership", "tameside")
    stockport = standing(workings, "early-years-leadership", "stockport")
    asked = [f for f in findings(workings) if f.rule == "every_format_says_who_clears_it"]

    assert [d.office for d in tameside.duties] == [
        "the statutory Section 151 Officer & Chief Finance Officer",
        "the Borough Solicitor",
    ]
    assert not any(d.missing for d in tameside.duties)
    assert stockport.duties == ()
    assert {(f.authority, f.severity) for f in asked} == {("stockport", Severity.QUESTION)}
    assert all("democratic services of Stockport" in f.cure for f in asked)


# --- states ---


def test_a_duty_is_not_asked_then_asked_then_cleared_or_not(tmp_path: Path):
    answers = (
        cleared(),
        cleared("Law", answer="no", comment="Which section?", words=[LAW]),
    )
    held = ashby(tmp_path / "a", clearances=answers)
    asked = ashby(tmp_path / "b", clearances=(clearance("asks", "Money"),))

    assert [state(held, slug) for slug in ("money", "law", "procurement")] == [
        "cleared",
        "not cleared",
        "not asked",
    ]
    assert state(asked, "money") == "asked"


def test_one_changed_word_makes_a_clearance_stale_and_shows_which(tmp_path: Path):
    words = passage("financial", "It costs 120 a year."), passage("legal", LAW)
    held = ashby(tmp_path / "a", clearances=(cleared(),), passages=words)
    money = held.duty("money")

    assert money is not None
    assert money.state is DutyState.STALE
    assert [(p.side.value, p.text.strip()) for p in money.pieces if p.side != "same"] == [
        ("removed", "110"),
        ("added", "120"),
    ]
    assert money.waits_for_the_office


def test_a_change_elsewhere_or_of_line_breaks_leaves_a_clearance_standing(tmp_path: Path):
    words = passage("financial", "It costs 110\na year."), passage("legal", "Quite another law.")
    held = ashby(tmp_path / "a", clearances=(cleared(),), passages=words)

    assert state(held, "money") == "cleared"


TOPICS = {"rationale": "Why", "financial": "Money", "legal": "Law", "procurement": "Procurement"}
TEXT = st.lists(st.sampled_from(["costs", "110", "120", "Section", "a"]), min_size=1, max_size=5)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.fixed_dictionaries(dict.fromkeys(TOPICS, TEXT)), st.sampled_from([*TOPICS]), TEXT)
def test_any_change_of_the_covered_words_makes_it_stale_and_none_elsewhere_does(
    tmp_path_factory: pytest.TempPathFactory,
    texts: dict[str, list[str]],
    topic: str,
    other: list[str],
):
    def standing_with(held: dict[str, list[str]], words: list[str]) -> PaperStanding:
        return ashby(
            tmp_path_factory.mktemp("towns"),
            clearances=(cleared(words=[" ".join(words)]),),
            passages=tuple(
                passage(each, " ".join(said)) for each, said in held.items() if each != "rationale"
            ),
        )

    changed = standing_with(texts | {topic: other}, texts["financial"])

    is_stale = topic == "financial" and other != texts["financial"]
    assert state(changed, "money") == ("stale" if is_stale else "cleared")


def test_an_answer_counts_from_its_day_and_a_later_asking_from_its_own(tmp_path: Path):
    early = ashby(tmp_path / "a", date(2026, 5, 4), clearances=(cleared(),))
    again = ashby(
        tmp_path / "b",
        clearances=(cleared(), clearance("money-2", "Money", asked_on="2026-05-05")),
    )
    money = again.duty("money")

    assert state(early, "money") == "asked"
    assert money is not None
    assert money.state is DutyState.ASKED
    assert money.last_words == (MONEY,)


def test_what_was_asked_beyond_the_list_covers_its_heading_or_the_whole_paper(tmp_path: Path):
    more = clearance("why", "Why"), clearance("all", "Everything")
    held = ashby(tmp_path / "a", clearances=more)
    whole, why = held.duties[-2:]

    assert (why.slug, why.listed, why.paragraphs) == ("why", False, ("Paper decays.",))
    assert MONEY in whole.paragraphs
    assert "Officer clearance" not in whole.paragraphs


def test_answering_the_whole_paper_does_not_change_what_others_cleared_of_it(tmp_path: Path):
    first = ashby(tmp_path / "a", clearances=(clearance("all", "Everything"),))
    whole = first.duties[-1].paragraphs

    answered = clearance(
        "all",
        "Everything",
        answer="yes",
        officer="Fay Officer",
        answered_on="2026-05-05",
        words=list(whole),
    )
    held = ashby(tmp_path / "b", clearances=(answered, cleared("Law", words=[LAW])))

    assert state(held, "everything") == "cleared"


# --- silence ---


@pytest.mark.parametrize(
    "said",
    [
        {"officer": None},
        {"officer": "  "},
        {"comment": "Deemed cleared after five days"},
        {"comment": "No response received."},
        {"comment": "assumed to be cleared"},
    ],
)
def test_a_deemed_clearance_is_none(tmp_path: Path, said: dict[str, Any]):
    held = ashby(tmp_path / "a", clearances=(cleared(**said),))
    told = found(tmp_path / "b", clearances=(cleared(**said),))

    assert state(held, "money") == "asked"
    assert len(told["a_deemed_clearance_is_none"]) == 1
    assert "It counts as not cleared." in told["a_deemed_clearance_is_none"][0].message


def test_silence_clears_nothing_however_long_it_lasts(tmp_path: Path):
    asked = clearance("asks", "Money")
    for day in (MAY, date(2026, 6, 3), date(2030, 1, 1)):
        assert state(ashby(tmp_path / str(day), day, clearances=(asked,)), "money") == "asked"


# --- deadlines and gates ---


def test_the_deadline_is_counted_back_from_the_meeting(tmp_path: Path):
    days = ashby(tmp_path / "a").deadline

    assert (days.meets_on, days.open_by) == (date(2026, 6, 10), date(2026, 6, 2))
    assert days.due_on == date(2026, 5, 28)
    assert "5 clear working days before Wed 10 Jun 2026" in days.because
    assert "its guidance" in days.because


def test_papers_that_were_open_on_another_day_are_held_to_that(tmp_path: Path):
    days = ashby(tmp_path / "a", meeting={"papers_published_on": "2026-05-22"}).deadline

    assert (days.published_on, days.due_on) == (date(2026, 5, 22), date(2026, 5, 19))


def test_an_unknown_deadline_stays_unknown_and_is_asked(tmp_path: Path):
    days = ashby(tmp_path / "a", lead_days=None).deadline
    told = found(tmp_path / "b", lead_days=None)

    assert days.due_on is None
    assert days.open_by == date(2026, 6, 2)
    assert days.ask == ("How many days before?",)
    assert [f.severity for f in told["every_council_says_when_it_wants_its_clearances"]] == [
        Severity.QUESTION
    ]


def test_a_paper_to_a_body_whose_meeting_is_not_known_has_no_deadline(tmp_path: Path):
    days = ashby(tmp_path / "a", papers=(paper(body="brae-decides"),)).deadline

    assert days.meets_on is None
    assert days.gate(MAY) is Gate.UNKNOWN
    assert "On which day does Brae Committee meet" in days.ask[0]


@pytest.mark.parametrize(
    ("as_at", "severity", "words"),
    [
        (date(2026, 5, 1), None, ""),
        (date(2026, 5, 27), Severity.NOTE, "still to be cleared by Thu 28 May 2026"),
        (date(2026, 5, 29), Severity.WARNING, "the deadline was Thu 28 May 2026"),
        (date(2026, 6, 3), Severity.WARNING, "had to be open by Tue 2 Jun 2026"),
        (date(2026, 6, 11), Severity.WARNING, "the body met on Wed 10 Jun 2026: not cleared"),
    ],
)
def test_a_missing_clearance_weighs_more_from_gate_to_gate(
    tmp_path: Path, as_at: date, severity: Severity | None, words: str
):
    told = found(tmp_path / "a", as_at, clearances=(clearance("asks", "Money"),)).get(
        "every_part_is_cleared_before_its_gate", []
    )

    assert [f.severity for f in told] == ([severity] if severity else [])
    assert all(words in f.message and "Procurement (not asked)" in f.message for f in told)
    assert all("no answer" in f.message for f in told)


def test_where_nothing_was_ever_held_a_meeting_that_is_over_gives_a_question(tmp_path: Path):
    told = found(tmp_path / "a", date(2026, 7, 1))

    assert [f.severity for f in told["every_part_is_cleared_before_its_gate"]] == [
        Severity.QUESTION
    ]


# --- the other rules ---


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        ("2026-05-28", ""),
        ("2026-05-29", "the deadline was Thu 28 May 2026"),
        ("2026-06-03", "the papers had to be open on Tue 2 Jun 2026"),
    ],
)
def test_a_late_clearance_is_told(tmp_path: Path, answered: str, words: str):
    told = found(
        tmp_path / "a", date(2026, 6, 30), clearances=(cleared(answered_on=answered),)
    ).get("a_clearance_comes_before_its_deadline", [])

    assert len(told) == bool(words)
    assert all(words in f.message and (f.margin_days or 0) < 0 for f in told)


@pytest.mark.parametrize(
    "officer", ["Ana Author", "Author, Ana", "A. Author (Archive Manager)", "Head - Ana Author"]
)
def test_the_author_is_known_however_the_name_is_written(tmp_path: Path, officer: str):
    told = found(tmp_path / "a", clearances=(cleared(officer=officer),))
    other = found(tmp_path / "b", clearances=(cleared(),))

    assert len(told["the_author_does_not_clear_the_paper"]) == 1
    assert "the_author_does_not_clear_the_paper" not in other


def test_a_no_says_why_and_is_shown_as_it_was_given(tmp_path: Path):
    bare = found(tmp_path / "a", clearances=(cleared(answer="no"),))
    said = found(tmp_path / "b", clearances=(cleared(answer="no", comment="Which year?"),))

    assert "a_no_needs_a_comment" in bare
    assert "a_no_needs_a_comment" not in said
    assert said["a_no_stands_as_it_was_given"][0].message.endswith("Fay Officer: “Which year?”")


def test_stale_words_are_told_with_whom_to_ask(tmp_path: Path):
    told = found(tmp_path / "a", clearances=(cleared(words=["It costs 100 a year."]),))

    assert [f.where for f in told["words_stand_as_they_were_cleared"]] == [
        "clearances/clears-money"
    ]
    assert "Finance" in told["words_stand_as_they_were_cleared"][0].cure


def test_no_rule_on_clearances_gives_a_breach(tmp_path: Path):
    bad = (
        cleared(officer="Ana Author", answered_on="2026-06-09", words=["Else."]),
        cleared("Law", answer="no"),
        cleared("Procurement", comment="deemed cleared"),
    )
    told = found(tmp_path / "a", date(2026, 6, 30), clearances=bad, lead_days=None)

    assert len(told) >= 5
    assert all(f.severity is not Severity.BREACH for held in told.values() for f in held)
    assert all(f.cure and f.message for held in told.values() for f in held)


def test_words_are_read_and_written_paragraph_by_paragraph(tmp_path: Path):
    programme = read_programme(towns(tmp_path / "a", clearances=(cleared(words=["a", "b"]),)))

    held: Clearance = programme.clearances[0]
    assert held.words == ("a", "b")


def test_whether_the_deadline_of_clearances_was_tested_is_told_council_by_council(tmp_path: Path):
    def standing_of_the_rule(folder: Path, **more: Any) -> str:
        workings = worked(read_programme(towns(folder, **more)), MAY)
        told = coverage_of(workings.programme, workings.law, [], MAY)
        return next(
            each.because
            for each in told
            if (each.rule, each.authority) == ("REPORT-CLEARANCE", "ashby")
        )

    known = standing_of_the_rule(tmp_path / "a", clearances=(cleared(),))
    unknown = standing_of_the_rule(tmp_path / "b", clearances=(cleared(),), lead_days=None)

    assert "its clearances" in known
    assert "by when Ashby wants its clearances is not known" in unknown
