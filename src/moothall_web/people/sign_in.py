"""Who may sign in, and the form to do it with."""

from datetime import timedelta
from typing import Any, cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django import forms
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from moothall_web.people.models import Person


class OwnPassword(ModelBackend):
    """Sign-in by name and password, where that is allowed, and the reader of every session.

    A demonstration sign-in opens a demonstration only.
    """

    def authenticate(  # type: ignore[override]
        self, request: HttpRequest | None, **credentials: Any
    ) -> Person | None:
        if not settings.PASSWORDS:
            return None
        found = super().authenticate(request, **credentials)
        return found if isinstance(found, Person) else None

    def user_can_authenticate(self, user: Person | AnonymousUser | None) -> bool:
        if isinstance(user, Person) and user.demonstration and not settings.DEMONSTRATION:
            return False
        return super().user_can_authenticate(user)


class SignInForm(AuthenticationForm):
    """Name and password.  A wrong one of the two is not told apart, lest names can be tried out.

    `wait` is how long the next try has to wait, after too many that failed.
    """

    error_messages = {
        "invalid_login": "The sign-in name or the password is wrong. Check both and try again",
        "inactive": "This sign-in is closed. Ask your programme manager",
    }
    username = forms.CharField(
        label="Sign-in name", error_messages={"required": "Enter your sign-in name"}
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": "Enter your password"},
    )

    def __init__(self, *args: Any, wait: timedelta | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wait = wait

    def clean(self) -> dict[str, Any]:
        if self.wait is None:
            return super().clean()
        opens_at = timezone.localtime(timezone.now() + self.wait + timedelta(seconds=59))
        minutes = int(self.wait.total_seconds() // 60) + 1
        raise forms.ValidationError(
            f"Too many sign-ins have failed. Wait {minutes} minute{'s' if minutes > 1 else ''} and "
            f"try again at {opens_at:%H:%M}. The right password is not taken before then either"
        )


def ways_in() -> dict[str, Any]:
    """What a page needs that offers to sign in."""
    return {
        "demonstration": settings.DEMONSTRATION,
        "passwords": settings.PASSWORDS,
        "tenants": settings.TENANTS,
    }


def begin(request: HttpRequest, person: Person, to: str) -> HttpResponse:
    """Somebody has given the right password: they are in, unless a second step is asked for.

    Either way the answer leads on.  That they are in is recorded where every way in is.
    """
    record_authentication(request, person, method="password")
    return cast(HttpResponse, perform_login(request, person, redirect_url=to))


def reader(request: HttpRequest) -> Person:
    """Who is asking.  Every page but the sign-in has one."""
    assert isinstance(request.user, Person)  # noqa: S101 - the middleware lets nobody else in
    return request.user
