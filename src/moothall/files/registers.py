"""The registers that come with the program: authorities' own rules and report formats.

A programme folder may bring its own (`authorities/CODE.yaml`, `formats/NAME.yaml`); what it brings
stands instead of the register's entry of the same name.
"""

from functools import cache
from importlib import resources
from pathlib import Path

from moothall.documents.formats import CONTENTS, TOPICS, Format
from moothall.facts.authority import Authority
from moothall.files.problems import Problem, did_you_mean
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


def read_format(name: str, own: Path, shown: str) -> tuple[Format | None, list[Problem]]:
    """The report format of that name; every content that it asks for is checked."""
    text = _entry(FORMATS, name, own, shown)
    layout = shape(text, text.content, Format) if not text.problems else None
    if layout is not None:
        for place, front in enumerate(layout.front):
            _check_contents(front.content, text, ("front", place))
        for place, section in enumerate(layout.sections):
            _check_contents(section.content, text, ("sections", place))
            for inner_place, inner in enumerate(section.sections):
                _check_contents(inner.content, text, ("sections", place, "sections", inner_place))
    return layout, text.problems


def _entry(register: str, name: str, own: Path, shown: str) -> Text:
    path = own / f"{name}.yaml"
    if path.is_file():
        return read_text(path, f"{shown}/{own.name}/{name}.yaml")
    return _register_entry(register, name)


@cache
def _register_entry(register: str, name: str) -> Text:
    return read_text(register_folder(register) / f"{name}.yaml", f"moothall/{register}/{name}.yaml")


def _check_contents(contents: tuple[str, ...], text: Text, at: tuple[str | int, ...]) -> None:
    for content in contents:
        if content not in TOPICS | CONTENTS:
            text.complain(
                text.line((*at, "content")),
                f"{content!r} is nothing that a section can hold",
                did_you_mean(content, TOPICS | CONTENTS),
            )
