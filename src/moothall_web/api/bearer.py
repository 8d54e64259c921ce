"""Who asks the API: whoever a token says, for its council, and nobody by a browser's session."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

from moothall.facts.fact import PROGRAMME
from moothall_web.api import actions
from moothall_web.api.models import Token, TokenHolder
from moothall_web.api.problems import ROOT, problem
from moothall_web.people.queries import capacities

OPEN = (f"{ROOT}openapi.json", f"{ROOT}context.jsonld")
"""What describes the API and holds nothing of anybody's."""

LARGEST = 1_000_000
"""Bytes that a body may have; a fact has at most some 200,000 characters."""

_LONGEST_TOKEN = 200
_CURE = "Make a token on the page of your tokens, and send it as `Authorization: Bearer …`."


class AskedByToken(HttpRequest):
    """A request of a program that may ask."""

    user: TokenHolder
    token: Token


class Bearer:
    """Answers a program in the name of its token's person, as far as the token goes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        request.user = AnonymousUser()
        if request.path in OPEN:
            return _unless_the_same(request, self.get_response(request))
        now = timezone.now()
        token = _token_of(request)
        why = "" if token is None else worth_nothing(token, now)
        if token is None or why:
            if token is not None:
                actions.was_tried(token, why, now)
            answer = problem(401, why, _CURE)
            answer["WWW-Authenticate"] = 'Bearer realm="Moothall"'
            return answer
        if _length(request) > LARGEST:
            return problem(413, f"A body has at most {LARGEST:,} bytes.")
        wait = actions.count(token, now)
        if wait:
            words = f"This token has asked {actions.A_MINUTE} times within this minute."
            answer = problem(429, words, f"Wait {wait} seconds, or ask for more at a time.")
            answer["Retry-After"] = str(wait)
            return answer
        asked = cast(AskedByToken, request)
        asked.user, asked.token = holder_of(token), token
        return _unless_the_same(request, self.get_response(request))


def holder_of(token: Token) -> TokenHolder:
    """The token's person, as if they acted for its council alone."""
    held = TokenHolder.objects.get(pk=token.person_id)
    assert isinstance(held, TokenHolder)  # noqa: S101 - the manager is the person's
    held.only_for = token.authority
    return held


def worth_nothing(token: Token, now: datetime) -> str:
    """Why a token is taken no longer; empty where it is."""
    person = token.person
    if token.withdrawn_at is not None:
        return "This token has been withdrawn."
    if token.expires_on < timezone.localdate(now):
        return "This token has expired."
    left = not person.is_active or person.left_on is not None
    if left or (person.demonstration and not settings.DEMONSTRATION):
        return "The person of this token signs in no longer."
    if not any(each.authority not in ("", PROGRAMME) for each in capacities(holder_of(token))):
        return "The person of this token acts for its council no longer."
    return ""


def _token_of(request: HttpRequest) -> Token | None:
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    text = text.strip()
    if scheme.lower() != "bearer" or not text or len(text) > _LONGEST_TOKEN:
        return None
    found: Token | None = (
        Token.objects.filter(digest=actions.digest_of(text)).select_related("person").first()
    )
    return found


def _length(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isdecimal() and len(said) < 20 else 0


def _unless_the_same(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    """The answer with a name for its content, or that it is the one which was named."""
    if not isinstance(answer, HttpResponse) or answer.status_code != 200:
        return answer
    answer["Cache-Control"] = "private, no-cache"
    answer["Vary"] = "Authorization"
    if request.method not in ("GET", "HEAD"):
        return answer
    etag = f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
    answer["ETag"] = etag
    given = get_conditional_response(request, etag=etag, response=answer)
    assert isinstance(given, HttpResponse)  # noqa: S101 - it gives one or the other
    return given


def asked_by(request: HttpRequest) -> TokenHolder | None:
    """The person of the request's token; None where it has none."""
    return request.user if isinstance(request.user, TokenHolder) else None
