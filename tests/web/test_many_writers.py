"""Several processes write at once: nothing is lost, and nobody meets a lock.

The long form, with 4 × 300 changes on both databases, is a benchmark.
"""

import os
import subprocess
import sys

from cast import ROOT
from throwaway import SERVER

DATABASE = "PostgreSQL" if SERVER else "SQLite"


def test_four_writers_lose_nothing_and_meet_no_lock():
    told = subprocess.run(
        [
            *(sys.executable, str(ROOT / "benchmarks" / "many_writers.py")),
            *("--each", "25", "--on", DATABASE),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )

    assert told.returncode == 0, told.stdout + told.stderr
    assert f"{DATABASE}: 4 writers × 25 changes: 100 kept, 0 errors" in told.stdout
    assert "The record is whole" in told.stdout
