"""Sending to an address outside: over TLS, to nowhere inside, signed, and never for long."""

import hashlib
import hmac
import http.client
import ssl
from contextlib import ExitStack, closing
from socket import create_connection

from moothall_web.calendars.fetching import (
    CONNECT_SECONDS,
    IDENTITY,
    READ_SECONDS,
    TOTAL_SECONDS,
    FetchError,
    Place,
    Watch,
    place_of,
)

SIGNATURE = "Moothall-Signature"


class NotDeliveredError(Exception):
    """The other side did not take it; the message says why."""


def signature(secret: str, at: int, body: bytes) -> str:
    """What the header says: when it was signed, and HMAC-SHA256 over that, a stop and the body.

    Whoever is told compares in constant time, and refuses what was signed more than five minutes
    ago: else what was once overheard could be sent again.
    """
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={signed}"


def check_address(address: str) -> None:
    """Raise FetchError where nothing may be sent there."""
    place_of(address)


def send(address: str, body: bytes, secret: str, at: int, headers: dict[str, str]) -> int:
    """Send a body; the status of the answer, one of 200 to 299.  Raises NotDeliveredError."""
    watch = Watch(TOTAL_SECONDS)
    try:
        with closing(watch):
            status = _send(
                place_of(address), body, watch, headers | {SIGNATURE: signature(secret, at, body)}
            )
    except FetchError as error:
        raise NotDeliveredError(error.what) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        slow = watch.over or isinstance(error, TimeoutError)
        why = "it took too long" if slow else type(error).__name__
        raise NotDeliveredError(f"The address could not be reached ({why})") from None
    if not 200 <= status < 300:
        raise NotDeliveredError(f"The address answered {status}")
    return status


def _send(place: Place, body: bytes, watch: Watch, headers: dict[str, str]) -> int:
    """The very address that was looked at is connected to; a redirect is not followed."""
    plain = create_connection((place.ip, place.port), timeout=CONNECT_SECONDS)
    with ExitStack() as opened:
        opened.callback(plain.close)
        watch.on(plain)
        plain.settimeout(READ_SECONDS)
        connected = plain
        if place.secure:
            context = ssl.create_default_context()
            connected = context.wrap_socket(plain, server_hostname=place.host)
            opened.callback(connected.close)
            watch.on(connected)
        connection = http.client.HTTPConnection(place.host, place.port)
        connection.sock = connected
        opened.callback(connection.close)
        usual = {
            "User-Agent": IDENTITY,
            "Content-Type": "application/json",
            "Connection": "close",
        }
        connection.request("POST", place.path, body, usual | headers)
        answer = connection.getresponse()
        opened.callback(answer.close)
        return answer.status
