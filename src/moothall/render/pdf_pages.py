"""A document as the plain values that `templates/pdf/paper.typ` sets on pages."""

import re
from collections.abc import Iterable
from typing import Any

from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Note,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
)
from moothall.render.column_widths import SPARE, column_widths
from moothall.render.lettering import text_width
from moothall.render.letters import runs_right_to_left
from moothall.render.png import part_of, parts_of
from moothall.render.quoted import pieces_of, quotes_in
from moothall.render.table_parts import PADDING_POINTS, UPRIGHT_POINTS, Fit, fit_of
from moothall.render.table_shape import full_rows, groups_of, is_brief, names_its_rows
from moothall.render.wording import (
    PROVENANCE_HEADING,
    SYNTHETIC_LABEL,
    SYNTHETIC_TEXT,
    UNTITLED,
    caption_of,
    in_place_of,
    note_label,
    plain,
    standing,
    titled,
)

Plain = dict[str, Any]

_TEXT_SIZE = 11.0
_NUMBER_POINTS = 37.0
_DRAWING_UNITS, _TEXT_MM, _DRAWING_MM = 720, 170, 232
_SQUEEZED = 1.12
_LONGEST_WHOLE_ROW, _LONGEST_WHOLE_TABLE = 1500, 1200
_EVERY = 6
_MAY_BREAK = re.compile(r"[^ -]+-*")
_BREAK = "\N{ZERO WIDTH SPACE}"
_FIT_FOR_ANY = Fit(9.5, turned=False)


def pages_of(document: Document) -> Plain:
    """What the template reads.  Tables that fit no page are in parts already.

    Raises ValueError for a picture that is no SVG, and for a table whose rows or groups do not fit
    its head.
    """
    language, _, region = document.language.partition("-")
    return {
        "title": plain(document.title) or UNTITLED,
        "subtitle": _broken(plain(document.subtitle)),
        "authority": _broken(plain(document.authority)),
        "author": plain(document.authority) or "Moothall",
        "description": plain(document.subtitle),
        "language": language.lower(),
        "region": region.upper() or None,
        "running": _running(document),
        "label": SYNTHETIC_LABEL if document.synthetic else "",
        "warning": SYNTHETIC_TEXT,
        "parts": _by_page(_blocks_of(document)),
    }


def tables_named(pages: Plain) -> list[bool]:
    """For every table in order, whether its first cells name the rows."""
    return [
        block["named"]
        for part in pages["parts"]
        for block in part["blocks"]
        if block["kind"] == "table"
    ]


def _running(document: Document) -> str:
    words = ": ".join(filter(None, (plain(document.authority), plain(document.title))))
    return words if len(words) <= _LONGEST_RUNNING else f"{words[: _LONGEST_RUNNING - 1]}…"


_LONGEST_RUNNING = 90


def _blocks_of(document: Document) -> list[Plain]:
    blocks = _blocks(document.front)
    sections = (*document.sections, *document.appendices)
    levels = standing([section.level for section in sections])
    for place, (level, section) in enumerate(zip(levels, sections, strict=True)):
        if place == len(document.sections):
            blocks += _blocks(document.closing)
        appended = place >= len(document.sections) and level == _TOP
        blocks += [_heading(_titled(section), level, new_page=appended), *_blocks(section.blocks)]
    if not document.appendices:
        blocks += _blocks(document.closing)
    if document.provenance:
        blocks.append(_heading(PROVENANCE_HEADING, _TOP))
        blocks += [
            {"kind": "line", "label": f"{plain(label)}:", "words": _broken(plain(text))}
            for label, text in document.provenance
        ]
    return blocks


_TOP = 2


def _titled(section: Section) -> str:
    return plain(f"{section.number} {section.heading}")


def _heading(words: str, level: int, *, new_page: bool = False) -> Plain:
    words = _broken(words, _TEXT_SIZE * 1.5, bold=True) or "Untitled section"
    return {"kind": "heading", "level": level, "words": words, "new_page": new_page}


def _by_page(blocks: list[Plain]) -> list[Plain]:
    """The blocks in stretches that stand upright or on turned pages.

    A heading goes with the table below it, else it would stand alone at the end of a page.
    """
    parts: list[Plain] = []
    headings: list[Plain] = []
    for block in blocks:
        if block["kind"] == "heading":
            headings.append(block)
            continue
        _append(parts, headings, block)
        headings = []
    for heading in headings:
        _append(parts, [], heading)
    return parts


def _append(parts: list[Plain], headings: list[Plain], block: Plain) -> None:
    turned = block.get("turned", False)
    if not parts or parts[-1]["turned"] != turned:
        parts.append({"turned": turned, "blocks": []})
        if turned and headings:
            # That begins a page: asked for another one, a heading would leave the first empty.
            headings = [{**headings[0], "new_page": False}, *headings[1:]]
    parts[-1]["blocks"] += [*headings, block]


def _blocks(blocks: Iterable[Block]) -> list[Plain]:
    return [_block(block) for block in blocks if not _says_nothing(block)]


def _says_nothing(block: Block) -> bool:
    return isinstance(block, Bullets) and not block.items


def _block(block: Block) -> Plain:
    match block:
        case Paragraph():
            return {
                "kind": "paragraph",
                "number": plain(block.number),
                **_words(block.text, block.quotes, UPRIGHT_POINTS - _NUMBER_POINTS),
            }
        case Bullets():
            return _bullets(block)
        case Note():
            return {"kind": "note", "label": note_label(block), "words": _broken(plain(block.text))}
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case _:
            raise TypeError(f"a {type(block).__name__} has to be drawn before it is on a page")


def _bullets(bullets: Bullets) -> Plain:
    quotes = (*bullets.quotes, *[()] * len(bullets.items))
    return {
        "kind": "bullets",
        "numbers": [plain(number) for number in bullets.numbers[: len(bullets.items)]],
        "items": [
            _words(item, quoted, UPRIGHT_POINTS - _NUMBER_POINTS)
            for item, quoted in zip(bullets.items, quotes, strict=False)
        ],
    }


def _table(table: Table) -> Plain:
    fit = fit_of(table) or _FIT_FOR_ANY
    widths = column_widths(table, fit.width, fit.size, PADDING_POINTS)
    caption = caption_of(table) if table.caption or table.head else ""
    rows = [_row(table, place, row, widths, fit.size) for place, row in enumerate(full_rows(table))]
    length = sum(len(text) for row in table.rows for cell in row for text in cell)
    return {
        "kind": "table",
        "caption": _broken(titled(table.label, caption)),
        "widths": [round(width, 2) for width in widths],
        "size": fit.size,
        "turned": fit.turned,
        "head": [
            _broken(plain(text), fit.size, width - PADDING_POINTS, bold=True)
            for text, width in zip(table.head, widths, strict=False)
        ],
        "groups": [[plain(text), span] for text, span in groups_of(table)],
        "rows": rows,
        "numeric": list(table.numeric),
        "named": names_its_rows(table),
        "brief": is_brief(table) and length <= _LONGEST_WHOLE_TABLE,
    }


def _row(
    table: Table,
    place: int,
    row: tuple[tuple[str, ...], ...],
    widths: tuple[float, ...],
    size: float,
) -> Plain:
    cells = []
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        quotes = quotes_in(table, place, column)
        said = [
            _words(text, quotes.get(at, ()), width - PADDING_POINTS, size, bold=not (column or at))
            for at, text in enumerate(cell)
            if plain(text)
        ]
        cells.append(said)
    length = sum(len(text) for cell in row for text in cell)
    return {"cells": cells, "long": length > _LONGEST_WHOLE_ROW}


def _picture(picture: Picture) -> Plain:
    most = _DRAWING_UNITS * _DRAWING_MM / _TEXT_MM
    title = titled(picture.label, picture.title)
    parts = []
    for place, (top, height) in enumerate(parts_of(picture, most * _SQUEEZED)):
        caption = f"{title}, continued" if place else title
        parts.append(
            {
                "caption": caption,
                "alt": caption if place else in_place_of(picture),
                "svg": part_of(picture, top, height).replace(_FACES, 'font-family="Arimo"'),
                "width": round(_TEXT_MM * min(1, most / height), 2),
            }
        )
    return {"kind": "picture", "parts": parts}


_FACES = 'font-family="Arial, Helvetica, sans-serif"'


def _words(
    text: str,
    quotes: Iterable[Quote],
    width: float,
    size: float = _TEXT_SIZE,
    *,
    bold: bool = False,
) -> Plain:
    pieces = [
        (_broken(piece.text, size, width, bold=bold), piece.remark)
        for piece in pieces_of(text, quotes)
    ]
    rtl = runs_right_to_left(text)
    if not any(remark for _, remark in pieces):
        return {"words": "".join(words for words, _ in pieces), "rtl": rtl}
    return {"words": [list(piece) for piece in pieces], "rtl": rtl}


def _broken(
    text: str, size: float = _TEXT_SIZE, width: float = UPRIGHT_POINTS, *, bold: bool = False
) -> str:
    """The text with places to break in every word that is wider than its column."""
    if len(text) * size <= width:
        return text
    return _MAY_BREAK.sub(
        lambda found: (
            found[0]
            if text_width(found[0], size, bold=bold, spare=SPARE) <= width
            else _BREAK.join(_pieces(found[0]))
        ),
        text,
    )


def _pieces(word: str) -> list[str]:
    return [word[at : at + _EVERY] for at in range(0, len(word), _EVERY)]
