"""`moothall proofread`: read reports, find, and print or write.

What only a template or JSON needs is imported where it is used: a report read at a terminal should
not wait for it.
"""

import argparse
import gc
import json
import sys
from pathlib import Path
from typing import Any

from moothall.documents.formats import Format
from moothall.documents.report import Place, Report
from moothall.files.problems import Problem, UnreadableError, did_you_mean
from moothall.files.reports.report_file import read_report
from moothall.proofread.finding import TextFinding
from moothall.proofread.many_hands import processors
from moothall.proofread.rules import proofread_all

UNREADABLE = 2
_SEEN_TO_EACH = 50_000
"""So many new objects between two looks for waste: reading makes many, and nearly all are kept."""


def add_proofread(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    proofread = commands.add_parser(
        "proofread",
        description="Read reports and say what a careful reader would find wrong.  Several files "
        "are also held against one another.  Exit 0 whatever is found, 2 where a file cannot be "
        "read.",
    )
    proofread.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a report")
    proofread.add_argument(
        "--template",
        metavar="NAME",
        help="the report format that the sections are held against: a name, for example "
        "stockport-scrutiny-report, or a council's own file NAME.yaml",
    )
    proofread.add_argument("--all", action="store_true", help="also show what we are less sure of")
    proofread.add_argument(
        "--json", action="store_true", help="write the findings as JSON and nothing else"
    )
    proofread.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="also write the findings beside the text as HTML, and as comments in a copy of a DOCX",
    )


def run_proofread(options: argparse.Namespace) -> int:
    """Returns the exit code.  A file that cannot be read does not keep the others from it."""
    gc.set_threshold(_SEEN_TO_EACH)
    files, template = tuple(options.files), options.template
    everything, out = options.all, options.out
    try:
        layout = read_template(template) if template else None
    except UnreadableError as error:
        for problem in error.problems:
            print(
                problem.what if not problem.cure else f"{problem.what}. {problem.cure}",
                file=sys.stderr,
            )
        return UNREADABLE
    reports, problems = _read(files)
    for problem in problems:
        print(problem, file=sys.stderr)
    found = proofread_all(reports, layout, everything=everything, hands=processors())
    if out is not None:
        from moothall.cli.kept_findings import write_findings

        write_findings(files, reports, found, out)
    if options.json:
        json.dump(
            {"findings": [finding_json(f) for f in found]}, sys.stdout, ensure_ascii=False, indent=1
        )
        print()
    else:
        print(findings_text(reports, found, everything=everything))
    return UNREADABLE if problems else 0


def read_template(name: str) -> Format:
    """The report format of that name, or in that file of a council's own.

    Raises UnreadableError with the names that there are, or what is wrong with the file.
    """
    from moothall.files.registers import FORMATS, known_names, read_format

    own = Path(name)
    folder, wanted = (own.parent, own.stem) if own.suffix == ".yaml" else (Path("formats"), name)
    known = known_names(FORMATS, folder)
    if wanted not in known:
        problem = Problem(
            "--template",
            1,
            f"{name!r} is no report format that is held",
            f"{did_you_mean(wanted, known)} Or give the file of your own, NAME.yaml.",
        )
        raise UnreadableError([problem])
    layout, problems = read_format(wanted, folder, str(folder))
    if layout is None or problems:
        raise UnreadableError(problems)
    return layout


def _read(files: tuple[Path, ...]) -> tuple[tuple[Report, ...], list[Problem]]:
    reports: list[Report] = []
    problems: list[Problem] = []
    for path in files:
        try:
            reports.append(read_report(path))
        except UnreadableError as error:
            problems += error.problems
    return tuple(reports), problems


def finding_json(finding: TextFinding) -> dict[str, Any]:
    """A finding as plain values; `place` holds only what is known of it."""
    from moothall.files.shapes import plain

    place = {name: value for name, value in plain(finding.place).items() if value}
    return {**plain(finding), "place": place}


def _where(finding: TextFinding) -> str:
    return f", {finding.place}" if finding.place != Place() else ""


def findings_text(
    reports: tuple[Report, ...], found: tuple[TextFinding, ...], *, everything: bool
) -> str:
    """The findings for a terminal, file by file."""
    lines = []
    for report in reports:
        own = [finding for finding in found if finding.file == report.file]
        lines.append(f"{report.file}: {len(own)} finding{'' if len(own) == 1 else 's'}")
        lines += [f"  note: {note}" for note in report.notes]
        for finding in own:
            lines += [
                "",
                f"  {finding.confidence.value.upper():7}{finding.rule}{_where(finding)}",
                f"    {finding.message}",
                f"    “{finding.quote}”",
            ]
            if finding.cure:
                lines.append(f"    Cure: {finding.cure}")
        lines.append("")
    if not everything:
        lines.append("Shown is what we are fairly sure of; --all shows the rest too.")
    return "\n".join(lines)
