"""Sessions: opened by a council's own sign-in, asked for again, and ended."""

from datetime import timedelta
from importlib import import_module

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from moothall_web.identity.models import ProviderSession
from moothall_web.identity.sealing import seal
from moothall_web.people.actions import signed_out_elsewhere
from moothall_web.people.attempts import address_of
from moothall_web.people.models import Person
from moothall_web.records.recorded import recorded


def open_session(request: HttpRequest, person: Person, tenant: str, refresh: str) -> None:
    """Remember which tenant opened a session, and by what it can be asked again."""
    now = timezone.now()
    kept = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    ProviderSession.objects.filter(person=person, checked_at__lt=now - kept).delete()
    ProviderSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "person": person,
            "tenant": tenant,
            "refresh": seal(refresh),
            "checked_at": now,
            "asked_at": now,
        },
    )


def keep_account(account: SocialAccount, person: Person) -> None:
    """Remember who somebody is by their tenant and their id there, and nothing else of a token."""
    account.user = person
    account.save()


def claim(held: ProviderSession) -> bool:
    """Whether it is for this request, of all that run beside it, to ask the tenant now."""
    now = timezone.now()
    claimed = ProviderSession.objects.filter(pk=held.pk, asked_at=held.asked_at).update(
        asked_at=now
    )
    held.asked_at = now
    return bool(claimed)


def still_theirs(held: ProviderSession, refresh: str) -> None:
    """The tenant has said yes."""
    held.checked_at = timezone.now()
    held.refresh = seal(refresh)
    held.save(update_fields=["checked_at", "refresh"])


def same_session(request: HttpRequest, person: Person) -> None:
    """The session has a new key since the password was changed; it is the same one still."""
    if not request.session.session_key:
        request.session.save()
    UserSession.objects.filter(user=person).exclude(
        session_key=request.session.session_key
    ).delete()
    UserSession.objects.create_from_request(request)


def end_session(person: Person, number: int, request: HttpRequest) -> bool:
    """Sign out of one session of somebody's; whether there was such a one."""
    found = UserSession.objects.filter(user=person, pk=number).first()
    if found is None:
        return False
    with recorded():
        _end([found.session_key])
        signed_out_elsewhere(person, 1, address_of(request))
    return True


def end_other_sessions(person: Person, request: HttpRequest) -> int:
    """Sign out everywhere but here; how many sessions that ended."""
    keys = list(
        UserSession.objects.filter(user=person)
        .exclude(session_key=request.session.session_key)
        .values_list("session_key", flat=True)
    )
    if keys:
        with recorded():
            _end(keys)
            signed_out_elsewhere(person, len(keys), address_of(request))
    return len(keys)


def end_sessions_of_tenant(person: Person, tenant: str) -> None:
    """The tenant has said no: whatever it had opened is closed."""
    held = ProviderSession.objects.filter(person=person, tenant=tenant)
    _end(list(held.values_list("session_key", flat=True)))


def _end(keys: list[str]) -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    for key in keys:
        store.delete(key)
    UserSession.objects.filter(session_key__in=keys).delete()
    ProviderSession.objects.filter(session_key__in=keys).delete()
