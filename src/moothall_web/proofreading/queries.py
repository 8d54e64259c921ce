"""Reading what was handed in: in memory, and gone when the answer is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile

from moothall.documents.report import Report
from moothall.files.problems import Problem, UnreadableError
from moothall.files.reports.report_file import read_bytes
from moothall.proofread.finding import TextFinding
from moothall.render.annotated import annotated_fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report with its findings, and the markup that shows them beside the text."""

    report: Report
    findings: tuple[TextFinding, ...]
    fragment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found in each report that could be read, and why others could not."""

    reports: tuple[ReadReport, ...]
    problems: tuple[Problem, ...]


def findings_in(files: Iterable[UploadedFile], *, everything: bool) -> Answer:
    """Proofread the files.  Nothing of them outlives the call, and nothing is written."""
    from moothall.proofread.rules import proofread_all

    reports: list[Report] = []
    problems: list[Problem] = []
    for file in files:
        sent = Path(file.name or "report")
        name = _shown_as(sent.name, [report.file for report in reports])
        try:
            reports.append(read_bytes(file.read(), name, sent.suffix))
        except UnreadableError as error:
            problems += error.problems
    found = proofread_all(tuple(reports), None, everything=everything)
    answers = []
    for number, report in enumerate(reports, start=1):
        own = tuple(finding for finding in found if finding.file == report.file)
        fragment = annotated_fragment(report, own, name=f"report-{number}", top_level=2)
        answers.append(ReadReport(report=report, findings=own, fragment=fragment))
    return Answer(reports=tuple(answers), problems=tuple(problems))


def _shown_as(name: str, taken: list[str]) -> str:
    """The file's own name; two of one name are told apart."""
    same = sum(other == name or other.startswith(f"{name} (") for other in taken)
    return f"{name} ({same + 1})" if same else name
