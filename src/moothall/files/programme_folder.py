"""A programme folder: `programme.yaml`, `documents.yaml` and one YAML or CSV file per kind of fact.

Every problem of every file is gathered before anything is refused; a folder is read whole or not
at all.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.fact import PROGRAMME, Fact, references
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.files.problems import Problem, UnreadableError, did_you_mean
from moothall.files.registers import (
    AUTHORITIES,
    FORMATS,
    known_names,
    read_authority,
    read_format,
    with_general,
)
from moothall.files.shapes import shape
from moothall.files.texts import Text, read_text

OWN_FOLDERS = {"authorities", "formats"}
"""What a programme folder may bring beside the facts, one file for each authority or format."""


@dataclass
class _Reading:
    """What has been read so far of one folder."""

    folder: Path
    shown: str
    problems: list[Problem] = field(default_factory=list)
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """`kind/id` of every fact by its id, which no other may have."""
    named: dict[str, set[str]] = field(default_factory=dict)
    """The ids that the files name, also those of entries that cannot be read: one fault in an
    entry must not make every entry that points at it look wrong too."""


def read_programme(folder: Path) -> Programme:
    """Read a programme folder.  Raises UnreadableError with every problem found."""
    reading = _Reading(folder=folder, shown=str(folder).rstrip("/"))
    if not folder.is_dir():
        raise UnreadableError(
            [
                Problem(
                    reading.shown, 1, "is no folder", "Give the folder that holds programme.yaml."
                )
            ]
        )
    about = _read_about(reading)
    authorities = _read_authorities(reading)
    formats = _read_formats(reading, authorities)
    documents = _read_documents(reading)
    for kind, text in _kind_files(reading):
        _read_kind(reading, kind, text, documents)
    _check(reading)
    if reading.problems or about is None:
        raise UnreadableError(reading.problems)
    return Programme(
        about=about,
        authorities=authorities,
        documents=tuple(documents.values()),
        formats=formats,
        places={fact: f"{file}:{line}" for fact, (file, line) in reading.places.items()},
        **{kind: tuple(facts) for kind, facts in reading.facts.items()},  # type: ignore[arg-type]
    )


def _read_about(reading: _Reading) -> About | None:
    text = _read(reading, "programme.yaml", needed=True)
    codes = text.content.get("authorities") if isinstance(text.content, dict) else None
    known = known_names(AUTHORITIES, reading.folder / "authorities")
    for place, code in enumerate(codes if isinstance(codes, list) else ()):
        if isinstance(code, str):
            reading.named.setdefault("authorities", set()).add(code)
            if code not in known:
                text.complain(
                    text.line(("authorities", place)),
                    f"{code!r} is no authority that is held",
                    f"{did_you_mean(code, known)} Or add authorities/{code}.yaml to this folder.",
                )
    about = shape(text, text.content, About) if text.content is not None else None
    if text.content is None and not text.problems:
        text.complain(1, "is empty", "Write id, name, authorities and summary.")
    reading.problems += text.problems
    return about


def _read_authorities(reading: _Reading) -> tuple[Authority, ...]:
    own = reading.folder / "authorities"
    found = []
    for code in sorted(reading.named.get("authorities", set()) & known_names(AUTHORITIES, own)):
        authority, problems = read_authority(code, own, reading.shown)
        reading.problems += problems
        if authority is not None:
            found.append(authority)
    return tuple(found)


def _read_formats(reading: _Reading, authorities: tuple[Authority, ...]) -> tuple[Format, ...]:
    own = reading.folder / "formats"
    known = known_names(FORMATS, own)
    names: dict[str, Authority | None] = dict.fromkeys(
        path.stem for path in (own.glob("*.yaml") if own.is_dir() else ())
    )
    names |= {use.format: each for each in authorities for use in each.paper_formats}
    found = []
    for name, authority in sorted(names.items()):
        if name not in known and authority is not None:
            reading.problems.append(
                Problem(
                    f"authorities/{authority.code}.yaml",
                    1,
                    f"{name!r} is no report format that is held",
                    f"{did_you_mean(name, known)} Or add formats/{name}.yaml to this folder.",
                )
            )
            continue
        layout, problems = read_format(name, own, reading.shown)
        reading.problems += problems
        if layout is not None and (authority is not None or layout.general):
            found.append(layout)
    return with_general(found)


def _read_documents(reading: _Reading) -> dict[str, SourceDocument]:
    text = _read(reading, "documents.yaml", needed=True)
    documents: dict[str, SourceDocument] = {}
    for place, entry in enumerate(_entries(text)):
        _name(reading, "documents", entry)
        document = shape(text, entry, SourceDocument, (place,))
        if document is None:
            continue
        if document.id in documents:
            text.complain(
                text.line((place, "id")),
                f"two documents have the id {document.id!r}",
                "Give one of them another id.",
            )
        documents[document.id] = document
    reading.problems += text.problems
    return documents


def _kind_files(reading: _Reading) -> list[tuple[str, Text]]:
    files = []
    for path in sorted(reading.folder.iterdir()):
        if path.name in ("programme.yaml", "documents.yaml") or path.name.startswith("."):
            continue
        if path.is_dir() and path.name in OWN_FOLDERS:
            continue
        if path.suffix in (".yaml", ".csv") and path.stem in KINDS:
            files.append((path.stem, _read(reading, path.name)))
        elif path.suffix not in (".md", ".txt"):
            names = {f"{kind}.yaml" for kind in KINDS} | {f"{kind}.csv" for kind in KINDS}
            reading.problems.append(
                Problem(
                    f"{reading.shown}/{path.name}",
                    1,
                    "is no file of a programme folder",
                    did_you_mean(path.name, names | OWN_FOLDERS),
                )
            )
    return files


def _read(reading: _Reading, name: str, *, needed: bool = False) -> Text:
    path = reading.folder / name
    shown = f"{reading.shown}/{name}"
    if needed and not path.exists():
        text = Text(file=shown)
        text.complain(1, "is missing", f"Every programme folder has a {name}.")
        return text
    return read_text(path, shown)


def _name(reading: _Reading, kind: str, entry: Any) -> None:
    if isinstance(entry, dict) and isinstance(entry.get("id"), str):
        reading.named.setdefault(kind, set()).add(entry["id"])


def _entries(text: Text) -> list[Any]:
    if text.problems or text.content is None:
        return []
    if not isinstance(text.content, list):
        text.complain(1, "is no list", "Begin every entry with `- `.")
        return []
    return text.content


def _read_kind(
    reading: _Reading, kind: str, text: Text, documents: dict[str, SourceDocument]
) -> None:
    target = fact_type(kind)
    for place, entry in enumerate(_entries(text)):
        _name(reading, kind, entry)
        if isinstance(entry, dict):
            if text.file.endswith(".csv"):
                entry = _split_lists(entry, kind)
            entry = _with_defaults(entry, text, place, documents, reading.named)
        fact = shape(text, entry, target, (place,))
        if fact is None:
            continue
        key, here = f"{kind}/{fact.id}", text.line((place,))
        twin = reading.keys.setdefault(fact.id, key)
        if twin in reading.places:
            file, line = reading.places[twin]
            text.complain(
                text.line((place, "id")),
                f"two facts have the id {fact.id!r}: the other is at {file}:{line}",
                "Give one of them another id.",
            )
            continue
        reading.places[key] = (text.file, here)
        reading.facts.setdefault(kind, []).append(fact)
    reading.problems += text.problems


def _split_lists(entry: dict[str, Any], kind: str) -> dict[str, Any]:
    """A table's cells, with several values in one cell taken apart at the semicolons."""
    return {
        name: [part.strip() for part in cell.split(";") if part.strip()]
        if _is_list(kind, name)
        else cell
        for name, cell in entry.items()
    }


def _with_defaults(
    entry: dict[str, Any],
    text: Text,
    place: int,
    documents: dict[str, SourceDocument],
    named: dict[str, set[str]],
) -> dict[str, Any]:
    """The entry with its document's owner and date where it names none of its own."""
    source = entry.get("source")
    document_id = source.split(" ")[0] if isinstance(source, str) else ""
    document = documents.get(document_id)
    if document is None:
        if isinstance(source, str) and document_id not in named.get("documents", ()):
            text.complain(
                text.line((place, "source")),
                f"{document_id!r} is no document of documents.yaml",
                did_you_mean(document_id, documents),
            )
        # The fault is reported where it stands; these two only keep it from being told thrice.
        return {"owner": PROGRAMME, "known_on": date.min.isoformat()} | entry
    return {"owner": document.owner, "known_on": document.known_on.isoformat()} | entry


def _check(reading: _Reading) -> None:
    """What only shows once everything is read: owners and references."""
    ids = reading.named
    owners = {PROGRAMME, *ids.get("authorities", ())}
    for kind, facts in reading.facts.items():
        for fact in facts:
            file, line = reading.places[f"{kind}/{fact.id}"]
            if fact.owner not in owners:
                reading.problems.append(
                    Problem(
                        file,
                        line,
                        f"{fact.id}: the owner {fact.owner!r} is no authority of this programme",
                        did_you_mean(fact.owner, owners),
                    )
                )
            for name, target_kind, target in references(fact):
                if target not in ids.get(target_kind, ()):
                    reading.problems.append(
                        Problem(
                            file,
                            line,
                            f"{fact.id}: {name} names {target!r}, which is not in {target_kind}",
                            did_you_mean(target, ids.get(target_kind, ())),
                        )
                    )


@cache
def fact_type(kind: str) -> type[Fact]:
    """The dataclass of a kind of fact."""
    target: type[Fact] = get_args(get_type_hints(Programme)[kind])[0]
    return target


@cache
def _is_list(kind: str, name: str) -> bool:
    return get_origin(get_type_hints(fact_type(kind)).get(name)) is tuple
