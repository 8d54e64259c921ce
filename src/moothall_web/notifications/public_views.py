"""News by e-mail for the public: asked for, confirmed, ended; without a session or a cookie.

The forms carry no token against forgery, because no session stands behind them: another site that
sends one in somebody's name does no more than it could by itself, and the link that is sent to the
address is what decides.
"""

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from moothall_web.notifications.forms import SubscribeForm
from moothall_web.notifications.subscriptions import keeping
from moothall_web.notifications.subscriptions.news import name_of
from moothall_web.notifications.tokens import LONGEST
from moothall_web.people.attempts import address_of

EITHER = require_http_methods(["GET", "HEAD", "POST"])
_LONGEST_NAME = 200


@csrf_exempt
@login_not_required
@EITHER
def subscribe(request: HttpRequest, code: str, proposal: str = "") -> HttpResponse:
    """Ask for news of a programme, or of one proposal; the answer is the same for every address."""
    name = name_of(code, proposal) if max(len(code), len(proposal)) <= _LONGEST_NAME else None
    if name is None or not settings.MAIL_IS_SENT:
        raise Http404
    form = SubscribeForm(request.POST if request.method == "POST" else None)
    place = {"name": name, "code": code, "proposal": proposal}
    if request.method == "POST" and form.is_valid():
        if keeping.ask(code, proposal, form.cleaned_data["address"], address_of(request)):
            return _page(request, "asked_for", place)
        return _page(request, "too_often", place, status=429)
    return _page(request, "subscribe", place | {"form": form}, status=422 if form.errors else 200)


@csrf_exempt
@login_not_required
@EITHER
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes to news: a button, because mail programs follow links by themselves."""
    held = keeping.to_confirm(token) if len(token) <= LONGEST else None
    name = name_of(held.programme, held.proposal) if held else None
    if held is None or name is None:
        return _page(request, "spent", {}, status=410)
    if request.method == "POST":
        keeping.confirm(held)
    return _page(request, "confirm", {"name": name, "done": held.confirmed_at is not None})


@csrf_exempt
@login_not_required
@EITHER
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End news: by a button, or by one request of a mail program (RFC 8058); as often as asked."""
    held = keeping.to_stop(token) if len(token) <= LONGEST else None
    if held is not None and request.method == "POST":
        keeping.stop(held)
        held = None
    return _page(request, "stop", {"held": held is not None})


def _page(
    request: HttpRequest, name: str, said: Mapping[str, object], status: int = 200
) -> HttpResponse:
    context = {"about": settings.PUBLIC_SITE, "copied_at": None, **said}
    made = render(request, f"notifications/public/{name}.html", context, status=status)
    # A link with a token is followed from here to nowhere with it.
    made.headers["Referrer-Policy"] = "no-referrer"
    return made
