"""Rules on grant, Forums and the answers that finance officers have to record: VAT, year-end."""

import re
from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_by, finding_on
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.facts.words import listed, name_of, names_of
from moothall.finance.forums import ForumAnswer, ForumNeed, forum_needs_of
from moothall.finance.pass_through_rules import (
    RULE,
    early_years_money_passes_through,
    in_words,
)
from moothall.finance.recorded_answers import VAT_TOPIC, YEAR_END_TOPIC
from moothall.law.law import Law
from moothall.law.rates_held import StatutoryRates

Needs = tuple[ForumNeed, ...]


def findings(programme: Programme, law: Law, rates: StatutoryRates | None = None) -> list[Finding]:
    """Everything that is not decided, or not recorded, about other people's money.

    Without `rates` nothing is held against the least share of early years money.
    """
    needs = tuple(
        need for proposal in programme.proposals for need in forum_needs_of(programme, proposal)
    )
    return [
        *run((the_forum_decides_what_relies_on_the_grant,), programme, law, needs),
        *run((early_years_money_passes_through,), programme, needs, rates),
        *_answers(programme),
    ]


def _answers(programme: Programme) -> list[Finding]:
    return run(
        (
            money_of_the_grant_names_its_block,
            vat_on_what_councils_pay_each_other_is_recorded,
            what_is_left_at_year_end_is_recorded,
            a_line_has_its_ledger_code,
        ),
        programme,
    )


def the_forum_decides_what_relies_on_the_grant(
    programme: Programme, law: Law, needs: Needs
) -> Iterator[Finding]:
    """No line, saving or post relies on the grant before that council's Forum has decided."""
    rule = law.rule(RULE)
    for need in needs:
        if need.answer is ForumAnswer.DECIDED:
            continue
        first = need.relied_on_by[0]
        name = name_of(programme, need.authority)
        relied = in_words(need)
        year = f" in {need.year}" if need.year else ", in a year that is not stated"
        items = listed([f"{item.item!r}" for item in need.items])
        if need.answer is ForumAnswer.REFUSED:
            severity = Severity.WARNING
            said = f"{name}'s Schools Forum has refused {items}"
            cure = "Take the money out, or go back to the Forum."
        elif need.answer is ForumAnswer.UNDECIDED:
            severity = Severity.WARNING
            said = f"{name}'s Schools Forum has not yet decided {items}"
            cure = "Have the Forum decide before the decision that relies on the money."
        elif need.decides:
            severity = Severity.WARNING
            said = (
                f"of that block the Forum decides {need.decides}, and no decision of {name}'s "
                "Schools Forum is recorded"
            )
            cure = "Ask the Forum's clerk; record the item, its year and what was decided."
        else:
            severity = Severity.QUESTION
            said = (
                f"whether {name}'s Schools Forum decides on that block or is consulted, and "
                "what it said, is not recorded"
            )
            cure = "Ask the finance officers which line of the grant pays, and the clerk."
        yield finding_by(
            programme,
            rule,
            first.kind,
            first.fact,
            f"{relied} on the {need.funding.value}{year}: {said}.",
            cure,
            severity=severity,
            authority=need.authority,
            figures=(
                ("block", need.funding.value),
                ("year", str(need.year or "not stated")),
                ("forum", need.answer.value),
            ),
        )


def money_of_the_grant_names_its_block(programme: Programme) -> Iterator[Finding]:
    """Which block pays decides whether the Forum has to, and for which council."""
    for kind in ("posts", "savings"):
        for fact in getattr(programme, kind):
            told = fact.funding or ""
            if fact.funding_stream is None and re.search(r"\bDSG\b|dedicated schools", told, re.I):
                name = getattr(fact, "title", None) or f"Saving {fact.number}, {fact.name}"
                yield finding_on(
                    programme,
                    kind,
                    fact,
                    Severity.QUESTION,
                    f"{name} is funded by {told!r}, and no block of the grant is named: what the "
                    "Schools Forum has to decide, and for which year, follows from the block.",
                    "Ask the finance officer for the block, and record it as the funding stream.",
                    upholds="D08",
                )


def vat_on_what_councils_pay_each_other_is_recorded(programme: Programme) -> Iterator[Finding]:
    """Staff whom one council supplies to another may or may not bear VAT; somebody has to say."""
    for proposal in programme.proposals:
        if not _councils_pay_each_other(programme, proposal):
            continue
        silent = [
            code
            for code in proposal.parties
            if not _has_passage(programme, proposal, code, VAT_TOPIC)
            and not any(
                item.vat_treatment
                for item in programme.forum_items
                if (item.proposal, item.authority) == (proposal.id, code)
            )
        ]
        if silent:
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.QUESTION,
                f"How VAT is treated on what the councils pay each other is not recorded for "
                f"{names_of(programme, silent)}.",
                "Ask each council's VAT officer whether it is a taxable supply of staff or non-"
                f"business, and record the answer as a passage on {VAT_TOPIC}.",
                reference="HMRC manual VATGPB6800",
                authority=silent[0] if len(silent) == 1 else "",
            )


def what_is_left_at_year_end_is_recorded(programme: Programme) -> Iterator[Finding]:
    """Who keeps an underspend, who bears an overspend, and what happens to ring-fenced money."""
    for proposal in programme.proposals:
        if not _councils_pay_each_other(programme, proposal):
            continue
        silent = [
            code
            for code in proposal.parties
            if not _has_passage(programme, proposal, code, YEAR_END_TOPIC)
        ]
        if silent:
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.QUESTION,
                "What happens to money left over or overspent at 31 March, ring-fenced money above "
                f"all, is not recorded for {names_of(programme, silent)}.",
                "Ask each section 151 officer, write it into the agreement, and record the answer "
                f"as a passage on {YEAR_END_TOPIC}.",
                authority=silent[0] if len(silent) == 1 else "",
            )


def a_line_has_its_ledger_code(programme: Programme) -> Iterator[Finding]:
    """Without its code a line cannot be found again in the council's own ledger."""
    silent: dict[tuple[str, str], list[str]] = {}
    lines = {line.id: line for line in programme.baseline_lines}
    for line in programme.baseline_lines:
        if not line.ledger_code:
            silent.setdefault((line.proposal, line.authority), []).append(line.id)
    for (_, authority), ids in silent.items():
        yield finding_on(
            programme,
            "baseline_lines",
            lines[ids[0]],
            Severity.NOTE,
            f"{len(ids)} of {name_of(programme, authority)}'s baseline lines have no ledger code, "
            f"{lines[ids[0]].service} first: actuals cannot be set against them.",
            "Ask its finance officer for the code of each.",
        )


def _councils_pay_each_other(programme: Programme, proposal: Proposal) -> bool:
    return len(proposal.parties) > 1 and (
        any(split.proposal == proposal.id for split in programme.splits)
        or any(
            post.proposal == proposal.id and sum(share.percent > 0 for share in post.shares) > 1
            for post in programme.posts
        )
    )


def _has_passage(programme: Programme, proposal: Proposal, authority: str, topic: str) -> bool:
    return any(
        passage.topic == topic and passage.authority in (None, authority)
        for passage in programme.passages
        if passage.proposal == proposal.id
    )
