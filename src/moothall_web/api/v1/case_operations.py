"""What is worked out from the facts that a token may see: findings, routes, money, papers."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from moothall.documents.document import Document
from moothall.files.shapes import plain
from moothall.render.editions import SUFFIXES, edition_of
from moothall_web.api.problems import ROOT
from moothall_web.api.v1 import shapes
from moothall_web.api.v1.asking import READS, AsAtDay, Page, asked, day, listed, there
from moothall_web.api.worked_out import written
from moothall_web.cases import queries as cases
from moothall_web.cases import snapshot_queries as snapshots
from moothall_web.cases.models import Snapshot
from moothall_web.notices.queries import programme_notices
from moothall_web.questions.queries import seen as questions_seen

router = Router()
_PROPOSAL = "/programmes/{code}/proposals/{proposal}"
_PAPER = _PROPOSAL + "/papers/{council}"
_SNAPSHOT = _PROPOSAL + "/snapshots/{council}/{number}"
Format = Annotated[str, Query(max_length=100)]
Suffix = Literal["html", "docx", "pdf"]
Severity = Literal["breach", "warning", "question", "note"]

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
FILES = READS | {200: bytes}


@router.get(
    "/programmes/{code}/findings", response={200: shapes.Findings} | READS, url_name="findings"
)
def findings(
    request: HttpRequest,
    code: str,
    page: Query[Page],
    as_at: AsAtDay = None,
    severity: Severity | None = None,
    proposal: Annotated[str, Query(max_length=200)] = "",
) -> dict[str, Any]:
    """What the rules find, gravest first; nothing here says that anything is lawful."""
    found = there(cases.programme_page(asked(request).user, code, day(as_at)))
    chosen = [
        each
        for each in found.case.findings
        if severity in (None, each.severity.value) and proposal in ("", each.proposal)
    ]
    held = listed(request, page, chosen, written)
    return held | {"as_at": found.case.as_at.isoformat(), "verdict": found.case.verdict}


@router.get(f"{_PROPOSAL}/route", response={200: shapes.AsAt} | READS, url_name="route")
def route(request: HttpRequest, code: str, proposal: str, as_at: AsAtDay = None) -> dict[str, Any]:
    """The joint route of a proposal: each council's own clock, and what binds them together."""
    found = there(cases.proposal_page(asked(request).user, code, proposal, day(as_at)))
    return {"as_at": found.case.as_at.isoformat(), "result": written(found.route)}


@router.get(f"{_PROPOSAL}/money", response={200: shapes.AsAt} | READS, url_name="money")
def money(request: HttpRequest, code: str, proposal: str, as_at: AsAtDay = None) -> dict[str, Any]:
    """The baselines, the savings plan and the options of a proposal, in pounds as texts."""
    case = there(cases.proposal_page(asked(request).user, code, proposal, day(as_at))).case
    return {
        "as_at": case.as_at.isoformat(),
        "result": {
            "baseline": _of(case.baselines, proposal),
            "savings": _of(case.savings_plans, proposal),
            "options": _of(case.options, proposal),
        },
    }


def _of(results: tuple[Any, ...], proposal: str) -> Any:
    return next((written(each) for each in results if each.proposal == proposal), None)


@router.get(_PAPER, response={200: shapes.PaperShape} | READS, url_name="paper")
def paper(
    request: HttpRequest,
    code: str,
    proposal: str,
    council: str,
    as_at: AsAtDay = None,
    format: Format = "",  # noqa: A002 - its name in the address
) -> dict[str, Any]:
    """A council's paper on a proposal, and where its editions are."""
    who, on = asked(request).user, day(as_at)
    found = there(cases.paper_page(who, code, proposal, council, on, format)).paper
    formats = there(cases.paper_page(who, code, proposal, council, on)).formats
    base = f"{ROOT}programmes/{code}/proposals/{proposal}/papers/{council}"
    asks = f"?as_at={on.isoformat()}" + (f"&format={format}" if format else "")

    def editions(name: str, document: Document | None) -> list[str]:
        if document is None:
            return []
        return [f"{base}/{name}.{suffix}{asks}" for suffix in SUFFIXES]

    return {
        "proposal": proposal,
        "council": council,
        "format": found.format,
        "formats": [each.name for each in formats],
        "as_at": on.isoformat(),
        "editions": editions("paper", found.document),
        "annex": editions("annex", found.annex),
    }


@router.get(_PAPER + "/paper.{suffix}", response=FILES, url_name="paper_file")
def paper_file(
    request: HttpRequest,
    code: str,
    proposal: str,
    council: str,
    suffix: Suffix,
    as_at: AsAtDay = None,
    format: Format = "",  # noqa: A002 - as above
) -> HttpResponse:
    """An edition of a paper; what is exempt stands in its annex alone."""
    found = there(
        cases.paper_page(asked(request).user, code, proposal, council, day(as_at), format)
    )
    return _edition(there(found.paper.document), suffix, f"{proposal}-{council}")


@router.get(_PAPER + "/annex.{suffix}", response=FILES, url_name="annex_file")
def annex_file(
    request: HttpRequest,
    code: str,
    proposal: str,
    council: str,
    suffix: Suffix,
    as_at: AsAtDay = None,
    format: Format = "",  # noqa: A002 - as above
) -> HttpResponse:
    """What of a paper is not for publication."""
    found = there(
        cases.paper_page(asked(request).user, code, proposal, council, day(as_at), format)
    )
    return _edition(there(found.paper.annex), suffix, f"{proposal}-{council}-exempt-annex")


def _edition(document: Document, suffix: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
    return HttpResponse(
        edition_of(document, suffix), content_type=MEDIA_TYPES[suffix], headers=headers
    )


@router.get(
    f"{_PROPOSAL}/snapshots",
    response={200: shapes.Listed[shapes.SnapshotShape]} | READS,
    url_name="snapshots",
)
def all_snapshots(
    request: HttpRequest, code: str, proposal: str, page: Query[Page]
) -> dict[str, Any]:
    """The snapshots of a proposal that the token may see, by council, the newest first."""
    who = asked(request).user
    found = there(snapshots.snapshots_page(who, code, proposal))

    def shown(each: Snapshot) -> dict[str, Any]:
        return _snapshot(request, code, proposal, each.authority, each.number)

    return listed(request, page, found.snapshots, shown)


@router.get(_SNAPSHOT, response={200: shapes.SnapshotShape} | READS, url_name="snapshot")
def snapshot(
    request: HttpRequest, code: str, proposal: str, council: str, number: int
) -> dict[str, Any]:
    """One snapshot, with what names its facts, its law and its files."""
    return _snapshot(request, code, proposal, council, number)


@router.get(_SNAPSHOT + "/files/{name}", response=FILES, url_name="snapshot_file")
def snapshot_file(
    request: HttpRequest, code: str, proposal: str, council: str, number: int, name: str
) -> HttpResponse:
    """A file of a snapshot, byte by byte as it was frozen."""
    who = asked(request).user
    file = there(snapshots.frozen_file(who, code, proposal, council, _number(number), name))
    kind = MEDIA_TYPES.get(file.name.rpartition(".")[2], "application/octet-stream")
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(bytes(file.content), content_type=kind, headers=headers)


def _snapshot(
    request: HttpRequest, code: str, proposal: str, council: str, number: int
) -> dict[str, Any]:
    who = asked(request).user
    place = (who, code, proposal, council, _number(number))
    row = there(snapshots.snapshot_of(*place))
    # Which files somebody may see is said in one place, file by file.
    names = row.files.values_list("name", flat=True)
    held = [found for name in names if (found := snapshots.frozen_file(*place, name)) is not None]
    return {
        "proposal": row.proposal,
        "council": row.authority,
        "number": row.number,
        "as_at": row.as_at.isoformat(),
        "state": row.state,
        "made_at": row.made_at.isoformat(),
        "made_by": row.made_by.name,
        "facts_digest": row.facts_digest,
        "law_digest": row.law_digest,
        "program_version": row.program_version,
        "files": {each.name: each.digest for each in held},
    }


def _number(number: int) -> int:
    """A number that a database can look for; there is none of what is beyond."""
    return number if 0 <= number < 2**31 else 0


@router.get("/programmes/{code}/notices", response={200: shapes.Many} | READS, url_name="notices")
def notices(request: HttpRequest, code: str, as_at: AsAtDay = None) -> dict[str, Any]:
    """What each council has to publish before it decides, by when, and what it has published."""
    on = day(as_at)
    found = there(programme_notices(asked(request).user, code, on))
    return {
        "as_at": on.isoformat(),
        "items": [
            {"proposal": each.proposal.id, "council": each.authority.code}
            | {"by_when": line.by_when, "then": line.then, "notice": written(line.due)}
            for each, line in found.lines
        ],
    }


@router.get(
    "/programmes/{code}/questions", response={200: shapes.Many} | READS, url_name="questions"
)
def questions(request: HttpRequest, code: str, as_at: AsAtDay = None) -> dict[str, Any]:
    """What members asked, the answers, and until when an answer is owed."""
    on = day(as_at)
    found = there(questions_seen(asked(request).user, code, on))
    return {
        "as_at": on.isoformat(),
        "items": [
            {
                "id": each.id,
                "proposal": each.proposal.id,
                "body": each.body.id,
                "council": each.authority,
                "asked_on": each.asked_on.isoformat() if each.asked_on else None,
                "due_on": each.time.due_on.isoformat() if each.time.due_on else None,
                "state": each.state.value,
                "comment": plain(each.comment),
            }
            for each in found.questions
        ],
    }
