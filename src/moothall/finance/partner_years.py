"""A partner leaves, declines or is followed by others: the effect on every council, year and rule.

Each year of which a split or a price is known is worked out twice, as it is and as it would be;
nothing is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds, listed, name_of, names_of
from moothall.finance.partners import Change, Successor, if_one_leaves, if_replaced
from moothall.finance.sharing.solutions import SPLITS_THE_SAVING
from moothall.finance.split_comparison import IN_WORDS, Comparison, RuleShares, compare_rules


class Way(StrEnum):
    """How a council goes."""

    LEAVES = "leaves"
    DECLINES = "declines"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Who goes, how, and from which year on; the councils that follow it, where some do."""

    authority: str
    way: Way
    since: FinancialYear
    successors: tuple[Successor, ...] = ()


@dataclass(frozen=True, slots=True)
class Payment:
    """What one council pays a year before and after, in pounds; None where it is not known.

    A council that takes no part pays nothing.
    """

    before: Fraction | None
    after: Fraction | None

    @property
    def more(self) -> Fraction | None:
        """How much more it pays after; negative is less."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class RuleBeforeAndAfter:
    """One rule put to the councils of both sides; `payments` are in the order of the year's."""

    rule: str
    in_words: str
    payments: tuple[Payment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerYear:
    """One year with and without the council that goes.

    `authorities` are the councils of either side, `in_force` what they pay under the split in
    force, `rules` every rule that either side can be put to.  `lacking` is what nobody has said.
    """

    year: FinancialYear
    change: Change
    authorities: tuple[str, ...]
    in_force: tuple[Payment, ...]
    rules: tuple[RuleBeforeAndAfter, ...]
    lacking: tuple[str, ...]


def years_with_a_split(programme: Programme, proposal: str) -> tuple[FinancialYear, ...]:
    """The years of which a split, a price or an entry of the ledger is held."""
    years = {each.since for each in programme.splits if each.proposal == proposal}
    years |= {each.year for each in programme.coalition_costs if each.proposal == proposal}
    years |= {each.year for each in programme.ledger_entries if each.proposal == proposal}
    return tuple(sorted(years))


def partner_years(programme: Programme, proposal: str, going: Going) -> tuple[PartnerYear, ...]:
    """Every year from that of going on; that year by itself where nothing is held of any.

    Raises ValueError where the council is no party or a successor is one already.
    """
    years = [year for year in years_with_a_split(programme, proposal) if year >= going.since]
    return tuple(
        _year(programme, proposal, going, year)
        # What holds in the year of going may have been said for an earlier one.
        for year in sorted({going.since, *years})
    )


def in_a_sentence(programme: Programme, going: Going, years: tuple[PartnerYear, ...]) -> str:
    """The answer first: who would pay how much more or less, in the first year that is known."""
    name = name_of(programme, going.authority)
    for each in years:
        if any(payment.more is None for payment in each.in_force):
            continue
        staying = [
            (code, payment.more or Fraction(0))
            for code, payment in zip(each.authorities, each.in_force, strict=True)
            if code in each.change.after.authorities
        ]
        moved = [(name_of(programme, code), more) for code, more in staying if more]
        if not moved:
            codes = [code for code, _ in staying]
            return f"In {each.year} nothing would change for {names_of(programme, codes)}."
        said = [
            f"{council} {'' if place else 'would pay '}{in_pounds(abs(more))} "
            f"{'more' if more > 0 else 'less'}"
            for place, (council, more) in enumerate(moved)
        ]
        return f"In {each.year} {listed(said)}."
    what = {
        Way.LEAVES: f"left in {going.since}",
        Way.DECLINES: "never joined",
        Way.REPLACED: f"were followed by others in {going.since}",
    }
    return f"What each would pay if {name} {what[going.way]} is not known."


def _year(programme: Programme, proposal: str, going: Going, year: FinancialYear) -> PartnerYear:
    if going.way is Way.REPLACED:
        change = if_replaced(programme, proposal, year, going.authority, going.successors)
    else:
        change = if_one_leaves(programme, proposal, year, going.authority)
    authorities = tuple(each.authority for each in change.differences)
    before = compare_rules(programme, proposal, year)
    return PartnerYear(
        year=year,
        change=change,
        authorities=authorities,
        in_force=tuple(Payment(each.before, each.after) for each in change.differences),
        rules=tuple(_rules(change, authorities, before)),
        lacking=tuple(_lacking(programme, change, before)),
    )


def _rules(
    change: Change, authorities: tuple[str, ...], before: Comparison
) -> Iterator[RuleBeforeAndAfter]:
    after = change.rules_after
    if len(after.authorities) < 2:
        return  # who is left by itself pays all of it, whatever the rule
    sides = [(of, _by_rule(of)) for of in (before, after)]
    together = len(before.authorities) == len(after.authorities) == 2
    for rule in dict.fromkeys(key for _, held in sides for key in held):
        if together and rule in SPLITS_THE_SAVING[1:]:
            continue  # of two councils, before and after, the fair rules are one row
        row = next(held[rule] for _, held in sides if rule in held)
        paid, pays = (
            dict(zip(of.authorities, held[rule].to_the_penny, strict=True))
            if rule in held
            else dict.fromkeys(of.authorities)
            for of, held in sides
        )
        yield RuleBeforeAndAfter(
            rule,
            "every fair rule: equal parts of the saving"
            if together and rule in SPLITS_THE_SAVING
            else row.in_words,
            tuple(
                Payment(paid.get(code, Fraction(0)), pays.get(code, Fraction(0)))
                for code in authorities
            ),
        )


def _by_rule(comparison: Comparison) -> dict[str, RuleShares]:
    """A comparison's rules; of two councils the one row of the fair rules stands for each."""
    found = {row.rule: row for row in comparison.rules if row.rule != "in force"}
    fair = [row for row in found.values() if row.rule in SPLITS_THE_SAVING]
    if len(comparison.authorities) == 2 and len(fair) == 1:
        found |= {
            rule: replace(fair[0], rule=rule, in_words=IN_WORDS[rule])
            for rule in SPLITS_THE_SAVING
            if rule not in comparison.lacking
        }
    return found


def _lacking(programme: Programme, change: Change, before: Comparison) -> Iterator[str]:
    """Why something of the year is not known, once each."""
    said = [
        f"the split {when}: {shares.lacking}"
        for when, shares in (("as it is", change.before), ("as it would be", change.after))
        if shares.lacking
    ]
    for when, comparison in (("as it is", before), ("as it would be", change.rules_after)):
        if len(comparison.authorities) < 2:
            if not comparison.priced.is_priced:
                name = names_of(programme, comparison.authorities)
                said.append(f"what {name} would pay by itself: nobody has priced or planned it")
            continue
        said += [
            f"{'every rule' if rule == 'all' else IN_WORDS.get(rule, f'by {rule}')} {when}: {why}"
            for rule, why in comparison.lacking.items()
            if rule != "in force"
        ]
    yield from dict.fromkeys(said)
