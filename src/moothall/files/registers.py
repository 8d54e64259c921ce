"""The registers that come with the program: authorities' own rules and report formats.

A programme folder may bring its own (`authorities/CODE.yaml`, `formats/NAME.yaml`); what it brings
stands instead of the register's entry of the same name.
"""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from moothall.documents.formats import CONTENTS, TOPICS, Format
from moothall.facts.authority import Authority
from moothall.files.problems import Problem, UnreadableError, did_you_mean
from moothall.files.shapes import shape
from moothall.files.texts import Text, read_text


def register_folder(name: str) -> Path:
    """The folder of a register inside the installed package."""
    return Path(str(resources.files("moothall"))) / name


AUTHORITIES = "authorities"
FORMATS = "documents/report_formats"


def known_names(register: str, own: Path) -> set[str]:
    """Every name that the register or the programme's own folder holds."""
    return {
        path.stem
        for folder in (register_folder(register), own)
        if folder.is_dir()
        for path in folder.glob("*.yaml")
    }


def read_authority(code: str, own: Path, shown: str) -> tuple[Authority | None, list[Problem]]:
    """The authority of that code, from the programme's own folder before the register."""
    text = _entry(AUTHORITIES, code, own, shown)
    authority = shape(text, text.content, Authority) if not text.problems else None
    if authority is not None and authority.code != code:
        text.complain(
            text.line(("code",)),
            f"the code is {authority.code!r} in {code}.yaml",
            "Give file and code the same name.",
        )
    return authority, text.problems


@cache
def general_formats() -> tuple[Format, ...]:
    """The formats that come with the program and are no council's own, by name.

    Raises UnreadableError.
    """
    found = []
    nowhere = register_folder("none")
    for name in sorted(known_names(FORMATS, nowhere)):
        layout, problems = read_format(name, nowhere, "")
        if layout is None or problems:
            raise UnreadableError(problems)
        if layout.general:
            found.append(layout)
    return tuple(found)


def with_general(formats: Iterable[Format]) -> tuple[Format, ...]:
    """These formats, and the general ones that none of them stands instead of; by name."""
    held = {layout.name: layout for layout in (*general_formats(), *formats)}
    return tuple(held[name] for name in sorted(held))


def brought(formats: Iterable[Format]) -> tuple[Format, ...]:
    """These formats without the general ones that come with the program as they are."""
    with_it = {layout.name: layout for layout in general_formats()}
    return tuple(layout for layout in formats if with_it.get(layout.name) != layout)


def read_format(name: str, own: Path, shown: str) -> tuple[Format | None, list[Problem]]:
    """The report format of that name; every content that it asks for is checked."""
    text = _entry(FORMATS, name, own, shown)
    layout = shape(text, text.content, Format) if not text.problems else None
    if layout is not None:
        if layout.name != name:
            text.complain(
                text.line(("name",)),
                f"the name is {layout.name!r} in {name}.yaml",
                "Give file and format the same name.",
            )
        _check_format(layout, text)
    return layout, text.problems


def _entry(register: str, name: str, own: Path, shown: str) -> Text:
    path = own / f"{name}.yaml"
    if path.is_file():
        return read_text(path, f"{shown}/{own.name}/{name}.yaml")
    return _register_entry(register, name)


@cache
def _register_entry(register: str, name: str) -> Text:
    return read_text(register_folder(register) / f"{name}.yaml", f"moothall/{register}/{name}.yaml")


_At = tuple[str | int, ...]
_Seen = dict[str, _At]


def _check_format(layout: Format, text: Text) -> None:
    """Every content is one that there is; no label stands twice; what is cleared is there."""
    printed: _Seen = {}
    for place, front in enumerate(layout.front):
        _check_contents(front.content, text, ("front", place))
        _check_twice(front.label, printed, text, ("front", place, "label"))
    for place, line in enumerate(layout.closing):
        _check_contents(line.content, text, ("closing", place), CONTENTS)
        _check_twice(line.label, printed, text, ("closing", place, "label"))
    printed = {}
    for part, sections in (("sections", layout.sections), ("appendices", layout.appendices)):
        for place, section in enumerate(sections):
            _check_contents(section.content, text, (part, place))
            _check_twice(section.heading, printed, text, (part, place, "heading"))
            below: _Seen = {}
            for inner_place, inner in enumerate(section.sections):
                here = (part, place, "sections", inner_place)
                _check_contents(inner.content, text, here)
                _check_twice(inner.heading, below, text, (*here, "heading"))
    known = {front.label for front in layout.front} | {
        each.heading
        for section in (*layout.sections, *layout.appendices)
        for each in (section, *section.sections)
    }
    for place, duty in enumerate(layout.clearances):
        for covered in duty.covers:
            if covered not in known:
                text.complain(
                    text.line(("clearances", place, "covers")),
                    f"{covered!r} is no heading or label of this format",
                    did_you_mean(covered, known),
                )


def _check_twice(words: str, seen: _Seen, text: Text, at: _At) -> None:
    first = seen.setdefault(words.strip().casefold(), at)
    if first != at:
        text.complain(
            text.line(at),
            f"{words!r} stands twice in this format, first in line {text.line(first)}",
            "Give one of them another name, so that people can tell them apart.",
        )


def _check_contents(
    contents: tuple[str, ...],
    text: Text,
    at: _At,
    known: frozenset[str] = TOPICS | CONTENTS,
) -> None:
    for content in contents:
        if content in TOPICS - known:
            text.complain(
                text.line((*at, "content")),
                f"{content!r} is written by people, and nobody writes after the last section",
                "Give it a section of its own.",
            )
        elif content not in known:
            text.complain(
                text.line((*at, "content")),
                f"{content!r} is nothing that a section can hold",
                did_you_mean(content, known),
            )
