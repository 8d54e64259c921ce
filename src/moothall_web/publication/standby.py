"""When the site cannot answer, the public still reads: the last copy that was written out."""

import mimetypes
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase

from moothall_web.publication import standing_copy

_PUBLIC, _INDEX = "/public/", "index.html"


class StandingCopy:
    """Answers for the public site from the copy where the answer would have been a failure.

    Each page of the copy says of when it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _in_the_copy(request.path):
            return HttpResponseRedirect(request.path.removesuffix(_INDEX))
        response = self.get_response(request)
        if request.path.startswith(_PUBLIC) and response.status_code < HTTPStatus.BAD_REQUEST:
            # The same for everybody, signed in or not: what looks at sessions on the way says else.
            response.headers.pop("Vary", None)
        failed = response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
        if not (failed and request.method in ("GET", "HEAD")):
            return response
        if not request.path.startswith(_PUBLIC):
            return response
        found = standing_copy.kept(request.path)
        if found is None:
            return response
        path, name = found
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if name.endswith(".html"):
            kind = "text/html; charset=utf-8"
        return HttpResponse(
            path.read_bytes(), content_type=kind, headers={"Cache-Control": "no-cache"}
        )


def _in_the_copy(path: str) -> bool:
    """Whether this is how the copy calls a page, which a reader may still have open."""
    return path.startswith(_PUBLIC) and path.endswith(f"/{_INDEX}")
