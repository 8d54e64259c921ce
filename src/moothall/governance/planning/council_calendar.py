"""One council's calendar as a plan needs it: its days, its meetings, the weeks before a poll."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority
from moothall.facts.bodies import Body
from moothall.facts.decisions import MeetingStatus
from moothall.facts.programme import Programme
from moothall.governance.planning.day_table import LONGEST, DayTable, day_table
from moothall.governance.planning.network import Reason
from moothall.governance.planning.places import AnyWorkingDay, OnCycle, OnDays, Place
from moothall.law.elections import latest_notice_of_election
from moothall.law.law import Law, NoLawForThatDayError
from moothall.law.publication_cycle import Cycle, read_cycle

FURTHEST = 366 * 4
"""Days ahead that a plan looks at; what is further off is no calendar that anybody holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilCalendar:
    """The days of one council from `as_at` on.

    `closed` are the spans before its polls in which publicity is restricted, in order; `meetings`
    the days of each body's meetings that are held, in order; all as ordinals.
    """

    authority: Authority
    as_at: date
    table: DayTable
    meetings: dict[str, tuple[int, ...]]
    closed: tuple[tuple[int, int], ...]

    def place_of(self, body: Body) -> tuple[Place, Reason, str]:
        """When the body can take an item: the place, what to know of it, the question if unknown.

        A body that must meet to act and has no calendar leaves its day unknown.
        """
        days = self.meetings.get(body.id, ())
        name = body.name
        if any(day >= self.as_at.toordinal() for day in days):
            return OnDays(days), Reason(words=f"the next meeting of {name}"), ""
        held = (
            f" (the last meeting held here is of {in_words(date.fromordinal(days[-1]))})"
            if days
            else ""
        )
        return (
            OnDays(days),
            Reason(words=f"{name} has no meeting in its calendar"),
            f"On which days does {name} meet from {self._today} on? Bring in its calendar{held}.",
        )

    @property
    def _today(self) -> str:
        return in_words(self.as_at)

    def any_working_day(self, words: str = "any working day") -> tuple[Place, Reason]:
        """A step that needs no meeting."""
        return AnyWorkingDay(self.table), Reason(words=words)

    def forward_plan(self) -> tuple[Place, Reason]:
        """When the forward plan can carry a notice; any working day where its days are unknown."""
        fixed = tuple(sorted(day.toordinal() for day in self.authority.forward_plans))
        rule = self.authority.rule_on("forward_plan_cycle", self.as_at)
        cycle = read_cycle(rule.value) if rule.value else Cycle(text="")
        if not cycle.is_vague or (fixed and fixed[-1] >= self.as_at.toordinal()):
            words = f"the next forward plan ({rule.value or 'on fixed days'})"
            return OnCycle(fixed, cycle), Reason(
                words=words, rule="FP-CYCLE", evidence=rule.evidence
            )
        held = f"appears {rule.value}, on a day that nobody has named" if rule.value else "unknown"
        return AnyWorkingDay(self.table), Reason(
            words="any working day",
            rule="FP-CYCLE",
            evidence=rule.evidence,
            assumed=f"The day of the forward plan is not known ({held}): any working day is taken",
        )


def calendar_of(
    programme: Programme, law: Law, authority: Authority, as_at: date
) -> CouncilCalendar:
    """One council's calendar from the programme's facts and the council's own."""
    held: dict[str, set[int]] = {}
    for meeting in programme.meetings:
        if meeting.status is not MeetingStatus.CANCELLED:
            day = meeting.held_on.toordinal()
            if day <= as_at.toordinal() + FURTHEST:
                held.setdefault(meeting.body, set()).add(day)
    ends = max((max(days) for days in held.values()), default=as_at.toordinal())
    # Two years beyond the last meeting: what follows a decision needs working days too.
    last = min(max(ends, as_at.toordinal()) + 731, date.max.toordinal())
    past = [min(days) for days in held.values()]
    past += [each.decided_on.toordinal() for each in programme.decisions]
    past += [each.taken_on.toordinal() for each in programme.steps if each.taken_on]
    first = max(min([*past, as_at.toordinal()]), last - LONGEST)
    return CouncilCalendar(
        authority=authority,
        as_at=as_at,
        table=day_table(date.fromordinal(first), date.fromordinal(last), authority.extra_non_days),
        meetings={body: tuple(sorted(days)) for body, days in held.items()},
        closed=tuple(_before_polls(authority, law)),
    )


def _before_polls(authority: Authority, law: Law) -> list[tuple[int, int]]:
    spans = []
    for poll in sorted(authority.polls):
        try:
            days = law.value("PRE-ELECTION", poll)
        except NoLawForThatDayError:
            continue  # a poll before the rules that are held closes nothing now
        spans.append((latest_notice_of_election(poll, days).toordinal(), poll.toordinal()))
    return spans
