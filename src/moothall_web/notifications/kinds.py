"""The kinds of thing that people are told: in which words, who, and what cannot be switched off.

docs/notifications.md holds this table, made from here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall_web.notifications.models import Soon
from moothall_web.people.models import Role

MEMBERS = frozenset(
    {Role.MEMBER, Role.CABINET_MEMBER, Role.SCRUTINY_MEMBER, Role.COOPTED_MEMBER, Role.BOARD_MEMBER}
)
EVERYBODY = frozenset(Role) - {Role.AUDITOR}
OFFICERS = EVERYBODY - MEMBERS - {Role.IT}
_LAW = frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER})
NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind.

    `roles` are told of it; whoever acts in a role of `bound` cannot switch it off, and `why` says
    why.  `steps` are how many days ahead of a day one is told, −1 for once it has passed.  `news`
    is what happened: somebody new to a programme is not told of what happened before.
    """

    name: str
    says: str
    holds: str
    roles: frozenset[Role] = EVERYBODY
    bound: frozenset[Role] = NOBODY
    why: str = ""
    steps: tuple[int, ...] = ()
    news: bool = False

    def is_for(self, roles: Iterable[Role]) -> bool:
        """Whether anybody in these roles is told of it."""
        return bool(self.roles & set(roles))

    def binds(self, roles: Iterable[Role]) -> bool:
        """Whether somebody in these roles cannot switch it off."""
        return bool(self.bound & set(roles))

    def offers(self, roles: Iterable[Role]) -> tuple[Soon, ...]:
        """How soon somebody in these roles may choose to be told of it."""
        return (Soon.AT_ONCE, Soon.DAILY) if self.binds(roles) else tuple(Soon)


USUAL = Soon.DAILY

TASK = Kind(
    name="task",
    says="A task is given to you",
    holds="who gave it, what it is about, and its day; never its words",
)
TASK_DUE = Kind(
    name="task-due",
    says="A task of yours is due, or overdue",
    holds="what it is about and its day; never its words",
    steps=(7, 1, 0, -1),
)
MENTION = Kind(
    name="mention",
    says="Somebody names you in a remark",
    holds="who it was and on what; never the remark",
)
NOTICE = Kind(
    name="notice",
    says="The last day for a notice comes near",
    holds="the notice, the proposal, its last day and the rule",
    roles=_LAW | {Role.LEGAL, Role.PROGRAMME_MANAGER},
    bound=_LAW,
    why="the law sets the day, and without the notice the decision waits",
    steps=(14, 7, 3, 1, 0),
)
PAPERS = Kind(
    name="papers",
    says="The last day to publish papers comes near",
    holds="the meeting or step, the proposal and the last day",
    roles=_LAW | {Role.REPORT_AUTHOR, Role.PROGRAMME_MANAGER},
    bound=_LAW,
    why="the law sets the day, and without papers the item cannot be taken",
    steps=(14, 7, 3, 1, 0),
)
CLEARANCE = Kind(
    name="clearance",
    says="Words wait for your clearance",
    holds="the part of the paper, the proposal and the day",
    roles=EVERYBODY,
    steps=(7, 2, 0),
)
STALE = Kind(
    name="stale",
    says="Words have changed since they were cleared",
    holds="the part of the paper and the proposal; never the words",
    roles=EVERYBODY,
    bound=EVERYBODY,
    why="somebody's name stands under words that they did not clear",
)
REPLY = Kind(
    name="reply",
    says="A reply to members is due, or overdue",
    holds="the body that asked, the proposal and the last day; never the question",
    roles=_LAW | {Role.REPORT_AUTHOR, Role.PROGRAMME_MANAGER},
    bound=frozenset({Role.DEMOCRATIC_SERVICES}),
    why="the law gives the executive two months",
    steps=(21, 7, 1, 0, -1),
)
AGREEMENT = Kind(
    name="agreement",
    says="A day of an agreement comes near: review, last day for notice, end",
    holds="the agreement, what the day is and when",
    roles=frozenset(
        {Role.LEGAL, Role.MONITORING_OFFICER, Role.PROGRAMME_MANAGER, Role.SECTION_151_OFFICER}
    ),
    steps=(90, 30, 7, 0),
)
BASELINE = Kind(
    name="baseline",
    says="A signed baseline is open again",
    holds="whose it is, the version that was signed, how many lines changed; no figures",
    roles=frozenset({Role.SECTION_151_OFFICER, Role.FINANCE_OFFICER, Role.PROGRAMME_MANAGER}),
    bound=frozenset({Role.SECTION_151_OFFICER}),
    why="your signature stands under figures that have changed",
)
FINDING = Kind(
    name="finding",
    says="A finding is new: breaches first",
    holds="the finding as its page says it",
    roles=OFFICERS,
    news=True,
)
DECISION = Kind(
    name="decision",
    says="A decision was taken",
    holds="the body, the proposal, the day and how it went",
    news=True,
)
SNAPSHOT = Kind(
    name="snapshot",
    says="A council has published a snapshot",
    holds="the council, the proposal and the number",
    news=True,
)

KINDS: tuple[Kind, ...] = (
    *(NOTICE, PAPERS, CLEARANCE, STALE, REPLY, TASK, TASK_DUE, MENTION),
    *(BASELINE, AGREEMENT, FINDING, DECISION, SNAPSHOT),
)
BY_NAME = {each.name: each for each in KINDS}


def table() -> str:
    """The kinds as a Markdown table, for the documentation."""
    lines = [
        "| you are told | who | what the message holds | days ahead | cannot be switched off |",
        "|---|---|---|---|---|",
    ]
    for each in KINDS:
        ahead = ", ".join("overdue" if step < 0 else str(step) for step in each.steps)
        held = f"by {_named(each.bound)}: {each.why}" if each.bound else "–"
        lines.append(
            f"| {each.says} | {_named(each.roles)} | {each.holds} | {ahead or '–'} | {held} |"
        )
    return "\n".join(lines)


def _named(roles: frozenset[Role]) -> str:
    if roles == EVERYBODY:
        return "everybody whom it touches"
    if roles == OFFICERS:
        return "officers"
    return ", ".join(role.label for role in Role if role in roles)
