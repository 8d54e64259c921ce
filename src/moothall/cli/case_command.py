"""`moothall case`: read, work up, and print or write."""

import json
import sys
from datetime import date
from pathlib import Path

from moothall.case.case import Case, make_case
from moothall.cli.case_text import case_text
from moothall.files.law import read_law
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall.files.shapes import plain
from moothall.governance.suppositions import SuppositionError

UNREADABLE = 2


def run_case(
    *, folder: Path, as_at: date, suppositions: tuple[str, ...], out: Path | None, as_json: bool
) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    try:
        programme = read_programme(folder)
        case = make_case(programme, read_law(), as_at, suppositions)
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems; nothing was worked up.", file=sys.stderr)
        return UNREADABLE
    except SuppositionError as error:
        print(f"--suppose: {error}.", file=sys.stderr)
        return UNREADABLE
    written: list[Path] = []
    if out is not None:
        try:
            written = write_papers(case, out)
        except OSError as error:
            print(f"--out: {error.filename or out}: {error.strerror}.", file=sys.stderr)
            return UNREADABLE
    if as_json:
        json.dump(case_json(case), sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    print(case_text(case))
    if written:
        print("\nPapers written")
        for path in written:
            print(f"  {path}")
    return 0


def case_json(case: Case) -> dict[str, object]:
    """The whole case as plain values.  Facts stand by kind, each with source and known_on."""
    programme = case.programme
    return {
        "programme": plain(programme.about),
        "as_at": case.as_at.isoformat(),
        "program_version": case.program_version,
        "law_version": case.law_version,
        "suppositions": list(case.suppositions),
        "left_out": plain(case.left_out),
        "findings": plain(case.findings),
        "could_not_check": plain(case.could_not_check),
        "money": {"savings": plain([{**plain(s), "sentence": s.sentence} for s in case.savings])},
        "options": plain(case.options),
        "routes": plain(case.routes),
        "plans": plain(case.plans),
        "papers": plain(case.papers),
        "authorities": plain(programme.authorities),
        "documents": plain(programme.documents),
        "facts": {kind: plain(facts) for kind, facts in case.facts_by_kind().items()},
    }


def write_papers(case: Case, out: Path) -> list[Path]:
    """Write `PROPOSAL/AUTHORITY.html` and `.docx` for every paper whose format is held."""
    from moothall.render.docx import paper_docx
    from moothall.render.html import paper_html

    written = []
    for paper in case.papers:
        if paper.document is None:
            continue
        stem = out / paper.proposal / paper.authority
        stem.parent.mkdir(parents=True, exist_ok=True)
        html, docx = stem.with_suffix(".html"), stem.with_suffix(".docx")
        html.write_text(paper_html(paper.document), encoding="utf-8", newline="\n")
        docx.write_bytes(paper_docx(paper.document))
        written += [html, docx]
    return written
