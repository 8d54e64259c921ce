"""`moothall case`: read, work up, and print or write."""

import argparse
import json
import sys
from pathlib import Path

from moothall.case.case import Case, make_case
from moothall.cli.case_text import case_text
from moothall.cli.days import add_as_at, add_suppose, today
from moothall.files.law import read_law
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import read_programme
from moothall.files.shapes import plain
from moothall.governance.suppositions import SuppositionError

UNREADABLE = 2


def add_case(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    case = commands.add_parser(
        "case",
        description="Work up a programme folder.  Exit 0 whatever is found, 2 where the folder "
        "cannot be read.",
    )
    case.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    add_as_at(case)
    add_suppose(case)
    case.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="also write every council's paper on every proposal there, as HTML and DOCX",
    )
    case.add_argument(
        "--json", action="store_true", help="write the whole case as JSON and nothing else"
    )


def run_case(options: argparse.Namespace) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    out: Path | None = options.out
    try:
        programme = read_programme(options.folder)
        case = make_case(programme, read_law(), options.as_at or today(), tuple(options.suppose))
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
    if options.json:
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
