"""What a council's directory says: tokens read and checked, and the question whether it still does.

Every check stands here, so that a token of another council, of another installation or of an
earlier sign-in is refused whichever way it comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from requests import RequestException

from moothall_web.identity.groups import tenant_of
from moothall_web.tenants import Tenant

CLAIMS = "council_claims"
_SIGNED_WITH = frozenset({"RS256", "PS256", "ES256"})
_NO_LONGER = frozenset(
    {"invalid_grant", "interaction_required", "login_required", "consent_required"}
)


class NotOurTokenError(ProviderException):  # type: ignore[misc]
    """A token that is not this tenant's, or not for this sign-in; the words say which."""


class CouncilDirectory(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """One tenant, as allauth asks it.

    Of the token only the person's id is kept; the rest is read once, from `council_claims`.
    """

    def complete_login(
        self,
        request: HttpRequest,
        app: Any,  # noqa: ARG002
        token: Any,  # noqa: ARG002
        **kwargs: Any,
    ) -> SocialLogin:
        """The person of a token, after its signature, issuer, audience and tenant were checked."""
        claims = self.claims_of(kwargs["response"].get("id_token"))
        setattr(request, CLAIMS, claims)
        who = {"oid": claims["oid"]}
        return self.get_provider().sociallogin_from_response(request, {"id_token": who})

    def claims_of(self, id_token: object) -> dict[str, Any]:
        """The claims of a token of this tenant.  Raises NotOurTokenError or OAuth2Error."""
        if not isinstance(id_token, str):
            raise NotOurTokenError("it sent no ID token")
        try:
            head = jwt.get_unverified_header(id_token)
        except jwt.PyJWTError as error:
            raise NotOurTokenError("its ID token cannot be read") from error
        if head.get("alg") not in _SIGNED_WITH:
            raise NotOurTokenError(f"its ID token is signed with {head.get('alg')}")
        try:
            claims: dict[str, Any] = jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=self.get_provider().app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise NotOurTokenError("its ID token or its keys cannot be read") from error
        if _plain(self.openid_config["issuer"]) != _plain(self.get_provider().server_url):
            raise NotOurTokenError("its description names another issuer than its address")
        if "exp" not in claims:
            raise NotOurTokenError("its ID token has no end (claim exp)")
        tenant = tenant_of(self.provider_id)
        if tenant is None or claims.get("tid") != tenant.tenant:
            raise NotOurTokenError("its ID token is of another tenant")
        if not isinstance(claims.get("oid"), str) or not claims["oid"]:
            raise NotOurTokenError("its ID token names nobody (claim oid)")
        return claims


def _plain(address: str) -> str:
    """An issuer's address without what its description adds to it."""
    return address.removesuffix("/.well-known/openid-configuration").rstrip("/")


class Answer(Enum):
    """What a tenant says of somebody whom it had let in."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Said:
    """The answer, the next refresh token, and the claims where it sent new ones."""

    answer: Answer
    refresh: str = ""
    claims: Mapping[str, Any] | None = None


def ask_again(request: HttpRequest, tenant: Tenant, refresh: str, oid: str) -> Said:
    """Ask a tenant whether somebody is still theirs, by the refresh token that it gave.

    What is no answer to that question (no connection, a secret that has run out) is SILENT.
    """
    directory = CouncilDirectory(request, tenant.id)
    try:
        asked = {"grant_type": "refresh_token", "refresh_token": refresh}
        who = None
        if directory.basic_auth:
            who = (tenant.client_id, tenant.secret)
        else:
            asked |= {"client_id": tenant.client_id, "client_secret": tenant.secret}
        with get_adapter().get_requests_session() as session:
            answer = session.post(directory.access_token_url, data=asked, auth=who)
            held = answer.json()
        if answer.status_code in (400, 401) and held.get("error") in _NO_LONGER:
            return Said(Answer.NO)
        if not answer.ok:
            return Said(Answer.SILENT)
        claims = directory.claims_of(held["id_token"]) if "id_token" in held else None
    except (RequestException, OAuth2Error, NotOurTokenError, ValueError, KeyError, AttributeError):
        return Said(Answer.SILENT)
    if claims is not None and claims["oid"] != oid:
        return Said(Answer.NO)
    return Said(Answer.YES, held.get("refresh_token") or refresh, claims)
