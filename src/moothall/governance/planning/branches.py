"""What follows if a decision is called in, referred back, referred on, deferred, or not met for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.bodies import BodyKind
from moothall.facts.programme import Programme
from moothall.governance.planning.chain import Chain
from moothall.governance.planning.council_calendar import CouncilCalendar
from moothall.governance.planning.joint import IN_SERVICE, JointNetwork
from moothall.governance.planning.leads import ClearWorkingDays
from moothall.governance.planning.network import Network, Node, Pass, as_day
from moothall.governance.planning.plan import Branch
from moothall.law.law import Law


def branches_of(
    programme: Programme, law: Law, joint: JointNetwork, found: Pass
) -> tuple[Branch, ...]:
    """Each other way that a council's decision could go, while it is still to be taken or live."""
    made: list[Branch] = []
    for chain in joint.chains:
        alone = _alone(joint, chain, found)
        decision, effective = alone.node(chain.decision), alone.node(chain.effective)
        if decision.fixed is None and found.known[chain.decision]:
            made.append(_deferred(alone, chain, found))
        still_open = found.day[chain.effective] > joint.network.as_at
        if effective.fixed is None and found.known[chain.decision] and still_open:
            made += _called_in(programme, law, alone, chain, found)
    return tuple(made)


def _alone(joint: JointNetwork, chain: Chain, found: Pass) -> JointNetwork:
    """One council's steps and those of all together; the other councils' effect stays as found.

    No council's step waits for another's, so nothing else can move, and the work of all branches
    grows with the number of councils, not with its square.
    """
    others = [each for each in joint.chains if each is not chain]
    theirs = {node.id for each in others for node in each.nodes}
    effects = {each.effective for each in others}
    return replace(
        joint,
        network=Network(
            tuple(
                _as_found(node, found) if node.id in effects else node
                for node in joint.network.nodes
                if node.id not in theirs or node.id in effects
            ),
            joint.network.as_at,
        ),
    )


def _as_found(node: Node, found: Pass) -> Node:
    """A step held on its day; where that is not known, on its floor, still not known."""
    day = found.day[node.id]
    if found.known[node.id]:
        return replace(node, fixed=day, waits=())
    return replace(node, not_before=day, waits=(), ask=node.ask or found.ask.get(node.id, "When?"))


def _deferred(joint: JointNetwork, chain: Chain, found: Pass) -> Branch:
    """The meeting is cancelled, or the item is put off to the next one."""
    day = found.day[chain.decision]
    moved = _unpinned(joint.network, chain).forward({chain.decision: day + 1})
    on = moved.known_day(chain.decision)
    name = chain.authority.short_name
    words = (
        f"{name} decides on {in_words(as_day(on))} instead"
        if on is not None
        else f"no later meeting of the deciding body of {name} is held"
    )
    return _branch(
        chain,
        found,
        "deferred, or its meeting cancelled",
        words,
        decides_on=on,
        effective_on=moved.known_day(chain.effective),
        moved=moved,
        ask=moved.ask.get(chain.decision, ""),
    )


def _called_in(
    programme: Programme, law: Law, joint: JointNetwork, chain: Chain, found: Pass
) -> Iterator[Branch]:
    rules = chain.rules
    if rules.rule == "BPF-COUNCIL":
        return
    effective = found.known_day(chain.effective)
    committee = rules.rule == "COMMITTEE-STANDSTILL"
    what = "sent for review" if committee else "called in"
    if effective is None:
        yield _unknown(chain, what, next(iter(rules.ask), ""))
        return
    calendar = joint.calendars[chain.authority.code]
    own = chain.authority.rule_on("call_in_scrutiny_within_days", chain.as_at)
    within = (
        int(own.value)
        if own.value
        else law.value("CALLIN-BRANCH", chain.as_at, "scrutiny within days")
    )
    basis = (
        ""
        if own.value
        else f" ({within} working days are taken: the council's own number is not known)"
    )
    request = calendar.table.on_or_before(effective - 1)
    heard = None if request is None else calendar.table.add(request, within)
    if heard is None:
        return
    by = in_words(as_day(heard))
    yield _let_stand(joint, chain, found, what, f"scrutiny hears it by {by}{basis}", heard)
    again = _decided_again(joint, chain, calendar, heard)
    yield _referred(
        joint,
        chain,
        found,
        f"{what} and referred back",
        f"scrutiny hears it by {by}{basis} and asks for it to be considered again",
        again,
    )
    council = _full_council(programme, chain, calendar, heard)
    if not committee:
        yield _referred(
            joint,
            chain,
            found,
            f"{what} and referred to the full council",
            f"scrutiny hears it by {by}{basis} and finds it outside the budget or policy framework",
            council,
        )


def _decided_again(
    joint: JointNetwork, chain: Chain, calendar: CouncilCalendar, heard: int
) -> int | None:
    papers = calendar.table.on_or_after(heard + 1)
    ready = None if papers is None else ClearWorkingDays(5, calendar.table).first(papers)
    return None if ready is None else joint.node(chain.decision).place.first(ready)


def _full_council(
    programme: Programme, chain: Chain, calendar: CouncilCalendar, heard: int
) -> int | None:
    summons = calendar.table.on_or_after(heard + 1)
    ready = None if summons is None else ClearWorkingDays(5, calendar.table).first(summons)
    if ready is None:
        return None
    days = [
        day
        for body in programme.bodies
        if body.kind is BodyKind.COUNCIL and body.authority == chain.authority.code
        for day in calendar.meetings.get(body.id, ())
        if day >= ready
    ]
    return min(days, default=None)


def _let_stand(
    joint: JointNetwork, chain: Chain, found: Pass, what: str, words: str, heard: int
) -> Branch:
    decided = found.day[chain.decision]
    return _with_effect(joint, chain, found, f"{what} and let stand", words, decided, heard + 1)


def _referred(
    joint: JointNetwork, chain: Chain, found: Pass, what: str, words: str, again: int | None
) -> Branch:
    if again is None:
        body = "the full council" if "council" in what else "the deciding body"
        name = chain.authority.short_name
        return _unknown(chain, what, f"On which days does {body} of {name} meet after that?", words)
    lag = chain.rules.longest or 0
    table = joint.calendars[chain.authority.code].table
    published = table.add(again, lag) or again
    day = in_words(as_day(again))
    return _with_effect(
        joint,
        chain,
        found,
        what,
        f"{words}; decided on {day}, not called in a second time",
        again,
        published + 1 if lag else again + 1,
    )


def _with_effect(
    joint: JointNetwork,
    chain: Chain,
    found: Pass,
    what: str,
    words: str,
    decides_on: int,
    effective_on: int,
) -> Branch:
    moved = _effective_on(joint.network, chain, effective_on).forward()
    return _branch(
        chain, found, what, words, decides_on=decides_on, effective_on=effective_on, moved=moved
    )


def _effective_on(network: Network, chain: Chain, day: int) -> Network:
    def fixed(node: Node) -> Node:
        return replace(node, fixed=day) if node.id == chain.effective else node

    return Network(tuple(fixed(node) for node in network.nodes), network.as_at)


def _unpinned(network: Network, chain: Chain) -> Network:
    def free(node: Node) -> Node:
        return replace(node, pinned=None) if node.id == chain.decision else node

    return Network(tuple(free(node) for node in network.nodes), network.as_at)


def _branch(
    chain: Chain,
    found: Pass,
    what: str,
    words: str,
    *,
    decides_on: int | None,
    effective_on: int | None,
    moved: Pass,
    ask: str = "",
) -> Branch:
    starts, was = moved.known_day(IN_SERVICE), found.known_day(IN_SERVICE)
    return Branch(
        authority=chain.authority.code,
        what=what,
        words=words,
        decides_on=_day(decides_on),
        effective_on=_day(effective_on),
        starts_on=_day(starts),
        later_days=starts - was if starts is not None and was is not None else None,
        ask=ask,
    )


def _unknown(chain: Chain, what: str, ask: str, words: str = "") -> Branch:
    return Branch(
        authority=chain.authority.code,
        what=what,
        words=words or "how long that takes is not known",
        decides_on=None,
        effective_on=None,
        starts_on=None,
        later_days=None,
        ask=ask,
    )


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else as_day(ordinal)
