"""What is written about people: the only writes, each recorded."""

from moothall_web.people.actions.acting import ChangedSinceError, ImpossibleError
from moothall_web.people.actions.admitting import Newcomer, Terms, admit, admit_from_outside, cover
from moothall_web.people.actions.auditing import grant, withdraw_grant
from moothall_web.people.actions.demonstration import make_demonstration_sign_ins
from moothall_web.people.actions.groups import Arrival, arrive, refuse_groups, turned_away
from moothall_web.people.actions.leaving import end_acting, hand_over, leave
from moothall_web.people.actions.signing_in import (
    change_password,
    make_link,
    second_step_changed,
    second_step_failed,
    second_step_of,
    session_ended,
    set_password,
    sign_in_failed,
    signed_in,
    signed_out_elsewhere,
    single_sign_on_failed,
    was_refused,
)

__all__ = [
    "Arrival",
    "ChangedSinceError",
    "ImpossibleError",
    "Newcomer",
    "Terms",
    "admit",
    "admit_from_outside",
    "arrive",
    "change_password",
    "cover",
    "end_acting",
    "grant",
    "hand_over",
    "leave",
    "make_demonstration_sign_ins",
    "make_link",
    "refuse_groups",
    "second_step_changed",
    "second_step_failed",
    "second_step_of",
    "session_ended",
    "set_password",
    "sign_in_failed",
    "signed_in",
    "signed_out_elsewhere",
    "single_sign_on_failed",
    "turned_away",
    "was_refused",
    "withdraw_grant",
]
