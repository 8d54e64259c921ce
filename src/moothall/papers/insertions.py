"""Facts in prose: `[[savings/family-model.full_year_saving|1,100]]` shows what the fact says now.

What stands after the bar is what it said when the words were written, so that a changed fact can
be marked.  Nothing is ever lost: what cannot be looked up is shown as it stood.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from moothall.documents.document import Quote, QuoteState
from moothall.facts.fact import Fact
from moothall.facts.papers import Abbreviation
from moothall.facts.programme import KINDS, Programme
from moothall.papers.references import fact_named, shown_at
from moothall.papers.results import RESULTS, is_result

MARK = re.compile(r"\[\[([^\[\]|]+)(?:\|((?:(?!\]\]).)*))?\]\]", re.DOTALL)
OWN_PARTS = ("table:", "figure:", "appendix:")
"""What a text may name in its own paper: `[[table:budget_table]]`."""
WITHHELD = "[exempt: see the annex]"
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Insertion:
    """One `[[…]]` of a text, at `start` to `end` of it.

    `of` is what it names and `was` what stood there (None without a bar); `now` what it shows now,
    None where the fact or that part of it is not held; `problem` why it is no reference at all.
    """

    start: int
    end: int
    of: str
    was: str | None
    now: str | None = None
    fact: Fact | None = None
    problem: str = ""

    @property
    def state(self) -> QuoteState:
        if self.now is None:
            return QuoteState.GONE
        if self.was is None or _plain(self.was) == self.now or isinstance(self.fact, Abbreviation):
            return QuoteState.CURRENT
        return QuoteState.CHANGED


def insertion(of: str, now: str = "") -> str:
    """The text that quotes a fact: `savings/x.unit` and `£000` → `[[savings/x.unit|£000]]`."""
    return f"[[{of}|{now}]]" if now else f"[[{of}]]"


def insertions(
    programme: Programme, text: str, results: Mapping[str, str] = _NOTHING
) -> Iterator[Insertion]:
    """Every `[[…]]` of a text that is meant as a reference to a fact, in its order."""
    for match in MARK.finditer(text):
        of, was = match[1].strip(), match[2]
        if not of.startswith(OWN_PARTS):
            yield _looked_up(programme, results, match.start(), match.end(), of, was)


def inserted(
    programme: Programme,
    text: str,
    results: Mapping[str, str] = _NOTHING,
    hidden: Callable[[str], str | None] | None = None,
) -> tuple[str, tuple[Quote, ...]]:
    """The text with every fact in its place, and where each stands in it.

    `results` are what the program worked out, by name (`route.effective_on`).  In a paper for the
    public `hidden` tells what a reference shows to those who may see what is exempt: where that is
    another value than the programme's, it is withheld, and so is what stood there.
    """
    if "[[" not in text:
        return text, ()
    done, quotes, at = [], [], 0
    length = 0
    for each in insertions(programme, text, results):
        shown = _shown(each, hidden)
        if shown is None:
            continue
        words, quote_was, state = shown
        before = text[at : each.start]
        done += [before, words]
        start = length + len(before)
        length = start + len(words)
        quotes.append(Quote(start, length, each.of, quote_was, state))
        at = each.end
    return "".join([*done, text[at:]]), tuple(quotes)


def _shown(
    each: Insertion, hidden: Callable[[str], str | None] | None
) -> tuple[str, str, QuoteState] | None:
    """(words, as it stood, state); None where the text stays as it is."""
    if each.problem:
        return None
    if hidden is not None and hidden(each.of) not in (None, each.now):
        return WITHHELD, "", QuoteState.CURRENT
    was = _plain(each.was or "")
    if each.now is None:
        return (was, was, QuoteState.GONE) if was else None
    return each.now, was, each.state


def _looked_up(
    programme: Programme,
    results: Mapping[str, str],
    start: int,
    end: int,
    of: str,
    was: str | None,
) -> Insertion:
    if is_result(of):
        # Outside a paper no result is at hand: what stood there is no worse than it was.
        now = results.get(of) if results else _plain(was or "") or None
        return Insertion(start, end, of, was, now)
    try:
        _, fact, path = fact_named(programme, of)
    except KeyError:
        return Insertion(start, end, of, was, problem=_no_reference(of))
    now = _value_of(fact, path)
    problem = "" if now is not None or was else f"nothing is held at {of}, and nothing stood there"
    return Insertion(start, end, of, was, now, fact, problem)


def value_of(programme: Programme, of: str, results: Mapping[str, str] = _NOTHING) -> str | None:
    """What a reference shows now; None where nothing of that name is held."""
    if is_result(of):
        return results.get(of)
    try:
        _, fact, path = fact_named(programme, of)
    except KeyError:
        return None
    return _value_of(fact, path)


def _value_of(fact: Fact | None, path: str) -> str | None:
    if isinstance(fact, Abbreviation) and not path:
        return fact.short
    value = shown_at(fact, path) if fact is not None else None
    if value is None:
        return None
    # A quoted text may itself quote: one level is shown as it stood, so that none goes in circles.
    return MARK.sub(lambda match: match[2] or match[1], value)


def _no_reference(of: str) -> str:
    named = of.partition("/")[0].partition(".")[0]
    near = difflib.get_close_matches(named, [*KINDS, *{each.split(".")[0] for each in RESULTS}], 1)
    nearest = f"; the nearest known is {near[0]!r}" if near else ""
    return f"{named!r} is no kind of fact and no result{nearest}"


def _plain(words: str) -> str:
    return " ".join(words.split())
