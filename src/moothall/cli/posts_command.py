"""`moothall posts`: what shared posts cost, and what sharing them does to each council's money."""

import argparse
import json
import sys
from pathlib import Path

from moothall.basics.years import FinancialYear, read_financial_year
from moothall.cli.days import today, typed_day

UNREADABLE = 2
MOST_YEARS = 20


def add_posts(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its arguments."""
    posts = commands.add_parser(
        "posts",
        description="Work out what shared posts cost and what sharing them does to each council: "
        "its share, less what it paid before, plus its backfill.  What the sources withhold is not "
        "guessed: it is asked for, or assumed with --assume and marked so.  Exit 0 whatever is "
        "found, 2 where the folder or an assumption cannot be read.",
    )
    posts.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    posts.add_argument("--proposal", metavar="ID", help="only this proposal (default: all)")
    posts.add_argument(
        "--since",
        type=_year,
        metavar="YEAR",
        help="the first financial year, for example 2021/22 (default: that of the first start)",
    )
    posts.add_argument(
        "--years",
        type=_number_of_years,
        default=3,
        metavar="N",
        help=f"how many financial years, up to {MOST_YEARS} (default: 3)",
    )
    posts.add_argument(
        "--as-at",
        type=typed_day,
        metavar="DATE",
        help="what was known by the end of that day, for example 2022-02-15 (default: today)",
    )
    posts.add_argument(
        "--assume",
        action="append",
        default=[],
        metavar="KEY.FIELD=VALUE",
        help="a figure to assume for this answer: POST.salary=65000, POST.paid_before.COUNCIL=0, "
        "COUNCIL.pension_percent=20.5, COUNCIL.pay_award_percent@2022/23=1.75; may be given "
        "several times",
    )
    posts.add_argument("--json", action="store_true", help="write JSON and nothing else")


def run_posts(options: argparse.Namespace) -> int:
    """The answer on standard output, problems on standard error; returns the exit code."""
    from moothall.cli.posts_json import posts_json
    from moothall.cli.posts_text import Answer, posts_text
    from moothall.facts.programme import known_by
    from moothall.files.problems import UnreadableError
    from moothall.files.programme_folder import read_programme
    from moothall.files.rates import read_rates
    from moothall.workforce.assumptions import AssumptionError, assuming
    from moothall.workforce.in_service import year_of
    from moothall.workforce.post_effects import effects_of, first_year
    from moothall.workforce.rules import findings

    as_at = options.as_at or today()
    try:
        known, _ = known_by(read_programme(options.folder), as_at)
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNREADABLE
    proposals = [each.id for each in known.proposals]
    if options.proposal is not None:
        if options.proposal not in proposals:
            print(
                f"--proposal: {options.proposal!r} is none; there are {', '.join(proposals)}.",
                file=sys.stderr,
            )
            return UNREADABLE
        proposals = [options.proposal]
    try:
        # A start may itself be assumed, so the first year is looked for with the assumptions made.
        since = options.since or year_of(as_at)
        supposed = assuming(known, tuple(options.assume), since, as_at)
        if options.since is None:
            since = first_year(supposed, set(proposals)) or since
            supposed = assuming(known, tuple(options.assume), since, as_at)
    except AssumptionError as error:
        print(f"--assume {error}.", file=sys.stderr)
        return UNREADABLE
    until = FinancialYear(since.start + options.years)
    rates = read_rates()
    answer = Answer(
        programme=supposed,
        as_at=as_at,
        since=since,
        until=until,
        assumptions=tuple(options.assume),
        rates_version=rates.version,
        effects=tuple(
            (proposal, effects)
            for proposal in proposals
            if (effects := effects_of(supposed, proposal, rates, since, until))
        ),
        findings=tuple(
            finding
            for finding in findings(supposed)
            if options.proposal is None or finding.proposal in ("", options.proposal)
        ),
    )
    if options.json:
        print(json.dumps(posts_json(answer), ensure_ascii=False, indent=1))
    else:
        print(posts_text(answer))
    return 0


def _year(text: str) -> FinancialYear:
    try:
        year = read_financial_year(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if not 1900 <= year.start <= 2199:
        raise argparse.ArgumentTypeError(f"{text!r} lies outside 1900/01 to 2199/00")
    return year


def _number_of_years(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_YEARS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of years; write a whole number from 1 to {MOST_YEARS}"
        )
    return int(text)
