"""Tables that are wider than a page."""

from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.document import Document, InCell, Note, Quote, QuoteState, Section, Table
from moothall.render.column_widths import least_widths
from moothall.render.quoted import pieces_of
from moothall.render.table_parts import (
    PADDING_POINTS,
    UPRIGHT_POINTS,
    fit_of,
    in_parts,
    parts_of,
)
from moothall.render.table_shape import columns_of, groups_of


def table(columns: int, rows: int = 3, **more: object) -> Table:
    return Table(
        "How much",
        tuple(f"Column {n}" for n in range(1, columns + 1)),
        tuple(tuple((f"{row}/{n}",) for n in range(1, columns + 1)) for row in range(rows)),
        **more,  # type: ignore[arg-type]
    )


def test_a_table_turns_and_shrinks_before_it_is_put_in_parts() -> None:
    fits = [fit_of(table(columns)) for columns in (3, 12, 17, 40)]
    assert [fit and (fit.turned, fit.size) for fit in fits] == [
        (False, 9.5),
        (True, 9.5),
        (True, 8.0),
        None,
    ]


def test_a_table_that_fits_is_left_alone() -> None:
    document = Document(title="A paper", sections=(Section("S", (table(5),)),))
    assert in_parts(document) == document


def test_parts_are_announced_and_counted_wherever_the_table_stands() -> None:
    wide = (table(60, label="Table 2"),)
    section = Section("S", wide)
    document = in_parts(
        Document(title="A", front=wide, sections=(section,), closing=wide, appendices=(section,))
    )
    for blocks in (
        document.front,
        document.sections[0].blocks,
        document.closing,
        document.appendices[0].blocks,
    ):
        note, *parts = blocks
        assert isinstance(note, Note)
        assert note.text.startswith("Table 2 has 60 columns")
        assert f"in {len(parts)} parts" in note.text
        assert isinstance(parts[0], Table)
        assert parts[0].caption.startswith(f"How much, part 1 of {len(parts)}: columns 2 to ")


@given(st.integers(30, 90), st.integers(0, 4), st.booleans())
def test_every_cell_stands_in_exactly_one_part(columns: int, rows: int, named: bool) -> None:
    whole = table(columns, rows, row_headers=named)
    parts = parts_of(whole)
    for place, row in enumerate(whole.rows):
        again = [cell for part in parts for cell in part.rows[place][1:]]
        assert again == list(row[1:] if named else row)
        firsts = {part.rows[place][0] for part in parts}
        assert firsts == {row[0] if named else (str(place + 1),)}
    assert [text for part in parts for text in part.head[1:]] == list(whole.head[named:])
    for part in parts:
        assert sum(least_widths(part, 9.5, PADDING_POINTS)) <= UPRIGHT_POINTS


def test_figures_groups_and_quotes_stay_with_their_columns() -> None:
    quote = (Quote(0, 1, "savings/x.amount", "9", QuoteState.CHANGED),)
    whole = table(
        60,
        numeric=(1, 59),
        groups=(("", 1), ("Old", 29), ("New", 30)),
        in_cells=(InCell(0, 59, 0, quotes=quote),),
    )
    parts = parts_of(whole)
    assert parts[0].numeric == (1,)
    assert parts[-1].numeric == (columns_of(parts[-1]) - 1,)
    assert parts[-1].in_cells == (InCell(0, columns_of(parts[-1]) - 1, 0, quotes=quote),)
    for part in parts:
        assert sum(span for _, span in groups_of(part)) == columns_of(part)
    assert sum(span for part in parts for text, span in part.groups if text == "Old") == 29


def test_one_long_word_parts_no_table() -> None:
    assert fit_of(Table("T", ("A", "B"), ((("x" * 200,), ("y",)),))) is not None


@given(
    st.text(alphabet="ab £1\t\n", max_size=30),
    st.lists(
        st.tuples(st.integers(-3, 33), st.integers(-3, 33), st.sampled_from(QuoteState)),
        max_size=4,
    ),
)
def test_quotes_never_lose_a_word(text: str, spans: list[tuple[int, int, QuoteState]]) -> None:
    quotes = [Quote(start, end, "savings/x.amount", "9", state) for start, end, state in spans]
    pieces = pieces_of(text, quotes)
    said = "".join(piece.text for piece in pieces).replace(" ", "")
    assert said == "".join(text.split())
    assert all(piece.remark in ("", "[was 9]", "[no longer held]") for piece in pieces)
