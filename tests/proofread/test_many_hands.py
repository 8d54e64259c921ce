"""Several processes find what one finds, in the same order, whatever is shared out."""

import os
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.many_hands import processors, shares
from moothall.proofread.proofread import proofread

LONG = 30_000


def report_of(file: str, *texts: str) -> Report:
    return Report(
        file=file,
        blocks=tuple(
            Prose(text=text, place=Place(line=line)) for line, text in enumerate(texts, start=1)
        ),
    )


def every_lamp_is_lit(report: Report) -> Iterable[TextFinding]:
    return [
        TextFinding(
            place=block.place,
            quote=block.text[:20],
            message="A lamp is out.",
            confidence=Confidence.HIGH,
            cure="Light it.",
        )
        for block in report.prose
        if "lamp" in block.text
    ]


def no_ferry_is_late(report: Report) -> Iterable[TextFinding]:
    raise ValueError("this rule always fails")


RULES = (every_lamp_is_lit, no_ferry_is_late)


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param((report_of("a", "lamp " * LONG, "lamp 2"),), id="one long report"),
        pytest.param(
            (report_of("a", "lamp " * LONG), report_of("b", "x", "lamp " * LONG)),
            id="two reports alike",
        ),
        pytest.param(
            (report_of("a", "lamp " * LONG), report_of("b", "lamp")), id="one outweighs the other"
        ),
        pytest.param((report_of("a", "lamp"),), id="too short to be worth it"),
        pytest.param((), id="none"),
    ],
)
def test_two_hands_find_what_one_finds(reports: tuple[Report, ...]) -> None:
    alone = proofread(reports, RULES, everything=True)
    assert proofread(reports, RULES, everything=True, hands=2) == alone
    assert len(alone) == sum("lamp" in b.text for r in reports for b in r.prose) + len(reports)


def test_where_a_copy_is_killed_the_work_is_done_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def no_copy_lives(report: Report) -> Iterable[TextFinding]:
        if os.getpid() != here:
            os._exit(9)
        return every_lamp_is_lit(report)

    reports = (report_of("a", "lamp " * LONG), report_of("b", "lamp " * LONG))
    assert len(proofread(reports, (no_copy_lives,), hands=2)) == 2


@given(
    st.lists(st.integers(0, 60_000), max_size=8),
    st.integers(1, 400),
    st.integers(1, 9),
)
def test_every_rule_is_put_to_every_report_once(sizes: list[int], rules: int, hands: int) -> None:
    reports = [report_of(str(number), "x" * size) for number, size in enumerate(sizes)]
    given_out = [
        (report, rule)
        for some_reports, some_rules in shares(reports, rules, hands)
        for report in some_reports
        for rule in some_rules
    ]
    assert sorted(given_out) == [(r, rule) for r in range(len(sizes)) for rule in range(rules)]


def test_a_machine_has_at_least_one_processor() -> None:
    assert processors() >= 1
