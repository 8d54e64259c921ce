"""What the documents say is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from moothall.facts.programme import KINDS

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_output_in_the_readme_is_real() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```\n\$ \.venv/bin/moothall (.+?)\n(.*?)```", readme, re.DOTALL)
    assert len(blocks) > 1
    for command, shown in blocks:
        prints(command, shown)


def prints(command: str, shown: str) -> None:
    """The command prints what is shown, in order; `…` stands for what is left out."""
    real = subprocess.run(
        [sys.executable, "-m", "moothall.cli", *command.split()],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    at = 0
    for part in shown.split("…\n"):
        found = real.find(part, at)
        assert found >= 0, part
        at = found + len(part)


def test_links_in_the_documents_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_map_names_every_room() -> None:
    text = (ROOT / "MAP.md").read_text(encoding="utf-8")
    for folder in (ROOT / "src" / "moothall").iterdir():
        if folder.is_dir() and (folder / "__init__.py").exists():
            assert f"`{folder.name}`" in text, folder.name


IN_NO_PUBLIC_DOCUMENT = {
    "overrides",  # no paper of the samples lets a plan stand against a rule, with an officer's name
    "baseline_signatures",  # nobody is known to have signed a joint baseline
    "coalition_costs",  # no council has printed what it would pay alone
    "ledger_entries",  # no recharge between them is published
    "employer_rates",  # what the posts cost is withheld, and so is what goes on top
}
"""Kinds that are not made up for the samples; programmes of invented councils hold them."""


def test_every_kind_of_fact_is_held_by_a_sample() -> None:
    held = {path.stem for path in (ROOT / "examples").glob("*/*.*")}
    assert set(KINDS) - IN_NO_PUBLIC_DOCUMENT <= held
    assert not IN_NO_PUBLIC_DOCUMENT & held


def test_the_checklist_page_is_current() -> None:
    done = subprocess.run(
        [sys.executable, "tools/checklist.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_checklist_has_every_line_of_the_shared_one(shared: Path) -> None:
    text = (shared / "checklist.md").read_text(encoding="utf-8")
    lines = re.findall(r"^- \[.\] ([A-N]\d\dr?) ", text, re.MULTILINE)
    held = (ROOT / "docs" / "checklist.csv").read_text(encoding="utf-8")
    for line in [*lines, *(f"R{n}" for n in range(1, 16))]:
        assert re.search(rf"^{line},", held, re.MULTILINE), line


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-prod.lock", "package-lock.json"]
)
def test_a_lock_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert '"resolved"' not in text
    if name.endswith(".lock"):
        assert "://" not in text
        assert "--hash=sha256:" in text
