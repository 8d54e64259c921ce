"""A form is carried out once, however often it is sent: by a double click, or by the back button.

The form carries a token.  Whoever sends the same token with the same content again is led to where
the first led.  The same token with other content is another wish, and is carried out.
"""

import hashlib
import json
import secrets
from collections.abc import Callable

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseRedirectBase

from moothall_web.records.models import Submission


def carried_out_once(
    person: AbstractBaseUser, token: str, content: object, act: Callable[[], str]
) -> str:
    """Carry out a form, unless it has been: the address that the first time led to.

    `content` is what was sent in, as JSON can hold it, without the token.  What `act` raises passes
    through, and nothing is kept of it: the form can be sent again.
    """
    sent = {"who_id": person.pk, "token": _digest(token), "digest": _digest(content)}
    led_to = _led_to(sent)
    if led_to is not None:
        return led_to
    try:
        with transaction.atomic():
            # Of two at the same moment the second waits here for the first, and then fails.
            kept = Submission.objects.create(**sent)
            kept.address = act()
            kept.save(update_fields=["address"])
    except IntegrityError:
        led_to = _led_to(sent)
        if led_to is None:
            raise
        return led_to
    return kept.address


def once(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Carry out the form of a request once: the answer of `act`, or where its first answer led.

    The token is the field `token` of the form, from `new_token`; a form without one is carried out
    each time.  An answer that leads nowhere (a form with faults) is given and not kept.
    """
    token, person = request.POST.get("token", ""), request.user
    if not token or not isinstance(person, AbstractBaseUser):
        return act()
    content = {
        name: values
        for name, values in request.POST.lists()
        if name not in ("token", "csrfmiddlewaretoken")
    }
    given: list[HttpResponse] = []

    def lead() -> str:
        given.append(act())
        if not isinstance(given[0], HttpResponseRedirectBase):
            raise _LeadsNowhereError
        return given[0].url

    try:
        led_to = carried_out_once(person, token, content, lead)
    except _LeadsNowhereError:
        return given[0]
    return HttpResponseRedirect(led_to)


def new_token() -> str:
    """A token for a form that is about to be shown."""
    return secrets.token_urlsafe(16)


class _LeadsNowhereError(Exception):
    """The form was answered, and nothing was done that a second click could do again."""


def _led_to(sent: dict[str, object]) -> str | None:
    return Submission.objects.filter(**sent).values_list("address", flat=True).first()


def _digest(content: object) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), default=list)
    return hashlib.sha256(text.encode()).hexdigest()
