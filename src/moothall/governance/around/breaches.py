"""The findings of a route that have a day: what breaks, or strains, a rule of law, and when.

The drawing of a route marks them; findings without a day stand in the list of findings alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import WrittenDate
from moothall.basics.findings import Finding, Severity
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.governance.route import JointRoute
from moothall.law.law import RuleKind

_OF_LAW = frozenset(kind.value for kind in RuleKind if kind.binds)
# The field that says when, kind by kind; what has none is put to the day of the decision.
_DAY_OF = {
    "agreements": "signed_on",
    "conditions": "expected",
    "decisions": "decided_on",
    "equality_assessments": "dated",
    "exercises": "opens_on",
    "meetings": "held_on",
    "milestones": "expected",
    "notices": "published_on",
    "papers": "dated",
    "workforce_changes": "transfer_on",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteBreach:
    """A finding put on its day.

    `letter` names it in the drawing and in the table; `authority` is empty where it is not one
    council's.
    """

    letter: str
    authority: str
    on: date
    severity: Severity
    rule: str
    words: str
    cure: str
    reference: str

    @property
    def is_breach(self) -> bool:
        return self.severity is Severity.BREACH


def breaches_of(
    programme: Programme, findings: Iterable[Finding], route: JointRoute
) -> tuple[RouteBreach, ...]:
    """The findings of this route that break a rule of law, or warn on one, and have a day.

    They are lettered A, B, C ... in the order of their days.
    """
    facts = {f"{kind}/{fact.id}": (kind, fact) for kind, fact in programme.facts()}
    meetings = {meeting.id: meeting.held_on for meeting in programme.meetings}
    decides = {lane.authority: lane.decides_on for lane in route.authorities}
    latest = max((day for day in decides.values() if day), default=None)
    dated: dict[tuple[date, str, str, str], Finding] = {}
    for finding in findings:
        if finding.proposal != route.proposal or not _is_of_law(finding):
            continue
        day = _day_of(facts.get(finding.where), meetings)
        day = day or decides.get(finding.authority, latest)
        if day is not None:
            dated[day, finding.authority, finding.rule, finding.message] = finding
    return tuple(
        RouteBreach(
            letter=_letter(place),
            authority=authority if authority in decides else "",
            on=day,
            severity=finding.severity,
            rule=finding.upholds or finding.rule,
            words=message,
            cure=finding.cure,
            reference=finding.reference,
        )
        for place, ((day, authority, _, message), finding) in enumerate(sorted(dated.items()))
    )


def _is_of_law(finding: Finding) -> bool:
    if finding.severity is Severity.BREACH:
        return True
    return finding.severity is Severity.WARNING and finding.standing in _OF_LAW


def _day_of(found: tuple[str, Fact] | None, meetings: dict[str, date]) -> date | None:
    if found is None:
        return None
    kind, fact = found
    if kind == "steps":
        taken = getattr(fact, "taken_on", None) or meetings.get(getattr(fact, "meeting", "") or "")
        return taken or _first_of(getattr(fact, "expected", None))
    return _first_of(getattr(fact, _DAY_OF.get(kind, ""), None))


def _first_of(value: object) -> date | None:
    if isinstance(value, WrittenDate):
        return value.earliest
    return value if isinstance(value, date) else None


def _letter(place: int) -> str:
    """A to Z, then AA, AB ..."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
