"""Whether the site is up and fit for work, for whatever watches it."""

import secrets
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from moothall_web import readiness

_TEXT = "text/plain; charset=utf-8"
_HERE = ("127.0.0.1", "::1")
# A proxy on this machine adds one of these; without any, whoever asks is on this machine.
_OF_A_PROXY = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")

View = Callable[[HttpRequest], HttpResponse]


@login_not_required
def health(_: HttpRequest) -> HttpResponse:
    """`ok` as long as the process answers: whoever gets no answer starts it again."""
    return HttpResponse("ok\n", content_type=_TEXT)


@login_not_required
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether pages may be sent here: 200 or 503, and why to whoever may know.

    As JSON where it is accepted or `?format=json` asks for it, else as words.
    """
    found = readiness.look()
    fit = all(each.fit for each in found)
    told = found if _may_watch(request) else ()
    status = HTTPStatus.OK if fit else HTTPStatus.SERVICE_UNAVAILABLE
    if request.GET.get("format") == "json" or not request.accepts("text/plain"):
        checks = {each.name: {"fit": each.fit, "says": each.says} for each in told}
        return JsonResponse({"ready": fit, "checks": checks}, status=status)
    lines = ["ready" if fit else "not ready"]
    lines += [f"{'fit  ' if each.fit else 'UNFIT'} {each.name}: {each.says}" for each in told]
    return HttpResponse("\n".join(lines) + "\n", content_type=_TEXT, status=status)


@login_not_required
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures in the text form of Prometheus; 404 to whoever may not watch."""
    if not _may_watch(request):
        raise Http404
    return HttpResponse(
        readiness.metrics(), content_type="text/plain; version=0.0.4; charset=utf-8"
    )


def _may_watch(request: HttpRequest) -> bool:
    """Whether the watcher's token came along, or, without one, the request is of this machine."""
    if isinstance(settings.WATCH_TOKEN, Path):
        held = settings.WATCH_TOKEN.read_text(encoding="utf-8").strip()
        given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        return bool(held) and secrets.compare_digest(given.encode(), held.encode())
    of_a_proxy = any(request.META.get(name) for name in _OF_A_PROXY)
    return request.META.get("REMOTE_ADDR") in _HERE and not of_a_proxy
