"""What is held: programmes, and the documents that their facts are taken from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall_web.facts import queries
from moothall_web.people.sign_in import reader


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes of the councils that the reader acts for."""
    return render(
        request, "facts/programmes.html", {"programmes": queries.programmes(reader(request))}
    )


@require_safe
def documents(request: HttpRequest, code: str) -> HttpResponse:
    """The documents that a programme's facts are taken from."""
    found = queries.documents(reader(request), code)
    if found is None:
        raise Http404
    programme, taken = found
    names = {authority.code: authority.short_name for authority in programme.authorities}
    return render(
        request,
        "facts/documents.html",
        {"programme": programme, "taken": taken, "names": names},
    )
