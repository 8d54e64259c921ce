"""To a council's own sign-in, and back."""

import secrets

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from moothall_web.identity.adapters import FromCouncils
from moothall_web.identity.arriving import Turned
from moothall_web.identity.directory import CouncilDirectory
from moothall_web.identity.groups import tenant_of
from moothall_web.identity.turning import turn_away
from moothall_web.people.unfinished import is_ours
from moothall_web.tenants import Tenant


@login_not_required
@require_POST
def start(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Lead to a council's own sign-in.  The answer must carry what is made up here."""
    tenant = _tenant(provider_id)
    nonce = secrets.token_urlsafe(24)
    to = request.POST.get("next", "")
    adapter: FromCouncils = get_adapter(request)
    try:
        answer: HttpResponseBase = adapter.get_provider(request, provider_id).redirect(
            request,
            AuthProcess.LOGIN,
            next_url=to if is_ours(to) else None,
            data={"nonce": nonce},
            auth_params={"nonce": nonce},
        )
    except (RequestException, OAuth2Error, ValueError, KeyError):
        return turn_away(
            request,
            Turned(
                f"{tenant.name}’s sign-in does not answer",
                f"The sign-in of {tenant.name} could not be asked. Nobody was signed in. Try again "
                f"in a minute; if it goes on, tell {tenant.name}'s IT.",
                recorded=f"the sign-in of {tenant.name} did not answer.",
                status=502,
            ),
            tenant,
        )
    return answer


@login_not_required
@require_safe
def back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """The answer of a council's own sign-in.  It counts once, and in the browser that asked."""
    _tenant(provider_id)
    view = OAuth2CallbackView.adapter_view(CouncilDirectory(request, provider_id))
    answer: HttpResponseBase = view(request)
    return answer


def _tenant(provider_id: str) -> Tenant:
    tenant = tenant_of(provider_id)
    if tenant is None:
        raise Http404
    return tenant
