"""Rules on what a saving claims: on what it rests, whose money it is, and who has verified it."""

from collections.abc import Iterator
from decimal import Decimal

from moothall.basics.figures import bracketed
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.baselines import FundingStream
from moothall.facts.findings import finding_on
from moothall.facts.money import Recurrence, Saving, SavingStanding
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds
from moothall.finance.casting import as_pounds
from moothall.finance.savings import parts_of
from moothall.finance.savings_rules import label

_KIND = "savings"
_GENERAL_FUND = ("cash limit", "general fund", "medium term", "medium-term", "mtfp", "mtfs")


def findings(programme: Programme) -> list[Finding]:
    """Everything that the claims of a savings plan show."""
    return run(
        (
            the_same_money_is_counted_once,
            one_cash_limit_is_cut_once,
            ring_fenced_money_is_not_general_fund,
            a_saving_says_what_a_plan_needs,
            an_efficiency_has_a_source_or_a_verifier,
            what_is_verified_says_by_whom_and_when,
            a_confidence_is_a_percentage,
        ),
        programme,
    )


def full_year_of(saving: Saving) -> Decimal:
    """The full-year saving in pounds, positive."""
    return abs(as_pounds(saving.full_year_saving, saving.unit).value)


# --- counted once, from the right purse -----------------------------------------------------------


def the_same_money_is_counted_once(programme: Programme) -> Iterator[Finding]:
    """Money that another programme has already committed cannot be saved a second time."""
    savings = {saving.id: saving for saving in programme.savings}
    for statement in programme.money_statements:
        saving = savings.get(statement.same_money_as or "")
        if saving is None:
            continue
        yield finding_on(
            programme,
            "money_statements",
            statement,
            Severity.WARNING,
            f"{statement.about}: {statement.amount} may be the same money as saving "
            f"{saving.number} ({saving.name}).",
            "Say in which programme the money is counted, and take it out of the other.",
            figures=(
                ("statement", statement.amount.text),
                ("saving", saving.full_year_saving.text),
                ("recurrent part", bracketed(parts_of(saving, Recurrence.RECURRENT))),
            ),
        )


def one_cash_limit_is_cut_once(programme: Programme) -> Iterator[Finding]:
    """Two savings of one council from the same cash limit may be the same money twice."""
    seen: dict[tuple[str, str, Decimal, object], Saving] = {}
    for saving in programme.savings:
        limit = as_pounds(saving.cash_limit, saving.unit).value
        key = (saving.authority, saving.name.strip().casefold(), limit, saving.cash_limit_year)
        first = seen.setdefault(key, saving)
        if first is saving or saving.part_of == first.id or first.part_of == saving.id:
            continue
        yield finding_on(
            programme,
            _KIND,
            saving,
            Severity.WARNING,
            f"{label(saving)} and {label(first)} ({first.proposal}) both come off a "
            f"{saving.cash_limit_year} cash limit of {in_pounds(limit)}: the second has to start "
            "from what the first leaves, or they are the same money.",
            "Say in which programme the money is counted, and take it out of the other.",
            figures=(
                ("first", first.full_year_saving.text),
                ("second", saving.full_year_saving.text),
            ),
        )


def ring_fenced_money_is_not_general_fund(programme: Programme) -> Iterator[Finding]:
    """What is saved on ring-fenced money frees that money, and no General Fund cash limit."""
    for post in programme.posts:
        stream = post.funding_stream
        told = post.funding or ""
        if (stream is not None and stream.is_ring_fenced) or "dsg" in told.lower():
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.WARNING,
                f"{post.title} is funded by {told or (stream.value if stream else '')}: what "
                "sharing it saves is ring-fenced and does not lower a General Fund cash limit.",
                "Book the saving to the grant, and keep it out of the medium-term plan.",
                upholds="D08",
            )
    savings = {saving.id: saving for saving in programme.savings}
    for saving in programme.savings:
        if conflict := _wrong_purse(saving, savings.get(saving.part_of or "")):
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)}: {conflict}.",
                "Book it to the stream that it comes from; only the General Fund's part lowers a "
                "cash limit.",
                upholds="D08",
                figures=(("saving", saving.full_year_saving.text),),
            )


def _wrong_purse(saving: Saving, whole: Saving | None) -> str:
    stream, told = saving.funding_stream, (saving.funding or "").lower()
    if stream is None:
        return ""
    if stream.is_ring_fenced and any(words in told for words in _GENERAL_FUND):
        return (
            f"it comes from the {stream.value}, which is ring-fenced, and is booked to "
            f"{saving.funding!r}"
        )
    if stream is FundingStream.GENERAL_FUND and ("dsg" in told or "dedicated schools" in told):
        return f"it is booked to the General Fund, and its money is {saving.funding!r}"
    if whole is not None and whole.funding_stream not in (None, stream):
        purse = "ring-fenced" if stream.is_ring_fenced else "another stream"
        of = whole.funding_stream.value if whole.funding_stream else ""
        return f"{stream.value} ({purse}) is counted in saving {whole.number}, which is of {of}"
    return ""


def _own_lines(programme: Programme) -> list[Saving]:
    """The councils' own lines: one that is made up of others rests on what those rest on."""
    wholes = {saving.part_of for saving in programme.savings}
    return [saving for saving in programme.savings if saving.id not in wholes]


# --- on what it rests -----------------------------------------------------------------------------


def a_saving_says_what_a_plan_needs(programme: Programme) -> Iterator[Finding]:
    """Stream, start, confidence and cost of change: what is not said is asked, all at once."""
    for saving in _own_lines(programme):
        lacking = [
            words
            for words, value in (
                ("from which funding stream it comes", saving.funding_stream),
                ("from when it is saved", saving.starts),
                ("how sure its owner is of it, in per cent", saving.confidence_percent),
                ("what has to be spent once to get it", saving.cost_of_change),
            )
            if value is None
        ]
        if lacking:
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.QUESTION,
                f"{label(saving)} does not say {'; '.join(lacking)}.",
                "Ask the saving's owner and the finance officer; write 0 where nothing is spent.",
                upholds="D09",
            )


def an_efficiency_has_a_source_or_a_verifier(programme: Programme) -> Iterator[Finding]:
    """A saving that nobody has evidenced or verified is a claim."""
    for saving in _own_lines(programme):
        bare = not (saving.evidenced_by or saving.verified_by)
        if saving.standing is SavingStanding.VERIFIED or not bare:
            continue
        what = (
            "is called evidenced, and nothing says by what"
            if saving.standing is SavingStanding.EVIDENCED
            else "is claimed: no evidence is named and nobody has verified it"
        )
        yield finding_on(
            programme,
            _KIND,
            saving,
            Severity.WARNING,
            f"{label(saving)}: {in_pounds(full_year_of(saving))} a year {what}.",
            "Name the evidence, or who has verified it and when.",
            upholds="D09",
        )


def what_is_verified_says_by_whom_and_when(programme: Programme) -> Iterator[Finding]:
    """Only somebody who is named verifies, on a day."""
    for saving in programme.savings:
        if saving.standing is not SavingStanding.VERIFIED:
            continue
        lacking = [
            words
            for words, value in (("by whom", saving.verified_by), ("when", saving.verified_on))
            if not value
        ]
        if lacking:
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)} is called verified, and nothing says {' or '.join(lacking)}.",
                "Name the officer and the day, or call it claimed.",
                upholds="D09",
            )


def a_confidence_is_a_percentage(programme: Programme) -> Iterator[Finding]:
    """Confidence lies between 0 and 100 per cent."""
    for saving in programme.savings:
        percent = saving.confidence_percent
        if percent is not None and not 0 <= percent <= 100:
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)}: a confidence of {percent} per cent is none.",
                "Write a number from 0 to 100.",
            )
