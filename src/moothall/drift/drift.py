"""Two papers compared: written from a programme's facts, or read from any two files."""

from collections.abc import Iterable, Mapping

from moothall.documents.document import Document, QuoteState
from moothall.documents.report import Report
from moothall.drift.classes import changed_quotes, difference_of
from moothall.drift.difference import Drift, OnlySaid, Sort
from moothall.drift.known_figures import KnownFigures, known_figures
from moothall.drift.said_by_one import facts_of_one_only, figures_of_one_only
from moothall.drift.sides import Side, side_of_document, sides_of_reports, spoken
from moothall.drift.twin_claims import twins_of
from moothall.facts.programme import Programme

_ORDER = {sort: place for place, sort in enumerate(Sort)}


def drift_of_papers(
    programme: Programme,
    proposal: str,
    first: tuple[str, Document],
    second: tuple[str, Document],
    earlier: Mapping[str, Iterable[str]] | None = None,
) -> Drift:
    """Compare two councils' written papers on one proposal, fact by fact and figure by figure.

    Each paper comes with its council's code.  `earlier` holds, by path (`kind/id.field`), what
    stood in a fact before; what the papers' own quotes say of that is added.
    """
    sides = tuple(side_of_document(programme, *paper) for paper in (first, second))
    held: dict[str, list[str]] = {path: list(texts) for path, texts in (earlier or {}).items()}
    for side in sides:
        for each in side.quotes:
            if each.quote.state is QuoteState.CHANGED and each.quote.was:
                held.setdefault(each.quote.of, []).append(each.quote.was)
    known = known_figures(programme, proposal, held)
    return _drift((sides[0], sides[1]), known, programme, proposal)


def drift_of_reports(
    first: Report, second: Report, known: Iterable[str] = (), named: tuple[str, str] = ("", "")
) -> Drift:
    """Compare two papers read from files, by their words alone.

    `named` are the two councils; where that is not said, each is the one that its paper names more
    than the other does, of those called a council there and of the `known` names.
    """
    return _drift(sides_of_reports(first, second, known, named), KnownFigures(()))


def _drift(
    sides: tuple[Side, Side],
    known: KnownFigures,
    programme: Programme | None = None,
    proposal: str = "",
) -> Drift:
    claims = spoken(sides[0], sides[1]), spoken(sides[1], sides[0])
    twins = twins_of(*claims)
    found = tuple(each for twin in twins if (each := difference_of(twin, known)) is not None)
    for side in sides:
        found += tuple(changed_quotes(side, found))
    only: list[OnlySaid] = []
    if programme is not None:
        only += facts_of_one_only(programme, proposal, sides, claims, known)
    else:
        only += figures_of_one_only(sides[0], claims[0], twins, claims[1])
        only += figures_of_one_only(sides[1], claims[1], twins, claims[0])
    return Drift(
        first=sides[0].name,
        second=sides[1].name,
        agreed=sum(twin.agree for twin in twins),
        differences=tuple(sorted(found, key=lambda each: _ORDER[each.sort])),
        only=tuple(only),
    )
