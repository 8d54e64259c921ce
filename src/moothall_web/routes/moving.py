"""What the page of a move shows: the step, where it could go, and what that would change."""

from dataclasses import dataclass
from typing import Any

from moothall_web.facts import queries as facts
from moothall_web.facts.acting import Acting, acting
from moothall_web.facts.faults import NotThereError
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity
from moothall_web.routes.consequences import Consequences, consequences
from moothall_web.routes.forms import MoveForm
from moothall_web.routes.moves import ANOTHER_DAY, MovableStep, Move, movable, to_day, to_meeting
from moothall_web.routes.queries import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The fact that a move changes, as it stands now, and whether the person may."""

    payload: dict[str, Any]
    version: int
    may: Refusal | Capacity
    whom: Acting


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A move and what it would change; `seen` names just that."""

    move: Move
    consequences: Consequences
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePage:
    """A step and where it could go.  `change` is that of the step until somewhere is chosen."""

    seen: Seen
    found: MovableStep
    form: MoveForm
    change: Change | None
    preview: Preview | None

    @property
    def may_save(self) -> bool:
        return self.change is not None and isinstance(self.change.may, Capacity)

    @property
    def refusal(self) -> str:
        """Why the reader may not save it, empty where they may."""
        return str(self.change.may) if self.change and not self.may_save else ""


def move_page(person: Person, held: Seen, step: str, sent: Any) -> MovePage | None:
    """What moving a step shows; None where the proposal has no such step that the person sees.

    `sent` says where it goes, as the form's fields; None while nobody has chosen.
    """
    case = held.case
    found = movable(case.programme, held.proposal.id, held.plans, step, case.as_at)
    if found is None:
        return None
    form = MoveForm(sent, found=found, as_at=case.as_at)
    move = _chosen(form, found) if sent is not None and not found.cannot else None
    kind, key = (move.kind, move.key) if move else ("steps", found.step.id)
    change = _change(person, held, kind, key, sent)
    preview = None
    if move is not None and change is not None:
        would = consequences(case, held.proposal.id, move)
        preview = Preview(move=move, consequences=would, seen=would.digest(change.version))
    return MovePage(seen=held, found=found, form=form, change=change, preview=preview)


def change_asked(page: MovePage) -> Change:
    """The fact that is to change.  Raises NotThereError where it is gone meanwhile."""
    if page.change is None:
        raise NotThereError
    return page.change


def _chosen(form: MoveForm, found: MovableStep) -> Move | None:
    if not form.is_valid():
        return None
    if form.cleaned_data["to"] == ANOTHER_DAY:
        return to_day(found, form.cleaned_data["day"])
    meeting = next(each for each in found.others if each.id == form.cleaned_data["to"])
    return to_meeting(found, meeting)


def _change(person: Person, held: Seen, kind: str, key: str, sent: Any) -> Change | None:
    page = facts.fact_page(person, held.code, kind, key)
    if page is None:
        return None
    chosen = sent.get("form-for", "") if sent is not None else ""
    return Change(
        payload=page.payload,
        version=page.version,
        may=page.may_change,
        whom=acting(person, page.programme, kind, [page.owner], chosen),
    )
