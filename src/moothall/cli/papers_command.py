"""`moothall papers`: every council's paper on every proposal, written as files."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from moothall.case.case import Case, make_case
from moothall.cli.days import add_as_at, today
from moothall.cli.papers_writing import Job, Written, write_all
from moothall.files.law import read_law
from moothall.files.problems import UnreadableError, did_you_mean
from moothall.files.programme_folder import read_programme
from moothall.papers.papers import WrittenPaper, formats_for
from moothall.render.editions import SUFFIXES

SOME_FAILED = 1
UNREADABLE = 2
EVERY_FORMAT = "all"


def add_papers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    papers = commands.add_parser(
        "papers",
        description="Write every council's paper on every proposal to DIR/PROPOSAL/AUTHORITY.*, "
        "and what is exempt to files named exempt-annex beside it.  Exit 1 where a paper could not "
        "be written (the others are), 2 where the folder cannot be read.",
    )
    papers.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    papers.add_argument("--proposal", metavar="ID", help="only papers on this proposal")
    papers.add_argument("--authority", metavar="CODE", help="only papers of this council")
    papers.add_argument(
        "--format",
        default="",
        metavar="NAME",
        help="the report format, or `all` that a council may use (default: its usual one)",
    )
    papers.add_argument(
        "--out",
        type=Path,
        default=Path("papers"),
        metavar="DIR",
        help="where to write (default: papers)",
    )
    papers.add_argument(
        "--as",
        dest="suffixes",
        type=_suffixes,
        default=SUFFIXES,
        metavar="KINDS",
        help=f"which of {','.join(SUFFIXES)} (default: all of them)",
    )
    add_as_at(papers)


def _suffixes(text: str) -> tuple[str, ...]:
    given = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [each for each in given if each not in SUFFIXES]
    if unknown or not given:
        raise argparse.ArgumentTypeError(
            f"{(unknown or [text])[0]!r} is no edition; write any of {','.join(SUFFIXES)}"
        )
    return given


def run_papers(options: argparse.Namespace) -> int:
    """Returns the exit code; progress and every problem go to standard error."""
    out: Path = options.out
    try:
        programme = read_programme(options.folder)
        case = make_case(programme, read_law(), options.as_at or today())
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems; nothing was written.", file=sys.stderr)
        return UNREADABLE
    wrong = _wrong(case, options.proposal, options.authority, options.format)
    if wrong:
        print(wrong, file=sys.stderr)
        return UNREADABLE
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"--out: {error.filename or out}: {error.strerror}.", file=sys.stderr)
        return UNREADABLE
    wanted = [
        paper
        for paper in case.papers
        if options.proposal in (None, paper.proposal)
        and options.authority in (None, paper.authority)
    ]
    groups, remarks = _jobs(case, wanted, options.format, out)
    for remark in remarks:
        print(remark, file=sys.stderr)
    return _write(groups, options.suffixes, out)


def _wrong(case: Case, proposal: str | None, authority: str | None, layout: str) -> str:
    """What is wrong with what was asked for, in a sentence; empty where nothing is."""
    for option, given, known in (
        ("--proposal", proposal, {paper.proposal for paper in case.papers}),
        ("--authority", authority, {paper.authority for paper in case.papers}),
        ("--format", layout or None, {each.name for each in case.programme.formats}),
    ):
        if given is not None and given not in known and (option, given) != _ALL:
            return f"{option}: {given!r} is none that is held. {did_you_mean(given, known)}"
    return ""


_ALL = ("--format", EVERY_FORMAT)


def _jobs(
    case: Case, wanted: Sequence[WrittenPaper], layout: str, out: Path
) -> tuple[list[list[Job]], list[str]]:
    """What is to be written, proposal by proposal, and what is not and why."""
    by_proposal: dict[str, list[Job]] = {}
    remarks = []
    for paper in wanted:
        offered = [
            each.name
            for each in formats_for(
                case.programme,
                case.programme.proposal(paper.proposal),
                case.programme.authority(paper.authority),
                case.as_at,
            )
        ]
        usual = paper.format or ""
        names = offered if layout == EVERY_FORMAT and offered else [layout or usual]
        council = case.programme.authority(paper.authority).short_name
        for name in names:
            if name not in offered:
                held = f"; --format takes {', '.join(offered)}" if offered else ""
                why = f"has no report format {name}" if name else "has no report format of its own"
                remarks.append(f"{paper.proposal}: {council} {why}{held}.")
                continue
            written = case.paper(paper.proposal, paper.authority, name)
            stem = out / paper.proposal / paper.authority
            if name != paper.format:
                stem = stem.with_name(f"{stem.name}-{name}")
            by_proposal.setdefault(paper.proposal, []).extend(_parts(written, council, stem))
    return list(by_proposal.values()), remarks


def _parts(written: WrittenPaper, council: str, stem: Path) -> Iterator[Job]:
    name = f"{written.proposal}, {council}, {written.format}"
    if written.document is not None:
        yield Job(name, stem, written.document)
    if written.annex is not None:
        annex = stem.with_name(f"{stem.name}-exempt-annex")
        yield Job(f"{name}, exempt annex (not for publication)", annex, written.annex)


def _write(groups: Sequence[Sequence[Job]], suffixes: Sequence[str], out: Path) -> int:
    total = sum(map(len, groups))
    done: list[Written] = []
    for written in write_all(groups, suffixes):
        done.append(written)
        kinds = ", ".join(file.suffix[1:] for file in written.files) or "nothing written"
        print(f"{len(done)} of {total}: {written.name}: {kinds}", file=sys.stderr)
        for why in written.failed:
            print(f"  NOT WRITTEN {why}", file=sys.stderr)
    files = sorted(file for each in done for file in each.files)
    for file in files:
        print(file)
    failed = sum(bool(each.failed) for each in done)
    print(f"{_several(total, 'paper')} in {_several(len(files), 'file')} in {out}.")
    if failed:
        print(f"{_several(failed, 'paper')} could not be written whole.", file=sys.stderr)
        return SOME_FAILED
    return 0


def _several(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
