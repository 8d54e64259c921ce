"""What cannot go while something holds on to it: a fact that others point at, a council with facts.

What holds on is named as far as the person sees it, and counted as `facts of another council` where
not.
"""

from moothall.facts.programme import Programme
from moothall.files.shapes import Fault
from moothall_web.facts import models
from moothall_web.facts.acts import Act
from moothall_web.facts.faults import InvalidError
from moothall_web.facts.labels import label
from moothall_web.facts.permissions import CHANGES
from moothall_web.facts.sight_lines import hidden, how_many_point_at, pointing_at
from moothall_web.facts.subjects import Subject, one_of
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Sight

_NAMED = 5


def may_go(programme: models.Programme, sight: Sight, gone: Subject) -> Refusal | None:
    """Why a thing cannot be removed, or None."""
    if gone.kind == "about":
        return Refusal("What the programme says about itself can be changed and not removed.")
    if gone.kind == "authorities" and _is_in_a_programme(gone.key):
        return Refusal(
            f"{_called(gone.key)} is one of a programme's councils. Its rules go only after it has "
            "left every programme."
        )
    every = how_many_point_at(programme, gone.kind, gone.key)
    if not every:
        return None
    lines, fields = pointing_at(programme, gone.kind, gone.key)
    out = hidden(programme, sight, lines)
    seen = [key for key in fields if key not in out or lines[key].owner in sight.councils]
    named = [
        f"the {one_of(kind)} “{label(kind, lines[kind, key].payload)}” ({kind}/{key})"
        for kind, key in seen[:_NAMED]
    ]
    if len(seen) > _NAMED:
        named.append(f"{len(seen) - _NAMED} more")
    if len(seen) < every:
        named.append("facts of another council")
    words = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return Refusal(
        f"This cannot be removed while other facts point at it: {words}. Change or remove them "
        "first."
    )


def _is_in_a_programme(code: str) -> bool:
    every = models.Programme.objects.values_list("about", flat=True)
    return any(code in about["authorities"] for about in every)


def councils_may_come_and_go(act: Act, before: Programme, after: tuple[str, ...]) -> None:
    """A council comes into a programme and goes out of it by its own people alone.

    Raises RefusedError; InvalidError where a council goes that the facts still speak of.
    """
    old = before.about.authorities
    for code in sorted({*old} ^ {*after}):
        among = old if code in old else (*old, code)
        if not any(
            each.authority == code
            and each.role in CHANGES["about"]
            and each.holds_in(act.programme.code, among)
            for each in act.held
        ):
            name = _called(code)
            raise RefusedError(
                Refusal(f"Only {name}'s programme manager may bring {name} in or take it out.")
            )
        if code in old and (
            how_many_point_at(act.programme, "authorities", code)
            or act.programme.documents.filter(owner=code).exists()  # its own people see them
        ):
            raise InvalidError(
                (
                    Fault(
                        ("authorities",),
                        f"{_called(code)} cannot leave while there are facts or documents of its, "
                        "or facts that name it",
                        "Change or remove those first.",
                    ),
                )
            )


def _called(code: str) -> str:
    record = models.AuthorityRecord.objects.filter(code=code).first()
    return str(record.payload["short_name"]) if record else code
