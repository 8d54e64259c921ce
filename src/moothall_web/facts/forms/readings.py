"""How one answer is read and written: the text of a field into a plain value, and back.

`reading(part, text)` gives what `moothall.files.shapes.plain` would; it raises ValueError with
what is wrong and what would cure it.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from moothall.basics.dates import read_day, read_written_date
from moothall.basics.figures import read_figure
from moothall.basics.years import read_financial_year
from moothall_web.facts.forms.parts import Part, Sort

YES, NO = "yes", "no"
LONGEST_LINE, LONGEST_TEXT, LONGEST_ANSWER = 500, 10_000, 100
_LONGEST = {"id": 100, "paragraph": 300, "name": 300}
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)

HINTS: dict[Sort, str] = {
    Sort.LINES: "Write each on a line of its own",
    Sort.DAY: "For example, 27 April 2022",
    Sort.DAYS: "One day to a line, for example 5 May 2022",
    Sort.WRITTEN: "As the source writes it, for example 28 June 2022, June 2022 or Spring 2022",
    Sort.FIGURE: "As printed, for example 7,319 or (1,100) or £0.600m",
    Sort.YEAR: "For example, 2019/20",
    Sort.WHOLE: "In digits, for example 35",
    Sort.NUMBER: "For example, 50 or 33.3",
}


def tidy(text: str) -> str:
    """A text as it is kept: line ends of one sort, nothing before or after."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def reading(part: Part, text: str) -> Any:
    """The plain value of a text that is not empty."""
    _bearable(part, text)
    return _READ[part.sort](text, part)


def shown(part: Part, value: Any) -> str:
    """The text that a field holds for a plain value; the inverse of `reading`."""
    if value is None:
        return ""
    if part.sort is Sort.FLAG:
        return YES if value else NO
    if part.sort is Sort.DAY:
        return day_in_words(str(value))
    if part.sort is Sort.DAYS:
        return "\n".join(day_in_words(str(each)) for each in value)
    if part.sort is Sort.LINES:
        between = "\n\n" if any("\n" in each for each in value) else "\n"
        return between.join(value)
    return tidy(str(value))


def day_in_words(iso: str) -> str:
    """`2022-04-27` → `27 April 2022`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _bearable(part: Part, text: str) -> None:
    """Refuse what nothing can print, and what nobody can read."""
    if any(ord(c) < ord(" ") and c not in "\n\t" for c in text):
        raise ValueError("it holds a character that cannot be printed; type it anew")
    longest = longest_of(part)
    if len(text) > longest:
        raise ValueError(
            f"it is {len(text):,} characters long; write at most {longest:,} characters"
        )
    if part.sort is Sort.WORDS and "\n" in text:
        raise ValueError("it goes over several lines; write it on one line")


def longest_of(part: Part) -> int:
    """How many characters an answer may have."""
    if part.sort is Sort.WORDS:
        return _LONGEST.get(part.name, LONGEST_LINE)
    if part.sort in (Sort.TEXT, Sort.LINES, Sort.DAYS):
        return LONGEST_TEXT
    return LONGEST_ANSWER


_SLASHED = re.compile(r"^\d{1,2}/\d{1,2}/\d{4}$")


def read_a_day(text: str) -> str:
    """A day as people write it, as ISO: 27 April 2022, 27/4/2022 or 2022-04-27."""
    day = None
    try:
        if _SLASHED.match(text):
            day = datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
        elif (written := read_written_date(text)).is_exact:
            day = written.earliest
        else:
            day = read_day(text)
    except ValueError:
        pass
    if day is None or not _EARLIEST <= day <= _LATEST:
        raise ValueError(f"{text!r} is no day that exists; write it as 27 April 2022")
    return day.isoformat()


def _flag(text: str, _: Part) -> bool:
    if text not in (YES, NO):
        raise ValueError("neither yes nor no is chosen; choose one of them")
    return text == YES


def _choice(text: str, part: Part) -> str:
    if text not in part.values:
        raise ValueError("it is none of the choices; choose one of the list")
    return text


def _whole(text: str, part: Part) -> int:
    if part.values:
        return int(_choice(text, part))
    digits = text.replace(",", "")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > _MOST_DIGITS:
        raise ValueError(f"{text!r} is no whole number; write digits only, for example 35")
    return int(digits)


_MOST_DIGITS = 9


def _number(text: str, _: Part) -> str:
    value: Decimal = read_figure(text.removesuffix("%").strip()).value
    return format(value, "f")


def _lines(text: str, _: Part) -> list[str]:
    # Where an item goes over several lines, an empty line stands between the items.
    items = re.split(r"\n[ \t]*\n", text) if re.search(r"\n[ \t]*\n", text) else text.split("\n")
    return [item.strip() for item in items if item.strip()]


_READ: dict[Sort, Callable[[str, Part], Any]] = {
    Sort.WORDS: lambda text, _: text,
    Sort.TEXT: lambda text, _: text,
    Sort.FLAG: _flag,
    Sort.CHOICE: _choice,
    Sort.DAY: lambda text, _: read_a_day(text),
    Sort.DAYS: lambda text, _: [read_a_day(day.strip()) for day in text.split("\n") if day.strip()],
    Sort.WRITTEN: lambda text, _: str(read_written_date(text)),
    Sort.FIGURE: lambda text, _: str(read_figure(text)),
    Sort.YEAR: lambda text, _: str(read_financial_year(text)),
    Sort.WHOLE: _whole,
    Sort.NUMBER: _number,
    Sort.LINES: _lines,
    Sort.ONE: lambda text, _: text,
}
