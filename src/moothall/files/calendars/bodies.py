"""Which of a programme's bodies a calendar means by its names.

A name is matched as it stands, then without what makes no difference between bodies: capitals,
articles, punctuation, the council's own name.  What fits none, or several, is given back: nobody's
meeting is guessed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from moothall.facts.bodies import Body
from moothall.facts.programme import Programme
from moothall.files.calendars.calendar_read import CalendarMeeting

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = {"the", "of", "and"}
_YEARLY = {"annual"}
_COUNCIL = {"council", "borough", "city", "county", "district", "metropolitan", "mbc", "cc"}
_Key = Callable[[Body], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedBodies:
    """`known` gives the id of the body that a name means; `unknown` fit none, `several` these ids.

    Names stand as the calendar writes them, each once, in their order.
    """

    known: dict[str, str]
    unknown: tuple[str, ...]
    several: dict[str, tuple[str, ...]]


def match_bodies(
    meetings: Iterable[CalendarMeeting], programme: Programme, authority: str = ""
) -> MatchedBodies:
    """Match every name of a calendar.

    `authority` is the code of the council whose calendar it is: only its own bodies, and those of
    the programme as a whole, are meant.  Without it any council's may be.
    """
    bodies = [
        body for body in programme.bodies if not authority or body.authority in (authority, None)
    ]
    exact = _by(bodies, lambda body: body.name.strip())
    plain = _by(bodies, lambda body: _plain(body.name, _names(programme, body.authority or "")))
    known: dict[str, str] = {}
    unknown: list[str] = []
    several: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(meeting.body_name for meeting in meetings):
        fitting = exact.get(name.strip(), ()) or plain.get(_plain(name, ()), ())
        if not fitting:
            fitting = _of_a_council(name, programme, plain, authority)
        if len(fitting) == 1:
            known[name] = fitting[0]
        elif fitting:
            several[name] = fitting
        else:
            unknown.append(name)
    return MatchedBodies(known=known, unknown=tuple(unknown), several=several)


def _of_a_council(
    name: str, programme: Programme, plain: dict[str, tuple[str, ...]], authority: str
) -> tuple[str, ...]:
    """The bodies meant by a name that holds its council's: `Executive Cabinet (Tameside)`."""
    by_id = {body.id: body for body in programme.bodies}
    found: list[str] = []
    for council in programme.authorities:
        if authority and council.code != authority:
            continue
        shorter = _plain(name, _names(programme, council.code))
        if shorter != _plain(name, ()):
            found += [
                each for each in plain.get(shorter, ()) if by_id[each].authority == council.code
            ]
    if not found:
        without = _plain(" ".join(w for w in name.split() if w.lower() not in _YEARLY), ())
        found += plain.get(without, ()) if without != _plain(name, ()) else ()
    return tuple(dict.fromkeys(found))


def _by(bodies: list[Body], key: _Key) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for body in bodies:
        if words := key(body):
            found[words] = (*found.get(words, ()), body.id)
    return found


def _names(programme: Programme, authority: str) -> tuple[str, ...]:
    """What a council is called, the longest first."""
    return tuple(
        name
        for each in programme.authorities
        if each.code == authority
        for name in sorted({each.name, each.short_name}, key=len, reverse=True)
    )


def _plain(name: str, councils: Iterable[str]) -> str:
    """The words that tell a body from another one of its council."""
    words = _words(name)
    for council in councils:
        own = _words(council)
        for place in range(len(words) - len(own) + 1):
            rest = words[:place] + words[place + len(own) :]
            if words[place : place + len(own)] == own and set(rest) - _COUNCIL:
                words = rest
                break
    return " ".join(words)


def _words(name: str) -> list[str]:
    found = _WORD.findall(name.lower().replace("&", " and ").replace("’", "").replace("'", ""))
    return [word for word in found if word not in _SMALL]
