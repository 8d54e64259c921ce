"""Figures about places and children, each with its unit and the date that it speaks of."""

from dataclasses import dataclass

from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.facts.fact import AuthorityCode, Fact, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextFigure(Fact):
    """A context figure as printed.

    `authorities` are those it speaks of together; `origin` is the statistic's own source, `of` the
    whole of which it is a part, `category` the difference, similarity or area for further
    understanding under which the paper lists it.
    """

    measure: str
    authorities: tuple[AuthorityCode, ...]
    value: Figure
    unit: str
    speaks_of: WrittenDate | None = None
    origin: str | None = None
    category: str = ""
    of: str = ""
    caveat: str = ""
    proposal: ProposalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchCitation(Fact):
    """Research that a paper cites for a claim."""

    claim: str
    works: tuple[str, ...]
    proposal: ProposalId | None = None
