"""What may be typed, and what the exit codes mean: 0 done, 2 the input could not be read."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from moothall import __version__
from moothall.basics.dates import read_day

PURE_COMMANDS = ("case",)
"""The commands of this room; the console script hands them over without importing Django."""

_WEB_COMMANDS = """\
commands of an installation (with its database):
  setup               make the database, the demonstration sign-ins and load both samples
  load FOLDER         load a programme folder, all of it or nothing
  serve               serve the site on this machine
  manage …            Django's own commands
"""


def main(arguments: list[str]) -> int:
    """Run one pure command.  Returns the exit code: 0 whatever is found, 2 for unreadable input."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 0
    from moothall.cli.case_command import run_case

    return run_case(
        folder=options.folder,
        as_at=options.as_at or datetime.now(tz=UTC).date(),
        suppositions=tuple(options.suppose),
        out=options.out,
        as_json=options.json,
    )


def build_parser() -> argparse.ArgumentParser:
    """Every argument of every pure command."""
    parser = argparse.ArgumentParser(
        prog="moothall",
        description="Shared services of sovereign councils: facts in; findings, money, the joint "
        "route and each council's own papers out.",
        epilog=_WEB_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Moothall {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="pure commands")
    case = commands.add_parser(
        "case",
        help="work up a programme folder: findings, money, options, routes, papers",
        description="Work up a programme folder.  Exit 0 whatever is found, 2 where the folder "
        "cannot be read.",
    )
    case.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    case.add_argument(
        "--as-at",
        type=_day,
        metavar="DATE",
        help="what was known by the end of that day, for example 2022-02-15 (default: today)",
    )
    case.add_argument(
        "--suppose",
        action="append",
        default=[],
        metavar="AUTHORITY.RULE=VALUE",
        help="what would follow if a council's unknown rule were so, for example "
        "tameside.call_in_days=5; may be given several times",
    )
    output = case.add_mutually_exclusive_group()
    output.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="also write every council's paper on every proposal there, as HTML and DOCX",
    )
    output.add_argument(
        "--json", action="store_true", help="write the whole case as JSON and nothing else"
    )
    return parser


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
