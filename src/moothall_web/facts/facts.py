"""Rows → facts: the one door from the database into the library."""

from typing import Any, TypeVar

from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.fact import Fact
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.files.problems import Problem, UnreadableError
from moothall.files.programme_folder import fact_type
from moothall.files.shapes import shape
from moothall.files.texts import Text
from moothall_web.facts import models

T = TypeVar("T")


def programme_of(row: models.Programme) -> Programme:
    """The programme as frozen facts, all of it.  Raises UnreadableError if a row holds no fact."""
    about = _from_plain(row.about, About, f"programme {row.code}")
    records = models.AuthorityRecord.objects.filter(code__in=about.authorities)
    authorities = tuple(
        _from_plain(record.payload, Authority, f"authority {record.code}") for record in records
    )
    used = {use.format for authority in authorities for use in authority.paper_formats}
    facts: dict[str, list[Fact]] = {}
    for fact in row.facts.all():
        if fact.kind not in KINDS:
            raise UnreadableError([Problem(f"database, {fact}", 1, "is of no known kind")])
        facts.setdefault(fact.kind, []).append(
            _from_plain(fact.payload, fact_type(fact.kind), f"{fact.kind}/{fact.key}")
        )
    return Programme(
        about=about,
        authorities=authorities,
        documents=tuple(
            _from_plain(document.payload, SourceDocument, f"document {document.key}")
            for document in row.documents.all()
        ),
        formats=tuple(
            _from_plain(layout.payload, Format, f"report format {layout.name}")
            for layout in models.ReportFormat.objects.filter(name__in=used)
        ),
        **{kind: tuple(of_kind) for kind, of_kind in facts.items()},  # type: ignore[arg-type]
    )


def _from_plain(payload: object, target: type[T], row: str) -> T:
    text = Text(file=f"database, {row}")
    value = shape(text, _as_written(payload), target)
    if value is None:
        raise UnreadableError(text.problems)
    return value


def _as_written(value: Any) -> Any:
    """JSON's own true, false and numbers as a folder's file would write them."""
    if isinstance(value, dict):
        return {key: _as_written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_written(inner) for inner in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)
