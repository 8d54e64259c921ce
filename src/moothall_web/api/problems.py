"""What an answer says when it is not what was asked for: RFC 9457, with where and what cures it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

ROOT = "/api/v1/"
PROBLEM = "application/problem+json"

_WORDS: dict[int, tuple[str, str]] = {
    400: ("The request could not be read.", "Send a well-formed request; a body is JSON."),
    401: ("No token that is taken was sent.", "Send `Authorization: Bearer` and a token."),
    403: ("This may not be done with this token.", "Ask whoever may, or for a wider token."),
    404: (
        "There is nothing here, or nothing that this token may see.",
        "Check the address against /api/v1/openapi.json.",
    ),
    405: ("This address takes no such method.", "Use one of those that the header Allow names."),
    413: ("The body is too large.", "Send less at a time."),
    500: ("This is a fault of ours; nothing was changed.", "Try again, or tell your council's IT."),
}


class ProblemError(Exception):
    """Raised by an operation whose answer is a problem."""

    def __init__(self, status: int, detail: str, cure: str, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.cure, self.more = status, detail, cure, more


def fault(where: str, what: str, cure: str) -> dict[str, str]:
    """One thing that is wrong: where as a JSON pointer, what, and what would cure it."""
    return {"where": where, "what": what, "cure": cure}


def problem(status: int, detail: str = "", cure: str = "", **more: Any) -> JsonResponse:
    """An answer that is a problem; `more` are members of its own."""
    what, then = _WORDS.get(status, ("The request was not carried out.", "Try again later."))
    return JsonResponse(
        {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail or what,
            "cure": cure or then,
            **more,
        },
        status=status,
        content_type=PROBLEM,
    )


class Problems:
    """Makes of every answer of the API that is an error, whoever gave it, a problem."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if answer.status_code < HTTPStatus.BAD_REQUEST or not request.path.startswith(ROOT):
            return answer
        if answer.headers.get("Content-Type", "").startswith(PROBLEM):
            return answer
        made: HttpResponse = problem(answer.status_code)
        for name in ("Allow", "Retry-After"):
            if name in answer.headers:
                made[name] = answer.headers[name]
        return made
