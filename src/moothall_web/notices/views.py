"""Pages of notices.  Each asks one question, for the day that the reader names."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.render.editions import MEDIA_TYPES, edition_of
from moothall_web.cases.views import as_at_a_day
from moothall_web.notices import queries
from moothall_web.people.sign_in import reader


@as_at_a_day
def programme(request: HttpRequest, as_at: date, code: str) -> HttpResponse:
    """Every notice of a programme: due, published, missed, with the form to use."""
    page = queries.programme_notices(reader(request), code, as_at)
    if page is None:
        raise Http404
    return render(request, "notices/programme.html", {"page": page, **_asked(request, as_at)})


@as_at_a_day
def council(
    request: HttpRequest, as_at: date, code: str, proposal: str, authority: str
) -> HttpResponse:
    """One council's key decision test, limb by limb, and its notices."""
    page = queries.council_page(reader(request), code, proposal, authority, as_at)
    if page is None:
        raise Http404
    return render(request, "notices/council.html", {"page": page, **_asked(request, as_at)})


@as_at_a_day
def form(
    request: HttpRequest, as_at: date, code: str, proposal: str, authority: str, form: str
) -> HttpResponse:
    """One form, inside the site."""
    page = queries.form_page(reader(request), code, proposal, authority, form, as_at)
    if page is None:
        raise Http404
    from moothall.render.html import document_fragment

    return render(
        request,
        "notices/form.html",
        {
            "page": page,
            "notice": document_fragment(page.notice.document),
            **_asked(request, as_at),
        },
    )


@as_at_a_day
def form_as_docx(
    request: HttpRequest, as_at: date, code: str, proposal: str, authority: str, form: str
) -> HttpResponse:
    """One form as a Word file."""
    page = queries.form_page(reader(request), code, proposal, authority, form, as_at)
    if page is None:
        raise Http404
    name = f"{page.council.proposal.id}-{authority}-{form}-{as_at.isoformat()}.docx"
    return HttpResponse(
        edition_of(page.notice.document, "docx"),
        content_type=MEDIA_TYPES["docx"],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _asked(request: HttpRequest, as_at: date) -> dict[str, object]:
    """The day asked for, to hand on in links: None while the reader has named none."""
    return {"asked": as_at if request.GET.get("as_at") else None, "as_at": as_at}
