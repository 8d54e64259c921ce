"""`moothall portfolio`: many proposals, few meetings: which one goes to which."""

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from moothall.basics.dates import in_words
from moothall.cli.days import today, typed_day

if TYPE_CHECKING:
    from moothall.facts.programme import Programme
    from moothall.governance.portfolio.answer import Placed, Portfolio

UNREADABLE = 2
WIDTH = 100
SECONDS = 20
MOST_SECONDS = 3600


def add_portfolio(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its arguments."""
    portfolio = commands.add_parser(
        "portfolio",
        description="Give every proposal that is still to be decided its meetings, so that the "
        "days until they are live come to the least.  The limits are facts: how many items one "
        "meeting of a body takes (items_at_most), how many proposals the lead of a workstream "
        "carries at a time (at_once).  The answer says whether it is proven and what it cannot "
        "fall below.  Exit 0 whatever is found, 2 where the folder cannot be read.",
    )
    portfolio.add_argument("folder", type=Path, help="the folder that holds programme.yaml")
    portfolio.add_argument(
        "--as-at",
        type=typed_day,
        metavar="DATE",
        help="what was known by the end of that day, for example 2022-02-15 (default: today)",
    )
    portfolio.add_argument(
        "--suppose",
        action="append",
        default=[],
        metavar="AUTHORITY.RULE=VALUE",
        help="what would follow if a council's unknown rule were so; may be given several times",
    )
    portfolio.add_argument(
        "--seconds",
        type=_seconds,
        default=SECONDS,
        metavar="N",
        help=f"search for at most so long (default: {SECONDS}); what more room would gain is "
        "worked out after that",
    )
    portfolio.add_argument(
        "--json", action="store_true", help="write JSON and nothing else to standard output"
    )


def run_portfolio(options: argparse.Namespace) -> int:
    """The answer on standard output, progress and problems on standard error; the exit code."""
    from moothall.facts.programme import known_by
    from moothall.files.law import read_law
    from moothall.files.problems import UnreadableError
    from moothall.files.programme_folder import read_programme
    from moothall.governance.portfolio.portfolio import portfolio_of
    from moothall.governance.suppositions import SuppositionError, supposing

    as_at = options.as_at or today()
    try:
        known, _ = known_by(read_programme(options.folder), as_at)
        known = supposing(known, tuple(options.suppose))
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems; nothing was planned.", file=sys.stderr)
        return UNREADABLE
    except SuppositionError as error:
        print(f"--suppose: {error}.", file=sys.stderr)
        return UNREADABLE
    answer = portfolio_of(known, read_law(), as_at, seconds=options.seconds, progress=_progress)
    print(_json(known, answer) if options.json else _text(known, answer))
    return 0


def _progress(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)


def _json(programme: "Programme", answer: "Portfolio") -> str:
    from moothall.files.shapes import plain

    about = {"programme": programme.about.id, "synthetic": programme.about.synthetic}
    return json.dumps(about | dict(plain(answer)), ensure_ascii=False, indent=1)


def _text(programme: "Programme", answer: "Portfolio") -> str:
    lines = [f"{programme.about.name}, as known on {in_words(answer.as_at)}"]
    if programme.about.synthetic:
        lines.append("SYNTHETIC DATA: these councils and figures are invented.")
    lines += _sum(answer)
    for placed in answer.placed:
        lines += _placed(placed, answer.as_at)
    if answer.not_placed:
        lines += ["", "No meetings are found for"]
        for missing in answer.not_placed:
            end = "" if missing.why.endswith((".", "?")) else "."
            lines += _wrapped(f"{missing.name}: {missing.why}{end}")
    if answer.decided:
        lines += ["", "Decided already", *_wrapped("; ".join(answer.decided))]
    lines += _loads(answer)
    if answer.gains:
        lines += ["", "What more room would gain (found, not proven)"]
        for gain in answer.gains:
            more = f", {_counted(gain.more_placed, 'more proposal')} placed"
            days = f"{_counted(gain.days, 'day')} in all" + (more if gain.more_placed else "")
            lines += _wrapped(f"{days}: {gain.what}")
    return "\n".join(lines)


def _sum(answer: "Portfolio") -> Iterator[str]:
    placed = len(answer.placed)
    if not placed:
        yield "No proposal is left to place."
        return
    waits = sum(each.waits for each in answer.placed)
    yield from _wrapped(
        f"{_counted(placed, 'proposal')} placed. The days from now until each is live in every "
        f"council come to {answer.total_days:,}, {waits:,} of them spent waiting for one another.",
        "",
    )
    proof = (
        "Proven: no answer is better"
        if answer.is_proven
        else f"Not proven to be the best: no answer comes below {answer.bound_days:,}, so at most "
        f"{answer.gap:.2%} could still be gained"
    )
    yield from _wrapped(f"{proof} (found by {answer.method}).", "")
    if answer.stopped_by:
        again = "; another run may differ" if answer.stopped_by == "the clock" else ""
        yield from _wrapped(f"The search was ended by {answer.stopped_by}{again}.", "")
    if answer.needs:
        yield from _wrapped(answer.needs, "")
    if not answer.is_known:
        yield from _wrapped(
            "Where a council's rule is unknown, the least that it can be is taken:", ""
        )
    for question in answer.ask:
        yield from _wrapped(f"Ask: {question}")


def _placed(placed: "Placed", as_at: date) -> Iterator[str]:
    yield ""
    live = (
        in_words(placed.live_on)
        if placed.live_on is not None
        else f"{in_words(placed.not_before)} at the soonest"
    )
    waits = f", {_counted(placed.waits, 'day')} later than alone" if placed.waits else ""
    days = _counted((placed.not_before - as_at).days, "day")
    apart = f"; decided {_counted(placed.spread_days, 'day')} apart" if placed.spread_days else ""
    yield from _wrapped(f"{placed.name}: live on {live} (in {days}{waits}{apart})", "")
    for taken in placed.meetings:
        yield from _wrapped(f"{in_words(taken.on)}  {taken.body_name}: {taken.name}")
    if placed.carried is not None:
        first, last = placed.carried
        yield from _wrapped(
            f"its workstream's lead carries it from {in_words(first)} to {in_words(last)}"
        )


def _loads(answer: "Portfolio") -> Iterator[str]:
    yield from ["", "How full they are"]
    if not answer.bodies and not answer.leads:
        yield from _wrapped(
            "Nobody has said how many items a meeting takes (items_at_most of a body) or how many "
            "proposals a lead carries (at_once of a workstream): any number is taken to do."
        )
    for body in answer.bodies:
        full = f"; full on {_days(body.full_on)}" if body.full_on else ""
        yield from _wrapped(
            f"{body.name}: {body.taken} of {_counted(body.places, 'place')} taken at "
            f"{_counted(body.meetings, 'meeting')}{full}"
        )
    for lead in answer.leads:
        yield from _wrapped(
            f"The lead of {lead.name}: at most {lead.most} at a time, of {lead.at_once} possible"
        )


def _days(days: tuple[date, ...]) -> str:
    named = ", ".join(day.isoformat() for day in days[:6])
    return named if len(days) <= 6 else f"{named} and {_counted(len(days) - 6, 'day')} more"


def _wrapped(words: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _seconds(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_SECONDS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of seconds; write a whole number from 1 to {MOST_SECONDS:,}"
        )
    return int(text)
