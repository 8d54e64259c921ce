"""Where allauth asks us: who may come in, what is recorded, and in which words it is said."""

import ipaddress
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError
from django.http import HttpRequest, HttpResponse

from moothall_web.identity.arriving import Turned, let_in
from moothall_web.identity.directory import NotOurTokenError
from moothall_web.identity.groups import tenant_of
from moothall_web.identity.sealing import seal, unseal
from moothall_web.identity.turning import turn_away
from moothall_web.people.attempts import address_of
from moothall_web.people.models import Person


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up; nothing is sent by mail or said in banners from here."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Councils say who comes in."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request comes from; an address that is none is kept as 0.0.0.0."""
        try:
            return str(ipaddress.ip_address(address_of(request)))
        except ValueError:
            return "0.0.0.0"  # noqa: S104 - no server listens on it

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The pages say what happened themselves."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """What changed is in the record; people here have no address."""

    def respond_user_inactive(
        self,
        request: HttpRequest,
        user: Any,  # noqa: ARG002
    ) -> HttpResponse:
        """Somebody whose sign-in is closed."""
        return turn_away(
            request,
            Turned("Your sign-in is closed", "This sign-in is closed. Ask your programme manager."),
        )


class FromCouncils(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A council's own sign-in has answered."""

    def new_user(self, request: HttpRequest, sociallogin: SocialLogin) -> Person:  # noqa: ARG002
        """Nobody yet: whoever it is is looked up, or made when they are let in."""
        return Person()

    def populate_user(
        self,
        request: HttpRequest,  # noqa: ARG002
        sociallogin: SocialLogin,
        data: Any,  # noqa: ARG002
    ) -> Any:
        """Nothing is taken from a token here; `arriving` does it, and records it."""
        return sociallogin.user

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Whoever is let in is there already by then."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let somebody in, or raise the page that says why not."""
        refused = let_in(request, sociallogin)
        if refused is not None:
            raise ImmediateHttpResponse(turn_away(request, refused))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: Any = None,
    ) -> None:
        """Raise the page that says what went wrong: a replay, a refusal there, a foreign token."""
        tenant = tenant_of(provider.app.provider_id)
        name = tenant.name if tenant else "that council"
        code = request.GET.get("error", "")[:100]
        if error == AuthError.CANCELLED or code:
            why = f"said no ({code})" if code else "was cancelled"
            turned = Turned(
                f"{name} did not sign you in",
                f"The sign-in of {name} {why}. Try again, or ask {name}'s IT whether you may use "
                "Moothall.",
                recorded=f"the sign-in of {name} {why}.",
            )
        elif exception is None and not (extra_context or {}).get("state"):
            turned = Turned(
                "This sign-in cannot be used again",
                "It was used already, was begun in another browser, or was begun more than ten "
                "minutes ago. Nobody was signed in by it. Begin again.",
                recorded=f"an answer of the sign-in of {name} came that nobody here had asked for, "
                "or that was used already.",
                status=401,
            )
        elif isinstance(exception, NotOurTokenError):
            turned = Turned(
                f"{name} did not sign you in",
                f"The answer of {name}'s sign-in could not be trusted, so nobody was signed in. "
                f"Tell {name}'s IT: {exception}.",
                recorded=f"an answer of the sign-in of {name} was refused: {exception}.",
            )
        else:
            turned = Turned(
                f"{name}’s sign-in did not work",
                f"The sign-in of {name} could not be asked, or its answer could not be checked. "
                f"Nobody was signed in. Try again in a minute; if it goes on, tell {name}'s IT.",
                recorded=f"the sign-in of {name} could not be asked, or its answer could not be "
                f"checked ({type(exception).__name__}).",
                status=502,
            )
        raise ImmediateHttpResponse(turn_away(request, turned, tenant))


class SecondSteps(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That is not the code of this moment, or it was used already. Wait for "
        "the next one and enter that",
        "cannot_generate_recovery_codes": "Set up codes or a passkey first",
    }

    def encrypt(self, text: str) -> str:
        """Sealed, so that the database alone gives no codes away."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return unseal(encrypted_text)

    def get_totp_label(self, user: Any) -> str:
        """What stands in an authenticator beside the code."""
        return str(user.get_username())

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002
        """What a passkey is called that nobody named."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {number + 1}"
