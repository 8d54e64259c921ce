"""Tokens of links in messages: made from the installation's key, kept as digests only.

A message that is tried again needs the same link, so a token is made anew from a salt; without the
key the salt gives nothing, and the database holds no token.
"""

import base64
import hashlib
import secrets

from django.utils.crypto import salted_hmac

CONFIRM, STOP, ADDRESS = "confirm", "stop", "address"
LONGEST = 100


def new_salt() -> str:
    """Something that nobody can guess."""
    return secrets.token_urlsafe(24)


def token_of(purpose: str, salt: str) -> str:
    """The token of a salt for one purpose."""
    mac = salted_hmac(f"moothall_web.notifications.{purpose}", salt, algorithm="sha256")
    return base64.urlsafe_b64encode(mac.digest()).decode().rstrip("=")


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed(of: str) -> str:
    """A digest of something that could be guessed, such as an address."""
    return salted_hmac("moothall_web.notifications.keyed", of, algorithm="sha256").hexdigest()
