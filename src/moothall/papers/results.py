"""What the program has worked out about a proposal and prose may quote, by name and in words."""

from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.facts.words import in_pounds
from moothall.finance.baseline import YearSums, baseline_of
from moothall.governance.route import JointRoute

RESULTS: dict[str, str] = {
    "route.effective_on": "the day on which the decision is in effect in every council",
    "route.not_before": "the day before which it cannot be in effect everywhere",
    "route.binds": "the sentence that says which council fixes that day",
    "route.<council>.decides_on": "the day on which the council decides",
    "route.<council>.effective_on": "the day on which its decision takes effect",
    "route.<council>.body": "the body that decides there",
    "baseline.<year>.net": "the joint baseline of a year, net, in pounds",
    "baseline.<year>.gross_expenditure": "the same, gross expenditure",
    "baseline.<year>.gross_income": "the same, gross income",
    "baseline.<council>.<year>.net": "a council's own baseline of a year, net, in pounds",
    "baseline.<council>.<year>.gross_expenditure": "the same, gross expenditure",
    "baseline.<council>.<year>.gross_income": "the same, gross income",
}
"""The names of the results and what each is; those of a saving stand with the saving."""

_SUMS = ("net", "gross_expenditure", "gross_income")


def is_result(reference: str) -> bool:
    """Whether a reference names a result and no fact."""
    return reference.startswith(("route.", "baseline."))


def results_of(programme: Programme, proposal: Proposal, route: JointRoute) -> dict[str, str]:
    """Every result about a proposal that is known, as a paper prints it."""
    return dict([*_of_route(route), *_of_baseline(programme, proposal)])


def words_of(name: str) -> str:
    """What a result is, for somebody who looks for it."""
    parts = name.split(".")
    for pattern, words in RESULTS.items():
        asked = pattern.split(".")
        if len(asked) == len(parts) and all(
            a == p or a.startswith("<") for a, p in zip(asked, parts, strict=True)
        ):
            return words
    return ""


def _of_route(route: JointRoute) -> Iterator[tuple[str, str]]:
    if route.live_on is not None:
        yield "route.effective_on", in_words(route.live_on)
    if route.not_before is not None:
        yield "route.not_before", in_words(route.not_before)
    yield "route.binds", route.binds
    for lane in route.authorities:
        if lane.decides_on is not None:
            yield f"route.{lane.authority}.decides_on", in_words(lane.decides_on)
        if lane.effective_on is not None:
            yield f"route.{lane.authority}.effective_on", in_words(lane.effective_on)
        if lane.body:
            yield f"route.{lane.authority}.body", lane.body


def _of_baseline(programme: Programme, proposal: Proposal) -> Iterator[tuple[str, str]]:
    if not any(line.proposal == proposal.id for line in programme.baseline_lines):
        return
    baseline = baseline_of(programme, proposal)
    yield from _of_years("baseline", baseline.totals)
    for council in baseline.councils:
        yield from _of_years(f"baseline.{council.authority}", council.years)


def _of_years(name: str, years: tuple[YearSums, ...]) -> Iterator[tuple[str, str]]:
    for sums in years:
        # Two price bases of one year are two sums, neither of which is the baseline.
        if sum(each.year == sums.year for each in years) == 1:
            for part in _SUMS:
                yield f"{name}.{sums.year}.{part}", in_pounds(getattr(sums.total, part))
