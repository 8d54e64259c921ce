"""The page from which a council takes away all that is its own."""

from django import forms
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall_web.desk import copies
from moothall_web.facts.export import take_away_page
from moothall_web.people.permissions import RefusedError
from moothall_web.people.sign_in import reader


class TakeAwayForm(forms.Form):
    """Whose own it is; whether the person may take it away is asked when it is taken."""

    authority = forms.CharField(
        label="Whose own do you want to take away?",
        error_messages={"required": "Choose the council whose own you want to take away"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def take_away(request: HttpRequest, code: str) -> HttpResponseBase:
    """What is in the copy; sent in, the copy itself."""
    page = take_away_page(reader(request), code)
    if page is None:
        raise Http404
    if not page.councils:
        raise RefusedError(page.refusal)
    form = TakeAwayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        authority = form.cleaned_data["authority"]
        return FileResponse(
            copies.take_away(reader(request), code, authority),
            as_attachment=True,
            filename=f"{code}-{authority}-{timezone.localdate().isoformat()}.zip",
            content_type="application/zip",
        )
    return render(
        request,
        "desk/take_away.html",
        {"page": page, "form": form},
        status=422 if form.errors else 200,
    )
