"""Of which sort a difference is: own figure, rounding, stale, contradiction; and why."""

import re
from collections.abc import Iterator

from moothall.documents.document import Quote, QuoteState
from moothall.drift.arithmetic import apart, beyond_rounding, within_rounding
from moothall.drift.difference import Difference, Sort, Told
from moothall.drift.known_figures import KnownFigure, KnownFigures
from moothall.drift.quotes import QuoteTold
from moothall.drift.sides import Side, Spoken
from moothall.drift.twin_claims import Twin
from moothall.proofread.reading.passages import around
from moothall.proofread.reading.thesaurus import root

_REACH = 110


def difference_of(twin: Twin, known: KnownFigures) -> Difference | None:
    """What two claims of one thing differ by; None where they agree."""
    if twin.agree:
        return None
    one, other = twin.first.claim.value, twin.second.claim.value
    if not one.differs(other):
        fact = _behind(twin.first, known) or _behind(twin.second, known)
        coarser = "one is written more coarsely than the other"
        return _difference(Sort.ROUNDING, twin, coarser, within_rounding(one, other), fact)
    return _own(twin, known) or _stale(twin, known) or _contradiction(twin, known)


def changed_quotes(side: Side, told: tuple[Difference, ...]) -> Iterator[Difference]:
    """Figures that a paper quotes from facts which have changed since its words were written."""
    for each in side.quotes:
        if each.quote.state is not QuoteState.CHANGED or _is_told(told, side, each):
            continue
        of, was = each.quote.of, each.quote.was
        yield Difference(
            sort=Sort.STALE,
            about=of,
            first=Told(
                name=side.name,
                authority=side.authority,
                figure=each.text,
                words=around(each.paragraph, each.quote.start, each.quote.end, _REACH),
                place=each.place,
                block=each.block,
                of=each.of,
            ),
            second=None,
            because=f"the words of {side.name}'s paper were written when it was {was}",
            arithmetic=f"{was} then, {each.text} now",
            fact=of,
        )


def _is_told(told: tuple[Difference, ...], side: Side, quote: QuoteTold) -> bool:
    """Whether it is told already that this figure is stale."""
    return any(
        found.sort is Sort.STALE
        and found.fact == quote.quote.of
        and any(
            each is not None and (each.name, each.block) == (side.name, quote.block)
            for each in (found.first, found.second)
        )
        for found in told
    )


# --- each sort ------------------------------------------------------------------------------------


def _own(twin: Twin, known: KnownFigures) -> Difference | None:
    """Each council's own fact, or each paper's words on its own council."""
    first, second = twin.first, twin.second
    facts = _behind(first, known), _behind(second, known)
    one, other = facts
    gap = apart(first.claim.value, second.claim.value)
    names = first.side.name, second.side.name
    if one and other and one.path != other.path:
        owners = one.authority, other.authority
        if all(owners) and owners == (first.side.authority, second.side.authority):
            return _difference(
                Sort.OWN_FIGURE,
                twin,
                f"{names[0]} gives its own ({one.called}), {names[1]} its own ({other.called})",
                gap,
                one,
            )
    if twin.own:
        return _difference(
            Sort.OWN_FIGURE,
            twin,
            f"{names[0]} speaks of {names[0]}, {names[1]} of {names[1]}",
            gap,
            one or other,
        )
    return None


def _stale(twin: Twin, known: KnownFigures) -> Difference | None:
    """One of the two is what a fact said before; the other is not what it said then."""
    for here, there in ((twin.first, twin.second), (twin.second, twin.first)):
        found = known.before(here.claim)
        if found is None:
            continue
        old, new = found
        if here.claim.value.differs(old.value) or not there.claim.value.differs(old.value):
            continue
        right = "" if there.claim.value.differs(new.value) else f", as {there.side.name} has it"
        return _difference(
            Sort.STALE,
            twin,
            f"{here.side.name} gives what {new.called} was before ({old.text}); it is {new.text} "
            f"now{right}",
            apart(here.claim.value, there.claim.value),
            new,
        )
    return None


def _contradiction(twin: Twin, known: KnownFigures) -> Difference:
    first, second = twin.first, twin.second
    one, other = _behind(first, known), _behind(second, known)
    because = "both speak of one thing, and no fact that is held explains it"
    fact = one or other
    if fact is not None and (one is None or other is None):
        right, wrong = (first, second) if one is not None else (second, first)
        because = (
            f"{right.side.name} gives {fact.called} as it is held ({fact.text}); {wrong.side.name} "
            "does not"
        )
    elif one is not None and other is not None and one.path != other.path:
        because = f"{first.side.name} may mean {one.called}, {second.side.name} {other.called}"
    sums = beyond_rounding(first.claim.value, second.claim.value)
    return _difference(Sort.CONTRADICTION, twin, because, sums, fact)


# --- what it is about -----------------------------------------------------------------------------


def _difference(
    sort: Sort, twin: Twin, because: str, arithmetic: str, fact: KnownFigure | None
) -> Difference:
    return Difference(
        sort=sort,
        about=_about(twin),
        first=told(twin.first),
        second=told(twin.second),
        because=because,
        arithmetic=arithmetic,
        fact=fact.path if fact else "",
    )


def told(spoken: Spoken) -> Told:
    """A claim as a reader sees it: its figure, the words about it, where they stand."""
    claim, side = spoken.claim, spoken.side
    words = f"{claim.sentence}: {claim.value.text}"
    if not claim.cell:
        words = around(claim.sentence, claim.value.start, claim.value.end, _REACH)
    return Told(
        name=side.name,
        authority=side.authority,
        figure=claim.value.text,
        words=words,
        place=claim.place,
        block=claim.block,
        of=side.of_place(claim.block, claim.place),
    )


def _about(twin: Twin) -> str:
    """The words that both use of it, in the order of the first paper."""
    one, other = twin.first.claim, twin.second.claim
    held = other.near | other.wide
    text = one.own if one.near.roots else one.sentence
    words = [
        match[0]
        for match in re.finditer(r"[A-Za-z][A-Za-z’'-]+", text)
        if root(match[0]) in (one.near | one.wide).roots and held.has(root(match[0]))
    ]
    return " ".join(dict.fromkeys(words)) or one.own.strip() or one.sentence


def _behind(spoken: Spoken, known: KnownFigures) -> KnownFigure | None:
    """The fact behind a claim: the one that its words quote, else one that says the same."""
    quote = _quote_at(spoken)
    if quote is not None:
        found = known.at(quote.of)
        if found is not None:
            return found
    return known.behind(spoken.claim, spoken.side.authority)


def _quote_at(spoken: Spoken) -> Quote | None:
    """The quote that gives a claim its figure."""
    claim, figure = spoken.claim, spoken.claim.value.text
    return next(
        (
            each.quote
            for each in spoken.side.quotes
            if each.block == claim.block
            and (each.place.row, each.place.column) == (claim.place.row, claim.place.column)
            and (figure in each.text or each.text in figure)
            and (claim.cell or each.text in claim.sentence)
        ),
        None,
    )
