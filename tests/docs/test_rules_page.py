"""The page of rules says what is held, and claims nothing that the program does not do."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from moothall.law.law import Law

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def rules_page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import rules_page

    return rules_page


def test_the_page_of_rules_is_current(rules_page: ModuleType) -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == rules_page.page(rules_page.library()), "run: python tools/rules_page.py"


def test_every_rule_stands_on_the_page_with_what_a_reader_needs(
    rules_page: ModuleType, law: Law
) -> None:
    page = rules_page.page({})
    told = dict(re.findall(r"^### (\S+): (.*(?:\n(?!##).*)*)", page, re.MULTILINE))
    assert set(told) == set(law.rules)
    for rule in law.rules.values():
        text = told[rule.id]
        assert rule.title in text
        assert rule.reference in text
        assert rule.evidence in text
        assert rule.applies_to in text
        for value in rule.values:
            assert f"{value.value:,} since" in text


def test_what_is_remembered_or_chosen_is_marked_and_what_was_read_is_not(
    rules_page: ModuleType,
) -> None:
    page = rules_page.page({})
    assert "- **Known:** recalled (⚠ recalled, not looked up); checked on" in page
    assert "- **Known:** case read; days our own (⚠ our own choice); checked on" in page
    assert "- **Known:** read; checked on" in page


def test_the_page_tells_a_breach_from_a_warning(rules_page: ModuleType) -> None:
    page = rules_page.page({})

    def kind(rule: str) -> str:
        found = re.search(rf"^### {rule}: .*\n\n- \*\*Kind:\*\* (.*)$", page, re.MULTILINE)
        assert found is not None
        return found[1]

    assert kind("S113-CONSULT") == "statute; breaking it is a breach"
    assert kind("CALLIN-WINDOW") == "constitution; breaking it warns"
    assert kind("TU-S188-ORGWIDE") == ("statute, **not in force**: breaking it is no breach yet")
    assert kind("PSED").endswith("missing a number of lower standing warns")


def test_a_rule_that_nothing_upholds_says_so(rules_page: ModuleType, law: Law) -> None:
    assert rules_page.page({}).count(rules_page.UNCHECKED) == len(law.rules)


MODULES = {
    "moothall.law.names": 'NOTICE = "KEY-28"\n',
    "moothall.governance.planted": '''
"""KEY-TEST is mentioned here."""
from moothall.law.names import NOTICE
from moothall.law.names import NOTICE as KEY
TABLE = {"private": ("PRIVATE-28", "PRIVATE-5")}

def notices_are_out(programme) -> "Iterator[Finding]":
    """Upholds S113-CONSULT, says this docstring."""
    yield finding(upholds=NOTICE, message="not S113-CONSULT but KEY-28 is meant")

def reckons() -> int:
    def within() -> int:
        return TABLE["private"]
    return within()

class Lane:
    def rule(self) -> str:
        return "AGENDA-EXEC"

def nothing() -> None:
    ask("R4")

def papers_are_open(meeting) -> "Iterator[Finding]":
    yield _late(meeting)

def the_council_is_summoned(meeting) -> "Iterator[Finding]":
    yield finding(upholds="SUMMONS-COUNCIL", instead_of=_rule_of(meeting))

def _late(meeting) -> "Finding":
    return finding(upholds=_rule_of(meeting))

def _rule_of(meeting) -> str:
    return "AGENDA-COMMITTEE"

def findings(programme) -> "list[Finding]":
    return [*notices_are_out(programme), *papers_are_open(programme)]
''',
}


def test_what_upholds_a_rule_is_found_by_looking(rules_page: ModuleType, law: Law) -> None:
    found = rules_page.upholders(MODULES, law.rules)

    def told(rule: str) -> tuple[set[str], set[str]]:
        return found[rule].finds, found[rule].uses

    planted = "moothall.governance.planted"
    assert told("KEY-28") == ({f"{planted}.notices_are_out"}, set())
    assert told("PRIVATE-28") == told("PRIVATE-5") == (set(), {f"{planted}.reckons"})
    assert told("AGENDA-EXEC") == (set(), {f"{planted}.Lane.rule"})
    assert told("AGENDA-COMMITTEE") == (
        {f"{planted}.papers_are_open"},
        {f"{planted}._rule_of"},
    ), "a helper says by which rule; gathering the findings of others upholds nothing"
    assert told("SUMMONS-COUNCIL") == ({f"{planted}.the_council_is_summoned"}, set())
    assert set(found) == {
        *("KEY-28", "PRIVATE-28", "PRIVATE-5"),
        *("AGENDA-EXEC", "AGENDA-COMMITTEE", "SUMMONS-COUNCIL"),
    }, "words that mention a rule, or name no rule of the law, uphold nothing"
