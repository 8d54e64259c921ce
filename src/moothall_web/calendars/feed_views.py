"""The addresses of feeds, and the feeds themselves."""

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moothall_web.calendars import actions
from moothall_web.calendars import feeds as shown
from moothall_web.calendars.forms import FeedForm
from moothall_web.calendars.models import Feed
from moothall_web.facts import queries as facts
from moothall_web.facts.models import Programme
from moothall_web.people.sign_in import reader

UNPROCESSABLE = 422
ALL = "all"
_LONGEST_TOKEN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    """The reader's addresses, and making one: it is shown once, in the answer."""
    person = reader(request)
    programmes = {each.about.id: each.about.name for each in facts.programmes(person)}
    choices = [(ALL, "All that touches my councils, and my tasks"), *programmes.items()]
    form = FeedForm(request.POST if request.method == "POST" else None, choices=choices)
    address, status = "", 200
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["programme"]
        row = None if code == ALL else Programme.objects.get(code=code)
        token = actions.make_feed(person, row)
        address = request.build_absolute_uri(reverse("calendars:feed", args=[token]))
    elif form.errors:
        status = UNPROCESSABLE
    held = Feed.objects.filter(person=person, closed_at=None).select_related("programme")
    return render(
        request,
        "calendars/feeds.html",
        {"form": form, "feeds": held, "address": address},
        status=status,
    )


@require_POST
def close(request: HttpRequest, feed: int) -> HttpResponse:
    """Close one of the reader's addresses."""
    found = get_object_or_404(Feed, pk=feed, person=reader(request))
    actions.close_feed(found)
    return redirect("calendars:feeds")


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """A feed, to whoever has its address: calendar programs cannot sign in."""
    found = shown.feed_of(token) if len(token) <= _LONGEST_TOKEN else None
    if found is None:
        raise Http404
    content = shown.calendar_of(found)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="moothall.ics"'
    answer["Cache-Control"] = "private, no-cache"
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer["ETag"] = etag
    conditional = get_conditional_response(request, etag=etag, response=answer)
    assert isinstance(conditional, HttpResponse)  # noqa: S101 - it gives one or the other
    return conditional
