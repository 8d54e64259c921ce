"""Reports for tests, written as Markdown."""

from moothall.files.reports.markdown import read_markdown
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule


def shown(rule: Rule, text: str) -> list[TextFinding]:
    """What a rule finds by default in a report."""
    report = read_markdown(text, "report.md")
    return [found for found in rule(report) if found.confidence is not Confidence.LOW]


def table(*rows: tuple[str, ...]) -> str:
    """A table with its first row as the header."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])
