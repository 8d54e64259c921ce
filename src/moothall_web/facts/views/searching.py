"""The page of a search over one programme."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from moothall_web.facts import queries
from moothall_web.facts.search import search as search_in
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.sign_in import reader

_LONGEST = 200


@require_safe
def search(request: HttpRequest, code: str) -> HttpResponse:
    """What holds every word of `?q=`."""
    programme = queries.programme(reader(request), code)
    if programme is None:
        raise Http404
    asked = " ".join(request.GET.get("q", "").replace("\0", "").split())[:_LONGEST]
    return render(
        request,
        "facts/search.html",
        {
            "programme": programme,
            "asked": asked,
            "answer": search_in(programme, asked) if asked else None,
            "kinds": KIND_WORDS,
            "names": {each.code: each.short_name for each in programme.authorities},
        },
    )
