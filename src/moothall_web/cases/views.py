"""Pages of a case.  Each asks one question, for the day that the reader names."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe

from moothall.render.editions import MEDIA_TYPES, edition_of
from moothall_web.cases import queries
from moothall_web.cases.actions import ask_for_all_papers
from moothall_web.cases.forms import AsAtForm
from moothall_web.people.sign_in import reader

P = ParamSpec("P")


def as_at_a_day(
    view: Callable[Concatenate[HttpRequest, date, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view the day of `?as_at=`, today if none is named, or answer that it is no day.

    The clock is read here and nowhere below.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        form = AsAtForm(request.GET)
        if not form.is_valid():
            return render(request, "cases/as_at.html", {"form": form}, status=422)
        as_at = form.cleaned_data["as_at"] or timezone.localdate()
        return view(request, as_at, *args, **kwargs)

    return require_safe(answer)


@as_at_a_day
def programme(request: HttpRequest, as_at: date, code: str) -> HttpResponse:
    """Where a programme stands."""
    page = queries.programme_page(reader(request), code, as_at)
    if page is None:
        raise Http404
    return render(request, "cases/programme.html", {"page": page, **_asked(request, as_at)})


@as_at_a_day
def proposal(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Where a proposal stands, and all that is held about it."""
    page = queries.proposal_page(reader(request), code, proposal, as_at)
    if page is None:
        raise Http404
    return render(request, "cases/proposal.html", {"page": page, **_asked(request, as_at)})


@as_at_a_day
def paper(
    request: HttpRequest,
    as_at: date,
    code: str,
    proposal: str,
    authority: str,
    format_name: str = "",
) -> HttpResponse:
    """A council's paper in one of its formats, inside the site."""
    page = queries.paper_page(reader(request), code, proposal, authority, as_at, format_name)
    if page is None:
        raise Http404
    from moothall.render.html import document_fragment

    written, annex = page.paper.document, page.paper.annex
    return render(
        request,
        "cases/paper.html",
        {
            "page": page,
            "paper": document_fragment(written) if written else None,
            "annex": document_fragment(annex, top_level=2) if annex else None,
            **_asked(request, as_at),
        },
    )


@as_at_a_day
def paper_file(
    request: HttpRequest,
    as_at: date,
    code: str,
    proposal: str,
    authority: str,
    format_name: str = "",
    *,
    suffix: str,
    annex: bool = False,
) -> HttpResponse:
    """A council's paper, or what of it is not for publication, as a file to keep."""
    page = queries.paper_page(reader(request), code, proposal, authority, as_at, format_name)
    if page is None:
        raise Http404
    document = page.paper.annex if annex else page.paper.document
    if document is None:
        raise Http404
    layout = "" if page.usual else f"-{page.paper.format}"
    part = "-exempt-annex" if annex else ""
    name = f"{proposal}-{authority}{layout}{part}-{page.case.as_at.isoformat()}.{suffix}"
    return HttpResponse(
        edition_of(document, suffix),
        content_type=MEDIA_TYPES[suffix],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def all_papers(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for every paper of a programme at once; they are fetched from the list of jobs."""
    as_at = parse_date(request.POST.get("as_at", "")) or timezone.localdate()
    if not ask_for_all_papers(reader(request), code, as_at):
        raise Http404
    return redirect("jobs:jobs")


def _asked(request: HttpRequest, as_at: date) -> dict[str, object]:
    """The day asked for, to hand on in links: None while the reader has named none."""
    return {"asked": as_at if request.GET.get("as_at") else None, "as_at": as_at}
