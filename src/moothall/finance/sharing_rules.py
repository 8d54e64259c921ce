"""Rules on splits of a joint cost: what they lack, whom they leave worse off, where they lead."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.basics.years import FinancialYear
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.sharing import Split, SplitBasis
from moothall.facts.words import in_pounds, name_of, names_of
from moothall.finance import ledger_rules
from moothall.finance.agreed_splits import split_in_force, splits_up_to
from moothall.finance.exit_rules import an_exit_has_notice_costs_and_a_share_out
from moothall.finance.priced_game import game_of, parties_of
from moothall.finance.printed_shares import a_printed_total_agrees_with_its_shares
from moothall.finance.sharing.fairness import better_off_alone
from moothall.finance.splits import BY_WEIGHTS, shares_of
from moothall.finance.subsidy import carrying_groups
from moothall.finance.transition import last_year


def findings(programme: Programme) -> list[Finding]:
    """Everything that is found about splits, the ledger and parting."""
    own = run(
        (
            a_split_can_be_worked_out,
            a_weight_belongs_to_a_party,
            one_split_holds_at_a_time,
            nobody_pays_more_than_alone,
            half_of_the_cost_is_tested_against_going_alone,
            a_split_stays_within_the_subsidy_bound,
            a_move_between_splits_ends_before_the_agreement,
            a_move_between_splits_starts_somewhere,
            a_printed_total_agrees_with_its_shares,
            an_exit_has_notice_costs_and_a_share_out,
        ),
        programme,
    )
    return [*own, *ledger_rules.findings(programme)]


def a_split_can_be_worked_out(programme: Programme) -> Iterator[Finding]:
    """A split without weights, or for which nobody has priced what it needs, shares nothing."""
    for split in programme.splits:
        if split_in_force(programme, split.proposal, split.since) is not split:
            continue
        shares = shares_of(programme, split.proposal, split.since)
        if not shares.lacking:
            continue
        by_numbers = split.basis in (*BY_WEIGHTS, SplitBasis.GROSS_BUDGET)
        yield finding_on(
            programme,
            "splits",
            split,
            Severity.QUESTION,
            f"The split by {split.basis} from {split.since} cannot be worked out: "
            f"{shares.lacking}.",
            "Give every party's weight, with its source."
            if by_numbers
            else "Ask each section 151 officer for the cost of going alone, and price the groups.",
            upholds="R6",
        )


def a_weight_belongs_to_a_party(programme: Programme) -> Iterator[Finding]:
    """A weight for a council that is no party takes no part, and the others' parts are larger."""
    for split in programme.splits:
        parties = parties_of(programme, split.proposal)
        strange = [each.authority for each in split.weights if each.authority not in parties]
        if strange:
            yield finding_on(
                programme,
                "splits",
                split,
                Severity.WARNING,
                f"The split by {split.basis} from {split.since} has a weight for "
                f"{names_of(programme, strange)}, no party to the proposal; the parties share the "
                "whole cost without it.",
                "Take the weight out, or add the council to the parties.",
                upholds="R6",
            )


def one_split_holds_at_a_time(programme: Programme) -> Iterator[Finding]:
    """Of two splits from the same year one alone can hold."""
    for split in programme.splits:
        held = split_in_force(programme, split.proposal, split.since)
        if held is not None and held is not split:
            yield finding_on(
                programme,
                "splits",
                split,
                Severity.WARNING,
                f"Two splits hold from {split.since}: by {split.basis} and by {held.basis}. "
                "The one known later is used.",
                "Say which was agreed, and take the other out.",
                upholds="R6",
            )


def nobody_pays_more_than_alone(programme: Programme) -> Iterator[Finding]:
    """A council, or a group, that pays more than it would by itself has a reason to leave."""
    for split, year in _split_years(programme):
        priced = game_of(programme, split.proposal, year)
        shares = shares_of(programme, split.proposal, year)
        if not shares.pounds or not priced.is_priced:
            continue
        for group in better_off_alone(priced.game, shares.pounds):
            codes = group.group.split("+")
            taken = priced.taken_from[sum(1 << priced.game.players.index(c) for c in codes)]
            verb = "pays" if len(codes) == 1 else "pay"
            yield finding_on(
                programme,
                "splits",
                split,
                Severity.WARNING,
                f"In {year}, split by {split.basis}, {names_of(programme, codes)} {verb} "
                f"{in_pounds(group.pays)}, {in_pounds(group.loses)} more than by themselves "
                f"({in_pounds(group.alone)}, {taken})."
                if len(codes) > 1
                else f"In {year}, split by {split.basis}, {name_of(programme, codes[0])} pays "
                f"{in_pounds(group.pays)}, {in_pounds(group.loses)} more than alone "
                f"({in_pounds(group.alone)}, {taken}).",
                "Compare the rules that split the saving, or say what else the council gains.",
                authority=codes[0] if len(codes) == 1 else "",
                figures=(
                    ("pays", in_pounds(group.pays)),
                    ("alone", in_pounds(group.alone)),
                    ("loses", in_pounds(group.loses)),
                ),
            )


def half_of_the_cost_is_tested_against_going_alone(programme: Programme) -> Iterator[Finding]:
    """Equal parts of a cost hold together only where a part is no more than each would pay alone.

    Documents 000 (4.2) and 001 (2.11) share posts half and half, and neither tests it.
    """
    for proposal in programme.proposals:
        posts = [
            post
            for post in programme.posts
            if post.proposal == proposal.id
            and len(post.shares) > 1
            and len({share.percent for share in post.shares}) == 1
            and {share.authority for share in post.shares} > {b.authority for b in post.paid_before}
        ]
        equal = [
            split
            for split in programme.splits
            if split.proposal == proposal.id and split.basis is SplitBasis.EQUAL
        ]
        if not posts and not equal:
            continue
        year = equal[-1].since if equal else FinancialYear(9998)
        unpriced = game_of(programme, proposal.id, year).unpriced_alone
        if not unpriced:
            continue
        kind, fact = ("splits", equal[-1]) if equal else ("posts", posts[0])
        parts = "half" if len(proposal.parties) == 2 else "the equal part"
        what = (
            "The cost"
            if equal
            else f"The cost of {posts[0].title}"
            if len(posts) == 1
            else f"The cost of {len(posts)} shared posts"
        )
        yield finding_on(
            programme,
            kind,
            fact,
            Severity.QUESTION,
            f"{what} is split equally, and what {names_of(programme, unpriced)} would pay alone is "
            f"not held: whether {parts} is more than a council would pay by itself is untested.",
            "Ask each section 151 officer what the work cost before, or would cost alone. Equal "
            f"parts of the cost hold together only if {parts} is no more than the least of these; "
            "equal parts of the saving always do where there is a saving and two councils.",
            upholds="D04",
        )


def a_split_stays_within_the_subsidy_bound(programme: Programme) -> Iterator[Finding]:
    """The split itself may make one council carry another by more than the councils allow."""
    for split, year in _split_years(programme):
        shares = shares_of(programme, split.proposal, year)
        game = game_of(programme, split.proposal, year)
        if split.subsidy_bound is None or not shares.pounds or not game.is_priced:
            continue
        for each in carrying_groups(game.game, shares.pounds):
            if each.amount <= split.subsidy_bound:
                continue
            verb = "carries" if len(each.givers) == 1 else "carry"
            yield finding_on(
                programme,
                "splits",
                split,
                Severity.WARNING,
                f"In {year} {names_of(programme, each.givers)} {verb} "
                f"{names_of(programme, each.takers)} by {in_pounds(each.amount)} against going "
                f"alone, more than the {in_pounds(split.subsidy_bound)} that the councils allow.",
                "Change the split, or agree a larger bound and say why.",
                authority=each.givers[0] if len(each.givers) == 1 else "",
                figures=(
                    ("subsidy", in_pounds(each.amount)),
                    ("bound", in_pounds(split.subsidy_bound)),
                ),
            )


def a_move_between_splits_ends_before_the_agreement(programme: Programme) -> Iterator[Finding]:
    """A split that is only reached after the agreement has ended never holds."""
    for split in programme.splits:
        if not split.moves_over:
            continue
        reached = last_year(split.since, split.moves_over)
        for agreement in programme.agreements:
            if agreement.proposal != split.proposal or agreement.ends is None:
                continue
            ends = agreement.ends.latest
            in_year = FinancialYear(ends.year if ends.month > 3 else ends.year - 1)
            if reached > in_year:
                yield finding_on(
                    programme,
                    "splits",
                    split,
                    Severity.WARNING,
                    f"The split by {split.basis} is reached in {reached}, and {agreement.name} "
                    f"ends in {in_year} ({agreement.ends}): it never holds in full.",
                    "Move over fewer years, or extend the agreement first.",
                    figures=(("reached", str(reached)), ("agreement ends", str(agreement.ends))),
                )


def a_move_between_splits_starts_somewhere(programme: Programme) -> Iterator[Finding]:
    """A move over years needs the split that it comes from."""
    for split in programme.splits:
        if (split.moves_over or 1) < 2:
            continue
        earlier = splits_up_to(programme, split.proposal, FinancialYear(split.since.start - 1))
        if not earlier:
            yield finding_on(
                programme,
                "splits",
                split,
                Severity.QUESTION,
                f"The split by {split.basis} moves over {split.moves_over} years, and no split is "
                "held that it moves from: it is used in full from its first year.",
                "Record the split before it, for example each council's budget as it was.",
            )


def _split_years(programme: Programme) -> Iterator[tuple[Split, FinancialYear]]:
    """Each split with the first year that it holds in full, and with its first one."""
    for split in programme.splits:
        full = last_year(split.since, split.moves_over or 1)
        for year in sorted({split.since, full}):
            if split_in_force(programme, split.proposal, year) is split:
                yield split, year
