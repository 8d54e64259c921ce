"""Who may sign in, and the form to do it with."""

from django import forms
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from moothall_web.people.models import Person


class OwnPassword(ModelBackend):
    """Sign-in by name and password.  A demonstration sign-in opens a demonstration only."""

    def user_can_authenticate(self, user: Person | AnonymousUser | None) -> bool:
        if isinstance(user, Person) and user.demonstration and not settings.DEMONSTRATION:
            return False
        return super().user_can_authenticate(user)


class SignInForm(AuthenticationForm):
    """Name and password.  A wrong one of the two is not told apart, lest names can be tried out."""

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


def reader(request: HttpRequest) -> Person:
    """Who is asking.  Every page but the sign-in has one."""
    assert isinstance(request.user, Person)  # noqa: S101 - the middleware lets nobody else in
    return request.user
