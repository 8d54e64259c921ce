"""Until when members may call a decision in, and who may sign for it."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.governance.checks.plan import CouncilPlan
from moothall.governance.effect import effect_rules
from moothall.law.call_in import last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn:
    """The call-in of one council's decision on a proposal.

    `decides_on` is the day of the decision, None where none is known; `ends_on` the last day of the
    call-in, None where it cannot be told; `why_not` says why there is none.  `is_past`: the
    day has gone by and no record of a decision is held.  `who` is the council's own rule on who
    may sign, empty while nobody has said; `ask` and `who_ask` are what would settle the rest.
    """

    body: str
    decides_on: date | None
    taken: bool = False
    assumed: str = ""
    ends_on: date | None = None
    published_on: date | None = None
    is_out: bool = False
    is_past: bool = False
    who: str = ""
    who_ask: str = ""
    why_not: str = ""
    ask: tuple[str, ...] = ()

    @property
    def decision_words(self) -> str:
        """`Cabinet decides on Tue 28 Jun 2022`."""
        body = self.body or "The body that decides"
        if self.decides_on is None:
            return f"{body}: no day for the decision is known"
        if self.is_past:
            on = in_words(self.decides_on)
            return f"{body} was to decide on {on}; no record is held that it did"
        return f"{body} {'decided' if self.taken else 'decides'} on {in_words(self.decides_on)}"

    @property
    def end_words(self) -> str:
        """When call-in ends, or why that cannot be told."""
        if self.why_not:
            return self.why_not
        if self.ends_on is None:
            return "cannot be told"
        out = "published" if self.is_out else "if published"
        on = f" ({out} on {in_words(self.published_on)})" if self.published_on else ""
        return f"{in_words(self.ends_on)}{on}"


def call_in_of(council: CouncilPlan) -> CallIn:
    """The call-in of the decision that makes a proposal live in a council."""
    act = council.last_act or next(iter(council.approvals), None)
    body = act.body.name if act is not None and act.body is not None else ""
    rule = council.authority.rule_on("call_in_who", council.as_at)
    who, who_ask = rule.value or "", "" if rule.value else rule.ask
    if act is None or act.on is None:
        return CallIn(
            body=body,
            decides_on=None,
            who=who,
            who_ask=who_ask,
        )
    taken = act.decision is not None
    is_past = not taken and act.on < council.as_at
    if not council.is_executive(act):
        return CallIn(
            body=body,
            decides_on=act.on,
            taken=taken,
            is_past=is_past,
            assumed=act.assumed,
            why_not="no call-in by statute: this is not decided by an executive",
        )
    printed = act.decision.published_on if act.decision else None
    rules = effect_rules(
        council.authority,
        council.model_on(act.on),
        council.as_at,
        already_published=printed is not None,
    )
    published = printed
    if published is None and rules.longest is not None:
        published = council.working.add(act.on, rules.longest)
    first = act.on if rules.from_the_meeting else published
    ends = None
    if rules.days is not None and rules.counts_first_day is not None and first is not None:
        ends = last_day(
            first,
            rules.days,
            count_publication_day=rules.counts_first_day,
            working=council.working,
        )
    return CallIn(
        body=body,
        decides_on=act.on,
        taken=taken,
        assumed=act.assumed,
        ends_on=ends,
        published_on=published,
        is_out=printed is not None,
        is_past=is_past,
        who=who,
        who_ask=who_ask,
        ask=rules.ask if ends is None else (),
    )
