"""The days that are typed: `--as-at`, and the day it is where nothing is said."""

import argparse
from datetime import date, datetime
from zoneinfo import ZoneInfo

from moothall.basics.dates import read_day

ENGLAND = ZoneInfo("Europe/London")
"""Where "today" is: the councils' own day, as on the site."""

_YEARS = (1900, 2199)
"""Years for which anybody plans; beyond them there is neither law nor a calendar of holidays."""


def typed_day(text: str) -> date:
    try:
        day = read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise argparse.ArgumentTypeError(
            f"{text!r} lies outside the years {_YEARS[0]} to {_YEARS[1]}; write, say, 2022-02-15"
        )
    return day


def today() -> date:
    """The day it is in England: the only place of these commands that reads the clock."""
    return datetime.now(tz=ENGLAND).date()


def add_as_at(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-at",
        type=typed_day,
        metavar="DATE",
        help="what was known by the end of that day, for example 2022-02-15 (default: today)",
    )


def add_suppose(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--suppose",
        action="append",
        default=[],
        metavar="AUTHORITY.RULE=VALUE",
        help="what would follow if a council's unknown rule were so, for example "
        "tameside.call_in_days=5; may be given several times",
    )
