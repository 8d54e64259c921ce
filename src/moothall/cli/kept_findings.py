"""The findings to keep: an annotated page for every report, comments in a copy of a DOCX."""

from pathlib import Path

from moothall.documents.report import Report
from moothall.proofread.finding import TextFinding
from moothall.render.annotated import annotated_html, commented_docx


def write_findings(
    files: tuple[Path, ...],
    reports: tuple[Report, ...],
    found: tuple[TextFinding, ...],
    out: Path,
) -> list[Path]:
    """Write `NAME.findings.html`, and `NAME.findings.docx` beside it for a Word file."""
    out.mkdir(parents=True, exist_ok=True)
    sources = {str(path): path for path in files}
    written = []
    for report in reports:
        own = [finding for finding in found if finding.file == report.file]
        source = sources.get(report.file, Path(report.file))
        page = out / f"{source.name}.findings.html"
        page.write_text(annotated_html(report, own), encoding="utf-8", newline="\n")
        written.append(page)
        if source.suffix.lower() == ".docx":
            copy = out / f"{source.stem}.findings.docx"
            copy.write_bytes(commented_docx(source.read_bytes(), own))
            written.append(copy)
    return written
