"""The law as data: every value has its date, unit and reference beside it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.law import read_law
from moothall.files.registers import register_folder
from moothall.files.shapes import shape
from moothall.files.texts import Text, read_text
from moothall.law.law import DatedValue, Law, NoLawForThatDayError, Rule, RuleKind
from moothall.law.standing import IN_WORDS, Known, how_known, is_shaky, kind_of, lacking

FILES = sorted(register_folder("law/values").glob("*.yaml"))
ENTRIES = [entry for path in FILES for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]

# (rule, name, day, value, why that day): the day before each change, and the day itself
CHANGES = [
    ("AGENDA-COMMITTEE", "", "2002-09-30", 3, "Access to Information Act 1985"),
    ("AGENDA-COMMITTEE", "", "2002-10-01", 5, "SI 2002/715 arts 1, 3"),
    ("NOTICE-COMMITTEE", "", "2002-10-01", 5, "SI 2002/715 arts 1, 2"),
    ("SUMMONS-COUNCIL", "", "2015-01-29", 3, "Schedule 12 para 4(2)"),
    ("SUMMONS-COUNCIL", "", "2015-01-30", 5, "SI 2015/5 arts 1, 2"),
    ("TU-S188", "days for many", "2013-04-05", 90, "s188(1A) before SI 2013/763"),
    ("TU-S188", "days for many", "2013-04-06", 45, "SI 2013/763"),
    ("TU-S188", "protective award", "2026-04-05", 90, "s189(4)"),
    ("TU-S188", "protective award", "2026-04-06", 180, "Employment Rights Act 2025"),
    ("TUPE-INFO", "liability information days", "2014-04-30", 14, "reg 11 as made"),
    ("TUPE-INFO", "liability information days", "2014-05-01", 28, "SI 2014/16 reg 10"),
    ("TUPE-INFO", "direct consultation below employees", "2024-06-30", 10, "SI 2014/16 reg 11"),
    ("TUPE-INFO", "direct consultation below employees", "2024-07-01", 50, "reg 13A as amended"),
]


@pytest.mark.parametrize(("rule", "name", "day", "value", "source"), CHANGES)
def test_a_value_holds_from_its_day_and_not_before(
    law: Law, rule: str, name: str, day: str, value: int, source: str
) -> None:
    assert law.value(rule, date.fromisoformat(day), name) == value, source


def test_before_the_first_value_nothing_is_guessed(law: Law) -> None:
    with pytest.raises(NoLawForThatDayError, match="KEY-28 holds no value for 2010-01-01"):
        law.value("KEY-28", date(2010, 1, 1))


def test_a_number_is_asked_for_by_its_name(law: Law) -> None:
    day = date(2026, 6, 1)
    assert law.value("CONSULT-ADEQUATE", day, "least weeks") == 6
    assert law.value("COUNCIL-EXTRAORDINARY", day, "members") == 5
    with pytest.raises(NoLawForThatDayError, match=r"CONSULT-ADEQUATE holds no value"):
        law.value("CONSULT-ADEQUATE", day)


def test_nothing_is_held_without_how_it_is_known_and_where_it_stands(law: Law) -> None:
    assert list(lacking(law.rules.values())) == []
    for rule in law.rules.values():
        assert rule.checked_on <= date(2026, 12, 31), rule.id


def test_an_id_is_given_once() -> None:
    counted = Counter(entry["id"] for entry in ENTRIES)
    assert [rule for rule, times in counted.items() if times > 1] == []
    assert set(counted) == set(read_law().rules)


def test_only_statute_and_case_law_bind(law: Law) -> None:
    binding = {rule.id for rule in law.rules.values() if rule.binds}
    assert {"AGENDA-EXEC", "KEY-28", "CONSULT-FORMATIVE", "S113-CONSULT"} <= binding
    assert binding.isdisjoint({"CALLIN-WINDOW", "PREDECISION-SCRUTINY", "SYNC-BARRIER"})


def test_what_is_made_and_not_commenced_binds_nobody(law: Law) -> None:
    coming = law.rule("TU-S188-ORGWIDE")
    assert coming.kind is RuleKind.STATUTE
    assert not coming.binds
    assert not coming.values, "the number awaits regulations"


def test_the_period_before_a_poll_is_statute_and_keeping_clear_of_it_is_not(law: Law) -> None:
    rule = law.rule("PRE-ELECTION")
    assert not rule.binds
    assert kind_of(rule, law.dated_value(rule.id, date(2022, 5, 5))) is RuleKind.STATUTE


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("CONSULT-ADEQUATE", "least weeks"),
        ("CONSULT-ADEQUATE", "least weeks with alternatives"),
        ("CONSULT-ADEQUATE", "floor days"),
        ("CONSULT-CONSCIENTIOUS", "analysis days"),
        ("PSED", "longest age"),
        ("TUPE-INFO", "plan days"),
    ],
)
def test_a_policy_number_under_a_binding_rule_says_that_it_is_policy(
    law: Law, rule: str, name: str
) -> None:
    held = law.rule(rule)
    assert held.binds
    assert kind_of(held, law.dated_value(rule, date(2026, 6, 1), name)) is RuleKind.POLICY


def test_no_number_of_our_own_passes_for_law(law: Law) -> None:
    """A rule whose numbers are our own says so, and so does every number of it."""
    for rule in law.rules.values():
        for value in rule.values:
            if kind_of(rule, value) is RuleKind.POLICY:
                assert is_shaky(rule.evidence), rule.id


# --- what an entry has to say ---


def _shaped(entry: dict[str, Any]) -> tuple[Rule | None, list[str]]:
    text = Text(file="values.yaml")
    as_texts = yaml.load(yaml.safe_dump(entry), Loader=yaml.BaseLoader)  # noqa: S506 - plain texts
    return shape(text, as_texts, Rule), [problem.what for problem in text.problems]


@given(
    entry=st.sampled_from(ENTRIES),
    field=st.sampled_from(["id", "title", "kind", "evidence", "reference", "unit", "checked_on"]),
)
def test_an_entry_without_one_of_its_fields_is_refused(entry: dict[str, Any], field: str) -> None:
    assert _shaped(entry)[0] is not None
    rule, problems = _shaped({key: value for key, value in entry.items() if key != field})
    assert rule is None
    assert problems == [f"'{field}' is missing"]


@given(
    entry=st.sampled_from([entry for entry in ENTRIES if entry["values"]]),
    field=st.sampled_from(["since", "value"]),
)
def test_a_value_without_its_day_or_number_is_refused(entry: dict[str, Any], field: str) -> None:
    first = {key: value for key, value in entry["values"][0].items() if key != field}
    rule, problems = _shaped(entry | {"values": [first]})
    assert rule is None
    assert problems == [f"'{field}' is missing"]


@given(
    entry=st.sampled_from(ENTRIES),
    field=st.sampled_from(["title", "evidence", "reference", "applies_to"]),
)
def test_an_entry_with_an_empty_field_lacks_it(entry: dict[str, Any], field: str) -> None:
    rule, _ = _shaped(entry | {field: " "})
    assert rule is not None
    assert list(lacking([rule])) == [f"{rule.id} has no {field.replace('_', ' ')}."]


def test_a_value_without_a_unit_is_refused(law: Law) -> None:
    rule = replace(law.rule("KEY-28"), unit="")
    assert list(lacking([rule])) == ["KEY-28 has a value and no unit."]


def test_two_values_from_one_day_are_refused(law: Law) -> None:
    rule = law.rule("KEY-28")
    twice = replace(rule, values=(*rule.values, DatedValue(since=rule.values[0].since, value=27)))
    assert list(lacking([twice])) == ["KEY-28 has two values '' from 2012-09-10."]


def test_a_rule_given_twice_is_refused(law: Law) -> None:
    rule = law.rule("KEY-28")
    assert list(lacking([rule, rule])) == ["KEY-28 is given twice."]


def test_words_that_do_not_say_how_a_rule_is_known_are_refused(law: Law) -> None:
    (said,) = lacking([replace(law.rule("KEY-28"), evidence="widespread belief")])
    assert said.startswith("KEY-28 does not say how it is known; write one of read, observed,")


# --- how a rule is known ---


@pytest.mark.parametrize(
    ("evidence", "marks", "shaky"),
    [
        ("read", [Known.READ], False),
        ("observed 14 of 14", [Known.OBSERVED], False),
        ("read (reg 6(2)); reg 7 recalled", [Known.READ, Known.RECALLED], True),
        ("case read; days our own", [Known.READ, Known.OUR_OWN], True),
        ("spread by word of mouth", [Known.UNKNOWN], True),
        ("", [Known.UNKNOWN], True),
    ],
)
def test_the_marks_of_evidence_are_read_from_its_words(
    evidence: str, marks: list[Known], shaky: bool
) -> None:
    assert list(how_known(evidence)) == marks
    assert is_shaky(evidence) is shaky
    assert all(IN_WORDS[mark] for mark in how_known(evidence))


def test_every_file_of_values_says_what_it_holds() -> None:
    for path in FILES:
        assert path.read_text(encoding="utf-8").startswith("# "), path.name
        assert isinstance(read_text(Path(path), path.name).content, list), path.name
