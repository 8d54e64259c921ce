"""`moothall drift`: two councils' papers on one proposal, compared figure by figure."""

import argparse
import json
import sys
from itertools import combinations
from pathlib import Path

from moothall.case.case import make_case
from moothall.cli.days import add_as_at, today
from moothall.drift.difference import Difference, Drift, Sort, Told
from moothall.drift.drift import drift_of_papers, drift_of_reports
from moothall.files.law import read_law
from moothall.files.problems import Problem, UnreadableError, did_you_mean
from moothall.files.programme_folder import read_programme
from moothall.files.registers import AUTHORITIES, known_names
from moothall.files.reports.report_file import read_report
from moothall.files.shapes import plain

UNREADABLE = 2


def add_drift(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    drift = commands.add_parser(
        "drift",
        description="Compare two councils' papers on one proposal: what contradicts, what is "
        "stale, what is rounding, what is each council's own.  Give two finished papers (.docx, "
        ".pdf, .html, .md, .txt), or a programme folder and a proposal: then every council's paper "
        "as it would be written is held against every other's.  Exit 0 whatever is found, 2 where "
        "something cannot be read.",
    )
    drift.add_argument("first", type=Path, metavar="FILE|FOLDER", help="a paper, or a programme")
    drift.add_argument(
        "second", metavar="FILE|PROPOSAL", help="the other paper, or a proposal's id"
    )
    drift.add_argument(
        "--councils",
        nargs=2,
        metavar=("FIRST", "SECOND"),
        help="whose the two files are (default: the council that each names more)",
    )
    add_as_at(drift)
    drift.add_argument(
        "--all", action="store_true", help="also list what one paper says and the other leaves out"
    )
    drift.add_argument("--json", action="store_true", help="write JSON and nothing else")


def run_drift(options: argparse.Namespace) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    try:
        found = _of_programme(options) if options.first.is_dir() else [_of_files(options)]
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNREADABLE
    if options.json:
        json.dump({"comparisons": [drift_json(each) for each in found]}, sys.stdout,
                  ensure_ascii=False, indent=1)  # fmt: skip
        print()
    else:
        print("\n\n".join(drift_text(each, everything=options.all) for each in found))
    return 0


def _of_files(options: argparse.Namespace) -> Drift:
    problems: list[Problem] = []
    reports = []
    for path in (options.first, Path(options.second)):
        try:
            reports.append(read_report(path))
        except UnreadableError as error:
            problems += error.problems
    if problems:
        raise UnreadableError(problems)
    councils = tuple(options.councils or ("", ""))
    names = {name.replace("-", " ").title() for name in known_names(AUTHORITIES, Path())}
    return drift_of_reports(reports[0], reports[1], names, (councils[0], councils[1]))


def _of_programme(options: argparse.Namespace) -> list[Drift]:
    case = make_case(read_programme(options.first), read_law(), options.as_at or today())
    wanted = options.second
    known = {each.id for each in case.programme.proposals}
    if wanted not in known:
        what = f"{wanted!r} is no proposal known by {case.as_at}"
        raise _unreadable(options.first, what, did_you_mean(wanted, known))
    papers = [each for each in case.papers if each.proposal == wanted]
    written = [(each.authority, each.document) for each in papers if each.document is not None]
    if len(written) < 2:
        held = ", ".join(code for code, _ in written) or "none"
        raise _unreadable(
            options.first,
            f"papers of two councils are needed for {wanted}; it has: {held}",
            "Add the report format of every council that decides on it.",
        )
    return [
        drift_of_papers(case.programme, wanted, one, other)
        for one, other in combinations(written, 2)
    ]


def _unreadable(folder: Path, what: str, cure: str) -> UnreadableError:
    return UnreadableError([Problem(str(folder), 1, what, cure)])


def drift_json(drift: Drift) -> dict[str, object]:
    """A comparison as plain values, with its answer in words."""
    differences = [
        {**plain(each), "sort": each.sort.value, "cure": each.cure} for each in drift.differences
    ]
    return {**plain(drift), "answer": drift.sentence, "differences": differences}


def drift_text(drift: Drift, *, everything: bool) -> str:
    """A comparison for a terminal: the answer, then each sort of difference."""
    lines = [f"{drift.first} and {drift.second}: {drift.sentence}"]
    for sort in Sort:
        found = drift.of_sort(sort)
        if found:
            lines += ["", f"{sort.value.upper()} ({len(found)})"]
            for each in found:
                lines += _lines(each)
            lines += ["", f"  Cure: {found[0].cure}"]
    if everything:
        for name in dict.fromkeys((drift.first, drift.second)):
            only = [each for each in drift.only if each.name == name]
            if only:
                lines += ["", f"SAID BY {name.upper()} ONLY ({len(only)})"]
                lines += [
                    f"  {each.about}: {each.words}{f' ({each.where})' if each.where else ''}"
                    for each in only
                ]
    elif drift.only:
        lines += ["", f"{len(drift.only)} more said by one paper only; --all lists them."]
    return "\n".join(lines)


def _lines(each: Difference) -> list[str]:
    lines = ["", f"  {each.about}"]
    lines += [_told(told) for told in (each.first, each.second) if told is not None]
    lines.append(f"    {each.because[:1].upper()}{each.because[1:]}. {each.arithmetic}.")
    if each.fact:
        lines.append(f"    Fact: {each.fact}")
    return lines


def _told(told: Told) -> str:
    return f"    {told.name}, {told.where}: {told.figure} (“{told.words}”)"
