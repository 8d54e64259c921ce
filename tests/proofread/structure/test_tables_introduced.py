"""A paragraph leads in the table that stands below it, and not another."""

import pytest

from moothall.proofread.structure import tables_introduced
from ordinary_wordings import found_by, papers

_A = "// Table 1: Prices of lamps / Lamp | Price / Oil | £10 / Gas | £12 //"
_B = "// Table 2: Visits by pier / Pier | Visits / Ash | 30 / Elm | 20 //"
_C = "// Table 3: Ferry timetable / Ferry | Hours / Rook | 3 / Wren | 2 //"
_D = "// Table 4: Staff of the harbour / Post | People / Master | 1 / Pilot | 2"
_FOUND = (
    (
        f"2.1 Table 1 shows the prices. {_A} 2.2 Table 4 sets out the visits. {_B} "
        f"2.3 Table 3 gives the hours. {_C} 2.4 Those who work there are shown in Table 4. {_D}"
    ),
    (
        f"2.1 Table 1 shows the prices. {_A} 2.2 Visits are given in Table 2. {_B} "
        f"2.3 Hours are set out in Table 1 below. {_C} 2.4 Table 4 lists the staff. {_D}"
    ),
    (
        f"2.1 Prices are shown in Table 1. {_A} 2.2 Visits are shown in Table 2. {_B} "
        f"2.3 Hours are shown in Table 2. {_C} 2.4 The staff are listed in Table 4. {_D}"
    ),
    (
        f"2.1 Prices are shown in Table 3. {_A} 2.2 Visits are shown in Table 2. {_B} "
        f"2.3 Hours are shown in Table 3. {_C} 2.4 The staff are listed in Table 4. {_D}"
    ),
)
_INNOCENT = (
    (
        f"2.1 Table 1 shows the prices. {_A} 2.2 Table 2 sets out the visits. {_B} "
        f"2.3 Table 3 gives the hours. {_C} 2.4 Those who work there are shown in Table 4. {_D}"
    ),
    # the next table is led in further down
    (
        f"2.1 Table 1 shows the prices. {_A} 2.2 Prices are set out in Table 1. {_B} "
        f"2.3 Table 2 is of visits. Table 3 gives the hours. {_C} "
        f"2.4 The staff are listed in Table 4. {_D}"
    ),
    # it speaks of the table it names
    (
        f"2.1 Table 1 shows the prices. {_A} 2.2 Lamps are set out in Table 1. {_B} "
        f"2.3 Table 3 gives the hours. {_C} "
        f"2.4 The staff are listed in Table 4. {_D}"
    ),
    # two tables are spoken of at once
    (
        f"2.1 Tables 1 and 2 are of lamps and visits. {_A} {_B} "
        f"2.3 Table 3 gives the hours. {_C} "
        f"2.4 The staff are listed in Table 4. {_D}"
    ),
    # the paper leads in no table
    f"2.1 Lamps are dear. {_A} 2.2 Table 4 shows who works there. {_B} 2.3 Ferries sail. {_C} {_D}",
)


@pytest.mark.parametrize("text", papers("\n---\n".join(_FOUND)))
def test_the_wrong_number_over_a_table_is_found(text: str) -> None:
    assert len(found_by(tables_introduced.RULES, text)) == 1


@pytest.mark.parametrize("text", papers("\n---\n".join(_INNOCENT)))
def test_other_words_over_a_table_are_left_alone(text: str) -> None:
    assert found_by(tables_introduced.RULES, text) == ()
