"""The public site's addresses, and the page on which a council says from when it shows."""

from collections.abc import Callable
from datetime import date
from typing import Any

from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods, require_safe

from moothall_web.cases.models import SnapshotState
from moothall_web.cases.snapshot_queries import snapshot_page
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader
from moothall_web.publication import actions, pages, queries
from moothall_web.publication.forms import ReleaseForm
from moothall_web.publication.models import Edition

_CACHED = "public, max-age=60, stale-if-error=86400"


def public(page: str) -> Callable[..., HttpResponseBase]:
    """The view of a page of the public site."""

    @login_not_required
    @require_safe
    def view(request: HttpRequest, **place: Any) -> HttpResponseBase:
        today = timezone.localdate()
        site = pages.Site(today=today, editions=queries.shown(today))
        found = pages.answer(page, site, *place.values())
        if found is None:
            raise Http404
        return _sent(request, found)

    return view


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: the public site, and nothing else."""
    sitemap_at = request.build_absolute_uri(reverse("publication:sitemap"))
    return HttpResponse(
        f"User-agent: *\nAllow: /public/\nAllow: /static/\nDisallow: /\n\nSitemap: {sitemap_at}\n",
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": _CACHED},
    )


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of the public site, for search engines."""
    today = timezone.localdate()
    site = pages.Site(today=today, editions=queries.shown(today))
    found = [
        request.build_absolute_uri(address_of(name, args))
        for name, args in pages.addresses(site)
        if name not in ("file", "news", "days")
    ]
    lines = "".join(f"<url><loc>{each}</loc></url>" for each in found)
    return HttpResponse(
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{lines}</urlset>',
        content_type="application/xml",
        headers={"Cache-Control": _CACHED},
    )


def address_of(name: str, args: tuple[object, ...]) -> str:
    """The address of a page of `pages.PAGES`."""
    if name in ("news", "days") and len(args) == 1:
        name = f"programme_{name}"
    return reverse(f"publication:{name}", args=args)


def _sent(request: HttpRequest, found: pages.Answer) -> HttpResponseBase:
    headers = {"ETag": found.etag, "Cache-Control": _CACHED}
    if found.changed_at is not None:
        headers["Last-Modified"] = http_date(found.changed_at.timestamp())
    if found.name:
        headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
    made = HttpResponse(found.content, content_type=found.kind, headers=headers)
    # By its ETag alone: a day on which something is withdrawn has more than one moment.
    answered = get_conditional_response(request, etag=found.etag, response=made)
    if found.styles and isinstance(answered, HttpResponse):
        # A frozen paper has its styles inside; those, by their digest, and no others.
        return csp_update({"style-src": list(found.styles)})(lambda _: answered)(request)
    return answered or made


@require_http_methods(["GET", "HEAD", "POST"])
def release(
    request: HttpRequest, code: str, proposal: str, authority: str, number: int
) -> HttpResponse:
    """From which day the public sees a published snapshot, and how the council is reached."""
    person = reader(request)
    page = snapshot_page(person, code, proposal, authority, number)
    if page is None:
        raise Http404
    may = actions.may_give_day(person, page.snapshot)
    if request.method == "POST" and isinstance(may, Refusal):
        raise RefusedError(may)
    edition = Edition.objects.filter(snapshot=page.snapshot).first()
    held = {
        "public_from": edition.public_from.isoformat() if edition and edition.public_from else "",
        "contact": edition.contact if edition else "",
    }
    form = ReleaseForm(request.POST if request.method == "POST" else None, initial=held)
    if request.method == "POST" and form.is_valid():
        day: date = form.cleaned_data["public_from"]
        actions.give_day(person, page.snapshot, day, form.cleaned_data["contact"])
        return redirect("publication:release", code, proposal, authority, number)
    return render(
        request,
        "publication/release.html",
        {
            "page": page,
            "form": form,
            "edition": edition,
            "may": None if isinstance(may, Refusal) else may,
            "refusal": may if isinstance(may, Refusal) else None,
            "published": page.snapshot.state == SnapshotState.PUBLISHED,
            "today": timezone.localdate(),
        },
        status=422 if form.errors else 200,
    )
