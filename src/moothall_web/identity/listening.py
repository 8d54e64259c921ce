"""What allauth does is recorded like all else, in the transaction in which it does it."""

from typing import Any

from allauth.account.signals import user_logged_in
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_delete, post_save

from moothall_web.identity.actions import open_session
from moothall_web.people import actions
from moothall_web.people.attempts import address_of
from moothall_web.people.models import Person

_WHAT = {
    Authenticator.Type.TOTP: "codes of an authenticator",
    Authenticator.Type.WEBAUTHN: "a passkey",
    Authenticator.Type.RECOVERY_CODES: "recovery codes",
}


def begin() -> None:
    """Listen, once for the whole process."""
    user_logged_in.connect(_signed_in, dispatch_uid="moothall-signed-in")
    post_save.connect(_kept, sender=Authenticator, dispatch_uid="moothall-step-kept")
    post_delete.connect(_removed, sender=Authenticator, dispatch_uid="moothall-step-removed")


def _signed_in(request: Any, user: Any, **kwargs: Any) -> None:
    actions.signed_in(user, address_of(request))
    login = kwargs.get("sociallogin")
    if login is not None:
        refresh = login.token.token_secret if login.token else ""
        open_session(request, user, login.account.provider, refresh)


def _kept(instance: Any, created: bool, **_: Any) -> None:
    if created:
        _record(instance, "now signs in with")


def _removed(instance: Any, **_: Any) -> None:
    _record(instance, "no longer signs in with")


def _record(step: Any, words: str) -> None:
    person = Person.objects.filter(pk=step.user_id).first()
    if person is not None:
        address = address_of(context.request) if context.request else ""
        actions.second_step_changed(person, f"{words} {_WHAT[step.type]}", address)
