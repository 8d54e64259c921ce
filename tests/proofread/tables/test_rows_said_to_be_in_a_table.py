"""So many are said to be in a table or annex, which has more rows or fewer."""

import pytest

from moothall.proofread.tables.named_tables import a_table_lists_as_many_as_are_said as rule
from ordinary_wordings import found_by, papers

_TABLE = (
    "// Table 3: Piers / Pier | Boats | Tolls / Ash | 4 | 50 / Birch | 5 | 60 / Elm | 6 | 70 / "
    "Oak | 7 | 80 / Yew | 8 | 90 / Total | 30 | 350"
)
_TRANSFERS = (
    "// Table 3: Transfers / No. | From | To | Sum / V1 | Piers | Lamps | 310 / V2 | Ropes | Nets "
    "| 260 / V3 | Buoys | Boats | 275 / V4 | Law | Post | 290 / V5 | Hall | Park | 640"
)
_ANNEX = (
    "// Annex 1 – Late actions // Action | Stream | New date / Buy lamps | 1 | May / Mend nets | 2 "
    "| June / Ring bells | 3 | July / Paint piers | 4 | March // Annex 2 – Assessment // None."
)
_FOUND = [
    f"2.1 Tolls at the six piers in Table 3 will rise. {_TABLE}",
    f"2.1 All four piers in Table 3 were surveyed. {_TABLE}",
    f"2.1 The six piers shown in Table 3 are safe. {_TABLE}",
    f"2.1 The Cabinet is asked to approve the six transfers set out in Table 3. {_TRANSFERS}",
    f"2.1 The four transfers in Table 3 are needed now. {_TRANSFERS}",
    f"2.1 The five late actions are listed in Annex 1 with new dates. {_ANNEX}",
    f"2.1 The five actions in Annex 1 are late. {_ANNEX}",
]
_INNOCENT = [
    f"2.1 Tolls at the five piers in Table 3 will rise. {_TABLE}",
    f"2.1 Tolls at the two large piers in Table 3 will rise. {_TABLE}",
    f"2.1 Three of the five piers in Table 3 are old. {_TABLE}",
    f"2.1 Two piers in Table 3 are old. {_TABLE}",
    f"2.1 Over the four years in Table 3 tolls rose. {_TABLE}",
    f"2.1 The five transfers set out in Table 3 are needed. {_TRANSFERS}",
    f"2.1 The four late actions are listed in Annex 1 with new dates. {_ANNEX}",
    f"2.1 The five late actions are listed in Annex 2. {_ANNEX}",
    f"2.1 The three streams in Annex 3 are new. {_ANNEX}",
]


@pytest.mark.parametrize("text", papers("\n---\n".join(_FOUND)))
def test_more_or_fewer_rows_than_are_said_are_found(text: str) -> None:
    assert len(found_by((rule,), text)) == 1


@pytest.mark.parametrize("text", papers("\n---\n".join(_INNOCENT)))
def test_as_many_rows_and_a_part_of_them_are_left_alone(text: str) -> None:
    assert found_by((rule,), text) == ()
