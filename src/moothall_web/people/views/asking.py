"""What all forms about access have in common."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from moothall_web.people.actions import ChangedSinceError, ImpossibleError
from moothall_web.records.submissions import new_token, once

asked = require_http_methods(["GET", "HEAD", "POST"])
DONE = "access_done"


def sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Ask, or act and go back to the overview; what cannot be is said beside its field.

    `seen` is how things stood when the page was opened, until it has been said how they stand now.
    """
    if form.is_bound:
        return once(request, lambda: _carry_out(request, form, act, template, context))
    return _ask(request, form, template, context)


def _carry_out(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    status = 422
    if form.is_valid():
        try:
            request.session[DONE] = act(form.cleaned_data)
        except ImpossibleError as error:
            form.add_error(error.field, error.words)
        except ChangedSinceError as error:
            form.add_error(None, error.words)
            status = 409
        else:
            return redirect("people:access")
    return _ask(request, form, template, context, status)


def _ask(
    request: HttpRequest,
    form: forms.Form,
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    seen = form.data.get("seen", "") if status == 422 else context.get("state", "")
    marks = {"form": form, "seen": seen, "token": new_token()}
    return render(request, template, marks | context, status=status)
