"""The law as data: every value has its date, unit and reference beside it."""

from datetime import date

import pytest

from moothall.law.law import Law, NoLawForThatDayError


def test_every_rule_says_how_it_is_known_and_where_it_stands(law: Law) -> None:
    for rule in law.rules.values():
        assert rule.reference, rule.id
        assert rule.evidence, rule.id
        assert rule.title, rule.id
        assert rule.unit or not rule.values, rule.id
        assert rule.checked_on <= date(2026, 12, 31)


def test_a_value_holds_from_its_day_and_not_before(law: Law) -> None:
    assert law.value("AGENDA-COMMITTEE", date(2002, 9, 30)) == 3
    assert law.value("AGENDA-COMMITTEE", date(2002, 10, 1)) == 5


def test_before_the_first_value_nothing_is_guessed(law: Law) -> None:
    with pytest.raises(NoLawForThatDayError, match="KEY-28 holds no value for 2010-01-01"):
        law.value("KEY-28", date(2010, 1, 1))


def test_only_statute_and_case_law_bind(law: Law) -> None:
    binding = {rule.id for rule in law.rules.values() if rule.kind.binds}
    assert {"AGENDA-EXEC", "KEY-28", "CONSULT-FORMATIVE"} <= binding
    assert binding.isdisjoint({"CALLIN-WINDOW", "PREDECISION-SCRUTINY", "SYNC-BARRIER"})


def test_the_rules_agree_with_the_shared_list(law: Law, shared: object) -> None:
    import yaml

    held = yaml.safe_load((shared / "law" / "rules.yaml").read_text(encoding="utf-8"))  # type: ignore[operator]
    listed = {entry["id"]: entry for entry in held}
    for rule in law.rules.values():
        assert rule.id in listed
        days = listed[rule.id]["parameters"].get("n", listed[rule.id]["parameters"].get("days"))
        if rule.values and isinstance(days, int):
            assert rule.values[-1].value == days, rule.id
