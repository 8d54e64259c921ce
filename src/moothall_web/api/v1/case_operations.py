"""What is worked out from the facts that a token may see: findings, routes, money, papers."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from moothall.documents.document import Document
from moothall.files.shapes import plain
from moothall.render.editions import MEDIA_TYPES, SUFFIXES, edition_of
from moothall_web.api.problems import ROOT
from moothall_web.api.v1 import shapes
from moothall_web.api.v1.asking import READS, AsAtDay, Page, asked, day, listed, there
from moothall_web.api.worked_out import written
from moothall_web.cases import queries as cases
from moothall_web.notices.queries import programme_notices
from moothall_web.questions.queries import seen as questions_seen

router = Router()
PROPOSAL = "/programmes/{code}/proposals/{proposal}"
_PAPER = PROPOSAL + "/papers/{council}"
Format = Annotated[str, Query(max_length=100)]
Suffix = Literal["html", "docx", "pdf"]
Severity = Literal["breach", "warning", "question", "note"]

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


@router.get(f"{PROPOSAL}/route", response={200: shapes.AsAt} | READS, url_name="route")
def route(request: HttpRequest, code: str, proposal: str, as_at: AsAtDay = None) -> dict[str, Any]:
    """The joint route of a proposal: each council's own clock, and what binds them together."""
    found = there(cases.proposal_page(asked(request).user, code, proposal, day(as_at)))
    return {"as_at": found.case.as_at.isoformat(), "result": written(found.route)}


@router.get(f"{PROPOSAL}/money", response={200: shapes.AsAt} | READS, url_name="money")
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
