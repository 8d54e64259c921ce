"""One's own sign-in: the password, the second steps, and where one is signed in."""

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from moothall_web.identity import actions
from moothall_web.identity.forms import ChangePasswordForm
from moothall_web.identity.queries import own_sign_in
from moothall_web.identity.views.steps import too_many
from moothall_web.people import actions as people
from moothall_web.people import attempts
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.sign_in import reader

DONE = "own_sign_in_done"


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """How one signs in, and where one is signed in."""
    context = {
        "own": own_sign_in(request, reader(request)),
        "done": request.session.pop(DONE, "") if DONE in request.session else "",
    }
    return render(request, "identity/own.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; every other session of one's own ends by that."""
    person = reader(request)
    if person.demonstration or not person.has_usable_password():
        raise RefusedError(
            Refusal(
                "The password of the demonstration is everybody's, so nobody changes it."
                if person.demonstration
                else "You come by your council's own sign-in, so you have no password here."
            )
        )
    form = ChangePasswordForm(person, request.POST if request.method == "POST" else None)
    if form.is_bound:
        address = attempts.address_of(request)
        wait = attempts.wait(people.second_step_of(person), address)
        if wait is not None:
            return too_many(request, wait)
        if form.is_valid():
            people.change_password(person, form.cleaned_data["password"], address)
            actions.end_other_sessions(person, request)
            update_session_auth_hash(request, person)
            actions.same_session(request, person)
            request.session[DONE] = "Your password is changed. You are signed out everywhere else."
            return redirect("mfa_index")
        if form.has_error("current", "wrong"):
            people.second_step_failed(person, address)
    return render(request, "identity/password.html", {"form": form}, status=_status(form))


@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Sign out of one session."""
    if not actions.end_session(reader(request), number, request):
        raise Http404
    request.session[DONE] = "That session is ended."
    return redirect("mfa_index")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    number = actions.end_other_sessions(reader(request), request)
    several = "1 session is" if number == 1 else f"{number} sessions are"
    request.session[DONE] = f"{several} ended. You are signed in here only."
    return redirect("mfa_index")


@login_not_required
@require_safe
def to_sign_in(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where allauth sends those who have to begin again."""
    return redirect("people:sign_in")


@require_safe
def to_own(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where allauth leads after a passkey: the page about one's own sign-in."""
    return redirect("mfa_index")


def _status(form: ChangePasswordForm) -> int:
    return 422 if form.is_bound else 200
