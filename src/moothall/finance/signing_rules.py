"""Rules on the signatures under a joint baseline, and on what a later change opens again."""

from collections.abc import Iterator
from itertools import pairwise

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.proposals import Stage
from moothall.finance.baseline_rules import Baselines, councils_with_lines, each_baseline
from moothall.finance.baseline_versions import Signing, reopened

_KIND = "baseline_lines"
_WORDS = {
    "savings": "Saving",
    "splits": "The split",
    "posts": "The post",
    "decisions": "The decision",
}


def findings(programme: Programme, baselines: Baselines) -> list[Finding]:
    """Everything that the signatures under a programme's baselines show."""
    return run(
        (
            every_council_signs_its_lines,
            a_later_version_is_signed_later,
            a_change_is_signed_again,
            what_rested_on_a_changed_baseline_is_looked_at_again,
        ),
        programme,
        baselines,
    ) + run((a_council_signs_only_its_own_lines,), programme)


def every_council_signs_its_lines(programme: Programme, baselines: Baselines) -> Iterator[Finding]:
    """Before due diligence is over each section 151 officer has signed the council's own lines."""
    for proposal, council in councils_with_lines(programme, baselines):
        if council.signing.state is Signing.UNSIGNED:
            early = proposal.stage is Stage.FORMULATION
            number = len(council.lines)
            yield finding_on(
                programme,
                _KIND,
                council.lines[0],
                Severity.NOTE if early else Severity.WARNING,
                f"{council.name}'s section 151 officer has not signed its "
                f"{'one line' if number == 1 else f'{number} lines'}: nothing that is measured "
                "against them is firm.",
                "Have the lines signed before the proposal passes due diligence.",
                upholds="R3",
            )


def a_council_signs_only_its_own_lines(programme: Programme) -> Iterator[Finding]:
    """A signature that is not the council's own does not count."""
    for signature in programme.baseline_signatures:
        name = programme.authority(signature.authority).short_name
        proposal = programme.proposal(signature.proposal)
        if signature.authority not in proposal.parties:
            what = f"{name} is no party to {proposal.name}"
        elif signature.owner != signature.authority:
            what = f"it was not entered by {name} but for it (owner: {signature.owner})"
        elif not signature.signed_by.strip():
            what = "it names nobody"
        else:
            continue
        yield finding_on(
            programme,
            "baseline_signatures",
            signature,
            Severity.WARNING,
            f"The signature of {in_words(signature.signed_on)} under {name}'s lines does not "
            f"count: {what}.",
            f"Have {name}'s own section 151 officer sign.",
            upholds="A22",
            authority=signature.authority,
        )


def a_later_version_is_signed_later(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """Versions count up, one at a time, day by day."""
    for _, baseline in each_baseline(programme, baselines):
        for council in baseline.councils:
            given = council.signing.signatures
            for before, after in pairwise(given):
                if after.version != before.version + 1:
                    what = f"version {after.version} follows version {before.version}"
                elif after.signed_on < before.signed_on:
                    what = (
                        f"version {after.version} is signed {in_words(after.signed_on)}, before "
                        f"version {before.version}, {in_words(before.signed_on)}"
                    )
                else:
                    continue
                yield finding_on(
                    programme,
                    "baseline_signatures",
                    after,
                    Severity.WARNING,
                    f"{council.name}: {what}.",
                    "Correct the number or the day; the highest version is taken as the last.",
                )


def a_change_is_signed_again(programme: Programme, baselines: Baselines) -> Iterator[Finding]:
    """A line that changed after the signature makes a new version, which is signed again."""
    for proposal, baseline in each_baseline(programme, baselines):
        for council in baseline.councils:
            last = council.signing.last
            if council.signing.state is not Signing.CHANGED or last is None:
                continue
            told = "; ".join(each.sentence for each in council.signing.changes[:4])
            more = len(council.signing.changes) - 4
            yield finding_on(
                programme,
                "baseline_signatures",
                last,
                Severity.WARNING,
                f"{council.name}'s lines are no longer what {last.signed_by} signed on "
                f"{in_words(last.signed_on)} (version {last.version}): {told}"
                f"{f'; and {more} more' if more > 0 else ''}.",
                f"Have version {last.version + 1} signed, or put the lines back.",
                upholds="D01",
                proposal=proposal.id,
                figures=tuple(
                    (f"{change.service}, {each.name}", f"{each.was} → {each.now}")
                    for change in council.signing.changes
                    for each in change.changes
                ),
            )


def what_rested_on_a_changed_baseline_is_looked_at_again(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """Savings, splits, posts and decisions that are older than a change rest on the old lines."""
    for proposal, baseline in each_baseline(programme, baselines):
        for council in baseline.councils:
            found = reopened(
                programme,
                proposal.id,
                council.authority,
                council.lines,
                council.signing.signatures,
            )
            for each in found:
                when = f"on {in_words(each.changed_on)}" if each.changed_on else "since then"
                yield finding_on(
                    programme,
                    each.kind,
                    each.fact,
                    Severity.WARNING,
                    f"{_called(each.kind, each.fact)} was known on {in_words(each.fact.known_on)} "
                    f"and rests on lines that {council.name} had signed and has changed {when}: "
                    f"{'; '.join(change.sentence for change in each.changes[:2])}.",
                    "Look at it again against the lines as they now stand, and enter it anew.",
                    upholds="D01",
                    authority=council.authority,
                )


def _called(kind: str, fact: object) -> str:
    for name in ("name", "title", "basis", "text"):
        if told := getattr(fact, name, ""):
            short = str(told) if len(str(told)) <= 60 else f"{str(told)[:57]}…"
            return f"{_WORDS[kind]} {short!r}"
    return _WORDS[kind]
