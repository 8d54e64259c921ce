"""YAML and CSV files as plain texts with line numbers.

Every scalar stays text: what a field means is said by its fact's type, not guessed from its
spelling, so that `no`, `1:30` and `2019/20` are what they look like.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from moothall.files.problems import Problem

LARGEST_FILE = 10_000_000  # bytes; the largest sample is under 100,000
DEEPEST = 20  # levels; programme files need six
_NULLS = ("", "~", "null")
_Path = tuple[str | int, ...]


@dataclass
class Text:
    """A file's content as mappings, lists and strings, with the line of every part."""

    file: str
    content: Any = None
    lines: dict[_Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: _Path) -> int:
        """The line of the innermost part of `path` that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def complain(self, line: int, what: str, cure: str = "") -> None:
        self.problems.append(Problem(self.file, line, what, cure))


def read_text(path: Path, shown_as: str) -> Text:
    """Read a `.yaml` or `.csv` file; what is wrong with it stands in `problems`."""
    text = Text(file=shown_as)
    characters = _decode(path, text)
    if characters is None:
        return text
    if path.suffix == ".csv":
        _read_csv(characters, text)
    else:
        _read_yaml(characters, text)
    return text


def _decode(path: Path, text: Text) -> str | None:
    try:
        if path.stat().st_size > LARGEST_FILE:
            text.complain(1, f"is larger than {LARGEST_FILE:,} bytes", "Split it.")
            return None
        content = path.read_bytes()
    except OSError as error:
        text.complain(1, f"cannot be opened ({error.strerror})", "Check the file and its rights.")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text.complain(
            line,
            f"is not UTF-8: byte 0x{content[error.start]:02x} stands for no character",
            "Save the file as UTF-8.",
        )
        return None


def _read_yaml(characters: str, text: Text) -> None:
    try:
        events = yaml.parse(characters, Loader=yaml.CSafeLoader)
        starts = [
            event for event in islice(events, 2) if isinstance(event, yaml.DocumentStartEvent)
        ]
        if starts:
            text.content = _value(next(events), events, (), text)
            _expect_end(events, text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        text.complain(
            mark.line + 1 if mark else 1,
            f"is not YAML: {error.problem or error.context}",
            "Check indentation, colons and quotation marks on this line and the one before.",
        )
    except yaml.reader.ReaderError as error:
        line = characters.count("\n", 0, error.position) + 1
        text.complain(line, "holds a character that YAML does not allow", "Remove it.")
    except _TooDeepError as error:
        text.complain(
            error.line,
            f"is nested more than {DEEPEST} levels deep",
            "A programme file needs no more than six levels.",
        )


def _expect_end(events: Iterator[yaml.Event], text: Text) -> None:
    for event in islice(events, 2):
        if isinstance(event, yaml.DocumentStartEvent):
            text.complain(_line(event), "begins a second document", "Remove the `---` line.")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


class _TooDeepError(Exception):
    """Nesting beyond what any programme file needs; stopped before it costs anything."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(line)


def _value(event: yaml.Event, events: Iterator[yaml.Event], path: _Path, text: Text) -> Any:
    """The value that begins with `event`; nothing is resolved, shared or constructed."""
    line = _line(event)
    text.lines.setdefault(path, line)
    if len(path) > DEEPEST:
        raise _TooDeepError(line)
    if isinstance(event, yaml.AliasEvent):
        text.complain(line, "uses an anchor twice", "Write the part out instead.")
        return None
    if isinstance(event, yaml.ScalarEvent):
        # quoted, "null" is a word like any other
        return None if not event.style and event.value in _NULLS else str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return _items(events, path, text)
    return _mapping(events, path, text)


def _items(events: Iterator[yaml.Event], path: _Path, text: Text) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events, (*path, len(items)), text))
    return items


def _mapping(events: Iterator[yaml.Event], path: _Path, text: Text) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            key = str(event.value)
        else:
            text.complain(line, "has a key that is no word", "Write the key as a plain word.")
            key = str(_value(event, events, (*path, f"key in line {line}"), text))
        if key in mapping:
            text.complain(line, f"{key!r} stands here twice", "Keep one of the two.")
        text.lines[*path, key] = line
        mapping[key] = _value(next(events), events, (*path, key), text)
    return mapping


def _read_csv(characters: str, text: Text) -> None:
    reader = csv.reader(io.StringIO(characters, newline=""), strict=True)
    rows: list[dict[str, str]] = []
    head: list[str] = []
    try:
        head = [name.strip() for name in next(reader, [])]
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(head):
                    text.complain(
                        line,
                        f"has {len(cells)} cells where the head has {len(head)}",
                        "Put a cell that holds a comma in quotation marks.",
                    )
                place = len(rows)
                text.lines[place,] = line
                filled = zip(head, cells, strict=False)  # a short row leaves its last cells empty
                rows.append({name: cell.strip() for name, cell in filled if cell.strip()})
            line = reader.line_num + 1
    except csv.Error as error:
        text.complain(reader.line_num, f"is not CSV: {error}", "Check the quotation marks.")
    if len(set(head)) != len(head):
        text.complain(1, "names a column twice", "Give every column its own name.")
    text.content = rows
