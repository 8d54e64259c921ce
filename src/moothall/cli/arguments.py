"""Which commands there are, and what the exit codes mean: 0 done, 1 done in part, 2 the input could
not be read."""

import argparse
from importlib import import_module

from moothall import __version__

PURE_COMMANDS = {
    "case": "work up a programme folder: findings, money, options, routes, papers",
    "papers": "every council's paper on every proposal, as web page, Word file and PDF",
    "route": "the joint route of a proposal: each council's steps, what binds, what buys time",
    "portfolio": "many proposals, few meetings: which takes which, and what more room would gain",
    "calendar": "read a committee calendar: iCalendar, CSV or Modern.gov's XML",
    "dates": "clear days, latest publication, call-in, notice of election",
    "baseline": "the joint baseline: each council's lines, who has signed, what is missing",
    "savings": "the savings plan: what each year has to find, one-off apart, and on what it rests",
    "posts": "shared posts: cost, on-costs, and each council's net effect by month and year",
    "share": "split a joint cost: equal, by weights, SCRB, Shapley, nucleolus, and who would leave",
    "proofread": "find what is wrong in any council's report (.docx, .pdf, .md, .txt, .html)",
    "drift": "compare two councils' papers on one proposal, figure by figure",
}
"""The commands of this room and what each is for; the console script hands them over without
importing Django.  `NAME_command` adds its arguments (`add_NAME`) and runs it (`run_NAME`); it is
imported only when it is asked for, so that a small question is answered at once."""

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
    """Run one pure command.  Returns the exit code: 0 whatever is found, 1 where some of it could
    not be written, 2 for unreadable input."""
    asked = next((word for word in arguments if not word.startswith("-")), "")
    parser = build_parser(asked)
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 0
    module = import_module(f"moothall.cli.{options.command}_command")
    code: int = getattr(module, f"run_{options.command}")(options)
    return code


def build_parser(asked: str) -> argparse.ArgumentParser:
    """The arguments of the command asked for, and the names of the others."""
    parser = argparse.ArgumentParser(
        prog="moothall",
        description="Shared services of sovereign councils: facts in; findings, money, the joint "
        "route and each council's own papers out.",
        epilog=_WEB_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Moothall {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="pure commands")
    for name, says in PURE_COMMANDS.items():
        if name == asked:
            module = import_module(f"moothall.cli.{name}_command")
            getattr(module, f"add_{name}")(commands)
        else:
            commands.add_parser(name, help=says)
    return parser
