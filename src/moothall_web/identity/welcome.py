"""Nobody stays longer than a session lasts, nor than their council's own sign-in says so.

How long ago something was is taken either way: a moment that lies ahead was written while a clock
had jumped, and then the question is asked again at once instead of when the clock has caught up.
"""

from collections.abc import Callable
from datetime import timedelta

from allauth.account.internal.flows.login import get_authentication_records
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from moothall_web.identity import actions
from moothall_web.identity.arriving import arrival_of
from moothall_web.identity.directory import Answer, ask_again
from moothall_web.identity.groups import GroupsMissingError, given, tenant_of
from moothall_web.identity.models import ProviderSession
from moothall_web.identity.sealing import unseal
from moothall_web.people.actions import (
    arrive,
    refuse_groups,
    session_ended,
    single_sign_on_failed,
    turned_away,
)
from moothall_web.people.attempts import address_of
from moothall_web.people.models import Person
from moothall_web.tenants import Tenant

LONGEST = timedelta(minutes=60)
"""How long a session lasts whose tenant does not answer, or gave nothing to ask it by."""

_APART = 300  # seconds; so far two machines' clocks may be apart
_BETWEEN = timedelta(minutes=1)  # a tenant that is silent is not asked at every page


class StillWelcome:
    """Ends a session before it is answered: where it has lasted long enough, where it was begun at
    a time that has not come yet, and where the council no longer stands behind it.

    What was sent in meanwhile is kept by the sign-in page, as after every session that ended.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        person = request.user
        if isinstance(person, Person) and (
            is_over(request, person) or (person.tenant and not is_welcome(request, person))
        ):
            logout(request)
        return self.get_response(request)


def is_over(request: HttpRequest, person: Person) -> bool:
    """Whether a session began longer ago than one may last, or ahead of the clock, which is told.

    What is written into a session puts its end off; this does not.
    """
    signed_in = get_authentication_records(request, person)
    if not signed_in:
        return False
    begun, now = min(float(each["at"]) for each in signed_in), timezone.now().timestamp()
    if begun > now + _APART:
        words = f"a session of {person.name} began at a time that has not come yet: a clock has "
        session_ended(person, f"Security: {words}jumped. It was ended.", address_of(request))
        return True
    longest: int = settings.SESSION_COOKIE_AGE
    return now - begun > longest


def is_welcome(request: HttpRequest, person: Person) -> bool:
    """Whether a session goes on; asks the tenant where it has not been asked for a while."""
    key = request.session.session_key
    held = ProviderSession.objects.filter(session_key=key, person=person).first()
    tenant = tenant_of(held.tenant) if held else None
    if held is None or tenant is None or turned_away(person, tenant.council) is not None:
        return False
    now = timezone.now()
    since = abs(now - held.checked_at)
    if since < timedelta(minutes=settings.RECHECK_MINUTES):
        return True
    due = abs(now - held.asked_at) >= min(_BETWEEN, timedelta(minutes=settings.RECHECK_MINUTES))
    if held.refresh and due and actions.claim(held):
        answer = _ask(request, person, held, tenant)
        if answer is not Answer.SILENT:
            return answer is Answer.YES
    return since <= LONGEST


def _ask(request: HttpRequest, person: Person, held: ProviderSession, tenant: Tenant) -> Answer:
    account = SocialAccount.objects.filter(user=person, provider=tenant.id).first()
    if account is None:
        return Answer.NO
    said = ask_again(request, tenant, unseal(held.refresh), account.uid)
    if said.answer is Answer.NO:
        actions.end_sessions_of_tenant(person, tenant.id)
        words = f"{tenant.name} no longer stands behind {person.name}: their sessions are ended."
        single_sign_on_failed(tenant.council, words, address_of(request), person)
    elif said.answer is Answer.YES:
        actions.still_theirs(held, said.refresh)
        if said.claims is not None and tenant.groups_claim in said.claims:
            _take_over(request, person, tenant, dict(said.claims))
    return said.answer


def _take_over(
    request: HttpRequest, person: Person, tenant: Tenant, claims: dict[str, object]
) -> None:
    """The groups as they are now, where the answer names them."""
    try:
        found = given(tenant, claims)
    except GroupsMissingError:
        return
    arrival = arrival_of(tenant, claims, found)
    if found.foreign:
        refuse_groups(arrival, found.foreign, address_of(request))
    arrive(person, arrival)
