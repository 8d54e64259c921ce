"""Figures in somebody's words that come from facts: which of them have changed, and what to do.

In the words as they are held a figure stands as `[[savings/archive.full_year_saving|200]]`: the
fact and field that it comes from, and what it was when the words were written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from moothall.documents.document import QuoteState
from moothall.facts.programme import Programme
from moothall.papers.insertions import Insertion, insertion, insertions

_AROUND = 70  # characters of the words on either side


class Settle(StrEnum):
    """What becomes of a figure that has changed since the words around it were written."""

    KEEP = "keep"
    """The words keep saying what they said, and no longer follow the fact."""
    TAKE = "take"
    """The new figure is taken, and the words follow the fact as before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleQuote:
    """A figure in some words whose fact says something else by now, or is gone.

    `number` counts the references of these words from 0; `now` is empty where the fact is gone.
    """

    number: int
    of: str
    was: str
    now: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        return self.of.partition("/")[0] if "/" in self.of else ""

    @property
    def key(self) -> str:
        return self.of.partition("/")[2].partition(".")[0]


def stale_in(programme: Programme, text: str, results: Mapping[str, str]) -> tuple[StaleQuote, ...]:
    """The figures in some words that are not what they were when the words were written."""
    found = _references(programme, text, results)
    return tuple(
        StaleQuote(
            number=number,
            of=each.of,
            was=" ".join((each.was or "").split()),
            now=each.now or "",
            before=_before(_plain(text[: each.start], found)),
            after=_after(_plain(text[each.end :], found)),
        )
        for number, each in enumerate(found)
        if each.state is not QuoteState.CURRENT
    )


def settled(
    programme: Programme, text: str, results: Mapping[str, str], number: int, settle: Settle
) -> str:
    """The words with one of their references settled.

    Raises LookupError where there is no such reference, where it is as it was, or where there is
    nothing that could be taken.
    """
    stale = next(
        (each for each in stale_in(programme, text, results) if each.number == number), None
    )
    if stale is None or (settle is Settle.TAKE and not stale.now):
        raise LookupError(f"there is no figure {number} to {settle}")
    each = _references(programme, text, results)[number]
    said = stale.was if settle is Settle.KEEP else insertion(stale.of, stale.now)
    return text[: each.start] + said + text[each.end :]


def unknown_in(
    programme: Programme, text: str, results: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """What stands in double brackets and is no reference, and why not."""
    return tuple(
        (text[each.start : each.end], each.problem)
        for each in insertions(programme, text, results)
        if each.problem
    )


def _references(
    programme: Programme, text: str, results: Mapping[str, str]
) -> tuple[Insertion, ...]:
    found = insertions(programme, text, results)
    return tuple(each for each in found if not each.problem)


def _plain(part: str, found: tuple[Insertion, ...]) -> str:
    """Part of the words with what its references show."""
    for each in found:
        shown = each.now or each.was or ""
        written = insertion(each.of, each.was or "")
        part = part.replace(written, shown)
    return part


def _before(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    return f"… {words[-_AROUND:].partition(' ')[2]}"


def _after(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    return f"{words[:_AROUND].rpartition(' ')[0]} …"
