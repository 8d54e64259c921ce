"""What the public site reads: editions that are public today, what they say, their files.

No other table is read here, so that nothing else can be shown.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import F, Q

from moothall.files.shapes import from_plain
from moothall_web.publication.changed import Changed, changed
from moothall_web.publication.models import Edition, EditionWords, PublicFile
from moothall_web.publication.said import Said, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilsPart:
    """One council's newest edition on a proposal; `says` is None where it was withdrawn."""

    edition: Edition
    says: Said | None
    files: tuple[str, ...]
    earlier: tuple[Edition, ...]
    before: Said | None

    @property
    def name(self) -> str:
        """The council's short name, empty once the edition was withdrawn."""
        return party_name(self.says, self.edition.authority) if self.says else ""

    @property
    def changes(self) -> tuple[Changed, ...]:
        """What its newest edition says otherwise than the one before; none without one."""
        return changed(self.before, self.says) if self.before and self.says else ()

    @property
    def deciding(self) -> tuple[Stop, ...]:
        return tuple(each for each in self.says.stops if each.decides) if self.says else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicProposal:
    """A proposal as its councils have published it, each for itself."""

    programme: str
    id: str
    parts: tuple[CouncilsPart, ...]

    @property
    def open_parts(self) -> tuple[CouncilsPart, ...]:
        return tuple(each for each in self.parts if each.says)

    @property
    def newest(self) -> CouncilsPart | None:
        """The part that was published last; None where every one was withdrawn."""
        held = sorted(self.open_parts, key=lambda each: each.edition.published_at)
        return held[-1] if held else None

    @property
    def silent(self) -> tuple[str, ...]:
        """The councils that have to decide and have published nothing of it."""
        newest = self.newest
        spoken = {each.edition.authority for each in self.parts}
        parties = newest.says.parties if newest and newest.says else ()
        return tuple(each.short_name for each in parties if each.code not in spoken)

    def next_decision(self, today: date) -> tuple[CouncilsPart, Stop] | None:
        """The first decision from today on whose day is known."""
        coming = [
            (stop.on, number, part, stop)
            for number, part in enumerate(self.open_parts)
            for stop in part.deciding
            if stop.on and stop.on >= today and not stop.taken and not stop.cancelled
        ]
        coming.sort(key=lambda each: (each[0], each[1]))
        return coming[0][2:] if coming else None


def party_name(says: Said, code: str) -> str:
    """A council's short name; its code where it is no party to the proposal."""
    return next((each.short_name for each in says.parties if each.code == code), code)


def shown(today: date) -> tuple[Edition, ...]:
    """Every edition that is public on a day, or was public and is withdrawn, the newest first."""
    return tuple(
        Edition.objects.filter(public_from__lte=today).filter(
            Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("public_from"))
        )
    )


def token(editions: tuple[Edition, ...], *more: object) -> str:
    """What changes whenever anything that is shown does."""
    told = [
        (each.pk, each.digest, each.contact, each.public_from, each.withdrawn_on)
        for each in editions
    ]
    return hashlib.sha256(repr((told, more)).encode()).hexdigest()


def proposals(editions: tuple[Edition, ...], programme: str) -> tuple[PublicProposal, ...]:
    """The proposals of a programme of which anything was published."""
    held: dict[str, dict[str, list[Edition]]] = {}
    for each in editions:
        if each.programme == programme:
            held.setdefault(each.proposal, {}).setdefault(each.authority, []).append(each)
    files = _names(editions, programme)
    return tuple(
        PublicProposal(
            programme=programme,
            id=proposal,
            parts=tuple(_part(each, files) for each in by_council.values()),
        )
        for proposal, by_council in held.items()
    )


def proposal(
    editions: tuple[Edition, ...], programme: str, proposal_id: str
) -> PublicProposal | None:
    """One proposal; None where nothing of it was published."""
    own = tuple(each for each in editions if each.proposal == proposal_id)
    return next(iter(proposals(own, programme)), None)


def public_file(edition: Edition, name: str) -> bytes | None:
    """A file of an edition that is not withdrawn."""
    if edition.withdrawn_on is not None:
        return None
    found = PublicFile.objects.filter(edition_id=edition.pk, name=name).first()
    return bytes(found.content) if found else None


def says(edition: Edition) -> Said | None:
    """What an edition says; None once it is withdrawn."""
    return None if edition.withdrawn_on else _read(edition.pk, edition.digest)


def _part(newest_first: list[Edition], files: dict[int, tuple[str, ...]]) -> CouncilsPart:
    newest, *rest = newest_first
    before = next((each for each in rest if each.withdrawn_on is None), None)
    return CouncilsPart(
        edition=newest,
        says=says(newest),
        files=files.get(newest.pk, ()),
        earlier=tuple(rest),
        before=says(before) if before else None,
    )


def file_names(edition: Edition) -> tuple[str, ...]:
    """The names of an edition's files."""
    return _names((edition,), edition.programme).get(edition.pk, ())


def _names(editions: tuple[Edition, ...], programme: str) -> dict[int, tuple[str, ...]]:
    wanted = [each.pk for each in editions if each.programme == programme and not each.withdrawn_on]
    found: dict[int, tuple[str, ...]] = {}
    for pk, name in PublicFile.objects.filter(edition_id__in=wanted).values_list(
        "edition_id", "name"
    ):
        found[pk] = tuple(sorted((*found.get(pk, ()), name), key=_readable_first))
    return found


def _readable_first(name: str) -> tuple[bool, bool, str]:
    """The page to read at once, then the PDF, then the others."""
    return not name.endswith(".html"), not name.endswith(".pdf"), name


@lru_cache(maxsize=256)
def _read(pk: int, digest: str) -> Said | None:  # noqa: ARG001 - the digest keys the cache
    row = EditionWords.objects.filter(edition_id=pk).first()
    if row is None:
        return None
    return from_plain(json.loads(row.content), Said, f"edition {pk}")
