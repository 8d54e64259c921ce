"""What somebody had sent in when their session had ended: carried through the sign-in, then resent.

It travels sealed, in the page, so that the server keeps nothing of a stranger's, and comes back
unchanged or not at all.  The address in it is one of this site; a password is never in it, and
files, which a page cannot carry, are named only.
"""

from dataclasses import asdict, dataclass

from django.conf import settings
from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from django.utils.http import escape_leading_slashes, url_has_allowed_host_and_scheme

NAME = "unfinished"
MOST = 1_000_000  # characters; a form may be larger by files alone
_SALT = "moothall_web.people.unfinished"
_OWN = frozenset({"csrfmiddlewaretoken", NAME})


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The address that a form was sent to, its fields in order, and the names of its files.

    `too_large` says that the fields were left behind.
    """

    address: str
    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    too_large: bool = False

    def sealed(self) -> str:
        """As it is carried in a page."""
        return signing.dumps(asdict(self), salt=_SALT, compress=True)

    def shown(self) -> tuple[tuple[str, str], ...]:
        """The fields that a person typed, without the marks that forms carry for themselves."""
        return tuple((name, value) for name, value in self.fields if value.strip())


def sent_in(request: HttpRequest) -> Unfinished:
    """What a request has brought."""
    address = escape_leading_slashes(request.get_full_path())
    try:
        fields = tuple(
            (name, value)
            for name, values in request.POST.lists()
            if name not in _OWN and "password" not in name.lower()
            for value in values
        )
        files = tuple(
            file.name or "" for name in request.FILES for file in request.FILES.getlist(name)
        )
    except (UnreadablePostError, SuspiciousOperation):
        return Unfinished(address, too_large=True)
    if sum(len(name) + len(value) for name, value in fields) > MOST:
        return Unfinished(address, files=files, too_large=True)
    return Unfinished(address, fields, files)


def carried(request: HttpRequest) -> Unfinished | None:
    """What a page has carried along; None where nothing is, or not as it was sealed here."""
    try:
        held = signing.loads(
            request.POST.get(NAME, ""), salt=_SALT, max_age=settings.SESSION_COOKIE_AGE
        )
    except signing.BadSignature:
        return None
    if not is_ours(held["address"]):
        return None
    return Unfinished(
        held["address"],
        tuple((name, value) for name, value in held["fields"]),
        tuple(held["files"]),
        held["too_large"],
    )


def is_ours(address: str) -> bool:
    """Whether an address is a path of this site and leads nowhere else."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site has sent it.

    A form that another site made up must not be offered to be sent again with a token of ours.
    """
    origin = request.headers.get("Origin")
    if origin not in (None, "null"):
        return origin == f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Sec-Fetch-Site") == "same-origin"
