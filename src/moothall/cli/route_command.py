"""`moothall route`: each council's steps with dates, the joint day of effect, and what binds it."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from moothall.case.case import Case, make_case
from moothall.cli.days import add_as_at, add_suppose, today, typed_day
from moothall.cli.route_json import route_json
from moothall.cli.route_text import route_text
from moothall.files.law import read_law
from moothall.files.problems import UnreadableError, did_you_mean
from moothall.files.programme_folder import read_programme
from moothall.governance.planning.plan import Plans
from moothall.governance.suppositions import SuppositionError

UNREADABLE = 2


def add_route(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    route = commands.add_parser(
        "route",
        description="Plan a proposal through every council.  The answer is the route as it stands; "
        "beside it stand the earliest one, those closest together, and the last days for a wanted "
        "start.  Exit 0 whatever is found, 2 where the folder cannot be read.",
    )
    route.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    route.add_argument("--proposal", metavar="ID", help="only this proposal (default: all)")
    add_as_at(route)
    route.add_argument(
        "--go-live",
        type=typed_day,
        metavar="DATE",
        help="a wanted first day of the service: the last day for every step is counted back",
    )
    add_suppose(route)
    route.add_argument("--json", action="store_true", help="write JSON and nothing else")


def run_route(options: argparse.Namespace) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    proposal: str | None = options.proposal
    as_at: date = options.as_at or today()
    try:
        case = make_case(
            read_programme(options.folder),
            read_law(),
            as_at,
            tuple(options.suppose),
            options.go_live,
        )
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems; nothing was planned.", file=sys.stderr)
        return UNREADABLE
    except SuppositionError as error:
        print(f"--suppose: {error}.", file=sys.stderr)
        return UNREADABLE
    known = [plans.proposal for plans in case.plans]
    if proposal is not None and proposal not in known:
        print(
            f"--proposal: {proposal!r} is no proposal known by {as_at}. "
            f"{did_you_mean(proposal, set(known))}",
            file=sys.stderr,
        )
        return UNREADABLE
    wanted = [plans for plans in case.plans if proposal in (None, plans.proposal)]
    print(_json(case, wanted) if options.json else _text(case, wanted))
    return 0


def _json(case: Case, wanted: list[Plans]) -> str:
    """One route is the answer itself; of several each stands in `routes`."""
    routes = [route_json(case, plans) for plans in wanted]
    answer = routes[0] if len(routes) == 1 else {"as_at": str(case.as_at), "routes": routes}
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _text(case: Case, wanted: list[Plans]) -> str:
    return "\n\n".join(route_text(case, plans) for plans in wanted)
