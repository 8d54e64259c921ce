"""Snapshots: read as far as the token's person sees them, made and moved on by the same actions."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router, Status

from moothall.render.editions import MEDIA_TYPES
from moothall_web.api.permissions import SNAPSHOTS
from moothall_web.api.v1 import shapes
from moothall_web.api.v1.asking import READS, WRITES, Page, asked, day, listed, may_write, there
from moothall_web.api.v1.case_operations import FILES, PROPOSAL
from moothall_web.cases import actions
from moothall_web.cases import snapshot_queries as snapshots
from moothall_web.cases.models import Snapshot
from moothall_web.cases.states import step_named
from moothall_web.records.submissions import carried_out_once

router = Router()
_SNAPSHOT = PROPOSAL + "/snapshots/{council}/{number}"
Key = Annotated[str, Header(max_length=64, pattern=r"^[!-~]*$", alias="Idempotency-Key")]
StepName = Literal["clear", "publish", "withdraw"]


@router.get(
    f"{PROPOSAL}/snapshots",
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


@router.post(
    f"{PROPOSAL}/snapshots",
    response={201: shapes.SnapshotShape} | WRITES,
    url_name="snapshots",
)
def make(
    request: HttpRequest,
    response: HttpResponse,
    code: str,
    proposal: str,
    body: shapes.NewSnapshot,
    idempotency_key: Key = "",
) -> Status[dict[str, Any]]:
    """Freeze the case of the token's council.  Sent again with the same key, it is made once."""
    who, council = asked(request).user, asked(request).token.authority
    there(snapshots.snapshots_page(who, code, proposal))
    may_write(request, SNAPSHOTS)
    as_at = day(body.as_at, "/body/as_at")

    def act() -> str:
        return str(actions.make_snapshot(who, code, proposal, council, as_at, body.why).number)

    number = int(_once(request, idempotency_key, body.model_dump(), act))
    response["Location"] = f"{request.path}/{council}/{number}"
    return Status(201, _snapshot(request, code, proposal, council, number))


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


@router.post(
    _SNAPSHOT + "/{step}", response={200: shapes.SnapshotShape} | WRITES, url_name="snapshot_step"
)
def take_step(
    request: HttpRequest,
    code: str,
    proposal: str,
    council: str,
    number: int,
    step: StepName,
    body: shapes.WhyOnly,
    idempotency_key: Key = "",
) -> dict[str, Any]:
    """Clear, publish or withdraw a snapshot, by whoever may do so on its page and no other."""
    who = asked(request).user
    row = there(snapshots.snapshot_of(who, code, proposal, council, _number(number)))
    wanted = there(step_named(step))
    may_write(request, SNAPSHOTS)

    def act() -> str:
        actions.take_step(who, row, wanted, body.why)
        return request.path

    _once(request, idempotency_key, body.model_dump(), act)
    return _snapshot(request, code, proposal, council, number)


def _once(request: HttpRequest, key: str, body: object, act: Callable[[], str]) -> str:
    """Carry out a write; where it comes again with the same key, give what the first time gave."""
    if not key:
        return act()
    token = asked(request).token
    return carried_out_once(asked(request).user, f"api {token.pk} {key}", [request.path, body], act)


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
