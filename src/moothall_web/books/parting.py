"""What the page of parting shows: notice, what it costs whom, and who would have to be replaced."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from moothall.basics.dates import in_words
from moothall.facts.sharing import ExitTerms
from moothall.facts.words import in_pounds
from moothall.finance.exit import YEARS, KeyPerson, Parting, key_people, parting_of, terms_of
from moothall.finance.exit_rules import an_exit_has_notice_costs_and_a_share_out
from moothall.workforce import rules as workforce
from moothall_web.books.seen import Seen
from moothall_web.cases.findings import FindingsOf
from moothall_web.people.queries import Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class PartingPage:
    """How the councils of a proposal would part, if notice were given on a day."""

    seen: Seen
    given_on: date
    terms: ExitTerms | None
    parting: Parting | None
    people: tuple[KeyPerson, ...]
    findings: tuple[FindingsOf, ...]
    words: str

    @property
    def may_change(self) -> bool:
        """Whether the reader may change the terms."""
        return self.terms is not None and isinstance(
            self.seen.may("exit_terms", self.terms.owner), Capacity
        )

    @property
    def rows(self) -> tuple[tuple[str, tuple[Fraction, ...], Fraction | None], ...]:
        """What each council bears year by year, in pounds, with the sum of all."""
        if self.parting is None:
            return ()
        return tuple(
            (f"Year {place} after notice", shares, sum(shares, Fraction(0)))
            for place, shares in enumerate(self.parting.by_year, start=1)
        )


def parting_page(held: Seen, given_on: date) -> PartingPage:
    """Parting as the reader sees it."""
    programme, proposal = held.case.programme, held.proposal.id
    terms = terms_of(programme, proposal)
    parting = parting_of(programme, proposal, given_on)
    return PartingPage(
        seen=held,
        given_on=given_on,
        terms=terms,
        parting=parting,
        people=key_people(programme, proposal),
        findings=held.findings(
            also=(
                an_exit_has_notice_costs_and_a_share_out.__name__,
                workforce.a_shared_post_has_cover.__name__,
            )
        ),
        words=_words(given_on, terms, parting),
    )


def _words(given_on: date, terms: ExitTerms | None, parting: Parting | None) -> str:
    if terms is None or parting is None:
        return "Nobody has said how the councils would part."
    day = in_words(given_on)
    if parting.notice_ends is not None:
        said = f"Notice given on {day} would end on {in_words(parting.notice_ends)}."
    else:
        said = "How long notice runs is not known."
    if not terms.costs:
        return f"{said} What parting costs is not known."
    return f"{said} Parting would cost {in_pounds(parting.total)} over {YEARS} years."
