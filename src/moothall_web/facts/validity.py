"""What is sent in must be a whole fact: its texts, its id, its owner, all that it points at.

Every fault is gathered, each with its path.  What somebody may not see is refused in the words for
what is not there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any

from moothall.basics.citations import read_citation
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import About
from moothall.files.pointers import pointers
from moothall.files.problems import did_you_mean
from moothall.files.shapes import Fault, made_of
from moothall_web.facts import models
from moothall_web.facts.bounds import bounds, tidy
from moothall_web.facts.faults import InvalidError
from moothall_web.facts.sight_lines import EVERYBODY, seen_keys, sees_document, sees_fact
from moothall_web.facts.subjects import Subject, Thing, key_field, name_of, type_of
from moothall_web.people.queries import Sight
from moothall_web.row_scope import EVERYTHING, within

_Path = tuple[str | int, ...]

LONGEST_ID = 100
_COLUMNS = {"title": 500, "name": 300}  # of what the lists show, whatever the kind
_PARAGRAPH = 300

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_TAKEN_BY_ADDRESSES = ("add",)
_TIMES = {"baseline_signatures": 50}  # which hold every line as it was signed, 10,000 of them
_FEW = 12  # what a sentence can list


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Where something is sent in, and how far the sender sees."""

    programme: models.Programme
    about: About
    sight: Sight


def checked(sender: Sender, kind: str, payload: object, before: Subject | None) -> Thing:
    """The thing that a payload makes.

    `before` is what it takes the place of.  Raises InvalidError with all that is wrong with it.
    """
    found = list(bounds(payload, times=_TIMES.get(kind, 1)))
    if found:
        raise InvalidError(tuple(found))
    if not isinstance(payload, dict):
        raise InvalidError((Fault((), "is no set of fields", "Send every field by its name."),))
    whole = tidy(payload)
    made, found = _shaped(kind, whole)
    known = {fault.path for fault in found}
    found += [fault for fault in _placed(sender, kind, whole, before) if fault.path not in known]
    if found or isinstance(made, tuple):
        raise InvalidError(tuple(found))
    thing: Thing = made
    return thing


def all_checked(
    sender: Sender, kind: str, sent: Sequence[tuple[dict[str, Any], Subject | None]]
) -> list[Thing]:
    """What many payloads make, each with what it takes the place of, as `checked` would.

    What is pointed at is looked up once for all that point at the same.  The ids of new ones are
    the caller's to choose.  Raises InvalidError with what is wrong with the first that is wrong;
    the path of each fault begins with its place.
    """
    things: list[Thing] = []
    looked_up: set[object] = set()
    for place, (payload, before) in enumerate(sent):
        found = list(bounds(payload, times=_TIMES.get(kind, 1)))
        whole = payload if found else tidy(payload)
        made, more = ((), []) if found else _shaped(kind, whole)
        if not found:
            found = [*more, *_length_faults(whole)]
            where = _where(kind, whole, before)
            if not found and where not in looked_up:
                found += _source_faults(sender, whole, before)
                found += [
                    *_owner_faults(sender, whole),
                    *_pointer_faults(sender, kind, whole, before),
                ]
                looked_up.add(where)
        if found or isinstance(made, tuple):
            raise InvalidError(
                tuple(Fault((place, *each.path), each.what, each.cure) for each in found)
            )
        things.append(made)
    return things


def _where(kind: str, payload: dict[str, Any], before: Subject | None) -> object:
    """All that decides whether a payload may stand where it is to stand."""
    target = type_of(kind)

    def points(held: dict[str, Any]) -> tuple[object, ...]:
        document, _, paragraph = str(held.get("source", "")).partition(" ")
        targets = frozenset((each, key) for _, each, key in pointers(held, target))
        return targets, held.get("owner"), document, len(paragraph) > _PARAGRAPH

    return points(payload), points(before.payload) if before else None


def _shaped(kind: str, payload: dict[str, Any]) -> tuple[Any, list[Fault]]:
    """What a payload makes by itself (its faults where it makes nothing), and what is wrong."""
    made = made_of(payload, type_of(kind))
    return made, list(made if isinstance(made, tuple) else _blank(made))


def _blank(made: Any) -> Iterator[Fault]:
    """A word that every one of its kind has must say something."""
    for field in fields(made):
        value = getattr(made, field.name)
        is_needed = field.default is MISSING and field.default_factory is MISSING
        if is_needed and isinstance(value, str) and not value.strip():
            yield Fault((field.name,), "is empty", "Fill it in.")


def _placed(
    sender: Sender, kind: str, payload: dict[str, Any], before: Subject | None
) -> Iterator[Fault]:
    """What is wrong with it where it is to stand: id, owner, and all that it points at."""
    yield from _key_faults(sender, kind, payload, before)
    yield from _length_faults(payload)
    if kind == "about":
        yield from _about_faults(payload)
    elif kind == "authorities":
        yield from _format_faults(payload)
    else:
        yield from _owner_faults(sender, payload)
        if kind != "documents":
            yield from _source_faults(sender, payload, before)
            yield from _pointer_faults(sender, kind, payload, before)


def _key_faults(
    sender: Sender, kind: str, payload: dict[str, Any], before: Subject | None
) -> Iterator[Fault]:
    field = key_field(kind)
    key = payload.get(field)
    if not isinstance(key, str):
        return
    if before is not None:
        if key != before.key:
            yield Fault((field,), "cannot be changed", f"Leave it {before.key!r}.")
    elif not _ID.fullmatch(key) or len(key) > LONGEST_ID or key in _TAKEN_BY_ADDRESSES:
        yield Fault(
            (field,),
            f"{key[:LONGEST_ID]!r} can be no id: it stands in addresses",
            "Write letters from a to z, digits, and - _ . between them, for example archive-2; "
            f"no more than {LONGEST_ID} characters.",
        )
    elif is_taken(sender.programme, kind, key):
        yield taken(kind)


def taken(kind: str) -> Fault:
    """The fault of an id that something else has, whether one may see that or not."""
    return Fault((key_field(kind),), "is taken", "Choose another one.")


def is_taken(programme: models.Programme, kind: str, key: str) -> bool:
    """Whether an id is in use, also by what nobody here sees: one id among all facts."""
    with within(EVERYTHING):
        return bool(_rows_of(programme, kind, key).exists())


def _rows_of(programme: models.Programme, kind: str, key: str) -> Any:
    if kind == "authorities":
        return models.AuthorityRecord.objects.filter(code=key)
    if kind == "documents":
        return programme.documents.filter(key=key)
    return programme.facts.filter(key=key)


def _length_faults(payload: dict[str, Any]) -> Iterator[Fault]:
    for field, most in _COLUMNS.items():
        value = payload.get(field)
        if isinstance(value, str) and len(value) > most:
            yield Fault(
                (field,),
                f"has {len(value):,} characters, and {most} is the most that it may have",
                "Shorten it.",
            )


def _owner_faults(sender: Sender, payload: dict[str, Any]) -> Iterator[Fault]:
    owner, owners = payload.get("owner"), (*sender.about.authorities, PROGRAMME)
    if isinstance(owner, str) and owner not in owners:
        yield Fault(
            ("owner",),
            f"{owner[:LONGEST_ID]!r} is no council of this programme",
            did_you_mean(owner[:LONGEST_ID], owners),
        )


def _source_faults(
    sender: Sender, payload: dict[str, Any], before: Subject | None
) -> Iterator[Fault]:
    source = payload.get("source")
    if not isinstance(source, str):
        return
    try:
        citation = read_citation(source)
    except ValueError:
        return  # already told
    if len(citation.paragraph) > _PARAGRAPH:
        yield Fault(
            ("source",),
            f"the paragraph has {len(citation.paragraph):,} characters, and {_PARAGRAPH} is the "
            "most that it may have",
            "Write the paragraph's number, or its first words.",
        )
    held = str(before.payload.get("source", "")).partition(" ")[0] if before else ""
    if citation.document == held:
        return
    if not sees_document(sender.programme, sender.sight, citation.document):
        yield _not_there(sender, ("source",), "documents", citation.document)


def _pointer_faults(
    sender: Sender, kind: str, payload: dict[str, Any], before: Subject | None
) -> Iterator[Fault]:
    """What it newly points at must be there; what it pointed at before is let be.

    Another council may have withdrawn that meanwhile, and nobody has to mend it to mend a word.
    """
    target = type_of(kind)
    held = {(kind, key) for _, kind, key in pointers(before.payload, target)} if before else set()
    itself = (kind, payload.get("id"))
    for path, target_kind, key in pointers(payload, target):
        if (target_kind, key) in held or (target_kind, key) == itself:
            continue
        if target_kind == "authorities":
            if key not in sender.about.authorities:
                yield _not_there(sender, path, target_kind, key)
        elif not sees_fact(sender.programme, sender.sight, target_kind, key):
            yield _not_there(sender, path, target_kind, key)
        elif payload.get("owner") == PROGRAMME and not sees_fact(
            sender.programme, EVERYBODY, target_kind, key
        ):
            yield Fault(
                path,
                f"{key!r} is not shared, and what is the programme's can only point at what all "
                "its councils see",
                "Share it first.",
            )


def _not_there(sender: Sender, path: _Path, kind: str, key: str) -> Fault:
    key, known = key[:LONGEST_ID], seen_keys(sender.programme, sender.sight, kind)
    cure = did_you_mean(key, known)
    if len(known) > _FEW and cure.startswith("Known"):
        cure = f"Choose one that stands among the {name_of(kind)}."
    return Fault(path, f"{key!r} is not among the {name_of(kind)}", cure)


def _format_faults(payload: dict[str, Any]) -> Iterator[Fault]:
    uses = payload.get("paper_formats")
    held = set(models.ReportFormat.objects.values_list("name", flat=True))
    for place, use in enumerate(uses if isinstance(uses, list) else ()):
        name = use.get("format") if isinstance(use, dict) else None
        if isinstance(name, str) and name not in held:
            yield Fault(
                ("paper_formats", place, "format"),
                f"{name[:LONGEST_ID]!r} is no report format that is held",
                "Load the format first.",
            )


def _about_faults(payload: dict[str, Any]) -> Iterator[Fault]:
    codes = payload.get("authorities")
    if not isinstance(codes, list):
        return
    held = set(models.AuthorityRecord.objects.values_list("code", flat=True))
    if not codes:
        yield Fault(("authorities",), "names no council", "Name every council that takes part.")
    for place, code in enumerate(codes):
        if isinstance(code, str) and code not in held:
            yield Fault(
                ("authorities", place),
                f"{code[:LONGEST_ID]!r} is no authority that is held",
                "Load its rules first.",
            )
        elif code in codes[:place]:
            yield Fault(("authorities", place), "stands here twice", "Keep one of the two.")
