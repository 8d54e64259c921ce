"""Row headers in a PDF: Typst marks the header cells of columns and cannot yet mark those of rows.

The first cell of a row becomes a header of scope row, with an id, and every other cell of the row
names it beside its column's header, so that a screen reader says both.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf


def with_row_headers(made: bytes, named: list[bool]) -> bytes:
    """The PDF with row headers in those tables, in their order, whose first cells name the rows.

    Raises ValueError where the PDF holds another number of tables.
    """
    if not any(named):
        return made
    import pikepdf

    with pikepdf.open(BytesIO(made)) as pdf:
        tables = list(_elements(pdf.Root.StructTreeRoot, "/Table"))
        if len(tables) != len(named):
            raise ValueError(f"the PDF has {len(tables)} tables where the paper has {len(named)}")
        ids: dict[str, Any] = {}
        for place, (table, names_rows) in enumerate(zip(tables, named, strict=True)):
            if names_rows:
                _name_rows(table, f"R{place}", ids)
        _add_ids(pdf, ids)
        written = BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


def _name_rows(table: Any, prefix: str, ids: dict[str, Any]) -> None:
    from pikepdf import Array, Dictionary, Name, String

    for place, row in enumerate(_rows(table)):
        cells = [cell for cell in _children(row) if cell.S in ("/TD", "/TH")]
        if not cells or not _says_something(cells[0]):
            continue  # a cell that says nothing names nothing
        first, rest = cells[0], cells[1:]
        name = f"{prefix}y{place}"
        first.S = Name.TH
        first.ID = String(name)
        attributes = _table_attributes(first)
        if attributes is None:
            attributes = Dictionary(O=Name.Table)
            _add_attributes(first, attributes)
        attributes.Scope = Name.Row
        ids[name] = first
        for cell in rest:
            held = _table_attributes(cell)
            if held is None:
                held = Dictionary(O=Name.Table)
                _add_attributes(cell, held)
            if "/Headers" in held:
                held.Headers.append(String(name))
            else:
                held.Headers = Array([String(name)])


def _says_something(cell: Any) -> bool:
    from pikepdf import Array

    held = cell.get("/K")
    return held is not None and not (isinstance(held, Array) and len(held) == 0)


def _add_ids(pdf: "Pdf", ids: dict[str, Any]) -> None:
    from pikepdf import NameTree

    root = pdf.Root.StructTreeRoot
    tree = NameTree(root.IDTree) if "/IDTree" in root else NameTree.new(pdf)
    for name, cell in ids.items():
        tree[name] = cell
    root.IDTree = tree.obj


def _table_attributes(cell: Any) -> Any:
    """The attributes of a cell as a part of a table; None where it has none."""
    from pikepdf import Array

    if "/A" not in cell:
        return None
    held = list(cell.A) if isinstance(cell.A, Array) else [cell.A]
    return next((each for each in held if each.get("/O") == "/Table"), None)


def _add_attributes(cell: Any, attributes: Any) -> None:
    from pikepdf import Array

    if "/A" not in cell:
        cell.A = Array([attributes])
    elif isinstance(cell.A, Array):
        cell.A.append(attributes)
    else:
        cell.A = Array([cell.A, attributes])


def _children(element: Any) -> list[Any]:
    """The structure elements directly within one; content that is only marked is none."""
    from pikepdf import Array, Dictionary

    held = element.get("/K")
    found = list(held) if isinstance(held, Array) else [held]
    return [each for each in found if isinstance(each, Dictionary) and "/S" in each]


def _rows(table: Any) -> Iterator[Any]:
    """The rows below the head; a table without one holds its rows directly."""
    for child in _children(table):
        if child.S == "/TR":
            yield child
        elif child.S == "/TBody":
            yield from _children(child)


def _elements(above: Any, kind: str) -> Iterator[Any]:
    """Every element of a kind below one, in reading order."""
    for child in _children(above):
        if kind == child.S:
            yield child
        else:
            yield from _elements(child, kind)
