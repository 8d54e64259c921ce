"""Papers that no council would write and somebody will: what every edition has to stand."""

from moothall.documents.document import (
    Bullets,
    Document,
    InCell,
    Note,
    Paragraph,
    Picture,
    Quote,
    QuoteState,
    Section,
    Table,
)

_HEBREW = "שלום, זהו משפט שנקרא מימין לשמאל 123."
_URDU = "یہ جملہ دائیں سے بائیں پڑھا جاتا ہے"
_EMOJI = "A heart ❤️, a face 😀, a family 👩‍👩‍👧, a flag 🇬🇧 and a tick ✓."
_LONG = "Donaudampfschifffahrtsgesellschaft" * 6
_MARKUP = '#import "x.typ" *not bold* $x$ `raw` <script>alert(1)</script> {{ 7*7 }} \\u{41} @ref'
_CONTROLS = "bell\x07 tab\tand\nline\r\nends, no-break\u00a0space, soft\u00adhyphen"


def hostile_papers() -> dict[str, Document]:
    """The papers by name, each hard in its own way."""
    return {
        "words": _words(),
        "tables": _tables(),
        "pages": _pages(),
        "empty": Document(title=""),
    }


def _words() -> Document:
    return Document(
        title=f"A title with 😀, {_HEBREW} and <b>markup</b> " + "that goes on " * 30,
        subtitle=_LONG,
        authority=_MARKUP,
        language="en-GB",
        synthetic=True,
        front=(
            Table(
                "Front sheet",
                (),
                (
                    (("Report to:",), ("Cabinet 😀", _MARKUP)),
                    (("Nothing:",), ()),
                    ((_LONG, "(Authorised by nobody)"), (_HEBREW, _URDU, _LONG)),
                    (("Saving:",), ("It saves £1,200 a year.",)),
                ),
                in_cells=(InCell(3, 1, 0, quotes=(_changed(9, 15, "£1,100"),)),),
            ),
        ),
        sections=(
            Section(
                _MARKUP,
                (
                    Paragraph(_HEBREW, "1.1"),
                    Paragraph(_URDU),
                    Paragraph(_EMOJI, "1.1.1.1.1.1.1"),
                    Paragraph(_LONG, "(xxviii)(a)"),
                    Paragraph(_CONTROLS),
                    Paragraph(_MARKUP),
                    Paragraph(
                        "It saves £1,200 a year, and £75 more.",
                        "1.2",
                        quotes=(
                            _changed(9, 15, "£1,100"),
                            Quote(28, 31, "savings/gone.amount", "£75", QuoteState.GONE),
                            Quote(90, 99, "savings/beyond.amount", "£1", QuoteState.CHANGED),
                        ),
                    ),
                    Bullets(("one", _HEBREW, "", _LONG), ("(i)", "(ii)")),
                    Bullets(()),
                    Note("", ""),
                    Note("assumed: very much", _LONG + _MARKUP),
                    _drawing(),
                ),
                "1.",
            ),
            Section("", (), "", level=6),
            Section("A heading under which nothing stands", level=4),
            Section(_LONG, (Paragraph("A paragraph as long as a page. " * 400),), level=2),
        ),
        closing=(Paragraph("The end."),),
        appendices=(
            Section("Appendix of 😀", (Paragraph(_EMOJI),), "Appendix A"),
            Section("Another", (), "Appendix B"),
        ),
        provenance=(("Made from", _LONG), (_MARKUP, "")),
    )


def _tables() -> Document:
    wide = Table(
        "Two hundred columns",
        ("Service", *(f"Column {n}" for n in range(2, 201))),
        tuple(
            ((f"Row {row}",), *((f"{row * n:,}",) for n in range(2, 201))) for row in range(1, 31)
        ),
        numeric=tuple(range(1, 200)),
        groups=(("", 1), *((f"Year {n}", 10) for n in range(1, 20)), ("Last", 9)),
        label="Table 1",
    )
    nameless = Table(
        "Rows that nobody names",
        tuple(f"Measure {n}" for n in range(1, 41)),
        tuple(tuple((f"{n}.{row}",) for n in range(1, 41)) for row in range(1, 6)),
        row_headers=False,
        label="Table 2",
    )
    turned = Table(
        "Twelve columns that need a turned page",
        ("Workstream", *(f"Responsibility {n}" for n in range(1, 9))),
        tuple(((f"Stream {n}",), *(("considered",) for _ in range(8))) for n in range(1, 60)),
        label="Table 3",
    )
    long = Table(
        "Many pages, and cells of many paragraphs",
        ("Risk", "Implication", "Action"),
        tuple(
            (
                (f"Risk {n}", "explained at length " * 8),
                tuple(f"Paragraph {p} of what follows from it." for p in range(1, 6)),
                ("x" * 90, "An action."),
            )
            for n in range(1, 41)
        ),
        label="Table 4",
    )
    one_cell = Table("One cell longer than a page", ("All",), ((("word " * 6000,),),))
    nothing = Table("No rows", ("A", "B"), ())
    return Document(
        title="Tables",
        authority="A council",
        sections=(
            Section("Tables", (Paragraph("Before."), wide, nameless, turned, long, one_cell)),
            Section("Nothing", (nothing, Table("", ("",), ((("",),),)))),
        ),
        provenance=(("As known on", "Tue 15 Feb 2022"),),
    )


def _pages() -> Document:
    """Turned pages wherever they can stand: below a heading, in a row, last, in an appendix."""
    turned, small = _wide("Nine columns", 9), _wide("Twenty columns in small type", 20)
    return Document(
        title="Turned pages",
        authority="A council",
        synthetic=True,
        front=(turned,),
        sections=(
            Section("Between words", (Paragraph("Before."), turned, Paragraph("After.")), "1."),
            Section("First under its heading", (small, turned), "2."),
            Section("Upright", (Paragraph("Words."),), "3."),
            Section("Last of the paper", (small,), "4."),
        ),
        closing=(
            Paragraph("Signed for the council."),
            Table("Contacts", ("Name", "Office"), ((("An officer",), ("Finance",)),)),
        ),
        appendices=(
            Section("Wide", (turned,), "Appendix A"),
            Section("Words", (Paragraph("Upright."),), "Appendix B"),
            Section("Wide again", (small,), "Appendix C"),
        ),
    )


def _wide(caption: str, columns: int) -> Table:
    words = ("considered", "responsible") if columns < 12 else ("asked", "heard")
    return Table(
        caption,
        ("Workstream", *(f"{words[1].capitalize()} {n}" for n in range(2, columns + 1))),
        tuple(
            ((f"Stream {row}",), *((words[0],) for _ in range(columns - 1))) for row in range(1, 40)
        ),
    )


def _changed(start: int, end: int, was: str) -> Quote:
    return Quote(start, end, "savings/model.full_year_saving", was, QuoteState.CHANGED)


def _drawing() -> Picture:
    rows = "".join(f'<text x="20" y="{y}">Row at {y} 😀</text>' for y in range(40, 2400, 40))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 720 2400" width="100%" '
        'font-family="Arial, Helvetica, sans-serif" font-size="13" fill="#3D3D3D">'
        f"<title>Rows</title><desc>Rows.</desc>{rows}</svg>"
    )
    return Picture(
        svg, "A drawing as high as three pages", "Sixty rows.", (800.0, 1600.0), "Figure 1"
    )
