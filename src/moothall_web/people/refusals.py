"""A refusal that an action raises becomes a page that says why, and an event.

A form sent to what is not there, or not theirs to know of, is an event too: the page tells no
difference, and whoever sends such forms by hand is in the record.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from moothall_web.people import actions
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError

NOT_THERE = 404
_UNKNOWN = Refusal("A form was sent to what is not there, or not theirs to know of.")


class Refusals:
    """Answers a RefusedError, whichever view it comes from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        forged = request.method == "POST" and answer.status_code == NOT_THERE
        if forged and isinstance(request.user, Person):
            actions.was_refused(request.user, _UNKNOWN, request.path)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called by Django with what a view raised; None leaves it to others."""
        if not isinstance(error, RefusedError):
            return None
        if isinstance(request.user, Person):
            actions.was_refused(request.user, error.refusal, request.path)
        return render(request, "people/refused.html", {"refusal": error.refusal}, status=403)
