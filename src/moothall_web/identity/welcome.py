"""Whoever came by their council's own sign-in stays as long as that council says so."""

from collections.abc import Callable
from datetime import timedelta

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
    single_sign_on_failed,
    turned_away,
)
from moothall_web.people.attempts import address_of
from moothall_web.people.models import Person
from moothall_web.tenants import Tenant

LONGEST = timedelta(minutes=60)
"""How long a session lasts whose tenant does not answer, or gave nothing to ask it by."""

_BETWEEN = timedelta(minutes=1)  # a tenant that is silent is not asked at every page


class StillWelcome:
    """Ends a session before it is answered, where the council no longer stands behind it.

    What was sent in meanwhile is kept by the sign-in page, as after every session that ended.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        person = request.user
        if isinstance(person, Person) and person.tenant and not is_welcome(request, person):
            logout(request)
        return self.get_response(request)


def is_welcome(request: HttpRequest, person: Person) -> bool:
    """Whether a session goes on; asks the tenant where it has not been asked for a while."""
    key = request.session.session_key
    held = ProviderSession.objects.filter(session_key=key, person=person).first()
    tenant = tenant_of(held.tenant) if held else None
    if held is None or tenant is None or turned_away(person, tenant.council) is not None:
        return False
    now = timezone.now()
    if now - held.checked_at < timedelta(minutes=settings.RECHECK_MINUTES):
        return True
    due = now - held.asked_at >= min(_BETWEEN, timedelta(minutes=settings.RECHECK_MINUTES))
    if held.refresh and due and actions.claim(held):
        answer = _ask(request, person, held, tenant)
        if answer is not Answer.SILENT:
            return answer is Answer.YES
    return now - held.checked_at <= LONGEST


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
