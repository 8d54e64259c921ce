"""Rules on how large a saving can be: for its posts, and for the baseline that it comes off."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.baselines import FundingStream
from moothall.facts.findings import finding_on
from moothall.facts.money import Recurrence, Saving
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds, listed, name_of
from moothall.finance.baseline_versions import own_signatures
from moothall.finance.casting import as_pounds
from moothall.finance.post_bounds import POST_BOUNDS, posts_in
from moothall.finance.saving_claims_rules import full_year_of
from moothall.finance.savings_rules import label

_KIND = "savings"
_MOST_PARTS = 10  # of a breakdown whose every combination is still worth trying


def findings(programme: Programme) -> list[Finding]:
    """Savings that are larger or smaller than what they come from can give."""
    return run((a_saving_fits_its_posts, a_saving_fits_its_signed_baseline), programme)


def a_saving_fits_its_posts(programme: Programme) -> Iterator[Finding]:
    """A saving divided by its posts is about what a post costs, or says which part they bring.

    Every combination of recurrent parts, what no part explains included, is tried before a saving
    is called implausible.  The bounds are our own.
    """
    for saving in programme.savings:
        words = saving.posts_reduced or ""
        posts = posts_in(words)
        if posts is None:
            continue
        least, most = POST_BOUNDS.least, POST_BOUNDS.most_for(f"{words} {saving.name}")
        full = full_year_of(saving)
        each = Fraction(full) / Fraction(posts)
        if least <= each <= most:
            continue
        bounds = f"{in_pounds(least)} to {in_pounds(most)} ({POST_BOUNDS.source})"
        whole = f"{in_pounds(full)} ÷ {posts:f} posts is {in_pounds(each)} a post"
        fits = next(
            (
                (names, amount)
                for names, amount in _combinations(saving, full)
                if least <= Fraction(amount) / Fraction(posts) <= most
            ),
            None,
        )
        if fits is None:
            severity = Severity.WARNING
            which = "more" if each > most else "less"
            message = (
                f"{whole}, {which} than a post plausibly costs with its on-costs, {bounds}: "
                "a check, not a proof."
            )
            cure = "Say what else the saving holds, or correct the figures."
        else:
            severity = Severity.QUESTION
            per_post = in_pounds(Fraction(fits[1]) / Fraction(posts))
            message = (
                f"which part of it the posts ({words}) bring is not said. {whole}, outside "
                f"{bounds}; {listed(fits[0])} alone would be {per_post} a post."
            )
            cure = "Say which part of the saving the posts bring, and at what grade."
        yield finding_on(
            programme,
            _KIND,
            saving,
            severity,
            f"{label(saving)}: {message}",
            cure,
            upholds="D14",
            figures=(("posts", words), ("per post, whole", in_pounds(each))),
        )


def _combinations(saving: Saving, full: Decimal) -> Iterator[tuple[list[str], Decimal]]:
    """Parts of the saving that posts could bring, the smallest combinations first."""
    rows = saving.breakdown.rows if saving.breakdown else ()
    parts = [
        (row.name, abs(as_pounds(row.amount, saving.unit).value))
        for row in rows
        if row.kind == "part" and row.recurrence is not Recurrence.ONE_OFF
    ]
    rest = full - sum((amount for _, amount in parts), Decimal(0))
    if parts and rest > 0:
        parts.append(("what the breakdown leaves open", rest))
    for number in range(1, len(parts) + 1 if len(parts) <= _MOST_PARTS else 2):
        for chosen in combinations(parts, number):
            yield [name for name, _ in chosen], sum((each for _, each in chosen), Decimal(0))


def a_saving_fits_its_signed_baseline(programme: Programme) -> Iterator[Finding]:
    """A council saves no more from a stream than its signed lines of that stream hold."""
    claimed: dict[tuple[str, str, FundingStream], list[Saving]] = {}
    wholes = {saving.part_of for saving in programme.savings}
    for saving in programme.savings:
        if saving.funding_stream is not None and saving.id not in wholes:
            key = (saving.proposal, saving.authority, saving.funding_stream)
            claimed.setdefault(key, []).append(saving)
    for (proposal, authority, stream), savings in claimed.items():
        name = name_of(programme, authority)
        total = sum((full_year_of(saving) for saving in savings), Decimal(0))
        signed = own_signatures(programme, proposal, authority)
        lines = [line for line in (signed[-1].lines if signed else ()) if line.funding is stream]
        if not lines:
            yield finding_on(
                programme,
                _KIND,
                savings[0],
                Severity.QUESTION,
                f"{name} is to save {in_pounds(total)} from the {stream.value}, for which it has "
                "signed no baseline line: from what it is saved cannot be told.",
                "Have the lines of that stream entered and signed.",
                upholds="D01",
            )
            continue
        last = max(line.year for line in lines)
        own = [line for line in lines if line.year == last]
        gross = sum((line.gross_expenditure for line in own), Decimal(0))
        net = gross - sum((line.gross_income for line in own), Decimal(0))
        if total > net:
            over = "gross" if total > gross else "net"
            yield finding_on(
                programme,
                _KIND,
                savings[0],
                Severity.WARNING if total > gross else Severity.NOTE,
                f"{name} is to save {in_pounds(total)} from the {stream.value}; its signed lines "
                f"of {last} hold {in_pounds(gross if total > gross else net)} {over}.",
                "Check the saving's stream and the baseline's lines."
                if total > gross
                else "Say which income the saving also counts on.",
                upholds="D01",
                figures=(
                    ("saving", in_pounds(total)),
                    ("gross", in_pounds(gross)),
                    ("net", in_pounds(net)),
                ),
            )
