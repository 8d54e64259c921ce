"""`moothall route`: each council's steps with dates, the joint day of effect, and what binds it."""

import json
import sys
from datetime import date
from pathlib import Path

from moothall.case.case import Case, make_case
from moothall.cli.route_json import route_json
from moothall.cli.route_text import route_text
from moothall.files.law import read_law
from moothall.files.problems import UnreadableError, did_you_mean
from moothall.files.programme_folder import read_programme
from moothall.governance.planning.plan import Plans
from moothall.governance.suppositions import SuppositionError

UNREADABLE = 2


def run_route(
    *,
    folder: Path,
    proposal: str | None,
    as_at: date,
    wanted_on: date | None,
    suppositions: tuple[str, ...],
    as_json: bool,
) -> int:
    """Returns the exit code; every problem goes to standard error, one a line."""
    try:
        case = make_case(read_programme(folder), read_law(), as_at, suppositions, wanted_on)
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
    print(_json(case, wanted) if as_json else _text(case, wanted))
    return 0


def _json(case: Case, wanted: list[Plans]) -> str:
    """One route is the answer itself; of several each stands in `routes`."""
    routes = [route_json(case, plans) for plans in wanted]
    answer = routes[0] if len(routes) == 1 else {"as_at": str(case.as_at), "routes": routes}
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _text(case: Case, wanted: list[Plans]) -> str:
    return "\n\n".join(route_text(case, plans) for plans in wanted)
