"""What a page says while the site cannot do its work: no database, no disk, too large a form.

Each answer says that nothing was kept, and can be given without the database.
"""

import errno
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

_log = logging.getLogger("moothall.outages")


@dataclass(frozen=True, slots=True)
class Outage:
    """Something that is not the reader's fault and that passes; `what` goes to the log."""

    what: str
    heading: str
    says: str
    again_in: int  # seconds


DISK_FULL = Outage(
    "the disk is full",
    "There is no room left to keep anything",
    "The disk of this site is full, so nothing that you sent was kept. You can still read.",
    300,
)
BUSY = Outage(
    "the database is busy",
    "Too many people are writing at this moment",
    "Somebody else held what you wanted to change for too long. Nothing that you sent was kept.",
    5,
)
NO_DATABASE = Outage(
    "the database does not answer",
    "The site cannot reach what it holds",
    "The database does not answer just now. Nothing that you sent was kept; nothing was lost.",
    30,
)

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_SQLSTATES = {
    "53100": DISK_FULL,
    "55P03": BUSY,  # a lock was waited for in vain
    "57014": BUSY,  # a question took too long
    "40P01": BUSY,  # two waited for each other
}


def outage_of(error: BaseException | None) -> Outage | None:
    """What of the installation has failed; None where it is a fault of the program."""
    for each in _causes(error):
        if isinstance(each, OSError) and each.errno in _NO_ROOM:
            return DISK_FULL
        known = _SQLSTATES.get(str(getattr(each, "sqlstate", None)))
        if known is not None:
            return known
        text = str(each)
        if isinstance(each, Error) and "database or disk is full" in text:
            return DISK_FULL
        if isinstance(each, OperationalError) and "is locked" in text:
            return BUSY
        if isinstance(each, OperationalError) and any(part in text for part in _OUR_FAULTS):
            return None
        if isinstance(each, OperationalError | InterfaceError):
            return NO_DATABASE
    return None


# SQLite says these by the same class of error: what is wrong is the program or its set-up.
_OUR_FAULTS = ("no such table", "no such column", "has no column", "syntax error")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def failed(request: HttpRequest) -> HttpResponse:
    """Answer a request that raised: 503 and why where it will pass, else 500."""
    error = sys.exc_info()[1]
    if isinstance(error, UnreadablePostError):
        return unreadable(request, error)
    found = outage_of(error)
    number = getattr(request, "number", "")
    if found is None:
        return HttpResponse(render_to_string("500.html", {"number": number}), status=500)
    _log.critical(found.what, extra={"outage": found.what})
    page = render_to_string("503.html", {"outage": found, "number": number})
    return HttpResponse(
        page,
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        headers={"Retry-After": str(found.again_in), "Cache-Control": "private, no-store"},
    )


class BodyLimits:
    """Refuses a request that says that it is larger than this site reads, before it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 413, and say how much may be sent."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isascii() or not length.isdigit():
            return _too_large(HTTPStatus.BAD_REQUEST)
        if int(length) > settings.LARGEST_REQUEST:
            return _too_large(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return self.get_response(request)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer what cannot be read: the fields of a form are limited more closely than files."""
    if isinstance(exception, RequestDataTooBig):
        return _too_large(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return HttpResponse(render_to_string("400.html"), status=HTTPStatus.BAD_REQUEST)


def _too_large(status: int) -> HttpResponse:
    megabytes = settings.LARGEST_REQUEST // 1_000_000
    page = render_to_string("413.html", {"megabytes": megabytes})
    return HttpResponse(page, status=status)
