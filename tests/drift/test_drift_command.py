"""`moothall drift`: two files, or a programme and a proposal; what it says and how it ends."""

import json
from pathlib import Path

import pytest
import yaml

from invented import ASHBY, BRAE, write
from moothall.cli.arguments import main

ONE = (
    "# Report\n\n## Money\n\nRedundancy costs of £85,000 are met from the transformation reserve.\n"
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["drift", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_two_files_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_text(ONE, encoding="utf-8")
    second.write_text(ONE.replace("85,000", "95,000"), encoding="utf-8")
    code, out, _ = run(capsys, str(first), str(second), "--councils", "Ashby", "Brae")
    assert code == 0
    assert out.startswith("Ashby and Brae: 1 contradiction; 0 figures stand alike in both.")
    assert "£95,000 − £85,000 = £10,000 apart" in out
    code, out, _ = run(capsys, str(first), str(second), "--json")
    (found,) = json.loads(out)["comparisons"]
    assert found["differences"][0]["sort"] == "contradiction"


def test_a_programme_and_a_proposal_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "towns", (ASHBY, BRAE))
    code, out, _ = run(capsys, str(folder), "archive", "--as-at", "2026-06-01", "--all")
    assert code == 0
    assert out.startswith("Ashby and Brae:")
    assert "none differs" in out


def test_what_cannot_be_compared_says_what_would_cure_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "towns", (ASHBY, BRAE))
    code, _, told = run(capsys, str(folder), "archve", "--as-at", "2026-06-01")
    assert code == 2
    assert "Did you mean 'archive'?" in told
    code, _, told = run(capsys, str(tmp_path / "none.docx"), str(tmp_path / "no.pdf"))
    assert code == 2
    assert told.count("does not exist") == 2
    proposals = folder / "proposals.yaml"
    held = yaml.safe_load(proposals.read_text(encoding="utf-8"))
    held[0]["parties"] = ["ashby"]
    proposals.write_text(yaml.safe_dump(held), encoding="utf-8")
    code, _, told = run(capsys, str(folder), "archive", "--as-at", "2026-06-01")
    assert code == 2
    assert "papers of two councils are needed for archive; it has: ashby" in told
