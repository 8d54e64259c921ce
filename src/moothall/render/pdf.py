"""A paper as PDF: built to PDF/UA-1 and PDF/A-2a by Typst, with row headers added.

The same document gives the same bytes: fonts come from packages, and every time in the file is
fixed.  Words go to the compiler as data and are never read as markup.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from moothall.documents.document import Document
from moothall.render.figures import with_drawings
from moothall.render.letters import Letters, naming, uncommon_in
from moothall.render.pdf_pages import Plain, pages_of, tables_named
from moothall.render.pdf_tags import with_row_headers
from moothall.render.png import font_files
from moothall.render.table_parts import in_parts

if TYPE_CHECKING:
    from typst import Compiler

# The compiler reads files in here and nowhere else.
_ROOT = Path(__file__).parent / "templates" / "pdf"
_TIME = (
    946_684_800  # 1 January 2000: a file has to carry a time, the paper's own day is in its text
)
_ONE_AT_A_TIME = Lock()
_NAMED = "Letters"


def paper_pdf(document: Document) -> bytes:
    """The paper as the bytes of a PDF on A4: tagged, titled, in its language, page numbers at the
    foot, header rows repeated on every page.

    A table too wide for a page is set smaller, turned or put in parts; a drawing higher than a page
    is cut.  Letters that no font at hand holds are named in square brackets, and the paper says so
    at its end.  Raises ValueError for a picture that is no SVG, and for a table whose rows or
    groups do not fit its head.
    """
    from typst import TypstError

    pages = pages_of(in_parts(with_drawings(document)))
    missing = _letters().missing_in(_texts(pages))
    try:
        made = _set(_with_names(pages, missing))
    except TypstError:
        # Letters that can be shown each for itself, and not where they meet.
        uncommon = uncommon_in(_texts(pages))
        if missing == uncommon:
            raise
        made = _set(_with_names(pages, uncommon))
    return with_row_headers(made, tables_named(pages))


def _with_names(pages: Plain, letters: frozenset[str]) -> Plain:
    """The pages with names in place of those letters, and a line at the end that says so."""
    if not letters:
        return pages
    named: Plain = _each_text(pages, naming(letters))
    *before, last = named["parts"] or [{"turned": False, "blocks": []}]
    last = {**last, "blocks": [*last["blocks"], _said_of(len(letters))]}
    return {**named, "parts": [*before, last]}


def _set(pages: Plain) -> bytes:
    return _compiled("paper.typ", "paper", json.dumps(pages, ensure_ascii=False))


def _said_of(number: int) -> Plain:
    letters = "1 letter or sign is" if number == 1 else f"{number} letters or signs are"
    words = f"{letters} named in square brackets, because this edition has no type for them."
    return {"kind": "line", "label": f"{_NAMED}:", "words": words}


def _compiled(template: str, name: str, data: str) -> bytes:
    """What the template makes of the data.  Raises TypstError for a letter that no font holds."""
    with _ONE_AT_A_TIME:
        made = _compiler(template).compile(
            format="pdf",
            sys_inputs={name: data},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=_TIME,
        )
    assert isinstance(made, bytes)  # noqa: S101 - one file, because no output was named
    return made


@cache
def _compiler(template: str) -> "Compiler":
    from typst import Compiler

    return Compiler(
        _ROOT / template,
        root=_ROOT,
        font_paths=sorted({Path(file).parent for file in font_files()}),
        ignore_system_fonts=True,
    )


@cache
def _letters() -> Letters:
    return Letters(_can_show)


def _can_show(text: str) -> bool:
    from typst import TypstError

    try:
        _compiled("letters.typ", "text", text)
    except TypstError:
        return False
    return True


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            yield from _texts(list(value.values()))


def _each_text(value: Any, change: Any) -> Any:
    match value:
        case str():
            return change(value)
        case list():
            return [_each_text(each, change) for each in value]
        case dict():
            return {key: _each_text(each, change) for key, each in value.items()}
    return value
