"""What is written about people: the only writes, each recorded."""

from moothall_web.people.actions.acting import ChangedSinceError, ImpossibleError
from moothall_web.people.actions.admitting import Newcomer, Terms, admit, admit_from_outside, cover
from moothall_web.people.actions.auditing import grant, withdraw_grant
from moothall_web.people.actions.demonstration import make_demonstration_sign_ins
from moothall_web.people.actions.leaving import end_acting, hand_over, leave
from moothall_web.people.actions.signing_in import (
    make_link,
    set_password,
    sign_in_failed,
    signed_in,
    was_refused,
)

__all__ = [
    "ChangedSinceError",
    "ImpossibleError",
    "Newcomer",
    "Terms",
    "admit",
    "admit_from_outside",
    "cover",
    "end_acting",
    "grant",
    "hand_over",
    "leave",
    "make_demonstration_sign_ins",
    "make_link",
    "set_password",
    "sign_in_failed",
    "signed_in",
    "was_refused",
    "withdraw_grant",
]
