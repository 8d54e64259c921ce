"""What may be typed, and what the exit codes mean: 0 done, 2 the input could not be read."""

import argparse
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from moothall import __version__
from moothall.basics.dates import read_day
from moothall.cli.baseline_command import add_baseline, run_baseline
from moothall.cli.calendar_command import add_calendar, run_calendar
from moothall.cli.dates_command import add_dates, run_dates
from moothall.cli.posts_command import add_posts, run_posts
from moothall.cli.savings_command import add_savings, run_savings
from moothall.cli.share_command import add_share, run_share

ENGLAND = ZoneInfo("Europe/London")
"""Where "today" is: the councils' own day, as on the site."""

PURE_COMMANDS = (
    "baseline",
    "calendar",
    "case",
    "dates",
    "posts",
    "proofread",
    "route",
    "savings",
    "share",
)
"""The commands of this room; the console script hands them over without importing Django."""

_WEB_COMMANDS = """\
commands of an installation (with its database):
  setup               make the database, the demonstration sign-ins and load both samples
  load FOLDER         load a programme folder, all of it or nothing
  dump PROGRAMME --to FOLDER
                      write a programme, or one council's own, as files
  audit verify        look along the record of all changes: its length and head
  serve               serve the site on this machine
  manage …            Django's own commands
"""


def main(arguments: list[str]) -> int:
    """Run one pure command.  Returns the exit code: 0 whatever is found, 2 for unreadable input."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command == "case":
        return _case(options)
    if options.command == "baseline":
        return run_baseline(options)
    if options.command == "posts":
        return run_posts(options)
    if options.command == "savings":
        return run_savings(options)
    if options.command == "calendar":
        return run_calendar(options)
    if options.command == "dates":
        return run_dates(options)
    if options.command == "share":
        return run_share(options)
    if options.command == "route":
        return _route(options)
    if options.command == "proofread":
        return _proofread(options)
    parser.print_help()
    return 0


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
    add_baseline(commands)
    add_savings(commands)
    add_posts(commands)
    add_calendar(commands)
    _add_case(commands)
    _add_route(commands)
    add_dates(commands)
    add_share(commands)
    _add_proofread(commands)
    return parser


def _add_case(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    case = commands.add_parser(
        "case",
        help="work up a programme folder: findings, money, options, routes, papers",
        description="Work up a programme folder.  Exit 0 whatever is found, 2 where the folder "
        "cannot be read.",
    )
    case.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    _add_as_at(case)
    _add_suppose(case)
    case.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="also write every council's paper on every proposal there, as HTML and DOCX",
    )
    case.add_argument(
        "--json", action="store_true", help="write the whole case as JSON and nothing else"
    )


def _add_as_at(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-at",
        type=_day,
        metavar="DATE",
        help="what was known by the end of that day, for example 2022-02-15 (default: today)",
    )


def _add_suppose(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--suppose",
        action="append",
        default=[],
        metavar="AUTHORITY.RULE=VALUE",
        help="what would follow if a council's unknown rule were so, for example "
        "tameside.call_in_days=5; may be given several times",
    )


def _add_route(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    route = commands.add_parser(
        "route",
        help="the joint route of a proposal: each council's steps, what binds, what buys time",
        description="Plan a proposal through every council.  The answer is the route as it stands; "
        "beside it stand the earliest one, those closest together, and the last days for a wanted "
        "start.  Exit 0 whatever is found, 2 where the folder cannot be read.",
    )
    route.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    route.add_argument("--proposal", metavar="ID", help="only this proposal (default: all)")
    _add_as_at(route)
    route.add_argument(
        "--go-live",
        type=_day,
        metavar="DATE",
        help="a wanted first day of the service: the last day for every step is counted back",
    )
    _add_suppose(route)
    route.add_argument("--json", action="store_true", help="write JSON and nothing else")


def _add_proofread(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    proofread = commands.add_parser(
        "proofread",
        help="find what is wrong in any council's report (.docx, .pdf, .md, .txt, .html)",
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


def _case(options: argparse.Namespace) -> int:
    from moothall.cli.case_command import run_case

    return run_case(
        folder=options.folder,
        as_at=options.as_at or datetime.now(tz=ENGLAND).date(),
        suppositions=tuple(options.suppose),
        out=options.out,
        as_json=options.json,
    )


def _route(options: argparse.Namespace) -> int:
    from moothall.cli.route_command import run_route

    return run_route(
        folder=options.folder,
        proposal=options.proposal,
        as_at=options.as_at or datetime.now(tz=ENGLAND).date(),
        wanted_on=options.go_live,
        suppositions=tuple(options.suppose),
        as_json=options.json,
    )


def _proofread(options: argparse.Namespace) -> int:
    from moothall.cli.proofread_command import run_proofread

    return run_proofread(
        files=tuple(options.files),
        template=options.template,
        everything=options.all,
        as_json=options.json,
        out=options.out,
    )


_YEARS = (1900, 2199)
"""Years for which anybody plans; beyond them there is neither law nor a calendar of holidays."""


def _day(text: str) -> date:
    try:
        day = read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise argparse.ArgumentTypeError(
            f"{text!r} lies outside the years {_YEARS[0]} to {_YEARS[1]}; write, say, 2022-02-15"
        )
    return day
