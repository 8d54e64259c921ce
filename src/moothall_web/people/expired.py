"""A form whose session or token has ended loses nothing: it is kept while its sender signs in."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from moothall_web.people.sign_in import SignInForm, ways_in
from moothall_web.people.unfinished import NAME, Unfinished, carried, comes_from_here, sent_in


class SignInFirst(LoginRequiredMiddleware):
    """Whoever has no session is asked to sign in; what they had sent in waits until they have."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        if request.headers.get("HX-Request"):
            return HttpResponse("Your session has ended. Sign in again.", status=403)
        return ask_to_sign_in(request, sent_in(request))


def ask_to_sign_in(request: HttpRequest, unfinished: Unfinished | None) -> HttpResponse:
    """The sign-in page, with what somebody had sent in."""
    return render(
        request,
        "people/sign_in.html",
        {
            "form": SignInForm(request),
            "next": "",
            NAME: unfinished,
            "ended": True,
            **ways_in(),
        },
        status=403,
    )


def offer_again(request: HttpRequest, unfinished: Unfinished, status: int = 200) -> HttpResponse:
    """The page on which what was not finished is sent again."""
    return render(request, "people/unfinished.html", {NAME: unfinished}, status=status)


def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponseBase:  # noqa: ARG001 - Django says why; a reader has no use for it
    """The answer to a form whose token does not fit: what it held is offered again.

    Not where another site sent it: it would have us send its wishes in the reader's name.
    """
    if request.headers.get("HX-Request"):
        return HttpResponse("This page is too old. Load it again.", status=403)
    if not comes_from_here(request):
        return render(request, "403_csrf.html", status=403)
    signed_in = request.user.is_authenticated
    if request.path == reverse("people:sign_in"):
        unfinished = carried(request)
        if not signed_in:
            return ask_to_sign_in(request, unfinished)
        return offer_again(request, unfinished) if unfinished else redirect("/")
    if request.path == reverse("people:sign_out"):
        return redirect("people:sign_in") if not signed_in else _again(request)
    return _again(request) if signed_in or _is_open(request) else _later(request)


def _again(request: HttpRequest) -> HttpResponse:
    return offer_again(request, sent_in(request), status=403)


def _later(request: HttpRequest) -> HttpResponse:
    return ask_to_sign_in(request, sent_in(request))


def _is_open(request: HttpRequest) -> bool:
    match: Any = request.resolver_match
    return match is not None and not getattr(match.func, "login_required", True)
