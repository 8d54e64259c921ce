"""How often a password may be tried: counted in the database, so that all workers count alike.

A name is bound from one address first, so that a stranger elsewhere does not lock its owner out;
tries that are refused for this are not counted, so nobody waits longer than the window.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from moothall_web.people.models import FailedSignIn

MINUTES = 5
OF_A_NAME_FROM_AN_ADDRESS = 5
OF_AN_ADDRESS = 20
OF_A_NAME = 50


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; behind a server that ends TLS, what that one says."""
    if settings.SECURE_PROXY_SSL_HEADER:
        said = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
        if said:
            return said[:64]
    return str(request.META.get("REMOTE_ADDR", ""))


def wait(name: str, address: str) -> timedelta | None:
    """How long somebody has to wait for their next try; None if they need not."""
    now = timezone.now()
    begins = now - timedelta(minutes=MINUTES)
    opens = [
        when + timedelta(minutes=MINUTES)
        for chosen, most in _bounds(name, address)
        if (when := _nth_latest(chosen, most, begins)) is not None
    ]
    return max(opens) - now if opens else None


def failed(name: str, address: str) -> bool:
    """Count a failure.  Returns whether it is the last one for some minutes."""
    now = timezone.now()
    window = timedelta(minutes=MINUTES)
    # What lies further ahead was counted while a clock had jumped, and would bind until it came.
    FailedSignIn.objects.exclude(at__gt=now - window, at__lte=now + window).delete()
    FailedSignIn.objects.create(name=_digest(name), address=_digest(address), at=now)
    return wait(name, address) is not None


def forget(name: str, address: str) -> None:
    """Somebody has got in: what failed before under this name from there was a slip."""
    FailedSignIn.objects.filter(name=_digest(name), address=_digest(address)).delete()


def _bounds(name: str, address: str) -> tuple[tuple[Q, int], ...]:
    of_name, of_address = Q(name=_digest(name)), Q(address=_digest(address))
    return (
        (of_name & of_address, OF_A_NAME_FROM_AN_ADDRESS),
        (of_address, OF_AN_ADDRESS),
        (of_name, OF_A_NAME),
    )


def _nth_latest(chosen: Q, number: int, since: datetime) -> datetime | None:
    until = since + 2 * timedelta(minutes=MINUTES)
    times = FailedSignIn.objects.filter(chosen, at__gt=since, at__lte=until).order_by("-at")
    found = list(times.values_list("at", flat=True)[number - 1 : number])
    return found[0] if found else None


def _digest(text: str) -> str:
    return salted_hmac("moothall_web.people.attempts", text.strip().casefold()).hexdigest()
