"""Who answers what members asked: a council's own democratic services and report authors."""

from collections.abc import Iterable

from moothall.facts.fact import PROGRAMME
from moothall.facts.papers import Comment
from moothall.facts.programme import Programme
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity

KIND = "comments"
ANSWERS = frozenset({Role.DEMOCRATIC_SERVICES, Role.REPORT_AUTHOR})
"""The roles that record a reply, and in which paper it can be read."""


def may_answer(
    held: Iterable[Capacity], programme: Programme, comment: Comment
) -> Refusal | Capacity:
    """The capacity in which somebody may record the reply to a comment, or why not."""
    able = [each for each in held if each.role in ANSWERS]
    answer = may_change(able, KIND, comment.owner, programme)
    if isinstance(answer, Capacity):
        return answer
    if comment.owner == PROGRAMME:
        whose = "one of the programme's councils"
    else:
        names = {each.code: each.short_name for each in programme.authorities}
        whose = names.get(comment.owner, comment.owner)
    return Refusal(
        f"Only a democratic services officer or report author of {whose} may record the reply."
    )
