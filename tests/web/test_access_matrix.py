"""Every address × role × own council, partner, stranger: the answers of docs/access.md.

With CI=true every role is asked on SQLite; otherwise, and on PostgreSQL, whose policies know
councils and no roles but the auditor's, those that differ most.
"""

import os
import re
from pathlib import Path

import pytest
from access_matrix import METHODS, Installation, addresses, answers, install, narrowed
from throwaway import SERVER

from moothall_web.people.models import Role

PAGE = Path(__file__).resolve().parents[2] / "docs" / "access.md"
ROW = re.compile(r"^\| `([\w:]+)` \| (GET|POST) \| (.+) \|$", re.MULTILINE)
ROLES = (
    tuple(Role)
    if os.environ.get("CI") and not SERVER
    else (Role.PROGRAMME_MANAGER, Role.SECTION_151_OFFICER, Role.MEMBER, Role.AUDITOR)
)


def expected() -> dict[tuple[str, str], list[str]]:
    text = PAGE.read_text(encoding="utf-8")
    return {(name, method): cells.split(" | ") for name, method, cells in ROW.findall(text)}


@pytest.fixture(scope="module")
def written() -> dict[tuple[str, str], list[str]]:
    return expected()


@pytest.fixture
def installation(db: None, tmp_path: Path) -> Installation:
    return install(tmp_path)


def test_every_address_has_its_expected_answers():
    wanted = {(name, method) for name in addresses() for method in METHODS}

    assert set(expected()) == wanted


def test_everybody_is_answered_as_the_page_says(
    installation: Installation, written: dict[tuple[str, str], list[str]]
):
    wrong = []
    for (name, method), cells in written.items():
        wanted = [*(narrowed(cell, ROLES) for cell in cells[:-1]), cells[-1]]
        given = answers(installation, name, method, ROLES)
        if given != wanted:
            wrong.append(f"{name} {method}\n  expected {wanted}\n  answered {given}")

    assert not wrong, "\n".join(wrong)


def test_no_answer_is_a_fault_of_ours(written: dict[tuple[str, str], list[str]]):
    assert not [row for row, cells in written.items() if any("50" in cell for cell in cells)]
