"""`moothall route` on the samples and on programmes that nobody wrote for."""

import json
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from commands import answered
from moothall.case.case import make_case
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme

ROOT = Path(__file__).resolve().parents[2]
S_T = str(ROOT / "examples" / "stockport-tameside")
EARLY_YEARS = ("--proposal", "early-years-leadership")


def run(*arguments: str) -> CompletedProcess[bytes]:
    return answered("route", *arguments)


def route(*arguments: str) -> Any:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.checklist("A19", "R2")
def test_the_joint_route_gives_each_councils_steps_with_dates_and_what_binds() -> None:
    answer = route(S_T, *EARLY_YEARS, "--as-at", "2022-02-15")
    stockport, tameside = answer["authorities"]
    # The day by the longest lag seen: published Fri 1 July, called in until Thu 7 July.
    assert stockport["effective_on"] == "2022-07-08"
    assert tameside["decides_on"] == "2022-06-22"
    assert answer["effective_on"] is None
    assert answer["not_before"] == "2022-07-06"  # were it published the day after the meeting
    assert any("Tameside" in question for question in answer["questions"])
    assert answer["spread"] == 6
    assert answer["binds"].startswith("Tameside binds")
    papers = next(s for s in tameside["steps"] if s["kind"] == "papers published")
    assert papers["latest"] == "2022-06-14"  # five clear working days before Wed 22 June
    assert papers["slack"] == 119
    notice = next(s for s in tameside["steps"] if s["kind"] == "key decision notice")
    assert notice["latest"] == "2022-05-24"  # 28 clear calendar days before it
    assert "nobody has said whether this is a key decision" in notice["assumed"]


def test_the_printed_day_of_effect_stands_once_it_is_known() -> None:
    answer = route(S_T, *EARLY_YEARS, "--as-at", "2022-07-31")
    stockport, tameside = answer["authorities"]
    assert stockport["effective_on"] == "2022-07-06"
    assert tameside["effective_on"] is None
    assert answer["effective_on"] is None
    assert answer["not_before"] == "2022-07-06"


def test_a_supposition_answers_the_question_and_says_so() -> None:
    answer = route(
        S_T, *EARLY_YEARS, "--as-at", "2022-07-31", "--suppose", "tameside.call_in_days=5"
    )
    assert answer["effective_on"] == "2022-07-06"
    assert answer["questions"] == []
    assert any("supposed" in s or "call_in_days=5" in s for s in answer["suppositions"])
    assert answer["authorities"][1]["supposed"]


def test_a_wanted_start_is_counted_back() -> None:
    answer = route(S_T, *EARLY_YEARS, "--as-at", "2022-02-15", "--go-live", "2022-09-01")
    back = answer["back_from"]
    assert back["wanted_on"] == "2022-09-01"
    assert back["can_be_kept"] is None  # Tameside's rule is unknown
    cabinet = next(d for d in back["deadlines"] if d["step"] == "ey-st-step-decision")
    assert cabinet["by"] <= "2022-06-28"


def test_what_rests_on_recalled_law_says_so() -> None:
    answer = route(S_T, *EARLY_YEARS, "--as-at", "2022-02-15")
    evidence = {s["rule"]: s["evidence"] for a in answer["authorities"] for s in a["steps"]}
    assert "recalled" in evidence["KEY-28"]
    assert "observed" in evidence["CALLIN-WINDOW"] or evidence["CALLIN-WINDOW"] == ""


def test_the_answer_lists_what_could_not_be_checked() -> None:
    answer = route(S_T, *EARLY_YEARS, "--as-at", "2022-02-15")
    unchecked = {(each["rule"], each["authority"]) for each in answer["could_not_check"]}
    assert ("CALLIN-WINDOW", "tameside") in unchecked
    assert all(each["because"] for each in answer["could_not_check"])
    assert sum(answer["covered"].values()) == 50 * 2  # every rule, for both councils
    done = run(S_T, *EARLY_YEARS, "--as-at", "2022-02-15").stdout.decode()
    assert "Could not be checked: " in done


def test_without_a_proposal_every_route_is_given() -> None:
    answer = route(S_T, "--as-at", "2022-02-15")
    assert len(answer["routes"]) == 5
    assert {"effective_on", "not_before", "authorities"} <= answer["routes"][0].keys()


def test_the_text_begins_with_the_answer() -> None:
    done = run(S_T, *EARLY_YEARS, "--as-at", "2022-02-15")
    lines = done.stdout.decode().splitlines()
    assert "as known on Tue 15 Feb 2022" in lines[0]
    assert "not known: not before Wed 6 Jul 2022" in lines[1]
    assert "lawful" not in done.stdout.decode().replace("unlawful", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere",), b"nowhere"),
        ((S_T, "--proposal", "early-years-leadershp"), b"early-years-leadership"),
        ((S_T, "--suppose", "tameside.call_in_dys=5"), b"is no rule of a council"),
        ((S_T, "--go-live", "1 September"), b"is no date"),
        ((S_T, "--as-at", "9999-12-31"), b"outside the years"),
    ],
)
def test_bad_input_says_what_would_cure_it(arguments: tuple[str, ...], says: bytes) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("sample", ["stockport-tameside", "cambridgeshire-peterborough"])
@pytest.mark.parametrize(
    "as_at", ["2018-08-20", "2019-01-20", "2021-03-20", "2022-02-15", "2026-11-22"]
)
def test_as_planned_agrees_with_the_route_in_every_council(sample: str, as_at: str) -> None:
    programme = read_programme(ROOT / "examples" / sample)
    case = make_case(programme, read_law(), date.fromisoformat(as_at))
    for joint, plans in zip(case.routes, case.plans, strict=True):
        assert plans.standing is not None
        for lane, council in zip(joint.authorities, plans.standing.councils, strict=True):
            if lane.decides_on is not None:
                assert council.decides_on == lane.decides_on
                assert council.effective_on == lane.effective_on


def test_an_invented_programme_of_three_is_planned(three_towns: Path) -> None:
    answer = route(str(three_towns), "--as-at", "2026-03-01")
    assert answer["synthetic"]
    assert len(answer["authorities"]) == 3
    assert answer["effective_on"] is None
    assert run(str(three_towns), "--as-at", "2026-03-01").stdout.count(b"SYNTHETIC DATA") == 1
