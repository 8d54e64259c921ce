"""A programme written as its folder: the texts of its files, and the folder itself.

The files hold the facts and nothing but the facts: comments that stood in the files from which they
were once read are not kept.
"""

from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from moothall.facts.fact import Fact
from moothall.facts.programme import KINDS, Programme, SourceDocument
from moothall.files.emitter import yaml_text
from moothall.files.new_folders import UnwritableError, put_folder
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import OWN_FOLDERS, read_programme
from moothall.files.registers import brought, with_general
from moothall.files.shapes import as_entry
from moothall.files.texts import read_text

NOT_KEPT = "Comments that stood in the files it was loaded from are not kept."


def programme_texts(programme: Programme) -> dict[str, str]:
    """The text of every file of the programme's folder, by its path in it.

    Fields stand in the order of their types, those at their default are left out, and so are an
    owner and a day that are those of the fact's document.
    """
    documents = {document.id: document for document in programme.documents}
    contents: dict[str, Any] = {
        "programme.yaml": as_entry(programme.about),
        "documents.yaml": [as_entry(document) for document in programme.documents],
    }
    for authority in programme.authorities:
        contents[f"authorities/{_file_name(authority.code)}"] = as_entry(authority)
    for layout in brought(programme.formats):
        contents[f"formats/{_file_name(layout.name)}"] = as_entry(layout)
    for kind in KINDS:
        if facts := getattr(programme, kind):
            contents[f"{kind}.yaml"] = [_fact_entry(fact, documents) for fact in facts]
    return {path: yaml_text(content) for path, content in contents.items()}


def write_programme(programme: Programme, folder: Path, *, replacing: bool = False) -> None:
    """Write a programme folder, whole or not at all.

    The folder must be new or empty; `replacing` one of the same programme keeps what lies in it
    beside the facts (hidden files, .md and .txt).  What was written is read again before it is put
    in place.  Raises UnwritableError.
    """
    texts = programme_texts(programme)

    def fill(new: Path) -> None:
        if replacing:
            _check_same_programme(folder, programme)
        for path, text in texts.items():
            _write(new / path, text)
        _check_read_again(new, programme)

    put_folder(folder, fill, may_go=_is_of_the_programme if replacing else None)


def _fact_entry(fact: Fact, documents: dict[str, SourceDocument]) -> dict[str, Any]:
    entry = as_entry(fact)
    document = documents.get(fact.source.document)
    if document is not None:
        for name in ("owner", "known_on"):
            if getattr(document, name) == getattr(fact, name):
                del entry[name]
    return entry


def _file_name(name: str) -> str:
    """The file of an authority or a format; its name must not lead to another folder."""
    if not name or name.startswith(".") or set(name) & {"/", "\\", "\0"}:
        raise UnwritableError(
            f"{name!r} cannot be the name of a file. Give that authority or report format a code "
            "of letters, digits and hyphens."
        )
    return f"{name}.yaml"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _check_read_again(new: Path, programme: Programme) -> None:
    """Refuse to leave a folder behind that would not give these facts again."""
    try:
        again = read_programme(new)
    except UnreadableError as error:
        told = str(error).replace(f"{new}/", "")
        raise UnwritableError(
            f"{programme.about.name} cannot be written so that it could be loaded again:\n{told}"
        ) from None
    if again != replace(
        programme,
        authorities=tuple(sorted(programme.authorities, key=attrgetter("code"))),
        formats=with_general(programme.formats),
    ):
        raise UnwritableError(
            f"{programme.about.name} would be read again as other facts than it holds; nothing was "
            "written. This is a fault of the program: please report it."
        )


def _check_same_programme(folder: Path, programme: Programme) -> None:
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    about = folder / "programme.yaml"
    held = read_text(about, str(about)).content if about.is_file() else None
    if not isinstance(held, dict) or held.get("id") != programme.about.id:
        raise UnwritableError(
            f"{folder} does not hold the programme {programme.about.id}. Only a folder of the same "
            "programme is replaced; name another, or a new one."
        )


def _is_of_the_programme(entry: Path) -> bool:
    """Whether it is a file or folder of facts, which writing the programme replaces."""
    return entry.name in OWN_FOLDERS or (
        not entry.name.startswith(".") and entry.suffix not in (".md", ".txt")
    )
