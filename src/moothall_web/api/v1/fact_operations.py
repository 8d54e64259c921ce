"""Programmes and facts: read as far as the token's person sees, written through their actions."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router, Status

from moothall.facts.programme import Programme
from moothall.files.shapes import plain
from moothall_web.api.actions import A_MINUTE
from moothall_web.api.v1 import shapes
from moothall_web.api.v1.asking import READS, WRITES, Page, asked, listed, may_write, there
from moothall_web.facts import actions, queries
from moothall_web.facts.lists import ListedFact
from moothall_web.facts.models import Programme as Row
from moothall_web.facts.subjects import subjects_of
from moothall_web.people.queries import capacities
from moothall_web.records.submissions import carried_out_once

router = Router()
_FACT = "/programmes/{code}/facts/{kind}/{key}"


@router.get("/", response={200: shapes.Me} | READS, url_name="me")
def me(request: HttpRequest) -> dict[str, Any]:
    """For whom this token asks, and how far it goes."""
    token, person = asked(request).token, asked(request).user
    return {
        "name": token.name,
        "person": person.name,
        "council": token.authority,
        "roles": sorted({each.role.value for each in capacities(person)}),
        "reads": True,
        "writes": token.kinds,
        "expires_on": token.expires_on.isoformat(),
        "per_minute": A_MINUTE,
    }


@router.get(
    "/programmes",
    response={200: shapes.Listed[shapes.ProgrammeShape]} | READS,
    url_name="programmes",
)
def programmes(request: HttpRequest, page: Query[Page]) -> dict[str, Any]:
    """Every programme that the token's council takes part in."""
    return listed(request, page, queries.programmes(asked(request).user), _programme)


@router.get(
    "/programmes/{code}", response={200: shapes.ProgrammeShape} | READS, url_name="programme"
)
def programme(request: HttpRequest, code: str) -> dict[str, Any]:
    """One programme."""
    return _programme(there(queries.programme(asked(request).user, code)))


def _programme(held: Programme) -> dict[str, Any]:
    return {
        "id": held.about.id,
        "name": held.about.name,
        "about": plain(held.about),
        "councils": [
            {"code": each.code, "name": each.name, "short_name": each.short_name}
            for each in held.authorities
        ],
        "proposals": [each.id for each in held.proposals],
    }


@router.get("/programmes/{code}/facts", response={200: list[shapes.Kind]} | READS, url_name="kinds")
def kinds(request: HttpRequest, code: str) -> list[dict[str, Any]]:
    """Every kind of fact, how many the token may see, and for whom it may add one."""
    page, token = there(queries.kinds(asked(request).user, code)), asked(request).token
    return [
        {
            "kind": each.kind,
            "name": each.name,
            "one": each.one,
            "count": each.count,
            "owners": list(each.owners) if each.kind in token.kinds else [],
        }
        for each in page.kinds
    ]


@router.get(
    "/programmes/{code}/facts/{kind}",
    response={200: shapes.Listed[shapes.FactShape]} | READS,
    url_name="facts",
)
def facts(request: HttpRequest, code: str, kind: str, page: Query[Page]) -> dict[str, Any]:
    """All facts of a kind that the token may see, in their order."""
    found = there(queries.fact_list(asked(request).user, code, kind))
    held = {each.key: each for each in subjects_of(Row.objects.get(code=code), kind)}

    def shown(each: ListedFact) -> dict[str, Any]:
        return {
            "kind": kind,
            "id": each.key,
            "version": held[each.key].version,
            "owner": each.owner,
            "shared": each.shared,
            "fields": held[each.key].payload,
            "left_out": each.left_out,
        }

    return listed(request, page, (each for each in found.facts if each.key in held), shown)


@router.post(
    "/programmes/{code}/facts/{kind}",
    response={201: shapes.FactShape} | WRITES,
    url_name="facts",
)
def add(
    request: HttpRequest,
    response: HttpResponse,
    code: str,
    kind: str,
    body: shapes.NewFact,
    idempotency_key: Annotated[str, Header(max_length=64, pattern=r"^[!-~]*$")] = "",
) -> Status[dict[str, Any]]:
    """Add a fact.  Sent again with the same `Idempotency-Key`, it is not added again."""
    there(queries.programme(asked(request).user, code))
    may_write(request, kind)
    person, token = asked(request).user, asked(request).token

    def act() -> str:
        return actions.add_fact(
            person, code, kind, body.fields, body.why, for_authority=token.authority
        )

    if idempotency_key:
        content = [request.path, body.model_dump()]
        key = carried_out_once(person, f"api {token.pk} {idempotency_key}", content, act)
    else:
        key = act()
    response["Location"] = f"{request.path}/{key}"
    return Status(201, _fact(request, code, kind, key))


@router.get(_FACT, response={200: shapes.FactShape} | READS, url_name="fact")
def fact(request: HttpRequest, code: str, kind: str, key: str) -> dict[str, Any]:
    """One fact, with the version from which a change begins."""
    return _fact(request, code, kind, key)


@router.put(_FACT, response={200: shapes.FactShape} | WRITES, url_name="fact")
def change(
    request: HttpRequest, code: str, kind: str, key: str, body: shapes.ChangedFact
) -> dict[str, Any]:
    """Make of a fact what the body says: a whole fact, not a part of one."""
    _fact(request, code, kind, key)
    may_write(request, kind)
    actions.change_fact(
        asked(request).user,
        code,
        kind,
        key,
        body.fields,
        body.version,
        body.why,
        for_authority=asked(request).token.authority,
    )
    return _fact(request, code, kind, key)


@router.api_operation(["DELETE"], _FACT, response={204: None} | WRITES, url_name="fact")
def remove(
    request: HttpRequest,
    code: str,
    kind: str,
    key: str,
    version: Annotated[int, Query(ge=0, le=2_000_000_000)],
    why: Annotated[str, Query(max_length=10_000)] = "",
) -> Status[None]:
    """Remove a fact that nothing else points at."""
    _fact(request, code, kind, key)
    may_write(request, kind)
    whom = asked(request).token.authority
    actions.remove_fact(asked(request).user, code, kind, key, version, why, for_authority=whom)
    return Status(204, None)


@router.post(f"{_FACT}/share", response={200: shapes.FactShape} | WRITES, url_name="share")
def share(
    request: HttpRequest, code: str, kind: str, key: str, body: shapes.FromVersion
) -> dict[str, Any]:
    """Show a council's own fact to the other councils of the programme."""
    _fact(request, code, kind, key)
    may_write(request, kind)
    person, whom = asked(request).user, asked(request).token.authority
    actions.share_fact(person, code, kind, key, body.version, body.why, for_authority=whom)
    return _fact(request, code, kind, key)


@router.post(f"{_FACT}/withdraw", response={200: shapes.FactShape} | WRITES, url_name="withdraw")
def withdraw(
    request: HttpRequest, code: str, kind: str, key: str, body: shapes.FromVersion
) -> dict[str, Any]:
    """Show a council's own fact to the other councils no longer."""
    _fact(request, code, kind, key)
    may_write(request, kind)
    person, whom = asked(request).user, asked(request).token.authority
    actions.withdraw_fact(person, code, kind, key, body.version, body.why, for_authority=whom)
    return _fact(request, code, kind, key)


@router.get(
    f"{_FACT}/history",
    response={200: shapes.Listed[shapes.ChangeShape]} | READS,
    url_name="history",
)
def history(
    request: HttpRequest, code: str, kind: str, key: str, page: Query[Page]
) -> dict[str, Any]:
    """What was done to a fact, by whom and why, the newest first."""
    found = there(queries.history(asked(request).user, code, kind, key))

    def shown(each: queries.Change) -> dict[str, Any]:
        return {
            "number": each.number,
            "at": each.at.isoformat(),
            "who": each.who,
            "role": each.role,
            "council": each.for_whom,
            "what": each.verb,
            "why": each.why,
            "summary": each.summary,
            "erased": each.erased,
        }

    return listed(request, page, found.changes, shown)


def _fact(request: HttpRequest, code: str, kind: str, key: str) -> dict[str, Any]:
    """A fact as it is answered.  Raises NotThereError."""
    found = there(queries.fact_page(asked(request).user, code, kind, key))
    return {
        "kind": kind,
        "id": found.key,
        "version": found.version,
        "owner": found.owner,
        "shared": found.shared,
        "fields": found.payload,
        "left_out": found.left_out,
    }
