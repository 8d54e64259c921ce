"""The log: one line for each request and each fault, with nothing in it that people have written.

A line says which view answered, not at which address, because some addresses hold a key; a fault's
class and place, not its words, because a database quotes rows in them; and a person by a digest
that means something on this installation only.
"""

import json
import logging
import re
import secrets
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac

_number: ContextVar[str] = ContextVar("number", default="")
_A_NUMBER = re.compile(r"[A-Za-z0-9-]{8,64}")
_log = logging.getLogger("moothall.requests")

OWN = ("event", "method", "view", "status", "milliseconds", "person", "councils", "outage")
"""What a line may say beside its time, level, source and number; all else is left out."""


def person_digest(person: object) -> str:
    """Sixteen hexadecimal digits for a person's key, the same on each line; empty for nobody."""
    key = getattr(person, "pk", None)
    return "" if key is None else salted_hmac("moothall_web.logs", str(key)).hexdigest()[:16]


class RequestLog:
    """Gives every request a number, answers with it, and writes one line when it is answered.

    A number that a proxy has given is kept where it looks like one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say so."""
        given = request.headers.get("X-Request-ID", "")
        number = given if _A_NUMBER.fullmatch(given) else secrets.token_hex(8)
        request.number = number  # type: ignore[attr-defined]
        kept, begun = _number.set(number), perf_counter()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = number
            _log.info("answered", extra=_line(request, response, perf_counter() - begun))
        finally:
            _number.reset(kept)
        return response


def _line(request: HttpRequest, response: HttpResponseBase, seconds: float) -> dict[str, object]:
    # Only who was asked for already: a log line is not worth a question to the database.
    person = getattr(request, "_cached_user", None)
    match = request.resolver_match
    return {
        "event": "request",
        "method": request.method if request.method in _METHODS else "other",
        "view": match.view_name if match else "none",
        "status": response.status_code,
        "milliseconds": round(seconds * 1000, 1),
        "person": person_digest(person),
        "councils": ",".join(sorted(getattr(request, "acts_for", ()))),
    }


_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def told(record: logging.LogRecord) -> dict[str, Any]:
    """What may be told of a log record."""
    line: dict[str, Any] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "from": record.name,
    }
    if _number.get():
        line["request"] = _number.get()
    line |= {name: getattr(record, name) for name in OWN if getattr(record, name, "") not in ("",)}
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        match = request.resolver_match
        view = match.view_name if match else "none"
        line["says"] = f"{getattr(record, 'status_code', '')} by {view}"
    elif record.exc_info:
        line["says"] = str(record.msg)  # the words of the program, without what was put into them
    else:
        line["says"] = record.getMessage()
    if record.exc_info and record.exc_info[1]:
        line["fault"] = fault(record.exc_info[1])
    return line


def fault(error: BaseException) -> dict[str, Any]:
    """The class of an error and where it was raised, innermost last, without its words."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_module(each.filename)}:{each.lineno} {each.name}" for each in frames[-12:]]
    cause = error.__cause__ or error.__context__
    found: dict[str, Any] = {"class": type(error).__name__, "at": places}
    if cause is not None:
        found["from"] = type(cause).__name__
    return found


def _module(path: str) -> str:
    """A path from its package on."""
    parts = path.replace("\\", "/").split("/")
    for name in ("site-packages", "src"):
        if name in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(name) :])
    return parts[-1]


class JsonLines(logging.Formatter):
    """One JSON object on each line."""

    def format(self, record: logging.LogRecord) -> str:
        """Keys in the order in which people read them."""
        return json.dumps(told(record), ensure_ascii=False, default=str)


def settings(kind: str) -> dict[str, Any]:
    """Python's settings for the log, `json` or `words`; requests are told in `json` only."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "moothall_web.logs.JsonLines"},
            # For whoever works on the program and reads every word of a fault.
            "words": {"format": "%(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": kind}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            # A page that is not there is the reader's news, not the log's.
            "django.request": {"level": "ERROR"},
            "moothall.requests": {"level": "INFO" if kind == "json" else "WARNING"},
        },
    }
