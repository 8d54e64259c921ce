"""What somebody sees of their own sign-in."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from moothall_web.identity.groups import tenant_of
from moothall_web.people.models import Person


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One session: from which address and browser, since when, and whether it is this one."""

    number: int
    address: str
    browser: str
    since: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey by the name that its owner gave it."""

    number: int
    name: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSignIn:
    """The page about one's own sign-in.

    `tenant` names the council whose sign-in they use, empty for a password of their own; `missing`
    says that nothing else is open to them until they have a second step.
    """

    tenant: str
    demonstration: bool
    has_password: bool
    missing: bool
    codes: bool
    recovery: bool
    passkeys: tuple[Passkey, ...]
    sessions: tuple[OpenSession, ...]


def own_sign_in(request: HttpRequest, person: Person) -> OwnSignIn:
    """How somebody signs in, and where they are signed in now."""
    steps = list(Authenticator.objects.filter(user=person).order_by("created_at", "pk"))
    kinds = {each.type for each in steps}
    tenant = tenant_of(person.tenant) if person.tenant else None
    real = kinds - {Authenticator.Type.RECOVERY_CODES}
    return OwnSignIn(
        tenant=tenant.name if tenant else person.tenant,
        demonstration=person.demonstration,
        has_password=person.has_usable_password(),
        missing=settings.SECOND_STEP and not person.tenant and not real,
        codes=Authenticator.Type.TOTP in kinds,
        recovery=Authenticator.Type.RECOVERY_CODES in kinds,
        passkeys=tuple(
            Passkey(each.pk, each.wrap().name, each.created_at)
            for each in steps
            if each.type == Authenticator.Type.WEBAUTHN
        ),
        sessions=_sessions(request, person),
    )


def _sessions(request: HttpRequest, person: Person) -> tuple[OpenSession, ...]:
    held = list(UserSession.objects.filter(user=person).order_by("-created_at"))
    keys = [each.session_key for each in held]
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now()).values_list(
            "session_key", flat=True
        )
    )
    return tuple(
        OpenSession(
            each.pk,
            "" if each.ip == "0.0.0.0" else each.ip,  # noqa: S104 - kept where none was known
            browser_of(each.user_agent),
            each.created_at,
            each.session_key == request.session.session_key,
        )
        for each in held
        if each.session_key in alive
    )


_BROWSERS = (
    ("Edg/", "Microsoft Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome or Chromium"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)


def browser_of(agent: str) -> str:
    """`Firefox on Windows`, as well as what a browser says of itself allows."""
    browser = next((words for mark, words in _BROWSERS if mark in agent), "another program")
    system = next((words for mark, words in _SYSTEMS if mark in agent), "")
    return f"{browser} on {system}" if system else browser
