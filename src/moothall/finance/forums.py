"""What each Schools Forum has to decide before money of the grant may be relied on.

The councils rely on the Dedicated Schools Grant wherever a baseline line, a saving or a shared post
is of one of its blocks; for each council, block and year the answer of its own Forum is held
against that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.fact import Fact
from moothall.facts.posts import SharedPost
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.facts.sharing import ForumItem
from moothall.finance.part_years import year_of


class ForumAnswer(StrEnum):
    """What a Forum has said of the money."""

    DECIDED = "decided"
    REFUSED = "refused"
    UNDECIDED = "not yet decided"
    NOT_RECORDED = "not recorded"


THE_FORUMS_TO_DECIDE: dict[FundingStream, str] = {
    FundingStream.DSG_SCHOOLS: "what maintained schools give back (de-delegation)",
    FundingStream.DSG_CENTRAL: "central school services spend",
    FundingStream.DSG_EARLY_YEARS: "early years money that the council spends centrally",
}
"""The blocks of which our rule list says that the Forum decides (SCHOOLS-FORUM, recalled).

Of the high needs block it says nothing: whether the Forum decides or is consulted is asked.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """A fact that relies on a block of the grant."""

    kind: str
    fact: Fact
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumNeed:
    """What one council relies on from one block in one year, and what its Forum has said.

    `year` is None where the facts do not say in which; any year's decision then counts as an
    answer.  `decides` is what the Forum decides of that block, empty where our rules do not say.
    """

    proposal: str
    authority: str
    funding: FundingStream
    year: FinancialYear | None
    relied_on_by: tuple[Reliance, ...]
    items: tuple[ForumItem, ...]

    @property
    def is_early_years(self) -> bool:
        """Whether a least share of it has to reach providers."""
        return self.funding is FundingStream.DSG_EARLY_YEARS

    @property
    def decides(self) -> str:
        return THE_FORUMS_TO_DECIDE.get(self.funding, "")

    @property
    def answer(self) -> ForumAnswer:
        """Refused if anything of it is refused, decided only if all of it is."""
        said = [item.decided for item in self.items]
        if not said:
            return ForumAnswer.NOT_RECORDED
        if False in said:
            return ForumAnswer.REFUSED
        return ForumAnswer.UNDECIDED if None in said else ForumAnswer.DECIDED


_Key = tuple[str, FundingStream, FinancialYear | None]


def forum_needs_of(programme: Programme, proposal: Proposal) -> tuple[ForumNeed, ...]:
    """What the proposal needs of each Forum, council by council, block by block, year by year."""
    relied: dict[_Key, dict[tuple[str, str], Reliance]] = {}
    for authority, funding, year, reliance in _reliances(programme, proposal):
        own = relied.setdefault((authority, funding, year), {})
        own[reliance.kind, reliance.fact.id] = reliance
    blocks = list(FundingStream)
    order = sorted(
        relied, key=lambda key: (key[0], blocks.index(key[1]), key[2].start if key[2] else 0)
    )
    return tuple(
        ForumNeed(
            proposal=proposal.id,
            authority=authority,
            funding=funding,
            year=year,
            relied_on_by=tuple(relied[authority, funding, year].values()),
            items=tuple(
                item
                for item in programme.forum_items
                if (item.proposal, item.authority, item.funding)
                == (proposal.id, authority, funding)
                and year in (None, item.year)
            ),
        )
        for authority, funding, year in order
    )


_Relied = tuple[str, FundingStream, FinancialYear | None, Reliance]


def _reliances(programme: Programme, proposal: Proposal) -> Iterator[_Relied]:
    for line in programme.baseline_lines:
        if line.proposal == proposal.id and line.funding.is_dsg:
            named = Reliance(kind="baseline_lines", fact=line, name=f"the line {line.service}")
            yield line.authority, line.funding, line.year, named
    for saving in programme.savings:
        stream = saving.funding_stream
        if saving.proposal == proposal.id and stream is not None and stream.is_dsg:
            named = Reliance(kind="savings", fact=saving, name=f"saving {saving.number}")
            years: list[FinancialYear | None] = [*sorted({each.year for each in saving.phasing})]
            for year in years or [None]:
                yield saving.authority, stream, year, named
    for post in programme.posts:
        stream = post.funding_stream
        if post.proposal == proposal.id and stream is not None and stream.is_dsg:
            named = Reliance(kind="posts", fact=post, name=f"the post {post.title}")
            for share in post.shares:
                for one in _years(post) if share.percent else ():
                    yield share.authority, stream, one, named


def _years(post: SharedPost) -> tuple[FinancialYear | None, ...]:
    """The financial years of a post's term; its first alone where its length is not stated."""
    if post.starts is None:
        return (None,)
    first = year_of(post.starts.earliest)
    months = post.starts.earliest.month - 4 + 12 * (post.starts.earliest.month < 4)
    over = (months + (post.term_months or 1) - 1) // 12
    return tuple(FinancialYear(first.start + more) for more in range(over + 1))
