"""The public site for feed readers and calendar programs; made of what is public and no more."""

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from moothall.basics.dates import in_words
from moothall.files.calendars.writing import CalendarEntry, EntryStatus, Stamp, write_calendar
from moothall_web.publication.models import Edition

if TYPE_CHECKING:
    from moothall_web.publication.queries import CouncilsPart, PublicProposal

_MOST_CHANGES = 20


def atom(proposals: "tuple[PublicProposal, ...]") -> bytes:
    """RFC 4287: an entry for every edition, the newest first; links are relative to the feed."""
    whole = len(proposals) > 1 or not proposals[0].newest
    newest = [part for each in proposals if (part := each.newest) and part.says]
    name = newest[0].says.programme if newest and newest[0].says else "Shared services"
    if not whole and newest and newest[0].says:
        name = newest[0].says.proposal
    entries = [
        (edition, _entry(part, edition, proposal.programme, proposal.id))
        for proposal in proposals
        for part in proposal.parts
        for edition in (part.edition, *part.earlier)
    ]
    entries.sort(key=lambda each: _moment(each[0]), reverse=True)
    place = "/".join([proposals[0].programme, *([] if whole else [proposals[0].id])])
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<id>{_urn(place)}</id>",
        f"<title>{escape(name)}: what the councils have published</title>",
        f"<updated>{_moment(entries[0][0]).isoformat()}</updated>",
        '<link rel="alternate" type="text/html" href="./"/>',
        "<author><name>The councils of the programme</name></author>",
        *(entry for _, entry in entries),
        "</feed>",
    ]
    return "\n".join(lines).encode()


def decision_days(proposals: "tuple[PublicProposal, ...]") -> bytes:
    """An entry for every decision whose day is known, past ones too."""
    entries = []
    name = "Shared services"
    for proposal in proposals:
        for part in proposal.open_parts:
            says = part.says
            if says is None:
                continue
            name = says.programme if len(proposals) > 1 else says.proposal
            for stop in part.deciding:
                if stop.on is None:
                    continue
                who = stop.body or part.name
                place = f"{proposal.programme}/{proposal.id}/{part.edition.authority}/{stop.key}"
                entries.append(
                    CalendarEntry(
                        uid=f"{uuid.uuid5(uuid.NAMESPACE_URL, place)}@public.moothall",
                        title=f"{part.name}: {who}: {says.proposal}",
                        on=stop.on,
                        starts_at=stop.starts_at or None,
                        place=stop.place,
                        words=stop.name,
                        status=EntryStatus.CANCELLED if stop.cancelled else EntryStatus.CONFIRMED,
                        stamp=Stamp(at=_moment(part.edition), sequence=part.edition.number),
                    )
                )
    return write_calendar(f"{name}: days of decision", entries)


def _entry(part: "CouncilsPart", edition: Edition, programme: str, proposal: str) -> str:
    place = f"{edition.authority}/{edition.number}/"
    if edition.withdrawn_on is not None:
        title = f"Withdrawn on {in_words(edition.withdrawn_on)}"
        told = "What stood here was withdrawn."
    elif edition.pk == part.edition.pk and part.says:
        title = f"{part.name} published: {part.says.proposal}"
        lines = [f"{each.about}: {each.now or 'no longer said'}" for each in part.changes]
        told = "\n".join(lines[:_MOST_CHANGES]) or part.says.summary
    else:
        title, told = f"{part.name} published an earlier edition".strip(), ""
    address = f"/public/{programme}/{proposal}/{place}"
    identity = f"{programme}/{proposal}/{place}{'withdrawn' if edition.withdrawn_on else ''}"
    return (
        f"<entry><id>{_urn(identity)}</id><title>{escape(title)}</title>"
        f"<updated>{_moment(edition).isoformat()}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
        f"<summary>{escape(told)}</summary></entry>"
    )


def _urn(place: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"moothall/public/{place}").urn


def _moment(edition: Edition) -> datetime:
    """When the public first saw the edition, or learnt that it is withdrawn."""
    at = edition.published_at
    for day in (edition.public_from, edition.withdrawn_on):
        if day is not None and day > at.date():
            at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return at
