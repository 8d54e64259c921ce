"""Several processes find what one finds, in the same order, whatever is shared out."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import ROOT
from moothall.documents.report import Place, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.many_hands import found_by_many_hands, processors
from moothall.proofread.rules import ROOMS, proofread_all
from whole_papers import FRONT, MINUTES

FAULTY = (
    f"{FRONT}1.1 The lamps cost £5,000 in 2023/24 and £6,000 in 2024/25, a rise of £2,000.\n\n"
    "1.2 See Appendix F and paragraph 9.4.\n\n1.2 The harbour opens on Monday 4 June 2024.\n"
)
REPORTS = (read_plain_text(FAULTY, "report"), read_plain_text(MINUTES + FAULTY, "minutes"))


def a_finding(message: str) -> TextFinding:
    return TextFinding(
        place=Place(), quote="", message=message, confidence=Confidence.HIGH, cure="Light it."
    )


@pytest.mark.parametrize("hands", [2, 3, 10, 64])
@pytest.mark.parametrize("reports", [REPORTS, REPORTS[:1], ()], ids=["two", "one", "none"])
def test_many_hands_find_what_one_finds(reports: tuple[Report, ...], hands: int) -> None:
    alone = proofread_all(reports, None, everything=True)

    assert proofread_all(reports, None, everything=True, hands=hands) == alone
    assert bool(alone) == bool(reports)


def test_where_a_copy_is_killed_the_work_is_done_alone() -> None:
    here = os.getpid()

    def find(room: str) -> list[TextFinding]:
        if os.getpid() != here:
            os._exit(9)
        return [a_finding(room)]

    rooms = ("lamps", "ferries", "quays", "harbours")
    found = list(found_by_many_hands(find, rooms, 3))

    assert tuple(each.message for each in found) == rooms


@pytest.mark.parametrize("hands", range(1, 6))
@pytest.mark.parametrize("slow", range(4))
def test_every_room_is_done_once(hands: int, slow: int, tmp_path: Path) -> None:
    rooms = ("lamps", "ferries", "quays", "harbours")

    def find(room: str) -> list[TextFinding]:
        with (tmp_path / room).open("x"):  # fails where it is done already
            time.sleep(0.05 if room == rooms[slow] else 0)
        return [a_finding(room)]

    found = list(found_by_many_hands(find, rooms, hands))

    assert tuple(each.message for each in found) == rooms


def test_no_room_is_loaded_before_its_rules_are_wanted() -> None:
    asked = "import sys, moothall.cli.proofread_command; print(*sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", asked],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )

    loaded = answer.stdout.split()
    assert "moothall.proofread.rules" in loaded
    assert not [room for room in ROOMS if f"moothall.proofread.{room}.rules" in loaded]


def test_a_machine_has_at_least_one_processor() -> None:
    assert processors() >= 1
