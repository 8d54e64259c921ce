"""The page side by side, for the day that the reader names."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall_web.cases.views import as_at_a_day
from moothall_web.people.sign_in import reader
from moothall_web.twins import queries


@as_at_a_day
def side_by_side(request: HttpRequest, as_at: date, code: str, proposal: str) -> HttpResponse:
    """Every council's recommendations and papers on one proposal, beside each other."""
    page = queries.side_by_side(reader(request), code, proposal, as_at)
    if page is None:
        raise Http404
    asked = as_at if request.GET.get("as_at") else None
    return render(
        request, "twins/side_by_side.html", {"page": page, "asked": asked, "as_at": as_at}
    )
