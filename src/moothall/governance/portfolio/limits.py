"""What is scarce: places on the agendas of a body, and what the lead of a workstream can carry."""

from collections import Counter
from dataclasses import dataclass

from moothall.facts.decisions import MeetingStatus
from moothall.facts.programme import Programme

Place = tuple[str, int]
"""A body and the day (an ordinal) of one of its meetings."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that somebody has stated; a body or workstream without one is not in them.

    `items` is how many items one meeting of a body takes, `at_once` how many proposals of a
    workstream can be between the first final report and the last decision on one day.
    """

    items: dict[str, int]
    at_once: dict[str, int]
    meetings: Counter[Place]

    def places(self, place: Place) -> int | None:
        """How many items the body's meetings of that day take; None where no limit is stated."""
        most = self.items.get(place[0])
        return None if most is None else most * self.meetings[place]


def limits_of(programme: Programme) -> Limits:
    """The limits that the programme's facts state."""
    return Limits(
        items={b.id: b.items_at_most for b in programme.bodies if b.items_at_most is not None},
        at_once={w.id: w.at_once for w in programme.workstreams if w.at_once is not None},
        meetings=Counter(
            (meeting.body, meeting.held_on.toordinal())
            for meeting in programme.meetings
            if meeting.status is not MeetingStatus.CANCELLED
        ),
    )
