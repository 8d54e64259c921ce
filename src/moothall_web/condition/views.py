"""How the site is doing, for council IT."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall_web.condition.queries import condition_page
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader


@require_safe
def condition(request: HttpRequest) -> HttpResponse:
    """Backups, jobs, version and whether the site is fit, each with what to do."""
    page = condition_page(reader(request))
    if isinstance(page, Refusal):
        raise RefusedError(page)
    return render(request, "condition/condition.html", {"page": page})
