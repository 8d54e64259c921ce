"""Rows → facts: the one door from the database into the library."""

from django.db.models import Q

from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.fact import Fact
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.files.problems import Problem, UnreadableError
from moothall.files.programme_folder import fact_type
from moothall.files.registers import with_general
from moothall.files.shapes import from_plain
from moothall_web.facts import models


def programme_of(row: models.Programme) -> Programme:
    """The programme as frozen facts, all of it.  Raises UnreadableError if a row holds no fact."""
    frame = frame_of(row)
    used = {use.format for authority in frame.authorities for use in authority.paper_formats}
    facts: dict[str, list[Fact]] = {}
    for fact in row.facts.all():
        if fact.kind not in KINDS:
            raise UnreadableError([Problem(f"database, {fact}", 1, "is of no known kind")])
        facts.setdefault(fact.kind, []).append(
            from_plain(fact.payload, fact_type(fact.kind), f"database, {fact.kind}/{fact.key}")
        )
    return Programme(
        about=frame.about,
        authorities=frame.authorities,
        documents=tuple(
            from_plain(document.payload, SourceDocument, f"database, document {document.key}")
            for document in row.documents.all()
        ),
        formats=with_general(
            from_plain(layout.payload, Format, f"database, report format {layout.name}")
            for layout in models.ReportFormat.objects.filter(
                Q(name__in=used) | Q(payload__general=True)
            )
        ),
        **{kind: tuple(of_kind) for kind, of_kind in facts.items()},  # type: ignore[arg-type]
    )


def frame_of(row: models.Programme) -> Programme:
    """The programme without its facts: what it is, and its councils with their rules."""
    about = from_plain(row.about, About, f"database, programme {row.code}")
    records = models.AuthorityRecord.objects.filter(code__in=about.authorities)
    authorities = tuple(
        from_plain(record.payload, Authority, f"database, authority {record.code}")
        for record in records
    )
    return Programme(about=about, authorities=authorities, documents=())
