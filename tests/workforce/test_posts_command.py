"""`moothall posts` as its user meets it, and its page."""

import argparse
import json
import re
import shlex
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from moothall.basics.dates import in_words
from moothall.cli.posts_command import add_posts, run_posts
from moothall.files.rates import read_rates
from moothall.law.rates_held import NI_RATE, NI_THRESHOLD
from moothall.workforce.rules import findings

ROOT = Path(__file__).resolve().parents[2]

SAMPLE = str(ROOT / "examples" / "stockport-tameside")
DIRECTOR = "post-joint-director"
ASSUMED = [
    *("--assume", f"{DIRECTOR}.salary=80,000", "--assume", f"{DIRECTOR}.honorarium=8,000"),
    *("--assume", f"{DIRECTOR}.honorarium_rises=yes", "--assume", f"{DIRECTOR}.term_months=24"),
    *("--assume", "tameside.pension_percent=20", "--assume", "tameside.levy_percent=0.5"),
    *("--assume", "tameside.pay_award_percent@2022/23=2"),
    *("--assume", f"{DIRECTOR}.paid_before.tameside=100,000"),
    *("--assume", f"{DIRECTOR}.paid_before.stockport=90,000"),
    *("--assume", f"{DIRECTOR}.backfill.tameside=40,000"),
    *("--assume", f"{DIRECTOR}.backfill.stockport=0"),
]


def moothall(*arguments: str) -> int:
    parser = argparse.ArgumentParser(prog="moothall")
    add_posts(parser.add_subparsers(dest="command"))
    return run_posts(parser.parse_args(["posts", *arguments]))


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert moothall(SAMPLE, "--as-at", "2022-02-15", *arguments, "--json") == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.checklist("D04", "L01")
def test_what_the_papers_withhold_is_not_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    """Documents 000 (4.2) and 001 (2.11) print the halves, and no salary."""
    told = answer(capsys)
    assert len(told["posts"]) == 5
    for post in told["posts"].values():
        assert {c["percent"] for c in post["councils"].values()} == {"50"}
        assert post["full_year_cost"]["total"] is None
        assert post["full_year_cost"]["at_least"] is None
    assert moothall(SAMPLE, "--as-at", "2022-02-15") == 0
    first = capsys.readouterr().out.split("\nStockport and Tameside shared")[0]
    assert first.startswith(
        "Nothing can be priced: the salary of all 5 shared posts is not stated."
    )
    assert "Stockport 50%, Tameside 50%" in first


@pytest.mark.checklist("L01")
def test_the_joint_director_with_every_withheld_figure_assumed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Document 001 2.10 and 2.11: salary with an honorarium that rises, half each, two years."""
    told = answer(capsys, "--proposal", "joint-director", *ASSUMED)
    post = told["posts"][DIRECTOR]
    first, second = post["costs"]["2021/22"], post["costs"]["2022/23"]
    assert Decimal(first["national_insurance"]) == Decimal("0.138") * (88_000 - 8_840)
    assert first["total"] == "116964.08"  # 88,000 + 10,924.08 + 17,600 + 440
    assert Decimal(second["salary"]) == 81_600
    assert Decimal(second["honorarium"]) == 8_160
    assert post["costs"]["2023/24"]["total"] == "0.00", "the two years are over"
    tameside, stockport = post["councils"]["tameside"], post["councils"]["stockport"]
    assert tameside["years"]["2021/22"]["net"] == "-1517.96"  # 58,482.04 - 100,000 + 40,000
    assert stockport["years"]["2021/22"]["net"] == "-31517.96"
    assert len(told["assumed"]) == 11
    assert told["rates_version"] == read_rates().version


def test_the_four_roles_with_one_assumed_salary(capsys: pytest.CaptureFixture[str]) -> None:
    """Document 000 2.17 and 4.2: half each; neither salary, employer nor start is printed."""
    roles = [f"ey-post-{name}" for name in ("head", "childminder", "qts", "settings")]
    assumed = [
        argument
        for role in roles
        for what in ("salary=45,000", "host=stockport", "starts=September 2022")
        for argument in ("--assume", f"{role}.{what}")
    ]
    rates = ["--assume", "stockport.pension_percent=20", "--assume", "stockport.levy_percent=0.5"]
    told = answer(capsys, "--proposal", "early-years-leadership", *assumed, *rates, "--years", "1")
    assert set(told["posts"]) == set(roles)
    for post in told["posts"].values():
        cost = post["costs"]["2022/23"]
        assert (cost["months_in_service"], cost["salary"]) == ("7", "26250.00")
        shares = [Decimal(c["years"]["2022/23"]["share"]) for c in post["councils"].values()]
        assert sum(shares) == Decimal(cost["total"])
        assert post["councils"]["tameside"]["years"]["2022/23"]["net"] is None
        assert [m["share"] for m in post["councils"]["tameside"]["years"]["2022/23"]["months"]][
            :5
        ] == ["0.00"] * 5


def test_assumptions_are_printed_and_nothing_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert moothall(SAMPLE, "--as-at", "2022-02-15", *ASSUMED) == 0
    text = capsys.readouterr().out
    assert "ASSUMED for this answer, by nobody's paper:" in text
    assert f"  {DIRECTOR}.salary=80,000" in text
    told = answer(capsys, *ASSUMED)
    marked = [f for f in told["findings"] if f["where"] == f"posts/{DIRECTOR}"]
    assert marked
    assert all("for this answer only" in f["assumed"] for f in marked)
    assert answer(capsys)["posts"][DIRECTOR]["full_year_cost"]["total"] is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("salary", "write POST.salary=65000"),
        ("nobody.salary=1", "'nobody' is no shared post and no council"),
        (f"{DIRECTOR}.wage=1", "'wage' cannot be assumed of a post; known are host, salary"),
        (f"{DIRECTOR}.salary=lots", "'lots' is no figure"),
        (f"{DIRECTOR}.salary=-5", "-5 is negative"),
        (f"{DIRECTOR}.host=leeds", "'leeds' is no council here"),
        (f"{DIRECTOR}.backfill.leeds=5", "'leeds' is no council here"),
        (f"{DIRECTOR}.starts=soon", "'soon' is no date"),
        (f"{DIRECTOR}.term_months=two", "'two' is no number of months"),
        (f"{DIRECTOR}.funding_stream=purse", "'purse' is not a valid FundingStream"),
        ("tameside.rate=5", "'rate' is no rate of a council"),
        ("tameside.pension_percent@2021=5", "'2021' is no financial year"),
    ],
)
def test_an_assumption_that_cannot_be_read_says_why(
    capsys: pytest.CaptureFixture[str], wrong: str, said: str
) -> None:
    assert moothall(SAMPLE, "--assume", wrong) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert output.out == ""


def test_a_folder_or_proposal_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert moothall("/nowhere/at/all") == 2
    assert moothall(SAMPLE, "--proposal", "director") == 2
    assert "there are early-years-leadership, joint-director" in capsys.readouterr().err


def test_what_only_later_papers_say_is_not_known_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert moothall(SAMPLE, "--as-at", "2021-03-24", "--json") == 0
    posts = json.loads(capsys.readouterr().out)["posts"]
    assert set(posts) <= {DIRECTOR}, "the four roles are of 2022"


# --- its page -----------------------------------------------------------------------------------

PAGE = (ROOT / "docs" / "posts.md").read_text(encoding="utf-8")


def test_the_outputs_on_the_page_are_real(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```\n\$ moothall posts (.*?)\n\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 3
    for command, shown in blocks:
        assert moothall(*shlex.split(command.replace("\\\n", " "))) == 0
        real = capsys.readouterr().out
        at = 0
        for part in shown.split("…\n"):
            found = real.find(part, at)
            assert found >= 0, part
            at = found + len(part)


def test_the_page_lists_every_rate_that_is_held() -> None:
    rows = [
        f"| {in_words(value.since)} | {value.value} | {value.evidence} |"
        for rate in (read_rates().rates[name] for name in (NI_RATE, NI_THRESHOLD))
        for value in rate.values
    ]
    for row in rows:
        assert row in PAGE
    assert PAGE.count("| read") + PAGE.count("| recalled") == len(rows)


def test_the_page_names_every_rule() -> None:
    from post_towns import post, programme

    assert findings(programme(post())), "there are rules that find something in a bare post"
    for module in ("rules", "post_terms_rules", "post_rules", "freed_money_rules"):
        text = (ROOT / "src" / "moothall" / "workforce" / f"{module}.py").read_text("utf-8")
        for rule in re.findall(r"^def (\w+)\(programme: Programme\) -> Iterator", text, re.M):
            assert f"`{rule}`" in PAGE, rule
