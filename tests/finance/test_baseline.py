"""The joint baseline: what is missing, what is not added, who has signed, what a change opens."""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from money_towns import (
    KNOWN,
    NEXT_YEAR,
    SERVICE,
    THIS_YEAR,
    decision,
    line,
    post,
    saving,
    signed,
    towns,
    with_lines,
)

from invented import write
from moothall.basics.dates import read_written_date
from moothall.basics.findings import Finding
from moothall.cli.baseline_command import add_baseline, run_baseline
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.programme import Programme
from moothall.facts.proposals import Stage
from moothall.finance.baseline import baseline_of, charged_between
from moothall.finance.baseline_versions import Signing, next_signature
from moothall.finance.rules import baseline_findings

GRANT, CENTRAL = FundingStream.GRANT, FundingStream.DSG_CENTRAL
LATER = date(2026, 3, 3)


def of(programme: Programme) -> Any:
    return baseline_of(programme, programme.proposals[0])


def found(programme: Programme, rule: str) -> list[Finding]:
    return [each for each in baseline_findings(programme) if each.rule == rule]


def both(*more: BaselineLine) -> Programme:
    return towns(baseline_lines=(line("ashby"), line("brae", gross=60_000), *more))


# --- what is missing ------------------------------------------------------------------------------


@pytest.mark.checklist("D01")
def test_a_partner_without_lines_is_missing_and_never_zero() -> None:
    programme = towns("ashby", "brae", "combe", baseline_lines=(line("ashby"), line("brae")))
    baseline = of(programme)
    assert baseline.missing == ("combe",)
    assert baseline.total.authorities == ("ashby", "brae")
    assert baseline.total.missing == ("combe",)
    assert baseline.sentence == (
        "Nothing is locked: Combe has no lines; Ashby's one line is unsigned; "
        "Brae's one line is unsigned."
    )
    (finding,) = found(programme, "every_partner_has_a_baseline")
    assert (finding.severity, finding.authority) == ("question", "combe")
    assert not found(both(), "every_partner_has_a_baseline")


def test_a_service_that_only_one_partner_has_is_asked_for() -> None:
    programme = both(line("ashby", "Museum"))
    (finding,) = found(programme, "every_partner_answers_for_every_service")
    assert finding.message.startswith("Brae has no line for Museum")
    assert not found(both(), "every_partner_answers_for_every_service")


def test_a_line_of_nobody_in_the_proposal_stands_in_no_total() -> None:
    programme = towns("ashby", "brae", baseline_lines=(line("ashby"),))
    only_brae = replace(programme.proposals[0], parties=("brae",))
    programme = replace(programme, proposals=(only_brae,))
    assert of(programme).totals == ()
    assert found(programme, "only_a_party_has_lines")


def test_a_grant_asks_for_its_end_and_leaves_a_gap() -> None:
    silent, ending = line("ashby", funding=GRANT), line("ashby", funding=GRANT)
    ending = replace(ending, grant_ends=read_written_date("March 2027"))
    assert found(towns(baseline_lines=(silent,)), "a_grant_says_when_it_ends")
    assert not found(towns(baseline_lines=(ending,)), "a_grant_says_when_it_ends")
    (finding,) = found(towns(baseline_lines=(ending,)), "a_line_outlasts_no_grant")
    assert "ends March 2027" in finding.message
    assert "£100,000 a year has no money behind it" in finding.message


# --- what is added --------------------------------------------------------------------------------


def test_every_council_and_stream_has_its_sums() -> None:
    programme = both(line("ashby", gross=30_000, funding=CENTRAL, gross_income=Decimal(12_000)))
    total = of(programme).total
    streams = dict(total.streams)
    assert streams[CENTRAL].net == 18_000
    assert streams[FundingStream.GENERAL_FUND].gross_expenditure == 160_000
    assert (total.total.gross_expenditure, total.total.gross_income) == (190_000, 12_000)
    assert total.total.fte == 6


def test_an_unsaid_number_of_staff_stays_unsaid() -> None:
    programme = both(line("ashby", "Museum", fte=None))
    total = of(programme).total.total
    assert (total.fte, total.without_fte) == (None, 1)
    (finding,) = found(programme, "a_line_says_its_staff_and_recharges")
    assert "full-time equivalents (1 of 2)" in finding.message


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("year", "different_years_are_not_added"),
        ("price_base", "different_price_bases_are_not_added"),
    ],
)
def test_years_and_prices_are_never_mixed(field: str, rule: str) -> None:
    programme = towns(baseline_lines=(line("ashby"), line("brae", **{field: NEXT_YEAR})))
    baseline = of(programme)
    assert baseline.total is None
    assert [each.missing for each in baseline.totals] == [("brae",), ("ashby",)]
    assert len(found(programme, rule)) == 1
    assert not found(both(), rule)


def test_a_line_without_its_price_base_is_asked_for_and_not_added_to_others() -> None:
    programme = towns(baseline_lines=(line("ashby"), line("brae", price_base=None)))
    assert of(programme).total is None
    (finding,) = found(programme, "a_line_says_in_whose_prices_it_stands")
    assert finding.authority == "brae"


def test_two_lines_of_one_service_may_be_the_same_money() -> None:
    twin = replace(line("ashby", gross=40_000), id="twin")
    (finding,) = found(both(twin), "a_line_stands_once")
    assert "twice, with £100,000 and with £40,000" in finding.message
    assert not found(both(), "a_line_stands_once")


def test_what_one_line_charges_another_is_counted_once() -> None:
    back_office = line(
        "ashby", "Back office", 50_000, gross_income=Decimal(20_000), recharges_out=Decimal(20_000)
    )
    charged = line("ashby", "Archives", 100_000, recharges_in=Decimal(15_000))
    programme = towns(baseline_lines=(back_office, charged, line("brae")))
    (year,) = of(programme).councils[0].years
    assert year.total.charged_between == 15_000
    assert year.total.gross_expenditure == 135_000
    assert year.total.net == 130_000  # as without leaving anything out
    (finding,) = found(programme, "a_recharge_between_lines_is_counted_once")
    assert (finding.severity, bool(finding.assumed)) == ("note", True)


def test_no_line_charges_itself() -> None:
    alone = line("ashby", recharges_in=Decimal(9), recharges_out=Decimal(9))
    assert charged_between([alone]) == 0


AMOUNTS = st.integers(0, 10**9).map(lambda pence: Decimal(pence).scaleb(-2))


@given(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS))
def test_between_two_lines_it_is_what_each_charges_the_other(amounts: tuple[Decimal, ...]) -> None:
    in_a, out_a, in_b, out_b = amounts
    lines = [
        line("ashby", "A", recharges_in=in_a, recharges_out=out_a),
        line("ashby", "B", recharges_in=in_b, recharges_out=out_b),
    ]
    assert charged_between(lines) == min(out_a, in_b) + min(out_b, in_a)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, st.sampled_from(FundingStream)), max_size=12))
def test_streams_add_up_to_the_total_but_for_what_lines_charge_each_other(
    rows: list[tuple[Decimal, Decimal, FundingStream]],
) -> None:
    lines = [
        line(
            code,
            f"Service {place}",
            gross,
            gross_income=income,
            funding=stream,
            recharges_in=gross / 2,
            recharges_out=income / 2,
        )
        for place, (gross, income, stream) in enumerate(rows)
        for code in ("ashby", "brae")
    ]
    for year in of(towns(baseline_lines=tuple(lines))).totals:
        between = year.total.charged_between
        sums = [each for _, each in year.streams]
        assert sum(each.gross_expenditure for each in sums) - between == (
            year.total.gross_expenditure
        )
        assert sum(each.net for each in sums) == year.total.net == sum(each.net for each in lines)


def test_a_recharge_larger_than_its_line_is_found() -> None:
    programme = both(line("ashby", "Museum", 10, recharges_in=Decimal(11)))
    (finding,) = found(programme, "a_recharge_is_part_of_its_line")
    assert "£11 charged in is more than its gross expenditure of £10" in finding.message


# --- who has signed -------------------------------------------------------------------------------


@pytest.mark.checklist("D01", "A22")
def test_it_is_locked_when_each_council_has_signed_its_own_lines() -> None:
    programme = both()
    assert not of(programme).is_locked
    assert {each.authority for each in found(programme, "every_council_signs_its_lines")} == {
        "ashby",
        "brae",
    }
    one = signed(programme, "ashby")
    assert not of(one).is_locked
    assert of(one).sentence.startswith("It is not locked: Ashby's one line is signed (version 1")
    every = signed(one, "brae")
    assert of(every).is_locked
    assert not found(every, "every_council_signs_its_lines")


def test_unsigned_lines_weigh_more_once_due_diligence_has_begun() -> None:
    programme = replace(both(), proposals=(replace(both().proposals[0], stage=Stage.FORMULATION),))
    assert {each.severity for each in found(programme, "every_council_signs_its_lines")} == {"note"}
    assert {each.severity for each in found(both(), "every_council_signs_its_lines")} == {"warning"}


def test_nobody_signs_for_another_council() -> None:
    programme = signed(both(), "ashby", "brae")
    by_brae = replace(programme.baseline_signatures[0], owner="brae")
    programme = replace(
        programme, baseline_signatures=(by_brae, *programme.baseline_signatures[1:])
    )
    assert of(programme).councils[0].signing.state is Signing.UNSIGNED
    assert not of(programme).is_locked
    (finding,) = found(programme, "a_council_signs_only_its_own_lines")
    assert "not entered by Ashby but for it (owner: brae)" in finding.message


def test_a_change_after_signing_unlocks_and_shows_line_by_line() -> None:
    programme = signed(both(line("ashby", "Museum")), "ashby", "brae")
    programme = with_lines(
        programme,
        line("ashby", gross=120_000),
        line("ashby", "Library"),
        line("brae", gross=60_000),
    )
    signing = of(programme).councils[0].signing
    assert signing.state is Signing.CHANGED
    assert [(each.kind, each.service) for each in signing.changes] == [
        ("changed", "Archives"),
        ("added", "Library"),
        ("removed", "Museum"),
    ]
    assert signing.changes[0].sentence == (
        "Archives (General Fund cash limit, 2025/26) changed: gross expenditure £100,000 → £120,000"
    )
    assert of(programme).councils[1].is_signed
    (finding,) = found(programme, "a_change_is_signed_again")
    assert "Have version 2 signed" in finding.cure


def test_all_lines_removed_after_signing_is_a_change_and_not_an_empty_baseline() -> None:
    programme = with_lines(signed(both(), "ashby", "brae"), line("brae", gross=60_000))
    baseline = of(programme)
    assert baseline.councils[0].signing.state is Signing.CHANGED
    assert not baseline.is_locked
    assert next_signature(programme, SERVICE, "ashby") is None


LINES = st.lists(
    st.tuples(
        st.sampled_from(["Archives", "Museum"]),
        AMOUNTS,
        st.sampled_from([THIS_YEAR, NEXT_YEAR]),
        st.one_of(st.none(), AMOUNTS),
    ),
    min_size=1,
    max_size=6,
)


def _lines(rows: list[tuple[Any, ...]]) -> list[BaselineLine]:
    return [
        replace(line("ashby", service, gross, year=year, fte=fte), id=f"line-{place}")
        for place, (service, gross, year, fte) in enumerate(rows)
    ]


@given(LINES, LINES)
def test_what_is_signed_stands_until_something_changes(
    before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]
) -> None:
    programme = signed(towns(baseline_lines=tuple(_lines(before))), "ashby")
    backwards = replace(programme, baseline_lines=programme.baseline_lines[::-1])
    for same in (programme, backwards):
        assert of(same).councils[0].signing.changes == ()
        assert next_signature(same, SERVICE, "ashby") is None
    changed = with_lines(programme, *_lines(after))
    coming = next_signature(changed, SERVICE, "ashby")
    is_same = sorted(before, key=str) == sorted(after, key=str)
    assert (coming is None) is is_same
    if coming is not None:
        assert coming.version == 2
        again = signed(changed, "ashby", on=LATER)
        assert of(again).councils[0].is_signed
        assert of(again).councils[0].signing.version == 2


def test_a_version_is_neither_skipped_nor_signed_backwards() -> None:
    first = signed(both(), "ashby")
    second = signed(
        with_lines(first, line("ashby", gross=1), line("brae")), "ashby", on=date(2026, 1, 9)
    )
    (finding,) = found(second, "a_later_version_is_signed_later")
    assert "version 2 is signed Fri 9 Jan 2026, before version 1" in finding.message
    skipped = replace(second.baseline_signatures[1], version=4, signed_on=LATER)
    third = replace(second, baseline_signatures=(second.baseline_signatures[0], skipped))
    (finding,) = found(third, "a_later_version_is_signed_later")
    assert "version 4 follows version 1" in finding.message


# --- what a change opens again --------------------------------------------------------------------

OPENED = "what_rested_on_a_changed_baseline_is_looked_at_again"


def _changed(changed_on: date, **facts: Any) -> Programme:
    """Ashby signs on 2 February and raises its line on a day."""
    programme = signed(replace(both(), **facts), "ashby", "brae")
    raised = replace(line("ashby", gross=120_000), known_on=changed_on)
    return with_lines(programme, raised, line("brae", gross=60_000))


def test_a_change_opens_what_was_known_before_it() -> None:
    older = {
        "savings": (saving(),),
        "posts": (post("ashby", "brae"),),
        "decisions": (decision("brae"),),
    }
    opened = found(_changed(LATER, **older), OPENED)
    assert {each.where.split("/")[0] for each in opened} == {"savings", "posts", "decisions"}
    assert "has changed on Tue 3 Mar 2026" in opened[0].message
    unchanged = signed(replace(both(), **older), "ashby", "brae")
    assert not found(unchanged, OPENED)


def test_what_was_entered_after_the_change_rests_on_the_new_lines() -> None:
    for day in (LATER, date(2026, 3, 4)):
        assert not found(_changed(LATER, savings=(saving(known_on=day),)), OPENED)


def test_a_change_in_place_opens_everything_because_its_day_is_not_told() -> None:
    (finding,) = found(_changed(KNOWN, savings=(saving(known_on=LATER),)), OPENED)
    assert "has changed since then" in finding.message


def test_signing_the_change_does_not_close_what_it_opened() -> None:
    programme = signed(_changed(LATER, savings=(saving(),)), "ashby", on=date(2026, 3, 10))
    assert of(programme).is_locked
    assert len(found(programme, OPENED)) == 1
    entered_anew = replace(programme, savings=(saving(known_on=date(2026, 3, 11)),))
    assert not found(entered_anew, OPENED)


def test_a_change_in_place_that_was_signed_is_no_later_than_its_signature() -> None:
    signed_on = date(2026, 3, 10)
    for day, opened in ((date(2026, 3, 9), 1), (signed_on, 0)):
        programme = _changed(KNOWN, savings=(saving(known_on=day),))
        assert len(found(signed(programme, "ashby", on=signed_on), OPENED)) == opened


# --- the sample and the command -------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    add_baseline(parser.add_subparsers())
    code = run_baseline(parser.parse_args(["baseline", *arguments]))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


SAMPLE = str(Path(__file__).parents[2] / "examples" / "stockport-tameside")


@pytest.mark.checklist("D01", "D02")
def test_the_sample_keeps_every_printed_figure_and_asks_stockport(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, SAMPLE, "--as-at", "2022-02-15")
    assert code == 0
    assert out.splitlines()[0].startswith("Nothing is locked")
    for figure in ("64,286", "(10,288)", "53,998", "32,898", "(26,500)", "6,398"):
        assert figure in out
    for figure in ("97,183", "(36,788)", "60,395"):
        assert figure in out
    code, out, _ = run(capsys, SAMPLE, "--as-at", "2022-02-15", "--json")
    answer = json.loads(out)
    (budget,) = answer["printed_budgets"]
    assert [each["net"]["printed"] for each in budget["lines"]] == ["53,998", "6,398", "60,395"]
    assert budget["lines"][0]["gross_income"]["pounds"] == -10_288_000
    assert all("stockport" in each["missing"] for each in answer["proposals"])


def test_the_first_line_says_what_is_locked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, written: Callable[[Path], Path]
) -> None:
    folder = str(written(tmp_path / "towns"))
    code, out, _ = run(capsys, folder, "--as-at", "2026-06-01")
    assert code == 0
    assert out.splitlines()[0] == (
        "Nothing is locked: Brae and Combe have no lines; Ashby's one line is unsigned."
    )
    assert "SYNTHETIC DATA" in out
    answer = json.loads(run(capsys, folder, "--as-at", "2026-06-01", "--json")[1])
    (proposal,) = answer["proposals"]
    ashby = proposal["councils"]["ashby"]
    assert (ashby["state"], ashby["version"], ashby["next_version"]) == ("unsigned", None, 1)
    (total,) = ashby["totals"]
    assert total["streams"]["General Fund cash limit"]["net"] == 99_999.5
    assert answer["findings"]


def test_a_folder_or_proposal_that_is_not_there_is_said_and_exits_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, SAMPLE, "--as-at", "2022-02-15", "--proposal", "joint-directors")
    assert (code, out) == (2, "")
    assert "Did you mean 'joint-director'?" in err
    assert run(capsys, str(tmp_path / "nothing"))[0] == 2


@pytest.fixture
def written() -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        write(folder)
        (folder / "baseline_lines.yaml").write_text(
            "- id: ashby-archives\n  source: ashby 1\n  proposal: archive\n  authority: ashby\n"
            "  service: Archives\n  funding: General Fund cash limit\n  year: 2025/26\n"
            '  gross_expenditure: "120000.50"\n  gross_income: "20001"\n',
            encoding="utf-8",
        )
        return folder

    return make
