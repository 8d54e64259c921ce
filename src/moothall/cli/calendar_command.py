"""`moothall calendar`: the meetings of a committee calendar, for a person or as JSON."""

import argparse
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from moothall.basics.dates import in_words
from moothall.cli.days import today, typed_day

if TYPE_CHECKING:
    from moothall.files.calendars.bodies import MatchedBodies
    from moothall.files.calendars.calendar_read import CalendarMeeting, CalendarRead

UNREADABLE = 2
AHEAD = timedelta(days=2 * 365)
_Options = argparse.Namespace


def add_calendar(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and what it does."""
    calendar = commands.add_parser(
        "calendar",
        description="Read committee calendars.  Nothing is fetched and nothing is kept.",
    )
    acts = calendar.add_subparsers(dest="act", metavar="ACT", required=True)
    read = acts.add_parser(
        "read",
        help="the meetings of a calendar, body by body",
        description="Print the meetings of a calendar, body by body, and what could not be read.  "
        "Exit 0 whatever is found, 2 where the file is no calendar.",
    )
    read.add_argument("file", type=Path, metavar="FILE", help="the calendar")
    read.add_argument(
        "--since", type=typed_day, metavar="DATE", help="the first day wanted (default: today)"
    )
    read.add_argument(
        "--until",
        type=typed_day,
        metavar="DATE",
        help="the day after the last one wanted (default: two years on)",
    )
    read.add_argument(
        "--programme",
        type=Path,
        metavar="FOLDER",
        help="a programme folder: also say which of its bodies each name means",
    )
    read.add_argument("--json", action="store_true", help="write JSON and nothing else")


def run_calendar(options: _Options) -> int:
    """Read the calendar.  Returns 0, or 2 where it or the programme cannot be read."""
    from moothall.files.calendars.bodies import match_bodies
    from moothall.files.calendars.calendar_file import read_calendar
    from moothall.files.problems import UnreadableError
    from moothall.files.programme_folder import read_programme

    since = options.since or today()
    until = options.until or since + AHEAD
    if until <= since:
        what = f"there is no day from {since} on and before {until}; give a later --until"
        print(f"moothall calendar: {what}", file=sys.stderr)
        return UNREADABLE
    try:
        read = read_calendar(_content(options.file), options.file.name, since=since, until=until)
        programme = read_programme(options.programme) if options.programme else None
    except OSError as error:
        print(f"moothall calendar: {options.file}: {error.strerror}", file=sys.stderr)
        return UNREADABLE
    except UnreadableError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNREADABLE
    matched = match_bodies(read.meetings, programme) if programme else None
    if options.json:
        print(json.dumps(as_json(read, matched), ensure_ascii=False, indent=2))
    else:
        print(as_text(read, matched))
    return 0


def as_json(read: "CalendarRead", matched: "MatchedBodies | None") -> dict[str, object]:
    """The calendar as JSON holds it; `body` is the programme's, null where it is not known."""
    found: dict[str, object] = {
        "form": read.form,
        "since": read.since.isoformat(),
        "until": read.until.isoformat(),
        "meetings": [_meeting_json(each, matched) for each in read.meetings],
        "left_out": read.left_out,
        "problems": [
            {"file": each.file, "line": each.line, "what": each.what, "cure": each.cure}
            for each in read.problems
        ],
    }
    if matched is not None:
        found["unknown_bodies"] = list(matched.unknown)
        found["several_bodies"] = {name: list(ids) for name, ids in matched.several.items()}
    return found


def as_text(read: "CalendarRead", matched: "MatchedBodies | None") -> str:
    """The calendar for a terminal, body by body."""
    by_body: dict[str, list[CalendarMeeting]] = {}
    for each in read.meetings:
        by_body.setdefault(each.body_name, []).append(each)
    number = len(read.meetings)
    lines = [
        f"{read.name}: {read.form}, {number} meeting{'' if number == 1 else 's'} from "
        f"{in_words(read.since)} and before {in_words(read.until)}"
        + (f"; {read.left_out:,} on other days left out" if read.left_out else "")
    ]
    for name in sorted(by_body):
        lines += ["", f"{name}{_means(name, matched)}"]
        lines += [f"  {_one_line(each)}" for each in by_body[name]]
    if matched is not None and (matched.unknown or matched.several):
        lines += ["", "Which body is meant is not known for:"]
        lines += [f"  {name}" for name in matched.unknown]
        lines += [f"  {name}: {' or '.join(ids)}" for name, ids in matched.several.items()]
    if read.problems:
        lines += ["", "What could not be read:", *(f"  {each}" for each in read.problems)]
    return "\n".join(lines)


def _one_line(meeting: "CalendarMeeting") -> str:
    parts = [in_words(meeting.held_on), meeting.starts_at or "no time given", meeting.place]
    if meeting.kind != "ordinary":
        parts.append(meeting.kind)
    if meeting.status.value != "confirmed":
        parts.append(meeting.status.value.upper())
    return ", ".join(part for part in parts if part)


def _means(name: str, matched: "MatchedBodies | None") -> str:
    body = matched.known.get(name) if matched else None
    return f" = {body}" if body else ""


def _meeting_json(meeting: "CalendarMeeting", matched: "MatchedBodies | None") -> dict[str, object]:
    found: dict[str, object] = {"body_name": meeting.body_name}
    if matched is not None:
        found["body"] = matched.known.get(meeting.body_name)
    return found | {
        "held_on": meeting.held_on.isoformat(),
        "weekday": f"{meeting.held_on:%A}",
        "starts_at": meeting.starts_at,
        "kind": meeting.kind,
        "place": meeting.place,
        "status": meeting.status.value,
        "reference": meeting.reference,
        "place_in_file": meeting.place_in_file,
    }


def _content(path: Path) -> bytes:
    """The file, or so much of it that it is seen to be too large."""
    from moothall.files.calendars.calendar_read import LARGEST

    with path.open("rb") as file:
        return file.read(LARGEST + 1)
