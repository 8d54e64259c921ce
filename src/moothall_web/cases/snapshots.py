"""A case's files made from its facts, and made again from frozen ones; nothing is written here."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from moothall import __version__
from moothall.case.case import make_case
from moothall.documents.document import Document
from moothall.facts.programme import Programme
from moothall.files.frozen_facts import thawed
from moothall.files.law import read_law
from moothall.render.editions import SUFFIXES, edition_of
from moothall_web.cases.models import Snapshot
from moothall_web.facts import models as rows
from moothall_web.facts.facts import programme_of
from moothall_web.facts.permissions import visible
from moothall_web.people.queries import Sight

Files = dict[str, bytes]


def paper_files(programme: Programme, proposal: str, authority: str, as_at: date) -> Files:
    """The council's paper in every edition, by file name; none where it has no report format.

    What is exempt stands in the editions of that name and in no other.
    """
    case = make_case(programme, read_law(), as_at)
    for paper in case.papers:
        if (paper.proposal, paper.authority) == (proposal, authority) and paper.document:
            files = _editions(paper.document, "paper")
            return files | _editions(paper.annex, "exempt-annex") if paper.annex else files
    return {}


def _editions(document: Document, name: str) -> Files:
    return {f"{name}.{suffix}": edition_of(document, suffix) for suffix in SUFFIXES}


def as_the_council_sees_it(row: rows.Programme, authority: str) -> Programme:
    """The programme with all that the council itself holds and what the others have shared."""
    own = Sight(inside=True, councils=frozenset({authority}), granted=frozenset())
    seen = visible(programme_of(row), own)
    assert seen is not None  # noqa: S101 - whoever is inside sees the programme
    return seen


def digest_of(content: bytes | str) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


@dataclass(frozen=True, slots=True)
class Remade:
    """What came of making a snapshot's files again.

    `possible` is False where another version of the program or of the law made it: then the stored
    files are what there is.  `differing` are the names of files that came out otherwise.
    """

    possible: bool
    differing: tuple[str, ...] = ()
    files: Mapping[str, bytes] | None = None


def remade(snapshot: Snapshot, stored: Mapping[str, str]) -> Remade:
    """Make the files again from the frozen facts; `stored` are the digests of the kept ones."""
    same_program = snapshot.program_version == __version__
    if not same_program or snapshot.law_digest != read_law().version:
        return Remade(possible=False)
    programme = thawed(snapshot.facts, f"snapshot {snapshot.number}")
    files = paper_files(programme, snapshot.proposal, snapshot.authority, snapshot.as_at)
    names = sorted({*files, *stored})
    differing = tuple(
        name for name in names if name not in files or digest_of(files[name]) != stored.get(name)
    )
    return Remade(possible=True, differing=differing, files=files)
