"""The API as a whole: who may ask, what goes wrong and in which words, and its description."""

import json
import re
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from moothall.render.editions import MEDIA_TYPES
from moothall_web.api.bearer import asked_by
from moothall_web.api.civic import WORDS
from moothall_web.api.problems import PROBLEM, ProblemError, fault, problem
from moothall_web.api.v1 import (
    case_operations,
    civic_operations,
    fact_operations,
    snapshot_operations,
)
from moothall_web.api.v1.asking import is_not_theirs
from moothall_web.facts.faults import InvalidError, NotThereError, StaleError
from moothall_web.people.actions import was_refused
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError

_NOT_THEIRS = Refusal("A token was used for a programme in which its council has no part.")
_UNKNOWN = Refusal("A change was sent to what is not there, or not this token's to know of.")


class ByToken(HttpBearer):
    """The token itself is looked at before any view (`bearer.py`): here stands only whose it is."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:  # noqa: ARG002
        only_known_names(request)
        return asked_by(request)


def only_known_names(request: HttpRequest) -> None:
    """Raise ProblemError where the address asks for what it does not know: a slip is no wish."""
    match = request.resolver_match
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", f"/{match.route}") if match else ""
    known = _names_asked_by().get((path, (request.method or "").lower()))
    strange = sorted(set(request.GET) - known) if known is not None else []
    if strange:
        cure = f"Leave it out; known are: {', '.join(sorted(known or ())) or 'none'}."
        raise ProblemError(
            422,
            "The address asks for something that it does not know.",
            cure,
            errors=[
                fault(_pointer(("query", name)), "is not known here", cure) for name in strange
            ],
        )


@cache
def _names_asked_by() -> dict[tuple[str, str], frozenset[str]]:
    """The names after the question mark that each path and method knows."""
    return {
        (path, method): frozenset(
            each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"
        )
        for path, operations in description()["paths"].items()
        for method, operation in operations.items()
    }


api = NinjaAPI(
    title="Moothall",
    version="1",
    description=(
        "Shared-services programmes of sovereign councils: facts, findings, routes, money, papers "
        "and decisions, each as far as the token's person may see them."
    ),
    urls_namespace="api_v1",
    docs_url=None,
    openapi_url=None,
    auth=ByToken(),
)
for each in (fact_operations, case_operations, snapshot_operations, civic_operations):
    api.add_router("", each.router)


@api.exception_handler(AuthenticationError)
def not_signed_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001
    return problem(401)


@api.exception_handler(NotThereError)
def not_there(request: HttpRequest, error: NotThereError) -> HttpResponse:  # noqa: ARG001
    """The same answer for what is not there and what is not theirs; the second is recorded."""
    person = asked_by(request)
    if person is not None and request.method != "POST":  # those are recorded for every page
        if is_not_theirs(request):
            was_refused(person, _NOT_THEIRS, request.path)
        elif request.method != "GET":
            was_refused(person, _UNKNOWN, request.path)
    return problem(404)


@api.exception_handler(RefusedError)
def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """Said, and recorded."""
    person = asked_by(request)
    if person is not None:
        was_refused(person, error.refusal, request.path)
    return problem(403, error.refusal.words)


@api.exception_handler(StaleError)
def stale(request: HttpRequest, error: StaleError) -> HttpResponse:
    """Both sides of a conflict: what stands there now, and what was sent."""
    sent = _sent(request)
    return problem(
        409,
        "This has been changed since the version from which you began; nothing was changed.",
        "Put your change to `current`, and send it with `current_version`.",
        current=error.current,
        current_version=error.version,
        yours=sent.get("fields") or {},
    )


@api.exception_handler(InvalidError)
def invalid(request: HttpRequest, error: InvalidError) -> HttpResponse:  # noqa: ARG001
    """Every fault with its place in the fields that were sent."""
    places = [
        ("why",) if each.path == ("why",) else ("fields", *each.path) for each in error.faults
    ]
    return problem(
        422,
        "What was sent is no fact of this kind; nothing was changed.",
        "Mend what `errors` names, and send all of it again.",
        errors=[
            fault(_pointer(("body", *place)), each.what, each.cure)
            for place, each in zip(places, error.faults, strict=True)
        ],
    )


@api.exception_handler(ValidationError)
def misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    """What ninja found wrong with the shape of a question."""
    found = []
    for each in error.errors:
        where, *rest = each["loc"]
        # The name of the operation's own argument is no part of what was sent.
        rest = rest[1:] if rest[:1] in (["body"], ["page"]) else rest
        found.append(
            fault(_pointer((where, *rest)), str(each["msg"]), "Send it as openapi.json says.")
        )
    return problem(422, "The question has not the shape that this address takes.", "", errors=found)


@api.exception_handler(ProblemError)
def wrong(request: HttpRequest, error: ProblemError) -> HttpResponse:  # noqa: ARG001
    return problem(error.status, error.detail, error.cure, **error.more)


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001
    return problem(error.status_code)


def _sent(request: HttpRequest) -> dict[str, Any]:
    try:
        held = json.loads(request.body or b"{}")
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}


def _pointer(path: Any) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)


def description() -> dict[str, Any]:
    """The API as OpenAPI describes it; what goes wrong is a problem, and a file is a file."""
    # As JSON has it: a status is a text there.
    held: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    for path, operations in held["paths"].items():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                content = answer.get("content", {})
                if int(status) >= 400 and "application/json" in content:
                    answer["content"] = {PROBLEM: content.pop("application/json")}
                elif path.endswith((".{suffix}", "/files/{name}")):
                    binary = {"schema": {"type": "string", "format": "binary"}}
                    kinds = [*MEDIA_TYPES.values(), "application/octet-stream"]
                    answer["content"] = dict.fromkeys(kinds, binary)
    return held


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The description, for programs; no page with somebody else's scripts shows it."""
    return JsonResponse(description())


@login_not_required
@require_safe
def context(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The JSON-LD context of organizations, events and motions."""
    return HttpResponse(json.dumps(WORDS), content_type="application/ld+json")
