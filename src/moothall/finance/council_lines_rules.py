"""Rules on a programme's line of a savings plan that is made up of councils' own lines."""

from collections.abc import Iterator

from moothall.basics.figures import Figure, bracketed
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.money import Saving
from moothall.facts.programme import Programme
from moothall.facts.words import names_of
from moothall.finance.casting import as_pounds, casting
from moothall.finance.savings_plan import reached_by, years_of
from moothall.finance.savings_rules import label

_KIND = "savings"


def findings(programme: Programme) -> list[Finding]:
    """Everything that lines made up of councils' lines show."""
    return run(
        (council_lines_make_the_programmes_line, every_council_has_its_part_of_a_line), programme
    )


def council_lines_make_the_programmes_line(programme: Programme) -> Iterator[Finding]:
    """The councils' own lines sum to the programme's line, whatever units each is printed in."""
    for saving in programme.savings:
        parts = [each for each in programme.savings if each.part_of == saving.id]
        if not parts:
            continue
        for column in ("cash_limit", "full_year_saving", "revised_cash_limit"):
            yield from casting(
                programme,
                _KIND,
                saving,
                f"{label(saving)}, {column.replace('_', ' ')}, council lines (£)",
                [_pounds(each, column) for each in parts],
                _pounds(saving, column),
            )
        for year in years_of(saving):
            own = [
                reached_by(part, each)
                for part in parts
                for each in years_of(part)
                if each.year == year.year
            ]
            if len(own) == len(parts):  # a year that a part leaves out is another rule's finding
                yield from casting(
                    programme,
                    _KIND,
                    saving,
                    f"{label(saving)}, reached by {year.year}, council lines (£)",
                    own,
                    reached_by(saving, year),
                )


def _pounds(saving: Saving, column: str) -> Figure:
    """A printed figure in pounds; savings positive, however each council prints them."""
    figure = as_pounds(getattr(saving, column), saving.unit)
    value = abs(figure.value) if column == "full_year_saving" else figure.value
    return Figure(bracketed(value), value, figure.places)


def every_council_has_its_part_of_a_line(programme: Programme) -> Iterator[Finding]:
    """A line that some councils have a part of leaves open what the others save."""
    for saving in programme.savings:
        parts = [each for each in programme.savings if each.part_of == saving.id]
        held = {each.authority for each in parts}
        proposal = programme.proposal(saving.proposal)
        missing = [code for code in proposal.parties if code not in held]
        if parts and missing:
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.QUESTION,
                f"{label(saving)} is made up of lines of {names_of(programme, sorted(held))}; "
                f"none is held of {names_of(programme, missing)}: left open, not taken as nothing.",
                "Ask for the council's line, or for one of 0 if it saves nothing.",
                authority=missing[0] if len(missing) == 1 else "",
            )
