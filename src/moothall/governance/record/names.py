"""Names as pages print them: which body is meant, and the words that tell one from another."""

import re

from moothall.facts.bodies import Body
from moothall.facts.programme import Programme

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(("the", "of", "and"))
_COUNCIL = frozenset(("council", "borough", "city", "county", "district", "metropolitan", "mbc"))


def body_named(programme: Programme, authority: str, name: str) -> tuple[Body, ...]:
    """The council's bodies that a printed name can mean: capitals and its own name aside."""
    wanted = _plain(programme, authority, name)
    if not wanted:
        return ()
    return tuple(
        body
        for body in programme.bodies
        if body.authority in (authority, None) and _plain(programme, authority, body.name) == wanted
    )


def _plain(programme: Programme, authority: str, name: str) -> str:
    """The words that tell a body from another one of its council."""
    words = _words(name)
    for council in programme.authorities:
        if council.code != authority:
            continue
        for called in sorted({council.name, council.short_name}, key=len, reverse=True):
            own = _words(called)
            for place in range(len(words) - len(own) + 1):
                rest = words[:place] + words[place + len(own) :]
                if words[place : place + len(own)] == own and set(rest) - _COUNCIL:
                    words = rest
                    break
    return " ".join(words)


def _words(name: str) -> list[str]:
    found = _WORD.findall(name.casefold().replace("&", " and ").replace("’", "").replace("'", ""))
    return [word for word in found if word not in _SMALL]


def telling(text: str) -> set[str]:
    """The words of a text that tell it from another one."""
    return {word for word in _words(text) if len(word) > 2 and word != "for"}
