"""Second steps: allauth's own views, with our count of failures, words and refusals."""

from datetime import timedelta
from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from moothall_web.identity.arriving import Turned
from moothall_web.identity.turning import turn_away
from moothall_web.people import actions, attempts
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError

UNPROCESSABLE = 422
_PASSKEYS = "a passkey that nobody has named"  # whose it is, is known only once it fits


def too_many(request: HttpRequest, wait: timedelta) -> HttpResponse:
    """The page for whoever has to wait."""
    minutes = int(wait.total_seconds() // 60) + 1
    answer = render(request, "identity/wait.html", {"minutes": minutes}, status=429)
    answer.headers["Retry-After"] = str(int(wait.total_seconds()) + 1)
    return answer


class _Counted:
    """A wrong code or passkey is counted and recorded; too many, and none is taken for a while."""

    request: HttpRequest

    def person(self) -> Person:
        """Whose second step it is."""
        assert isinstance(self.request.user, Person)  # noqa: S101 - only they come here
        return self.request.user

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at what was sent, unless too many failed before."""
        name = actions.second_step_of(self.person())
        wait = attempts.wait(name, attempts.address_of(request))
        if wait is not None:
            return too_many(request, wait)
        answer: HttpResponseBase = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return answer

    def form_invalid(self, form: Any) -> HttpResponseBase:
        """Say what is wrong beside its field."""
        if any(each.code != "required" for each in _errors(form)):
            actions.second_step_failed(self.person(), attempts.address_of(self.request))
        answer: HttpResponseBase = self.shown(form)
        answer.status_code = UNPROCESSABLE
        return answer

    def shown(self, form: Any) -> HttpResponseBase:
        """The page again, with the form as it was sent."""
        context = self.get_context_data(form=form) | {"form": form}  # type: ignore[attr-defined]
        answer: HttpResponseBase = self.render_to_response(context)  # type: ignore[attr-defined]
        return answer


def _errors(form: Any) -> list[Any]:
    return [each for errors in form.errors.as_data().values() for each in errors]


class _OwnOnly:
    """For whoever has a password of their own: a council's own sign-in asks for its own steps."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who come by their council's own sign-in."""
        person = request.user
        if isinstance(person, Person) and (person.tenant or person.demonstration):
            raise RefusedError(
                Refusal(
                    "A demonstration sign-in is everybody's, so it takes no second step."
                    if person.demonstration
                    else "You come by your council's own sign-in, which asks for second steps "
                    "itself. There is none to be set up here."
                )
            )
        answer: HttpResponseBase = super().dispatch(  # type: ignore[misc]
            request, *args, **kwargs
        )
        return answer


class SecondStep(_Counted, AuthenticateView):  # type: ignore[misc]
    """After the password, the code or the passkey."""

    template_name = "identity/second_step.html"

    def person(self) -> Person:
        """Who has given the right password and is not in yet."""
        who: Person = self.stage.login.user
        return who

    def shown(self, form: Any) -> HttpResponseBase:  # noqa: ARG002 - it is among the view's own
        """The page again; it holds two forms, one of them as it was sent."""
        answer: HttpResponseBase = self.get(self.request)
        return answer


class PasswordAgain(_Counted, ReauthenticateView):  # type: ignore[misc]
    """Before the ways to sign in are changed."""

    template_name = "identity/again.html"


class CodeAgain(_Counted, CodeAgainView):  # type: ignore[misc]
    """The same by a code."""

    template_name = "identity/again.html"


class PasskeyAgain(_Counted, ReauthenticateWebAuthnView):  # type: ignore[misc]
    """The same by a passkey."""

    template_name = "identity/again_passkey.html"


class AddCodes(_OwnOnly, _Counted, ActivateTOTPView):  # type: ignore[misc]
    """Set up codes of an authenticator."""

    template_name = "identity/add_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The QR code goes into the page as it is, without the line that a file begins with."""
        held: dict[str, Any] = super().get_context_data(**kwargs)
        drawing = held["totp_svg"]
        return held | {"totp_svg": drawing[drawing.index("<svg") :]}


class RemoveCodes(_OwnOnly, DeactivateTOTPView):  # type: ignore[misc]
    """Give codes up."""

    template_name = "identity/remove.html"
    extra_context = {"what": "codes of an authenticator", "address": "mfa_deactivate_totp"}


class AddPasskey(_OwnOnly, _Counted, AddWebAuthnView):  # type: ignore[misc]
    """Register a passkey."""

    template_name = "identity/add_passkey.html"


class RemovePasskey(_OwnOnly, RemoveWebAuthnView):  # type: ignore[misc]
    """Give a passkey up."""

    template_name = "identity/remove.html"


class RecoveryCodes(_OwnOnly, ViewRecoveryCodesView):  # type: ignore[misc]
    """The codes for the day on which everything else is lost."""

    template_name = "identity/recovery_codes.html"


class NewRecoveryCodes(_OwnOnly, GenerateRecoveryCodesView):  # type: ignore[misc]
    """Make new ones; the old ones are worth nothing from then on."""

    template_name = "identity/new_recovery_codes.html"


class PasskeySignIn(LoginWebAuthnView):  # type: ignore[misc]
    """Sign in by a passkey alone."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only where own sign-ins are taken at all."""
        if not settings.PASSWORDS:
            raise Http404
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the passkey, unless too many failed from here before."""
        wait = attempts.wait(_PASSKEYS, attempts.address_of(request))
        if wait is not None:
            return too_many(request, wait)
        answer: HttpResponseBase = super().post(request, *args, **kwargs)
        return answer

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A page of its own for people; what the passkey has to sign for the page's script."""
        if "application/json" in request.headers.get("Accept", ""):
            answer: HttpResponseBase = super().get(request, *args, **kwargs)
            return answer
        return render(request, "identity/passkey_sign_in.html")

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ARG002
        """A passkey that fits nobody here."""
        actions.sign_in_failed(_PASSKEYS, attempts.address_of(self.request))
        words = "No sign-in here has this passkey. Sign in with your password, or try another one."
        return turn_away(
            self.request, Turned("This passkey is not known", words, status=UNPROCESSABLE)
        )
