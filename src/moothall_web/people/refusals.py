"""A refusal that an action raises becomes a page that says why, and an event."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from moothall_web.people import actions
from moothall_web.people.models import Person
from moothall_web.people.permissions import RefusedError


class Refusals:
    """Answers a RefusedError, whichever view it comes from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called by Django with what a view raised; None leaves it to others."""
        if not isinstance(error, RefusedError):
            return None
        if isinstance(request.user, Person):
            actions.was_refused(request.user, error.refusal, request.path)
        return render(request, "people/refused.html", {"refusal": error.refusal}, status=403)
