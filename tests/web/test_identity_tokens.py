"""An ID token counts only where every one of its claims is right: each is spoilt in its turn."""

import hmac
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import jwt
import pytest
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jwt.utils import base64url_encode

from moothall_web.identity import directory
from moothall_web.identity.directory import CouncilDirectory, NotOurTokenError

pytestmark = pytest.mark.django_db

ISSUER, CLIENT, TENANT = "https://ashby.example/v2", "moothall-ashby", "tid-ashby"
OURS = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ANOTHERS = rsa.generate_private_key(public_exponent=65537, key_size=2048)

Read = Callable[[str], dict[str, Any]]
_A_DAY = 86_400
"""Seconds: claims to come are set when the tests are gathered, half an hour before some are run."""


def claims(**more: Any) -> dict[str, Any]:
    now = int(time.time())
    right = {"iss": ISSUER, "aud": CLIENT, "tid": TENANT, "oid": "one", "nonce": "n"}
    held = right | {"iat": now, "nbf": now, "exp": now + 600} | more
    return {name: value for name, value in held.items() if value is not None}


def token(key: Any = OURS, algorithm: str = "RS256", kid: str | None = "first", **more: Any) -> str:
    head = {"kid": kid} if kid else None
    return jwt.encode(claims(**more), key, algorithm=algorithm, headers=head)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """What the council's directory makes of a token; it holds one key."""
    public = jwt.algorithms.RSAAlgorithm.to_jwk(OURS.public_key(), as_dict=True)
    keys = {"keys": [public | {"kid": "first", "alg": "RS256", "use": "sig"}]}

    class Answers:
        def get_requests_session(self) -> "Answers":
            return self

        def __enter__(self) -> "Answers":
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def get(self, _: str) -> Any:
            return SimpleNamespace(json=lambda: keys, raise_for_status=lambda: None)

    monkeypatch.setattr(jwtkit, "get_adapter", Answers)
    monkeypatch.setattr(directory, "tenant_of", lambda _: SimpleNamespace(tenant=TENANT))
    held = CouncilDirectory(None, "ashby")
    held._openid_config = {"issuer": ISSUER, "jwks_uri": "https://ashby.example/keys"}
    ours = SimpleNamespace(
        app=SimpleNamespace(client_id=CLIENT),
        server_url=f"{ISSUER}/.well-known/openid-configuration",
    )
    monkeypatch.setattr(held, "get_provider", lambda: ours)
    return held.claims_of


def test_a_right_token_is_read(read: Read):
    assert read(token())["oid"] == "one"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"iss": "https://brae.example/v2"},
        {"iss": None},
        {"aud": "moothall-brae"},
        {"aud": ["moothall-brae", "another"]},
        {"aud": None},
        {"tid": "tid-brae"},
        {"tid": None},
        {"oid": None},
        {"oid": ""},
        {"oid": 7},
        {"exp": int(time.time()) - 1},
        {"exp": None},
        {"nbf": int(time.time()) + _A_DAY},
        {"iat": int(time.time()) + _A_DAY},
        {"key": ANOTHERS},
        {"kid": "unknown"},
        {"kid": None},
    ],
    ids=" ".join,  # names only: keys and the time differ from process to process
)
def test_one_wrong_claim_is_enough_to_refuse_it(read: Read, spoilt: dict[str, Any]):
    with pytest.raises((NotOurTokenError, OAuth2Error)):
        read(token(**spoilt))


def test_a_description_that_names_another_issuer_is_refused(read: Read):
    """A directory that passes itself off as another one: its own description gives it away."""
    other = "https://mallory.example/v2"
    read.__self__._openid_config["issuer"] = other  # type: ignore[attr-defined]

    with pytest.raises(NotOurTokenError, match="another issuer"):
        read(token(iss=other))


def test_a_token_without_a_signature_is_refused(read: Read):
    with pytest.raises(NotOurTokenError, match="signed with none"):
        read(token(key=None, algorithm="none"))


def test_a_token_signed_with_what_everybody_may_know_is_refused(read: Read):
    """The public key taken for a shared secret: the classic confusion."""
    public = OURS.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    body = token().split(".")[1]
    head = base64url_encode(b'{"alg":"HS256","typ":"JWT","kid":"first"}').decode()
    signed = hmac.digest(public, f"{head}.{body}".encode(), "sha256")
    with pytest.raises(NotOurTokenError, match="signed with HS256"):
        read(f"{head}.{body}.{base64url_encode(signed).decode()}")


def test_a_token_that_was_read_is_not_read_again(read: Read):
    once = token(jti="the-only-one")
    assert read(once)["oid"] == "one"

    with pytest.raises(OAuth2Error, match="already used"):
        read(once)


def test_claims_that_were_changed_under_a_signature_are_refused(read: Read):
    head, body, _ = token(groups=["group-it"]).split(".")
    signature = token().split(".")[2]

    with pytest.raises(OAuth2Error):
        read(f"{head}.{body}.{signature}")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(where=st.integers(min_value=0), sign=st.sampled_from("AQgw_-.9"))
def test_no_token_with_one_sign_changed_is_somebody_else(read: Read, where: int, sign: str):
    right = token()
    where %= len(right)
    changed = right[:where] + sign + right[where + 1 :]
    try:
        found = read(changed)
    except (NotOurTokenError, OAuth2Error):
        return
    # The last sign of a part holds bits that say nothing.
    assert found == jwt.decode(right, options={"verify_signature": False})


@pytest.mark.parametrize("nonsense", [None, 7, "", "a.b.c", "💥", "." * 10, "e30.e30.e30"])
def test_what_is_no_token_is_refused(read: Read, nonsense: Any):
    with pytest.raises((NotOurTokenError, OAuth2Error)):
        read(nonsense)
