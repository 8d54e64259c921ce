"""Tables in the wordings of officers: a bar parts the cells of a row, and all rules read them.

Relations that a table shows by itself, accounts whose lines have lost their columns, totals without
a name, and sentences about a row.
"""

import re
from textwrap import dedent

from moothall.proofread.tables import (
    accounts,
    columns_of_shares,
    lettered_bands,
    lettered_variances,
    moves_told,
    one_sign_amiss,
    ranks_told,
    rows_counted,
    shares_of_rows,
    table_conflicts,
    tables,
    totals_under_tables,
    units_told,
)
from ordinary_wordings import found_by

_RULES = (
    *tables.RULES,
    *accounts.RULES,
    *moves_told.RULES,
    *ranks_told.RULES,
    *rows_counted.RULES,
    *shares_of_rows.RULES,
    *columns_of_shares.RULES,
    *lettered_bands.RULES,
    *totals_under_tables.RULES,
    *table_conflicts.RULES,
    *units_told.RULES,
    *one_sign_amiss.RULES,
    *lettered_variances.RULES,
)


def rules_that_find(text: str) -> set[str]:
    """The rules that tell of something in a paper of which what stands between bars are cells."""
    paper = re.sub(r" ?\| ?", "\t", dedent(text).strip("\n"))
    return {finding.rule for finding in found_by(_RULES, paper)}
