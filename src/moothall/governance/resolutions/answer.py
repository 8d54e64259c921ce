"""The answer in one sentence: what the councils are asked alike, and what of it is live."""

from moothall.facts.programme import Programme
from moothall.governance.resolutions.agreement import all_of
from moothall.governance.resolutions.live import MatterStanding
from moothall.governance.resolutions.matters import Matter, Twins
from moothall.governance.resolutions.passed import Standing
from moothall.governance.resolutions.wording import Piece, differ, names_of, pieces

_WORDS = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = _WORDS.split()


def wordings_of(programme: Programme, matter: Matter) -> tuple[tuple[Piece, ...], ...]:
    """Each council's words held against the first's, in the order of `asked` from the second on."""
    codes = [each.authority for each in matter.asked]
    first = matter.asked[0]
    return tuple(
        pieces(
            first.words,
            other.words,
            (
                names_of(programme, first.authority, codes),
                names_of(programme, other.authority, codes),
            ),
        )
        for other in matter.asked[1:]
    )


def answer_of(programme: Programme, twins: Twins, standings: tuple[MatterStanding, ...]) -> str:
    """ "Both councils are asked to approve the same three things; one differs in wording; nothing
    is live: Brae has not decided." """
    names = {each.code: each.short_name for each in programme.authorities}
    if not twins.papers:
        return "No council's paper asks for anything yet."
    asked_by = [names[paper.authority] for paper in twins.papers]
    if len(twins.proposal.parties) == 1:
        parts = [f"Only {asked_by[0]} decides on this, so that no other paper has to agree with it"]
    elif twins.without:
        verb = "is" if len(asked_by) == 1 else "are"
        missing = all_of([names[code] for code in twins.without])
        held = f"Only {all_of(asked_by)} {verb} asked for anything"
        parts = [f"{held}: no paper of {missing} with recommendations is held"]
    else:
        parts = _same(programme, twins, standings)
    if standings:
        parts.append(_live(standings))
    return f"{'; '.join(parts)}."


def _same(programme: Programme, twins: Twins, standings: tuple[MatterStanding, ...]) -> list[str]:
    of_all = [each.matter for each in standings if not each.matter.missing]
    everybody = {2: "Both councils"}.get(
        len(twins.proposal.parties), f"All {_number(len(twins.proposal.parties))} councils"
    )
    if not of_all:
        parts = [f"{everybody} have a paper, and no recommendation in them is linked as the same"]
    else:
        verbs = {asked.recommendation.verb for matter in of_all for asked in matter.asked}
        to = f"to {verbs.pop()} " if len(verbs) == 1 else ""
        things = "thing" if len(of_all) == 1 else f"{_number(len(of_all))} things"
        parts = [f"{everybody} are asked {to}the same {things}"]
        unlike = sum(
            any(differ(each) for each in wordings_of(programme, matter)) for matter in of_all
        )
        if unlike:
            which = (
                "it differs"
                if len(of_all) == 1
                else (f"{_number(unlike)} {'differs' if unlike == 1 else 'differ'}")
            )
            parts.append(f"{which} in wording")
    some = len(standings) - len(of_all)
    if some:
        parts.append(f"{_number(some)} {'is' if some == 1 else 'are'} not asked of every council")
    if twins.alone:
        more = len(twins.alone)
        stand = "stands" if more == 1 else "stand"
        parts.append(f"{_number(more)} more {stand} in one paper only")
    return parts


def _live(standings: tuple[MatterStanding, ...]) -> str:
    bearing = [each for each in standings if each.matter.takes_effect]
    if not bearing:
        return "nothing comes into force by it"
    live = sum(each.is_live for each in bearing)
    if live == len(bearing):
        return "it is live" if live == 1 else f"all {_number(live)} are live"
    count = "nothing is live" if not live else f"{_number(live)} of {_number(len(bearing))} live"
    return f"{count}: {_why(next(each for each in bearing if not each.is_live))}"


def _why(standing: MatterStanding) -> str:
    """What the first matter that is not live waits for, shortly."""
    undecided = [each.name for each in standing.parties if each.standing is Standing.NOT_DECIDED]
    if undecided:
        return f"{all_of(undecided)} {'has' if len(undecided) == 1 else 'have'} not decided"
    return f"it waits for {standing.waits_for[0]}" if standing.waits_for else "its day is not known"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
