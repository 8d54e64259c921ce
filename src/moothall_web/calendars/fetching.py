"""Fetching a calendar from a council's site: politely, within limits, and from nowhere inside.

Whoever may bring a calendar in may have this server ask an address that they choose.  So only https
is asked, only at public addresses (the very address that was looked at is the one connected to), a
redirect stays on its host, and time and size are bounded whatever the other side does.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings

from moothall import __version__
from moothall.files.calendars.calendar_read import LARGEST

IDENTITY = f"Moothall/{__version__} (reads committee calendars for councils)"
ACCEPTED = "text/calendar, text/xml, application/xml, text/csv, */*;q=0.5"
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 5.0, 10.0, 20.0
MOST_REDIRECTS = 3
LONGEST_ADDRESS = 2_000  # characters
_PIECE = 64 * 1024  # bytes

# IPv6 addresses that carry an IPv4 address inside, which may be of any network.
_TUNNELS = tuple(
    ipaddress.IPv6Network(each)
    for each in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)

_REFUSED = (
    "Some councils' sites answer no programs. Open the address in a browser, save what it shows as "
    "a file, and bring in the file"
)
_WORDS = {
    401: ("asks for a sign-in (401)", _REFUSED),
    403: ("refuses to answer programs (403)", _REFUSED),
    404: ("has nothing at this address (404)", "Check the address, or save the calendar as a file"),
    410: ("has nothing at this address any more (410)", "Look for the new address on the site"),
    429: ("asks to be left alone for a while (429)", "Try again later, or bring in a file"),
}


class FetchError(Exception):
    """A calendar could not be fetched; `what` says why and `cure` what would help."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what}. {cure}")
        self.what = what
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Place:
    """Where to ask: the host by name, the one address of it that was looked at, port and path."""

    secure: bool
    host: str
    ip: str
    port: int
    path: str


def fetch(address: str) -> bytes:
    """What stands at an address.  Raises FetchError; nothing that was fetched is trusted."""
    watch = Watch(TOTAL_SECONDS)
    try:
        with closing(watch):
            for _ in range(MOST_REDIRECTS + 1):
                place = place_of(address)
                found = _ask(place, watch)
                if isinstance(found, bytes):
                    return found
                address = _redirected(address, found)
    except TimeoutError:
        raise _too_slow(address) from None
    except ssl.SSLError as error:
        what = f"{_host(address)} does not prove who it is ({error.reason or 'TLS failed'})"
        raise FetchError(what, "Tell the council, or save the calendar as a file") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if watch.over:
            raise _too_slow(address) from None
        what = f"{_host(address)} could not be asked ({type(error).__name__})"
        raise FetchError(what, "Check the address, try again, or bring in a file") from None
    raise FetchError(
        f"{_host(address)} sends from one address to the next without an end",
        "Save the calendar as a file and bring that in",
    )


class Watch:
    """Breaks off a connection when the time for all of it is over, however slowly it drips."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._break_off)
        self._timer.daemon = True
        self._timer.start()

    def on(self, connected: socket.socket) -> None:
        """Watch this connection from now on."""
        self._socket = connected
        if self.over:
            self._break_off()

    def close(self) -> None:
        """Watch no longer."""
        self._timer.cancel()

    def _break_off(self) -> None:
        self.over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def place_of(address: str) -> Place:
    """Where to ask.  Raises FetchError unless it is https and open to everybody."""
    if len(address) > LONGEST_ADDRESS:
        raise FetchError("The address is too long", "Enter the address of the calendar itself")
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    local = settings.CALENDARS_FROM_THIS_MACHINE
    if not host or parts.scheme not in (("https", "http") if local else ("https",)):
        raise FetchError(
            "This is no address that a calendar is fetched from",
            "Enter one that begins with https://",
        )
    if parts.username is not None:
        raise FetchError("The address holds a password", "Enter one without it, or bring in a file")
    secure = parts.scheme == "https"
    if port not in (None, 443) and not local:
        raise FetchError("The address names a port", "Enter one without it, or bring in a file")
    path = parts.path or "/"
    if parts.query:
        path = f"{path}?{parts.query}"
    if any(ord(letter) <= 32 or ord(letter) > 126 for letter in path):
        raise FetchError("The address holds a blank or a letter that none may", "Copy it again")
    port = port or (443 if secure else 80)
    return Place(secure=secure, host=host, ip=_public(host, port), port=port, path=path)


def _public(host: str, port: int) -> str:
    """An address of the host; none unless all of them are open to everybody."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"There is no {host}", "Check the address for a slip") from None
    addresses = [str(each[4][0]) for each in found]
    for each in addresses:
        ip = ipaddress.ip_address(each.partition("%")[0])
        inner = getattr(ip, "ipv4_mapped", None) or ip
        local = inner.is_loopback and settings.CALENDARS_FROM_THIS_MACHINE
        if not local and not _is_open_to_everybody(inner):
            raise FetchError(
                f"{host} is inside a network and not on the public web",
                "Save the calendar as a file and bring that in",
            )
    return addresses[0]


def _is_open_to_everybody(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and any(ip in each for each in _TUNNELS):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def _ask(place: Place, watch: Watch) -> bytes | str:
    """What stands there, or the address that it leads on to."""
    plain = socket.create_connection((place.ip, place.port), timeout=CONNECT_SECONDS)
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
        _send(connection, place)
        answer = connection.getresponse()
        opened.callback(answer.close)
        return _answered(answer, place, watch)


def _send(connection: http.client.HTTPConnection, place: Place) -> None:
    connection.putrequest("GET", place.path, skip_host=True, skip_accept_encoding=True)
    host = f"[{place.host}]" if ":" in place.host else place.host
    usual = place.port == (443 if place.secure else 80)
    connection.putheader("Host", host if usual else f"{host}:{place.port}")
    connection.putheader("User-Agent", IDENTITY)
    connection.putheader("Accept", ACCEPTED)
    connection.putheader("Accept-Encoding", "identity")
    connection.putheader("Connection", "close")
    connection.endheaders()


def _answered(answer: http.client.HTTPResponse, place: Place, watch: Watch) -> bytes | str:
    if answer.status in (301, 302, 303, 307, 308):
        return answer.getheader("Location") or ""
    if answer.status != http.HTTPStatus.OK:
        what, cure = _WORDS.get(
            answer.status,
            (f"answers with an error ({answer.status})", "Try again later, or bring in a file"),
        )
        raise FetchError(f"{place.host} {what}", cure)
    if (answer.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise FetchError(f"{place.host} answers packed", "Save the calendar as a file")
    return _body(answer, place, watch)


def _body(answer: http.client.HTTPResponse, place: Place, watch: Watch) -> bytes:
    pieces: list[bytes] = []
    length = 0
    while piece := answer.read1(_PIECE):
        length += len(piece)
        if length > LARGEST:
            raise FetchError(
                f"{place.host} sends more than {LARGEST // 1_000_000} MB",
                "Ask for one committee, or bring in a file of fewer years",
            )
        pieces.append(piece)
    if watch.over:  # a connection that was broken off looks like one that has ended
        raise TimeoutError
    if answer.length:
        raise FetchError(f"{place.host} broke off in the middle", "Try again")
    return b"".join(pieces)


def _redirected(address: str, to: str) -> str:
    following = urljoin(address, to)
    if _host(following) != _host(address) or urlsplit(following).scheme != urlsplit(address).scheme:
        raise FetchError(
            f"{_host(address)} leads on to {_host(following) or 'nowhere'}",
            "If you know that address too, enter it instead",
        )
    return following


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "the address"
    except ValueError:
        return "the address"


def _too_slow(address: str) -> FetchError:
    return FetchError(
        f"{_host(address)} did not answer within {TOTAL_SECONDS:.0f} seconds",
        "Try again later, or bring in a file",
    )
