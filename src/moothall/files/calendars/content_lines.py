"""The lines of an iCalendar file with their numbers, and whether they nest as they should.

The library that reads the file tells no line: what it cannot read is found here first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.files.problems import Problem, UnreadableError

_NAME = re.compile(r"[A-Za-z0-9-]+[;:]")
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class EventLines:
    """On which lines the events of a file begin, in their order."""

    begin: tuple[int, ...]


def look_along(text: str, name: str) -> EventLines:
    """The beginnings of all events.

    Raises UnreadableError, with every line at fault, where a line is no content line, or where what
    begins does not end.
    """
    problems: list[Problem] = []
    open_parts: list[tuple[str, int]] = []
    begin: list[int] = []
    for number, line in _unfolded(text):
        if not _NAME.match(line):
            cure = "Export the calendar again; a line that goes on begins with a blank."
            problems.append(
                Problem(name, number, f"{line[:60]!r} is no line of an iCalendar file", cure)
            )
            if len(problems) >= _MOST_SHOWN:
                break
            continue
        word, _, value = line.partition(":")
        word, value = word.upper(), value.strip().upper()
        if word == "BEGIN":
            open_parts.append((value, number))
            if value == "VEVENT":
                begin.append(number)
        elif word == "END":
            if not open_parts or open_parts[-1][0] != value:
                expected = f"END:{open_parts[-1][0]}" if open_parts else "nothing to end"
                what = f"END:{value} stands where {expected} is expected"
                problems.append(Problem(name, number, what, "Export the calendar again."))
                break
            open_parts.pop()
    else:
        for part, number in open_parts[-1:]:
            what = f"BEGIN:{part} is never ended, so the file is cut off"
            problems.append(Problem(name, number, what, "Export or download the calendar again."))
    if problems:
        raise UnreadableError(problems)
    return EventLines(tuple(begin))


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Every content line with the number of its first line; a line may go on over several."""
    held, start = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1] in (" ", "\t") and start:
            held += line[1:]
            continue
        if held.strip():
            yield start, held
        held, start = line, number
    if held.strip():
        yield start, held
