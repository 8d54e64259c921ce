"""What the page of partners shows: what each would pay if one left, declined or were followed."""

from dataclasses import dataclass

from moothall.basics.years import FinancialYear
from moothall.facts.words import in_pounds
from moothall.finance.exit import Parting, parting_of
from moothall.finance.partner_years import (
    Going,
    PartnerYear,
    Way,
    in_a_sentence,
    partner_years,
    years_with_a_split,
)
from moothall_web.books.seen import Seen

WAYS = {
    Way.LEAVES: "It leaves",
    Way.DECLINES: "It declines: it never joins",
    Way.REPLACED: "Other councils follow it, in local government reorganisation",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersPage:
    """The effect on every council, year and rule; `years` is empty until somebody is chosen.

    `parting` is what the agreed terms say that leaving costs; None where there are none, or where
    nobody leaves.
    """

    seen: Seen
    going: Going | None
    years: tuple[PartnerYear, ...]
    parting: Parting | None
    words: str

    @property
    def asks(self) -> bool:
        """Whether something of some year is not known, or nothing is held to work with."""
        programme, proposal = self.seen.case.programme, self.seen.proposal.id
        return any(each.lacking for each in self.years) or not years_with_a_split(
            programme, proposal
        )

    @property
    def who(self) -> str:
        """What is asked, as the heading of the answer."""
        if self.going is None:
            return ""
        name, since = self.seen.name(self.going.authority), self.going.since
        if self.going.way is Way.REPLACED:
            codes = self.going.successors
            return f"If {' and '.join(each.code for each in codes)} followed {name} in {since}"
        return (
            f"If {name} left in {since}"
            if self.going.way is Way.LEAVES
            else (f"If {name} never joined")
        )


def partners_page(held: Seen, going: Going | None) -> PartnersPage:
    """The page as the reader sees it."""
    programme, proposal = held.case.programme, held.proposal.id
    if going is None:
        words = (
            "Choose a council, and see what it and every other would pay without it. "
            "Nothing is saved."
        )
        return PartnersPage(seen=held, going=None, years=(), parting=None, words=words)
    years = partner_years(programme, proposal, going)
    leaves = going.way is Way.LEAVES
    return PartnersPage(
        seen=held,
        going=going,
        years=years,
        parting=parting_of(programme, proposal, held.case.as_at) if leaves else None,
        words=in_a_sentence(programme, going, years),
    )


def years_to_choose(held: Seen) -> tuple[FinancialYear, ...]:
    """The years that can be asked for: those of which anything is held, else that of the day."""
    day = held.case.as_at
    now = FinancialYear(day.year if day.month > 3 else day.year - 1)
    return years_with_a_split(held.case.programme, held.proposal.id) or (now,)


def parting_in_words(parting: Parting) -> str:
    """What the terms say that parting costs, in one sentence."""
    if not parting.costs:
        return "What parting itself costs is not known: the terms state no cost."
    return f"Parting itself would cost {in_pounds(parting.total)} beside that."
