"""The proofreader as a whole: order, sureness, several reports, and a rule that fails."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from moothall.documents.report import Place, Prose, Report
from moothall.files.reports.text import read_plain_text
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import proofread
from moothall.proofread.rules import ROOMS, proofread_all, rules_between, rules_in

TEXT = """\
**BUDGET REPORT**

1. BACKGROUND

1.1 The service costs £2.4m a year.

2. FINANCE

2.1 Spending rose from 100 to 120, an increase of 30 (20%).

Service\tBudget £000\tSpent £000
Archive\t120\t130
Museum\t80\t75
Total\t210\t205
"""


def report(text: str = TEXT, file: str = "report.txt") -> Report:
    return read_plain_text(text, file)


def test_findings_come_in_the_order_of_the_text_with_rule_file_and_place() -> None:
    found = proofread_all((report(),), None, everything=False)
    assert {finding.rule for finding in found} >= {"a_table_casts_down"}
    lines = [finding.place.line or 0 for finding in found]
    assert lines == sorted(lines)
    for finding in found:
        assert finding.file == "report.txt"
        assert finding.message
        assert finding.quote
        assert finding.confidence is not Confidence.LOW


def test_a_clean_report_gives_silence() -> None:
    clean = TEXT.replace("increase of 30", "increase of 20").replace("210", "200")
    assert proofread_all((report(clean),), None, everything=False) == ()


def test_where_lines_have_no_numbers_findings_follow_the_text() -> None:
    """As in a Word file, whose paragraphs under one heading all stand at one place."""
    texts = ("The the quay.", "12 (12%) of the 80 boats sank.")
    place = Place(section="Lamps", paragraph="1")
    blocks = (*(Prose(text=text, place=place) for text in texts),)
    found = proofread_all((Report(file="r.docx", blocks=blocks),), None, everything=False)

    order = [next(n for n, text in enumerate(texts) if f.quote[:8] in text) for f in found]
    assert set(order) == {0, 1}
    assert order == sorted(order)


def test_a_rule_that_fails_says_so_and_the_others_are_heard() -> None:
    def this_rule_fails(report: Report) -> Iterator[TextFinding]:
        raise ValueError(report.file)

    rules = (this_rule_fails, *rules_in("tables"))
    found = proofread((report(),), rules, everything=True)
    failed = [finding for finding in found if finding.rule == "this_rule_fails"]
    assert [finding.confidence for finding in failed] == [Confidence.LOW]
    assert "a_table_casts_down" in {finding.rule for finding in found}
    assert not [f for f in proofread((report(),), rules) if f.rule == "this_rule_fails"]


def test_no_rule_fails_on_the_source_documents(shared: Path) -> None:
    reports = tuple(
        read_plain_text(path.read_text(encoding="utf-8"), path.name)
        for path in sorted((shared / "seeds").glob("*.txt"))
    )
    found = proofread_all(reports, None, everything=True)
    assert found
    assert not [finding for finding in found if "could not be put" in finding.message]
    unit_slip = next(f for f in found if f.rule == "an_amount_fits_the_budget_it_is_set_against")
    assert "£3,840m" in unit_slip.quote


def test_every_rule_has_its_own_name_and_says_what_it_holds() -> None:
    rules = [rule for room in ROOMS for rule in (*rules_in(room), *rules_between(room))]
    names = [rule.__name__ for rule in rules]
    assert len(names) == len(set(names))
    for rule in rules:
        assert (rule.__doc__ or "").strip(), rule.__name__


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "moothall.cli", "proofread", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_gives_findings_as_json_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run(str(path), "--json")
    assert done.returncode == 0, done.stderr
    findings = json.loads(done.stdout)["findings"]
    assert findings
    for finding in findings:
        assert {"rule", "file", "place", "quote", "message", "confidence"} <= set(finding)
        assert finding["place"]["line"] > 0


def test_what_cannot_be_read_is_named_and_the_rest_is_proofread(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.docx"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_text("<html><body>404 not found</body></html>", encoding="utf-8")
    done = run(str(good), str(bad))
    assert done.returncode == 2
    assert "bad.docx" in done.stderr
    assert "Traceback" not in done.stderr
    assert "good.txt: " in done.stdout


def test_a_template_that_is_not_held_names_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run(str(path), "--template", "stockport-scrutiny-reprt")
    assert done.returncode == 2
    assert "Did you mean 'stockport-scrutiny-report'?" in done.stderr
    done = run(str(path), "--template", "stockport-scrutiny-report", "--json")
    rules = {finding["rule"] for finding in json.loads(done.stdout)["findings"]}
    assert "every_section_of_the_template_is_there" in rules


def test_the_findings_can_be_kept_beside_the_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT.replace("Archive", "<script>alert(1)</script>"), encoding="utf-8")
    assert run(str(path), "--out", str(tmp_path / "kept")).returncode == 0
    page = (tmp_path / "kept" / "report.txt.findings.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert 'id="report-finding-1"' in page
    assert "a table casts down" in page


def test_a_council_brings_its_own_template_in_a_file(tmp_path: Path) -> None:
    path, own = tmp_path / "report.txt", tmp_path / "ashby.yaml"
    path.write_text(TEXT, encoding="utf-8")
    own.write_text(
        "name: ashby\ntitle: Ashby report\nsource: invented\nfront_style: title\n"
        "numbering: none\nsections:\n  - {heading: Background}\n  - {heading: Finance}\n"
        "  - {heading: Climate and biodiversity}\n",
        encoding="utf-8",
    )
    done = run(str(path), "--template", str(own), "--json")
    assert done.returncode == 0, done.stderr
    missing = [
        finding["message"]
        for finding in json.loads(done.stdout)["findings"]
        if finding["rule"] == "every_section_of_the_template_is_there"
    ]
    assert len(missing) == 1
    assert "Climate and biodiversity" in missing[0]


def test_a_word_file_comes_back_with_every_finding_as_a_comment(tmp_path: Path) -> None:
    import docx

    source = docx.Document()
    source.add_heading("Finance", level=1)
    source.add_paragraph("Spending rose from 100 to 120, an increase of 30 (20%).")
    table = source.add_table(rows=4, cols=3)
    cells = ["Service", "Budget £000", "Spent £000", "Archive", "120", "130"]
    cells += ["Museum", "80", "75", "Total", "210", "205"]
    for cell, text in zip((c for row in table.rows for c in row.cells), cells, strict=True):
        cell.text = text
    source.save(str(tmp_path / "report.docx"))

    assert run(str(tmp_path / "report.docx"), "--out", str(tmp_path / "kept")).returncode == 0
    done = run(str(tmp_path / "report.docx"), "--json")
    found = json.loads(done.stdout)["findings"]
    assert len(found) >= 2
    copy = docx.Document(str(tmp_path / "kept" / "report.findings.docx"))
    comments = [comment.text for comment in copy.comments]
    assert len(comments) == len(found)
    for finding in found:
        assert any(finding["message"] in comment for comment in comments)
    assert [p.text for p in copy.paragraphs] == [p.text for p in source.paragraphs]


QUIET = [
    "Of the 300 who answered, 33% agreed, 33% disagreed and 33% did not know.",
    "Of the 300 who answered, 34% agreed, 34% disagreed and 33% did not know.",
    "The budget rose from £2.4m to £2.6m, an increase of £0.2m (7%).",
    "The saving of £1.2m includes £0.4m from posts and £0.3m from buildings.",
    "Attendance rose from 93.4% to 93.9%, up 0.5 percentage points.",
    "In Ashby 60% of boys and 70% of girls reached the standard.",
    "The fee falls between £100 and £250; the fine is £80.",
]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_rounding_and_ways_of_speaking_explain_raises_no_alarm(sentence: str) -> None:
    found = proofread_all((report(f"1. FINANCE\n\n1.1 {sentence}\n"),), None, everything=False)
    assert [finding.message for finding in found] == []


def test_a_total_that_is_a_unit_or_two_off_by_rounding_raises_no_alarm() -> None:
    rows = "Service\tBudget £000\nA\t12,345\nB\t2,346\nC\t345\nD\t1,234\nTotal\t16,271\n"
    found = proofread_all((report(f"1. FINANCE\n\n{rows}"),), None, everything=False)
    assert found == ()


def test_a_sentence_can_point_to_what_has_no_number() -> None:
    assert str(Place()) == "another place"
    assert str(Place(paragraph="2.1", line=4)) == "paragraph 2.1, line 4"
