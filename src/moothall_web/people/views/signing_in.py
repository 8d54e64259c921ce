"""Signing in and out."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from moothall_web.people import actions, attempts
from moothall_web.people.expired import offer_again
from moothall_web.people.forms import PasswordForm
from moothall_web.people.models import Person
from moothall_web.people.opening import person_of
from moothall_web.people.sign_in import SignInForm, begin, ways_in
from moothall_web.people.unfinished import NAME, carried


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The one page that a stranger may see."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return self._go_on()
        if request.method == "POST" and self._asks_no_password(request):
            # Nobody has signed in yet in another tab, or passwords are not taken here.
            form = self.get_form_class()(request)
            answer = self.render_to_response(self.get_context_data(form=form, not_yet=True))
            answer.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
            return answer
        return super().dispatch(request, *args, **kwargs)

    @staticmethod
    def _asks_no_password(request: HttpRequest) -> bool:
        went_elsewhere = NAME in request.POST and "username" not in request.POST
        return went_elsewhere or not settings.PASSWORDS

    def get_form_kwargs(self) -> dict[str, Any]:
        given = super().get_form_kwargs()
        if self.request.method == "POST":
            given["wait"] = attempts.wait(self._name(), attempts.address_of(self.request))
        return given

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | ways_in() | {NAME: carried(self.request)}

    def form_valid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        person = form.get_user()
        assert isinstance(person, Person)  # noqa: S101 - the only kind that signs in
        answer = begin(self.request, person, self.get_success_url())
        if self.request.user.is_authenticated:
            return self._go_on()
        unfinished = carried(self.request)  # a second step is asked for first
        if unfinished is None:
            return answer
        context = {NAME: unfinished, "address": answer["Location"]}
        return render(self.request, "people/second_step.html", context)

    def form_invalid(self, form: SignInForm) -> HttpResponse:  # type: ignore[override]
        if form.wait is not None:
            answer = self.render_to_response(self.get_context_data(form=form), status=429)
            answer.headers["Retry-After"] = str(int(form.wait.total_seconds()) + 1)
            return answer
        if form.has_error("__all__"):
            actions.sign_in_failed(self._name(), attempts.address_of(self.request))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _name(self) -> str:
        return self.request.POST.get("username", "").strip()

    def _go_on(self) -> HttpResponse:
        """To where they were going, or to what they had not finished."""
        unfinished = carried(self.request)
        if unfinished is not None:
            return offer_again(self.request, unfinished)
        return redirect(self.get_success_url())


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """The way out, also for somebody whose session has ended by itself."""


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def open_sign_in(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """Somebody chooses a password by the link that their council has given them."""
    person = person_of(number, token)
    if person is None:
        return render(request, "people/open.html", {"person_to_open": None}, status=410)
    form = PasswordForm(person, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.set_password(person, form.cleaned_data["password"], attempts.address_of(request))
        return redirect("people:sign_in")
    status = 422 if form.is_bound else 200
    context = {"form": form, "person_to_open": person}
    return render(request, "people/open.html", context, status=status)
