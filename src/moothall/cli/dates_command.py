"""`moothall dates`: the sums that people do with dates, for a person or as JSON."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date

from moothall.basics.dates import read_day, read_written_date
from moothall.law.calendar import WorkingDays
from moothall.law.clear_days import Count
from moothall.law.day_sums import (
    MOST_DAYS,
    DaySum,
    from_when_to_meet,
    how_many_clear_days,
    until_when_to_publish,
    when_call_in_ends,
    when_to_give_notice_of_election,
)

UNREADABLE = 2
_Options = argparse.Namespace


def add_dates(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its questions."""
    dates = commands.add_parser(
        "dates",
        description="Answer a question about dates, with the days that do not count and the "
        "citation.  Working days are those of England: weekends and bank holidays do not count.",
    )
    asked = dates.add_subparsers(dest="question", metavar="QUESTION", required=True)
    publication = _question(
        asked, "latest-publication", "until when a paper or notice has to be published"
    )
    _day(publication, "--meeting", "the day of the meeting")
    _number(publication, "--clear-days")
    _count(publication)
    meeting = _question(asked, "earliest-meeting", "from when a meeting can be held")
    _day(meeting, "--published", "the day of publication")
    _number(meeting, "--clear-days")
    _count(meeting)
    clear = _question(asked, "clear-days", "how many clear days lie between the two")
    _day(clear, "--published", "the day of publication")
    _day(clear, "--meeting", "the day of the meeting")
    clear.add_argument("--need", type=_whole, metavar="N", help="how many there have to be")
    _count(clear)
    call_in = _question(asked, "call-in", "from when a published decision is effective")
    _day(call_in, "--published", "the day on which the decision was published")
    _number(call_in, "--days")
    call_in.add_argument(
        "--count-publication-day",
        action="store_true",
        help="the day of publication counts as the first",
    )
    call_in.add_argument(
        "--effective",
        choices=["next-day", "next-working-day"],
        default="next-day",
        help="when the decision is effective once the period is over (default: next-day)",
    )
    election = _question(asked, "notice-of-election", "the latest notice of an election")
    _day(election, "--poll", "polling day")


def run_dates(options: _Options) -> int:
    """Answer the question.  Returns 0, or 2 where the law holds no value for that day."""
    from moothall.law.law import NoLawForThatDayError

    try:
        answer = _ANSWERS[options.question](options)
    except NoLawForThatDayError as error:
        print(f"moothall dates: {error}", file=sys.stderr)
        return UNREADABLE
    except OverflowError:
        print("moothall dates: that leads out of the calendar.", file=sys.stderr)
        return UNREADABLE
    print(
        json.dumps(as_json(answer), ensure_ascii=False, indent=2) if options.json else _text(answer)
    )
    return 0


def as_json(answer: DaySum) -> dict[str, object]:
    """The answer as JSON holds it: `date` or `clear_days`, what was skipped, the citation."""
    found: dict[str, object] = {"asks": answer.asks}
    if answer.day is not None:
        found |= {"date": answer.day.isoformat(), "weekday": f"{answer.day:%A}"}
    if answer.clear_days is not None:
        found["clear_days"] = answer.clear_days
    if answer.enough is not None:
        found["ok"] = answer.enough
    found["skipped"] = [
        {"date": each.day.isoformat(), "weekday": f"{each.day:%A}", "why": each.why}
        for each in answer.skipped
    ]
    return found | {"citation": answer.citation, "note": answer.note}


def _text(answer: DaySum) -> str:
    lines = [answer.asks]
    if answer.day is not None:
        lines.append(f"  {_in_full(answer.day)}")
    if answer.clear_days is not None:
        judged = {None: "", True: ": enough", False: ": too few"}[answer.enough]
        lines.append(f"  {answer.clear_days}{judged}")
    if answer.note:
        lines.append(f"  {answer.note}")
    lines += [f"  skipped {_in_full(each.day)}: {each.why}" for each in answer.skipped]
    lines.append(f"  by {answer.citation}")
    return "\n".join(lines)


def _in_full(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y} ({day.isoformat()})"


def _working(options: _Options) -> WorkingDays:
    return WorkingDays(frozenset(options.extra_non_day))


def _election(options: _Options) -> DaySum:
    from moothall.files.law import read_law

    return when_to_give_notice_of_election(options.poll, read_law())


_ANSWERS: dict[str, Callable[[_Options], DaySum]] = {
    "latest-publication": lambda o: until_when_to_publish(
        o.meeting, o.clear_days, Count(o.count), _working(o)
    ),
    "earliest-meeting": lambda o: from_when_to_meet(
        o.published, o.clear_days, Count(o.count), _working(o)
    ),
    "clear-days": lambda o: how_many_clear_days(
        o.published, o.meeting, Count(o.count), o.need, _working(o)
    ),
    "call-in": lambda o: when_call_in_ends(
        o.published,
        o.days,
        count_publication_day=o.count_publication_day,
        next_working_day=o.effective == "next-working-day",
        working=_working(o),
    ),
    "notice-of-election": _election,
}


def _question(
    asked: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, says: str
) -> argparse.ArgumentParser:
    question = asked.add_parser(name, help=says, description=f"{says[:1].upper()}{says[1:]}.")
    question.add_argument("--json", action="store_true", help="write JSON and nothing else")
    question.add_argument(
        "--extra-non-day",
        action="append",
        default=[],
        type=_a_day,
        metavar="DATE",
        help="a day on which the council's offices are closed; may be given several times",
    )
    return question


def _day(question: argparse.ArgumentParser, name: str, says: str) -> None:
    question.add_argument(name, type=_a_day, required=True, metavar="DATE", help=says)


def _number(question: argparse.ArgumentParser, name: str) -> None:
    question.add_argument(name, type=_whole, required=True, metavar="N", help="how many days")


def _count(question: argparse.ArgumentParser) -> None:
    question.add_argument(
        "--count",
        choices=[each.value for each in Count],
        default=Count.WORKING.value,
        help="which days count: working (five clear days), calendar (28 days' notice), parish "
        "(Saturdays count too); default: working",
    )


def _a_day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError:
        pass
    try:
        written = read_written_date(text)
    except ValueError:
        written = None
    if written is None or not written.is_exact:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no day; write it as 2019-04-30 or 30 April 2019"
        )
    return written.earliest


def _whole(text: str) -> int:
    if not text.isdecimal() or int(text) > MOST_DAYS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of days; write a whole number up to {MOST_DAYS:,}"
        )
    return int(text)
