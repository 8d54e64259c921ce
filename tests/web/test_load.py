"""Many people at once, and killing in the middle: no error, nothing lost, nothing by half.

The short form of `benchmarks/load.py` and `benchmarks/kill.py`, on the database under test and
without a word on time: the benchmarks print that.
"""

import subprocess
import sys

import pytest
from cast import ROOT
from throwaway import SERVER

from exhaustive import exhaustive


def run(script: str, *arguments: str) -> str:
    told = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert told.returncode == 0, told.stdout + told.stderr[-4_000:]
    return told.stdout


@exhaustive
@pytest.mark.skipif(not SERVER, reason="fifty people work on PostgreSQL: `make test` has it")
def test_fifty_readers_five_writers_and_the_public_meet_no_error_and_lose_nothing():
    told = run("load.py", "--seconds", "10", "--public", "100")

    assert "each is in its fact's record once, and the record is whole: yes" in told
    assert "100 of the public" in told
    assert "WRONG" not in told


@exhaustive
def test_what_is_killed_in_the_middle_loses_nothing_and_leaves_nothing_by_half():
    told = run("kill.py", "--seconds", "20", "--on", "PostgreSQL" if SERVER else "SQLite")

    assert "each saved text is in its fact's record once, none by half: yes" in told
    assert "a process of the site" in told, "something was killed"
    assert "The record is whole" in told
