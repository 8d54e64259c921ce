"""The measure of slips: what it plants in a paper, and that it can tell found from missed."""

import random

import pytest

from plant_slips import KINDS, Slip, is_found, main

PAPER = """# Quay report

1.1 On Wednesday 12 March 2025 the fees came to £4.25m, as paragraph 1.2 shows for 2024/25.

1.2 Dues rose from 410 to 512. The fees were £4.25m on 12 March 2025, and 312 (60%) paid.

| Berth | £000 |
|---|---|
| Upper | 1,250 |
| Lower | 3,000 |
| Total | 4,250 |
"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_slip_changes_one_place_of_a_paper(kind: str) -> None:
    slips = list(KINDS[kind](PAPER, random.Random(1)))  # noqa: S311
    assert slips
    for slip in slips:
        planted = PAPER[: slip.start] + slip.text + PAPER[slip.end :]
        assert planted != PAPER
        assert planted.count("\n") - PAPER.count("\n") in (0, 1)


def test_what_is_told_is_found_and_what_is_not_is_missed() -> None:
    start = PAPER.index("Wednesday")
    assert is_found(PAPER, Slip(start, start + len("Wednesday"), "Friday"), "report.md", set())
    start = PAPER.index("Quay")
    assert not is_found(PAPER, Slip(start, start + len("Quay"), "Harbour"), "report.md", set())


def test_it_prints_a_share_for_each_kind(tmp_path, capsys) -> None:
    paper = tmp_path / "report.md"
    paper.write_text(PAPER, encoding="utf-8")
    assert main([str(paper)]) == 0
    assert "| weekday | 1 | 1 (100 %) |" in capsys.readouterr().out
    assert main([]) == 2
