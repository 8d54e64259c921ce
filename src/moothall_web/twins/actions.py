"""Linking one's own council's recommendation with another council's, and undoing it: one click.

Only the own paper is written; the other council's stays as its people have it.
"""

from dataclasses import dataclass

from django.utils import timezone

from moothall.facts.papers import Paper
from moothall.facts.programme import Programme, known_by
from moothall.files.shapes import plain
from moothall.governance.resolutions import links
from moothall.governance.resolutions.links import CannotLinkError
from moothall.governance.resolutions.matters import Twins, twins_of
from moothall_web.facts import changes
from moothall_web.facts import queries as facts
from moothall_web.facts.actions import NotThereError
from moothall_web.facts.acts import Said, begin, find
from moothall_web.facts.subjects import CHANGED
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.records.recorded import recorded
from moothall_web.twins.permissions import KIND, may_link

__all__ = ["CannotLinkError", "Pair", "link", "unlink"]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A recommendation of one's own council and one of another's, each by its paper and number.

    `version` is that of the own paper when it was looked at.
    """

    code: str
    proposal: str
    authority: str
    own: str
    other: str
    version: int


def link(person: Person, pair: Pair) -> None:
    """Say that two recommendations are the same matter; done twice, it is done once.

    Raises NotThereError, RefusedError, StaleError, InvalidError, CannotLinkError.
    """
    _write(person, pair, is_link=True)


def unlink(person: Person, pair: Pair) -> None:
    """Undo that, on one's own side; what the other council has linked stays its own word.

    Raises as `link` does.
    """
    _write(person, pair, is_link=False)


def _write(person: Person, pair: Pair, *, is_link: bool) -> None:
    with recorded() as pen:
        act = begin(person, pair.code, KIND, "", pair.authority)
        programme, twins = _side_by_side(person, pair)
        may = may_link(act.held, pair.authority, programme)
        if isinstance(may, Refusal):
            raise RefusedError(may)
        paper = _linked(twins, pair) if is_link else _unlinked(twins, pair)
        before = find(act, KIND, paper.id)
        # From what is held, not from what the day's page shows of it.
        payload = before.payload | {
            "recommendations": plain(paper)["recommendations"],
        }
        done = "Linked" if is_link else "Undid the link of"
        words = f"{done} recommendation {_number(pair.own)} with “{pair.other}”, in the paper"
        changes.change(act, pen, before, payload, Said(CHANGED, words), version=pair.version)


def _linked(twins: Twins, pair: Pair) -> Paper:
    paper = links.linked(twins, pair.own, pair.other)
    if paper.authority != pair.authority:
        raise NotThereError
    other = next(each for each in twins.papers if pair.other.startswith(f"{each.id} "))
    if not (other.shared or other.owner == paper.owner):
        # Only somebody who acts for both sees it, and the link would tell of it.
        raise CannotLinkError(
            "The other council has not shared its paper yet. Have it shared, then link."
        )
    return paper


def _unlinked(twins: Twins, pair: Pair) -> Paper:
    paper = links.unlinked(twins, pair.own, pair.other)
    if paper.authority != pair.authority:
        raise NotThereError
    return paper


def _number(place: str) -> str:
    return place.partition(" ")[2]


def _side_by_side(person: Person, pair: Pair) -> tuple[Programme, Twins]:
    """What stands side by side today, as the person sees it."""
    programme = facts.programme(person, pair.code)
    if programme is None:
        raise NotThereError
    known, _ = known_by(programme, timezone.localdate())
    proposal = next((each for each in known.proposals if each.id == pair.proposal), None)
    if proposal is None or pair.authority not in proposal.parties:
        raise NotThereError
    return known, twins_of(known, proposal)
