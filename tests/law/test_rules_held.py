"""Every rule of the shared list is held, with its kind, evidence and numbers, and no other."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from moothall.law.clear_days import Count, clear_days, latest_publication
from moothall.law.elections import latest_notice_of_election
from moothall.law.law import Law, RuleKind
from moothall.law.standing import kind_of

TODAY = date(2026, 11, 22)

# What the list calls a rule → our kind of it and, where the number stands elsewhere, the number's.
KINDS: dict[str, tuple[RuleKind, RuleKind | None]] = {
    "statute": (RuleKind.STATUTE, None),
    "statute with local limbs": (RuleKind.STATUTE, None),
    "statute where a direction exists": (RuleKind.STATUTE, None),
    "not in force": (RuleKind.STATUTE, None),
    "case law": (RuleKind.CASE_LAW, None),
    "case law, numbers are policy": (RuleKind.CASE_LAW, RuleKind.POLICY),
    "case law, analysis days are policy": (RuleKind.CASE_LAW, RuleKind.POLICY),
    "statute asks due regard; the document is evidence, its age limit is policy": (
        RuleKind.STATUTE,
        RuleKind.POLICY,
    ),
    "statute for the date, guidance for the effect": (RuleKind.PRACTICE, RuleKind.STATUTE),
    "constitution": (RuleKind.CONSTITUTION, None),
    "fact of the authority": (RuleKind.CONSTITUTION, None),
    "practice": (RuleKind.PRACTICE, None),
    "good practice": (RuleKind.PRACTICE, None),
    "promise": (RuleKind.PROMISE, None),
    "programme rule": (RuleKind.PROGRAMME, None),
}

# (rule, key in the list) → the name of our number.  Every other number of the list is a council's.
NAMES = {
    ("COUNCIL-EXTRAORDINARY", "members"): "members",
    ("COUNCIL-EXTRAORDINARY", "days"): "days",
    ("KEY-TEST", "wards"): "",
    ("KEY-SPECIAL-URGENCY", "days"): "",
    ("EXEMPT-CATEGORY", "usual_for_shared_services.0"): "usual for an individual",
    ("EXEMPT-CATEGORY", "usual_for_shared_services.1"): "usual for business affairs",
    ("EXEMPT-CATEGORY", "usual_for_shared_services.2"): "usual for labour relations",
    ("CALLIN-BRANCH", "os_within_wd.default_K"): "scrutiny within days",
    ("CALLIN-BRANCH", "max_times"): "most times",
    ("PREDECISION-SCRUTINY", "k_wd"): "lead days",
    ("SCRUTINY-RESPONSE", "months"): "months",
    ("CONSULT-ADEQUATE", "min_weeks"): "least weeks",
    ("CONSULT-ADEQUATE", "min_weeks_alternatives.0"): "least weeks with alternatives",
    ("CONSULT-ADEQUATE", "min_weeks_alternatives.1"): "ample weeks with alternatives",
    ("CONSULT-ADEQUATE", "hard_floor_days"): "floor days",
    ("CONSULT-CONSCIENTIOUS", "analysis_wd"): "analysis days",
    ("PSED", "max_age_days"): "longest age",
    ("TU-S188", "threshold"): "threshold",
    ("TU-S188", "d1"): "days",
    ("TU-S188", "d2"): "days for many",
    ("TU-S188", "protective_award_days.from_2026-04-06"): "protective award",
    ("TU-EARLY", "k_wd"): "lead days",
    ("TUPE-INFO", "plan_days"): "plan days",
    ("TUPE-INFO", "eli_days"): "liability information days",
    ("LGR-CONSENT", "land"): "land",
    ("LGR-CONSENT", "capital"): "capital",
    ("LGR-CONSENT", "noncapital"): "other contract",
    ("PRE-ELECTION", "days"): "",
}
# Numbers of single councils: tests/law/test_authorities.py holds them against `authorities/`.
COUNCILS = {"KEY-TEST", "CALLIN-WINDOW", "CALLIN-BRANCH", "COMMITTEE-STANDSTILL"}


@pytest.fixture(scope="session")
def listed(shared: Any) -> dict[str, Any]:
    entries = yaml.safe_load((shared / "law" / "rules.yaml").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in entries}


def _numbers(value: Any, path: str = "") -> Iterator[tuple[str, int]]:
    """Every number below a value, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _numbers(inner, f"{path}.{place}")
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path, value


def test_no_rule_is_missing_and_none_is_invented(law: Law, listed: dict[str, Any]) -> None:
    assert len(listed) == 50
    assert set(law.rules) == set(listed)


def test_every_rule_is_of_the_kind_that_the_list_gives_it(law: Law, listed: dict[str, Any]) -> None:
    for rule in law.rules.values():
        kind, of_number = KINDS[listed[rule.id]["kind"]]
        assert rule.kind is kind, rule.id
        assert rule.in_force is (listed[rule.id]["kind"] != "not in force"), rule.id
        if of_number is not None:
            assert {kind_of(rule, value) for value in rule.values} == {of_number}, rule.id


def test_the_evidence_is_carried_as_it_stands(law: Law, listed: dict[str, Any]) -> None:
    """Ours may add how its days are known; it takes nothing away."""
    for rule in law.rules.values():
        theirs = listed[rule.id]["evidence"]
        assert rule.evidence == theirs or rule.evidence.startswith(f"{theirs}; "), rule.id


def test_every_number_of_the_list_is_held(law: Law, listed: dict[str, Any]) -> None:
    held = 0
    for rule, entry in listed.items():
        for path, number in _numbers(entry["parameters"]):
            name = "" if path == "n" else NAMES.get((rule, path))
            if name is not None:
                assert law.value(rule, TODAY, name) == number, (rule, path)
                held += 1
            elif path == "protective_award_days.before_2026-04-06":
                assert law.value(rule, date(2026, 4, 5), "protective award") == number
                held += 1
            else:
                assert rule in COUNCILS, (rule, path)
    assert held == len(NAMES) + 1 + 10, "ten rules have a plain n"


def test_no_number_in_force_is_invented(law: Law, listed: dict[str, Any]) -> None:
    """Each stands somewhere in the list's own entry, if only in its words."""
    for rule in law.rules.values():
        words = yaml.safe_dump(listed[rule.id], allow_unicode=True)
        written = {int(number) for number in re.findall(r"\d+", words)}
        for name in {value.name for value in rule.values}:
            assert law.value(rule.id, TODAY, name) in written, (rule.id, name)


def test_every_citation_of_the_list_is_in_ours(law: Law, listed: dict[str, Any]) -> None:
    cited = re.compile(r"\b(?:SI )?(20\d\d/\d+)|(\[\d{4}\] \w+ (?:\w+ )?\d+)")
    for rule in law.rules.values():
        for found in cited.finditer(listed[rule.id]["source"]):
            citation = found[1] or found[2]
            assert citation in rule.reference, (rule.id, citation)


# --- the cases in the record, with the law's own numbers ---


def test_the_clear_days_in_the_record_are_judged_by_the_laws_own_number(
    law: Law, vectors: Any
) -> None:
    day = date.fromisoformat
    for case in vectors["clear_day"]:
        meeting, count = day(case["meeting"]), Count(case["kind"])
        number = case["n"]
        if count is Count.WORKING:  # a parish's three are no rule of a principal council
            assert law.value("AGENDA-COMMITTEE", meeting) == number, case["src"]
            assert law.value("CD-COUNT", meeting) == number, case["src"]
        if "clear" in case:
            counted = clear_days(day(case["published"]), meeting, count)
            assert counted == case["clear"], case["src"]
            assert (counted >= number) is case["ok"], case["src"]
        if "latest" in case:
            latest, _ = latest_publication(meeting, number, count)
            assert latest == day(case["latest"]), case["src"]


def test_the_notices_in_the_record_are_judged_by_the_laws_own_number(
    law: Law, vectors: Any
) -> None:
    day = date.fromisoformat
    for case in vectors["notice28"]:
        published, decision = day(case["published"]), day(case["decision"])
        counted = clear_days(published, decision, Count.CALENDAR)
        assert counted == case["clear_calendar"], case["src"]
        assert (counted >= law.value("KEY-28", decision)) is case["ok"], case["src"]
        assert law.value("PRIVATE-28", decision) == law.value("KEY-28", decision)


def test_the_notice_of_election_follows_from_the_laws_own_number(law: Law, vectors: Any) -> None:
    for case in vectors["pre_election"]:
        poll = date.fromisoformat(case["poll"])
        notice = latest_notice_of_election(poll, law.value("PRE-ELECTION", poll))
        assert notice == date.fromisoformat(case["latest_notice"])
