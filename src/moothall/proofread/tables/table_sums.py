"""What the figures of a table say of one another: sums, differences, products; one fault, one word.

Each equation is worked out in `casting`, `differences` and `products`; here those that fail for one
cause are told once.
"""

from collections.abc import Iterable, Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import read_once
from moothall.proofread.tables.casting import sums_of
from moothall.proofread.tables.columns import number_table
from moothall.proofread.tables.council_tax import council_tax_bands
from moothall.proofread.tables.counts_that_cross import sure_where_counts_cross
from moothall.proofread.tables.differences import differences_of
from moothall.proofread.tables.equations import Equation, one_finding_each
from moothall.proofread.tables.products import products_of
from moothall.proofread.tables.relations import relations_of
from moothall.proofread.tables.sums_kept import sums_kept


@read_once
def faults_of_sums(report: Report) -> tuple[tuple[str, TextFinding], ...]:
    """All that is told of the sums of tables: the name of the rule and what it finds."""
    found: list[tuple[str, TextFinding]] = []
    for grid in report.grids:
        table = number_table(grid)
        if table is not None:
            equations = [
                *sure_where_counts_cross(report, grid, table, sums_of(report, grid, table)),
                *differences_of(table),
                *products_of(table),
                *council_tax_bands(table),
            ]
            equations += _not_told(equations, relations_of(table))
            right = {each.total for each in equations if each.holds and each.telling}
            more = (one for one in sums_kept(table) if one.total not in right)
            equations += _not_told(equations, more)
            found.extend(one_finding_each(table, equations))
    return tuple(found)


_UNSURE = Confidence.LOW


def _not_told(known: list[Equation], more: Iterable[Equation]) -> list[Equation]:
    """Those of the relations that no sum, difference or product says already."""
    told = [each for each in known if each.finding and each.finding.confidence is not _UNSURE]
    return [
        one
        for one in more
        if not any(one.cells <= each.cells or each.cells <= one.cells for each in told)
        and all(one.cells != each.cells for each in known if each.holds)
    ]


def _of(report: Report, rule: str) -> Iterator[TextFinding]:
    return (finding for name, finding in faults_of_sums(report) if name == rule)


def a_table_casts_down(report: Report) -> Iterator[TextFinding]:
    """Every total row is the sum of the rows that it totals."""
    yield from _of(report, "a_table_casts_down")


def a_table_casts_across(report: Report) -> Iterator[TextFinding]:
    """Every total column is the sum of the columns that it totals; net is gross less income."""
    yield from _of(report, "a_table_casts_across")


def a_difference_in_a_table_computes(report: Report) -> Iterator[TextFinding]:
    """A variance, change or movement equals the difference of the two figures it is between."""
    yield from _of(report, "a_difference_in_a_table_computes")


def a_difference_has_the_sign_of_its_column(report: Report) -> Iterator[TextFinding]:
    """An underspend among overspends carries its minus or its brackets, as the others do."""
    yield from _of(report, "a_difference_has_the_sign_of_its_column")


def a_product_in_a_table_computes(report: Report) -> Iterator[TextFinding]:
    """Rate × quantity is the total beside it; a whole-life cost is so many years' and the rest."""
    yield from _of(report, "a_product_in_a_table_computes")


def what_a_table_keeps_to_it_keeps_throughout(report: Report) -> Iterator[TextFinding]:
    """What a row is to two others in all columns but one, it is in that one too."""
    yield from _of(report, "what_a_table_keeps_to_it_keeps_throughout")


def council_tax_bands_keep_their_shares(report: Report) -> Iterator[TextFinding]:
    """Band A is 6/9 of Band D, Band H twice Band D; in Scotland other shares."""
    yield from _of(report, "council_tax_bands_keep_their_shares")


RULES: tuple[Rule, ...] = (
    a_table_casts_down,
    a_table_casts_across,
    a_difference_in_a_table_computes,
    a_difference_has_the_sign_of_its_column,
    a_product_in_a_table_computes,
    what_a_table_keeps_to_it_keeps_throughout,
    council_tax_bands_keep_their_shares,
)
