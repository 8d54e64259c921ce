"""Pages of snapshots: the list, one of them, its files, and what is done with it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moothall.render.editions import MEDIA_TYPES
from moothall_web.cases import actions
from moothall_web.cases import snapshot_queries as queries
from moothall_web.cases.forms import SnapshotForm, StepForm
from moothall_web.cases.states import step_named
from moothall_web.people.permissions import RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.records.submissions import new_token, once


@require_http_methods(["GET", "HEAD", "POST"])
def snapshots(request: HttpRequest, code: str, proposal: str) -> HttpResponse:
    """The snapshots of a proposal, and making another one."""
    page = queries.snapshots_page(reader(request), code, proposal)
    if page is None:
        raise Http404
    councils = [(each, page.names[each]) for each, refusal in page.making if refusal is None]
    refused = next((refusal for _, refusal in page.making if refusal is not None), None)
    if request.method == "POST" and not councils and refused is not None:
        raise RefusedError(refused)
    form = SnapshotForm(request.POST if request.method == "POST" else None, councils=councils)
    if request.method == "POST" and form.is_valid():
        return once(request, lambda: _make(request, form, code, proposal))
    return render(
        request,
        "cases/snapshots.html",
        {"page": page, "form": form, "may_make": bool(councils), "token": new_token()},
        status=422 if form.errors else 200,
    )


def _make(request: HttpRequest, form: SnapshotForm, code: str, proposal: str) -> HttpResponse:
    given = form.cleaned_data
    as_at: date = given["as_at"] or timezone.localdate()
    made = actions.make_snapshot(
        reader(request), code, proposal, given["authority"], as_at, given["why"]
    )
    return redirect("cases:snapshot", code, proposal, made.authority, made.number)


@require_safe
def snapshot(
    request: HttpRequest, code: str, proposal: str, authority: str, number: int
) -> HttpResponse:
    """One snapshot: what it holds, whether it comes out the same again, what may be done."""
    page = queries.snapshot_page(reader(request), code, proposal, authority, number)
    if page is None:
        raise Http404
    return render(request, "cases/snapshot.html", {"page": page, "form": StepForm()})


@require_safe
def snapshot_file(
    request: HttpRequest, code: str, proposal: str, authority: str, number: int, name: str
) -> HttpResponse:
    """A file of a snapshot, byte for byte as it was frozen."""
    found = queries.frozen_file(reader(request), code, proposal, authority, number, name)
    if found is None:
        raise Http404
    stem = f"{proposal}-{authority}-{number}"
    return HttpResponse(
        bytes(found.content),
        content_type=MEDIA_TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream"),
        headers={"Content-Disposition": f'attachment; filename="{stem}-{name}"'},
    )


@require_POST
def snapshot_step(
    request: HttpRequest, code: str, proposal: str, authority: str, number: int, step: str
) -> HttpResponse:
    """Clear, publish or withdraw a snapshot."""
    wanted = step_named(step)
    page = queries.snapshot_page(reader(request), code, proposal, authority, number)
    if page is None or wanted is None or not wanted.leads_from:
        raise Http404
    refusal = page.refusal(wanted, reader(request))
    if refusal is not None:
        raise RefusedError(refusal)
    form = StepForm(request.POST)
    if not form.is_valid():
        return render(request, "cases/snapshot.html", {"page": page, "form": form}, status=422)
    actions.take_step(reader(request), page.snapshot, wanted, form.cleaned_data["why"])
    return redirect("cases:snapshot", code, proposal, authority, number)
