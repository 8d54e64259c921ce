"""All that is one council's own in a programme, file by file: the copy that it takes away.

Nothing that another council holds back is in it.  The files come one after another and their bytes
piece by piece, so that a long history needs no more memory than a short one.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill
from typing import Any

from django.db.models import Q
from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.facts.fact import PROGRAMME, references
from moothall.files.programme_texts import write_programme
from moothall.files.shapes import plain
from moothall_web.cases.models import FrozenFile, Snapshot
from moothall_web.desk.models import Remark, Task
from moothall_web.facts import models as rows
from moothall_web.facts.export import OwnFacts, own_facts
from moothall_web.facts.facts import programme_of
from moothall_web.records.models import Event

Files = Iterator[tuple[str, Iterable[bytes]]]
_AT_ONCE = 500  # rows
_COLUMN, _WIDTH = 19, 96  # characters, in README.txt


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """One copy: of what, for which council, when, by whom, and where the record stood then.

    `by` says in which role it is taken.  `length` and `head` are those of the chain of events.
    """

    row: rows.Programme
    authority: str
    at: datetime
    by: str
    length: int
    head: str
    own: OwnFacts

    @property
    def name(self) -> str:
        """The council's short name."""
        return self.own.programme.authority(self.authority).short_name


def taking(row: rows.Programme, authority: str, at: datetime, by: str) -> Taking:
    """What a council would take away now."""
    last = Event.objects.order_by("-number").first()
    return Taking(
        row=row,
        authority=authority,
        at=at,
        by=by,
        length=last.number if last else 0,
        head=last.hash if last else "",
        own=own_facts(programme_of(row), authority),
    )


def files(taken: Taking) -> Files:
    """Every file of the copy: its path, and its bytes in pieces."""
    yield "README.txt", [_readme(taken).encode()]
    with TemporaryDirectory() as place:
        folder = Path(place) / "facts"
        write_programme(taken.own.programme, folder)
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            yield f"facts/{path.relative_to(folder).as_posix()}", [path.read_bytes()]
    yield "loose-facts.jsonl", _lines(_loose(taken))
    yield "history.jsonl", _lines(_history(taken))
    yield "remarks.jsonl", _lines(_remarks(taken))
    yield "tasks.jsonl", _lines(_tasks(taken))
    yield from _snapshots(taken)


def _lines(entries: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for entry in entries:
        yield f"{json.dumps(entry, ensure_ascii=False)}\n".encode()


def _loose(taken: Taking) -> Iterator[dict[str, Any]]:
    held = {(kind, fact.id) for kind, fact in taken.own.programme.facts()}
    for kind, fact in taken.own.loose:
        gone = [
            f"{target_kind}/{target}"
            for _, target_kind, target in references(fact)
            if target_kind != "authorities" and (target_kind, target) not in held
        ]
        yield {"kind": kind, "points_at": gone, "fact": plain(fact)}


def _history(taken: Taking) -> Iterator[dict[str, Any]]:
    """The events that were done for the council or to what is its own, as far as the record went.

    What an event says is given where its subject is the council's, the programme's or nobody's.
    """
    events = Event.objects.filter(
        Q(for_whom=taken.authority) | Q(payload__owner=taken.authority),
        number__lte=taken.length,
        programme__in=("", taken.row.code),
    )
    for event in events.select_related("payload", "who").iterator(chunk_size=_AT_ONCE):
        payload = getattr(event, "payload", None)
        if payload is not None and payload.owner not in (taken.authority, PROGRAMME, ""):
            payload = None
        yield {
            "number": event.number,
            "at": event.at.isoformat(timespec="microseconds"),
            "who": event.who_id,
            "name": event.who.name if event.who else None,
            "role": event.role,
            "for_whom": event.for_whom,
            "verb": event.verb,
            "programme": event.programme,
            "subject": event.subject,
            "part_of": event.part_of,
            "digest": event.digest,
            "previous": event.previous,
            "hash": event.hash,
            "payload": payload
            and {
                "salt": payload.salt,
                "owner": payload.owner,
                "shared": payload.shared,
                "summary": payload.summary,
                "why": payload.why,
                "before": payload.before,
                "after": payload.after,
            },
        }


def _remarks(taken: Taking) -> Iterator[dict[str, Any]]:
    remarks = Remark.objects.filter(programme=taken.row, for_whom=taken.authority)
    for remark in remarks.select_related("author").iterator(chunk_size=_AT_ONCE):
        yield {
            "subject": remark.subject,
            "author": remark.author.name,
            "at": remark.at.isoformat(),
            "shared": remark.shared,
            "text": remark.text,
        }


def _tasks(taken: Taking) -> Iterator[dict[str, Any]]:
    tasks = Task.objects.filter(programme=taken.row, for_whom=taken.authority)
    for task in tasks.select_related("owner", "given_by").iterator(chunk_size=_AT_ONCE):
        yield {
            "words": task.words,
            "subject": task.subject,
            "owner": task.owner.name,
            "given_by": task.given_by.name,
            "given_at": task.given_at.isoformat(),
            "due_on": task.due_on.isoformat() if task.due_on else None,
            "done_at": task.done_at.isoformat() if task.done_at else None,
        }


def _snapshots(taken: Taking) -> Files:
    own = Snapshot.objects.filter(programme=taken.row, authority=taken.authority)
    for place, snapshot in enumerate(
        own.select_related("made_by").order_by("proposal", "number").iterator(chunk_size=1), 1
    ):
        folder = f"snapshots/{place:04}"
        about = {
            "proposal": snapshot.proposal,
            "number": snapshot.number,
            "as_at": snapshot.as_at.isoformat(),
            "state": snapshot.state,
            "made_by": snapshot.made_by.name,
            "made_at": snapshot.made_at.isoformat(),
            "facts_digest": snapshot.facts_digest,
            "law_digest": snapshot.law_digest,
            "program_version": snapshot.program_version,
        }
        text = f"{json.dumps(about, ensure_ascii=False, indent=2)}\n"
        yield f"{folder}/snapshot.json", [text.encode()]
        yield f"{folder}/facts.json", [snapshot.facts.encode()]
        for file in FrozenFile.objects.filter(snapshot=snapshot).iterator(chunk_size=1):
            yield f"{folder}/files/{_plain_name(file.name)}", [bytes(file.content)]


def _plain_name(name: str) -> str:
    """A name that leads to no other folder, whatever somebody has called the file."""
    return re.sub(r"[^A-Za-z0-9._-]|^\.+", "_", name)


def _readme(taken: Taking) -> str:
    own, name = taken.own, taken.name
    others = sum(1 for _ in own.programme.facts()) + len(own.loose) - own.number
    at = timezone.localtime(taken.at)
    head = f"{taken.length} events, head {taken.head}" if taken.length else "no event yet"
    contents = _contents(
        {
            "facts/": f"A programme folder: {_several(own.number - len(own.loose), 'fact')} of "
            f"{name}'s own, shared or not, and {_several(others, 'other')} that they point at and "
            f"{name} may see. `moothall load facts` loads it, `moothall case facts` works it up. "
            f"In authorities/ and formats/ are the councils' rules and report formats, {name}'s "
            "own among them.",
            "loose-facts.jsonl": f"{_several(len(own.loose), 'fact')} of {name}'s own that point "
            f"at what {name} may not see, or no longer. They cannot be loaded without it.",
            "history.jsonl": f"What was done for {name} or to what is its own, event by event.",
            "remarks.jsonl": f"Remarks made for {name}.",
            "tasks.jsonl": f"Tasks done for {name}.",
            "snapshots/": f"{name}'s frozen cases: the facts as {name} saw them then, and the "
            "papers.",
        }
    )
    return f"""\
What is {name}'s own in {own.programme.about.name}

Taken on {in_words(at.date())} at {at:%H:%M} by {taken.by}.
The record of the installation then: {head}.

{contents}

A file that ends in .jsonl holds one entry on each line, as JSON. All text is UTF-8.

An event's `digest` is the SHA-256 of its payload's salt (from hexadecimal digits) followed by the
JSON list [owner, shared, summary, why, before, after] with sorted keys and no blanks; its `hash`
is that of the JSON list [number, at, who, role, for_whom, verb, programme, subject, part_of,
digest, previous], written likewise. A payload is null where it was erased, or where its subject
is another council's.

Nothing that another council has not shared is in this copy. What is exempt from publication under
Schedule 12A is in it: keep the copy as you keep exempt papers.
"""


def _contents(words: dict[str, str]) -> str:
    blank = " " * _COLUMN
    return "\n".join(
        fill(
            text,
            _WIDTH,
            initial_indent=name.ljust(_COLUMN),
            subsequent_indent=blank,
            break_on_hyphens=False,
        )
        for name, text in words.items()
    )


def _several(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
