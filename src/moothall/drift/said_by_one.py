"""What one paper carries and the other leaves out: facts, or figures where no programme is held."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from moothall.basics.figures import Figure
from moothall.documents.report import Grid, Heading, Image
from moothall.drift.difference import OnlySaid
from moothall.drift.known_figures import KnownFigures
from moothall.drift.sides import Side, Spoken
from moothall.drift.twin_claims import Twin
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import Programme
from moothall.proofread.reading.passages import around
from moothall.proofread.told_again.claim_values import Sort

_NAMES = ("name", "title", "description", "about", "text", "claim", "measure")
_LONGEST = 160
_LEAST = 16
"""A text shorter than this may stand in a paper by chance."""
_WHOM_TO_ASK = re.compile(r"\b(?:tel|telephone|phone|fax)\b|@", re.IGNORECASE)
"""A line with a telephone number, which is no figure."""
_NO_PAPERS = frozenset(
    ("papers", "implications", "clearances", "comments", "minutes", "decisions", "meetings")
)


def facts_of_one_only(
    programme: Programme,
    proposal: str,
    sides: tuple[Side, Side],
    spoken: tuple[list[Spoken], list[Spoken]],
    known: KnownFigures,
) -> Iterator[OnlySaid]:
    """Joint facts of the proposal that one paper carries by their words or figures.

    A council's own facts are not looked for in the other's paper.
    """
    first, second = (
        _carried(programme, proposal, side, claims, known)
        for side, claims in zip(sides, spoken, strict=True)
    )
    for side, here, there in ((sides[0], first, second), (sides[1], second, first)):
        for path in here:
            if path not in there:
                kind, fact = here[path]
                yield OnlySaid(
                    name=side.name,
                    authority=side.authority,
                    about=kind.replace("_", " "),
                    words=_called(fact),
                    fact=path,
                )


def figures_of_one_only(
    side: Side, spoken: list[Spoken], twins: Iterable[Twin], other: list[Spoken]
) -> Iterator[OnlySaid]:
    """Figures of the prose that no claim of the other paper is of, and that it prints nowhere."""
    paired = {id(each) for twin in twins for each in (twin.first, twin.second)}
    values = [each.claim.value for each in other]
    for each in spoken:
        claim = each.claim
        if id(each) in paired or claim.cell or claim.value.sort is Sort.TIME:
            continue
        if _WHOM_TO_ASK.search(claim.sentence):
            continue
        same_sort = (value for value in values if value.sort is claim.value.sort)
        if any(not claim.value.differs(value) for value in same_sort):
            continue
        yield OnlySaid(
            name=side.name,
            authority=side.authority,
            about=claim.value.text,
            words=around(claim.sentence, claim.value.start, claim.value.end, 90),
            where=str(claim.place),
        )


def _carried(
    programme: Programme,
    proposal: str,
    side: Side,
    spoken: list[Spoken],
    known: KnownFigures,
) -> dict[str, tuple[str, Fact]]:
    """The joint facts that stand in a paper, by path."""
    cited = {home.of for home in side.homes}
    cited |= {cell.of for home in side.homes for cell in home.cells}
    cited |= {each.quote.of.partition(".")[0] for each in side.quotes}
    traced = (known.behind(each.claim, side.authority) for each in spoken)
    figures = {figure.fact for figure in traced if figure is not None}
    text = _whole_text(side)
    found: dict[str, tuple[str, Fact]] = {}
    for kind, fact in programme.facts():
        path = f"{kind}/{fact.id}"
        if kind in _NO_PAPERS or not _is_joint(fact, proposal):
            continue
        if path in cited or path in figures or any(words in text for words in _texts(fact)):
            found[path] = (kind, fact)
    return found


def _is_joint(fact: Fact, proposal: str) -> bool:
    if fact.owner != PROGRAMME or getattr(fact, "authority", None):
        return False
    return getattr(fact, "proposal", None) == proposal


def _texts(fact: Fact) -> Iterator[str]:
    """What a fact says, long enough to stand in a paper for no other reason."""
    for field in fields(fact):
        held = getattr(fact, field.name)
        if field.name in ("id", "owner", "proposal", "assumed", "source"):
            continue
        for text in held if isinstance(held, tuple) else (held,):
            if isinstance(text, str) and len(text) >= _LEAST:
                yield _plain(text)


def _whole_text(side: Side) -> str:
    parts: list[str] = []
    for block in side.report.blocks:
        if isinstance(block, Grid):
            parts += [cell for row in block.rows for cell in row]
        elif not isinstance(block, Image | Heading):
            parts.append(block.text)
    return _plain(" \n ".join(parts))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w£%]+", " ", text.casefold()).split())


def _called(fact: Fact) -> str:
    """What a fact is called for a reader, with its figure where it is one."""
    held = (getattr(fact, name, "") for name in _NAMES)
    name = next((each for each in held if isinstance(each, str) and each), fact.id)
    name = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rsplit(' ', 1)[0]} …"
    figure = getattr(fact, "value", None)
    return f"{name}: {figure}" if isinstance(figure, Figure) else name
