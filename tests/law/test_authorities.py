"""Councils' own rules: facts with their sources, tried on what those councils printed."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from moothall.facts.authority import RULES, Authority, EffectiveOn, GovernanceModel
from moothall.facts.programme import Programme
from moothall.files.registers import AUTHORITIES, read_authority, register_folder
from moothall.law.calendar import WorkingDays
from moothall.law.call_in import effective_from
from moothall.law.publication_cycle import read_cycle
from moothall.law.standing import Known, how_known

CODES = sorted(path.stem for path in register_folder(AUTHORITIES).glob("*.yaml"))

# (code, published, effective, source): pairs of dates as the councils printed them
PRINTED = [
    ("trafford", "2018-06-28", "2018-07-06", "decision 714, Executive of 25 June 2018"),
    ("trafford", "2019-08-28", "2019-09-05", "decisions 836 and 837"),
    ("trafford", "2020-04-22", "2020-04-30", "decision 917"),
    ("trafford", "2020-08-05", "2020-08-13", "decision 942"),
    ("oldham", "2018-09-28", "2018-10-06", "decision 3414, a Saturday"),
    ("oldham", "2018-10-01", "2018-10-09", "decision 3416"),
    ("oldham", "2019-06-27", "2019-07-05", "decision 3623"),
    ("oldham", "2019-09-26", "2019-10-04", "decision 3761"),
    ("oldham", "2019-10-17", "2019-10-25", "decision 3772"),
    ("oldham", "2021-03-26", "2021-04-07", "decision 4163, over Easter"),
    ("lambeth", "2019-10-14", "2019-10-19", "decision 5446, a Saturday"),
]


@cache
def held(code: str) -> Authority:
    authority, problems = read_authority(code, Path("no-folder-of-its-own"), "")
    assert not problems
    assert authority is not None
    return authority


def by_its_own_rules(authority: Authority, published: date) -> date:
    """The day of effect by what the file says of the day of publication."""

    def value(rule: str) -> str:
        found = authority.rule_on(rule, published).value
        assert found is not None, f"{authority.code} {rule}"
        return found

    return effective_from(
        published,
        int(value("call_in_days")),
        count_publication_day=value("call_in_counts_publication_day") == "yes",
        next_working_day=value("call_in_effective") == EffectiveOn.NEXT_WORKING_DAY,
        working=WorkingDays(frozenset(authority.extra_non_days)),
    )


@pytest.mark.parametrize("code", CODES)
def test_a_councils_file_reads_without_a_problem(code: str) -> None:
    authority = held(code)
    assert authority.code == code
    assert not authority.synthetic
    assert authority.governance, "the model in force decides which law applies"


@pytest.mark.parametrize("code", CODES)
def test_what_is_unknown_about_a_council_is_a_question(code: str) -> None:
    for rule in held(code).rules:
        if rule.value is None:
            assert rule.ask.endswith((".", "?", ")")), rule.rule
            assert "?" in rule.ask, rule.rule
            assert rule.evidence == Known.UNKNOWN, rule.rule


@pytest.mark.parametrize("code", CODES)
def test_what_is_held_about_a_council_says_where_it_was_seen_and_since_when(code: str) -> None:
    for rule in held(code).rules:
        if rule.value is not None:
            assert rule.source, rule.rule
            assert Known.UNKNOWN not in how_known(rule.evidence), rule.rule
            assert rule.since is not None, rule.rule
            assert not rule.ask, rule.rule


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_one_value_on_a_day(code: str) -> None:
    days = [(rule.rule, rule.since) for rule in held(code).rules]
    assert len(days) == len(set(days))


@pytest.mark.parametrize("code", CODES)
def test_a_plain_sum_is_the_sum_in_the_councils_own_words(code: str) -> None:
    """A threshold with a condition to it is words alone: nobody may compare a sum with it."""
    authority, day = held(code), date(2027, 1, 1)
    pounds = authority.rule_on("key_decision_pounds", day).value
    words = authority.rule_on("key_decision_threshold", day).value or ""
    if pounds is not None:
        assert words.removeprefix("more than ") == f"£{int(pounds):,}"
    if ";" in words or " not " in words:
        assert pounds is None


def test_thirty_thousand_pounds_outside_the_budget_stay_words() -> None:
    tameside = held("tameside")
    assert tameside.rule_on("key_decision_pounds", date(2022, 1, 1)).value is None
    words = tameside.rule_on("key_decision_threshold", date(2022, 1, 1)).value
    assert words == "£30,000 not in the budget; virement of £500,000"


def test_tamesides_call_in_stays_a_question() -> None:
    rule = held("tameside").rule_on("call_in_days", date(2026, 1, 1))
    assert rule.value is None
    assert "How many working days" in rule.ask


@pytest.mark.parametrize("code", CODES)
def test_a_forward_plan_cycle_can_be_placed_or_says_that_it_is_vague(code: str) -> None:
    for rule in held(code).rules:
        if rule.rule == "forward_plan_cycle" and rule.value is not None:
            assert read_cycle(rule.value).is_vague is (rule.value == "monthly")


@pytest.mark.parametrize(("code", "published", "effective", "source"), PRINTED)
def test_a_decision_takes_effect_on_the_day_that_its_council_printed(
    code: str, published: str, effective: str, source: str
) -> None:
    day = by_its_own_rules(held(code), date.fromisoformat(published))
    assert day == date.fromisoformat(effective), source


def test_the_call_ins_in_the_record_follow_from_the_councils_own_rules(vectors: Any) -> None:
    assert len(vectors["call_in"]) == 10
    for case in vectors["call_in"]:
        authority = held(case["council"].lower())
        published = date.fromisoformat(case["published"])
        assert by_its_own_rules(authority, published).isoformat() == case["effective_from"], case
        assert authority.rule_on("call_in_days", published).value == str(case["n"])
        counts = "yes" if case["count_publication_day"] else "no"
        assert authority.rule_on("call_in_counts_publication_day", published).value == counts


def test_kingstons_tenth_working_day_is_the_one_that_it_printed() -> None:
    kingston, meeting = held("kingston-upon-thames"), date(2021, 7, 27)
    assert kingston.rule_on("standstill_clock", meeting).value == "meeting"
    days = int(kingston.rule_on("standstill_days", meeting).value or 0)
    assert WorkingDays().add(meeting, days) == date(2021, 8, 10)  # "5pm on Tuesday 10 August 2021"


def test_a_council_may_come_to_count_in_another_way() -> None:
    """Lambeth's constitution of 2013, and a decision that it printed in 2019."""
    lambeth = held("lambeth")
    before, after = date(2019, 10, 13), date(2019, 10, 14)
    assert lambeth.rule_on("call_in_effective", before).value == EffectiveOn.NEXT_WORKING_DAY
    assert lambeth.rule_on("call_in_effective", after).value == EffectiveOn.NEXT_CALENDAR_DAY
    assert lambeth.rule_on("call_in_counts_publication_day", before).value == "no"
    assert lambeth.rule_on("call_in_counts_publication_day", after).value == "yes"


def test_a_council_may_change_its_governance_model() -> None:
    west_lancashire = held("west-lancashire")
    before = west_lancashire.governance_on(date(2023, 6, 1))
    after = west_lancashire.governance_on(date(2025, 6, 1))
    assert before is not None
    assert before.model is GovernanceModel.EXECUTIVE
    assert after is not None
    assert after.model is GovernanceModel.COMMITTEE
    assert west_lancashire.rule_on("standstill_days", date(2025, 6, 1)).value is None


def test_before_a_rule_was_seen_it_is_unknown() -> None:
    rule = held("peterborough").rule_on("call_in_days", date(2021, 7, 12))
    assert rule.value is None
    assert rule.ask


def test_a_council_that_no_programme_names_does_no_harm(stockport_tameside: Programme) -> None:
    codes = {authority.code for authority in stockport_tameside.authorities}
    assert codes == {"stockport", "tameside"}
    assert codes < set(CODES)


# --- against the shared lists ---


def test_every_council_has_the_name_and_code_of_the_register(shared: Path) -> None:
    path = shared / "data" / "councils" / "uk_local_authorities.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["gss-code"]: row for row in csv.DictReader(file)}
    for code in CODES:
        authority = held(code)
        assert rows[authority.gss_code]["official-name"] == authority.name
        assert rows[authority.gss_code]["nice-name"] == authority.short_name


def test_every_parameter_that_the_list_gives_a_council_is_held(shared: Path) -> None:
    text = (shared / "law" / "rules.yaml").read_text(encoding="utf-8")
    listed = {entry["id"]: entry["parameters"] for entry in yaml.safe_load(text)}
    full = {"kingston": "kingston-upon-thames", "west_lancs": "west-lancashire"}
    later = date(2026, 11, 22)

    def on_a_day(name: str) -> tuple[Authority, date]:
        stem, _, year = name.rpartition("_") if name[-4:].isdecimal() else (name, "", "")
        return held(full.get(stem, stem)), date(int(year), 12, 31) if year else later

    def value(name: str, rule: str) -> str | None:
        assert rule in RULES
        authority, day = on_a_day(name)
        return authority.rule_on(rule, day).value

    flags = {True: "yes", False: "no"}
    for name, given in listed["CALLIN-WINDOW"].items():
        days = "standstill_days" if given.get("model") == "committee" else "call_in_days"
        if "n" in given:
            assert value(name, days) == (str(given["n"]) if given["n"] else None), name
        if "count_publication_day" in given:
            expected = flags[given["count_publication_day"]]
            assert value(name, "call_in_counts_publication_day") == expected, name
        if "effective" in given:
            assert value(name, "call_in_effective") == given["effective"].replace("_", " "), name
        if "clock" in given:
            assert value(name, "standstill_clock") == given["clock"], name
        if "cutoff" in given:
            hour, *_ = given["cutoff"].split()
            assert (value(name, "call_in_cutoff") or "").startswith(f"{hour} on "), name
        if "members" in given or "body" in given:
            assert value(name, "call_in_who"), name
    assert value("west_lancs", "call_in_scrutiny_within_days") == str(
        listed["CALLIN-BRANCH"]["os_within_wd"]["west_lancs"]
    )
    for name in ("peterborough", "wokingham", "cotswold"):
        assert value(name, "key_decision_pounds") == str(listed["KEY-TEST"][name])
    assert value("stockport", "key_decision_pounds") is None
    assert value(
        "hyndburn", "key_decision_threshold"
    ) == "£{rev:,} revenue; £{cap:,} capital".format(**listed["KEY-TEST"]["hyndburn"])
    words = value("tameside_2016", "key_decision_threshold") or ""
    for number in listed["KEY-TEST"]["tameside_2016"].values():
        assert f"£{number:,}" in words
    for name, span in listed["RECORD-DECISION"]["publication_lag_wd"].items():
        shortest = value(name, "publication_lag_shortest")
        assert span == f"{shortest}-{value(name, 'publication_lag_longest')}"
    for name, cycle in listed["FP-CYCLE"].items():
        first, *_ = cycle.split()
        assert (value(name, "forward_plan_cycle") or "").startswith(first), name
