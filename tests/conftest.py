"""What every test may use: the samples, the shared data where it is, an invented programme."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from exhaustive import exhaustive
from invented import write
from moothall.case.case import Case, make_case
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.files.programme_folder import read_programme
from moothall.law.law import Law

# With CI=true every property is tried on as many examples as hypothesis thinks right; at one's desk
# on fewer, so that the whole suite stays a matter of minutes.
settings.register_profile("desk", max_examples=30, deadline=None)
settings.register_profile("ci", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ("stockport-tameside", "cambridgeshire-peterborough")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared vectors and data; without it the test is skipped and counted aloud."""
    folder = os.environ.get("MOOTHALL_SHARED")
    if not folder:
        pytest.skip("needs MOOTHALL_SHARED")
    return Path(folder)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say aloud how many tests did not run for want of the shared data."""
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "needs MOOTHALL_SHARED" in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} tests need the shared data and were skipped: "
            "set MOOTHALL_SHARED to its folder to run them."
        )


@pytest.fixture(scope="session")
def vectors(shared: Path) -> Any:
    return json.loads((shared / "vectors" / "governance.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def law() -> Law:
    return read_law()


@pytest.fixture(scope="session")
def stockport_tameside() -> Programme:
    return read_programme(ROOT / "examples" / "stockport-tameside")


@pytest.fixture(scope="session")
def cambridgeshire_peterborough() -> Programme:
    return read_programme(ROOT / "examples" / "cambridgeshire-peterborough")


@pytest.fixture(scope="session")
def case_of(law: Law) -> Callable[..., Case]:
    def make(programme: Programme, as_at: str, *suppositions: str) -> Case:
        return make_case(programme, law, date.fromisoformat(as_at), suppositions)

    return make


@pytest.fixture
def three_towns(tmp_path: Path) -> Path:
    """A folder with a whole invented programme, to be used or spoilt."""
    return write(tmp_path / "three-towns")


# Journeys in a browser and what starts whole installations, servers or an identity provider: with
# CI=true all of them, at one's desk those that touch most of the site.
LEFT_TO_CI = (
    *("test_browser_access", "test_browser_api", "test_browser_books", "test_browser_clearances"),
    *("test_browser_decisions", "test_browser_notices", "test_browser_questions"),
    *("test_browser_returning", "test_browser_route", "test_browser_side_by_side"),
    *("test_browser_sign_in", "test_browser_workspace", "test_api_schemathesis"),
    *("test_access_matrix", "test_upgrade", "test_council_sign_in", "test_backup"),
    *("test_browser_facts", "test_browser_writing", "test_fact_sequences"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to CI what takes long, aloud."""
    for item in items:
        if item.path.stem in LEFT_TO_CI:
            item.add_marker(exhaustive)
