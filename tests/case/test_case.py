"""The whole job on the samples: findings, money, options, routes, papers; on facts as known."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from commands import answered
from exhaustive import exhaustive
from invented import ASHBY, BRAE, COMBE, Council, write
from moothall.basics.findings import Severity
from moothall.case.case import Case
from moothall.facts.decisions import StepKind
from moothall.facts.programme import Programme
from moothall.files.programme_folder import read_programme

ROOT = Path(__file__).resolve().parent.parent.parent
S_T = "examples/stockport-tameside"
MakeCase = Callable[..., Case]


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "moothall.cli", *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
    )


def rules_of(case: Case, **wanted: str) -> list[str]:
    return [
        finding.message
        for finding in case.findings
        if all(getattr(finding, name) == value for name, value in wanted.items())
    ]


@pytest.fixture(scope="module")
def planned(stockport_tameside: Programme, case_of: MakeCase) -> Case:
    return case_of(stockport_tameside, "2022-02-15")


@pytest.fixture(scope="module")
def decided(stockport_tameside: Programme, case_of: MakeCase) -> Case:
    return case_of(stockport_tameside, "2022-07-10")


def lane(case: Case, proposal: str, authority: str):  # type: ignore[no-untyped-def]
    route = next(route for route in case.routes if route.proposal == proposal)
    return next(lane for lane in route.authorities if lane.authority == authority)


@pytest.mark.checklist("D11", "R5")
def test_the_next_year_needs_600_and_not_458(planned: Case) -> None:
    (result,) = planned.savings
    assert (result.recurrent, result.one_off) == (500, 142)
    assert (result.apparent_new, result.needed_new) == (458, 600)
    (message,) = rules_of(planned, rule="one_off_money_is_not_recurrent")
    assert "2020/21 needs 600 of new recurrent saving (£000), not 458" in message


@pytest.mark.checklist("D10", "D11")
def test_the_savings_tables_stand_as_printed(planned: Case) -> None:
    (saving,) = planned.programme.savings
    printed = [saving.cash_limit, saving.full_year_saving, saving.revised_cash_limit]
    printed += [phased.amount for phased in saving.phasing]
    assert [figure.text for figure in printed] == ["7,319", "(1,100)", "6,219", "(642)", "(1,100)"]
    assert saving.breakdown is not None
    rows = [row.amount.text for row in saving.breakdown.rows]
    assert rows == ["320", "180", "500", "142", "142", "642"]


@pytest.mark.checklist("D02")
def test_tamesides_budget_differs_by_rounding_and_says_so(planned: Case) -> None:
    messages = rules_of(planned, rule="a_budget_table_casts")
    assert len(messages) == 2  # gross expenditure and net, each a thousand pounds short
    assert all("which rounding alone can make" in message for message in messages)


@pytest.mark.checklist("D03")
def test_three_thousand_million_is_a_unit_slip_and_stays_as_printed(planned: Case) -> None:
    (message,) = rules_of(planned, rule="an_amount_fits_its_budget")
    assert "£3,840m" in message
    assert any(each.amount.text == "£3,840m" for each in planned.programme.money_statements)


def test_stockports_own_clock_gives_its_days(planned: Case) -> None:
    route = lane(planned, "early-years-leadership", "stockport")
    latest = {step.rule: step.latest for step in route.steps if step.latest and not step.on}
    assert latest["KEY-28"] == date(2022, 5, 30)
    assert latest["AGENDA-EXEC"] == date(2022, 6, 20)
    assert route.effective_on == date(2022, 7, 8)  # three days' lag, the longest seen
    assert route.not_before == date(2022, 7, 6)


@pytest.mark.checklist("R2", "E04")
def test_tamesides_unknown_call_in_is_a_question_and_never_a_guess(planned: Case) -> None:
    route = lane(planned, "early-years-leadership", "tameside")
    assert route.effective_on is None
    assert route.not_before == date(2022, 6, 22)
    assert "called in" in route.ask[0]
    joint = next(r for r in planned.routes if r.proposal == "early-years-leadership")
    assert joint.live_on is None
    assert joint.binds.startswith("Tameside binds")


def test_supposing_a_rule_shows_what_would_follow_and_says_what_was_supposed(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    case = case_of(stockport_tameside, "2022-02-15", "tameside.call_in_days=5")
    route = lane(case, "early-years-leadership", "tameside")
    assert route.effective_on == date(2022, 6, 30)
    assert route.supposed[0] == "tameside.call_in_days=5"
    assert len(route.supposed) == 4  # what goes along with it is named too
    joint = next(r for r in case.routes if r.proposal == "early-years-leadership")
    assert joint.live_on == date(2022, 7, 8)
    assert joint.binds.startswith("Stockport binds")


def test_what_was_not_yet_known_is_left_out_and_named(planned: Case, decided: Case) -> None:
    left_out = {(item.kind, item.id) for item in planned.left_out}
    assert {kind for kind, _ in left_out} >= {"decisions", "notices"}
    assert all(fact.known_on <= planned.as_at for _, fact in planned.programme.facts())
    assert not planned.programme.decisions
    assert decided.programme.decisions


@pytest.mark.checklist("J01", "R13")
def test_the_urgent_decision_of_june_2022_is_found_as_it_happened(decided: Case) -> None:
    (message,) = rules_of(decided, rule="key_decisions_are_on_notice")
    assert "gave 4 clear days, not 28" in message
    assert "special urgency (reg 11)" in message
    (message,) = rules_of(decided, rule="the_key_decision_answer_stands")
    assert "answered no" in message
    assert lane(decided, "early-years-leadership", "stockport").effective_on == date(2022, 7, 6)
    assert not rules_of(decided, rule="a_printed_day_of_effect_computes")


def test_listening_in_spring_2022_may_reach_into_the_election(planned: Case) -> None:
    messages = rules_of(planned, rule="engagement_keeps_clear_of_the_election")
    assert any("Spring 2022" in m and "Mon 28 Mar 2022 to Thu 5 May 2022" in m for m in messages)


@pytest.mark.checklist("R7")
def test_a_final_assessment_with_open_stages_is_found(planned: Case) -> None:
    (message,) = rules_of(planned, rule="an_assessment_is_final_only_when_complete")
    assert "3 (to be completed)" in message


@pytest.mark.checklist("R4", "J11")
def test_members_questions_without_a_reply_are_listed(planned: Case) -> None:
    messages = rules_of(planned, rule="every_question_has_a_reply")
    assert any("b8" in message for message in messages)


@pytest.mark.checklist("B04")
def test_thirty_five_packages_are_stated_and_the_rest_are_unnamed(
    cambridgeshire_peterborough: Programme, case_of: MakeCase
) -> None:
    case = case_of(cambridgeshire_peterborough, "2018-10-01")
    (message,) = rules_of(case, rule="every_package_is_named")
    named = len(case.programme.packages)
    assert message == f"35 packages are stated and {named} are named: {35 - named} are unnamed."


@pytest.mark.checklist("K01")
def test_peterborough_has_no_known_format_and_gets_no_guess(
    cambridgeshire_peterborough: Programme, case_of: MakeCase
) -> None:
    case = case_of(cambridgeshire_peterborough, "2018-10-01")
    assert rules_of(case, rule="every_council_has_a_known_paper_format")
    papers = [paper for paper in case.papers if paper.authority == "peterborough"]
    assert papers
    assert all(paper.document is None for paper in papers)


@pytest.mark.checklist("R8", "K06")
def test_an_officer_who_clears_the_own_paper_is_named(
    cambridgeshire_peterborough: Programme, case_of: MakeCase
) -> None:
    case = case_of(cambridgeshire_peterborough, "2018-10-01")
    messages = rules_of(case, rule="the_author_does_not_clear_the_paper")
    assert len(messages) == 2
    assert all("Jonathan Lewis" in message for message in messages)


def test_no_answer_says_lawful(planned: Case) -> None:
    assert planned.verdict.startswith("Breaks no rule of law that we hold; ")
    assert planned.verdict.endswith("could not be checked.")


@pytest.mark.parametrize("sample", ["stockport-tameside", "cambridgeshire-peterborough"])
@pytest.mark.checklist("R12")
def test_every_fact_has_its_document_paragraph_and_day(sample: str) -> None:
    programme = read_programme(ROOT / "examples" / sample)
    documents = {document.id: document for document in programme.documents}
    facts = list(programme.facts())
    assert facts
    for _, fact in facts:
        assert fact.source.document in documents
        assert fact.source.paragraph
        # a body may have been named before, in a document that its source names too
        named = [d.known_on for d in documents.values() if d.id in str(fact.source)]
        assert fact.known_on >= min(named) or fact.assumed


def test_the_same_input_gives_the_same_bytes() -> None:
    arguments = ("case", S_T, "--as-at", "2022-02-15", "--json")
    first, second = run(*arguments), run(*arguments)
    assert first.returncode == 0
    assert first.stdout == second.stdout
    assert first.stderr == b""
    assert json.loads(first.stdout)["as_at"] == "2022-02-15"


def test_the_whole_case_is_in_the_json(planned: Case) -> None:
    case = json.loads(answered("case", S_T, "--as-at", "2022-02-15", "--json").stdout)
    assert len(case["findings"]) == len(planned.findings)
    for kind, facts in case["facts"].items():
        assert all(fact["source"] and fact["known_on"] and fact["owner"] for fact in facts), kind
    tameside = [
        lane
        for route in case["routes"]
        if route["proposal"] == "early-years-leadership"
        for lane in route["authorities"]
        if lane["authority"] == "tameside"
    ]
    assert tameside[0]["effective_on"] is None
    assert tameside[0]["not_before"] == "2022-06-22"


@exhaustive
@pytest.mark.checklist("K01", "K03", "K04")
def test_papers_are_written_for_each_council_and_are_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("first", "second"):
        done = run("case", S_T, "--as-at", "2022-02-15", "--out", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
    first = sorted(p.relative_to(tmp_path / "first") for p in (tmp_path / "first").rglob("*.*"))
    assert Path("early-years-leadership/stockport.html") in first
    assert Path("early-years-leadership/stockport.docx") in first
    assert Path("early-years-leadership/tameside.html") in first
    for path in first:
        content = (tmp_path / "first" / path).read_bytes()
        assert content == (tmp_path / "second" / path).read_bytes(), path


def test_a_mistyped_supposition_says_what_is_known() -> None:
    for text, told in (
        ("tameside.call_in_day=5", b"'call_in_day' is no rule of a council"),
        ("tamside.call_in_days=5", b"'tamside' is no authority of this programme"),
        ("tameside.call_in_days=soon", b"'soon' is no number of days"),
        ("tameside", b"write AUTHORITY.RULE=VALUE"),
    ):
        done = answered("case", S_T, "--suppose", text)
        assert done.returncode == 2
        assert told in done.stderr
        assert b"Traceback" not in done.stderr


def test_a_day_that_is_none_exits_with_2() -> None:
    done = answered("case", S_T, "--as-at", "2022-02-30")
    assert done.returncode == 2
    assert b"'2022-02-30' is no date" in done.stderr


# --- programmes that nobody wrote for -----------------------------------------------------------


def test_three_invented_councils_run_through_every_command(
    three_towns: Path, tmp_path: Path
) -> None:
    asked = ("case", str(three_towns), "--as-at", "2026-03-01")
    text = answered(*asked)
    assert text.returncode == 0, text.stderr
    assert b"SYNTHETIC DATA" in text.stdout
    assert answered(*asked, "--json").returncode == 0
    out = tmp_path / "papers"
    assert answered(*asked, "--out", str(out)).returncode == 0
    html = (out / "archive" / "ashby.html").read_text(encoding="utf-8")
    assert "ynthetic" in html
    assert (out / "archive" / "brae.docx").exists()
    assert not (out / "archive" / "combe.html").exists()  # its format is not known


def test_other_councils_have_other_clocks(three_towns: Path, case_of: MakeCase) -> None:
    case = case_of(read_programme(three_towns), "2026-03-01")
    ashby, brae, combe = case.routes[0].authorities
    # Wed 10 June, published two working days later (Fri 12), three working days not counting it
    # (Mon 15 to Wed 17), effective on the next working day.
    assert ashby.effective_on == date(2026, 6, 18)
    # a committee: ten working days of standstill after Wed 17 June, then the next calendar day
    assert brae.effective_on == date(2026, 7, 2)
    assert {step.rule for step in brae.steps} >= {"AGENDA-COMMITTEE", "COMMITTEE-STANDSTILL"}
    assert "KEY-28" not in {step.rule for step in brae.steps}
    assert combe.effective_on is None
    assert combe.not_before == date(2026, 7, 1)


@pytest.mark.parametrize("councils", [(ASHBY,), (COMBE, BRAE), (COMBE,)])
def test_any_number_of_councils_can_be_party(
    councils: tuple[Council, ...], tmp_path: Path, case_of: MakeCase
) -> None:
    case = case_of(read_programme(write(tmp_path / "any", councils)), "2026-03-01")
    assert len(case.routes[0].authorities) == len(councils)
    assert not [f for f in case.findings if f.severity is Severity.BREACH]


def test_a_council_without_a_meeting_leaves_the_joint_day_open(
    tmp_path: Path, case_of: MakeCase
) -> None:
    councils = (ASHBY, replace(BRAE, meets=None))
    case = case_of(read_programme(write(tmp_path / "any", councils)), "2026-03-01")
    assert case.routes[0].live_on is None
    told = "Nothing can be dated: the day on which Brae decides is not known."
    assert case.routes[0].binds == told


def test_a_last_day_that_has_passed_asks_whether_the_papers_were_out(
    three_towns: Path, case_of: MakeCase
) -> None:
    case = case_of(read_programme(three_towns), "2026-06-09")
    messages = rules_of(case, rule="papers_are_published_in_time")
    assert messages[0].startswith("Ashby: the papers had to be published by Tue 2 Jun 2026")
    early = case_of(read_programme(three_towns), "2026-03-01")
    assert not rules_of(early, rule="papers_are_published_in_time")


@pytest.mark.checklist("R4")
def test_scrutiny_after_the_decision_is_no_scrutiny_before_it(
    three_towns: Path, case_of: MakeCase
) -> None:
    programme = read_programme(three_towns)
    rule = "scrutiny_sees_it_before_the_decision"
    assert any("Ashby" in m for m in rules_of(case_of(programme, "2026-03-01"), rule=rule))
    decision = programme.steps[0]
    for held, found in ((date(2026, 6, 1), False), (date(2026, 6, 15), True)):
        meeting = replace(programme.meetings[0], id="scrutiny-meets", held_on=held)
        step = replace(
            decision,
            id="scrutiny",
            kind=StepKind.SCRUTINY,
            meeting="scrutiny-meets",
            approves=False,
        )
        changed = replace(
            programme,
            steps=(*programme.steps, step),
            meetings=(*programme.meetings, meeting),
        )
        messages = rules_of(case_of(changed, "2026-03-01"), rule=rule)
        assert any("Ashby" in message for message in messages) is found
