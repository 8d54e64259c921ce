"""Pages of committee systems that are read by themselves, and of what waits to be looked at."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from moothall_web.decisions.background import ONE_SYSTEM
from moothall_web.decisions.models import WaitingPage
from moothall_web.decisions.permissions import may_bring_in
from moothall_web.decisions.regular import actions, queries
from moothall_web.decisions.regular.forms import SystemForm
from moothall_web.decisions.regular.permissions import may_set
from moothall_web.facts import queries as facts
from moothall_web.facts.permissions import may_change
from moothall_web.jobs.actions import enqueue
from moothall_web.people.councils import register
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import capacities
from moothall_web.people.sign_in import reader

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def systems(request: HttpRequest) -> HttpResponse:
    """From where meetings are read and what came of it; sent in, another address is set."""
    person = reader(request)
    page = queries.systems_page(person)
    if page.refusal is not None:
        raise RefusedError(page.refusal)
    sent = request.POST if request.method == "POST" else None
    form = SystemForm(sent, councils=page.councils)
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        system = actions.set_address(person, given["council"], given["address"])
        enqueue(ONE_SYSTEM, system=system.pk)
        return redirect(f"{reverse('decisions:systems')}?queued=1")
    status = UNPROCESSABLE if form.errors else 200
    queued = request.GET.get("queued") == "1"
    found = {"page": page, "form": form, "queued": queued}
    return render(request, "decisions/systems.html", found, status=status)


@require_POST
def stop(request: HttpRequest, system: int) -> HttpResponse:
    """Have nothing read from an address any more."""
    found = queries.system_seen(reader(request), system)
    if found is None:
        raise Http404
    actions.stop(reader(request), found.pk)
    return redirect("decisions:systems")


@require_POST
def read_now(request: HttpRequest, system: int) -> HttpResponse:
    """Have an address read now and not tomorrow."""
    found = queries.system_seen(reader(request), system)
    if found is None or found.closed_at is not None:
        raise Http404
    answer = may_set(reader(request), found.authority, register())
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    enqueue(ONE_SYSTEM, system=found.pk)
    return redirect(f"{reverse('decisions:systems')}?queued=1")


@require_POST
def take_up(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Look at a page that waits."""
    actions.take_up(reader(request), _waiting(request, code, number))
    return redirect("decisions:reading", code)


@require_POST
def leave(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take nothing from a page that waits."""
    page = _waiting(request, code, number)
    programme = facts.programme(reader(request), code)
    if programme is None:
        raise Http404
    held = may_change(capacities(reader(request)), "decisions", page.authority, programme)
    if isinstance(held, Refusal):
        raise RefusedError(held)
    actions.leave(reader(request), held, page)
    return redirect(f"{reverse('decisions:bring_in', args=[code])}#waiting")


def _waiting(request: HttpRequest, code: str, number: int) -> WaitingPage:
    programme = facts.programme(reader(request), code)
    if programme is None:
        raise Http404
    owners = may_bring_in(reader(request), programme)
    if isinstance(owners, Refusal):
        raise RefusedError(owners)
    found = queries.waiting_page(reader(request), programme, number)
    if found is None:
        raise Http404
    return found
